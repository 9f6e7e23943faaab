/* SPDX-License-Identifier: MIT
 * Answers as YAML: question -> value, or value with note, evidence and 確認中. Nothing here knows the questions. */
#include "core/mem.h"
#include "core/str.h"
#include "pack/answers_walk.h"
#include "pack/ids.h"

#include <stdlib.h>
#include <string.h>

enum { GIVEN_MAX = 10000 };

/* As written; texts in the walk's arena. */
struct draft_pending {
    const char *whom, *since;
};

struct draft_evidence {
    const char *title, *place, *digest, *seen, *expires;
};

struct draft_given {
    const char *value, *note;
    bool pending;
    struct draft_pending of;
    struct list evidence;
};

#define PENDING(field) offsetof(struct draft_pending, field)
#define EVIDENCE(field) offsetof(struct draft_evidence, field)
#define GIVEN(field) offsetof(struct draft_given, field)

static void read_item(struct walk *w, const struct node *n, void *to)
{
    read_id(w, n, to);
}

/* Ids of choices, joined by one space each. */
static void read_set(struct walk *w, const struct node *n, const char **to)
{
    struct list ids = {0};
    struct str joined = {0};
    walk_sequence(w, n, &ids, sizeof(struct quote), read_item);
    const struct quote *id = ids.at;
    for (size_t i = 0; i < ids.count; i++) {
        str_add(&joined, i && id[i].text ? " " : "");
        str_add(&joined, id[i].text);
    }
    *to = arena_copy(w->arena, str_text(&joined), joined.len);
    str_release(&joined);
}

static void read_value(struct walk *w, const struct node *n, void *to)
{
    if (n->kind == NODE_SEQUENCE)
        read_set(w, n, to);
    else
        read_text(w, n, to);
}

/* to is the whole answer. */
static void read_pending(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"whom", read_text, PENDING(whom), false},
        {"since", read_text, PENDING(since), false},
        {NULL, NULL, 0, false},
    };
    struct draft_given *given = to;
    given->pending = walk_mapping(w, n, keys, &given->of);
}

static void read_one_evidence(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"title", read_text, EVIDENCE(title), true},
        {"place", read_text, EVIDENCE(place), false},
        {"digest", read_text, EVIDENCE(digest), false},
        {"seen", read_text, EVIDENCE(seen), false},
        {"expires", read_text, EVIDENCE(expires), false},
        {NULL, NULL, 0, false},
    };
    (void)walk_mapping(w, n, keys, to);
}

static void read_evidence(struct walk *w, const struct node *n, void *to)
{
    struct place place = n->place;
    struct list *list = to;
    walk_sequence(w, n, list, sizeof(struct draft_evidence), read_one_evidence);
    if (list->count > EVIDENCE_MAX)
        report(w->report, &place, N_("An answer has at most 64 pieces of evidence."));
}

static void read_given(struct walk *w, const struct node *n, struct draft_given *to)
{
    static const struct key keys[] = {
        {"value", read_value, GIVEN(value), false},
        {"note", read_text, GIVEN(note), false},
        {"pending", read_pending, 0, false},
        {"evidence", read_evidence, GIVEN(evidence), false},
        {NULL, NULL, 0, false},
    };
    if (n->kind == NODE_MAPPING)
        (void)walk_mapping(w, n, keys, to);
    else
        read_value(w, n, &to->value);
}

static char *or_empty(const char *text)
{
    return mem_dup(text ? text : "");
}

static void given_add(
    struct given_list *list, const struct quote *question, const struct draft_given *from)
{
    list->at = mem_grow(list->at, list->count, &list->cap, sizeof *list->at);
    struct given *given = &list->at[list->count++];
    const struct draft_evidence *evidence = from->evidence.at;
    *given = (struct given){.question = mem_dup(question->text),
        .value = mem_dup(from->value),
        .pending = from->pending,
        .pending_whom = from->pending ? or_empty(from->of.whom) : NULL,
        .pending_since = from->pending ? or_empty(from->of.since) : NULL,
        .note = mem_dup(from->note),
        .line = question->place.line,
        .column = question->place.column};
    if (from->evidence.count)
        given->evidence = mem_alloc(from->evidence.count, sizeof *given->evidence);
    given->evidence_count = given->evidence_cap = from->evidence.count;
    for (size_t i = 0; i < from->evidence.count; i++)
        given->evidence[i] = (struct evidence){or_empty(evidence[i].title),
            or_empty(evidence[i].place), or_empty(evidence[i].digest), or_empty(evidence[i].seen),
            or_empty(evidence[i].expires)};
}

void read_given_list(struct walk *w, const struct node *n, void *to)
{
    struct given_list *list = to;
    struct ids ids = {0};
    struct node key, value;
    if (n->kind != NODE_MAPPING) {
        walk_refuse(w, n, N_("Keys with values were expected here ('{1}: ...')."), "question");
        return;
    }
    while (cursor_next(&w->cursor, &key)) {
        struct quote question = {0};
        struct draft_given given = {0};
        read_id(w, &key, &question);
        if (cursor_next(&w->cursor, &value))
            read_given(w, &value, &given);
        if (!question.text || w->cursor.broken)
            continue;
        ids_add(&ids, w->scratch, &question, list->count);
        given_add(list, &question, &given);
        if (list->count > GIVEN_MAX) {
            report(w->report, &question.place, N_("There are more than 10000 answers."));
            w->cursor.over = w->cursor.broken = true;
        }
    }
    ids_close(&ids, w->report);
}

void given_list_release(struct given_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        struct given *g = &list->at[i];
        for (size_t k = 0; k < g->evidence_count; k++) {
            free(g->evidence[k].title);
            free(g->evidence[k].place);
            free(g->evidence[k].digest);
            free(g->evidence[k].seen);
            free(g->evidence[k].expires);
        }
        free(g->evidence);
        free(g->question);
        free(g->value);
        free(g->pending_whom);
        free(g->pending_since);
        free(g->note);
    }
    free(list->at);
    *list = (struct given_list){0};
}

/* Somebody who has a training case in hand is told so, not that each of its lines is wrong. */
static bool is_training_case(const struct given_list *list, struct place *at)
{
    bool expects = false, answers = false;
    for (size_t i = 0; i < list->count; i++) {
        expects |= strcmp(list->at[i].question, "expect") == 0;
        if (strcmp(list->at[i].question, "answers") != 0)
            continue;
        answers = true;
        at->line = list->at[i].line;
        at->column = list->at[i].column;
    }
    return expects && answers;
}

bool answers_file_read(struct given_list *out, const char *bytes, size_t len, const char *name,
    struct err_list *problems)
{
    *out = (struct given_list){0};
    struct arena arena = {0};
    size_t before = problems->count;
    struct report found = {.to = problems};
    struct walk w = {.report = &found, .arena = &arena, .scratch = &arena};
    struct node root;
    cursor_begin(&w.cursor, name, bytes, len, &found);
    if (cursor_next(&w.cursor, &root))
        read_given_list(&w, &root, out);
    else if (!w.cursor.broken)
        report(&found, (&(struct place){name, 1, 1}), N_("The file is empty."));
    bool ok = cursor_end(&w.cursor) && !found.failed;
    struct place place = {name, 1, 1};
    if (!ok && is_training_case(out, &place)) {
        problems->count = before;
        found.count = 0;
        report(&found, &place,
            N_("This is a training case of a standard. \"kijun new STANDARD --case NAME\" begins a session with it."));
    }
    arena_release(&arena);
    if (!ok)
        given_list_release(out);
    return ok;
}
