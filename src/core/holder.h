/* SPDX-License-Identifier: MIT
 * Who holds a session, as one line: "tanaka (1001), host, pid 4711, 2026-11-20 09:15". */
#ifndef KIJUN_CORE_HOLDER_H
#define KIJUN_CORE_HOLDER_H

#include "core/str.h"

#include <stdbool.h>
#include <stdint.h>

/* Strings are owned. */
struct holder {
    char *who, *where;
    char *process; /* its number there: 4711 */
    int32_t day;   /* since when */
    char *time;    /* of that day: 09:15 */
};

void holder_line(
    struct str *out, const char *who, const char *where, long process, const char *since);

/* Takes such a line apart; release with holder_release(). False, with nothing to release, if it is none. */
bool holder_read(struct holder *h, const char *line);
void holder_release(struct holder *h);

#endif
