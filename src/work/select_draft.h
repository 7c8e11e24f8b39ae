/* Which draft a person means. */
#ifndef ADREF_WORK_SELECT_DRAFT_H
#define ADREF_WORK_SELECT_DRAFT_H

#include "history/label.h"

/* The draft of that name among the labels of a statement; NULL names the one that was circulated
 * last and was not withdrawn. NULL where there is none. */
const AdrefLabel *adref_select_draft(const GPtrArray *labels, const char *name);

#endif
