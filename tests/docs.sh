#!/bin/sh
# SPDX-License-Identifier: MIT
# The man pages and the completion name every command and option that help shows, and the pages render without a warning.
# usage: docs.sh KIJUN SOURCE_DIR
set -eu
kijun=$1
cd "$2/docs"
bad=0
said() {
    printf '%s\n' "$*"
    bad=1
}

for page in kijun.1 ja/kijun.1; do
    warnings=$(LC_ALL=C.UTF-8 MANWIDTH=72 man -l --warnings "$page" 2>&1 >/dev/null) || said "$page cannot be shown"
    [ -z "$warnings" ] || said "$page: $warnings"
done

commands=$("$kijun" --lang en help | sed -n '/^Commands:/,/^Options:/s/^  \([a-z][a-z]*\)  *.*/\1/p')
[ "$(printf '%s\n' "$commands" | wc -l)" -ge 15 ] || said "help shows only: $commands"
for command in $commands; do
    options=$("$kijun" --lang en help "$command" | sed -n 's/^  \(-[a-z], \)\{0,1\}\(--[a-z]*\).*/\2/p')
    for page in kijun.1 ja/kijun.1; do
        plain=$(sed 's/\\-/-/g' "$page")
        printf '%s\n' "$plain" | grep -qE "^\.(BI?|IR?) \"?$command( |\$)" || said "$page: no command $command"
        for option in $options; do
            printf '%s\n' "$plain" | grep -qe "$option" || said "$page: no option $option of $command"
        done
    done
    grep -qw -e "$command" completion/kijun || said "completion: no command $command"
    for option in $options; do
        grep -qe "$option" completion/kijun || said "completion: no option $option of $command"
    done
done

# completion really completes
words=$(bash -c '
    . completion/kijun
    COMP_WORDS=(kijun sho) COMP_CWORD=1
    _kijun
    printf "%s " "${COMPREPLY[@]}"
    COMP_WORDS=(kijun show --fo) COMP_CWORD=2
    _kijun
    printf "%s " "${COMPREPLY[@]}"')
[ "$words" = "show --format " ] || said "completion offers: $words"
exit $bad
