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

static gboolean has_label(const AdrefNode *block, const char *label)
{
  const char *other = adref_footnote_label(block);
  return other && strcmp(other, label) == 0;
}

static NotePlace find_place(AdrefNode *result, const AdrefNode *clause, const char *label)
{
  NotePlace place = {NULL};
  for (AdrefNode *now = result->first; now; now = now->next) {
    gboolean is_home = !place.home && now->as.clause->kind == clause->as.clause->kind &&
                       g_strcmp0(now->as.clause->id, clause->as.clause->id) == 0 &&
                       clause->as.clause->id;
    place.home = is_home ? now : place.home;
    for (AdrefNode *block = now->first; block; block = block->next)
      if (has_label(block, label))
        *(is_home ? &place.inside : &place.beside) = block;
  }
  return place;
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

/* Before the texts that stood behind it. */
static void put_in_order(AdrefNode *home, AdrefNode *note, const AdrefNode *text)
{
  for (const AdrefNode *next = text->next; next; next = next->next) {
    const char *label = adref_footnote_label(next);
    for (AdrefNode *block = label ? home->first : NULL; block; block = block->next)
      if (has_label(block, label)) {
        adref_node_insert_before(block, note);
        return;
      }
  }
  adref_node_append(home, note);
}

/* The clause of the note, which the part lacks, with the words that the part has for it. */
static void add_home(AdrefNode *result, const AdrefNode *clause, AdrefNode *note, const char *label)
{
  AdrefNode *home = adref_node_copy_tree(clause, ADREF_KEPT);
  for (AdrefNode *block = home->first, *next; block; block = next) {
    next = block->next;
    if (!has_label(block, label))
      continue;
    adref_node_unlink(note);
    adref_node_insert_before(block, note);
    adref_node_free(block);
  }
  adref_node_append(result, home);
}

/* Of a text that is compared with all of `ours`, where the clause of the note is not in it. */
static void settle_sent(AdrefNode *result, const AdrefNode *clause, const AdrefNode *text,
                        AdrefNode *beside, gboolean is_part)
{
  g_autofree char *now = words_and_calls(beside), *before = words_and_calls(text);
  if (strcmp(now, before) == 0)
    adref_node_free(beside);
  else if (is_part)
    add_home(result, clause, beside, adref_footnote_label(text));
}

static void settle(AdrefNode *result, const AdrefNode *clause, const AdrefNode *text,
                   GHashTable *called, AdrefReturnedNotesFrom from)
{
  const char *label = adref_footnote_label(text);
  NotePlace place = find_place(result, clause, label);
  if (from != ADREF_NOTES_OF_TEXT && clause->as.clause->id && !place.home) {
    if (place.beside)
      settle_sent(result, clause, text, place.beside, from == ADREF_NOTES_OF_PART);
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
      put_in_order(place.home, place.beside, text);
    if (place.inside)
      adref_node_free(place.inside);
  } else if (!place.inside && !place.beside && g_hash_table_contains(called, label)) {
    put_in_order(place.home ? place.home : result->last, adref_node_copy_tree(text, ADREF_KEPT),
                 text);
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
  for (const AdrefNode *clause = ours->first; clause; clause = clause->next)
    for (const AdrefNode *block = clause->first; block; block = block->next) {
      const char *label = adref_footnote_label(block);
      if (label && !g_hash_table_contains(doubled, label))
        settle(result, clause, block, called, from);
    }
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
  for (const AdrefNode *clause = source->first; clause; clause = clause->next) {
    AdrefNode *home = NULL; /* looked for once */
    for (const AdrefNode *block = clause->first; block; block = block->next) {
      const char *label = adref_footnote_label(block);
      AdrefNode *note = label ? g_hash_table_lookup(notes, label) : NULL;
      if (!note || g_hash_table_contains(doubled, label) || g_hash_table_contains(twice, label))
        continue;
      home = home ? home : find_place(translation, clause, label).home;
      if (!home || note->parent == home)
        continue;
      adref_node_unlink(note);
      adref_node_append(home, note);
    }
  }
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
