#include "review/change/clause_comparer.h"

#include <string.h>

#include "review/change/finding_list.h"
#include "review/change/joined_findings.h"
#include "review/change/other_words.h"
#include "review/change/phrase_pairs.h"
#include "review/change/same_words.h"
#include "review/quote.h"

enum {
  MOST_OF_WHOLE = 40 /* phrases that are listed of a clause that came or went */
};

struct AdrefClauseComparer {
  AdrefReferenceTargets *targets;
  AdrefConfusables *confusables; /* NULL until it is needed */
  AdrefClauseText *text;
  AdrefClausePhrases phrases;
  AdrefChangeGroups groups;
  GByteArray *reported[2];        /* by phrase: whether it was reported */
  AdrefOtherWords other_words[2]; /* of one group */
  GArray *findings;               /* of AdrefPlacedFinding */
};

AdrefClauseComparer *adref_clause_comparer_new(AdrefPhraseScanner *scanner,
                                               AdrefReferenceTargets *targets)
{
  AdrefClauseComparer *self = g_new0(AdrefClauseComparer, 1);
  self->targets = targets;
  self->text = adref_clause_text_new();
  adref_clause_phrases_init(&self->phrases, scanner);
  adref_change_groups_init(&self->groups, &self->phrases);
  for (guint side = 0; side < 2; side++) {
    self->reported[side] = g_byte_array_new();
    self->other_words[side].words = g_string_new(NULL);
    self->other_words[side].joined = g_string_new(NULL);
  }
  self->findings = g_array_new(FALSE, FALSE, sizeof(AdrefPlacedFinding));
  return self;
}

void adref_clause_comparer_free(AdrefClauseComparer *self)
{
  if (!self)
    return;
  adref_confusables_free(self->confusables);
  adref_clause_text_free(self->text);
  adref_clause_phrases_clear(&self->phrases);
  adref_change_groups_clear(&self->groups);
  for (guint side = 0; side < 2; side++) {
    g_byte_array_unref(self->reported[side]);
    g_string_free(self->other_words[side].words, TRUE);
    g_string_free(self->other_words[side].joined, TRUE);
  }
  g_array_unref(self->findings);
  g_free(self);
}

/* Whether a group is in the words of a cross reference whose clause or item is gone, which is
 * reported as a reference (review/change/reference_targets.h) and not word by word, or which only
 * followed its item. */
static gboolean is_in_checked_link(const AdrefClauseComparer *self, const AdrefChangeGroup *group)
{
  const GArray *links = self->text->links[ADREF_TEXT_SIDE_NEW];
  guint low = 0, high = links->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index(links, AdrefWordRange, middle).start <= group->start[1])
      low = middle + 1;
    else
      high = middle;
  }
  const AdrefWordRange *range = low > 0 ? &g_array_index(links, AdrefWordRange, low - 1) : NULL;
  return range && range->end >= group->end[1] &&
         (adref_reference_targets_is_broken(self->targets, self->phrases.clause, range->node) ||
          adref_reference_targets_is_followed(self->targets, range->node));
}

/* Leaves out the findings behind the first `before` of what came where a bracket stood, "[date]"
 * and "5 May": the entry of the bracket quotes it. What changed with it stays, "[shall]" and
 * "may". */
static void drop_what_came(const AdrefClauseText *text, GArray *findings, guint before)
{
  guint kept = before;
  for (guint i = before; i < findings->len; i++) {
    AdrefPlacedFinding *placed = &g_array_index(findings, AdrefPlacedFinding, i);
    guint last = placed->at + (guint)strlen(placed->finding->new) - 1;
    if (placed->finding->old[0] || !adref_clause_text_is_instead(text, last))
      g_array_index(findings, AdrefPlacedFinding, kept++) = *placed;
    else
      adref_finding_free(placed->finding);
  }
  g_array_set_size(findings, kept);
}

/* The findings of a group, which are those behind the first `before`, were made of words in
 * brackets that came or went, too: the other words of these are not reported. */
static void report_outside_brackets(AdrefClauseComparer *self, const AdrefChangeGroup *group,
                                    guint before)
{
  const AdrefClausePhrases *phrases = &self->phrases;
  drop_what_came(self->text, self->findings, before);
  if (!adref_other_words_equal(self->other_words))
    adref_other_words_report(phrases, group, self->other_words, self->findings->len - before,
                             self->findings);
}

static void compare_group(AdrefClauseComparer *self, const AdrefChangeGroup *group)
{
  const AdrefClausePhrases *phrases = &self->phrases;
  GArray *findings = self->findings;
  if (is_in_checked_link(self, group))
    return;
  adref_other_words_read(phrases, group, self->reported, self->other_words);
  if (adref_other_words_equal(self->other_words) ||
      adref_same_words_are_signs_in_values(phrases, group)) {
    adref_same_words_report(phrases, group, findings);
  } else if (adref_same_words_look_alike(phrases, group, &self->confusables)) {
    adref_same_words_report_lookalike(phrases, group, findings);
  } else {
    adref_same_words_report_hidden(phrases, group, findings);
    guint before = findings->len;
    adref_phrase_pairs_report(phrases, self->targets, group, self->reported, findings);
    if (adref_other_words_read_outside(phrases, group, self->reported, self->other_words)) {
      report_outside_brackets(self, group, before);
      return;
    }
    if (group->match_count[0] + group->match_count[1] > 0)
      adref_other_words_read(phrases, group, self->reported, self->other_words);
    adref_other_words_report(phrases, group, self->other_words, findings->len - before, findings);
  }
}

