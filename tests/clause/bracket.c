#include "clause/brackets/bracket.h"

#include "clause/brackets/position.h"
#include "clause/cases.h"
#include "parties.h"

/* The positions of a text in canonical form; NULL: it has none. */
static char *positions_of(const char *text, GHashTable *parties, gboolean *stop)
{
  g_autoptr(GPtrArray) groups = adref_positions_read(text, strlen(text), parties, stop);
  return groups ? adref_positions_text(groups) : NULL;
}

static const struct {
  const char *text;
  const char *known;   /* with the parties of the examples; NULL: no positions */
  const char *capital; /* without known parties: words in capitals are parties */
} positions[] = {
    {"JPN", "JPN", "JPN"},
    {"Japan", "JPN", NULL},
    {" JPN ,EU ; G77 delete ", "JPN, EU; G77 delete", "JPN, EU; G77 delete"},
    {"US retain", "USA retain", "US retain"},
    {"Republic of Korea oppose", "KOR oppose", NULL},
    {"JPN reserve; EU", "JPN reserve; EU", "JPN reserve; EU"},
    {"MALAYSIA", "MYS", "MALAYSIA"},
    {"XYZ", NULL, "XYZ"},
    {"JPN, XYZ", NULL, "JPN, XYZ"},
    {"EU-27", NULL, "EU-27"},
    {"J", NULL, NULL},
    {"japan", NULL, NULL},
    {"27", NULL, NULL},
    {"JPN retain EU", NULL, NULL},
    {"retain", NULL, NULL},
    {"JPN;", NULL, NULL},
    {",JPN", NULL, NULL},
    {"JPN,,EU", NULL, NULL},
    {"JPN delete, EU", NULL, NULL},
    {"JPN deleted", NULL, NULL},
    {"(JPN)", NULL, NULL},
    {"", NULL, NULL},
    {"   ", NULL, NULL},
    {".", NULL, NULL},
};

START_TEST(reads_positions)
{
  g_autoptr(GHashTable) parties = example_parties();
  gboolean stop = FALSE;
  g_autofree char *known = positions_of(positions[_i].text, parties, &stop);
  ck_assert_pstr_eq(known, positions[_i].known);
  g_autofree char *capital = positions_of(positions[_i].text, NULL, &stop);
  ck_assert_pstr_eq(capital, positions[_i].capital);
  ck_assert(!stop);
}
END_TEST

START_TEST(reads_a_full_stop)
{
  gboolean stop = FALSE;
  g_autofree char *positions_text = positions_of("JPN; EU delete. ", NULL, &stop);
  ck_assert_str_eq(positions_text, "JPN; EU delete");
  ck_assert(stop);
  ck_assert_ptr_null(positions_of("JPN..", NULL, &stop));
}
END_TEST

START_TEST(bounds_positions)
{
  g_autoptr(GString) many = g_string_new("AA");
  for (guint i = 1; i < 500; i++)
    g_string_append(many, ",AA");
  gboolean stop;
  g_autofree char *all = positions_of(many->str, NULL, &stop);
  ck_assert_ptr_nonnull(all);
  g_string_append(many, ",AA");
  ck_assert_ptr_null(positions_of(many->str, NULL, &stop));
  g_autofree char *longest = g_strnfill(10000, 'A'), *longer = g_strnfill(10001, 'A');
  g_autofree char *whole = positions_of(longest, NULL, &stop);
  ck_assert_str_eq(whole, longest);
  ck_assert_ptr_null(positions_of(longer, NULL, &stop));
  ck_assert(adref_position_is_codes(longest, 10000, FALSE));
  ck_assert(!adref_position_is_codes(longer, 10001, FALSE));
}
END_TEST

START_TEST(bounds_names)
{
  static const char longest[] = "A B C D E F G H", longer[] = "A B C D E F G H I";
  static const char *const names[][2] = {{"a b c d e f g h", "ABC"},
                                         {"a b c d e f g h i", "ABC"},
                                         {"the united states", "USA"},
                                         {"the states", "USA"}};
  g_autoptr(GHashTable) parties = g_hash_table_new(g_str_hash, g_str_equal);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    g_hash_table_insert(parties, (gpointer)(guintptr)names[i][0], (gpointer)(guintptr)names[i][1]);
  gboolean stop;
  g_autofree char *eight = positions_of(longest, parties, &stop);
  ck_assert_str_eq(eight, "ABC");
  ck_assert_ptr_null(positions_of(longer, parties, &stop));
  g_autofree char *article = positions_of("the United States", parties, &stop);
  ck_assert_str_eq(article, "USA");
  ck_assert_ptr_null(positions_of("the states", parties, &stop));
}
END_TEST

