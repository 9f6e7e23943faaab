/* SPDX-License-Identifier: MIT
 * Lines of text for a terminal or a pipe. */
#include "cli/page.h"

#include "text/safe.h"
#include "text/width.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

size_t page_columns(void)
{
    struct winsize size;
    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return 80;
    return size.ws_col < 40 ? 40 : size.ws_col > 120 ? 120 : size.ws_col;
}

/* The first line begins where out already stands, the others after indent blanks. */
static void add_wrapped(struct str *out, size_t indent, size_t columns, const char *text)
{
    char *safe = safe_dup(text, 1);
    struct lines lines = lines_wrap(safe, columns > indent + 10 ? columns - indent : 10);
    for (size_t i = 0; i < lines.count; i++) {
        const struct line *line = &lines.at[i];
        if (i && line->end > line->start)
            str_add_repeat(out, ' ', indent);
        str_add_bytes(out, safe + line->start, line->end - line->start);
        str_add_char(out, '\n');
    }
    lines_release(&lines);
    free(safe);
}

void page_text(struct str *out, size_t indent, size_t columns, const char *text)
{
    str_add_repeat(out, ' ', indent);
    add_wrapped(out, indent, columns, text);
}

void page_field(
    struct str *out, size_t indent, const char *label, size_t at, size_t columns, const char *value)
{
    char *safe = safe_dup(label, 0);
    str_add_repeat(out, ' ', indent);
    str_add(out, safe);
    size_t used = indent + width_of(safe);
    free(safe);
    if (used + 1 > at) {
        str_add_char(out, '\n');
        used = 0;
    }
    str_add_repeat(out, ' ', at - used);
    add_wrapped(out, at, columns, value);
}

void page_cell(struct str *out, const char *text, size_t width)
{
    char *safe = safe_dup(text, 0);
    width_pad(out, safe, width);
    free(safe);
}
