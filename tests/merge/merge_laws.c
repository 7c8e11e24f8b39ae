/* The laws of a merge (src/merge/join/README.md) on generated texts; ADREF_PAIRS says how many. */
#include "clause/node_copy.h"
#include "clause/proposals/bracket_build.h"
#include "clause/words.h"
#include "merge/merge_case.h"
#include "merge/nonspace.h"
#include "parties.h"

enum {
  QUICK_CASES = 300
};

/* --- merging --- */

/* The merged text, read again; the words must be read as they were put together. */
static AdrefNode *merge_sides(const MergeCase *self, const AdrefNode *const *documents,
                              const guint *places, guint count, gboolean compile,
                              AdrefMergeReport *report)
{
  AdrefMergeSide sides[MERGE_CASE_SIDES];
  for (guint i = 0; i < count; i++)
    sides[i] = (AdrefMergeSide){.document = documents[places[i]],
                                .party = merge_case_codes[places[i]],
                                .name = merge_case_codes[places[i]]};
  AdrefMergeOptions options = {.parties = self->how.parties, .compile = compile};
  g_autoptr(AdrefNode) made = adref_merge(self->base, sides, count, &options, report);
  g_autoptr(GString) written = adref_canonical(made);
  g_autoptr(AdrefNode) read = read_text(written->str, &self->how, NULL);
  g_autoptr(GString) was = adref_nonspace_text(made), is = adref_nonspace_text(read);
  merge_case_check(self, g_string_equal(was, is), "read otherwise\n--- made\n%s\n--- read\n%s\n%s",
                   was->str, is->str, written->str);
  g_autoptr(GString) canonical = adref_canonical(read);
  return read_text(canonical->str, &self->how, NULL);
}

static AdrefNode *merge_all(const MergeCase *self, gboolean compile, AdrefMergeReport *report)
{
  const guint places[] = {0, 1, 2, 3, 4, 5, 6, 7};
  return merge_sides(self, (const AdrefNode *const *)self->sides, places, self->count, compile,
                     report);
}

/* --- the laws --- */

/* merge(b, a, b) = a, merge(b, b, a) = a, merge(b, a, a) = a, without anything to decide. */
static void check_identity(const MergeCase *self)
{
  const AdrefNode *const documents[] = {self->sides[0], self->base, self->sides[0]};
  const guint places[][2] = {{0, 1}, {1, 0}, {0, 2}, {2, 0}};
  g_autoptr(GString) want = adref_canonical(self->sides[0]);
  for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
    g_autoptr(AdrefMergeReport) report = adref_merge_report_new();
    g_autoptr(AdrefNode) merged = merge_sides(self, documents, places[i], 2, FALSE, report);
    g_autoptr(GString) got = adref_canonical(merged), base = adref_canonical(self->base);
    merge_case_check(self, g_string_equal(want, got),
                     "identity %zu\n--- base\n%s--- want\n%s--- got\n%s", i, base->str, want->str,
                     got->str);
    merge_case_check(self, adref_merge_report_is_clean(report), "identity %zu is open", i);
  }
}

static int compare_strings(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The words in an order of their own. */
static char *sorted_words(const AdrefNode *document)
{
  g_autoptr(AdrefNode) copy = merge_case_masked(document);
  g_autofree char *text = adref_node_words(copy);
  g_autoptr(GArray) words = adref_words(text, strlen(text), NULL);
  g_autoptr(GPtrArray) strings = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < words->len; i++) {
    const AdrefWord *word = &g_array_index(words, AdrefWord, i);
    g_ptr_array_add(strings, g_strndup(text + word->start, word->length));
  }
  g_ptr_array_sort(strings, compare_strings);
  g_ptr_array_add(strings, NULL);
  return g_strjoinv(" ", (char **)strings->pdata);
}

static void check_order(const MergeCase *self, const AdrefNode *merged, gboolean compile)
{
  guint places[MERGE_CASE_SIDES];
  for (guint i = 0; i < self->count; i++)
    places[i] = self->count - 1 - i;
  g_autoptr(AdrefMergeReport) report = adref_merge_report_new();
  g_autoptr(AdrefNode) other = merge_sides(self, (const AdrefNode *const *)self->sides, places,
                                           self->count, compile, report);
  g_autofree char *words = sorted_words(merged), *again = sorted_words(other);
  g_autoptr(GString) first = adref_canonical(merged), second = adref_canonical(other);
  merge_case_check(self, strcmp(words, again) == 0,
                   "another order of the sides gives other words\n%s--- and\n%s", first->str,
                   second->str);
}

/* What is merged and then merged with its sides again does not change. */
static void check_again(const MergeCase *self, AdrefNode *merged)
{
  MergeCase again = *self;
  again.base = merged;
  const AdrefNode *const documents[] = {merged, merged};
  const guint places[] = {0, 1};
  g_autoptr(AdrefMergeReport) report = adref_merge_report_new();
  g_autoptr(AdrefNode) same = merge_sides(&again, documents, places, 2, FALSE, report);
  g_autoptr(GString) want = adref_canonical(merged), got = adref_canonical(same);
  merge_case_check(self, g_string_equal(want, got), "merging again changes it");
}

/* --- a compilation text, read as one party would have it --- */

