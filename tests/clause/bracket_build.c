#include "clause/proposals/bracket_build.h"

#include "clause/cases.h"
#include "clause/markdown/canonical.h"
#include "clause/markdown/markdown_read.h"
#include "clause/proposals/bracket_list.h"
#include "parties.h"

static AdrefNode *parse(const char *text)
{
  g_autoptr(GHashTable) parties = example_parties();
  AdrefMarkdownReadOptions options = {.parties = parties};
  AdrefNode *document = adref_markdown_read(text, strlen(text), &options, NULL, NULL);
  ck_assert_ptr_nonnull(document);
  return document;
}

/* The tree is read again from its canonical form, as the header says; then it has this one. */
static void is(const AdrefNode *document, const char *expected)
{
  g_autoptr(GString) written = adref_canonical(document);
  g_autoptr(AdrefNode) again = parse(written->str);
  g_autoptr(GString) canonical = adref_canonical(again);
  ck_assert_str_eq(canonical->str, expected);
  g_autoptr(AdrefNode) third = parse(canonical->str);
  g_autoptr(GString) stable = adref_canonical(third);
  ck_assert_str_eq(stable->str, expected);
}

/* The first node of a type; the bracket of a text has one. */
static AdrefNode *find(const AdrefNode *document, AdrefNodeType type)
{
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->type == type)
      return walk.node;
  return NULL;
}

static AdrefNode *alternative_at(const AdrefNode *bracket, guint number)
{
  AdrefNode *alternative = bracket->first;
  while (--number > 0)
    alternative = alternative->next;
  return alternative;
}

static const struct {
  const char *text;
  const char *taken[3]; /* the first, the second alternative; all of them */
  const char *removed;
} endings[] = {
    {"We [shall / should - JPN] act.\n",
     {"We shall act.\n", "We should act.\n", "We shall should act.\n"},
     "We act.\n"},
    {"free from [extreme - USA / all - JPN], poverty.\n",
     {"free from extreme, poverty.\n", "free from all, poverty.\n",
      "free from extreme all, poverty.\n"},
     "free from, poverty.\n"},
    {"We act [, as appropriate - JPN / , if needed - EU].\n",
     {"We act, as appropriate.\n", "We act, if needed.\n", "We act, as appropriate, if needed.\n"},
     "We act.\n"},
    {"[We - JPN / They] act.\n", {"We act.\n", "They act.\n", "We They act.\n"}, "act.\n"},
    {"We act [now - JPN / soon]\n",
     {"We act now\n", "We act soon\n", "We act now soon\n"},
     "We act\n"},
    {"行動[する - JPN / した]。\n",
     {"行動する。\n", "行動した。\n", "行動するした。\n"},
     "行動。\n"},
    {"We [**may** - JPN / act] now [Agreed ad ref]\n",
     {"We **may** now [Agreed ad ref]\n", "We act now [Agreed ad ref]\n",
      "We **may** act now [Agreed ad ref]\n"},
     "We now [Agreed ad ref]\n"},
    {"We [may - JPN / - EU] act\n", {"We may act\n", "We act\n", "We may act\n"}, "We act\n"},
    {"a [x - JPN / [y / z] - EU] b\n", {"a x b\n", "a [y / z] b\n", "a x [y / z] b\n"}, "a b\n"},
};

START_TEST(ends_brackets)
{
  for (guint i = 0; i < 4; i++) {
    g_autoptr(AdrefNode) document = parse(endings[_i].text);
    AdrefNode *bracket = find(document, ADREF_BRACKET);
    if (i < 2)
      adref_bracket_take(alternative_at(bracket, i + 1));
    else if (i == 2)
      adref_bracket_take_all(bracket);
    else
      adref_bracket_remove(bracket);
    is(document, i < 3 ? endings[_i].taken[i] : endings[_i].removed);
  }
}
END_TEST

