/* SPDX-License-Identifier: MIT
 * Carrying answers: first whatever has its question on the other side, then out again with what a constraint refuses there. */
#include "core/carry.h"

#include "core/assess.h"
#include "core/mem.h"
#include "core/str.h"

#include <stdlib.h>
#include <string.h>

const char *carried_name(enum carried c)
{
    static const char *const names[] = {
        "carried", "no_question", "other_type", "unknown_choice", "too_long", "refused"};
    return names[c];
}

static bool has_anything(const struct answer *a)
{
    return a->value || a->pending || a->note || a->evidence_count;
}

/* ---- values ---- */

/* Each standard ranks the choices in its own order, so a set is written anew. NULL if one of its choices is unknown there. */
static char *set_in_order(const struct question *to, const char *value)
{
    uint64_t set = 0;
    for (const char *at = value; *at; at += strspn(at, " ")) {
        size_t len = strcspn(at, " "), choice = question_choice(to, at, len);
        if (choice == NONE)
            return NULL;
        set |= (uint64_t)1 << choice;
        at += len;
    }
    struct str out = {0};
    for (size_t i = 0; i < to->choice_count; i++)
        if (set >> i & 1)
            str_addf(&out, out.len ? " %s" : "%s", to->choices[i].id);
    return str_take(&out);
}

static bool is_long(const char *text)
{
    return strlen(text) > LINE_TEXT_MAX || strpbrk(text, "\n\t");
}

/* The value as the other question has it, for the caller to free; NULL with *what saying why not. */
static char *value_for(const struct question *to, const char *value, enum carried *what)
{
    char *fit = NULL;
    if (to->type == QUESTION_SELECT_MULTIPLE)
        fit = set_in_order(to, value);
    else if (to->type == QUESTION_TEXT && !to->multiline && is_long(value))
        *what = LEFT_TOO_LONG;
    else if (value_parse(to, value).kind != VALUE_UNKNOWN)
        fit = mem_dup(value);
    if (!fit && *what == CARRIED)
        *what = LEFT_UNKNOWN_CHOICE;
    return fit;
}

/* ---- one answer ---- */

/* Canonical as value_for() makes it, and no more evidence than the source could hold: it always fits. */
static bool put(struct answers *to, size_t q, const struct answer *from, const char *value)
{
    bool ok = answers_put(to, q, value);
    if (from->pending)
        answers_pend(to, q, from->pending_whom ? from->pending_whom : "",
            from->pending_since ? from->pending_since : "");
    answers_note(to, q, from->note);
    for (size_t i = 0; ok && i < from->evidence_count; i++)
        ok = answers_add_evidence(to, q, &from->evidence[i]);
    return ok;
}

static bool take_out(struct answers *to, size_t q)
{
    answers_note(to, q, NULL);
    while (to->at[q].evidence_count)
        answers_drop_evidence(to, q, to->at[q].evidence_count - 1);
    return answers_put(to, q, NULL);
}

static struct carry_item carry_one(struct answers *to, const struct answers *from, size_t q)
{
    const struct question *asked = &from->standard->questions[q];
    const struct answer *answer = &from->at[q];
    struct carry_item item = {
        q, standard_question(to->standard, asked->id, strlen(asked->id)), CARRIED};
    if (item.to == NONE) {
        item.what = LEFT_NO_QUESTION;
        return item;
    }
    const struct question *other = &to->standard->questions[item.to];
    if (other->type != asked->type) {
        item.what = LEFT_OTHER_TYPE;
        return item;
    }
    char *value = answer->value ? value_for(other, answer->value, &item.what) : NULL;
    if (item.what == CARRIED && !put(to, item.to, answer, value))
        item.what = LEFT_UNKNOWN_CHOICE;
    free(value);
    return item;
}

/* ---- constraints ---- */

/* Takes out what is refused as things stand. True if anything was: what another constraint reads may have gone with it. */
static bool take_out_refused(struct carry *c, struct answers *to, int32_t today)
{
    struct assessment a;
    bool any = false;
    assess_init(&a, to, today, PHASE_APPLY);
    for (size_t i = 0; i < c->count; i++) {
        struct carry_item *item = &c->at[i];
        if (item->what != CARRIED || !to->at[item->to].value ||
            assess_allows(&a, item->to, to->at[item->to].value))
            continue;
        item->what = LEFT_REFUSED;
        any = take_out(to, item->to) || any;
        assess_change(&a, item->to);
    }
    assess_release(&a);
    return any;
}

struct carry carry_answers(struct answers *to, const struct answers *from, int32_t today)
{
    struct carry c = {0};
    for (size_t q = 0; q < from->standard->question_count; q++) {
        if (!has_anything(&from->at[q]))
            continue;
        c.at = mem_grow(c.at, c.count, &c.cap, sizeof *c.at);
        c.at[c.count++] = carry_one(to, from, q);
    }
    while (take_out_refused(&c, to, today))
        ; /* each round leaves fewer */
    for (size_t i = 0; i < c.count; i++)
        c.carried += c.at[i].what == CARRIED;
    return c;
}

void carry_release(struct carry *c)
{
    free(c->at);
    *c = (struct carry){0};
}
