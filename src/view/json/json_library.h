/* What stands in templates/, as JSON: for "adref templates --json" and "adref parties --json". */
#ifndef ADREF_VIEW_JSON_JSON_LIBRARY_H
#define ADREF_VIEW_JSON_JSON_LIBRARY_H

#include "draft/library/outline.h"
#include "draft/library/template.h"
#include "view/json/json_list.h"

/* {"name": "", "kind": "", "summary": "", "languages": []}, and "source": "" of agreed language. */
void adref_json_template_add(AdrefJsonList *list, const char *name, const AdrefTemplate *template,
                             char *const *languages);

/* {"name": "", "summary": "" | null, "style": "" | null}, and "parties": [] of an outline that is
 * made for some. */
void adref_json_outline_add(AdrefJsonList *list, const char *name, const AdrefOutline *outline);

/* {"path": "", "missing": true}, and "keys": [] of a YAML file whose keys differ (of
 * AdrefFactChange; NULL: none). */
void adref_json_library_file_add(AdrefJsonList *list, const char *path, gboolean missing,
                                 const GPtrArray *keys);

/* {"code": "", "short": "", "long": "", "aliases": []}, and "members": [] of a group. The names are
 * in `language`. */
void adref_json_party_add(AdrefJsonList *list, const AdrefParty *party, const char *language);
GString *adref_json_party_write(const AdrefParty *party, const char *language);

#endif
