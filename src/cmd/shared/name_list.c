#include "cmd/shared/name_list.h"

#include <string.h>

#include "history/label.h"
#include "work/rescued_words.h"
#include "work/text.h"

static void put(AdrefRun *run, const char *name)
{
  g_string_append_printf(run->out, "%s\n", name);
}

static void put_all(AdrefRun *run, char **names)
{
  for (char **name = names; name && *name; name++)
    put(run, *name);
}

/* The names that files have. */
static void put_files(AdrefRun *run, char **names)
{
  put_all(run, names);
  g_strfreev(names);
}

static const AdrefStatement *facts(AdrefSession *session, const char *name)
{
  g_autofree char *id = adref_session_choose(session, name, NULL);
  return id ? adref_session_facts(session->files, id, NULL) : NULL;
}

static void put_clauses(AdrefRun *run, const AdrefStatement *statement)
{
  g_autoptr(AdrefText) text = adref_text_open_statement(run->session, statement, NULL, NULL);
  for (const AdrefNode *clause = text ? text->document->first : NULL; clause; clause = clause->next)
    if (clause->as.clause->id)
      put(run, clause->as.clause->id);
}

static void put_labels(AdrefRun *run, const AdrefStatement *statement)
{
  const GPtrArray *labels = adref_session_labels(run->session, statement->id, NULL);
  for (guint i = 0; labels && i < labels->len; i++)
    put(run, ((const AdrefLabel *)labels->pdata[i])->name);
}

/* The parties that may speak in a statement; without one, all. */
static void put_parties(AdrefRun *run, const AdrefStatement *statement)
{
  const AdrefParties *parties = adref_library_parties(run->session->library);
  const GPtrArray *all = adref_parties_all(parties);
  for (guint i = 0; i < all->len; i++) {
    const AdrefParty *party = all->pdata[i];
    if (!statement || adref_parties_may_speak(parties, statement->parties, party->code))
      put(run, party->code);
  }
}

static void put_of_statement(AdrefRun *run, const char *kind, const AdrefStatement *statement)
{
  if (strcmp(kind, "clauses") == 0)
    put_clauses(run, statement);
  else if (strcmp(kind, "labels") == 0)
    put_labels(run, statement);
  else if (strcmp(kind, "languages") == 0)
    put_all(run, statement->languages);
  else if (strcmp(kind, "rescued") == 0)
    put_files(run, adref_rescued_words_list(run->session, statement->id));
}

void adref_name_list_put(AdrefRun *run, const char *kind, const char *statement)
{
  AdrefSession *session = run->session;
  if (!adref_session_open_workspace(session, NULL))
    return;
  const AdrefStatement *found = facts(session, statement);
  if (strcmp(kind, "outlines") == 0)
    put_files(run, adref_library_outlines(session->library, NULL));
  else if (strcmp(kind, "styles") == 0)
    put_files(run, adref_library_styles(session->library, NULL));
  else if (strcmp(kind, "statements") == 0)
    put_files(run, adref_workspace_statements(session->workspace, NULL));
  else if (strcmp(kind, "parties") == 0)
    put_parties(run, found);
  else if (found)
    put_of_statement(run, kind, found);
}
