/* SPDX-License-Identifier: MIT
 * Errands. */
#include "app/errand.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

void errand_release(struct errand *e)
{
    free(e->subject);
    free(e->text);
    free(e->choice.key);
    for (size_t i = 0; i < e->change_count; i++) {
        free(e->change[i].subject);
        free(e->change[i].value);
    }
    free(e->evidence.title);
    free(e->evidence.place);
    free(e->evidence.digest);
    free(e->evidence.seen);
    free(e->evidence.expires);
    *e = (struct errand){0};
}

void errands_release(struct errands *list)
{
    for (size_t i = 0; i < list->count; i++)
        errand_release(&list->at[i]);
    free(list->at);
    *list = (struct errands){0};
}

struct errand *errands_add(
    struct errands *list, enum errand_kind kind, const char *subject, const char *text)
{
    list->at = mem_grow(list->at, list->count, &list->cap, sizeof *list->at);
    struct errand *e = &list->at[list->count++];
    *e = (struct errand){.kind = kind, .subject = mem_dup(subject), .text = mem_dup(text)};
    return e;
}

void errand_change(struct errand *e, enum entry_what what, const char *subject, const char *value)
{
    e->change[e->change_count++] = (struct errand_change){what, mem_dup(subject), mem_dup(value)};
}

bool errands_next(struct errands *list, struct errand *out)
{
    if (!list->count)
        return false;
    *out = list->at[0];
    list->count--;
    memmove(list->at, list->at + 1, list->count * sizeof *list->at);
    return true;
}
