/* SPDX-License-Identifier: MIT
 * Words. libunistring tells where they may end; without a dictionary it ends one behind every kanji and every hiragana, so runs of these are
 * put together again. */
#include "text/word.h"

#include "core/mem.h"
#include "core/utf8.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uniwbrk.h>

enum kind { KIND_NONE, KIND_KANJI, KIND_HIRAGANA, KIND_OTHER };

static enum kind kind_at(const char *text, size_t at)
{
    uint32_t c;
    if (utf8_decode(text + at, strnlen(text + at, 4), &c) == 0)
        return KIND_NONE;
    if (c == 0x3005 || c == 0x3006 || uc_is_property_ideographic(c))
        return KIND_KANJI;
    if (c >= 0x3041 && c <= 0x309f)
        return KIND_HIRAGANA;
    return uc_is_general_category_withtable(c,
               UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_N | UC_CATEGORY_MASK_Co)
               ? KIND_OTHER
               : KIND_NONE;
}

static size_t next(const char *text, size_t at)
{
    do
        at++;
    while (((unsigned char)text[at] & 0xc0) == 0x80);
    return at;
}

static size_t before(const char *text, size_t at)
{
    do
        at--;
    while (at > 0 && ((unsigned char)text[at] & 0xc0) == 0x80);
    return at;
}

/* May a word end before byte `at`, which is neither the first nor past the last? */
static bool ends(const char *text, const char *breaks, size_t at)
{
    enum kind before_it = kind_at(text, before(text, at)), behind_it = kind_at(text, at);
    return breaks[at] && (before_it != behind_it || behind_it == KIND_OTHER);
}

static char *breaks_of(const char *text, size_t len)
{
    char *breaks = mem_alloc(len + 1, 1);
    u8_wordbreaks((const uint8_t *)text, len, breaks);
    return breaks;
}

size_t word_next(const char *text, size_t at)
{
    size_t len = strlen(text);
    char *breaks = breaks_of(text, len);
    while (at < len && kind_at(text, at) == KIND_NONE)
        at = next(text, at);
    if (at < len)
        do
            at = next(text, at);
        while (at < len && !ends(text, breaks, at));
    free(breaks);
    return at;
}

size_t word_before(const char *text, size_t at)
{
    char *breaks = breaks_of(text, strlen(text));
    while (at > 0 && kind_at(text, before(text, at)) == KIND_NONE)
        at = before(text, at);
    if (at > 0)
        do
            at = before(text, at);
        while (at > 0 && !ends(text, breaks, at));
    free(breaks);
    return at;
}
