/* SPDX-License-Identifier: MIT
 * kijun standard lint: everything that is wrong with standards, as compilers tell it. */
#include "cli/lint.h"
#include "cli/load.h"
#include "cli/others.h"
#include "cli/standard.h"
#include "core/mem.h"

#include <stdlib.h>

/* One that was named, and what is wrong with it. */
struct linted {
    const char *name;
    struct bundle bundle;
    struct standard *standard; /* NULL: it does not parse */
    bool usable;
    struct err_list problems;
};

static bool lint_read(struct linted *l, const char *name, struct err *e)
{
    char *folder = NULL;
    *l = (struct linted){.name = name};
    if (!shelf_find(name, &folder, e))
        return false;
    free(folder);
    l->usable = load_and_lint(name, &l->bundle, &l->standard, &l->problems);
    return true;
}

/* Several are held to one vocabulary among themselves, each against those before it. */
static void lint_against_named(struct linted *all, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (all[i].standard && all[index].standard)
            pack_vocabulary(all[index].standard, all[i].standard, &all[index].problems);
}

/* One alone is held against the others on the shelf; what cannot be read there is told, and is not its fault. */
static bool lint_against_shelf(struct call *c, struct linted *l, struct err *e)
{
    struct others others = {0};
    struct err_list unread = {0};
    bool ok = others_on_shelf(&others, l->standard, &unread, e);
    for (size_t i = 0; ok && i < others.count; i++)
        pack_vocabulary(l->standard, others.at[i].standard, &l->problems);
    for (size_t i = 0; ok && i < unread.count; i++)
        call_note(c, &unread.at[i]);
    err_list_release(&unread);
    others_release(&others);
    return ok;
}

static void tell(struct call *c, const struct linted *l)
{
    lint_tell(c, l->name, &l->problems);
    if (!l->usable)
        c->status = ERR_FOUND;
}

static void lint_release(struct linted *l)
{
    err_list_release(&l->problems);
    bundle_release(&l->bundle);
    standard_free(l->standard);
}

bool standard_lint(struct call *c, struct err *e)
{
    size_t count = c->word_count - 1, read = 0;
    struct linted *all = mem_alloc(count, sizeof *all);
    bool ok = true;
    while (ok && read < count) {
        ok = lint_read(&all[read], c->word[read + 1], e);
        lint_against_named(all, ok ? read : 0);
        read += ok;
    }
    if (ok && count == 1 && all[0].standard)
        ok = lint_against_shelf(c, &all[0], e);
    for (size_t i = 0; ok && i < count; i++)
        tell(c, &all[i]);
    for (size_t i = 0; i < read; i++)
        lint_release(&all[i]);
    free(all);
    return ok;
}
