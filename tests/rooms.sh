#!/bin/sh
# SPDX-License-Identifier: MIT
# Rooms include only what the house allows (README, "The house"), each library has one room, and no file has more than 500 lines. usage: rooms.sh SOURCE_DIR
set -eu
cd "$1/src"
bad=0

# room: the rooms whose headers it may include besides its own
allowed() {
    case $1 in
    core) echo "" ;;
    pack | store | text) echo "core" ;;
    document) echo "core text" ;;
    render) echo "core text document" ;;
    app) echo "core text document" ;;
    tui | linear) echo "core text app" ;;
    cli | .) echo "core pack store text document render app tui linear cli" ;;
    *) echo "unknown-room" ;;
    esac
}

for file in ./*.[ch] ./*/*.[ch]; do
    room=$(dirname "${file#./}")
    may=" $room $(allowed "$room") "
    for other in $(sed -n 's/^#include "\([a-z]*\)\/.*/\1/p' "$file"); do
        case $may in
        *" $other "*) ;;
        *) echo "$file: $room must not include $other/"; bad=1 ;;
        esac
    done
done

# header: the only room (or file) that may include it
only() {
    hits=$(grep -rlE "#include <$1" . | grep -vE "^./$2" || true)
    if [ -n "$hits" ]; then
        echo "<$1> belongs in $2 only: $hits"
        bad=1
    fi
}
only 'yaml\.h' pack/
only 'sqlite3\.h' store/
only '(n?curses|term)' tui/
only 'pango' render/pdf
only 'xlsxwriter' render/xlsx
only 'sodium' '(core/digest|store)'

for file in ./*.[ch] ./*/*.[ch] ../tests/*/*.[ch] ../tests/*/*/*.[ch]; do
    [ "$(wc -l <"$file")" -le 500 ] || { echo "$file: more than 500 lines"; bad=1; }
    head -n 2 "$file" | grep -q 'SPDX-License-Identifier: MIT' || { echo "$file: no SPDX line"; bad=1; }
done
exit $bad
