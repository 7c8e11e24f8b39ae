#include "work/import/returned_clauses.h"

#include <string.h>

#include "cases.h"
#include "clause/labels/numbering.h"
#include "clause/markdown/markdown_read.h"
#include "exchange/text/incoming_read.h"

static const char sent[] =
    "# Joint Statement\n\n"
    "<!-- chapeau start -->\nWE, the Leaders, met in Tokyo in December;\n\n"
    "<!-- pp past -->\nRECALLING that cooperation began fifty years ago with a forum;\n\n"
    "## Part one\n\n"
    "<!-- op ports -->\nThe Parties open their ports to ships of each other.\n\n"
    "They tell each other which ports are closed in winter.\n\n"
    "<!-- note -->\n> A note that nobody prints.\n\n"
    "<!-- op training -->\nThe Parties train officers of the coast guard every year.\n\n"
    "<!-- op energy -->\nThe Parties share energy from wind and from the sun.\n\n"
    "<!-- closing end -->\nAdopted in Tokyo on the last day.\n\n"
    "<!-- annex plan -->\n## Plan of action\n\nThe plan has many parts and a table.\n";

/* The paragraphs of a file as "kind id", a "+" for a number that is left out; then the hints. */
static char *matched(const char *returned, GHashTable *taken)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefNode) document = adref_markdown_read(sent, strlen(sent), NULL, NULL, &error);
  ck_assert_no_error(error);
  adref_numbering_apply(document, &adref_numbering_default, NULL);
  AdrefIncomingOptions options = {.name = "back.md", .language = "en"};
  g_autoptr(AdrefIncomingText) incoming =
      adref_incoming_read(returned, strlen(returned), &options, NULL, &error);
  ck_assert_no_error(error);
  g_autoptr(GPtrArray) problems = adref_problems_new();
  adref_returned_clauses_match(incoming, document, "en", taken, problems);
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    g_string_append_printf(out, "%s%s%s%s%s", i ? ", " : "",
                           adref_incoming_kind_word(paragraph->kind), paragraph->id ? " " : "",
                           paragraph->id ? paragraph->id : "", paragraph->is_counted ? "+" : "");
  }
  for (guint i = 0; i < problems->len; i++) {
    const AdrefProblem *problem = problems->pdata[i];
    g_string_append_printf(out, "; %u: %s", problem->line, problem->message);
  }
  return g_string_free(out, FALSE);
}

static const struct {
  const char *returned, *matched;
} cases[] = {
    {"# Joint Statement\n\n"
     "WE, the Leaders, met in Tokyo in December;\n\n"
     "RECALLING that cooperation began fifty years ago with a forum;\n\n"
     "## Part one\n\n"
     "The Parties open their ports to ships of each other.\n\n"
     "They tell each other which ports are closed in winter.\n\n"
     "The Parties train officers of the coast guard every year.\n\n"
     "The Parties share energy from wind and from the sun.\n\n"
     "Adopted in Tokyo on the last day.\n\n"
     "## Plan of action\n\n"
     "The plan has many parts and a table.\n",
     "title, chapeau start, pp past, heading, op ports, more they-tell-which, op training, op "
     "energy, closing end, heading, more has-many-parts"},
    {"1. The Parties open their ports to ships of each other.\n\n"
     "   They tell each other which ports are closed in winter.\n\n"
     "2. The Parties train officers of the coast guard every year.\n\n"
     "3. The Parties share energy from wind and from the sun.\n",
     "op ports+, op training+, op energy+"},
    {"3. The Parties open their ports to ships of each other.\n\n"
     "4. The Parties train officers of the coast guard every year.\n",
     "op ports+, op training+; 1: this paragraph is numbered 3 here and keeps its number 1; 3: "
     "this paragraph is numbered 4 here and keeps its number 2"},
    {"They tell each other which ports are closed in winter.\n\n"
     "The Parties open their ports to ships of each other.\n",
     "op ports, more the-parties-open"},
    {"The Parties open their ports to ships of each other.\n\n"
     "A sentence that is new here.\n\n"
     "They tell each other which ports are closed in winter.\n",
     "op ports, more sentence-that-new, more they-tell-which"},
    {"The Parties train officers of the coast guard every second year.\n\n"
     "We add a paragraph about fish and whales.\n",
     "op training, op add-paragraph-about"},
    {"The Parties train officers of the coast guard every year.\n\n"
     "The Parties open their ports to ships of each other.\n",
     "op training, op ports"},
    {"<!-- op training -->\nWe add a paragraph about fish and whales.\n\n"
     "<!-- op fish -->\nThe Parties train officers of the coast guard every year.\n",
     "op training, op fish"},
    {"<!-- op fish -->\nWe add a paragraph about fish and whales.\n", "op fish"},
    {"The Parties open their ports to ships of each other. They tell each other which ports are "
     "closed in winter.\n",
     "op ports"},
    {"The Parties share energy from wind.\n\n"
     "They share it from the sun and from the sea as well.\n",
     "op energy, op they-sun-and"},
    {"## Annex\n\n"
     "The plan has many parts and a table.\n",
     "annex annex, chapeau the-plan-has"},
    {"* * *\n\n"
     "The Parties open their ports to ships of each other.\n\n"
     "* * *\n\n"
     "They tell each other which ports are closed in winter.\n",
     "skip, op ports, skip, more they-tell-which"},
    {"The Parties open their ports to ships of each other.\n\n"
     "## A heading between\n\n"
     "They tell each other which ports are closed in winter.\n",
     "op ports, heading, more they-tell-which"},
    {"WE, the Leaders, met in Tokyo in December;\n\n"
     "*Recalling* that cooperation began fifty years ago with a forum;\n\n"
     "Adopted in Tokyo on the last day.\n",
     "chapeau start, pp past, closing end"},
    {"Training\n", "chapeau"},
};

START_TEST(recognises_clauses)
{
  g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
  static const char *const ids[] = {"start", "past", "ports", "training", "energy", "end", "plan"};
  for (gsize i = 0; i < G_N_ELEMENTS(ids); i++)
    g_hash_table_add(taken, (gpointer)(guintptr)ids[i]);
  g_autofree char *result = matched(cases[_i].returned, taken);
  ck_assert_str_eq(result, cases[_i].matched);
}
END_TEST

TCase *tcase_returned_clauses(void)
{
  TCase *tcase = tcase_create("returned_clauses");
  tcase_add_loop_test(tcase, recognises_clauses, 0, G_N_ELEMENTS(cases));
  return tcase;
}
