/* Blame: who brought in each word, as terminal text, HTML and JSON. */
#ifndef ADREF_VIEW_BLAME_OUTPUT_H
#define ADREF_VIEW_BLAME_OUTPUT_H

#include "view/origin.h"

/* Each run of words with a margin that shows its version, its day, the party or the author, and the
 * draft: "1a2b3c4d 2023-12-01 JPN rev1 | words". `root` is a document or a clause. */
GString *adref_terminal_blame_write(const AdrefNode *root, const AdrefOrigins *origins,
                                    const AdrefViewOptions *options, guint width, gboolean color);

/* A self-contained page: words in the colour of their party, each with a small number from the list
 * of versions at the end, so that a printed page shows the same. */
GString *adref_html_blame_write(const AdrefNode *root, const AdrefOrigins *origins,
                                const AdrefViewOptions *options);

/* The form is stable; readers must ignore unknown members:
 *
 *   {"language": "en",
 *    "versions": [{"version": "<id>", "time": "ISO 8601",           both left out: not saved
 *                  "author": "", "email": "", "subject": "", "party": "", "draft": ""}],
 *                                                                  each left out when not known
 *    "clauses": [{"kind": "op", "id": "", "number": "12",            where there is one
 *                 "blocks": [[{"text": "words ", "version": 0}]]}]}
 *
 * "version" in a run of words is an index in "versions", from 0, newest first; it is left out where
 * there are symbols but no words. All texts of a block together are its words with its brackets. */
GString *adref_json_blame_write(const AdrefNode *root, const AdrefOrigins *origins,
                                const AdrefViewOptions *options);

/* An object of "versions" (jansson's json_t *); the caller owns it. */
struct json_t;
struct json_t *adref_json_origin(const AdrefOrigin *origin);

#endif
