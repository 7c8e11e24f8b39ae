#include "work/join/assemble_text.h"

#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "clause/labels/freeze.h"
#include "clause/markdown/canonical.h"
#include "draft/statement/assemble.h"
#include "work/edit/save_statement.h"
#include "work/needs.h"
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
  g_autoptr(GHashTable) index = adref_clause_index(text->document);
  for (AdrefNode *clause = document ? document->first : NULL; clause; clause = clause->next) {
    const char *id = clause->as.clause->id;
    const AdrefNode *old = id ? g_hash_table_lookup(index, id) : NULL;
    if (old && old->as.clause->kind == clause->as.clause->kind && !clause->as.clause->frozen)
      clause->as.clause->frozen = g_strdup(old->as.clause->frozen);
  }
  return document ? adref_canonical(document) : NULL;
}

/* A text that nobody assembled. */
static void fail_edited(const AdrefText *text, GError **error)
{
  adref_error(
      error, ADREF_ERROR_REFUSED,
      "%s: not assembled before, or assembly.lock does not say so; draft does not overwrite "
      "anybody's words. Go on with adref edit and adref save, or move the file away to "
      "assemble it anew",
      text->name);
}

/* The texts while they are made. */
typedef struct {
  AdrefSession *session;
  const AdrefStatement *statement;
  const AdrefMergeAssemblyOptions *options;
  AdrefAssemblyBase *base; /* NULL: not needed yet */
  AdrefAssembledTexts *made;
} AssemblyRun;

static gboolean add_redline(const AssemblyRun *self, const AdrefText *text, const GString *words,
                            GError **error)
{
  g_autoptr(GString) redline = adref_merge_assembly_redline(text, words, error);
  if (redline)
    g_string_append_len(self->made->redlines, redline->str, (gssize)redline->len);
  return redline != NULL;
}

/* Joins the assembled text with the one that was edited since. */
static GString *join_text(AssemblyRun *self, const AdrefText *text, const GString *assembled,
                          const char *locked, GError **error)
{
  if (!locked) {
    fail_edited(text, error);
    return NULL;
  }
  if (!self->base)
    self->base = adref_assembly_base_find(self->session, self->statement, error);
  g_autoptr(GString) joined =
      self->base ? adref_merge_assembly(self->base, text, assembled, locked, self->options, error)
                 : NULL;
  return joined && add_redline(self, text, joined, error) ? g_steal_pointer(&joined) : NULL;
}

static gboolean settles_clauses(const AdrefMergeAssemblyOptions *options)
{
  return (options->take_template && options->take_template->len > 0) ||
         (options->keep_text && options->keep_text->len > 0);
}

/* The text to write: as assembled, with the numbers that were frozen; joined with the text that
 * exists where that is not as it was assembled, then or now. Freezing numbers is no edit. */
static GString *make_text(AssemblyRun *self, const char *language, GError **error)
{
  const GString *assembled = g_hash_table_lookup(self->made->assembly->texts, language);
  g_autofree char *name = adref_statement_text_path(self->statement, language);
  g_autofree char *file = adref_session_path(self->session, name);
  if (!g_file_test(file, G_FILE_TEST_EXISTS))
    return g_string_new_len(assembled->str, (gssize)assembled->len);
  g_autoptr(AdrefText) text =
      adref_text_open_statement(self->session, self->statement, language, error);
  g_autofree char *locked = NULL;
  if (!text || !locked_hash(self->session, self->statement, language, &locked, error))
    return NULL;
  g_autofree char *now = canonical_hash(text);
  g_autofree char *made = adref_digest_of(assembled->str, assembled->len);
  g_autoptr(GString) numbered = keep_numbers(text, assembled, error);
  g_autofree char *bare = numbered ? hash_without_numbers(text, error) : NULL;
  if (!bare)
    return NULL;
  gboolean is_as_made = g_strcmp0(now, locked) == 0 || strcmp(now, made) == 0 ||
                        g_strcmp0(bare, locked) == 0 || strcmp(bare, made) == 0;
  if (is_as_made && !settles_clauses(self->options))
    return !self->options->dry_run || add_redline(self, text, numbered, error)
               ? g_steal_pointer(&numbered)
               : NULL;
  return join_text(self, text, numbered, locked, error);
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

static gboolean make_texts(AssemblyRun *self, GError **error)
{
  for (char **language = self->statement->languages; *language; language++) {
    GString *text = make_text(self, *language, error);
    if (!text)
      return FALSE;
    g_ptr_array_add(self->made->texts, text);
  }
  return TRUE;
}

void adref_assembled_texts_free(AdrefAssembledTexts *texts)
{
  if (!texts)
    return;
  adref_assembly_free(texts->assembly);
  g_ptr_array_unref(texts->texts);
  g_string_free(texts->redlines, TRUE);
  g_free(texts);
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

AdrefAssembledTexts *adref_assemble_text(AdrefSession *session, const AdrefStatement *statement,
                                         const AdrefMergeAssemblyOptions *options, GError **error)
{
  AdrefAssembly *assembly = assemble(session, statement, error);
  for (guint i = 0; assembly && i < assembly->untranslated->len; i++)
    adref_session_say(session, "%s", (const char *)assembly->untranslated->pdata[i]);
  if (!assembly)
    return NULL;
  g_autoptr(AdrefAssembledTexts) made = g_new0(AdrefAssembledTexts, 1);
  made->assembly = assembly;
  made->texts = g_ptr_array_new_with_free_func(text_free);
  made->redlines = g_string_new(NULL);
  AssemblyRun self = {session, statement, options, NULL, made};
  gboolean done = adref_session_check_identity(session, error) && make_texts(&self, error);
  adref_assembly_base_free(self.base);
  return done ? g_steal_pointer(&made) : NULL;
}

static gboolean write_texts(AdrefSession *session, const AdrefStatement *statement,
                            const AdrefAssembledTexts *texts, GError **error)
{
  for (guint i = 0; i < texts->texts->len; i++) {
    g_autofree char *name = adref_statement_text_path(statement, statement->languages[i]);
    if (!write_file(session, name, texts->texts->pdata[i], error))
      return FALSE;
  }
  g_autofree char *lock = g_strconcat(statement->folder, "/assembly.lock", NULL);
  return write_file(session, lock, texts->assembly->lock, error);
}

gboolean adref_assembled_texts_save(AdrefSession *session, const AdrefStatement *statement,
                                    const AdrefAssembledTexts *texts, GError **error)
{
  if (!write_texts(session, statement, texts, error))
    return FALSE;
  say_defaults(session, statement, texts->assembly);
  g_autofree char *languages = g_strjoinv(", ", statement->languages);
  g_autofree char *subject =
      g_strdup_printf("%s: assembled from %s (%s)%s", statement->id, statement->outline, languages,
                      *texts->redlines->str ? ", joined with the negotiated text" : "");
  AdrefSaveStatementOptions save_options = {.subject = subject, .action = "draft"};
  return adref_save_statement(session, statement, &save_options, error);
}
