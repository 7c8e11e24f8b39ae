/* The styles of a Word file: what of them decides how its words are read. */
#ifndef ADREF_EXCHANGE_DOCX_DOCX_STYLE_SHEET_H
#define ADREF_EXCHANGE_DOCX_DOCX_STYLE_SHEET_H

#include "exchange/docx/docx_ink.h"

/* How letters look, as a set of bits. */
typedef enum {
  ADREF_DOCX_BOLD = 1 << 0,
  ADREF_DOCX_ITALIC = 1 << 1,
  ADREF_DOCX_STRIKE = 1 << 2,
  ADREF_DOCX_UNDERLINE = 1 << 3,
  ADREF_DOCX_SUPERSCRIPT = 1 << 4,
  ADREF_DOCX_SUBSCRIPT = 1 << 5,
  ADREF_DOCX_CODE = 1 << 6,     /* adref's style of code */
  ADREF_DOCX_CAPITALS = 1 << 7, /* printed in capitals */
  ADREF_DOCX_HIDDEN = 1 << 8,
} AdrefDocxLetters;

/* What a style is to adref, by its name. */
typedef enum {
  ADREF_DOCX_ROLE_NONE,
  ADREF_DOCX_ROLE_TITLE,
  ADREF_DOCX_ROLE_QUOTE,
  ADREF_DOCX_ROLE_CODE_BLOCK,
  ADREF_DOCX_ROLE_RULE,
  ADREF_DOCX_ROLE_AROUND,   /* printed around the text: status, subtitle, signatures */
  ADREF_DOCX_ROLE_CONTENTS, /* a line of a table of contents */
  ADREF_DOCX_ROLE_NUMBER,   /* of letters: the number of a clause, the label of an item */
  ADREF_DOCX_ROLE_SIGN,     /* of letters: how they look says nothing: brackets, positions, links */
  ADREF_DOCX_ROLE_CODE,     /* of letters */
} AdrefDocxRole;

enum {
  ADREF_DOCX_NO_LEVEL = 9 /* of the outline: ordinary text */
};

typedef struct {
  AdrefDocxRole role;
  guint outline; /* from 0; ADREF_DOCX_NO_LEVEL */
  guint letters; /* AdrefDocxLetters */
  AdrefDocxInk ink;
  gboolean is_close; /* no space to the next paragraph of the style */
  guint list;        /* numId; 0: none */
  guint list_level;
} AdrefDocxStyle;

typedef struct AdrefDocxStyleSheet AdrefDocxStyleSheet;

/* `root` of the styles may be NULL. */
AdrefDocxStyleSheet *adref_docx_style_sheet_new(const AdrefXmlNode *root);
void adref_docx_style_sheet_free(AdrefDocxStyleSheet *sheet);

/* The style with an id and what it is based on; NULL: the default style of paragraphs. Never NULL.
 */
const AdrefDocxStyle *adref_docx_style_sheet_get(const AdrefDocxStyleSheet *sheet, const char *id);

/* What the file gives for all letters. */
const AdrefDocxInk *adref_docx_style_sheet_ink(const AdrefDocxStyleSheet *sheet);

/* Changes the bits by the elements of <w:rPr>; `properties` may be NULL. */
guint adref_docx_letters_read(const AdrefXmlNode *properties, guint letters);

/* The value of an element as Word reads yes and no: absent `otherwise`, without a value yes. */
gboolean adref_docx_is_on(const AdrefXmlNode *parent, const char *name, gboolean otherwise);

/* The attribute w:val of a child as a number, or `otherwise`. */
guint adref_docx_number(const AdrefXmlNode *parent, const char *name, guint otherwise);

#endif
