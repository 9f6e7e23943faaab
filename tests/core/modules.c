/* SPDX-License-Identifier: MIT
 * A module that is not there, or not of this release, is told and never called. */
#include "core/modules.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* What the module of workbooks exports (read/workbook_module.h), if kijun was built with it. */
#define NAME "workbook"
#define SYMBOL "kijun_workbook"

static void one_that_is_not_there(void **state)
{
    (void)state;
    struct str why = {0};
    struct err e = {0};
    assert_false(module_present("nobody"));
    assert_null(module_symbol("nobody", SYMBOL, 1, &why, &e));
    assert_non_null(strstr(str_text(&why), "nobody.so"));
    assert_int_equal(e.kind, ERR_NONE);
    str_release(&why);
}

static void one_without_the_symbol(void **state)
{
    (void)state;
    if (!module_present(NAME))
        skip();
    struct str why = {0};
    struct err e = {0};
    assert_null(module_symbol(NAME, "nothing_of_the_kind", 1, &why, &e));
    assert_non_null(strstr(str_text(&why), "nothing_of_the_kind"));
    assert_int_equal(e.kind, ERR_NONE);
    str_release(&why);
}

static void one_of_another_release(void **state)
{
    (void)state;
    if (!module_present(NAME))
        skip();
    struct str why = {0};
    struct err e = {0};
    const struct module_stamp *found = module_symbol(NAME, SYMBOL, 0, &why, &e);
    assert_null(found);
    assert_int_equal(why.len, 0);
    assert_int_equal(e.kind, ERR_SYSTEM);
    str_release(&why);
}

static void one_of_this_release(void **state)
{
    (void)state;
    if (!module_present(NAME))
        skip();
    struct str why = {0};
    struct err e = {0};
    const struct module_stamp *found = module_symbol(NAME, SYMBOL, 1, &why, &e);
    assert_non_null(found);
    assert_int_equal(found->interface, 1);
    assert_ptr_equal(module_symbol(NAME, SYMBOL, 1, &why, &e), found);
    assert_int_equal(why.len, 0);
    assert_int_equal(e.kind, ERR_NONE);
    str_release(&why);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_that_is_not_there),
        cmocka_unit_test(one_without_the_symbol),
        cmocka_unit_test(one_of_another_release),
        cmocka_unit_test(one_of_this_release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
