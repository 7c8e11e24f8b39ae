/* Mends what "adref check" finds and a program can mend without judgement: words that stand twice,
 * spaces, names of the house style, numbers of cross references, the canonical form. */
#ifndef ADREF_WORK_JOIN_CHECK_FIX_H
#define ADREF_WORK_JOIN_CHECK_FIX_H

#include "work/check/check_statement.h"
#include "work/join/comparison.h"

/* What was mended in one text. */
typedef struct {
  char *name;      /* of the file */
  GString *before; /* its bytes before */
  GString *after;  /* and now; the same: nothing was mended */
  guint kept;      /* places in agreed paragraphs, which stay as they are */
} AdrefCheckFixed;

/* Mends the texts of a statement, or a file, and writes them. A paragraph that a party has agreed
 * to, or that is marked as agreed, keeps its words: its places stay findings. What it writes has
 * nothing left to mend. Appends an AdrefCheckFixed for each text. */
gboolean adref_check_fix_texts(AdrefSession *session, const AdrefCheckOptions *options,
                               GPtrArray *fixed, GError **error);

/* A list of AdrefCheckFixed that frees them. */
GPtrArray *adref_check_fixed_new(void);

/* The redline of what was mended, in the terminal; NULL: nothing was. Caller frees. */
GString *adref_check_fixed_redline(AdrefSession *session, const AdrefCheckFixed *fixed, guint width,
                                   gboolean color);

#endif
