#include "suite.h"

#include "review/cases.h"

static TCase *(*const cases[])(void) = {
    tcase_change_class,
    tcase_edit_slips,
    tcase_fact_changes,
    tcase_generated,
    tcase_checked_texts,
    tcase_hidden_tricks,
    tcase_hostile,
    tcase_known_values,
    tcase_language_differences,
    tcase_language_values,
    tcase_lawyer,
    tcase_limits,
    tcase_measure,
    tcase_measure_more,
    tcase_meaning_pairs,
    tcase_outdated_words,
    tcase_redlines,
    tcase_folded_words,
    tcase_passage_table,
    tcase_precedent_index,
    tcase_check,
    tcase_check_dictionary,
    tcase_check_translation,
    tcase_paragraph_alignment,
    tcase_style_rules,
    NULL,
};

int main(void)
{
  return run_suite("review", cases);
}
