#include "exchange/paragraphs/series_codes.h"

#include <string.h>

#include "base/pattern.h"
#include "clause/labels/numbering.h"

/* The length of the code and the space behind it; 0: the words begin with none. */
static gsize code_length(const char *words)
{
  static AdrefPattern *pattern;
  static gsize once;
  if (g_once_init_enter(&once)) {
    pattern =
        adref_pattern_new("^[PO]P[ \\x{A0}]?[0-9]{1,3}(?:[ \\x{A0}]?" ADREF_NUMBERING_SUFFIX_PATTERN
                          "\\b)?+[.:)]?(?:[\\s\\x{A0}]+(?=\\S)|$)",
                          FALSE, NULL);
    g_once_init_leave(&once, 1);
  }
  gsize end;
  return (*words == 'P' || *words == 'O') &&
                 adref_pattern_find(pattern, words, strlen(words), 0, NULL, &end) ==
                     ADREF_PATTERN_MATCH_YES
             ? end
             : 0;
}

static gsize code_of(const AdrefIncomingParagraph *paragraph)
{
  const AdrefNode *block = paragraph->content->first;
  gboolean is_plain = !paragraph->is_marked && !paragraph->list && !paragraph->is_heading;
  return is_plain && block && block->type == ADREF_PARAGRAPH ? code_length(paragraph->words) : 0;
}

/* "3bis" of "OP3 bis. ". Caller frees. */
static char *number_of(const char *words, gsize length)
{
  GString *number = g_string_new(NULL);
  for (gsize i = 2; i < length; i++)
    if (g_ascii_isalnum(words[i]))
      g_string_append_c(number, words[i]);
  return g_string_free(number, FALSE);
}

/* "[PP1] Words": a number that is not agreed stays in the words. */
static gboolean is_open_code(const AdrefIncomingParagraph *paragraph, gsize length)
{
  const AdrefNode *first = paragraph->content->first->first;
  g_autofree char *words = first && first->type == ADREF_BRACKET ? adref_node_words(first) : NULL;
  return words && strlen(words) <= length;
}

/* Takes the number; that of an open code stays in the words, too. */
static void take_code(AdrefIncomingParagraph *paragraph, gsize length, gboolean is_counted)
{
  g_autofree char *number = number_of(paragraph->words, length);
  paragraph->is_coded = TRUE;
  if (*paragraph->words == 'O') {
    paragraph->number = g_steal_pointer(&number);
  } else {
    paragraph->kind = ADREF_INCOMING_PP;
    if (!is_counted)
      paragraph->content->as.clause->frozen = adref_numbering_frozen_form(number);
  }
  if (is_open_code(paragraph, length) || !paragraph->words[length]) /* its words are to come */
    return;
  adref_incoming_cut_words(paragraph->content->first, length);
  adref_incoming_paragraph_set_words(paragraph);
}

/* Whether the codes of the preamble are PP1, PP2, PP3. */
static gboolean is_counted(const AdrefIncomingText *incoming)
{
  guint count = 0;
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    gsize length = code_of(paragraph);
    if (length == 0 || *paragraph->words == 'O')
      continue;
    g_autofree char *number = number_of(paragraph->words, length),
                    *next = g_strdup_printf("%u", ++count);
    if (strcmp(number, next) != 0)
      return FALSE;
  }
  return TRUE;
}

void adref_series_codes_take(AdrefIncomingText *incoming)
{
  guint codes = 0;
  for (guint i = 0; i < incoming->paragraphs->len; i++)
    codes += code_of(incoming->paragraphs->pdata[i]) > 0 ? 1 : 0;
  gboolean counted = is_counted(incoming);
  for (guint i = 0; codes > 1 && i < incoming->paragraphs->len; i++) {
    AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    gsize length = code_of(paragraph);
    if (length > 0)
      take_code(paragraph, length, counted);
  }
}

void adref_series_codes_keep(AdrefIncomingText *incoming)
{
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    if (paragraph->is_coded)
      paragraph->kind = paragraph->number ? ADREF_INCOMING_OP : ADREF_INCOMING_PP;
  }
}
