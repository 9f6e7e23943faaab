/* SPDX-License-Identifier: MIT
 * Canonical values: what was typed -> canonical text (answers_read), canonical text -> value (value_parse). */
#include "core/answers.h"
#include "core/dates.h"
#include "core/mem.h"
#include "core/str.h"
#include "core/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- canonical text -> value ---- */

static struct value parse_integer(const char *text)
{
    const char *digits = text + (*text == '-');
    size_t len = strspn(digits, "0123456789");
    if (len == 0 || len > 15 || digits[len] != '\0')
        return (struct value){.kind = VALUE_UNKNOWN};
    return (struct value){.kind = VALUE_NUMBER, .as.number = strtoll(text, NULL, 10)};
}

static struct value parse_day(const char *text)
{
    int32_t day;
    char iso[11];
    if (!day_parse(text, &day))
        return (struct value){.kind = VALUE_UNKNOWN};
    day_iso(day, iso);
    if (strcmp(iso, text) != 0)
        return (struct value){.kind = VALUE_UNKNOWN};
    return (struct value){.kind = VALUE_DAY, .as.day = day};
}

static struct value parse_choice(const struct question *q, const char *text)
{
    size_t choice = question_choice(q, text, strlen(text));
    if (choice == NONE)
        return (struct value){.kind = VALUE_UNKNOWN};
    return (struct value){.kind = VALUE_CHOICE, .as.choice = (uint32_t)choice};
}

static struct value parse_set(const struct question *q, const char *text)
{
    struct value v = {.kind = VALUE_SET};
    size_t last = NONE;
    for (;;) {
        size_t len = strcspn(text, " ");
        size_t choice = question_choice(q, text, len);
        if (choice == NONE || (last != NONE && choice <= last))
            return (struct value){.kind = VALUE_UNKNOWN};
        last = choice;
        v.as.set |= (uint64_t)1 << choice;
        if (text[len] == '\0')
            return v;
        text += len + 1;
    }
}

struct value value_parse(const struct question *q, const char *canonical)
{
    if (!canonical || !*canonical)
        return (struct value){.kind = VALUE_UNKNOWN};
    switch (q->type) {
    case QUESTION_INTEGER:
        return parse_integer(canonical);
    case QUESTION_DATE:
        return parse_day(canonical);
    case QUESTION_SELECT_ONE:
    case QUESTION_CHECK:
        return parse_choice(q, canonical);
    case QUESTION_SELECT_MULTIPLE:
        return parse_set(q, canonical);
    default:
        return (struct value){.kind = VALUE_TEXT, .as.text = canonical};
    }
}

static char *ids_of(const struct question *q, uint64_t set)
{
    struct str out = {0};
    for (size_t i = 0; i < q->choice_count; i++) {
        if (!(set >> i & 1))
            continue;
        str_add(&out, out.len ? " " : "");
        str_add(&out, q->choices[i].id);
    }
    return str_take(&out);
}

char *value_reorder(const struct question *q, const char *ids)
{
    uint64_t set = 0;
    for (;;) {
        size_t len = strcspn(ids, " ");
        size_t choice = question_choice(q, ids, len);
        if (choice == NONE)
            return NULL;
        set |= (uint64_t)1 << choice;
        if (ids[len] == '\0')
            return ids_of(q, set);
        ids += len + 1;
    }
}

/* ---- typed -> canonical ---- */

/* Half-width copy of full-width ASCII, blanks at both ends cut. */
static char *plain(const char *typed)
{
    struct str out = {0};
    size_t len = strlen(typed);
    for (size_t at = 0; at < len;) {
        uint32_t c;
        size_t n = utf8_decode(typed + at, len - at, &c);
        if (c >= 0xFF01 && c <= 0xFF5E)
            str_add_char(&out, (char)(c - 0xFF01 + '!'));
        else if (c == 0x3000)
            str_add_char(&out, ' ');
        else
            str_add_bytes(&out, typed + at, n);
        at += n;
    }
    char *text = str_take(&out);
    size_t begin = strspn(text, " \t\r\n"), end = strlen(text);
    while (end > begin && strchr(" \t\r\n", text[end - 1]))
        end--;
    char *cut = mem_copy(text + begin, end - begin);
    free(text);
    return cut;
}

static bool refuse_controls(const char *typed, bool multiline, struct err *e)
{
    for (const char *c = typed; *c; c++) {
        if ((unsigned char)*c >= 0x20 && *c != 0x7F)
            continue;
        if (multiline && (*c == '\n' || *c == '\t'))
            continue;
        return err_fail(e, ERR_INPUT,
            N_("A text cannot hold control characters or, in a single line, line breaks."));
    }
    return true;
}

bool answers_blank(const char *typed)
{
    char *text = plain(typed);
    bool blank = !*text;
    free(text);
    return blank;
}

