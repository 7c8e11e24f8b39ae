/* Clauses against parties: what each party says of each clause, in the brackets of the rolling text
 * and on record. */
#ifndef ADREF_SIGN_POSITION_MATRIX_H
#define ADREF_SIGN_POSITION_MATRIX_H

#include "sign/progress.h"

/* What a cell says; several may hold. Of a bracket the first party without a verb proposes, the
 * others support, as those that retain do; those that delete or oppose oppose. */
typedef enum {
  ADREF_MATRIX_PROPOSES,
  ADREF_MATRIX_SUPPORTS,
  ADREF_MATRIX_OPPOSES,
  ADREF_MATRIX_RESERVES,
  ADREF_MATRIX_AGREED,
  ADREF_MATRIX_WORKING_GROUP,
  ADREF_MATRIX_CONFIRMED, /* and agreed */
  ADREF_MATRIX_CHANGED,   /* agreed to other words */
  ADREF_MATRIX_REOPENED,
  ADREF_MATRIX_DISASSOCIATED,
} AdrefMatrixMark;

enum {
  ADREF_MATRIX_MARKS = ADREF_MATRIX_DISASSOCIATED + 1
};

typedef struct {
  const AdrefClauseProgress *clause;
  guint *cells; /* a set of 1 << AdrefMatrixMark for each party */
} AdrefMatrixRow;

typedef struct {
  GPtrArray *parties; /* of const char *: those of the statement; behind a group its members that
                         say something by themselves; then others that stand in brackets */
  GPtrArray *rows;    /* of AdrefMatrixRow, in the order of the text */
} AdrefPositionMatrix;

typedef struct {
  const AdrefLanguageVersions *language_versions;
  const AdrefStatement *statement;
  const AdrefParties *parties;
  GHashTable *records;      /* adref_party_records_read() */
  const GPtrArray *clauses; /* of AdrefClauseProgress: the rows */
} AdrefPositionMatrixOptions;

/* What the options name must outlive it. */
AdrefPositionMatrix *adref_position_matrix_new(const AdrefPositionMatrixOptions *options);
void adref_position_matrix_free(AdrefPositionMatrix *matrix);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPositionMatrix, adref_position_matrix_free)

/* "P", and "proposes". */
const char *adref_matrix_mark_letter(AdrefMatrixMark mark);
const char *adref_matrix_mark_word(AdrefMatrixMark mark);

/* "PA"; "" for an empty cell. Caller frees. */
char *adref_matrix_cell_letters(guint cell);

/* "proposes, agreed". Caller frees. */
char *adref_matrix_cell_words(guint cell);

#endif
