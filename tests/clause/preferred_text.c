#include "clause/proposals/preferred_text.h"

#include "clause/cases.h"
#include "generate.h"
#include "parties.h"

enum {
  TEXTS = 2000
};

static const char *const vnm[] = {"VNM", "ASEAN", NULL}, *const jpn[] = {"JPN", NULL};

static const struct {
  const char *text, *base, *jpn, *vnm; /* VNM belongs to ASEAN */
} rules[] = {
    {"We [shall - JPN / should - ASEAN / may] act.", "We may act.", "We shall act.",
     "We should act."},
    {"We [shall - VNM / should - ASEAN / may] act.", "We may act.", "We may act.", "We shall act."},
    {"We act[, at once - JPN].", "We act.", "We act, at once.", "We act."},
    {"We act [at once - ASEAN delete].", "We act at once.", "We act at once.", "We act."},
    {"We act [at once - JPN; VNM oppose].", "We act.", "We act at once.", "We act."},
    {"We act [at once - VNM reserve].", "We act at once.", "We act at once.", "We act at once."},
    {"We [agree - JPN delete / decide - EU] so.", "We agree so.", "We so.", "We agree so."},
    {"We [must - EU; JPN delete / may] act.", "We may act.", "We may act.", "We may act."},
    {"We [a - JPN, VNM retain / b - EU] act.", "We a act.", "We a act.", "We a act."},
    {"[They [gladly - EU] act - JPN] We act.", "We act.", "They act We act.", "We act."},
    {"[New words - JPN]\n\nWe act.", "We act.", "New words\n\nWe act.", "We act."},
    {"## [New - JPN]\n\nWe act.", "We act.", "## New\n\nWe act.", "We act."},
    {"A [x.\n\n- one\n\ny - ASEAN] b.", "A\n\nb.", "A\n\nb.", "A x.\n\n- one\n\ny b."},
    {"[x [a - VNM].\n\ny - JPN]\n\nWe act.", "We act.", "x.\n\ny\n\nWe act.", "We act."},
    {"We act[^1][, as said[^2] - JPN].\n\n[^1]: One.\n\n[^2]: Two.", "We act[^1].\n\n[^1]: One.",
     "We act[^1], as said[^2].\n\n[^1]: One.\n\n[^2]: Two.", "We act[^1].\n\n[^1]: One."},
    {"<!-- op a -->\nOne.\n\n<!-- op b alt=a -->\n[Two. - JPN]", "<!-- op a -->\nOne.",
     "<!-- op a -->\nTwo.", "<!-- op a -->\nOne."},
    {"السلامة [البحرية - JPN]؛ السلم [الدائم - JPN]، متى [الآن - JPN]؟", "السلامة؛ السلم، متى؟",
     "السلامة البحرية؛ السلم الدائم، متى الآن؟", "السلامة؛ السلم، متى؟"},
    {"| A | B |\n|---|---|\n| a | 1 |\n| [b - JPN] | [2 - JPN] |",
     "| A | B |\n|---|---|\n| a | 1 |", "| A | B |\n|---|---|\n| a | 1 |\n| b | 2 |",
     "| A | B |\n|---|---|\n| a | 1 |"},
    {"| A | B |\n|---|---|\n| [a - JPN delete] | 1 |\n| [b - JPN delete] | [2 - JPN delete] |",
     "| A | B |\n|---|---|\n| a | 1 |\n| b | 2 |", "| A | B |\n|---|---|\n| | 1 |",
     "| A | B |\n|---|---|\n| a | 1 |\n| b | 2 |"},
    {"We act[[, x - JPN delete] - EU].", "We act.", "We act.", "We act."},
    {"<!-- op a -->\nOne.\n\n<!-- op b -->\n[Two. - JPN]", "<!-- op a -->\nOne.",
     "<!-- op a -->\nOne.\n\n<!-- op b -->\nTwo.", "<!-- op a -->\nOne."},
};

/* Brackets of which nobody knows what would be agreed. */
static const struct {
  const char *text, *jpn;
} open_ones[] = {
    {"We [shall - EU / should - USA] act.", NULL},
    {"We [shall - EU; JPN delete / should - USA / may - VNM] act.", NULL},
    {"We [shall] [should] act.", NULL},
    {"[TBD]", NULL},
    {"We [[TBD] - JPN] act.", "We [TBD] act."},
    {"[We act / (translation to come) - JPN]", NULL},
    {"We [act - JPN.", NULL},
    {"<!-- op a -->\nOne.\n\n<!-- op b alt=a -->\n[Two. - JPN]\n\n<!-- op c alt=a -->\n[Three. - "
     "JPN]",
     "<!-- op a -->\nTwo.\n\n<!-- op c alt=a -->\nThree."},
};

static char *prefer(const char *text, const char *const *codes, gboolean only_positions,
                    AdrefPreferenceCounts *counts)
{
  g_autoptr(GHashTable) parties = example_parties();
  AdrefMarkdownReadOptions how = {.parties = parties};
  g_autoptr(AdrefNode) document = read_text(text, &how, NULL);
  AdrefPreference preference = {codes, only_positions};
  adref_preferred_text(document, &preference, counts);
  return g_strchomp(g_string_free(adref_canonical(document), FALSE));
}

