/* The rules of "adref check" that look at one text: cases that fire, and cases that must not. */
#include <string.h>

#include "clause/markdown/markdown_read.h"
#include "review/cases.h"
#include "review/check/check_ends.h"
#include "review/check/check_ignore.h"
#include "review/check/check_integrity.h"
#include "review/check_cases.h"
#include "review/check_registry.h"

static gboolean is_rule(gpointer data, const char *id)
{
  (void)data;
  return adref_check_rule_find(id) != NULL;
}

static void add_findings(const char *language, const char *markdown, GPtrArray *findings)
{
  GError *error = NULL;
  g_autoptr(AdrefParties) parties =
      adref_parties_read(check_registry, strlen(check_registry), "parties.yaml", &error);
  ck_assert_no_error(error);
  g_autoptr(GPtrArray) problems = adref_problems_new();
  AdrefMarkdownReadOptions how = {.name = "x", .parties = adref_parties_names(parties)};
  g_autoptr(AdrefNode) document =
      adref_markdown_read(markdown, strlen(markdown), &how, problems, &error);
  ck_assert_no_error(error);
  AdrefCheckSource source = {.name = "x.md",
                             .language = language,
                             .document = document,
                             .source = markdown,
                             .length = strlen(markdown),
                             .problems = problems,
                             .parties = how.parties};
  g_autoptr(AdrefCheckText) text = adref_check_text_new(&source, findings);
  AdrefCheckIntegrityOptions options = {.parties = parties, .suspected = TRUE};
  adref_check_integrity(text, &options);
  adref_check_ends(text);
  adref_check_ignore(text, 0, is_rule, NULL);
  adref_check_findings_sort(findings);
}

/* `suggested`: what the warnings suggest, in the place of the rules. */
static char *found_with(const char *language, const char *markdown, gboolean suggested)
{
  g_autoptr(GPtrArray) findings = adref_check_findings_new();
  add_findings(language, markdown, findings);
  g_autoptr(GString) out = g_string_new(NULL);
  for (guint i = 0; i < findings->len; i++) {
    const AdrefCheckFinding *finding = findings->pdata[i];
    if (strcmp(finding->rule->id, "integrity/not-canonical") == 0 || finding->reason)
      continue;
    if (suggested && (finding->severity != ADREF_CHECK_WARNING || !finding->suggestion))
      continue;
    g_string_append_printf(out, "%s%u:%u %s", out->len > 0 ? "; " : "", finding->line,
                           finding->column,
                           suggested ? finding->suggestion : strchr(finding->rule->id, '/') + 1);
  }
  return g_string_free(g_steal_pointer(&out), FALSE);
}

static char *found_in(const char *language, const char *markdown)
{
  return found_with(language, markdown, FALSE);
}

/* A message that names a line names that of the word, not of its paragraph. */
START_TEST(lines_of_words)
{
  static const char *const texts[][2] = {
      {"We act\nin the centre.\n\nIn the center.\n", "is written \"centre\" on line 2"},
      {"The TOI works.\n\nWe act\nby a Treaty on Ideas (TOI).\n", "only on line 4"},
      {"We use the Plan.\n\nThe Act\n(the \"Plan\") is new.\n", "only on line 4"},
      {"We act\nby a Treaty on Ideas (TOI).\n\nThe Treaty on Ideas (TOI).\n", "on line 2 already"},
      {"We act\nby the Ulan Pact of 2001.\n\nBy the Ulan Pact of 2002.\n", "on line 2 the same"},
  };
  g_autoptr(GPtrArray) findings = adref_check_findings_new();
  add_findings("en", texts[_i][0], findings);
  gboolean any = FALSE;
  for (guint i = 0; i < findings->len; i++)
    any |= strstr(((const AdrefCheckFinding *)findings->pdata[i])->message, texts[_i][1]) != NULL;
  ck_assert_msg(any, "%s", texts[_i][1]);
}
END_TEST

