#ifndef ADREF_TESTS_SIGN_CASES_H
#define ADREF_TESTS_SIGN_CASES_H

#include "suite.h"

TCase *tcase_signature_check(void);
TCase *tcase_signoff(void);
TCase *tcase_signing_program(void);
TCase *tcase_signing_rule(void);
TCase *tcase_party_record(void);
TCase *tcase_objection(void);
TCase *tcase_signed_field(void);
TCase *tcase_language_states(void);
TCase *tcase_progress(void);
TCase *tcase_package(void);
TCase *tcase_package_metadata(void);
TCase *tcase_page_list(void);
TCase *tcase_statement_snapshot(void);
TCase *tcase_silence(void);
/* The tamper matrix: how many ways to cheat are tried, of which each is found. */
guint tamper_cheats(const char *check); /* those that a check finds; NULL: all */
guint package_cheats(const char *part); /* of packages, in a file whose name begins so */
guint page_list_cheats(void);
guint adoption_cheats(void);

TCase *tcase_threats(void);
TCase *tcase_tamper(void);
TCase *tcase_archive(void);
TCase *tcase_signers(void);
TCase *tcase_correction(void);
TCase *tcase_changes(void);
TCase *tcase_printed_facts(void);
TCase *tcase_stated_position(void);
TCase *tcase_adoption(void);

#endif
