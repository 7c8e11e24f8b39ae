#include "review/check/check_headings.h"

#include <string.h>

static const AdrefNode *heading_of(const AdrefNode *clause)
{
  return clause->first && clause->first->type == ADREF_HEADING ? clause->first : NULL;
}

/* Whether nothing but its heading stands in a clause. */
static gboolean is_heading_only(const AdrefNode *clause)
{
  const AdrefNode *heading = heading_of(clause);
  if (!heading)
    return FALSE;
  for (const AdrefNode *block = heading->next; block; block = block->next)
    if (block->type != ADREF_COMMENT && block->type != ADREF_NOTE)
      return FALSE;
  return TRUE;
}

/* A title of the whole text may stand alone, and so may a text of headings only. */
static void check_below(AdrefCheckText *text, const AdrefNode *clause)
{
  const AdrefNode *heading = heading_of(clause), *next = clause->next;
  if (!heading || !is_heading_only(clause) || !clause->prev)
    return;
  const AdrefNode *following = next ? heading_of(next) : NULL;
  if (next && (!following || following->as.level > heading->as.level))
    return;
  const AdrefNode *placed = adref_node_placed(heading);
  adref_check_add_at(text, "integrity/empty-heading", clause, placed->line, placed->column,
                     "nothing stands below the heading");
}

/* A heading two levels or more below the one before it: the one between is lost, or a # is one too
 * many. */
static void check_level(AdrefCheckText *text, const AdrefNode *clause, guint *before)
{
  const AdrefNode *heading = heading_of(clause);
  if (!heading)
    return;
  const AdrefNode *placed = adref_node_placed(heading);
  if (*before > 0 && heading->as.level > *before + 1)
    adref_check_add_at(text, "integrity/heading-level", clause, placed->line, placed->column,
                       "a heading of level %u stands below one of level %u", heading->as.level,
                       *before);
  *before = heading->as.level;
}

/* The same words twice below one heading of a higher level. */
static void check_twice(AdrefCheckText *text, const AdrefNode *clause, GHashTable *levels[7])
{
  const AdrefNode *heading = heading_of(clause);
  if (!heading || heading->as.level > 6)
    return;
  for (guint level = heading->as.level + 1; level <= 6; level++)
    g_hash_table_remove_all(levels[level]);
  char *words = adref_node_words(heading);
  const AdrefNode *placed = adref_node_placed(heading);
  gpointer line = g_hash_table_lookup(levels[heading->as.level], words);
  if (line && *words)
    adref_check_add_at(text, "integrity/heading-twice", clause, placed->line, placed->column,
                       "the same heading stands on line %u already", GPOINTER_TO_UINT(line));
  g_hash_table_insert(levels[heading->as.level], words, GUINT_TO_POINTER(MAX(placed->line, 1)));
}

/* The words of a paragraph that is bold as a whole and no sentence: a heading to its readers. NULL:
 * it is none. Caller frees. */
static char *bold_heading(const AdrefNode *clause)
{
  const AdrefNode *block = clause->first, *bold = block ? block->first : NULL;
  if (!block || block->type != ADREF_PARAGRAPH || !bold || bold->type != ADREF_STRONG || bold->next)
    return NULL;
  char *words = g_strstrip(adref_node_words(block));
  gsize length = strlen(words);
  if (length > 0 && !strchr(".;:,!?", words[length - 1]))
    return words;
  g_free(words);
  return NULL;
}

/* The same bold words twice below one heading. */
static void check_bold(AdrefCheckText *text, const AdrefNode *clause, GHashTable *bold)
{
  if (heading_of(clause))
    g_hash_table_remove_all(bold);
  char *words = bold_heading(clause);
  if (!words)
    return;
  const AdrefNode *placed = adref_node_placed(clause->first);
  gpointer line = g_hash_table_lookup(bold, words);
  if (line)
    adref_check_add_at(text, "integrity/heading-twice", clause, placed->line, placed->column,
                       "the same heading stands on line %u already", GPOINTER_TO_UINT(line));
  g_hash_table_insert(bold, words, GUINT_TO_POINTER(MAX(placed->line, 1)));
}

/* "A. Trade", "II. Health": headings of two levels may be bold both. */
static gboolean is_labelled(const char *words)
{
  gsize label = strspn(words, "(ABCDEFGHIVX0123456789");
  return label > 0 && label <= 5 && words[label] && strchr(".):", words[label]);
}

/* Whether a line in bold stands directly above another one. */
static gboolean is_bold_above_bold(const AdrefNode *clause)
{
  g_autofree char *words = clause->prev ? bold_heading(clause) : NULL;
  g_autofree char *next = words && clause->next ? bold_heading(clause->next) : NULL;
  g_autofree char *before = next ? bold_heading(clause->prev) : NULL;
  return next && !before && !is_labelled(words) && !clause->first->next &&
         clause->first->first->first->type == ADREF_TEXT;
}

/* Of several bold lines that stand alone one stands above another: its text is gone. Where there
 * are more, the text has headings of two levels. */
static void check_below_bold(AdrefCheckText *text)
{
  enum {
    MIN_HEADINGS = 4
  };
  const AdrefNode *found = NULL;
  guint headings = 0, above = 0;
  for (const AdrefNode *clause = text->source.document->first; clause; clause = clause->next) {
    g_autofree char *words = bold_heading(clause);
    headings += words ? 1 : 0;
    if (!words || !is_bold_above_bold(clause))
      continue;
    above++;
    found = clause;
  }
  if (headings < MIN_HEADINGS || above != 1)
    return;
  const AdrefNode *placed = adref_node_placed(found->first);
  adref_check_add_at(text, "integrity/empty-heading", found, placed->line, placed->column,
                     "nothing stands below the words in bold, which look like a heading");
}

static void check_empty(AdrefCheckText *text, const AdrefNode *clause)
{
  if (clause->first || clause->as.clause->kind == ADREF_PLAIN)
    return;
  adref_check_add_at(text, "integrity/empty-clause", clause, clause->line, clause->column,
                     "the clause has no words");
}

void adref_check_headings(AdrefCheckText *text)
{
  g_autoptr(GHashTable) bold = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  GHashTable *levels[7];
  guint level = 0;
  for (guint i = 0; i < G_N_ELEMENTS(levels); i++)
    levels[i] = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const AdrefNode *clause = text->source.document->first; clause; clause = clause->next) {
    check_below(text, clause);
    check_level(text, clause, &level);
    check_twice(text, clause, levels);
    check_bold(text, clause, bold);
    check_empty(text, clause);
  }
  check_below_bold(text);
  for (guint i = 0; i < G_N_ELEMENTS(levels); i++)
    g_hash_table_unref(levels[i]);
}
