/* Counting what each version of a log changed in the words of a statement's rolling text. */
#ifndef ADREF_WORK_CHANGES_CHANGE_COUNTER_H
#define ADREF_WORK_CHANGES_CHANGE_COUNTER_H

#include "history/log.h"
#include "view/redline.h"
#include "work/text.h"

typedef struct AdrefChangeCounter AdrefChangeCounter;

/* For a log of the statement's folder. Unless `all`, it counts for the first versions only, until
 * it has read 16 MiB of text, so that a log shows at once; how many, depends on the text alone. The
 * session's repository is open, and must outlive the counter. NULL when the statement's facts
 * cannot be read, which must not hide its log. */
AdrefChangeCounter *adref_change_counter_new(AdrefSession *session, const char *statement,
                                             gboolean all);
void adref_change_counter_free(AdrefChangeCounter *counter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefChangeCounter, adref_change_counter_free)

/* What the current version of the log changed, compared with its first parent. FALSE: it is not
 * counted, or cannot be. */
gboolean adref_change_counter_count(AdrefChangeCounter *counter, AdrefLog *log,
                                    AdrefRedlineCounts *counts);

#endif
