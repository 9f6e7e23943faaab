/* SPDX-License-Identifier: MIT
 * A setting changed on the screen: put into the text of one's own file, the whole read and checked as the next start will, and only then
 * written beside it, made durable and given its name. */
#include "cli/errands.h"

#include "cli/config.h"
#include "cli/settle.h"
#include "core/folder.h"
#include "core/mem.h"
#include "render/render.h"
#include "text/msg.h"
#include "tui/term.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* ---- what is said ---- */

/* U z -> Uz. What is no single letter would be bound as many. */
static bool letters_of(const char *typed, char **letters, struct err *e)
{
    struct str out = {0};
    for (const char *at = typed + strspn(typed, " "); *at; at += strspn(at, " ")) {
        size_t len = strcspn(at, " ");
        if (len != 1) {
            char *word = mem_copy(at, len);
            (void)err_fail(e, ERR_INPUT,
                N_("\"{1}\" cannot be bound: give one letter or sign of the keyboard, no digit."),
                word);
            free(word);
            str_release(&out);
            return false;
        }
        str_add_bytes(&out, at, len);
        at += len;
    }
    *letters = str_take(&out);
    return true;
}

static bool is_key(const char *name)
{
    return strncmp(name, "keys.", 5) == 0;
}

static const char *own_text(const struct settings_file *f, const char *name)
{
    for (size_t i = 0; is_key(name) && i < f->key_count; i++)
        if (strcmp(f->keys[i].action, name + 5) == 0)
            return f->keys[i].letters;
    for (int i = 0; i < SETTING_COUNT; i++)
        if (i != SETTING_OFFICE_NAME && strcmp(setting_name((enum setting_id)i), name) == 0)
            return f->at[i].text;
    return NULL;
}

/* ---- checking ---- */

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* The file says what it said, but for the one setting. */
static bool only_that(const struct settings_file *old, const struct settings_file *new,
    const char *name, const char *value)
{
    bool same = same_text(own_text(new, name), value) && old->answers.count == new->answers.count;
    for (int i = 0; i < SETTING_COUNT; i++)
        if (strcmp(setting_name((enum setting_id)i), name) != 0)
            same = same && same_text(old->at[i].text, new->at[i].text);
    for (size_t i = 0; i < old->key_count; i++) {
        struct str key = {0};
        str_addf(&key, "keys.%s", old->keys[i].action);
        if (strcmp(str_text(&key), name) != 0)
            same = same && same_text(old->keys[i].letters, own_text(new, str_text(&key)));
        str_release(&key);
    }
    return same;
}

static bool is_told(const struct err_list *problems, const struct err *e)
{
    for (size_t i = 0; i < problems->count; i++) {
        const struct err *p = &problems->at[i];
        bool same = strcmp(p->text, e->text) == 0;
        for (size_t k = 0; k < ERR_ARGS; k++)
            same = same && strcmp(p->arg[k], e->arg[k]) == 0;
        if (same)
            return true;
    }
    return false;
}

/* The first mistake that was not there before, worse than a warning or not; NULL if there is none. */
static const struct err *first_new(
    const struct settings *old, const struct settings *new, enum err_kind above)
{
    for (size_t i = 0; i < new->problems.count; i++)
        if (new->problems.at[i].kind > above && !is_told(&old->problems, &new->problems.at[i]))
            return &new->problems.at[i];
    return NULL;
}

/* All that the linter looks at. Keys are bound by that; settle_again() binds what is in the file. */
static bool read_as_next_start(
    struct settings *s, const char *path, const struct str *text, struct err *e)
{
    settings_try(s, path, str_text(text), text->len);
    settle_keys(s);
    return config_check(s, e);
}

/* What is told has no place: the line is written nowhere. */
static bool refuse(const struct err *why, struct err *e)
{
    *e = *why;
    e->kind = ERR_INPUT;
    e->file[0] = '\0';
    e->line = e->column = 0;
    return false;
}

static bool check(const char *path, const struct str *before, const struct str *after,
    const char *name, const char *value, struct err *warning, struct err *e)
{
    struct settings old, new;
    bool ok = read_as_next_start(&old, path, before, e);
    bool both = ok && read_as_next_start(&new, path, after, e);
    if (both) {
        const struct err *mistake = first_new(&old, &new, ERR_FOUND);
        const struct err *doubt = first_new(&old, &new, ERR_NONE);
        if (mistake)
            both = refuse(mistake, e);
        else if (!only_that(&old.file[SETTINGS_OWN], &new.file[SETTINGS_OWN], name, value))
            both = err_fail(e, ERR_INPUT,
                N_("\"{1}\" is written in a way that cannot be edited from here. Nothing was "
                   "changed: use an editor, and \"kijun config lint\" for what is wrong."),
                path);
        else if (doubt)
            *warning = *doubt;
        settings_release(&new);
    }
    if (ok)
        settings_release(&old);
    return both;
}

/* ---- writing ---- */

/* For nobody else's eyes, if it is new; else its rights stay. */
static bool write(const char *path, const struct str *text, struct err *e)
{
    char *refused = folder_make(path);
    if (refused) {
        (void)err_fail(e, ERR_SYSTEM,
            N_("The folder \"{1}\" cannot be made: {2}. Nothing was changed."), refused,
            strerror(errno));
        free(refused);
        return false;
    }
    mode_t mask = umask(077);
    bool ok = output_write(path, str_text(text), text->len, true, e);
    (void)umask(mask);
    return ok;
}

static bool change(
    const char *path, const char *name, const char *value, struct err *warning, struct err *e)
{
    struct str before = {0}, after = {0};
    char *bytes = NULL;
    size_t len;
    bool ok = settings_bytes(path, &bytes, &len, e);
    if (ok)
        str_add_bytes(&before, bytes, len);
    ok = ok && settings_put(path, str_text(&before), len, name, value, &after, e) &&
         check(path, &before, &after, name, value, warning, e) && write(path, &after, e);
    free(bytes);
    str_release(&before);
    str_release(&after);
    return ok;
}

/* ---- afterwards ---- */

static void take_effect(struct loop *l, const char *name)
{
    settle_again(l->call);
    if (strcmp(name, setting_name(SETTING_LANGUAGE)) == 0 &&
        !settle_over(l->call, SETTING_LANGUAGE))
        app_speak(&l->app, lang_settled(settings_text(l->call->settings, SETTING_LANGUAGE)));
    if (strcmp(name, setting_name(SETTING_WIDTH)) == 0)
        app_lay_anew(&l->app);
    term_restyle();
    errand_settings(l);
}

bool errand_settle(struct loop *l, const struct errand *errand, struct err *e)
{
    const char *path = l->call->settings->file[SETTINGS_OWN].path;
    char *own = mem_dup(path), *letters = NULL;
    struct err warning = {0};
    if (!own)
        return err_fail(e, ERR_INPUT,
            N_("There is no folder to keep settings in: set HOME or XDG_CONFIG_HOME."));
    bool ok = !errand->text || !is_key(errand->subject) || letters_of(errand->text, &letters, e);
    const char *value = letters ? letters : errand->text;
    if (value && !*value)
        value = NULL;
    ok = ok && change(own, errand->subject, value, &warning, e);
    if (ok)
        take_effect(l, errand->subject);
    else
        settle_again(l->call);
    if (ok)
        app_settled(&l->app, errand->subject, own);
    if (ok && warning.text)
        app_failed(&l->app, &warning);
    free(letters);
    free(own);
    return ok;
}
