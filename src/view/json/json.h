/* The tree as JSON (jansson). The form is stable; readers must ignore unknown members:
 *
 *   {"title": "", "language": "en", "view": "negotiating" | "public" | "clean",
 *    "role": "", "alternat": "", "version": "", "date": "", "hash": "",   each where it is known
 *    "open": {"brackets": 3, "placeholders": 1, "agreed": 2},
 *    "parties": [{"code": "JPN", "name": "Japan", "brackets": 2, "notes": 0}],    negotiating only
 *    "clauses": [{"kind": "op", "number": "12", "text": "the plain words, all alternatives",
 *                 "id": "", "from": "", "alt": "",            negotiating only, where there is one
 *                 "blocks": [NODE]}]}
 *
 *   NODE is {"type": "paragraph", ...} with the members of its type:
 *     children [NODE]         heading, paragraph, list, item, quote, emph, strong, link, image
 *     text                    code_block, html, note, text, code, footnote
 *     level                   heading
 *     ordered, start          list
 *     info                    code_block
 *     party                   note (negotiating only)
 *     url or clause           link, image: a safe address, or the place of a clause in "clauses"
 *                             from 0; neither when only the words may be shown
 *     placeholder, alternatives [{"positions": [{"parties": [""], "verb": ""}], "children": []}]
 *                             bracket; positions in the negotiating view only
 *     end "open" | "close", positions                         edge
 *   Other types: rule, line_break, row_break, agreed. Nodes below the hundredth level are given as
 *   one text node with their words. */
#ifndef ADREF_VIEW_JSON_JSON_H
#define ADREF_VIEW_JSON_JSON_H

#include "view/view.h"

/* One line per member, ended by a newline. */
GString *adref_json_write(const AdrefNode *document, const AdrefViewOptions *options);

/* JSON in the form of all outputs (jansson's json_t *, consumed): what a terminal would obey is
 * escaped. */
struct json_t;
GString *adref_json_text(struct json_t *root);

/* Adds a member to an object; NULL: nothing. */
void adref_json_set_string(struct json_t *object, const char *name, const char *string);

#endif
