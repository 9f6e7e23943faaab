/* SPDX-License-Identifier: MIT
 * A person with an editor of their own. */
#include "screen/support/editing.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

char *run;

void editor_is(const char *script)
{
    office_write(&office, "editor", script, strlen(script));
}

int begin_editing(void **state)
{
    struct str word = {0}, data = {0};
    (void)open_office(state);
    str_addf(&data, "%s/$(touch pwned);`touch pwned`' \"run", office.home);
    assert_int_equal(mkdir(str_text(&data), 0700), 0);
    str_addf(&word, "XDG_DATA_HOME=%s", str_text(&data));
    str_add(&data, "/kijun");
    run = str_take(&data);
    assert_int_equal(mkdir(run, 0700), 0);
    office_set(&office, str_text(&word));
    str_clear(&word);
    str_addf(&word, "EDITOR=sh '%s/editor' 'two words'", office.home);
    office_set(&office, str_text(&word));
    str_release(&word);
    return 0;
}

int end_editing(void **state)
{
    char *pwned = office_read(&office, "pwned");
    assert_null(pwned);
    free(run);
    return close_office(state);
}

size_t files_left(void)
{
    size_t count = 0;
    DIR *folder = opendir(run);
    assert_non_null(folder);
    for (const struct dirent *d; (d = readdir(folder)) != NULL;)
        count += strstr(d->d_name, "s-") || !strncmp(d->d_name, "kijun-", 6);
    closedir(folder);
    return count;
}

void assert_answer(const char *want)
{
    char *answer = office_answer(&office, session, "story");
    assert_non_null(answer);
    assert_string_equal(answer, want);
    free(answer);
}

char *left_path(const char *folder, const char *name)
{
    struct str path = {0};
    str_addf(&path, "%s/%s%s", run, folder, name);
    return str_take(&path);
}

void put(const char *folder, const char *name, const char *text)
{
    char *path = left_path(folder, name);
    office_write(&office, path + strlen(office.home) + 1, text, strlen(text));
    assert_int_equal(chmod(path, 0600), 0);
    free(path);
}

void left_behind(const char *folder, const char *text, const char *before)
{
    char *path = left_path(folder, "");
    assert_int_equal(mkdir(path, 0700), 0);
    put(folder, "/text.txt", text);
    put(folder, "/before.txt", before);
    free(path);
}

void forget(const char *folder)
{
    static const char *const names[] = {"/text.txt", "/before.txt", "/owner.txt", ""};
    for (size_t i = 0; i < 4; i++) {
        char *path = left_path(folder, names[i]);
        assert_true(remove(path) == 0 || i == 2);
        free(path);
    }
}

void await_editors(void)
{
    DIR *folder = opendir(run);
    assert_non_null(folder);
    for (const struct dirent *d; (d = readdir(folder)) != NULL;) {
        char *path = left_path(d->d_name, "/before.txt");
        int fd = open(path, O_RDWR | O_CLOEXEC);
        assert_true(fd < 0 || flock(fd, LOCK_EX) == 0);
        if (fd >= 0)
            (void)close(fd);
        free(path);
    }
    closedir(folder);
}
