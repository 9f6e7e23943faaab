/* SPDX-License-Identifier: MIT
 * The table of keys. Rows stand in the order of the bottom bar, where as many are shown as fit; the first row that fits a key counts. */
#include "app/keys.h"

#include "core/err.h"
#include "core/expr.h"

#include <stdio.h>
#include <string.h>

enum { KEYS_BYTES = 64 };

const struct key_use key_uses[] = {
    {ACTION_YES, WHERE_ASK, "y", N_("Yes"), NULL},
    {ACTION_NO, WHERE_ASK, "n Esc Ctrl-C", N_("No"), NULL},

    {ACTION_ENTER, WHERE_HOME, "Enter", N_("Open"),
        N_("opens the session under the cursor where you left it")},
    {ACTION_NEW, WHERE_HOME, "n", N_("New"),
        N_("begins a new session: choose a standard, name the service")},
    {ACTION_NEW, WHERE_EMPTY, "n Enter", N_("New"),
        N_("begins a new session: choose a standard, name the service")},
    {ACTION_PRACTISE, WHERE_HOME | WHERE_EMPTY, "d", N_("Practise"),
        N_("begins a session to practise in, filled with the answers of a made-up case")},
    {ACTION_SEARCH, WHERE_HOME, "/", N_("Search"),
        N_("searches the titles and standards of the sessions")},
    {ACTION_ENTER, WHERE_SEARCH, "Enter Down", N_("Show these"), N_("goes to the sessions found")},
    {ACTION_OUT, WHERE_SEARCH, "Esc", N_("Show all"),
        N_("ends the search and shows every session")},
    {ACTION_ENTER, WHERE_FIND, "Enter Down", N_("To the matches"),
        N_("goes to what was found; with nothing typed, searches for the same as before")},
    {ACTION_OUT, WHERE_FIND, "Esc", N_("Back"), N_("ends the search")},
    {ACTION_ENTER, WHERE_JUMP, "Enter", N_("Do it"),
        N_("goes to what is called so, or does it; where several names fit, to the list of them")},
    {ACTION_MORE, WHERE_JUMP, "Tab", N_("Complete"),
        N_("types as much as all names that fit have in common")},
    {ACTION_DOWN, WHERE_JUMP, "Down", N_("To the list"), N_("goes to the names that fit")},
    {ACTION_OUT, WHERE_JUMP, "Esc", N_("Back"), N_("goes back, and does nothing")},
    {ACTION_ENTER, WHERE_MATCHES, "Enter", N_("Go there"),
        N_("goes to what is under the cursor; a question that is not asked says why")},
    {ACTION_NEXT, WHERE_MATCHES, "n", N_("Next match"),
        N_("to the next match, from the last on to the first")},
    {ACTION_BEFORE, WHERE_MATCHES, "N", N_("Match before"), N_("to the match before")},
    {ACTION_SEARCH, WHERE_MATCHES, "/", N_("Search"), N_("changes what is searched for")},
    {ACTION_WHY, WHERE_MATCHES, "w", N_("Why"), N_("says why the question is asked, or is not")},
    {ACTION_CLAUSE, WHERE_MATCHES, "c", N_("Clause"), N_("shows the clauses behind it")},
    {ACTION_ENTER, WHERE_CHOOSE, "Enter", N_("Choose"),
        N_("chooses the standard under the cursor")},

    {ACTION_ENTER, WHERE_ONE | WHERE_MANY, "Enter", N_("Confirm"),
        N_("takes the answer, saves it and goes to the next question")},
    {ACTION_PICK, WHERE_ONE | WHERE_MANY, "1-9", N_("See"),
        N_("moves to the choice of that number and shows what it would do; Enter takes it")},
    {ACTION_TOGGLE, WHERE_MANY, "Space", N_("Mark"),
        N_("marks or unmarks the choice under the cursor")},
    {ACTION_ENTER, WHERE_LINE, "Enter", N_("Confirm"),
        N_("takes what is in the field, saves it and goes on")},
    {ACTION_DONE, WHERE_LINE, "Ctrl-D F2", NULL, NULL},
    {ACTION_DONE, WHERE_AREA, "Ctrl-D F2", N_("Confirm"),
        N_("takes what is in the field, also where Enter begins a new line")},
    {ACTION_EDITOR, WHERE_AREA, "Ctrl-O", N_("Editor"),
        N_("takes the text to your own editor (VISUAL or EDITOR) and back")},
    {ACTION_ENTER, WHERE_OUT, "Enter i", N_("Select"),
        N_("types in the field, or marks the question as being asked")},
    {ACTION_DOWN, WHERE_FIELD, "Down", N_("Ask"),
        N_("goes down, past the field to the row that marks the question as being asked")},
    {ACTION_NEXT, WHERE_FIELD, "Tab", N_("Leave field"),
        N_("leaves the field, so that letters are commands; the text stays")},
    {ACTION_OUT, WHERE_FIELD, "Esc", NULL, N_("the same as Tab: nothing typed is thrown away")},
    {ACTION_BACK, WHERE_FIELD, "PgUp", N_("Previous"), N_("goes to the question before")},
    {ACTION_FORWARD, WHERE_FIELD, "PgDn", N_("Skip"),
        N_("goes to the next question without answering")},
    {ACTION_BACK, WHERE_WALK, "b Left PgUp", N_("Previous"), N_("goes to the question before")},
    {ACTION_FORWARD, WHERE_WALK, "f Right PgDn", N_("Skip"),
        N_("goes to the next question without answering")},
    {ACTION_STAGES, WHERE_WALK, "s", N_("Stages"),
        N_("lists the stages and their questions, to answer many of them there or go to any")},
    {ACTION_MISSING, WHERE_WALK, "m", N_("Missing"),
        N_("shows the verdict and everything still missing")},
    {ACTION_NEXT_OPEN, WHERE_WALK, "N", N_("Next open"),
        N_("goes to the next question that still waits for an answer, from the last on to the "
           "first")},
    {ACTION_WHY, WHERE_WALK, "w", N_("Why"),
        N_("says why this question is asked and what depends on it")},
    {ACTION_EVIDENCE, WHERE_WALK, "e", N_("Evidence"),
        N_("lists and adds what supports the answer")},
    {ACTION_NOTE, WHERE_WALK, "n", N_("Note"), N_("writes a note on the answer")},
    {ACTION_UNDO, WHERE_WALK, "u", N_("Undo"),
        N_("takes the last change back, and with each further press the one before it")},
    {ACTION_SEARCH, WHERE_WALK, "/", N_("Search"),
        N_("searches questions, clauses, answers and notes, in both languages")},
    {ACTION_CLAUSE, WHERE_WALK, "c", N_("Clause"), N_("shows the clauses behind the question")},
    {ACTION_JUMP, WHERE_WALK, ":", N_("By name"),
        N_("goes to anything by its name: a question, clause, stage, paper, screen or standard")},
    {ACTION_COMPARE, WHERE_WALK, "o", N_("Compare"),
        N_("judges these answers by the other standards too, side by side")},
    {ACTION_CLEAR, WHERE_WALK, "x", N_("Clear"), N_("clears the answer")},
    {ACTION_REHEARSE, WHERE_REVISED, "r", N_("Revised"),
        N_("shows what moving to the newer revision of the standard would do")},
    {ACTION_HISTORY, WHERE_WALK, "h", N_("History"),
        N_("shows everything that was answered and noted here, when and by whom")},
    {ACTION_NEXT, WHERE_OUT, "Tab", NULL, N_("moves between the field and the row below it")},

    {ACTION_ENTER, WHERE_STAGES, "Enter", N_("Go there"),
        N_("goes to the question under the cursor")},
    {ACTION_MET, WHERE_STAGES, "y", N_("Yes"),
        N_("answers the check under the cursor with yes; the cursor goes on to the next line")},
    {ACTION_NOT_MET, WHERE_STAGES, "n", N_("No"), N_("answers the check under the cursor with no")},
    {ACTION_NOT_APPLICABLE, WHERE_STAGES, "0", N_("Not applicable"),
        N_("answers the check under the cursor: not applicable, and asks for the reason")},
    {ACTION_PICK, WHERE_STAGES, "1-9", N_("Choice"),
        N_("answers with the choice of that number; of several choices, marks or unmarks it")},
    {ACTION_PEND, WHERE_STAGES, "p", N_("Ask"),
        N_("marks the question under the cursor as being asked")},
    {ACTION_FILTER, WHERE_STAGES, "f", N_("Filter"),
        N_("lists only what is open, failed, forbids, has a note, or comes from one source: the "
           "next of these that has anything")},
    {ACTION_FILTER_BEFORE, WHERE_STAGES, "F", NULL, N_("the filter before")},
    {ACTION_NEXT_OPEN, WHERE_STAGES, "N", N_("Next open"),
        N_("goes to the next question that still waits for an answer, from the last on to the "
           "first")},
    {ACTION_UNDO, WHERE_STAGES, "u", N_("Undo"),
        N_("takes the last change back, and with each further press the one before it")},
    {ACTION_NEXT, WHERE_STAGES, "Tab ]", N_("Next stage"), N_("moves to the next stage")},
    {ACTION_BEFORE, WHERE_STAGES, "Shift-Tab [", NULL, N_("moves to the stage before")},
    {ACTION_WHY, WHERE_STAGES, "w", N_("Why"), N_("says why the question is asked or not")},
    {ACTION_HIDDEN, WHERE_STAGES, "a", N_("Not asked"),
        N_("shows the questions that are not asked too, or leaves them out again")},
    {ACTION_CLAUSE, WHERE_STAGES, "c", N_("Clause"), N_("shows the clauses behind the question")},
    {ACTION_EVIDENCE, WHERE_STAGES, "e", N_("Evidence"),
        N_("lists and adds what supports the answer")},
    {ACTION_CLEAR, WHERE_STAGES, "x", N_("Clear"), N_("clears the answer")},
    {ACTION_MISSING, WHERE_STAGES, "m", N_("Missing"),
        N_("shows the verdict and everything still missing")},
    {ACTION_ENTER, WHERE_RESULT, "Enter", N_("To the question"),
        N_("goes to the question that mends it")},
    {ACTION_FORM, WHERE_RESULT, "f", N_("Form"),
        N_("shows the application form as it would be printed")},
    {ACTION_SAVE, WHERE_RESULT, "p", N_("Print or save"),
        N_("writes a paper to a file: which, its format, its place")},
    {ACTION_RECEIVE, WHERE_RESULT, "r", N_("Read in"),
        N_("reads in the sheet of questions that the provider filled in, row by row")},
    {ACTION_WHY, WHERE_RESULT, "w", N_("Why"),
        N_("says why it is missing and what would change that")},
    {ACTION_VERDICT, WHERE_RESULT, "v", N_("Shortest way"),
        N_("says why the verdict is what it is, and the fewest answers that would make it selectable")},
    {ACTION_CLAUSE, WHERE_RESULT, "c", N_("Clause"),
        N_("shows the clauses behind the line under the cursor")},
    {ACTION_COMPARE, WHERE_RESULT, "o", N_("Compare"),
        N_("judges these answers by the other standards too, side by side")},
    {ACTION_UNDO, WHERE_RESULT, "u", N_("Undo"),
        N_("takes the last change back, and with each further press the one before it")},
    {ACTION_ENTER, WHERE_COMPARE, "Enter", N_("Read it all"),
        N_("shows in full what the standard under the cursor says of these answers")},
    {ACTION_NEW, WHERE_COMPARE, "n", N_("Begin under it"),
        N_("begins a session under that standard with the answers that fit; this one stays")},
    {ACTION_ENTER, WHERE_EVIDENCE, "Enter", N_("Add or edit"),
        N_("opens the form for another piece of evidence, or for the one under the cursor")},
    {ACTION_REMOVE, WHERE_EVIDENCE, "d Delete", N_("Remove"),
        N_("removes the evidence under the cursor; the history keeps it")},
    {ACTION_TAKE, WHERE_RECEIVE, "y", N_("Take"),
        N_("takes this row, saves it and goes to the next that wants a decision")},
    {ACTION_NEXT, WHERE_RECEIVE, "n Right", N_("Leave"),
        N_("leaves this row as it is and goes to the next")},
    {ACTION_ENTER, WHERE_RECEIVE, "e Enter", N_("Put right"),
        N_("changes the answer, explanation or documents of this row before it is taken")},
    {ACTION_BEFORE, WHERE_RECEIVE, "p", N_("Row before"), N_("goes to the row before")},
    {ACTION_ENTER, WHERE_MOVE, "m Enter", N_("Move"),
        N_("moves the session to the newer revision, after asking")},
    {ACTION_ENTER, WHERE_WHY, "Enter", N_("Go there"),
        N_("goes to the question of the line under the cursor; if it is not asked, says why not")},
    {ACTION_WHY, WHERE_WHY, "w", N_("Why"), N_("says why of the question under the cursor")},
    {ACTION_SAVE, WHERE_PAPER, "p", N_("Print or save"), N_("writes the paper to a file")},

    {ACTION_MORE, WHERE_PAPER, "t Tab", N_("Next paper"),
        N_("shows the next of the standard's papers")},

    {ACTION_ENTER, WHERE_FILES, "Enter Right", N_("Open or choose"),
        N_("goes into the folder, or chooses the file under the cursor")},
    {ACTION_ABOVE, WHERE_FILES, "u Left", N_("Up"), N_("goes to the folder above")},
    {ACTION_SEARCH, WHERE_FILES, "/", N_("Filter"),
        N_("lists only the names that hold what is typed")},
    {ACTION_HIDDEN, WHERE_FILES, "a", N_("Hidden"),
        N_("lists hidden files too, or leaves them out again")},
    {ACTION_OUT, WHERE_FILES, "b Esc", N_("Back"),
        N_("goes back to the form; what is typed there stays")},
    {ACTION_ENTER, WHERE_FILTER, "Enter Down", N_("List"), N_("goes to the names that are listed")},
    {ACTION_OUT, WHERE_FILTER, "Esc", N_("Show all"), N_("lists all names again")},

    {ACTION_DONE, WHERE_FORM_ONLY, "Enter Ctrl-D F2", N_("Done"), N_("takes the form")},
    {ACTION_NEXT, WHERE_FORM_LINE | WHERE_FORM_PICK, "Enter Down", N_("Next"),
        N_("goes to the next row")},
    {ACTION_MORE, WHERE_FORM_FILE, "Tab", NULL,
        N_("completes the path; where there is nothing to complete, goes to the next row")},
    {ACTION_NEXT, WHERE_FORM_LINE | WHERE_FORM_PICK, "Tab", NULL, NULL},
    {ACTION_DONE, WHERE_FORM_DONE, "Enter", N_("Do it"), N_("takes the form")},
    {ACTION_DONE, WHERE_FORM_LINE | WHERE_FORM_AREA | WHERE_FORM_PICK, "Ctrl-D F2", N_("Done"),
        N_("takes the form from any row")},
    {ACTION_EDITOR, WHERE_FORM_AREA, "Ctrl-O", N_("Editor"),
        N_("takes the text to your own editor (VISUAL or EDITOR) and back")},
    {ACTION_FILES, WHERE_FORM_FILE, "Ctrl-O", N_("Files"),
        N_("lists the files of a folder to choose from")},
    {ACTION_DONE, WHERE_FORM_DONE, "Ctrl-D F2", NULL, N_("takes the form from any row")},
    {ACTION_NEXT, WHERE_FORM_AREA | WHERE_FORM_DONE, "Tab", N_("Next"), N_("goes to the next row")},
    {ACTION_NEXT, WHERE_FORM_DONE, "Down", NULL, NULL},
    {ACTION_BEFORE, WHERE_FORM, "Shift-Tab", NULL, N_("goes to the row before")},
    {ACTION_BEFORE, WHERE_FORM_LINE | WHERE_FORM_PICK | WHERE_FORM_DONE, "Up", NULL,
        N_("goes to the row before")},
    {ACTION_MORE, WHERE_FORM_PICK, "Space Right", N_("Other"), N_("shows the next option")},
    {ACTION_LESS, WHERE_FORM_PICK, "Left", NULL, N_("shows the option before")},
    {ACTION_OUT, WHERE_FORM, "Esc", N_("Back"),
        N_("goes back; what is typed is kept for next time")},

    {ACTION_UP, WHERE_LISTS | WHERE_WALK | WHERE_READING, "Up k", NULL, N_("one line up")},
    {ACTION_DOWN, WHERE_LISTS | WHERE_WALK | WHERE_READING, "Down j", NULL, N_("one line down")},
    {ACTION_PAGE_DOWN, WHERE_READING, "Space PgDn f", N_("More"), N_("a page down")},
    {ACTION_PAGE_UP, WHERE_READING, "PgUp", NULL, N_("a page up")},
    {ACTION_PAGE_DOWN, WHERE_LISTS, "PgDn", NULL, N_("a page down")},
    {ACTION_PAGE_UP, WHERE_LISTS, "PgUp", NULL, N_("a page up")},
    {ACTION_FIRST, WHERE_LISTS | WHERE_WALK | WHERE_READING, "g Home", NULL,
        N_("to the first (in the walk: the first question)")},
    {ACTION_LAST, WHERE_LISTS | WHERE_WALK | WHERE_READING, "G End", NULL,
        N_("to the last (in the walk: the last question)")},

    {ACTION_SEARCH, WHERE_STAGES | WHERE_RESULT, "/", N_("Search"),
        N_("searches questions, clauses, answers and notes, in both languages")},
    {ACTION_JUMP,
        WHERE_STAGES | WHERE_RESULT | WHERE_EVIDENCE | WHERE_COMPARE | WHERE_PAPER | WHERE_MATCHES,
        ":", N_("By name"),
        N_("goes to anything by its name: a question, clause, stage, paper, screen or standard")},
    {ACTION_OUT,
        WHERE_CHOOSE | WHERE_STAGES | WHERE_RESULT | WHERE_EVIDENCE | WHERE_COMPARE |
            WHERE_READING | WHERE_MATCHES,
        "b Esc Left", N_("Back"), N_("goes back")},
    {ACTION_NONE, WHERE_TYPING, "Ctrl-Left Ctrl-Right Alt-B Alt-F", NULL,
        N_("to the beginning of the word before, to the end of the next")},
    {ACTION_NONE, WHERE_TYPING, "Ctrl-Home Ctrl-End", NULL,
        N_("to the beginning or the end of the text")},
    {ACTION_NONE, WHERE_TYPING, "Ctrl-W Ctrl-U Ctrl-K", NULL,
        N_("deletes the word before, the line up to here, or the rest of the line")},
    {ACTION_NONE, WHERE_TYPING, "Alt-Backspace Alt-D", NULL,
        N_("deletes the word before, or the rest of the word")},
    {ACTION_LANGUAGE, WHERE_QUIET, "L", N_("日本語"), N_("switches between Japanese and English")},
    {ACTION_HELP, WHERE_QUIET, "? F1", N_("Help"), N_("shows this help")},
    {ACTION_HELP, WHERE_TYPING, "F1", N_("Help"), NULL},
    {ACTION_LEAVE, WHERE_HOME | WHERE_EMPTY, "q Ctrl-C", N_("Quit"),
        N_("ends kijun; everything is saved already")},
    {ACTION_LEAVE,
        WHERE_WALK | WHERE_STAGES | WHERE_RESULT | WHERE_EVIDENCE | WHERE_COMPARE | WHERE_MATCHES,
        "q Ctrl-C", N_("Pause"), N_("goes back to the sessions; everything is saved already")},
    {ACTION_LEAVE, WHERE_CHOOSE | WHERE_READING | WHERE_FILES, "q Ctrl-C", NULL, N_("goes back")},
    {ACTION_LEAVE, WHERE_FIELD, "Ctrl-C", N_("Pause"),
        N_("pauses; what is typed is kept for next time")},
    {ACTION_LEAVE, WHERE_FILTER, "Ctrl-C", NULL, N_("goes back")},
    {ACTION_LEAVE, WHERE_SEARCH | WHERE_FIND | WHERE_JUMP | WHERE_FORM, "Ctrl-C", NULL,
        N_("pauses; what is typed is kept for next time")},
    {ACTION_REDRAW, WHERE_ANY, "Ctrl-L", NULL, N_("paints the screen anew")},
    {ACTION_SUSPEND, WHERE_ANY, "Ctrl-Z", NULL,
        N_("goes to the shell for a while (fg comes back)")},
};
const size_t key_use_count = sizeof key_uses / sizeof *key_uses;

