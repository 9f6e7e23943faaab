/* SPDX-License-Identifier: MIT
 * Moves as entries: writing them, and reading from the last to the first how far back the answers to each question reach. */
#include "core/lineage.h"

#include "core/difference.h"
#include "core/mem.h"
#include "core/str.h"

#include <stdlib.h>
#include <string.h>

/* ---- the value of a move: the digest, then a question a line ---- */

/* The next line of *at, without its newline; false after the last. */
static bool next_line(const char **at, const char **line, size_t *len)
{
    if (!*at)
        return false;
    *line = *at;
    *len = strcspn(*at, "\n");
    *at = (*at)[*len] ? *at + *len + 1 : NULL;
    return true;
}

/* Behind the digest, which entry_standard() reads. */
static const char *questions_of(const struct entry *move)
{
    const char *end = move->value ? strchr(move->value, '\n') : NULL;
    return end ? end + 1 : NULL;
}

char *move_pack(const struct answers *from, const struct standard *to)
{
    const struct standard *was = from->standard;
    char digest[DIGEST_HEX];
    struct str out = {0};
    digest_hex(&to->digest, digest);
    str_add(&out, digest);
    for (size_t q = 0; q < was->question_count; q++) {
        const char *id = was->questions[q].id;
        size_t now = answer_said(&from->at[q]) ? standard_question(to, id, strlen(id)) : NONE;
        if (now == NONE || question_differs(was, q, to, now) & DIFFERS_ANSWER)
            continue;
        str_add_char(&out, '\n');
        str_add(&out, id);
    }
    return str_take(&out);
}

/* ---- from the last move to the first ---- */

/* Takes the questions that move number `number` (from 0) carries: those carried by all later ones count from before it on. */
static bool reach_back(
    struct lineage *l, const struct standard *newest, const struct entry *move, uint32_t number)
{
    const char *at = questions_of(move), *id;
    size_t len;
    bool last = number + 1 == l->moves;
    while (next_line(&at, &id, &len)) {
        size_t q = standard_question(newest, id, len);
        if (len == 0 || (q == NONE && last) || (q != NONE && l->since[q] == number))
            return false;
        if (q != NONE && l->since[q] == number + 1)
            l->since[q] = number;
    }
    return true;
}

static bool leads_to(const struct entry *move, const struct standard *s)
{
    struct digest digest;
    return entry_standard(move, &digest) && digest_same(&digest, &s->digest);
}

static bool read_moves(
    struct lineage *l, const struct standard *newest, const struct entries *history, size_t *bad)
{
    struct digest digest;
    uint32_t number = (uint32_t)l->moves;
    for (size_t i = history->count; i-- > 0 && number > 0;) {
        const struct entry *e = &history->at[i];
        if (e->what != ENTRY_MOVE)
            continue;
        *bad = i;
        if (number == l->moves ? !leads_to(e, newest) : !entry_standard(e, &digest))
            return false;
        if (!reach_back(l, newest, e, --number))
            return false;
    }
    return true;
}

bool lineage_init(
    struct lineage *l, const struct standard *newest, const struct entries *history, size_t *bad)
{
    *l = (struct lineage){0};
    for (size_t i = 0; i < history->count; i++)
        l->moves += history->at[i].what == ENTRY_MOVE;
    if (l->moves == 0)
        return true;
    l->since = mem_alloc(newest->question_count, sizeof *l->since);
    l->run = mem_alloc(newest->question_count, sizeof *l->run);
    l->until = mem_alloc(newest->question_count, sizeof *l->until);
    l->kept = mem_alloc(newest->question_count, sizeof *l->kept);
    for (size_t q = 0; q < newest->question_count; q++)
        l->since[q] = (uint32_t)l->moves;
    if (read_moves(l, newest, history, bad))
        return true;
    lineage_release(l);
    return false;
}

void lineage_release(struct lineage *l)
{
    free(l->since);
    free(l->run);
    free(l->until);
    free(l->kept);
    *l = (struct lineage){0};
}

/* ---- from the first to the last ---- */

void lineage_pass(struct lineage *l, const struct standard *newest, const struct entry *move)
{
    const char *at = questions_of(move), *id;
    size_t len;
    uint32_t made = (uint32_t)l->made;
    while (next_line(&at, &id, &len)) {
        size_t q = standard_question(newest, id, len);
        if (q == NONE)
            continue;
        if (l->until[q] != made)
            l->run[q] = made;
        l->until[q] = made + 1;
    }
    l->made++;
}

bool lineage_counts(const struct lineage *l, size_t question)
{
    return l->moves == 0 || l->made >= l->since[question];
}

size_t lineage_run(const struct lineage *l, size_t question)
{
    return l->until[question] == l->made ? l->run[question] : l->made;
}