static void gives(const char *text, const char *const *codes, const char *expected)
{
  g_auto(AdrefPreferenceCounts) counts = {0};
  g_autofree char *made = prefer(text, codes, FALSE, &counts);
  ck_assert_str_eq(made, expected);
  ck_assert_uint_eq(counts.open, 0);
  ck_assert_uint_eq(counts.kept, 0);
  ck_assert_uint_gt(counts.by_position + counts.by_base + counts.left_out, 0);
}

START_TEST(each_rule_decides)
{
  gives(rules[_i].text, NULL, rules[_i].base);
  gives(rules[_i].text, jpn, rules[_i].jpn);
  gives(rules[_i].text, vnm, rules[_i].vnm);
}
END_TEST

START_TEST(what_nobody_knows_stays_open)
{
  g_auto(AdrefPreferenceCounts) counts = {0};
  g_auto(AdrefPreferenceCounts) same_counts = {0};
  g_autofree char *made = prefer(open_ones[_i].text, jpn, FALSE, &counts);
  g_autofree char *same = prefer(open_ones[_i].text, jpn, TRUE, &same_counts);
  if (!open_ones[_i].jpn)
    ck_assert_str_eq(made, same);
  else
    ck_assert_str_eq(made, open_ones[_i].jpn);
  ck_assert_uint_eq(counts.open, 1);
}
END_TEST

START_TEST(without_a_position_brackets_stay)
{
  static const char text[] = "We [shall - JPN / may] act [, at [once - JPN] - EU].\n\n"
                             "[x\n\ny - EU] and [x\n\ny - JPN delete]\n\n"
                             "We [[gladly - JPN delete] - EU] act [[x - JPN delete] - EU / y].";
  g_auto(AdrefPreferenceCounts) counts = {0};
  g_autofree char *made = prefer(text, jpn, TRUE, &counts);
  ck_assert_str_eq(made,
                   "We shall act [, at once - EU].\n\n[x\n\ny - EU] and\n\nWe act [- EU / y].");
  ck_assert_uint_eq(counts.by_position, 5);
  ck_assert_uint_eq(counts.kept, 4);
  ck_assert_uint_eq(counts.open, 0);
}
END_TEST

START_TEST(counts_say_what_decided)
{
  static const char text[] =
      "<!-- op a -->\n[a - JPN][b - EU] We [x - EU / y] so [z - EU] or [p - EU / q "
      "- USA].\n\n<!-- op b -->\n[c - JPN]";
  g_auto(AdrefPreferenceCounts) counts = {0};
  g_autofree char *made = prefer(text, jpn, FALSE, &counts);
  ck_assert_str_eq(made, "<!-- op a -->\na We y so or [p - EU / q - USA].\n\n<!-- op b -->\nc");
  ck_assert_uint_eq(counts.by_position, 2);
  ck_assert_uint_eq(counts.by_base, 1);
  ck_assert_uint_eq(counts.left_out, 1);
  ck_assert_uint_eq(counts.open, 1);
  ck_assert_uint_eq(counts.silent->len, 1);
  ck_assert_str_eq(counts.silent->pdata[0], "1 a");
  g_auto(AdrefPreferenceCounts) plain = {0};
  g_free(prefer("One.\n\nWe [x / y] act.", jpn, FALSE, &plain));
  ck_assert_str_eq(plain.silent->pdata[0], "line 3");
}
END_TEST

START_TEST(generated_texts_get_no_new_letter)
{
  static const char *const *const preferences[] = {NULL, jpn, vnm};
  g_autoptr(GHashTable) parties = example_parties();
  AdrefMarkdownReadOptions how = {.parties = parties};
  for (guint n = 0, count = environment_count(NULL, TEXTS); n < count; n++) {
    Generator generator = {n};
    g_autoptr(GPtrArray) blocks = generate_blocks(&generator);
    g_autofree char *text = join_blocks(blocks);
    g_autoptr(AdrefNode) document = read_text(text, &how, NULL);
    g_autofree char *before = adref_node_words(document);
    g_auto(AdrefPreferenceCounts) counts = {0};
    AdrefPreference preference = {preferences[n % 3], n % 2 == 0};
    adref_preferred_text(document, &preference, &counts);
    g_autofree char *after = adref_node_words(document);
    g_autofree char *where = g_strdup_printf("text %u", n);
    loses_no_letter(after, before, where);
  }
}
END_TEST

TCase *tcase_preferred_text(void)
{
  TCase *tcase = tcase_create("preferred_text");
  tcase_add_loop_test(tcase, each_rule_decides, 0, G_N_ELEMENTS(rules));
  tcase_add_loop_test(tcase, what_nobody_knows_stays_open, 0, G_N_ELEMENTS(open_ones));
  tcase_add_test(tcase, without_a_position_brackets_stay);
  tcase_add_test(tcase, counts_say_what_decided);
  tcase_add_test(tcase, generated_texts_get_no_new_letter);
  return tcase;
}
