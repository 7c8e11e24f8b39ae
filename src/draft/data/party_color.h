/* The colour of a party, which it keeps in every text and every output: `colour:` in the registry,
 * else one that follows from its code. The eight colours are told apart by people who see no red or
 * no green, too (tests/draft/party_color.c); three frames make 24 looks of them. The code of a
 * party is always written beside its colour. */
#ifndef ADREF_DRAFT_DATA_PARTY_COLOR_H
#define ADREF_DRAFT_DATA_PARTY_COLOR_H

#include "draft/data/party.h"

enum {
  ADREF_PARTY_COLORS = 8,
  ADREF_PARTY_FRAMES = 3 /* solid, dashed, dotted: on HTML pages */
};

typedef struct {
  const char *name;  /* in the registry */
  guint light, dark; /* 0xRRGGBB, of letters on a white page and on a dark one */
  guint8 terminal;   /* of the 256 colours of a terminal; can be read on white and on black */
} AdrefPartyColor;

extern const AdrefPartyColor adref_party_colors[ADREF_PARTY_COLORS];

/* A colour and a frame. */
typedef struct {
  guint color; /* index in adref_party_colors */
  guint frame;
} AdrefPartyLook;

/* `parties` may be NULL, and the code unknown: the name of a person has a look, too. */
AdrefPartyLook adref_party_look(const AdrefParties *parties, const char *code);
const AdrefPartyColor *adref_party_color(const AdrefParties *parties, const char *code);

/* Reads "blue", "blue dashed"; FALSE for other words. */
gboolean adref_party_look_parse(const char *words, AdrefPartyLook *look);

/* "blue, orange, ...", for messages. Caller frees. */
char *adref_party_color_names(void);

/* The next code of a party of the registry in words such as "2: JPN, VNM" at or after *start; FALSE
 * when there is none, or no registry. Sets *start and *end, in bytes. */
gboolean adref_party_code_next(const AdrefParties *parties, const char *words, gsize *start,
                               gsize *end);

#endif
