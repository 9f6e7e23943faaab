/* SPDX-License-Identifier: MIT
 * Rows of a sheet as changes to a session. A row that is taken becomes entries like any other; the note says where they came from. */
#include "cli/receive.h"

#include "cli/call.h"
#include "core/folder.h"
#include "core/mem.h"
#include "core/reply_value.h"
#include "read/read.h"
#include "text/reply_words.h"

#include <stdlib.h>
#include <string.h>

bool receive_file(struct reply *r, const char *path, const struct session *s, struct err *e)
{
    struct reply_words heads;
    char *bytes = NULL;
    size_t len;
    struct grid grid = {0};
    *r = (struct reply){0};
    if (!call_file(path, READ_FILE_MAX, &bytes, &len, e))
        return false;
    reply_heads_in_words(&heads);
    bool ok = read_grid(&grid, bytes, len, e) && reply_read(r, &grid, s, &heads, e);
    if (!ok && !e->file[0])
        (void)err_at(e, path, 0, 0);
    grid_release(&grid);
    free(bytes);
    return ok;
}

/* ---- documents ---- */

static bool has_evidence(const struct answer *a, const struct evidence *e)
{
    for (size_t i = 0; i < a->evidence_count; i++)
        if (strcmp(a->evidence[i].title, e->title) == 0 &&
            strcmp(a->evidence[i].place ? a->evidence[i].place : "", e->place) == 0)
            return true;
    return false;
}

/* An address stands for itself, or says where the document is that is named before it. The caller frees both. */
static void split_address(const char *line, char **title, char **place)
{
    const char *address = strstr(line, "https://");
    address = address ? address : strstr(line, "http://");
    char *before = mem_copy(line, address ? (size_t)(address - line) : strlen(line));
    *title = reply_trim(before);
    *place = mem_dup(address ? address : "");
    if (!**title) {
        free(*title);
        *title = mem_dup(line);
    }
    free(before);
}

/* A piece of evidence; false if the question can hold no more, or the line is too long for one. */
static bool add_line(struct changes *out, const struct session *s, const struct reply_row *row,
    size_t *count, const char *line)
{
    static char none[] = "";
    char *title, *place;
    if (*count >= EVIDENCE_MAX || strlen(line) > LINE_TEXT_MAX)
        return false;
    split_address(line, &title, &place);
    const struct evidence e = {title, place, none, none, none};
    if (!has_evidence(&s->answers.at[row->question], &e)) {
        char *packed = evidence_pack(&e);
        changes_add(out, ENTRY_EVIDENCE, s->standard->questions[row->question].id, packed);
        free(packed);
        ++*count;
    }
    free(title);
    free(place);
    return true;
}

/* A line each; what evidence cannot hold goes to the note, so that nothing is lost. */
static void add_evidence(
    struct changes *out, const struct session *s, const struct reply_row *row, struct str *left)
{
    size_t count = s->answers.at[row->question].evidence_count;
    for (const char *at = row->evidence; *at;) {
        size_t len = strcspn(at, "\n");
        char *piece = mem_copy(at, len), *line = reply_trim(piece);
        if (*line && !add_line(out, s, row, &count, line))
            str_addf(left, "%s%s", left->len ? "\n" : "", line);
        free(piece);
        free(line);
        at += len + (at[len] == '\n');
    }
}

/* ---- the note ---- */

static void add_part(struct str *note, const char *part)
{
    if (!*part || strstr(str_text(note), part))
        return;
    str_addf(note, "%s%s", note->len ? "\n" : "", part);
}

static void add_note(struct changes *out, const struct session *s, const struct reply_row *row,
    const struct str *left, const char *file, int32_t day, enum lang lang)
{
    const char *had = s->answers.at[row->question].note;
    struct str note = {0}, origin = {0};
    str_add(&note, had ? had : "");
    reply_origin_words(&origin, lang, s, row, folder_entry(file), day);
    add_part(&note, row->note);
    add_part(&note, str_text(left));
    add_part(&note, str_text(&origin));
    if (!had || strcmp(had, str_text(&note)) != 0)
        changes_add(out, ENTRY_NOTE, s->standard->questions[row->question].id, str_text(&note));
    str_release(&origin);
    str_release(&note);
}

void receive_changes(struct changes *out, const struct session *s, const struct reply_row *row,
    const char *file, int32_t day, enum lang lang)
{
    const struct answer *now = &s->answers.at[row->question];
    struct str left = {0};
    if (row->value && (now->pending || !now->value || strcmp(now->value, row->value) != 0))
        changes_add(out, ENTRY_ANSWER, s->standard->questions[row->question].id, row->value);
    add_evidence(out, s, row, &left);
    add_note(out, s, row, &left, file, day, lang);
    str_release(&left);
}
