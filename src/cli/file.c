/* SPDX-License-Identifier: MIT
 * A file that is evidence: nothing is opened that could wait for somebody, and nothing is kept in memory but a piece of it. */
#include "cli/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is longer is no document, and some files of the system have no end. */
static const uint64_t most = (uint64_t)4 << 30;

/* Whether somebody has it stopped: no errno says so for certain. */
struct reading {
    file_stop *stop; /* or NULL */
    void *with;
    bool stopped;
};

static bool add_bytes(int fd, struct reading *r, struct digester *d, uint64_t *bytes)
{
    char piece[64 * 1024];
    for (;;) {
        r->stopped = r->stop && r->stop(r->with);
        if (r->stopped)
            return false;
        ssize_t n = read(fd, piece, sizeof piece);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n == 0;
        digest_add(d, piece, (size_t)n);
        *bytes += (uint64_t)n;
        if (*bytes > most) {
            errno = EFBIG;
            return false;
        }
    }
}

static bool digest(int fd, struct reading *r, uint64_t *bytes, char hex[DIGEST_HEX])
{
    struct stat st;
    struct digester d;
    if (fstat(fd, &st) != 0)
        return false;
    if (!S_ISREG(st.st_mode)) {
        errno = S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
        return false;
    }
    if ((uint64_t)st.st_size > most) {
        errno = EFBIG;
        return false;
    }
    digest_begin(&d);
    bool well = add_bytes(fd, r, &d, bytes);
    struct digest whole = digest_end(&d);
    digest_hex(&whole, hex);
    return well;
}

static bool read_digest(const char *path, struct reading *r, uint64_t *bytes, char hex[DIGEST_HEX])
{
    *bytes = 0;
    hex[0] = '\0';
    if (!path || !*path) {
        errno = ENOENT;
        return false;
    }
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool well = digest(fd, r, bytes, hex);
    int why = errno;
    if (close(fd) != 0)
        return false;
    errno = why;
    return well;
}

bool file_digest(const char *path, uint64_t *bytes, char hex[DIGEST_HEX])
{
    return read_digest(path, &(struct reading){0}, bytes, hex);
}

bool file_compare(const struct evidence *e, file_stop *stop, void *with, enum evidence_file *file)
{
    uint64_t bytes;
    char hex[DIGEST_HEX];
    struct reading r = {.stop = stop, .with = with};
    if (!e->digest || !*e->digest)
        *file = EVIDENCE_NO_FILE;
    else if (read_digest(e->place, &r, &bytes, hex))
        *file = strcmp(hex, e->digest) == 0 ? EVIDENCE_SAME : EVIDENCE_CHANGED;
    else if (!r.stopped)
        *file = errno == ENOENT || errno == ENOTDIR ? EVIDENCE_GONE : EVIDENCE_UNREADABLE;
    return !r.stopped;
}
