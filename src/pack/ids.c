/* SPDX-License-Identifier: MIT
 * Sorted ids. */
#include "pack/ids.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct entry {
    const char *id;
    struct place place;
    size_t index;
};

void ids_add(struct ids *ids, struct arena *scratch, const struct quote *id, size_t index)
{
    struct entry *e = list_add(scratch, &ids->entries, sizeof *e);
    *e = (struct entry){id->text, id->place, index};
}

static int compare(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    int order = strcmp(x->id, y->id);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

void ids_close(struct ids *ids, struct report *r)
{
    struct entry *at = ids->entries.at;
    if (ids->entries.count)
        qsort(at, ids->entries.count, sizeof *at, compare);
    for (size_t i = 1; i < ids->entries.count; i++) {
        if (strcmp(at[i].id, at[i - 1].id) != 0)
            continue;
        char first[ERR_ARG_BYTES];
        (void)snprintf(
            first, sizeof first, "%.150s:%u", at[i - 1].place.file, at[i - 1].place.line);
        report(r, &at[i].place, N_("The id '{1}' is taken already ({2})."), at[i].id, first);
    }
}

size_t ids_find(const struct ids *ids, const char *id)
{
    const struct entry *at = ids->entries.at;
    size_t low = 0, high = ids->entries.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(at[middle].id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < ids->entries.count && strcmp(at[low].id, id) == 0 ? at[low].index : NONE;
}

const char *ids_nearest(const struct ids *ids, const char *wanted)
{
    const struct entry *at = ids->entries.at;
    struct nearest near = {.wanted = wanted};
    for (size_t i = 0; i < ids->entries.count; i++)
        nearest_try(&near, at[i].id);
    return near.best;
}
