/* The cases of this suite, one a file, and what they share. */
#ifndef ADREF_TESTS_CLAUSE_CASES_H
#define ADREF_TESTS_CLAUSE_CASES_H

#include "dump.h"
#include "properties.h"

TCase *tcase_address(void);
TCase *tcase_node(void);
TCase *tcase_footnote_labels(void);
TCase *tcase_nfc(void);
TCase *tcase_table_row(void);
TCase *tcase_markdown_read(void);
TCase *tcase_markdown_time(void);
TCase *tcase_plain_paragraphs(void);
TCase *tcase_bracket(void);
TCase *tcase_bracket_build(void);
TCase *tcase_bracket_place(void);
TCase *tcase_preferred_text(void);
TCase *tcase_marker(void);
TCase *tcase_numbering(void);
TCase *tcase_freeze(void);
TCase *tcase_canonical(void);
TCase *tcase_text_language(void);
TCase *tcase_words(void);
TCase *tcase_wrapped_parenthesis(void);
TCase *tcase_word_place(void);
TCase *tcase_change(void);
TCase *tcase_hidden(void);
TCase *tcase_suspected_position(void);
TCase *tcase_enumerator(void);
TCase *tcase_alternat(void);
TCase *tcase_generated(void);
TCase *tcase_golden(void);
TCase *tcase_heading_ids(void);
TCase *tcase_link_target(void);
TCase *tcase_fixed_point(void);
TCase *tcase_front_matter(void);
TCase *tcase_item_label(void);
TCase *tcase_item_reference(void);
TCase *tcase_label_lines(void);
TCase *tcase_reading(void);
TCase *tcase_text_halves(void);

/* Reads without known parties: capitals are one. */
static inline AdrefNode *read_plain(const char *text)
{
  return read_text(text, NULL, NULL);
}

#endif
