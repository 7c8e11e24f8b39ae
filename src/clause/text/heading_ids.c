#include "clause/text/heading_ids.h"

#include <string.h>

enum {
  MAX_LETTERS = 20, /* of an id that is made from words */
};

static gboolean is_heading(const AdrefNode *clause)
{
  return clause->as.clause->kind == ADREF_TITLE && clause->first &&
         clause->first->type == ADREF_HEADING;
}

static GPtrArray *headings_of(const AdrefNode *document)
{
  GPtrArray *headings = g_ptr_array_new();
  for (AdrefNode *clause = document->first; clause; clause = clause->next)
    if (is_heading(clause))
      g_ptr_array_add(headings, clause);
  return headings;
}

static guint level_of(const AdrefNode *clause)
{
  return clause->first->as.level;
}

/* Cuts the id at the last whole word. */
static void cut(GString *id)
{
  if (id->len > MAX_LETTERS) {
    gboolean is_whole = id->str[MAX_LETTERS] == '-';
    g_string_truncate(id, MAX_LETTERS);
    const char *last = is_whole ? NULL : strrchr(id->str, '-');
    if (last)
      g_string_truncate(id, (gsize)(last - id->str));
  }
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate(id, id->len - 1);
}

/* "part-two-security"; "" when no Latin letter is in the words. Caller frees. */
static char *letters_of(const AdrefNode *clause)
{
  g_autofree char *words = adref_node_words(clause);
  g_autofree char *latin = g_str_to_ascii(words, "C");
  GString *id = g_string_new(NULL);
  gboolean has_letter = FALSE;
  for (const char *at = latin; *at; at++) {
    if (g_ascii_isalnum(*at)) {
      g_string_append_c(id, g_ascii_tolower(*at));
      has_letter = has_letter || g_ascii_isalpha(*at);
    } else if (id->len > 0 && id->str[id->len - 1] != '-' && *at != '\'' && *at != '?') {
      g_string_append_c(id, '-');
    }
  }
  cut(id);
  if (!has_letter)
    g_string_truncate(id, 0);
  return g_string_free(id, FALSE);
}

/* `numbers` has the last number that was tried behind each base, so that many headings with the
 * same words take linear time. */
static char *make_id(const AdrefNode *clause, gboolean is_title, GHashTable *taken,
                     GHashTable *numbers)
{
  g_autofree char *letters = is_title ? g_strdup("title") : letters_of(clause);
  const char *base = *letters ? letters : "heading";
  guint n = GPOINTER_TO_UINT(g_hash_table_lookup(numbers, base));
  char *id = g_strdup(base);
  for (n = MAX(n, 1); g_hash_table_contains(taken, id);) {
    g_free(id);
    id = g_strdup_printf("%s-%u", base, ++n);
  }
  g_hash_table_insert(numbers, g_strdup(base), GUINT_TO_POINTER(n));
  return id;
}

static guint give_own(AdrefNode *document)
{
  g_autoptr(GPtrArray) headings = headings_of(document);
  g_autoptr(GHashTable) taken = adref_clause_ids(document);
  g_autoptr(GHashTable) numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  gboolean has_title = FALSE;
  guint count = 0;
  for (guint i = 0; i < headings->len; i++) {
    AdrefNode *clause = headings->pdata[i];
    gboolean is_title = level_of(clause) == 1 && !has_title;
    has_title = has_title || is_title;
    if (clause->as.clause->id)
      continue;
    clause->as.clause->id = make_id(clause, is_title, taken, numbers);
    g_hash_table_add(taken, clause->as.clause->id);
    count++;
  }
  return count;
}

static gboolean have_same_levels(const GPtrArray *a, const GPtrArray *b)
{
  for (guint i = 0; i < MIN(a->len, b->len); i++)
    if (level_of(a->pdata[i]) != level_of(b->pdata[i]))
      return FALSE;
  return a->len == b->len;
}

static guint give_same(AdrefNode *document, const AdrefNode *rolling)
{
  g_autoptr(GPtrArray) headings = headings_of(document), models = headings_of(rolling);
  g_autoptr(GHashTable) taken = adref_clause_ids(document);
  guint count = 0;
  for (guint i = 0; have_same_levels(headings, models) && i < headings->len; i++) {
    AdrefClause *facts = ((AdrefNode *)headings->pdata[i])->as.clause;
    const char *id = ((const AdrefNode *)models->pdata[i])->as.clause->id;
    if (facts->id || !id || g_hash_table_contains(taken, id))
      continue;
    facts->id = g_strdup(id);
    g_hash_table_add(taken, facts->id);
    count++;
  }
  return count;
}

guint adref_heading_ids_give(AdrefNode *document, const AdrefNode *rolling)
{
  return rolling ? give_same(document, rolling) : give_own(document);
}
