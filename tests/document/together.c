/* SPDX-License-Identifier: MIT
 * Papers of many sessions in one table, as the standards that come with kijun have them: compared with golden/STANDARD/together-*, and what
 * no golden shows. */
#include "document/together.h"

#include "example.h"
#include "golden.h"
#include "render/render.h"
#include "text/msg.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void check(const char *standard, const char *const *names, enum lang lang)
{
    static const enum format formats[] = {FORMAT_TEXT, FORMAT_CSV, FORMAT_JSON};
    struct document d;
    struct together t;
    struct err e;
    together_begin(&t, &d, lang, EXAMPLE_NOW, "佐藤 花子");
    for (size_t i = 0; names[i]; i++) {
        struct session s;
        example_case(&s, TEST_CHECKLISTS, standard, names[i]);
        size_t paper = standard_paper(s.standard, "ledger");
        assert_true(together_may(s.standard, paper));
        assert_true(together_add(&t, &s, paper));
        session_release(&s); /* nothing of it is needed any more */
    }
    together_end(&t);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        struct str text = {0};
        char path[512];
        assert_true(render(&text, &d, formats[i], &(struct rendering){.columns = 80}, &e));
        (void)snprintf(path, sizeof path, TEST_DATA "/document/golden/%s/together-ledger-%s.%s",
            standard, lang_name(lang), format_suffix(formats[i]));
        golden_check(path, str_text(&text));
        str_release(&text);
    }
    document_release(&d);
}

static void ledgers_of_many(void **state)
{
    static const struct {
        const char *standard, *names[4];
    } ledgers[] = {
        {"kitakyushu", {"01-high-all-met", "40-low-pass", "26-high-just-begun"}},
        {"otokuni", {"50-low-pass", "01-high-all-met"}},
        {"tokyo", {"50-low-pass", "01-high-all-met"}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof ledgers / sizeof *ledgers; i++)
        for (enum lang lang = 0; lang < LANG_COUNT; lang++)
            check(ledgers[i].standard, ledgers[i].names, lang);
}

/* A label of a later row is a further column, before the verdict; what a row does not have is empty there. */
static void columns_are_those_of_all_rows(void **state)
{
    struct document d;
    struct together t;
    struct session s;
    (void)state;
    together_begin(&t, &d, LANG_EN, EXAMPLE_NOW, NULL);
    example_case(&s, TEST_CHECKLISTS, "tokyo", "52-low-just-begun");
    assert_true(together_add(&t, &s, standard_paper(s.standard, "ledger")));
    assert_true(together_add(&t, &s, standard_paper(s.standard, "application")));
    session_release(&s);
    together_end(&t);
    const struct block *b = &d.blocks[0];
    assert_int_equal(b->row_count, 2);
    assert_string_equal(b->columns[0], "No.");
    assert_string_equal(b->columns[b->column_count - 1], "Session");
    assert_string_equal(b->columns[b->column_count - 2], "Verdict");
    assert_string_equal(b->cells[0], "1");
    assert_string_equal(b->cells[b->column_count], "2");
    assert_int_equal(b->data[b->column_count].kind, DATUM_NUMBER);
    assert_string_equal(b->cells[b->column_count - 3], "");
    document_release(&d);
}

/* With the verdict and the session, unless all may be selected: then it is a ledger of what was approved, and no more. */
static void approved_stand_alone(void **state)
{
    static const char *const cases[] = {"01-high-all-met", "50-low-pass", "34-high-just-begun"};
    (void)state;
    for (size_t count = 2; count <= 3; count++) {
        struct document d;
        struct together t;
        together_begin(&t, &d, LANG_EN, EXAMPLE_NOW, NULL);
        for (size_t i = 0; i < count; i++) {
            struct session s;
            example_case(&s, TEST_CHECKLISTS, "otokuni", cases[i]);
            assert_true(together_add(&t, &s, standard_paper(s.standard, "ledger")));
            session_release(&s);
        }
        together_end(&t);
        const struct block *b = &d.blocks[0];
        assert_int_equal(b->row_count, count);
        assert_int_equal(b->column_count, count == 2 ? 11 : 13);
        assert_string_equal(b->columns[10], "8 Administrator (section and post)");
        assert_string_equal(b->cells[b->column_count + 1], "ちらし工房");
        document_release(&d);
    }
}

static void nothing_to_list(void **state)
{
    struct document d;
    struct together t;
    struct session s;
    (void)state;
    together_begin(&t, &d, LANG_EN, EXAMPLE_NOW, NULL);
    example_case(&s, TEST_CHECKLISTS, "tokyo", "60-exempt-listed");
    assert_false(together_add(&t, &s, standard_paper(s.standard, "ledger")));
    session_release(&s);
    together_end(&t);
    assert_int_equal(d.block_count, 1);
    assert_int_equal(d.blocks[0].kind, BLOCK_PARAGRAPH);
    document_release(&d);
    together_end(&t); /* once more does nothing */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ledgers_of_many),
        cmocka_unit_test(columns_are_those_of_all_rows),
        cmocka_unit_test(approved_stand_alone),
        cmocka_unit_test(nothing_to_list),
    };
    return cmocka_run_group_tests_name("document/together", tests, NULL, NULL);
}
