/* SPDX-License-Identifier: MIT
 * The ids of one kind: found by bisection, duplicates reported once. */
#ifndef KIJUN_PACK_IDS_H
#define KIJUN_PACK_IDS_H

#include "pack/report.h"
#include "pack/walk.h"

struct ids {
    struct list entries; /* in scratch */
};

/* Adds an id (borrowed) standing for an index. */
void ids_add(struct ids *ids, struct arena *scratch, const struct quote *id, size_t index);

/* After the last ids_add(): reports every id given again. */
void ids_close(struct ids *ids, struct report *report);

/* NONE if unknown. */
size_t ids_find(const struct ids *ids, const char *id);

/* For "did you mean"; NULL if none is near. */
const char *ids_nearest(const struct ids *ids, const char *wanted);

#endif
