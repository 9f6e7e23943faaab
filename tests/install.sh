#!/bin/sh
# SPDX-License-Identifier: MIT
# An installed kijun finds its standards, its manual and its completion wherever it was put. usage: install.sh BUILD_DIR
set -eu
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
cmake --install "$1" --prefix "$prefix/here" >/dev/null
mv "$prefix/here" "$prefix/moved"
unset KIJUN_STANDARDS
export HOME="$prefix" LC_ALL=C.UTF-8
list=$("$prefix/moved/bin/kijun" --lang en standard list)
for folder in "$(dirname "$0")"/../checklists/*/; do
    id=$(basename "$folder")
    case $list in
    *"$id "*) ;;
    *) echo "the installed program does not know $id"; exit 1 ;;
    esac
done
for module in "$1"/modules/*.so; do
    [ -e "$module" ] || continue
    name=$(basename "$module" .so)
    id=$("$prefix/moved/bin/kijun" new kamakura --title "$name")
    "$prefix/moved/bin/kijun" print "$id" -o "$prefix/paper.$name" || { echo "the installed program cannot write $name"; exit 1; }
done
for file in man/man1/kijun.1 man/ja/man1/kijun.1 man/man5/kijun-standard.5 man/ja/man5/kijun-standard.5 man/man5/kijun-config.5 man/ja/man5/kijun-config.5 bash-completion/completions/kijun; do
    [ -f "$prefix/moved/share/$file" ] || { echo "$file is not installed"; exit 1; }
done
