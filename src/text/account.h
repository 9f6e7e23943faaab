/* SPDX-License-Identifier: MIT
 * What a move to another revision does, told line by line: the screen and the command line show the same account. */
#ifndef KIJUN_TEXT_ACCOUNT_H
#define KIJUN_TEXT_ACCOUNT_H

#include "core/move.h"
#include "core/str.h"

enum account_rank { ACCOUNT_HEADING, ACCOUNT_ITEM, ACCOUNT_DETAIL, ACCOUNT_BLANK };

/* text may hold typed words: not made safe yet. */
struct account_line {
    enum account_rank rank;
    const char *mark; /* one column, static; "" for none */
    char *text;
};

struct account {
    struct account_line *at;
    size_t count, cap;
};

void account_of(struct account *out, enum lang lang, const struct move *m);
void account_release(struct account *a);

/* What of a question differs, in words: "its wording, its choices". Nothing for 0. */
void account_differs(struct str *out, enum lang lang, uint32_t what);

#endif
