/* SPDX-License-Identifier: MIT
 * A growing string.  Zero-initialised is empty and valid; `at` is NUL-terminated once anything was
 * added (use str_text() to read it always). */
#ifndef KIJUN_CORE_STR_H
#define KIJUN_CORE_STR_H

#include <stdarg.h>
#include <stddef.h>

struct str {
    char *at;
    size_t len, cap;
};

void str_release(struct str *s);
void str_clear(struct str *s);                 /* empties, keeps the memory */
void str_add(struct str *s, const char *text); /* NULL adds nothing */
void str_add_bytes(struct str *s, const char *bytes, size_t len);
void str_add_char(struct str *s, char c);
void str_add_repeat(struct str *s, char c, size_t times);
void str_addf(struct str *s, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The text so far, never NULL; valid until the next change.  Owned by s. */
const char *str_text(const struct str *s);

/* Hands the text over to the caller, who frees it; s is empty afterwards.  Never NULL. */
char *str_take(struct str *s);

#endif
