/* SPDX-License-Identifier: MIT
 * Formats whose libraries are many: each is a shared module of its own, loaded when a paper in it is printed and not before. Plain data
 * goes in, bytes come out. A module needs nothing of the program but what stands here; it carries its own copy of core's str, mem, err. */
#ifndef KIJUN_RENDER_MODULE_H
#define KIJUN_RENDER_MODULE_H

#include "core/err.h"
#include "core/str.h"
#include "document/document.h"

enum {
    MODULE_INTERFACE = 3
}; /* counted up whenever anything below, or struct document, changes its shape */

/* A document in which every string is safe to show, and the words around it in its language. Borrowed for the call. */
struct sheet {
    const struct document *document;
    const char *to;     /* the line with the addressee, or NULL */
    const char *legend; /* what ! means, or NULL if nothing is marked */
    const char *to_fill_in,
        *not_settled; /* the marks of fields: a blank, and a value that is not enough */
    const char *only_listed,
        *only_days;      /* what a cell with choices, or for a day, says to anything else */
    const char *session; /* the line that ties a page to its session: id and head */
};

/* What a module may ask of the program about text in columns of half width. */
struct module_host {
    void (*exhausted)(
        void); /* memory has run out; the module ends the program after it. May be NULL */
    size_t (*width)(const char *text);
    size_t (*lines)(const char *text, size_t columns); /* that the text takes when wrapped */
    /* Bytes of its beginning that take no more than `lines` lines. */
    size_t (*fit)(const char *text, size_t columns, size_t lines);
};

struct module {
    unsigned interface;  /* MODULE_INTERFACE; these two as struct module_stamp has them */
    const char *release; /* KIJUN_VERSION */
    /* Adds the paper to out. On false, *e says why: ERR_INPUT if the format cannot hold it, else ERR_SYSTEM. */
    bool (*render)(
        struct str *out, const struct sheet *s, const struct module_host *host, struct err *e);
};

/* What a module exports, and nothing else. */
#define MODULE_SYMBOL "kijun_module"
#define MODULE_EXPORT __attribute__((visibility("default"))) extern const struct module kijun_module

#endif
