/* SPDX-License-Identifier: MIT
 * One file of a new standard from its pattern. */
#include "cli/skeleton.h"

#include <stdbool.h>
#include <string.h>

/* Adds a line with @ID@ and @DAY@ filled in. */
static void add_line(struct str *out, const char *line, size_t len, const char *id, const char *day)
{
    const char *end = line + len;
    while (line < end) {
        if (strncmp(line, "@ID@", 4) == 0) {
            str_add(out, id);
            line += 4;
        } else if (strncmp(line, "@DAY@", 5) == 0) {
            str_add(out, day);
            line += 5;
        } else {
            str_add_char(out, *line++);
        }
    }
    str_add_char(out, '\n');
}

void skeleton_make(struct str *out, const struct skeleton_file *file, enum lang lang,
    const char *id, const char *day)
{
    static const char *const marks[LANG_COUNT] = {[LANG_JA] = "#ja ", [LANG_EN] = "#en "};
    for (const char *line = file->text; *line;) {
        size_t len = strcspn(line, "\n"), indent = strspn(line, " ");
        bool mine = strncmp(line + indent, marks[lang], 4) == 0;
        bool other = strncmp(line + indent, marks[1 - lang], 4) == 0;
        if (mine) {
            str_add_repeat(out, ' ', indent);
            str_add(out, "# ");
            add_line(out, line + indent + 4, len - indent - 4, id, day);
        } else if (!other) {
            add_line(out, line, len, id, day);
        }
        line += len + (line[len] == '\n');
    }
}
