/* SPDX-License-Identifier: MIT
 * The training cases that a standard has to practise with. */
#ifndef KIJUN_APP_CASES_H
#define KIJUN_APP_CASES_H

#include "core/words.h"

#include <stddef.h>

/* story: what it is about; reason: what it shows. Strings are owned. */
struct case_row {
    char *id;
    char *title[LANG_COUNT], *story[LANG_COUNT], *reason[LANG_COUNT];
};

struct cases {
    struct case_row *rows; /* each is a line of the list, in this order */
    size_t count;
};

#endif
