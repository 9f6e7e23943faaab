/* SPDX-License-Identifier: MIT
 * The settings of an officer without files. */
#include "settings.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

void officer_settings(struct app *a, const char *name, const char *value)
{
    struct setting_rows rows = {0};
    struct setting_row *row = setting_rows_add(&rows, "applicant.name", "Your name");
    row->group = "You, as the applicant";
    row->counts = COUNTS_NEW_SESSIONS;
    row = setting_rows_add(&rows, "theme", "Colours");
    setting_row_option(row, "auto", "the terminal's own");
    setting_row_option(row, "mono", NULL);
    row->value = mem_dup("auto");
    row = setting_rows_add(&rows, "", "Planning");
    row->fixed = true;
    for (size_t i = 0; i < rows.count; i++) {
        row = &rows.at[i];
        if (strcmp(row->name, name) != 0 || !value)
            continue;
        free(row->value);
        row->value = mem_dup(value);
        row->own = mem_dup(value);
        row->place = mem_dup("/home/config.yaml:1");
        row->from = FROM_OWN;
    }
    app_settings(a, &rows);
}
