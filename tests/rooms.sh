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
    read) echo "core" ;;
    app) echo "core text document" ;;
    tui | linear) echo "core text app" ;;
    cli | .) echo "core pack store text document render read app tui linear cli" ;;
    *) echo "unknown-room" ;;
    esac
}

# The room of each file with a room it includes, once each.
for pair in $(awk '
    /^#include "[a-z]*\// {
        split($2, include, "[\"/]")
        n = split(FILENAME, path, "/")
        print (n == 2 ? "." : path[2]) ":" include[2] ":" FILENAME
    }' ./*.[ch] ./*/*.[ch]); do
    room=${pair%%:*} other=${pair#*:} file=${pair##*:}
    other=${other%%:*}
    case " $room $(allowed "$room") " in
    *" $other "*) ;;
    *) echo "$file: $room must not include $other/"; bad=1 ;;
    esac
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
only '(pango|ft2build|fontconfig|glib|hb|libdeflate)' render/pdf
only 'xlsxwriter' render/xlsx
only '(zip|expat)\.h' read/workbook
only 'dlfcn\.h' core/modules
only 'sodium' '(core/digest|store)'

# a module stands alone: of the house it knows plain data and the parts of core that it carries
for file in ./render/xlsx*.[ch] ./render/pdf*.[ch] ./render/module.h ./read/workbook*.[ch]; do
    [ -f "$file" ] || continue
    for other in $(sed -n 's/^#include "\(.*\)"/\1/p' "$file"); do
        case $other in
        core/arena.h | core/dates.h | core/err.h | core/grid.h | core/mem.h | core/str.h | core/utf8.h | document/document.h | render/module.h | render/xlsx*.h | render/pdf*.h | read/workbook*.h) ;;
        *) echo "$file: a module must not include $other"; bad=1 ;;
        esac
    done
done

awk '
    FNR == 1 { spdx[FILENAME] = 0 }
    FNR <= 2 && /SPDX-License-Identifier: MIT/ { spdx[FILENAME] = 1 }
    { lines[FILENAME] = FNR }
    END {
        for (file in spdx) {
            if (lines[file] > 500) { print file ": more than 500 lines"; bad = 1 }
            if (!spdx[file]) { print file ": no SPDX line"; bad = 1 }
        }
        exit bad
    }' ./*.[ch] ./*/*.[ch] ../tests/*/*.[ch] ../tests/*/*/*.[ch] || bad=1
exit $bad
