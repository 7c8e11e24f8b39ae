/* Lists of parties in a text: "Japan, Indonesia and the Kingdom of Thailand". */
#ifndef ADREF_REVIEW_CHECK_PARTY_LISTS_H
#define ADREF_REVIEW_CHECK_PARTY_LISTS_H

#include "draft/data/party.h"
#include "review/check/check_text.h"

enum {
  ADREF_CHECK_PARTY_LIST = 100, /* parties of a list that is looked at */
  ADREF_CHECK_PARTY_NAMES = 500 /* parties of the registry that are looked for */
};

typedef struct {
  const AdrefCheckBlock *block;
  GPtrArray *codes; /* of const char *, in their order, with NULL at the end */
  gsize start, end; /* bytes of the block */
} AdrefPartyList;

/* The lists of at least `fewest` parties by the names that pages print, with nothing but signs,
 * "and" and articles between them, in the order of the text. Groups are no party of a list. Caller
 * unrefs; the codes belong to the registry. */
GPtrArray *adref_party_lists_new(const AdrefCheckText *text, const AdrefParties *parties,
                                 guint fewest);

#endif
