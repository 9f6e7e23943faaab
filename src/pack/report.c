/* SPDX-License-Identifier: MIT
 * What is found in one run. */
#include "pack/report.h"

#include <string.h>

bool report_is_full(const struct report *r)
{
    return r->count >= REPORTS_MAX;
}

void report_err(struct report *r, const struct place *place, const struct err *e)
{
    struct err copy = *e;
    if (e->kind > ERR_FOUND)
        r->failed = true;
    if (r->count > REPORTS_MAX)
        return;
    if (r->count++ == REPORTS_MAX)
        (void)err_fail(
            &copy, e->kind, N_("There is more to mend; it is shown once this is mended."));
    (void)err_at(&copy, place->file, place->line, place->column);
    err_list_add(r->to, &copy);
}

void report_with(struct report *r, enum err_kind kind, const struct place *place,
    const char *const parts[ERR_ARGS + 1])
{
    struct err e;
    err_fill(&e, kind, parts);
    report_err(r, place, &e);
}

static bool stands_before(const struct err *a, const struct err *b)
{
    int files = strcmp(a->file, b->file);
    if (files != 0 || a->line != b->line)
        return files < 0 || (files == 0 && a->line < b->line);
    return a->column < b->column;
}

/* By insertion, which keeps the order of equals; there are few, and most are in order. */
void report_sort(struct report *r)
{
    size_t count =
        r->count < REPORTS_MAX ? r->count : REPORTS_MAX; /* what stands after them stays last */
    if (count == 0)
        return;
    struct err *first = r->to->at + (r->to->count - r->count);
    for (size_t i = 1; i < count; i++) {
        struct err moving = first[i];
        size_t k = i;
        for (; k > 0 && stands_before(&moving, &first[k - 1]); k--)
            first[k] = first[k - 1];
        first[k] = moving;
    }
}
