/* SPDX-License-Identifier: MIT
 * User-perceived characters (UAX #29): what a cursor steps over and a delete key takes. libunistring tells whether two neighbours
 * belong together; emoji sequences joined by U+200D and flags need a longer look, which is here. */
#include "text/width.h"

#include "core/utf8.h"
#include "text/common.h"

#include <stdbool.h>
#include <string.h>
#include <unictype.h>
#include <unigbrk.h>

/* What must be remembered of the cluster so far. */
struct cluster {
    uint32_t last;
    bool pictographic; /* a pictograph, perhaps with marks and a U+200D after it */
    bool joined;       /* ... and the U+200D has just been seen */
    bool half_flag;    /* an odd number of regional indicators so far */
};

static bool regional(uint32_t c)
{
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

static void cluster_add(struct cluster *k, uint32_t c)
{
    k->joined = k->pictographic && c == 0x200D;
    if (uc_is_property_extended_pictographic(c))
        k->pictographic = true;
    else if (c != 0x200D && uc_graphemeclusterbreak_property(c) != GBP_EXTEND)
        k->pictographic = false;
    k->half_flag = regional(c) && !k->half_flag;
    k->last = c;
}

static bool cluster_takes(const struct cluster *k, uint32_t c)
{
    if (k->joined && uc_is_property_extended_pictographic(c))
        return true;
    if (regional(k->last) && regional(c))
        return k->half_flag;
    return !uc_is_grapheme_break(k->last, c);
}

static bool plain(char c)
{
    return c >= 0x20 && c < 0x7F;
}

size_t grapheme_next(const char *text, size_t at)
{
    if (!text[at])
        return at;
    if (plain(text[at]) && (plain(text[at + 1]) || !text[at + 1]))
        return at + 1;
    size_t len = at + strnlen(text + at, 4);
    uint32_t c;
    size_t n = utf8_decode(text + at, len - at, &c);
    if (n == 0)
        return at + 1;
    struct cluster k = {0};
    bool common = char_common(c);
    do {
        uint32_t before = c;
        at += n;
        n = utf8_decode(text + at, strnlen(text + at, 4), &c);
        if (common && n && (char_common(c) || c < 0x80))
            break;
        common = false;
        cluster_add(&k, before);
    } while (n && cluster_takes(&k, c));
    return at;
}

size_t grapheme_before(const char *text, size_t at)
{
    if (at == 0)
        return 0;
    /* clusters can only be told from their beginning, and a line's beginning is one */
    size_t start = at - 1;
    while (start > 0 && text[start - 1] != '\n')
        start--;
    for (;;) {
        size_t next = grapheme_next(text, start);
        if (next >= at || next == start)
            return start;
        start = next;
    }
}
