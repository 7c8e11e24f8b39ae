/* The groups negotiation and language of "adref check": what the records, the brackets and the
 * other languages of a statement say of its text. */
#ifndef ADREF_WORK_CHECK_CHECK_NEGOTIATION_H
#define ADREF_WORK_CHECK_CHECK_NEGOTIATION_H

#include "review/check/check_text.h"
#include "work/check/status_report.h"

/* Agreed paragraphs that changed, parties that are not in the talks, alternatives that are the
 * same, brackets in a paragraph that is marked as agreed, paragraphs that nobody has looked at; and
 * what looks like a position, but for what the parties have called words. `text` is the rolling
 * text, `checks` (of AdrefCheckText) are all languages. */
gboolean adref_check_negotiation(const AdrefText *text, const GPtrArray *checks, GError **error);

/* What `adref status --languages` compares, and the clauses of a translation that were not touched
 * since the rolling text changed. */
gboolean adref_check_language_states(const AdrefText *text, const GPtrArray *checks,
                                     GError **error);

#endif
