/* SPDX-License-Identifier: MIT
 * A text in the person's own editor. The editor's command is the person's and goes to the shell as it is; the file's path is handed to it
 * as a parameter and is never part of what the shell reads. */
#include "cli/editor.h"

#include "cli/editor_folder.h"
#include "core/mem.h"
#include "core/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- the file ---- */

/* False with errno set, and nothing left. The text comes last: where it is missing, nothing was lent yet. */
static bool make_in(
    struct editing *w, const char *base, const char *text, const struct editing_of *of)
{
    struct str folder = {0}, path = {0}, owner = {0};
    str_addf(&folder, "%s%s/" EDITOR_FOLDER "XXXXXX", *base == '-' ? "./" : "", base);
    bool made = mkdtemp(folder.at) != NULL;
    int fd = made ? open(folder.at, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) : -1;
    str_addf(&path, "%s/" EDITOR_TEXT, folder.at);
    if (of->question)
        editing_owner(&owner, of);
    bool well = fd >= 0 && editor_folder_lend(fd, text, &w->lock) &&
                (!owner.len || editor_folder_put(fd, EDITOR_OWNER, str_text(&owner))) &&
                editor_folder_put(fd, EDITOR_TEXT, text) && fsync(fd) == 0;
    int why = errno;
    if (made && !well) {
        editor_folder_empty(fd);
        (void)rmdir(folder.at);
        editor_folder_let_go(&w->lock);
    }
    if (fd >= 0)
        (void)close(fd);
    str_release(&owner);
    if (well) {
        w->folder = str_take(&folder);
        w->path = str_take(&path);
    }
    str_release(&folder);
    str_release(&path);
    errno = why;
    return well;
}

static bool make(
    struct editing *w, const char *beside, const char *text, const struct editing_of *of)
{
    const char *bases[2];
    char *base = editor_bases(beside, bases);
    bool well = make_in(w, bases[0], text, of) || (bases[1] && make_in(w, bases[1], text, of));
    free(base);
    return well;
}

bool editing_begin(struct editing *w, const char *text, const struct editing_of *of,
    const char *beside, struct err *e)
{
    const char *visual = getenv("VISUAL"), *editor = getenv("EDITOR");
    const char *command = visual && *visual ? visual : editor;
    *w = (struct editing){.lock = -1};
    if (!command || !*command)
        return err_fail(e, ERR_INPUT,
            N_("No editor is named. Set VISUAL or EDITOR, for example to nano, and start kijun "
               "again. What is typed here is kept."));
    if (!make(w, beside, text, of))
        return err_fail(e, ERR_SYSTEM,
            N_("No file can be made for the editor: {1}. What is typed here is kept."),
            strerror(errno));
    w->command = command;
    w->text = mem_dup(text);
    return true;
}

void editing_end(struct editing *w)
{
    int fd = w->folder ? open(w->folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) : -1;
    if (fd >= 0 && w->told)
        (void)unlinkat(fd, EDITOR_OWNER, 0);
    if (fd >= 0 && !w->keep)
        editor_folder_empty(fd);
    if (fd >= 0)
        (void)close(fd);
    if (w->folder && !w->keep)
        (void)rmdir(w->folder); /* private all the same if it stays */
    editor_folder_let_go(&w->lock);
    free(w->folder);
    free(w->path);
    free(w->text);
    *w = (struct editing){.lock = -1};
}

/* ---- the editor ---- */

static const int for_the_editor[] = {SIGINT, SIGQUIT, SIGTSTP, SIGXFSZ, SIGPIPE};
enum { SIGNALS = sizeof for_the_editor / sizeof *for_the_editor, THE_KEYS = 3 };

/* The signals as a program expects them; without a terminal, nothing to read. */
static int start(pid_t *pid, char *const argv[])
{
    posix_spawnattr_t how;
    posix_spawn_file_actions_t files;
    sigset_t usual, none;
    sigemptyset(&none);
    sigemptyset(&usual);
    for (size_t i = 0; i < SIGNALS; i++)
        sigaddset(&usual, for_the_editor[i]);
    int status = posix_spawnattr_init(&how);
    if (status != 0)
        return status;
    status = posix_spawn_file_actions_init(&files);
    if (status == 0) {
        (void)posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
        (void)posix_spawnattr_setsigdefault(&how, &usual);
        (void)posix_spawnattr_setsigmask(&how, &none);
        if (!isatty(STDIN_FILENO))
            status =
                posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        if (status == 0)
            status = posix_spawn(pid, "/bin/sh", &files, &how, argv, environ);
        (void)posix_spawn_file_actions_destroy(&files);
    }
    (void)posix_spawnattr_destroy(&how);
    return status;
}

