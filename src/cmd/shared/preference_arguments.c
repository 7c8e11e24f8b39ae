#include "cmd/shared/preference_arguments.h"

#include <string.h>

#include "work/export/as_if_agreed.h"

gboolean adref_preference_arguments_given(const AdrefRun *run)
{
  return adref_run_value(run, "prefer") || adref_run_value(run, "party");
}

/* Why the view does not go with the options, or NULL. */
static const char *view_refusal(const AdrefRun *run)
{
  const char *view = adref_run_value(run, "view");
  gboolean prefers = adref_run_value(run, "prefer") != NULL;
  gboolean is_clean = g_strcmp0(view, "clean") == 0;
  if (prefers && adref_run_value(run, "party"))
    return "--prefer or --party, not both";
  if (prefers && !is_clean)
    return "--prefer goes with --view clean";
  if (is_clean && !prefers && strcmp(run->command->name, "show") == 0)
    return "--view clean goes with --prefer base, chair or PARTY; `adref export --view clean -f "
           "text` writes a text without open brackets";
  if (is_clean && !prefers && adref_run_value(run, "party"))
    return "--party leaves brackets open; --view clean --prefer PARTY decides all";
  if (g_strcmp0(view, "public") == 0 && adref_run_value(run, "party"))
    return "--party names a party, and the public view names none";
  return NULL;
}

/* What makes a copy to sign, or holds the whole text, needs the text as it is. */
static const char *copy_refusal(const AdrefRun *run)
{
  if (!adref_preference_arguments_given(run) || strcmp(run->command->name, "export") != 0)
    return NULL;
  if (adref_run_flag(run, "signatures") || adref_run_value(run, "alternat"))
    return "--signatures and --alternat make a copy to sign; a text as if agreed is not signed";
  return adref_run_flag(run, "attach") ? "--attach attaches the text as it is; leave it out" : NULL;
}

gboolean adref_preference_arguments_check(const AdrefRun *run, GError **error)
{
  const char *why = view_refusal(run);
  why = why ? why : copy_refusal(run);
  if (why)
    adref_error(error, ADREF_ERROR_USAGE, "%s: %s", run->command->name, why);
  return why == NULL;
}

gboolean adref_preference_arguments_apply(const AdrefRun *run, AdrefText *text,
                                          const AdrefPageWords *words, char **role, GError **error)
{
  const char *prefer = adref_run_value(run, "prefer"), *party = adref_run_value(run, "party");
  AdrefAsIfAgreedOptions options = {
      .words = prefer ? prefer : party, .page_words = words, .only_positions = !prefer};
  *role = NULL;
  return !options.words || adref_as_if_agreed(text, &options, role, error);
}

char *adref_preference_arguments_words(const AdrefRun *run)
{
  const char *prefer = adref_run_value(run, "prefer"), *party = adref_run_value(run, "party");
  return prefer  ? g_strconcat("prefer ", prefer, NULL)
         : party ? g_strconcat("party ", party, NULL)
                 : NULL;
}
