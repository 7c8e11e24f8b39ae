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
static void restore_labels(AdrefNode *made, GHashTable *labels)
{
  AdrefWalk walk = adref_walk(made);
  while (adref_walk_next(&walk)) {
    gboolean is_mark = walk.entering && walk.node->type == ADREF_FOOTNOTE;
    const char *label = is_mark ? g_hash_table_lookup(labels, walk.node->text) : NULL;
    if (label && strcmp(label, walk.node->text) != 0)
      adref_node_take_text(walk.node, g_strdup(label), strlen(label));
  }
}

/* The labels that a clause calls: a set of them. Caller unrefs. */
static GHashTable *calls_of(const AdrefNode *clause)
{
  GHashTable *calls = g_hash_table_new(g_str_hash, g_str_equal);
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->type == ADREF_FOOTNOTE)
      g_hash_table_add(calls, walk.node->text);
  return calls;
}

/* Makes a call of the first "^1" in the words that is one. The TEXT behind it; NULL: none is
 * left. */
static AdrefNode *restore_call(AdrefNode *text, GHashTable *calls, GHashTable *labels)
{
  for (const char *mark = strchr(text->text, '^'); mark; mark = strchr(mark + 1, '^')) {
    gsize before = (gsize)(mark - text->text), digits = strspn(mark + 1, "0123456789");
    g_autofree char *number = g_strndup(mark + 1, digits);
    const char *label = g_hash_table_lookup(labels, number);
    if (!label || before == 0 || g_ascii_isspace(mark[-1]) || !g_hash_table_contains(calls, label))
      continue;
    g_autofree char *rest = g_strdup(mark + 1 + digits);
    gsize length = strlen(rest);
    adref_node_insert_before(text, adref_node_new_text(ADREF_TEXT, text->text, (gssize)before));
    adref_node_insert_before(text, adref_node_new_text(ADREF_FOOTNOTE, label, -1));
    if (length == 0)
      adref_node_free(text);
    else
      adref_node_take_text(text, g_steal_pointer(&rest), length);
    return length == 0 ? NULL : text;
  }
  return NULL;
}

/* A part of plain text may lack the words of a footnote: then its call was read as words. */
static void restore_calls(AdrefNode *clause, const AdrefNode *known, GHashTable *labels)
{
  g_autoptr(GHashTable) calls = calls_of(known), there = calls_of(clause);
  g_autofree char *words = adref_node_words(known);
  g_autoptr(GPtrArray) texts = g_ptr_array_new();
  if (strchr(words, '^'))
    return;
  GHashTableIter iter;
  gpointer label;
  g_hash_table_iter_init(&iter, there);
  while (g_hash_table_iter_next(&iter, &label, NULL))
    g_hash_table_remove(calls, label);
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->type == ADREF_TEXT && strchr(walk.node->text, '^'))
      g_ptr_array_add(texts, walk.node);
  for (guint i = 0; i < texts->len; i++)
    for (AdrefNode *text = texts->pdata[i]; text;)
      text = restore_call(text, calls, labels);
}

static void restore_notes(AdrefNode *made, const AdrefNode *base)
{
  g_autoptr(GHashTable) labels = labels_by_number(base), index = adref_import_clauses_by_id(base);
  restore_labels(made, labels);
  for (AdrefNode *clause = made->first; clause; clause = clause->next) {
    const char *id = clause->as.clause->id;
    const AdrefNode *known = id ? g_hash_table_lookup(index, id) : NULL;
    if (known)
      restore_calls(clause, known, labels);
  }
}

void adref_returned_forms_restore(AdrefNode *made, const AdrefNode *base,
                                  const AdrefImportFile *file)
{
  if (file->format == ADREF_INCOMING_PLAIN_TEXT) {
    restore_notes(made, base);
    adref_returned_forms_restore_marks(made, base);
  } else if (file->docx)
    restore_links(made, base);
  if (file->docx && !adref_import_word_has_bookmarks(file->docx))
    restore_space(made, base);
}
