#include "view/position_notes.h"

#include "clause/node_copy.h"
#include "print/font_face.h"
#include "sign/stated_position.h"

/* Native speakers are welcome to correct their line. */
typedef struct {
  const char *language;
  const char *heading, *disassociation, *explanation;
  const char *paragraph; /* before its number */
  const char *comma, *colon;
} NoteWords;

static const NoteWords rows[] = {
    {"en", "Disassociations and explanations of position", "Disassociation",
     "Explanation of position", "paragraph ", ", ", ": "},
    {"fr", "Dissociations et explications de position", "Dissociation", "Explication de position",
     "paragraphe ", ", ", "\302\240: "},
    {"ja", "\347\253\213\345\240\264\343\201\256\350\241\250\346\230\216",
     "\344\270\215\345\220\214\350\252\277",
     "\347\253\213\345\240\264\343\201\256\350\252\254\346\230\216",
     "\343\203\221\343\203\251\343\202\260\343\203\251\343\203\225", "\343\200\201",
     "\357\274\232"},
};

static const NoteWords *words_of(const char *language)
{
  for (gsize i = 1; i < G_N_ELEMENTS(rows); i++)
    if (adref_script_language_is(language, rows[i].language))
      return &rows[i];
  return &rows[0];
}

/* What the position is on: the number of the clause, or the words of a heading; "" for the title
 * and for clauses that are not numbered. Caller frees. */
static char *place_of(const AdrefNode *document, const char *id, const NoteWords *words)
{
  const AdrefNode *clause = adref_clause_find(document, id);
  if (!clause)
    return g_strdup("");
  const AdrefClause *facts = clause->as.clause;
  if (facts->number)
    return g_strconcat(words->comma, words->paragraph, facts->number, NULL);
  gboolean names = facts->kind == ADREF_TITLE && clause->prev;
  g_autofree char *heading = names ? adref_node_words(clause) : NULL;
  return heading ? g_strconcat(words->comma, heading, NULL) : g_strdup("");
}

static void append(AdrefNode *document, AdrefClauseKind kind, AdrefNode *block, const char *text)
{
  AdrefNode *clause = adref_node_new_clause(kind, NULL);
  adref_node_append(block, adref_node_new_text(ADREF_TEXT, text, -1));
  adref_node_append(clause, block);
  adref_node_append(document, clause);
}

static void append_note(AdrefNode *copy, const AdrefNode *document,
                        const AdrefStatedPosition *position, GHashTable *names,
                        const NoteWords *words)
{
  const char *name = names ? g_hash_table_lookup(names, position->party) : NULL;
  g_autofree char *place = place_of(document, position->clause, words);
  g_autofree char *text = g_strdup_printf(
      "%s (%s%s)%s%s", position->disassociates ? words->disassociation : words->explanation,
      name ? name : position->party, place, words->colon, position->text);
  append(copy, ADREF_PLAIN, adref_node_new(ADREF_PARAGRAPH), text);
}

AdrefNode *adref_position_notes_copy(const AdrefNode *document, const GPtrArray *positions,
                                     GHashTable *names, const char *language)
{
  if (positions->len == 0)
    return NULL;
  const NoteWords *words = words_of(language);
  AdrefNode *copy = adref_node_copy_tree(document, ADREF_KEPT);
  adref_node_pair_bracket_edges(copy);
  AdrefNode *heading = adref_node_new(ADREF_HEADING);
  heading->as.level = 2;
  append(copy, ADREF_TITLE, heading, words->heading);
  for (guint i = 0; i < positions->len; i++)
    append_note(copy, document, positions->pdata[i], names, words);
  return copy;
}
