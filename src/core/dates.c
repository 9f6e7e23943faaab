/* SPDX-License-Identifier: MIT
 * Days in both calendars. Everything about an era is a row of one table. */
#include "core/dates.h"

#include "core/utf8.h"

#include <stdio.h>
#include <string.h>

enum { YEAR_FIRST = 1868, YEAR_LAST = 9999, TYPED_MAX = 64 };

struct era {
    char letter;
    const char *kanji, *roman;
    int year, month, day; /* its first; the next era's ends it */
};

static const struct era eras[] = {
    {'M', "明治", "Meiji", 1868, 1, 25},
    {'T', "大正", "Taisho", 1912, 7, 30},
    {'S', "昭和", "Showa", 1926, 12, 25},
    {'H', "平成", "Heisei", 1989, 1, 8},
    {'R', "令和", "Reiwa", 2019, 5, 1},
};

enum { ERA_COUNT = sizeof eras / sizeof *eras };

struct civil {
    int year, month, day;
};

/* ---- counting days ---- */

static bool leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && leap(year));
}

/* Years are counted from March, so that the leap day is a year's last; 146097 days are 400 years. */
static int32_t day_from_civil(struct civil c)
{
    int year = c.month > 2 ? c.year : c.year - 1;
    int month = c.month > 2 ? c.month - 3 : c.month + 9;
    int days = year * 365 + year / 4 - year / 100 + year / 400;
    return days + (153 * month + 2) / 5 + c.day - 1 - 719468;
}

/* False outside the years that can be written. */
static bool civil_from_day(int32_t day, struct civil *c)
{
    if (day < day_from_civil((struct civil){YEAR_FIRST, 1, 1}) ||
        day > day_from_civil((struct civil){YEAR_LAST, 12, 31}))
        return false;
    int shifted = day + 719468;
    int cycle = shifted / 146097;
    int within = shifted % 146097;
    int year = (within - within / 1460 + within / 36524 - within / 146096) / 365;
    int left = within - (365 * year + year / 4 - year / 100);
    int month = (5 * left + 2) / 153;
    c->day = left - (153 * month + 2) / 5 + 1;
    c->month = month < 10 ? month + 3 : month - 9;
    c->year = year + 400 * cycle + (c->month <= 2);
    return true;
}

static int32_t era_begins(const struct era *era)
{
    return day_from_civil((struct civil){era->year, era->month, era->day});
}

/* NULL before the first. */
static const struct era *era_of_day(int32_t day)
{
    for (size_t i = ERA_COUNT; i-- > 0;)
        if (day >= era_begins(&eras[i]))
            return &eras[i];
    return NULL;
}

int32_t day_of_time(int64_t time, int32_t utc_offset)
{
    const int64_t second = time % 86400 + utc_offset;
    const int64_t day = time / 86400 + (second >= 0 ? second / 86400 : -((86399 - second) / 86400));
    if (day <= INT32_MIN || day > INT32_MAX)
        return DAY_NONE;
    return (int32_t)day;
}

/* ---- reading ---- */

/* Full width becomes half width, small letters capital; the dashes that input methods make become '-'. */
static uint32_t fold(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
    if (c == 0x2212 || c == 0x30FC)
        return '-';
    if (c == 0x3000 || c == '\t')
        return ' ';
    return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c;
}

/* The typed text folded, without blanks around. False if it is too long for a date or not UTF-8. */
static bool fold_typed(const char *text, char out[TYPED_MAX])
{
    size_t len = strlen(text);
    size_t used = 0;
    for (size_t at = 0; at < len;) {
        uint32_t c;
        size_t n = utf8_decode(text + at, len - at, &c);
        c = n ? fold(c) : 0;
        at += n;
        if (n == 0 || used + 5 > TYPED_MAX)
            return false;
        if (c != ' ' || used)
            used += utf8_put(c, out + used);
    }
    while (used && out[used - 1] == ' ')
        used--;
    out[used] = '\0';
    return true;
}

static bool take(const char **at, const char *text)
{
    size_t len = strlen(text);
    if (strncmp(*at, text, len) != 0)
        return false;
    *at += len;
    return true;
}

