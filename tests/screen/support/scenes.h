/* SPDX-License-Identifier: MIT
 * The scenes of screen_golden: where one is, and the keys that led there. */
#ifndef KIJUN_TESTS_SCENES_H
#define KIJUN_TESTS_SCENES_H

/* Where one begins. The open session stands at the question where the data are stored. */
enum start {
    EMPTY,  /* where nothing has been saved yet */
    LISTED, /* at the list of sessions */
    OPENED, /* in the open session */
    LATER,  /* in the open session, when its standard has been revised */
    THEIRS, /* in the open session, which another person holds */
    HELD /* at the list; the second paper of a batch never gets its name, so what stands there while it is made stays */
};

/* How one gets there: names of keys, after '=' a word to be typed, after '@' a file of the office whose path is. */
struct scene {
    const char *name;
    enum start start;
    const char *keys;
};

static const struct scene scenes[] = {
    {"home-empty", EMPTY, ""},
    {"home", LISTED, ""},
    {"home-search", LISTED, "/ =共有"},
    {"home-nothing", LISTED, "/ =無い"},
    {"choose", LISTED, "n"},
    {"choose-practice", LISTED, "d"},
    {"choose-case", LISTED, "d Enter Down Down"},
    {"session-file", LISTED, "f =sent.kijun"},
    {"session-file-opened", LISTED, "f =sent.kijun C-d"},
    {"export", OPENED, "m x"},
    {"new", LISTED, "n Enter =窓口予約"},
    {"walk-one", OPENED, ""},
    {"walk-effect", OPENED, "Down"},
    {"walk-pending", OPENED, "Down Down"},
    {"walk-many", OPENED, ": =assurances Enter"},
    {"walk-text", OPENED, ": =data_handled Enter"},
    {"walk-date", OPENED, ": =certificate_expiry Enter C-u =令和10年3月31日"},
    {"walk-no-date", OPENED, ": =certificate_expiry Enter C-u =令和10年3月末"},
    {"walk-asks", OPENED, ": =tier Enter Down Enter 1 Enter"},
    {"walk-end", OPENED, "G Tab f f"},
    {"stages", OPENED, "s"},
    {"stages-open", OPENED, "s f"},
    {"stages-hidden", OPENED, "s a"},
    {"find", OPENED, "/ =ばっくあっぷ"},
    {"find-matches", OPENED, "/ =ばっくあっぷ Enter"},
    {"jump", OPENED, ": =dc"},
    {"result", OPENED, "m"},
    {"result-forbidden", OPENED, "Down Enter m"},
    {"review-text", OPENED, "m d Right Right Tab =年に一度、証明書を確かめること"},
    {"review-remark", OPENED, "d =契約書の写しを付けること"},
    {"result-reviewed", OPENED, "m d Right Right Tab =年に一度、証明書を確かめること C-d"},
    {"home-reviewed", OPENED, "m d Left Tab =契約書の案がない C-d q"},
    {"evidence", OPENED, ": =ismap Enter e Enter =契約書 Tab =第12条 Tab Tab =R8.11.1 C-d g"},
    {"evidence-form", OPENED, ": =encryption_cryptrec Enter e Enter"},
    {"files", OPENED, ": =encryption_cryptrec Enter e Enter =契約書 Tab @docs/ C-o"},
    {"files-hidden", OPENED, ": =encryption_cryptrec Enter e Enter =契約書 Tab @docs/ C-o a"},
    {"files-filter", OPENED, ": =encryption_cryptrec Enter e Enter =契約書 Tab @docs/ C-o / =規約"},
    {"files-chosen", OPENED, ": =encryption_cryptrec Enter e Enter =契約書 Tab @docs/ C-o G Enter"},
    {"note", OPENED, ": =encryption_cryptrec Enter n =営業担当へ照会中"},
    {"pend", OPENED, "Down Down Enter"},
    {"why", OPENED, "w"},
    {"why-verdict", OPENED, "m v"},
    {"history", OPENED, ": =backup_recovery Enter h"},
    {"clause", OPENED, "c"},
    {"compare", OPENED, "o"},
    {"compared", OPENED, "o Enter"},
    {"paper", OPENED, "m f"},
    {"paper-next", OPENED, "m f t"},
    {"save", OPENED, "m f p"},
    {"many", LISTED, "p"},
    {"many-going", HELD, "p Right Right Tab Tab Tab Tab C-u @papers C-d"},
    {"many-stopped", HELD, "p Right Right Tab Tab Tab Tab C-u @nowhere C-d y q"},
    {"settings", LISTED, "s"},
    {"walk-theirs", THEIRS, ""},
    {"walk-theirs-later", THEIRS, "Down"},
    {"result-theirs", THEIRS, "m"},
    {"help-theirs", THEIRS, "?"},
    {"home-revised", LATER, "q"},
    {"walk-revised", LATER, ""},
    {"move", LATER, "r"},
    {"move-asks", LATER, "r Enter"},
    {"move-moved", LATER, "r Enter y"},
    {"receive", OPENED, "m r @returned.csv Enter Enter"},
    {"help-walk", OPENED, "?"},
    {"help-stages", OPENED, "s ?"},
    {"help-home", LISTED, "?"},
};

#endif
