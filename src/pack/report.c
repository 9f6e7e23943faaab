/* SPDX-License-Identifier: MIT
 * What is found in one run. */
#include "pack/report.h"

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
            &copy, e->kind, N_("There is more to mend; it is shown once these are mended."));
    (void)err_at(&copy, place->file, place->line, place->column);
    err_list_add(r->to, &copy);
}

void report_with(struct report *r, enum err_kind kind, const struct place *place,
    const char *const parts[ERR_ARGS + 1])
{
    struct err e;
    (void)err_fail_with(&e, kind, parts);
    report_err(r, place, &e);
}
