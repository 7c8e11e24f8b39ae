#include "clause/text/footnote_labels.h"

#include <string.h>

#include "clause/markdown/footnote_check.h"

enum {
  MAX_DIGITS = 6 /* of a label that is counted on */
};

void adref_footnote_labels_init(AdrefFootnoteLabels *self)
{
  *self = (AdrefFootnoteLabels){g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL), 0};
}

void adref_footnote_labels_clear(AdrefFootnoteLabels *self)
{
  g_clear_pointer(&self->taken, g_hash_table_unref);
}

static gboolean is_number(const char *label)
{
  gsize digits = strspn(label, "0123456789");
  return digits > 0 && digits <= MAX_DIGITS && !label[digits];
}

static const char *add(AdrefFootnoteLabels *self, char *label)
{
  if (is_number(label))
    self->greatest = MAX(self->greatest, (guint)g_ascii_strtoull(label, NULL, 10));
  g_hash_table_add(self->taken, label);
  return label;
}

void adref_footnote_labels_find(AdrefFootnoteLabels *self, const AdrefNode *root)
{
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk))
    if (walk.entering && walk.node->type == ADREF_FOOTNOTE &&
        !g_hash_table_contains(self->taken, walk.node->text))
      add(self, g_strdup(walk.node->text));
}

const char *adref_footnote_labels_take(AdrefFootnoteLabels *self, const char *label)
{
  gboolean counts = is_number(label);
  char *free = NULL;
  for (guint i = 2; !free || g_hash_table_contains(self->taken, free); i++) {
    g_free(free);
    free = counts ? g_strdup_printf("%u", ++self->greatest) : g_strdup_printf("%s-%u", label, i);
  }
  return add(self, free);
}

void adref_footnote_labels_rename(AdrefNode *root, GHashTable *names)
{
  g_autoptr(GPtrArray) marks = adref_node_find_all(root, ADREF_FOOTNOTE);
  for (guint i = 0; i < marks->len; i++) {
    AdrefNode *mark = marks->pdata[i];
    const char *name = g_hash_table_lookup(names, mark->text);
    if (name)
      adref_node_take_text(mark, g_strdup(name), strlen(name));
  }
}

/* Adds the labels of texts of footnotes that do not stand in `part` or `old`. */
static void find_texts(GHashTable *labels, const AdrefNode *document, const AdrefNode *part,
                       const AdrefNode *old)
{
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    const char *label = walk.entering ? adref_footnote_label(walk.node) : NULL;
    if (walk.entering && (walk.node == part || walk.node == old))
      adref_walk_skip(&walk);
    else if (label)
      g_hash_table_add(labels, (gpointer)(guintptr)label);
  }
}

/* Gives the footnotes of `part` that have a label of `others` labels of their own. */
static void rename_apart(AdrefNode *part, const GPtrArray *texts, GHashTable *others,
                         AdrefFootnoteLabels *labels)
{
  g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < texts->len; i++) {
    const char *label = adref_footnote_label(texts->pdata[i]);
    if (label && g_hash_table_contains(others, label) && !g_hash_table_contains(names, label))
      g_hash_table_insert(names, g_strdup(label),
                          (gpointer)(guintptr)adref_footnote_labels_take(labels, label));
  }
  if (g_hash_table_size(names) > 0)
    adref_footnote_labels_rename(part, names);
}

void adref_footnote_labels_set_apart(AdrefNode *part, const AdrefNode *document,
                                     const AdrefNode *old)
{
  g_autoptr(GPtrArray) texts = adref_node_find_all(part, ADREF_FOOTNOTE_TEXT);
  if (texts->len == 0)
    return;
  g_autoptr(GHashTable) others = g_hash_table_new(g_str_hash, g_str_equal);
  g_auto(AdrefFootnoteLabels) labels;
  adref_footnote_labels_init(&labels);
  find_texts(others, document, part, old);
  adref_footnote_labels_find(&labels, document);
  adref_footnote_labels_find(&labels, part);
  rename_apart(part, texts, others, &labels);
}

/* The texts of footnotes below a node, by label; of several with one label the first. */
static GHashTable *texts_by_label(const AdrefNode *root)
{
  GHashTable *texts = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) all = adref_node_find_all(root, ADREF_FOOTNOTE_TEXT);
  for (guint i = 0; i < all->len; i++) {
    const char *label = adref_footnote_label(all->pdata[i]);
    if (label && !g_hash_table_contains(texts, label))
      g_hash_table_insert(texts, (gpointer)(guintptr)label, all->pdata[i]);
  }
  return texts;
}

static void take_out_same(AdrefNode *second, GHashTable *known)
{
  g_autoptr(GPtrArray) texts = adref_node_find_all(second, ADREF_FOOTNOTE_TEXT);
  for (guint i = texts->len; i-- > 0;) {
    const char *label = adref_footnote_label(texts->pdata[i]);
    const AdrefNode *other = label ? g_hash_table_lookup(known, label) : NULL;
    g_autofree char *words = other ? adref_node_words(texts->pdata[i]) : NULL;
    g_autofree char *others = other ? adref_node_words(other) : NULL;
    if (other && strcmp(words, others) == 0)
      adref_node_free(texts->pdata[i]);
  }
}

void adref_footnote_labels_join(const AdrefNode *first, AdrefNode *second)
{
  g_autoptr(GHashTable) known = texts_by_label(first);
  if (g_hash_table_size(known) == 0)
    return;
  take_out_same(second, known);
  adref_footnote_labels_set_apart(second, first, NULL);
}

void adref_footnote_labels_set_all_apart(AdrefNode *document)
{
  g_autoptr(GHashTable) before = g_hash_table_new(g_str_hash, g_str_equal);
  g_auto(AdrefFootnoteLabels) labels;
  adref_footnote_labels_init(&labels);
  adref_footnote_labels_find(&labels, document);
  for (AdrefNode *clause = document->first; clause; clause = clause->next) {
    g_autoptr(GPtrArray) texts = adref_node_find_all(clause, ADREF_FOOTNOTE_TEXT);
    rename_apart(clause, texts, before, &labels);
    for (guint i = 0; i < texts->len; i++) {
      const char *label = adref_footnote_label(texts->pdata[i]);
      if (label)
        g_hash_table_add(before, (gpointer)(guintptr)label);
    }
  }
}
