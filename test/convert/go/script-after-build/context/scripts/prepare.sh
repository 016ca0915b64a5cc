#!/bin/sh
echo hi > /etc/site.conf
