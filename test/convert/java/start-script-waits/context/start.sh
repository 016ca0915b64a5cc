#!/bin/sh
set -e
until curl -s "$CONFIG_URL" > /dev/null; do
  sleep 1
done
exec java ${JAVA_OPTS} -jar target/orders-1.4.0.jar