/* A name is found in any case, in letters of any script and of any length. */
START_TEST(finds_names_of_all_lengths)
{
  g_autoptr(GHashTable) parties = g_hash_table_new(g_str_hash, g_str_equal);
  gboolean stop;
  for (guint length = 60; length < 70; length++) {
    g_autofree char *name = g_strnfill(length, 'A'), *folded = g_strnfill(length, 'a');
    g_hash_table_insert(parties, folded, (gpointer)(guintptr) "ABC");
    g_autofree char *found = positions_of(name, parties, &stop);
    ck_assert_str_eq(found, "ABC");
    g_hash_table_remove_all(parties);
  }
  g_hash_table_insert(parties, (gpointer)(guintptr) "c\u00f4te d'ivoire",
                      (gpointer)(guintptr) "CIV");
  g_autofree char *found = positions_of("C\u00d4TE D'Ivoire", parties, &stop);
  ck_assert_str_eq(found, "CIV");
}
END_TEST

START_TEST(knows_prefixes)
{
  static const char *const good[] = {"JPN", "JPN, EU", " G77 ", "EU-27,US"};
  static const char *const bad[] = {"", "Japan", "JPN;EU", "JPN retain", "Note", "J", "1.2"};
  for (gsize i = 0; i < G_N_ELEMENTS(good); i++)
    ck_assert(adref_position_is_codes(good[i], strlen(good[i]), FALSE));
  for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
    ck_assert(!adref_position_is_codes(bad[i], strlen(bad[i]), FALSE));
}
END_TEST

START_TEST(knows_small_codes)
{
  static const char *const good[] = {"jpn", "jpn/tha", "jpn and THA", "JPN & tha, vnm"};
  static const char *const bad[] = {"us", "jpn tha", "jpn/"};
  for (gsize i = 0; i < G_N_ELEMENTS(good); i++)
    ck_assert_msg(adref_position_is_codes(good[i], strlen(good[i]), TRUE), "%s", good[i]);
  for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
    ck_assert_msg(!adref_position_is_codes(bad[i], strlen(bad[i]), TRUE), "%s", bad[i]);
  ck_assert(!adref_position_is_codes("jpn", 3, FALSE));
}
END_TEST

START_TEST(joins_parties)
{
  static const char *const names[][2] = {{"trinidad and tobago", "TTO"},
                                         {"tto", "TTO"},
                                         {"japan", "JPN"},
                                         {"jpn", "JPN"},
                                         {"a and a and a and a and a and a and a and a", "AAA"}};
  static const struct {
    const char *text, *positions;
  } cases[] = {
      {"Trinidad and Tobago and Japan", "TTO, JPN"},
      {"Japan, and JPN", "JPN, JPN"},
      {"JPN/TTO retain; jpn & tto delete", "JPN, TTO retain; JPN, TTO delete"},
      {"JPN /TTO", "JPN, TTO"},
      {"JPN / TTO", NULL},
      {"JPN/", NULL},
      {"and", NULL},
      {"JPN and", NULL},
      {"A and a and a and a and a and a and a and a", NULL},
  };
  g_autoptr(GHashTable) parties = g_hash_table_new(g_str_hash, g_str_equal);
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    g_hash_table_insert(parties, (gpointer)(guintptr)names[i][0], (gpointer)(guintptr)names[i][1]);
  for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
    gboolean stop;
    g_autofree char *found = positions_of(cases[i].text, parties, &stop);
    ck_assert_pstr_eq(found, cases[i].positions);
  }
}
END_TEST

