/* What "adref status --json" says of a statement. */
#ifndef ADREF_VIEW_REPORTS_JSON_STATUS_H
#define ADREF_VIEW_REPORTS_JSON_STATUS_H

#include "review/languages/outdated_words.h"
#include "sign/language_states.h"
#include "sign/silence.h"
#include "sign/suspected_places.h"
#include "view/json/json_list.h"
#include "view/open_counts.h"
#include "view/reports/status_table.h"

typedef struct {
  const char *id;
  gboolean changed;     /* since the last version */
  char *const *library; /* files of the library that the statement needs and that are not saved;
                           NULL: none */
  const char *version;  /* the last one, or NULL */
  const AdrefOpenCounts *counts; /* NULL: there is no text yet, and nothing of the rest */
  guint paragraphs, words, problems;
  const AdrefStatusTable *table;
  GHashTable *agreed;                    /* id of a clause -> version that has the agreed words */
  const AdrefLanguageVersions *versions; /* the texts */
  const GPtrArray *languages;            /* of AdrefLanguageState */
  GHashTable *records;                   /* of the parties */
  const AdrefSilence *silence;           /* NULL: none */
  const GPtrArray *outdated;             /* of AdrefOutdatedWords; NULL: none */
  const GPtrArray *suspected;            /* of AdrefSuspectedPlace */
  char *const *strangers;                /* adref_suspected_places_strangers() */
  const GPtrArray *labels;               /* of AdrefLabel; NULL: none */
  const GPtrArray *lost;                 /* of char *: acts that the history has; NULL: none */
  const char *published; /* the label of the draft that was published last, or NULL */
  char **signed_by;      /* the parties that signed the draft that was circulated last, or NULL */
  const char *adoption;  /* the level that adoption needs; NULL: the facts do not say */
} AdrefJsonStatus;

/* {"statement": "", "drafted": true, "changed": false, "version": "" | null,
 * "library": ["templates/parties.yaml"], "paragraphs": 12, "words", "brackets", "placeholders",
 * "agreed", "notes", "problems", "parties": {"JPN": 2}, "adoption": "confirmed" | null, "states":
 * {}, "confirmed": 0, "clauses": [], "taken_out":
 * [], "languages": [], "drafts": [{"label": "rev1", "version": "", "withdrawn": "" | null}],
 * "silence": {} | null, "outdated": [{"fact": "date", "language": "en",
 * "clause": "chapeau" | null, "said": "17 December 2023" | null, "now": "" | null}],
 * "suspected": [{"place": "statements/tokyo/en.md:14:13", "clause": "ferries" | null, "words":
 * "shall - JPN", "kind": "in a link", "parties": ["JPN"], "missing": ["JPN"], "settled": false}],
 * "strangers": ["XYZ stands in a bracket of ..."], "lost_acts": ["a record of JPN ..."],
 * "published": "rev1" | null, "signed_by": ["JPN"]}
 *
 * The first of "languages" is the rolling text, with which the others are compared:
 * {"language": "fr", "role": "authentic", "text": true, "brackets": 0, "placeholders": 0,
 * "differences": [{"type": "value", "clause": "energy" | null, "first": "35" | null, "second": "30"
 * | null, "accepted": ["JPN"]}], "behind": [{"clause": "ice", "touched": "", "changed": "" |
 * null}]}; "behind" are the clauses that were not touched since the rolling text changed
 * (work/changes/stale_translations.h). A clause has "languages": {"fr": "in step" | "differs" |
 * "missing" | "behind" | ""}. */
void adref_json_status_add(AdrefJsonList *list, const AdrefJsonStatus *status);

#endif
