#!/bin/sh
# `mongo-copy.sh dump >FILE` writes the whole database as one archive; `mongo-copy.sh restore <FILE` brings it back over
# what is there. The password goes by a file that nobody else reads, in YAML's quotes, which hold any characters.
set -eu
umask 077
settings=$(mktemp)
trap 'rm -f "$settings"' EXIT
password=$(tr -d '\r\n' <"${MONGO_PASSWORD_FILE:-/run/secrets/mongo_password}" | sed "s/'/''/g")
printf "password: '%s'\n" "$password" >"$settings"
case ${1:-} in
  dump) mongodump --config="$settings" --username=sapa --authenticationDatabase=admin --oplog --gzip --archive ;;
  restore) mongorestore --config="$settings" --username=sapa --authenticationDatabase=admin --oplogReplay --drop --gzip --archive ;;
  *) echo "usage: mongo-copy.sh dump|restore" >&2; exit 2 ;;
esac
