/* SPDX-License-Identifier: MIT
 * An office to test kijun in. */
#include "term/office.h"

#include "core/mem.h"
#include "term/environment.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static _Noreturn void broken(const char *what)
{
    fprintf(stderr, "office: %s: %s\n", what, strerror(errno));
    abort();
}

/* ---- the home ---- */

void office_set(struct office *o, const char *word)
{
    size_t i = 0;
    while (o->env[i])
        i++;
    if (i == OFFICE_ENV) {
        errno = E2BIG;
        broken(word);
    }
    o->env[i] = o->word[i] = mem_dup(word);
}

static void set_folder(struct office *o, const char *name, const char *below)
{
    struct str word = {0};
    str_addf(&word, "%s=%s%s", name, o->home, below);
    office_set(o, str_text(&word));
    str_release(&word);
}

void office_open(struct office *o)
{
    *o = (struct office){.home = "/tmp/kijun-office-XXXXXX"};
    if (!mkdtemp(o->home))
        broken(o->home);
    set_folder(o, "HOME", "");
    set_folder(o, "XDG_DATA_HOME", "/data");
    set_folder(o, "XDG_CONFIG_HOME", "/config");
    set_folder(o, "XDG_STATE_HOME", "/state");
    office_set(o, "KIJUN_STANDARDS=" TEST_CHECKLISTS ":" SAMPLE_CHECKLISTS);
    office_set(o, "KIJUN_NOW=" OFFICE_NOW);
    office_set(o, "TZ=JST-9");
    office_set(o, "LSAN_OPTIONS=print_suppressions=0:suppressions=" LEAKS_OF_OTHERS);
}

static int remove_one(const char *path, const struct stat *what, int kind, struct FTW *where)
{
    (void)what, (void)kind, (void)where;
    return remove(path);
}

void office_close(struct office *o)
{
    if (nftw(o->home, remove_one, 16, FTW_DEPTH | FTW_PHYS) != 0)
        broken(o->home);
    for (size_t i = 0; i < OFFICE_ENV; i++)
        free(o->word[i]);
}

char *office_path(const struct office *o, const char *name)
{
    struct str path = {0};
    str_addf(&path, "%s/%s", o->home, name);
    return str_take(&path);
}

char *office_read(const struct office *o, const char *name)
{
    char *path = office_path(o, name), bytes[4096];
    struct str text = {0};
    FILE *file = fopen(path, "re");
    free(path);
    if (!file)
        return NULL;
    for (size_t got; (got = fread(bytes, 1, sizeof bytes, file)) > 0;)
        str_add_bytes(&text, bytes, got);
    if (ferror(file) || fclose(file) != 0)
        broken(name);
    return str_take(&text);
}

void office_write(const struct office *o, const char *name, const char *bytes, size_t len)
{
    char *path = office_path(o, name);
    FILE *file = fopen(path, "we");
    if (!file || fwrite(bytes, 1, len, file) != len || fclose(file) != 0)
        broken(path);
    free(path);
}

/* ---- without a terminal ---- */

void said_release(struct said *s)
{
    str_release(&s->out);
    str_release(&s->errors);
}

static pid_t start(const struct office *o, const char *const *argv, int in, int out, int errors)
{
    const char **env = environment_make(o->env);
    pid_t pid = fork();
    if (pid < 0)
        broken("fork");
    if (pid == 0) {
        if (dup2(in, 0) == 0 && dup2(out, 1) == 1 && dup2(errors, 2) == 2)
            execve(KIJUN, (char *const *)(uintptr_t)argv, (char *const *)(uintptr_t)env);
        _exit(127);
    }
    free(env);
    return pid;
}

/* Reads one stream; false once it is at its end. */
static bool take(int fd, struct str *into)
{
    char bytes[4096];
    ssize_t got = read(fd, bytes, sizeof bytes);
    if (got < 0 && errno != EINTR)
        broken("read");
    if (got > 0)
        str_add_bytes(into, bytes, (size_t)got);
    return got != 0;
}

/* A file that holds text, to be read from its beginning. */
static int written(const char *text)
{
    int fd = memfd_create("input", MFD_CLOEXEC);
    size_t len = strlen(text);
    if (fd < 0 || write(fd, text, len) != (ssize_t)len || lseek(fd, 0, SEEK_SET) != 0)
        broken("input");
    return fd;
}

struct said office_run_with(const struct office *o, const char *const *argv)
{
    return office_feed_with(o, "", argv);
}

