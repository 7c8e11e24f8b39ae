/* What a command line asks of a redline: for "diff" and "diff-driver". */
#ifndef ADREF_CMD_SHARED_REDLINE_ARGUMENTS_H
#define ADREF_CMD_SHARED_REDLINE_ARGUMENTS_H

#include "cmd/command.h"
#include "work/join/comparison.h"

/* The options in a format; a wide window shows the two texts side by side. *start: as in
 * cmd/shared/pdf_arguments.h. */
AdrefComparisonOptions adref_redline_arguments_read(const AdrefRun *run, const char *format,
                                                    gint64 *start);

#endif
