/* SPDX-License-Identifier: MIT
 * An office, and in it a session. */
#include "screen/support/seat.h"

#include "core/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct office office;
char *session;

int open_office(void **state)
{
    (void)state;
    office_open(&office);
    return 0;
}

int close_office(void **state)
{
    (void)state;
    free(session);
    session = NULL;
    office_close(&office);
    return 0;
}

void begin_session(const char *standard, const char *title, const char *answers)
{
    const char *argv[16] = {"kijun", "answer"};
    char *words = mem_dup(answers), *rest;
    size_t count = 3;
    free(session);
    session = office_line(&office, "new", standard, "--title", title);
    argv[2] = session;
    for (char *word = strtok_r(words, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        assert_in_range(count, 3, sizeof argv / sizeof *argv - 2);
        argv[count++] = word;
    }
    struct said said = {0};
    if (count > 3)
        said = office_run_with(&office, argv);
    assert_int_equal(said.status, 0);
    said_release(&said);
    free(words);
}

struct term *in_the_long_field(const char *lang)
{
    begin_session("sample", "試験", "");
    struct term *t = office_sit(&office, 24, 80, "open", session, "--lang", lang);
    see(t, "1-1 ");
    return t;
}