static const char *const press_names[] = {
    [PRESS_ENTER] = "Enter",
    [PRESS_ESC] = "Esc",
    [PRESS_TAB] = "Tab",
    [PRESS_BACKTAB] = "Shift-Tab",
    [PRESS_UP] = "Up",
    [PRESS_DOWN] = "Down",
    [PRESS_LEFT] = "Left",
    [PRESS_RIGHT] = "Right",
    [PRESS_HOME] = "Home",
    [PRESS_END] = "End",
    [PRESS_PAGE_UP] = "PgUp",
    [PRESS_PAGE_DOWN] = "PgDn",
    [PRESS_BACKSPACE] = "Backspace",
    [PRESS_DELETE] = "Delete",
    [PRESS_F1] = "F1",
    [PRESS_F2] = "F2",
    [PRESS_WORD_LEFT] = "Ctrl-Left",
    [PRESS_WORD_RIGHT] = "Ctrl-Right",
    [PRESS_TOP] = "Ctrl-Home",
    [PRESS_BOTTOM] = "Ctrl-End",
    [PRESS_WORD_ERASE] = "Alt-Backspace",
    [PRESS_WORD_DELETE] = "Alt-D",
};

/* As the table writes it; "" for what it never names. */
static void key_name(struct key k, char out[16])
{
    out[0] = '\0';
    if (k.press == PRESS_CHAR && k.c == ' ')
        (void)snprintf(out, 16, "Space");
    else if (k.press == PRESS_CHAR && k.c > ' ' && k.c < 0x7f)
        (void)snprintf(out, 16, "%c", (int)k.c);
    else if (k.press == PRESS_CTRL)
        (void)snprintf(out, 16, "Ctrl-%c", (int)(k.c - 'a' + 'A'));
    else if (k.press < sizeof press_names / sizeof *press_names && press_names[k.press])
        (void)snprintf(out, 16, "%s", press_names[k.press]);
}