static const struct {
  const char *text;
  guint alternative;
  const char *party;
  gint verb; /* -1: leaves */
  const char *expected;
} acts[] = {
    {"[a - JPN / b]\n", 2, "EU", ADREF_POSITION_RETAIN, "[a - JPN / b - EU retain]\n"},
    {"[a - JPN / b]\n", 1, "EU", ADREF_POSITION_SUPPORT, "[a - JPN, EU / b]\n"},
    {"[a - JPN; EU delete]\n", 1, "EU", ADREF_POSITION_SUPPORT, "[a - JPN, EU]\n"},
    {"[a - JPN, EU]\n", 1, "JPN", ADREF_POSITION_OPPOSE, "[a - EU; JPN oppose]\n"},
    {"[a - EU delete]\n", 1, "JPN", ADREF_POSITION_SUPPORT, "[a - JPN; EU delete]\n"},
    {"[a - JPN]\n", 1, "JPN", ADREF_POSITION_SUPPORT, "[a - JPN]\n"},
    {"[a - JPN, EU]\n", 1, "JPN", -1, "[a - EU]\n"},
    {"[a - JPN; EU delete]\n", 1, "JPN", -1, "[a - EU delete]\n"},
    {"[a - JPN]\n", 1, "JPN", -1, "[a]\n"},
    {"[a - JPN]\n", 1, "EU", -1, "[a - JPN]\n"},
};

START_TEST(joins_and_leaves)
{
  g_autoptr(AdrefNode) document = parse(acts[_i].text);
  g_autoptr(AdrefNode) kept = parse(acts[_i].text);
  AdrefNode *bracket = find(document, ADREF_BRACKET);
  AdrefNode *alternative = alternative_at(bracket, acts[_i].alternative);
  if (acts[_i].verb < 0)
    ck_assert_int_eq(adref_alternative_leave(alternative, acts[_i].party),
                     strcmp(acts[_i].party, "EU") != 0);
  else
    adref_alternative_join(alternative, acts[_i].party, (AdrefPositionVerb)acts[_i].verb);
  is(document, acts[_i].expected);
  is(kept, acts[_i].text);
}
END_TEST

START_TEST(makes_brackets)
{
  g_autoptr(AdrefNode) document = parse("public-private, a / b - JPN\n");
  AdrefNode *block = find(document, ADREF_PARAGRAPH);
  AdrefNode *bracket = adref_bracket_wrap(block->first, block->last);
  g_autoptr(AdrefNode) words = adref_node_new(ADREF_PARAGRAPH);
  adref_node_append(words, adref_node_new_text(ADREF_TEXT, "[and] / or", -1));
  AdrefNode *added = adref_bracket_add(bracket, words);
  adref_alternative_join(added, "EU", ADREF_POSITION_SUPPORT);
  is(document, "[public-private, a \\/ b \\- JPN / \\[and\\] \\/ or - EU]\n");
  ck_assert_ptr_eq(adref_bracket_base(bracket), bracket->first);
  ck_assert_ptr_eq(adref_bracket_find_words(bracket, added), added);
  ck_assert_ptr_null(adref_bracket_find_words(bracket, words));
}
END_TEST

START_TEST(separates_neighbours)
{
  g_autoptr(AdrefNode) document = parse("[a - JPN] b [c - EU] d\n");
  AdrefNode *block = find(document, ADREF_PARAGRAPH);
  AdrefNode *words = block->first->next;
  adref_node_take_text(words, g_strdup("b"), 1);
  adref_bracket_separate(adref_bracket_wrap(words, words));
  is(document, "[a - JPN]<!-- and -->[b]<!-- and -->[c - EU] d\n");
  adref_bracket_take(words->parent);
  is(document, "[a - JPN]b[c - EU] d\n");
}
END_TEST

static const struct {
  const char *text, *words, *party, *expected;
} proposals[] = {
    {"[a / b - EU]\n", "c", "JPN", "[a / b - EU / c - JPN]\n"},
    {"[a / b - EU]\n", "b", "JPN", "[a / b - EU, JPN]\n"},
    {"[a / b - EU]\n", "a", "JPN", "[a - JPN retain / b - EU]\n"},
    {"[a - JPN retain / b - EU]\n", "b", "JPN", "[a / b - EU, JPN]\n"},
    {"[a / b - EU]\n", "c", "EU", "[a / c - EU]\n"},
    {"[a / b - EU, JPN]\n", "c", "EU", "[a / b - JPN / c - EU]\n"},
    {"[a - EU delete]\n", "b", "EU", "[a - EU delete / b - EU]\n"},
};

