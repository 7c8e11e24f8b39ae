/* The walk that writes a text as HTML: what its files share. For html.c alone and those beside it:
 * html_blocks.c has what stands on lines of its own, html_words.c what stands in them. */
#ifndef ADREF_VIEW_HTML_PRIVATE_H
#define ADREF_VIEW_HTML_PRIVATE_H

#include "view/footnote.h"
#include "view/html.h"
#include "view/renderer.h"

struct AdrefHtml {
  GString *html;
  AdrefHtmlPage page;
  AdrefViewOptions options; /* of what is being written */
  AdrefRendererTable hooks;
  AdrefRenderer driver;
  AdrefFootnotes *footnotes; /* or NULL */
  const AdrefNode *table;    /* the PARAGRAPH that is being written as a table */
  gboolean is_table_head;    /* its first row is */
  guint heading;             /* how many have begun */
  guint ordered;             /* ordered lists that are open, a numbered clause counting as one */
  const AdrefNode *linked;   /* the LINK whose <a> is open: they do not nest */
  AdrefChangeMark mark;      /* of the stretch that is open: DELETED or INSERTED */
  gboolean is_table_rule;    /* the row |---|---| is passing */
  gboolean has_ruby;         /* the language has it */
  gboolean is_bare;          /* clauses without anchors and notices */
  const AdrefNode *before, *after; /* the changes next to the clause of a redline, or NULL */
};

static inline void adref_html_add(AdrefHtml *out, const char *markup)
{
  g_string_append(out->html, markup);
}

/* What is called for each node. */
void adref_html_blocks(AdrefRendererTable *table);
void adref_html_inlines(AdrefRendererTable *table);

/* A tag without its end, and the language of what adref says itself, where the text has another. */
void adref_html_put_english(AdrefHtml *out, const char *tag);

/* The code of a party, with its name. */
void adref_html_put_chip(AdrefHtml *out, const char *code);

/* What happened to a clause, with the way to the other end of a move and to the next changes.
 * `data` is the AdrefHtml. */
void adref_html_notice(gpointer data, const AdrefNode *clause, const char *words);

/* The words of a row of a table, with the cells that open and close in them. */
void adref_html_put_cells(AdrefHtml *out, const AdrefNode *text);

/* The words of a node as they are. `data` is the AdrefHtml. */
void adref_html_put_text(gpointer data, const AdrefNode *node);

/* Tags that may not stand in a stretch of inserted or deleted words interrupt it. */
AdrefChangeMark adref_html_interrupt(AdrefHtml *out);
void adref_html_resume(AdrefHtml *out, AdrefChangeMark mark);

#endif
