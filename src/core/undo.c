/* SPDX-License-Identifier: MIT
 * Undos, read from the first entry to the last. */
#include "core/undo.h"

#include "core/mem.h"
#include "core/standard.h"
#include "core/str.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_CHANGE = 2 }; /* index: a session begins with two entries, which make it one */

char *undo_pack(int64_t seq)
{
    struct str out = {0};
    str_addf(&out, "%lld", (long long)seq);
    return str_take(&out);
}

/* The index that the undo at `index` goes back to; NONE if it names none before it. */
static size_t target(const struct entries *history, size_t index)
{
    const char *value = history->at[index].value;
    char *end;
    if (!value || *value < '1' || *value > '9')
        return NONE;
    unsigned long long seq = strtoull(value, &end, 10);
    return !*end && seq > FIRST_CHANGE && seq <= index ? (size_t)seq - 1 : NONE;
}

/* Takes back all that counts from `from` up to the undo at `index`. */
static bool take_back(const struct entries *history, bool *back, size_t from, size_t index)
{
    if (from == NONE || back[from])
        return false;
    for (size_t i = from; i < index; i++) {
        if (history->at[i].what == ENTRY_MOVE)
            return false;
        back[i] = true;
    }
    return true;
}

bool undo_read(const struct entries *history, bool *back, size_t *bad)
{
    for (size_t i = 0; i < history->count; i++) {
        back[i] = history->at[i].what == ENTRY_UNDO;
        if (back[i] && !take_back(history, back, target(history, i), i)) {
            *bad = i;
            return false;
        }
    }
    return true;
}

/* ---- what goes back next ---- */

/* The last entry before `from` that counts; NONE where a move or the beginning is reached first. */
static size_t counting_before(const struct entries *history, const bool *back, size_t from)
{
    for (size_t i = from; i-- > FIRST_CHANGE;) {
        if (history->at[i].what == ENTRY_MOVE)
            return NONE;
        if (!back[i])
            return i;
    }
    return NONE;
}

/* Said of the same question by the same person at the same time. */
static bool in_one_go(const struct entry *a, const struct entry *b)
{
    return a->time == b->time && !strcmp(a->subject, b->subject) && !strcmp(a->actor, b->actor);
}

size_t undo_next(const struct entries *history)
{
    size_t bad;
    bool *back = mem_alloc(history->count, sizeof *back);
    bool said[ENTRY_WHAT_COUNT] = {false};
    size_t first =
        undo_read(history, back, &bad) ? counting_before(history, back, history->count) : NONE;
    for (size_t i = first; i != NONE; i = counting_before(history, back, i)) {
        const struct entry *e = &history->at[i];
        if (said[e->what] || !in_one_go(e, &history->at[first]))
            break; /* said twice, it was changed in between */
        said[e->what] = true;
        first = i;
    }
    free(back);
    return first;
}
