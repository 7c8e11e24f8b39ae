#include "cases.h"

static TCase *(*const cases[])(void) = {tcase_ruby,
                                        tcase_sign_words,
                                        tcase_view,
                                        tcase_html,
                                        tcase_terminal,
                                        tcase_terminal_cells,
                                        tcase_json,
                                        tcase_json_sides,
                                        tcase_json_writer,
                                        tcase_redline,
                                        tcase_criticmarkup,
                                        tcase_review,
                                        tcase_pdf,
                                        tcase_progress_curve,
                                        tcase_parallel_texts,
                                        tcase_proposal_columns,
                                        tcase_pages,
                                        tcase_docx,
                                        tcase_docx_tracked,
                                        tcase_akn,
                                        tcase_pdf_standard,
                                        tcase_blame_output,
                                        tcase_limits,
                                        tcase_fact_list,
                                        tcase_table_witness,
                                        NULL};

int main(void)
{
  return run_suite("view", cases);
}
