/* SPDX-License-Identifier: MIT
 * Anybody's hands: keys and sizes at random, begun on each screen. The program neither ends nor hangs, nothing it did is damaged, and
 * afterwards its screen is the one a fresh start shows. KIJUN_STORM says how many presses on each screen (60); KIJUN_SEED has a run
 * again. */
#include "term/chance.h"
#include "term/office.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <unistd.h>

enum {
    PRESSES = 60,
    ONCE = 2000,
    SHOWER = 6,
    STEADY = 24,
    ROWS_MOST = 60,
    COLS_MOST = 200,
    WAYS_HOME = 12
};

/* What ends the program, or leaves it for the shell, is not among them; nor a slash, lest a paper be written elsewhere than here. */
static const char *const presses[] = {"Enter", "Enter", "Enter", "Tab", "BackTab", "Esc", "Up",
    "Down", "Left", "Right", "Home", "End", "PgUp", "PgDn", "Space", "Backspace", "Delete", "F1",
    "F2", "C-l", "C-d", "C-a", "C-e", "C-k", "C-u", "C-w", "?", "b", "c", "d", "e", "f", "g", "h",
    "j", "k", "m", "n", "o", "p", "r", "s", "t", "u", "w", "x", "y", "z", "L", "G", "1", "2", "3",
    "4", "9", "0", "-", ":", "／", "あ", "基", "ｂ", "？"};

/* A screen: how it is come to, and what is to be seen of it. */
struct place {
    enum {
        LIST,
        SESSION,
        BINDING
    } from; /* BINDING: the list; and there the keys that lead home may be bound */
    const char *keys, *sign;
};

static const struct place places[] = {
    {LIST, "", "保存したセッション"},
    {LIST, "n", "新規: 基準を選ぶ"},
    {LIST, "n Enter", "どのサービスを"},
    {LIST, "d", "練習: 基準を選ぶ"},
    {LIST, "d Enter", "どの事例で"},
    {LIST, "f", "受け取ったファイルを開く"},
    {BINDING, "s", "設定"},
    {LIST, "p", "一括印刷"},
    {LIST, "x", "人に送るファイル"},
    {LIST, "：", "名前で移動"},
    {SESSION, "", "中断"},
    {SESSION, "s", "段階と質問"},
    {SESSION, "m", "許可権限者:"},
    {SESSION, "w", "理由"},
    {SESSION, "m v", "未完了"},
    {SESSION, "c", "条項"},
    {SESSION, "e", "証跡"},
    {SESSION, "n", "この回答へのメモ"},
    {SESSION, "h", "履歴"},
    {SESSION, "／", "検索:"},
    {SESSION, "：", "名前で移動"},
    {SESSION, "o", "基準の比較"},
    {SESSION, "m p", "印刷・保存"},
    {SESSION, "m p v", "書類"},
    {SESSION, "m r", "戻った確認票"},
    {SESSION, "m x", "人に送るファイル"},
    {SESSION, "m d", "この申請をどうしますか"},
    {SESSION, "?", "この画面の操作"},
};

static size_t presses_wanted(void)
{
    const char *given = getenv("KIJUN_STORM");
    size_t count = given ? strtoul(given, NULL, 10) : 0;
    return count ? count : PRESSES;
}

static void press_some(struct term *t, struct chance *chance, size_t count)
{
    for (size_t i = 0; i < count; i++)
        term_key(t, presses[chance_below(chance, sizeof presses / sizeof *presses)]);
    assert_true(term_await_quiet(t, 1, TERM_PATIENCE));
    assert_false(term_pty(t)->over);
}

static bool same_screen(const struct term *t, const void *picture)
{
    char *screen = term_screen(t);
    bool same = strcmp(screen, picture) == 0;
    free(screen);
    return same;
}

/* The terminal's own picture stays 24 x 80, as in resize.c. */
static void storm(struct term *t, struct chance *chance, size_t count)
{
    for (size_t i = 0; i < count; i += SHOWER) {
        press_some(t, chance, SHOWER);
        int rows = (int)chance_below(chance, ROWS_MOST) + 1;
        pty_resize(term_pty(t), rows, (int)chance_below(chance, COLS_MOST) + 1);
    }
    pty_resize(term_pty(t), 24, 80);
    for (size_t i = 0; i < STEADY; i += SHOWER)
        press_some(t, chance, SHOWER);
}

