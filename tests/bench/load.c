/* SPDX-License-Identifier: MIT
 * What it costs to have a standard in memory, beside what libyaml alone takes for its bytes. */
#include "contest.h"
#include "figures.h"

#include "core/mem.h"
#include "pack/pack.h"
#include "term/pty.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

struct load {
    const char *id;
    struct bundle files;
};

static double milliseconds_since(int64_t start)
{
    return (double)(clock_now() - start) / MILLISECOND;
}

static double parse_and_link(void *with)
{
    struct load *l = with;
    struct standard *standard = NULL;
    struct err_list problems = {0};
    int64_t start = clock_now();
    bool parsed = pack_parse(&l->files, l->id, &standard, &problems);
    if (parsed)
        standard_free(standard);
    err_list_release(&problems);
    return parsed ? milliseconds_since(start) : -1;
}

static bool all_events(const struct bundle_file *file)
{
    yaml_parser_t parser;
    yaml_event_t event;
    bool more = true;
    if (!yaml_parser_initialize(&parser))
        return false;
    yaml_parser_set_input_string(&parser, (const unsigned char *)file->bytes, file->len);
    while (more && yaml_parser_parse(&parser, &event)) {
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return !more;
}

static double bare_events(void *with)
{
    struct load *l = with;
    int64_t start = clock_now();
    for (size_t i = 0; i < l->files.count; i++)
        if (!all_events(&l->files.file[i]))
            return -1;
    return milliseconds_since(start);
}

/* The cases for courses are not read when a standard is: neither side shall be measured on them. */
static bool read_all_but_cases(struct bundle *files, const char *folder)
{
    struct bundle all = {0};
    struct err e;
    bool read = bundle_read(&all, folder, &e);
    for (size_t i = 0; i < all.count; i++)
        if (strncmp(all.file[i].path, "training/", 9) != 0)
            bundle_add(files, all.file[i].path, all.file[i].bytes, all.file[i].len);
    bundle_release(&all);
    return read;
}

int figures_load(const struct figures *f)
{
    struct load l = {.id = f->standard};
    if (!read_all_but_cases(&l.files, f->folder)) {
        fprintf(stderr, "bench: %s cannot be read\n", f->folder);
        return 1;
    }
    contest_run(&(struct contest){.figure = "a standard loaded (parsed, linked, freed)",
                    .peer = "libyaml events",
                    .bar = 2.0,
                    .ours = parse_and_link,
                    .theirs = bare_events,
                    .with = &l},
        f->pairs);
    bundle_release(&l.files);
    return 0;
}

/* ---- all standards linted ---- */

struct lint {
    struct shelf shelf;
    struct bundle *files; /* one for each */
};

static double lint_all(void *with)
{
    struct lint *l = with;
    int64_t start = clock_now();
    for (size_t i = 0; i < l->shelf.count; i++) {
        struct standard *standard = NULL;
        struct err_list problems = {0};
        bool parsed = pack_lint(&l->files[i], l->shelf.at[i].id, &standard, &problems);
        standard_free(standard);
        err_list_release(&problems);
        if (!parsed)
            return -1;
    }
    return milliseconds_since(start);
}

static double all_bare_events(void *with)
{
    struct lint *l = with;
    int64_t start = clock_now();
    for (size_t i = 0; i < l->shelf.count; i++)
        for (size_t file = 0; file < l->files[i].count; file++)
            if (!all_events(&l->files[i].file[file]))
                return -1;
    return milliseconds_since(start);
}

int figures_lint(const struct figures *f)
{
    struct lint l = {0};
    struct err e;
    if (!shelf_read(&l.shelf, &e)) {
        fprintf(stderr, "bench: %s\n", e.text);
        return 1;
    }
    bool read = true;
    l.files = mem_alloc(l.shelf.count, sizeof *l.files);
    for (size_t i = 0; i < l.shelf.count; i++)
        read = bundle_read(&l.files[i], l.shelf.at[i].folder, &e) && read;
    if (read)
        contest_run(&(struct contest){.figure = "all standards linted",
                        .peer = "libyaml events",
                        .bar = 3.0,
                        .ours = lint_all,
                        .theirs = all_bare_events,
                        .with = &l},
            f->pairs);
    for (size_t i = 0; i < l.shelf.count; i++)
        bundle_release(&l.files[i]);
    free(l.files);
    shelf_release(&l.shelf);
    return !read;
}
