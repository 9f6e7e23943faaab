/* SPDX-License-Identifier: MIT
 * JSON papers, reopened by jq: the stated shape, and the text of every answer. */
#include "golden.h"
#include "paper.h"
#include "render/render.h"
#include "text/safe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void check_query(const char *json, const char *query, const char *wanted)
{
    struct str said = {0};
    int status = tool_run(query, json, &said);
    const char *got = str_text(&said);
    for (; *got && *got == *wanted; got++)
        wanted++;
    if (status != 0 || *got || *wanted)
        fail_msg("%s (%d): %.300s, not %.300s", query, status, got, wanted);
    str_release(&said);
}

/* One after another in one file, since jq takes longer to start than to read them. */
static void test_hostile(void **state)
{
    (void)state;
    struct str papers = {0}, wanted = {0};
    for (const char *const *text = paper_hostile(); *text; text++) {
        char *safe = safe_dup(*text, 1);
        str_add(&wanted, safe);
        str_add_char(&wanted, '\n');
        render_json(&papers, paper_of(*text));
        free(safe);
    }
    check_query(str_text(&papers), "jq -r .title", str_text(&wanted));
    check_query(str_text(&papers), "jq -r '.blocks[4].rows[1].cells[2]'", str_text(&wanted));
    str_release(&papers);
    str_release(&wanted);
}

static void test_shape(void **state)
{
    (void)state;
    struct str paper = {0};
    render_json(&paper, paper_form(LANG_JA));
    const char *json = str_text(&paper);
    check_query(json, "jq -c keys_unsorted",
        "[\"paper\",\"title\",\"mark\",\"lang\",\"addressee\",\"session\",\"standard\",\"revision\","
        "\"verdict\",\"head\",\"blocks\",\"footer\"]\n");
    check_query(json, "jq -c '[.blocks[] | .kind]'",
        "[\"paragraph\",\"heading\",\"fields\",\"heading\",\"table\",\"signoff\"]\n");
    check_query(
        json, "jq -c '[.blocks[2].fields[] | .missing]'", "[false,false,true,true,false]\n");
    check_query(json, "jq -c '[.blocks[4].rows[] | .missing, (.cells | length)]'",
        "[false,4,true,4,true,4]\n");
    check_query(json, "jq -c '.blocks[5].boxes | length, (.[0] | type)'", "4\n\"string\"\n");
    check_query(json, "jq -c '[.lang, .head, .verdict, .blocks[1].level]'",
        "[\"ja\",\"0123456789abcdef\",\"incomplete\",1]\n");
    str_release(&paper);
}

static void test_absent_is_null(void **state)
{
    (void)state;
    struct str paper = {0};
    struct document d = {.lang = LANG_EN, .title = "x"};
    render_json(&paper, &d);
    check_query(
        str_text(&paper), "jq -c '[.mark, .addressee, .footer, .blocks]'", "[null,null,null,[]]\n");
    str_release(&paper);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_hostile), cmocka_unit_test(test_shape),
        cmocka_unit_test(test_absent_is_null)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
