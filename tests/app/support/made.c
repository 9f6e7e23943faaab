/* SPDX-License-Identifier: MIT
 * Papers and folders that are made up. */
#include "made.h"

#include "core/mem.h"
#include "example.h"

/* A ledger as a table, and a form for each. */
void made_many(struct officer *o)
{
    struct many m = {.papers = mem_alloc(2, sizeof *m.papers), .count = 2, .all = {{3, 1, 0}}};
    m.papers[0] = (struct many_paper){.id = mem_dup("ledger"),
        .standard = mem_dup("example"),
        .title = {mem_dup("台帳"), mem_dup("Ledger")},
        .of = {{2, 0, 0}}};
    m.papers[1] = (struct many_paper){
        .id = mem_dup("application"), .title = {mem_dup("申請書"), mem_dup("Form")}, .of = m.all};
    app_many(&o->app, m);
}

/* Every folder holds the same. */
void made_folder(struct officer *o, const struct errand *e)
{
    static const struct {
        const char *name;
        bool folder;
        enum file_state state;
        uint64_t bytes;
    } made[] = {
        {.name = "old", .folder = true},
        {.name = ".hidden", .bytes = 1},
        {.name = "a\xff", .state = FILE_NAMELESS},
        {.name = "pipe", .state = FILE_SPECIAL},
        {.name = "利用規約.pdf", .bytes = 12345},
    };
    enum { COUNT = sizeof made / sizeof *made };
    struct file_row *rows = mem_alloc(COUNT, sizeof *rows);
    for (size_t i = 0; i < COUNT; i++)
        rows[i] = (struct file_row){.name = mem_dup(made[i].name),
            .folder = made[i].folder,
            .state = made[i].state,
            .bytes = made[i].bytes,
            .changed = EXAMPLE_TODAY};
    str_addf(&o->log, "FOLDER %s%s\n", e->text ? e->text : "-", e->nearest ? " near" : "");
    app_folder(&o->app, e->nearest ? "/home/sato" : e->text, rows, COUNT, false, e->subject);
}
