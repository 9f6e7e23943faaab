/* SPDX-License-Identifier: MIT
 * Sessions for tests of papers: under the standard of a town that does not exist, or any other. */
#ifndef KIJUN_TESTS_EXAMPLE_H
#define KIJUN_TESTS_EXAMPLE_H

#include "core/session.h"
#include "pack/pack.h"

/* 2026-11-20 10:42 in Japan; the tests run there. */
#define EXAMPLE_NOW 1795138920
#define EXAMPLE_TODAY 20777

/* Begins a session on a day (EXAMPLE_TODAY if it does not matter) under the standard in folder. Fails the test if it cannot be read. The caller releases it. */
void example_begin(struct session *s, const char *folder, const char *id, int32_t today);

/* Reads the standard in folder, for several sessions. Fails the test if it cannot be read. The caller frees it. */
struct standard *example_standard(const char *folder, const char *id);

/* As example_begin(), but the standard stays the caller's: example_end() ends the session. */
void example_begin_under(struct session *s, struct standard *standard, int32_t today);
void example_end(struct session *s);

/* One more entry. Fails the test if the session does not take it. */
void example_put(struct session *s, enum entry_what what, const char *subject, const char *value);

/* What an answers file says, as the program would take it. Fails the test if an answer is refused. */
void example_given(struct session *s, const struct given_list *given);

/* The session of a training case, by the name of its file, under a standard in the folder checklists. */
void example_case(
    struct session *s, const char *checklists, const char *standard, const char *name);

/* "kind=cloud country=?": ? is 確認中, asked of 営業担当 on 2026-07-03. Values hold no blanks. */
void example_answer(struct session *s, const char *pairs);

#endif
