/* SPDX-License-Identifier: MIT
 * Where a clause is handled, in words. */
#include "cli/handled.h"

#include "text/msg.h"
#include "text/phrase.h"

void handled_words(struct str *out, enum lang lang, const struct standard *s, size_t clause,
    const struct handling *h)
{
    static const char *const sentences[HANDLED_COUNT] = {
        [HANDLED_QUESTION] = N_("question {1}"),
        [HANDLED_REQUIREMENT] = N_("requirement {1}"),
        [HANDLED_AUTHORITY] = N_("who decides: {1}"),
        [HANDLED_PAPER] = N_("paper {1}"),
        [HANDLED_SCOPE] = N_("scope of the standard"),
    };
    if (h->how == HANDLED_ASIDE)
        str_add(out, phrase_aside(lang, s->clauses[clause].aside));
    else
        tr_add(out, lang, sentences[h->how], h->id);
}
