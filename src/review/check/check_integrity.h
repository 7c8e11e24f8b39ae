/* The group integrity of "adref check": what is wrong with a text whoever wrote it. */
#ifndef ADREF_REVIEW_CHECK_CHECK_INTEGRITY_H
#define ADREF_REVIEW_CHECK_CHECK_INTEGRITY_H

#include "draft/library/library.h"
#include "draft/statement/statement.h"
#include "review/check/check_text.h"

typedef struct {
  const AdrefStatement *statement; /* NULL: of a file */
  const AdrefParties *parties;     /* NULL: none are known */
  AdrefLibrary *library;           /* of the statement; NULL: unknown */
  gboolean suspected; /* also what looks like a position (review/check/check_places.h) */
} AdrefCheckIntegrityOptions;

void adref_check_integrity(AdrefCheckText *text, const AdrefCheckIntegrityOptions *options);

#endif
