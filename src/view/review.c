#include "view/review.h"

#include "language/word_table.h"
#include "view/parallel_texts.h"
#include "view/redline.h"

char *adref_review_title(const AdrefReviewOptions *review)
{
  const char *language = review->options->language ? review->options->language : "en";
  g_autofree char *gaps = adref_word_table_gaps(language);
  g_autofree char *name = gaps ? adref_parallel_texts_language_in_english(language) : NULL;
  g_autofree char *note =
      gaps ? g_strdup_printf(" (in %s, not judged: %s)", name, gaps) : g_strdup("");
  return g_strconcat("Redline: ", review->old, " \342\206\222 ", review->new, note, NULL);
}

char *adref_review_origin(const AdrefReviewOptions *review, gboolean old)
{
  const char *name = old ? review->old : review->new;
  const char *origin = old ? review->old_origin : review->new_origin;
  return origin ? g_strdup_printf("%s: %s (%s)", old ? "Old" : "New", name, origin) : NULL;
}

void adref_review_fold_add(AdrefReviewFold *fold, const AdrefNode *clause)
{
  if (adref_redline_is_left_out(clause))
    return;
  if (adref_redline_is_changed(clause)) {
    fold->other++;
    return;
  }
  if (clause->as.clause->kind == ADREF_TITLE) {
    fold->headings++;
    fold->heading = clause;
  } else {
    fold->unchanged++;
  }
  const AdrefChange *change = clause->as.clause->change;
  if (!adref_redline_is_renumbered(clause)) {
    fold->inside += change && !change->marker ? 1 : 0;
    return;
  }
  fold->renumbered++;
  fold->from = fold->from ? fold->from : clause;
  fold->to = clause;
}

const AdrefNode *adref_review_fold(const AdrefNode *clause, const AdrefReviewOptions *review,
                                   AdrefReviewFold *fold)
{
  *fold = (AdrefReviewFold){0};
  while (clause && !adref_summary_filter_shows(&review->only, clause)) {
    adref_review_fold_add(fold, clause);
    clause = clause->next;
  }
  return clause;
}

gboolean adref_review_fold_is_empty(const AdrefReviewFold *fold)
{
  return fold->unchanged + fold->headings + fold->other == 0;
}

/* "12" or "12 to 15"; returns whether there is more than one. */
static gboolean add_range(GString *words, const AdrefReviewFold *fold, gboolean old)
{
  g_autofree char *from = adref_redline_number(fold->from, old, FALSE);
  g_autofree char *to = adref_redline_number(fold->to, old, TRUE);
  gboolean several = fold->renumbered > 1 || g_strcmp0(from, to) != 0;
  g_string_append(words, from ? from : "none");
  if (several)
    g_string_append_printf(words, " to %s", to ? to : "none");
  return several;
}

static void add_renumbered(GString *words, const AdrefReviewFold *fold)
{
  g_string_append(words, "; ");
  gboolean several = add_range(words, fold, FALSE);
  g_string_append(words, several ? " were " : " was ");
  add_range(words, fold, TRUE);
}

char *adref_review_fold_words(const AdrefReviewFold *fold)
{
  GString *words = g_string_new(NULL);
  if (fold->unchanged > 0)
    g_string_append_printf(words, "%u paragraph%s unchanged", fold->unchanged,
                           fold->unchanged == 1 ? "" : "s");
  else if (fold->headings > 0)
    g_string_append_printf(words, "%u heading%s unchanged", fold->headings,
                           fold->headings == 1 ? "" : "s");
  if (fold->renumbered > 0)
    add_renumbered(words, fold);
  if (fold->inside > 0)
    g_string_append_printf(words, "; items numbered anew in %u", fold->inside);
  if (fold->other > 0)
    g_string_append_printf(words, "%s%u changed in other ways", words->len > 0 ? "; " : "",
                           fold->other);
  return g_string_free(words, FALSE);
}

/* The name of a clause without number and id is its words. */
static gboolean is_named_by_words(const AdrefNode *clause)
{
  g_autofree char *name = adref_redline_name(clause);
  return name[0] == '"';
}

char *adref_review_entry_words(const AdrefSummaryGroup *group, const AdrefSummaryEntry *entry)
{
  if (group->type == ADREF_CHANGE_MOVED)
    return adref_redline_move(entry->clause);
  g_autofree char *counts = adref_redline_word_counts(entry->clause);
  if (group->type == ADREF_CHANGE_MODIFIED && *counts)
    return g_steal_pointer(&counts);
  if (is_named_by_words(entry->clause))
    return g_strdup("");
  return adref_redline_first_words(entry->clause);
}

char *adref_review_totals(const AdrefNode *redline)
{
  AdrefRedlineCounts counts = adref_redline_count(redline);
  GString *totals = g_string_new(NULL);
  g_autofree char *clauses = adref_redline_counts_text(&counts);
  g_string_append_printf(totals, "Paragraphs: %s. Words: %u deleted, %u inserted.", clauses,
                         counts.words_deleted, counts.words_inserted);
  if (counts.brackets_old + counts.brackets_new > 0)
    g_string_append_printf(totals, " Open brackets: %u before, %u now.", counts.brackets_old,
                           counts.brackets_new);
  return g_string_free(totals, FALSE);
}
