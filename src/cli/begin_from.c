/* SPDX-License-Identifier: MIT
 * A session begun with the answers of another: what carries becomes its first entries. */
#include "cli/desk.h"

#include <stdlib.h>

struct giver {
    const struct session *from;
    struct carry *carry;
};

static void add_answer(struct changes *out, const char *id, const struct answer *a)
{
    if (a->value)
        changes_add(out, ENTRY_ANSWER, id, a->value);
    if (a->pending) {
        char *packed = pending_pack(
            a->pending_whom ? a->pending_whom : "", a->pending_since ? a->pending_since : "");
        changes_add(out, ENTRY_PENDING, id, packed);
        free(packed);
    }
    if (a->note)
        changes_add(out, ENTRY_NOTE, id, a->note);
    for (size_t i = 0; i < a->evidence_count; i++) {
        char *packed = evidence_pack(&a->evidence[i]);
        changes_add(out, ENTRY_EVIDENCE, id, packed);
        free(packed);
    }
}

static bool carried_changes(void *from, const struct session *s, struct changes *out, struct err *e)
{
    const struct giver *giver = from;
    (void)e; /* what does not fit is left out, and told */
    struct answers told;
    answers_init(&told, s->standard);
    *giver->carry = carry_answers(&told, &giver->from->answers, s->assessment.today);
    for (size_t q = 0; q < s->standard->question_count; q++)
        add_answer(out, s->standard->questions[q].id, &told.at[q]);
    answers_release(&told);
    return true;
}

bool desk_begin_from(struct desk *d, const char *standard, const char *title,
    const struct session *from, struct carry *carry, struct session *s, struct err *e)
{
    struct giver giver = {from, carry};
    if (!title || !*title)
        title = from->title;
    return desk_begin_with(d, standard, title, from->practice, carried_changes, &giver, s, e);
}
