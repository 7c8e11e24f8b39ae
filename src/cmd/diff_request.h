/* Which texts the arguments of "diff" name: [STATEMENT] [FROM [TO] | BASE A B], or --files. */
#ifndef ADREF_CMD_DIFF_REQUEST_H
#define ADREF_CMD_DIFF_REQUEST_H

#include "cmd/command.h"
#include "work/text.h"

typedef struct {
  char *statement;  /* NULL: files */
  GPtrArray *names; /* of char *: versions or paths; two or three, none missing */
} AdrefDiffRequest;

/* What is left out is the label that was given last, or HEAD, and the text in the files. *request
 * is cleared by the caller, also after an error. */
gboolean adref_diff_request_read(const AdrefRun *run, AdrefDiffRequest *request, GError **error);
void adref_diff_request_clear(AdrefDiffRequest *request);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefDiffRequest, adref_diff_request_clear)

/* The text of the name with this index. */
AdrefText *adref_diff_request_text(const AdrefRun *run, const AdrefDiffRequest *request, guint i,
                                   GError **error);

#endif
