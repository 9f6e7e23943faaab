/* SPDX-License-Identifier: MIT
 * What people write in a cell. */
#include "core/reply_value.h"

#include "core/dates.h"
#include "core/mem.h"
#include "core/str.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- blanks ---- */

static const char *const blanks[] = {" ", "\t", "\n", "\r", "\xe3\x80\x80" /* full width */};

static size_t blank_at(const char *text)
{
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (strncmp(text, blanks[i], strlen(blanks[i])) == 0)
            return strlen(blanks[i]);
    return 0;
}

static size_t blank_before(const char *text, size_t len)
{
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
        size_t n = strlen(blanks[i]);
        if (n <= len && memcmp(text + len - n, blanks[i], n) == 0)
            return n;
    }
    return 0;
}

static char *trim(const char *text, size_t len)
{
    size_t n;
    while (len > 0 && (n = blank_at(text)) > 0 && n <= len) {
        text += n;
        len -= n;
    }
    while ((n = blank_before(text, len)) > 0)
        len -= n;
    return mem_copy(text, len);
}

char *reply_trim(const char *text)
{
    return trim(text, strlen(text));
}

/* ---- choices ---- */

static bool is_label(const struct choice *c, const char *text)
{
    for (int lang = 0; lang < LANG_COUNT; lang++)
        if (c->label.in[lang] && strcmp(c->label.in[lang], text) == 0)
            return true;
    return false;
}

/* The bytes of "2. ", as the sheet numbers its choices; 0 if there are none. */
static size_t number_before(const char *text)
{
    static const char *const points[] = {".", ")", ":", "．", "）", "、", "：", " ", "　"};
    size_t len = strspn(text, "0123456789");
    if (len == 0 || len > 2)
        return 0;
    for (size_t i = 0; i < sizeof points / sizeof *points; i++)
        if (strncmp(text + len, points[i], strlen(points[i])) == 0) {
            len += strlen(points[i]);
            while (blank_at(text + len))
                len += blank_at(text + len);
            return len;
        }
    return 0;
}

/* The choice of that number, which its words may follow but no others. */
static size_t numbered_choice(const struct question *q, const char *text)
{
    size_t before = number_before(text), choice = (size_t)strtoul(text, NULL, 10) - 1;
    bool fits = before > 0 && choice < q->choice_count &&
                (!text[before] || is_label(&q->choices[choice], text + before));
    return fits ? choice : NONE;
}

static size_t choice_of(const struct question *q, const char *text)
{
    for (size_t i = 0; i < q->choice_count; i++)
        if (is_label(&q->choices[i], text))
            return i;
    return numbered_choice(q, text);
}

static bool read_choice(
    const struct standard *s, size_t question, const char *text, char **value, struct err *e)
{
    const struct question *q = &s->questions[question];
    size_t choice = choice_of(q, text);
    if (choice == NONE)
        return answers_read(s, question, text, value, e);
    *value = mem_dup(q->choices[choice].id);
    return true;
}

/* ---- several choices ---- */

static size_t separator_at(const char *text)
{
    static const char *const separators[] = {"\n", "\r", ",", ";", "、", "，", "；", "・"};
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
        if (strncmp(text, separators[i], strlen(separators[i])) == 0)
            return strlen(separators[i]);
    return 0;
}

/* The bytes of the longest label that stands there as a whole. */
static size_t label_at(const struct question *q, const char *text)
{
    size_t longest = 0;
    for (size_t i = 0; i < q->choice_count; i++)
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            const char *label = q->choices[i].label.in[lang];
            size_t n = label ? strlen(label) : 0;
            bool there = n > longest && strncmp(text, label, n) == 0;
            if (there && (!text[n] || separator_at(text + n) || blank_at(text + n)))
                longest = n;
        }
    return longest;
}

/* How far the next piece goes: to the end of a label, which may hold separators itself, or to the next of them. */
static size_t piece_length(const struct question *q, const char *text)
{
    size_t before = number_before(text), label = label_at(q, text), len = 0;
    if (!label && before && (label = label_at(q, text + before)) > 0)
        label += before;
    while (text[len] && separator_at(text + len) == 0)
        len++;
    return label ? label : len;
}

/* The pieces as ids with blanks between, which answers_read() puts in order. */
static bool read_set(
    const struct standard *s, size_t question, const char *text, char **value, struct err *e)
{
    const struct question *q = &s->questions[question];
    struct str ids = {0};
    while (*text) {
        size_t skip = separator_at(text);
        skip = skip ? skip : blank_at(text);
        if (skip) {
            text += skip;
            continue;
        }
        size_t len = piece_length(q, text);
        char *piece = trim(text, len);
        size_t choice = choice_of(q, piece);
        str_add(&ids, ids.len ? " " : "");
        str_add(&ids, choice == NONE ? piece : q->choices[choice].id);
        free(piece);
        text += len;
    }
    bool ok = answers_read(s, question, str_text(&ids), value, e);
    str_release(&ids);
    return ok;
}

/* ---- numbers of a workbook ---- */

enum { FROM_1900 = 25569, FROM_1904 = 24107, FIRST_TRUE = 61, LAST = 2958465 };

/* Excel counts a day that never was, so what lies before 1 March 1900 is not to be trusted. */
static bool read_serial(const char *text, bool from_1904, char **value, struct err *e)
{
    char *end, iso[11] = "";
    double n = strtod(text, &end);
    if (!*end && n >= FIRST_TRUE && n <= LAST)
        day_iso((int32_t)floor(n) - (from_1904 ? FROM_1904 : FROM_1900), iso);
    if (!*iso)
        return err_fail(e, ERR_INPUT,
            N_("'{1}' is not a date. Write it as 2026-11-20, R8.11.20 or 令和8年11月20日."), text);
    *value = mem_dup(iso);
    return true;
}

/* 12.0 and 1.2E1 are 12. */
static char *whole_number(const char *text)
{
    char *end, digits[32];
    double n = strtod(text, &end);
    if (*end || floor(n) != n || fabs(n) >= 1e15)
        return mem_dup(text);
    (void)snprintf(digits, sizeof digits, "%.0f", n);
    return mem_dup(digits);
}

bool reply_value(const struct standard *s, size_t question, const char *text, bool number,
    bool from_1904, char **value, struct err *e)
{
    const struct question *q = &s->questions[question];
    *value = NULL;
    if (number && q->type == QUESTION_DATE)
        return read_serial(text, from_1904, value, e);
    char *plain = number ? whole_number(text) : mem_dup(text);
    bool ok;
    if (q->type == QUESTION_SELECT_ONE || q->type == QUESTION_CHECK)
        ok = read_choice(s, question, plain, value, e);
    else if (q->type == QUESTION_SELECT_MULTIPLE)
        ok = read_set(s, question, plain, value, e);
    else
        ok = answers_read(s, question, plain, value, e);
    free(plain);
    return ok;
}
