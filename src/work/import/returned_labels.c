#include "work/import/returned_labels.h"

#include <string.h>

#include "base/file.h"
#include "view/footnote.h"

/* How many footnotes the text calls: of two texts side by side those of the other one are behind.
 */
static guint count_called(const AdrefDocxFile *file)
{
  guint count = 0;
  for (guint i = 0; i < file->paragraphs->len; i++) {
    const AdrefDocxParagraph *paragraph = file->paragraphs->pdata[i];
    for (guint k = 0; k < paragraph->runs->len; k++)
      count = MAX(count, g_array_index(paragraph->runs, AdrefDocxRun, k).note);
  }
  return MIN(count, file->notes->len);
}

static void label_free(gpointer data)
{
  AdrefDocxNoteLabel *self = data;
  g_free(self->label);
  g_clear_pointer(&self->inner, g_hash_table_unref);
  g_clear_pointer(&self->below, g_hash_table_unref);
  g_free(self);
}

static AdrefDocxNoteLabel *new_label_of(const char *label, GHashTable *inner, GHashTable *below)
{
  AdrefDocxNoteLabel *self = g_new0(AdrefDocxNoteLabel, 1);
  self->label = g_strdup(label);
  self->inner = inner ? g_hash_table_ref(inner) : NULL;
  self->below = below ? g_hash_table_ref(below) : NULL;
  return self;
}

/* The labels that the text itself calls, each once, in their order; their marks too. */
static GPtrArray *called_marks(const AdrefNode *document, const AdrefFootnotes *footnotes,
                               GHashTable *labels)
{
  GPtrArray *marks = g_ptr_array_new();
  AdrefWalk walk = adref_walk(document);
  while (footnotes && adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (walk.entering && node->type == ADREF_FOOTNOTE_TEXT)
      adref_walk_skip(&walk);
    else if (walk.entering && node->type == ADREF_FOOTNOTE &&
             adref_footnotes_number(footnotes, node) > 0 && g_hash_table_add(labels, node->text))
      g_ptr_array_add(marks, (gpointer)(guintptr)node);
  }
  return marks;
}

/* Adds the footnotes that the words of one call and the text does not: number -> label. */
static void add_inner(const AdrefFootnotes *footnotes, guint number, GHashTable *called,
                      GHashTable *inner)
{
  AdrefWalk walk = adref_walk(adref_footnotes_words(footnotes, number));
  while (adref_walk_next(&walk)) {
    gboolean is_mark = walk.entering && walk.node->type == ADREF_FOOTNOTE;
    guint other = is_mark ? adref_footnotes_number(footnotes, walk.node) : 0;
    if (other > 0 && !g_hash_table_contains(called, walk.node->text))
      g_hash_table_insert(inner, g_strdup_printf("%u", adref_footnotes_shown(footnotes, other)),
                          g_strdup(walk.node->text));
  }
}

