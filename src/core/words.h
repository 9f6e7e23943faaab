/* SPDX-License-Identifier: MIT
 * The two languages, and a piece of text in both. */
#ifndef KIJUN_CORE_WORDS_H
#define KIJUN_CORE_WORDS_H

enum lang { LANG_JA, LANG_EN, LANG_COUNT };

/* `{ja: ..., en: ...}` in YAML. NULL where a language is absent (lint refuses that in a standard).
 * Owned by the standard's arena. */
struct words {
    const char *in[LANG_COUNT];
};

/* The text in lang, else in the other language, else "". */
static inline const char *words_in(const struct words *w, enum lang lang)
{
    if (w->in[lang])
        return w->in[lang];
    return w->in[1 - lang] ? w->in[1 - lang] : "";
}

#endif
