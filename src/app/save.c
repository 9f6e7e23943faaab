/* SPDX-License-Identifier: MIT
 * Writing a paper to a file: which, in what format and language, and where. */
#include "app/parts.h"

#include "core/mem.h"
#include "text/msg.h"

#include <stdlib.h>
#include <string.h>

enum { SAVE_PAPER, SAVE_FORMAT, SAVE_LANG, SAVE_PATH, PATH_MAX_BYTES = 900 };

const char *app_form_option(const struct app *a, size_t row, size_t option)
{
    static const char *const languages[LANG_COUNT] = {"日本語", "English"};
    if (a->form.kind == FORM_ROW)
        return receive_option(a, option);
    if (row == SAVE_PAPER)
        return words_in(&a->session->standard->papers[option].title, a->lang);
    if (row == SAVE_FORMAT)
        return a->formats[option].name;
    return languages[option];
}

void save_offer(struct app *a)
{
    struct form *f = &a->form;
    struct edit *path = &f->row[SAVE_PATH].edit;
    a->save.paper = f->row[SAVE_PAPER].option;
    a->save.format = f->row[SAVE_FORMAT].option;
    a->save.lang = (enum lang)f->row[SAVE_LANG].option;
    const struct format_choice *format = &a->formats[a->save.format];
    if (format->lacking && format->lacking())
        app_say(
            a, true, N_("This kijun was built without {1}: choose another format."), format->name);
    if (path->changed)
        return;
    struct str offered = {0};
    str_addf(&offered, "%s-%s.%s",
        words_in(&a->session->standard->papers[a->save.paper].file, a->save.lang), a->session->id,
        a->formats[a->save.format].suffix);
    edit_set(path, str_text(&offered), PATH_MAX_BYTES, false);
    str_release(&offered);
}

void save_open(struct app *a)
{
    const struct standard *s = a->session->standard;
    size_t paper = a->save.paper < s->paper_count ? a->save.paper : 0;
    if (!s->paper_count)
        return;
    if (app_screen(a) == SCREEN_PAPER)
        paper = a->paper;
    form_begin(&a->form, FORM_SAVE, N_("Print or save"),
        N_("The file is written whole or not at all. Print it with your usual printing command."));
    form_pick(&a->form, N_("Paper"), paper, s->paper_count);
    form_pick(&a->form, N_("Format"), a->save.format, a->format_count);
    form_pick(&a->form, N_("Language"), a->save.lang, LANG_COUNT);
    form_text(&a->form, N_("File"), NULL, NULL, PATH_MAX_BYTES, false);
    form_done(&a->form, N_("Write the file"));
    save_offer(a);
    forms_open(a, FORM_SAVE);
}

void save_take(struct app *a, bool overwrite)
{
    const char *path = str_text(&a->form.row[SAVE_PATH].edit.text);
    if (!*path) {
        a->form.at = SAVE_PATH;
        app_say(a, false, N_("Say where the file shall be."));
        return;
    }
    free(a->save.path);
    a->save.path = mem_dup(path);
    struct errand *e = errands_add(&a->errands, ERRAND_WRITE, NULL, path);
    e->paper = a->save.paper;
    e->lang = a->save.lang;
    e->format = a->formats[a->save.format].name;
    e->overwrite = overwrite;
}
