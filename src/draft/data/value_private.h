/* What a value is made of: for value.c, value_print.c and value_write.c. */
#ifndef ADREF_DRAFT_DATA_VALUE_PRIVATE_H
#define ADREF_DRAFT_DATA_VALUE_PRIVATE_H

#include "draft/data/value.h"

struct AdrefValue {
  guint references;
  AdrefValueType type;
  union {
    GHashTable *texts;  /* TEXT: language -> words */
    gint64 integer;     /* INTEGER; DATE: days since 1970-01-01 */
    char **codes;       /* PARTY (one), PARTIES */
    GPtrArray *items;   /* LIST: of AdrefValue (text); RECORDS: of AdrefValue (record) */
    AdrefValue *chosen; /* CHOICE: a text */
    char *amount;       /* DECIMAL, MONEY, RANGE: in its one spelling */
    GHashTable *fields; /* RECORD: name -> AdrefValue */
    gboolean boolean;
  } as;
  const AdrefParties *parties; /* of PARTY and PARTIES */
};

#endif
