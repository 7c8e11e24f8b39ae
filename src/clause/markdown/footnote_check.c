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

/* What is said of a mark without its text. Caller frees. */
static char *lacks_text(const char *label)
{
  return g_strdup_printf("the footnote [^%s] has no text; write it in a paragraph that begins with "
                         "\"[^%s]: \"",
                         label, label);
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
  if (is_text)
    return;
  g_autofree char *message = lacks_text(mark->text);
  adref_problem(problems, mark->line, mark->column, "%s", message);
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

void adref_footnote_check_part(GPtrArray *problems, const AdrefNode *whole)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  AdrefWalk walk = adref_walk(whole);
  while (adref_walk_next(&walk)) {
    const char *label = walk.entering ? adref_footnote_label(walk.node) : NULL;
    if (label)
      g_hash_table_add(known, lacks_text(label));
  }
  for (guint i = problems->len; i-- > 0;) {
    const AdrefProblem *problem = problems->pdata[i];
    if (g_hash_table_contains(known, problem->message))
      g_ptr_array_remove_index(problems, i);
  }
}

const char *adref_footnote_label(const AdrefNode *text)
{
  const AdrefNode *paragraph = text && text->type == ADREF_FOOTNOTE_TEXT ? text->first : NULL;
  const AdrefNode *mark = paragraph && paragraph->type == ADREF_PARAGRAPH ? paragraph->first : NULL;
  return mark && mark->type == ADREF_FOOTNOTE ? mark->text : NULL;
}
