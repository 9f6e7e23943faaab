/* SPDX-License-Identifier: MIT
 * One call of kijun: which command, with which options and operands, and what it has to say. A command only fills `out`, `notes` and
 * `status`; main.c prints them, so a command that fails has printed nothing half done. */
#ifndef KIJUN_CLI_CALL_H
#define KIJUN_CLI_CALL_H

#include "cli/desk.h"

#include "core/str.h"
#include "pack/settings.h"

/* An option, as a row of the table that parsing, help and the did-you-mean share. A list ends with a row without a name. */
struct option_row {
    const char *name;
    char letter;         /* or 0 */
    const char *value;   /* what its value is called in help, FILE; NULL: it takes none */
    const char *summary; /* sentence for the catalogue */
};

struct call;

struct command {
    const char *name;
    const char *usage;   /* "show SESSION [--format text|json]" */
    const char *summary; /* sentence for the catalogue: one line */
    const char *help;    /* sentence for the catalogue: paragraphs separated by an empty line */
    /* Adds to help what depends on this machine; or NULL. */
    void (*more)(struct str *out, enum lang lang, size_t columns);
    const struct option_row *options; /* or NULL */
    size_t least, most;               /* operands; most NONE: any number */
    bool lints;                       /* it tells itself what is wrong with the settings */
    /* Returns false with *e filled if it could not be done; else true, with call->status 0 or ERR_FOUND. */
    bool (*run)(struct call *c, struct err *e);
};

/* In the order help shows them; NULL-terminated. */
extern const struct command *const commands[];
const struct command *command_find(const char *name);
/* Fills *e, with a did-you-mean if there is a near one; returns false. */
bool command_unknown(const char *name, struct err *e);

struct option_given {
    const struct option_row *row;
    const char *value; /* NULL if the option takes none */
};

struct call {
    struct desk *desk;
    struct settings *settings; /* before the command line is read */
    enum lang lang;
    const char *lang_option;   /* --lang, or NULL */
    const char *db;            /* --db, or NULL */
    const char *theme, *width; /* --theme, --ambiguous-width, or NULL */
    bool wants_help, wants_version;
    bool mouse;                    /* --mouse */
    bool lines;                    /* --linear: the interactive program line by line */
    const struct command *command; /* NULL: none was named */
    struct option_given *given;
    size_t given_count, given_cap;
    char **word; /* operands, in argv */
    size_t word_count;

    struct str out;   /* to standard output */
    struct str notes; /* whole lines to standard error, safe to show */
    int status;       /* 0, or ERR_FOUND */
};

extern const struct option_row global_options[];

/* Reads the command line. argv is permuted. The language is settled even if false is returned, so that the error can be told. */
NODISCARD bool call_parse(struct call *c, int argc, char **argv, struct err *e);
void call_release(struct call *c);

/* False: says that a word is missing, and how the command is written. */
NODISCARD bool call_lacks(const struct call *c, struct err *e);

/* The value given last for an option, "" for one that takes none; NULL if it was not given. */
const char *call_option(const struct call *c, const char *name);

/* The words of a choice such as --format: index of the one given (0 if none was), or ERR_INPUT naming them all. words NULL-terminated. */
NODISCARD bool call_choice(const struct call *c, const char *name, const char *const *words,
    size_t *chosen, struct err *e);

/* Finds and reads the session that operand `word` names. The caller releases *s. */
NODISCARD bool call_session(
    struct call *c, size_t word, bool hold, struct store **where, struct session *s, struct err *e);

/* Adds "kijun: sentence" to notes. */
void call_note(struct call *c, const struct err *e);
/* Adds every problem to notes and fails with sentence. */
bool call_problems(
    struct call *c, const struct err_list *problems, const char *sentence, struct err *e);

/* Reads a whole file ("-" is standard input) of at most `most` bytes. Caller frees *bytes. */
NODISCARD bool call_file(const char *path, size_t most, char **bytes, size_t *len, struct err *e);

#endif
