/* SPDX-License-Identifier: MIT
 * kijun new: a session begun without the screen. Prints its id, alone. */
#include "cli/commands.h"
#include "cli/intake.h"
#include "text/phrase.h"

#include <stdio.h>

static const struct option_row options[] = {
    {"title", 't', "TEXT", N_("What the session is about; otherwise the title of the standard.")},
    {"answers", 'a', "FILE", N_("Begin with the answers of a YAML file; - is standard input.")},
    {"from", 'f', "SESSION", N_("Begin with the answers of a session under another standard.")},
    {"no-defaults", 0, NULL, N_("Leave out the answers that the settings would fill in.")},
    {"case", 'c', "NAME", N_("A practice session with the answers of a training case.")},
    {0},
};

struct first {
    struct call *call;
    const char *file;
    const struct given_list *given;
};

static bool first_changes(void *from, const struct session *s, struct changes *out, struct err *e)
{
    const struct first *first = from;
    struct err_list problems = {0};
    bool ok =
        intake_changes(out, s, first->given, first->file, desk_today(first->call->desk), &problems);
    if (!ok)
        call_problems(first->call, &problems,
            N_("No session was begun: please correct this and give it again."), e);
    err_list_release(&problems);
    return ok;
}

static bool read_given(struct call *c, const char *file, struct given_list *given, struct err *e)
{
    struct err_list problems = {0};
    bool ok = !file || intake_file(given, file, &problems);
    if (!ok)
        call_problems(
            c, &problems, N_("No session was begun: please correct this and give it again."), e);
    err_list_release(&problems);
    return ok;
}

/* ---- what the settings do ---- */

/* The standard named, else the one that the settings name. */
static bool which_standard(const struct call *c, const char **standard, struct err *e)
{
    *standard = c->word_count ? c->word[0] : settings_text(c->settings, SETTING_STANDARD);
    return *standard ||
           err_fail(e, ERR_INPUT,
               N_("Name a standard (\"kijun standard list\" shows them), or set one in your settings: "
                  "kijun-config(5)."));
}

static void tell_filled(struct call *c)
{
    const struct defaults *d = &c->desk->defaults;
    char count[24];
    struct err e;
    for (size_t i = 0; i < d->problems.count; i++)
        call_note(c, &d->problems.at[i]);
    (void)snprintf(count, sizeof count, "%zu", d->filled);
    err_fail(&e, ERR_FOUND, N_("Answers filled in from the settings: {1}."), count);
    if (d->filled)
        call_note(c, &e);
}

/* ---- from a file, or from nothing ---- */

static bool begin(struct call *c, const char *standard, struct err *e)
{
    const char *file = call_option(c, "answers");
    struct given_list given = {0};
    struct first first = {c, file, &given};
    struct session s;
    bool ok = read_given(c, file, &given, e) &&
              desk_begin_with(
                  c->desk, standard, call_option(c, "title"), false, first_changes, &first, &s, e);
    if (ok) {
        tell_filled(c);
        intake_parked(c, &s, &given);
        str_addf(&c->out, "%s\n", s.id);
        session_release(&s);
    }
    given_list_release(&given);
    return ok;
}

/* ---- from another session ---- */

/* What stayed behind, one line each, by the words of the standard it was told under. */
static void tell_left(struct call *c, const struct session *from, const struct carry *carry)
{
    for (size_t i = 0; i < carry->count; i++) {
        const struct carry_item *item = &carry->at[i];
        if (item->what == CARRIED)
            continue;
        struct err e;
        err_fail(&e, ERR_FOUND, N_("Not carried: {1} ({2}): {3}"),
            words_in(&from->standard->questions[item->from].label, c->lang),
            from->standard->questions[item->from].id, phrase_carried(c->lang, item->what));
        call_note(c, &e);
    }
}

static void tell_carried(struct call *c, const struct session *from, const struct carry *carry)
{
    char carried[24], left[24];
    struct err e;
    (void)snprintf(carried, sizeof carried, "%zu", carry->carried);
    (void)snprintf(left, sizeof left, "%zu", carry->count - carry->carried);
    err_fail(&e, ERR_FOUND, N_("Answers carried from \"{1}\": {2}. Left behind: {3}."), from->title,
        carried, left);
    call_note(c, &e);
    tell_left(c, from, carry);
}

static bool begin_from(struct call *c, const char *standard, const char *name, struct err *e)
{
    struct store *where;
    char id[SESSION_ID_BYTES];
    struct session from, s;
    if (call_option(c, "answers"))
        return err_fail(e, ERR_INPUT,
            N_("Give --from or --answers, not both; \"kijun answer\" adds the answers of a file."));
    if (!desk_find(c->desk, name, &where, id, e) || !desk_read(c->desk, where, id, false, &from, e))
        return false;
    struct carry carry = {0};
    bool ok = desk_begin_from(c->desk, standard, call_option(c, "title"), &from, &carry, &s, e);
    if (ok) {
        tell_filled(c);
        tell_carried(c, &from, &carry);
        str_addf(&c->out, "%s\n", s.id);
        session_release(&s);
    }
    carry_release(&carry);
    session_release(&from);
    return ok;
}

/* ---- from a training case ---- */

static bool practise(struct call *c, const char *standard, const char *name, struct err *e)
{
    struct session s;
    if (call_option(c, "from") || call_option(c, "answers"))
        return err_fail(e, ERR_INPUT, N_("Give only one of --case, --from and --answers."));
    if (!desk_practise(c->desk, standard, name, call_option(c, "title"), &s, e))
        return false;
    str_addf(&c->out, "%s\n", s.id);
    session_release(&s);
    return true;
}

static bool run(struct call *c, struct err *e)
{
    const char *from = call_option(c, "from"), *name = call_option(c, "case");
    const char *standard;
    c->desk->defaults.unwanted = call_option(c, "no-defaults") != NULL;
    if (!which_standard(c, &standard, e))
        return false;
    if (name)
        return practise(c, standard, name, e);
    return from ? begin_from(c, standard, from, e) : begin(c, standard, e);
}

const struct command command_new = {
    .name = "new",
    .usage =
        "new [STANDARD] [--title TEXT] [--answers FILE | --from SESSION | --case NAME] [--no-defaults]",
    .summary = N_("begin a session and print its id"),
    .help = N_(
        "Begins a session under a standard, named by its id or its folder (\"kijun standard list\" shows "
        "those there are), and prints the new session's id, alone, on standard output. With --answers "
        "it begins with the answers of a file; if one of them cannot be taken, no session is begun.\n\n"
        "With --from it begins with what was told in another session: every answer, note, evidence and "
        "mark of being confirmed whose question the standard has too. How many were carried, and which were "
        "left behind and why, is said on standard error. The other session stays as it is.\n\n"
        "Without STANDARD the one that the settings name is taken. What they answer of every form is filled "
        "in where nothing else is said, and told on standard error; --no-defaults leaves it out.\n\n"
        "With --case it is a practice session, with the answers of one of the standard's training cases "
        "(\"kijun standard show STANDARD\" lists them; the beginning of a name will do). Its title and its papers say that it is for "
        "practice, whatever is answered in it afterwards."),
    .options = options,
    .least = 0,
    .most = 1,
    .run = run,
};