/* What was painted bit by bit is what a repaint of everything gives. */
static void repaint_is_the_same(struct term *t)
{
    free(see_rested(t)); /* papers being printed may still have something to say */
    term_key(t, "C-t");  /* means nothing, but what is said until the next key goes */
    see_whole(t);
}

static bool at_home(struct term *t)
{
    return term_find(t, " kijun  保存したセッション", NULL, NULL) ||
           term_find(t, " kijun  Sessions", NULL, NULL);
}

static bool other_screen(const struct term *t, const void *picture)
{
    return !same_screen(t, picture);
}

/* To the list of sessions, in Japanese, nothing searched, at its top. */
static void go_home(struct term *t)
{
    for (int i = 0; i < WAYS_HOME && !at_home(t); i++) {
        char *before = see_rested(t);
        term_key(t, "C-c");
        see_that(t, other_screen, before, "Ctrl-C leads back");
        free(before);
    }
    see(t, " kijun  ");
    if (term_find(t, " kijun  Sessions", NULL, NULL)) {
        term_key(t, "Esc"); /* in the search L would be a letter */
        see_gone(t, "Search:");
        term_key(t, "L");
    }
    see(t, " kijun  保存したセッション");
    term_key(t, "Esc");
    see_gone(t, "検索:");
    term_key(t, "／");
    see(t, "検索:");
    term_key(t, "Esc");
    see_gone(t, "検索:");
    term_key(t, "g");
}

static void a_fresh_start_shows_the_same(const struct office *o, struct term *t)
{
    char *left = see_rested(t);
    term_key(t, "q");
    see_end(t, 0);
    t = office_sit(o, 24, 80, "--lang", "ja");
    see_that(t, same_screen, left, "a fresh start shows what the storm left");
    term_key(t, "q");
    see_end(t, 0);
    free(left);
}

static struct term *go_to(const struct office *o, const struct place *place, const char *session)
{
    struct term *t = place->from == SESSION ? office_sit(o, 24, 80, "open", session, "--lang", "ja")
                                            : office_sit(o, 24, 80, "--lang", "ja");
    see(t, place->from == SESSION ? "中断" : " kijun  保存したセッション");
    term_key(t, place->keys);
    see(t, place->sign);
    return t;
}

/* No storm begins with what was bound in the one before. */
static void forget_settings(const struct office *o)
{
    char *config = office_path(o, "config/kijun/config.yaml");
    if (unlink(config) != 0 && errno != ENOENT)
        fail_msg("unlink");
    free(config);
}

static void end_here(struct term *t)
{
    struct pty_end end;
    term_hang_up(t);
    assert_true(term_await_end(t, TERM_PATIENCE, &end));
    term_release(t);
}

static void storm_at(const struct office *o, const struct place *place, struct chance *chance)
{
    for (size_t left = presses_wanted(), count; left; left -= count) {
        char *session = office_line(o, "new", "kamakura", "--case", "19-high-provider-asked");
        struct term *t = go_to(o, place, session);
        count = left < ONCE ? left : ONCE;
        storm(t, chance, count);
        repaint_is_the_same(t);
        if (place->from == BINDING) {
            end_here(t);
        } else {
            go_home(t);
            a_fresh_start_shows_the_same(o, t);
        }
        forget_settings(o);
        free(session);
    }
}

static void any_keys_and_sizes_leave_no_trace(void **state)
{
    (void)state;
    struct office o;
    struct chance chance;
    if (setenv("KIJUN_SEED", "20261120", 0) != 0)
        fail_msg("setenv");
    chance_begin(&chance);
    office_open(&o);
    assert_int_equal(chdir(o.home), 0);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        storm_at(&o, &places[i], &chance);
    struct said said = office_run(&o, "verify");
    assert_int_equal(said.status, 0);
    said_release(&said);
    assert_int_equal(chdir("/"), 0);
    office_close(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(any_keys_and_sizes_leave_no_trace)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