START_TEST(proposes)
{
  g_autoptr(AdrefNode) document = parse(proposals[_i].text);
  g_autoptr(AdrefNode) words = adref_node_new(ADREF_PARAGRAPH);
  adref_node_append(words, adref_node_new_text(ADREF_TEXT, proposals[_i].words, -1));
  AdrefNode *bracket = find(document, ADREF_BRACKET);
  AdrefNode *alternative = adref_bracket_propose(bracket, words, proposals[_i].party);
  is(document, proposals[_i].expected);
  g_autofree char *own = adref_open_bracket_words(alternative);
  ck_assert_str_eq(own, proposals[_i].words);
}
END_TEST

static const struct {
  const char *text;
  guint alternative;
  const char *party;
  AdrefBracketOutcome outcome;
  const char *expected;
} withdrawals[] = {
    {"x [a / b - EU].\n", 2, "EU", ADREF_BRACKET_RESOLVED, "x a.\n"},
    {"x [a / b - EU, JPN].\n", 2, "EU", ADREF_BRACKET_STAYS, "x [a / b - JPN].\n"},
    {"x [a / b - EU / c - JPN].\n", 2, "EU", ADREF_BRACKET_LOST_ALTERNATIVE, "x [a / c - JPN].\n"},
    {"x [a - USA retain / b - EU].\n", 2, "EU", ADREF_BRACKET_RESOLVED, "x a.\n"},
    {"x [a - USA delete / b - EU].\n", 2, "EU", ADREF_BRACKET_LOST_ALTERNATIVE,
     "x [a - USA delete].\n"},
    {"x [a - EU delete].\n", 1, "EU", ADREF_BRACKET_RESOLVED, "x a.\n"},
    {"x [, a - EU].\n", 1, "EU", ADREF_BRACKET_REMOVED, "x.\n"},
    {"x [a - EU; JPN delete].\n", 1, "EU", ADREF_BRACKET_REMOVED, "x.\n"},
    {"x [a - JPN / b - EU].\n", 2, "EU", ADREF_BRACKET_LOST_ALTERNATIVE, "x [a - JPN].\n"},
    {"x [/ a - JPN / b - EU].\n", 3, "EU", ADREF_BRACKET_LOST_ALTERNATIVE, "x [a - JPN].\n"},
    {"x [- USA / a - JPN / b - EU].\n", 3, "EU", ADREF_BRACKET_LOST_ALTERNATIVE,
     "x [- USA / a - JPN].\n"},
    {"x [/ a - EU].\n", 2, "EU", ADREF_BRACKET_REMOVED, "x.\n"},
    {"x [a / b - EU].\n", 1, "EU", ADREF_BRACKET_STAYS, "x [a / b - EU].\n"},
    {"x [a / b - EU retain].\n", 2, "EU", ADREF_BRACKET_STAYS, "x [a / b].\n"},
    {"<!-- op x -->\n[a\n\nb - EU]\n\nc\n", 1, "EU", ADREF_BRACKET_REMOVED, "<!-- op x -->\nc\n"},
    {"<!-- op x -->\n[a\n\nb - EU delete]\n\nc\n", 1, "EU", ADREF_BRACKET_RESOLVED,
     "<!-- op x -->\na\n\nb\n\nc\n"},
    {"<!-- op x -->\n[a\n\nb - EU, JPN]\n\nc\n", 1, "EU", ADREF_BRACKET_STAYS,
     "<!-- op x -->\n[a\n\nb - JPN]\n\nc\n"},
    {"<!-- op x -->\nd [a\n\nb - EU]\n\nc\n", 1, "EU", ADREF_BRACKET_STAYS,
     "<!-- op x -->\nd [a\n\nb]\n\nc\n"},
};

START_TEST(withdraws)
{
  g_autoptr(AdrefNode) document = parse(withdrawals[_i].text);
  g_autoptr(GArray) brackets = adref_open_brackets_list(document);
  AdrefNode *bracket = g_array_index(brackets, AdrefOpenBracket, 0).bracket;
  AdrefNode *alternative = adref_open_bracket_alternative(bracket, withdrawals[_i].alternative);
  ck_assert_int_eq(adref_alternative_withdraw(alternative, withdrawals[_i].party),
                   withdrawals[_i].outcome);
  is(document, withdrawals[_i].expected);
}
END_TEST

