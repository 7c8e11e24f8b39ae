#include "work/language_warnings.h"

void adref_language_warnings_say(const AdrefSession *session, const char *statement,
                                 const GPtrArray *states, gboolean unread)
{
  for (guint i = 0; i < states->len; i++) {
    const AdrefLanguageState *state = states->pdata[i];
    if (state->has_text && (unread ? state->differences->len : state->count) == 0)
      continue;
    g_autofree char *line = adref_language_state_line(state);
    adref_session_say(session, "%s: %s%s", statement, line,
                      state->has_text ? " (adref status --languages)" : "");
  }
}
