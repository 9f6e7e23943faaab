/* SPDX-License-Identifier: MIT
 * Every screen as it looks, at 80x24, 40x12 and 120x40, in both languages, compared with golden/SCENE-LANGUAGE.txt. What is random (a
 * session's id, its hash) is masked. KIJUN_GOLDEN=write writes the files anew, to be read before they are committed. usage: screen_golden [SCENE ...] */
#include "term/office.h"

#include "golden.h"
#include "support/scenes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LANGUAGES = 2, SIZES = 3, SETTLED = 1000, HASH = 16 };

static const char *const languages[LANGUAGES] = {"ja", "en"};
static const struct {
    int rows, cols;
} sizes[SIZES] = {{24, 80}, {12, 40}, {40, 120}};

static struct office office, later; /* later: the same home, where the revised standard is found */
static char *session;

/* Each begun an hour before the one above it in the list. */
static char *begin(const char *now, const char *standard, const char *title, const char *answers)
{
    struct office then = office;
    for (size_t i = 0; i < OFFICE_ENV && then.env[i]; i++)
        if (strncmp(then.env[i], "KIJUN_NOW=", strlen("KIJUN_NOW=")) == 0)
            then.env[i] = now;
    return answers ? office_line(&then, "new", standard, "--title", title, "--answers", answers)
                   : office_line(&then, "new", standard, "--title", title);
}

/* The answers of the walk, but for the question the session is to stand at. */
static char *answers_file(void)
{
    static const char left_out[] = "dc_country:";
    struct str all = {0}, some = {0};
    assert_true(file_read(TEST_DATA "/walks/kamakura.yaml", &all));
    for (const char *line = str_text(&all); *line; line += strcspn(line, "\n") + 1)
        if (strncmp(line, left_out, strlen(left_out)) != 0)
            str_add_bytes(&some, line, strcspn(line, "\n") + 1);
    office_write(&office, "answers.yaml", str_text(&some), some.len);
    str_release(&all);
    str_release(&some);
    return office_path(&office, "answers.yaml");
}

static void in_office(const char *command)
{
    struct str line = {0};
    str_addf(&line, "cd '%s' && %s", office.home, command);
    assert_int_equal(system(str_text(&line)), 0);
    str_release(&line);
}

static void settle(void)
{
    static const char own[] =
        "applicant: {name: 佐藤 花子, section: 情報政策課, contact: 内線 2345}\nfolder: /srv/papers\n";
    char *config = office_path(&office, "config"), *kijun = office_path(&office, "config/kijun");
    assert_int_equal(mkdir(config, 0700), 0);
    assert_int_equal(mkdir(kijun, 0700), 0);
    office_write(&office, "config/kijun/config.yaml", own, sizeof own - 1);
    free(config);
    free(kijun);
}

/* Kamakura's standard once it has been revised lies in the home. */
static void revise(void)
{
    struct str command = {0}, word = {0};
    str_addf(&command, "'%s/support/revise.sh' '%s' later", TEST_DATA, TEST_CHECKLISTS);
    in_office(str_text(&command));
    str_addf(&word, "KIJUN_STANDARDS=%s/later", office.home);
    later = office;
    office_set(&later, str_text(&word));
    str_release(&command);
    str_release(&word);
}

/* A folder to choose evidence from. */
static void fill_folder(void)
{
    in_office("mkdir -p docs/旧版 docs/見積 papers");
    office_write(&office, "docs/.hidden", "1", 1);
    office_write(&office, "docs/SOC2 report.pdf", "12345", 5);
    office_write(&office, "docs/利用規約.pdf", "123456", 6);
    office_write(&office, "docs/契約書（案）.docx", "1234567", 7);
    office_write(&office, "docs/旧版/利用規約.pdf", "12345678", 8);
    in_office("find docs -exec touch -d '2026-11-02 09:30' {} +");
}

/* A session of somebody else's, named by who is in the home: a path with chance in it would break into lines by chance. */
static void send_file(void)
{
    char *theirs = office_path(&office, "theirs.db"), *file = office_path(&office, "sent.kijun");
    char *id = office_line(
        &office, "--db", theirs, "new", "kamakura", "--title", "窓口の順番案内（福祉課）");
    struct said said = office_run(&office, "--db", theirs, "export", id, file);
    assert_int_equal(said.status, 0);
    said_release(&said);
    assert_int_equal(chdir(office.home), 0);
    free(id);
    free(file);
    free(theirs);
}

