/* SPDX-License-Identifier: MIT
 * Settings in effect: keys in app, colours and widths in tui and text. */
#include "cli/settle.h"

#include "app/keys.h"
#include "core/mem.h"
#include "text/width.h"
#include "tui/palette.h"
#include "tui/term.h"

#include <stdlib.h>
#include <string.h>

/* ---- keys ---- */

static bool said_by(const struct settings_file *f, const char *action)
{
    for (size_t i = 0; i < f->key_count; i++)
        if (strcmp(f->keys[i].action, action) == 0)
            return true;
    return false;
}

static void tell_wish(struct settings *s, const struct key_wish *w, const struct place *place)
{
    struct err e;
    if (w->came == WISH_TAKEN)
        return;
    if (w->came == WISH_CLASH)
        (void)err_fail(&e, ERR_INPUT,
            N_("\"{1}\" for \"{2}\" clashes with \"{3}\", so it stays as it was."),
            (const char[2]){w->letter, '\0'}, w->action, w->other ? w->other : "?");
    else if (w->other)
        (void)err_fail(&e, ERR_INPUT, N_("There is no action \"{1}\"; did you mean \"{2}\"?"),
            w->action, w->other);
    else
        (void)err_fail(&e, ERR_INPUT, N_("There is no action \"{1}\"; kijun-config(5) lists them."),
            w->action);
    (void)err_at(&e, place->file, place->line, place->column);
    err_list_add(&s->problems, &e);
}

void settle_keys(struct settings *s)
{
    const struct settings_file *own = &s->file[SETTINGS_OWN], *office = &s->file[SETTINGS_OFFICE];
    size_t count = 0, most = own->key_count + office->key_count;
    if (most == 0)
        return;
    struct key_wish *wishes = mem_alloc(most, sizeof *wishes);
    struct place *places = mem_alloc(most, sizeof *places);
    for (size_t f = 0; f < SETTINGS_FILES; f++)
        for (size_t k = 0; k < s->file[f].key_count; k++) {
            const struct setting_key *key = &s->file[f].keys[k];
            if (f == SETTINGS_OFFICE && said_by(own, key->action))
                continue;
            wishes[count] = (struct key_wish){.action = key->action, .letters = key->letters};
            places[count++] = key->place;
        }
    keys_bind(wishes, count);
    for (size_t i = 0; i < count; i++)
        tell_wish(s, &wishes[i], &places[i]);
    free(wishes);
    free(places);
}

/* ---- looks ---- */

void settle_looks(const struct call *c, struct settings *s)
{
    const char *theme = c->theme, *width = c->width;
    const char *wish = getenv("KIJUN_THEME");
    struct err e;
    if (!theme && wish && *wish && palette_theme(wish))
        theme = wish;
    else if (!theme && wish && *wish) {
        (void)err_fail(&e, ERR_INPUT, N_("There is no theme \"{1}\" (KIJUN_THEME)."), wish);
        err_list_add(&s->problems, &e);
    }
    if (!theme)
        theme = settings_text(s, SETTING_THEME);
    (void)palette_theme(theme ? theme : "auto"); /* one of those there are: it was checked */
    if (!width)
        width = settings_text(s, SETTING_WIDTH);
    bool ask = !width || strcmp(width, "auto") == 0;
    if (!ask)
        width_ambiguous(strcmp(width, "2") == 0 ? 2 : 1);
    term_ask_width(ask);
    const char *mouse = settings_text(s, SETTING_MOUSE);
    term_mouse(c->mouse || (mouse && strcmp(mouse, "yes") == 0));
}

static const char *variable(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? name : NULL;
}

const char *settle_over(const struct call *c, enum setting_id id)
{
    switch (id) {
    case SETTING_LANGUAGE:
        return c->lang_option ? "--lang" : variable("KIJUN_LANG");
    case SETTING_THEME:
        return c->theme ? "--theme" : variable("KIJUN_THEME");
    case SETTING_WIDTH:
        return c->width ? "--ambiguous-width" : NULL;
    case SETTING_MOUSE:
        return c->mouse ? "--mouse" : NULL;
    case SETTING_OFFICE:
        return getenv("KIJUN_OFFICE") ? "KIJUN_OFFICE" : NULL;
    default:
        return NULL;
    }
}

void settle_again(struct call *c)
{
    settings_release(c->settings);
    settings_load(c->settings);
    keys_bind(NULL, 0);
    settle_keys(c->settings);
    settle_looks(c, c->settings);
    desk_settle(c->desk, c->settings);
}
