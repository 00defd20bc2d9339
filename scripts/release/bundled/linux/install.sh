#!/bin/sh
# Installs the program from this folder for this user, without a network.
set -eu
cd "$(dirname "$0")"
for python in python3.11 python3.12 python3.13 python3; do
    if "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
        exec "$python" -X utf8 bundle/install.py
    fi
done
cat bundle/no-python.txt
exit 1
