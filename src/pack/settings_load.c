/* SPDX-License-Identifier: MIT
 * Where the files of settings lie, and how they are read: one open() each, as this stands before the first screen. */
#include "pack/settings.h"

#include "core/mem.h"
#include "core/str.h"
#include "core/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char office_path[] = "/etc/kijun/office.yaml";

/* NULL if there is no home to have one in. */
static char *own_path(void)
{
    struct str path = {0};
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    if (config && config[0] == '/') /* the XDG rules: a relative one counts as unset */
        str_addf(&path, "%s/kijun/config.yaml", config);
    else if (home && home[0] == '/')
        str_addf(&path, "%s/.config/kijun/config.yaml", home);
    else
        return NULL;
    return str_take(&path);
}

/* A path as config.yaml writes it: from its own folder, or from ~/. */
static char *path_from(const char *file, const char *said)
{
    struct str path = {0};
    const char *home = getenv("HOME"), *slash = strrchr(file, '/');
    if (said[0] == '~' && said[1] == '/' && home)
        str_addf(&path, "%s%s", home, said + 1);
    else if (said[0] == '/' || !slash)
        str_add(&path, said);
    else
        str_addf(&path, "%.*s/%s", (int)(slash - file), file, said);
    return str_take(&path);
}

static bool read_all(int fd, char *bytes, size_t most, size_t *len)
{
    *len = 0;
    while (*len < most) {
        ssize_t n = read(fd, bytes + *len, most - *len);
        if (n == 0)
            break;
        if (n < 0 && errno != EINTR)
            return false;
        *len += n > 0 ? (size_t)n : 0;
    }
    return true;
}

/* An open file's text, NULL with *e. Only what is a file is read: a pipe might never end. */
static char *text_of(int fd, const char *path, size_t *len, struct err *e)
{
    struct stat st;
    if (fstat(fd, &st) != 0) {
        (void)err_fail(e, ERR_INPUT, N_("Cannot read \"{1}\": {2}."), path, strerror(errno));
        return NULL;
    }
    if (!S_ISREG(st.st_mode)) {
        (void)err_fail(e, ERR_INPUT, N_("\"{1}\" is not a file."), path);
        return NULL;
    }
    /* one byte more than may be: the reader then says that it is too large */
    size_t most = st.st_size > PACK_FILE_MAX ? PACK_FILE_MAX + 1 : (size_t)st.st_size;
    char *bytes = mem_alloc(most + 1, 1);
    if (read_all(fd, bytes, most, len))
        return bytes;
    (void)err_fail(e, ERR_INPUT, N_("Cannot read \"{1}\": {2}."), path, strerror(errno));
    free(bytes);
    return NULL;
}

static int open_file(const char *path)
{
    return open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
}

/* Takes path over. said: where it was named, so that it must be there; NULL: it need not. */
static void load(struct settings *s, enum settings_whose whose, char *path, bool wanted,
    const struct place *said)
{
    struct settings_file *f = &s->file[whose];
    struct err e;
    size_t len;
    f->path = path;
    int fd = open_file(path);
    if (fd < 0 && !wanted && (errno == ENOENT || errno == ENOTDIR))
        return;
    if (fd < 0)
        (void)err_fail(&e, ERR_INPUT, N_("Cannot read \"{1}\": {2}."), path, strerror(errno));
    char *bytes = fd < 0 ? NULL : text_of(fd, path, &len, &e);
    if (fd >= 0)
        (void)close(fd); /* it was only read */
    if (!bytes) {
        if (said)
            (void)err_at(&e, said->file, said->line, said->column);
        err_list_add(&s->problems, &e);
        return;
    }
    settings_read(f, whose, bytes, len, &s->problems);
    free(bytes);
}

static void load_office(struct settings *s)
{
    const char *named = getenv("KIJUN_OFFICE");
    const struct settings_file *own = &s->file[SETTINGS_OWN];
    const struct setting *office = &own->at[SETTING_OFFICE];
    if (named && !*named)
        return;
    if (named && utf8_valid(named, strlen(named), NULL))
        load(s, SETTINGS_OFFICE, mem_dup(named), true, NULL);
    else if (office->text)
        load(s, SETTINGS_OFFICE, path_from(own->path, office->text), true, &office->place);
    else
        load(s, SETTINGS_OFFICE, mem_dup(office_path), false, NULL);
}

void settings_load(struct settings *s)
{
    *s = (struct settings){0};
    char *own = own_path();
    if (own)
        load(s, SETTINGS_OWN, own, false, NULL);
    load_office(s);
    settings_check(s);
}

void settings_try(struct settings *s, const char *path, const char *bytes, size_t len)
{
    *s = (struct settings){0};
    s->file[SETTINGS_OWN].path = mem_dup(path);
    settings_read(&s->file[SETTINGS_OWN], SETTINGS_OWN, bytes, len, &s->problems);
    load_office(s);
    settings_check(s);
}

bool settings_bytes(const char *path, char **bytes, size_t *len, struct err *e)
{
    int fd = open_file(path);
    *len = 0;
    if (fd < 0 && (errno == ENOENT || errno == ENOTDIR)) {
        *bytes = mem_alloc(1, 1);
        return true;
    }
    if (fd < 0)
        return err_fail(e, ERR_INPUT, N_("Cannot read \"{1}\": {2}."), path, strerror(errno));
    *bytes = text_of(fd, path, len, e);
    (void)close(fd); /* it was only read */
    return *bytes != NULL;
}

void settings_load_file(struct settings *s, enum settings_whose whose, const char *path)
{
    *s = (struct settings){0};
    load(s, whose, mem_dup(path), true, NULL);
    settings_check(s);
}
