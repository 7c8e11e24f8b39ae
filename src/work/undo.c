#include "work/undo.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/file.h"
#include "history/label.h"
#include "history/log.h"
#include "history/version_source.h"
#include "work/kept_files.h"
#include "work/needs.h"
#include "work/save_statement.h"
#include "work/statement_files.h"

/* The undoing while it is done. */
typedef struct {
  AdrefSession *session;
  const AdrefStatement *statement;
  AdrefLogEntry *last;     /* whose change is taken back */
  AdrefFileSource *before; /* the files of the version before it */
  AdrefFileSource *then;   /* and of it */
  char **files;
} UndoRequest;

static void clear(UndoRequest *self)
{
  adref_log_entry_free(self->last);
  if (self->before)
    adref_file_source_free(self->before);
  if (self->then)
    adref_file_source_free(self->then);
  g_strfreev(self->files);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(UndoRequest, clear)

/* The last version of the statement, and the one before it. */
static gboolean find_last(UndoRequest *self, AdrefVersion *parent, GError **error)
{
  g_autoptr(AdrefLog) log =
      adref_log_new(self->session->repo, self->statement->folder, NULL, error);
  gboolean found = FALSE;
  if (!log || !adref_log_next(log, &found, error))
    return FALSE;
  if (!found) {
    adref_error(error, ADREF_ERROR_REFUSED, "%s has no version yet", self->statement->id);
    return FALSE;
  }
  self->last = adref_log_entry(log);
  if (adref_log_parent_count(log) == 1 && adref_log_first_parent(log, parent))
    return TRUE;
  adref_error(
      error, ADREF_ERROR_REFUSED,
      adref_log_parent_count(log) > 1
          ? "version %.8s joins two lines of history; adref restore brings back a text as it "
            "was"
          : "version %.8s is the first one; there is nothing before it",
      self->last->version.id);
  return FALSE;
}

static gboolean check_label(const UndoRequest *self, GError **error)
{
  const GPtrArray *labels = adref_session_labels(self->session, self->statement->id, error);
  for (guint i = 0; labels && i < labels->len; i++) {
    const AdrefLabel *label = labels->pdata[i];
    if (strcmp(label->version.id, self->last->version.id) != 0)
      continue;
    adref_error(error, ADREF_ERROR_REFUSED,
                "version %.8s is the draft %s; adref circulate --withdraw %s takes it back",
                self->last->version.id, label->name, label->name);
    return FALSE;
  }
  return labels != NULL;
}

static GBytes *read_file(AdrefFileSource *source, const char *path)
{
  return source->read(source, path, ADREF_TEXT_LIMIT, NULL);
}

static gboolean is_same(GBytes *a, GBytes *b)
{
  return a && b ? g_bytes_equal(a, b) : a == b;
}

/* Whether a file is one that parties have put their word into. */
static gboolean is_record(const UndoRequest *self, const char *path)
{
  const char *rest = path + strlen(self->statement->folder);
  return g_str_has_prefix(rest, "/record/") || g_str_has_prefix(rest, "/corrections/");
}

static gboolean put_back(UndoRequest *self, const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *file = adref_session_path(self->session, path);
  gsize length = 0;
  const char *text = bytes ? g_bytes_get_data(bytes, &length) : NULL;
  if (bytes)
    return adref_file_write(file, text, length, error);
  g_unlink(file);
  return TRUE;
}

/* Puts back each file that the version changed. With `checks` nothing is written: records are
 * refused. */
static gboolean each_file(UndoRequest *self, gboolean checks, GError **error)
{
  for (char **path = self->files; *path; path++) {
    g_autoptr(GBytes) old = read_file(self->before, *path), new = read_file(self->then, *path);
    if (is_same(old, new))
      continue;
    if (!checks && !put_back(self, *path, old, error))
      return FALSE;
    if (checks && is_record(self, *path)) {
      adref_error(error, ADREF_ERROR_REFUSED,
                  "version %.8s records what a party said (%s); adref reopen takes an agreement or "
                  "a reservation back",
                  self->last->version.id, *path);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean save(UndoRequest *self, const char *party, GError **error)
{
  g_autofree char *prefix = g_strdup_printf("%s: ", self->statement->id);
  const char *what = self->last->subject;
  if (g_str_has_prefix(what, prefix))
    what += strlen(prefix);
  g_autofree char *subject = g_strdup_printf("%s: undone: %s\n\nThe change of version %s.",
                                             self->statement->id, what, self->last->version.id);
  AdrefSaveStatementOptions save_options = {.subject = subject, .party = party, .action = "undo"};
  return adref_save_statement(self->session, self->statement, &save_options, error);
}

static gboolean undo(UndoRequest *self, const char *party, GError **error)
{
  g_autoptr(AdrefKeptFiles) kept = adref_kept_files_new(self->session, self->statement, error);
  if (!kept)
    return FALSE;
  gboolean done = each_file(self, FALSE, error);
  adref_kept_files_written(kept);
  if (done && save(self, party, error))
    return TRUE;
  adref_kept_files_put_back(kept);
  return FALSE;
}

gboolean adref_undo(AdrefSession *session, const AdrefStatement *statement, const char *party,
                    GError **error)
{
  g_auto(UndoRequest) self = {.session = session, .statement = statement};
  AdrefVersion parent;
  return adref_session_lock(session, error) &&
         adref_session_check_party(session, statement, party, error) &&
         adref_session_check_identity(session, error) &&
         adref_repo_check_state(session->repo, error) &&
         adref_session_check_clean(session, statement, error) && find_last(&self, &parent, error) &&
         check_label(&self, error) &&
         (self.before = adref_version_source_new(session->repo, &parent, error)) &&
         (self.then = adref_version_source_new(session->repo, &self.last->version, error)) &&
         (self.files = adref_session_statement_files(session, statement, error)) &&
         each_file(&self, TRUE, error) && undo(&self, party, error);
}
