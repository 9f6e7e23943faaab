/* SPDX-License-Identifier: MIT
 * The table of commands, in the order help shows them. */
#include "cli/commands.h"

#include <string.h>
#include <unistd.h>

const struct command *const commands[] = {
    &command_new,
    &command_open,
    &command_list,
    &command_show,
    &command_answer,
    &command_undo,
    &command_missing,
    &command_review,
    &command_print,
    &command_receive,
    &command_why,
    &command_compare,
    &command_standard,
    &command_move,
    &command_log,
    &command_verify,
    &command_export,
    &command_import,
    &command_backup,
    &command_config,
    &command_help,
    NULL,
};

const struct command *command_find(const char *name)
{
    for (size_t i = 0; commands[i]; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

bool command_unknown(const char *name, struct err *e)
{
    if (strchr(name, '/') || access(name, F_OK) == 0)
        return err_fail(e, ERR_INPUT,
            N_("There is no command \"{1}\". To go on with a session file, say \"kijun open {1}\"."),
            name);
    struct nearest nearest = {.wanted = name};
    for (size_t i = 0; commands[i]; i++)
        nearest_try(&nearest, commands[i]->name);
    if (nearest.best)
        return err_fail(e, ERR_INPUT, N_("There is no command \"{1}\"; did you mean \"{2}\"?"),
            name, nearest.best);
    return err_fail(
        e, ERR_INPUT, N_("There is no command \"{1}\". \"kijun help\" shows what there is."), name);
}
