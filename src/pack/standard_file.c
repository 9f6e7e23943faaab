/* SPDX-License-Identifier: MIT
 * standard.yaml as written: the standard itself, branches, sources, lists of choices, scope, authorities. */
#include "pack/draft.h"

#define NAMED(field) offsetof(struct draft_named, field)
#define CHOICE(field) offsetof(struct draft_choice, field)
#define CHOICES(field) offsetof(struct draft_choices, field)
#define AUTHORITY(field) offsetof(struct draft_authority, field)
#define SCOPE(field) offsetof(struct draft_scope, field)
#define HEAD(field) offsetof(struct draft_head, field)

static void read_branch(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"id", read_id, NAMED(id), true},
        {"label", read_words, NAMED(label), true},
        {NULL, NULL, 0, false},
    };
    (void)walk_mapping(w, n, keys, to);
}

static void read_branches(struct walk *w, const struct node *n, void *to)
{
    walk_sequence(w, n, to, sizeof(struct draft_named), read_branch);
}

static void read_source(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"id", read_id, NAMED(id), true},
        {"label", read_words, NAMED(label), true},
        {"who", read_words, NAMED(who), true},
        {NULL, NULL, 0, false},
    };
    (void)walk_mapping(w, n, keys, to);
}

static void read_sources(struct walk *w, const struct node *n, void *to)
{
    walk_sequence(w, n, to, sizeof(struct draft_named), read_source);
}

static void read_choice(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"id", read_id, CHOICE(id), true},
        {"label", read_words, CHOICE(label), true},
        {"hint", read_words, CHOICE(hint), false},
        {"branch", read_id, CHOICE(branch), false},
        {NULL, NULL, 0, false},
    };
    ((struct draft_choice *)to)->place = n->place;
    (void)walk_mapping(w, n, keys, to);
}

void read_choice_items(struct walk *w, const struct node *n, void *to)
{
    walk_sequence(w, n, to, sizeof(struct draft_choice), read_choice);
}

static void read_choice_list(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"choices", read_choice_items, CHOICES(items), true},
        {"ordered", read_flag, CHOICES(ordered), false},
        {NULL, NULL, 0, false},
    };
    (void)walk_mapping(w, n, keys, to);
}

/* The keys are the names of the lists. */
static void read_choice_lists(struct walk *w, const struct node *n, void *to)
{
    struct node key, value;
    if (n->kind != NODE_MAPPING) {
        walk_refuse(w, n, N_("Keys with values were expected here ('{1}: ...')."), "yes_no");
        return;
    }
    while (cursor_next(&w->cursor, &key)) {
        struct draft_choices *list = list_add(w->scratch, to, sizeof *list);
        read_id(w, &key, &list->id);
        if (cursor_next(&w->cursor, &value))
            read_choice_list(w, &value, list);
    }
}

static void read_authority(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"id", read_id, AUTHORITY(id), true},
        {"label", read_words, AUTHORITY(label), true},
        {"note", read_words, AUTHORITY(note), false},
        {"relevant", read_expr, AUTHORITY(relevant), false},
        {"clauses", read_quotes, AUTHORITY(clauses), false},
        {NULL, NULL, 0, false},
    };
    ((struct draft_authority *)to)->place = n->place;
    (void)walk_mapping(w, n, keys, to);
}

static void read_authorities(struct walk *w, const struct node *n, void *to)
{
    walk_sequence(w, n, to, sizeof(struct draft_authority), read_authority);
}

static void read_scope(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"within", read_expr, SCOPE(within), true},
        {"clauses", read_quotes, SCOPE(clauses), true},
        {"finding", read_words, SCOPE(finding), true},
        {"remedy", read_words, SCOPE(remedy), true},
        {NULL, NULL, 0, false},
    };
    (void)walk_mapping(w, n, keys, to);
}

void draft_standard_file(struct draft *d, struct walk *w, const struct node *root)
{
    static const struct key keys[] = {
        {"id", read_id, HEAD(id), true},
        {"revision", read_quote, HEAD(revision), true},
        {"title", read_words, HEAD(title), true},
        {"short_title", read_words, HEAD(short_title), true},
        {"issuer", read_words, HEAD(issuer), true},
        {"clause_note", read_words, HEAD(clause_note), false},
        {"in_force", read_quote, HEAD(in_force), false},
        {"branches", read_branches, HEAD(branches), false},
        {"tier", read_id, HEAD(tier), false},
        {"sources", read_sources, HEAD(sources), true},
        {"choice_lists", read_choice_lists, HEAD(lists), false},
        {"scope", read_scope, HEAD(scope), false},
        {"authorities", read_authorities, HEAD(authorities), true},
        {NULL, NULL, 0, false},
    };
    (void)walk_mapping(w, root, keys, &d->head);
}
