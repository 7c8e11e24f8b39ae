#include "merge/compare/diff.h"

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
    {"a [/ b c] d", "[a [[e]] / [b / c]] d"},
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

static guint words_deleted(const char *old, const char *new)
{
  guint words = 0;
  g_autoptr(AdrefNode) before = read_text(old, NULL, NULL), after = read_text(new, NULL, NULL);
  g_autoptr(AdrefNode) redline = adref_diff(before, after, NULL);
  keeps_redline(before, after, old);
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next)
    words += clause->as.clause->change ? clause->as.clause->change->deleted : 0;
  return words;
}

/* The document, the clause and the paragraph are three of the 64 nodes. */
START_TEST(a_paragraph_at_most_64_deep_is_found_again)
{
  static const char words[] = "Peace is not merely the absence of war.\n";
  for (guint quotes = 61; quotes <= 62; quotes++) {
    g_autofree char *marks = g_strnfill(quotes, '>');
    g_autofree char *quoted = g_strconcat(marks, " ", words, NULL);
    ck_assert_uint_eq(words_deleted(quoted, words), quotes == 61 ? 0 : 8);
  }
}
END_TEST

TCase *tcase_diff(void)
{
  TCase *tcase = tcase_create("diff");
  tcase_add_loop_test(tcase, is_exact, 0, G_N_ELEMENTS(pairs));
  tcase_add_test(tcase, a_paragraph_at_most_64_deep_is_found_again);
  return tcase;
}
