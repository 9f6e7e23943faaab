/* SPDX-License-Identifier: MIT
 * Help, made from the tables of commands and options. */
#include "cli/help.h"

#include "cli/commands.h"
#include "cli/page.h"
#include "text/msg.h"

enum { SUMMARY_COLUMN = 20, OPTION_COLUMN = 24 };

static void add_usage(struct str *out, enum lang lang, const char *usage, size_t columns)
{
    struct str line = {0};
    tr_add(&line, lang, N_("Usage: kijun {1}"), usage);
    page_text(out, 0, columns, str_text(&line));
    str_release(&line);
}

static void add_options(struct str *out, enum lang lang, const char *heading,
    const struct option_row *rows, size_t columns)
{
    str_addf(out, "\n%s\n", tr(lang, heading));
    for (; rows->name; rows++) {
        struct str label = {0};
        if (rows->letter)
            str_addf(&label, "-%c, ", rows->letter);
        str_addf(
            &label, "--%s%s%s", rows->name, rows->value ? " " : "", rows->value ? rows->value : "");
        page_field(out, 2, str_text(&label), OPTION_COLUMN, columns, tr(lang, rows->summary));
        str_release(&label);
    }
}

static void add_command(
    struct str *out, enum lang lang, const struct command *command, size_t columns)
{
    add_usage(out, lang, command->usage, columns);
    str_add_char(out, '\n');
    page_text(out, 0, columns, tr(lang, command->help));
    if (command->more)
        command->more(out, lang, columns);
    if (command->options)
        add_options(out, lang, N_("Options:"), command->options, columns);
    add_options(out, lang, N_("Options of every command:"), global_options, columns);
}

static void add_overview(struct str *out, enum lang lang, size_t columns)
{
    add_usage(out, lang, "[COMMAND] [OPTION ...]", columns);
    str_add_char(out, '\n');
    page_text(out, 0, columns,
        tr(lang,
            N_("kijun asks what a municipality's standard wants to know about a cloud or external "
               "service, judges every answer against the standard, and prints the application and "
               "the list of what is missing. Without a command it opens the saved sessions on "
               "the screen.")));
    str_addf(out, "\n%s\n", tr(lang, N_("Commands:")));
    for (size_t i = 0; commands[i]; i++)
        page_field(
            out, 2, commands[i]->name, SUMMARY_COLUMN, columns, tr(lang, commands[i]->summary));
    add_options(out, lang, N_("Options:"), global_options, columns);
    str_add_char(out, '\n');
    page_text(out, 0, columns,
        tr(lang,
            N_("SESSION is a session's id, an unambiguous beginning of it, or a session file.\n"
               "Exit status: 0 done; 1 something is missing or was found; 2 wrong usage or input "
               "that cannot be accepted; 3 the machine, a file or the database failed.\n"
               "\"kijun help COMMAND\" tells more about each.")));
}

void help_add(struct str *out, enum lang lang, const struct command *command)
{
    if (command)
        add_command(out, lang, command, page_columns());
    else
        add_overview(out, lang, page_columns());
}

static bool run(struct call *c, struct err *e)
{
    if (c->word_count == 0) {
        help_add(&c->out, c->lang, NULL);
        return true;
    }
    const struct command *command = command_find(c->word[0]);
    if (!command)
        return command_unknown(c->word[0], e);
    help_add(&c->out, c->lang, command);
    return true;
}

const struct command command_help = {
    .name = "help",
    .usage = "help [COMMAND]",
    .summary = N_("explain kijun, or one command"),
    .help = N_("Without COMMAND, lists the commands; with it, explains that one and its options."),
    .most = 1,
    .run = run,
};
