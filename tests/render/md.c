/* SPDX-License-Identifier: MIT
 * Markdown papers, read by another program with every extension that would make something of an answer. */
#include "golden.h"
#include "paper.h"
#include "render/render.h"
#include "text/safe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define READER "cmark-gfm --unsafe -e table -e autolink -e strikethrough -e tasklist -e footnotes"

static bool is_ours(const char *tag)
{
    static const char *const ours[] = {"h1", "h2", "h3", "p", "br", "br /", "hr /", "table",
        "thead", "tbody", "tr", "th", "td", "strong", "!----"};
    tag += *tag == '/';
    size_t len = strcspn(tag, ">");
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
        if (strlen(ours[i]) == len && strncmp(tag, ours[i], len) == 0)
            return true;
    return false;
}

/* The shape of paper_of(), whatever the text. */
static void check_shape(const char *html, const char *from)
{
    static const struct {
        const char *tag;
        size_t times;
    } shape[] = {{"<h1>", 1}, {"<h2>", 1}, {"<h3>", 1}, {"<table>", 3}, {"<tr>", 8}, {"<th>", 7},
        {"<td>", 12}, {"<hr />", 1}, {"<strong>", 2}};
    for (const char *tag = strchr(html, '<'); tag; tag = strchr(tag + 1, '<'))
        if (!is_ours(tag + 1))
            fail_msg("markup that is not ours: %.30s (from %.40s)", tag, from);
    for (size_t i = 0; i < sizeof shape / sizeof *shape; i++)
        if (count_of(html, shape[i].tag) != shape[i].times)
            fail_msg("%s %zu times, not %zu (from %.40s)\n%.3000s", shape[i].tag,
                count_of(html, shape[i].tag), shape[i].times, from, html);
}

static const struct {
    const char *entity;
    char c;
} entities[] = {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}};

/* The characters between tags, without any blanks. */
static char *words_of(const char *html)
{
    struct str words = {0};
    while (*html) {
        if (*html == '<') {
            html = strchr(html, '>') + 1;
            continue;
        }
        char c = *html;
        size_t len = 1;
        for (size_t i = 0; i < 4; i++)
            if (strncmp(html, entities[i].entity, strlen(entities[i].entity)) == 0) {
                c = entities[i].c;
                len = strlen(entities[i].entity);
            }
        if (c != ' ' && c != '\n')
            str_add_char(&words, c);
        html += len;
    }
    return str_take(&words);
}

/* What was typed is what is read: the first cell of the last table but one holds it, to the character. */
static void check_words(const char *html, const char *text)
{
    const char *table = strstr(strstr(html, "<table>") + 1, "<table>");
    const char *cell = strstr(strstr(table, "<td>") + 1, "<td>") + 4;
    struct str inner = {0};
    str_add_bytes(&inner, cell, (size_t)(strstr(cell, "</td>") - cell));
    char *safe = safe_dup(text, 1), *read = words_of(str_text(&inner));
    struct str wanted = {0};
    for (const char *c = safe; *c; c++)
        if (*c != ' ' && *c != '\n')
            str_add_char(&wanted, *c);
    if (strcmp(read, str_text(&wanted)) != 0)
        fail_msg("read as %.200s, typed %.200s", read, str_text(&wanted));
    str_release(&wanted);
    str_release(&inner);
    free(safe);
    free(read);
}

static void test_hostile(void **state)
{
    (void)state;
    for (const char *const *text = paper_hostile(); *text; text++) {
        struct str paper = {0}, html = {0};
        render_md(&paper, paper_of(*text));
        assert_int_equal(tool_run(READER, str_text(&paper), &html), 0);
        check_shape(str_text(&html), *text);
        check_words(str_text(&html), *text);
        str_release(&paper);
        str_release(&html);
    }
}

static void test_plain_stays_plain(void **state)
{
    (void)state;
    struct str paper = {0};
    render_md(&paper, paper_form(LANG_JA));
    assert_non_null(strstr(str_text(&paper), "| 4(1)ア 4(1)イ |"));
    assert_non_null(strstr(str_text(&paper),
        "（所在 共有フォルダー/契約、確認 令和8年7月3日（2026年））<br>メモ: 7/3 営業担当へ照会。"));
    assert_non_null(strstr(str_text(&paper), "| 利用する期間の始まりと終わり | **"));
    str_release(&paper);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hostile), cmocka_unit_test(test_plain_stays_plain)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
