/* SPDX-License-Identifier: MIT
 * Choosing a file as evidence: through the folders, to its path in the field, its size and digest below it. */
#include "app/parts.h"

#include "core/dates.h"
#include "core/folder.h"
#include "core/mem.h"
#include "core/utf8.h"
#include "text/msg.h"
#include "text/number.h"
#include "text/safe.h"
#include "text/width.h"

#include <stdlib.h>
#include <string.h>

enum { FILTER_MAX = 200 };

void file_rows_release(struct file_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        free(rows[i].name);
    free(rows);
}

void files_release(struct files *f)
{
    file_rows_release(f->rows, f->count);
    free(f->folder);
    edit_release(&f->filter);
    *f = (struct files){0};
}

void file_look_release(struct file_look *l)
{
    free(l->path);
    *l = (struct file_look){0};
}

/* ---- the list ---- */

static bool matches(const struct file_row *r, const char *key)
{
    char *safe = safe_dup(r->name, 0), *name = search_key(safe);
    bool found = strstr(name, key) != NULL;
    free(name);
    free(safe);
    return found;
}

static bool has_bytes(const struct file_row *r)
{
    return !r->folder && r->state != FILE_BROKEN && r->state != FILE_SPECIAL;
}

/* Sizes stand below each other. */
static size_t bytes_columns(const struct files *f)
{
    uint64_t most = 0;
    struct str n = {0};
    for (size_t i = 0; i < f->count; i++)
        if (has_bytes(&f->rows[i]) && f->rows[i].bytes > most)
            most = f->rows[i].bytes;
    number_add(&n, (int64_t)most);
    size_t columns = n.len;
    str_release(&n);
    return columns;
}

static void add_row(struct app *a, size_t index, size_t columns)
{
    const struct file_row *r = &a->files.rows[index];
    struct str name = {0}, state = {0}, bytes = {0};
    char day[32];
    safe_text(&name, r->name, 0);
    if (r->folder)
        str_add_char(&name, '/');
    if (has_bytes(r)) {
        day_short(a->lang, r->changed, day);
        number_add(&bytes, (int64_t)r->bytes);
        str_addf(&state, "%*s  %s", (int)columns, str_text(&bytes), day);
    }
    str_release(&bytes);
    struct item *item = items_add(&a->items, str_text(&name));
    item->name = index;
    item->state = str_take(&state);
    if (r->state != FILE_GOOD) {
        item->mark = "!";
        item->tone = TONE_QUIET;
    }
    str_release(&name);
}

static bool at_the_top(const struct files *f)
{
    return !f->folder || !strcmp(f->folder, "/");
}

void files_build(struct app *a)
{
    struct files *f = &a->files;
    char *key = search_key(str_text(&f->filter.text));
    size_t columns = bytes_columns(f);
    items_clear(&a->items);
    if (!at_the_top(f))
        items_add(&a->items, "../")->name = f->count;
    for (size_t i = 0; i < f->count; i++)
        if ((f->hidden || f->rows[i].name[0] != '.') && matches(&f->rows[i], key))
            add_row(a, i, columns);
    free(key);
    items_settle(a, ACTION_DOWN);
}

/* On the row of that name; else on the first of the folder. */
static void stand_on(struct app *a, const char *name)
{
    a->list.cursor = a->items.count > 1 && !at_the_top(&a->files);
    a->list.top = 0;
    for (size_t i = 0; name && i < a->items.count; i++)
        if (a->items.at[i].name < a->files.count &&
            !strcmp(a->files.rows[a->items.at[i].name].name, name))
            a->list.cursor = i;
    items_settle(a, ACTION_DOWN);
}

void app_folder_words(const struct app *a, struct str *out)
{
    const struct files *f = &a->files;
    str_add(out, f->folder);
    if (f->more) {
        struct str n = {0};
        number_add(&n, (int64_t)f->count);
        str_add(out, "  ");
        tr_add(out, a->lang, N_("(only {1} of its entries are shown)"), str_text(&n));
        str_release(&n);
    }
}

/* ---- going ---- */

const char *files_hint(const struct app *a)
{
    return a->lines ? NULL : N_("Ctrl-O lists the files to choose from");
}

void files_open(struct app *a)
{
    const struct form_row *row = &a->form.row[a->form.at];
    app_keep(a);
    edit_set(&a->files.filter, NULL, FILTER_MAX, false);
    a->files.typing = false;
    const char *typed = str_text(&row->edit.text);
    struct errand *e =
        errands_add(&a->errands, ERRAND_FOLDER, NULL, *typed ? typed : a->files.folder);
    e->nearest = true;
}

/* Folder and name as one path. The caller frees. */
static char *path_of(const struct files *f, const char *name)
{
    struct str path = {0};
    str_addf(&path, "%s%s%s", f->folder, strcmp(f->folder, "/") != 0 ? "/" : "", name);
    return str_take(&path);
}

static void go_up(struct app *a)
{
    struct files *f = &a->files;
    if (at_the_top(f))
        return;
    char *above = folder_of(f->folder);
    edit_set(&f->filter, NULL, FILTER_MAX, false);
    errands_add(&a->errands, ERRAND_FOLDER, folder_entry(f->folder), above);
    free(above);
}

