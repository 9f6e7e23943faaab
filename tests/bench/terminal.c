/* SPDX-License-Identifier: MIT
 * What an officer feels: how soon a saved session stands on the screen, how soon a key shows, how soon an answer is safe. */
#include "contest.h"
#include "figures.h"
#include "stopwatch.h"

#include "core/str.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const whiptail[] = {"whiptail", "--title", "基準", "--menu",
    "データはどの国のデータセンターに保存されますか", "24", "80", "15", "1", "機密性区分", "2",
    "法域と所在地", "3", "認証", "4", "終了時の取決め", "5", "安全管理措置", "6", "再委託", "7",
    "契約", "8", "運用", "9", "申請の準備", "10", "アクセス制御", "11", "暗号化", "12",
    "バックアップ", "13", "復旧", "14", "訓練", "15", "最後の項目", NULL};

struct both {
    struct program ours, theirs;
    const char *our_keys, *their_keys;
    const char *our_last, *their_last; /* on the screen after the last key */
};

static double our_first_frame(void *with)
{
    return first_frame(&((struct both *)with)->ours);
}

static double their_first_frame(void *with)
{
    return first_frame(&((struct both *)with)->theirs);
}

static double our_redraw(void *with)
{
    struct both *b = with;
    return key_to_redraw(&b->ours, b->our_keys, b->our_last);
}

static double their_redraw(void *with)
{
    struct both *b = with;
    return key_to_redraw(&b->theirs, b->their_keys, b->their_last);
}

/* Makes a session with some answers; its id. */
static int make_session(const struct figures *f, char *id, size_t size)
{
    struct str command = {0};
    str_addf(&command, "'%s' new '%s' --title 庁内ファイル共有の試行 --answers '%s'", f->kijun,
        f->standard, f->answers);
    FILE *out = popen(str_text(&command), "r");
    str_release(&command);
    bool made = out && fgets(id, (int)size, out);
    if (out && pclose(out) != 0)
        made = false;
    id[made ? strcspn(id, "\n") : 0] = '\0';
    return made;
}

/* The session stands at a question of one choice. Each answer differs from the one before: writing the same again would cost nothing. */
static const char bar_keys[] = "Down Up Down Up Down Up Down Up";
static const char our_answers[] = "-1 Enter -b -2 Enter -b -1 Enter -b -2 Enter -b";
static const char their_answers[] = "y y y y";

enum { SESSIONS = 20 };

int figures_terminal(const struct figures *f)
{
    char id[64];
    for (int i = 0; i < SESSIONS; i++)
        if (!make_session(f, id, sizeof id)) {
            fprintf(stderr, "bench: %s new %s failed\n", f->kijun, f->standard);
            return 1;
        }
    struct str bare_db = {0}, home = {0};
    str_addf(&home, "HOME=%s", f->home);
    str_addf(&bare_db, "%s/keys.db", f->home);
    const char *env[] = {str_text(&home), NULL};
    const char *open_one[] = {f->kijun, "open", id, "--lang", "ja", NULL};
    const char *open_list[] = {f->kijun, "--lang", "ja", NULL};
    const char *menu[] = {f->bare_menu, NULL}, *text_menu[] = {f->bare_menu, "text", NULL};
    const char *saving_menu[] = {f->bare_menu, str_text(&bare_db), NULL};

    struct program walk = {.argv = open_one, .env = env, .want = "q 中断"};
    struct program list = {.argv = open_list, .env = env, .want = "q 終了"};
    struct program peer = {.argv = whiptail, .want = "最後の項目"};
    struct program bare = {.argv = menu, .want = "23  データ"};
    struct program bare_text = {.argv = text_menu, .want = "23  法域"};
    struct program saving = {.argv = saving_menu, .want = "23  データ"};

    struct both first = {.ours = walk, .theirs = peer};
    struct both in_list = {
        .ours = list, .theirs = bare, .our_keys = bar_keys, .their_keys = bar_keys};
    struct both in_walk = {
        .ours = walk, .theirs = bare_text, .our_keys = bar_keys, .their_keys = bar_keys};
    struct both answer = {.ours = walk,
        .theirs = saving,
        .our_keys = our_answers,
        .their_keys = their_answers,
        .their_last = "saved 4"};
    const struct contest contest[] = {
        {"first screen of a saved session", "whiptail --menu", 1.0, our_first_frame,
            their_first_frame, &first},
        {"a key in a list to its redraw", "bare ncurses list", 1.5, our_redraw, their_redraw,
            &in_list},
        {"a key in the walk to its redraw", "bare ncurses list, text", 1.5, our_redraw,
            their_redraw, &in_walk},
        {"a key to its answer saved and redrawn", "bare ncurses + SQLite", 1.3, our_redraw,
            their_redraw, &answer},
    };
    for (size_t i = 0; i < sizeof contest / sizeof *contest; i++)
        contest_run(&contest[i], f->pairs);
    str_release(&bare_db);
    str_release(&home);
    return 0;
}
