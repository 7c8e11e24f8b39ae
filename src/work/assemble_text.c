#include "work/assemble_text.h"

#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "clause/canonical.h"
#include "clause/freeze.h"
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

/* The text as it would be had its numbers never been frozen. The text's own document must not be
 * used afterwards. */
static char *hash_without_numbers(const AdrefText *text, GError **error)
{
  adref_unfreeze(text->document);
  g_autoptr(GString) words = adref_canonical(text->document);
  g_autoptr(AdrefNode) counted = adref_text_parse(text, words->str, words->len, NULL, error);
  g_autoptr(GString) canonical = counted ? adref_canonical(counted) : NULL;
  return canonical ? adref_digest_of(canonical->str, canonical->len) : NULL;
}

/* Gives the clauses of the assembled text the frozen numbers that they have in `text`. */
static GString *keep_numbers(const AdrefText *text, const GString *assembled, GError **error)
{
  g_autoptr(AdrefNode) document =
      adref_text_parse(text, assembled->str, assembled->len, NULL, error);
  for (AdrefNode *clause = document ? document->first : NULL; clause; clause = clause->next) {
    const char *id = clause->as.clause->id;
    const AdrefNode *old = id ? adref_clause_find(text->document, id) : NULL;
    if (old && old->as.clause->kind == clause->as.clause->kind && !clause->as.clause->frozen)
      clause->as.clause->frozen = g_strdup(old->as.clause->frozen);
  }
  return document ? adref_canonical(document) : NULL;
}

static gboolean fail_edited(const AdrefText *text, GError **error)
{
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s: edited since it was assembled; draft does not overwrite anybody's words. Go on "
              "with adref edit and adref save, or move the file away to assemble it anew",
              text->name);
  return FALSE;
}

/* The text to write: as assembled, with the numbers that were frozen. Refused when the text that
 * exists is not as it was assembled, then or now; freezing numbers is no edit. */
static GString *make_text(AdrefSession *session, const AdrefStatement *statement,
                          const char *language, const GString *assembled, GError **error)
{
  g_autofree char *name = adref_statement_text_path(statement, language);
  g_autofree char *file = adref_session_path(session, name);
  if (!g_file_test(file, G_FILE_TEST_EXISTS))
    return g_string_new_len(assembled->str, (gssize)assembled->len);
  g_autoptr(AdrefText) text = adref_text_open_statement(session, statement, language, error);
  g_autofree char *locked = NULL;
  if (!text || !locked_hash(session, statement, language, &locked, error))
    return NULL;
  g_autofree char *now = canonical_hash(text);
  g_autofree char *made = adref_digest_of(assembled->str, assembled->len);
  g_autoptr(GString) numbered = keep_numbers(text, assembled, error);
  g_autofree char *bare = numbered ? hash_without_numbers(text, error) : NULL;
  if (!bare)
    return NULL;
  if (g_strcmp0(now, locked) == 0 || strcmp(now, made) == 0 || g_strcmp0(bare, locked) == 0 ||
      strcmp(bare, made) == 0)
    return g_steal_pointer(&numbered);
  fail_edited(text, error);
  return NULL;
}

static gboolean write_file(AdrefSession *session, const char *name, const GString *text,
                           GError **error)
{
  g_autofree char *path = adref_session_path(session, name);
  return adref_file_write(path, text->str, text->len, error);
}

static void text_free(gpointer text)
{
  g_string_free(text, TRUE);
}

static gboolean write_assembly(AdrefSession *session, const AdrefStatement *statement,
                               const AdrefAssembly *assembly, GError **error)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(text_free);
  for (char **language = statement->languages; *language; language++) {
    GString *text = make_text(session, statement, *language,
                              g_hash_table_lookup(assembly->texts, *language), error);
    if (!text)
      return FALSE;
    g_ptr_array_add(texts, text);
  }
  for (guint i = 0; i < texts->len; i++) {
    g_autofree char *name = adref_statement_text_path(statement, statement->languages[i]);
    if (!write_file(session, name, texts->pdata[i], error))
      return FALSE;
  }
  g_autofree char *lock = g_strconcat(statement->folder, "/assembly.lock", NULL);
  return write_file(session, lock, assembly->lock, error);
}

/* Answers that nobody gave. */
static void say_defaults(const AdrefSession *session, const AdrefStatement *statement,
                         const AdrefAssembly *assembly)
{
  if (*assembly->defaults)
    adref_session_say(session,
                      "%s: defaults of the library (values: in statement.yaml gives "
                      "others):\n%s",
                      statement->id, assembly->defaults);
}

gboolean adref_assemble_text(AdrefSession *session, const AdrefStatement *statement, GError **error)
{
  g_autoptr(AdrefAssembly) assembly = assemble(session, statement, error);
  for (guint i = 0; assembly && i < assembly->untranslated->len; i++)
    adref_session_say(session, "%s", (const char *)assembly->untranslated->pdata[i]);
  if (!assembly || !adref_session_check_identity(session, error) ||
      !write_assembly(session, statement, assembly, error))
    return FALSE;
  say_defaults(session, statement, assembly);
  g_autofree char *languages = g_strjoinv(", ", statement->languages);
  g_autofree char *subject =
      g_strdup_printf("%s: assembled from %s (%s)", statement->id, statement->outline, languages);
  AdrefSaveStatementOptions save_options = {.subject = subject, .action = "draft"};
  return adref_save_statement(session, statement, &save_options, error);
}
