#include "cmd/shared/typed_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "clause/markdown/markdown_read.h"

GBytes *adref_typed_text_read(AdrefRun *run, const char *file, GError **error)
{
  if (strcmp(file, "-") == 0)
    return adref_read_input(NULL, ADREF_TEXT_LIMIT, error);
  g_autofree char *path = g_canonicalize_filename(file, run->folder);
  return adref_file_read_text(path, file, ADREF_TEXT_LIMIT, error);
}

gint adref_typed_text_choose(gpointer data, const char *question, char *const *lines)
{
  (void)data;
  guint count = g_strv_length((char **)(guintptr)lines);
  adref_say("%s", question);
  for (guint i = 0; i < count; i++)
    adref_say("  %u. %s", i + 1, lines[i]);
  for (;;) {
    g_autofree char *answer = adref_ask("Which one? Its number, or Enter for none:");
    if (!answer || !*answer)
      return -1;
    guint64 number = g_ascii_strtoull(answer, NULL, 10);
    if (number >= 1 && number <= count)
      return (gint)number - 1;
    adref_say("from 1 to %u", count);
  }
}

gboolean adref_typed_text_number(const AdrefRun *run, const char *option, guint *number,
                                 GError **error)
{
  const char *value = adref_run_value(run, option);
  guint64 read = value ? g_ascii_strtoull(value, NULL, 10) : 0;
  if (value && (strspn(value, "0123456789") != strlen(value) || read == 0 || read > G_MAXINT)) {
    adref_error(error, ADREF_ERROR_USAGE, "--%s %s: a whole number from 1 is needed", option,
                value);
    return FALSE;
  }
  *number = (guint)read;
  return TRUE;
}

const char *adref_typed_text_party(const AdrefRun *run, GError **error)
{
  const char *party = adref_run_value(run, "as");
  if (!party)
    adref_error(error, ADREF_ERROR_USAGE,
                "%s: for which party? --as PARTY is needed (or git config adref.party PARTY, once)",
                run->command->name);
  return party;
}