static bool has_name(const char *keys, const char *name)
{
    size_t len = strlen(name);
    for (const char *at = keys; *at; at += strcspn(at, " "), at += *at == ' ') {
        size_t token = strcspn(at, " ");
        if (token == len && !memcmp(at, name, len))
            return true;
        if (token == 3 && !memcmp(at, "1-9", 3) && len == 1 && *name >= '1' && *name <= '9')
            return true;
    }
    return false;
}

/* Full-width forms of ASCII, as an input method leaves them. */
static uint32_t narrow(uint32_t c)
{
    if (c >= 0xff01 && c <= 0xff5e)
        return c - 0xff01 + '!';
    return c == 0x3000 ? ' ' : c == 0x30fb ? '/' : c;
}

/* The keys of each row where the settings have changed them; "" elsewhere. */
static char bound[sizeof key_uses / sizeof *key_uses][KEYS_BYTES];

enum action keys_find(uint64_t where, struct key *key)
{
    struct key folded = *key;
    if (folded.press == PRESS_CHAR && !(where & WHERE_TYPING))
        folded.c = narrow(folded.c);
    char name[16];
    key_name(folded, name);
    if (!*name || ((where & WHERE_TYPING) && folded.press == PRESS_CHAR))
        return ACTION_NONE;
    *key = folded;
    for (size_t i = 0; i < key_use_count; i++)
        if ((key_uses[i].where & where) && has_name(key_use_keys(&key_uses[i]), name))
            return key_uses[i].action;
    return ACTION_NONE;
}

