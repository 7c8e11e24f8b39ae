/* What the registry is made of: for party.c and party_read.c. */
#ifndef ADREF_DRAFT_DATA_PARTY_PRIVATE_H
#define ADREF_DRAFT_DATA_PARTY_PRIVATE_H

#include "draft/data/party.h"

/* A membership or the names of a time. */
typedef struct {
  char *code;                                       /* of the member; NULL: names of the party */
  gint64 from, until;                               /* days; until is the first day after */
  GHashTable *short_names, *long_names, *sort_keys; /* of names; NULL: those of today */
} AdrefDatedFact;

struct AdrefParties {
  GPtrArray *all;         /* of AdrefParty, in the order of the file */
  GHashTable *by_code;    /* code -> AdrefParty */
  GHashTable *names;      /* folded name -> code */
  const char **code_list; /* codes in the order of the file, NULL-terminated */
  gboolean has_dates;
};

/* Of AdrefParty. */
void adref_party_free(gpointer party);

/* The members of a group on a day. Freed with g_strfreev. */
char **adref_party_members_at(const AdrefParty *party, gint64 day);

/* Makes the list of codes anew, when parties were added. */
void adref_parties_list_codes(AdrefParties *parties);

#endif
