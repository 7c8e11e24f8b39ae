/* The limits and tuned constants of review/: each case fails when one is changed by one. */
#include "review/findings.h"

static char *repeat(const char *words, guint times)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < times; i++)
    g_string_append(out, words);
  return g_string_free(out, FALSE);
}

/* The findings of a clause with an id. */
static void clause_findings_are(const char *old, const char *new, const char *expected)
{
  g_autofree char *before = g_strdup_printf("<!-- op a -->\n%s\n", old);
  g_autofree char *after = g_strdup_printf("<!-- op a -->\n%s\n", new);
  findings_are("en", before, after, expected);
}

/* Runs are one group when at most 3 bytes of spaces, hyphens or strokes are between them. */
START_TEST(bytes_between_runs)
{
  clause_findings_are("It is alpha---beta now.", "It is gamma---delta now.",
                      "substance: alpha---beta -> gamma---delta\n");
  clause_findings_are("It is alpha----beta now.", "It is gamma----delta now.",
                      "substance: alpha -> gamma\nsubstance: beta -> delta\n");
}
END_TEST

/* At most 6 tokens of other words complete the only finding of a group. */
START_TEST(words_that_complete_a_finding)
{
  clause_findings_are("It is by zz zz zz zz zz one.", "It is by Japan.",
                      "name: zz zz zz zz zz one -> Japan\n");
  clause_findings_are("It is by zz zz zz zz zz zz one.", "It is by Japan.",
                      "name:  -> Japan\nsubstance: zz zz zz zz zz zz one -> \n");
}
END_TEST

/* A quote is widened in a group of at most 6 tokens on each side; other words may differ in form
 * when there are at most 6 on each side. */
START_TEST(words_that_differ_in_form)
{
  clause_findings_are("It does not ask seek gain hold.", "It asks seeks gains holds.",
                      "negation: does not ask seek gain hold -> asks seeks gains holds\n");
  clause_findings_are("It does not ask seek gain hold take.", "It asks seeks gains holds takes.",
                      "negation: not -> \n");
  clause_findings_are("It does not ask seek gain hold take want.",
                      "It asks seeks gains holds takes wants.",
                      "substance: does not ask seek gain hold take want -> "
                      "asks seeks gains holds takes wants\nnegation: not -> \n");
}
END_TEST

/* Words of commitment in a row are one phrase up to 12 tokens. */
START_TEST(tokens_of_a_commitment)
{
  clause_findings_are("We may endeavour to strive to seek to try to plan to should act.",
                      "We shall act.",
                      "strength: may endeavour to strive to seek to try to plan to should -> shall "
                      "(strengthened)\n");
  clause_findings_are("We may endeavour to strive to seek to try to plan to hope to act.",
                      "We shall act.",
                      "strength: may endeavour to strive to seek to try to plan to -> shall "
                      "(strengthened)\nstrength: hope to -> \n");
}
END_TEST

/* Up to 8 words are compared one by one for looking alike. */
START_TEST(words_that_look_alike)
{
  g_autofree char *eight = repeat("abl0 ", 8), *nine = repeat("abl0 ", 9);
  g_autofree char *like_eight = repeat("ablO ", 8), *like_nine = repeat("ablO ", 9);
  g_autofree char *old = g_strdup_printf("It is so that we say %sone.", eight);
  g_autofree char *new = g_strdup_printf("It is so that we say %sone.", like_eight);
  g_autofree char *longer = g_strdup_printf("It is so that we say %sone.", nine);
  g_autofree char *like_longer = g_strdup_printf("It is so that we say %sone.", like_nine);
  clause_findings_are(old, new,
                      "hidden: abl0 abl0 abl0 abl0 abl0 abl0 abl0 abl0 -> "
                      "ablO ablO ablO ablO ablO ablO ablO ablO\n");
  clause_findings_are(longer, like_longer,
                      "substance: abl0 abl0 abl0 abl0 abl0 abl0 abl0 abl0 abl0 -> "
                      "ablO ablO ablO ablO ablO ablO ablO ablO ablO\n");
}
END_TEST

static char *text_of_paragraphs(guint without)
{
  GString *out = g_string_new(NULL);
  for (guint i = 1; i <= 12; i++)
    if (i != without)
      g_string_append_printf(out, "<!-- op c%u -->\nText of it %u.\n\n", i, i);
  g_string_append(out, "<!-- op z -->\nSee paragraphs 2, 3, 4, 5, 6, 7, 8, 9, 10.\n");
  return g_string_free(out, FALSE);
}

