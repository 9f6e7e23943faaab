/* SPDX-License-Identifier: MIT
 * Names and look-ups of a standard. Everything else about it is plain data, filled by pack/. */
#include "core/standard.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

static const char *const binding_names[] = {"info", "consider", "should", "must"};
static const char *const phase_names[] = {
    "select", "contract", "apply", "build", "operate", "retire"};
static const char *const aside_names[] = {"", "heading", "definition", "duty", "example", "scope"};
static const char *const type_names[] = {
    "text", "integer", "date", "select_one", "select_multiple", "check"};
static const char *const builtin_names[] = {"", "session", "title", "standard", "revision",
    "issuer", "branch", "authority", "verdict", "created", "changed", "printed", "actor", "head",
    "reference", "decision", "decided", "permitted", "conditions", "reasons", "returned",
    "remarks"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

_Static_assert(COUNT(phase_names) == PHASE_COUNT, "a name for each phase");
_Static_assert(COUNT(aside_names) == ASIDE_COUNT, "a name for each aside");
_Static_assert(COUNT(type_names) == QUESTION_TYPE_COUNT, "a name for each type");
_Static_assert(COUNT(builtin_names) == BUILTIN_COUNT, "a name for each builtin");

const char *binding_name(enum binding b)
{
    return binding_names[b];
}

const char *phase_name(enum phase p)
{
    return phase_names[p];
}

const char *aside_name(enum aside a)
{
    return aside_names[a];
}

const char *question_type_name(enum question_type t)
{
    return type_names[t];
}

const char *builtin_name(enum builtin b)
{
    return builtin_names[b];
}

/* FNV-1a */
static uint32_t hash(const char *id, size_t len)
{
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < len; i++)
        h = (h ^ (unsigned char)id[i]) * 16777619u;
    return h;
}

static bool same(const char *id, const char *other, size_t len)
{
    return strncmp(id, other, len) == 0 && id[len] == '\0';
}

void standard_index(struct standard *s)
{
    size_t size = 16;
    while (size < s->question_count * 2)
        size *= 2;
    uint32_t *names = arena_alloc(&s->arena, size, sizeof *names);
    for (size_t q = 0; q < s->question_count; q++) {
        const char *id = s->questions[q].id;
        size_t at = hash(id, strlen(id)) & (size - 1);
        while (names[at])
            at = (at + 1) & (size - 1);
        names[at] = (uint32_t)q + 1;
    }
    s->names = names;
    s->names_size = size;
}

size_t standard_question(const struct standard *s, const char *id, size_t len)
{
    if (s->names_size == 0)
        return NONE;
    size_t at = hash(id, len) & (s->names_size - 1);
    while (s->names[at]) {
        size_t q = s->names[at] - 1;
        if (same(s->questions[q].id, id, len))
            return q;
        at = (at + 1) & (s->names_size - 1);
    }
    return NONE;
}

/* The other lists are short or looked up rarely: each is searched from its beginning. */
#define FIND(list, count, wanted)                                                                  \
    for (size_t i_ = 0; i_ < (count); i_++)                                                        \
        if (strcmp((list)[i_].id, wanted) == 0)                                                    \
            return i_;                                                                             \
    return NONE

size_t standard_requirement(const struct standard *s, const char *id)
{
    FIND(s->requirements, s->requirement_count, id);
}

size_t standard_clause(const struct standard *s, const char *id)
{
    FIND(s->clauses, s->clause_count, id);
}

size_t standard_paper(const struct standard *s, const char *id)
{
    FIND(s->papers, s->paper_count, id);
}

size_t standard_stage(const struct standard *s, const char *id)
{
    FIND(s->stages, s->stage_count, id);
}

size_t question_choice(const struct question *q, const char *id, size_t len)
{
    for (size_t i = 0; i < q->choice_count; i++)
        if (same(q->choices[i].id, id, len))
            return i;
    return NONE;
}

void standard_free(struct standard *s)
{
    if (!s)
        return;
    arena_release(&s->arena);
    if (s->image)
        (void)munmap(s->image, s->image_len); /* what was mapped can be unmapped */
    free(s);
}
