#!/bin/sh
set -e
go vet ./...
go build -o bin/shop .
