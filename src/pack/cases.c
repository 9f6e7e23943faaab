/* SPDX-License-Identifier: MIT
 * training/NAME.yaml. */
#include "pack/cases.h"

#include "core/dates.h"
#include "core/folder.h"
#include "core/mem.h"
#include "pack/answers_walk.h"

#include <stdlib.h>
#include <string.h>

static const char folder[] = "training/";

bool is_case(const struct bundle_file *file)
{
    return strncmp(file->path, folder, sizeof folder - 1) == 0;
}

/* As written. */
struct draft_expect {
    struct place place;
    struct given_word verdict;
    struct quote authority, branch;
    struct list missing, forbidding, advisory, clauses;
};

struct draft_case {
    struct words title, story, reason;
    struct quote today;
    struct given_list *answers; /* the case's own */
    struct draft_expect expect;
};

#define EXPECT(field) offsetof(struct draft_expect, field)
#define CASE(field) offsetof(struct draft_case, field)

static void read_verdict(struct walk *w, const struct node *n, void *to)
{
    const char *names[] = {verdict_name(VERDICT_INCOMPLETE), verdict_name(VERDICT_SELECTABLE),
        verdict_name(VERDICT_NOT_SELECTABLE), verdict_name(VERDICT_OUT_OF_SCOPE)};
    read_word(w, n, names, sizeof names / sizeof *names, to);
}

/* An id, or null for "cannot be told". */
static void read_id_or_null(struct walk *w, const struct node *n, void *to)
{
    if (!node_is_null(n))
        read_id(w, n, to);
}

static void read_expect(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"verdict", read_verdict, EXPECT(verdict), true},
        {"authority", read_id_or_null, EXPECT(authority), false},
        {"branch", read_id_or_null, EXPECT(branch), false},
        {"missing", read_quotes, EXPECT(missing), true},
        {"forbidding", read_quotes, EXPECT(forbidding), true},
        {"advisory", read_quotes, EXPECT(advisory), true},
        {"clauses", read_quotes, EXPECT(clauses), true},
        {NULL, NULL, 0, false},
    };
    ((struct draft_expect *)to)->place = n->place;
    (void)walk_mapping(w, n, keys, to);
}

static void read_answers(struct walk *w, const struct node *n, void *to)
{
    read_given_list(w, n, *(struct given_list **)to);
}

static void read_case(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"title", read_words, CASE(title), true},
        {"story", read_words, CASE(story), true},
        {"today", read_quote, CASE(today), false},
        {"answers", read_answers, CASE(answers), true},
        {"expect", read_expect, CASE(expect), true},
        {"reason", read_words, CASE(reason), true},
        {NULL, NULL, 0, false},
    };
    (void)walk_mapping(w, n, keys, to);
}

static const struct case_id *ids_of(struct arena *arena, const struct list *quotes)
{
    const struct quote *from = quotes->at;
    struct case_id *to = arena_alloc(arena, quotes->count + 1, sizeof *to);
    size_t count = 0;
    for (size_t i = 0; i < quotes->count; i++)
        if (from[i].text)
            to[count++] = (struct case_id){from[i].text, from[i].place};
    return to;
}

static void take(struct training_case *c, const struct draft_case *from, struct report *found)
{
    const struct draft_expect *expect = &from->expect;
    c->title = from->title;
    c->story = from->story;
    c->reason = from->reason;
    if (from->today.text && !day_parse(from->today.text, &c->today))
        report(found, &from->today.place, N_("'{1}' is not a date."), from->today.text);
    if (expect->verdict.plus_one)
        c->verdict = (enum verdict)given_value(expect->verdict);
    c->authority = (struct case_id){expect->authority.text, expect->authority.place};
    c->branch = (struct case_id){expect->branch.text, expect->branch.place};
    c->missing = ids_of(&c->arena, &expect->missing);
    c->forbidding = ids_of(&c->arena, &expect->forbidding);
    c->advisory = ids_of(&c->arena, &expect->advisory);
    c->clauses = ids_of(&c->arena, &expect->clauses);
    c->expect = expect->place;
}

/* training/abroad.yaml -> abroad */
static const char *id_of(struct arena *arena, const char *path)
{
    const char *name = folder_entry(path);
    return arena_copy(arena, name, strcspn(name, "."));
}

bool case_read_strictly(
    struct training_case *c, const struct bundle_file *file, struct report *found, bool strict)
{
    *c = (struct training_case){.today = DAY_NONE};
    struct arena scratch = {0};
    struct draft_case draft = {.answers = &c->answers};
    struct walk w = {.report = found, .arena = &c->arena, .scratch = &scratch, .strict = strict};
    bool failed_before = found->failed;
    found->failed = false;
    const char *path = arena_dup(&c->arena, file->path);
    struct node root;
    cursor_begin(&w.cursor, path, file->bytes, file->len, found);
    if (cursor_next(&w.cursor, &root))
        read_case(&w, &root, &draft);
    else if (!w.cursor.broken)
        report(found, (&(struct place){path, 1, 1}), N_("The file is empty."));
    (void)cursor_end(&w.cursor);
    c->id = id_of(&c->arena, file->path);
    take(c, &draft, found);
    arena_release(&scratch);
    bool ok = !found->failed;
    found->failed |= failed_before;
    if (!ok)
        case_release(c);
    return ok;
}

bool case_read(struct training_case *c, const struct bundle_file *file, struct err_list *problems)
{
    struct report found = {.to = problems};
    return case_read_strictly(c, file, &found, false);
}

void case_release(struct training_case *c)
{
    given_list_release(&c->answers);
    arena_release(&c->arena);
    *c = (struct training_case){0};
}

void case_list_read(struct case_list *list, const struct bundle *b, struct err_list *problems)
{
    for (size_t i = 0; i < b->count; i++) {
        struct training_case c;
        if (!is_case(&b->file[i]) || !case_read(&c, &b->file[i], problems))
            continue;
        list->at = mem_grow(list->at, list->count, &list->cap, sizeof *list->at);
        list->at[list->count++] = c;
    }
}

void case_list_release(struct case_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        case_release(&list->at[i]);
    free(list->at);
    *list = (struct case_list){0};
}