static void open_office(void)
{
    office_open(&office);
    settle();
    fill_folder();
    char *answers = answers_file();
    free(begin("KIJUN_NOW=1795052520", "otokuni", "電子申請の受付フォーム", NULL));
    free(begin("KIJUN_NOW=1795131720", "tokyo", "保護者への連絡用メール", NULL));
    session = begin("KIJUN_NOW=" OFFICE_NOW, "kamakura", "庁内ファイル共有の試行", answers);
    free(answers);
    send_file();
    in_office("cp -a data fresh");
    revise();
}

/* Each scene finds the sessions as they were begun: some change them. */
static void renew_office(void)
{
    in_office("rm -rf data state papers nowhere && cp -a fresh data && mkdir papers");
}

/* The provider's sheet as it comes back, with one answer in it. */
static void fill_sheet(void)
{
    static const char blank[] = ",,,,dc_country",
                      filled[] = ",jp,東京と大阪,仕様書 3.2版,dc_country";
    struct said said =
        office_run(&office, "print", session, "provider_sheet", "--format", "csv", "--lang", "ja");
    const char *sheet = str_text(&said.out), *at = strstr(sheet, blank);
    struct str returned = {0};
    assert_non_null(at);
    str_add_bytes(&returned, sheet, (size_t)(at - sheet));
    str_add(&returned, filled);
    str_add(&returned, at + strlen(blank));
    office_write(&office, "returned.csv", str_text(&returned), returned.len);
    str_release(&returned);
    said_release(&said);
}

static void close_office(void)
{
    size_t own = 0;
    while (own < OFFICE_ENV && office.word[own])
        own++;
    free(later.word[own]); /* the others are the office's */
    assert_int_equal(chdir("/"), 0);
    free(session);
    office_close(&office);
}

/* ---- keys ---- */

static void type_path(struct term *t, const char *name)
{
    char *path = office_path(&office, name);
    term_type(t, path);
    free(path);
}

static void press(struct term *t, const char *keys)
{
    char *copy = strdup(keys), *rest = NULL;
    assert_non_null(copy);
    for (char *key = strtok_r(copy, " ", &rest); key; key = strtok_r(NULL, " ", &rest)) {
        if (key[0] == '=' && key[1])
            term_type(t, key + 1);
        else if (key[0] == '@' && key[1])
            type_path(t, key + 1);
        else
            term_key(t, key);
    }
    free(copy);
}

/* ---- what is seen ---- */

static void mask(char *at, size_t len)
{
    memset(at, '*', len);
}

/* The id, the end of the home's name, and hashes. */
static void mask_random(char *screen)
{
    enum { RANDOM = 6 };
    size_t len = strlen(session);
    const char *home = office.home + strlen(office.home) - RANDOM;
    for (char *found; (found = strstr(screen, session));)
        mask(found, len);
    for (char *found; (found = strstr(screen, home));)
        mask(found, RANDOM);
    for (char *at = screen; *at; at++) {
        size_t run = strspn(at, "0123456789abcdef");
        if (run == HASH)
            mask(at, run);
        at += run ? run - 1 : 0;
    }
}

/* The history names who the kernel says it was: "sato (1000)" becomes "***". */
static char *without_user(const char *screen)
{
    const struct passwd *user = getpwuid(getuid());
    struct str out = {0}, actor = {0};
    str_addf(&actor, "%s (%lu)", user ? user->pw_name : "uid", (unsigned long)getuid());
    const char *at = screen;
    for (const char *found; (found = strstr(at, str_text(&actor))); at = found + actor.len) {
        str_add_bytes(&out, at, (size_t)(found - at));
        str_add(&out, "***");
    }
    str_add(&out, at);
    str_release(&actor);
    return str_take(&out);
}

static char *seen(const struct term *t)
{
    char *screen = term_screen(t);
    mask_random(screen);
    char *all = without_user(screen);
    free(screen);
    return all;
}

static bool looks_so(const struct term *t, const void *with)
{
    char *screen = seen(t);
    bool same = strcmp(screen, with) == 0;
    free(screen);
    return same;
}

static bool writing(void)
{
    const char *mode = getenv("KIJUN_GOLDEN");
    return mode && strcmp(mode, "write") == 0;
}

/* The part of a golden file that shows this size: after its heading, as many lines as rows. */
static char *wanted_at(const char *golden, size_t size, const char *heading)
{
    const char *from = strstr(golden, heading), *to;
    if (!from)
        return strdup("");
    from += strlen(heading);
    to = from;
    for (int row = 0; row < sizes[size].rows && *to; row++)
        to += strcspn(to, "\n") + 1;
    return strndup(from, (size_t)(to - from));
}