static GHashTable *new_numbers(void)
{
  return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

GPtrArray *adref_returned_labels_sent(const AdrefDocxFile *sent, const AdrefNode *document)
{
  g_autoptr(AdrefFootnotes) footnotes = adref_footnotes_new(document);
  g_autoptr(GHashTable) called = g_hash_table_new(g_str_hash, g_str_equal), below = new_numbers();
  g_autoptr(GPtrArray) marks = called_marks(document, footnotes, called);
  if (marks->len != count_called(sent))
    return NULL;
  guint count = footnotes ? adref_footnotes_count(footnotes) : 0;
  for (guint number = 1; number <= count; number++)
    add_inner(footnotes, number, called, below);
  GPtrArray *labels = g_ptr_array_new_with_free_func(label_free);
  for (guint i = 0; i < marks->len; i++) {
    const AdrefNode *mark = marks->pdata[i];
    g_autoptr(GHashTable) inner = new_numbers();
    add_inner(footnotes, adref_footnotes_number(footnotes, mark), called, inner);
    g_ptr_array_add(labels, new_label_of(mark->text, inner, below));
  }
  return labels;
}

/* Adds all labels of a text, "2" of "[^2]"; of a part of a text those of the whole. */
static void add_labels(GHashTable *labels, GBytes *source)
{
  gsize length;
  const char *text = adref_bytes_start(source, &length), *end = text + length;
  while ((text = memmem(text, (gsize)(end - text), "[^", 2))) {
    text += 2;
    const char *stop = text;
    while (stop < end && !strchr("[]\n", *stop))
      stop++;
    if (stop < end && *stop == ']')
      g_hash_table_add(labels, g_strndup(text, (gsize)(stop - text)));
    text = stop;
  }
}

/* The words of the footnotes of the text as it is -> their labels, without those of `base`: an
 * earlier import of the file may have brought them. */
static GHashTable *labels_by_words(const AdrefNode *now, GHashTable *base)
{
  GHashTable *labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(AdrefFootnotes) footnotes = adref_footnotes_new(now);
  AdrefWalk walk = adref_walk(now);
  while (footnotes && adref_walk_next(&walk)) {
    gboolean is_mark = walk.entering && walk.node->type == ADREF_FOOTNOTE &&
                       !g_hash_table_contains(base, walk.node->text);
    guint number = is_mark ? adref_footnotes_number(footnotes, walk.node) : 0;
    if (number > 0)
      g_hash_table_insert(labels, adref_node_words(adref_footnotes_words(footnotes, number)),
                          g_strdup(walk.node->text));
  }
  return labels;
}

typedef struct {
  const AdrefDocxFile *returned, *sent;
  guint count, sent_count; /* of footnotes */
  guint *homes; /* of each footnote of `returned`, from 0: its place in `sent`, from 1; 0: none */
} Matcher;

/* The words of the first footnotes of a file. */
static GPtrArray *words_of(const AdrefDocxFile *file, guint count)
{
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  for (guint note = 1; note <= count; note++)
    g_ptr_array_add(words, adref_docx_note_words(file, note, FALSE));
  return words;
}

/* In the order of both files. */
static void match_words(const Matcher *self)
{
  guint next = 1;
  g_autoptr(GPtrArray) sent = words_of(self->sent, self->sent_count);
  for (guint i = 0; i < self->count; i++) {
    g_autofree char *words = adref_docx_note_words(self->returned, i + 1, FALSE);
    for (guint k = next; k <= self->sent_count; k++) {
      if (strcmp(sent->pdata[k - 1], words) != 0)
        continue;
      self->homes[i] = k;
      next = k + 1;
      break;
    }
  }
}

/* As many footnotes between two known ones as went out: their words have changed. */
static void match_gaps(const Matcher *self)
{
  guint count = self->count;
  for (guint from = 0, to; from < count; from = to + 1) {
    for (to = from; to < count && self->homes[to] == 0;)
      to++;
    guint before = from > 0 ? self->homes[from - 1] : 0;
    guint behind = to < count ? self->homes[to] : self->sent_count + 1;
    for (guint i = from; i < to && to - from == behind - before - 1; i++)
      self->homes[i] = before + 1 + i - from;
  }
}

static char *new_label(GHashTable *taken, guint *last)
{
  char *label = NULL;
  do {
    g_free(label);
    label = g_strdup_printf("%u", ++*last);
  } while (g_hash_table_contains(taken, label));
  return label;
}

GPtrArray *adref_returned_labels_match(const AdrefDocxFile *returned, const AdrefDocxFile *sent,
                                       const GPtrArray *labels, const AdrefText *base,
                                       const AdrefText *now)
{
  guint count = count_called(returned), last = 0;
  if (!labels)
    return NULL;
  g_autofree guint *homes = g_new0(guint, count + 1);
  g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  add_labels(taken, base->source);
  g_autoptr(GHashTable) present = labels_by_words(now->document, taken);
  add_labels(taken, now->source);
  Matcher matcher = {returned, sent, count, labels->len, homes};
  match_words(&matcher);
  match_gaps(&matcher);
  GPtrArray *all = g_ptr_array_new_with_free_func(label_free);
  for (guint i = 0; i < count; i++) {
    const AdrefDocxNoteLabel *home = homes[i] > 0 ? labels->pdata[homes[i] - 1] : NULL;
    g_autofree char *words = adref_docx_note_words(returned, i + 1, FALSE);
    const char *known = home ? home->label : g_hash_table_lookup(present, words);
    g_autofree char *made = known ? NULL : new_label(taken, &last);
    g_ptr_array_add(all, new_label_of(known ? known : made, home ? home->inner : NULL,
                                      home ? home->below : NULL));
  }
  return all;
}
