/* SPDX-License-Identifier: MIT
 * A decision in the history: its name, its day, and whatever lines follow. */
#include "core/review.h"

#include "core/dates.h"
#include "core/mem.h"
#include "core/str.h"

#include <stdlib.h>
#include <string.h>

static const char *const names[DECISION_COUNT] = {
    "none", "approved", "conditional", "refused", "returned"};

enum { LINE = 12 }; /* holds each name, and a day */

const char *decision_name(enum decision d)
{
    return names[d];
}

bool decision_parse(const char *name, enum decision *out)
{
    for (int i = 0; i < DECISION_COUNT; i++)
        if (strcmp(names[i], name) == 0) {
            *out = (enum decision)i;
            return true;
        }
    return false;
}

bool decision_approves(enum decision d)
{
    return d == DECISION_APPROVED || d == DECISION_CONDITIONAL;
}

bool decision_among(enum decision d, unsigned decisions)
{
    return d == DECISION_NONE || !decisions || (decisions >> d & 1);
}

bool decision_wants_text(enum decision d)
{
    return d == DECISION_CONDITIONAL || d == DECISION_REFUSED || d == DECISION_RETURNED;
}

void review_release(struct review *r)
{
    free(r->text);
    free(r->by);
    *r = (struct review){0};
}

void review_copy(struct review *to, const struct review *from)
{
    *to = *from;
    to->text = mem_dup(from->text);
    to->by = mem_dup(from->by);
}

/* The first line at *at, and *at past it. False if it is as long as no line of a decision is. */
static bool line_read(const char **at, char out[LINE])
{
    size_t len = strcspn(*at, "\n");
    if (len >= LINE)
        return false;
    memcpy(out, *at, len);
    out[len] = '\0';
    *at += len + ((*at)[len] == '\n');
    return true;
}

/* Only as review_pack() writes it: the same is never said in two ways. */
static bool day_read(const char *text, int32_t *day)
{
    char iso[LINE];
    if (!day_parse(text, day))
        return false;
    day_iso(*day, iso);
    return strcmp(iso, text) == 0;
}

bool review_read(struct review *r, const struct entry *e)
{
    struct review said = {.seq = e->seq};
    const char *at = e->value;
    char name[LINE], day[LINE];
    if (e->what != ENTRY_REVIEW || !at || !line_read(&at, name) || !line_read(&at, day) ||
        !decision_parse(name, &said.decision) || !day_read(day, &said.day))
        return false;
    said.text = *at ? mem_dup(at) : NULL;
    said.by = mem_dup(e->actor);
    review_release(r);
    *r = said;
    return true;
}

const char *review_line(const char **at, size_t *len)
{
    if (!*at)
        return NULL;
    const char *line = *at + strspn(*at, "\n");
    *len = strcspn(line, "\n");
    *at = line + *len;
    return *len ? line : NULL;
}

char *review_pack(enum decision decision, int32_t day, const char *text)
{
    struct str out = {0};
    char iso[LINE];
    day_iso(day, iso);
    str_addf(&out, "%s\n%s", decision_name(decision), iso);
    if (text && *text)
        str_addf(&out, "\n%s", text);
    return str_take(&out);
}
