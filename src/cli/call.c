/* SPDX-License-Identifier: MIT
 * The command line: options may stand before or after the command and its operands. getopt_long() cuts, the sentences are ours. */
#include "cli/call.h"

#include "core/mem.h"
#include "core/utf8.h"
#include "text/msg.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

const struct option_row global_options[] = {
    {"lang", 0, "ja|en", N_("Speak Japanese or English.")},
    {"db", 0, "FILE", N_("Keep sessions in FILE instead of the user's own database.")},
    {"linear", 0, NULL, N_("Tell everything line by line instead of on a screen.")},
    {"theme", 0, "THEME", N_("Colours: auto, dark, light, mono or high-contrast.")},
    {"ambiguous-width", 0, "WIDTH",
        N_("Columns of characters such as ① on this terminal: auto, 1 or 2.")},
    {"mouse", 0, NULL, N_("Let the mouse move the cursor, choose and scroll.")},
    {"help", 'h', NULL, N_("Explain the command and stop.")},
    {"version", 0, NULL, N_("Print the version and stop.")},
    {0},
};

enum { OPTIONS_MAX = 24 };

/* The rows of a command and the global ones, as getopt_long() wants them. */
struct known {
    const struct option_row *row[OPTIONS_MAX];
    struct option option[OPTIONS_MAX + 1];
    char letters[3 * OPTIONS_MAX + 3];
    size_t count;
};

static void know(struct known *k, const struct option_row *rows)
{
    for (; rows && rows->name && k->count < OPTIONS_MAX; rows++) {
        k->row[k->count] = rows;
        k->option[k->count] = (struct option){
            rows->name, rows->value ? required_argument : no_argument, NULL, 256 + (int)k->count};
        k->count++;
        if (rows->letter) {
            size_t len = strlen(k->letters);
            k->letters[len] = rows->letter;
            if (rows->value)
                k->letters[len + 1] = ':';
        }
    }
}

static const struct option_row *by_letter(const struct known *k, int letter)
{
    for (size_t i = 0; i < k->count; i++)
        if (k->row[i]->letter == letter)
            return k->row[i];
    return NULL;
}

static bool unknown_option(const struct known *k, const char *word, struct err *e)
{
    struct nearest nearest = {.wanted = word + strspn(word, "-")};
    for (size_t i = 0; i < k->count; i++)
        nearest_try(&nearest, k->row[i]->name);
    if (nearest.best)
        return err_fail(e, ERR_INPUT, N_("There is no option \"{1}\"; did you mean \"--{2}\"?"),
            word, nearest.best);
    return err_fail(
        e, ERR_INPUT, N_("There is no option \"{1}\". \"kijun help\" shows what there is."), word);
}

static bool complain(const struct known *k, int got, char *const *argv, struct err *e)
{
    const char *word = argv[optind - 1];
    if (got == ':')
        return err_fail(e, ERR_INPUT, N_("The option \"{1}\" needs a value."), word);
    if (optopt > 255)
        return err_fail(
            e, ERR_INPUT, N_("The option \"--{1}\" takes no value."), k->row[optopt - 256]->name);
    char letter[3] = {'-', (char)optopt, '\0'};
    return unknown_option(k, optopt > 0 && optopt < 0x7F ? letter : word, e);
}

/* The index of the word given, or ERR_INPUT naming all there are. */
static bool choose(
    const char *name, const char *given, const char *const *words, size_t *chosen, struct err *e)
{
    struct str all = {0};
    size_t i = 0;
    for (; words[i] && strcmp(words[i], given) != 0; i++)
        str_addf(&all, "%s%s", i ? ", " : "", words[i]);
    bool ok =
        words[i] || err_fail(e, ERR_INPUT, N_("\"{1}\" cannot be given for --{2}: say one of {3}."),
                        given, name, str_text(&all));
    *chosen = i;
    str_release(&all);
    return ok;
}

/* One of the words that the setting can be. */
static bool take_word(
    enum setting_id id, const char *name, const char *value, const char **to, struct err *e)
{
    const char *const *words = setting_words(id);
    size_t chosen;
    if (!choose(name, value, words, &chosen, e))
        return false;
    *to = words[chosen];
    return true;
}

