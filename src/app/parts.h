/* SPDX-License-Identifier: MIT
 * What the files of app/ share among themselves: each screen's building and acting. Not for other rooms. */
#ifndef KIJUN_APP_PARTS_H
#define KIJUN_APP_PARTS_H

#include "app/app.h"
#include "app/theirs.h"

#include "core/err.h"

/* Said whenever more comes than a field holds. */
#define FIELD_FULL                                                                                 \
    N_("The field is full: the rest was not taken in. Say it shorter here, and keep the long text in a file.")

/* ---- app.c ---- */
void app_push(struct app *a, enum screen screen);
void app_pop(struct app *a);
void app_build(struct app *a);                    /* makes anew what the top screen shows */
void app_language(struct app *a);                 /* to the other one */
void app_to_walk(struct app *a, size_t question); /* there, from any screen above it */
void app_home(struct app *a);                     /* closes the session, back to the list */
/* In that session, whose standard may be another than before, at that question; nothing is left of what one looked at until now. */
void app_sit_down(struct app *a, const struct session *session, const char *place);

/* edit_key(), and says what it did not do. */
bool app_type(struct app *a, struct edit *e, struct key key);

/* Puts a sentence with {1}.. on the status line. */
#define app_say(a, alarm, ...) app_say_with(a, alarm, (const char *const[5]){__VA_ARGS__})
void app_say_with(struct app *a, bool alarm, const char *const parts[5]);
void app_tell(struct app *a, bool alarm, char *text); /* the same of a text, which it takes over */

void app_tell_saved(struct app *a, const char *clock); /* a change */

/* Asks yes or no; yes is done on the same screen. */
void app_ask(struct app *a, enum action yes, char *text);

/* Takes the last change back, if the session can be changed. */
void app_undo(struct app *a);

/* ---- hold.c ---- */
/* True if the session can be changed; else says why not. */
bool app_writable(struct app *a);

/* ---- where.c ---- */
uint64_t app_where_on(const struct app *a, enum screen screen); /* with what the session adds */

/* ---- home.c, choose.c, cases.c ---- */
void home_list(struct app *a);
const struct home_row *home_row_here(const struct app *a); /* under the cursor; or NULL */
bool home_is_empty(const struct app *a);                   /* nothing is saved yet */
void home_act(struct app *a, enum action action);
void home_search(struct app *a, enum action action, struct key key);
void home_release(struct home *h);
void choose_act(struct app *a, enum action action);
void choose_named(struct app *a, size_t row); /* on to the title of a session under that standard */
void choose_release(struct choose *c);
void cases_build(struct app *a);
void cases_act(struct app *a, enum action action);
void cases_release(struct cases *c);

/* ---- walk.c, walk_answer.c, walk_draft.c ---- */
void walk_open(struct app *a, const char *place);
void walk_go(struct app *a, size_t question);
void walk_stand(struct app *a, size_t question); /* the same, with nothing shown anew */
void walk_build(struct app *a);
/* Shows the answer there is after a change of the session, unless the answer is what it was: then what was typed or marked over it stays. */
void walk_reload(struct app *a);
bool walk_has_marks(const struct app *a, size_t question); /* it is answered by marks */
bool walk_untaken(
    const struct app *a);           /* what was typed or marked is not the answer shown at first */
void walk_keep_text(struct app *a); /* hands on what is not taken */
/* The ids of the choices marked, as an answer is written; NULL: none. The caller frees. */
char *walk_marks(const struct question *q, uint64_t marked);
void walk_preview(struct app *a);
void walk_preview_typed(struct app *a); /* and tells what has been touched */
void walk_forward(struct app *a);
/* After an answer: where answers are confirmed, to the next that waits for it; back to the result where that led to the question. */
void walk_onward(struct app *a);
void walk_act(struct app *a, enum action action, struct key key);
void walk_keep(struct app *a);
void walk_tell_draft(struct app *a); /* before leaving the question */
void walk_draft(struct app *a, const char *text);
void walk_release(struct walk *w);
size_t walk_rows(const struct app *a);

