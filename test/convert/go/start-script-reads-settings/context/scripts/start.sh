#!/bin/sh
. /app/settings/defaults.env
echo "starting"
exec /app/shop
