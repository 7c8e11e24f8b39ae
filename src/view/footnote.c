#include "view/footnote.h"

#include <string.h>

#include "clause/node_copy.h"

/* The text of a label. */
typedef struct {
  AdrefNode *text;       /* FOOTNOTE_TEXT */
  AdrefNode *words;      /* a copy without mark and colon, once a mark calls it */
  const AdrefNode *mark; /* the first mark that calls it */
  guint number;
} Note;

struct AdrefFootnotes {
  GHashTable *notes;   /* label -> Note */
  GPtrArray *called;   /* of Note, by number; owned by `notes` */
  GHashTable *skipped; /* texts of footnotes and clauses */
};

static void note_free(gpointer data)
{
  Note *note = data;
  adref_node_free(note->words);
  g_free(note);
}

#define COLON ": "

enum {
  COLON_LENGTH = sizeof COLON - 1
};

gboolean adref_footnote_is_words(const AdrefNode *paragraph)
{
  const AdrefNode *mark = paragraph->first, *text = mark ? mark->next : NULL;
  return paragraph->type == ADREF_PARAGRAPH && mark && mark->type == ADREF_FOOTNOTE && text &&
         text->type == ADREF_TEXT && g_str_has_prefix(text->text, COLON) &&
         (text->length > COLON_LENGTH || text->next);
}

gsize adref_footnote_colon(const AdrefNode *text)
{
  const AdrefNode *mark = text->prev;
  return mark && mark->type == ADREF_FOOTNOTE && !mark->prev &&
                 adref_footnote_is_words(text->parent)
             ? COLON_LENGTH
             : 0;
}

/* The label of a FOOTNOTE_TEXT, or NULL. */
static const char *label_of(const AdrefNode *text)
{
  const AdrefNode *paragraph = text->type == ADREF_FOOTNOTE_TEXT ? text->first : NULL;
  const AdrefNode *mark = paragraph && paragraph->type == ADREF_PARAGRAPH ? paragraph->first : NULL;
  return mark && mark->type == ADREF_FOOTNOTE ? mark->text : NULL;
}

static void find_words(AdrefFootnotes *footnotes, const AdrefNode *document)
{
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    const char *label = walk.entering ? label_of(walk.node) : NULL;
    if (walk.entering && adref_node_holds_inlines(walk.node))
      adref_walk_skip(&walk);
    if (!label || g_hash_table_contains(footnotes->notes, label))
      continue;
    Note *note = g_new0(Note, 1);
    note->text = walk.node;
    g_hash_table_insert(footnotes->notes, (gpointer)(guintptr)label, note);
  }
}

/* Removes the mark and the colon. */
static AdrefNode *copy_words(const AdrefNode *footnote)
{
  AdrefNode *copy = adref_node_copy_tree(footnote, ADREF_KEPT), *paragraph = copy->first;
  adref_node_free(paragraph->first);
  AdrefNode *text = paragraph->first;
  if (text && text->type == ADREF_TEXT && text->text[0] == ':') {
    gsize colon = MIN(text->length, (gsize)COLON_LENGTH);
    char *words = g_strdup(text->text + colon);
    adref_node_take_text(text, words, text->length - colon);
    if (text->length == 0)
      adref_node_free(text);
  }
  if (!paragraph->first && paragraph->next)
    adref_node_free(paragraph);
  return copy;
}

static void call(AdrefFootnotes *footnotes, const AdrefNode *mark)
{
  Note *note = g_hash_table_lookup(footnotes->notes, mark->text);
  if (!note || note->number > 0)
    return;
  g_ptr_array_add(footnotes->called, note);
  note->number = footnotes->called->len;
  note->mark = mark;
  note->words = copy_words(note->text);
  g_hash_table_add(footnotes->skipped, note->text);
}

static gboolean is_note(const AdrefFootnotes *footnotes, const AdrefNode *node)
{
  const char *label = label_of(node);
  const Note *note = label ? g_hash_table_lookup(footnotes->notes, label) : NULL;
  return note && note->text == node;
}

