/* SPDX-License-Identifier: MIT
 * What a tested program finds in its environment: little, and the same everywhere. */
#include "term/environment.h"

#include "core/mem.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static const char *const inherited[] = {
    "PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "LD_LIBRARY_PATH"};
static const char *const plain[] = {
    "TERM=xterm-256color", "LANG=C.UTF-8", "HOME=/nonexistent", "KIJUN_OFFICE="};

static bool same_name(const char *a, const char *b)
{
    size_t len = strcspn(a, "=");
    return len == strcspn(b, "=") && memcmp(a, b, len) == 0;
}

const char **environment_make(const char *const *laid_over)
{
    size_t count = 0, cap = 0;
    const char **env = NULL;
    for (size_t i = 0; i < sizeof inherited / sizeof *inherited; i++) {
        const char *value = getenv(inherited[i]);
        if (!value)
            continue;
        env = mem_grow(env, count, &cap, sizeof *env);
        env[count++] = value - strlen(inherited[i]) - 1; /* getenv() points into NAME=VALUE */
    }
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        env = mem_grow(env, count, &cap, sizeof *env);
        env[count++] = plain[i];
    }
    for (size_t i = 0; laid_over && laid_over[i]; i++) {
        size_t at = 0;
        while (at < count && !same_name(env[at], laid_over[i]))
            at++;
        if (at < count)
            env[at] = env[--count];
        env = mem_grow(env, count, &cap, sizeof *env);
        if (strchr(laid_over[i], '='))
            env[count++] = laid_over[i];
    }
    env = mem_grow(env, count, &cap, sizeof *env);
    env[count] = NULL;
    return env;
}
