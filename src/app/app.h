/* SPDX-License-Identifier: MIT
 * The interactive program without a screen: what is looked at, and what a key does to it.
 *
 * app_key() and the app_...ed() reports change the state and may leave errands (errand.h); the loop runs these and reports
 * back. A front end paints from `const struct app *` alone. Everything the app shows about a session comes from the
 * session it borrows; only the loop changes that, store first. */
#ifndef KIJUN_APP_APP_H
#define KIJUN_APP_APP_H

#include "app/cases.h"
#include "app/errand.h"
#include "app/files.h"
#include "app/find.h"
#include "app/form.h"
#include "app/home.h"
#include "app/jump.h"
#include "app/keys.h"
#include "app/list.h"
#include "app/page.h"
#include "app/receive.h"
#include "app/settings.h"
#include "core/compare.h"
#include "core/findings.h"
#include "core/move.h"
#include "core/session.h"

enum screen {
    SCREEN_HOME,
    SCREEN_CHOOSE,
    SCREEN_CASES, /* over it: those of one standard to practise with */
    SCREEN_WALK,
    SCREEN_STAGES,
    SCREEN_RESULT,
    SCREEN_EVIDENCE,
    SCREEN_FIND, /* searching the session */
    SCREEN_JUMP,
    SCREEN_COMPARE,
    SCREEN_FORM,
    SCREEN_PAPER,
    SCREEN_WHY,
    SCREEN_HISTORY,
    SCREEN_CLAUSE,
    SCREEN_COMPARED, /* one standard of the comparison, in full */
    SCREEN_MOVE,
    SCREEN_FILES,   /* over the form */
    SCREEN_RECEIVE, /* a sheet that came back, row by row */
    SCREEN_SETTINGS,
    SCREEN_HELP
};

enum { SCREEN_DEPTH = 8, HOME_LIMIT = 100, PAPER_COLUMNS = 80, PAPER_LEAST = 40, PAPER_MOST = 200 };

/* ---- the walk ---- */

/* A sentence on what an answer does. text may hold typed words: not made safe yet. */
struct effect_line {
    enum tone tone;
    const char *mark; /* one column */
    char *text;
    bool usual; /* would be said of most questions alike */
};

struct effect_lines {
    struct effect_line *at;
    size_t count, cap;
    size_t parked; /* answers that would be parked */
};

struct stage_state {
    size_t asked, answered,
        wanted;      /* questions asked; of them answered; of them required and not answered */
    bool forbidding; /* a forbidding requirement of it fails */
    bool lacking;    /* a must of it fails */
    bool later;      /* one of its requirements falls due later and is open */
    bool applies;    /* anything in it is or may be asked */
};

struct walk {
    size_t question;    /* NONE: nothing is asked */
    size_t row;         /* the choices, then 確認中; with a field: 0 the field, 1 確認中 */
    uint64_t marked;    /* select_multiple: the choices marked */
    bool marks_changed; /* and not handed on yet */
    char *stood;        /* the answer when the field or the marks were filled; NULL: none */
    bool stood_pending; /* and whether it was being confirmed */
    bool in_field;      /* typing */
    bool restored;      /* the field holds a draft, not the answer */
    bool mending;       /* one came from the result to answer it, and goes back there */
    struct edit field;
    bool place_due; /* the place has not been handed on yet */
    /* What each row would do; where one types or marks there is one, of what stands: app_effect(). */
    struct effect_lines *effects;
    size_t effect_count;
    bool effect_due;            /* they are of something else than what stands now: app_follow() */
    struct stage_state *stages; /* one for each stage */
    size_t *missing;            /* one for each source: items missing */
};

/* ---- lists within a session ---- */

struct item {
    enum { ITEM_LINE, ITEM_HEADING, ITEM_BLANK } kind;
    const char *mark; /* one column; "" for none */
    enum tone tone;
    char *clauses, *text, *state;                         /* as typed or NULL */
    size_t question, requirement, evidence, clause, name; /* or NONE */
    struct finding finding;                               /* of the result screen */
    bool remark; /* there: a reviewer's, of that question or of none */
};

struct items {
    struct item *at;
    size_t count, cap;
};

/* ---- which questions the list of stages shows ---- */

