/* The sheet of paper: what a person asks of a printed page, and the measures that follow from it.
 * Lengths are points (1/72 inch). "Start" is the side at which lines begin: the left one, in Arabic
 * the right one. */
#ifndef ADREF_PRINT_PAGE_OPTIONS_H
#define ADREF_PRINT_PAGE_OPTIONS_H

#include <glib.h>

#include "draft/house_style.h"
#include "print/font_face.h"

typedef enum {
  ADREF_PAPER_SIZE_HOUSE_STYLE, /* as the house style has it */
  ADREF_PAPER_SIZE_A4,
  ADREF_PAPER_SIZE_LETTER,
} AdrefPaperSize;

typedef enum {
  ADREF_LINE_NUMBERING_NONE,
  ADREF_LINE_NUMBERING_PAGE,      /* lines are numbered, anew on each page */
  ADREF_LINE_NUMBERING_PARAGRAPH, /* anew in each paragraph */
} AdrefLineNumbering;

typedef struct {
  const AdrefHouseStyle *house; /* NULL: one that says nothing */
  AdrefPaperSize paper;
  AdrefLineNumbering line_numbering;
  gboolean is_large;    /* large print */
  gboolean is_parallel; /* two texts side by side: margins and type are smaller */
  const char *marking;  /* in the header, "RESTRICTED"; NULL: none */
  const char *occasion; /* below the title, "Tokyo, 17 December 2023"; NULL: none */
  const char *attached; /* name of the file attached to the PDF; NULL: none */
  const char *bytes;    /* what it holds */
  gsize length;
} AdrefPageOptions;

typedef struct {
  float width, height;           /* of the paper */
  float start, end, top, bottom; /* margins */
  float measure;                 /* width of the lines */
  float size, leading;           /* of the text */
  float small;                   /* size of what is not the text: header, footer, notes */
  float indent;                  /* of a numbered paragraph, and of each list in another */
  float gap;                     /* between paragraphs */
  float notes;                   /* width of the notes in the margin; 0: there are none */
  float note_gap;                /* from the text to the notes */
  AdrefFontFamily family;        /* of the text */
  gboolean is_ragged;            /* lines are not justified */
  gboolean is_run_in;            /* numbers stand in an indented first line */
  gboolean has_centered;         /* headings of sections stand in the middle */
} AdrefPageGeometry;

/* `has_notes`: the end margin is wide enough for the notes of delegations. */
AdrefPageGeometry adref_page_options_geometry(const AdrefPageOptions *options,
                                              const AdrefScript *script, gboolean has_notes);

#endif
