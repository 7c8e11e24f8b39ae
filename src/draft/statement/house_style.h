/* House style: the file templates/styles/NAME.yaml, which says which clauses have numbers and how
 * pages look. What a file does not set has the default of adref_house_style_new().
 * templates/README.md lists the keys and their bounds. */
#ifndef ADREF_DRAFT_STATEMENT_HOUSE_STYLE_H
#define ADREF_DRAFT_STATEMENT_HOUSE_STYLE_H

#include <glib.h>

#include "clause/labels/numbering.h"
#include "draft/statement/statement.h"

/* What the foot of a page says of the text. */
typedef enum {
  ADREF_FOOTER_FULL, /* version, hash of the content, page */
  ADREF_FOOTER_PAGE, /* the number of the page */
  ADREF_FOOTER_NONE,
} AdrefFooter;

/* "full", "page" or "none"; FALSE for another word, and then nothing is set. */
gboolean adref_footer_parse(const char *word, AdrefFooter *footer);

typedef struct {
  char **parties; /* codes: an imported text takes the style where it names one; NULL: any text */
  AdrefNumbering numbering;
  gboolean is_letter; /* paper: letter; else A4 */
  float margins[4]; /* top, right, bottom, left, in points; right and left are exchanged on mirrored
                       pages */
  gboolean is_sans; /* the font of the text is a sans serif */
  GHashTable *fonts; /* draft/data/localized_text.h: font family by language; NULL: not set */
  AdrefLocation fonts_place; /* position of the key `font`; place.file is owned by the style */
  float size;                /* font size of the text, in points */
  float leading;             /* distance of lines, as a multiple of `size`, for Latin script; scaled
                                in proportion for other scripts */
  float gap;                 /* space between paragraphs, as a multiple of `size` */
  gboolean is_ragged;        /* lines are not justified */
  gboolean is_run_in;        /* a number is part of the indented first line; else it hangs */
  gboolean has_centered;     /* headings of sections are centred */
  AdrefFooter footer;
  char *file; /* path of the style; NULL for the defaults */
} AdrefHouseStyle;

/* The style named by the statement, else the one named by its outline, else the defaults. Reads the
 * outline when it is needed. Of an outline that does not exist any more the style is the one that
 * assembly.lock records, so that a text is read as before. */
AdrefHouseStyle *adref_house_style_of_statement(const AdrefStatement *statement,
                                                AdrefFileSource *source, AdrefLibrary *library,
                                                GError **error);

/* The same with an outline that was read already, or NULL for none. */
AdrefHouseStyle *adref_house_style_choose(const AdrefStatement *statement,
                                          const AdrefOutline *outline, AdrefFileSource *source,
                                          GError **error);

/* Reads the style of this name. */
AdrefHouseStyle *adref_house_style_read(AdrefFileSource *source, const char *name, GError **error);

/* Reads a style from the bytes of the file at `path`. */
AdrefHouseStyle *adref_house_style_parse(GBytes *bytes, const char *path, GError **error);

/* The defaults. */
AdrefHouseStyle *adref_house_style_new(void);
void adref_house_style_free(AdrefHouseStyle *style);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefHouseStyle, adref_house_style_free)

/* The font family for a language (NULL: English); NULL when none is set or `style` is NULL. */
const char *adref_house_style_font(const AdrefHouseStyle *style, const char *language);

#endif