enum filter {
    FILTER_ALL,
    FILTER_OPEN, /* still waiting for an answer */
    FILTER_FAILED,
    FILTER_FORBIDDING,
    FILTER_NOTED,
    FILTER_SOURCE /* and the sources that follow: those the answer comes from */
};

struct sieve {
    size_t filter;   /* enum filter, or FILTER_SOURCE + a source */
    size_t question; /* the cursor is on it, or on the first behind it that is listed */
    size_t shown;    /* how many are listed */
};

/* ---- the history of one question ---- */

struct said {
    struct entry entry; /* owned */
    bool back;          /* taken back since */
    size_t moves;       /* of the session before it */
};

struct history {
    struct said *at;
    size_t count, cap;
};

/* ---- yes or no ---- */

struct ask {
    char *text;      /* NULL: nothing is asked */
    enum action yes; /* what to do then, on the screen below */
};

struct format_choice {
    const char *name, *suffix; /* static */
    const char *label;         /* in an officer's words: a key into the catalogue */
    bool in_columns;           /* it can be wrapped to any width */
    /* True, and why in *e, if this kijun cannot write it; NULL: it always can. */
    bool (*lacking)(struct err *e);
};

/* How many sessions there are to print. */
struct many_count {
    size_t of[WHICH_COUNT];
};

/* What sessions can be printed as: a paper, a file for each of them; or all of one standard in one table. Strings are owned. */
struct many_paper {
    char *id, *standard; /* standard: of a table; else NULL */
    char *title[LANG_COUNT];
    struct many_count of; /* of a table: those of its standard; else all */
};

struct many {
    struct many_paper *papers;
    size_t count;
    struct many_count all; /* on the list */
};

struct save {
    size_t paper, many_paper, format, columns; /* paper: the option; of a session, of many */
    enum errand_which which;
    enum lang lang;
    bool chosen; /* a format has been looked for that can be written */
    char *folder, *path;
    enum { DOUBT_FILE, DOUBT_FOLDER } doubt; /* what was asked last */
    bool replace, make_folder;               /* what may be done */
};

struct frame {
    enum screen screen;
    size_t top, cursor, picked;
    size_t question, requirement; /* what it is about; or NONE */
};

/* ---- whether files that are evidence are still what they were ---- */

struct checked {
    size_t question; /* whose evidence, or NONE */
    int64_t seq;     /* of the session, when it was looked at */
    size_t count;    /* pieces looked at so far */
    enum evidence_file at[EVIDENCE_MAX];
};

/* Of all the session's evidence, the piece that is looked at next while the result is shown: once in a sitting. */
struct survey {
    size_t question, piece;
};

/* What a key changes of the screen, its errands aside. */
enum touched {
    TOUCHED_ALL,
    TOUCHED_ROW,      /* which row of the walk the cursor is on, and what that brings */
    TOUCHED_QUESTION, /* what stands in the field of the walk, and what that brings */
    TOUCHED_FIELD     /* nothing but what stands in it */
};

/* Where to go once a change is recorded. */
enum after { AFTER_NOTHING, AFTER_FORWARD, AFTER_POP, AFTER_POP_FORWARD };

struct app {
    enum lang lang;
    const char *person;                  /* borrowed */
    const char *actor;                   /* who we are where a holder is named; borrowed, or NULL */
    const struct format_choice *formats; /* borrowed */
    size_t format_count;
    int32_t today;
    size_t rows, columns; /* of the screen */
    bool lines;           /* told line by line: there is no screen, and no key but letters */

    struct frame stack[SCREEN_DEPTH];
    size_t depth; /* at least 1 */

