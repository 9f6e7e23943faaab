/* SPDX-License-Identifier: MIT
 * What the loop reports of the person's own editor. */
#ifndef KIJUN_APP_EDITOR_H
#define KIJUN_APP_EDITOR_H

#include "app/app.h"

/* What the field last handed to the editor holds now. */
void app_edited(struct app *a, const char *text);

/* What an editor had saved for a field when kijun was stopped beside it. */
struct brought {
    const char *text;
    const char *before; /* what it had been given */
    const char *path;   /* where it lies */
};

/* False: it stays there, as something else stands in the field now, or the field is not open. Else it is in the field, or was so already. */
NODISCARD bool app_brought_back(
    struct app *a, const char *question, const char *field, const struct brought *what);
/* The editor is open yet. */
void app_still_edited(struct app *a, const char *question, const char *field);
/* There is such a text for the note of the question at hand. */
void app_note_waits(struct app *a);

#endif
