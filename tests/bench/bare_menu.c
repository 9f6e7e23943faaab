/* SPDX-License-Identifier: MIT
 * The least that ncurses costs: a list with a bar that the cursor keys move. With the argument `text`, text stands beside the list and tells of
 * the row under the bar. With a database's name, y writes one answer there as bare SQLite does (with `same` behind it, the rows that kijun writes) and shows the
 * number of answers in the last line. q ends. */
#include "bare_commit.h"

#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <string.h>

enum { BESIDE = 30, TEXT_FIRST = 5, TEXT_ROWS = 10 };

static void draw_row(int row, bool marked, bool beside)
{
    attrset(marked ? A_REVERSE : A_NORMAL);
    if (beside)
        mvprintw(row, 0, "%2d  法域と所在地  4(1)%-2d", row + 1, row);
    else
        mvprintw(row, 0, "%2d  データはどの国のデータセンターに保存されますか  4(1)%d  [ ]",
            row + 1, row);
    attrset(A_NORMAL);
}

static void draw_text(int at)
{
    for (int row = 0; row < TEXT_ROWS; row++)
        mvprintw(TEXT_FIRST + row, BESIDE, "4(%d)%d %s", at, row,
            at % 2 ? "外国の法令が及ぶと選定できなくなります。"
                   : "国内の法令が及ぶことを確かめてください。");
}

int main(int count, char **argument)
{
    bool beside = count > 1 && strcmp(argument[1], "text") == 0;
    struct bare_commit *commit =
        count > 1 && !beside ? bare_open(argument[1], count > 2 ? BARE_SAME : BARE_ROW) : NULL;
    setlocale(LC_ALL, "");
    initscr();
    cbreak();
    noecho();
    keypad(stdscr, TRUE);
    int at = 0, key = 0;
    for (int row = 0; row < LINES - 1; row++)
        draw_row(row, row == at, beside);
    do {
        int to = at + (key == KEY_DOWN && at < LINES - 2) - (key == KEY_UP && at > 0);
        if (to != at) {
            draw_row(at, false, beside);
            draw_row(at = to, true, beside);
        }
        if (beside)
            draw_text(at);
        if (key == 'y' && commit)
            mvprintw(LINES - 1, 0, "saved %ld", bare_put(commit));
        move(at, 0);
        refresh();
    } while ((key = getch()) != 'q' && key != ERR); /* ERR: the terminal has gone */
    endwin();
    if (commit)
        bare_close(commit);
    return 0;
}
