/* SPDX-License-Identifier: MIT
 * Walkers driven by tables of keys, and the readers of single values. */
#include "pack/walk.h"

#include "core/str.h"
#include "pack/pack.h"

#include <string.h>

enum { KEYS_MAX = 64, QUOTE_MAX = 4 * ID_MAX, FIRST_ITEMS = 4 };

static size_t key_count(const struct key *keys)
{
    size_t n = 0;
    while (keys[n].name)
        n++;
    return n;
}

static size_t key_find(const struct key *keys, const struct node *n)
{
    size_t k = 0;
    if (n->kind == NODE_SCALAR)
        while (keys[k].name && strcmp(keys[k].name, n->text) != 0)
            k++;
    else
        k = key_count(keys);
    return k;
}

/* Reports `near` with {1} wanted and {2} the nearest of names, or `far` with {1} wanted and {2} all of names. Returns the index of
 * the nearest, NONE if none is near. */
static size_t walk_unknown(struct walk *w, const struct place *place, const char *wanted,
    const char *const *names, size_t count, const char *near, const char *far)
{
    struct nearest nearest = {.wanted = wanted};
    struct str all = {0};
    size_t best = NONE;
    for (size_t i = 0; i < count; i++) {
        nearest_try(&nearest, names[i]);
        if (nearest.best == names[i])
            best = i;
        str_add(&all, i ? ", " : "");
        str_add(&all, names[i]);
    }
    report(w->report, place, best != NONE ? near : far, wanted,
        best != NONE ? names[best] : str_text(&all));
    str_release(&all);
    return best;
}

/* A key that was mistyped is not missed besides. */
static void unknown_key(
    struct walk *w, const struct key *keys, const struct node *key, uint64_t *seen)
{
    const char *names[KEYS_MAX];
    size_t count = key_count(keys);
    for (size_t i = 0; i < count; i++)
        names[i] = keys[i].name;
    size_t meant = walk_unknown(w, &key->place, key->kind == NODE_SCALAR ? key->text : "?", names,
        count, N_("There is no key '{1}' here; did you mean '{2}'?"),
        N_("There is no key '{1}' here; there are: {2}."));
    if (meant != NONE)
        *seen |= UINT64_C(1) << meant;
    cursor_skip(&w->cursor, key);
}

static void skip_value(struct walk *w)
{
    struct node value;
    if (cursor_next(&w->cursor, &value))
        cursor_skip(&w->cursor, &value);
}

static void pair(
    struct walk *w, const struct key *keys, const struct node *key, uint64_t *seen, void *record)
{
    size_t k = key_find(keys, key);
    struct node value;
    if (!keys[k].name) {
        unknown_key(w, keys, key, seen);
        skip_value(w);
    } else if (*seen >> k & 1) {
        report(w->report, &key->place, N_("The key '{1}' stands here twice."), keys[k].name);
        skip_value(w);
    } else {
        *seen |= UINT64_C(1) << k;
        if (cursor_next(&w->cursor, &value))
            keys[k].read(w, &value, (char *)record + keys[k].at);
    }
}

bool walk_mapping(struct walk *w, const struct node *n, const struct key *keys, void *record)
{
    if (n->kind != NODE_MAPPING) {
        walk_refuse(w, n, N_("Keys with values were expected here ('{1}: ...')."), keys[0].name);
        return false;
    }
    uint64_t seen = 0;
    struct place place = n->place;
    struct node key;
    while (cursor_next(&w->cursor, &key))
        pair(w, keys, &key, &seen, record);
    for (size_t k = 0; keys[k].name && !w->cursor.broken; k++)
        if (keys[k].required && !(seen >> k & 1))
            report(w->report, &place, N_("'{1}' is missing here."), keys[k].name);
    return true;
}

void *list_add(struct arena *scratch, struct list *list, size_t size)
{
    if (list->count == list->cap) {
        size_t cap = list->cap ? list->cap * 2 : FIRST_ITEMS;
        void *moved = arena_alloc(scratch, cap, size);
        if (list->count)
            memcpy(moved, list->at, list->count * size);
        list->at = moved;
        list->cap = cap;
    }
    return (char *)list->at + list->count++ * size;
}