static gboolean is_wanted(const AdrefNode *alternative, const char *party)
{
  AdrefPositionVerb verb;
  return adref_alternative_find_party(alternative, party, &verb) && verb == ADREF_POSITION_SUPPORT;
}

static gboolean is_unwanted(const AdrefNode *bracket, const char *party)
{
  AdrefPositionVerb verb;
  for (const AdrefNode *each = bracket->first; each; each = each->next)
    if (adref_alternative_find_party(each, party, &verb) && verb == ADREF_POSITION_DELETE)
      return TRUE;
  return FALSE;
}

static void read_bracket(AdrefNode *bracket, const char *party)
{
  AdrefNode *chosen = NULL;
  for (AdrefNode *each = bracket->first; each && !chosen; each = each->next)
    chosen = is_wanted(each, party) ? each : NULL;
  if (!chosen && !is_unwanted(bracket, party))
    chosen = adref_bracket_base(bracket);
  if (chosen)
    adref_bracket_take(chosen);
  else
    adref_bracket_remove(bracket);
}

/* The outermost bracket; *spans: a bracket over several blocks was found, and none is returned. */
static AdrefNode *find_bracket(AdrefNode *document, gboolean *spans)
{
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    *spans = *spans || (walk.entering && walk.node->type == ADREF_BRACKET_EDGE);
    if (walk.entering && walk.node->type == ADREF_BRACKET)
      return *spans ? NULL : walk.node;
  }
  return NULL;
}

/* The words of each block, in an order of their own. A clause without a marker is read as a part of
 * the one before it, so clauses are not compared. */
static char *block_words(const AdrefNode *document)
{
  g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(AdrefNode) copy = merge_case_masked(document);
  AdrefWalk walk = adref_walk(copy);
  while (adref_walk_next(&walk)) {
    if (!walk.entering || !adref_node_holds_inlines(walk.node))
      continue;
    GString *words = adref_nonspace_text(walk.node);
    if (words->len > 0)
      g_ptr_array_add(blocks, g_string_free(words, FALSE));
    else
      g_string_free(words, TRUE);
    adref_walk_skip(&walk);
  }
  g_ptr_array_sort(blocks, compare_strings);
  g_ptr_array_add(blocks, NULL);
  return g_strjoinv("\n", (char **)blocks->pdata);
}

static void check_reading(const MergeCase *self, const AdrefNode *compiled, guint side)
{
  gboolean spans = FALSE;
  g_autoptr(AdrefNode) read = adref_node_copy_tree(compiled, ADREF_KEPT);
  AdrefNode *bracket;
  while ((bracket = find_bracket(read, &spans)))
    read_bracket(bracket, merge_case_codes[side]);
  g_autofree char *got = block_words(read), *want = block_words(self->sides[side]);
  g_autoptr(GString) text = adref_canonical(compiled);
  merge_case_check(self, spans || strcmp(got, want) == 0,
                   "%s cannot find its text\n--- want\n%s\n--- got\n%s\n--- compiled\n%s",
                   merge_case_codes[side], want, got, text->str);
}

/* Whether no text has brackets, so that all of them are new. */
static gboolean has_no_brackets(const MergeCase *self)
{
  gboolean spans = FALSE, found = find_bracket(self->base, &spans) != NULL;
  for (guint s = 0; s < self->count; s++)
    found = found || find_bracket(self->sides[s], &spans);
  return !found && !spans;
}

/* Whether a text stands whole beside the base, because no bracket can hold what changed. */
static gboolean has_whole_forms(const AdrefNode *document)
{
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (walk.entering && node->type == ADREF_NOTE && g_str_has_prefix(node->text, "proposes"))
      return TRUE;
    if (walk.entering && node->type == ADREF_CLAUSE && node->as.clause->alt)
      return TRUE;
  }
  return FALSE;
}

/* Each party finds its own text in a compilation text: its alternatives, else the base. */
static void check_readings(const MergeCase *self, const AdrefNode *compiled)
{
  if (!has_no_brackets(self) || has_whole_forms(compiled))
    return;
  for (guint s = 0; s < self->count; s++)
    check_reading(self, compiled, s);
}

static void check_laws(const MergeCase *self)
{
  check_identity(self);
  for (guint compile = 0; compile < 2; compile++) {
    g_autoptr(AdrefMergeReport) report = adref_merge_report_new();
    g_autoptr(AdrefNode) merged = merge_all(self, compile == 1, report);
    merge_case_check_words(self, merged, compile == 1);
    check_order(self, merged, compile == 1);
    check_again(self, merged);
    if (compile)
      check_readings(self, merged);
  }
}

START_TEST(laws_hold)
{
  g_autoptr(GHashTable) parties = example_parties();
  guint first = merge_case_number("ADREF_FIRST", 0),
        count = environment_count("ADREF_PAIRS", QUICK_CASES);
  for (guint n = first; n < first + count; n++) {
    MergeCase each;
    merge_case_init(&each, n, parties);
    if (!merge_case_has_half_brackets(&each))
      check_laws(&each);
    merge_case_clear(&each);
  }
}
END_TEST

TCase *tcase_merge_laws(void)
{
  TCase *tcase = tcase_create("merge_laws");
  tcase_set_timeout(tcase, 600);
  tcase_add_test(tcase, laws_hold);
  return tcase;
}
