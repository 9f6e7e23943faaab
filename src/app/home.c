/* SPDX-License-Identifier: MIT
 * The home screen: the saved sessions, of which the part around the cursor is kept, and the search. */
#include "app/parts.h"

#include <stdlib.h>

const struct home_way home_ways[HOME_WAYS] = {
    {N_("There is no saved session yet. Press {1} (or Enter) to begin one."), ACTION_NEW},
    {N_("To look around first, press {1}: a made-up case to practise with."), ACTION_PRACTISE},
    {N_("If somebody sent you a session as a file, press {1} to open it."), ACTION_OPEN_FILE},
};

enum { SEARCH_MAX = 200 };

static void forget_rows(struct home *h)
{
    for (size_t i = 0; i < h->count; i++) {
        struct home_row *r = &h->rows[i];
        free(r->id);
        free(r->title);
        free(r->standard[LANG_JA]);
        free(r->standard[LANG_EN]);
        free(r->changed);
    }
    free(h->rows);
    h->rows = NULL;
    h->count = 0;
}

void home_release(struct home *h)
{
    forget_rows(h);
    edit_release(&h->search);
    free(h->file);
    free(h->sent);
}

bool home_is_empty(const struct app *a)
{
    return a->home.known && !a->home.list.count && !a->home.search.text.len;
}

/* Asks for the rows around those in sight. */
void home_list(struct app *a)
{
    struct home *h = &a->home;
    size_t height = h->list.height;
    size_t before = height < HOME_LIMIT ? (HOME_LIMIT - height) / 2 : 0;
    struct errand *e = errands_add(
        &a->errands, ERRAND_LIST, NULL, h->search.text.len ? str_text(&h->search.text) : NULL);
    e->offset = h->list.top > before ? h->list.top - before : 0;
    e->limit = height > HOME_LIMIT ? height : HOME_LIMIT;
}

void app_listed(struct app *a, struct home_row *rows, size_t count, size_t offset, size_t total)
{
    struct home *h = &a->home;
    forget_rows(h);
    h->rows = rows;
    h->count = count;
    h->offset = offset;
    h->list.count = total;
    h->known = true;
    list_settle(&h->list);
    if (app_screen(a) == SCREEN_JUMP) /* it names the rows */
        jump_build(a);
}

static bool in_sight_known(const struct home *h)
{
    size_t end = h->list.top + h->list.height;
    if (end > h->list.count)
        end = h->list.count;
    return h->list.top >= h->offset && end <= h->offset + h->count;
}

const struct home_row *home_row_here(const struct app *a)
{
    const struct home *h = &a->home;
    size_t at = h->list.cursor;
    return at >= h->offset && at < h->offset + h->count ? &h->rows[at - h->offset] : NULL;
}

static void open_row(struct app *a, enum errand_kind how)
{
    const struct home_row *row = home_row_here(a);
    if (row)
        errands_add(&a->errands, how, row->id, NULL);
}

static void begin(struct app *a, bool practice)
{
    a->choose.practice = practice;
    app_push(a, SCREEN_CHOOSE);
    errands_add(&a->errands, ERRAND_STANDARDS, NULL, NULL);
}

static void search_again(struct app *a)
{
    a->home.list.cursor = a->home.list.top = 0;
    home_list(a);
}

static void end_search(struct app *a)
{
    a->home.searching = false;
    edit_set(&a->home.search, NULL, SEARCH_MAX, false);
    search_again(a);
}

void app_begin(struct app *a, const char *session, bool reads)
{
    if (session)
        errands_add(&a->errands, reads ? ERRAND_READ : ERRAND_OPEN, session, NULL);
    else
        home_list(a);
}

void home_act(struct app *a, enum action action)
{
    struct home *h = &a->home;
    if (list_act(&h->list, action)) {
        if (!in_sight_known(h))
            home_list(a);
    } else if (action == ACTION_ENTER && h->list.count) {
        open_row(a, ERRAND_OPEN);
    } else if (action == ACTION_READ) {
        open_row(a, ERRAND_READ);
    } else if (action == ACTION_NEW || (action == ACTION_ENTER && !h->search.text.len)) {
        begin(a, false);
    } else if (action == ACTION_PRACTISE) {
        begin(a, true);
    } else if (action == ACTION_OPEN_FILE) {
        session_file_open(a);
    } else if (action == ACTION_SAVE) {
        many_open(a);
    } else if (action == ACTION_EXPORT) {
        export_open(a);
    } else if (action == ACTION_SETTINGS) {
        settings_open(a);
    } else if (action == ACTION_SEARCH) {
        h->searching = true;
        h->search.limit = SEARCH_MAX;
    } else if (action == ACTION_OUT) {
        end_search(a);
    }
}

void home_search(struct app *a, enum action action, struct key key)
{
    struct home *h = &a->home;
    bool full;
    if (action == ACTION_ENTER) {
        h->searching = false;
    } else if (action == ACTION_OUT) {
        end_search(a);
    } else if (action == ACTION_NONE && edit_key(&h->search, key, &full) && h->search.changed) {
        h->search.changed = false;
        search_again(a);
    }
}
