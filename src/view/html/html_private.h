/* The state of the HTML output. Only for html.c, html_blocks.c (block nodes) and html_inlines.c
 * (inline nodes). */
#ifndef ADREF_VIEW_HTML_HTML_PRIVATE_H
#define ADREF_VIEW_HTML_HTML_PRIVATE_H

#include <string.h>

#include "base/string_append.h"
#include "view/footnote.h"
#include "view/html/html.h"
#include "view/renderer.h"
#include "view/table_columns.h"

struct AdrefHtml {
  GString *html;
  AdrefHtmlPage page;
  AdrefViewOptions options; /* of the text that is being written */
  AdrefRendererTable hooks;
  AdrefRenderer renderer;
  AdrefFootnotes *footnotes; /* or NULL */
  AdrefFootnotes *counted;   /* where footnotes stay in their places: what numbers them; or NULL */
  const AdrefNode *table;    /* the TABLE that is being written */
  const char *table_part;    /* "thead" or "tbody", whichever is open; NULL: none */
  gboolean is_table_head;    /* the row that is being written is its head */
  AdrefTableColumns columns; /* of that row */
  guint heading;             /* number of headings so far */
  guint ordered;             /* ordered lists that are open; a numbered clause counts as one */
  const AdrefNode *linked;   /* the LINK whose <a> is open: <a> cannot nest */
  AdrefChangeMark mark;      /* of the change run that is open: DELETED or INSERTED */
  gboolean has_ruby;         /* the language uses ruby */
  gboolean is_bare;          /* clauses without anchors and notices */
  const AdrefNode *before, *after; /* the changed clauses next to this one, or NULL */
};

static inline void adref_html_add(AdrefHtml *out, const char *markup)
{
  adref_string_append(out->html, markup, strlen(markup));
}

/* Enter the functions for each node type into the table. */
void adref_html_blocks(AdrefRendererTable *table);
void adref_html_inlines(AdrefRendererTable *table);

/* Writes a tag without its end, with lang="en" when the text has another language. */

/* Writes the attribute aria-label with a word of the page, and lang="en" where that is English. */
void adref_html_put_label(AdrefHtml *out, AdrefPageWord word);

/* Writes the code of a party, with its name. */
void adref_html_put_chip(AdrefHtml *out, const char *code);

/* Writes the notice of a clause, with links to the other end of a move and to the next changes.
 * `data` is the AdrefHtml. */
void adref_html_notice(gpointer data, const AdrefNode *clause, const char *words);

/* Writes the words of a node unchanged. `data` is the AdrefHtml. */
void adref_html_put_text(gpointer data, const AdrefNode *node);

#endif