START_TEST(findings_have_their_rule_and_place)
{
  g_autofree char *found = found_in(check_cases[_i].language, check_cases[_i].markdown);
  ck_assert_msg(strcmp(found, check_cases[_i].found) == 0, "%s: %s\nfound    %s\nexpected %s",
                check_cases[_i].language, check_cases[_i].markdown, found, check_cases[_i].found);
}
END_TEST

/* A megabyte in one line, of what is looked for: its time is in proportion to its length, so that
 * it ends within the timeout. What grows with the square of it takes several seconds to minutes. */
START_TEST(long_lines_take_no_longer)
{
  static const struct {
    const char *unit, *last; /* the finding that is named last */
  } lines[] = {
      {"31 June ", "1:1048569 impossible-date"},
      {"(a) x; (b) y; and ", ""},
      {"“ ", ""},
      {"「", "1:1 quotation"},
      {"a” ", "1:2 quotation"},
      {"the the ", "1:1048573 doubled-word"},
      {"*a* 31 June ", "impossible-date"},
      {"1/", ""},
      {"(“ab”) ", "1:1396 term-defined-twice"}, /* only so many terms are looked for */
  };
  enum {
    SIZE = 1024 * 1024
  };
  g_autoptr(GString) line = g_string_new(NULL);
  while (line->len < SIZE)
    g_string_append(line, lines[_i].unit);
  g_autofree char *found = found_in("en", line->str);
  const char *last = strrchr(found, ';');
  ck_assert_msg(strstr(last ? last : found, lines[_i].last) != NULL, "%s", last ? last : found);
}
END_TEST

static void finds(const GString *markdown, const char *rule, gboolean expected)
{
  g_autofree char *found = found_in("en", markdown->str);
  ck_assert_msg((strstr(found, rule) != NULL) == expected, "%s", found);
}

/* A quotation goes on over at most 20 paragraphs. */
START_TEST(paragraphs_of_a_quotation)
{
  for (guint count = 20; count <= 21; count++) {
    g_autoptr(GString) text = g_string_new("They say: “We act.\n\n");
    for (guint i = 2; i < count; i++)
      g_string_append_printf(text, "We act in place %u.\n\n", i);
    g_string_append(text, "We end.”\n");
    finds(text, "quotation", count > 20);
  }
}
END_TEST

/* Of quotations inside of each other the outer 8 are looked at. */
START_TEST(quotations_in_quotations)
{
  for (guint count = 8; count <= 9; count++) {
    g_autoptr(GString) text = g_string_new("We ");
    for (guint i = 0; i < count; i++)
      g_string_append(text, "“act ");
    for (guint i = 0; i < count; i++)
      g_string_append(text, "act” ");
    finds(text, "quotation", count > 8);
  }
}
END_TEST

/* The first 2,000 different words with a capital are compared with names of parties. */
START_TEST(words_that_may_be_names)
{
  for (guint count = 1999; count <= 2000; count++) {
    g_autoptr(GString) text = g_string_new("We");
    for (guint i = 0; i < count; i++)
      g_string_append_printf(text, " Zz%c%c%cqqqq", 'a' + i / 676, 'a' + i / 26 % 26, 'a' + i % 26);
    g_string_append(text, " lettersmall Shorter Indonezia.\n"); /* two that do not count */
    finds(text, "party-name", count < 2000);
  }
}
END_TEST

/* Each warns and names what the text has; a note without a suggestion is of two bodies. */
START_TEST(abbreviations_with_a_slip)
{
  static const struct {
    const char *markdown, *suggested;
  } texts[] = {
      {"Our Office of Ideas and Peace (OOIP) met.\n\nThe OIOP met: the OOIP and all.\n",
       "3:5 OOIP"},
      {"They act in UNFIL, by UNIFIL, with AUKSU.\n\nSee UNIFIL.\n", "1:13 UNIFIL"},
      {"A Just Energy Transition Partnership (JEPT).\n", "1:39 JETP"},
      {"A Just Energy Transition Partnership (JETP) and a Code of Good Conduct (COC).\n", ""},
      {"We thank UNEP twice: UNEP, then UNDP, and the ADBN beside the ABDC.\n", ""},
  };
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_autofree char *found = found_with("en", texts[i].markdown, TRUE);
    ck_assert_str_eq(found, texts[i].suggested);
  }
}
END_TEST

