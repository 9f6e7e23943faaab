/* SPDX-License-Identifier: MIT
 * clauses.yaml as written: every clause of the text, in its order. */
#include "pack/draft.h"

#define CLAUSE(field) offsetof(struct draft_clause, field)
#define ASIDE(field) offsetof(struct draft_aside, field)

void read_binding(struct walk *w, const struct node *n, void *to)
{
    const char *names[] = {binding_name(BINDING_INFO), binding_name(BINDING_CONSIDER),
        binding_name(BINDING_SHOULD), binding_name(BINDING_MUST)};
    read_word(w, n, names, sizeof names / sizeof *names, to);
}

/* The first aside means "none" and has no name. */
static void read_as(struct walk *w, const struct node *n, void *to)
{
    const char *names[ASIDE_COUNT - 1];
    for (int i = 1; i < ASIDE_COUNT; i++)
        names[i - 1] = aside_name((enum aside)i);
    read_word(w, n, names, ASIDE_COUNT - 1, to);
}

static void read_aside(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"as", read_as, ASIDE(as), true},
        {"reason", read_words, ASIDE(reason), false},
        {NULL, NULL, 0, false},
    };
    (void)walk_mapping(w, n, keys, to);
}

static void read_clause(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"id", read_quote, CLAUSE(id), true},
        {"binding", read_binding, CLAUSE(binding), true},
        {"gist", read_words, CLAUSE(gist), true},
        {"reading", read_words, CLAUSE(reading), false},
        {"not_asked", read_aside, CLAUSE(aside), false},
        {NULL, NULL, 0, false},
    };
    ((struct draft_clause *)to)->place = n->place;
    (void)walk_mapping(w, n, keys, to);
}

static void read_clauses(struct walk *w, const struct node *n, void *to)
{
    walk_sequence(w, n, to, sizeof(struct draft_clause), read_clause);
}

void draft_clauses_file(struct draft *d, struct walk *w, const struct node *root)
{
    static const struct key keys[] = {
        {"clauses", read_clauses, 0, true},
        {NULL, NULL, 0, false},
    };
    (void)walk_mapping(w, root, keys, &d->clauses);
}
