#include "cmd/diff_pick.h"

#include <string.h>

#include "history/config.h"
#include "work/join/side_party.h"

void adref_diff_pick_clear(AdrefDiffPick *pick)
{
  g_free(pick->usual);
  g_free(pick->side);
  g_clear_pointer(&pick->parties, g_hash_table_unref);
}

/* The version of a name; words that are not saved are nobody's yet. */
static gboolean resolve(const AdrefRun *run, const AdrefDiffPick *pick, const char *name,
                        AdrefVersion *version)
{
  return adref_repo_resolve(run->session->repo, pick->versions.statement->id,
                            strcmp(name, ADREF_VERSION_WORK) == 0 ? "HEAD" : name, version, NULL);
}

/* Who made the changes, as far as the versions say. */
static void find_parties(const AdrefRun *run, AdrefDiffPick *pick)
{
  AdrefVersion from, to;
  pick->parties = adref_side_parties_new();
  if (resolve(run, pick, pick->versions.from, &from) && resolve(run, pick, pick->versions.to, &to))
    pick->side = adref_side_party_find(run->session, &to, &from, 1, NULL, pick->versions.to,
                                       pick->parties, NULL);
}

gboolean adref_diff_pick_check(const AdrefRun *run, AdrefDiffPick *pick, GError **error)
{
  pick->usual = adref_repo_config(run->session->repo, "adref.party");
  pick->versions.party = adref_run_value(run, "as");
  if (!pick->versions.party && pick->usual && *pick->usual)
    pick->versions.party = pick->usual;
  return adref_pick_check(run->session, &pick->versions, &pick->has_new, error);
}

int adref_diff_pick_run(const AdrefRun *run, AdrefDiffPick *pick, AdrefComparison *comparison,
                        GError **error)
{
  find_parties(run, pick);
  AdrefPickingOptions options = {
      .keeps_new = pick->has_new, .party = pick->side, .parties = pick->parties};
  g_autoptr(AdrefPicking) picking = adref_picking_new(comparison, &options);
  const AdrefPickVersions *versions = &pick->versions;
  guint count = adref_picking_count(picking);
  if (count == 0) {
    adref_say("%s and %s do not differ in words", versions->from, versions->to);
    return ADREF_YES;
  }
  adref_say("%s: %u change%s from %s to %s; %s", versions->statement->id, count,
            count == 1 ? "" : "s", versions->from, versions->to,
            pick->has_new ? "what you refuse is taken out" : "what you take is brought in");
  adref_pick_walk(run, picking);
  return adref_pick_save(run->session, versions, picking, pick->has_new, error) ? ADREF_YES
                                                                                : ADREF_FAILURE;
}
