#include "suite.h"

#include "print/cases.h"

static TCase *(*const cases[])(void) = {tcase_header_footer,
                                        tcase_line_breaker,
                                        tcase_page_options,
                                        tcase_page_flow,
                                        tcase_pagination,
                                        tcase_parallel_columns,
                                        tcase_pdf_artifact,
                                        tcase_pdf_content,
                                        tcase_pdf_number,
                                        tcase_pdf_postprocess,
                                        NULL};

int main(void)
{
  return run_suite("print", cases);
}
