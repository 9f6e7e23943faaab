/* SPDX-License-Identifier: MIT
 * Writing papers to files: which, in what format and language, and where. Of the open session, one paper or all; where none is open, one
 * paper of the sessions listed at home (many.c). */
#include "app/parts.h"

#include "core/mem.h"
#include "core/utf8.h"
#include "document/comparison.h"
#include "document/document.h"
#include "document/file_name.h"
#include "text/msg.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SAVE_PAPER,
    SAVE_WHICH,
    SAVE_FORMAT,
    SAVE_LANG,
    SAVE_COLUMNS,
    SAVE_FOLDER,
    SAVE_NAME,
    FOLDER_MAX = 700,
    COLUMNS_BYTES = 24
};

static const char *text_of(const struct app *a, size_t row)
{
    return str_text(&a->form.row[row].edit.text);
}

static size_t option_of(const struct app *a, size_t row)
{
    return a->form.row[row].option;
}

/* ---- what there is to choose ---- */

/* After the session's papers: the comparison, and all papers. */
static size_t paper_options(const struct app *a)
{
    return a->session ? a->session->standard->paper_count + 2 : a->many.count;
}

/* An option as struct errand has it, and back. */
static size_t paper_of(const struct app *a, size_t option)
{
    if (!a->session || option < a->session->standard->paper_count)
        return option;
    return option == a->session->standard->paper_count ? PAPER_COMPARISON : PAPER_ALL;
}

static size_t option_for(const struct app *a, size_t paper)
{
    return a->session && paper == PAPER_COMPARISON ? a->session->standard->paper_count : paper;
}

static size_t paper_chosen(const struct app *a)
{
    return paper_of(a, option_of(a, SAVE_PAPER));
}

/* Many files: the folder alone is asked. */
static bool makes_many(const struct app *a)
{
    size_t paper = paper_chosen(a);
    return a->session ? paper == PAPER_ALL : !a->many.papers[paper].standard;
}

static const char *paper_option(const struct app *a, size_t option)
{
    if (!a->session)
        return a->many.papers[option].title[a->lang];
    size_t paper = paper_of(a, option);
    if (paper == PAPER_COMPARISON)
        return comparison_title(a->lang);
    if (paper == PAPER_ALL)
        return tr(a->lang, N_("All papers of this session"));
    return words_in(&a->session->standard->papers[paper].title, a->lang);
}

const char *app_form_option(const struct app *a, size_t row, size_t option)
{
    static const char *const languages[LANG_COUNT] = {"日本語", "English"};
    static const char *const which[WHICH_COUNT] = {
        N_("all on the list"), N_("those selectable"), N_("those approved")};
    if (a->form.kind == FORM_ROW)
        return receive_option(a, option);
    if (a->form.kind == FORM_SETTING)
        return settings_option(a, option);
    if (a->form.kind == FORM_REVIEW)
        return review_option(a, option);
    if (a->form.kind == FORM_SESSION_FILE)
        return session_file_option(a, option);
    if (row == SAVE_PAPER)
        return paper_option(a, option);
    if (row == SAVE_WHICH)
        return tr(a->lang, which[option]);
    if (row == SAVE_FORMAT)
        return tr(a->lang, a->formats[option].label);
    return languages[option];
}

static bool is_lacking(const struct app *a, struct err *e)
{
    const struct format_choice *format = &a->formats[option_of(a, SAVE_FORMAT)];
    return format->lacking && format->lacking(e);
}

void save_reading_words(const struct app *a, size_t row, struct str *out)
{
    struct err e;
    char number[24];
    if (row == SAVE_FORMAT && is_lacking(a, &e))
        err_words(out, a->lang, &e);
    if (row == SAVE_PAPER && a->session && paper_chosen(a) < a->session->standard->paper_count &&
        !document_serves(a->session, paper_chosen(a)))
        str_add(out, tr(a->lang, N_("Not needed, as things stand.")));
    if (row != SAVE_WHICH)
        return;
    const struct many_count *count = &a->many.papers[paper_chosen(a)].of;
    (void)snprintf(number, sizeof number, "%zu", count->of[option_of(a, SAVE_WHICH)]);
    tr_add(out, a->lang, N_("Sessions: {1}"), number);
}

/* ---- the form ---- */

