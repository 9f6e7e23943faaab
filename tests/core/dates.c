/* SPDX-License-Identifier: MIT
 * Days in both calendars. */
#include "core/dates.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void reads(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *iso;
    } cases[] = {
        {"2026-11-20", "2026-11-20"},
        {"2026/11/20", "2026-11-20"},
        {"2026-1-2", "2026-01-02"},
        {"2026年11月20日", "2026-11-20"},
        {"R8.11.20", "2026-11-20"},
        {"r8.11.20", "2026-11-20"},
        {"R08.11.20", "2026-11-20"},
        {"令和8年11月20日", "2026-11-20"},
        {"令和8.11.20", "2026-11-20"},
        {"  2026-11-20\t", "2026-11-20"},
        {"　令和８年１１月２０日　", "2026-11-20"},
        {"Ｒ８．１１．２０", "2026-11-20"},
        {"ｒ８／１１／２０", "2026-11-20"},
        {"２０２６－１１－２０", "2026-11-20"},
        {"２０２６ー１１ー２０", "2026-11-20"},
        {"２０２６年１１月２０日", "2026-11-20"},
        {"令和元年5月1日", "2019-05-01"}, /* borders of the eras */
        {"R1.5.1", "2019-05-01"},
        {"R元.12.31", "2019-12-31"},
        {"平成31年4月30日", "2019-04-30"},
        {"平成元年1月8日", "1989-01-08"},
        {"昭和64年1月7日", "1989-01-07"},
        {"昭和元年12月25日", "1926-12-25"},
        {"大正15年12月24日", "1926-12-24"},
        {"T1.7.30", "1912-07-30"},
        {"明治45年7月29日", "1912-07-29"},
        {"M1.1.25", "1868-01-25"},
        {"1868-01-01", "1868-01-01"},
        {"9999-12-31", "9999-12-31"},
        {"令和7981年12月31日", "9999-12-31"},
        {"2024-02-29", "2024-02-29"}, /* leap years */
        {"2000-02-29", "2000-02-29"},
        {"R6.2.29", "2024-02-29"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t day = DAY_NONE;
        char iso[11];
        if (!day_parse(cases[i].typed, &day))
            fail_msg("not read: %s", cases[i].typed);
        day_iso(day, iso);
        assert_string_equal(iso, cases[i].iso);
    }
}

static void refuses(void **state)
{
    (void)state;
    static const char *const cases[] = {"", " ", "today", "2026", "2026-11", "2026-11-",
        "2026-11-20x", "2026-11/20", "2026 11 20", "20261120", "26-11-20", "02026-11-20",
        "2026-011-20", "2026-13-01", "2026-00-01", "2026-01-00", "2026-01-32", "2026-04-31",
        "2025-02-29", "1900-02-29", "2100-02-29", "1867-12-31", "10000-01-01", "R0.1.1", "R.1.1",
        "R8", "R8.11", "R7982.1.1", "R99999.1.1", "X8.11.20", "RR8.11.20", "令和8年11月20",
        "令和8年11.20", "令和年5月1日", "元年5月1日", "2026元年5月1日", "平成31年5月1日", "H1.1.7",
        "S64.1.8", "S1.12.24", "T15.12.25", "T1.7.29", "M45.7.30", "M1.1.24", "令和元年4月30日",
        "R-8.11.20", "-2026-11-20", "2026-11-20\n2026-11-20", "2026\xFF-11-20", "\xE4\xBB",
        "2026-11-20                                                                  x"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t day = 42;
        if (day_parse(cases[i], &day))
            fail_msg("read: %s", cases[i]);
        assert_int_equal(day, 42);
    }
}

static void counts_from_the_epoch(void **state)
{
    (void)state;
    static const struct {
        const char *iso;
        int32_t day;
    } cases[] = {{"1970-01-01", 0}, {"1969-12-31", -1}, {"1868-01-01", -37255},
        {"2000-03-01", 11017}, {"2026-11-20", 20777}, {"9999-12-31", 2932896}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t day = DAY_NONE;
        assert_true(day_parse(cases[i].iso, &day));
        assert_int_equal(day, cases[i].day);
    }
}

