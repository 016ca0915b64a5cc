#!/bin/bash
set -e
until pg_isready -h "$DB_HOST"; do sleep 1; done
node migrate.js
exec "$@"
