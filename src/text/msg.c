/* SPDX-License-Identifier: MIT
 * Sentences in the user's language, from the catalogue inside the program. The system's locale is asked for a wish, never for data. */
#include "text/msg.h"

#include "text/catalogue.h"
#include "text/safe.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

extern const unsigned char catalogue_ja[];
extern const size_t catalogue_ja_len;

enum { LATELY = 256 };

/* What was found lately, by the address of the sentence: a frame says the same forty again and again. The key is compared all the same,
 * since an address may come to hold another sentence. */
static struct {
    const char *key, *value;
} lately[LATELY];

static const char *find(const char *sentence)
{
    size_t slot = ((uintptr_t)sentence ^ (uintptr_t)sentence >> 8) % LATELY;
    if (!lately[slot].key || strcmp(lately[slot].key, sentence) != 0)
        lately[slot].value =
            catalogue_find(catalogue_ja, catalogue_ja_len, sentence, &lately[slot].key);
    return lately[slot].value;
}

const char *tr(enum lang lang, const char *sentence)
{
    if (lang != LANG_JA || !*sentence)
        return sentence;
    const char *found = find(sentence);
    return found ? found : sentence;
}

const char *tr_n(enum lang lang, const char *one, const char *many, unsigned long n)
{
    const char *found = lang == LANG_JA ? find(one) : NULL;
    return found ? found : n == 1 ? one : many;
}

/* The number of a placeholder {1}..{4} at `at`, else 0. */
static size_t placeholder(const char *at)
{
    return at[0] == '{' && at[1] >= '1' && at[1] <= '4' && at[2] == '}' ? (size_t)(at[1] - '0') : 0;
}

void tr_add_with(struct str *out, enum lang lang, const char *const parts[5])
{
    const char *at = tr(lang, parts[0]);
    while (*at) {
        size_t plain = 1;
        size_t n = placeholder(at);
        if (n) {
            str_add(out, parts[n]);
            at += 3;
            continue;
        }
        while (at[plain] && at[plain] != '{')
            plain++;
        str_add_bytes(out, at, plain);
        at += plain;
    }
}

static void add_place(struct str *out, const struct err *e)
{
    if (!e->file[0])
        return;
    safe_text(out, e->file, 0);
    if (e->line)
        str_addf(out, ":%u", e->line);
    if (e->line && e->column)
        str_addf(out, ":%u", e->column);
    str_add(out, ": ");
}

/* What the system says of a failure. Rooms below hand on the words of strerror(), which follow a locale that may know no Japanese. */
static const struct {
    int number;
    const char *words;
} system_says[] = {
    {EACCES, N_("Permission denied")},
    {EPERM, N_("Operation not permitted")},
    {ENOENT, N_("No such file or directory")},
    {ENOSPC, N_("No space left on device")},
    {EDQUOT, N_("Disk quota exceeded")},
    {EFBIG, N_("File too large")},
    {EROFS, N_("Read-only file system")},
    {EIO, N_("Input/output error")},
    {EISDIR, N_("Is a directory")},
    {ENOTDIR, N_("Not a directory")},
    {ENAMETOOLONG, N_("File name too long")},
    {ELOOP, N_("Too many levels of symbolic links")},
    {EMFILE, N_("Too many open files")},
    {ENOMEM, N_("Cannot allocate memory")},
    {ENOEXEC, N_("Exec format error")},
    {EPIPE, N_("Broken pipe")},
};

static const char *arg_in(enum lang lang, const char *arg)
{
    for (size_t i = 0; *arg && i < sizeof system_says / sizeof *system_says; i++)
        if (strcmp(arg, strerror(system_says[i].number)) == 0)
            return tr(lang, system_says[i].words);
    return arg;
}

void err_words(struct str *out, enum lang lang, const struct err *e)
{
    char *safe[ERR_ARGS];
    for (size_t i = 0; i < ERR_ARGS; i++)
        safe[i] = safe_dup(arg_in(lang, e->arg[i]), 0);
    add_place(out, e);
    if (e->text)
        tr_add(out, lang, e->text, safe[0], safe[1], safe[2], safe[3]);
    for (size_t i = 0; i < ERR_ARGS; i++)
        free(safe[i]);
}

/* ja, ja_JP, ja_JP.UTF-8, ja-JP ... in the first len bytes of name. */
static bool names_lang(const char *name, size_t len, enum lang *lang)
{
    if (len < 2 || (len > 2 && !strchr("_-.@", name[2])))
        return false;
    for (enum lang l = LANG_JA; l < LANG_COUNT; l++)
        if (strncmp(name, lang_name(l), 2) == 0)
            return *lang = l, true;
    return false;
}

/* The first of a list with ':' between that names a language. */
static bool list_names(const char *list, enum lang *lang)
{
    while (*list) {
        size_t len = strcspn(list, ":");
        if (names_lang(list, len, lang))
            return true;
        list += len + (list[len] == ':');
    }
    return false;
}

bool lang_choose(const char *option, enum lang *lang)
{
    static const char *const wishes[] = {"KIJUN_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
    *lang = LANG_JA;
    if (option)
        return names_lang(option, strlen(option), lang);
    for (size_t i = 0; i < sizeof wishes / sizeof *wishes; i++) {
        const char *wish = getenv(wishes[i]);
        if (wish && list_names(wish, lang))
            break;
    }
    return true;
}

enum lang lang_settled(const char *setting)
{
    const char *wish = getenv("KIJUN_LANG");
    enum lang lang = LANG_JA;
    if (wish && list_names(wish, &lang))
        return lang;
    if (setting && names_lang(setting, strlen(setting), &lang))
        return lang;
    return lang_choose(NULL, &lang) ? lang : LANG_JA;
}

const char *lang_name(enum lang lang)
{
    return lang == LANG_EN ? "en" : "ja";
}