/* Digits: from least to most of them. */
static bool take_number(const char **at, int least, int most, int *number)
{
    int digits = 0;
    *number = 0;
    for (; **at >= '0' && **at <= '9' && digits < most; digits++)
        *number = *number * 10 + (*(*at)++ - '0');
    return digits >= least;
}

static const struct era *take_era(const char **at)
{
    for (size_t i = 0; i < ERA_COUNT; i++) {
        const char letter[] = {eras[i].letter, '\0'};
        if (take(at, eras[i].kanji) || take(at, letter))
            return &eras[i];
    }
    return NULL;
}

static bool take_year(const char **at, const struct era *era, int *year)
{
    if (!era)
        return take_number(at, 4, 4, year);
    if (take(at, "元"))
        *year = 1;
    else if (!take_number(at, 1, 4, year) || *year == 0)
        return false;
    *year += era->year - 1;
    return true;
}

/* 年11月20日, or -11-20 with any one of - / . */
static bool take_month_and_day(const char **at, struct civil *c)
{
    char separator[] = {**at, '\0'};
    if (take(at, "年"))
        return take_number(at, 1, 2, &c->month) && take(at, "月") &&
               take_number(at, 1, 2, &c->day) && take(at, "日");
    return separator[0] && strchr("-/.", separator[0]) && take(at, separator) &&
           take_number(at, 1, 2, &c->month) && take(at, separator) &&
           take_number(at, 1, 2, &c->day);
}

static bool real(const struct civil *c)
{
    return c->year >= YEAR_FIRST && c->year <= YEAR_LAST && c->month >= 1 && c->month <= 12 &&
           c->day >= 1 && c->day <= month_days(c->year, c->month);
}

bool day_parse(const char *text, int32_t *day)
{
    char typed[TYPED_MAX];
    struct civil c;
    if (!fold_typed(text, typed))
        return false;
    const char *at = typed;
    const struct era *era = take_era(&at);
    if (!take_year(&at, era, &c.year) || !take_month_and_day(&at, &c) || *at || !real(&c))
        return false;
    int32_t found = day_from_civil(c);
    if (era && era_of_day(found) != era)
        return false;
    *day = found;
    return true;
}

/* ---- writing ---- */

void day_iso(int32_t day, char out[11])
{
    struct civil c;
    out[0] = '\0';
    if (civil_from_day(day, &c))
        (void)snprintf(out, 11, "%04u-%02u-%02u", (unsigned)c.year % 10000, (unsigned)c.month % 100,
            (unsigned)c.day % 100);
}

/* 8, or 元 */
static void era_year(char out[16], const struct era *era, int year)
{
    int n = year - era->year + 1;
    if (n == 1)
        (void)snprintf(out, 16, "元");
    else
        (void)snprintf(out, 16, "%d", n);
}

void day_words(enum lang lang, int32_t day, char out[64])
{
    static const char *const months[] = {"January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December"};
    struct civil c;
    char year[16];
    out[0] = '\0';
    if (!civil_from_day(day, &c))
        return;
    const struct era *era = era_of_day(day);
    if (lang == LANG_EN && era)
        (void)snprintf(out, 64, "%d %s %d (%s %d)", c.day, months[c.month - 1], c.year, era->roman,
            c.year - era->year + 1);
    else if (lang == LANG_EN)
        (void)snprintf(out, 64, "%d %s %d", c.day, months[c.month - 1], c.year);
    else if (era) {
        era_year(year, era, c.year);
        (void)snprintf(out, 64, "%s%s年%d月%d日（%d年）", era->kanji, year, c.month, c.day, c.year);
    } else
        (void)snprintf(out, 64, "%d年%d月%d日", c.year, c.month, c.day);
}

void day_short(enum lang lang, int32_t day, char out[32])
{
    struct civil c;
    const struct era *era = era_of_day(day);
    char year[16];
    out[0] = '\0';
    if (lang == LANG_EN || !era) {
        char iso[11];
        day_iso(day, iso);
        (void)snprintf(out, 32, "%s", iso);
    } else if (civil_from_day(day, &c)) {
        era_year(year, era, c.year);
        (void)snprintf(out, 32, "%s%s.%d.%d", era->kanji, year, c.month, c.day);
    }
}
