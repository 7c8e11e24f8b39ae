#include "cases.h"

static TCase *(*const cases[])(void) = {tcase_edit_buffer,
                                        tcase_merge_texts,
                                        tcase_session,
                                        tcase_needs,
                                        tcase_text,
                                        tcase_select,
                                        tcase_fact_comparison,
                                        tcase_save_statement,
                                        tcase_dated_words,
                                        tcase_publication_check,
                                        tcase_rescued_words,
                                        tcase_returned_clauses,
                                        tcase_returned_word,
                                        tcase_hidden_check,
                                        tcase_sent_spelling,
                                        tcase_kept_clauses,
                                        tcase_kept_results,
                                        tcase_shared_tags,
                                        tcase_mail_around,
                                        tcase_returned_text,
                                        tcase_incoming_text,
                                        tcase_excerpt,
                                        tcase_unmarked_text,
                                        tcase_select_bracket,
                                        tcase_typed_words,
                                        tcase_plain_text,
                                        tcase_merge_file,
                                        NULL};

int main(void)
{
  return run_suite("work", cases);
}
