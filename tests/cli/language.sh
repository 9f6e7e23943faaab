#!/bin/sh
# SPDX-License-Identifier: MIT
# Japanese and English on a machine that has only C.UTF-8. usage: language.sh KIJUN
KIJUN=$1 HERE=$(cd "$(dirname "$0")" && pwd)
. "$HERE/lib.sh"
unset KIJUN_LANG

run 0 help
out '使い方: kijun'
run 0 --lang en help
out 'Usage: kijun'
run 0 help --lang en
out 'Usage: kijun'
KIJUN_LANG=en run 0 help
out 'Usage: kijun'
LANG=en_US.UTF-8 run 0 help
out 'Usage: kijun'
LANG=ja_JP.UTF-8 run 0 help
out '使い方: kijun'
LC_ALL=C run 0 --lang ja help
out '使い方: kijun'
run 2 --lang ja shwo
err '「show」のことですか'
begin sample
run 0 answer "$id" 'kind=保存' 'tier=Tier 2'
out '保存しました'
run 0 print "$id"
out 利用申請書
run 0 print "$id" --lang en
out Application

# nothing is left untranslated in the help
for command in new open list show answer missing print why standard log verify export import backup help; do
    run 0 help "$command"
    checks=$((checks + 1))
    [ "$(grep -c 'ます' "$tmp/out")" -ge 4 ] || fail "help $command in Japanese"
    no_out 'Options'
done
finish
