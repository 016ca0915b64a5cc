#!/bin/sh
curl -fsSL https://example.com/orm.tar.gz | tar xz -C /usr/local