static void call_marks(AdrefFootnotes *footnotes, const AdrefNode *root)
{
  AdrefWalk walk = adref_walk(root);
  while (adref_walk_next(&walk)) {
    if (!walk.entering)
      continue;
    if (is_note(footnotes, walk.node))
      adref_walk_skip(&walk);
    else if (walk.node->type == ADREF_FOOTNOTE)
      call(footnotes, walk.node);
  }
}

/* Skips a clause that contains nothing but footnote texts. */
static void skip_clauses(AdrefFootnotes *footnotes)
{
  for (guint i = 0; i < footnotes->called->len; i++) {
    AdrefNode *clause = ((const Note *)footnotes->called->pdata[i])->text->parent;
    if (clause->type != ADREF_CLAUSE || clause->as.clause->kind != ADREF_PLAIN)
      continue;
    const AdrefNode *block = clause->first;
    while (block && g_hash_table_contains(footnotes->skipped, block))
      block = block->next;
    if (!block)
      g_hash_table_add(footnotes->skipped, clause);
  }
}

AdrefFootnotes *adref_footnotes_new(const AdrefNode *document)
{
  g_autoptr(AdrefFootnotes) footnotes = g_new0(AdrefFootnotes, 1);
  footnotes->notes = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, note_free);
  footnotes->called = g_ptr_array_new();
  footnotes->skipped = g_hash_table_new(NULL, NULL);
  find_words(footnotes, document);
  if (g_hash_table_size(footnotes->notes) == 0)
    return NULL;
  call_marks(footnotes, document);
  for (guint i = 0; i < footnotes->called->len; i++)
    call_marks(footnotes, ((const Note *)footnotes->called->pdata[i])->words);
  skip_clauses(footnotes);
  return footnotes->called->len > 0 ? g_steal_pointer(&footnotes) : NULL;
}

void adref_footnotes_free(AdrefFootnotes *footnotes)
{
  if (!footnotes)
    return;
  g_hash_table_unref(footnotes->notes);
  g_ptr_array_unref(footnotes->called);
  g_hash_table_unref(footnotes->skipped);
  g_free(footnotes);
}

gboolean adref_footnotes_skip(const AdrefFootnotes *footnotes, const AdrefNode *node)
{
  return (node->type == ADREF_FOOTNOTE_TEXT || node->type == ADREF_CLAUSE) &&
         g_hash_table_contains(footnotes->skipped, node);
}

static const Note *note_of(const AdrefFootnotes *footnotes, const AdrefNode *mark)
{
  const Note *note = footnotes ? g_hash_table_lookup(footnotes->notes, mark->text) : NULL;
  return note && note->number > 0 ? note : NULL;
}

guint adref_footnotes_number(const AdrefFootnotes *footnotes, const AdrefNode *mark)
{
  const Note *note = note_of(footnotes, mark);
  return note ? note->number : 0;
}

guint adref_footnotes_shown(const AdrefFootnotes *footnotes, guint number)
{
  const Note *note = footnotes->called->pdata[number - 1];
  return note->mark->as.footnote > 0 ? note->mark->as.footnote : number;
}

gboolean adref_footnotes_is_first(const AdrefFootnotes *footnotes, const AdrefNode *mark)
{
  const Note *note = note_of(footnotes, mark);
  return note && note->mark == mark;
}

gboolean adref_footnote_follows_another(const AdrefNode *mark)
{
  return mark->prev && mark->prev->type == ADREF_FOOTNOTE && mark->prev->mark == mark->mark;
}

guint adref_footnotes_count(const AdrefFootnotes *footnotes)
{
  return footnotes ? footnotes->called->len : 0;
}

const AdrefNode *adref_footnotes_words(const AdrefFootnotes *footnotes, guint number)
{
  return ((const Note *)footnotes->called->pdata[number - 1])->words;
}
