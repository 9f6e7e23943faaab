/* SPDX-License-Identifier: MIT
 * The line-by-line twin of the screen, over the same app: what is said is only ever added below, and a line typed becomes the keys
 * that would have been pressed. For screen readers, teletypes and pipes.
 *
 * One round: linear_tell() says where one is; a line is read; linear_keys_of() turns it into keys; each key goes through
 * linear_before(), app_key() and app_follow() with their errands, app_fit(linear_extents()), and linear_after(), which may end the line
 * early. */
#ifndef KIJUN_LINEAR_LINEAR_H
#define KIJUN_LINEAR_LINEAR_H

#include "app/app.h"
#include "core/arena.h"

struct linear {
    size_t columns;      /* lines are wrapped to */
    struct str said;     /* of the screen, last: it is not said again */
    uint64_t keys_shown; /* where the keys have been listed already */
    enum { HELD_BY_US, HELD_BY_THEM, HELD_BY_NOBODY } held; /* the session, when they were */
    struct str area; /* lines typed so far for a field of many lines */
    bool in_area;
    struct page effect; /* of the answer that is being taken */
    bool peek;          /* the effect, or what a case is about, was asked for */
    size_t taken;       /* the question that the last key may have answered, or NONE */
    bool recorded;      /* by the last key */
    bool settling;      /* the last key may have changed a setting */
    size_t items;       /* in the list told last */
    size_t saves;       /* of the app, before the key */
    struct page news;   /* what happened on the way */
};

/* Keys to be pressed, first to last. */
struct linear_keys {
    struct key *at;
    size_t count, cap;
    struct arena texts; /* of the keys */
};

void linear_init(struct linear *l, size_t columns);
void linear_release(struct linear *l);

/* What there is room for: everything, but for long lists of sessions. */
struct extents linear_extents(const struct linear *l, const struct app *a);

/* Adds what is to be said now: what happened, where one is unless that was said last, and what can be typed. Safe for any terminal; ends
 * where the line will be typed. */
void linear_tell(struct linear *l, struct str *out, const struct app *a);

/* The keys that a line stands for (valid UTF-8, without its newline); none while a field of many lines is being typed. */
void linear_keys_of(
    struct linear *l, const struct app *a, const char *line, struct linear_keys *keys);
void linear_keys_release(struct linear_keys *keys);

/* Says that the line stood for no key, unless it was taken as text, or empty. */
void linear_unread(struct linear *l, const struct app *a, const char *line);

void linear_before(struct linear *l, const struct app *a, struct key key);
/* False if what happened wants the person's eye before any further key of the line. */
bool linear_after(struct linear *l, const struct app *a);

/* ---- tell_walk.c, tell_lists.c: what a screen says, as paragraphs ---- */
void tell_walk(struct page *p, const struct app *a);
void tell_effect(struct page *p, const struct app *a);
void tell_home(struct page *p, const struct app *a);
void tell_choose(struct page *p, const struct app *a);
void tell_cases(struct page *p, const struct app *a); /* their titles */
void tell_case(struct page *p, const struct app *a);  /* what the one under the cursor is about */
void tell_find(struct page *p, const struct app *a);
void tell_items(struct page *p, const struct app *a);
void tell_compare(struct page *p, const struct app *a);
void tell_form(struct page *p, const struct app *a);
void tell_help(struct page *p, const struct app *a); /* how lines are typed; the keys follow */

#endif
