#include "view/review.h"

#include <string.h>

#include "language/word_table.h"
#include "view/parallel_texts.h"
#include "view/redline.h"
#include "view/summary.h"

/* "strength, date" in the words of the page. Caller frees. */
static char *own_classes(const char *classes, const AdrefPageWords *words)
{
  g_auto(GStrv) names = g_strsplit(classes, ", ", -1);
  for (char **name = names; *name; name++)
    for (guint i = 0; i < ADREF_CHANGE_CLASSES; i++) {
      AdrefPageWord word = adref_summary_class_title((AdrefChangeClass)i);
      if (adref_page_words_has(words, word) &&
          strcmp(*name, adref_change_class_word((AdrefChangeClass)i)) == 0) {
        g_free(*name);
        *name = g_strdup(adref_page_words_get(words, word));
      }
    }
  return g_strjoinv(", ", names);
}

char *adref_review_title(const AdrefReviewOptions *review, const AdrefPageWords *words)
{
  const char *language = review->options->language ? review->options->language : "en";
  const AdrefPageWords *own = adref_page_words_language(words, language) ? words : NULL;
  g_autofree char *gaps = adref_word_table_gaps(language);
  g_autofree char *title = adref_page_words_fill(words, ADREF_PAGE_WORD_REDLINE, "old", review->old,
                                                 "new", review->new, NULL);
  if (!gaps)
    return g_steal_pointer(&title);
  g_autofree char *name = adref_parallel_texts_language_in(language, own ? language : "en");
  g_autofree char *classes = own_classes(gaps, own);
  return adref_page_words_fill(words, ADREF_PAGE_WORD_REDLINE_GAPS, "title", title, "language",
                               name, "classes", classes, NULL);
}

