/* SPDX-License-Identifier: MIT
 * A practice session: begun with the answers of a training case, so that one can look around and try things without harm. */
#include "cli/desk.h"

#include "cli/intake.h"
#include "cli/load.h"
#include "core/mem.h"
#include "pack/cases.h"
#include "text/msg.h"

#include <stdlib.h>
#include <string.h>

static const char folder[] = "training/";

static bool is_case(const struct bundle_file *file)
{
    return strncmp(file->path, folder, sizeof folder - 1) == 0;
}

/* The file of that name or, if none has it, the only one whose name begins so; NONE, and how many begin so. */
static size_t named(const struct bundle *b, const char *name, size_t *begin)
{
    size_t len = strlen(name), found = NONE;
    *begin = 0;
    for (size_t i = 0; i < b->count; i++) {
        const char *at = b->file[i].path + sizeof folder - 1;
        if (!is_case(&b->file[i]) || strncmp(at, name, len) != 0)
            continue;
        found = i;
        (*begin)++;
        if (strcmp(at + len, ".yaml") == 0)
            return i;
    }
    return *begin == 1 ? found : NONE;
}

static bool no_such_case(const char *standard, const char *name, size_t begin, struct err *e)
{
    if (!name)
        return err_fail(e, ERR_INPUT, N_("The standard \"{1}\" has no training cases."), standard);
    return err_fail(e, ERR_INPUT,
        begin
            ? N_("The standard \"{1}\" has several training cases that begin with \"{2}\". \"kijun standard show {1}\" lists them.")
            : N_("The standard \"{1}\" has no training case \"{2}\". \"kijun standard show {1}\" lists them."),
        standard, name);
}

/* More where much is answered and much is missing: there one can find things out and do them. */
static size_t to_see(const struct training_case *c)
{
    size_t missing = 0;
    while (c->missing[missing].text)
        missing++;
    return c->verdict == VERDICT_INCOMPLETE ? c->answers.count * (missing + 1) : 0;
}

/* Takes the case over if it is better than the best so far. */
static void prefer(struct training_case *best, bool *found, struct training_case *c)
{
    bool better = !*found || to_see(c) > to_see(best);
    if (better && *found)
        case_release(best);
    if (better)
        *best = *c;
    else
        case_release(c);
    *found = true;
}

/* The caller releases *best on true. */
static bool find_case(
    struct training_case *best, const char *standard, const char *name, struct err *e)
{
    struct bundle bundle = {0};
    struct standard *parsed = NULL;
    struct err_list problems = {0};
    bool found = false, ok = load_standard(standard, &bundle, &parsed, &problems);
    size_t begin = 0, only = ok && name ? named(&bundle, name, &begin) : NONE;
    for (size_t i = 0; ok && i < bundle.count; i++) {
        struct training_case c;
        if (name ? i != only : !is_case(&bundle.file[i]))
            continue;
        ok = case_read(&c, &bundle.file[i], &problems);
        if (ok)
            prefer(best, &found, &c);
    }
    if (!ok)
        *e = problems.at[0];
    else if (!found)
        ok = no_such_case(standard, name, begin, e);
    if (!ok && found)
        case_release(best);
    err_list_release(&problems);
    standard_free(parsed);
    bundle_release(&bundle);
    return ok;
}

struct practice {
    const struct training_case *of;
    int32_t today;
};

static bool case_changes(void *from, const struct session *s, struct changes *out, struct err *e)
{
    const struct practice *practice = from;
    struct err_list problems = {0};
    bool ok = intake_changes(out, s, &practice->of->answers, NULL, practice->today, &problems);
    if (!ok)
        *e = problems.at[0];
    err_list_release(&problems);
    return ok;
}

bool desk_practise(struct desk *d, const char *standard, const char *name, const char *title,
    struct session *s, struct err *e)
{
    struct training_case c;
    if (!find_case(&c, standard, name, e))
        return false;
    struct practice practice = {&c, desk_today(d)};
    struct str words = {0};
    tr_add(&words, d->lang, N_("Practice: {1}"),
        title && *title ? title : words_in(&c.title, d->lang));
    bool ok = desk_begin_with(d, standard, str_text(&words), true, case_changes, &practice, s, e);
    str_release(&words);
    case_release(&c);
    return ok;
}
