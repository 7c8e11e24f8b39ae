/* --pick of `adref diff`: the changes between two versions are taken and refused one by one. */
#ifndef ADREF_CMD_DIFF_PICK_H
#define ADREF_CMD_DIFF_PICK_H

#include "cmd/command.h"
#include "cmd/shared/pick_walk.h"
#include "work/join/pick_save.h"

typedef struct {
  AdrefPickVersions versions;
  gboolean has_new; /* the text of the statement has the changes of the newer version */
  /* private */
  char *usual;         /* git config adref.party */
  char *side;          /* the party of all changes; NULL: unknown, or several */
  GHashTable *parties; /* by clause */
} AdrefDiffPick;

void adref_diff_pick_clear(AdrefDiffPick *pick);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefDiffPick, adref_diff_pick_clear)

/* Refuses at once what would let saving fail, before anybody is asked. */
gboolean adref_diff_pick_check(const AdrefRun *run, AdrefDiffPick *pick, GError **error);

/* Asks, and saves. Consumes the comparison. */
int adref_diff_pick_run(const AdrefRun *run, AdrefDiffPick *pick, AdrefComparison *comparison,
                        GError **error);

#endif