/* The canonical form of published notation (src/FIELD.md section 2). */
static const struct {
  const char *text;
  const char *canonical;
} published[] = {
    {"for generations. [Agreed ad ref]", "for generations. [Agreed ad ref]"},
    {"free humanity from [extreme - US; G77 delete] poverty",
     "free humanity from [extreme - USA; G77 delete] poverty"},
    {"dimensions [, in accordance with law. -G77; US, Malaysia, Japan, EU delete.]",
     "dimensions [, in accordance with law. - G77; USA, MYS, JPN, EU delete.]"},
    {"[changing unsustainable - EU, G77 retain / promoting sustainable - US]",
     "[changing unsustainable - EU, G77 retain / promoting sustainable - USA]"},
    {"[sustained and equitable / sustained and inclusive - US]",
     "[sustained and equitable / sustained and inclusive - USA]"},
    {"[may] [shall]", "[may / shall]"},
    {"Option 1: [x] ARTICLE 2.X [y]", "Option 1: [x] ARTICLE 2.X [y]"},
    {"e] [E]ach Party", "e] [E]ach Party"},
    {"(Malaysia);  (EU on behalf of G77);", "(Malaysia); (EU on behalf of G77);"},
    {"[, including:][. These include:]", "[, including: / . These include:]"},
    {"[[may][shall]] [[[x]]]", "[[may / shall] / [[x]]]"},
};

START_TEST(reads_published_forms)
{
  g_autoptr(GHashTable) parties = example_parties();
  AdrefMarkdownReadOptions options = {.parties = parties};
  g_autoptr(AdrefNode) document = read_text(published[_i].text, &options, NULL);
  g_autoptr(GString) canonical = adref_canonical(document);
  ck_assert_str_eq(g_strchomp(canonical->str), published[_i].canonical);
}
END_TEST

/* Whether a bracket with these words is a placeholder. */
static const struct {
  const char *words;
  gboolean placeholder;
} slots[] = {
    {"Text to be inserted", TRUE},
    {"to be added later", TRUE},
    {"to be supplied", TRUE},
    {"to be completed", TRUE},
    {"to be determined", TRUE},
    {"to be confirmed", TRUE},
    {"to be drafted", TRUE},
    {"TO BE DRAFTED", TRUE},
    {"Placeholder", TRUE},
    {"placeholder: trade", TRUE},
    {"tbc", TRUE},
    {"TBD by Japan", TRUE},
    {"...", TRUE},
    {" ... ", TRUE},
    {"\u2026", TRUE},
    {"Text to be written", FALSE},
    {"to be insertedness", FALSE},
    {"placeholders", FALSE},
    {"the placeholder", FALSE},
    {"TBDs", FALSE},
    {"by JPN, tbd", FALSE},
    {"... and more", FALSE},
    {"more ...", FALSE},
    {"..", FALSE},
    {"\u2026 and more", FALSE},
    {"into be added", FALSE},
};

START_TEST(knows_placeholders)
{
  g_autofree char *text = g_strdup_printf("We [%s] act.", slots[_i].words);
  g_autoptr(AdrefNode) document = read_plain(text);
  const AdrefNode *bracket = document->first->first->first->next;
  ck_assert_int_eq(bracket->type, ADREF_BRACKET);
  ck_assert_int_eq(bracket->as.placeholder, slots[_i].placeholder);
}
END_TEST

/* Without known parties a word in capitals behind a dash is a party. */
START_TEST(reads_without_parties)
{
  g_autoptr(AdrefNode) document = read_plain("[a - XYZ] and [b - Japan]");
  g_autoptr(GString) tree = dump_tree(document);
  ck_assert_str_eq(tree->str, "clause plain\n  paragraph\n    bracket\n      alternative XYZ\n"
                              "        text \"a\"\n    text \" and \"\n    bracket\n"
                              "      alternative\n        text \"b - Japan\"\n");
}
END_TEST

START_TEST(finds_partners_across_blocks)
{
  g_autoptr(GPtrArray) problems = adref_problems_new();
  g_autoptr(AdrefNode) document =
      read_text("[a\n\n- [b\n- c]\n\n> d] e]\n\n# [f\n\ng] [h\n", NULL, problems);
  g_autoptr(GString) messages = dump_problems(problems);
  ck_assert_str_eq(messages->str, "6:7: a \"]\" without its \"[\"; kept as it stands\n"
                                  "10:4: a \"[\" without its \"]\"; kept as it stands\n");
  guint partners = 0;
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    const AdrefNode *edge = walk.node;
    if (!walk.entering || edge->type != ADREF_BRACKET_EDGE || !edge->as.edge.partner)
      continue;
    ck_assert_ptr_eq(edge->as.edge.partner->as.edge.partner, edge);
    ck_assert_int_ne(edge->as.edge.partner->as.edge.opens, edge->as.edge.opens);
    partners++;
  }
  ck_assert_uint_eq(partners, 6);
}
END_TEST

