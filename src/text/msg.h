/* SPDX-License-Identifier: MIT
 * Sentences in the user's language. English sentences in the source are the keys; po/ja.po translates them and is compiled into
 * the program, so that nothing can be missing on a machine that has only C.UTF-8. */
#ifndef KIJUN_TEXT_MSG_H
#define KIJUN_TEXT_MSG_H

#include "core/err.h"
#include "core/str.h"
#include "core/words.h"

/* The sentence in lang; the key itself where there is no translation. Static. */
const char *tr(enum lang lang, const char *sentence);

/* One or many, by the language's plural rule. Static. */
const char *tr_n(enum lang lang, const char *one, const char *many, unsigned long n);

/* Adds a sentence with {1}..{4} replaced by args (up to four; const char *). The args go in as they are. */
#define tr_add(out, lang, ...) tr_add_with(out, lang, (const char *const[5]){__VA_ARGS__})
void tr_add_with(struct str *out, enum lang lang, const char *const parts[5]);

/* Adds "file:line:column: sentence" with the sentence in lang and the args through safe_text(). */
void err_words(struct str *out, enum lang lang, const struct err *e);

/* --lang, then KIJUN_LANG, LANGUAGE, LC_ALL, LC_MESSAGES, LANG: the first that names ja or en; else ja.
 * option may be NULL. False if option is given and names neither. */
NODISCARD bool lang_choose(const char *option, enum lang *lang);

/* The same without an option, for one whose settings say `setting` (or NULL): KIJUN_LANG goes before it, the locale after it. */
enum lang lang_settled(const char *setting);

const char *lang_name(enum lang lang); /* "ja", "en" */

#endif
