#include "work/import/returned_notes.h"

#include <string.h>

#include "clause/markdown/footnote_check.h"
#include "clause/node_copy.h"

/* Where the text of a footnote stands in the result. */
typedef struct {
  AdrefNode *home;   /* the clause in which it stood; NULL: it is gone */
  AdrefNode *inside; /* in that clause; NULL: not there */
  AdrefNode *beside; /* in another one; NULL: in none */
} NotePlace;

/* The texts of footnotes and the clauses of the result, by copies of their labels and names, since
 * a text that is settled may be freed. */
typedef struct {
  AdrefNode *result;
  GHashTable *homes; /* kind and id -> the first such clause */
  GHashTable *notes; /* label -> GPtrArray of texts, in their order, until it is settled */
  /* Where a text was put last: into that clause of the result, before the text at a place of the
   * clause in which it stood. Those between are not there. */
  const AdrefNode *last_home, *last_clause;
  AdrefNode *last_next; /* NULL: before none */
  guint last_place;
} NoteIndex;

static char *home_key(const AdrefNode *clause)
{
  return g_strdup_printf("%d %s", (int)clause->as.clause->kind, clause->as.clause->id);
}

static void index_clause(NoteIndex *self, AdrefNode *clause)
{
  g_autofree char *key = clause->as.clause->id ? home_key(clause) : NULL;
  if (key && !g_hash_table_contains(self->homes, key))
    g_hash_table_insert(self->homes, g_steal_pointer(&key), clause);
  for (AdrefNode *block = clause->first; block; block = block->next) {
    const char *label = adref_footnote_label(block);
    GPtrArray *texts = label ? g_hash_table_lookup(self->notes, label) : NULL;
    if (label && !texts) {
      texts = g_ptr_array_new();
      g_hash_table_insert(self->notes, g_strdup(label), texts);
    }
    if (texts)
      g_ptr_array_add(texts, block);
  }
}

static void array_free(gpointer array)
{
  g_ptr_array_unref(array);
}

static void index_init(NoteIndex *self, AdrefNode *result)
{
  *self = (NoteIndex){.result = result,
                      .homes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                      .notes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, array_free)};
  for (AdrefNode *clause = result->first; clause; clause = clause->next)
    index_clause(self, clause);
}

static void index_clear(NoteIndex *self)
{
  g_hash_table_unref(self->homes);
  g_hash_table_unref(self->notes);
}

static AdrefNode *find_home(const NoteIndex *self, const AdrefNode *clause)
{
  g_autofree char *key = clause->as.clause->id ? home_key(clause) : NULL;
  return key ? g_hash_table_lookup(self->homes, key) : NULL;
}

static NotePlace find_place(const NoteIndex *self, const AdrefNode *clause, const char *label)
{
  NotePlace place = {.home = find_home(self, clause)};
  const GPtrArray *texts = g_hash_table_lookup(self->notes, label);
  for (guint i = 0; texts && i < texts->len; i++) {
    AdrefNode *text = texts->pdata[i];
    *(text->parent == place.home ? &place.inside : &place.beside) = text;
  }
  return place;
}

/* The text of a footnote in a clause; NULL: it is not there. */
static AdrefNode *find_in(const NoteIndex *self, const char *label, const AdrefNode *home)
{
  const GPtrArray *texts = label ? g_hash_table_lookup(self->notes, label) : NULL;
  for (guint i = 0; texts && i < texts->len; i++)
    if (((const AdrefNode *)texts->pdata[i])->parent == home)
      return texts->pdata[i];
  return NULL;
}

/* Adds the labels that are called below a node, outside of the texts of other footnotes; of those
 * that are new the places in `open`. */
static void add_called(const AdrefNode *root, GHashTable *called, GQueue *open)
{
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk)) {
    gboolean is_text = walk.entering && walk.node->type == ADREF_FOOTNOTE_TEXT;
    if (is_text && walk.node != root)
      adref_walk_skip(&walk);
    else if (walk.entering && walk.node->type == ADREF_FOOTNOTE &&
             g_hash_table_add(called, g_strdup(walk.node->text)))
      g_queue_push_tail(open, walk.node->text);
  }
}

