/* The one way in which outputs walk a tree.
 *
 * An output is a table: what to write when a node is entered and left, and how its marks look. The
 * driver walks, keeps the view, and hands over numbers, ids, links, bracket marks and positions:
 * an output never reads ids in as.clause, as.link.url, as.positions or as.edge.groups itself, and
 * so it can neither forget a mark nor leak one to the wrong readers. The marks of a redline are
 * handed over the same way; a text without marks pays one branch per node for them. */
#ifndef ADREF_VIEW_RENDERER_H
#define ADREF_VIEW_RENDERER_H

#include <glib.h>

#include "view/footnote.h"
#include "view/view.h"

enum {
  ADREF_NODE_TYPES = ADREF_AD_REF + 1
};

typedef void (*AdrefRendererCallback)(gpointer out, const AdrefNode *node);

/* Any member may be NULL: nothing is written then. The marks come inside their node: after its
 * enter or before its leave. */
typedef struct AdrefRendererTable {
  struct {
    AdrefRendererCallback enter, leave;
  } nodes[ADREF_NODE_TYPES];

  /* In a clause: its number as printed in this view, or NULL; and its id, template and so on for
   * negotiators, NULL in other views. */
  void (*label)(gpointer out, const AdrefNode *clause, const char *number,
                const AdrefClause *facts);

  /* In a link or image: where it leads, to a safe outside address or to a clause of this text;
   * both NULL when only the words may be shown. */
  void (*link)(gpointer out, const AdrefNode *node, const char *url, const AdrefNode *clause);

  /* "[" of a BRACKET or EDGE; "/" before the second and later alternatives; "]". */
  AdrefRendererCallback open, slash, close;

  /* Who says so: at the end of an alternative, or before the "]" of an EDGE. */
  void (*positions)(gpointer out, const AdrefNode *node, const GPtrArray *groups);

  /* In a redline: a stretch that is DELETED or INSERTED begins and ends. It holds whole inlines of
   * one paragraph, or leaf blocks (code, rules, notes) side by side; containers that went or came
   * say so themselves by their mark. Stretches do not nest. */
  void (*begin)(gpointer out, AdrefChangeMark mark);
  void (*end)(gpointer out, AdrefChangeMark mark);

  /* In a stretch: what changed around words that stayed, such as "*" for emphasis or "(address)" of
   * a link. */
  void (*symbol)(gpointer out, const char *text);

  /* In a clause of a redline, before its label: what happened to it, "modified: 1 word deleted". */
  void (*notice)(gpointer out, const AdrefNode *clause, const char *words);
} AdrefRendererTable;

typedef struct {
  const AdrefViewOptions *options;
  const AdrefRendererTable *table;
  gpointer out;
  GHashTable *clauses;             /* id -> CLAUSE, for cross references */
  const AdrefFootnotes *footnotes; /* whose words are left out where they stand; NULL: none are */
} AdrefRenderer;

/* A driver for `root` and all that stands in the same document; `table` and `how` are kept by
 * reference. Clear it with adref_renderer_clear. */
AdrefRenderer adref_renderer(const AdrefNode *root, const AdrefViewOptions *options,
                             const AdrefRendererTable *table, gpointer out);
void adref_renderer_clear(AdrefRenderer *driver);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefRenderer, adref_renderer_clear)

/* Writes a document, a clause or any other subtree. */
void adref_renderer_run(const AdrefRenderer *driver, const AdrefNode *node);

#endif
