#!/bin/sh
set -e
chown shop /data
exec gosu shop "$@"
