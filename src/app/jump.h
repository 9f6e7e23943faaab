/* SPDX-License-Identifier: MIT
 * Everything that has a name, and what is typed of one. */
#ifndef KIJUN_APP_JUMP_H
#define KIJUN_APP_JUMP_H

#include "app/edit.h"

enum named_kind {
    NAMED_ACTION, /* index: of the commands of names.c, in a session or at home */
    NAMED_QUESTION,
    NAMED_STAGE,
    NAMED_SOURCE,
    NAMED_CLAUSE,
    NAMED_PAPER,
    NAMED_STANDARD, /* index: a row of choosing */
    NAMED_SESSION,  /* index: a row of home */
    NAMED_SETTING   /* index: a row of the settings */
};

/* Strings are owned; the keys are those of search_key(), a line for each language. */
struct named {
    enum named_kind kind;
    size_t index;
    char *name, *title;
    char *name_key, *title_key;
};

struct jump {
    struct edit field;
    bool typing;
    struct named *at;
    size_t count, cap;
    char *standard; /* the id of the standard to look at once all are compared; or NULL */
};

#endif