static void open_row(struct app *a)
{
    struct files *f = &a->files;
    if (!a->items.count)
        return;
    size_t index = a->items.at[a->list.cursor].name;
    if (index == f->count) {
        go_up(a);
        return;
    }
    const struct file_row *r = &f->rows[index];
    if (r->state == FILE_NAMELESS) {
        app_say(a, true,
            N_("This name holds bytes that are no text, so it cannot be noted down. Rename the "
               "file first."));
    } else if (r->state == FILE_SPECIAL) {
        app_say(a, true, N_("This is neither a file nor a folder."));
    } else {
        char *path = path_of(f, r->name);
        if (r->folder)
            edit_set(&f->filter, NULL, FILTER_MAX, false);
        errands_add(&a->errands, r->folder ? ERRAND_FOLDER : ERRAND_CHOOSE, NULL, path);
        free(path);
    }
}

void files_act(struct app *a, enum action action)
{
    if (items_act(a, action))
        return;
    if (action == ACTION_OUT)
        app_pop(a);
    else if (action == ACTION_ENTER)
        open_row(a);
    else if (action == ACTION_ABOVE)
        go_up(a);
    else if (action == ACTION_SEARCH)
        a->files.typing = true;
    else if (action == ACTION_HIDDEN) {
        a->files.hidden = !a->files.hidden;
        files_build(a);
        app_say(a, false,
            a->files.hidden ? N_("Hidden files are listed too.")
                            : N_("Hidden files are left out."));
    }
}

void files_type(struct app *a, enum action action, struct key key)
{
    struct files *f = &a->files;
    bool full;
    if (action == ACTION_ENTER) {
        f->typing = false;
    } else if (action == ACTION_OUT) {
        f->typing = false;
        edit_set(&f->filter, NULL, FILTER_MAX, false);
        files_build(a);
        stand_on(a, NULL);
    } else if (action == ACTION_NONE && edit_key(&f->filter, key, &full) && f->filter.changed) {
        f->filter.changed = false;
        files_build(a);
        stand_on(a, NULL);
    }
}

/* ---- reports ---- */

void app_folder(struct app *a, const char *folder, struct file_row *rows, size_t count, bool more,
    const char *from)
{
    struct files *f = &a->files;
    file_rows_release(f->rows, f->count);
    free(f->folder);
    f->folder = mem_dup(folder);
    f->rows = rows;
    f->count = count;
    f->more = more;
    if (app_screen(a) == SCREEN_FORM)
        app_push(a, SCREEN_FILES);
    else
        files_build(a);
    stand_on(a, from);
}

static void keep_look(
    struct app *a, const char *path, bool there, uint64_t bytes, const char *digest)
{
    file_look_release(&a->look);
    a->look = (struct file_look){.path = mem_dup(path), .there = there, .bytes = bytes};
    for (size_t i = 0; digest && digest[i] && i + 1 < sizeof a->look.digest; i++)
        a->look.digest[i] = digest[i];
}

void app_looked(struct app *a, const char *path, bool there, uint64_t bytes, const char *digest)
{
    keep_look(a, path, there, bytes, digest);
}

void app_chosen(struct app *a, const char *path, uint64_t bytes, const char *digest)
{
    struct edit *edit = &a->form.row[a->form.at].edit;
    bool full;
    if (app_screen(a) != SCREEN_FILES)
        return;
    if (strlen(path) > edit->limit) {
        app_say(a, true, N_("The path of this file is too long to be noted down."));
        return;
    }
    app_pop(a);
    (void)edit_key(edit, (struct key){.press = PRESS_WHOLE, .text = path}, &full);
    keep_look(a, path, true, bytes, digest);
}

void files_look(struct app *a, size_t row)
{
    const struct form_row *r = &a->form.row[row];
    const char *text = str_text(&r->edit.text);
    if (r->file && *text && !(a->look.path && !strcmp(text, a->look.path)))
        errands_add(&a->errands, ERRAND_LOOK, NULL, text);
}

/* ---- completing a path ---- */

void files_complete(struct app *a)
{
    const struct edit *edit = &a->form.row[a->form.at].edit;
    if (strchr(str_text(&edit->text), '/'))
        errands_add(&a->errands, ERRAND_COMPLETE, NULL, str_text(&edit->text));
    else
        (void)form_act(&a->form, ACTION_NEXT); /* words: the caller looks at them */
}

void app_completed(struct app *a, const char *text, size_t count)
{
    size_t row = a->form.at;
    struct edit *edit = &a->form.row[row].edit;
    bool full;
    if (text && strcmp(text, str_text(&edit->text)) != 0) {
        (void)edit_key(edit, (struct key){.press = PRESS_WHOLE, .text = text}, &full);
    } else if (count > 1) {
        struct str n = {0};
        number_add(&n, (int64_t)count);
        app_say(a, false, N_("{1} names begin like this; Ctrl-O lists them."), str_text(&n));
        str_release(&n);
    } else {
        (void)form_act(&a->form, ACTION_NEXT);
        files_look(a, row);
    }
}

void app_file_words(const struct app *a, size_t row, struct str *out)
{
    const struct form_row *r = &a->form.row[row];
    const struct file_look *l = &a->look;
    if (!r->file || !l->path || strcmp(str_text(&r->edit.text), l->path) != 0)
        return;
    bool evidence = a->form.kind == FORM_EVIDENCE; /* anything may stand there */
    if (!l->there) {
        str_add(out,
            tr(a->lang, evidence ? N_("kept in words: no file is there") : N_("no file is there")));
        return;
    }
    struct str bytes = {0}, digest = {0};
    number_add(&bytes, (int64_t)l->bytes);
    str_addf(&digest, "#%.16s", l->digest);
    if (evidence)
        tr_add(out, a->lang, N_("= a file of {1} bytes, digest {2}"), str_text(&bytes),
            str_text(&digest));
    else
        tr_add(out, a->lang, N_("= a file of {1} bytes"), str_text(&bytes));
    str_release(&bytes);
    str_release(&digest);
}
