/* SPDX-License-Identifier: MIT
 * Keys for searching: what a reader takes for the same reads the same. Never shown, never stored. */
#include "text/width.h"

#include "core/mem.h"
#include "core/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

/* U+FFFD for what is not UTF-8: libunistring would refuse the whole. */
static void add_valid(struct str *out, const char *text, size_t len)
{
    for (size_t at = 0; at < len;) {
        uint32_t c;
        size_t n = utf8_decode(text + at, len - at, &c);
        if (n)
            str_add_bytes(out, text + at, n);
        else
            str_add(out, "\xEF\xBF\xBD");
        at += n ? n : 1;
    }
}

static uint32_t hiragana(uint32_t c)
{
    if ((c >= 0x30A1 && c <= 0x30F6) || c == 0x30FD || c == 0x30FE)
        return c - 0x60;
    return c;
}

/* Valid text fails only for want of memory: mem_resize() says so and stops. */
static uint8_t *must(uint8_t *made)
{
    return made ? made : mem_resize(NULL, SIZE_MAX, 2);
}

/* Composed, folded, and composed again: folding looks at what is inside ℡ and Ａ only after the first. */
static uint8_t *fold(const char *text, size_t *len)
{
    struct str valid = {0};
    add_valid(&valid, text, strlen(text));
    const uint8_t *bytes = (const uint8_t *)str_text(&valid);
    uint8_t *plain = must(u8_normalize(UNINORM_NFKC, bytes, valid.len, NULL, len));
    str_release(&valid);
    uint8_t *folded = must(u8_casefold(plain, *len, NULL, UNINORM_NFKC, NULL, len));
    free(plain);
    return folded;
}

char *search_key(const char *text)
{
    size_t len = 0;
    uint8_t *folded = fold(text, &len);
    struct str key = {0};
    for (size_t at = 0; at < len;) {
        uint32_t c;
        at += utf8_decode((const char *)folded + at, len - at, &c);
        char bytes[4];
        if (!uc_is_property_default_ignorable_code_point(c))
            str_add_bytes(&key, bytes, utf8_put(hiragana(c), bytes));
    }
    free(folded);
    return str_take(&key);
}
