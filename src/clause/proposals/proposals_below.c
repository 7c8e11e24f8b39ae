#include "clause/proposals/proposals_below.h"

#include <string.h>

#include "clause/markdown/canonical.h"
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

/* The blocks of a proposal in a quotation; texts of footnotes stand in the clause. */
static AdrefNode *quote_of(const ClauseProposal *proposal)
{
  AdrefNode *quote = adref_node_new(ADREF_QUOTE), *clause = proposal->document->first;
  AdrefNode *first = clause ? clause->first : NULL;
  gboolean begins = first && (first->type == ADREF_PARAGRAPH || first->type == ADREF_HEADING);
  AdrefNode *named = named_paragraph(proposal->parties->str, begins  ? " "
                                                             : first ? ""
                                                                     : " (without this text)");
  adref_node_append(quote, named);
  if (begins) {
    adref_node_move_children(first, named);
    adref_node_free(first);
  }
  if (clause)
    adref_node_move_children(clause, quote);
  for (AdrefNode *block = quote->first, *next; block; block = next) {
    next = block->next;
    if (block->type == ADREF_FOOTNOTE_TEXT)
      adref_node_free(block);
  }
  return quote;
}

/* The base text takes the place of the blocks of the clause; the proposals follow. */
static void put_below(AdrefNode *clause, AdrefNode *base, const GPtrArray *proposals)
{
  while (clause->first)
    adref_node_free(clause->first);
  if (base)
    adref_node_move_children(base, clause);
  for (guint i = 0; i < proposals->len; i++)
    adref_node_append(clause, quote_of(proposals->pdata[i]));
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
