/* Texts that were read, each once: who reads the same bytes in the same way gets the same tree.
 *
 * A reading is found by its bytes, so that nothing is to be forgotten when a file is written: its
 * new bytes are another text. A table keeps the last ADREF_READINGS_MAX readings; a reading lives
 * as long as somebody has a reference to it. Nobody changes its tree or its problems. One thread
 * uses a table. */
#ifndef ADREF_CLAUSE_MARKDOWN_READING_H
#define ADREF_CLAUSE_MARKDOWN_READING_H

#include <glib.h>

#include "clause/markdown/markdown_read.h"

enum {
  ADREF_READINGS_MAX = 8
};

/* What a signature binds of a text. */
typedef struct {
  char *bytes;   /* SHA-256 of the bytes; NULL: not computed yet */
  char *printed; /* of what a reader sees (adref_text_hash) */
  gboolean is_canonical;
} AdrefReadingHashes;

typedef struct {
  GBytes *bytes;
  AdrefNode *document;
  GPtrArray *problems; /* of AdrefProblem */
  /* private */
  GPtrArray *suspected; /* NULL until somebody asks; likewise */
  GString *canonical;
  AdrefReadingHashes hashes;
  GHashTable *parties; /* how it was read */
  AdrefNumbering numbering;
  gboolean outside_statement;
} AdrefReading;

void adref_reading_unref(AdrefReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefReading, adref_reading_unref)

typedef struct AdrefReadings AdrefReadings;

AdrefReadings *adref_readings_new(void);
void adref_readings_free(AdrefReadings *readings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefReadings, adref_readings_free)

/* A text to read: `reading` is the result, `error` why there is none. `options` are those of a
 * whole text (not `is_part`, no `readings`), and have numbers. */
typedef struct {
  GBytes *bytes;
  AdrefMarkdownReadOptions options;
  AdrefReading *reading; /* the caller's reference */
  GError *error;         /* the caller's */
} AdrefReadingRequest;

/* Reads all of them, those that were not read before in two threads. `readings` may be NULL. */
void adref_readings_read_all(AdrefReadings *readings, AdrefReadingRequest *requests, guint count);

/* What looks like positions in each of some readings (clause/brackets/suspected_position.h), which
 * they keep: found once, in two threads. */
void adref_readings_find_suspected(AdrefReading *const *readings, guint count);

/* Of AdrefSuspectedPosition; the reading's own. */
const GPtrArray *adref_reading_suspected(AdrefReading *reading);

/* Computes the hashes of each of some readings, which they keep, in two threads. */
void adref_readings_hash(AdrefReading *const *readings, guint count);

/* Those of one; the reading's own. */
const AdrefReadingHashes *adref_reading_hashes(AdrefReading *reading);

/* Its canonical form (clause/markdown/canonical.h), made once; the reading's own. */
const GString *adref_reading_canonical(AdrefReading *reading);

/* The same as adref_readings_read_all() for one. */
AdrefReading *adref_readings_read(AdrefReadings *readings, GBytes *bytes,
                                  const AdrefMarkdownReadOptions *options, GError **error);

#endif
