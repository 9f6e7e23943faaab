/* SPDX-License-Identifier: MIT
 * The settings: what counts, where it is said, and changing one's own. */
#include "app/parts.h"

#include "core/folder.h"
#include "core/mem.h"
#include "text/msg.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>

enum { LABEL_COLUMNS = 22, LABEL_COLUMNS_NARROW = 14, SETTING_ROW = 0, PLACE_TAIL = 64 };

/* ---- rows ---- */

static void release(struct setting_row *r)
{
    free(r->name);
    free(r->label);
    free(r->value);
    free(r->own);
    free(r->place);
    for (size_t i = 0; i < r->option_count; i++)
        free(r->options[i].word);
    free(r->options);
}

void setting_rows_release(struct setting_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++)
        release(&rows->at[i]);
    free(rows->at);
    *rows = (struct setting_rows){0};
}

struct setting_row *setting_rows_add(struct setting_rows *rows, const char *name, const char *label)
{
    rows->at = mem_grow(rows->at, rows->count, &rows->cap, sizeof *rows->at);
    struct setting_row *row = &rows->at[rows->count++];
    *row = (struct setting_row){.name = mem_dup(name), .label = mem_dup(label)};
    return row;
}

void setting_row_option(struct setting_row *row, const char *word, const char *said)
{
    row->options = mem_resize(row->options, row->option_count + 1, sizeof *row->options);
    row->options[row->option_count++] = (struct setting_option){mem_dup(word), said};
}

/* NONE if the value is none of them. */
static size_t option_of(const struct setting_row *r, const char *value)
{
    for (size_t i = 0; value && i < r->option_count; i++)
        if (strcmp(r->options[i].word, value) == 0)
            return i;
    return NONE;
}

static const char *option_words(const struct app *a, const struct setting_option *o)
{
    return o->said ? tr(a->lang, o->said) : o->word;
}

static const char *value_words(const struct app *a, const struct setting_row *r)
{
    size_t option = option_of(r, r->value);
    if (!r->value)
        return tr(a->lang, N_("(not set)"));
    return option == NONE ? r->value : option_words(a, &r->options[option]);
}

/* ---- the list ---- */

/* The file without its folder, and the line: config.yaml:3. */
static const char *short_place(const struct setting_row *r)
{
    return r->place ? folder_entry(r->place) : NULL;
}

static void add_row(struct app *a, size_t index)
{
    const struct setting_row *r = &a->settings.at[index];
    struct str text = {0};
    size_t columns = a->columns >= 60 ? LABEL_COLUMNS : LABEL_COLUMNS_NARROW;
    if (r->group)
        items_heading(&a->items, tr(a->lang, r->group));
    width_pad(&text, tr(a->lang, r->label), columns);
    str_addf(&text, "  %s", value_words(a, r));
    struct item *item = items_add(&a->items, str_text(&text));
    item->name = index;
    item->mark = r->wrong ? "!" : "";
    item->tone = r->wrong ? TONE_WARN : r->fixed || !r->value ? TONE_QUIET : TONE_PLAIN;
    item->state = mem_dup(r->over    ? r->over
                          : r->place ? short_place(r)
                          : r->fixed ? NULL
                                     : tr(a->lang, N_("built in")));
    str_release(&text);
}

void settings_build(struct app *a)
{
    items_clear(&a->items);
    for (size_t i = 0; i < a->settings.count; i++)
        add_row(a, i);
    items_settle(a, ACTION_DOWN);
}

void settings_open(struct app *a)
{
    app_keep(a);
    app_push(a, SCREEN_SETTINGS);
    errands_add(&a->errands, ERRAND_SETTINGS, NULL, NULL);
}

void settings_show(struct app *a, size_t row)
{
    settings_open(a);
    if (app_screen(a) != SCREEN_SETTINGS)
        return;
    settings_build(a);
    for (size_t i = 0; i < a->items.count; i++)
        if (a->items.at[i].name == row)
            a->list.cursor = i;
    items_settle(a, ACTION_DOWN);
}

const struct setting_row *app_setting(const struct app *a)
{
    if (!a->items.count || a->list.cursor >= a->items.count)
        return NULL;
    size_t index = a->items.at[a->list.cursor].name;
    return index < a->settings.count ? &a->settings.at[index] : NULL;
}

/* ---- what is said of one ---- */

static void add_sentence(struct str *out, const char *sentence)
{
    if (out->len)
        str_add_char(out, '\n');
    str_add(out, sentence);
}

void app_setting_line(const struct setting_row *r, struct str *out)
{
    size_t option = option_of(r, r->value);
    str_add(out, r->name);
    if (option != NONE && r->options[option].said)
        str_addf(out, ": %s", r->value);
}

