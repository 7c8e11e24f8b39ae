#include "work/edit/restore.h"

#include <string.h>

#include "base/file.h"
#include "clause/markdown/canonical.h"
#include "work/edit/save_statement.h"
#include "work/kept_files.h"
#include "work/needs.h"
#include "work/rewrite.h"
#include "work/select_clause.h"

/* The restoring while it is done. */
typedef struct {
  AdrefSession *session;
  const AdrefStatement *statement;
  const AdrefRestoreOptions *options;
  char *clause; /* id or number; NULL: the whole text */
  char *what;   /* "the text", "op training": for the subject; set by the first text */
  AdrefVersion version;
} RestoreRequest;

static gboolean is_same(const AdrefNode *a, const AdrefNode *b)
{
  if (a->as.clause->id || b->as.clause->id)
    return g_strcmp0(a->as.clause->id, b->as.clause->id) == 0;
  return adref_clause_is_same(a, b);
}

/* The clause in the document that stood before `old` in its own. */
static AdrefNode *find_predecessor(const AdrefNode *document, const AdrefNode *old)
{
  for (const AdrefNode *before = old->prev; before; before = before->prev)
    for (AdrefNode *clause = document->first; clause; clause = clause->next)
      if (is_same(before, clause))
        return clause;
  return NULL;
}

static gboolean has_number(const AdrefNode *document, const AdrefClause *wanted)
{
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->as.clause->kind == wanted->kind &&
        g_strcmp0(clause->as.clause->frozen, wanted->frozen) == 0)
      return TRUE;
  return FALSE;
}

/* The clause that `old` is now: by its id or, where it had none, by its number. */
static AdrefNode *find_now(const AdrefNode *document, const AdrefClause *old)
{
  for (AdrefNode *clause = document->first; old->id && clause; clause = clause->next)
    if (g_strcmp0(clause->as.clause->id, old->id) == 0)
      return clause;
  return !old->id && old->number ? adref_select_clause_find(document, old->number) : NULL;
}

/* A clause keeps the frozen number that it has now. A clause that was deleted gets its old number,
 * unless another clause has it. */
static void keep_current_number(AdrefClause *old, const AdrefNode *now, const AdrefNode *document)
{
  if (now || (old->frozen && has_number(document, old))) {
    g_free(old->frozen);
    old->frozen = now ? g_strdup(now->as.clause->frozen) : NULL;
  }
}

static gboolean restore_clause(RestoreRequest *self, const AdrefText *text, AdrefNode *old,
                               GError **error)
{
  AdrefNode *now = find_now(text->document, old->as.clause), *next = NULL;
  keep_current_number(old->as.clause, now, text->document);
  if (!self->what)
    self->what =
        g_strdup_printf("%s %s", adref_clause_kind_word(old->as.clause->kind), self->clause);
  if (!now) {
    AdrefNode *before = find_predecessor(text->document, old);
    next = before ? before->next : text->document->first;
  }
  g_autoptr(GString) words = adref_rewrite_clause_markdown(old);
  g_autoptr(AdrefNode) document =
      adref_rewrite_clause(text, now, next, words->str, words->len, error);
  return document && adref_rewrite_write(text, document, error);
}

static gboolean restore_text(RestoreRequest *self, const AdrefText *text, const AdrefText *old,
                             GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data(old->source, &length);
  if (!self->what)
    self->what = g_strdup("the text");
  return adref_text_check_serious(old, old->problems, error) &&
         adref_rewrite_check_unchanged(text, error) &&
         adref_file_write(text->file, bytes, length, error);
}

/* A language that is not `needed` is left out where the version has no such text or clause. */
static gboolean restore_language(RestoreRequest *self, const char *language, gboolean needed,
                                 GError **error)
{
  g_autoptr(GError) missing = NULL;
  g_autoptr(AdrefText) old = adref_text_open_version(self->session, self->statement->id,
                                                     self->options->from, language, &missing);
  AdrefNode *clause = old && self->clause ? adref_select_clause(old, self->clause, &missing) : NULL;
  if (missing && !needed)
    return TRUE;
  if (missing) {
    g_propagate_error(error, g_steal_pointer(&missing));
    return FALSE;
  }
  g_autoptr(AdrefText) text =
      adref_text_open_statement(self->session, self->statement, language, error);
  if (!text)
    return FALSE;
  self->version = old->version;
  if (!clause)
    return restore_text(self, text, old, error);
  if (needed && clause->as.clause->id) {
    g_free(self->clause);
    self->clause = g_strdup(clause->as.clause->id);
  }
  return restore_clause(self, text, clause, error);
}

static gboolean restore(RestoreRequest *self, GError **error)
{
  const char *language = self->options->language;
  char **languages = self->statement->languages;
  if (language)
    return restore_language(self, language, TRUE, error);
  for (guint i = 0; languages[i]; i++)
    if (!restore_language(self, languages[i], i == 0, error))
      return FALSE;
  return TRUE;
}

static gboolean save(RestoreRequest *self, GError **error)
{
  const char *message = self->options->message;
  g_autofree char *made =
      g_strdup_printf("%s: %s as in %s\n\nRestored from version %s.", self->statement->id,
                      self->what, self->options->from, self->version.id);
  AdrefSaveStatementOptions save_options = {
      .subject = message ? message : made, .party = self->options->party, .action = "restore"};
  return adref_save_statement(self->session, self->statement, &save_options, error);
}

/* A text of one language that fails leaves no other restored. */
static gboolean restore_and_save(RestoreRequest *self, GError **error)
{
  g_autoptr(AdrefKeptFiles) kept = adref_kept_files_new(self->session, self->statement, error);
  if (!kept)
    return FALSE;
  gboolean done = restore(self, error);
  adref_kept_files_written(kept);
  if (done && save(self, error))
    return TRUE;
  adref_kept_files_put_back(kept);
  return FALSE;
}

gboolean adref_restore(AdrefSession *session, const AdrefStatement *statement,
                       const AdrefRestoreOptions *options, GError **error)
{
  RestoreRequest self = {.session = session,
                         .statement = statement,
                         .options = options,
                         .clause = g_strdup(options->clause)};
  gboolean done = adref_session_check_party(session, statement, options->party, error) &&
                  adref_session_check_identity(session, error) &&
                  adref_session_check_clean(session, statement, error) &&
                  restore_and_save(&self, error);
  g_free(self.clause);
  g_free(self.what);
  return done;
}
