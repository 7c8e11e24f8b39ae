/* The sheet of paper: what a person asks of a printed page, and the measures that follow from it.
 * Lengths are points (1/72 inch). "Start" is the side at which lines begin: the left one, in Arabic
 * the right one. */
#ifndef ADREF_PRINT_PAGE_OPTIONS_H
#define ADREF_PRINT_PAGE_OPTIONS_H

#include <glib.h>

#include "draft/house_style.h"
#include "print/font_face.h"

typedef enum {
  ADREF_PAPER_HOUSE, /* as the house style has it */
  ADREF_PAPER_A4,
  ADREF_PAPER_LETTER,
} AdrefPaper;

typedef enum {
  ADREF_COUNT_NOTHING,
  ADREF_COUNT_PAGE,      /* lines are numbered, anew on each page */
  ADREF_COUNT_PARAGRAPH, /* anew in each paragraph */
} AdrefCount;

typedef struct {
  const AdrefHouse *house; /* NULL: one that says nothing */
  AdrefPaper paper;
  AdrefCount count;
  gboolean is_large;    /* large print */
  gboolean is_beside;   /* two texts side by side: margins and type are smaller */
  const char *marking;  /* in the header, "RESTRICTED"; NULL: none */
  const char *occasion; /* below the title, "Tokyo, 17 December 2023"; NULL: none */
  const char *attached; /* name of the file attached to the PDF; NULL: none */
  const char *bytes;    /* what it holds */
  gsize length;
} AdrefSheet;

typedef struct {
  float width, height;           /* of the paper */
  float start, end, top, bottom; /* margins */
  float measure;                 /* width of the lines */
  float size, leading;           /* of the text */
  float small;                   /* size of what is not the text: header, footer, notes */
  float indent;                  /* of a numbered paragraph, and of each list in another */
  float gap;                     /* between paragraphs */
  float notes;                   /* width of the notes in the margin; 0: there are none */
  float aside;                   /* from the text to the notes */
  AdrefFamily family;            /* of the text */
  gboolean is_ragged;            /* lines are not justified */
  gboolean is_run_in;            /* numbers stand in an indented first line */
  gboolean has_centered;         /* headings of sections stand in the middle */
} AdrefMeasures;

/* `has_notes`: the end margin is wide enough for the notes of delegations. */
AdrefMeasures adref_sheet_measures(const AdrefSheet *sheet, const AdrefScript *script,
                                   gboolean has_notes);

#endif
