/* What "adref check" found, as JSON and as SARIF 2.1.0. */
#ifndef ADREF_VIEW_JSON_JSON_CHECK_H
#define ADREF_VIEW_JSON_JSON_CHECK_H

#include <glib.h>

#include "review/check/check_text.h"

/* A list of {"file", "line", "column", "language", "clause", "part", "rule", "severity", "message",
 * "why", "suggestion", "ignored"}; what is not known is null, and "ignored" is the reason. */
GString *adref_json_check_write(const GPtrArray *findings);

/* A list of {"rule", "severity", "summary", "why", "fixes"} (of const AdrefCheckRule). */
GString *adref_json_check_rules_write(const GPtrArray *rules);

/* One run. `version` is that of adref. The fingerprint of a result depends on the statement's
 * folder, the language, the clause's id, the rule, and the place among the findings of that rule in
 * the clause: so it stays when paragraphs get other numbers and lines. Without an id the message
 * takes its place. What is ignored is suppressed. `packages`: of dictionaries that were missing,
 * which a notification names; NULL: none. */
GString *adref_sarif_write(const GPtrArray *findings, const char *packages, const char *version);

#endif
