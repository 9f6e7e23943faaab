/* SPDX-License-Identifier: MIT
 * The history's entries and their hashes. What an entry is enters its hash by name, not by number, so that the order of
 * the enum may change without making old histories look damaged. */
#include "core/entry.h"

#include "core/mem.h"

#include <stdlib.h>
#include <string.h>

static const char *const what_name[ENTRY_WHAT_COUNT] = {
    [ENTRY_BEGIN] = "begin",
    [ENTRY_TITLE] = "title",
    [ENTRY_ANSWER] = "answer",
    [ENTRY_PENDING] = "pending",
    [ENTRY_NOTE] = "note",
    [ENTRY_EVIDENCE] = "evidence",
    [ENTRY_DROP_EVIDENCE] = "drop_evidence",
    [ENTRY_MOVE] = "move",
    [ENTRY_REVIEW] = "review",
    [ENTRY_UNDO] = "undo",
};

const char *entry_what_name(enum entry_what what)
{
    return what_name[what];
}

bool entry_what_parse(const char *text, enum entry_what *out)
{
    for (int i = 0; i < ENTRY_WHAT_COUNT; i++) {
        if (strcmp(what_name[i], text) == 0) {
            *out = (enum entry_what)i;
            return true;
        }
    }
    return false;
}

void entry_release(struct entry *e)
{
    free(e->actor);
    free(e->subject);
    free(e->value);
    *e = (struct entry){0};
}

void entries_release(struct entries *list)
{
    for (size_t i = 0; i < list->count; i++)
        entry_release(&list->at[i]);
    free(list->at);
    *list = (struct entries){0};
}

void entries_add(struct entries *list, struct entry *e)
{
    list->at = mem_grow(list->at, list->count, &list->cap, sizeof *list->at);
    list->at[list->count++] = *e;
    *e = (struct entry){0};
}

struct digest entry_hash(const struct entry *e, const struct digest *before)
{
    struct digester d;
    digest_begin(&d);
    digest_add(&d, before->byte, sizeof before->byte);
    digest_add_number(&d, e->seq);
    digest_add_number(&d, e->time);
    digest_add_string(&d, e->actor);
    digest_add_string(&d, entry_what_name(e->what));
    digest_add_string(&d, e->subject);
    digest_add_string(&d, e->value);
    return digest_end(&d);
}

bool entry_standard(const struct entry *e, struct digest *out)
{
    char hex[DIGEST_HEX];
    if ((e->what != ENTRY_BEGIN && e->what != ENTRY_MOVE) || !e->value)
        return false;
    size_t len = e->what == ENTRY_MOVE ? strcspn(e->value, "\n") : strlen(e->value);
    if (len != DIGEST_HEX - 1)
        return false;
    memcpy(hex, e->value, len);
    hex[len] = '\0';
    return digest_parse(hex, out);
}

bool entries_standard(const struct entries *list, struct digest *out)
{
    for (size_t i = list->count; i-- > 0;)
        if (list->at[i].what == ENTRY_MOVE || list->at[i].what == ENTRY_BEGIN)
            return entry_standard(&list->at[i], out);
    return false;
}

bool entries_verify(const struct entries *list, size_t *bad)
{
    struct digest before = {{0}};
    for (size_t i = 0; i < list->count; i++) {
        const struct entry *e = &list->at[i];
        struct digest hash = entry_hash(e, &before);
        if (e->seq != (int64_t)i + 1 || !digest_same(&hash, &e->hash)) {
            *bad = i;
            return false;
        }
        before = hash;
    }
    return true;
}