    struct home home;
    struct choose choose;
    struct cases cases;
    const struct session *session; /* borrowed; NULL: none is open */
    char *holder;                  /* who else holds it, "" if it can only be read; NULL: we do */
    bool left;                     /* nobody holds it any more, or yet: it can be taken over */
    char *newer;                   /* the revision the session could be moved to; NULL: none */
    const struct move *move;       /* what that would do; borrowed; NULL: not rehearsed */
    struct walk walk;
    struct items items;
    struct list list;
    struct sieve sieve;
    struct find find;
    struct jump jump;
    const struct compare *compare; /* borrowed; NULL: none has been made */
    size_t compared;               /* the column looked at */
    struct receive receive;
    size_t last_result; /* where the cursor of the result screen was */
    struct form form;
    struct files files;
    struct file_look look; /* of the form's row that holds a path */
    struct page page;
    struct setting_rows settings;
    bool settings_told;     /* what they are good for has been said */
    size_t setting;         /* the one being changed */
    struct history history; /* of about_question */
    /* of the why and clause screens; or NONE: both of the why screen: the verdict */
    size_t about_question, about_requirement;
    size_t about_clause; /* of the clause screen: one by itself; or NONE */
    size_t remark_on;    /* what a reviewer is to write of in the form of a decision, or NONE */
    bool hidden;         /* the stages list questions that are not asked too */
    size_t paper;
    enum lang paper_lang;
    size_t paper_columns; /* its text was made for */
    char *paper_text;
    bool opens; /* there is a program that shows files */
    struct save save;
    struct many many;
    bool printing; /* a batch is on its way: all keys but those that stop it wait */
    struct ask ask;

    struct checked checked;
    struct survey survey;
    enum after after; /* once recorded */
    size_t evidence;  /* the piece being edited; NONE: a new one */
    bool reason;      /* the note being written is the reason of 該当なし */
    bool draft_known; /* the store has a draft of the open form */

    char *notice;                /* on the status line until the next key; NULL: none */
    bool alarm, left_off;        /* it is an error; it says that one is where one left off */
    enum touched touched;        /* by the last key */
    char saved[16], drafted[16]; /* when a change, a draft was last saved: 10:42 */
    size_t saves;                /* how often a change was */

    struct errands errands;
};

/* person and formats are borrowed. */
void app_init(struct app *a, enum lang lang, const char *person, int32_t today,
    const struct format_choice *formats, size_t format_count);
/* Leaves the errand for the list of sessions; or to open a session, `reads` only to be read. */
void app_begin(struct app *a, const char *session, bool reads);
void app_release(struct app *a);
/* Where papers are offered to be saved, and whether ERRAND_VIEW can show them. */
void app_place(struct app *a, const char *folder, bool opens);

enum screen app_screen(const struct app *a);
uint64_t app_where(const struct app *a); /* of enum where: which keys are valid */
/* `where` with what the session adds to it (WHERE_BESIDE). */
uint64_t app_where_beside(const struct app *a, uint64_t where);

/* The size of the screen, and how much of it the front end has for a list and for something to read. */
struct extents {
    size_t rows, columns, list_rows, page_rows, page_columns, field_columns;
};
/* May leave an errand, after which it is due again. */
void app_fit(struct app *a, struct extents extents);
/* Characters may be as wide as they were not before: the next app_fit() lays everything out anew. */
void app_lay_anew(struct app *a);

void app_key(struct app *a, struct key key);

/* What an answer would do follows what was typed, or the cursor, once these have been shown. True if it changed: TOUCHED_QUESTION. The
 * next app_key() does it first if nobody has. */
bool app_follow(struct app *a);
/* What taking what the cursor is on would do; empty where that is nothing. */
const struct effect_lines *app_effect(const struct app *a);

/* The app as the cursor of the walk on another row would make it, for painting before the key is pressed: `rows` below (negative: above).
 * *ahead borrows all from *a, and is good until that changes. False if there is no such row, or the cursor does not move by itself
 * there. */
bool app_ahead(const struct app *a, int rows, struct app *ahead);

/* Text typed or a place changed that has not been handed on. The loop calls app_keep() within a second, and when it must stop. */
bool app_unsaved(const struct app *a);
void app_keep(struct app *a);

/* The piece of evidence on the screen, or behind the result, that is to be compared with its file next; NULL: none. The loop does it when the screen stands, and
 * reports app_checked(). */
const struct evidence *app_to_check(const struct app *a);

/* True if the key is of no use as things stand: it would change a session that can only be read, needs a line where none is listed, or would
 * take what nobody has typed. */
bool app_key_idle(const struct app *a, const struct key_use *u);

/* What the bar calls the key: in a form with a button for it, as the button is called. u->label must not be NULL. */
const char *app_key_label(const struct app *a, const struct key_use *u);

/* What an option of the form's row `row` is called; static or owned by the standard. */
const char *app_form_option(const struct app *a, size_t row, size_t option);

/* The question that the open form is about, or NONE. */
size_t app_form_question(const struct app *a);

