#include "work/import/returned_forms.h"

#include <string.h>

#include "clause/node_copy.h"
#include "view/footnote.h"
#include "work/import/import_word.h"
#include "work/import/plain_lists.h"
#include "work/import/plain_marks.h"

/* A heading may have no id: it is the same one where all its words are. */
static GHashTable *headings_by_words(const AdrefNode *document)
{
  GHashTable *headings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->as.clause->kind == ADREF_TITLE)
      g_hash_table_insert(headings, adref_node_words(clause), (gpointer)(guintptr)clause);
  return headings;
}

static void restore_heading(AdrefNode *clause, GHashTable *headings)
{
  g_autofree char *words = adref_node_words(clause);
  const AdrefNode *known = g_hash_table_lookup(headings, words);
  if (known)
    adref_plain_marks_restore(clause, known);
}

void adref_returned_forms_restore_marks(AdrefNode *made, const AdrefNode *base)
{
  g_autoptr(GHashTable) index = adref_import_clauses_by_id(base);
  g_autoptr(GHashTable) headings = headings_by_words(base);
  for (AdrefNode *clause = made->first; clause; clause = clause->next) {
    const char *id = clause->as.clause->id;
    const AdrefNode *known = id ? g_hash_table_lookup(index, id) : NULL;
    if (clause->as.clause->kind == ADREF_TITLE) {
      restore_heading(clause, headings);
    } else if (known) {
      adref_plain_lists_restore(clause, known);
      adref_plain_marks_restore(clause, known);
    }
  }
}

static void take_space(AdrefNode *clause, const AdrefNode *known)
{
  AdrefWalk walk = adref_walk(clause), other = adref_walk(known);
  while (adref_walk_next(&walk)) {
    if (!walk.entering || walk.node->type != ADREF_LIST)
      continue;
    do {
      if (!adref_walk_next(&other))
        return;
    } while (!other.entering || other.node->type != ADREF_LIST);
    walk.node->as.list.tight = other.node->as.list.tight;
  }
}

/* A program that loses the bookmarks also sets lists as it likes: they stand as close as before. */
static void restore_space(AdrefNode *made, const AdrefNode *base)
{
  g_autoptr(GHashTable) index = adref_import_clauses_by_id(base);
  for (AdrefNode *clause = made->first; clause; clause = clause->next) {
    const char *id = clause->as.clause->id;
    const AdrefNode *known = id ? g_hash_table_lookup(index, id) : NULL;
    if (known)
      take_space(clause, known);
  }
}

/* Neither has Word the marks of names of parties, nor links to what was not in the file. */
static void restore_links(AdrefNode *made, const AdrefNode *base)
{
  g_autoptr(AdrefNode) links = adref_node_copy_tree(base, ADREF_KEPT);
  g_autoptr(GPtrArray) others = g_ptr_array_new();
  AdrefWalk walk = adref_walk(links);
  while (adref_walk_next(&walk))
    if (walk.entering && adref_node_is_formatting(walk.node))
      g_ptr_array_add(others, walk.node);
  for (guint i = 0; i < others->len; i++)
    adref_node_unwrap(others->pdata[i]);
  adref_returned_forms_restore_marks(made, links);
}

/* The numbers that a page prints for footnotes -> their labels. Caller unrefs. */
static GHashTable *labels_by_number(const AdrefNode *base)
{
  GHashTable *labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(AdrefFootnotes) footnotes = adref_footnotes_new(base);
  AdrefWalk walk = adref_walk(base);
  while (footnotes && adref_walk_next(&walk)) {
    gboolean is_mark = walk.entering && walk.node->type == ADREF_FOOTNOTE;
    guint number = is_mark ? adref_footnotes_number(footnotes, walk.node) : 0;
    if (number > 0)
      g_hash_table_insert(labels, g_strdup_printf("%u", adref_footnotes_shown(footnotes, number)),
                          walk.node->text);
  }
  return labels;
}

/* Plain text has the numbers of footnotes, not their labels. */
static void restore_labels(AdrefNode *made, const AdrefNode *base)
{
  g_autoptr(GHashTable) labels = labels_by_number(base);
  AdrefWalk walk = adref_walk(made);
  while (adref_walk_next(&walk)) {
    gboolean is_mark = walk.entering && walk.node->type == ADREF_FOOTNOTE;
    const char *label = is_mark ? g_hash_table_lookup(labels, walk.node->text) : NULL;
    if (label && strcmp(label, walk.node->text) != 0)
      adref_node_take_text(walk.node, g_strdup(label), strlen(label));
  }
}

void adref_returned_forms_restore(AdrefNode *made, const AdrefNode *base,
                                  const AdrefImportFile *file)
{
  if (file->format == ADREF_INCOMING_PLAIN_TEXT) {
    restore_labels(made, base);
    adref_returned_forms_restore_marks(made, base);
  } else if (file->docx)
    restore_links(made, base);
  if (file->docx && !adref_import_word_has_bookmarks(file->docx))
    restore_space(made, base);
}
