/* SPDX-License-Identifier: MIT
 * config.yaml and office.yaml as walkers' tables. */
#include "pack/settings.h"

#include "pack/answers_walk.h"
#include "pack/walk.h"

#include <string.h>

enum { KEY_LETTERS = 8 };

/* A file while it is being read. */
struct draft_settings {
    struct setting at[SETTING_COUNT];
    struct list sections, posts, keys; /* office_section, office_post, setting_key */
    struct given_list answers;
};

#define SETTING(id) (offsetof(struct draft_settings, at) + (id) * sizeof(struct setting))
#define DRAFT(field) offsetof(struct draft_settings, field)
#define SECTION(field) offsetof(struct office_section, field)
#define POST(field) offsetof(struct office_post, field)

static const char *const languages[] = {"ja", "en", NULL};
static const char *const themes[] = {"auto", "dark", "light", "mono", "high-contrast", NULL};
static const char *const widths[] = {"auto", "1", "2", NULL};
static const char *const switches[] = {"no", "yes", NULL};

static const struct {
    const char *name;
    const char *const *words;
} known[SETTING_COUNT] = {
    [SETTING_OFFICE] = {"office", NULL},
    [SETTING_OFFICE_NAME] = {"name", NULL},
    [SETTING_STANDARD] = {"standard", NULL},
    [SETTING_NAME] = {"applicant.name", NULL},
    [SETTING_SECTION] = {"applicant.section", NULL},
    [SETTING_CONTACT] = {"applicant.contact", NULL},
    [SETTING_LANGUAGE] = {"language", languages},
    [SETTING_THEME] = {"theme", themes},
    [SETTING_WIDTH] = {"ambiguous_width", widths},
    [SETTING_FOLDER] = {"folder", NULL},
    [SETTING_VIEWER] = {"viewer", NULL},
    [SETTING_MOUSE] = {"mouse", switches},
};

const char *setting_name(enum setting_id id)
{
    return known[id].name;
}

const char *const *setting_words(enum setting_id id)
{
    return known[id].words;
}

/* ---- single values ---- */

/* Any text in one line. */
static void read_setting(struct walk *w, const struct node *n, void *to)
{
    struct quote quote = {0};
    if (n->kind == NODE_SCALAR && (n->len > LINE_TEXT_MAX || strchr(n->text, '\n'))) {
        report(w->report, &n->place, N_("One line of at most 1000 bytes was expected here."));
        return;
    }
    read_expr(w, n, &quote);
    if (quote.text)
        *(struct setting *)to = (struct setting){quote.text, quote.place};
}

static void one_of(struct walk *w, const struct node *n, const char *const *words, void *to)
{
    struct given_word word = {0};
    size_t count = 0;
    while (words[count])
        count++;
    struct place place = n->place;
    read_word(w, n, words, count, &word);
    if (word.plus_one)
        *(struct setting *)to = (struct setting){words[given_value(word)], place};
}

static void read_language(struct walk *w, const struct node *n, void *to)
{
    one_of(w, n, languages, to);
}

static void read_theme(struct walk *w, const struct node *n, void *to)
{
    one_of(w, n, themes, to);
}

static void read_width(struct walk *w, const struct node *n, void *to)
{
    one_of(w, n, widths, to);
}

static void read_mouse(struct walk *w, const struct node *n, void *to)
{
    one_of(w, n, switches, to);
}

/* ---- the applicant, sections, posts ---- */

static void read_applicant(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"name", read_setting, SETTING(SETTING_NAME), false},
        {"section", read_setting, SETTING(SETTING_SECTION), false},
        {"contact", read_setting, SETTING(SETTING_CONTACT), false},
        {NULL, NULL, 0, false},
    };
    if (!node_is_null(n))                   /* all of it may be commented out */
        (void)walk_mapping(w, n, keys, to); /* `to` is the whole draft */
}

static void read_section(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"name", read_setting, SECTION(name), true},
        {"contact", read_setting, SECTION(contact), false},
        {"applies_to", read_setting, SECTION(applies_to), false},
        {NULL, NULL, 0, false},
    };
    (void)walk_mapping(w, n, keys, to);
}

static void read_post(struct walk *w, const struct node *n, void *to)
{
    static const struct key keys[] = {
        {"name", read_setting, POST(name), true},
        {"holder", read_setting, POST(holder), false},
        {NULL, NULL, 0, false},
    };
    (void)walk_mapping(w, n, keys, to);
}

static void read_sections(struct walk *w, const struct node *n, void *to)
{
    walk_sequence(w, n, to, sizeof(struct office_section), read_section);
}

