#include "exchange/incoming_text.h"

#include <string.h>

#include "clause/labels/item_label.h"

static const char *const kind_words[] = {"title",   "heading", "chapeau", "pp",   "op",  "item",
                                         "closing", "annex",   "more",    "date", "skip"};

const char *adref_incoming_kind_word(AdrefIncomingKind kind)
{
  return kind_words[kind];
}

gboolean adref_incoming_kind_read(const char *word, AdrefIncomingKind *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS(kind_words); i++)
    if (strcmp(word, kind_words[i]) == 0) {
      *kind = (AdrefIncomingKind)i;
      return TRUE;
    }
  return FALSE;
}

AdrefIncomingParagraph *adref_incoming_paragraph_new(guint line)
{
  AdrefIncomingParagraph *paragraph = g_new0(AdrefIncomingParagraph, 1);
  paragraph->kind = ADREF_INCOMING_OP;
  paragraph->line = line;
  paragraph->content = adref_node_new_clause(ADREF_PLAIN, NULL);
  return paragraph;
}

void adref_incoming_paragraph_free(AdrefIncomingParagraph *paragraph)
{
  if (!paragraph)
    return;
  g_free(paragraph->id);
  g_free(paragraph->words);
  g_free(paragraph->number);
  adref_node_free(paragraph->content);
  adref_node_free(paragraph->list);
  adref_node_free(paragraph->item);
  g_free(paragraph);
}

char *adref_incoming_label(const AdrefIncomingParagraph *paragraph)
{
  if (!paragraph->list || !paragraph->list->as.list.labelled || !paragraph->item->text)
    return NULL;
  const char *label = paragraph->item->text;
  g_autofree char *words = adref_node_words(paragraph->content);
  return g_strconcat(label, adref_item_label_space(label, words), NULL);
}

void adref_incoming_paragraph_set_words(AdrefIncomingParagraph *paragraph)
{
  g_autofree char *label = adref_incoming_label(paragraph);
  g_autofree char *words = adref_node_words(paragraph->content);
  g_free(paragraph->words);
  paragraph->words = label ? g_strconcat(label, words, NULL) : g_steal_pointer(&words);
}

char *adref_incoming_item_number(const AdrefIncomingParagraph *paragraph)
{
  if (paragraph->list && paragraph->list->as.list.ordered)
    return g_strdup_printf("%u%s ", paragraph->list->as.list.start,
                           paragraph->list->as.list.parenthesis ? ")" : ".");
  return adref_incoming_label(paragraph);
}

static void paragraph_free(gpointer paragraph)
{
  adref_incoming_paragraph_free(paragraph);
}

AdrefIncomingText *adref_incoming_text_new(void)
{
  AdrefIncomingText *incoming = g_new0(AdrefIncomingText, 1);
  incoming->paragraphs = g_ptr_array_new_with_free_func(paragraph_free);
  return incoming;
}

void adref_incoming_text_free(AdrefIncomingText *incoming)
{
  if (!incoming)
    return;
  g_ptr_array_unref(incoming->paragraphs);
  g_free(incoming->front);
  g_free(incoming->front_title);
  g_free(incoming);
}

const AdrefIncomingParagraph *adref_incoming_title(const AdrefIncomingText *incoming)
{
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    if (paragraph->kind == ADREF_INCOMING_TITLE)
      return paragraph;
  }
  return NULL;
}

void adref_incoming_set_title(AdrefIncomingText *incoming, const char *words)
{
  AdrefIncomingParagraph *title = adref_incoming_paragraph_new(0);
  title->kind = ADREF_INCOMING_TITLE;
  title->level = 1;
  AdrefNode *block = adref_node_new(ADREF_PARAGRAPH);
  adref_node_append(block, adref_node_new_text(ADREF_TEXT, words, -1));
  adref_node_append(title->content, block);
  adref_incoming_paragraph_set_words(title);
  g_ptr_array_insert(incoming->paragraphs, 0, title);
}

void adref_incoming_cut_words(AdrefNode *block, gsize length)
{
  AdrefWalk walk = adref_walk(block);
  while (length > 0 && adref_walk_next(&walk)) {
    AdrefNode *node = walk.node;
    length -= walk.entering && node->type == ADREF_LINE_BREAK ? 1 : 0;
    if (!walk.entering || node->type != ADREF_TEXT)
      continue;
    gsize cut = MIN(length, node->length);
    adref_node_take_text(node, g_strdup(node->text + cut), node->length - cut);
    length -= cut;
  }
  for (AdrefNode *first = block->first; first;) {
    AdrefNode *next = first->next;
    gboolean empty = first->type == ADREF_LINE_BREAK ||
                     (first->type == ADREF_TEXT && first->length == 0) ||
                     (adref_node_is_emphasis(first) && !*first->first->text && !first->first->next);
    if (!empty)
      break;
    adref_node_free(first);
    first = next;
  }
}

AdrefIncomingKind adref_incoming_kind_of_clause(AdrefClauseKind kind)
{
  static const AdrefIncomingKind kinds[] = {
      [ADREF_PLAIN] = ADREF_INCOMING_OP,        [ADREF_TITLE] = ADREF_INCOMING_HEADING,
      [ADREF_CHAPEAU] = ADREF_INCOMING_CHAPEAU, [ADREF_PP] = ADREF_INCOMING_PP,
      [ADREF_OP] = ADREF_INCOMING_OP,           [ADREF_PLAN_ITEM] = ADREF_INCOMING_PLAN_ITEM,
      [ADREF_CLOSING] = ADREF_INCOMING_CLOSING, [ADREF_ANNEX] = ADREF_INCOMING_ANNEX};
  return kinds[kind];
}
