/* SPDX-License-Identifier: MIT
 * The answers of a session as an answers file. Every scalar is quoted, so that no answer can be taken for anything else. */
#include "cli/quote.h"
#include "cli/show.h"

#include <string.h>

static void add_pair(struct str *out, const char *before, const char *key, const char *text)
{
    str_addf(out, "%s%s: ", before, key);
    quote_yaml(out, text);
    str_add_char(out, '\n');
}

static void add_pair_if(struct str *out, const char *before, const char *key, const char *text)
{
    if (text && *text)
        add_pair(out, before, key, text);
}

static void add_value(struct str *out, const struct question *q, const char *value)
{
    if (q->type != QUESTION_SELECT_MULTIPLE) {
        quote_yaml(out, value);
        return;
    }
    str_add_char(out, '[');
    for (const char *id = value; *id;) {
        size_t len = strcspn(id, " ");
        str_addf(out, "%s\"%.*s\"", id == value ? "" : ", ", (int)len, id);
        id += len + (id[len] == ' ');
    }
    str_add_char(out, ']');
}

static void add_pending(struct str *out, const struct answer *a)
{
    str_add(out, "  pending:\n");
    add_pair(out, "    ", "whom", a->pending_whom ? a->pending_whom : "");
    add_pair_if(out, "    ", "since", a->pending_since);
}

static void add_evidence(struct str *out, const struct answer *a)
{
    str_add(out, "  evidence:\n");
    for (size_t i = 0; i < a->evidence_count; i++) {
        const struct evidence *e = &a->evidence[i];
        add_pair(out, "    - ", "title", e->title ? e->title : "");
        add_pair_if(out, "      ", "place", e->place);
        add_pair_if(out, "      ", "digest", e->digest);
        add_pair_if(out, "      ", "seen", e->seen);
        add_pair_if(out, "      ", "expires", e->expires);
    }
}

static void add_answer(struct str *out, const struct question *q, const struct answer *a)
{
    bool note = a->note && *a->note;
    if (!a->value && !a->pending && !note && !a->evidence_count)
        return;
    str_addf(out, "%s:", q->id);
    if (!a->pending && !note && !a->evidence_count) {
        str_add_char(out, ' ');
        add_value(out, q, a->value);
        str_add_char(out, '\n');
        return;
    }
    str_add_char(out, '\n');
    if (a->value) {
        str_add(out, "  value: ");
        add_value(out, q, a->value);
        str_add_char(out, '\n');
    }
    if (a->pending)
        add_pending(out, a);
    add_pair_if(out, "  ", "note", a->note);
    if (a->evidence_count)
        add_evidence(out, a);
}

void show_answers(struct str *out, const struct session *s)
{
    const struct standard *standard = s->standard;
    size_t before = out->len;
    str_addf(out, "# %s %s %s\n", s->id, standard->id, standard->revision);
    size_t head = out->len;
    for (size_t q = 0; q < standard->question_count; q++)
        add_answer(out, &standard->questions[q], &s->answers.at[q]);
    if (out->len == head && head > before)
        str_add(out, "{}\n");
}
