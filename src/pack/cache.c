/* SPDX-License-Identifier: MIT
 * Where images are kept: a file for each standard's digest, in the user's own cache folder. Anything unexpected there means
 * "not cached". */
#include "core/folder.h"
#include "pack/image.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* "" if there is no home to have one in. */
static void add_file(struct str *path, const struct digest *digest)
{
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    char hex[DIGEST_HEX];
    digest_hex(digest, hex);
    if (cache && cache[0] == '/')
        str_addf(path, "%s/kijun/%s", cache, hex);
    else if (home && home[0] == '/')
        str_addf(path, "%s/.cache/kijun/%s", home, hex);
}

static struct standard *read_image(int fd, const struct digest *digest)
{
    struct stat st;
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) || st.st_uid != geteuid() ||
        (st.st_mode & (S_IWGRP | S_IWOTH)) || st.st_size <= 0)
        return NULL;
    return image_read(fd, (size_t)st.st_size, digest);
}

struct standard *image_cached(const struct digest *digest)
{
    struct str path = {0};
    struct standard *s = NULL;
    add_file(&path, digest);
    int fd = path.len ? open(path.at, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) : -1;
    if (fd >= 0) {
        s = read_image(fd, digest);
        (void)close(fd); /* nothing was written to it */
    }
    str_release(&path);
    return s;
}

static bool write_file(const char *path, const char *bytes, size_t len)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    bool ok = true;
    for (size_t at = 0; ok && at < len;) {
        ssize_t n = write(fd, bytes + at, len - at);
        if (n > 0)
            at += (size_t)n;
        else
            ok = n < 0 && errno == EINTR;
    }
    return (close(fd) == 0) && ok;
}

void image_keep(const struct standard *s)
{
    struct str path = {0}, beside = {0}, image = {0};
    add_file(&path, &s->digest);
    char *refused = folder_make(str_text(&path));
    if (path.len && !refused) {
        str_addf(&beside, "%s.%ld", str_text(&path), (long)getpid());
        image_write(&image, s);
        if (image.len && (!write_file(str_text(&beside), str_text(&image), image.len) ||
                             rename(str_text(&beside), str_text(&path)) != 0))
            (void)unlink(str_text(&beside));
    }
    free(refused);
    str_release(&path);
    str_release(&beside);
    str_release(&image);
}
