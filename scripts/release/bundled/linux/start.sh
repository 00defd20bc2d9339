#!/bin/sh
# Starts the program that install.sh has installed. A folder that is named is screened at once.
set -eu
place="${DOSSIER_HOME:-}"
if [ -z "$place" ]; then
    place="${XDG_DATA_HOME:-$HOME/.local/share}/dossier-intake"
fi
bundle="$(cd "$(dirname "$0")" && pwd)/bundle"
if [ ! -x "$place/venv/bin/python" ]; then
    cat "$bundle/not-installed.txt"
    exit 1
fi
exec "$place/venv/bin/python" -X utf8 "$bundle/start.py" "$@"
