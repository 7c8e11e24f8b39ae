#include "work/check/language_warnings.h"

static gboolean is_worth_a_line(const AdrefLanguageState *state, guint also)
{
  guint unread = also & ADREF_LANGUAGE_WARNINGS_UNREAD ? state->differences->len : 0;
  return !state->has_text || state->count > 0 || unread > 0 ||
         (state->place && also & ADREF_LANGUAGE_WARNINGS_PLACE);
}

void adref_language_warnings_say(const AdrefSession *session, const char *statement,
                                 const GPtrArray *states, guint also)
{
  for (guint i = 0; i < states->len; i++) {
    const AdrefLanguageState *state = states->pdata[i];
    if (!is_worth_a_line(state, also))
      continue;
    g_autofree char *line = adref_language_state_line(state, NULL);
    adref_session_say(session, "%s: %s%s", statement, line,
                      state->has_text ? " (adref status --languages)" : "");
  }
}
