/* What "adref circulate --json" and "adref correct --json" say of a draft that goes out. */
#ifndef ADREF_VIEW_JSON_JSON_DRAFT_H
#define ADREF_VIEW_JSON_JSON_DRAFT_H

#include <glib.h>

/* A clause under its number before and after. */
typedef struct {
  const char *clause, *old, *now; /* `now` NULL: the clause has no number any more */
} AdrefJsonNumber;

typedef struct {
  const char *statement, *label, *version;
  const char *silence;   /* the deadline, or NULL */
  guint frozen, deleted; /* numbers, clauses */
  const GArray *numbers; /* of AdrefJsonNumber */
} AdrefJsonDraft;

/* {"statement": "", "label": "", "version": "", "silence": "" | null, "frozen": 3, "deleted": 0,
 * "numbers": [{"clause": "", "old": "", "new": "" | null}]} */
GString *adref_json_draft_write(const AdrefJsonDraft *draft);

typedef struct {
  const char *statement, *label, *version;
  const char *corrects; /* the label of what is corrected */
  const char *reason;
  const char *file; /* with the procès-verbal */
} AdrefJsonCorrection;

/* {"statement", "label", "version", "corrects", "reason", "file"}, all strings. */
GString *adref_json_correction_write(const AdrefJsonCorrection *correction);

/* {"statement": "", "withdrawn": "rev1", "reason": ""} */
GString *adref_json_withdrawal_write(const char *statement, const char *label, const char *reason);

#endif
