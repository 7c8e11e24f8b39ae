/* A draft that was circulated is withdrawn: a wrong or retracted label. It stays in the record,
 * with the reason (history/label.h). */
#ifndef ADREF_WORK_PUBLISH_WITHDRAW_H
#define ADREF_WORK_PUBLISH_WITHDRAW_H

#include "work/session.h"

typedef struct {
  const char *label;
  const char *reason; /* one line */
  const char *party;  /* whose word it is, or NULL */
} AdrefWithdrawOptions;

/* Refused for a final text, and for a draft that was withdrawn before. What is to be sent is said.
 */
gboolean adref_withdraw(AdrefSession *session, const AdrefStatement *statement,
                        const AdrefWithdrawOptions *options, GError **error);

#endif
