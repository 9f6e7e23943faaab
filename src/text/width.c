/* SPDX-License-Identifier: MIT
 * Columns of a terminal. A text is as wide as the sum of its characters, which is what terminals do: clusters joined by
 * U+200D and half-width katakana with a voicing mark take the columns of all their parts. */
#include "text/width.h"

#include "core/utf8.h"
#include "text/ambiguous.h"
#include "text/common.h"

#include <string.h>
#include <uniwidth.h>

static int ambiguous_columns = 1;

void width_ambiguous(int columns)
{
    ambiguous_columns = columns == 2 ? 2 : 1;
}

int width_of_ambiguous(void)
{
    return ambiguous_columns;
}

int width_char(uint32_t c)
{
    if (c >= 0x20 && c < 0x7F)
        return 1;
    if (char_common(c))
        return 2;
    if (c == 0xAD)
        return 1; /* libunistring says 0, terminals draw a hyphen, narrow even where the ambiguous are wide */
    int columns = uc_width(c, "UTF-8");
    if (columns < 0)
        return 1; /* a control character: something must mark where it is */
    if (columns == 1 && ambiguous_columns == 2 && char_ambiguous(c))
        return 2;
    return columns;
}

size_t width_of_bytes(const char *text, size_t len)
{
    size_t columns = 0;
    for (size_t at = 0; at < len;) {
        uint32_t c;
        size_t n = utf8_decode(text + at, len - at, &c);
        columns += n ? (size_t)width_char(c) : 1;
        at += n ? n : 1;
    }
    return columns;
}

/* 1 or 3: the bytes of a printable ASCII or a common character; else 0. */
static inline size_t plain_here(const char *text)
{
    const unsigned char *b = (const unsigned char *)text;
    if (b[0] < 0x80)
        return b[0] >= 0x20 && b[0] < 0x7F;
    if (b[0] < 0xE3 || b[0] > 0xEF || (b[1] & 0xC0) != 0x80 || (b[2] & 0xC0) != 0x80)
        return 0;
    uint32_t c = (uint32_t)(b[0] & 0x0F) << 12 | (uint32_t)(b[1] & 0x3F) << 6 | (b[2] & 0x3F);
    return char_common(c) ? 3 : 0;
}

size_t plain_next(const char *text, size_t *columns)
{
    size_t len = plain_here(text);
    if (!len || (text[len] && !plain_here(text + len)))
        return 0;
    *columns = len == 1 ? 1 : 2;
    return len;
}

size_t width_plain(const char *text)
{
    size_t columns = 0;
    while (*text) {
        size_t len = plain_here(text);
        if (!len)
            return SIZE_MAX;
        columns += len == 1 ? 1 : 2;
        text += len;
    }
    return columns;
}

size_t width_of(const char *text)
{
    size_t plain = width_plain(text);
    return plain != SIZE_MAX ? plain : width_of_bytes(text, strlen(text));
}

/* The bytes that fit, and the columns they take. */
static size_t fit(const char *text, size_t columns, size_t *used)
{
    size_t at = 0;
    *used = 0;
    while (text[at]) {
        size_t next = grapheme_next(text, at);
        size_t wide = next - at == 1 ? 1 : width_of_bytes(text + at, next - at);
        if (*used + wide > columns)
            break;
        *used += wide;
        at = next;
    }
    return at;
}

size_t width_fit(const char *text, size_t columns)
{
    size_t used;
    return fit(text, columns, &used);
}

/* Adds the cut text; returns the columns it takes. */
static size_t add_cut(struct str *out, const char *text, size_t columns)
{
    size_t used, all = fit(text, columns, &used);
    if (!text[all]) {
        str_add_bytes(out, text, all);
        return used;
    }
    size_t dots = columns < 2 ? columns : 2;
    size_t some = fit(text, columns - dots, &used);
    str_add_bytes(out, text, some);
    str_add_repeat(out, '.', dots);
    return used + dots;
}

void width_pad(struct str *out, const char *text, size_t columns)
{
    size_t used = add_cut(out, text, columns);
    str_add_repeat(out, ' ', columns - used);
}

void width_pad_left(struct str *out, const char *text, size_t columns)
{
    struct str cut = {0};
    size_t used = add_cut(&cut, text, columns);
    str_add_repeat(out, ' ', columns - used);
    str_add_bytes(out, str_text(&cut), cut.len);
    str_release(&cut);
}

void width_cut(struct str *out, const char *text, size_t columns)
{
    (void)add_cut(out, text, columns);
}