/* An editor that goes to the shell takes us along; fg brings both back. */
static bool await(pid_t pid, int *status)
{
    for (;;) {
        pid_t got = waitpid(pid, status, WUNTRACED);
        if (got == pid && !WIFSTOPPED(*status))
            return true;
        if (got == pid) {
            (void)raise(SIGSTOP);
            (void)kill(pid, SIGCONT);
        } else if (errno != EINTR) {
            return false;
        }
    }
}

/* False with errno set. What the keys of the terminal send is for the editor meanwhile. */
static bool run(const struct editing *w, int *status)
{
    struct str script = {0};
    /* an interrupt is for the editor, not for the shell that waits for it */
    str_addf(&script, "trap : INT QUIT; %s \"$@\"", w->command);
    char *command = mem_dup(w->command);
    char *const argv[] = {(char[]){"sh"}, (char[]){"-c"}, script.at, command, w->path, NULL};
    struct sigaction ignore = {.sa_handler = SIG_IGN}, before[THE_KEYS];
    for (size_t i = 0; i < THE_KEYS; i++)
        (void)sigaction(for_the_editor[i], &ignore, &before[i]);
    pid_t pid;
    int failed = start(&pid, argv);
    if (failed == 0 && !await(pid, status))
        failed = errno;
    for (size_t i = 0; i < THE_KEYS; i++) {
        (void)sigaction(for_the_editor[i], &ignore, NULL); /* blocked ones have waited: they go */
        (void)sigaction(for_the_editor[i], &before[i], NULL);
    }
    str_release(&script);
    free(command);
    errno = failed;
    return failed == 0;
}

/* ---- what it wrote ---- */

static bool refuse_long(struct editing *w, size_t size, size_t limit, struct err *e)
{
    char is[24], may[24];
    (void)snprintf(is, sizeof is, "%zu", size);
    (void)snprintf(may, sizeof may, "%zu", limit);
    w->keep = w->told = true;
    return err_fail(e, ERR_INPUT,
        N_("What came from the editor has {1} bytes, and the field holds {2}: it stays as it was. "
           "The text is kept in {3}."),
        is, may, w->path);
}

/* With \r\n at each line's end the file may be longer than what is taken from it. */
static bool read_back(struct editing *w, size_t limit, struct str *out, struct err *e)
{
    size_t size;
    if (!editor_file_read(w->path, 2 * limit + 8, out, &size)) {
        w->keep = w->told = errno != ENOENT;
        return err_fail(e, ERR_SYSTEM,
            N_("What came from the editor in {1} cannot be read: {2}. The field stays as it was."),
            w->path, strerror(errno));
    }
    if (size > 2 * limit + 8)
        return refuse_long(w, size, limit, e);
    size_t taken = editor_text_trim(out);
    if (taken > limit)
        return refuse_long(w, taken, limit, e);
    if (utf8_valid(str_text(out), out->len, NULL))
        return true;
    w->keep = w->told = true;
    return err_fail(e, ERR_INPUT,
        N_("What came from the editor is no UTF-8 text, so the field stays as it was. It is kept "
           "in {1}."),
        w->path);
}

/* The terminal went away, and took the editor along: nobody reads what is told. */
static bool is_ending(void)
{
    sigset_t waiting;
    return sigpending(&waiting) == 0 &&
           (sigismember(&waiting, SIGHUP) == 1 || sigismember(&waiting, SIGTERM) == 1);
}

/* Whoever ends an editor with an error means to throw away; what had been saved before it died is somebody's work. */
static bool refuse_failed(struct editing *w, int status, struct err *e)
{
    struct str now = {0};
    size_t size;
    char code[16];
    size_t most = strlen(w->text) + 8;
    bool there = editor_file_read(w->path, most, &now, &size);
    (void)editor_text_trim(&now);
    w->keep = there && (size > most || strcmp(str_text(&now), w->text) != 0);
    w->told = !is_ending();
    str_release(&now);
    (void)snprintf(
        code, sizeof code, "%d", WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    if (WIFEXITED(status) && (WEXITSTATUS(status) == 127 || WEXITSTATUS(status) == 126))
        return err_fail(e, ERR_INPUT,
            N_("The editor \"{1}\" cannot be started. Set VISUAL or EDITOR to one that is there, "
               "for example nano. What is typed here is kept."),
            w->command);
    if (w->keep)
        return err_fail(e, ERR_SYSTEM,
            N_("The editor failed ({1}), so the field stays as it was. What it had saved is kept "
               "in {2}."),
            code, w->path);
    return err_fail(
        e, ERR_SYSTEM, N_("The editor failed ({1}), so the field stays as it was."), code);
}

bool editing_run(struct editing *w, size_t limit, struct str *out, struct err *e)
{
    int status = 0;
    if (!run(w, &status))
        return err_fail(e, ERR_SYSTEM,
            N_("The editor cannot be started: {1}. What is typed here is kept."), strerror(errno));
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return refuse_failed(w, status, e);
    return read_back(w, limit, out, e);
}
