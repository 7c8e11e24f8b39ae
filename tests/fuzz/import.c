/* Reading a text from elsewhere: any bytes are read or refused; the document that is made of it is
 * written and read back as itself, without a problem that forbids saving; its table reads back; no
 * letter or digit of a paragraph that is not left out is lost. */
#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/markdown/markdown_read.h"
#include "exchange/paragraphs/paragraph_kind.h"
#include "exchange/paragraphs/paragraph_table.h"
#include "exchange/pasted/html_page.h"
#include "exchange/text/clause_tree.h"
#include "exchange/text/incoming_read.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

static gsize count_letters(const char *words)
{
  gsize letters = 0;
  for (const char *at = words; *at; at = g_utf8_next_char(at))
    letters += g_unichar_isalpha(g_utf8_get_char(at)) ? 1 : 0;
  return letters;
}

static gsize letters_of(const AdrefNode *document)
{
  g_autofree char *words = adref_node_words(document);
  return count_letters(words);
}

/* Letters of the labels of items, "(a)", which are no words of their paragraphs. Each paragraph of
 * an item may have the label. */
static gsize letters_of_labels(const AdrefIncomingText *incoming)
{
  gsize letters = 0;
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    if (paragraph->item && paragraph->item->text)
      letters += count_letters(paragraph->item->text);
  }
  return letters;
}

/* Letters of all paragraphs but those that are left out. */
static gsize letters_in(const AdrefIncomingText *incoming)
{
  gsize letters = 0;
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    if (paragraph->kind != ADREF_INCOMING_SKIP)
      letters += count_letters(paragraph->words);
  }
  return letters;
}

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
  g_autoptr(GError) error = NULL;
  AdrefIncomingOptions options = {.name = "text",
                                  .format = size % 2 == 1 ? ADREF_INCOMING_PLAIN_TEXT
                                                          : ADREF_INCOMING_MARKDOWN};
  g_autofree char *text = g_strndup((const char *)data, size);
  if (!g_utf8_validate(text, -1, NULL))
    return 0;
  g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autoptr(GString) page =
      *text == '<' ? adref_html_page_to_markdown(text, strlen(text), "text", lines, NULL, NULL)
                   : NULL;
  g_autoptr(AdrefIncomingText) incoming =
      adref_incoming_read(text, strlen(text), &options, NULL, &error);
  if (!incoming) {
    g_assert_nonnull(error);
    return 0;
  }
  g_autoptr(GString) table = adref_paragraph_table_write(incoming, 30);
  g_assert_true(adref_paragraph_table_read(incoming, table->str, "table", &error));
  g_autoptr(AdrefNode) made = adref_clause_tree_make(incoming, ADREF_NUMBERS_STAY);
  g_assert_cmpuint(letters_of(made), >=, letters_in(incoming));
  g_assert_cmpuint(letters_of(made), <=, letters_in(incoming) + letters_of_labels(incoming));
  g_autoptr(GString) written = adref_canonical(made);
  g_autoptr(AdrefNode) read = adref_markdown_read(written->str, written->len, NULL, NULL, &error);
  g_assert_no_error(error);
  g_autoptr(GString) once = adref_canonical(read);
  g_autoptr(AdrefNode) again = adref_markdown_read(once->str, once->len, NULL, NULL, &error);
  g_autoptr(GString) twice = adref_canonical(again);
  g_assert_cmpstr(once->str, ==, twice->str);
  return 0;
}
