/* SPDX-License-Identifier: MIT
 * What a person and their office have settled once and for all (kijun-config(5)): read from two files with the walkers that read
 * standards. A mistake in a file is told, and everything else in it applies. */
#ifndef KIJUN_PACK_SETTINGS_H
#define KIJUN_PACK_SETTINGS_H

#include "core/arena.h"
#include "core/str.h"
#include "pack/pack.h"
#include "pack/report.h"

enum setting_id {
    SETTING_OFFICE,      /* in one's own file: where the office's lies */
    SETTING_OFFICE_NAME, /* in the office's */
    SETTING_STANDARD,
    SETTING_NAME, /* of the applicant, like the two that follow */
    SETTING_SECTION,
    SETTING_CONTACT,
    SETTING_LANGUAGE,
    SETTING_THEME,
    SETTING_WIDTH,
    SETTING_FOLDER, /* in one's own: where papers are offered to be saved */
    SETTING_VIEWER, /* the same: what opens a file, with words before its name */
    SETTING_MOUSE,
    SETTING_COUNT
};

/* text NULL: not set. Strings live as long as their file. */
struct setting {
    const char *text;
    struct place place; /* file is the path */
};

/* A section of the office, and to whom it applies: the name of a post. */
struct office_section {
    struct setting name, contact, applies_to;
};

struct office_post {
    struct setting name, holder;
};

/* Letters (and signs) that shall do an action. */
struct setting_key {
    const char *action, *letters;
    struct place place;
};

struct settings_file {
    char *path;    /* owned; NULL: none is looked for */
    bool is_there; /* it could be read, however much is wrong with it */
    struct setting at[SETTING_COUNT];
    const struct office_section *sections;
    const struct office_post *posts;
    const struct setting_key *keys;
    size_t section_count, post_count, key_count;
    struct given_list answers; /* with {name} and so on still in them */
    struct arena arena;
};

enum settings_whose { SETTINGS_OWN, SETTINGS_OFFICE, SETTINGS_FILES };

struct settings {
    struct settings_file file[SETTINGS_FILES];
    struct err_list problems; /* each with its place; none keeps the rest from applying */
};

/* Reads $XDG_CONFIG_HOME/kijun/config.yaml (~/.config/kijun), and the office's file: KIJUN_OFFICE (empty: none), else the one that `office:`
 * names, else /etc/kijun/office.yaml. It is no mistake if the first or the last is not there. */
void settings_load(struct settings *s);
/* One file alone, which must be there. */
void settings_load_file(struct settings *s, enum settings_whose whose, const char *path);
void settings_release(struct settings *s);

/* Reads the text of a file whose path is set. */
void settings_read(struct settings_file *f, enum settings_whose whose, const char *bytes,
    size_t len, struct err_list *problems);
/* What both files say together: sections and posts that do not exist, placeholders that mean nothing. */
void settings_check(struct settings *s);

/* One's own, else the office's; NULL if neither is set, or s is NULL. */
const struct setting *settings_find(const struct settings *s, enum setting_id id);
const char *settings_text(const struct settings *s, enum setting_id id);

/* Adds to out the text of one's own file with one setting changed: name as in setting_name(), or "keys.undo" with its letters as value; NULL
 * takes it out. Every other byte stays as it is. False (ERR_INPUT) if the file is no YAML, or written so that this cannot be done. What
 * comes out must be read before it is believed: see settings_try(). */
NODISCARD bool settings_put(const char *path, const char *bytes, size_t len, const char *name,
    const char *value, struct str *out, struct err *e);
/* The text of the file at path; empty if there is none. The caller frees *bytes. */
NODISCARD bool settings_bytes(const char *path, char **bytes, size_t *len, struct err *e);
/* As settings_load(), with bytes as the text of one's own file. */
void settings_try(struct settings *s, const char *path, const char *bytes, size_t len);

/* What a key is called in its file: "applicant.name". */
const char *setting_name(enum setting_id id);
/* The words it can be, NULL-terminated; NULL for any text. */
const char *const *setting_words(enum setting_id id);

/* Text with {name}, {section}, {contact}, {office}, {post} and {holder} replaced by what is set, {{ by {. NULL if one of them is not set or
 * means nothing; *unset, if not NULL, is then what stands between the braces. The caller frees both. */
char *settings_fill(const struct settings *s, const char *text, char **unset);

/* Reports the placeholders in text that mean nothing, whatever is set. */
void settings_check_fills(const char *text, const struct place *place, struct report *r);

#endif
