#!/bin/sh
exec /app/shop --verbose
