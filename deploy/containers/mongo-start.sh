#!/bin/sh
# Starts MongoDB as a replica set of one: writes are acknowledged from its journal, and it can grow to three without a
# change here. Its members know each other by a key made from the password, as every release has made it.
set -eu
umask 077
MONGO_INITDB_ROOT_USERNAME=sapa
MONGO_INITDB_ROOT_PASSWORD=$(tr -d '\r\n' </run/secrets/mongo_password)
[ -n "$MONGO_INITDB_ROOT_PASSWORD" ] || { echo "mongo_password: the file is empty" >&2; exit 2; }
export MONGO_INITDB_ROOT_USERNAME MONGO_INITDB_ROOT_PASSWORD
rm -f /tmp/keyfile
printf '%s' "$MONGO_INITDB_ROOT_PASSWORD" | sha256sum | cut -d' ' -f1 >/tmp/keyfile
chmod 400 /tmp/keyfile
exec docker-entrypoint.sh mongod --replSet rs0 --bind_ip_all --keyFile /tmp/keyfile "$@"
