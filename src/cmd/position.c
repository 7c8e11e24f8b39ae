#include "cmd/position.h"

#include "cmd/shared/typed_text.h"

int adref_run_position(AdrefRun *run, AdrefTakePositionType type, GError **error)
{
  AdrefTakePositionOptions options = {.type = type,
                                      .bracket = adref_run_argument(run, run->clauses),
                                      .party = adref_typed_text_party(run, error)};
  if (!options.party)
    return ADREF_USAGE;
  if (!options.bracket || run->arguments->len > run->clauses + 1) {
    adref_error(error, ADREF_ERROR_USAGE, "%s: one bracket is needed, CLAUSE or CLAUSE:N",
                run->command->name);
    return ADREF_USAGE;
  }
  return adref_take_position(run->session, run->session->statement, &options, error)
             ? ADREF_YES
             : ADREF_FAILURE;
}
