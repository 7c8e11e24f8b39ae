#include "suite.h"

#include "merge/cases.h"

static TCase *(*const cases[])(void) = {
    tcase_align_tokens, tcase_blame,      tcase_change_units,      tcase_clause_merge,
    tcase_constants,    tcase_diff,       tcase_item_references,   tcase_large,
    tcase_marked_text,  tcase_redlines,   tcase_proposal_brackets, tcase_merge_entries,
    tcase_merge_golden, tcase_merge_laws, tcase_merge_once,        tcase_git_driver,
    tcase_generated,    tcase_hostile,    tcase_both_ways,         NULL};

int main(void)
{
  return run_suite("merge", cases);
}
