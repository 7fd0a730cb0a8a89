#!/bin/sh
# Makes the files of src-tauri/engine/data/ anew from Debian and PyPI packages.
# Needs: apt-get (download only, nothing is installed), dpkg-deb, python3 with venv. Not part of the ordinary build:
# the results are committed. The package versions used are in src-tauri/engine/data/README.md.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
work=${1:-/tmp/parallax-lexicon}
mkdir -p "$work/deb" "$work/x"
cd "$work/deb"
# Only WikDict's pairs (CC BY-SA 3.0). FreeDict's own pairs with English are under the GPL: see lexicon_pivot.py.
pairs="eng-ind fin-ind fin-eng eng-fin pol-eng ell-eng eng-bul
    deu-fin fin-deu deu-pol pol-deu deu-ell deu-bul deu-ind
    fra-fin fin-fra fra-pol pol-fra fra-ell ell-fra fra-bul deu-fra fra-deu
    nld-fin fin-nld nld-pol pol-nld nld-ell ell-nld nld-bul nld-ind
    pol-spa ell-spa deu-spa fra-spa nld-spa
    fin-por pol-por ell-por fra-por por-fra nld-por por-spa"
for pair in $pairs; do
    name=dict-freedict-$pair
    ls "$name"_*.deb >/dev/null 2>&1 || apt-get -q download "$name"
    dpkg-deb -x "$name"_*.deb "$work/x"
done
[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
"$work/venv/bin/pip" -q install wordfreq==3.1.1 babel==2.17.0 setuptools
"$work/venv/bin/python" "$root/scripts/build_lexicon.py" "$work/x/usr/share/dictd" "$root/src-tauri/engine/data"