const char *key_use_keys(const struct key_use *b)
{
    const char *own = bound[b - key_uses];
    return *own ? own : b->keys;
}

void key_use_name(const struct key_use *b, char out[16])
{
    const char *keys = key_use_keys(b);
    size_t len = strcspn(keys, " ");
    len = len < 16 ? len : 15;
    memcpy(out, keys, len);
    out[len] = '\0';
}

/* ---- binding ---- */

static const struct {
    const char *name;
    enum action action;
} actions[] = {
    {"new", ACTION_NEW},
    {"search", ACTION_SEARCH},
    {"previous", ACTION_BACK},
    {"skip", ACTION_FORWARD},
    {"stages", ACTION_STAGES},
    {"missing", ACTION_MISSING},
    {"why", ACTION_WHY},
    {"clause", ACTION_CLAUSE},
    {"evidence", ACTION_EVIDENCE},
    {"note", ACTION_NOTE},
    {"clear", ACTION_CLEAR},
    {"compare", ACTION_COMPARE},
    {"revised", ACTION_REHEARSE},
    {"undo", ACTION_UNDO},
    {"history", ACTION_HISTORY},
    {"form", ACTION_FORM},
    {"print", ACTION_SAVE},
    {"remove", ACTION_REMOVE},
    {"up", ACTION_UP},
    {"down", ACTION_DOWN},
    {"first", ACTION_FIRST},
    {"last", ACTION_LAST},
    {"back", ACTION_OUT},
    {"language", ACTION_LANGUAGE},
    {"help", ACTION_HELP},
    {"leave", ACTION_LEAVE},
    {"next_open", ACTION_NEXT_OPEN},
    {"by_name", ACTION_JUMP},
    {"yes", ACTION_MET},
    {"no", ACTION_NOT_MET},
    {"ask", ACTION_PEND},
    {"filter", ACTION_FILTER},
    {"receive", ACTION_RECEIVE},
    {"take", ACTION_TAKE},
};

