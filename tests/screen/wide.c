/* SPDX-License-Identifier: MIT
 * Terminals that draw characters of ambiguous width over two columns: asked once, nothing waits for the answer, and the screen is laid
 * out for it. libvterm draws them over one, so what stands behind them on a row laid out for two is off by as many columns as there are. */
#include "term/office.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

enum { AMBIGUOUS = 3 };
#define TITLE "①②③"
#define RIGHT "Incomplete" /* at the right end of the bar on top */

struct sight {
    int col;
};

static bool stands_at(const struct term *t, const void *with)
{
    const struct sight *wanted = with;
    int row, col;
    return term_find(t, TITLE, NULL, NULL) && term_find(t, RIGHT, &row, &col) && row == 0 &&
           col == wanted->col;
}

static struct term *sit(const struct office *o, const char *id, const char *width, bool wide)
{
    struct term *t = office_sit(o, 24, 80, "--lang", "en", "open", id, "--ambiguous-width", width);
    if (wide)
        term_answer_wide(t);
    return t;
}

static void test_widths(void **state)
{
    struct office o;
    struct sight narrow, wide;
    int row;
    (void)state;
    office_open(&o);
    char *id = office_line(&o, "new", "sample", "--title", TITLE);
    struct term *t = sit(&o, id, "1", false);
    see(t, RIGHT);
    assert_true(term_find(t, RIGHT, &row, &narrow.col));
    wide.col = narrow.col - AMBIGUOUS;
    see_that(t, stands_at, &narrow, "laid out for one column");
    walk_out(t);
    t = sit(&o, id, "2", false);
    see_that(t, stands_at, &wide, "laid out for two, as the option says");
    walk_out(t);
    t = sit(&o, id, "auto", false);
    see_that(t, stands_at, &narrow, "laid out for one, as the terminal answers");
    walk_out(t);
    t = sit(&o, id, "auto", true);
    see_that(t, stands_at, &wide, "laid out for two, as the terminal answers");
    term_key(t, "F1");
    see(t, "Keys on this screen");
    term_key(t, "b");
    see_gone(t, "Keys on this screen");
    see_that(t, stands_at, &wide, "and so it stays");
    walk_out(t);
    free(id);
    office_close(&o);
}

/* What was typed before the answer comes is not lost. */
static void test_typed_ahead(void **state)
{
    struct office o;
    (void)state;
    office_open(&o);
    char *id = office_line(&o, "new", "sample", "--title", TITLE);
    struct term *t = sit(&o, id, "auto", true);
    term_type(t, "typed ahead");
    see(t, RIGHT); /* before, the terminal shows itself what is typed */
    see(t, "typed ahead");
    walk_out(t);
    free(id);
    office_close(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_widths),
        cmocka_unit_test(test_typed_ahead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
