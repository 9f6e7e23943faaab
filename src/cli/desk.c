/* SPDX-License-Identifier: MIT
 * The desk: who sits there, what time it is, which store lies on it; sessions fetched from the store. record.c writes. */
#include "cli/desk.h"

#include "core/dates.h"
#include "core/mem.h"
#include "core/utf8.h"
#include "pack/image.h"

#include <ctype.h>
#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* The user is who the kernel says, never what the environment claims. */
static void name_user(struct desk *d)
{
    const struct passwd *user = getpwuid(getuid());
    const char *login = user && user->pw_name ? user->pw_name : "";
    if (!utf8_valid(login, strlen(login), NULL))
        login = "";
    char tail[32];
    int len = snprintf(tail, sizeof tail, " (%lu)", (unsigned long)getuid());
    utf8_copy(d->actor, sizeof d->actor - (size_t)len, *login ? login : "uid",
        strlen(login) + (*login ? 0 : 3));
    memcpy(d->actor + strlen(d->actor), tail, (size_t)len + 1);

    const char *name = user && user->pw_gecos ? user->pw_gecos : "";
    size_t name_len = strcspn(name, ",");
    if (name_len == 0 || !utf8_valid(name, name_len, NULL)) {
        name = *login ? login : d->actor;
        name_len = strlen(name);
    }
    utf8_copy(d->person, sizeof d->person, name, name_len);
}

static int64_t fixed_clock(void)
{
    const char *text = getenv("KIJUN_NOW");
    if (!text || !isdigit((unsigned char)*text))
        return 0;
    char *end;
    long long now = strtoll(text, &end, 10);
    return *end == '\0' && now < 253402300800 ? now : 0;
}

void desk_init(struct desk *d, enum lang lang, const char *path)
{
    *d = (struct desk){.lang = lang, .path = path, .fixed_now = fixed_clock()};
    name_user(d);
}

bool desk_open(struct desk *d, bool create, struct err *e)
{
    if (d->store)
        return true;
    char *standing = d->path ? NULL : store_default_path();
    bool ok = store_open(&d->store, d->path ? d->path : standing, create, e);
    free(standing);
    return ok;
}

void desk_settle(struct desk *d, const struct settings *settings)
{
    const char *name = settings_text(settings, SETTING_NAME);
    d->settings = settings;
    name_user(d);
    if (name && *name)
        utf8_copy(d->person, sizeof d->person, name, strlen(name));
}

bool desk_close(struct desk *d, struct err *e)
{
    free(d->holder);
    d->holder = NULL;
    err_list_release(&d->defaults.problems);
    struct err later;
    bool file = store_close(d->file, e);
    bool store = store_close(d->store, file ? e : &later);
    d->file = d->store = NULL;
    return file && store;
}

int64_t desk_now(const struct desk *d)
{
    return d->fixed_now ? d->fixed_now : (int64_t)time(NULL);
}

int32_t desk_day(int64_t when)
{
    time_t seconds = (time_t)when;
    struct tm local;
    bool known = localtime_r(&seconds, &local) != NULL;
    return day_of_time(when, known ? (int32_t)local.tm_gmtoff : 0);
}

int32_t desk_today(const struct desk *d)
{
    return desk_day(desk_now(d));
}

/* ---- finding ---- */

/* Ids are letters and digits only, so a name with anything else in it can only be a file. */
static bool could_be_id(const char *name)
{
    size_t len = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    return len > 0 && name[len] == '\0';
}

static bool is_file(const char *name)
{
    struct stat st;
    return stat(name, &st) == 0 && S_ISREG(st.st_mode);
}

bool desk_file(struct desk *d, const char *path, struct store **where, char id[SESSION_ID_BYTES],
    struct err *e)
{
    struct store *before = d->file;
    d->file = NULL;
    if (!store_close(before, e) || !store_open(&d->file, path, false, e) ||
        !store_only(d->file, id, e))
        return false;
    *where = d->file;
    return true;
}

static bool find_file(struct desk *d, const char *name, struct store **where,
    char id[SESSION_ID_BYTES], struct err *e)
{
    if (access(name, F_OK) != 0 && errno == ENOENT)
        return err_fail(e, ERR_INPUT, N_("There is no session or session file \"{1}\"."), name);
    return desk_file(d, name, where, id, e);
}

bool desk_find(struct desk *d, const char *name, struct store **where, char id[SESSION_ID_BYTES],
    struct err *e)
{
    if (!could_be_id(name))
        return find_file(d, name, where, id, e);
    if (desk_open(d, d->path == NULL, e) && store_find(d->store, name, id, e)) {
        *where = d->store;
        return true;
    }
    return is_file(name) && find_file(d, name, where, id, e);
}

/* ---- reading ---- */

/* Parses the files of a standard that a session here is or was under, and remembers the outcome by their digest. */
static bool parse_kept(struct store *where, const struct digest *digest, const char *standard_id,
    struct standard **standard, struct err *e)
{
    struct bundle bundle;
    struct err_list problems = {0};
    *standard = NULL;
    if (!store_standard(where, digest, &bundle, e))
        return false;
    if (pack_parse(&bundle, standard_id, standard, &problems))
        image_keep(*standard);
    else
        *e = problems.at[0];
    err_list_release(&problems);
    bundle_release(&bundle);
    return *standard != NULL;
}

/* The standard a session is under, whatever became of the installed one: from its compiled form if this machine has it
 * already, so that the files need not be read at all. */
static bool kept_standard(struct store *where, const char *id, const struct entries *history,
    struct standard **standard, struct err *e)
{
    struct digest digest;
    struct summary line;
    if (!entries_standard(history, &digest))
        return err_fail(e, ERR_SYSTEM, N_("The standard kept with this session cannot be read."));
    *standard = image_cached(&digest);
    if (*standard)
        return true;
    if (!store_summary(where, id, &line, e))
        return false;
    bool ok = parse_kept(where, &digest, line.standard_id, standard, e);
    summary_release(&line);
    return ok;
}

/* The standards it was under before are only for showing what was asked then: one that cannot be read is left out. */
static void add_past(struct store *where, struct session *s)
{
    for (size_t i = 0; i < s->past_count; i++) {
        struct past *past = &s->past[i];
        struct err unheard;
        past->standard = image_cached(&past->digest);
        if (!past->standard)
            (void)parse_kept(where, &past->digest, s->standard->id, &past->standard, &unheard);
    }
}

static bool replay(
    struct desk *d, struct store *where, const char *id, struct session *s, struct err *e)
{
    struct entries history = {0};
    struct standard *standard = NULL;
    bool ok = store_read(where, id, NULL, &history, e) &&
              kept_standard(where, id, &history, &standard, e);
    if (ok) {
        session_init(s, standard, desk_today(d));
        ok = session_replay(s, &history, e);
        if (ok)
            add_past(where, s);
        else
            session_release(s);
    }
    entries_release(&history);
    return ok;
}

bool desk_read(struct desk *d, struct store *where, const char *id, bool hold, struct session *s,
    struct err *e)
{
    if (hold) {
        free(d->holder);
        d->holder = NULL;
        if (!store_hold(where, id, d->actor, &d->holder, e))
            return false;
    }
    if (replay(d, where, id, s, e))
        return true;
    if (hold && !d->holder)
        store_let_go(where, id);
    return false;
}