START_TEST(lists_open_brackets)
{
  g_autoptr(AdrefNode) document =
      parse("[a / [b] - EU] [TBD]\n\n[^1] x [Agreed ad ref]\n\n[c\n\nd - JPN; EU delete]\n");
  g_autoptr(GArray) brackets = adref_open_brackets_list(document);
  const char *expected[] = {"no party / EU", "no party", "no party", "JPN; EU delete"};
  ck_assert_uint_eq(brackets->len, G_N_ELEMENTS(expected));
  for (guint i = 0; i < brackets->len; i++) {
    const AdrefOpenBracket *open = &g_array_index(brackets, AdrefOpenBracket, i);
    g_autofree char *positions = adref_open_bracket_positions(open->bracket);
    ck_assert_str_eq(positions, expected[i]);
    g_autoptr(GArray) own = adref_open_brackets_list(open->clause);
    ck_assert_uint_le(open->number, own->len);
    ck_assert_ptr_eq(g_array_index(own, AdrefOpenBracket, open->number - 1).bracket, open->bracket);
    ck_assert_ptr_null(adref_open_bracket_alternative(open->bracket, 0));
    ck_assert_ptr_null(adref_open_bracket_alternative(open->bracket, 3));
  }
  const AdrefNode *last = g_array_index(brackets, AdrefOpenBracket, 3).bracket;
  g_autofree char *words = adref_open_bracket_words(last->as.edge.partner);
  ck_assert_str_eq(words, "c d");
}
END_TEST

static const struct {
  const char *text, *expected; /* NULL: it cannot be bracketed */
} clauses[] = {
    {"We act. [Agreed ad ref]\n", "[We act. - JPN] [Agreed ad ref]\n"},
    {"# Head\n\n<!-- op a -->\n## Sub\n\nWe act.\n\n- one\n- two\n",
     "# Head\n\n<!-- op a -->\n## [Sub\n\nWe act.\n\n- one\n- two - JPN]\n"},
    {"<!-- op a -->\nWe act.[^n]\n\n[^n]: Note.\n",
     "<!-- op a -->\n[We act.[^n] - JPN]\n\n[^n]: Note.\n"},
    {"<!-- op a -->\nWe act.\n\n| a |\n|---|\n| b |\n", NULL},
    {"<!-- op a -->\n| a |\n|---|\n| b |\n\nWe act.\n", NULL},
    {"<!-- op a -->\nWe act.\n\n| a |\n|---|\n| b |\n\nSo be it. <!-- note JPN: x -->\n",
     "<!-- op a -->\n[We act.\n\n| a |\n|---|\n| b |\n\nSo be it. - JPN] <!-- note JPN: x -->\n"},
    {"    code\n", NULL},
};

START_TEST(brackets_clauses)
{
  g_autoptr(AdrefNode) document = parse(clauses[_i].text);
  AdrefNode *clause = document->last;
  ck_assert_int_eq(adref_bracket_can_wrap_clause(clause), clauses[_i].expected != NULL);
  AdrefNode *alternative = adref_bracket_wrap_clause(clause);
  ck_assert_int_eq(alternative != NULL, clauses[_i].expected != NULL);
  if (!alternative)
    return;
  adref_alternative_join(alternative, "JPN", ADREF_POSITION_SUPPORT);
  is(document, clauses[_i].expected);
  if (alternative->type != ADREF_BRACKET_EDGE)
    return;
  adref_bracket_open_blocks(alternative);
  is(document, clauses[_i].text);
}
END_TEST

TCase *tcase_bracket_build(void)
{
  TCase *tcase = tcase_create("bracket_build");
  tcase_add_loop_test(tcase, ends_brackets, 0, G_N_ELEMENTS(endings));
  tcase_add_loop_test(tcase, joins_and_leaves, 0, G_N_ELEMENTS(acts));
  tcase_add_test(tcase, makes_brackets);
  tcase_add_test(tcase, separates_neighbours);
  tcase_add_loop_test(tcase, proposes, 0, G_N_ELEMENTS(proposals));
  tcase_add_loop_test(tcase, withdraws, 0, G_N_ELEMENTS(withdrawals));
  tcase_add_test(tcase, lists_open_brackets);
  tcase_add_loop_test(tcase, brackets_clauses, 0, G_N_ELEMENTS(clauses));
  return tcase;
}