/* True if the question has a field to type in. */
bool app_has_field(const struct app *a, size_t question);

/* True if the question is asked as things stand. */
bool app_is_asked(const struct app *a, size_t question);

/* True if nothing mandatory rests on the question. */
bool app_optional(const struct app *a, size_t question);

/* The choice that ACTION_MET, ACTION_NOT_MET or ACTION_NOT_APPLICABLE takes in the list of stages: that of a check, or one with the id
 * yes or no of a question with one choice; NONE if there is none. */
size_t app_letter_choice(const struct app *a, size_t question, enum action action);

/* The setting under the cursor of their list, or NULL; adds what it is in a file, "theme: auto" (its name alone if its value is shown as it
 * is there); adds what it is for and where it is said. */
const struct setting_row *app_setting(const struct app *a);
void app_setting_line(const struct setting_row *r, struct str *out);
void app_setting_words(const struct app *a, const struct setting_row *r, struct str *out);

/* Of the piece of evidence under the cursor: its title; and in lines what is to be told of its file, and its days, where it is, and the digest;
 * nothing on another line. */
void app_piece_words(const struct app *a, struct str *title, struct str *out);

/* ---- wording.c: what every front end says alike; each adds to out. The walk's question must not be NONE. ---- */

/* Of a session that can only be read: who holds it, and since when. */
void app_holder_words(const struct app *a, struct str *out);
/* What the list of standards, or that of cases, is for. */
const char *app_choose_words(const struct app *a);
/* Stage and place among those asked in it: 2-3. */
void app_number_words(const struct app *a, struct str *out);
/* What its stage is about, on the first question asked in it; else nothing. */
void app_stage_words(const struct app *a, struct str *out);
/* The question, whether it may be passed over, and whether it falls due only after the application. */
void app_question_words(const struct app *a, struct str *out);
/* The last row of a question: not known yet, or who is being asked. */
void app_pending_words(const struct app *a, struct str *out);
/* How what stands in the field is read, or what it should look like; nothing for text. */
void app_reading_words(const struct app *a, struct str *out);
/* Why a value (or NULL) cannot be the answer; nothing if it can. */
void app_refused_words(const struct app *a, size_t question, const char *value, struct str *out);
/* As app_reading_words(), for a row of the form that holds a date. */
void app_form_reading_words(const struct app *a, size_t row, struct str *out);
/* The same for a row that holds the path of a file: its size and digest, or that none is there; nothing as long as nobody looked. */
void app_file_words(const struct app *a, size_t row, struct str *out);
/* The folder whose files are listed. */
void app_folder_words(const struct app *a, struct str *out);
/* "Answer before the revision: Japan only (Enter confirms it)"; nothing where none waits to be confirmed. */
void app_former_words(const struct app *a, struct str *out);
/* What of the question has changed since. */
void app_changed_words(const struct app *a, struct str *out);
/* The standard of a saved session, with a word where there is a newer revision. */
void app_standard_words(const struct app *a, const struct home_row *row, struct str *out);
/* The verdict with what is missing; who decides. */
void app_verdict_words(const struct app *a, struct str *out);
void app_authority_words(const struct app *a, struct str *out);
/* What was decided; nothing where nothing is. */
void app_review_words(const struct app *a, struct str *out);
/* That a search of the list finds nothing, and the key that ends it. */
void app_none_found_words(const struct app *a, struct str *out);
/* Where nothing is missing, or there is nothing to select: which keys lead on from the result, in that many columns. */
void app_ready_words(const struct app *a, size_t columns, struct str *out);
/* The titles of an answer's evidence; its note. Nothing where there is none. */
void app_evidence_words(const struct app *a, const struct answer *answer, struct str *out);
void app_note_words(const struct app *a, const struct answer *answer, struct str *out);

/* Why a question is not asked, in one sentence. */
void app_hidden_words(const struct app *a, size_t question, struct str *out);
/* Of the list of stages: which of the questions are shown, and how many; nothing if all are. */
void app_filter_words(const struct app *a, struct str *out);
/* The keys that answer a question there: "1 Japan only  2 Abroad  p Ask"; nothing where one only reads. */
void app_keys_words(const struct app *a, size_t question, struct str *out);

/* True if what stands ready to be taken is the answer before the revision. */
bool app_offers_former(const struct app *a);