char *adref_review_origin(const AdrefReviewOptions *review, gboolean old,
                          const AdrefPageWords *words)
{
  const char *name = old ? review->old : review->new;
  const char *origin = old ? review->old_origin : review->new_origin;
  return origin
             ? adref_page_words_fill(words,
                                     old ? ADREF_PAGE_WORD_ORIGIN_OLD : ADREF_PAGE_WORD_ORIGIN_NEW,
                                     "name", name, "origin", origin, NULL)
             : NULL;
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

/* "12" or "12 to 15"; *several becomes whether there is more than one. Caller frees. */
static char *range_of(const AdrefReviewFold *fold, gboolean old, const AdrefPageWords *words,
                      gboolean *several)
{
  const char *none = adref_page_words_get(words, ADREF_PAGE_WORD_NONE);
  g_autofree char *from = adref_redline_number(fold->from, old, FALSE);
  g_autofree char *to = adref_redline_number(fold->to, old, TRUE);
  *several = fold->renumbered > 1 || g_strcmp0(from, to) != 0;
  return *several ? adref_page_words_fill(words, ADREF_PAGE_WORD_RANGE, "from", from ? from : none,
                                          "to", to ? to : none, NULL)
                  : g_strdup(from ? from : none);
}

static gboolean has_number(const AdrefNode *clause, gboolean old)
{
  g_autofree char *number = adref_redline_number(clause, old, TRUE);
  return number != NULL;
}

/* "5 to 9 were 4 to 8", "PP1 to 2: had no number", "4 to 8 → none". Caller frees. */
static char *renumbered_words(const AdrefReviewFold *fold, const AdrefPageWords *words)
{
  gboolean several, was_several;
  g_autofree char *new = range_of(fold, FALSE, words, &several);
  g_autofree char *old = range_of(fold, TRUE, words, &was_several);
  if (!has_number(fold->from, TRUE) && !has_number(fold->to, TRUE))
    return g_strdup_printf("%s: %s", new, adref_page_words_get(words, ADREF_PAGE_WORD_WAS_NONE));
  if (!has_number(fold->from, FALSE) && !has_number(fold->to, FALSE))
    return g_strdup_printf("%s → %s", old, adref_page_words_get(words, ADREF_PAGE_WORD_NONE));
  return adref_page_words_fill(words,
                               several ? ADREF_PAGE_WORD_FOLD_WERE : ADREF_PAGE_WORD_FOLD_WAS,
                               "new", new, "old", old, NULL);
}

gboolean adref_review_fold_is_own(const AdrefPageWords *words)
{
  return adref_page_words_has(words, ADREF_PAGE_WORD_FOLD);
}

static void add_words(char **fold, char *words, const AdrefPageWords *table)
{
  g_autofree char *added = words, *before = *fold;
  *fold = *before ? adref_page_words_fill(table, ADREF_PAGE_WORD_THEN, "one", before, "two", added,
                                          NULL)
                  : g_steal_pointer(&added);
}

char *adref_review_fold_words(const AdrefReviewFold *fold, const AdrefPageWords *table)
{
  char *words = g_strdup("");
  if (fold->unchanged > 0)
    add_words(&words,
              adref_page_words_count(
                  table, fold->unchanged == 1 ? ADREF_PAGE_WORD_FOLD_ONE : ADREF_PAGE_WORD_FOLD,
                  fold->unchanged),
              table);
  else if (fold->headings > 0)
    add_words(&words,
              adref_page_words_count(table,
                                     fold->headings == 1 ? ADREF_PAGE_WORD_FOLD_HEADING
                                                         : ADREF_PAGE_WORD_FOLD_HEADINGS,
                                     fold->headings),
              table);
  if (fold->renumbered > 0)
    add_words(&words, renumbered_words(fold, table), table);
  if (fold->inside > 0)
    add_words(&words, adref_page_words_count(table, ADREF_PAGE_WORD_FOLD_INSIDE, fold->inside),
              table);
  if (fold->other > 0)
    add_words(&words, adref_page_words_count(table, ADREF_PAGE_WORD_FOLD_OTHER, fold->other),
              table);
  return words;
}

/* The name of a clause without number and id is its words. */
static gboolean is_named_by_words(const AdrefNode *clause)
{
  g_autofree char *name = adref_redline_name(clause, NULL);
  return name[0] == '"';
}

char *adref_review_entry_words(const AdrefSummaryGroup *group, const AdrefSummaryEntry *entry,
                               const AdrefPageWords *words)
{
  if (group->type == ADREF_CHANGE_MOVED)
    return adref_redline_move(entry->clause, words);
  g_autofree char *counts = adref_redline_word_counts(entry->clause, words);
  if (group->type == ADREF_CHANGE_MODIFIED && *counts)
    return g_steal_pointer(&counts);
  if (is_named_by_words(entry->clause))
    return g_strdup("");
  return adref_redline_first_words(entry->clause, words);
}

/* page_words.h has these words in the same order. */
G_STATIC_ASSERT(ADREF_PAGE_WORD_ALTERNATIVES_JOINED - ADREF_PAGE_WORD_WEAKENED ==
                ADREF_SHIFT_ALTERNATIVES_JOINED - ADREF_SHIFT_WEAKER);

const char *adref_review_shift(AdrefShift shift, const AdrefPageWords *words, gboolean *is_own)
{
  AdrefPageWord word = (AdrefPageWord)(ADREF_PAGE_WORD_WEAKENED + (shift - ADREF_SHIFT_WEAKER));
  *is_own = shift >= ADREF_SHIFT_WEAKER && shift <= ADREF_SHIFT_ALTERNATIVES_JOINED &&
            adref_page_words_has(words, word);
  return *is_own ? adref_page_words_get(words, word) : adref_shift_word(shift);
}

/* "Added 3, Deleted 1" in the words of the page. */
static char *own_counts(const AdrefRedlineCounts *counts, const AdrefPageWords *words)
{
  const guint all[] = {counts->added,     counts->deleted,    counts->modified,
                       counts->moved,     counts->split,      counts->joined,
                       counts->editorial, counts->renumbered, counts->unchanged};
  char *text = g_strdup("");
  for (guint i = 0; i < G_N_ELEMENTS(all); i++) {
    if (all[i] == 0)
      continue;
    const char *name = adref_page_words_get(words, (AdrefPageWord)(ADREF_PAGE_WORD_ADDED + i));
    g_autofree char *one = g_strdup_printf("%s %u", name, all[i]);
    g_autofree char *before = text;
    text = *before
               ? adref_page_words_fill(words, ADREF_PAGE_WORD_BOTH, "one", before, "two", one, NULL)
               : g_strdup(one);
  }
  return text;
}

static char *own_totals(const AdrefRedlineCounts *counts, const AdrefPageWords *words)
{
  g_autofree char *deleted = g_strdup_printf("%u", counts->words_deleted),
                  *inserted = g_strdup_printf("%u", counts->words_inserted),
                  *old = g_strdup_printf("%u", counts->brackets_old),
                  *new = g_strdup_printf("%u", counts->brackets_new);
  g_autofree char *each = own_counts(counts, words);
  g_autofree char *paragraphs =
      adref_page_words_fill(words, ADREF_PAGE_WORD_PARAGRAPHS, "counts", each, NULL);
  g_autofree char *letters = adref_page_words_fill(words, ADREF_PAGE_WORD_WORDS, "deleted", deleted,
                                                   "inserted", inserted, NULL);
  g_autofree char *brackets =
      adref_page_words_fill(words, ADREF_PAGE_WORD_BRACKETS_THEN, "old", old, "new", new, NULL);
  gboolean has_brackets = counts->brackets_old + counts->brackets_new > 0;
  return g_strconcat(paragraphs, " ", letters, has_brackets ? " " : "",
                     has_brackets ? brackets : "", NULL);
}

char *adref_review_totals(const AdrefNode *redline, const AdrefPageWords *words)
{
  AdrefRedlineCounts counts = adref_redline_count(redline);
  if (strcmp(adref_page_words_get(words, ADREF_PAGE_WORD_PARAGRAPHS),
             adref_page_words_get(NULL, ADREF_PAGE_WORD_PARAGRAPHS)) != 0)
    return own_totals(&counts, words);
  GString *totals = g_string_new(NULL);
  g_autofree char *clauses = adref_redline_counts_text(&counts);
  g_string_append_printf(totals, "Paragraphs: %s. Words: %u deleted, %u inserted.", clauses,
                         counts.words_deleted, counts.words_inserted);
  if (counts.brackets_old + counts.brackets_new > 0)
    g_string_append_printf(totals, " Open brackets: %u before, %u now.", counts.brackets_old,
                           counts.brackets_new);
  return g_string_free(totals, FALSE);
}
