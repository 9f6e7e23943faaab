/* SPDX-License-Identifier: MIT
 * A document in a format. Renderers write into memory; output_write() puts it on disk. No answer can become markup or a control sequence. */
#ifndef KIJUN_RENDER_RENDER_H
#define KIJUN_RENDER_RENDER_H

#include "core/err.h"
#include "core/str.h"
#include "document/document.h"

enum format {
    FORMAT_TEXT,
    FORMAT_MD,
    FORMAT_HTML,
    FORMAT_JSON,
    FORMAT_CSV,
    FORMAT_XLSX,
    FORMAT_PDF,
    FORMAT_COUNT
};
const char *format_name(enum format f);   /* text md html json csv xlsx pdf */
const char *format_suffix(enum format f); /* the same, but txt for text */
bool format_parse(const char *name, enum format *out);
bool format_is_text(enum format f); /* a terminal can show it; those that are come first */
bool format_present(enum format f); /* this kijun was built with it */
/* Fills *e with why the format is lacking and what to install; returns false. */
bool format_lacking(enum format f, struct err *e);

enum encoding { ENCODING_UTF8, ENCODING_CP932 };

enum { COLUMNS_LEAST = 40, COLUMNS_MOST = 200 };

/* What a format may be told besides; all zero is what an office wants. */
struct rendering {
    size_t columns;         /* FORMAT_TEXT: COLUMNS_LEAST to COLUMNS_MOST; 0 means 80 */
    enum encoding encoding; /* FORMAT_CSV */
};

/* Adds the document to out. On false, *e says what the format cannot hold or what failed. */
NODISCARD bool render(struct str *out, const struct document *d, enum format f,
    const struct rendering *how, struct err *e);

void render_text(struct str *out, const struct document *d, size_t columns);
void render_md(struct str *out, const struct document *d);
void render_html(struct str *out, const struct document *d);

/* Records of equally many cells, ended by CRLF, after a byte order mark; in CP932 without one, and ERR_INPUT with the characters and their
 * places if it cannot say all. */
NODISCARD bool render_csv(
    struct str *out, const struct document *d, enum encoding encoding, struct err *e);

/* One object; a member that the paper does not have is null:
 *   {paper, title, mark, lang: "ja"|"en", addressee, session, standard, revision, verdict, head, blocks: [BLOCK...], footer}
 * BLOCK, by its kind:
 *   {kind: "heading", level: 1|2, text}               {kind: "paragraph", text}
 *   {kind: "fields", fields: [{label, value, missing: bool}...]}   value "" is a blank
 *   {kind: "table", columns: [text...], rows: [{cells: [text...], missing: bool}...]}
 *   {kind: "signoff", boxes: [text...]} */
void render_json(struct str *out, const struct document *d);

/* Writes bytes to path: beside it, synced, renamed, folder synced; "-" is standard output. An existing file is kept unless overwrite is set
 * (then ERR_INPUT); what is not a regular file is never replaced. On false nothing of the file is there, or the old one is as it was;
 * only when the very last step fails, making the folder durable, is the whole new file there, and the message says so.
 * SIGPIPE must be ignored by the program for a closed pipe to be reported rather than fatal. */
NODISCARD bool output_write(
    const char *path, const char *bytes, size_t len, bool overwrite, struct err *e);

/* The same for one of many files in a folder: whole and on disk when it gets its name, which lasts after output_settle(). */
NODISCARD bool output_add(
    const char *path, const char *bytes, size_t len, bool overwrite, struct err *e);
NODISCARD bool output_settle(const char *folder, struct err *e);

/* Makes a folder, or takes one that is there; it lasts when the function returns. */
NODISCARD bool output_folder(const char *path, struct err *e);

#endif
