/* The objects of a PDF, read one after the other while Cairo writes them. */
#ifndef ADREF_PRINT_PDF_OBJECT_H
#define ADREF_PRINT_PDF_OBJECT_H

#include <glib.h>

typedef struct {
  GString *raw;        /* bytes of Cairo that were not dropped: append to it */
  gsize next;          /* offset of the next object in it */
  gboolean is_refused; /* Cairo does not write such a file */
  gboolean has_begun;  /* private: the first two lines are read */
  gsize searched;      /* private: of the incomplete object, the stream does not end before here */
} AdrefPdfObjects;

/* Offsets in `raw`. */
typedef struct {
  gsize start, body, end; /* of "12 0 obj\n", of the body behind it, and behind "endobj\n" */
  guint number;
} AdrefPdfObject;

AdrefPdfObjects *adref_pdf_objects_new(void);
void adref_pdf_objects_free(AdrefPdfObjects *objects);

/* Reads the next object; FALSE: it is not complete. */
gboolean adref_pdf_objects_next(AdrefPdfObjects *objects, AdrefPdfObject *object);

/* Drops the bytes before `before`, which is at most `next`: all offsets become smaller by that. */
void adref_pdf_objects_drop(AdrefPdfObjects *objects, gsize before);

/* The first occurrence of the words before `end`, or NULL; and the number behind the words, or
 * 0. */
const char *adref_pdf_object_find(const char *text, const char *end, const char *words);
guint adref_pdf_object_number(const char *text, const char *end, const char *name);

#endif
