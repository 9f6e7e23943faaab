/* SPDX-License-Identifier: MIT
 * Phase one: every file as it is written. */
#include "pack/draft.h"

#include <string.h>

typedef void file_walker(struct draft *d, struct walk *w, const struct node *root);

static void read_file(
    struct draft *d, const struct bundle_file *file, file_walker *walk, bool *lost)
{
    struct walk w = {
        .report = &d->report, .arena = &d->s->arena, .scratch = &d->scratch, .strict = d->strict};
    const char *path = arena_dup(w.arena, file->path);
    struct node root;
    cursor_begin(&w.cursor, path, file->bytes, file->len, &d->report);
    if (cursor_next(&w.cursor, &root)) {
        *lost |= root.kind != NODE_MAPPING;
        walk(d, &w, &root);
    } else if (!w.cursor.broken) {
        report(&d->report, (&(struct place){path, 1, 1}), N_("The file is empty."));
        *lost = true;
    }
    if (!cursor_end(&w.cursor))
        *lost = true;
}

static bool lies_in(const char *path, const char *folder)
{
    size_t len = strlen(folder);
    return strncmp(path, folder, len) == 0 && path[len] == '/';
}

static void read_any(struct draft *d, const struct bundle_file *file)
{
    bool paper_lost = false;
    if (strcmp(file->path, "standard.yaml") == 0)
        read_file(d, file, draft_standard_file, &d->head_lost);
    else if (strcmp(file->path, "clauses.yaml") == 0)
        read_file(d, file, draft_clauses_file, &d->clauses_lost);
    else if (lies_in(file->path, "stages"))
        read_file(d, file, draft_stage_file, &d->stages_lost);
    else if (lies_in(file->path, "documents"))
        read_file(d, file, draft_paper_file, &paper_lost);
    else if (!lies_in(file->path, "training"))
        report(&d->report, (&(struct place){file->path, 0, 0}),
            N_("This file has no place in a standard: there are standard.yaml, clauses.yaml and the folders stages, documents and training."));
}

static void want_file(struct draft *d, const struct bundle *b, const char *path, bool *lost)
{
    for (size_t i = 0; i < b->count; i++)
        if (strcmp(b->file[i].path, path) == 0 || lies_in(b->file[i].path, path))
            return;
    report(&d->report, (&(struct place){path, 0, 0}),
        N_("A standard needs this, and it is not there."));
    *lost = true;
}

void draft_read(struct draft *d, const struct bundle *b)
{
    for (size_t i = 0; i < b->count; i++)
        read_any(d, &b->file[i]);
    bool papers_lost = false;
    want_file(d, b, "standard.yaml", &d->head_lost);
    want_file(d, b, "clauses.yaml", &d->clauses_lost);
    want_file(d, b, "stages", &d->stages_lost);
    want_file(d, b, "documents", &papers_lost);
}

void draft_release(struct draft *d)
{
    arena_release(&d->scratch);
}
