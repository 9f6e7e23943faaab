/* SPDX-License-Identifier: MIT
 * What an officer was told is saved, and whether it is. */
#include "kill/support/record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void record_open(struct record *r)
{
    const char *kills = getenv("KIJUN_KILLS");
    *r = (struct record){.kills = kills ? strtol(kills, NULL, 10) : 100};
    chance_begin(&r->chance);
    office_open(&r->office);
    r->session = office_line(&r->office, "new", "sample", "--title", "中断の試験");
}

static _Noreturn void lost(const struct record *r, int line, const char *found)
{
    fprintf(stderr, "line%d of %s in %s holds \"%s\"; it was said that \"%s\" is saved\n", line + 1,
        r->session, r->office.home, found, r->kept[line]);
    abort();
}

/* The value of a line in what `kijun show --answers` wrote. */
static void value_of(const char *answers, int line, char value[RECORD_VALUE])
{
    char key[32];
    snprintf(key, sizeof key, "\nline%d: \"", line + 1);
    const char *found = strstr(answers, key);
    size_t len = found ? strcspn(found + strlen(key), "\"\n") : 0;
    snprintf(value, RECORD_VALUE, "%.*s", (int)len, found ? found + strlen(key) : "");
}

void record_check(struct record *r)
{
    struct said said = office_run(&r->office, "show", r->session, "--answers");
    if (said.status != 0) {
        fprintf(stderr, "kijun show ended with %d: %s\n", said.status, str_text(&said.errors));
        abort();
    }
    for (int line = 0; line < RECORD_LINES; line++) {
        char value[RECORD_VALUE];
        value_of(str_text(&said.out), line, value);
        if (r->on_its_way[0] && line == r->line && strcmp(value, r->on_its_way) == 0)
            record_told(r);
        if (strcmp(value, r->kept[line]) != 0)
            lost(r, line, value);
    }
    r->on_its_way[0] = '\0';
    said_release(&said);
}

void record_close(struct record *r)
{
    record_check(r);
    struct said said = office_run(&r->office, "verify");
    if (said.status != 0) {
        fprintf(stderr, "kijun verify: %s%s\n", str_text(&said.out), str_text(&said.errors));
        abort();
    }
    said_release(&said);
    free(r->session);
    office_close(&r->office);
}

const char *record_next(struct record *r, int line)
{
    r->line = line;
    snprintf(r->on_its_way, sizeof r->on_its_way, "v%ld", ++r->written);
    return r->on_its_way;
}

void record_told(struct record *r)
{
    memcpy(r->kept[r->line], r->on_its_way, RECORD_VALUE);
    r->on_its_way[0] = '\0';
}
