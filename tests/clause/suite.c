#include "suite.h"

#include "clause/cases.h"

static TCase *(*const cases[])(void) = {tcase_address,
                                        tcase_node,
                                        tcase_footnote_labels,
                                        tcase_nfc,
                                        tcase_table_row,
                                        tcase_markdown_read,
                                        tcase_markdown_time,
                                        tcase_plain_paragraphs,
                                        tcase_bracket,
                                        tcase_bracket_build,
                                        tcase_bracket_place,
                                        tcase_preferred_text,
                                        tcase_marker,
                                        tcase_numbering,
                                        tcase_freeze,
                                        tcase_canonical,
                                        tcase_words,
                                        tcase_wrapped_parenthesis,
                                        tcase_word_place,
                                        tcase_change,
                                        tcase_hidden,
                                        tcase_suspected_position,
                                        tcase_enumerator,
                                        tcase_alternat,
                                        tcase_generated,
                                        tcase_heading_ids,
                                        tcase_golden,
                                        tcase_fixed_point,
                                        tcase_item_label,
                                        tcase_item_reference,
                                        tcase_label_lines,
                                        tcase_text_language,
                                        tcase_link_target,
                                        tcase_front_matter,
                                        tcase_reading,
                                        tcase_text_halves,
                                        NULL};

int main(void)
{
  return run_suite("clause", cases);
}
