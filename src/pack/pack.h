/* SPDX-License-Identifier: MIT
 * YAML -> struct standard (design.md §4; kijun-standard(5) describes the format). Read with libyaml's events into one arena by
 * walkers that know the schema and keep line and column. All errors of a standard are found in one run. */
#ifndef KIJUN_PACK_PACK_H
#define KIJUN_PACK_PACK_H

#include "core/answers.h"
#include "core/bundle.h"
#include "core/err.h"
#include "core/standard.h"

enum { PACK_FILE_MAX = 1024 * 1024, PACK_DEPTH_MAX = 64, PACK_FILES_MAX = 256 };

/* Reads every .yaml in the standard's folder (standard.yaml, clauses.yaml) and in the folders there (stages/, documents/, training/). Nothing is
 * parsed. Refuses files over PACK_FILE_MAX, more than PACK_FILES_MAX of them, links, anything that is not a file. */
NODISCARD bool bundle_read(struct bundle *b, const char *folder, struct err *e);

/* standard.yaml alone. */
NODISCARD bool bundle_read_head(struct bundle *b, const char *folder, struct err *e);

/* Parses and links. id: the folder's name. On false *out is NULL and problems says why (file:line:column each); on true problems may
 * hold nothing. Aliases, anchors, tags, depth over PACK_DEPTH_MAX, duplicate and unknown keys, bad UTF-8 are refused. */
NODISCARD bool pack_parse(
    const struct bundle *b, const char *id, struct standard **out, struct err_list *problems);

/* As pack_parse(), and adds whatever else is wrong with the standard, all in one reading: words that lack a language, what can never be, clauses
 * that nothing handles (design.md §4). Warnings are ERR_FOUND, errors ERR_INPUT; the standard can be used if it parses. */
NODISCARD bool pack_lint(
    const struct bundle *b, const char *id, struct standard **out, struct err_list *problems);

/* Holds s to one vocabulary with another standard: where the same question id has another type or other choices (errors), takes na or several
 * lines in one of them only (warnings), at its place in s and naming the place in other. Nothing if they are revisions of one standard. */
void pack_vocabulary(
    const struct standard *s, const struct standard *other, struct err_list *problems);

/* Where a clause is handled. */
enum handled {
    HANDLED_QUESTION,
    HANDLED_REQUIREMENT,
    HANDLED_AUTHORITY,
    HANDLED_PAPER,
    HANDLED_SCOPE,
    HANDLED_ASIDE,
    HANDLED_COUNT
};
const char *handled_name(enum handled h);

struct handling {
    enum handled how;
    const char *id; /* of the question, requirement, ...; of the aside: its name; borrowed */
    size_t index;   /* of the question, requirement, authority or paper; else NONE */
    size_t part; /* of the paper: the part that cites it; NONE: the paper as a whole, or no paper */
};

/* All the ways clause c is handled, in the order above. The caller frees *out. Returns how many (0: uncovered). */
size_t pack_coverage(const struct standard *s, size_t clause, struct handling **out);

/* True for an id as the files of a standard write it: a-z first, then a-z, 0-9 and _, at most 64 characters. */
bool pack_is_id(const char *text);

/* ---- standards on this machine ---- */

/* The folders that hold standards: KIJUN_STANDARDS (colon-separated) if set, else the source tree's checklists/ if the program runs from a build
 * folder, else those installed beside the program. The caller frees each and the array. */
size_t pack_folders(char ***out);

struct shelf_item {
    char *id, *folder;
};
/* Every folder with a standard.yaml in it, sorted by id. The caller frees with shelf_release(). */
struct shelf {
    struct shelf_item *at;
    size_t count, cap;
};
NODISCARD bool shelf_read(struct shelf *shelf, struct err *e);
void shelf_release(struct shelf *shelf);
/* The folder of a standard by id, or the path itself if it is a folder with a standard.yaml. Caller frees. ERR_INPUT (did you mean) if none. */
NODISCARD bool shelf_find(const char *id_or_path, char **folder, struct err *e);

/* The revision that the standard in a folder says it is, from standard.yaml alone; NULL if it cannot be told. The caller frees. */
char *pack_revision(const char *folder);

/* ---- answers files (design.md §7) and training cases ---- */

/* One question of an answers file, as typed; NULL where not given. evidence: titles etc. */
struct given {
    char *question;
    char *value; /* NULL: none; "" clears */
    bool pending;
    char *pending_whom, *pending_since;
    char *note;
    struct evidence *evidence;
    size_t evidence_count, evidence_cap;
    unsigned line, column;
};
struct given_list {
    struct given *at;
    size_t count, cap;
};
void given_list_release(struct given_list *list);

/* Reads a YAML mapping `question id: value` or `question id: {value, pending: {whom, since}, note, evidence: [{title, place, digest, seen,
 * expires}]}`; a sequence of choice ids is a select_multiple. Same limits as for standards. name: for messages. */
NODISCARD bool answers_file_read(struct given_list *out, const char *bytes, size_t len,
    const char *name, struct err_list *problems);

#endif