enum { ACTIONS = sizeof actions / sizeof *actions };

static size_t action_named(const char *name)
{
    size_t i = 0;
    while (i < ACTIONS && strcmp(actions[i].name, name) != 0)
        i++;
    return i;
}

static const char *name_of(enum action action)
{
    for (size_t i = 0; i < ACTIONS; i++)
        if (actions[i].action == action)
            return actions[i].name;
    return NULL;
}

/* Letters take the place of the first letter in keys, and all other letters go. Nothing if keys has no letter. */
static void bind_row(char to[KEYS_BYTES], const char *keys, const char *letters)
{
    size_t used = 0;
    bool placed = false;
    for (const char *at = keys; *at; at += strcspn(at, " "), at += *at == ' ') {
        size_t len = strcspn(at, " ");
        for (const char *c = letters; len == 1 && !placed && *c; c++)
            used += (size_t)snprintf(to + used, KEYS_BYTES - used, "%s%c", used ? " " : "", *c);
        if (len > 1)
            used += (size_t)snprintf(
                to + used, KEYS_BYTES - used, "%s%.*s", used ? " " : "", (int)len, at);
        placed |= len == 1;
    }
    if (!placed)
        to[0] = '\0';
}

static void bind_all(const struct key_wish *wishes, size_t count)
{
    memset(bound, 0, sizeof bound);
    for (size_t w = 0; w < count; w++)
        for (size_t i = 0; wishes[w].came == WISH_TAKEN && i < key_use_count; i++)
            if (key_uses[i].action == actions[action_named(wishes[w].action)].action)
                bind_row(bound[i], key_uses[i].keys, wishes[w].letters);
}

