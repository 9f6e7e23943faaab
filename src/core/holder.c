/* SPDX-License-Identifier: MIT
 * The line that names who holds a session. */
#include "core/holder.h"

#include "core/dates.h"
#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

static const char comma[] = ", ", pid[] = "pid ";

enum { PARTS = 4, COMMA = sizeof comma - 1, DAY = sizeof "2026-11-20" - 1 };

void holder_line(
    struct str *out, const char *who, const char *where, long process, const char *since)
{
    str_addf(out, "%s, %s, %s%ld, %s", who, where, pid, process, since);
}

/* From the end: who it is may hold a comma. */
static bool cut(char *line, char *part[PARTS])
{
    for (size_t i = PARTS; i-- > 1;) {
        char *found = NULL;
        for (char *at = line; (at = strstr(at, comma)); at += COMMA)
            found = at;
        if (!found)
            return false;
        *found = '\0';
        part[i] = found + COMMA;
    }
    part[0] = line;
    return true;
}

bool holder_read(struct holder *h, const char *line)
{
    char *copy = mem_dup(line), *part[PARTS];
    bool ok = cut(copy, part) && *part[0] && *part[1] &&
              strncmp(part[2], pid, sizeof pid - 1) == 0 && strlen(part[3]) > DAY &&
              part[3][DAY] == ' ';
    if (ok) {
        part[3][DAY] = '\0';
        ok = day_parse(part[3], &h->day);
    }
    if (ok) {
        h->who = mem_dup(part[0]);
        h->where = mem_dup(part[1]);
        h->process = mem_dup(part[2] + sizeof pid - 1);
        h->time = mem_dup(part[3] + DAY + 1);
    }
    free(copy);
    return ok;
}

void holder_release(struct holder *h)
{
    free(h->who);
    free(h->where);
    free(h->process);
    free(h->time);
}
