#include "review/lost_names.h"

#include <string.h>

#include "language/contrary_words.h"
#include "language/party_mention.h"
#include "review/number_differences.h"

enum {
  FEWEST = 2,        /* parties of a list */
  FEWEST_PROVEN = 3, /* of one that proves something: two may be "they" elsewhere */
};

/* The index behind the list that begins with the name `from`. */
static guint end_of_list(const AdrefLanguageNumbers *numbers, guint from)
{
  guint i = from + 1;
  for (; i < numbers->names->len; i++) {
    const AdrefLanguageName *before = &g_array_index(numbers->names, AdrefLanguageName, i - 1);
    const AdrefLanguageName *name = &g_array_index(numbers->names, AdrefLanguageName, i);
    if (!adref_party_mention_is_joint(numbers->text, before->end, name->start))
      break;
  }
  return i;
}

static gboolean names(const AdrefLanguageNumbers *numbers, const char *party)
{
  for (guint i = 0; i < numbers->names->len; i++)
    if (strcmp(g_array_index(numbers->names, AdrefLanguageName, i).party, party) == 0)
      return TRUE;
  return FALSE;
}

/* The parties of a list that the other text does not mean; NULL: it means all, or too few for it to
 * be the same list. Caller unrefs. */
static GPtrArray *lost_of_list(const AdrefLanguageNumbers *numbers, guint from, guint to,
                               const AdrefLanguageNumbers *other)
{
  g_autoptr(GPtrArray) lost = g_ptr_array_new();
  for (guint i = from; i < to; i++) {
    const char *party = g_array_index(numbers->names, AdrefLanguageName, i).party;
    if (!names(other, party) &&
        !adref_party_mention_is_possible(other->text, other->parties, party))
      g_ptr_array_add(lost, (char *)(guintptr)party);
  }
  guint kept = to - from - lost->len;
  gboolean is_list = lost->len > 0 && kept >= lost->len;
  gboolean is_pair = to - from < FEWEST_PROVEN &&
                     adref_contrary_words_may_mean_both(other->language, other->folded);
  return is_list && !is_pair ? g_steal_pointer(&lost) : NULL;
}

/* "THA, MNG"; *proven is cleared where their names are not known in all languages. Caller frees. */
static char *join(const GPtrArray *parties, gboolean *proven)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < parties->len; i++) {
    const char *party = parties->pdata[i];
    g_string_append_printf(out, "%s%s", i > 0 ? ", " : "", party);
    *proven = *proven && adref_party_mention_is_known(party);
  }
  return g_string_free(out, FALSE);
}

static void add(GPtrArray *out, const GPtrArray *lost, gboolean proven, gboolean exchanged)
{
  char *parties = join(lost, &proven);
  AdrefNumberDifference *difference = g_new0(AdrefNumberDifference, 1);
  difference->type = proven ? ADREF_NUMBER_DIFFERENCE_VALUE : ADREF_NUMBER_DIFFERENCE_UNREAD;
  *(exchanged ? &difference->second : &difference->first) = parties;
  g_ptr_array_add(out, difference);
}

/* The first list of `one` that `other` has with fewer parties. */
static gboolean add_lost(const AdrefLanguageNumbers *one, const AdrefLanguageNumbers *other,
                         gboolean exchanged, GPtrArray *out)
{
  for (guint from = 0; from < one->names->len;) {
    guint to = end_of_list(one, from);
    g_autoptr(GPtrArray) lost = to - from >= FEWEST ? lost_of_list(one, from, to, other) : NULL;
    if (lost) {
      add(out, lost, to - from >= FEWEST_PROVEN, exchanged);
      return TRUE;
    }
    from = to;
  }
  return FALSE;
}

void adref_lost_names_add(const AdrefLanguageNumbers *first, const AdrefLanguageNumbers *second,
                          GPtrArray *out)
{
  if (!first->text || !second->text || !first->parties || !second->parties)
    return;
  if (!add_lost(first, second, FALSE, out))
    add_lost(second, first, TRUE, out);
}
