/* What a command says to all outputs (view/html/html.h, view/terminal/terminal.h, view/json/json.h,
 * view/pdf/pdf.h). view/renderer.h says how an output is made.
 *
 * Raw HTML of a text is shown as text. Links lead only to http, https, mailto and to clauses of the
 * text; others are shown as words and reported. The renderer applies the view, so that no output
 * can show what its readers must not see. */
#ifndef ADREF_VIEW_VIEW_H
#define ADREF_VIEW_VIEW_H

#include <glib.h>

#include "base/error.h"
#include "clause/node.h"
#include "draft/library/page_words.h"
#include "draft/statement/house_style.h"

/* The readers of a text. Comments are in no view. */
typedef enum {
  ADREF_VIEW_NEGOTIATING, /* everything: brackets with positions, notes, ids, PP numbers */
  ADREF_VIEW_PUBLIC,      /* brackets without positions; no notes, no ids, no names of parties */
  ADREF_VIEW_CLEAN,       /* the final text: also without agreement marks. The caller checks that no
                             bracket is open; an open one is shown as in PUBLIC, because an open text must
                             never look agreed */
} AdrefView;

/* Which text of a redline (clause/change.h) is written. */
typedef enum {
  ADREF_VIEW_SIDE_BOTH, /* deletions and insertions in one */
  ADREF_VIEW_SIDE_OLD,  /* the old text with its deletions marked */
  ADREF_VIEW_SIDE_NEW,  /* the new text with its insertions marked */
} AdrefViewSide;

typedef struct {
  AdrefView view;
  AdrefViewSide side;           /* of a redline; for other texts all sides are the same */
  const char *language;         /* of the text; NULL: "en" */
  const char *title;            /* of the document; NULL: its first heading */
  const char *version;          /* label or abbreviated commit, for the footer; NULL: none */
  AdrefFooter footer;           /* whether a page says version, hash and number at its foot */
  const char *hash;             /* content hash for the footer; NULL: none */
  const char *parallel_hash;    /* of the parallel text; NULL: none */
  const char *date;             /* of the version, ISO 8601; NULL: none */
  const AdrefHouseStyle *house; /* the style of the page; NULL: none */
  const AdrefPageWords *words;  /* adref's own words in the language; NULL: English */
  const char *occasion;         /* below the title, "Tokyo, 17 December 2023"; NULL: none */
  const char *role; /* status of the text in this language (view/language_role.h); NULL: none */
  gboolean is_read_at_once; /* a Word file that nobody keeps: it is not compressed */
  gboolean is_not_agreed;   /* it is a text as if agreed: a PDF says DRAFT */
  const char *preferred; /* by what such a text was decided, "prefer JPN" or "party JPN", for a Word
                            file that comes back; NULL: it is none */
  const char *copy;      /* name of the party whose alternat this is; NULL: none */
  const char *part;    /* which clauses of the text these are, as a person named them; NULL: all */
  const char *clauses; /* the same by ids, "a,b", for a Word file; NULL: as `part` */
  gboolean reveals_hidden;        /* the terminal writes what a reader cannot see as numbers
                                   * (clause/text/hidden.h)
                                   */
  const char *const *signatories; /* names, in order, NULL-terminated; NULL: none */
  GHashTable *names;              /* party code -> short name, for the legend; NULL: codes only */
  const AdrefParties *parties;    /* the registry, for colours; NULL: those of the codes */
  GPtrArray *problems;            /* AdrefProblem: links that were dropped; may be NULL */
} AdrefViewOptions;

/* Whether a page may contain the link: http, https, mailto, or "#clause". */
gboolean adref_view_link_is_safe(const char *url);

/* The number as printed before a clause in this view: "12.", "PP3", "1.1", or NULL. Caller frees.
 */
char *adref_view_number(const AdrefNode *clause, AdrefView view);

/* The same for the old text of a redline. */
char *adref_view_old_number(const AdrefNode *clause, AdrefView view);

/* Whether clauses of that kind are numbered in a series (pp, op, item): their words are indented to
 * the right of the number. */
gboolean adref_view_is_in_series(AdrefClauseKind kind);

/* Whether a bracket has two words alone, "[JPN reserve]", between which no line ends. */
gboolean adref_view_is_short_bracket(const AdrefNode *bracket);

/* Whether an annex begins with the clause: it is one, or the first of the headings right above one.
 * Not with the first clause of a text. */
gboolean adref_view_begins_annex(const AdrefNode *clause);

/* The title of the page: options->title, or the first heading, or "". Caller frees. */
char *adref_view_title(const AdrefNode *document, const AdrefViewOptions *options);

#endif