/* The name offered for what is chosen now, unless one was typed. */
static void offer_name(struct app *a)
{
    struct edit *name = &a->form.row[SAVE_NAME].edit;
    const char *suffix = a->formats[a->save.format].suffix;
    size_t paper = paper_chosen(a);
    struct str offered = {0};
    a->form.row[SAVE_NAME].hidden = makes_many(a);
    if (name->changed || makes_many(a))
        return;
    if (a->session && paper == PAPER_COMPARISON)
        file_name(&offered, comparison_file(a->save.lang), a->session->id, suffix);
    else if (a->session)
        file_name(&offered, words_in(&a->session->standard->papers[paper].file, a->save.lang),
            a->session->id, suffix);
    else
        file_name(&offered, a->many.papers[paper].title[a->save.lang], "", suffix);
    edit_set(name, str_text(&offered), FILE_NAME_MAX, false);
    str_release(&offered);
}

void save_offer(struct app *a)
{
    *(a->session ? &a->save.paper : &a->save.many_paper) = option_of(a, SAVE_PAPER);
    a->save.which = (enum errand_which)option_of(a, SAVE_WHICH);
    a->save.format = option_of(a, SAVE_FORMAT);
    a->save.lang = (enum lang)option_of(a, SAVE_LANG);
    a->form.row[SAVE_COLUMNS].hidden = !a->formats[a->save.format].in_columns;
    offer_name(a);
}

/* The first format that can be written, once; then the one chosen last. */
static void choose_format(struct app *a)
{
    struct err e;
    if (a->save.chosen)
        return;
    for (size_t i = a->format_count; i-- > 0;)
        if (!a->formats[i].lacking || !a->formats[i].lacking(&e))
            a->save.format = i;
    a->save.chosen = true;
}

/* Back to the form that the paper was looked at from. */
static bool took_from_preview(struct app *a)
{
    if (app_screen(a) != SCREEN_PAPER || a->stack[a->depth - 2].screen != SCREEN_FORM)
        return false;
    a->form.row[SAVE_PAPER].option = option_for(a, a->paper);
    save_offer(a);
    app_pop(a);
    return true;
}

static void add_rows(struct app *a, size_t paper)
{
    struct form *f = &a->form;
    char columns[COLUMNS_BYTES];
    (void)snprintf(columns, sizeof columns, "%zu", a->save.columns);
    form_pick(f, N_("Paper"), paper, paper_options(a));
    form_pick(f, N_("Which sessions"), a->save.which, WHICH_COUNT);
    f->row[SAVE_WHICH].hidden = a->session != NULL;
    form_pick(f, N_("Format"), a->save.format, a->format_count);
    form_pick(f, N_("Language"), a->save.lang, LANG_COUNT);
    form_text(f, N_("Characters in a line"), N_("40 to 200; a full-width one counts as two"),
        columns, COLUMNS_BYTES - 1, false);
    form_text(f, N_("Folder"), NULL, a->save.folder, FOLDER_MAX, false);
    form_text(f, N_("Name of the file"), NULL, NULL, FILE_NAME_MAX, false);
    form_done(f, N_("Write"));
}

void save_open(struct app *a)
{
    size_t paper = a->session ? a->save.paper : a->save.many_paper;
    if (!paper_options(a) || took_from_preview(a))
        return;
    if (app_screen(a) == SCREEN_PAPER)
        paper = option_for(a, a->paper);
    else if (app_screen(a) == SCREEN_COMPARE)
        paper = option_for(a, PAPER_COMPARISON);
    choose_format(a);
    form_begin(&a->form, FORM_SAVE, a->session ? N_("Print or save") : N_("Print many"),
        a->session
            ? N_("The paper is written to a file. Print that file in your usual way.")
            : N_("One paper of every session on the list, a file each; or their ledger as one table."));
    add_rows(a, paper < paper_options(a) ? paper : 0);
    save_offer(a);
    forms_open(a, FORM_SAVE);
}

void save_preview(struct app *a)
{
    if (paper_chosen(a) == PAPER_ALL)
        app_say(a, false, N_("Choose one paper to look at it first."));
    else
        paper_open(a, paper_chosen(a), a->save.lang);
}

/* ---- taking ---- */

static bool refuse(struct app *a, size_t row, const char *sentence)
{
    a->form.at = row;
    app_say(a, true, sentence);
    return false;
}

static bool take_format(struct app *a)
{
    struct err e;
    if (!is_lacking(a, &e))
        return true;
    a->form.at = SAVE_FORMAT;
    app_failed(a, &e);
    return false;
}

