/* The objects of a PDF as Cairo writes it, one after the other while it does. */
#ifndef ADREF_PRINT_PDF_OBJECT_H
#define ADREF_PRINT_PDF_OBJECT_H

#include <glib.h>

typedef struct {
  GString *raw;        /* what Cairo has written and nobody has dropped: append to it */
  gsize next;          /* where the next object begins in it */
  gboolean is_refused; /* Cairo writes no such file */
  gboolean has_begun;  /* private: the first two lines are read */
  gsize searched;      /* private: no stream ends before, of the object that is not complete */
} AdrefPdfObjects;

/* Places in what is raw. */
typedef struct {
  gsize start, body, end; /* of "12 0 obj\n", behind it, and behind "endobj\n" */
  guint number;
} AdrefPdfObject;

AdrefPdfObjects *adref_pdf_objects_new(void);
void adref_pdf_objects_free(AdrefPdfObjects *objects);

/* The next object; FALSE: it is not complete. */
gboolean adref_pdf_objects_next(AdrefPdfObjects *objects, AdrefPdfObject *object);

/* Drops the bytes before a place that is not behind the next object: all places are less by that.
 */
void adref_pdf_objects_drop(AdrefPdfObjects *objects, gsize before);

/* The first such words before `end`, or NULL; the number behind them, or 0. */
const char *adref_pdf_object_find(const char *text, const char *end, const char *words);
guint adref_pdf_object_number(const char *text, const char *end, const char *name);

#endif
