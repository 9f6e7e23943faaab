/* SPDX-License-Identifier: MIT
 * The errands of the interactive program, run at the desk. */
#ifndef KIJUN_CLI_ERRANDS_H
#define KIJUN_CLI_ERRANDS_H

#include "app/app.h"
#include "cli/batch.h"
#include "cli/call.h"
#include "cli/file.h"
#include "cli/others.h"
#include "cli/rehearse.h"

/* The newest revision of a standard on this machine. */
struct newest {
    char *id, *revision; /* revision NULL: there is none, or it cannot be told */
};

/* A move of the open session that is being looked at. */
struct onward {
    struct bundle bundle;
    struct standard *standard; /* NULL: none is */
    struct rehearsal rehearsal;
};

/* A draft that the store could not take. Strings are owned. */
struct unkept {
    char *path, *id; /* of the store, of the session */
    char *question, *field, *text;
};

struct loop {
    struct call *call;
    struct desk *desk;
    struct app app;
    struct session *session; /* owned; NULL: none is open */
    struct store *where;     /* it lives in; borrowed from the desk */
    struct others others;    /* what the session was last compared with */
    struct compare compare;  /* no columns: with nothing */
    struct onward onward;
    struct newest *newest; /* those looked up so far */
    size_t newest_count, newest_cap;
    struct unkept *unkept;
    size_t unkept_count, unkept_cap;
    struct batch batch; /* the last begun */
    char *batch_path;   /* of its table */
    bool batching;      /* it goes on */
    int64_t keep_by;    /* on the screen, when what is unsaved is to be kept; 0: nothing is */
    bool just_opened;   /* it has not been looked up whether the session's standard was revised */
    bool ended;
};

/* Runs one and reports to the app what came of it. On false nothing has changed, and *e says why; the app has not been told. */
NODISCARD bool errand_run(struct loop *l, const struct errand *errand, struct err *e);

void errands_close(struct loop *l); /* the open session */
/* Tells the app what the settings filled into the session just begun. */
void errands_filled(struct loop *l);
/* On false the session before is still open. */
NODISCARD bool errand_open(struct loop *l, const char *session, struct err *e);
/* The same, of one that has just been begun, which is released. */
NODISCARD bool errand_open_begun(struct loop *l, struct session *begun, struct err *e);

/* The same of what is found so. */
NODISCARD bool errands_open_by(
    struct loop *l, session_finder *find, const char *name, struct err *e);

/* ---- errands_drafts.c ---- */
NODISCARD bool errand_keep_draft(struct loop *l, const struct errand *errand, struct err *e);
NODISCARD bool errand_read_draft(struct loop *l, const struct errand *errand, struct err *e);
/* Once more those of the open session that the store could not take. */
void errands_try_drafts(struct loop *l);
/* As the store does of what has now been said (see store_append()). */
void errands_forget_said(struct loop *l, const struct change *changes, size_t count);
/* At the end, one text after the other that was never kept (caller frees); NULL behind the last. */
char *errands_take_unkept(struct loop *l);

/* ---- errands_hold.c ---- */
NODISCARD bool errand_hold(struct loop *l, struct err *e);
/* While a session is read that another holds: tells the app what they changed, and that they are done with it. True if there was anything
 * to tell. */
bool errands_watch(struct loop *l);
/* True if there is anything to watch. */
bool errands_watches(const struct loop *l);

/* ---- errands_session_file.c ---- */
NODISCARD bool errand_open_file(struct loop *l, const struct errand *errand, struct err *e);
NODISCARD bool errand_take_in(struct loop *l, const struct errand *errand, struct err *e);
NODISCARD bool errand_drafts(struct loop *l, const struct errand *errand, struct err *e);
NODISCARD bool errand_export(struct loop *l, const struct errand *errand, struct err *e);

/* ---- errands_compare.c ---- */
NODISCARD bool errand_compare(struct loop *l, struct err *e);
NODISCARD bool errand_begin_from(struct loop *l, const struct errand *errand, struct err *e);
/* Compares without a word of what had to be left out. */
NODISCARD bool compare_anew(struct loop *l, struct err *e);
void compare_forget(struct loop *l);

