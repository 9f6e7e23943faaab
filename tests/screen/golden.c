/* SPDX-License-Identifier: MIT
 * Every screen as it looks, at 80x24, 40x12 and 120x40, in both languages, compared with golden/SCENE-LANGUAGE.txt. What is random (a
 * session's id, its hash) is masked. KIJUN_GOLDEN=write writes the files anew, to be read before they are committed. */
#include "term/office.h"

#include "golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LANGUAGES = 2, SIZES = 3, SETTLED = 1000, HASH = 16 };

static const char *const languages[LANGUAGES] = {"ja", "en"};
static const struct {
    int rows, cols;
} sizes[SIZES] = {{24, 80}, {12, 40}, {40, 120}};

/* How one gets there: names of keys, after '=' a word to be typed, after '@' a file of the office whose path is. From the list of sessions, or from the open session, which stands
 * at the question where the data are stored. */
struct scene {
    const char *name;
    bool open;
    const char *keys;
};

static const struct scene scenes[] = {
    {"home", false, ""},
    {"home-search", false, "/ =共有"},
    {"choose", false, "n"},
    {"choose-practice", false, "d"},
    {"new", false, "n Enter =窓口予約"},
    {"walk-one", true, ""},
    {"walk-effect", true, "Down"},
    {"walk-pending", true, "Down Down"},
    {"walk-many", true, ": =assurances Enter"},
    {"walk-text", true, ": =data_handled Enter"},
    {"walk-date", true, ": =certificate_expiry Enter C-u =令和10年3月31日"},
    {"walk-no-date", true, ": =certificate_expiry Enter C-u =令和10年3月末"},
    {"walk-asks", true, ": =tier Enter Down Enter 1 Enter"},
    {"walk-end", true, "G Tab f f"},
    {"stages", true, "s"},
    {"stages-open", true, "s f"},
    {"stages-hidden", true, "s a"},
    {"find", true, "/ =ばっくあっぷ"},
    {"find-matches", true, "/ =ばっくあっぷ Enter"},
    {"jump", true, ": =dc"},
    {"result", true, "m"},
    {"result-forbidden", true, "Down Enter m"},
    {"evidence", true, ": =encryption_cryptrec Enter e"},
    {"evidence-form", true, ": =encryption_cryptrec Enter e Enter"},
    {"note", true, ": =encryption_cryptrec Enter n =営業担当へ照会中"},
    {"pend", true, "Down Down Enter"},
    {"why", true, "w"},
    {"why-verdict", true, "m v"},
    {"history", true, ": =backup_recovery Enter h"},
    {"clause", true, "c"},
    {"compare", true, "o"},
    {"compared", true, "o Enter"},
    {"paper", true, "m f"},
    {"paper-next", true, "m f t"},
    {"save", true, "m f p"},
    {"many", false, "p"},
    {"settings", false, "s"},
    {"receive", true, "m r @returned.csv Enter Enter"},
    {"help-walk", true, "?"},
    {"help-stages", true, "s ?"},
    {"help-home", false, "?"},
};

static struct office office;
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

static void open_office(void)
{
    office_open(&office);
    settle();
    char *answers = answers_file();
    free(begin("KIJUN_NOW=1795052520", "otokuni", "電子申請の受付フォーム", NULL));
    free(begin("KIJUN_NOW=1795131720", "tokyo", "保護者への連絡用メール", NULL));
    session = begin("KIJUN_NOW=" OFFICE_NOW, "kamakura", "庁内ファイル共有の試行", answers);
    free(answers);
    in_office("cp -a data fresh");
}

/* Each scene finds the sessions as they were begun: some change them. */
static void renew_office(void)
{
    in_office("rm -rf data state && cp -a fresh data");
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

/* The id and hashes. */
static void mask_random(char *screen)
{
    size_t len = strlen(session);
    for (char *found; (found = strstr(screen, session));)
        mask(found, len);
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
    term_resize(t, sizes[size].rows, sizes[size].cols);
    if (writing() || !term_await_that(t, looks_so, wanted, TERM_PATIENCE))
        assert_true(term_await_quiet(t, SETTLED, TERM_PATIENCE));
    char *screen = seen(t);
    str_add(out, heading);
    str_add(out, screen);
    free(screen);
    free(wanted);
}

static void check_scene(const struct scene *s, const char *language)
{
    char path[512];
    struct str golden = {0}, out = {0};
    (void)snprintf(path, sizeof path, TEST_DATA "/screen/golden/%s-%s.txt", s->name, language);
    if (!writing() && !file_read(path, &golden))
        fail_msg("%s cannot be read", path);
    renew_office();
    struct term *t = s->open ? office_sit(&office, 24, 80, "--lang", language, "open", session)
                             : office_sit(&office, 24, 80, "--lang", language);
    see(t, "庁内ファイル共有の試行");
    press(t, s->keys);
    for (size_t size = 0; size < SIZES; size++)
        add_screen(t, size, str_text(&golden), &out);
    term_release(t);
    golden_check(path, str_text(&out));
    str_release(&golden);
    str_release(&out);
}

static void screens(void **state)
{
    (void)state;
    open_office();
    fill_sheet();
    for (size_t i = 0; i < sizeof scenes / sizeof *scenes; i++)
        for (size_t l = 0; l < LANGUAGES; l++)
            check_scene(&scenes[i], languages[l]);
    close_office();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(screens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
