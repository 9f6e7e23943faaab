/* SPDX-License-Identifier: MIT
 * Nothing in a text can act. Whatever a reader could not see, or a terminal would obey, is written out as <U+XXXX>. */
#include "text/safe.h"

#include "core/utf8.h"
#include "text/common.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <unictype.h>

enum { TAB_SPACES = 4 };

/* U+E0100 to U+E01EF and U+FE00 to U+FE02 choose the written form of the ideograph before them. */
static bool selects_form(uint32_t c, uint32_t before)
{
    bool selector = (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0xFE00 && c <= 0xFE02);
    return selector && uc_is_property_ideographic(before);
}

/* True if c, after the character before it, is shown as it is. */
static bool harmless(uint32_t c, uint32_t before)
{
    if (c < 0xA0)
        return c >= 0x20 && c < 0x7F;
    if (char_common(c))
        return true;
    if (uc_is_property_default_ignorable_code_point(c))
        return selects_form(c, before);
    if (uc_is_property_not_a_character(c))
        return false;
    return !uc_is_general_category_withtable(
        c, UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Co | UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp);
}

static void add_shown(struct str *out, uint32_t c, int keep_lines)
{
    if (c == '\n' && keep_lines)
        str_add_char(out, '\n');
    else if (c == '\t' && keep_lines)
        str_add_repeat(out, ' ', TAB_SPACES);
    else if (c == '\n' || c == '\t')
        str_add_char(out, ' ');
    else
        str_addf(out, "<U+%04X>", (unsigned)c);
}

void safe_text(struct str *out, const char *text, int keep_lines)
{
    size_t len = strlen(text);
    size_t start = 0; /* of what can be copied as it is */
    uint32_t before = 0;
    for (size_t at = 0; at < len;) {
        uint32_t c = 0;
        size_t n = utf8_decode(text + at, len - at, &c);
        if (n && harmless(c, before)) {
            before = c;
            at += n;
            continue;
        }
        str_add_bytes(out, text + start, at - start);
        if (n)
            add_shown(out, c, keep_lines);
        else
            str_addf(out, "<%02X>", (unsigned)(unsigned char)text[at]);
        at += n ? n : 1;
        start = at;
        before = 0;
    }
    str_add_bytes(out, text + start, len - start);
}

char *safe_dup(const char *text, int keep_lines)
{
    struct str out = {0};
    safe_text(&out, text, keep_lines);
    return str_take(&out);
}
