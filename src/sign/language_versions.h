/* A statement in all its languages, as of the files or of a version: what is agreed and signed. */
#ifndef ADREF_SIGN_LANGUAGE_VERSIONS_H
#define ADREF_SIGN_LANGUAGE_VERSIONS_H

#include <glib.h>

#include "clause/node.h"
#include "clause/numbering.h"
#include "draft/library.h"
#include "draft/statement.h"
#include "sign/signing_rule.h"

/* The text in one language. */
typedef struct {
  char *language;
  AdrefStanding standing;
  char *path;          /* statements/ID/en.md */
  GBytes *bytes;       /* of the file */
  AdrefNode *document; /* what they say */
  GHashTable *clauses; /* id -> CLAUSE */
} AdrefRendition;

typedef struct {
  GPtrArray *renditions; /* of AdrefRendition; the first is the rolling text */
  AdrefNumbering numbering;
} AdrefInstrument;

/* Reads every language that has a text; one that is missing is left out, but for the first:
 * ADREF_ERROR_NOT_FOUND. */
AdrefInstrument *adref_instrument_read(AdrefFileSource *source, AdrefLibrary *library,
                                       const AdrefStatement *statement, const AdrefRule *rule,
                                       GError **error);
void adref_instrument_free(AdrefInstrument *instrument);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefInstrument, adref_instrument_free)

/* The rolling text. */
const AdrefNode *adref_instrument_text(const AdrefInstrument *instrument);

/* The text in a language, or NULL. */
const AdrefRendition *adref_instrument_rendition(const AdrefInstrument *instrument,
                                                 const char *language);

/* Open brackets (one whose end is missing too) and placeholders below a node. */
void adref_instrument_count_open(const AdrefNode *node, guint *brackets, guint *placeholders);

#endif
