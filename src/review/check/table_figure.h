/* The figure in a cell of a table: "1,200", "$4.5 million", "30%". */
#ifndef ADREF_REVIEW_CHECK_TABLE_FIGURE_H
#define ADREF_REVIEW_CHECK_TABLE_FIGURE_H

#include <glib.h>

enum {
  ADREF_TABLE_FIGURE_SCALE = 10000, /* values are kept in parts of so many */
  ADREF_TABLE_FIGURE_DECIMALS = 4   /* more are not read */
};

typedef enum {
  ADREF_TABLE_FIGURE_NONE,  /* an empty cell, or a dash: nothing is added */
  ADREF_TABLE_FIGURE_VALUE, /* one figure, with a unit perhaps */
  ADREF_TABLE_FIGURE_OTHER  /* words, several figures, or what is not agreed */
} AdrefTableFigureState;

typedef struct {
  AdrefTableFigureState state;
  gint64 value; /* in parts of SCALE */
  guint decimals;
  char unit[24]; /* what stands around the figure: "%", "$million"; "": nothing */
} AdrefTableFigure;

/* Whether the language writes 1.200,5 for 1,200.5. */
gboolean adref_table_figure_has_comma(const char *language);

/* The figure at the start of words; *length is that of its digits and separators. FALSE: none is
 * there, or it has too many digits. */
gboolean adref_table_figure_read_number(const char *words, gboolean comma, AdrefTableFigure *figure,
                                        gsize *length);

/* The figure that the words of a cell are. */
AdrefTableFigure adref_table_figure_read(const char *words, gboolean comma);

/* "1,200.50", as the language writes it. Caller frees. */
char *adref_table_figure_print(gint64 value, guint decimals, gboolean comma);

#endif
