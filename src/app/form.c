/* SPDX-License-Identifier: MIT
 * A small form. */
#include "app/form.h"

#include <stdlib.h>
#include <string.h>

#define LINE_SEPARATOR "\xe2\x80\xa8"

void form_release(struct form *f)
{
    for (size_t i = 0; i < FORM_ROWS; i++)
        edit_release(&f->row[i].edit);
    *f = (struct form){0};
}

void form_begin(struct form *f, enum form_kind kind, const char *heading, const char *intro)
{
    form_release(f);
    f->kind = kind;
    f->heading = heading;
    f->intro = intro;
}

void form_text(
    struct form *f, const char *label, const char *hint, const char *text, size_t limit, bool lines)
{
    struct form_row *row = &f->row[f->count++];
    row->kind = ROW_TEXT;
    row->label = label;
    row->hint = hint;
    edit_set(&row->edit, text, limit, lines);
}

void form_day(struct form *f)
{
    f->row[f->count - 1].day = true;
}

void form_file(struct form *f)
{
    f->row[f->count - 1].file = true;
}

void form_offer(struct form *f, const char *text)
{
    edit_offer(&f->row[f->count - 1].edit, text);
}

void form_pick(struct form *f, const char *label, size_t option, size_t option_count)
{
    f->row[f->count++] = (struct form_row){
        .kind = ROW_PICK, .label = label, .option = option, .option_count = option_count};
}

void form_done(struct form *f, const char *label)
{
    f->row[f->count++] = (struct form_row){.kind = ROW_DONE, .label = label};
}

uint64_t form_where(const struct form *f)
{
    const struct form_row *row = &f->row[f->at];
    if (row->kind == ROW_PICK)
        return WHERE_FORM_PICK;
    if (row->kind == ROW_DONE)
        return WHERE_FORM_DONE;
    if (row->edit.lines)
        return WHERE_FORM_AREA;
    return f->count == 1 ? WHERE_FORM_ONLY : WHERE_FORM_LINE | (row->file ? WHERE_FORM_FILE : 0);
}

bool form_goes_on(const struct form *f)
{
    return f->at + 1 < f->count && f->row[f->at + 1].kind != ROW_DONE;
}

/* To the next row that applies; the last always does. */
static void step(struct form *f, size_t by)
{
    do
        f->at = (f->at + by) % f->count;
    while (f->row[f->at].hidden);
}

static void turn(struct form_row *row, size_t by)
{
    row->option = (row->option + by) % row->option_count;
    row->edit.changed = true;
}

bool form_act(struct form *f, enum action action)
{
    struct form_row *row = &f->row[f->at];
    switch (action) {
    case ACTION_NEXT:
        step(f, 1);
        return true;
    case ACTION_BEFORE:
        step(f, f->count - 1);
        return true;
    case ACTION_MORE:
        turn(row, 1);
        return true;
    case ACTION_LESS:
        turn(row, row->option_count - 1);
        return true;
    default:
        return false;
    }
}

bool form_changed(const struct form *f)
{
    for (size_t i = 0; i < f->count; i++)
        if (f->row[i].edit.changed)
            return true;
    return false;
}

static void pack_row(struct str *out, const struct form_row *row)
{
    if (row->kind == ROW_PICK)
        str_addf(out, "%zu", row->option);
    for (const char *p = str_text(&row->edit.text); *p; p++) {
        if (*p == '\n')
            str_add(out, LINE_SEPARATOR);
        else
            str_add_char(out, *p);
    }
}

char *form_pack(const struct form *f)
{
    struct str out = {0};
    for (size_t i = 0; i < f->count && f->row[i].kind != ROW_DONE; i++) {
        if (i > 0)
            str_add_char(&out, '\n');
        pack_row(&out, &f->row[i]);
    }
    return str_take(&out);
}

static void unpack_option(struct form_row *row, const char *number)
{
    char *end;
    unsigned long option = strtoul(number, &end, 10);
    if (end != number && option < row->option_count)
        row->option = option;
}

static void unpack_text(struct form_row *row, const char *bytes, size_t len)
{
    struct str text = {0};
    for (size_t i = 0; i < len; i++) {
        if (len - i >= 3 && !memcmp(bytes + i, LINE_SEPARATOR, 3)) {
            str_add_char(&text, '\n');
            i += 2;
        } else {
            str_add_char(&text, bytes[i]);
        }
    }
    edit_set(&row->edit, str_text(&text), row->edit.limit, row->edit.lines);
    str_release(&text);
}

void form_unpack(struct form *f, const char *packed)
{
    for (size_t i = 0; i < f->count && f->row[i].kind != ROW_DONE; i++) {
        size_t len = strcspn(packed, "\n");
        if (f->row[i].kind == ROW_PICK)
            unpack_option(&f->row[i], packed);
        else
            unpack_text(&f->row[i], packed, len);
        packed += len + (packed[len] == '\n');
    }
}
