/* SPDX-License-Identifier: MIT
 * What an officer feels: how soon a saved session stands on the screen, how soon a key shows, how soon an answer is safe. */
#include "contest.h"
#include "figures.h"
#include "generated.h"
#include "stopwatch.h"

#include "core/session.h"
#include "core/str.h"
#include "pack/pack.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const whiptail_menu[] = {"whiptail", "--title", "基準", "--menu",
    "データはどの国のデータセンターに保存されますか", "24", "80", "15", "1", "機密性区分", "2",
    "法域と所在地", "3", "認証", "4", "終了時の取決め", "5", "安全管理措置", "6", "再委託", "7",
    "契約", "8", "運用", "9", "申請の準備", "10", "アクセス制御", "11", "暗号化", "12",
    "バックアップ", "13", "復旧", "14", "訓練", "15", "最後の項目", NULL};

static const char *const whiptail_input[] = {
    "whiptail", "--title", "基準", "--inputbox", "備考", "24", "80", NULL};

struct side {
    struct program program;
    const char *keys, *last; /* last: on the screen after the last key, or NULL */
};

struct pair {
    struct side ours, theirs;
    enum measure measure;
};

static double our_first_frame(void *with)
{
    return first_frame(&((struct pair *)with)->ours.program);
}

static double their_first_frame(void *with)
{
    return first_frame(&((struct pair *)with)->theirs.program);
}

static double redraw(const struct side *s, enum measure measure)
{
    return key_to_redraw(&s->program, s->keys, s->last, measure);
}

static double our_redraw(void *with)
{
    struct pair *p = with;
    return redraw(&p->ours, p->measure);
}

static double their_redraw(void *with)
{
    struct pair *p = with;
    return redraw(&p->theirs, p->measure);
}

/* ---- sessions to open ---- */

enum { ID = SESSION_ID_BYTES + 1, SESSIONS = 20, LARGE = 10000 };

struct ids {
    char usual[ID], largest[ID], generated[ID], typing[ID];
};

/* Makes a session under a standard (id or folder), with a file of answers or none; its id. */
static bool make_session(
    const struct figures *f, const char *standard, const char *answers, char id[ID])
{
    struct str command = {0};
    str_addf(&command, "'%s' new '%s' --title 庁内ファイル共有の試行", f->kijun, standard);
    if (answers)
        str_addf(&command, " --answers '%s'", answers);
    FILE *out = popen(str_text(&command), "r");
    str_release(&command);
    bool made = out && fgets(id, ID, out);
    if (out && pclose(out) != 0)
        made = false;
    id[made ? strcspn(id, "\n") : 0] = '\0';
    if (!made)
        fprintf(stderr, "bench: %s new %s failed\n", f->kijun, standard);
    return made;
}

/* The standard with most to read, its training cases aside. */
static bool make_largest(const struct figures *f, char id[ID])
{
    struct shelf shelf = {0};
    struct err e;
    size_t most = 0, largest = 0;
    if (!shelf_read(&shelf, &e))
        return false;
    for (size_t i = 0; i < shelf.count; i++) {
        struct bundle b;
        size_t bytes = 0;
        if (!bundle_read(&b, shelf.at[i].folder, &e))
            continue;
        for (size_t k = 0; k < b.count; k++)
            bytes += strncmp(b.file[k].path, "training/", 9) != 0 ? b.file[k].len : 0;
        if (bytes > most) {
            most = bytes;
            largest = i;
        }
        bundle_release(&b);
    }
    bool made = shelf.count > 0 && make_session(f, shelf.at[largest].id, NULL, id);
    shelf_release(&shelf);
    return made;
}

static bool make_generated(const struct figures *f, struct ids *ids)
{
    struct str folder = {0}, answers = {0};
    str_addf(&folder, "%s/generated", f->home);
    str_addf(&answers, "%s/generated.yaml", f->home);
    FILE *to = fopen(str_text(&answers), "w");
    bool made = to && fputs("where: jp\ntier: tier2\n", to) >= 0;
    if (to && fclose(to) != 0)
        made = false;
    made = made && generated_write(str_text(&folder), LARGE) &&
           make_session(f, str_text(&folder), NULL, ids->generated) &&
           make_session(f, str_text(&folder), str_text(&answers), ids->typing);
    str_release(&folder);
    str_release(&answers);
    return made;
}

static bool make_sessions(const struct figures *f, struct ids *ids)
{
    for (int i = 0; i < SESSIONS; i++)
        if (!make_session(f, f->standard, f->answers, ids->usual))
            return false;
    return make_largest(f, ids->largest) && make_generated(f, ids);
}

/* ---- the figures ---- */

/* The session stands at a question of one choice. Each answer differs from the one before: writing the same again would cost nothing. */
static const char bar_keys[] = "Down Up Down Up Down Up Down Up";
static const char letter_keys[] = "a b c d e f g h";
/* What was typed in the run before is back as a draft: whiptail begins with nothing, too. */
static const char our_letters[] = "-C-u a b c d e f g h";
static const char our_answers[] = "-1 Enter -b -2 Enter -b -1 Enter -b -2 Enter -b";
/* As many keys from one commit to the next: a disk that has rested is slower, by half and more. */
static const char their_answers[] = "-Down y -Up -Down y -Up -Down y -Up -Down y -Up";

