/* SPDX-License-Identifier: MIT
 * What is settled for every session (kijun-config(5)), as the settings screen lists it. The files are read and written elsewhere. */
#ifndef KIJUN_APP_SETTINGS_H
#define KIJUN_APP_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

enum setting_from { FROM_BUILT_IN, FROM_OFFICE, FROM_OWN };

/* When a change counts. */
enum setting_counts { COUNTS_NOW, COUNTS_NEW_SESSIONS, COUNTS_NEXT_START };

/* What a setting can be: the word that stands in the file, owned, and what it is called to the user, a key into the catalogue (NULL: the
 * word itself). */
struct setting_option {
    char *word;
    const char *said;
};

struct setting_row {
    const char *group; /* it begins one of that name (a key into the catalogue); or NULL */
    char *name;        /* in the file: applicant.name, keys.undo */
    char *label;       /* a key into the catalogue; of what the office lists, its name */
    const char *help;  /* what it is for: a key, or NULL */
    char *value;       /* that counts, NULL: none is set */
    char *own;         /* in one's own file, or NULL */
    char *place;       /* the path and line of what counts; or NULL */
    enum setting_from from;
    enum setting_counts counts;
    const char *over; /* goes before the files this time: --theme, KIJUN_LANG; or NULL */
    struct setting_option *options; /* what it can be, or what it usually is; NULL: any text */
    size_t option_count;
    bool fixed; /* shown, not changed from here */
    bool wrong; /* tells of a mistake in a file */
};

/* The rows and all their strings are owned. */
struct setting_rows {
    struct setting_row *at;
    size_t count, cap;
};
void setting_rows_release(struct setting_rows *rows);
/* A new one at the end, with copies of name and label; borrowed until the next call. */
struct setting_row *setting_rows_add(
    struct setting_rows *rows, const char *name, const char *label);
void setting_row_option(struct setting_row *row, const char *word, const char *said);

#endif