static void read_posts(struct walk *w, const struct node *n, void *to)
{
    walk_sequence(w, n, to, sizeof(struct office_post), read_post);
}

/* ---- keys ---- */

/* One letter or sign, into the letters at `to`. */
static void read_letter(struct walk *w, const struct node *n, void *to)
{
    char *letters = to;
    size_t count = strlen(letters);
    if (n->kind != NODE_SCALAR)
        walk_refuse(w, n, N_("A text was expected here."));
    else if (n->len != 1 || n->text[0] <= ' ' || n->text[0] > '~' ||
             strchr("0123456789", n->text[0]))
        report(w->report, &n->place,
            N_("\"{1}\" cannot be bound: give one letter or sign of the keyboard, no digit."),
            n->text);
    else if (count == KEY_LETTERS)
        report(w->report, &n->place, N_("An action has at most 8 letters."));
    else
        letters[count] = n->text[0];
}

static void read_letters(struct walk *w, const struct node *n, char letters[KEY_LETTERS + 1])
{
    struct node child;
    if (n->kind == NODE_MAPPING)
        walk_refuse(w, n, N_("A text was expected here."));
    else if (n->kind == NODE_SCALAR)
        read_letter(w, n, letters);
    else
        while (cursor_next(&w->cursor, &child))
            read_letter(w, &child, letters);
}

static void read_keys(struct walk *w, const struct node *n, void *to)
{
    struct node name, value;
    if (node_is_null(n))
        return;
    if (n->kind != NODE_MAPPING) {
        walk_refuse(w, n, N_("Keys with values were expected here ('{1}: ...')."), "undo");
        return;
    }
    while (cursor_next(&w->cursor, &name)) {
        struct quote action = {0};
        char letters[KEY_LETTERS + 1] = "";
        read_id(w, &name, &action);
        if (cursor_next(&w->cursor, &value))
            read_letters(w, &value, letters);
        if (!action.text || !*letters || w->cursor.broken)
            continue;
        struct setting_key *key = list_add(w->scratch, to, sizeof *key);
        *key = (struct setting_key){action.text, arena_dup(w->arena, letters), action.place};
    }
}

/* ---- the files ---- */

#define BOTH_FILES                                                                                 \
    {"standard", read_setting, SETTING(SETTING_STANDARD), false},                                  \
        {"answers", read_given_list, DRAFT(answers), false},                                       \
        {"language", read_language, SETTING(SETTING_LANGUAGE), false},                             \
        {"theme", read_theme, SETTING(SETTING_THEME), false},                                      \
        {"ambiguous_width", read_width, SETTING(SETTING_WIDTH), false},                            \
        {"mouse", read_mouse, SETTING(SETTING_MOUSE), false},                                      \
        {"keys", read_keys, DRAFT(keys), false}, {NULL, NULL, 0, false},

/* A viewer is a program: others must not choose which. */
static const struct key own_keys[] = {{"office", read_setting, SETTING(SETTING_OFFICE), false},
    {"applicant", read_applicant, 0, false},
    {"folder", read_setting, SETTING(SETTING_FOLDER), false},
    {"viewer", read_setting, SETTING(SETTING_VIEWER), false}, BOTH_FILES};

static const struct key office_keys[] = {
    {"name", read_setting, SETTING(SETTING_OFFICE_NAME), false},
    {"sections", read_sections, DRAFT(sections), false}, {"posts", read_posts, DRAFT(posts), false},
    BOTH_FILES};

void settings_read(struct settings_file *f, enum settings_whose whose, const char *bytes,
    size_t len, struct err_list *problems)
{
    struct draft_settings draft = {0};
    struct report found = {.to = problems};
    struct walk w = {.report = &found, .arena = &f->arena, .scratch = &f->arena};
    struct node root;
    cursor_begin(&w.cursor, f->path, bytes, len, &found);
    /* a file with nothing in it, or with comments only, sets nothing */
    if (cursor_next(&w.cursor, &root) && !node_is_null(&root))
        (void)walk_mapping(&w, &root, whose == SETTINGS_OWN ? own_keys : office_keys, &draft);
    (void)cursor_end(&w.cursor);
    report_sort(&found);
    memcpy(f->at, draft.at, sizeof f->at);
    f->sections = draft.sections.at;
    f->section_count = draft.sections.count;
    f->posts = draft.posts.at;
    f->post_count = draft.posts.count;
    f->keys = draft.keys.at;
    f->key_count = draft.keys.count;
    f->answers = draft.answers;
    f->is_there = true;
}
