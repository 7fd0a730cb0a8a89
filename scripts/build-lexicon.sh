#!/bin/sh
# Makes the files of src-tauri/engine/data/ anew from Debian and PyPI packages.
# Needs: apt-get (download only, nothing is installed), dpkg-deb, python3 with venv. Not part of the ordinary build:
# the results are committed. The package versions used are in src-tauri/engine/data/README.md.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
work=${1:-/tmp/parallax-lexicon}
mkdir -p "$work/deb" "$work/x"
cd "$work/deb"
for name in dict-freedict-eng-ind dict-freedict-fin-ind dict-freedict-fin-eng; do
    ls "$name"_*.deb >/dev/null 2>&1 || apt-get -q download "$name"
    dpkg-deb -x "$name"_*.deb "$work/x"
done
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" -q install wordfreq==3.1.1 babel==2.17.0 setuptools
"$work/venv/bin/python" "$root/scripts/build_lexicon.py" "$work/x/usr/share/dictd" "$root/src-tauri/engine/data"
