/* SPDX-License-Identifier: MIT
 * A practice session: begun with the answers of a training case, so that one can look around and try things without harm. */
#include "cli/desk.h"

#include "cli/intake.h"
#include "cli/load.h"
#include "core/mem.h"
#include "pack/cases.h"
#include "text/msg.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>

/* The file of that name or, if none has it, the only one whose name begins so; NONE, and how many begin so. */
static size_t named(const struct bundle *b, const char *name, size_t *begin)
{
    size_t len = strlen(name), found = NONE;
    *begin = 0;
    for (size_t i = 0; i < b->count; i++) {
        if (!is_case(&b->file[i]))
            continue;
        const char *at = strchr(b->file[i].path, '/') + 1;
        if (strncmp(at, name, len) != 0)
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
    return err_fail(e, ERR_INPUT,
        begin
            ? N_("The standard \"{1}\" has several training cases that begin with \"{2}\". \"kijun standard show {1}\" lists them.")
            : N_("The standard \"{1}\" has no training case \"{2}\". \"kijun standard show {1}\" lists them."),
        standard, name);
}

static bool read_case(struct training_case *c, const struct bundle *b, size_t file, struct err *e)
{
    struct err_list problems = {0};
    bool ok = case_read(c, &b->file[file], &problems);
    if (!ok)
        *e = problems.at[0];
    err_list_release(&problems);
    return ok;
}

/* The caller releases *c on true. */
static bool find_case(
    struct training_case *c, const char *standard, const char *name, struct err *e)
{
    struct bundle bundle = {0};
    size_t begin = 0;
    bool ok = load_files(standard, &bundle, e);
    if (ok) {
        size_t file = named(&bundle, name, &begin);
        ok = file == NONE ? no_such_case(standard, name, begin, e) : read_case(c, &bundle, file, e);
    }
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

static bool title_is_taken(struct store *s, const char *title, bool *taken, struct err *e)
{
    enum { ALIKE_MOST = 200 };
    struct summaries list = {0};
    char *key = search_key(title);
    bool ok = store_list(s, key, 0, ALIKE_MOST, &list, e);
    *taken = false;
    for (size_t i = 0; ok && i < list.count; i++)
        *taken |= strcmp(list.at[i].title, title) == 0;
    summaries_release(&list);
    free(key);
    return ok;
}

static void add_title(struct str *out, enum lang lang, const char *title, size_t n)
{
    struct str number = {0};
    str_addf(&number, "%zu", n);
    if (n == 1)
        tr_add(out, lang, N_("Practice: {1}"), title);
    else
        tr_add(out, lang, N_("Practice {1}: {2}"), str_text(&number), title);
    str_release(&number);
}

/* A case begun again has a number: the list shall tell the two apart. */
static bool add_free_title(struct str *out, struct desk *d, const char *title, struct err *e)
{
    enum { TRIES = 99 };
    bool ok = desk_open(d, true, e), taken = true;
    for (size_t n = 1; ok && taken && n <= TRIES; n++) {
        str_clear(out);
        add_title(out, d->lang, title, n);
        ok = title_is_taken(d->store, str_text(out), &taken, e);
    }
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
    bool ok = true;
    if (title && *title)
        add_title(&words, d->lang, title, 1);
    else
        ok = add_free_title(&words, d, words_in(&c.title, d->lang), e);
    ok = ok && desk_begin_with(d, standard, str_text(&words), true, case_changes, &practice, s, e);
    str_release(&words);
    case_release(&c);
    return ok;
}