/* The labels of the footnotes that the text calls, or that the text of one of them calls: copies,
 * since a text that is settled may be freed with its calls. */
static GHashTable *called_labels(const AdrefNode *document)
{
  GHashTable *called = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) texts = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GQueue) open = g_queue_new();
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    for (const AdrefNode *block = clause->first; block; block = block->next) {
      const char *label = adref_footnote_label(block);
      if (label)
        g_hash_table_insert(texts, (gpointer)(guintptr)label, (gpointer)(guintptr)block);
    }
  add_called(document, called, open);
  while (!g_queue_is_empty(open)) {
    const AdrefNode *text = g_hash_table_lookup(texts, g_queue_pop_head(open));
    if (text)
      add_called(text, called, open);
  }
  return called;
}

/* The words of a note, and behind them the labels that it calls. Caller frees. */
static char *words_and_calls(const AdrefNode *note)
{
  g_autofree char *words = adref_node_words(note);
  GString *all = g_string_new(words);
  g_autoptr(GPtrArray) marks = adref_node_find_all(note, ADREF_FOOTNOTE);
  for (guint i = 0; i < marks->len; i++)
    g_string_append_printf(all, "\n%s", ((const AdrefNode *)marks->pdata[i])->text);
  return g_string_free(all, FALSE);
}

/* A page has the words of a note as one paragraph: where they did not change, it is as it was. */
static AdrefNode *unchanged(AdrefNode *read, const AdrefNode *text)
{
  g_autofree char *now = words_and_calls(read), *before = words_and_calls(text);
  if (strcmp(now, before) != 0)
    return read;
  AdrefNode *copy = adref_node_copy_tree(text, ADREF_KEPT);
  adref_node_insert_before(read, copy);
  adref_node_free(read);
  return copy;
}

/* A text that is settled: the block at a place of a clause. */
typedef struct {
  const AdrefNode *clause, *text;
  guint place;
} OwnNote;

/* Before the texts that stood behind it. */
static void put_in_order(NoteIndex *self, AdrefNode *home, AdrefNode *note, const OwnNote *own)
{
  if (self->last_home != home || self->last_clause != own->clause ||
      self->last_place <= own->place) {
    self->last_home = home;
    self->last_clause = own->clause;
    self->last_next = NULL;
    self->last_place = own->place + 1;
    for (const AdrefNode *next = own->text->next; next; next = next->next, self->last_place++)
      if ((self->last_next = find_in(self, adref_footnote_label(next), home)))
        break;
  }
  if (self->last_next)
    adref_node_insert_before(self->last_next, note);
  else
    adref_node_append(home, note);
}

static gboolean has_label(const AdrefNode *block, const char *label)
{
  const char *other = adref_footnote_label(block);
  return other && strcmp(other, label) == 0;
}

/* The clause of the note, which the part lacks, with the words that the part has for it. */
static void add_home(NoteIndex *self, const OwnNote *own, AdrefNode *note)
{
  const char *label = adref_footnote_label(own->text);
  AdrefNode *home = adref_node_copy_tree(own->clause, ADREF_KEPT);
  for (AdrefNode *block = home->first, *next; block; block = next) {
    next = block->next;
    if (!has_label(block, label))
      continue;
    adref_node_unlink(note);
    adref_node_insert_before(block, note);
    adref_node_free(block);
  }
  adref_node_append(self->result, home);
  index_clause(self, home);
}

/* Of a text that is compared with all of `ours`, where the clause of the note is not in it. */
static void settle_sent(NoteIndex *self, const OwnNote *own, AdrefNode *beside, gboolean is_part)
{
  g_autofree char *now = words_and_calls(beside), *before = words_and_calls(own->text);
  if (strcmp(now, before) == 0)
    adref_node_free(beside);
  else if (is_part)
    add_home(self, own, beside);
}

