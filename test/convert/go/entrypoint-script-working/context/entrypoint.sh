#!/bin/sh
set -e
: "${PORT:=8080}"
export PORT
until nc -z db 5432; do sleep 1; done
exec "$@"
