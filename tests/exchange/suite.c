#include "suite.h"

#include "exchange/cases.h"

static TCase *(*const cases[])(void) = {tcase_texts,           tcase_html_page,
                                        tcase_markdown_tidy,   tcase_plain_text,
                                        tcase_plain_labels,    tcase_plain_pages,
                                        tcase_plain_wrap,      tcase_paragraph_kind,
                                        tcase_paragraph_table, tcase_typed_notes,
                                        tcase_place_line,      tcase_clause_tree,
                                        tcase_clause_order,    tcase_speaking_id,
                                        tcase_text_encoding,   tcase_zip_reader,
                                        tcase_xml_reader,      tcase_docx_marks,
                                        tcase_docx_read,       tcase_odt_package,
                                        tcase_critic_marks,    NULL};

int main(void)
{
  return run_suite("exchange", cases);
}
