#include "merge/join/side_notes.h"

#include <string.h>

#include "clause/markdown/footnote_check.h"
#include "clause/node_copy.h"
#include "clause/text/footnote_labels.h"
#include "merge/content_key.h"

/* A footnote that a side adds. */
typedef struct {
  const char *label;
  guint side;
  const char *clause; /* the id of the clause in which it stands; "" for none */
  GBytes *words;      /* its content, without the label */
} NewNote;

static void new_note_clear(gpointer data)
{
  g_bytes_unref(((NewNote *)data)->words);
}

static GBytes *words_of(const AdrefNode *text)
{
  g_autoptr(GString) key = g_string_new(NULL);
  const AdrefNode *paragraph = text->first;
  for (const AdrefNode *node = paragraph->first->next; node; node = node->next)
    adref_content_key_append(key, node, NULL);
  for (const AdrefNode *block = paragraph->next; block; block = block->next)
    adref_content_key_append(key, block, NULL);
  return g_bytes_new(key->str, key->len);
}

static const char *clause_of(const AdrefNode *node)
{
  while (node && node->type != ADREF_CLAUSE)
    node = node->parent;
  return node && node->as.clause->id ? node->as.clause->id : "";
}

static void find_new(GArray *found, GHashTable *old, const AdrefNode *document, guint side)
{
  g_autoptr(GPtrArray) texts = adref_node_find_all(document, ADREF_FOOTNOTE_TEXT);
  for (guint i = 0; i < texts->len; i++) {
    const AdrefNode *text = texts->pdata[i];
    const char *label = adref_footnote_label(text);
    if (!label || g_hash_table_contains(old, label))
      continue;
    NewNote note = {label, side, clause_of(text), words_of(text)};
    g_array_append_val(found, note);
  }
}

/* By label, then by words, then by clause. */
static gint compare_notes(gconstpointer a, gconstpointer b)
{
  const NewNote *x = a, *y = b;
  gint order = strcmp(x->label, y->label);
  order = order ? order : g_bytes_compare(x->words, y->words);
  return order ? order : strcmp(x->clause, y->clause);
}

/* Notes of different sides that are one, which both sides added. */
static gboolean is_same(const NewNote *a, const NewNote *b)
{
  return strcmp(a->label, b->label) == 0 && g_bytes_equal(a->words, b->words) &&
         (!*a->clause || !*b->clause || strcmp(a->clause, b->clause) == 0);
}

static gboolean has_other(GHashTable *names)
{
  GHashTableIter iter;
  gpointer label, name;
  g_hash_table_iter_init(&iter, names);
  while (g_hash_table_iter_next(&iter, &label, &name))
    if (strcmp(label, name) != 0)
      return TRUE;
  return FALSE;
}

static void rename_in(AdrefSideNotes *self, GHashTable **names, guint count)
{
  for (guint s = 0; s < count; s++) {
    g_autoptr(GHashTable) own = names[s];
    if (!own || !has_other(own))
      continue;
    AdrefNode *copy = adref_node_copy_tree(self->sides[s].document, ADREF_KEPT);
    adref_node_pair_bracket_edges(copy);
    adref_footnote_labels_rename(copy, own);
    g_ptr_array_add(self->copies, copy);
    self->sides[s].document = copy;
  }
}

/* Gives each of `notes`, which are in order, a label that none with other words has. */
static void separate(AdrefSideNotes *self, const GArray *notes, AdrefFootnoteLabels *labels,
                     guint count)
{
  g_autofree GHashTable **names = g_new0(GHashTable *, count + 1);
  const NewNote *holder = NULL; /* of the label that is given now */
  const char *given = NULL;
  for (guint i = 0; i < notes->len; i++) {
    const NewNote *note = &g_array_index(notes, NewNote, i);
    GHashTable **own = &names[note->side];
    *own = *own ? *own : g_hash_table_new(g_str_hash, g_str_equal);
    if (g_hash_table_contains(*own, note->label))
      continue; /* the side itself has the label twice */
    if (!holder || strcmp(holder->label, note->label) != 0)
      given = note->label;
    else if (!is_same(holder, note))
      given = adref_footnote_labels_take(labels, note->label);
    holder = holder && is_same(holder, note) ? holder : note;
    g_hash_table_insert(*own, (gpointer)(guintptr)note->label, (gpointer)(guintptr)given);
  }
  rename_in(self, names, count);
}

void adref_side_notes_init(AdrefSideNotes *self, const AdrefNode *base, const AdrefMergeSide *sides,
                           guint count)
{
  *self =
      (AdrefSideNotes){.sides = g_memdup2(sides, count * sizeof *sides),
                       .copies = g_ptr_array_new_with_free_func((GDestroyNotify)adref_node_free)};
  g_auto(AdrefFootnoteLabels) labels;
  adref_footnote_labels_init(&labels);
  adref_footnote_labels_find(&labels, base);
  g_autoptr(GArray) notes = g_array_new(FALSE, FALSE, sizeof(NewNote));
  g_array_set_clear_func(notes, new_note_clear);
  for (guint s = 0; s < count; s++)
    find_new(notes, labels.taken, sides[s].document, s);
  if (notes->len < 2)
    return;
  for (guint s = 0; s < count; s++)
    adref_footnote_labels_find(&labels, sides[s].document);
  g_array_sort(notes, compare_notes);
  separate(self, notes, &labels, count);
}

void adref_side_notes_clear(AdrefSideNotes *self)
{
  g_clear_pointer(&self->copies, g_ptr_array_unref);
  g_clear_pointer(&self->sides, g_free);
}
