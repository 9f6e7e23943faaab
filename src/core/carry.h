/* SPDX-License-Identifier: MIT
 * Answers carried from one standard to another by question id: the same fact has the same id everywhere, so what was told once
 * need not be told again. Pure. */
#ifndef KIJUN_CORE_CARRY_H
#define KIJUN_CORE_CARRY_H

#include "core/answers.h"

#include <stdint.h>

/* What became of an answer. */
enum carried {
    CARRIED,
    LEFT_NO_QUESTION,    /* the other standard has no question of that id */
    LEFT_OTHER_TYPE,     /* it has one, of another type */
    LEFT_UNKNOWN_CHOICE, /* it does not know the choice */
    LEFT_TOO_LONG,       /* it takes one line, the answer is a longer text */
    LEFT_REFUSED,        /* its constraint refuses the answer */
    CARRIED_COUNT
};

const char *carried_name(enum carried c); /* carried, no_question, other_type, ... */

/* One question of the source that has anything: a value, 確認中, a note or evidence. */
struct carry_item {
    size_t from, to; /* question indexes; to NONE for LEFT_NO_QUESTION */
    enum carried what;
};

struct carry {
    struct carry_item *at; /* in the order of the source */
    size_t count, cap;
    size_t carried; /* of them */
};

/* Puts every answer of from that fits into to, which has been initialised under the other standard and holds nothing: value (choices by id),
 * 確認中, note and evidence go together or stay together. Parked ones too: they are facts. Constraints are judged on today, against all that
 * was carried. Release with carry_release(). */
struct carry carry_answers(struct answers *to, const struct answers *from, int32_t today);
void carry_release(struct carry *c);

#endif
