/* SPDX-License-Identifier: MIT
 * kijun verify: is every history whole, and does it still amount to answers of its standard? */
#include "cli/commands.h"
#include "cli/file.h"
#include "text/msg.h"

#include <stdio.h>

/* A file that has changed is a problem; one that is not here may lie on another machine, and is only told. */
static void compare_file(struct call *c, const struct session *s, size_t question,
    const struct evidence *piece, struct err_list *problems)
{
    struct err e;
    const char *label = words_in(&s->standard->questions[question].label, c->lang);
    enum evidence_file state;
    (void)file_compare(piece, NULL, NULL, &state); /* nothing stops it */
    if (state == EVIDENCE_CHANGED) {
        (void)err_fail(&e, ERR_FOUND,
            N_("Session {1}, \"{2}\": the file {3} has changed since it was noted as evidence."),
            s->id, label, piece->place);
        err_list_add(problems, &e);
    } else if (state == EVIDENCE_GONE || state == EVIDENCE_UNREADABLE) {
        (void)err_fail(&e, ERR_FOUND,
            N_("Session {1}, \"{2}\": the file {3}, noted as evidence, cannot be read here. Nothing "
               "can be said of it."),
            s->id, label, piece->place);
        call_note(c, &e);
    }
}

static void compare_files(struct call *c, const struct session *s, struct err_list *problems)
{
    for (size_t q = 0; q < s->standard->question_count; q++)
        for (size_t i = 0; i < s->answers.at[q].evidence_count; i++)
            compare_file(c, s, q, &s->answers.at[q].evidence[i], problems);
}

/* The store has checked the chain of hashes; this replays what the entries say. */
static void replay(struct call *c, struct store *where, const char *id, struct err_list *problems)
{
    struct session s;
    struct err e;
    if (desk_read(c->desk, where, id, false, &s, &e)) {
        compare_files(c, &s, problems);
        session_release(&s);
    } else {
        err_list_add(problems, &e);
    }
}

static bool replay_all(
    struct call *c, struct store *where, struct err_list *problems, struct err *e)
{
    struct summaries list = {0};
    bool ok = store_list(where, NULL, 0, SIZE_MAX, &list, e);
    for (size_t i = 0; ok && i < list.count; i++)
        replay(c, where, list.at[i].id, problems);
    summaries_release(&list);
    return ok;
}

static bool verify(struct call *c, struct store *where, const char *id, struct err *e)
{
    size_t count = 0;
    struct err_list problems = {0};
    bool ok = store_verify(where, id, &count, &problems, e);
    if (ok && problems.count == 0) {
        if (id)
            replay(c, where, id, &problems);
        else
            ok = replay_all(c, where, &problems, e);
    }
    for (size_t i = 0; i < problems.count; i++)
        call_note(c, &problems.at[i]);
    if (ok) {
        char looked[24], damaged[24];
        (void)snprintf(looked, sizeof looked, "%zu", count);
        (void)snprintf(damaged, sizeof damaged, "%zu", problems.count);
        tr_add(&c->out, c->lang, N_("Sessions checked: {1}. Problems: {2}."), looked, damaged);
        str_add_char(&c->out, '\n');
        c->status = problems.count ? ERR_FOUND : 0;
    }
    err_list_release(&problems);
    return ok;
}

static bool run(struct call *c, struct err *e)
{
    if (c->word_count == 0)
        return desk_open(c->desk, c->desk->path == NULL, e) && verify(c, c->desk->store, NULL, e);
    struct store *where;
    char id[SESSION_ID_BYTES];
    return desk_find(c->desk, c->word[0], &where, id, e) && verify(c, where, id, e);
}

const struct command command_verify = {
    .name = "verify",
    .usage = "verify [SESSION]",
    .summary = N_("check that no history and no evidence was altered"),
    .help = N_(
        "Replays every history, or that of one session, and checks each entry's hash: an entry that was changed, "
        "removed or put in is found. (What cannot be found without a paper to compare with is a history that "
        "was cut at its end or rewritten as a whole: every paper carries the first digits of the last "
        "hash.) Files that are evidence are compared with the digest taken of them: one that has changed counts as wrong, one that "
        "is not here is only told. The exit status is 1 if anything is wrong."),
    .most = 1,
    .run = run,
};
