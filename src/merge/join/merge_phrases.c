#include "merge/join/merge_phrases.h"

#include "merge/join/merge_scopes.h"

/* The words of the result, and where each group begins and ends among them. */
typedef struct {
  GArray *words;        /* of AdrefMergeWord */
  guint *starts, *ends; /* by group */
} Result;

static GBytes *key_of(const AdrefMergeWords *words, const AdrefMergePhrase *phrase)
{
  g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(guint));
  for (guint i = phrase->first; i < phrase->after; i++)
    g_array_append_val(ids, words->words[i].id);
  return g_bytes_new(ids->data, ids->len * sizeof(guint));
}

static void add_phrases(GHashTable *known, const AdrefMergeWords *words)
{
  for (guint i = 0; i < words->phrases->len; i++)
    g_hash_table_add(known, key_of(words, &g_array_index(words->phrases, AdrefMergePhrase, i)));
}

static GHashTable *known_phrases(const AdrefMergeGroups *groups)
{
  GHashTable *known =
      g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  add_phrases(known, groups->base);
  for (guint s = 0; s < groups->count; s++)
    if (groups->sides[s])
      add_phrases(known, groups->sides[s]);
  return known;
}

static void add_words(Result *self, const AdrefMergeWords *words, guint from, guint to)
{
  if (to > from)
    g_array_append_vals(self->words, words->words + from, to - from);
}

/* A bracket is a node that divides phrases; any node does for that. */
static void add_bracket(Result *self, const AdrefMergeWords *base)
{
  AdrefMergeWord bracket = {.node = base->length > 0 ? base->words[0].node : NULL,
                            .type = ADREF_TOKEN_ATOM,
                            .spaced = TRUE};
  g_array_append_val(self->words, bracket);
}

static void result_init(Result *self, const AdrefMergeGroups *groups)
{
  guint count = groups->groups->len, at = 0;
  self->words = g_array_new(FALSE, FALSE, sizeof(AdrefMergeWord));
  self->starts = g_new(guint, count + 1);
  self->ends = g_new(guint, count + 1);
  for (guint i = 0; i < count; i++) {
    const AdrefMergeGroup *group = &g_array_index(groups->groups, AdrefMergeGroup, i);
    const AdrefMergeSpan *span = &g_array_index(group->spans, AdrefMergeSpan, 0);
    add_words(self, groups->base, at, group->start);
    self->starts[i] = self->words->len;
    if (adref_merge_groups_is_bracket(groups, group))
      add_bracket(self, groups->base);
    else
      add_words(self, span->words, span->from, span->to);
    self->ends[i] = self->words->len;
    at = group->end;
  }
  add_words(self, groups->base, at, groups->base->length);
}

static void result_clear(Result *self)
{
  g_array_unref(self->words);
  g_free(self->starts);
  g_free(self->ends);
}

/* Whether names of several sides only stand side by side, with no word that both names have. */
static gboolean are_neighbours(const Result *result, const AdrefMergePhrase *phrase, guint first,
                               guint last)
{
  if (!phrase->guessed)
    return FALSE;
  for (guint i = first; i < last; i++)
    if (result->ends[i] != result->starts[i + 1])
      return FALSE;
  return TRUE;
}

/* Joins the groups that made a phrase; FALSE: fewer than two did. */
static gboolean join_around(AdrefMergeGroups *groups, const Result *result,
                            const AdrefMergePhrase *phrase)
{
  guint first = G_MAXUINT, last = 0;
  for (guint i = 0; i < groups->groups->len; i++) {
    if (result->ends[i] < phrase->first || result->starts[i] > phrase->after)
      continue;
    first = MIN(first, i);
    last = i;
  }
  if (first >= last || are_neighbours(result, phrase, first, last))
    return FALSE;
  adref_merge_groups_join(groups, first, last);
  adref_merge_groups_settle(groups);
  return TRUE;
}

/* Whether some groups were joined, so that the result is another one. */
static gboolean keep_once(AdrefMergeWordReader *reader, AdrefMergeGroups *groups, GHashTable *known)
{
  Result result;
  result_init(&result, groups);
  AdrefMergeWords *words = adref_merge_words_join(reader, result.words);
  gboolean joined = FALSE;
  for (guint i = 0; i < words->phrases->len && !joined; i++) {
    const AdrefMergePhrase *phrase = &g_array_index(words->phrases, AdrefMergePhrase, i);
    g_autoptr(GBytes) key = key_of(words, phrase);
    if (!phrase->several && !g_hash_table_contains(known, key))
      joined = join_around(groups, &result, phrase);
  }
  adref_merge_words_free(words);
  result_clear(&result);
  return joined;
}

/* Whether words of two sides are taken. */
static gboolean has_two_sides(const AdrefMergeGroups *groups)
{
  guint count = 0;
  for (guint s = 0; s < groups->count; s++)
    count += groups->sides[s] != NULL;
  return count > 1;
}

void adref_merge_phrases_keep(AdrefMergeWordReader *reader, AdrefMergeGroups *groups)
{
  if (groups->all_bracketed || groups->groups->len < 2 || !has_two_sides(groups))
    return;
  g_autoptr(GHashTable) known = known_phrases(groups);
  adref_merge_scopes_keep(groups);
  while (keep_once(reader, groups, known))
    adref_merge_scopes_keep(groups);
}
