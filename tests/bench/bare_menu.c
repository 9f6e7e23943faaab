/* SPDX-License-Identifier: MIT
 * The least that ncurses costs: a list with a bar that the cursor keys move. With a database's name as argument, y writes one answer
 * there as bare SQLite does and shows the number of answers in the last line. q ends. */
#include "bare_commit.h"

#include <locale.h>
#include <ncurses.h>
#include <stdio.h>

static void draw_row(int row, bool marked)
{
    attrset(marked ? A_REVERSE : A_NORMAL);
    mvprintw(
        row, 0, "%2d  データはどの国のデータセンターに保存されますか  4(1)%d  [ ]", row + 1, row);
    attrset(A_NORMAL);
}

int main(int count, char **argument)
{
    struct bare_commit *commit = count > 1 ? bare_open(argument[1]) : NULL;
    setlocale(LC_ALL, "");
    initscr();
    cbreak();
    noecho();
    keypad(stdscr, TRUE);
    int at = 0, key = 0;
    for (int row = 0; row < LINES - 1; row++)
        draw_row(row, row == at);
    do {
        int to = at + (key == KEY_DOWN && at < LINES - 2) - (key == KEY_UP && at > 0);
        if (to != at) {
            draw_row(at, false);
            draw_row(at = to, true);
        }
        if (key == 'y' && commit)
            mvprintw(LINES - 1, 0, "saved %ld", bare_put(commit));
        move(at, 0);
        refresh();
    } while ((key = getch()) != 'q');
    endwin();
    if (commit)
        bare_close(commit);
    return 0;
}
