/* The renderer: how every output walks a tree.
 *
 * An output is a table: what to write when a node is entered and left, and how its marks look. The
 * renderer walks, applies the view, and passes numbers, ids, links, bracket marks and positions to
 * the table. An output never reads ids in as.clause, as.link.url, as.positions or as.edge.groups
 * itself, so it can neither forget a mark nor show one to the wrong readers. The marks of a redline
 * are passed in the same way; a text without marks costs one branch per node for them. */
#ifndef ADREF_VIEW_RENDERER_H
#define ADREF_VIEW_RENDERER_H

#include <glib.h>

#include "clause/link_target.h"
#include "view/footnote.h"
#include "view/view.h"

enum {
  ADREF_NODE_TYPES = ADREF_AD_REF + 1
};

typedef void (*AdrefRendererCallback)(gpointer out, const AdrefNode *node);

/* Any member may be NULL: nothing is written then. Marks are written inside their node: after its
 * enter or before its leave. */
typedef struct AdrefRendererTable {
  struct {
    AdrefRendererCallback enter, leave;
  } nodes[ADREF_NODE_TYPES];

  /* In a clause: its number as printed in this view, or NULL; and its id, template and so on in the
   * negotiating view, NULL in other views. */
  void (*label)(gpointer out, const AdrefNode *clause, const char *number,
                const AdrefClause *facts);

  /* In a link or image: a safe outside address, or a clause of this text; both NULL when only the
   * words may be shown. */
  void (*link)(gpointer out, const AdrefNode *node, const char *url, const AdrefNode *clause);

  /* "[" of a BRACKET or EDGE; "/" before the second and later alternatives; "]". */
  AdrefRendererCallback open, slash, close;

  /* The parties and verbs: at the end of an alternative, or before the "]" of an EDGE. */
  void (*positions)(gpointer out, const AdrefNode *node, const GPtrArray *groups);

  /* In a redline: the begin and the end of a change run that is DELETED or INSERTED. It contains
   * whole inlines of one paragraph, or sibling leaf blocks (code, rules, notes). Deleted or
   * inserted containers are known by their own mark. Change runs do not nest. */
  void (*begin)(gpointer out, AdrefChangeMark mark);
  void (*end)(gpointer out, AdrefChangeMark mark);

  /* In a change run: what changed around words that were kept, such as "*" for emphasis or
   * "(address)" of a link. */
  void (*symbol)(gpointer out, const char *text);

  /* Whether the verbs of positions, such as "delete", are words of the page. */
  gboolean has_page_verbs;

  /* Positions that changed party by party: a piece of " - JPN, THA". NULL: `symbol` writes it. */
  void (*piece)(gpointer out, const char *text);

  /* In a clause of a redline, before its label: what happened to it, "modified: 1 word deleted". */
  void (*notice)(gpointer out, const AdrefNode *clause, const char *words);
} AdrefRendererTable;

/* What to write for a node type. */
typedef struct {
  AdrefNodeType type;
  AdrefRendererCallback enter, leave;
} AdrefRendererRow;

/* Enters rows into the table. */
void adref_renderer_table_set(AdrefRendererTable *table, const AdrefRendererRow *rows, gsize count);

typedef struct {
  const AdrefViewOptions *options;
  const AdrefRendererTable *table;
  gpointer out;
  AdrefLinkTargets *targets;       /* of cross references */
  const AdrefFootnotes *footnotes; /* texts that are left out in their places; or NULL */
} AdrefRenderer;

/* A renderer for `root` and for other nodes of the same document. `table` and `options` are kept by
 * reference. Clear it with adref_renderer_clear(). */
AdrefRenderer adref_renderer(const AdrefNode *root, const AdrefViewOptions *options,
                             const AdrefRendererTable *table, gpointer out);
void adref_renderer_clear(AdrefRenderer *renderer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefRenderer, adref_renderer_clear)

/* Writes a document, a clause or any other subtree. */
void adref_renderer_run(const AdrefRenderer *renderer, const AdrefNode *node);

#endif
