/* A note or a private comment on a clause, in what "adref comment --json" lists. */
#ifndef ADREF_VIEW_JSON_JSON_COMMENT_H
#define ADREF_VIEW_JSON_JSON_COMMENT_H

#include "view/json/json_list.h"

typedef struct {
  const char *clause; /* id or number; NULL: the clause has neither */
  const char *party;  /* whose note it is; NULL: a private comment */
  guint number;       /* of a private comment, for --remove; 0: a note */
  const char *time;   /* of a private comment, or NULL */
  const char *text;
} AdrefJsonComment;

/* Adds {"clause": "" | null, "party": "" | null, "number": 1 | null, "time": "" | null,
 * "text": ""}. */
void adref_json_comment_add(AdrefJsonList *list, const AdrefJsonComment *comment);

#endif
