/* SPDX-License-Identifier: MIT
 * What is typed to look for something, the keys it is compared with, and whether one is typing or in the list of what was found. */
#ifndef KIJUN_APP_FIND_H
#define KIJUN_APP_FIND_H

#include "app/edit.h"

enum { FIND_MAX = 200 };

/* The parts of a question that are searched; of a clause there is only FIND_LABEL. */
enum find_part { FIND_LABEL, FIND_HINT, FIND_CLAUSE, FIND_ANSWER, FIND_NOTE, FIND_PARTS };

struct find {
    struct edit field;
    bool typing;
    char **
        keys; /* FIND_PARTS for each question, then one for each clause; owned, as search_key() makes them */
    size_t key_count;
    char *last;   /* what was looked for before; NULL: nothing */
    size_t found; /* questions and clauses */
};

#endif
