/* SPDX-License-Identifier: MIT
 * A machine with the fonts that a test gives it: a paper that lacks one is printed once it is there, by the same program. */
#include "golden.h"
#include "paper.h"
#include "render/render.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/kijun-fonts.XXXXXX";

static void install(const char *font, const char *name)
{
    struct str link = {0};
    str_addf(&link, "%s/fonts/%s", folder, name);
    assert_int_equal(symlink(font, str_text(&link)), 0);
    str_release(&link);
}

/* Of the machine that the tests run on, before it is given fonts. */
static void find(struct str *out, const char *family)
{
    struct str command = {0};
    str_addf(&command, "fc-match -f '%%{file}' '%s'", family);
    assert_int_equal(tool_run(str_text(&command), "", out), 0);
    str_release(&command);
}

static void use_folder(void)
{
    struct str path = {0};
    assert_non_null(mkdtemp(folder));
    str_addf(&path, "%s/fonts", folder);
    assert_int_equal(mkdir(str_text(&path), 0700), 0);
    str_clear(&path);
    str_addf(&path, "%s/fonts.conf", folder);
    FILE *settings = fopen(str_text(&path), "w");
    assert_non_null(settings);
    (void)fprintf(settings,
        "<fontconfig><dir>%s/fonts</dir><cachedir>%s/cache</cachedir></fontconfig>", folder,
        folder);
    assert_int_equal(fclose(settings), 0);
    assert_int_equal(setenv("FONTCONFIG_FILE", str_text(&path), 1), 0);
    str_release(&path);
}

static void remove_folder(void)
{
    struct str command = {0};
    str_addf(&command, "rm -rf '%s'", folder);
    assert_int_equal(system(str_text(&command)), 0);
    str_release(&command);
}

/* Fontconfig counts in seconds. */
static void wait_for_next_second(void)
{
    for (time_t now = time(NULL); time(NULL) == now;)
        (void)usleep(10000);
}

static void test_installed_meanwhile(void **state)
{
    (void)state;
    need_format(FORMAT_PDF);
    const struct document *d = paper_of("\xed\x95\x9c");
    struct str font = {0}, pdf = {0}, said = {0};
    struct err e;
    find(&font, "Noto Sans CJK JP");
    use_folder();
    install(TEST_DATA "/cli/boxes.ttf", "boxes.ttf");
    for (int i = 0; i < 2; i++)
        assert_false(render(&pdf, d, FORMAT_PDF, &(struct rendering){0}, &e));
    assert_string_equal(e.arg[1], "fonts-noto-core");
    wait_for_next_second();
    install(str_text(&font), "other.ttc");
    paper_render(&pdf, d, FORMAT_PDF);
    run_on(&pdf, "pdffonts \"$FILE\"", &said);
    assert_non_null(strstr(str_text(&said), "CID Type 0C"));
    remove_folder();
    str_release(&font);
    str_release(&pdf);
    str_release(&said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_installed_meanwhile)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
