/* A compilation text in columns (view/proposal_columns.h), as each output writes it. */
#ifndef ADREF_WORK_JOIN_COMPILATION_COLUMNS_H
#define ADREF_WORK_JOIN_COMPILATION_COLUMNS_H

#include "work/export/pdf_options.h"
#include "work/text.h"

typedef struct {
  const AdrefText *base;       /* its parties, words and house style are those of the pages */
  const char *base_name;       /* the version or file */
  const GPtrArray *parties;    /* of const char *: codes, in the order of the columns */
  const char *text;            /* the compilation, in canonical form */
  gsize length;                /* of it */
  const char *format;          /* "html", "pdf" or "text" */
  AdrefPdfOptions pdf_options; /* of a PDF */
  guint width;                 /* of a terminal */
  gboolean color;
} AdrefCompilationColumns;

/* NULL without an error: the columns do not fit into the terminal. The caller frees the result. */
GString *adref_compilation_columns_write(const AdrefCompilationColumns *columns, GError **error);

#endif
