/* Atoms: the parts of a passage that are never broken, with the room between them. For lines alone.
 *
 * ICU says where a line may be broken: in Japanese by its rules, in Thai, Lao, Khmer and Burmese by
 * dictionaries. */
#ifndef ADREF_PRINT_BREAK_ITEM_H
#define ADREF_PRINT_BREAK_ITEM_H

#include <glib.h>

#include "clause/icu.h"
#include "print/shaper.h"
#include "print/styled_text.h"

/* By how much each cluster of Thai, Lao, Khmer, Burmese and Tamil stretches, in sizes of the type.
 */
#define ADREF_BREAK_ITEM_CLUSTER_STRETCH 0.014F

typedef enum {
  ADREF_LINE_BREAK_PROHIBITED,
  ADREF_LINE_BREAK_ALLOWED,
  ADREF_LINE_BREAK_MANDATORY,
} AdrefLineBreak;

typedef struct {
  const AdrefShapedWord *shape;
  gsize start;
  guint style;
  guint8 spaces; /* behind it */
  guint8 level;  /* of the bidirectional algorithm: odd from right to left */
  AdrefLineBreak after;
  float glue, stretch, shrink; /* of the room behind it */
  gboolean is_over;            /* stands above the words before it and takes no width */
} AdrefBreakItem;

/* How far the words behind it are. */
static inline float adref_break_item_width(const AdrefBreakItem *item)
{
  return G_UNLIKELY(item->is_over) ? 0 : item->shape->width;
}

typedef struct {
  AdrefShaper *shaper;
  const GArray *styles; /* of AdrefTextStyle */
  GArray *faces;        /* of guint: the shaper's face of each look, or G_MAXUINT */
  UBreakIterator *lines, *characters;
  UBreakIterator *phrases; /* for the lines of headings; NULL: as others */
  gboolean is_rtl;
  gboolean is_mixed; /* the last passage has words in both directions */
  GArray *items;     /* of AdrefBreakItem: of the last passage */
} AdrefBreakItems;

/* Cuts a passage into atoms; one that is wider than `width` falls into characters. */
void adref_break_items_cut(AdrefBreakItems *items, const AdrefStyledText *styled_text, float width);

#endif
