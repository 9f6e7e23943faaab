/* SPDX-License-Identifier: MIT
 * The line that names who holds a session: what is written is read, and nothing else is. */
#include "core/holder.h"

#include "core/dates.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void reads_what_it_writes(void **state)
{
    (void)state;
    struct str line = {0};
    struct holder h;
    char day[11];
    holder_line(&line, "Tanaka, Hanako (1001)", "host", 4711, "2026-11-20 09:15");
    assert_string_equal(str_text(&line), "Tanaka, Hanako (1001), host, pid 4711, 2026-11-20 09:15");
    assert_true(holder_read(&h, str_text(&line)));
    assert_string_equal(h.who, "Tanaka, Hanako (1001)");
    assert_string_equal(h.where, "host");
    assert_string_equal(h.process, "4711");
    assert_string_equal(h.time, "09:15");
    day_iso(h.day, day);
    assert_string_equal(day, "2026-11-20");
    holder_release(&h);
    str_release(&line);
}

static void reads_nothing_else(void **state)
{
    (void)state;
    static const char *const lines[] = {"", "uid 1001", "tanaka (1001)", ", , , ",
        "tanaka, host, 2026-11-20 09:15", "tanaka, host, pid 1, yesterday",
        "tanaka, host, pid 1, 2026-13-40 09:15", "tanaka, host, pid 1, 2026-11-20",
        ", host, pid 1, 2026-11-20 09:15", "tanaka, , pid 1, 2026-11-20 09:15",
        "tanaka, host, 1, 2026-11-20 09:15"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct holder h;
        if (holder_read(&h, lines[i]))
            fail_msg("%s is read", lines[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_it_writes),
        cmocka_unit_test(reads_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
