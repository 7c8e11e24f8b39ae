/* The cases of this suite, one a file. */
#ifndef ADREF_TESTS_EXCHANGE_CASES_H
#define ADREF_TESTS_EXCHANGE_CASES_H

#include <string.h>

#include "exchange/text/incoming_read.h"
#include "suite.h"

TCase *tcase_texts(void);
TCase *tcase_html_page(void);
TCase *tcase_markdown_tidy(void);
TCase *tcase_plain_text(void);
TCase *tcase_plain_labels(void);
TCase *tcase_plain_pages(void);
TCase *tcase_plain_wrap(void);
TCase *tcase_typed_notes(void);
TCase *tcase_paragraph_kind(void);
TCase *tcase_paragraph_table(void);
TCase *tcase_place_line(void);
TCase *tcase_clause_tree(void);
TCase *tcase_clause_order(void);
TCase *tcase_speaking_id(void);
TCase *tcase_text_encoding(void);
TCase *tcase_zip_reader(void);
TCase *tcase_xml_reader(void);
TCase *tcase_docx_marks(void);
TCase *tcase_docx_read(void);
TCase *tcase_odt_package(void);
TCase *tcase_critic_marks(void);

/* Reads a text as Markdown in English; the caller frees it. */
static inline AdrefIncomingText *read_incoming(const char *text)
{
  AdrefIncomingOptions options = {.name = "text", .language = "en"};
  g_autoptr(GError) error = NULL;
  AdrefIncomingText *incoming = adref_incoming_read(text, strlen(text), &options, NULL, &error);
  ck_assert_no_error(error);
  return incoming;
}

#endif
