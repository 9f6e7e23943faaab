/* SPDX-License-Identifier: MIT
 * The open session under the other standards of this machine, and a session begun under one of them with its answers. */
#include "cli/errands.h"

void compare_forget(struct loop *l)
{
    compare_release(&l->compare);
    others_release(&l->others);
}

/* What cannot be read is left out, and in problems; the rest is compared all the same. */
static bool compare(struct loop *l, struct err_list *problems, struct err *e)
{
    struct others others = {0};
    if (!others_on_shelf(&others, l->session->standard, problems, e))
        return false;
    compare_forget(l);
    l->others = others;
    others_compare(&l->others, l->session, &l->compare);
    return true;
}

bool compare_anew(struct loop *l, struct err *e)
{
    struct err_list unheard = {0};
    bool ok = compare(l, &unheard, e);
    err_list_release(&unheard);
    return ok;
}

bool errand_compare(struct loop *l, struct err *e)
{
    struct err_list problems = {0};
    if (!compare(l, &problems, e))
        return false;
    app_compared(&l->app, &l->compare);
    bool ok = problems.count == 0;
    if (!ok)
        *e = problems.at[0];
    err_list_release(&problems);
    return ok;
}

bool errand_begin_from(struct loop *l, const struct errand *errand, struct err *e)
{
    struct session begun;
    struct carry carry = {0};
    bool ok = desk_begin_from(l->desk, errand->subject, NULL, l->session, &carry, &begun, e) &&
              errand_open_begun(l, &begun, e);
    if (ok) {
        app_carried(&l->app, carry.carried, carry.count - carry.carried);
        errands_filled(l);
    }
    carry_release(&carry);
    return ok;
}
