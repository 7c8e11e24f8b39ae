#include "cases.h"

static TCase *(*const cases[])(void) = {
    tcase_ruby,    tcase_write,    tcase_html,   tcase_terminal, tcase_cells, tcase_json,
    tcase_redline, tcase_critic,   tcase_review, tcase_pdf,      tcase_curve, tcase_beside,
    tcase_pages,   tcase_standard, tcase_paging, tcase_bindery,  NULL};

int main(void)
{
  return run_suite("write", cases);
}
