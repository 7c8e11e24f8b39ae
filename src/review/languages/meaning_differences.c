#include "review/languages/meaning_differences.h"

#include <string.h>

#include "language/language_tag.h"
#include "language/tables/contrary_table.h"
#include "language/tables/contrary_words.h"
#include "language/tables/heading_topics.h"
#include "language/tables/joint_words.h"
#include "review/languages/number_differences.h"

static gboolean has_deadline(const AdrefLanguageNumbers *numbers)
{
  for (guint i = 0; i < numbers->numbers->len; i++)
    if (g_strcmp0(g_array_index(numbers->numbers, AdrefLanguageNumber, i).bound, "not after") == 0)
      return TRUE;
  return FALSE;
}

static gboolean has_per_cent(const AdrefLanguageNumbers *numbers)
{
  for (guint i = 0; i < numbers->numbers->len; i++)
    if (g_strcmp0(g_array_index(numbers->numbers, AdrefLanguageNumber, i).unit, "%") == 0)
      return TRUE;
  return FALSE;
}

/* Whether a side of a difference begins with a word. */
static gboolean begins_with(const GPtrArray *differences, const char *word)
{
  for (guint i = 0; i < differences->len; i++) {
    const AdrefNumberDifference *difference = differences->pdata[i];
    if ((difference->first && g_str_has_prefix(difference->first, word)) ||
        (difference->second && g_str_has_prefix(difference->second, word)))
      return TRUE;
  }
  return FALSE;
}

static gboolean has_number(const GPtrArray *differences)
{
  for (guint i = 0; i < differences->len; i++) {
    const AdrefNumberDifference *difference = differences->pdata[i];
    if ((difference->first && strpbrk(difference->first, "0123456789")) ||
        (difference->second && strpbrk(difference->second, "0123456789")))
      return TRUE;
  }
  return FALSE;
}

/* The subjects, a bit each, in which what differs was found by the numbers. */
static guint subjects_found(const GPtrArray *differences)
{
  guint found = 0;
  if (begins_with(differences, "at "))
    found |= 1U << ADREF_CONTRARY_BOUND;
  if (begins_with(differences, "not "))
    found |= 1U << ADREF_CONTRARY_TIME;
  if (has_number(differences))
    found |= 1U << ADREF_CONTRARY_FREQUENCY | 1U << ADREF_CONTRARY_HALF;
  return found;
}

/* Caller frees. */
static char *quoted(const char *words)
{
  return words ? g_strdup_printf("\"%s\"", words) : NULL;
}

/* Words that cannot both be right, but for those whose numbers were found to differ. */
static void compare_contraries(const AdrefLanguageNumbers *first,
                               const AdrefLanguageNumbers *second, GPtrArray *out)
{
  const AdrefContraryText one = {first->language, first->folded, has_deadline(first)},
                          other = {second->language, second->folded, has_deadline(second)};
  guint left_out = subjects_found(out);
  if (!has_per_cent(first) || !has_per_cent(second))
    left_out |= 1U << ADREF_CONTRARY_CHANGE;
  g_autoptr(GPtrArray) found = adref_contrary_words_find(&one, &other, left_out);
  for (guint i = 0; i < found->len; i++) {
    const AdrefContrary *contrary = found->pdata[i];
    g_autofree char *ours = quoted(contrary->first), *theirs = quoted(contrary->second);
    adref_number_difference_add(out, ADREF_NUMBER_DIFFERENCE_VALUE, ours, theirs);
  }
}

/* Languages whose modals say nothing else: Thai สามารถ is as often a capacity as "can", and "wird"
 * is the passive voice. */
static gboolean has_plain_modals(const char *language)
{
  static const char *const languages[] = {"ja", "zh", "ko", "vi", "id",
                                          "ms", "fr", "es", "ar", "km"};
  for (gsize i = 0; i < G_N_ELEMENTS(languages); i++)
    if (adref_language_tag_matches(language, languages[i]))
      return TRUE;
  return FALSE;
}

/* Only sources whose words are known in full are compared: those in English. */
static void compare_bonds(const AdrefLanguageNumbers *first, const AdrefLanguageNumbers *second,
                          GPtrArray *out)
{
  const char *source, *translation;
  if (!adref_language_tag_matches(first->language, "en") || !has_plain_modals(second->language) ||
      !adref_clause_bonds_differ(&first->bonds, first->text, &second->bonds, &source, &translation))
    return;
  g_autofree char *ours = quoted(source), *theirs = quoted(translation);
  adref_number_difference_add(out, ADREF_NUMBER_DIFFERENCE_STRENGTH, ours, theirs);
}

static void compare_joints(const AdrefLanguageNumbers *first, const AdrefLanguageNumbers *second,
                           GPtrArray *out)
{
  const char *one, *other;
  if (!adref_joint_words_contradict(first->language, first->folded, second->language,
                                    second->folded, &one, &other))
    return;
  g_autofree char *ours = quoted(one), *theirs = quoted(other);
  adref_number_difference_add(out, ADREF_NUMBER_DIFFERENCE_UNREAD, ours, theirs);
}

void adref_meaning_differences_add(const AdrefLanguageNumbers *first,
                                   const AdrefLanguageNumbers *second, GPtrArray *out)
{
  if (!first->text || !second->text)
    return;
  compare_contraries(first, second, out);
  compare_bonds(first, second, out);
  compare_joints(first, second, out);
}

void adref_meaning_differences_add_topics(const AdrefLanguageNumbers *first,
                                          const AdrefLanguageNumbers *second, GPtrArray *out)
{
  g_autofree char *ours = NULL, *theirs = NULL;
  if (first->text && second->text &&
      adref_heading_topics_contradict(first->language, first->folded, second->language,
                                      second->folded, &ours, &theirs))
    adref_number_difference_add(out, ADREF_NUMBER_DIFFERENCE_UNREAD, ours, theirs);
}
