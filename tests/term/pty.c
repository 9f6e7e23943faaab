/* SPDX-License-Identifier: MIT
 * A program at the other end of a pseudo-terminal. */
#include "term/pty.h"

#include "term/environment.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static _Noreturn void broken(const char *call)
{
    perror(call);
    abort();
}

int64_t clock_now(void)
{
    struct timespec t;
    if (clock_gettime(CLOCK_MONOTONIC, &t) != 0)
        broken("clock_gettime");
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* ---- start and end ---- */

static int open_slave(int master)
{
    char name[64];
    if (grantpt(master) != 0 || unlockpt(master) != 0 || ptsname_r(master, name, sizeof name) != 0)
        broken("pseudo-terminal");
    int slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (slave < 0)
        broken(name);
    return slave;
}

/* In the child: only calls that are safe between fork() and exec(). */
static _Noreturn void become(
    const char *const *argv, const char **env, int slave, volatile int64_t *begun)
{
    sigset_t none;
    sigemptyset(&none);
    for (int s = 1; s < NSIG; s++)
        signal(s, SIG_DFL);
    if (sigprocmask(SIG_SETMASK, &none, NULL) == 0 && setsid() >= 0 &&
        ioctl(slave, TIOCSCTTY, 0) == 0 && dup2(slave, 0) == 0 && dup2(slave, 1) == 1 &&
        dup2(slave, 2) == 2) {
        *begun = clock_now();
        execvpe(argv[0], (char *const *)(uintptr_t)argv, (char *const *)(uintptr_t)env);
    }
    _exit(127);
}

void pty_start(struct pty *p, const struct pty_start *what)
{
    *p = (struct pty){.master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)};
    if (p->master < 0)
        broken("posix_openpt");
    p->begun =
        mmap(NULL, sizeof *p->begun, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (p->begun == MAP_FAILED)
        broken("mmap");
    pty_resize(p, what->rows ? what->rows : 24, what->cols ? what->cols : 80);
    int slave = open_slave(
        p->master); /* before the fork: so the master never reads a terminal nobody has opened yet */
    const char **env = environment_make(what->env);
    p->pid = fork();
    if (p->pid < 0)
        broken("fork");
    if (p->pid == 0)
        become(what->argv, env, slave, p->begun);
    free(env);
    close(slave);
    p->pidfd = pidfd_open(p->pid, 0);
    if (p->pidfd < 0)
        broken("pidfd_open");
}

static void reap(struct pty *p)
{
    int status;
    struct rusage used;
    while (wait4(p->pid, &status, 0, &used) < 0)
        if (errno != EINTR)
            broken("wait4");
    p->over = true;
    p->end.status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    p->end.cpu = (int64_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000000 +
                 (int64_t)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) * 1000;
    p->end.peak = used.ru_maxrss;
}

void pty_release(struct pty *p)
{
    if (!p->over) {
        pty_signal(p, SIGKILL);
        reap(p);
    }
    pty_close(p);
    close(p->pidfd);
    munmap(p->begun, sizeof *p->begun);
    *p = (struct pty){.master = -1, .pidfd = -1, .over = true};
}

/* ---- while it runs ---- */

int pty_wait(struct pty *p, bool writing, int64_t until)
{
    bool listen = p->master >= 0 && !p->deserted;
    struct pollfd fd[2] = {
        {.fd = listen ? p->master : -1, .events = (short)(writing ? POLLIN | POLLOUT : POLLIN)},
        {.fd = p->over ? -1 : p->pidfd, .events = POLLIN},
    };
    if (!listen && p->over)
        return PTY_QUIET;
    int64_t left = until - clock_now();
    struct timespec wait = {.tv_sec = 0};
    if (left > 0) {
        wait.tv_sec = left / 1000000000;
        wait.tv_nsec = left % 1000000000;
    }
    int ready = ppoll(fd, 2, &wait, NULL);
    if (ready < 0 && errno != EINTR)
        broken("ppoll");
    if (ready <= 0)
        return PTY_QUIET;
    if (fd[1].revents)
        reap(p);
    return (fd[0].revents ? PTY_BYTES : 0) | (fd[1].revents ? PTY_ENDED : 0);
}

size_t pty_read(struct pty *p, char *bytes, size_t size)
{
    if (p->master < 0 || p->deserted)
        return 0;
    ssize_t got = read(p->master, bytes, size);
    if (got > 0)
        return (size_t)got;
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return 0;
    if (got < 0 && errno != EIO)
        broken("read from the pseudo-terminal");
    p->deserted = true; /* not closed: a program on its way out would be hung up */
    return 0;
}

size_t pty_write(struct pty *p, const char *bytes, size_t len)
{
    if (p->master < 0)
        return 0;
    ssize_t put = write(p->master, bytes, len);
    if (put < 0 && errno != EAGAIN && errno != EINTR && errno != EIO)
        broken("write to the pseudo-terminal");
    return put < 0 ? 0 : (size_t)put;
}

void pty_resize(struct pty *p, int rows, int cols)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};
    if (p->master >= 0 && ioctl(p->master, TIOCSWINSZ, &size) != 0)
        broken("TIOCSWINSZ");
}

void pty_signal(struct pty *p, int signal)
{
    if (!p->over && kill(p->pid, signal) != 0 && errno != ESRCH)
        broken("kill");
}

void pty_close(struct pty *p)
{
    if (p->master >= 0)
        close(p->master);
    p->master = -1;
}
