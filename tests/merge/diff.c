#include "merge/diff.h"

#include "merge/cases.h"

static const char *const pairs[][2] = {
    {"", ""},
    {"", "One."},
    {"One.", ""},
    {"We shall act.", "We should act."},
    {"We *shall act* now.", "We *shall* act now."},
    {"We *shall act* now.", "We shall *act now*."},
    {"We make an [intention] [commitment] now.", "We make an commitment now."},
    {"We [shall - JPN / should - ASEAN] act.", "We [shall - JPN, USA / should - ASEAN] act."},
    {"We shall act.", "We [shall - JPN / should - ASEAN] act."},
    {"One. Two words here are new.", "One.\n\nTwo words here are new."},
    {"One one one one.\n\nTwo words here are new.", "One one one one. Two words here are new."},
    {"- a b c\n- d e f", "- a b c\n- new item\n- d e f"},
    {"- a b c d e f g", "- a b c d\n- e f g"},
    {"# A\n\ntext", "## A\n\ntext"},
    {"See [x](http://a) now", "See [x](http://b) now"},
    {"> quoted words here", "quoted words here"},
    {"<!-- op a -->\nSee [paragraph 2](#b).\n\n<!-- op b -->\nB words.",
     "<!-- op c -->\nNew.\n\n<!-- op a -->\nSee [paragraph 3](#b).\n\n<!-- op b -->\nB words."},
    {"<!-- op a -->\nThe first clause has some words.\n\n<!-- op b -->\nThe second clause is "
     "other.",
     "<!-- op b -->\nThe second clause is other.\n\n<!-- op a -->\nThe first clause had some "
     "words."},
    {"a [b\n\nc] d", "a [b x\n\nc] d e"},
    /* texts that differ only in the nesting of nodes */
    {"w [](u)![x](v)", "w [![](v)x](u)"},
    {"<!-- op a -->\n>\n\n> x", "<!-- op a -->\n> >\n>\n> x"},
    {"<!-- op a -->\nFirst.\n\n<!-- op b -->\nSee [paragraph 1\020abc](#a).",
     "<!-- op a -->\nFirst.\n\n<!-- op b -->\nSee [paragraph `abc`](#a)."},
};

START_TEST(is_exact)
{
  g_autoptr(AdrefNode) old = read_text(pairs[_i][0], NULL, NULL);
  g_autoptr(AdrefNode) new = read_text(pairs[_i][1], NULL, NULL);
  keeps_redline(old, new, pairs[_i][0]);
  keeps_redline(new, old, pairs[_i][1]);
  keeps_redline(old, old, pairs[_i][0]);
}
END_TEST

TCase *tcase_diff(void)
{
  TCase *tcase = tcase_create("diff");
  tcase_add_loop_test(tcase, is_exact, 0, G_N_ELEMENTS(pairs));
  return tcase;
}
