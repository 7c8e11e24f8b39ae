/* What "adref import --json" says of files that come in. */
#ifndef ADREF_VIEW_REPORTS_JSON_IMPORT_H
#define ADREF_VIEW_REPORTS_JSON_IMPORT_H

#include "exchange/incoming_text.h"
#include "view/json/json_list.h"
#include "view/reports/word_report.h"

typedef struct {
  const char *file, *language;
  const char *statement;            /* the id */
  const char *title, *date, *place; /* NULL: not found */
  const AdrefWordReport *word;      /* of a Word file that came back; NULL: it is none */
} AdrefJsonImport;

/* Adds {"file", "language", "statement", "title": "" | null, "date", "place",
 *  "paragraphs": [{"kind", "level": 2, "id": "" | null, "line": 9, "number": "" | null, "words"}]},
 * and of a Word file that came back "word" (view/reports/word_report.h). */
void adref_json_import_add(AdrefJsonList *list, const AdrefJsonImport *import,
                           const AdrefIncomingText *text);

#endif
