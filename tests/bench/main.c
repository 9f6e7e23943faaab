/* SPDX-License-Identifier: MIT
 * The measurements of scripts/bench, which says what they are and prepares them. usage: kijun-bench PAIRS KIJUN BARE_MENU STANDARD
 * FOLDER ANSWERS HOME [load|lint|judge|answer|papers|terminal]... */
#include "contest.h"
#include "figures.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name;
    int (*run)(const struct figures *f);
} figure[] = {{"load", figures_load}, {"lint", figures_lint}, {"judge", figures_judge},
    {"answer", figures_answer}, {"papers", figures_papers}, {"terminal", figures_terminal}};

static int wanted(const char *name, int count, char **argument)
{
    for (int i = 0; i < count; i++)
        if (strcmp(name, argument[i]) == 0)
            return 1;
    return count == 0;
}

int main(int count, char **argument)
{
    if (count < 8) {
        fprintf(stderr, "kijun-bench: run scripts/bench\n");
        return 2;
    }
    struct figures f = {
        .pairs = strtoul(argument[1], NULL, 10),
        .kijun = argument[2],
        .bare_menu = argument[3],
        .standard = argument[4],
        .folder = argument[5],
        .answers = argument[6],
        .home = argument[7],
    };
    int failed = 0;
    contest_head(f.pairs);
    for (size_t i = 0; i < sizeof figure / sizeof *figure; i++)
        if (wanted(figure[i].name, count - 8, argument + 8))
            failed |= figure[i].run(&f);
    return failed ? 3 : 0;
}
