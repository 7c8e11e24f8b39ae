#include "work/needs.h"

#include <string.h>

#include "base/name.h"
#include "history/save.h"
#include "work/statement_files.h"

gboolean adref_session_check_named_party(const AdrefSession *session,
                                         const AdrefStatement *statement, const char *option,
                                         const char *party, GError **error)
{
  const AdrefParties *parties = adref_library_parties(session->library);
  if (!party || adref_parties_may_speak(parties, statement->parties, party))
    return TRUE;
  const char *near = adref_parties_closest(parties, party);
  if (near && strcmp(near, party) != 0 &&
      adref_parties_may_speak(parties, statement->parties, near)) {
    adref_error(error, ADREF_ERROR_USAGE, "%s %s: not a party of %s; did you mean %s?", option,
                party, statement->id, near);
    return FALSE;
  }
  if (!adref_name_check(ADREF_NAME_PARTY, party, error))
    return FALSE;
  if (!statement->parties || !*statement->parties) {
    adref_error(error, ADREF_ERROR_USAGE,
                "%s %s: %s has no parties yet; write \"parties: [%s, ...]\" into its "
                "statement.yaml and save it",
                option, party, statement->id, party);
    return FALSE;
  }
  g_autofree char *codes = g_strjoinv(", ", statement->parties);
  adref_error(error, ADREF_ERROR_USAGE,
              "%s %s: not a party of %s; its parties are %s and the members of groups among them; "
              "a party is added to \"parties\" in %s/statement.yaml%s",
              option, party, statement->id, codes, statement->folder,
              adref_parties_get(parties, party) ? "" : ", and first to templates/parties.yaml");
  return FALSE;
}

gboolean adref_session_check_party(const AdrefSession *session, const AdrefStatement *statement,
                                   const char *party, GError **error)
{
  return adref_session_check_named_party(session, statement, "--as", party, error);
}

gboolean adref_session_check_identity(AdrefSession *session, GError **error)
{
  return adref_session_person(session, ADREF_PERSON_ROLE_AUTHOR, error) != NULL;
}

void adref_refuse_unsaved(const char *statement, GError **error)
{
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s has changes that are not saved; `adref save` keeps them, `git restore "
              "statements/%s` drops them; then try again",
              statement, statement);
}

gboolean adref_session_check_clean(AdrefSession *session, const AdrefStatement *statement,
                                   GError **error)
{
  gboolean changed;
  g_auto(GStrv) files = adref_session_statement_files(session, statement, error);
  if (!files || !adref_repo_changed(session->repo, (const char *const *)files, &changed, error))
    return FALSE;
  if (changed)
    adref_refuse_unsaved(statement->id, error);
  return !changed;
}

/* Chooses the statement, and reads its facts when they are needed. */
static gboolean require_statement(AdrefSession *session, guint needs, const char *statement,
                                  GError **error)
{
  if ((needs & (ADREF_NEEDS_ID | ADREF_NEEDS_STATEMENT)) && !session->statement_id)
    session->statement_id = adref_session_choose(session, statement, error);
  if ((needs & ADREF_NEEDS_STATEMENT) && session->statement_id)
    session->statement = adref_session_facts(session->files, session->statement_id, error);
  return (!(needs & ADREF_NEEDS_ID) || session->statement_id) &&
         (!(needs & ADREF_NEEDS_STATEMENT) || session->statement);
}

gboolean adref_session_require(AdrefSession *session, guint needs, const char *statement,
                               const char *party, GError **error)
{
  return (!(needs & ADREF_NEEDS_LOCK) || adref_session_lock(session, error)) &&
         (!(needs & ADREF_NEEDS_WORKSPACE) || adref_session_open_workspace(session, error)) &&
         require_statement(session, needs, statement, error) &&
         (!(needs & ADREF_NEEDS_REPOSITORY) || adref_session_repo(session, error)) &&
         (!(needs & ADREF_NEEDS_SIGNERS) || adref_session_signers(session, error)) &&
         (!(needs & ADREF_NEEDS_PARTY) ||
          adref_session_check_party(session, session->statement, party, error)) &&
         (!(needs & ADREF_NEEDS_IDENTITY) || adref_session_check_identity(session, error)) &&
         (!(needs & ADREF_NEEDS_NO_MERGE) || adref_repo_check_state(session->repo, error)) &&
         (!(needs & ADREF_NEEDS_CLEAN) ||
          adref_session_check_clean(session, session->statement, error));
}