/* What is about to be taken: canonical, or NULL for none. False with the reason said on the status line. The caller frees. */
bool walk_value(const struct app *a, char **value, struct err *e);
void walk_take(struct app *a, enum action action);
/* True if that answer would set no other aside; else asks, and yes does `then`. */
bool walk_harmless(struct app *a, size_t question, const char *value, enum action then);

/* ---- open.c ---- */
/* True if the question is asked and still waits for an answer that is needed. */
bool open_waits(const struct app *a, size_t question);
/* The next that waits, from `from` on and around; what falls due later only if nothing else is left. NONE if nothing is. Says where
 * that leads past the end, or to later things. */
size_t open_next(struct app *a, size_t from);

/* ---- effect_lines.c ---- */
/* What taking value (NULL: clearing), or marking as 確認中, would do. */
void effect_lines_make(struct effect_lines *out, const struct app *a, size_t question,
    const char *value, bool pending);
void effect_lines_release(struct effect_lines *lines);

/* ---- walk_preview.c ---- */
void walk_forget_effects(struct walk *w);

/* ---- items.c, stages.c, result.c, evidence.c ---- */
void items_clear(struct items *items);
struct item *items_add(struct items *items, const char *text);
void items_heading(struct items *items, const char *text);
void items_settle(struct app *a, enum action towards); /* the cursor off headings */
bool items_act(struct app *a, enum action action);
void stages_open(struct app *a);
void stages_build(struct app *a);
/* After an answer there was recorded, or stands already: what it did is said, and the cursor goes on. */
void stages_recorded(struct app *a, bool onward);
void stages_stands(struct app *a);
void stages_act(struct app *a, enum action action, struct key key);
void result_build(struct app *a);
void result_act(struct app *a, enum action action);
/* The line the cursor is on is about a question or a requirement. */
bool result_concerns(const struct app *a);
/* It is a reviewer's: what it says. Else NULL. */
const char *result_remark(const struct app *a);
void evidence_build(struct app *a);
void evidence_act(struct app *a, enum action action);

/* ---- find.c ---- */
void find_open(struct app *a);
void find_build(struct app *a);
void find_type(struct app *a, enum action action, struct key key);
void find_act(struct app *a, enum action action);
void find_forget(struct find *f); /* of the session that is left */

/* ---- jump.c ---- */
void jump_open(struct app *a);
void jump_build(struct app *a);
void jump_type(struct app *a, enum action action, struct key key);
void jump_act(struct app *a, enum action action);

/* ---- names.c ---- */
struct command {
    const char *name, *title;
    enum action action;
    enum filter filter; /* of ACTION_FILTER */
};
/* What can be done by name in the session, or at home. */
const struct command *names_commands(const struct app *a, size_t *count);
void names_make(struct app *a);
void jump_forget(struct jump *c); /* of the session that is left */

/* ---- compare.c ---- */
void compare_open(struct app *a);
void compare_build(struct app *a);  /* the list, and the page of the standard under the cursor */
void compared_build(struct app *a); /* the page alone */
void compare_act(struct app *a, enum action action);

/* ---- forms.c: opening and taking the small forms ---- */
void forms_open(struct app *a, enum form_kind kind);
void forms_key(struct app *a, enum action action, struct key key);
void forms_keep(struct app *a);
void forms_draft(struct app *a, const char *text);
const char *forms_field(enum form_kind kind);   /* the draft's name, or NULL if none is kept */
const char *forms_subject(const struct app *a); /* of the open form's draft: a question, or "" */

/* ---- files.c ---- */
void files_open(struct app *a);
const char *files_hint(const struct app *a); /* of a row that is for a file alone; or NULL */
void files_build(struct app *a);
void files_act(struct app *a, enum action action);
void files_type(struct app *a, enum action action, struct key key);
void files_complete(struct app *a);
void files_look(struct app *a, size_t row); /* at what that row of the form names */

