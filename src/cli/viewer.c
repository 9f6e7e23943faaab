/* SPDX-License-Identifier: MIT
 * What shows a file. The viewer is started as a program of its own: with its own session, so that no key or hang-up here
 * reaches it, and with nothing to read or write, so that it cannot disturb the screen. */
#include "cli/viewer.h"

#include "cli/path.h"
#include "core/str.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WORDS_MOST = 16 };

/* What is to be run, without the file. */
struct viewer {
    char *words;                    /* owned, cut into pieces */
    char *argument[WORDS_MOST + 2]; /* room for the file and the end */
    size_t count;
};

static bool has_display(void)
{
    const char *x = getenv("DISPLAY"), *wayland = getenv("WAYLAND_DISPLAY");
    return (x && *x) || (wayland && *wayland);
}

static bool is_program(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode) && access(path, X_OK) == 0;
}

/* As execvp() will look for it. */
static bool is_found(const char *name)
{
    const char *at = getenv("PATH");
    if (strchr(name, '/'))
        return is_program(name);
    for (bool found; at && *at; at += strcspn(at, ":"), at += *at == ':') {
        struct str path = {0};
        str_add_bytes(&path, at, strcspn(at, ":"));
        str_addf(&path, "%s%s", path.len ? "/" : "", name);
        found = is_program(str_text(&path));
        str_release(&path);
        if (found)
            return true;
    }
    return false;
}

static void cut(struct viewer *v)
{
    char *rest;
    for (char *word = strtok_r(v->words, " ", &rest); word && v->count < WORDS_MOST;
         word = strtok_r(NULL, " ", &rest))
        v->argument[v->count++] = word;
}

/* False if there is none; nothing is to be released then. */
static bool find(const struct settings *s, struct viewer *v)
{
    const char *set = settings_text(s, SETTING_VIEWER);
    *v = (struct viewer){0};
    if (!set && !has_display())
        return false;
    v->words = path_from_home(set ? set : "xdg-open");
    cut(v);
    if (v->count && is_found(v->argument[0]))
        return true;
    free(v->words);
    return false;
}

bool viewer_is_there(const struct settings *s)
{
    struct viewer v;
    if (!find(s, &v))
        return false;
    free(v.words);
    return true;
}

/* Signals are as they were before kijun took any; the standard streams lead nowhere. Returns 0 or an error number. */
static int start(char *const *argument)
{
    posix_spawnattr_t how;
    posix_spawn_file_actions_t files;
    sigset_t none, all;
    pid_t pid;
    (void)sigemptyset(&none);
    (void)sigfillset(&all);
    int why = posix_spawnattr_init(&how);
    if (why)
        return why;
    why = posix_spawn_file_actions_init(&files);
    if (!why) {
        why = posix_spawnattr_setflags(
            &how, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
        why = why ? why : posix_spawnattr_setsigmask(&how, &none);
        why = why ? why : posix_spawnattr_setsigdefault(&how, &all);
        for (int fd = STDIN_FILENO; !why && fd <= STDERR_FILENO; fd++)
            why = posix_spawn_file_actions_addopen(&files, fd, "/dev/null", O_RDWR, 0);
        why = why ? why : posix_spawnp(&pid, argument[0], &files, &how, argument, environ);
        (void)posix_spawn_file_actions_destroy(&files);
    }
    (void)posix_spawnattr_destroy(&how);
    return why;
}

bool viewer_open(const struct settings *s, const char *path, struct err *e)
{
    struct viewer v;
    while (waitpid(-1, NULL, WNOHANG) > 0) /* viewers that have ended since */
        ;
    if (!find(s, &v))
        return err_fail(e, ERR_INPUT,
            N_("There is no program here to show files, or no display. The file is {1}."), path);
    char *whole = path_whole(path);
    v.argument[v.count] = whole;
    int why = start(v.argument);
    bool ok =
        why == 0 || err_fail(e, ERR_SYSTEM, N_("{1} could not be started: {2}. The file is {3}."),
                        v.argument[0], strerror(why), whole);
    free(whole);
    free(v.words);
    return ok;
}
