#include "merge/join/proposal_brackets.h"

#include "clause/markdown/canonical.h"
#include "merge/cases.h"
#include "parties.h"
#include "properties.h"

static AdrefNode *parse(const char *text)
{
  g_autoptr(GHashTable) parties = example_parties();
  AdrefMarkdownReadOptions options = {.parties = parties};
  AdrefNode *document = adref_markdown_read(text, strlen(text), &options, NULL, NULL);
  ck_assert_ptr_nonnull(document);
  return document;
}

static const struct {
  const char *clause, *proposed;
  const char *expected; /* NULL: refused */
  const char *error;
  guint count;
} cases[] = {
    {"We shall act now.\n", "We should act now.\n", "We [shall / should - JPN] act now.\n", NULL,
     1},
    {"We act.\n", "We act, as appropriate.\n", "We act [, as appropriate - JPN].\n", NULL, 1},
    {"We act now.\n", "We also act now.\n", "We [also - JPN] act now.\n", NULL, 1},
    {"We also act now.\n", "We act now.\n", "We [also - JPN delete] act now.\n", NULL, 1},
    {"We act.\n", "We act.\n", "We act.\n", NULL, 0},
    {"We act within 30 days and pay 5 million.\n", "We act within 60 days and pay 6 million.\n",
     "We act within [30 / 60 - JPN] days and pay [5 / 6 - JPN] million.\n", NULL, 2},
    {"We [shall / should - EU] act.\n", "We [shall / will - EU] act.\n",
     "We [shall / should - EU / will - JPN] act.\n", NULL, 1},
    {"We [shall / should - EU] act.\n", "We should act.\n", "We [shall / should - EU, JPN] act.\n",
     NULL, 1},
    {"We [shall / should - EU] act.\n", "We may act.\n",
     "We [shall / should - EU / may - JPN] act.\n", NULL, 1},
    {"We [shall / should - EU] act.\n", "We [shall / should - EU, JPN] act.\n", NULL,
     "change the alternatives or parties", 0},
    {"We [also - EU delete] act now.\n", "We act now.\n", "We [also - EU, JPN delete] act now.\n",
     NULL, 1},
    {"We [also - JPN delete] act now.\n", "We act now.\n", "We [also - JPN delete] act now.\n",
     NULL, 1},
    {"We [also - JPN delete] act now.\n", "We also act now.\n", "We also act now.\n", NULL, 1},
    {"We [also - EU delete] act now.\n", "We also act now.\n",
     "We [also - EU delete; JPN retain] act now.\n", NULL, 1},
    {"We [also - JPN] act now.\n", "We act now.\n", "We act now.\n", NULL, 1},
    {"We [also - EU] act now.\n", "We act now.\n", "We [also - EU; JPN delete] act now.\n", NULL,
     1},
    {"We [also - JPN / then - EU] act now.\n", "We act now.\n",
     "We [then - EU; JPN delete] act now.\n", NULL, 1},
    {"We [shall / should - JPN / may - EU] act.\n", "We act.\n",
     "We [shall - JPN delete / may - EU] act.\n", NULL, 1},
    {"We [shall / should - JPN] act.\n", "We shall act.\n", "We shall act.\n", NULL, 1},
    {"日本は支援する。\n", "日本は協力する。\n", "日本は[支援 / 協力 - JPN]する。\n", NULL, 1},
    {"We act:\n\n- one\n- two\n", "We act:\n\n- one\n- three\n- two\n",
     "We act:\n\n- one\n- [three - JPN]\n- two\n", NULL, 1},
    {"We act:\n\n- one\n- two\n", "We act:\n\n- two\n", "We act:\n\n- [one - JPN delete]\n- two\n",
     NULL, 1},
    {"| a | b |\n|---|---|\n| 5 | d |\n", "| a | b |\n|---|---|\n| 6 | d |\n| 7 | e |\n",
     "| a | b |\n|---|---|\n| [5 / 6 - JPN] | d |\n| [7 - JPN] | [e - JPN] |\n", NULL, 2},
    {"We **shall** act.<!-- note EU: no -->\n", "We **should** act.\n",
     "We [**shall** / **should** - JPN] act.<!-- note EU: no -->\n", NULL, 1},
    {"# Old title\n", "New title\n", "# [Old / New - JPN] title\n", NULL, 1},
    {"We act[^n].\n\n[^n]: Old note.\n", "We act[^n].\n\n[^n]: New note.\n",
     "We act[^n].\n\n[^n]: [Old / New - JPN] note.\n", NULL, 1},
    {"We act.\n", "<!-- op a -->\nWe.\n\n<!-- op b -->\nThey.\n", NULL, "2 clauses", 0},
    {"We act.\n", "\n", NULL, "no proposed words", 0},
};

START_TEST(brackets_differences)
{
  g_autofree char *text = g_strconcat("<!-- op x -->\n", cases[_i].clause, NULL);
  const char *source = cases[_i].clause[0] == '#' ? cases[_i].clause : text;
  g_autoptr(AdrefNode) document = parse(source);
  g_autoptr(AdrefNode) proposed = parse(cases[_i].proposed);
  g_autoptr(GError) error = NULL;
  guint count = 0;
  gboolean done = adref_proposal_brackets(document->first, proposed, "JPN", "en", &count, &error);
  ck_assert_int_eq(done, cases[_i].expected != NULL);
  ck_assert_uint_eq(count, cases[_i].count);
  if (!done) {
    ck_assert_msg(strstr(error->message, cases[_i].error), "%s", error->message);
    return;
  }
  g_autoptr(GString) written = adref_canonical(document);
  g_autoptr(AdrefNode) again = parse(written->str);
  g_autoptr(GString) canonical = adref_canonical(again);
  const char *words = source == text ? strchr(canonical->str, '\n') + 1 : canonical->str;
  ck_assert_str_eq(words, cases[_i].expected);
}
END_TEST

TCase *tcase_proposal_brackets(void)
{
  TCase *tcase = tcase_create("proposal_brackets");
  tcase_add_loop_test(tcase, brackets_differences, 0, G_N_ELEMENTS(cases));
  return tcase;
}