static void settle(NoteIndex *self, const OwnNote *own, GHashTable *called,
                   AdrefReturnedNotesFrom from)
{
  const AdrefNode *text = own->text;
  const char *label = adref_footnote_label(text);
  NotePlace place = find_place(self, own->clause, label);
  g_hash_table_remove(self->notes, label);
  if (from != ADREF_NOTES_OF_TEXT && own->clause->as.clause->id && !place.home) {
    if (place.beside)
      settle_sent(self, own, place.beside, from == ADREF_NOTES_OF_PART);
    return;
  }
  if (place.beside)
    place.beside = unchanged(place.beside, text);
  if (place.inside)
    place.inside = unchanged(place.inside, text);
  if (place.beside && place.home) {
    adref_node_unlink(place.beside);
    if (place.inside)
      adref_node_insert_before(place.inside, place.beside);
    else
      put_in_order(self, place.home, place.beside, own);
    if (place.inside)
      adref_node_free(place.inside);
  } else if (!place.inside && !place.beside && g_hash_table_contains(called, label)) {
    put_in_order(self, place.home ? place.home : self->result->last,
                 adref_node_copy_tree(text, ADREF_KEPT), own);
  }
}

/* The labels that two texts of footnotes have: which of them a mark means is not known. */
static GHashTable *doubled_labels(const AdrefNode *document)
{
  g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
  GHashTable *doubled = g_hash_table_new(g_str_hash, g_str_equal);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    for (const AdrefNode *block = clause->first; block; block = block->next) {
      const char *label = adref_footnote_label(block);
      if (label && !g_hash_table_add(known, (gpointer)(guintptr)label))
        g_hash_table_add(doubled, (gpointer)(guintptr)label);
    }
  return doubled;
}

void adref_returned_notes_settle(AdrefNode *result, const AdrefNode *ours,
                                 AdrefReturnedNotesFrom from)
{
  g_autoptr(GHashTable) doubled = doubled_labels(ours), called = called_labels(result);
  NoteIndex index;
  index_init(&index, result);
  for (const AdrefNode *clause = ours->first; clause; clause = clause->next) {
    OwnNote own = {clause, NULL, 0};
    for (own.text = clause->first; own.text; own.text = own.text->next, own.place++) {
      const char *label = adref_footnote_label(own.text);
      if (label && !g_hash_table_contains(doubled, label))
        settle(&index, &own, called, from);
    }
  }
  index_clear(&index);
}

/* The texts of footnotes: label -> block. Caller unrefs. */
static GHashTable *notes_of(const AdrefNode *document)
{
  GHashTable *notes = g_hash_table_new(g_str_hash, g_str_equal);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    for (AdrefNode *block = clause->first; block; block = block->next) {
      const char *label = adref_footnote_label(block);
      if (label)
        g_hash_table_insert(notes, (gpointer)(guintptr)label, block);
    }
  return notes;
}

void adref_returned_notes_place(AdrefNode *translation, const AdrefNode *source)
{
  g_autoptr(GHashTable) doubled = doubled_labels(source), twice = doubled_labels(translation);
  g_autoptr(GHashTable) notes = notes_of(translation);
  NoteIndex index;
  index_init(&index, translation);
  for (const AdrefNode *clause = source->first; clause; clause = clause->next) {
    AdrefNode *home = find_home(&index, clause);
    for (const AdrefNode *block = clause->first; block; block = block->next) {
      const char *label = adref_footnote_label(block);
      AdrefNode *note = label ? g_hash_table_lookup(notes, label) : NULL;
      if (!note || g_hash_table_contains(doubled, label) || g_hash_table_contains(twice, label))
        continue;
      if (!home || note->parent == home)
        continue;
      adref_node_unlink(note);
      adref_node_append(home, note);
    }
  }
  index_clear(&index);
}

void adref_returned_notes_drop_uncalled(AdrefNode *result, const AdrefNode *ours)
{
  g_autoptr(GHashTable) before = called_labels(ours), called = called_labels(result);
  for (AdrefNode *clause = result->first; clause; clause = clause->next)
    for (AdrefNode *block = clause->first, *next; block; block = next) {
      const char *label = adref_footnote_label(block);
      next = block->next;
      if (!label || g_hash_table_contains(called, label) || !g_hash_table_contains(before, label))
        continue;
      adref_node_unlink(block);
      adref_node_free(block);
    }
}
