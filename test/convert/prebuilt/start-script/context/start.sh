#!/bin/bash
while ! nc -z db 5432; do sleep 1; done
app --db "$DB_URL"
