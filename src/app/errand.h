/* SPDX-License-Identifier: MIT
 * What the app wants done outside of it: it only decides; the loop runs errands and reports back (app.h). */
#ifndef KIJUN_APP_ERRAND_H
#define KIJUN_APP_ERRAND_H

#include "core/answers.h"
#include "core/entry.h"
#include "core/words.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum errand_kind {
    ERRAND_LIST,      /* text: what is searched (NULL: all), offset, limit -> app_listed() */
    ERRAND_STANDARDS, /* -> app_standards() */
    ERRAND_OPEN,      /* subject: session id -> app_opened() */
    ERRAND_READ,      /* the same, only to be read -> app_opened(), app_held() or app_looks_on() */
    ERRAND_OPEN_FILE, /* text: path of a session file -> app_opened(), app_in_file() */
    ERRAND_TAKE_IN, /* text: the same, into the list -> app_opened() if it is one session, app_taken_in() */
    ERRAND_REHEARSE, /* moving to the newer revision -> app_rehearsed() */
    ERRAND_MOVE,     /* what was rehearsed -> app_moved() */
    ERRAND_BEGIN,    /* subject: standard id; text: title -> app_opened() */
    ERRAND_CASES,    /* subject: standard id -> app_cases() */
    ERRAND_PRACTISE, /* subject: standard id; text: case id: a session for practice -> app_opened() */
    ERRAND_BEGIN_FROM, /* subject: name of a column of the comparison -> app_opened(), app_carried() */
    ERRAND_COMPARE,    /* the open session with all standards -> app_compared() */
    ERRAND_CLOSE,      /* the session is not looked at any more */
    ERRAND_HOLD,       /* the open session, which another held -> app_taken_over(), app_held() */
    ERRAND_RECORD,     /* change[] as one transaction -> app_recorded() */
    ERRAND_CONFIRM, /* subject: question id; text: value: the answer before the revision, with its note and
                          evidence -> app_recorded() */
    ERRAND_UNDO,    /* the last change of all -> app_undone() */
    ERRAND_HISTORY, /* -> app_history() */
    ERRAND_RECEIVE, /* text: path of a sheet that came back -> app_received() */
    ERRAND_TAKE,    /* offset: the row of that sheet; text: its path -> app_recorded() */
    ERRAND_EVIDENCE, /* subject: question id; evidence: without digest; change[] goes before it in the same
                          transaction (the piece it takes the place of) -> app_recorded() */
    ERRAND_DRAFT, /* subject: question id, field, text (NULL forgets) -> app_drafted() */
    ERRAND_DRAFT_READ, /* subject: question id, field -> app_draft(); app_brought_back(), app_still_edited() */
    ERRAND_DRAFTS, /* subject: session id, or NULL: the open one -> app_drafts() */
    ERRAND_EDITOR, /* text: what is in the field, limit: the bytes it holds; subject: question id, field: as its draft,
                          or NULL -> app_edited() */
    ERRAND_FOLDER, /* text: a folder, subject: the name to stand on, or NULL; nearest: text may be any path, or NULL, and
                          the nearest folder is read -> app_folder() */
    ERRAND_CHOOSE, /* text: a file's path -> app_chosen() */
    ERRAND_COMPLETE, /* text: the beginning of a path -> app_completed() */
    ERRAND_LOOK,     /* text: what may be a file's path -> app_looked() */
    ERRAND_PLACE,    /* subject: question id */
    ERRAND_PAPER,    /* paper, lang, columns, choice -> app_paper() */
    ERRAND_WRITE,    /* paper, lang, columns, format, text: path, overwrite, make_folder ->
                          app_written(), app_exists() or app_no_folder() */
    ERRAND_EXPORT, /* subject: session id, or NULL: the open one; text: path, make_folder -> app_exported(),
                          app_export_exists() or app_no_folder() */
    ERRAND_VIEW, /* text: path of a file, as it was written */
    ERRAND_MANY, /* what the sessions of the list can be printed as; choice.key -> app_many() */
    ERRAND_BATCH, /* as ERRAND_WRITE, choice; text: a folder, or the path of a table -> app_progress(), again and
                          again, then app_printed(); or app_no_folder(), app_exists() */
    ERRAND_BATCH_AGAIN, /* what was there already, to be replaced -> the same */
    ERRAND_STOP,        /* the batch -> app_printed() */
    ERRAND_SETTINGS,    /* -> app_settings() */
    ERRAND_SETTLE, /* subject: name of a setting; text: value, NULL takes it out -> app_settled() */
    ERRAND_REDRAW,
    ERRAND_SUSPEND,
    ERRAND_QUIT
};

struct errand_change {
    enum entry_what what;
    char *subject, *value;
};

enum { ERRAND_CHANGES = 2 };

/* errand.paper: an index into the standard's papers, or one of these. Where no session is open: into what app_many() told. */
#define PAPER_ALL (SIZE_MAX - 1)        /* every paper of the session */
#define PAPER_COMPARISON (SIZE_MAX - 2) /* of the session under the standards there are */

/* Which of the sessions of the list. */
enum errand_which { WHICH_ALL, WHICH_SELECTABLE, WHICH_APPROVED };
enum { WHICH_COUNT = WHICH_APPROVED + 1 };

struct errand_choice {
    char *key; /* what is searched there; NULL: all */
    enum errand_which which;
};

/* Owns its strings (released by errand_release()); field and format are static. */
struct errand {
    enum errand_kind kind;
    char *subject, *text;
    const char *field, *format;
    size_t offset, limit, paper, columns;
    enum lang lang;
    bool overwrite, make_folder, nearest;
    struct errand_choice choice;
    struct errand_change change[ERRAND_CHANGES];
    size_t change_count;
    struct evidence evidence;
};

/* First in, first out. */
struct errands {
    struct errand *at;
    size_t count, cap;
};

void errand_release(struct errand *e);
void errands_release(struct errands *list);

/* A new one at the end, to be filled in; borrowed until the next call. subject and text (may be NULL) are copied. */
struct errand *errands_add(
    struct errands *list, enum errand_kind kind, const char *subject, const char *text);
void errand_change(struct errand *e, enum entry_what what, const char *subject, const char *value);

/* Takes the first out; false if there is none. */
bool errands_next(struct errands *list, struct errand *out);

#endif
