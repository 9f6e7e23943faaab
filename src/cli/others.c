/* SPDX-License-Identifier: MIT
 * The standards that a session is compared with, from the shelf or as named. */
#include "cli/others.h"

#include "cli/load.h"
#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

static void keep(struct others *o, struct standard *standard, const char *name)
{
    o->at = mem_grow(o->at, o->count, &o->cap, sizeof *o->at);
    o->at[o->count++] = (struct other){standard, mem_dup(name)};
}

static bool is_same(const struct standard *a, const struct standard *b)
{
    return digest_same(&a->digest, &b->digest);
}

static bool load(const char *name, struct standard **out, struct err_list *problems)
{
    struct bundle bundle;
    bool ok = load_standard(name, &bundle, out, problems);
    bundle_release(&bundle);
    return ok;
}

bool others_add(
    struct others *o, const struct standard *own, const char *name, struct err_list *problems)
{
    struct standard *standard;
    if (!load(name, &standard, problems))
        return false;
    if (is_same(own, standard))
        standard_free(standard);
    else
        keep(o, standard, name);
    return true;
}

static void leave_out(const char *id, struct err_list *problems)
{
    struct err e;
    err_fail(&e, ERR_FOUND,
        N_("The standard \"{1}\" is left out, for it cannot be read: see \"kijun standard lint {1}\"."),
        id);
    err_list_add(problems, &e);
}

bool others_on_shelf(
    struct others *o, const struct standard *own, struct err_list *problems, struct err *e)
{
    struct shelf shelf = {0};
    if (!shelf_read(&shelf, e))
        return false;
    for (size_t i = 0; i < shelf.count; i++) {
        struct standard *standard;
        struct err_list wrong = {0};
        if (strcmp(shelf.at[i].id, own->id) == 0)
            continue;
        if (load(shelf.at[i].folder, &standard, &wrong))
            keep(o, standard, shelf.at[i].folder);
        else
            leave_out(shelf.at[i].id, problems);
        err_list_release(&wrong);
    }
    shelf_release(&shelf);
    return true;
}

void others_release(struct others *o)
{
    for (size_t i = 0; i < o->count; i++) {
        standard_free(o->at[i].standard);
        free(o->at[i].name);
    }
    free(o->at);
    *o = (struct others){0};
}

void others_compare(const struct others *o, const struct session *s, struct compare *c)
{
    compare_init(c, s, o->at, o->count);
}