/* ---- reports of the loop ---- */

/* Takes the rows over. */
void app_listed(struct app *a, struct home_row *rows, size_t count, size_t offset, size_t total);
/* usual: the row that the cursor is to stand on at first; NONE: it stays. */
void app_standards(struct app *a, struct choose_row *rows, size_t count, size_t usual);
/* The cases of the standard chosen; takes the rows over. */
void app_cases(struct app *a, struct case_row *rows, size_t count);
/* session and holder as in struct app (session borrowed until ERRAND_CLOSE has been run); place: a question id, or "". */
void app_opened(
    struct app *a, const struct session *session, const char *holder, const char *place);
/* The session just opened lives in the file at path. */
void app_in_file(struct app *a, const char *path);
/* The sessions of the file at path were taken into the list, `taken` of which are new or have grown. If it was only one, it has just been
 * opened. */
void app_taken_in(struct app *a, const char *path, size_t taken);
/* compare is borrowed until it is made anew or the session is closed. */
void app_compared(struct app *a, const struct compare *compare);
/* The session just opened was begun with answers of another: how many, and how many did not fit. */
void app_carried(struct app *a, size_t carried, size_t left);
/* Into the session just begun the settings filled so many answers. */
void app_filled(struct app *a, size_t count);
/* There is a newer revision of the open session's standard. */
void app_newer(struct app *a, const char *revision);
/* move is borrowed until the next ERRAND_REHEARSE or ERRAND_CLOSE, or app_opened(), app_reread(), app_moved()
 * or app_moved_by_another(). */
void app_rehearsed(struct app *a, const struct move *move);
/* A sheet that came back from path; the app takes *reply over, which is empty afterwards. */
void app_received(struct app *a, struct reply *reply, const char *path);
/* session takes the place of the one before; place: the first question to be asked again, or "". again: how many there are. */
void app_moved(struct app *a, const struct session *session, const char *place, size_t again,
    const char *clock);
void app_recorded(struct app *a, const char *clock);
void app_drafted(struct app *a, const char *clock);
void app_draft(struct app *a, const char *question, const char *field, const char *text);
/* Takes the rows over. from: the name to stand on, or NULL. */
void app_folder(struct app *a, const char *folder, struct file_row *rows, size_t count, bool more,
    const char *from);
/* A file that can be read goes into the form. */
void app_chosen(struct app *a, const char *path, uint64_t bytes, const char *digest);
/* The path typed, as far as all names that begin so agree, and how many there are; text NULL: none do. */
void app_completed(struct app *a, const char *text, size_t count);
/* What is at the place typed into the form. there is false if it is no file that can be read: digest is NULL then. */
void app_looked(struct app *a, const char *path, bool there, uint64_t bytes, const char *digest);
/* Of the piece that app_to_check() named. */
void app_checked(struct app *a, enum evidence_file state);
void app_paper(struct app *a, const char *text);
void app_written(struct app *a, const char *path);
void app_exists(struct app *a);    /* the file to be written is there already */
void app_no_folder(struct app *a); /* where it is to be written is nothing yet */
/* How much of the session that the form writes to a file is typed, but no answer yet. */
void app_drafts(struct app *a, size_t count);
/* The session file; or there is one of that name, and `name` is free. */
void app_exported(struct app *a, const char *path);
void app_export_exists(struct app *a, const char *name);
/* Takes the papers over. */
void app_many(struct app *a, struct many many);
void app_progress(struct app *a, const char *line); /* of a batch: how far it is */
/* The batch has ended: what came of it, and how many files were left because they were there. */
void app_printed(struct app *a, const char *sentence, size_t left);
void app_failed(struct app *a, const struct err *e);

/* A change was taken back; question is what it was said of, or NONE. session as for app_reread(). */
void app_undone(struct app *a, const struct session *session, size_t question, const char *clock);
/* The whole history of the session, of which what is said of the question at hand is copied; where there is none, all. */
void app_history(struct app *a, const struct entries *history);

/* Takes the rows over. */
void app_settings(struct app *a, struct setting_rows *rows);
/* The setting of that name has been changed in the file at path; app_settings() has told the new rows. */
void app_settled(struct app *a, const char *name, const char *path);
/* To that language, as the settings now have it. */
void app_speak(struct app *a, enum lang lang);

#endif
