/* How letters of a Word file are printed: their color, what is behind them, their size. Words that
 * nobody can see on paper are words to a program; whoever reads a file is told of them. */
#ifndef ADREF_EXCHANGE_DOCX_DOCX_INK_H
#define ADREF_EXCHANGE_DOCX_DOCX_INK_H

#include "exchange/archive/xml_reader.h"

/* A color as a file gives it: none, the program's own choice, which can be seen, or 0xRRGGBB. */
typedef enum {
  ADREF_DOCX_COLOR_NONE = 0,
  ADREF_DOCX_COLOR_AUTOMATIC = 1 << 24,
  ADREF_DOCX_COLOR_GIVEN = 2 << 24, /* with the color in the bits below */
  ADREF_DOCX_COLOR_CLEAR = 3 << 24, /* letters that are not filled at all */
} AdrefDocxColor;

typedef struct {
  guint color, behind; /* AdrefDocxColor */
  guint size;          /* in half points; 0: none is given */
} AdrefDocxInk;

/* Takes what <w:rPr> of letters gives, or <w:pPr> or <w:tcPr> of what they stand in, over what was
 * given before; `properties` may be NULL. */
void adref_docx_ink_read(AdrefDocxInk *ink, const AdrefXmlNode *properties);

/* Takes what `over` gives. */
void adref_docx_ink_put(AdrefDocxInk *ink, const AdrefDocxInk *over);

/* Whether letters have nearly the color of what is behind them: white on white. */
gboolean adref_docx_ink_is_pale(const AdrefDocxInk *ink);

/* Whether letters are smaller than 4 points. */
gboolean adref_docx_ink_is_tiny(const AdrefDocxInk *ink);

#endif
