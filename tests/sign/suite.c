#include "suite.h"

#include "sign/cases.h"

static TCase *(*const cases[])(void) = {tcase_signing_rule,
                                        tcase_party_record,
                                        tcase_signature_check,
                                        tcase_signing_program,
                                        tcase_signoff,
                                        tcase_objection,
                                        tcase_signed_field,
                                        tcase_language_states,
                                        tcase_progress,
                                        tcase_package,
                                        tcase_package_metadata,
                                        tcase_page_list,
                                        tcase_statement_snapshot,
                                        tcase_silence,
                                        tcase_threats,
                                        tcase_tamper,
                                        tcase_archive,
                                        tcase_signers,
                                        tcase_correction,
                                        tcase_changes,
                                        tcase_printed_facts,
                                        tcase_stated_position,
                                        tcase_adoption,
                                        NULL};

int main(void)
{
  return run_suite("sign", cases);
}
