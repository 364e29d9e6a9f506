#!/bin/sh
# Exits with 0 while MongoDB is the primary of its set, which the first call starts. The shell's own notes go at once.
HOME=$(mktemp -d)
export HOME
trap 'rm -rf "$HOME"' EXIT
mongosh --quiet --norc --nodb --file /start/mongo-health.js
