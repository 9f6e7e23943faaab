/* SPDX-License-Identifier: MIT
 * A text in the person's own editor. The editor's command is the person's and goes to the shell as it is; the file's path is handed to it
 * as a parameter and is never part of what the shell reads. */
#include "cli/editor.h"

#include "core/mem.h"
#include "core/utf8.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* ---- the file ---- */

/* A folder holds the text, and beside it what the editor was given: where they differ, it holds somebody's work. */
#define PREFIX "kijun-" /* of the folder, before six letters */
#define TEXT_NAME "text.txt"
#define BEFORE_NAME "before.txt"

static bool write_all(int fd, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t n = write(fd, bytes, len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        bytes += n;
        len -= (size_t)n;
    }
    return true;
}

/* The last line ends as editors expect it; so does what they write. */
static bool write_text(const char *path, const char *text)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    bool well = write_all(fd, text, strlen(text)) && (!*text || write_all(fd, "\n", 1));
    return close(fd) == 0 && well;
}

/* The folder is held as long as kijun or the editor, which inherits that, runs. -1 where folders cannot be held: then nobody takes it for
 * left behind either. */
static int hold(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW); /* the editor inherits it */
    if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0)
        return fd;
    if (fd >= 0)
        (void)close(fd);
    return -1;
}

/* False with errno set, and nothing left. */
static bool make_in(struct editing *w, const char *base, const char *text)
{
    struct str folder = {0}, path = {0}, before = {0};
    str_addf(&folder, "%s%s/" PREFIX "XXXXXX", *base == '-' ? "./" : "", base);
    bool made = mkdtemp(folder.at) != NULL;
    str_addf(&before, "%s/" BEFORE_NAME, folder.at);
    str_addf(&path, "%s/" TEXT_NAME, folder.at);
    w->lock = made ? hold(folder.at) : -1;
    bool well = made && write_text(path.at, text) && write_text(before.at, text);
    int why = errno;
    if (made && !well) {
        (void)unlink(path.at);
        (void)unlink(before.at);
        (void)rmdir(folder.at);
        if (w->lock >= 0)
            (void)close(w->lock);
    }
    str_release(&before);
    if (well) {
        w->folder = str_take(&folder);
        w->path = str_take(&path);
    }
    str_release(&folder);
    str_release(&path);
    errno = why;
    return well;
}

static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? mem_copy(path, slash == path ? 1 : (size_t)(slash - path)) : mem_dup(".");
}

static bool make(struct editing *w, const char *beside, const char *text)
{
    const char *own = getenv("XDG_RUNTIME_DIR");
    if (own && own[0] == '/' && make_in(w, own, text))
        return true;
    char *base = folder_of(beside);
    bool well = make_in(w, base, text);
    free(base);
    return well;
}

bool editing_begin(struct editing *w, const char *text, const char *beside, struct err *e)
{
    const char *visual = getenv("VISUAL"), *editor = getenv("EDITOR");
    const char *command = visual && *visual ? visual : editor;
    *w = (struct editing){0};
    if (!command || !*command)
        return err_fail(e, ERR_INPUT,
            N_("No editor is named. Set VISUAL or EDITOR, for example to nano, and start kijun "
               "again. What is typed here is kept."));
    if (!make(w, beside, text))
        return err_fail(e, ERR_SYSTEM,
            N_("No file can be made for the editor: {1}. What is typed here is kept."),
            strerror(errno));
    w->command = command;
    w->text = mem_dup(text);
    return true;
}

/* Editors leave older versions and locks beside it: they hold the same text. */
static void empty_folder(const char *path)
{
    DIR *folder = opendir(path);
    if (!folder)
        return;
    for (const struct dirent *d; (d = readdir(folder)) != NULL;)
        if (strcmp(d->d_name, ".") != 0 && strcmp(d->d_name, "..") != 0)
            (void)unlinkat(dirfd(folder), d->d_name, 0); /* what stays is seen by rmdir() */
    (void)closedir(folder);
}

