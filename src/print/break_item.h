/* Atoms: the parts of a passage that are never broken, with the room between them. For lines alone.
 *
 * ICU says where a line may be broken: in Japanese by its rules, in Thai, Lao, Khmer and Burmese by
 * dictionaries. */
#ifndef ADREF_PRINT_BREAK_ITEM_H
#define ADREF_PRINT_BREAK_ITEM_H

#include <glib.h>

#include "clause/icu.h"
#include "print/shaper.h"
#include "print/styled_text.h"

/* By how much each cluster of Thai, Lao, Khmer, Burmese and Tamil stretches, in sizes of the type.
 */
#define ADREF_ATOM_SPREAD 0.014F

typedef enum {
  ADREF_BREAK_NEVER,
  ADREF_BREAK_MAY,
  ADREF_BREAK_MUST,
} AdrefBreak;

typedef struct {
  const AdrefShape *shape;
  gsize start;
  guint look;
  guint8 spaces; /* behind it */
  guint8 level;  /* of the bidirectional algorithm: odd from right to left */
  AdrefBreak after;
  float glue, stretch, shrink; /* of the room behind it */
  gboolean is_over;            /* stands above the words before it and takes no width */
} AdrefAtom;

/* How far the words behind it are. */
static inline float adref_atom_width(const AdrefAtom *atom)
{
  return G_UNLIKELY(atom->is_over) ? 0 : atom->shape->width;
}

typedef struct {
  AdrefShaper *shaper;
  const GArray *looks; /* of AdrefLook */
  GArray *faces;       /* of guint: the shaper's face of each look, or G_MAXUINT */
  UBreakIterator *lines, *characters;
  UBreakIterator *phrases; /* for the lines of headings; NULL: as others */
  gboolean is_rtl;
  gboolean is_mixed; /* the last passage has words in both directions */
  GArray *atoms;     /* of AdrefAtom: of the last passage */
} AdrefAtoms;

/* Cuts a passage into atoms; one that is wider than `width` falls into characters. */
void adref_atoms_cut(AdrefAtoms *atoms, const AdrefPassage *passage, float width);

#endif
