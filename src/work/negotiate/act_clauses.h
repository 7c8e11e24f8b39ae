/* Which clauses an act of a party is of. */
#ifndef ADREF_WORK_NEGOTIATE_ACT_CLAUSES_H
#define ADREF_WORK_NEGOTIATE_ACT_CLAUSES_H

#include "work/negotiate/act_request.h"

/* Fills clauses and ids: those that were named, or all that the act may be of. What is left out is
 * said; FALSE, with an error, where a clause that was named is refused or none is left. */
gboolean adref_act_clauses_choose(AdrefActRequest *self, GError **error);

#endif