static bool read_text(const struct question *q, const char *typed, char **value, struct err *e)
{
    size_t limit = q->multiline ? ANSWER_TEXT_MAX : LINE_TEXT_MAX;
    if (strlen(typed) > limit) {
        char most[32];
        (void)snprintf(most, sizeof most, "%zu", limit);
        return err_fail(
            e, ERR_INPUT, N_("The text is too long: at most {1} bytes fit here."), most);
    }
    if (!refuse_controls(typed, q->multiline, e))
        return false;
    if (answers_blank(typed))
        return err_fail(e, ERR_INPUT, N_("The text is empty. To take an answer back, clear it."));
    *value = mem_dup(typed);
    return true;
}

static bool read_integer(const char *typed, char **value, struct err *e)
{
    struct str digits = {0};
    for (const char *c = typed; *c; c++)
        if (*c != ',')
            str_add_char(&digits, *c);
    struct value v = parse_integer(str_text(&digits));
    str_release(&digits);
    if (v.kind != VALUE_NUMBER)
        return err_fail(e, ERR_INPUT,
            N_("'{1}' is not a whole number. Write digits alone, for example 12."), typed);
    struct str out = {0};
    str_addf(&out, "%lld", (long long)v.as.number);
    *value = str_take(&out);
    return true;
}

static bool read_day(const char *typed, char **value, struct err *e)
{
    int32_t day;
    char iso[11];
    if (!day_parse(typed, &day))
        return err_fail(e, ERR_INPUT,
            N_("'{1}' is not a date. Write it as 2026-11-20, R8.11.20 or 令和8年11月20日."), typed);
    day_iso(day, iso);
    *value = mem_dup(iso);
    return true;
}

/* By id, label in either language (whatever the case of its Latin letters), or number from 1. */
static size_t choice_named(const struct question *q, const char *name, size_t len)
{
    size_t choice = question_choice(q, name, len);
    for (size_t i = 0; choice == NONE && i < q->choice_count; i++)
        for (int lang = 0; choice == NONE && lang < LANG_COUNT; lang++) {
            const char *label = q->choices[i].label.in[lang];
            if (label && strlen(label) == len && strncasecmp(label, name, len) == 0)
                choice = i;
        }
    if (choice == NONE && len > 0 && len <= 2 && strspn(name, "0123456789") >= len) {
        size_t n = (size_t)(name[0] - '0');
        if (len == 2)
            n = n * 10 + (size_t)(name[1] - '0');
        choice = n >= 1 && n <= q->choice_count ? n - 1 : NONE;
    }
    return choice;
}

static bool unknown_choice(const struct question *q, const char *name, struct err *e)
{
    struct nearest near = {.wanted = name};
    struct str all = {0};
    for (size_t i = 0; i < q->choice_count; i++) {
        nearest_try(&near, q->choices[i].id);
        str_add(&all, i ? " " : "");
        str_add(&all, q->choices[i].id);
    }
    if (near.best)
        (void)err_fail(e, ERR_INPUT, N_("'{1}' is not a choice of '{2}'; did you mean '{3}'?"),
            name, q->id, near.best);
    else
        (void)err_fail(e, ERR_INPUT, N_("'{1}' is not a choice of '{2}'. The choices are: {3}."),
            name, q->id, str_text(&all));
    str_release(&all);
    return false;
}

static bool read_choice(const struct question *q, const char *typed, char **value, struct err *e)
{
    size_t choice = choice_named(q, typed, strlen(typed));
    if (choice == NONE)
        return unknown_choice(q, typed, e);
    *value = mem_dup(q->choices[choice].id);
    return true;
}

/* Ids, labels without blanks, or numbers, parted by blanks or commas. */
static bool read_set(const struct question *q, const char *typed, char **value, struct err *e)
{
    uint64_t set = 0;
    for (const char *at = typed; *at;) {
        size_t len = strcspn(at, " ,\t\n");
        size_t choice = len ? choice_named(q, at, len) : NONE;
        if (len && choice == NONE) {
            char *name = mem_copy(at, len);
            bool ok = unknown_choice(q, name, e);
            free(name);
            return ok;
        }
        if (len)
            set |= (uint64_t)1 << choice;
        at += len + (at[len] != '\0');
    }
    *value = ids_of(q, set);
    if (**value)
        return true;
    free(*value);
    *value = NULL;
    return err_fail(e, ERR_INPUT, N_("No choice was given. To take an answer back, clear it."));
}

bool answers_read(
    const struct standard *s, size_t question, const char *typed, char **value, struct err *e)
{
    const struct question *q = &s->questions[question];
    *value = NULL;
    if (!utf8_valid(typed, strlen(typed), NULL))
        return err_fail(e, ERR_INPUT, N_("The text is not valid UTF-8."));
    if (q->type == QUESTION_TEXT)
        return read_text(q, typed, value, e);
    if (strlen(typed) > LINE_TEXT_MAX)
        return err_fail(e, ERR_INPUT, N_("The answer is too long for this question."));
    char *text = plain(typed);
    bool ok;
    if (q->type == QUESTION_INTEGER)
        ok = read_integer(text, value, e);
    else if (q->type == QUESTION_DATE)
        ok = read_day(text, value, e);
    else if (q->type == QUESTION_SELECT_MULTIPLE)
        ok = read_set(q, text, value, e);
    else
        ok = read_choice(q, text, value, e);
    free(text);
    return ok;
}