static void start_groups(AdrefClauseComparer *self, const AdrefNode *clause)
{
  adref_clause_phrases_scan(&self->phrases, clause, self->text);
  adref_change_groups_find(&self->groups);
  for (guint side = 0; side < 2; side++) {
    guint count = self->phrases.matches[side]->len;
    g_byte_array_set_size(self->reported[side], count);
    if (count > 0)
      memset(self->reported[side]->data, 0, count);
  }
}

static void compare_groups(AdrefClauseComparer *self, const AdrefNode *clause)
{
  AdrefChangeGroup group;
  start_groups(self, clause);
  while (adref_change_groups_next(&self->groups, &group))
    compare_group(self, &group);
}

static void report_structural_changes(AdrefClauseComparer *self)
{
  GArray *changes = self->text->structural_changes;
  for (guint i = 0; i < changes->len; i++) {
    AdrefStructuralChange *change = &g_array_index(changes, AdrefStructuralChange, i);
    AdrefFinding *finding =
        adref_finding_list_add(self->findings, change->class, change->at, 0,
                               g_steal_pointer(&change->old), g_steal_pointer(&change->new));
    finding->shift = change->shift;
  }
}

/* An agreed paragraph was changed: its mark was added or removed, or words changed under it. */
static void add_agreed(const AdrefClauseComparer *self, const AdrefNode *clause,
                       GPtrArray *findings)
{
  static const char mark[] = "[Agreed ad ref]";
  if (clause->mark == ADREF_INSERTED)
    return;
  gboolean before = self->text->agreed[ADREF_TEXT_SIDE_OLD],
           now = self->text->agreed[ADREF_TEXT_SIDE_NEW];
  if (before != now)
    g_ptr_array_add(findings,
                    adref_finding_new(ADREF_CHANGE_CLASS_AGREED, g_strdup(before ? mark : ""),
                                      g_strdup(now ? mark : "")));
  const AdrefFinding *first = adref_finding_list_first(self->findings);
  if (before && first)
    g_ptr_array_add(findings, adref_finding_new(ADREF_CHANGE_CLASS_AGREED, g_strdup(first->old),
                                                g_strdup(first->new)));
}

/* Whether a clause that came or went says what it brings or takes in this class. */
static gboolean is_listed_of_whole(AdrefChangeClass class)
{
  return class == ADREF_CHANGE_CLASS_STRENGTH || class == ADREF_CHANGE_CLASS_NEGATION ||
         class == ADREF_CHANGE_CLASS_QUALIFIER || class == ADREF_CHANGE_CLASS_NUMBER ||
         class == ADREF_CHANGE_CLASS_DATE || class == ADREF_CHANGE_CLASS_NAME;
}

/* Lists the phrases of a clause that came or went, each once. */
static void report_phrases(AdrefClauseComparer *self, const AdrefNode *clause)
{
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(AdrefPlacedFinding));
  g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  AdrefChangeGroup group;
  start_groups(self, clause);
  while (adref_change_groups_next(&self->groups, &group))
    adref_phrase_pairs_report(&self->phrases, self->targets, &group, self->reported, found);
  for (guint i = 0; i < found->len; i++) {
    const AdrefPlacedFinding *placed = &g_array_index(found, AdrefPlacedFinding, i);
    AdrefFinding *finding = placed->finding;
    char *key = g_strdup_printf("%u %s|%s", (guint)finding->class, finding->old, finding->new);
    gboolean is_new = g_hash_table_add(known, key);
    if (is_new && is_listed_of_whole(finding->class) && self->findings->len < MOST_OF_WHOLE)
      g_array_append_val(self->findings, *placed);
    else
      adref_finding_free(finding);
  }
}

static void find_in_whole(AdrefClauseComparer *self, const AdrefNode *clause)
{
  report_phrases(self, clause);
  gsize start, end;
  const GString *words = self->text->words[ADREF_TEXT_SIDE_NEW];
  const char *language = adref_phrase_trie_language(self->phrases.scanner->phrases);
  if (clause->as.clause->change->type != ADREF_CHANGE_ADDED ||
      !adref_hidden_find(words->str, words->len, language, &start, &end))
    return;
  g_autofree char *escaped = adref_hidden_escape(words->str + start, end - start, language, FALSE);
  adref_finding_list_add(self->findings, ADREF_CHANGE_CLASS_HIDDEN, 0, 0, g_strdup(""),
                         adref_quote(escaped, strlen(escaped)));
}

void adref_clause_comparer_compare(AdrefClauseComparer *self, const AdrefNode *clause,
                                   GPtrArray *findings)
{
  adref_clause_text_read(self->text, clause);
  compare_groups(self, clause);
  report_structural_changes(self);
  adref_finding_list_sort(self->findings);
  adref_joined_findings_join(self->findings, self->text->words[ADREF_TEXT_SIDE_NEW],
                             adref_phrase_trie_language(self->phrases.scanner->phrases));
  add_agreed(self, clause, findings);
  adref_finding_list_move(self->findings, findings);
}

void adref_clause_comparer_find_hidden(AdrefClauseComparer *self, const AdrefNode *clause,
                                       GPtrArray *findings)
{
  adref_clause_text_read(self->text, clause);
  report_structural_changes(self);
  find_in_whole(self, clause);
  adref_finding_list_sort(self->findings);
  add_agreed(self, clause, findings);
  adref_finding_list_move(self->findings, findings);
}
