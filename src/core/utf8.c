/* SPDX-License-Identifier: MIT
 * UTF-8, checked at every border. */
#include "core/utf8.h"

#include <string.h>

static bool continues(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* Length announced by a first byte and its payload; 0 for a byte that cannot begin a character. */
static size_t announced(unsigned char first, uint32_t *payload)
{
    if (first < 0x80)
        return *payload = first, 1;
    if (first >= 0xC2 && first <= 0xDF)
        return *payload = first & 0x1F, 2;
    if (first >= 0xE0 && first <= 0xEF)
        return *payload = first & 0x0F, 3;
    if (first >= 0xF0 && first <= 0xF4)
        return *payload = first & 0x07, 4;
    return 0;
}

/* U+1000 to U+CFFF, where nothing can be wrong but a byte that does not continue. */
static bool plain_three(const char *s, size_t len)
{
    return len >= 3 && (unsigned char)s[0] >= 0xE1 && (unsigned char)s[0] <= 0xEC &&
           continues(s[1]) && continues(s[2]);
}

size_t utf8_decode(const char *s, size_t len, uint32_t *c)
{
    static const uint32_t smallest[5] = {0, 0, 0x80, 0x800, 0x10000};
    uint32_t value = 0;
    if (len == 0)
        return 0;
    if ((unsigned char)s[0] < 0x80)
        return *c = (unsigned char)s[0], 1;
    if (plain_three(s, len)) {
        *c = ((uint32_t)s[0] & 0x0F) << 12 | ((uint32_t)s[1] & 0x3F) << 6 | ((uint32_t)s[2] & 0x3F);
        return 3;
    }
    size_t need = announced((unsigned char)s[0], &value);
    if (need == 0 || need > len)
        return 0;
    for (size_t i = 1; i < need; i++) {
        if (!continues(s[i]))
            return 0;
        value = value << 6 | ((unsigned char)s[i] & 0x3F);
    }
    if (value < smallest[need] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    *c = value;
    return need;
}

size_t utf8_put(uint32_t c, char out[4])
{
    if (c < 0x80)
        return out[0] = (char)c, 1;
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        return 0;
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

bool utf8_valid(const char *s, size_t len, size_t *bad)
{
    size_t at = 0;
    while (at < len) {
        uint32_t c;
        size_t n = utf8_decode(s + at, len - at, &c);
        if (n == 0 || c == 0)
            break;
        at += n;
    }
    if (at < len && bad)
        *bad = at;
    return at == len;
}

size_t utf8_floor(const char *s, size_t limit)
{
    while (limit > 0 && continues(s[limit]))
        limit--;
    return limit;
}

void utf8_copy(char *to, size_t size, const char *from, size_t len)
{
    if (len >= size)
        len = utf8_floor(from, size - 1);
    memcpy(to, from, len);
    to[len] = '\0';
}
