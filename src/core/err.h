/* SPDX-License-Identifier: MIT
 * What went wrong, as data: a sentence to be translated, the subjects it names, and where.
 * core and the other rooms fill it; text/ turns it into a sentence in the user's language. */
#ifndef KIJUN_CORE_ERR_H
#define KIJUN_CORE_ERR_H

#include <stdbool.h>
#include <stddef.h>

#define NODISCARD __attribute__((warn_unused_result))

/* Marks an English sentence for the message catalogue without translating it here. */
#define N_(sentence) sentence

/* The exit statuses of design.md §7. */
enum err_kind {
    ERR_NONE = 0,
    ERR_FOUND = 1,  /* something is missing or was found */
    ERR_INPUT = 2,  /* wrong usage, or input that cannot be accepted */
    ERR_SYSTEM = 3, /* the machine, a file, the database */
};

enum { ERR_ARGS = 4, ERR_ARG_BYTES = 200, ERR_FILE_BYTES = 240 };

/* `text` is a static English sentence, the key into the catalogue; {1} to {4} in it stand for arg[].
 * arg[] may hold bytes from outside: they go through safe_text() before they reach a terminal. */
struct err {
    enum err_kind kind;
    const char *text;
    char arg[ERR_ARGS][ERR_ARG_BYTES];
    char file[ERR_FILE_BYTES]; /* "" if none */
    unsigned line, column;     /* from 1; 0 if none */
};

/* err_fail(e, kind, text, args...): fills *e, which names no place until err_at(), and returns false, so
 * that a failing function can `return err_fail(e, ERR_INPUT, N_("no such question: {1}"), id);`.
 * Args are const char *; missing ones are empty; long ones are cut at a character boundary. */
#define err_fail(e, kind, ...)                                                                     \
    err_fail_with(e, kind, (const char *const[ERR_ARGS + 1]){__VA_ARGS__})
void err_fill(struct err *e, enum err_kind kind, const char *const parts[ERR_ARGS + 1]);
/* Inline, so that compilers and analysers know it for false. */
static inline bool err_fail_with(
    struct err *e, enum err_kind kind, const char *const parts[ERR_ARGS + 1])
{
    err_fill(e, kind, parts);
    return false;
}

/* Adds the place to an error that was already filled. Returns false, as err_fail() does. */
bool err_at(struct err *e, const char *file, unsigned line, unsigned column);

/* Many of them, in the order found: what lint and the YAML reader return. */
struct err_list {
    struct err *at;
    size_t count, cap;
};

void err_list_release(struct err_list *list);
void err_list_add(struct err_list *list, const struct err *e);

#endif
