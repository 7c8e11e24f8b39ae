/* The changes of a redline are taken, refused or written otherwise, one by one: `adref diff --pick`
 * and `adref merge --pick`. */
#ifndef ADREF_WORK_JOIN_PICK_H
#define ADREF_WORK_JOIN_PICK_H

#include "clause/proposals/change_units.h"
#include "work/join/comparison.h"

typedef enum {
  ADREF_PICK_OPEN, /* not decided yet */
  ADREF_PICK_TAKEN,
  ADREF_PICK_REFUSED,
  ADREF_PICK_WRITTEN, /* other words stand in its place */
} AdrefPickState;

typedef struct AdrefPicking AdrefPicking;

typedef struct {
  gboolean keeps_new;  /* what is not decided stays as in the new text; else as in the old one */
  const char *party;   /* the party of all changes; NULL: unknown, or several */
  GHashTable *parties; /* id of a clause -> the code of the party that changed it; NULL: none */
} AdrefPickingOptions;

/* Consumes the comparison. What `options` points to must outlive it. */
AdrefPicking *adref_picking_new(AdrefComparison *comparison, const AdrefPickingOptions *options);
void adref_picking_free(AdrefPicking *picking);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPicking, adref_picking_free)

const AdrefComparison *adref_picking_comparison(const AdrefPicking *picking);

/* The changes, in the order of the text. */
guint adref_picking_count(const AdrefPicking *picking);
guint adref_picking_count_state(const AdrefPicking *picking, AdrefPickState state);
AdrefPickState adref_picking_state(const AdrefPicking *picking, guint place);

/* "clause 4 (op training)", with what becomes of a whole clause: ", new". Caller frees. */
char *adref_picking_name(const AdrefPicking *picking, guint place);

/* The words that the change removes (`old`), or brings. Caller frees. */
char *adref_picking_words(const AdrefPicking *picking, guint place, gboolean old);

/* The redline of this change alone, in a text that has the other changes as they were decided: the
 * clauses in which it is. Caller frees. */
AdrefNode *adref_picking_redline(const AdrefPicking *picking, guint place);

/* Whether other words can be written in the place of the change. */
gboolean adref_picking_can_write(const AdrefPicking *picking, guint place);

/* The first change that is not decided from a place on, and which `party` (a code or any name of
 * the registry; NULL: any) made, or which brings or removes a position of it; the count of all:
 * there is none. The place of a clause in it, by number or id. */
guint adref_picking_next_open(const AdrefPicking *picking, guint place, const char *party);
gboolean adref_picking_find(const AdrefPicking *picking, const char *clause, guint *place);

/* --- steps --- */

/* Decides one change. */
void adref_picking_decide(AdrefPicking *picking, guint place, AdrefPickState state);

/* Decides all that are not decided from a place on, and which `party` (NULL: any) made, as one
 * step. How many they were. */
guint adref_picking_decide_rest(AdrefPicking *picking, guint place, const char *party,
                                AdrefPickState state);

/* Words (Markdown) that take the place of the change. */
gboolean adref_picking_write(AdrefPicking *picking, guint place, const char *words, GError **error);

/* Takes the last step back; *place is where it was. FALSE: there is none. */
gboolean adref_picking_undo(AdrefPicking *picking, guint *place);
guint adref_picking_steps(const AdrefPicking *picking);

/* --- the result --- */

/* The text as it is decided, in canonical form. Caller frees. */
GBytes *adref_picking_result(const AdrefPicking *picking);

/* "3 changes taken, 1 refused, 1 in other words, 2 not decided"; NULL: none is decided. Caller
 * frees. */
char *adref_picking_counts(const AdrefPicking *picking);

/* A line for each change that was decided: "op training: shall -> should: taken". Caller frees. */
char *adref_picking_lines(const AdrefPicking *picking);

#endif
