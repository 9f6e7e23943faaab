/* SPDX-License-Identifier: MIT
 * Papers compared byte for byte, and reopened by other programs. */
#include "golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

bool file_read(const char *path, struct str *out)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    char bytes[65536];
    size_t got;
    while ((got = fread(bytes, 1, sizeof bytes, file)) > 0)
        str_add_bytes(out, bytes, got);
    bool whole = ferror(file) == 0;
    return fclose(file) == 0 && whole;
}

static void file_write(const char *path, const char *bytes, size_t len)
{
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(bytes, 1, len, file) != len || fclose(file) != 0)
        fail_msg("cannot write %s", path);
}

static void show_difference(const char *path, const char *wanted, const char *text)
{
    size_t at = 0, line = 1, start = 0;
    for (; wanted[at] && wanted[at] == text[at]; at++)
        if (wanted[at] == '\n') {
            line++;
            start = at + 1;
        }
    fail_msg("%s:%zu differs\nwanted: %.*s\ngot:    %.*s\n(KIJUN_GOLDEN=write writes it anew)",
        path, line, (int)strcspn(wanted + start, "\n"), wanted + start,
        (int)strcspn(text + start, "\n"), text + start);
}

void golden_check(const char *path, const char *text)
{
    const char *mode = getenv("KIJUN_GOLDEN");
    struct str wanted = {0};
    if (mode && strcmp(mode, "write") == 0) {
        file_write(path, text, strlen(text));
        return;
    }
    if (!file_read(path, &wanted))
        fail_msg("cannot read %s", path);
    if (strcmp(str_text(&wanted), text) != 0)
        show_difference(path, str_text(&wanted), text);
    str_release(&wanted);
}

static bool have_program(const char *command)
{
    char look[256];
    (void)snprintf(
        look, sizeof look, "command -v %.*s >/dev/null 2>&1", (int)strcspn(command, " "), command);
    return system(look) == 0;
}

int tool_run(const char *command, const char *text, struct str *out)
{
    return tool_run_on(command, text, strlen(text), out);
}

int tool_run_on(const char *command, const char *bytes, size_t len, struct str *out)
{
    char path[] = "/tmp/kijun-test-XXXXXX", full[2048], said[65536];
    if (!have_program(command))
        skip();
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(close(fd), 0);
    file_write(path, bytes, len);
    (void)snprintf(full, sizeof full, "FILE=%s; { %s; } <%s 2>&1", path, command, path);
    FILE *pipe = popen(full, "r");
    assert_non_null(pipe);
    size_t got;
    while ((got = fread(said, 1, sizeof said, pipe)) > 0)
        str_add_bytes(out, said, got);
    int status = pclose(pipe);
    assert_int_equal(unlink(path), 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
