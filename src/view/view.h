/* Every output walks the same tree (view/html.h, view/terminal.h, view/json.h); what a command
 * says to all of them stands here. How an output is made stands in view/renderer.h.
 *
 * Raw HTML of a text is shown as text. Links lead only to http, https, mailto and to clauses of the
 * text; others are shown as words and reported. A view is kept by the driver, so that no output can
 * show what its readers must not see. */
#ifndef ADREF_VIEW_VIEW_H
#define ADREF_VIEW_VIEW_H

#include <glib.h>

#include "base/error.h"
#include "clause/node.h"
#include "draft/house_style.h"

/* Who reads it. Comments are in no view. */
typedef enum {
  ADREF_VIEW_NEGOTIATING, /* everything: brackets with positions, notes, ids, PP numbers */
  ADREF_VIEW_PUBLIC,      /* brackets without positions; no notes, no ids, no names of parties */
  ADREF_VIEW_CLEAN,       /* the final text: no agreement marks either. The caller makes sure that
                             no bracket is open; one that is all the same is shown as in PUBLIC,
                             for a text that is not agreed must never look as if it were */
} AdrefView;

/* Which text of a redline (clause/change.h) is written. */
typedef enum {
  ADREF_VIEW_SIDE_BOTH, /* deletions and insertions in one */
  ADREF_VIEW_SIDE_OLD,  /* the old text with its deletions marked */
  ADREF_VIEW_SIDE_NEW,  /* the new text with its insertions marked */
} AdrefViewSide;

typedef struct {
  AdrefView view;
  AdrefViewSide side;           /* of a redline; other texts are the same on both */
  const char *language;         /* of the text; NULL: "en" */
  const char *title;            /* of the document; NULL: its first heading */
  const char *version;          /* label or abbreviated commit, for the footer; NULL: none */
  const char *hash;             /* content hash for the footer; NULL: none */
  const char *parallel_hash;    /* of the text beside it; NULL: there is none */
  const char *date;             /* of the version, ISO 8601; NULL: none */
  const AdrefHouseStyle *house; /* the style of the page; NULL: none */
  const char
      *role; /* what the text of this language is (view/language_role.h); NULL: nothing is said */
  const char *copy;               /* name of the party whose alternat it is; NULL: it is nobody's */
  const char *const *signatories; /* who signs, in order, NULL-terminated; NULL: nobody does */
  GHashTable *names;              /* party code -> short name, for the legend; NULL: codes only */
  GPtrArray *problems;            /* AdrefProblem: links that were dropped; may be NULL */
} AdrefViewOptions;

/* Whether a link may be followed by a reader of the page: http, https, mailto, or "#clause". */
gboolean adref_view_link_is_safe(const char *url);

/* Codes of all parties in brackets and notes, in order of first appearance (GPtrArray of const char
 * * owned by the tree). */
GPtrArray *adref_view_parties(const AdrefNode *document);

/* The number as printed before a clause in this view: "12.", "PP3", "1.1", or NULL. Caller frees.
 */
char *adref_view_number(const AdrefNode *clause, AdrefView view);

/* The same as it was in the old text of a redline. */
char *adref_view_old_number(const AdrefNode *clause, AdrefView view);

/* Whether clauses of a kind are counted in a series (pp, op, item): their words hang beside the
 * number, and ordered lists in them begin with letters. */
gboolean adref_view_is_in_series(AdrefClauseKind kind);

/* The title of the page: how->title, or the first heading, or "". Caller frees. */
char *adref_view_title(const AdrefNode *document, const AdrefViewOptions *options);

#endif