/* Keys of a revised session are those of the walk too. */
static uint64_t reach(uint64_t where)
{
    return where & WHERE_REVISED ? where | WHERE_WALK : where;
}

/* The action that has one of the row's new letters where the row has it, ACTION_NONE if there is none. */
static enum action clash(size_t row, const char *letters)
{
    for (size_t i = 0; i < key_use_count; i++) {
        const struct key_use *other = &key_uses[i];
        if (other->action == key_uses[row].action ||
            !(reach(other->where) & reach(key_uses[row].where)))
            continue;
        for (const char *c = letters; *c; c++)
            if (has_name(key_use_keys(other), (const char[2]){*c, '\0'}))
                return other->action;
    }
    return ACTION_NONE;
}

static bool refuse_clash(struct key_wish *w)
{
    enum action action = actions[action_named(w->action)].action;
    for (size_t i = 0; i < key_use_count; i++) {
        if (key_uses[i].action != action || !*bound[i])
            continue;
        enum action other = clash(i, w->letters);
        if (other == ACTION_NONE)
            continue;
        w->came = WISH_CLASH;
        w->other = name_of(other);
        return true;
    }
    return false;
}

static void name_near(struct key_wish *w)
{
    struct nearest near = {.wanted = w->action};
    for (size_t i = 0; i < ACTIONS; i++)
        nearest_try(&near, actions[i].name);
    w->came = WISH_UNKNOWN;
    w->other = near.best;
}

void keys_bind(struct key_wish *wishes, size_t count)
{
    bool refused;
    for (size_t w = 0; w < count; w++) {
        wishes[w].came = WISH_TAKEN;
        wishes[w].other = NULL;
        if (action_named(wishes[w].action) == ACTIONS)
            name_near(&wishes[w]);
    }
    do { /* what is refused gives its letter back, with which another may clash */
        refused = false;
        bind_all(wishes, count);
        for (size_t w = 0; w < count && !refused; w++)
            refused = wishes[w].came == WISH_TAKEN && refuse_clash(&wishes[w]);
    } while (refused);
}