/* A text whose other list joins its last two items joins these, too. */
START_TEST(joints_of_lists)
{
  static const char *const joints[] = {"; and", "; or", ", and", ", or", ";and", "; and/or"};
  static const char *const none[] = {";", "; but", "", " and"};
  for (guint i = 0; i < G_N_ELEMENTS(joints) + G_N_ELEMENTS(none); i++) {
    gboolean joins = i < G_N_ELEMENTS(joints);
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_printf(text,
                    "- big ship;\n- old port%s\n- new road.\n\nWe go.\n\n- far town;\n- near "
                    "field;\n- wide sea.\n",
                    joins ? joints[i] : none[i - G_N_ELEMENTS(joints)]);
    finds(text, "8:3 list-not-parallel", joins);
  }
}
END_TEST

/* Each rule has a name of its group, words, and stands once. */
START_TEST(rules_are_explained)
{
  guint count;
  const AdrefCheckRule *rules = adref_check_rules(&count);
  for (guint i = 0; i < count; i++) {
    ck_assert_ptr_eq(adref_check_rule_find(rules[i].id), &rules[i]);
    ck_assert(strchr(rules[i].id, '/') != NULL);
    ck_assert(g_str_has_suffix(rules[i].why, "."));
    ck_assert(!g_str_has_suffix(rules[i].summary, "."));
  }
}
END_TEST

/* Ten paragraphs that begin alike, and one that does not. */
START_TEST(openers)
{
  static const struct {
    const char *usual, *odd, *found;
  } texts[] = {
      {"We welcomed the work of town", "We commend the work of the last town.", "32:1 opener"},
      {"We welcomed the work of town", "We look forward to the work of the last town.", ""},
      {"We welcome the work of town", "We commended the work of the last town.", ""},
      {"We welcome the work of town", "Underscore the work of the last town.", "32:1 opener"},
      {"We welcome the work of town", "Support for the work of the last town grows.", ""},
      {"We welcome the work of town", "Trade with the last town and its port grows.", ""},
      {"*Welcomes* the work of town", "Urges the last town to work.", "32:1 opener"},
      {"*Welcomes* the work of town", "*Further urges* the last town to work.", "32:2 opener"},
      {"*Welcomes* the work of town", "*Also welcomes* the work of the last town.", ""},
  };
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint line = 0; line < 10; line++)
      g_string_append_printf(text, "<!-- op c%u -->\n%s %c%c%c.\n\n", line, texts[i].usual,
                             'B' + (int)line, 'a', 'b' + (int)line);
    g_string_append_printf(text, "<!-- op odd -->\n%s\n", texts[i].odd);
    g_autofree char *found = found_in("en", text->str);
    ck_assert_str_eq(found, texts[i].found);
  }
}
END_TEST

TCase *tcase_check(void)
{
  TCase *tc = tcase_create("check");
  tcase_add_loop_test(tc, findings_have_their_rule_and_place, 0, G_N_ELEMENTS(check_cases));
  tcase_add_loop_test(tc, lines_of_words, 0, 5);
  tcase_add_loop_test(tc, long_lines_take_no_longer, 0, 9);
  tcase_add_test(tc, paragraphs_of_a_quotation);
  tcase_add_test(tc, quotations_in_quotations);
  tcase_add_test(tc, words_that_may_be_names);
  tcase_add_test(tc, abbreviations_with_a_slip);
  tcase_add_test(tc, openers);
  tcase_add_test(tc, joints_of_lists);
  tcase_add_test(tc, rules_are_explained);
  tcase_set_timeout(tc, 15);
  return tc;
}
