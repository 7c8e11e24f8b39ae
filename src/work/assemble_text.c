#include "work/assemble_text.h"

#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "clause/canonical.h"
#include "draft/assemble.h"
#include "work/needs.h"
#include "work/save_statement.h"
#include "work/text.h"

static AdrefAssembly *assemble(AdrefSession *session, const AdrefStatement *statement,
                               GError **error)
{
  g_autoptr(AdrefOutline) outline = adref_session_outline(session, statement, error);
  return outline ? adref_assemble(session->library, outline, statement, error) : NULL;
}

static char *canonical_hash(const AdrefText *text)
{
  g_autoptr(GString) canonical = adref_canonical(text->document);
  return adref_digest_of(canonical->str, canonical->len);
}

/* The hash that the lock file records for a text as it was assembled last; NULL when there is no
 * lock or no such text in it. */
static gboolean locked_hash(AdrefSession *session, const AdrefStatement *statement,
                            const char *language, char **hash, GError **error)
{
  g_autofree char *path = g_strconcat(statement->folder, "/assembly.lock", NULL);
  g_autoptr(GError) cause = NULL;
  AdrefFileSource *source = session->files->source;
  g_autoptr(GBytes) lock = source->read(source, path, ADREF_YAML_LIMIT, &cause);
  *hash = NULL;
  if (!lock && g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    return TRUE;
  if (!lock) {
    g_propagate_error(error, g_steal_pointer(&cause));
    return FALSE;
  }
  gsize length;
  const char *text = g_bytes_get_data(lock, &length);
  *hash = adref_assembly_lock_text_hash(text, length, path, language, &cause);
  if (!cause)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&cause));
  return FALSE;
}

/* Whether a text may be replaced: it does not exist, or is as it was assembled, then or now. */
static gboolean check_unedited(AdrefSession *session, const AdrefStatement *statement,
                               const char *language, const GString *assembled, GError **error)
{
  g_autofree char *name = adref_statement_text_path(statement, language);
  g_autofree char *file = adref_session_path(session, name);
  if (!g_file_test(file, G_FILE_TEST_EXISTS))
    return TRUE;
  g_autoptr(AdrefText) text = adref_text_open_statement(session, statement, language, error);
  g_autofree char *locked = NULL;
  if (!text || !locked_hash(session, statement, language, &locked, error))
    return FALSE;
  g_autofree char *now = canonical_hash(text);
  g_autofree char *made = adref_digest_of(assembled->str, assembled->len);
  if (g_strcmp0(now, locked) == 0 || strcmp(now, made) == 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s: edited since it was assembled; draft does not overwrite anybody's words. Go on "
              "with adref edit and adref save, or move the file away to assemble it anew",
              name);
  return FALSE;
}

static gboolean write_file(AdrefSession *session, const char *name, const GString *text,
                           GError **error)
{
  g_autofree char *path = adref_session_path(session, name);
  return adref_file_write(path, text->str, text->len, error);
}

static gboolean write_assembly(AdrefSession *session, const AdrefStatement *statement,
                               const AdrefAssembly *assembly, GError **error)
{
  for (char **language = statement->languages; *language; language++)
    if (!check_unedited(session, statement, *language,
                        g_hash_table_lookup(assembly->texts, *language), error))
      return FALSE;
  for (char **language = statement->languages; *language; language++) {
    g_autofree char *name = adref_statement_text_path(statement, *language);
    if (!write_file(session, name, g_hash_table_lookup(assembly->texts, *language), error))
      return FALSE;
  }
  g_autofree char *lock = g_strconcat(statement->folder, "/assembly.lock", NULL);
  return write_file(session, lock, assembly->lock, error);
}

gboolean adref_assemble_text(AdrefSession *session, const AdrefStatement *statement, GError **error)
{
  g_autoptr(AdrefAssembly) assembly = assemble(session, statement, error);
  for (guint i = 0; assembly && i < assembly->untranslated->len; i++)
    adref_session_say(session, "%s", (const char *)assembly->untranslated->pdata[i]);
  if (!assembly || !adref_session_check_identity(session, error) ||
      !write_assembly(session, statement, assembly, error))
    return FALSE;
  g_autofree char *languages = g_strjoinv(", ", statement->languages);
  g_autofree char *subject =
      g_strdup_printf("%s: assembled from %s (%s)", statement->id, statement->outline, languages);
  AdrefSaveStatementOptions save_options = {.subject = subject, .action = "draft"};
  return adref_save_statement(session, statement, &save_options, error);
}