/* Three million days: under the sanitizers, which look for other faults, one in so many. */
#ifdef __SANITIZE_ADDRESS__
enum { SHARE = 11 };
#else
enum { SHARE = 1 };
#endif

/* Every day there is: what is written is read back as the same day, and follows the day before. */
static void every_day(void **state)
{
    (void)state;
    char before[11] = "";
    for (int32_t day = -37255; day <= 2932896; day += SHARE) {
        char iso[11];
        char brief[32];
        int32_t again = DAY_NONE;
        day_iso(day, iso);
        assert_true(strcmp(before, iso) < 0);
        assert_true(day_parse(iso, &again));
        assert_int_equal(again, day);
        if (day >= -37255 + 24 && day % 7 == 0) {
            day_short(LANG_JA, day, brief);
            assert_true(day_parse(brief, &again));
            assert_int_equal(again, day);
        }
        memcpy(before, iso, sizeof before);
    }
}

static void writes(void **state)
{
    (void)state;
    static const struct {
        const char *iso, *ja, *en, *ja_short;
    } cases[] = {
        {"2026-11-20", "令和8年11月20日（2026年）", "20 November 2026 (Reiwa 8)", "令和8.11.20"},
        {"2019-05-01", "令和元年5月1日（2019年）", "1 May 2019 (Reiwa 1)", "令和元.5.1"},
        {"2019-04-30", "平成31年4月30日（2019年）", "30 April 2019 (Heisei 31)", "平成31.4.30"},
        {"1989-01-07", "昭和64年1月7日（1989年）", "7 January 1989 (Showa 64)", "昭和64.1.7"},
        {"1868-01-01", "1868年1月1日", "1 January 1868", "1868-01-01"},
        {"9999-12-31", "令和7981年12月31日（9999年）", "31 December 9999 (Reiwa 7981)",
            "令和7981.12.31"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t day = DAY_NONE;
        char words[64];
        char brief[32];
        assert_true(day_parse(cases[i].iso, &day));
        day_words(LANG_JA, day, words);
        assert_string_equal(words, cases[i].ja);
        day_words(LANG_EN, day, words);
        assert_string_equal(words, cases[i].en);
        day_short(LANG_JA, day, brief);
        assert_string_equal(brief, cases[i].ja_short);
        day_short(LANG_EN, day, brief);
        assert_string_equal(brief, cases[i].iso);
    }
}

static void no_day(void **state)
{
    (void)state;
    static const int32_t days[] = {DAY_NONE, INT32_MAX, -37256, 2932897};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        char words[64] = "x";
        char brief[32] = "x";
        char iso[11] = "x";
        day_words(LANG_JA, days[i], words);
        day_short(LANG_JA, days[i], brief);
        day_iso(days[i], iso);
        assert_string_equal(words, "");
        assert_string_equal(brief, "");
        assert_string_equal(iso, "");
    }
}

static void days_of_times(void **state)
{
    (void)state;
    static const struct {
        int64_t time;
        int32_t offset, day;
    } cases[] = {
        {0, 0, 0},
        {-1, 0, -1},
        {-86400, 0, -1},
        {-86401, 0, -2},
        {86399, 0, 0},
        {86400, 0, 1},
        {53999, 9 * 3600, 0}, /* 15:00 UTC is midnight in Japan */
        {54000, 9 * 3600, 1},
        {0, -3600, -1},
        {3600, -3600, 0},
        {INT64_MAX, 50400, DAY_NONE},
        {INT64_MIN, -50400, DAY_NONE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(day_of_time(cases[i].time, cases[i].offset), cases[i].day);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads),
        cmocka_unit_test(refuses),
        cmocka_unit_test(counts_from_the_epoch),
        cmocka_unit_test(every_day),
        cmocka_unit_test(writes),
        cmocka_unit_test(no_day),
        cmocka_unit_test(days_of_times),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
