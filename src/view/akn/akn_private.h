/* The state of the Akoma Ntoso output. Only for akn.c (parts and clauses), akn_blocks.c,
 * akn_inlines.c and akn_meta.c (what stands before the text). */
#ifndef ADREF_VIEW_AKN_AKN_PRIVATE_H
#define ADREF_VIEW_AKN_AKN_PRIVATE_H

#include "view/akn/akn.h"
#include "view/akn/akn_plan.h"
#include "view/contents.h"
#include "view/renderer.h"
#include "view/table_columns.h"

enum {
  ADREF_AKN_MAX_BLOCKS = 40,  /* lists and quotations in each other; readers of XML have a limit */
  ADREF_AKN_MAX_INLINES = 60, /* brackets, emphasis and the like in each other */
};

/* A list that is open. */
typedef struct {
  gboolean is_ordered;
  guint next;    /* number of the next item */
  gsize outside; /* length of the beginning of eIds outside of it, and in it */
  gsize inside;
} AdrefAknList;

typedef struct {
  AdrefViewOptions options;
  const AdrefAknWork *work;
  AdrefRenderer renderer;
  AdrefRendererTable hooks;
  AdrefFootnotes *footnotes; /* or NULL */
  AdrefContents *contents;
  AdrefAknPlan *plan;
  GString *xml;       /* the statement behind its first <meta> */
  GPtrArray *parties; /* codes that the text refers to, in the order of the text; owned by the tree
                       */
  GHashTable *known;  /* the same as a set */

  /* the part of the document */
  const AdrefAknPlace *place; /* of the clause that is being written */
  gboolean is_open;           /* the element of the zone is open */
  AdrefAknZone zone;
  gboolean has_body; /* the document or attachment has its <mainBody> */
  gboolean has_recitals;
  guint sections; /* that are open */
  gsize empty_at; /* length of the XML right behind a tag whose element must not be empty */
  gsize clause_at, empty_before; /* length before the clause, and `empty_at` there */

  /* the clause */
  GString *prefix;                 /* with which the eIds of elements begin here */
  GArray *lists;                   /* of AdrefAknList */
  guint ordered;                   /* depth of ordered lists, for the kind of their numbers */
  const AdrefNode *first_heading;  /* the one whose words are a <heading> or <docTitle>; or NULL */
  char *work_id;                   /* of the title: attributes */
  gboolean wants_intro, has_intro; /* blocks of a section beside its heading */
  guint blocks, inlines;           /* that are open in each other */
  const AdrefNode *table;
  AdrefTableColumns columns;
  gboolean is_head;

  /* inlines */
  const AdrefNode *linked; /* the LINK whose element is open */
  gboolean linked_inside;  /* it is a <ref> */
  GHashTable *edges;       /* BRACKET_EDGE -> its eId */
  gboolean is_footnote;
  GArray *waiting; /* of guint: footnotes that were first called in the one that is written */
  gboolean has_ruby;
} AdrefAkn;

/* Adds text as it is. */
static inline void adref_akn_add(AdrefAkn *out, const char *xml)
{
  g_string_append(out->xml, xml);
}

/* Adds words of a text. */
void adref_akn_put(AdrefAkn *out, const char *text, gsize length);
void adref_akn_put_string(AdrefAkn *out, const char *text);

/* Adds ` name="value"`. */
void adref_akn_attribute(GString *xml, const char *name, const char *value);

/* Adds an eId that is counted, in the clause or the innermost item. */
void adref_akn_put_id(AdrefAkn *out, const char *name);

/* Adds ` refersTo="#JPN #THA"`, and keeps the codes for the references. NULL-terminated. */
void adref_akn_put_parties(AdrefAkn *out, char *const *codes);

/* Marks that the element that was just opened must get a block, and gives it an empty one where it
 * got none. */
void adref_akn_begin_filled(AdrefAkn *out);
void adref_akn_end_filled(AdrefAkn *out);

/* What comes before a block of a clause. */
void adref_akn_begin_block(AdrefAkn *out);

/* A block whose words are the note of a party; also inside of a paragraph. */
void adref_akn_put_note(AdrefAkn *out, const AdrefNode *note);

/* akn_blocks.c, akn_inlines.c: enter their functions for node types into the table. */
void adref_akn_blocks(AdrefRendererTable *table);
void adref_akn_inlines(AdrefRendererTable *table);

/* akn_meta.c: the <meta> of the statement, or of an attachment ("annex_1"). */
void adref_akn_meta(const AdrefAkn *out, GString *xml, const char *attachment);

#endif
