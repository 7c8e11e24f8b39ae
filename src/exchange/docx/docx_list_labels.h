/* The numbers that Word counts: the label of each paragraph of a list, as Word prints it. */
#ifndef ADREF_EXCHANGE_DOCX_DOCX_LIST_LABELS_H
#define ADREF_EXCHANGE_DOCX_DOCX_LIST_LABELS_H

#include "exchange/archive/xml_reader.h"

enum {
  ADREF_DOCX_LIST_LEVELS = 9
};

typedef struct {
  gboolean is_bullet;
  gboolean is_plain; /* a decimal number of one level with "." or ")" behind it, or nothing */
  guint number;      /* of this item */
  char *label;       /* "(a)", "1.1", "Article 5"; of a bullet "" */
} AdrefDocxListLabel;

typedef struct AdrefDocxLists AdrefDocxLists;

/* `root` of the numbering part may be NULL. */
AdrefDocxLists *adref_docx_lists_new(const AdrefXmlNode *root);
void adref_docx_lists_free(AdrefDocxLists *lists);

/* The indent of a level of a list, in twentieths of a point; 0: it has none. */
int adref_docx_lists_left(const AdrefDocxLists *lists, guint list, guint level);

/* Begins to count anew. */
void adref_docx_lists_restart(AdrefDocxLists *lists);

/* Counts a paragraph of a list (numId) at a level from 0, in the order of the text. FALSE: there is
 * no such list. The caller frees label->label. */
gboolean adref_docx_lists_next(AdrefDocxLists *lists, guint list, guint level,
                               AdrefDocxListLabel *label);

#endif
