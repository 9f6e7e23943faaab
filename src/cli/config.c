/* SPDX-License-Identifier: MIT
 * kijun config: what the settings say, where they lie, what is wrong with them. */
#include "cli/config.h"

#include "cli/commands.h"
#include "cli/lint.h"
#include "cli/settle.h"
#include "text/safe.h"

#include <string.h>

static const struct option_row options[] = {
    {"office", 0, NULL, N_("The file to lint is an office's, not a person's.")},
    {0},
};

static bool show(struct call *c, struct err *e)
{
    for (size_t i = 0; i < c->settings->problems.count; i++)
        call_note(c, &c->settings->problems.at[i]);
    config_show(c);
    (void)e;
    return true;
}

static bool path(struct call *c, struct err *e)
{
    (void)e;
    for (size_t i = 0; i < SETTINGS_FILES; i++)
        if (c->settings->file[i].path) {
            safe_text(&c->out, c->settings->file[i].path, 0);
            str_add_char(&c->out, '\n');
        }
    return true;
}

/* The files that are there, or the one named. */
static bool lint(struct call *c, struct err *e)
{
    struct settings s;
    bool office = call_option(c, "office") != NULL;
    const char *named = c->word_count > 1 ? c->word[1] : NULL;
    if (named)
        settings_load_file(&s, office ? SETTINGS_OFFICE : SETTINGS_OWN, named);
    else
        settings_load(&s);
    settle_keys(&s);
    bool ok = config_check(&s, e);
    if (ok)
        lint_tell(c, named ? named : "config", &s.problems);
    settings_release(&s);
    return ok;
}

static const struct job {
    const char *name;
    size_t most; /* words, with its own */
    bool (*run)(struct call *c, struct err *e);
} jobs[] = {{"show", 1, show}, {"lint", 2, lint}, {"path", 1, path}};

enum { JOBS = sizeof jobs / sizeof *jobs };

static bool unknown_job(const char *word, struct err *e)
{
    struct nearest near = {.wanted = word};
    for (size_t i = 0; i < JOBS; i++)
        nearest_try(&near, jobs[i].name);
    if (near.best)
        return err_fail(e, ERR_INPUT, N_("There is no \"kijun config {1}\"; did you mean \"{2}\"?"),
            word, near.best);
    return err_fail(
        e, ERR_INPUT, N_("There is no \"kijun config {1}\": there are show, lint and path."), word);
}

static bool run(struct call *c, struct err *e)
{
    const char *word = c->word_count ? c->word[0] : "show";
    for (size_t i = 0; i < JOBS; i++) {
        if (strcmp(jobs[i].name, word) != 0)
            continue;
        if (c->word_count > jobs[i].most)
            return err_fail(e, ERR_INPUT, N_("\"{1}\" is one word too many. Usage: kijun {2}"),
                c->word[jobs[i].most], c->command->usage);
        return jobs[i].run(c, e);
    }
    return unknown_job(word, e);
}

const struct command command_config = {
    .name = "config",
    .usage = "config [show | path | lint [FILE] [--office]]",
    .summary = N_("show and check the settings"),
    .help = N_(
        "The settings are your own, in ~/.config/kijun/config.yaml, and your office's, in /etc/kijun/office.yaml or where "
        "KIJUN_OFFICE or your own file says; kijun-config(5) explains both. \"show\" (the default) tells what applies, and "
        "which line says it; \"path\" prints the names of the files.\n\n"
        "\"lint\" tells everything that is wrong with them, or with one FILE, one line each with file, line and column. A "
        "mistake never stops the work: it is told, and everything else applies."),
    .options = options,
    .least = 0,
    .most = 2,
    .lints = true,
    .run = run,
};
