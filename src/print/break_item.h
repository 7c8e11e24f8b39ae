/* Break items: the parts of a styled text that are never broken, with the space between them. Only
 * for line_breaker.c.
 *
 * ICU says where a line may be broken: in Japanese by rules, in Thai, Lao, Khmer and Burmese by
 * dictionaries. */
#ifndef ADREF_PRINT_BREAK_ITEM_H
#define ADREF_PRINT_BREAK_ITEM_H

#include <glib.h>

#include "clause/icu.h"
#include "print/shaper.h"
#include "print/styled_text.h"

/* By how much each cluster of Thai, Lao, Khmer, Burmese and Tamil can be stretched, in font
 * sizes. */
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
  float glue, stretch, shrink; /* of the space behind it */
  float cluster_stretch;       /* the part of `stretch` that stands between its clusters */
  gboolean is_over; /* a ruby reading: above the words before it, without a width of its own */
} AdrefBreakItem;

/* The width that it takes in its line. */
static inline float adref_break_item_width(const AdrefBreakItem *item)
{
  return G_UNLIKELY(item->is_over) ? 0 : item->shape->width;
}

typedef struct {
  AdrefShaper *shaper;
  const GArray *styles; /* of AdrefTextStyle */
  GArray *faces;        /* of guint: the shaper's face number of each style, or G_MAXUINT */
  UBreakIterator *lines, *characters;
  UBreakIterator *phrases; /* for the lines of headings; NULL: the same as `lines` */
  gboolean is_rtl;
  gboolean is_mixed; /* the last text has words in both directions */
  GArray *items;     /* of AdrefBreakItem: of the last text */
} AdrefBreakItems;

/* Splits a text into break items; an item wider than `width` is split into grapheme clusters. */
void adref_break_items_cut(AdrefBreakItems *items, const AdrefStyledText *styled_text, float width);

#endif
