/* SPDX-License-Identifier: MIT
 * HTML papers: well formed, with our own elements only, and a policy that fits the style. */
#include "golden.h"
#include "paper.h"
#include "render/render.h"
#include "render/style.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static bool is_ours(const char *tag)
{
    static const char *const ours[] = {"!DOCTYPE", "html", "head", "meta", "title", "style", "body",
        "main", "header", "footer", "h1", "h2", "h3", "p", "table", "colgroup", "col", "thead",
        "tbody", "tr", "th", "td", "span", "strong"};
    tag += *tag == '/';
    size_t len = strcspn(tag, " >\n");
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        if (strlen(ours[i]) == len && strncmp(tag, ours[i], len) == 0)
            return true;
    return false;
}

static void check_tags(const char *html, const char *from)
{
    for (const char *tag = strchr(html, '<'); tag; tag = strchr(tag + 1, '<'))
        if (!is_ours(tag + 1))
            fail_msg("a tag that is not ours: %.20s (from %.40s)", tag, from);
    for (const char *c = html; *c; c++)
        if (((unsigned char)*c < ' ' && *c != '\n') || *c == 0x7f)
            fail_msg("a control character (from %.40s)", from);
}

static void check_well_formed(const char *html, const char *from)
{
    struct str said = {0};
    if (tool_run("xmllint --nonet --huge --noout -", html, &said) != 0)
        fail_msg("not well formed (from %.40s): %.400s", from, str_text(&said));
    str_release(&said);
}

static void test_hostile(void **state)
{
    (void)state;
    for (const char *const *text = paper_hostile(); *text; text++) {
        struct str paper = {0};
        render_html(&paper, paper_of(*text));
        check_tags(str_text(&paper), *text);
        check_well_formed(str_text(&paper), *text);
        str_release(&paper);
    }
}

static void test_reopened(void **state)
{
    (void)state;
    struct str paper = {0}, text = {0};
    render_html(&paper, paper_of("a < b & \"c\" 'd'\n<script>"));
    assert_int_equal(tool_run("xmllint --nonet --xpath '//*[local-name()=\"td\"][1]/text()' -",
                         str_text(&paper), &text),
        0);
    assert_non_null(strstr(str_text(&text), "a &lt; b &amp; \"c\" 'd'\n&lt;script&gt;"));
    str_release(&paper);
    str_release(&text);
}

/* Nothing is fetched, nothing runs. */
static void test_self_contained(void **state)
{
    (void)state;
    static const char *const never[] = {"<script", "<link", "<img", "<iframe",
        " src=", " href=", "url(", "@import", " style=", " onload=", " onerror=", "javascript"};
    struct str paper = {0};
    render_html(&paper, paper_form(LANG_EN));
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (strstr(str_text(&paper), never[i]))
            fail_msg("%s in the page", never[i]);
    assert_non_null(strstr(str_text(&paper), "<html lang=\"en\">"));
    assert_non_null(strstr(str_text(&paper), "<meta charset=\"utf-8\" />"));
    assert_non_null(strstr(str_text(&paper), "default-src 'none'"));
    str_release(&paper);
}

static void base64(const unsigned char *bytes, size_t len, char *out)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < len; i += 3) {
        unsigned long group = (unsigned long)bytes[i] << 16;
        group |= i + 1 < len ? (unsigned long)bytes[i + 1] << 8 : 0;
        group |= i + 2 < len ? bytes[i + 2] : 0;
        *out++ = digits[group >> 18];
        *out++ = digits[group >> 12 & 63];
        *out++ = i + 1 < len ? digits[group >> 6 & 63] : '=';
        *out++ = i + 2 < len ? digits[group & 63] : '=';
    }
    *out = '\0';
}

static void test_policy_allows_the_style(void **state)
{
    (void)state;
    struct str hex = {0};
    unsigned char bytes[32];
    char wanted[64] = "sha256-";
    assert_int_equal(tool_run("sha256sum", html_style, &hex), 0);
    for (size_t i = 0; i < sizeof bytes; i++) {
        char two[3] = {hex.at[2 * i], hex.at[2 * i + 1], '\0'};
        bytes[i] = (unsigned char)strtoul(two, NULL, 16);
    }
    base64(bytes, sizeof bytes, wanted + strlen(wanted));
    assert_string_equal(html_style_hash, wanted);
    assert_null(strpbrk(html_style, "<&"));
    str_release(&hex);
}

/* A ledger's many columns take a page on its side, and nothing else does. */
static void test_wide(void **state)
{
    (void)state;
    static const char *const heads[] = {"1", "2", "3", "4", "5", "6", "7", "8"};
    for (size_t columns = 7; columns <= 8; columns++) {
        const struct block table = {.kind = BLOCK_TABLE, .columns = heads, .column_count = columns};
        const struct document d = {.title = "t", .blocks = &table, .block_count = 1};
        struct str out = {0};
        render_html(&out, &d);
        assert_int_equal(strstr(str_text(&out), "<main class=\"wide\">") != NULL, columns == 8);
        str_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_hostile),
        cmocka_unit_test(test_reopened), cmocka_unit_test(test_self_contained),
        cmocka_unit_test(test_policy_allows_the_style), cmocka_unit_test(test_wide)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