void app_setting_words(const struct app *a, const struct setting_row *r, struct str *out)
{
    struct str line = {0};
    if (r->wrong) {
        str_addf(out, "%s  %s", r->place, r->value);
        return;
    }
    if (r->help)
        add_sentence(out, tr(a->lang, r->help));
    if (r->over) {
        tr_add(&line, a->lang, N_("This time {1} goes before what the files say."), r->over);
        add_sentence(out, str_text(&line));
        str_clear(&line);
    }
    if (r->from == FROM_OWN)
        tr_add(&line, a->lang, N_("Said in your own file: {1}"), r->place);
    else if (r->from == FROM_OFFICE)
        tr_add(&line, a->lang, N_("Said in the office's file: {1}"), r->place);
    else if (!r->fixed)
        str_add(&line, tr(a->lang, N_("Said in no file.")));
    if (line.len)
        add_sentence(out, str_text(&line));
    str_release(&line);
}

/* ---- changing ---- */

static void settle(struct app *a, const struct setting_row *r, const char *value)
{
    errands_add(&a->errands, ERRAND_SETTLE, r->name, value);
}

static bool changeable(struct app *a, const struct setting_row *r)
{
    if (r && !r->fixed)
        return true;
    if (r && r->wrong)
        app_say(a, false, N_("Mend this in the file itself; everything else in it counts."));
    else if (r)
        app_say(a, false, N_("This is shown only: it is changed in the file itself."));
    return false;
}

/* Options that are only usual leave the field to type in: sections and standards may have others. */
static void open_form(struct app *a, const struct setting_row *r)
{
    struct form *f = &a->form;
    a->setting = (size_t)(r - a->settings.at);
    form_begin(f, FORM_SETTING, r->label, r->help);
    if (r->option_count) {
        size_t own = option_of(r, r->own);
        form_pick(f, N_("Value"), own == NONE ? 0 : own + 1, r->option_count + 1);
        form_done(f, N_("Save"));
    } else {
        form_text(f, N_("Value"), N_("nothing: it is not set in your own file"), r->own,
            LINE_TEXT_MAX, false);
    }
    forms_open(a, FORM_SETTING);
}

const char *settings_option(const struct app *a, size_t option)
{
    const struct setting_row *r = &a->settings.at[a->setting];
    return option ? option_words(a, &r->options[option - 1]) : tr(a->lang, N_("(not set)"));
}

void settings_take(struct app *a)
{
    const struct setting_row *r = &a->settings.at[a->setting];
    const struct form_row *row = &a->form.row[SETTING_ROW];
    const char *text = row->kind == ROW_TEXT ? str_text(&row->edit.text)
                       : row->option         ? r->options[row->option - 1].word
                                             : "";
    settle(a, r, *text ? text : NULL);
}

static void take_next(struct app *a, const struct setting_row *r)
{
    if (!r->option_count) {
        open_form(a, r);
        return;
    }
    size_t at = option_of(r, r->value);
    settle(a, r, r->options[at == NONE ? 0 : (at + 1) % r->option_count].word);
}

void settings_act(struct app *a, enum action action)
{
    const struct setting_row *r = app_setting(a);
    if (items_act(a, action))
        return;
    if (action == ACTION_OUT) {
        app_pop(a);
    } else if (action == ACTION_ENTER && changeable(a, r)) {
        open_form(a, r);
    } else if (action == ACTION_TOGGLE && changeable(a, r)) {
        take_next(a, r);
    } else if (action == ACTION_CLEAR && changeable(a, r)) {
        if (r->own)
            settle(a, r, NULL);
        else
            app_say(a, false, N_("Your own file does not set this."));
    }
}

/* ---- reports ---- */

void app_settings(struct app *a, struct setting_rows *rows)
{
    setting_rows_release(&a->settings);
    a->settings = *rows;
    *rows = (struct setting_rows){0};
    if (app_screen(a) == SCREEN_SETTINGS)
        settings_build(a);
    else if (app_screen(a) == SCREEN_JUMP)
        jump_build(a);
}

void app_speak(struct app *a, enum lang lang)
{
    if (a->lang != lang)
        app_language(a);
}

static const struct setting_row *row_named(const struct app *a, const char *name)
{
    for (size_t i = 0; i < a->settings.count; i++)
        if (strcmp(a->settings.at[i].name, name) == 0)
            return &a->settings.at[i];
    return NULL;
}

void app_settled(struct app *a, const char *name, const char *path)
{
    const struct setting_row *r = row_named(a, name);
    if (app_screen(a) == SCREEN_FORM)
        app_pop(a);
    if (!r || !r->own)
        app_say(a, false, N_("Taken out of {1}."), path);
    else if (r->over)
        app_say(a, false, N_("Kept in {1}. This time {2} goes before it."), r->place, r->over);
    else if (r->counts == COUNTS_NEW_SESSIONS)
        app_say(a, false, N_("Kept in {1}. It counts for sessions begun from now on."), r->place);
    else if (r->counts == COUNTS_NEXT_START)
        app_say(a, false, N_("Kept in {1}. It counts from the next start on."), r->place);
    else
        app_say(a, false, N_("Kept in {1}."), r->place);
}
