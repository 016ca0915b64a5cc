#!/bin/sh
set -e
exec npx serve -s dist -l 3000
