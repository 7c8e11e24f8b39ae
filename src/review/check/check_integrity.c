#include "review/check/check_integrity.h"

#include "review/check/check_counts.h"
#include "review/check/check_dates.h"
#include "review/check/check_english.h"
#include "review/check/check_facts.h"
#include "review/check/check_headings.h"
#include "review/check/check_instruments.h"
#include "review/check/check_lists.h"
#include "review/check/check_meeting.h"
#include "review/check/check_missing_parties.h"
#include "review/check/check_number_style.h"
#include "review/check/check_openers.h"
#include "review/check/check_party_names.h"
#include "review/check/check_party_order.h"
#include "review/check/check_persons.h"
#include "review/check/check_places.h"
#include "review/check/check_quotations.h"
#include "review/check/check_references.h"
#include "review/check/check_sections.h"
#include "review/check/check_spelling.h"
#include "review/check/check_subjects.h"
#include "review/check/check_sums.h"
#include "review/check/check_terms.h"
#include "review/check/check_values.h"
#include "review/check/check_words.h"

void adref_check_integrity(AdrefCheckText *text, const AdrefCheckIntegrityOptions *options)
{
  adref_check_places(text, options->suspected);
  adref_check_words(text);
  adref_check_quotations(text);
  adref_check_parentheses(text);
  adref_check_dates(text);
  adref_check_instruments(text);
  adref_check_spelling(text);
  adref_check_persons(text);
  adref_check_english(text);
  adref_check_number_style(text);
  adref_check_references(text);
  adref_check_sections(text);
  adref_check_numbers(text);
  adref_check_lists(text);
  adref_check_counts(text);
  adref_check_sums(text);
  adref_check_headings(text);
  adref_check_openers(text);
  adref_check_terms(text);
  adref_check_abbreviations(text);
  if (options->statement)
    adref_check_facts(text, options->statement, options->parties);
  adref_check_meeting(text, options->statement);
  if (options->statement && options->parties) {
    adref_check_missing_party(text, options->statement, options->parties);
    adref_check_missing_members(text, options->parties);
  }
  if (options->statement && options->library)
    adref_check_values(text, options->statement, options->library);
  if (options->parties) {
    adref_check_members(text, options->parties);
    adref_check_party_order(text, options->parties);
    adref_check_party_names(text, options->parties);
    adref_check_subjects(text, options->parties);
  }
}
