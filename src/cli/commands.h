/* SPDX-License-Identifier: MIT
 * The commands, each in the file of its name. */
#ifndef KIJUN_CLI_COMMANDS_H
#define KIJUN_CLI_COMMANDS_H

#include "cli/call.h"

extern const struct command command_answer, command_backup, command_compare, command_config,
    command_export, command_help, command_import, command_list, command_log, command_missing,
    command_review, command_move, command_new, command_open, command_print, command_receive,
    command_show, command_standard, command_undo, command_verify, command_why;

#endif
