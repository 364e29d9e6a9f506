#!/bin/sh
# Starts Redis with the password of a file: no listing of processes shows it, and it may be of any characters, since
# Redis reads each byte by its number.
set -eu
file=${REDIS_PASSWORD_FILE:-/run/secrets/redis_password}
password=$(tr -d '\r\n' <"$file" | od -An -v -tx1 | tr -d ' \n' | sed 's/../\\x&/g')
[ -n "$password" ] || { echo "redis_password: the file is empty" >&2; exit 2; }
exec redis-server - "$@" <<SETTINGS
requirepass "$password"
SETTINGS
