#include "review/languages/lost_names.h"

#include "language/party_mention.h"
#include "language/tables/contrary_words.h"
#include "review/languages/number_differences.h"

enum {
  FEWEST = 2 /* parties of a list */
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

/* Whether the other text means each party; one that stands often is looked for once. */
typedef struct {
  const AdrefLanguageNumbers *other;
  GHashTable *meant, *lost; /* sets of parties */
} OtherText;

static OtherText other_text_new(const AdrefLanguageNumbers *other)
{
  OtherText self = {other, g_hash_table_new(g_str_hash, g_str_equal),
                    g_hash_table_new(g_str_hash, g_str_equal)};
  for (guint i = 0; i < other->names->len; i++)
    g_hash_table_add(self.meant,
                     (char *)(guintptr)g_array_index(other->names, AdrefLanguageName, i).party);
  return self;
}

static void other_text_clear(OtherText *self)
{
  g_hash_table_unref(self->meant);
  g_hash_table_unref(self->lost);
}

static gboolean means(const OtherText *self, const char *party)
{
  if (g_hash_table_contains(self->meant, party) || g_hash_table_contains(self->lost, party))
    return g_hash_table_contains(self->meant, party);
  gboolean is_meant =
      adref_party_mention_is_possible(self->other->text, self->other->parties, party);
  g_hash_table_add(is_meant ? self->meant : self->lost, (char *)(guintptr)party);
  return is_meant;
}

/* The parties of a list that the other text does not mean; NULL: it means all, or too few for it to
 * be the same list. Caller unrefs. */
static GPtrArray *lost_of_list(const AdrefLanguageNumbers *numbers, guint from, guint to,
                               const OtherText *other)
{
  g_autoptr(GPtrArray) lost = g_ptr_array_new();
  for (guint i = from; i < to; i++) {
    const char *party = g_array_index(numbers->names, AdrefLanguageName, i).party;
    if (!means(other, party))
      g_ptr_array_add(lost, (char *)(guintptr)party);
  }
  guint kept = to - from - lost->len;
  gboolean is_list = lost->len > 0 && kept >= lost->len;
  gboolean may_be_they =
      is_list && to - from == FEWEST &&
      adref_contrary_words_may_mean_both(other->other->language, other->other->folded);
  return is_list && !may_be_they ? g_steal_pointer(&lost) : NULL;
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

static void add(GPtrArray *out, const GPtrArray *lost, gboolean exchanged)
{
  gboolean proven = TRUE;
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
  OtherText text = other_text_new(other);
  gboolean is_lost = FALSE;
  for (guint from = 0, to; from < one->names->len && !is_lost; from = to) {
    to = end_of_list(one, from);
    g_autoptr(GPtrArray) lost = to - from >= FEWEST ? lost_of_list(one, from, to, &text) : NULL;
    is_lost = lost != NULL;
    if (lost)
      add(out, lost, exchanged);
  }
  other_text_clear(&text);
  return is_lost;
}

void adref_lost_names_add(const AdrefLanguageNumbers *first, const AdrefLanguageNumbers *second,
                          GPtrArray *out)
{
  if (!first->text || !second->text || !first->parties || !second->parties)
    return;
  if (!add_lost(first, second, FALSE, out))
    add_lost(second, first, TRUE, out);
}