/* Takes one option in; the global ones have effect on the call itself. */
static bool take(struct call *c, const struct option_row *row, const char *value, struct err *e)
{
    if (strcmp(row->name, "lang") == 0) {
        enum lang lang;
        if (!lang_choose(value, &lang))
            return err_fail(
                e, ERR_INPUT, N_("There is no language \"{1}\": say \"ja\" or \"en\"."), value);
        c->lang = lang;
        c->lang_option = value;
    } else if (strcmp(row->name, "db") == 0) {
        if (!*value)
            return err_fail(e, ERR_INPUT, N_("The option \"{1}\" needs a value."), "--db");
        c->db = value;
    } else if (strcmp(row->name, "theme") == 0) {
        return take_word(SETTING_THEME, row->name, value, &c->theme, e);
    } else if (strcmp(row->name, "ambiguous-width") == 0) {
        return take_word(SETTING_WIDTH, row->name, value, &c->width, e);
    } else if (strcmp(row->name, "mouse") == 0) {
        c->mouse = true;
    } else if (strcmp(row->name, "linear") == 0) {
        c->lines = true;
    } else if (strcmp(row->name, "help") == 0) {
        c->wants_help = true;
    } else if (strcmp(row->name, "version") == 0) {
        c->wants_version = true;
    } else {
        c->given = mem_grow(c->given, c->given_count, &c->given_cap, sizeof *c->given);
        c->given[c->given_count++] = (struct option_given){row, value};
    }
    return true;
}

/* Reads options until the first operand (mode "+") or everywhere (mode ""). Goes on after a wrong one, because --lang may still come:
 * *e is the first. */
static bool read_options(
    struct call *c, struct known *k, const char *mode, int argc, char **argv, struct err *e)
{
    char letters[sizeof k->letters + 2];
    size_t at = 0;
    for (; *mode; mode++)
        letters[at++] = *mode;
    letters[at++] = ':';
    memcpy(letters + at, k->letters, strlen(k->letters) + 1);

    bool ok = true;
    opterr = 0;
    optind = 0; /* GNU: start afresh */
    int got;
    while ((got = getopt_long(argc, argv, letters, k->option, NULL)) != -1) {
        struct err wrong;
        bool good;
        if (got == '?' || got == ':')
            good = complain(k, got, argv, &wrong);
        else
            good = take(c, got > 255 ? k->row[got - 256] : by_letter(k, got), optarg, &wrong);
        if (!good && ok)
            *e = wrong;
        ok = ok && good;
    }
    return ok;
}

static bool check_words(int argc, char **argv, struct err *e)
{
    for (int i = 1; i < argc; i++)
        if (!utf8_valid(argv[i], strlen(argv[i]), NULL))
            return err_fail(e, ERR_INPUT,
                N_("This argument is not valid UTF-8 text: \"{1}\". Nothing was changed."),
                argv[i]);
    return true;
}

bool call_lacks(const struct call *c, struct err *e)
{
    const struct command *command = c->command;
    if (strlen(command->usage) < ERR_ARG_BYTES) /* it can be told whole */
        return err_fail(e, ERR_INPUT, N_("A word is missing. Usage: kijun {1}"), command->usage);
    return err_fail(e, ERR_INPUT,
        N_("A word is missing. \"kijun help {1}\" shows what can be said."), command->name);
}

static bool check_count(const struct call *c, struct err *e)
{
    const struct command *command = c->command;
    if (c->wants_help || c->wants_version)
        return true;
    if (c->word_count < command->least)
        return call_lacks(c, e);
    if (command->most != NONE && c->word_count > command->most)
        return err_fail(e, ERR_INPUT, N_("\"{1}\" is one word too many. Usage: kijun {2}"),
            c->word[command->most], command->usage);
    return true;
}

bool call_parse(struct call *c, int argc, char **argv, struct err *e)
{
    c->lang = lang_settled(settings_text(c->settings, SETTING_LANGUAGE));
    if (!check_words(argc, argv, e))
        return false;
    struct known before = {0};
    know(&before, global_options);
    bool ok = read_options(c, &before, "+", argc, argv, e);
    if (!ok || optind >= argc)
        return ok;
    argv += optind;
    argc -= optind;
    c->command = command_find(argv[0]);
    if (!c->command)
        return command_unknown(argv[0], e);
    struct known after = {0};
    know(&after, c->command->options);
    know(&after, global_options);
    ok = read_options(c, &after, "", argc, argv, e);
    c->word = argv + optind;
    c->word_count = (size_t)(argc - optind);
    return ok && check_count(c, e);
}

void call_release(struct call *c)
{
    free(c->given);
    str_release(&c->out);
    str_release(&c->notes);
}

const char *call_option(const struct call *c, const char *name)
{
    for (size_t i = c->given_count; i-- > 0;)
        if (strcmp(c->given[i].row->name, name) == 0)
            return c->given[i].value ? c->given[i].value : "";
    return NULL;
}

bool call_choice(
    const struct call *c, const char *name, const char *const *words, size_t *chosen, struct err *e)
{
    const char *given = call_option(c, name);
    *chosen = 0;
    return !given || choose(name, given, words, chosen, e);
}