/* ---- errands_receive.c ---- */
NODISCARD bool errand_receive(struct loop *l, const struct errand *errand, struct err *e);
/* What taking the row comes to; false if there is no such row any more. */
NODISCARD bool errand_take(struct loop *l, const struct errand *errand, struct changes *changes);

/* ---- errands_paper.c ---- */
NODISCARD bool errand_paper(struct loop *l, const struct errand *errand, struct err *e);
NODISCARD bool errand_write(struct loop *l, const struct errand *errand, struct err *e);
NODISCARD bool errand_view(struct loop *l, const struct errand *errand, struct err *e);
/* The folder of a path is there, or has just been made because that was agreed to. *asked: the app has asked. */
NODISCARD bool errand_have_folder(
    struct loop *l, const struct errand *errand, const char *path, bool *asked, struct err *e);
extern const struct format_choice paper_formats[];
extern const size_t paper_format_count;

/* ---- errands_files.c ---- */
NODISCARD bool errand_folder(struct loop *l, const struct errand *errand, struct err *e);
NODISCARD bool errand_choose(struct loop *l, const struct errand *errand, struct err *e);
void errand_complete(struct loop *l, const struct errand *errand);
void errand_look(struct loop *l, const struct errand *errand);
/* Compares one more file with its digest, if the screen shows evidence that nobody has looked at; false if there is none. It reads the whole file,
 * so a front end asks when its picture stands, and can have it stopped (false then as well; it begins again another time); stop may be
 * NULL. */
bool errands_check_evidence(struct loop *l, file_stop *stop, void *with);

/* ---- errands_editor.c ---- */
NODISCARD bool errand_editor(struct loop *l, const struct errand *errand, struct err *e);
/* To the field whose draft has been read: what its editor had saved when kijun was stopped. */
void errand_bring_back(struct loop *l, const struct errand *errand);
/* Tells if there is such a thing for the note of the question at hand, which no draft is read of yet. */
void errand_look_for_note(struct loop *l);

/* ---- errands_batch.c ---- */
NODISCARD bool errand_many(struct loop *l, const struct errand *errand, struct err *e);
NODISCARD bool errand_batch(struct loop *l, const struct errand *errand, struct err *e);
void errand_batch_again(struct loop *l);
void errand_stop(struct loop *l);
NODISCARD bool errand_many_paper(
    struct loop *l, const struct errand *errand, struct str *out, struct err *e);
void errands_step(struct loop *l);      /* of the batch that goes on: one file, or row */
void errands_run_batch(struct loop *l); /* to its end, or till it is interrupted */
void errands_forget_batch(struct loop *l);

/* ---- errands_move.c ---- */
NODISCARD bool errand_rehearse(struct loop *l, struct err *e);
NODISCARD bool errand_move(struct loop *l, struct err *e);
/* Tells the app, once for each opening, if the session could be moved to a newer revision; true if so. It looks at the standards' files, so
 * a front end asks when its first picture stands. */
bool errands_tell_newer(struct loop *l);
/* True if the standard `id` on this machine has a later revision than that. */
bool errands_is_revised(struct loop *l, const char *id, const char *revision);
void errands_forget_move(struct loop *l); /* what is being looked at */
void errands_forget_newest(struct loop *l);
/* Reads the open session again; false with the one before still open. */
NODISCARD bool errands_read_again(struct loop *l, struct err *e);
/* Somebody else's change came first: it is shown, and what was to be said can be said again. False if it cannot be read. */
bool errands_show_theirs(struct loop *l);

/* ---- errands_settings.c, settings_rows.c ---- */
NODISCARD bool errand_settle(struct loop *l, const struct errand *errand, struct err *e);
void errand_settings(struct loop *l);

/* ---- errands_list.c ---- */
NODISCARD bool errand_list(struct loop *l, const struct errand *errand, struct err *e);
NODISCARD bool errand_standards(struct loop *l, struct err *e);
NODISCARD bool errand_cases(struct loop *l, const struct errand *errand, struct err *e);
void clock_words(int64_t time, bool seconds, char out[16]); /* 10:42, 10:42:07 */

#endif