/* A number in digits, full-width ones too; 0 if it is none, or a huge one. */
static size_t number_in(const char *text)
{
    size_t len = strlen(text), number = 0, step;
    for (size_t at = 0; at < len; at += step) {
        uint32_t c;
        step = utf8_decode(text + at, len - at, &c);
        c = c >= 0xff10 ? c - 0xff10 + '0' : c;
        if (step == 0 || c < '0' || c > '9' || number > PAPER_MOST)
            return 0;
        number = number * 10 + (c - '0');
    }
    return number;
}

static bool take_columns(struct app *a)
{
    size_t columns = number_in(text_of(a, SAVE_COLUMNS));
    if (a->form.row[SAVE_COLUMNS].hidden)
        return true;
    if (columns < PAPER_LEAST || columns > PAPER_MOST)
        return refuse(a, SAVE_COLUMNS, N_("A line has 40 to 200 characters."));
    a->save.columns = columns;
    return true;
}

static void join(struct app *a, const char *folder, const char *name)
{
    struct str path = {0};
    str_add(&path, folder);
    if (*folder && folder[strlen(folder) - 1] != '/')
        str_add_char(&path, '/');
    str_add(&path, name);
    free(a->save.path);
    a->save.path = str_take(&path);
}

/* A name alone: a typed / would lead elsewhere than the folder above says. */
bool save_named(struct app *a, size_t folder, size_t name)
{
    if (!*text_of(a, name))
        return refuse(a, name, N_("Give the file a name first."));
    if (strchr(text_of(a, name), '/'))
        return refuse(
            a, name, N_("A name has no \"/\": which folder it is stands in the row above."));
    join(a, text_of(a, folder), text_of(a, name));
    return true;
}

/* Of many files there is only the folder. */
static bool take_path(struct app *a)
{
    if (!makes_many(a))
        return save_named(a, SAVE_FOLDER, SAVE_NAME);
    join(a, text_of(a, SAVE_FOLDER), "");
    return true;
}

static void hand_on(struct app *a)
{
    bool batch = !a->session || makes_many(a);
    struct errand *e =
        errands_add(&a->errands, batch ? ERRAND_BATCH : ERRAND_WRITE, NULL, a->save.path);
    e->paper = paper_chosen(a);
    e->lang = a->save.lang;
    e->columns = a->save.columns;
    e->format = a->formats[a->save.format].name;
    e->overwrite = a->save.replace;
    e->make_folder = a->save.make_folder;
    e->choice = many_choice(a);
}

void save_take(struct app *a)
{
    a->save.replace = a->save.make_folder = false;
    if (take_format(a) && take_columns(a) && take_path(a))
        hand_on(a);
}

void save_agreed(struct app *a)
{
    a->save.replace |= a->save.doubt == DOUBT_FILE;
    a->save.make_folder |= a->save.doubt == DOUBT_FOLDER;
    hand_on(a);
}

/* ---- reports ---- */

void app_exists(struct app *a)
{
    struct str text = {0};
    a->save.doubt = DOUBT_FILE;
    tr_add(&text, a->lang, N_("There is a file {1} already. Replace it?"), a->save.path);
    app_ask(a, ACTION_YES, str_take(&text));
}

void app_no_folder(struct app *a)
{
    struct str text = {0};
    a->save.doubt = DOUBT_FOLDER;
    tr_add(&text, a->lang, N_("There is no folder {1}. Make it?"),
        text_of(a, a->form.kind == FORM_EXPORT ? EXPORT_FOLDER : SAVE_FOLDER));
    app_ask(a, ACTION_YES, str_take(&text));
}

/* The form has done its work; where it wrote is offered the next time. */
void save_close(struct app *a)
{
    if (app_screen(a) != SCREEN_FORM || a->form.kind != FORM_SAVE)
        return;
    free(a->save.folder);
    a->save.folder = mem_dup(text_of(a, SAVE_FOLDER));
    app_pop(a);
}

void app_written(struct app *a, const char *path)
{
    save_close(a);
    app_say(a, false, N_("Written to {1}."), path);
    if (!a->opens)
        return;
    free(a->save.path);
    a->save.path = mem_dup(path);
    struct str text = {0};
    tr_add(&text, a->lang, N_("Written to {1}. Open it now?"), path);
    app_ask(a, ACTION_VIEW, str_take(&text));
}
