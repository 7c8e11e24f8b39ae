/* House style: templates/styles/<profile>.yaml. What it numbers, and how its pages look; what a
 * style does not say stays as adref does it. templates/README.md has the keys and their bounds. */
#ifndef ADREF_DRAFT_HOUSE_STYLE_H
#define ADREF_DRAFT_HOUSE_STYLE_H

#include <glib.h>

#include "clause/numbering.h"
#include "draft/statement.h"

typedef struct {
  AdrefNumbering numbering;
  gboolean is_letter; /* paper: letter; else A4 */
  float margins[4];   /* top, right, bottom, left, in points; right and left are exchanged where
                         a page is mirrored */
  gboolean is_sans;   /* the text is set in a sans serif */
  GHashTable *fonts;  /* texts.h: the family of the text, by language; NULL: none is named */
  AdrefLocation fonts_place; /* its file lives as long as the style */
  float size;                /* of the text, in points */
  float leading;             /* from line to line, in sizes, for Latin letters; other scripts in the
                                same proportion */
  float gap;                 /* between paragraphs, in sizes */
  gboolean is_ragged;        /* lines are not justified */
  gboolean is_run_in;        /* numbers stand in an indented first line; else they hang */
  gboolean has_centered;     /* headings of sections stand in the middle */
  char *file;                /* of the style */
} AdrefHouseStyle;

/* The style of a statement, or of its outline; one that says nothing where neither names any. */
AdrefHouseStyle *adref_house_style_of_statement(const AdrefStatement *statement,
                                                AdrefFileSource *source, AdrefLibrary *library,
                                                GError **error);

/* The same, where the outline is at hand; NULL: there is none. */
AdrefHouseStyle *adref_house_style_choose(const AdrefStatement *statement,
                                          const AdrefOutline *outline, AdrefFileSource *source,
                                          GError **error);

/* A style by its name. */
AdrefHouseStyle *adref_house_style_read(AdrefFileSource *source, const char *name, GError **error);

/* A style by its bytes, which stand at `path`. */
AdrefHouseStyle *adref_house_style_parse(GBytes *bytes, const char *path, GError **error);

AdrefHouseStyle *adref_house_style_new(void);
void adref_house_style_free(AdrefHouseStyle *style);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefHouseStyle, adref_house_style_free)

/* The family of the text in a language, or NULL; so for no style. */
const char *adref_house_style_font(const AdrefHouseStyle *style, const char *language);

#endif