/* The first 8 paragraphs of a reference are named. */
START_TEST(paragraphs_of_a_reference)
{
  g_autofree char *old = text_of_paragraphs(0), *new = text_of_paragraphs(8);
  findings_are("en", old, new,
               "number: 8 -> \n"
               "reference: paragraphs 2, 3, 4, 5, 6, 7, 8, 9, 10 "
               "(#c2, #c3, #c4, #c5, #c6, #c7, #c8, #c9) -> "
               "paragraphs 2, 3, 4, 5, 6, 7, 8, 9, 10 "
               "(#c2, #c3, #c4, #c5, #c6, #c7, #c9, #c10)\n");
}
END_TEST

/* A paragraph without an id is named by its first 5 words. */
START_TEST(words_that_name_a_paragraph)
{
  findings_are("en", "1. Alpha beta gamma delta epsilon zeta eta.\n2. One.\n3. See paragraph 1.\n",
               "1. New words.\n2. Alpha beta gamma delta epsilon zeta eta.\n3. One.\n"
               "4. See paragraph 1.\n",
               "substance:  -> New words\n"
               "reference: paragraph 1 (\"Alpha beta gamma delta epsilon ...\") -> "
               "paragraph 1 (\"New words.\")\n");
}
END_TEST

/* Phrases are searched in the 64 bytes before a changed run: 16 words of four bytes each. */
START_TEST(bytes_around_a_run)
{
  g_autofree char *words = repeat("six ", 17), *found = repeat("six ", 16);
  g_autofree char *old = g_strdup_printf("It is so %sseven people.", words);
  g_autofree char *new = g_strdup_printf("It is so %seight people.", words);
  g_autofree char *expected = g_strdup_printf("number: %sseven -> %seight\n", found, found);
  clause_findings_are(old, new, expected);
}
END_TEST

/* A group of up to 24 bytes is compared as a whole for looking alike. */
START_TEST(bytes_that_look_alike)
{
  g_autofree char *most = g_strnfill(22, 'x'), *more = g_strnfill(23, 'x');
  g_autofree char *old = g_strdup_printf("It is so 1O%s is.", most);
  g_autofree char *new = g_strdup_printf("It is so lO%s is.", most);
  g_autofree char *hidden = g_strdup_printf("hidden: 1O%s -> lO%s\n", most, most);
  g_autofree char *longer = g_strdup_printf("It is so 1O%s is.", more);
  g_autofree char *like_longer = g_strdup_printf("It is so lO%s is.", more);
  g_autofree char *others =
      g_strdup_printf("number: 1 -> \nsubstance:  -> lO%s\nname: O%s -> \n", more, more);
  clause_findings_are(old, new, hidden);
  clause_findings_are(longer, like_longer, others);
}
END_TEST

/* A phrase right behind a reported one is reported by itself. */
START_TEST(phrases_without_a_space)
{
  findings_are("ja", "<!-- op a -->\n国は会合5日又は会合を開く。\n",
               "<!-- op a -->\n国は会合3日会合を開く。\n",
               "date: 5日 -> 3日\nconjunction: 又は -> \n");
}
END_TEST

/* Words of ASCII look alike when their lengths differ by less than 3. */
START_TEST(words_of_other_lengths)
{
  clause_findings_are("It is cornrnon now.", "It is common now.", "hidden: cornrnon -> common\n");
  clause_findings_are("It is common now.", "It is cornrnon now.", "hidden: common -> cornrnon\n");
  clause_findings_are("It is rnrnrna now.", "It is mmma now.", "substance: rnrnrna -> mmma\n");
  clause_findings_are("It is mmma now.", "It is rnrnrna now.", "substance: mmma -> rnrnrna\n");
  clause_findings_are("It is 10 now.", "It is lO now.", "hidden: 10 -> lO\n");
}
END_TEST