/* Positions without a dash, behind a list: the longest end that is all positions, of 20 at most. */
START_TEST(points_at_positions_without_a_dash)
{
  static const struct {
    const char *text, *hint;
  } lists[] = {{"[a; JPN delete]", "JPN delete"},
               {"[a; b; JPN delete]", "JPN delete"},
               {"[a; b; Malaysia; JPN delete]", "Malaysia; JPN delete"},
               {"[a; JPN delete; Malaysia]", "JPN delete; Malaysia"},
               {"[a; b; Japan]", NULL},
               {"[a; JPN delete; b]", NULL}};
  g_autoptr(GHashTable) parties = example_parties();
  AdrefMarkdownReadOptions options = {.parties = parties};
  for (gsize i = 0; i < G_N_ELEMENTS(lists); i++) {
    g_autoptr(GPtrArray) problems = adref_problems_new();
    g_autoptr(AdrefNode) document = read_text(lists[i].text, &options, problems);
    g_autoptr(GString) messages = dump_problems(problems);
    g_autofree char *hint =
        lists[i].hint ? g_strdup_printf("1:1: \"; %s\" is read as words: a dash stands before the "
                                        "first position; write \" - %s\"\n",
                                        lists[i].hint, lists[i].hint)
                      : g_strdup("");
    ck_assert_str_eq(messages->str, hint);
  }
  g_autoptr(GString) many = g_string_new("[a; JPN delete");
  for (guint i = 0; i < 20; i++)
    g_string_append(many, "; JPN");
  g_string_append_c(many, ']');
  g_autoptr(GPtrArray) problems = adref_problems_new();
  g_autoptr(AdrefNode) document = read_text(many->str, &options, problems);
  ck_assert_uint_eq(problems->len, 0);
}
END_TEST

START_TEST(places_brackets)
{
  g_autoptr(AdrefNode) document = read_plain("日本 [a]\nb [c]\n");
  const AdrefNode *first = document->first->first->first->next, *second = first->next->next;
  ck_assert_int_eq(first->type, ADREF_BRACKET);
  ck_assert_uint_eq(first->line, 1);
  ck_assert_uint_eq(first->column, 4);
  ck_assert_int_eq(second->type, ADREF_BRACKET);
  ck_assert_uint_eq(second->line, 2);
  ck_assert_uint_eq(second->column, 3);
}
END_TEST

/* "[Art. 5, 6, ...]" is words up to 40 bytes; a longer one is open text. */
START_TEST(articles_in_brackets_have_40_bytes)
{
  for (guint length = 39; length <= 41; length++) {
    g_autofree char *digits = g_strnfill(length - strlen("[Art. 5, ]"), '6');
    g_autofree char *text = g_strdup_printf("See [Art. 5, %s].\n", digits);
    AdrefMarkdownReadOptions options = {.outside_statement = TRUE};
    g_autoptr(AdrefNode) document = read_text(text, &options, NULL);
    g_autoptr(GPtrArray) brackets = adref_node_find_all(document, ADREF_BRACKET);
    ck_assert_uint_eq(brackets->len, length > 40 ? 1 : 0);
  }
}
END_TEST

TCase *tcase_bracket(void)
{
  TCase *tcase = tcase_create("bracket");
  tcase_add_loop_test(tcase, reads_positions, 0, G_N_ELEMENTS(positions));
  tcase_add_test(tcase, reads_a_full_stop);
  tcase_add_test(tcase, bounds_positions);
  tcase_add_test(tcase, bounds_names);
  tcase_add_test(tcase, finds_names_of_all_lengths);
  tcase_add_test(tcase, knows_prefixes);
  tcase_add_test(tcase, knows_small_codes);
  tcase_add_test(tcase, joins_parties);
  tcase_add_loop_test(tcase, reads_published_forms, 0, G_N_ELEMENTS(published));
  tcase_add_loop_test(tcase, knows_placeholders, 0, G_N_ELEMENTS(slots));
  tcase_add_test(tcase, reads_without_parties);
  tcase_add_test(tcase, finds_partners_across_blocks);
  tcase_add_test(tcase, points_at_positions_without_a_dash);
  tcase_add_test(tcase, places_brackets);
  tcase_add_test(tcase, articles_in_brackets_have_40_bytes);
  return tcase;
}