/* Waits until the screen is the one wanted. Only where it never becomes that, or is to be written, does time decide that it is done. */
static void add_screen(struct term *t, size_t size, const char *golden, struct str *out)
{
    char heading[32];
    (void)snprintf(heading, sizeof heading, "---- %dx%d\n", sizes[size].cols, sizes[size].rows);
    char *wanted = wanted_at(golden, size, heading);
    assert_non_null(wanted);
    if (writing() || !term_await_that(t, looks_so, wanted, TERM_PATIENCE))
        assert_true(term_await_quiet(t, SETTLED, TERM_PATIENCE));
    char *screen = seen(t);
    str_add(out, heading);
    str_add(out, screen);
    free(screen);
    free(wanted);
}

/* As if she had opened it elsewhere a while ago; -1: nobody holds it. */
static int theirs = -1;

static void hold_it(void)
{
    static const char name[] = "suzuki (1002), madoguchi-3, pid 4711, 2026-11-20 09:15\n";
    struct str file = {0};
    str_addf(&file, "data/kijun/kijun.db.%s.hold", session);
    office_write(&office, str_text(&file), name, sizeof name - 1);
    char *path = office_path(&office, str_text(&file));
    theirs = open(path, O_RDWR | O_CLOEXEC);
    assert_true(theirs >= 0);
    assert_int_equal(flock(theirs, LOCK_EX | LOCK_NB), 0);
    free(path);
    str_release(&file);
}

static void let_it_go(void)
{
    if (theirs >= 0)
        assert_int_equal(close(theirs), 0);
    theirs = -1;
}

/* kijun, kept from naming the second file it makes. */
static struct term *sit_held(size_t size, const char *language)
{
    const char *argv[] = {"strace", "-f", "-o", "/dev/null", "-e", "trace=renameat2", "-e",
        "inject=renameat2:delay_enter=600000000:when=2", office_program(), "--lang", language,
        NULL};
    return term_start(&(struct pty_start){
        .argv = argv, .env = office.env, .rows = sizes[size].rows, .cols = sizes[size].cols});
}

/* At the scene, on a fresh copy of the sessions. */
static struct term *sit_empty(const char *language)
{
    char *path = office_path(&office, "empty.db");
    struct term *t = office_sit(&office, 24, 80, "--db", path, "--lang", language);
    free(path);
    return t;
}

static struct term *go_there(const struct scene *s, size_t size, const char *language)
{
    const struct office *o = s->start == LATER ? &later : &office;
    struct term *t;
    renew_office();
    if (s->start == THEIRS)
        hold_it();
    if (s->start == HELD)
        t = sit_held(size, language);
    else if (s->start == EMPTY)
        t = sit_empty(language);
    else if (s->start == LISTED)
        t = office_sit(o, 24, 80, "--lang", language);
    else
        t = office_sit(o, 24, 80, "--lang", language, "open", session);
    see(t, s->start == EMPTY ? " d " : "庁内ファイル");
    if (s->start == LATER)
        see(t, "2027-04-01"); /* looked for once the first frame stands */
    press(t, s->keys);
    return t;
}

static void leave(const struct scene *s, struct term *t)
{
    if (s->start == HELD)
        (void)kill(-term_pty(t)->pid, SIGKILL); /* the group: what strace holds, too */
    term_release(t);
    let_it_go();
}

/* One program for all sizes; but who is held does not see that the terminal becomes another. */
static void add_screens(
    const struct scene *s, const char *language, const char *golden, struct str *out)
{
    struct term *t = go_there(s, 0, language);
    for (size_t size = 0; size < SIZES; size++) {
        if (s->start == HELD && size > 0) {
            leave(s, t);
            t = go_there(s, size, language);
        }
        term_resize(t, sizes[size].rows, sizes[size].cols);
        add_screen(t, size, golden, out);
    }
    leave(s, t);
}

static void check_scene(const struct scene *s, const char *language)
{
    char path[512];
    struct str golden = {0}, out = {0};
    (void)snprintf(path, sizeof path, TEST_DATA "/screen/golden/%s-%s.txt", s->name, language);
    if (!writing() && !file_read(path, &golden))
        fail_msg("%s cannot be read", path);
    add_screens(s, language, str_text(&golden), &out);
    golden_check(path, str_text(&out));
    str_release(&golden);
    str_release(&out);
}

static char **named; /* the scenes named as arguments, ended by NULL */

static bool wanted(const struct scene *s)
{
    size_t i = 0;
    while (named[i] && strcmp(named[i], s->name) != 0)
        i++;
    return named[i] || !named[0];
}

static void screens(void **state)
{
    (void)state;
    open_office();
    fill_sheet();
    for (size_t i = 0; i < sizeof scenes / sizeof *scenes; i++)
        for (size_t l = 0; l < LANGUAGES && wanted(&scenes[i]); l++)
            check_scene(&scenes[i], languages[l]);
    close_office();
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(screens),
    };
    named = argv + (argc > 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
