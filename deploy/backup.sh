#!/bin/sh
# One backup of a service with an SQLite file: BACKUP_DIR/sapa-bansos-TIME.tar with the database, files/, register/, spool/,
# the audit's heads and the office's own facts. Whatever runs may go on meanwhile. Keys are not in it. Backups older than
# KEEP_DAYS go: so long they keep what a citizen has had erased. deploy/sapa-bansos-backup.timer runs it every night.
set -eu
umask 077
: "${BACKUP_DIR:=/var/backups/sapa-bansos}" "${KEEP_DAYS:=30}"
fail() { echo "no backup: $1" >&2; exit 1; }

[ -n "${DATA_DIR:-}" ] || fail "DATA_DIR is not set; give the folder of the data: DATA_DIR=/var/lib/sapa-bansos $0"

[ -f "$DATA_DIR/sapa.db" ] || fail "there is no $DATA_DIR/sapa.db; a MongoDB is backed up by mongodump, see docs/operations.md"
command -v sqlite3 >/dev/null || fail "sqlite3 is not installed"
new="$BACKUP_DIR/.new"
rm -rf "$new"
mkdir -p "$new" || fail "$BACKUP_DIR cannot be written"
trap 'rm -rf "$new"' EXIT

# One moment of the database, first: what is written after it lies in no table, which harms nothing.
sqlite3 -cmd '.timeout 30000' "$DATA_DIR/sapa.db" "VACUUM INTO '$new/sapa.db'" || fail "the database could not be copied"
[ "$(sqlite3 "$new/sapa.db" 'PRAGMA quick_check')" = ok ] || fail "the copy of the database is damaged"
for part in files register spool audit-heads.jsonl districts kolom.json; do # kolom.json: column names for `--mapping`
	# Twice: a file may be erased just while it is copied.
	[ ! -e "$DATA_DIR/$part" ] || cp -a "$DATA_DIR/$part" "$new/" || cp -a "$DATA_DIR/$part" "$new/" ||
		fail "$part could not be copied"
done
if [ -n "${DISTRICTS_DIR:-}" ] && [ "$DISTRICTS_DIR" != "$DATA_DIR/districts" ]; then
	cp -a "$DISTRICTS_DIR" "$new/districts" || fail "$DISTRICTS_DIR could not be copied"
fi

# Where `sapa doctor` reads when the last backup was made, after a restore too.
touch "$new/last-backup"
file="$BACKUP_DIR/sapa-bansos-$(date +%Y-%m-%dT%H%M%S).tar"
tar -C "$new" -cf "$file.part" . || fail "the disk of $BACKUP_DIR is full?"
mv "$file.part" "$file"
touch "$DATA_DIR/last-backup"
find "$BACKUP_DIR" -maxdepth 1 -name 'sapa-bansos-*.tar*' -mtime "+$KEEP_DAYS" -delete
echo "$file"
