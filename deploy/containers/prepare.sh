#!/bin/sh
# Makes what the containers mount: `secrets/`, one file a secret, and `packs/` for the office's own facts. What is there
# already is left as it is, so it may be called again. Call it beside docker-compose.yml after `docker compose build`.
# Nobody else enters the folder `secrets`; the files in it can be read by the user of each container they are given to.
set -eu
umask 022
sapa=${SAPA:-docker run --rm --network none sapa-bansos sapa}
mkdir -p secrets/channels packs
chmod 700 secrets
[ "$(id -u)" -ne 0 ] || chown 1000:1000 packs

put() { [ -s "secrets/$1" ] || { cat >"secrets/$1.new" && mv "secrets/$1.new" "secrets/$1" && echo "made secrets/$1"; }; }
# Letters and digits only: 32 of them are enough, and nothing has to be quoted anywhere.
word() { head -c 512 /dev/urandom | LC_ALL=C tr -dc 'A-Za-z0-9' | head -c 32; }

if [ ! -s secrets/seal_keys ] && [ ! -s secrets/index_key ]; then
  keys=$($sapa keys)
  printf '%s\n' "$keys" | sed -n 's/^SEAL_KEYS=//p' | put seal_keys
  printf '%s\n' "$keys" | sed -n 's/^INDEX_KEY=//p' | put index_key
  echo "Copy secrets/seal_keys and secrets/index_key to paper now: without them no backup can be read."
elif [ ! -s secrets/seal_keys ] || [ ! -s secrets/index_key ]; then
  echo "secrets/: one of seal_keys and index_key is missing; bring it back from your copy" >&2
  exit 2
fi
for name in mongo_password redis_password api_token metrics_token channels/whatsapp_web; do
  word | put "$name"
done
