/* SPDX-License-Identifier: MIT
 * A program at the other end of a pseudo-terminal, in a session of its own, as sshd would start it. Bytes and processes only:
 * term.h knows what the bytes mean. A failing system call is a broken machine: it ends the test program with a message. */
#ifndef KIJUN_TESTS_PTY_H
#define KIJUN_TESTS_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct pty_start {
    const char *const *argv; /* ended by NULL; argv[0] is a path, or a name to find in PATH */
    const char *const *
        env; /* ended by NULL; NAME=VALUE sets, NAME alone takes away. Laid over PATH, TERM=xterm-256color,
                              * LANG=C.UTF-8, HOME=/nonexistent and the sanitizers' options; nothing else is inherited. May be NULL */
    int rows, cols; /* 0: 24, 80 */
};

/* How a program ended. */
struct pty_end {
    int status;        /* exit status; minus the number of the signal that killed it */
    int64_t cpu, peak; /* nanoseconds of processor time; largest resident set in KiB */
};

struct pty {
    pid_t pid;
    int pidfd;
    int master;    /* -1 once we have closed it */
    bool deserted; /* no program has the terminal open any more */
    bool over;     /* the program has ended: see end */
    struct pty_end end;
    int64_t *begun; /* shared with the child: clock_now() just before execve() */
};

enum { PTY_QUIET = 1, PTY_BYTES = 2, PTY_ENDED = 4 };

void pty_start(struct pty *p, const struct pty_start *what);

/* Kills the program if it still runs, reaps it, closes everything. */
void pty_release(struct pty *p);

/* Waits until `until` (clock_now()) for bytes, room to write (if writing) or the end; says which, PTY_QUIET when the time was up.
 * After PTY_ENDED, pty.end is filled, and bytes may still be waiting to be read. */
int pty_wait(struct pty *p, bool writing, int64_t until);

/* Reads what is there, at most size bytes; 0: nothing now, or nothing ever any more (see deserted). */
size_t pty_read(struct pty *p, char *bytes, size_t size);

/* Writes what there is room for. */
size_t pty_write(struct pty *p, const char *bytes, size_t len);

void pty_resize(struct pty *p, int rows, int cols);
void pty_signal(struct pty *p, int signal);
void pty_close(struct pty *p); /* the window is closed: the program gets SIGHUP, then end of file */

/* Nanoseconds on CLOCK_MONOTONIC. */
int64_t clock_now(void);
enum { MILLISECOND = 1000000 };

#endif