struct setting {
    const char *kijun;
    const char *const *env;
    size_t pairs;
};

/* kijun open SESSION; the array is good until the next call */
static struct program opened(const struct setting *s, const char **argv, const char *id)
{
    const char *const words[] = {s->kijun, "open", id, "--lang", "ja", NULL};
    memcpy(argv, words, sizeof words);
    return (struct program){.argv = argv, .env = s->env, .want = "q 中断"};
}

static void against_whiptail(const struct setting *s, const struct ids *ids)
{
    const char *usual[6], *largest[6], *generated[6], *typing[6];
    const struct side menu = {{.argv = whiptail_menu, .want = "最後の項目"}, .keys = bar_keys};
    const struct side input = {{.argv = whiptail_input, .want = "備考"}, .keys = letter_keys};
    const struct side walk = {opened(s, usual, ids->usual), .keys = bar_keys};
    const struct side wide = {opened(s, largest, ids->largest), .keys = bar_keys};
    const struct side many = {opened(s, generated, ids->generated), .keys = bar_keys};
    struct side field = {opened(s, typing, ids->typing), .keys = our_letters, .last = "abcdefgh"};
    field.program.want = "備考";
    struct pair pair[] = {{walk, menu, MEASURE_TIME}, {wide, menu, MEASURE_TIME},
        {walk, menu, MEASURE_TIME}, {many, menu, MEASURE_TIME}, {field, input, MEASURE_TIME},
        {walk, menu, MEASURE_BYTES}, {field, input, MEASURE_BYTES}};
    const struct contest contest[] = {
        {"first screen of a saved session", "whiptail --menu", 1.0, our_first_frame,
            their_first_frame, &pair[0]},
        {"... under the largest standard", "whiptail --menu", 1.0, our_first_frame,
            their_first_frame, &pair[1]},
        {"a cursor key in the walk to its redraw", "whiptail --menu", 0.8, our_redraw, their_redraw,
            &pair[2]},
        {"... among 10,000 questions", "whiptail --menu", 0.8, our_redraw, their_redraw, &pair[3]},
        {"a character typed to its redraw", "whiptail --inputbox", 1.05, our_redraw, their_redraw,
            &pair[4]},
        {"a cursor key in the walk: bytes", "whiptail --menu", 1.0, our_redraw, their_redraw,
            &pair[5]},
        {"a character typed: bytes", "whiptail --inputbox", 1.0, our_redraw, their_redraw,
            &pair[6]},
    };
    for (size_t i = 0; i < sizeof contest / sizeof *contest; i++)
        contest_run(&contest[i], s->pairs);
}

static void against_ncurses(const struct setting *s, const struct figures *f, const struct ids *ids)
{
    struct str row_db = {0}, same_db = {0};
    str_addf(&row_db, "%s/row.db", f->home);
    str_addf(&same_db, "%s/same.db", f->home);
    const char *usual[6], *home[] = {f->kijun, "--lang", "ja", NULL};
    const char *menu[] = {f->bare_menu, NULL}, *text_menu[] = {f->bare_menu, "text", NULL};
    const char *row_menu[] = {f->bare_menu, str_text(&row_db), NULL};
    const char *same_menu[] = {f->bare_menu, str_text(&same_db), "same", NULL};

    const struct side list = {{.argv = home, .env = s->env, .want = "q 終了"}, .keys = bar_keys};
    const struct side walk = {opened(s, usual, ids->usual), .keys = bar_keys};
    struct side answer = walk;
    answer.keys = our_answers;
    const struct side bare = {{.argv = menu, .want = "23  データ"}, .keys = bar_keys};
    const struct side bare_text = {{.argv = text_menu, .want = "23  法域"}, .keys = bar_keys};
    const struct side row = {{.argv = row_menu, .want = "23  データ"}, their_answers, "saved 4"};
    const struct side same = {{.argv = same_menu, .want = "23  データ"}, their_answers, "saved 4"};
    struct pair pair[] = {{list, bare, MEASURE_TIME}, {walk, bare_text, MEASURE_TIME},
        {answer, row, MEASURE_TIME}, {answer, same, MEASURE_TIME}};
    const struct contest contest[] = {
        {"a key in a list to its redraw", "bare ncurses list", 1.5, our_redraw, their_redraw,
            &pair[0]},
        {"a key in the walk to its redraw", "bare ncurses list, text", 1.5, our_redraw,
            their_redraw, &pair[1]},
        {"a key to its answer saved and redrawn", "bare ncurses, one row", 1.3, our_redraw,
            their_redraw, &pair[2]},
        {"a key to its answer saved and redrawn", "bare ncurses, same rows", 1.15, our_redraw,
            their_redraw, &pair[3]},
    };
    for (size_t i = 0; i < sizeof contest / sizeof *contest; i++)
        contest_run(&contest[i], s->pairs);
    str_release(&row_db);
    str_release(&same_db);
}

int figures_terminal(const struct figures *f)
{
    struct ids ids;
    if (!make_sessions(f, &ids))
        return 1;
    struct str home = {0};
    str_addf(&home, "HOME=%s", f->home);
    const char *env[] = {str_text(&home), NULL};
    const struct setting setting = {f->kijun, env, f->pairs};
    against_whiptail(&setting, &ids);
    against_ncurses(&setting, f, &ids);
    str_release(&home);
    return 0;
}
