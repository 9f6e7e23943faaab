/* SPDX-License-Identifier: MIT
 * A paper on the screen: laid out for the window there is, also when that changes. */
#include "term/office.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void a_paper_fits_the_window_as_it_changes(void **state)
{
    struct office o;
    (void)state;
    office_open(&o);
    char *id = office_line(&o, "new", "sample", "--title", "大きさの試験");
    struct said said = office_run(&o, "answer", id,
        "story=この欄に書かれた文は、四十桁の窓には収まらない長さがあり、折り返されて終端まで読める",
        "line1=済");
    assert_int_equal(said.status, 0);
    said_release(&said);
    struct term *t = office_sit(&o, 50, 80, "--lang", "en", "open", id);
    see(t, "2-1 The confidentiality tier");
    term_key(t, "m f");
    see(t, "終端まで読める");
    term_resize(t, 50, 40);
    see_gone(t, "書かれた文は、四十桁");
    see(t, "四十桁"); /* on the next line, not beyond the edge */
    term_key(t, "p"); /* and when it changed meanwhile */
    see(t, "The paper is written to");
    term_resize(t, 50, 80);
    term_key(t, "Esc");
    see(t, "書かれた文は、四十桁");
    term_release(t);
    free(id);
    office_close(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_paper_fits_the_window_as_it_changes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
