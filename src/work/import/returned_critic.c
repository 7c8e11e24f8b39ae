#include "work/import/returned_critic.h"

#include "base/file.h"
#include "exchange/text/critic_marks.h"

static void add_count(GString *line, guint count, const char *what)
{
  if (count > 0)
    g_string_append_printf(line, "%s%u %s%s", line->len > 0 ? ", " : "", count, what,
                           count == 1 ? "" : "s");
}

static void say(const AdrefSession *session, const char *name, const AdrefCriticMarks *marks)
{
  g_autoptr(GString) line = g_string_new(NULL);
  add_count(line, marks->insertions, "insertion");
  add_count(line, marks->deletions, "deletion");
  add_count(line, marks->replacements, "replacement");
  if (line->len > 0)
    adref_session_say(session, "%s: CriticMarkup, read as accepted: %s", name, line->str);
  for (guint i = 0; i < marks->comments->len; i++)
    adref_session_say(session, "%s: a comment is left out: %s", name,
                      (const char *)marks->comments->pdata[i]);
  if (marks->comment_count > marks->comments->len)
    adref_session_say(session, "%s: %u more comments are left out", name,
                      marks->comment_count - marks->comments->len);
}

GBytes *adref_returned_critic_read(const AdrefSession *session, const char *name, GBytes *bytes)
{
  gsize length;
  const char *text = adref_bytes_start(bytes, &length);
  g_auto(AdrefCriticMarks) marks;
  GString *accepted = adref_critic_marks_accept(text, length, &marks);
  if (!accepted)
    return g_bytes_ref(bytes);
  say(session, name, &marks);
  return g_string_free_to_bytes(accepted);
}
