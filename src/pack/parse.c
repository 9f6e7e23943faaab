/* SPDX-License-Identifier: MIT
 * pack_parse(): a bundle becomes a standard, or a list of everything that is wrong with it. */
#include "core/dates.h"
#include "core/mem.h"
#include "pack/draft.h"
#include "pack/pack.h"

#include <string.h>

static void check_id(struct draft *d, const char *id)
{
    const struct quote *own = &d->head.id;
    if (id && own->text && strcmp(own->text, id) != 0)
        report(&d->report, &own->place,
            N_("The id is '{1}', but the folder is called '{2}'. Two revisions lie in two folders: old/{1} and new/{1}."),
            own->text, id);
}

static void link_all(struct draft *d)
{
    struct err_list problems = {0};
    if (!standard_link(d->s, &problems))
        for (size_t i = 0; i < problems.count; i++) {
            const struct err *e = &problems.at[i];
            struct place place = {e->file, e->line, e->column};
            report_err(&d->report, &place, e);
        }
    err_list_release(&problems);
}

bool draft_parse(struct draft *d, const struct bundle *b, const char *id)
{
    d->s = mem_alloc(1, sizeof *d->s);
    d->s->tier = NONE;
    d->s->in_force = DAY_NONE;
    draft_read(d, b);
    check_id(d, id);
    draft_resolve(d);
    if (!d->head_lost && !d->stages_lost)
        draft_compile(d);
    if (!d->report.failed)
        link_all(d);
    d->s->digest = bundle_digest(b);
    return !d->report.failed;
}

bool draft_finish(struct draft *d, struct standard **out)
{
    bool ok = !d->report.failed;
    report_sort(&d->report);
    draft_release(d);
    *out = ok ? d->s : NULL;
    if (!ok)
        standard_free(d->s);
    return ok;
}

bool pack_parse(
    const struct bundle *b, const char *id, struct standard **out, struct err_list *problems)
{
    struct draft d = {.report = {.to = problems}};
    (void)draft_parse(&d, b, id);
    return draft_finish(&d, out);
}

char *pack_revision(const char *folder)
{
    struct bundle b;
    struct err unheard;
    struct err_list missing = {0}; /* the other files */
    struct draft d = {.report = {.to = &missing}};
    if (!bundle_read_head(&b, folder, &unheard))
        return NULL;
    d.s = mem_alloc(1, sizeof *d.s);
    draft_read(&d, &b);
    char *revision = d.head_lost ? NULL : mem_dup(d.head.revision.text);
    draft_release(&d);
    standard_free(d.s);
    err_list_release(&missing);
    bundle_release(&b);
    return revision;
}
