#include "work/join/unmarked_text.h"

#include "clause/markdown/canonical.h"
#include "clause/text/heading_ids.h"
#include "clause/text/missing_items.h"
#include "exchange/text/clause_tree.h"
#include "exchange/text/incoming_read.h"
#include "exchange/text/speaking_id.h"
#include "work/import/import_into.h"
#include "work/import/plain_marks.h"
#include "work/import/returned_clauses.h"
#include "work/import/returned_forms.h"
#include "work/import/returned_notes.h"

static AdrefIncomingText *read_incoming(const AdrefText *text, const AdrefText *base,
                                        GError **error)
{
  AdrefNumbering numbering;
  AdrefMarkdownReadOptions read_options;
  adref_text_read_options(base, &numbering, &read_options);
  AdrefIncomingOptions options = {.name = text->name,
                                  .format = ADREF_INCOMING_MARKDOWN,
                                  .parties = read_options.parties,
                                  .language = base->language};
  gsize length;
  const char *bytes = g_bytes_get_data(text->source, &length);
  return adref_incoming_read(bytes, length, &options, NULL, error);
}

/* Words -> the first heading with these words that has an id. */
static GHashTable *headings_by_words(const AdrefNode *document)
{
  GHashTable *headings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (AdrefNode *clause = document->first; clause; clause = clause->next) {
    if (clause->as.clause->kind != ADREF_TITLE || !clause->as.clause->id)
      continue;
    char *words = adref_node_words(clause);
    if (g_hash_table_contains(headings, words))
      g_free(words);
    else
      g_hash_table_insert(headings, words, clause);
  }
  return headings;
}

/* By their words, so that a section may have moved; what is left by place. */
static void give_heading_ids(AdrefNode *made, const AdrefNode *base)
{
  g_autoptr(GHashTable) headings = headings_by_words(base);
  for (AdrefNode *clause = made->first; clause; clause = clause->next) {
    if (clause->as.clause->kind != ADREF_TITLE || clause->as.clause->id)
      continue;
    g_autofree char *words = adref_node_words(clause);
    const AdrefNode *known = g_hash_table_lookup(headings, words);
    if (known)
      clause->as.clause->id = g_strdup(known->as.clause->id);
    g_hash_table_remove(headings, words);
  }
  adref_heading_ids_give(made, base);
}

/* The title, which needs no id. */
static const AdrefNode *title_of(const AdrefNode *document)
{
  const AdrefNode *first = document->first;
  return first && first->as.clause->kind == ADREF_TITLE ? first : NULL;
}

/* The marks for the alternat, which no Word file has. */
static void restore_names(AdrefNode *made, const AdrefNode *base)
{
  g_autoptr(GHashTable) known = adref_import_clauses_by_id(base);
  for (AdrefNode *clause = made->first; clause; clause = clause->next) {
    const AdrefNode *marked = clause == title_of(made) ? title_of(base) : NULL;
    if (clause->as.clause->id)
      marked = g_hash_table_lookup(known, clause->as.clause->id);
    if (marked)
      adref_plain_names_restore(clause, marked);
  }
}

/* A mail that answers between quoted paragraphs may have the words before a table alone. */
static void keep_tables(AdrefNode *made, const AdrefNode *base)
{
  g_autoptr(GHashTable) known = adref_import_clauses_by_id(base);
  for (AdrefNode *clause = made->first; clause; clause = clause->next) {
    const AdrefNode *marked =
        clause->as.clause->id ? g_hash_table_lookup(known, clause->as.clause->id) : NULL;
    if (marked)
      adref_missing_tables_keep(clause, marked);
  }
}

AdrefNode *adref_unmarked_text_read(const AdrefText *text, const AdrefText *base, const char *name,
                                    gboolean compile, gboolean *is_part, GError **error)
{
  g_autoptr(GHashTable) own = adref_clause_ids(text->document);
  g_autoptr(GHashTable) taken = adref_clause_ids(base->document);
  if (g_hash_table_size(own) > 0 || g_hash_table_size(taken) == 0)
    return NULL;
  g_autoptr(AdrefIncomingText) incoming = read_incoming(text, base, error);
  if (!incoming)
    return NULL;
  AdrefReturnedNumbers numbers =
      adref_returned_clauses_match(incoming, base->document, base->language, taken, NULL);
  if (is_part)
    *is_part = numbers.is_part;
  if (numbers.left_out > 0)
    adref_session_say(text->session, "%s: " ADREF_NUMBERS_LEFT_OUT, name, numbers.left_out,
                      numbers.left_out == 1 ? "" : "s", numbers.left_out == 1 ? "is" : "are");
  adref_speaking_ids_give(incoming, base->language);
  g_autoptr(AdrefNode) made = adref_clause_tree_make(incoming, ADREF_NUMBERS_STAY);
  give_heading_ids(made, base->document);
  adref_import_take_attributes(made, base->document);
  if (text->is_word)
    restore_names(made, base->document);
  if (text->is_plain)
    adref_returned_forms_restore_marks(made, base->document);
  if (text->is_answer)
    keep_tables(made, base->document);
  gboolean part = text->is_answer || numbers.is_part;
  adref_returned_notes_settle(made, base->document,
                              !compile ? ADREF_NOTES_OF_TEXT
                              : part   ? ADREF_NOTES_OF_PART
                                       : ADREF_NOTES_OF_SENT);
  if (text->is_word)
    adref_returned_notes_drop_uncalled(made, base->document);
  if (text->document->text)
    adref_node_take_text(made, g_strndup(text->document->text, text->document->length),
                         text->document->length);
  g_autoptr(GString) canonical = adref_canonical(made);
  return adref_text_parse(base, canonical->str, canonical->len, NULL, error);
}
