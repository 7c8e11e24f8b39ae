#include "clause/proposals/proposals_below.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/markdown/footnote_check.h"
#include "clause/node_copy.h"
#include "clause/proposals/clause_proposals.h"

enum {
  MAX_PARTIES = 200 /* of a clause: each of them has a copy of it */
};

/* What some parties want of a clause. */
typedef struct {
  GString *parties;    /* "JPN, EU" */
  GString *words;      /* canonical, to be compared */
  AdrefNode *document; /* with the clause, or empty */
} ClauseProposal;

static void proposal_free(gpointer data)
{
  ClauseProposal *proposal = data;
  g_string_free(proposal->parties, TRUE);
  g_string_free(proposal->words, TRUE);
  adref_node_free(proposal->document);
  g_free(proposal);
}

static void add_proposal(GPtrArray *proposals, const AdrefNode *clause, const char *party,
                         const GString *base)
{
  AdrefNode *document = adref_clause_proposals_text(clause, 1, party);
  GString *words = adref_canonical(document);
  ClauseProposal *same = NULL;
  for (guint i = 0; i < proposals->len && !same; i++)
    if (g_string_equal(((ClauseProposal *)proposals->pdata[i])->words, words))
      same = proposals->pdata[i];
  if (same)
    g_string_append_printf(same->parties, ", %s", party);
  if (same || g_string_equal(words, base)) {
    g_string_free(words, TRUE);
    adref_node_free(document);
    return;
  }
  ClauseProposal *proposal = g_new0(ClauseProposal, 1);
  *proposal = (ClauseProposal){g_string_new(party), words, document};
  g_ptr_array_add(proposals, proposal);
}

/* A paragraph with "JPN:" and words behind it. */
static AdrefNode *named_paragraph(const char *parties, const char *words)
{
  AdrefNode *paragraph = adref_node_new(ADREF_PARAGRAPH), *strong = adref_node_new(ADREF_STRONG);
  g_autofree char *name = g_strconcat(parties, ":", NULL);
  adref_node_append(strong, adref_node_new_text(ADREF_TEXT, name, -1));
  adref_node_append(paragraph, strong);
  if (*words)
    adref_node_append(paragraph, adref_node_new_text(ADREF_TEXT, words, -1));
  return paragraph;
}

/* --- texts of footnotes --- */

static void string_free(gpointer string)
{
  g_string_free(string, TRUE);
}

/* The text of a footnote as it is written. Caller frees. */
static GString *spelling_of(const AdrefNode *note)
{
  g_autoptr(AdrefNode) clause = adref_node_new(ADREF_CLAUSE);
  adref_node_append(clause, adref_node_copy_tree(note, ADREF_KEPT));
  return adref_canonical_clause(clause);
}

/* The texts of footnotes in a clause, which may be NULL: label -> spelling. Caller unrefs. */
static GHashTable *notes_of(const AdrefNode *clause)
{
  GHashTable *notes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, string_free);
  for (const AdrefNode *block = clause ? clause->first : NULL; block; block = block->next) {
    const char *label = adref_footnote_label(block);
    if (label)
      g_hash_table_insert(notes, g_strdup(label), spelling_of(block));
  }
  return notes;
}

/* A label has its text once: paragraphs in its place, which begin with the mark, "[^1] Words.". */
static void put_note(AdrefNode *note)
{
  AdrefNode *colon = note->first->first->next;
  if (colon && colon->type == ADREF_TEXT && *colon->text == ':')
    adref_node_take_text(colon, g_strndup(colon->text + 1, colon->length - 1), colon->length - 1);
  while (note->first) {
    AdrefNode *block = note->first;
    adref_node_unlink(block);
    adref_node_insert_before(note, block);
  }
  adref_node_free(note);
}

/* Of the texts of footnotes those are quoted that the base has in other words, or not at all. */
static void put_notes(AdrefNode *quote, GHashTable *of_base)
{
  for (AdrefNode *block = quote->first, *next; block; block = next) {
    next = block->next;
    const char *label = adref_footnote_label(block);
    const GString *known = label ? g_hash_table_lookup(of_base, label) : NULL;
    g_autoptr(GString) now = label ? spelling_of(block) : NULL;
    if (known && g_string_equal(known, now))
      adref_node_free(block);
    else if (label)
      put_note(block);
  }
}

/* --- quotations --- */

/* The blocks of a proposal in a quotation. */
static AdrefNode *quote_of(const ClauseProposal *proposal, const AdrefNode *base, GHashTable *notes)
{
  AdrefNode *quote = adref_node_new(ADREF_QUOTE), *clause = proposal->document->first;
  AdrefNode *first = clause ? clause->first : NULL;
  gboolean begins = first && (first->type == ADREF_PARAGRAPH || first->type == ADREF_HEADING);
  gboolean is_gone =
      !first || (adref_footnote_label(first) && !(base && adref_footnote_label(base->first)));
  AdrefNode *named = named_paragraph(proposal->parties->str, begins    ? " "
                                                             : is_gone ? " (without this text)"
                                                                       : "");
  adref_node_append(quote, named);
  if (begins) {
    adref_node_move_children(first, named);
    adref_node_free(first);
  }
  if (clause)
    adref_node_move_children(clause, quote);
  put_notes(quote, notes);
  return quote;
}

/* The base text takes the place of the blocks of the clause; the proposals follow. */
static void put_below(AdrefNode *clause, AdrefNode *base, const GPtrArray *proposals)
{
  while (clause->first)
    adref_node_free(clause->first);
  g_autoptr(GPtrArray) quotes = g_ptr_array_new();
  g_autoptr(GHashTable) notes = notes_of(base);
  for (guint i = 0; i < proposals->len; i++)
    g_ptr_array_add(quotes, quote_of(proposals->pdata[i], base, notes));
  if (base)
    adref_node_move_children(base, clause);
  for (guint i = 0; i < quotes->len; i++)
    adref_node_append(clause, quotes->pdata[i]);
}

void adref_proposals_below(AdrefNode *document)
{
  for (AdrefNode *clause = document->first; clause; clause = clause->next) {
    g_autoptr(GPtrArray) parties = adref_clause_proposals_parties(clause, 1);
    if (!parties || parties->len == 0 || parties->len > MAX_PARTIES || clause->as.clause->alt)
      continue;
    g_autoptr(GPtrArray) proposals = g_ptr_array_new_with_free_func(proposal_free);
    g_autoptr(AdrefNode) base = adref_clause_proposals_text(clause, 1, NULL);
    g_autoptr(GString) words = adref_canonical(base);
    for (guint i = 0; i < parties->len; i++)
      add_proposal(proposals, clause, parties->pdata[i], words);
    put_below(clause, base->first, proposals);
  }
}
