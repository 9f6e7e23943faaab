/* SPDX-License-Identifier: MIT
 * What is being typed, kept beside the history. What the store cannot take, as when the disk is full, stays in memory: it is back in its
 * field, and is tried again until the store has it. */
#include "cli/errands.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

static bool is_here(const struct loop *l, const struct unkept *u)
{
    return strcmp(u->id, l->session->id) == 0 && strcmp(u->path, store_path(l->where)) == 0;
}

static struct unkept *find(struct loop *l, const char *question, const char *field)
{
    for (size_t i = 0; i < l->unkept_count; i++) {
        struct unkept *u = &l->unkept[i];
        if (is_here(l, u) && !strcmp(u->question, question) && !strcmp(u->field, field))
            return u;
    }
    return NULL;
}

static void forget(struct loop *l, struct unkept *u)
{
    free(u->path);
    free(u->id);
    free(u->question);
    free(u->field);
    free(u->text);
    *u = l->unkept[--l->unkept_count];
}

static void remember(struct loop *l, const struct errand *errand)
{
    if (!errand->text)
        return;
    l->unkept = mem_grow(l->unkept, l->unkept_count, &l->unkept_cap, sizeof *l->unkept);
    l->unkept[l->unkept_count++] = (struct unkept){
        .path = mem_dup(store_path(l->where)),
        .id = mem_dup(l->session->id),
        .question = mem_dup(errand->subject),
        .field = mem_dup(errand->field),
        .text = mem_dup(errand->text),
    };
}

void errands_try_drafts(struct loop *l)
{
    struct err told_already;
    for (size_t i = l->unkept_count; i-- > 0;) {
        struct unkept *u = &l->unkept[i];
        if (!is_here(l, u))
            continue;
        if (!store_draft(l->where, u->id, u->question, u->field, u->text, &told_already))
            return; /* nor will it take another, and each may wait long */
        forget(l, u);
    }
}

void errands_forget_said(struct loop *l, const struct change *changes, size_t count)
{
    for (size_t c = 0; c < count; c++) {
        const char *what = entry_what_name(changes[c].what);
        for (size_t i = l->unkept_count; changes[c].subject && i-- > 0;) {
            struct unkept *u = &l->unkept[i];
            if (is_here(l, u) && !strcmp(u->question, changes[c].subject) &&
                !strncmp(u->field, what, strlen(what)))
                forget(l, u);
        }
    }
}

bool errand_keep_draft(struct loop *l, const struct errand *errand, struct err *e)
{
    char clock[16];
    struct unkept *before = find(l, errand->subject, errand->field);
    if (before)
        forget(l, before);
    if (!store_draft(l->where, l->session->id, errand->subject, errand->field, errand->text, e)) {
        remember(l, errand);
        return false;
    }
    errands_try_drafts(l);
    clock_words(desk_now(l->desk), true, clock);
    app_drafted(&l->app, errand->text ? clock : "");
    return true;
}

bool errand_read_draft(struct loop *l, const struct errand *errand, struct err *e)
{
    const struct unkept *u = find(l, errand->subject, errand->field);
    char *text = u ? mem_dup(u->text) : NULL;
    if (!u && !store_draft_read(l->where, l->session->id, errand->subject, errand->field, &text, e))
        return false;
    app_draft(&l->app, errand->subject, errand->field, text);
    free(text);
    errand_bring_back(l, errand);
    return true;
}

char *errands_take_unkept(struct loop *l)
{
    if (!l->unkept_count) {
        free(l->unkept);
        return NULL;
    }
    struct unkept *u = &l->unkept[0];
    char *text = u->text;
    u->text = NULL;
    forget(l, u);
    return text;
}
