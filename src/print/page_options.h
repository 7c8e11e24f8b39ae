/* Page options: what a user asks of a printed page, and the geometry that follows from it. Lengths
 * are in points (1/72 inch). "Start" is the side at which lines begin: left, but right in
 * Arabic. */
#ifndef ADREF_PRINT_PAGE_OPTIONS_H
#define ADREF_PRINT_PAGE_OPTIONS_H

#include <glib.h>

#include "draft/statement/house_style.h"
#include "print/font_face.h"

typedef enum {
  ADREF_PAPER_SIZE_HOUSE_STYLE, /* the size that the house style names */
  ADREF_PAPER_SIZE_A4,
  ADREF_PAPER_SIZE_LETTER,
} AdrefPaperSize;

typedef enum {
  ADREF_LINE_NUMBERING_NONE,
  ADREF_LINE_NUMBERING_PAGE,      /* lines are numbered from 1 on each page */
  ADREF_LINE_NUMBERING_PARAGRAPH, /* from 1 in each paragraph */
} AdrefLineNumbering;

typedef struct {
  const AdrefHouseStyle *house; /* NULL: the default house style */
  AdrefPaperSize paper;
  AdrefLineNumbering line_numbering;
  gboolean is_large;    /* larger type */
  gboolean is_parallel; /* parallel columns: margins and type are smaller */
  gboolean is_landscape;
  const char *marking;  /* in the header, "RESTRICTED"; NULL: none */
  const char *attached; /* name of the file attached to the PDF; NULL: none */
  const char *bytes;    /* content of the attached file */
  gsize length;
} AdrefPageOptions;

typedef struct {
  float width, height;           /* of the paper */
  float start, end, top, bottom; /* margins */
  float measure;                 /* width of the lines */
  float size, leading;           /* of the text */
  float small;                   /* font size of header, footer and notes */
  float indent;                  /* of a numbered paragraph, and of each nested list */
  float gap;                     /* between paragraphs */
  float notes;                   /* width of margin notes; 0: the page has none */
  float note_gap;                /* between the text and the margin notes */
  AdrefFontFamily family;        /* of the text */
  gboolean is_ragged;            /* lines are not justified */
  gboolean is_run_in;            /* clause numbers stand in an indented first line */
  gboolean has_centered;         /* headings of sections are centred */
} AdrefPageGeometry;

/* `has_notes`: the end margin gets room for the notes of delegations. */
AdrefPageGeometry adref_page_options_geometry(const AdrefPageOptions *options,
                                              const AdrefScript *script, gboolean has_notes);

#endif
