/* SPDX-License-Identifier: MIT
 * Printing a paper of a session, for `kijun print` and `kijun missing`. */
#ifndef KIJUN_CLI_PAPER_H
#define KIJUN_CLI_PAPER_H

#include "cli/call.h"
#include "cli/selection.h"
#include "render/render.h"

/* The options of `print`; from PAPER_MANY on those that choose among sessions, from PAPER_ONE on those of a command that prints one paper. */
enum { PAPER_MANY = 2, PAPER_ONE = PAPER_MANY + SELECTION_COUNT };
extern const struct option_row paper_options[];

/* Says which formats this kijun lacks, and what to install. */
void paper_help(struct str *out, enum lang lang, size_t columns);

/* What the options say of a paper: its format (by the suffix of file, NULL: none, where they do not), encoding and width. */
NODISCARD bool paper_choose(const struct call *c, const char *file, enum format *format,
    struct rendering *how, struct err *e);

/* The format that a file's suffix stands for; false if it stands for none. */
bool paper_suffix(const char *file, enum format *format);

/* The FILE of the options; NULL for standard output. */
const char *paper_file(const struct call *c);

/* Puts the bytes where the options say, and shows the file if it is to be shown. */
NODISCARD bool paper_put(struct call *c, const struct str *bytes, enum format format,
    const struct rendering *how, struct err *e);

/* Prints the paper with that id in the format and to the place that the options say. */
NODISCARD bool paper_print(
    struct call *c, const struct session *s, const char *paper, struct err *e);

#endif