/* ---- report.c ---- */
bool report_concerns(const struct app *a, const char *question, const char *field); /* it is open */

/* ---- editor.c ---- */
void editor_open(struct app *a);

/* ---- many.c ---- */
void many_open(struct app *a);
struct errand_choice many_choice(const struct app *a);
void many_release(struct many *m);

/* ---- settings.c ---- */
void settings_open(struct app *a);
void settings_show(struct app *a, size_t row); /* with the cursor there */
void settings_build(struct app *a);
void settings_act(struct app *a, enum action action);
const char *settings_option(const struct app *a, size_t option);
void settings_take(struct app *a);

/* ---- save.c, paper.c ---- */
void save_open(struct app *a);
void save_offer(struct app *a); /* what follows from the options: the name, unless one was typed */
void save_preview(struct app *a);
void save_close(struct app *a); /* the form, if it is open */
void save_take(struct app *a);
void save_agreed(struct app *a); /* to what was asked */
/* Makes save.path of these two rows of the form; false with the reason said. */
bool save_named(struct app *a, size_t folder, size_t name);
/* Why the format under the cursor cannot be written; nothing if it can. */
void save_reading_words(const struct app *a, size_t row, struct str *out);

/* ---- review.c ---- */
void review_open(struct app *a);
/* The same, to write of the question one is at. */
void review_remark(struct app *a);
/* Once the form has its draft: begins the line for that question. */
void review_begin_line(struct app *a);
/* Line by line a text comes as a whole: one for that question is added to its line, and takes no other's place. */
bool review_adds(struct app *a, struct key key);
/* The question that a remark begins with, as review_remark() does; or NONE. */
size_t review_concerns(const struct app *a, const char *remark);
void review_take(struct app *a);
/* It was returned, and nothing happened since that the reader does not wait for: whoever opens it begins at the result. */
bool review_waits(const struct app *a);
const char *review_option(const struct app *a, size_t option);
void review_reading_words(const struct app *a, size_t row, struct str *out);
void paper_open(struct app *a, size_t paper, enum lang lang);
void paper_refit(struct app *a); /* asks for it anew if the screen has become another */
void paper_build(struct app *a);
void paper_act(struct app *a, enum action action);

/* ---- receive.c ---- */
void receive_open(struct app *a); /* the form that asks for the file */
void receive_read(struct app *a);
void receive_build(struct app *a);
void receive_act(struct app *a, enum action action);
void receive_recorded(struct app *a); /* the row looked at was taken */
void receive_reread(struct app *a);   /* the session has changed */
void receive_edited(struct app *a);   /* takes the words of the form into the row */
void receive_form_left(struct app *a);
const char *receive_option(const struct app *a, size_t option);
void receive_forget(struct app *a); /* of the session that is left */

/* ---- session_file.c ---- */
void session_file_open(struct app *a); /* the form that asks for one */
void session_file_take(struct app *a);
void session_file_left(struct app *a);  /* keeps what was typed, if that form is open */
void session_file_close(struct app *a); /* its session is left: where the answers are is said */
const char *session_file_option(const struct app *a, size_t option);

/* ---- export.c ---- */
enum { EXPORT_FOLDER, EXPORT_NAME }; /* rows of the form */
void export_open(struct app *a);     /* of the open session, or the one under the cursor at home */
void export_take(struct app *a);
void export_agreed(struct app *a); /* to making the folder */

/* ---- move.c ---- */
void move_build(struct app *a);
void move_act(struct app *a, enum action action);
void move_forget(struct app *a); /* there is nothing to move to */

/* ---- why.c, history.c, clause.c, help.c ---- */
void why_build(struct app *a);
void why_open(struct app *a, size_t question, size_t requirement); /* NONE both: the verdict */
void why_act(struct app *a, enum action action);
void history_build(struct app *a);
void history_release(struct history *h);
void clause_build(struct app *a);
void help_build(struct app *a, uint64_t where);

#endif
