#!/bin/sh
# Exits with 0 while Redis answers whoever has the password.
REDISCLI_AUTH=$(tr -d '\r\n' <"${REDIS_PASSWORD_FILE:-/run/secrets/redis_password}")
export REDISCLI_AUTH
redis-cli -p "${REDIS_PORT:-6379}" ping | grep -q PONG