void editing_end(struct editing *w)
{
    if (w->path && !w->keep)
        empty_folder(w->folder);
    if (w->folder && !w->keep)
        (void)rmdir(w->folder); /* private all the same if it stays */
    if (w->folder && w->lock >= 0)
        (void)close(w->lock);
    free(w->folder);
    free(w->path);
    free(w->text);
    *w = (struct editing){0};
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

static bool read_all(int fd, struct str *out)
{
    char bytes[16 * 1024];
    for (;;) {
        ssize_t n = read(fd, bytes, sizeof bytes);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n == 0;
        str_add_bytes(out, bytes, (size_t)n);
    }
}

/* The file, if it is one of at most `most` bytes; its size is told in any case. */
static bool read_file(const char *path, size_t most, struct str *out, size_t *size)
{
    struct stat st = {0};
    *size = 0;
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool well = fstat(fd, &st) == 0;
    if (well && !S_ISREG(st.st_mode)) {
        errno = EINVAL;
        well = false;
    }
    *size = well ? (size_t)st.st_size : 0;
    well = well && (*size > most || read_all(fd, out));
    return close(fd) == 0 && well;
}

static void trim(struct str *text)
{
    static const char mark[] = "\xef\xbb\xbf"; /* some editors begin with one */
    if (text->len && text->at[text->len - 1] == '\n')
        text->at[--text->len] = '\0';
    if (text->len && text->at[text->len - 1] == '\r')
        text->at[--text->len] = '\0';
    if (text->len >= 3 && !memcmp(text->at, mark, 3)) {
        text->len -= 3;
        memmove(text->at, text->at + 3, text->len + 1);
    }
}

static bool refuse_long(struct editing *w, size_t size, size_t limit, struct err *e)
{
    char is[24], may[24];
    (void)snprintf(is, sizeof is, "%zu", size);
    (void)snprintf(may, sizeof may, "%zu", limit);
    w->keep = true;
    return err_fail(e, ERR_INPUT,
        N_("What came from the editor has {1} bytes, and the field holds {2}: it stays as it was. "
           "The text is kept in {3}."),
        is, may, w->path);
}

/* With \r\n at each line's end the file may be longer than what is taken from it. */
static bool read_back(struct editing *w, size_t limit, struct str *out, struct err *e)
{
    size_t size;
    if (!read_file(w->path, 2 * limit + 8, out, &size)) {
        w->keep = errno != ENOENT;
        return err_fail(e, ERR_SYSTEM,
            N_("What came from the editor in {1} cannot be read: {2}. The field stays as it was."),
            w->path, strerror(errno));
    }
    if (size > 2 * limit + 8)
        return refuse_long(w, size, limit, e);
    trim(out);
    size_t returns = 0;
    for (size_t i = 0; i + 1 < out->len; i++)
        returns += out->at[i] == '\r' && out->at[i + 1] == '\n';
    if (out->len - returns > limit)
        return refuse_long(w, out->len - returns, limit, e);
    if (utf8_valid(str_text(out), out->len, NULL))
        return true;
    w->keep = true;
    return err_fail(e, ERR_INPUT,
        N_("What came from the editor is no UTF-8 text, so the field stays as it was. It is kept "
           "in {1}."),
        w->path);
}

/* Whoever ends an editor with an error means to throw away; what had been saved before it died is somebody's work. */
static bool refuse_failed(struct editing *w, int status, struct err *e)
{
    struct str now = {0};
    size_t size;
    char code[16];
    bool there = read_file(w->path, strlen(w->text) + 8, &now, &size);
    trim(&now);
    w->keep = there && strcmp(str_text(&now), w->text) != 0;
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

/* ---- what was left behind ---- */

/* Nobody holds it, and the editor was given what still stands there. */
static bool is_left(const char *folder)
{
    enum { LARGEST = 1 << 20 };
    struct str path = {0}, now = {0}, before = {0};
    struct stat st;
    size_t size, given;
    int lock = hold(folder);
    bool left = lock >= 0 && fstat(lock, &st) == 0 && st.st_uid == geteuid();
    str_addf(&path, "%s/" TEXT_NAME, folder);
    left = left && read_file(str_text(&path), LARGEST, &now, &size);
    str_clear(&path);
    str_addf(&path, "%s/" BEFORE_NAME, folder);
    left = left && read_file(str_text(&path), LARGEST, &before, &given) && size == given &&
           now.len == size && before.len == given && strcmp(str_text(&now), str_text(&before)) == 0;
    if (lock >= 0)
        (void)close(lock);
    str_release(&path);
    str_release(&now);
    str_release(&before);
    return left;
}

static void sweep(const char *base)
{
    DIR *all = opendir(base);
    if (!all)
        return;
    for (const struct dirent *d; (d = readdir(all)) != NULL;) {
        struct str folder = {0};
        str_addf(&folder, "%s/%s", base, d->d_name);
        if (strncmp(d->d_name, PREFIX, strlen(PREFIX)) == 0 &&
            strlen(d->d_name) == strlen(PREFIX "XXXXXX") && is_left(str_text(&folder))) {
            empty_folder(str_text(&folder));
            (void)rmdir(str_text(&folder)); /* what stays is private all the same */
        }
        str_release(&folder);
    }
    (void)closedir(all);
}

void editing_sweep(const char *beside)
{
    const char *own = getenv("XDG_RUNTIME_DIR");
    char *base = folder_of(beside);
    if (own && own[0] == '/')
        sweep(own);
    sweep(base);
    free(base);
}