struct said office_feed_with(const struct office *o, const char *text, const char *const *argv)
{
    struct said said = {0};
    int in = written(text);
    int out[2], errors[2], status;
    if (pipe2(out, O_CLOEXEC) != 0 || pipe2(errors, O_CLOEXEC) != 0)
        broken("pipe2");
    pid_t pid = start(o, argv, in, out[1], errors[1]);
    close(in);
    close(out[1]);
    close(errors[1]);
    struct pollfd fd[2] = {{.fd = out[0], .events = POLLIN}, {.fd = errors[0], .events = POLLIN}};
    while (fd[0].fd >= 0 || fd[1].fd >= 0) {
        int ready = poll(fd, 2, 2 * TERM_PATIENCE);
        if (ready == 0)
            kill(pid, SIGKILL); /* it hangs: its status will tell */
        if (fd[0].revents && !take(out[0], &said.out))
            fd[0].fd = -1;
        if (fd[1].revents && !take(errors[0], &said.errors))
            fd[1].fd = -1;
    }
    close(out[0]);
    close(errors[0]);
    if (waitpid(pid, &status, 0) != pid)
        broken("waitpid");
    said.status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    return said;
}

char *office_line_with(const struct office *o, const char *const *argv)
{
    struct said said = office_run_with(o, argv);
    if (said.status != 0) {
        fprintf(
            stderr, "kijun %s ended with %d: %s\n", argv[1], said.status, str_text(&said.errors));
        abort();
    }
    char *line = mem_copy(str_text(&said.out), strcspn(str_text(&said.out), "\n"));
    said_release(&said);
    return line;
}

char *office_answer(const struct office *o, const char *session, const char *question)
{
    struct said said = office_run(o, "show", session, "--answers");
    if (said.status != 0) {
        fprintf(stderr, "kijun show ended with %d: %s\n", said.status, str_text(&said.errors));
        abort();
    }
    struct str key = {0};
    str_addf(&key, "\n%s: \"", question);
    const char *found = strstr(str_text(&said.out), str_text(&key));
    char *answer = NULL;
    if (found) {
        found += key.len;
        answer = mem_copy(found, strcspn(found, "\n") - 1);
    }
    str_release(&key);
    said_release(&said);
    return answer;
}

/* ---- in a terminal ---- */

const char *office_program(void)
{
    return KIJUN;
}

struct term *office_sit_with(const struct office *o, int rows, int cols, const char *const *argv)
{
    const char *real[32] = {KIJUN};
    for (size_t i = 1; i < 31 && argv[i]; i++)
        real[i] = argv[i];
    return term_start(&(struct pty_start){.argv = real, .env = o->env, .rows = rows, .cols = cols});
}

static _Noreturn void in_vain(struct term *t, const char *wanted, const char *what)
{
    char *screen = term_screen(t);
    struct pty_end end = term_pty(t)->end;
    fprintf(stderr, "%s: %s\nthe program %s (%d); the screen:\n%s", wanted, what,
        term_pty(t)->over ? "has ended" : "runs", end.status, screen);
    free(screen);
    abort();
}

void see(struct term *t, const char *text)
{
    if (!term_await(t, text, TERM_PATIENCE))
        in_vain(t, "not seen", text);
}

void see_gone(struct term *t, const char *text)
{
    if (!term_await_gone(t, text, TERM_PATIENCE))
        in_vain(t, "still seen", text);
}

void see_that(struct term *t, term_condition *holds, const void *with, const char *what)
{
    if (!term_await_that(t, holds, with, TERM_PATIENCE))
        in_vain(t, "not so", what);
}

void see_end(struct term *t, int status)
{
    struct pty_end end;
    if (!term_await_end(t, TERM_PATIENCE, &end) || end.status != status)
        in_vain(t, "wrong end", "another exit status was expected");
    term_release(t);
}

/* The program sleeps, rather than run or wait for the disk. */
static bool is_idle(struct term *t)
{
    char path[64], line[512];
    (void)snprintf(path, sizeof path, "/proc/%ld/stat", (long)term_pty(t)->pid);
    FILE *file = fopen(path, "r");
    const char *name = file && fgets(line, sizeof line, file) ? strrchr(line, ')') : NULL;
    if (!name || fclose(file) != 0)
        in_vain(t, "no such process", "its state was to be read");
    return name[1] == ' ' && name[2] == 'S';
}

enum { RESTED = 450 }; /* twice that is longer than what is typed waits to be kept */

char *see_rested(struct term *t)
{
    for (int i = 0; i < 2;) {
        if (!term_await_quiet(t, RESTED, TERM_PATIENCE))
            in_vain(t, "never quiet", "it was to come to rest");
        i = is_idle(t) ? i + 1 : 0;
    }
    return term_screen(t);
}

void see_whole(struct term *t)
{
    char *before = see_rested(t);
    term_key(t, "C-l");
    char *after = see_rested(t);
    if (strcmp(before, after) != 0) {
        fprintf(stderr, "before:\n%s", before);
        in_vain(t, "not the same", "a repaint of everything");
    }
    free(before);
    free(after);
}

void walk_out(struct term *t)
{
    term_key(t, "C-c");
    see(t, " kijun  "); /* the list of sessions is headed so */
    term_key(t, "q");
    see_end(t, 0);
}