void walk_sequence(
    struct walk *w, const struct node *n, struct list *list, size_t size, reader *item)
{
    if (n->kind != NODE_SEQUENCE) {
        walk_refuse(w, n, N_("A list was expected here ('- ...' lines or [..., ...])."));
        return;
    }
    struct node child;
    while (cursor_next(&w->cursor, &child))
        item(w, &child, list_add(w->scratch, list, size));
}

/* ---- single values ---- */

bool node_is_null(const struct node *n)
{
    return n->kind == NODE_SCALAR && n->plain &&
           (n->len == 0 || strcmp(n->text, "~") == 0 || strcmp(n->text, "null") == 0);
}

/* A scalar that says something; reports otherwise. */
static bool is_text(struct walk *w, const struct node *n)
{
    if (n->kind != NODE_SCALAR) {
        walk_refuse(w, n, N_("A text was expected here."));
        return false;
    }
    if (n->len == 0 || node_is_null(n))
        report(w->report, &n->place, N_("A text is missing here."));
    return n->len != 0 && !node_is_null(n);
}

void read_expr(struct walk *w, const struct node *n, void *to)
{
    if (!is_text(w, n))
        return;
    *(struct quote *)to = (struct quote){arena_copy(w->arena, n->text, n->len), n->place, n->exact};
}

void read_quote(struct walk *w, const struct node *n, void *to)
{
    if (n->kind == NODE_SCALAR && (n->len > QUOTE_MAX || strchr(n->text, '\n')))
        report(w->report, &n->place, N_("This is too long for an id."));
    else
        read_expr(w, n, to);
}

bool pack_is_id(const char *text)
{
    size_t len = strlen(text);
    if (len == 0 || len > ID_MAX || text[0] < 'a' || text[0] > 'z')
        return false;
    return strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_") == len;
}

void read_id(struct walk *w, const struct node *n, void *to)
{
    if (n->kind == NODE_SCALAR && n->len && !node_is_null(n) && !pack_is_id(n->text))
        report(w->report, &n->place,
            N_("'{1}' is not an id: a-z first, then a-z, 0-9 and _, at most 64 characters."),
            n->text);
    else
        read_expr(w, n, to);
}

void read_quotes(struct walk *w, const struct node *n, void *to)
{
    walk_sequence(w, n, to, sizeof(struct quote), read_quote);
}

void read_text(struct walk *w, const struct node *n, void *to)
{
    if (n->kind != NODE_SCALAR)
        walk_refuse(w, n, N_("A text was expected here."));
    else if (!node_is_null(n))
        *(const char **)to = arena_copy(w->arena, n->text, n->len);
}

/* Block scalars end with a newline that nobody means. */
static void read_one_language(struct walk *w, const struct node *n, void *to)
{
    if (!is_text(w, n))
        return;
    size_t len = n->len;
    while (len && strchr(" \n", n->text[len - 1]))
        len--;
    *(const char **)to = arena_copy(w->arena, n->text, len);
}

void read_words(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"ja", read_one_language, offsetof(struct words, in[LANG_JA]), false},
        {"en", read_one_language, offsetof(struct words, in[LANG_EN]), false},
        {NULL, NULL, 0, false},
    };
    if (n->kind != NODE_MAPPING) {
        walk_refuse(w, n, N_("Words are written in both languages: {ja: ..., en: ...}."));
        return;
    }
    struct words *words = to;
    struct place place = n->place;
    (void)walk_mapping(w, n, keys, words);
    bool failed = w->report->failed;
    for (int lang = 0; w->strict && lang < LANG_COUNT; lang++)
        if (!words->in[lang])
            report(w->report, &place, N_("The words in '{1}' are missing here."), keys[lang].name);
    w->report->failed = failed;
}

void read_word(struct walk *w, const struct node *n, const char *const *names, size_t count,
    struct given_word *to)
{
    if (!is_text(w, n))
        return;
    for (unsigned i = 0; i < count; i++)
        if (strcmp(names[i], n->text) == 0)
            to->plus_one = i + 1;
    if (!to->plus_one)
        (void)walk_unknown(w, &n->place, n->text, names, count,
            N_("'{1}' is not known here; did you mean '{2}'?"),
            N_("'{1}' is not known here; there are: {2}."));
}

void read_flag(struct walk *w, const struct node *n, void *to)
{
    static const char *const names[] = {"false", "true"};
    read_word(w, n, names, 2, to);
}