/* Positions are counted: as many as before are neither added nor dropped. */
START_TEST(positions_of_a_bracket)
{
  static const char *const changes[][3] = {
      {"[may - JPN / will - EU]", "[may - USA / will - EU]", " (position changed)"},
      {"[may - JPN / will - EU]", "[may - JPN, USA / will - EU]", " (position added)"},
      {"[may - JPN, USA / will - EU]", "[may - JPN / will - EU]", " (position dropped)"},
      {"[may - JPN / will - EU]", "[may - JPN, USA / will]", " (position changed)"},
      {"[may - JPN / will - EU]", "[may - JPN, USA / will - EU, KOR]", " (position added)"},
      {"[may - JPN / will - EU]", "[may - JPN / will - EU / can]", " (alternative added)"},
      {"[may - JPN / will - EU / can]", "[may - JPN / will - EU]", " (alternative dropped)"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(changes); i++) {
    g_autofree char *expected =
        g_strdup_printf("bracket: %s -> %s%s\n", changes[i][0], changes[i][1], changes[i][2]);
    clause_findings_are(changes[i][0], changes[i][1], expected);
  }
}
END_TEST

/* Spaces that became no-break spaces are quoted with their words; single signs with the word behind
 * them, else before them. */
START_TEST(spaces_and_signs)
{
  static const char *const changes[][3] = {
      {"It is so, 12 500 people.", "It is so, 12\302\240500 people.",
       "editorial: 12 500 -> 12<U+00A0>500\n"},
      {"It is so, five km long.", "It is so, five\302\240km long.",
       "hidden: five km -> five<U+00A0>km\n"},
      {"five km", "five\302\240km", "hidden: five km -> five<U+00A0>km\n"},
      {"It is so, it seems.", "It is so; it seems.", "editorial: so, -> so;\n"},
      {"It is so, it seems.", "It is so it seems.", "editorial: so, -> so\n"},
      {"It is so it seems.", "It is so -- it seems.", "editorial: it -> -- it\n"},
      {"It is so.", "It is so;", "editorial: so. -> so;\n"},
      {"It is (so).", "It is so.", "editorial: (so -> so\neditorial: so) -> so\n"},
      {"\"It is so.", "It is so.", "editorial: \"It -> It\n"},
      {"It is 'so' now.", "It is \342\200\230so\342\200\231 now.",
       "editorial: 'so -> \342\200\230so\neditorial: so' -> so\342\200\231\n"},
      {"It is A4 now.", "It is \357\274\2414 now.", "editorial: A4 -> \357\274\2414\n"},
  };
  for (gsize i = 0; i < G_N_ELEMENTS(changes); i++)
    clause_findings_are(changes[i][0], changes[i][1], changes[i][2]);
}
END_TEST

/* Words that stayed are searched for a reference from 40 bytes before its first digit to 80 bytes
 * behind it: a longer list is cut. */
static void moved_reference_is(const char *reference, const char *expected)
{
  g_autofree char *old = g_strdup_printf("<!-- op a -->\nOne.\n\n<!-- op b -->\nTwo.\n\n"
                                         "<!-- op z -->\nSee %s.\n",
                                         reference);
  g_autofree char *new = g_strdup_printf("<!-- op b -->\nTwo.\n\n<!-- op a -->\nOne.\n\n"
                                         "<!-- op z -->\nSee %s.\n",
                                         reference);
  findings_are("en", old, new, expected);
}

START_TEST(bytes_around_a_digit)
{
  g_autofree char *spaces = repeat("\302\240", 15), *list = repeat(", 7", 26);
  g_autofree char *found = g_strdup_printf("paragraph%s2", spaces);
  g_autofree char *quote = g_strdup_printf("reference: %s (#b) -> %s (#a)\n", found, found);
  g_autofree char *far = g_strdup_printf("paragraphs%s2", spaces);
  g_autofree char *exact = g_strdup_printf("paragraphs 2%s and 88", list);
  g_autofree char *cut =
      g_strdup_printf("reference: paragraphs 2%s (#b) -> paragraphs 2%s (#a)\n", list, list);
  moved_reference_is(found, quote);
  moved_reference_is(far, "");
  moved_reference_is(exact, cut);
}
END_TEST

TCase *tcase_limits(void)
{
  TCase *tcase = tcase_create("limits");
  tcase_add_test(tcase, bytes_around_a_digit);
  tcase_add_test(tcase, bytes_around_a_run);
  tcase_add_test(tcase, words_of_other_lengths);
  tcase_add_test(tcase, positions_of_a_bracket);
  tcase_add_test(tcase, spaces_and_signs);
  tcase_add_test(tcase, bytes_between_runs);
  tcase_add_test(tcase, bytes_that_look_alike);
  tcase_add_test(tcase, words_that_complete_a_finding);
  tcase_add_test(tcase, words_that_differ_in_form);
  tcase_add_test(tcase, tokens_of_a_commitment);
  tcase_add_test(tcase, words_that_look_alike);
  tcase_add_test(tcase, paragraphs_of_a_reference);
  tcase_add_test(tcase, words_that_name_a_paragraph);
  tcase_add_test(tcase, phrases_without_a_space);
  return tcase;
}
