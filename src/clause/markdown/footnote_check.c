#include "clause/markdown/footnote_check.h"

#include "base/error.h"

/* Whether a FOOTNOTE is the mark of a text, not one that calls it. */
static gboolean begins_text(const AdrefNode *mark)
{
  const AdrefNode *block = mark->parent;
  return !mark->prev && !block->prev && block->parent && block->parent->type == ADREF_FOOTNOTE_TEXT;
}

static void add_mark(GHashTable *texts, GHashTable *calls, const AdrefNode *mark,
                     GPtrArray *problems)
{
  if (!begins_text(mark))
    g_hash_table_add(calls, mark->text);
  else if (!g_hash_table_add(texts, mark->text))
    adref_problem(problems, mark->line, mark->column,
                  "a second text of the footnote [^%s]; give each footnote its own label",
                  mark->text);
}

static void report_alone(GHashTable *texts, GHashTable *calls, const AdrefNode *mark,
                         GPtrArray *problems)
{
  gboolean is_text = begins_text(mark);
  if (g_hash_table_contains(is_text ? calls : texts, mark->text))
    return;
  if (is_text)
    adref_problem(
        problems, mark->line, mark->column,
        "nothing calls the footnote [^%s]; put [^%s] behind the words to which it belongs",
        mark->text, mark->text);
  else
    adref_problem(problems, mark->line, mark->column,
                  "the footnote [^%s] has no text; write it in a paragraph that begins with "
                  "\"[^%s]: \"",
                  mark->text, mark->text);
}

void adref_footnote_check(const AdrefNode *document, GPtrArray *problems)
{
  g_autoptr(GPtrArray) marks = g_ptr_array_new();
  AdrefWalk walk = adref_walk(document);
  while (problems && adref_walk_next(&walk))
    if (walk.entering && walk.node->type == ADREF_FOOTNOTE)
      g_ptr_array_add(marks, walk.node);
  g_autoptr(GHashTable) texts = g_hash_table_new(g_str_hash, g_str_equal),
                        calls = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < marks->len; i++)
    add_mark(texts, calls, marks->pdata[i], problems);
  for (guint i = 0; i < marks->len; i++)
    report_alone(texts, calls, marks->pdata[i], problems);
}

const char *adref_footnote_label(const AdrefNode *text)
{
  const AdrefNode *paragraph = text && text->type == ADREF_FOOTNOTE_TEXT ? text->first : NULL;
  const AdrefNode *mark = paragraph && paragraph->type == ADREF_PARAGRAPH ? paragraph->first : NULL;
  return mark && mark->type == ADREF_FOOTNOTE ? mark->text : NULL;
}
