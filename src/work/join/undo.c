#include "work/join/undo.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/file.h"
#include "history/common_base.h"
#include "history/label.h"
#include "history/log.h"
#include "history/version_source.h"
#include "work/edit/save_statement.h"
#include "work/join/merge_file.h"
#include "work/join/side_party.h"
#include "work/kept_files.h"
#include "work/needs.h"
#include "work/statement_files.h"

/* The undoing while it is done. */
typedef struct {
  AdrefSession *session;
  const AdrefStatement *statement;
  AdrefLogEntry *last;     /* whose change is taken back */
  AdrefFileSource *before; /* the files of the version before it */
  AdrefFileSource *then;   /* and of it */
  AdrefFileSource *now;    /* and of the last version */
  char **files;
  const char *party;
  char *later_party;   /* whose the changes since then are; NULL: unknown, or several */
  GHashTable *parties; /* likewise, by clause */
} UndoRequest;

static void clear(UndoRequest *self)
{
  adref_log_entry_free(self->last);
  if (self->before)
    adref_file_source_free(self->before);
  if (self->then)
    adref_file_source_free(self->then);
  if (self->now)
    adref_file_source_free(self->now);
  g_free(self->later_party);
  g_clear_pointer(&self->parties, g_hash_table_unref);
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
  if (adref_log_parent_count(log) > 1 && adref_log_first_parent(log, parent))
    adref_error(error, ADREF_ERROR_REFUSED,
                "version %.8s joins two lines of history; `adref restore %s --from %.8s` brings "
                "the text back as it was before",
                self->last->version.id, self->statement->id, parent->id);
  else
    adref_error(error, ADREF_ERROR_REFUSED,
                "version %.8s is the first one; there is nothing before it",
                self->last->version.id);
  return FALSE;
}

/* Without a name only one's own version is undone: after a sync the last one may be of somebody
 * else. */
static gboolean check_author(const UndoRequest *self, GError **error)
{
  g_autoptr(AdrefPerson) own =
      adref_person_new(self->session->repo, ADREF_PERSON_ROLE_AUTHOR, error);
  const AdrefPerson *author = &self->last->author;
  const char *party = adref_log_entry_trailer(self->last, "Party");
  if (!own || g_ascii_strcasecmp(own->email, author->email) == 0)
    return own != NULL;
  adref_error(error, ADREF_ERROR_REFUSED,
              "the last version, %.8s, is of %s%s%s%s; adref undo %s %.8s takes it back all the "
              "same, and adref log %s lists the versions",
              self->last->version.id, author->name, party ? " (" : "", party ? party : "",
              party ? ")" : "", self->statement->id, self->last->version.id, self->statement->id);
  return FALSE;
}

/* The version of that name, and the one before it. */
static gboolean find_named(UndoRequest *self, const char *name, AdrefVersion *parent,
                           GError **error)
{
  AdrefRepo *repo = self->session->repo;
  AdrefVersion version, head;
  gboolean is_ours;
  guint parents;
  if (!adref_repo_resolve(repo, self->statement->id, name, &version, error) ||
      !adref_repo_resolve(repo, NULL, "HEAD", &head, error) ||
      !adref_repo_is_ancestor(repo, &version, &head, &is_ours, error) ||
      !adref_repo_parent(repo, &version, &parents, parent, error) ||
      !(self->last = adref_repo_log_entry(repo, &version, error)))
    return FALSE;
  if (is_ours && parents == 1)
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED,
              !is_ours      ? "version %.8s is not in this branch, so there is nothing to undo"
              : parents > 1 ? "version %.8s joins two lines of history; undo the versions that it "
                              "brought, or adref restore brings back a text as it was"
                            : "version %.8s is the first one; there is nothing before it",
              version.id);
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

/* What was changed since the version, and what it changed itself, meet in a file. */
static GBytes *join(UndoRequest *self, const char *path, GBytes *before, GBytes *then, GBytes *now,
                    GError **error)
{
  g_autofree char *undone = g_strdup_printf("what was before version %.8s", self->last->version.id);
  if (!before || !then || !now) {
    adref_error(
        error, ADREF_ERROR_REFUSED,
        "%s: version %.8s %s it, and it was changed since; adref restore brings back a text "
        "as it was",
        path, self->last->version.id, before ? "deleted" : "added");
    return NULL;
  }
  const AdrefMergeFileSide sides[] = {
      {now, self->later_party, "the text as it is", "now", self->parties, 0},
      {before, self->party, undone, "before", NULL, 0}};
  AdrefMergeFileOptions options = {.path = path,
                                   .files = self->session->files,
                                   .base = then,
                                   .sides = sides,
                                   .count = G_N_ELEMENTS(sides)};
  g_autoptr(AdrefMergedFile) merged = adref_merge_file(self->session, &options, error);
  if (merged && merged->report && merged->report->brackets > 0)
    adref_session_say(self->session,
                      "%s: %u place%s in brackets, where words were changed again since then", path,
                      merged->report->brackets, merged->report->brackets == 1 ? "" : "s");
  return merged ? g_bytes_ref(merged->bytes) : NULL;
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

/* Takes back what the version did to a file. */
static gboolean undo_file(UndoRequest *self, const char *path, GBytes *before, GBytes *then,
                          GError **error)
{
  g_autoptr(GBytes) now = read_file(self->now, path);
  if (is_same(now, before))
    return TRUE;
  if (is_same(now, then))
    return put_back(self, path, before, error);
  g_autoptr(GBytes) joined = join(self, path, before, then, now, error);
  return joined && put_back(self, path, joined, error);
}

/* Takes back each file that the version changed. With `checks` nothing is written: records are
 * refused, and *found says whether there is one. */
static gboolean each_file(UndoRequest *self, gboolean checks, gboolean *found, GError **error)
{
  *found = FALSE;
  for (char **path = self->files; *path; path++) {
    g_autoptr(GBytes) before = read_file(self->before, *path), then = read_file(self->then, *path);
    if (is_same(before, then))
      continue;
    *found = TRUE;
    if (!checks && !undo_file(self, *path, before, then, error))
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

static gboolean check_files(UndoRequest *self, GError **error)
{
  gboolean found;
  if (!each_file(self, TRUE, &found, error))
    return FALSE;
  if (!found)
    adref_error(error, ADREF_ERROR_REFUSED,
                "version %.8s changed no file of %s; adref log %s lists those that did",
                self->last->version.id, self->statement->id, self->statement->id);
  return found;
}

/* The text behind a prefix, or NULL where it does not begin with it. */
static const char *behind(const char *text, const char *prefix)
{
  return g_str_has_prefix(text, prefix) ? text + strlen(prefix) : NULL;
}

/* "demo: undone: training: 1 word"; where an undo is taken back itself, "demo: done again: ...". */
static char *write_subject(const UndoRequest *self)
{
  static const char undone[] = "undone: ", done_again[] = "done again: ";
  const char *id = self->statement->id;
  g_autofree char *prefix = g_strdup_printf("%s: ", id);
  const char *what = behind(self->last->subject, prefix);
  if (!what)
    what = self->last->subject;
  const char *first = behind(what, undone), *again = behind(what, done_again);
  return g_strdup_printf("%s: %s%s\n\nThe change of version %s.", id, first ? done_again : undone,
                         first   ? first
                         : again ? again
                                 : what,
                         self->last->version.id);
}

static gboolean save(UndoRequest *self, const char *party, GError **error)
{
  g_autofree char *subject = write_subject(self);
  AdrefSaveStatementOptions save_options = {.subject = subject, .party = party, .action = "undo"};
  return adref_save_statement(self->session, self->statement, &save_options, error);
}

static gboolean undo(UndoRequest *self, const char *party, GError **error)
{
  g_autoptr(AdrefKeptFiles) kept = adref_kept_files_new(self->session, self->statement, error);
  if (!kept)
    return FALSE;
  gboolean found, done = each_file(self, FALSE, &found, error);
  adref_kept_files_written(kept);
  if (done && save(self, party, error))
    return TRUE;
  adref_kept_files_put_back(kept);
  return FALSE;
}

/* The files of the statement now, and those that the version before had. */
static gboolean list_files(UndoRequest *self, GError **error)
{
  g_auto(GStrv) now = adref_session_statement_files(self->session, self->statement, error);
  g_auto(GStrv) before =
      now ? self->before->list(self->before, self->statement->folder, error) : NULL;
  if (!before)
    return FALSE;
  g_autoptr(GStrvBuilder) all = g_strv_builder_new();
  for (char **path = now; *path; path++)
    g_strv_builder_add(all, *path);
  for (char **path = before; *path; path++)
    if (adref_merge_file_kind(*path) != ADREF_MERGE_FILE_LINES &&
        !g_strv_contains((const char *const *)now, *path))
      g_strv_builder_add(all, *path);
  self->files = g_strv_builder_end(all);
  return TRUE;
}

static gboolean open_files(UndoRequest *self, const AdrefVersion *parent, GError **error)
{
  AdrefVersion head;
  AdrefRepo *repo = self->session->repo;
  self->parties = adref_side_parties_new();
  if (!adref_repo_resolve(repo, NULL, "HEAD", &head, error) ||
      !(self->before = adref_version_source_new(repo, parent, error)) ||
      !(self->then = adref_version_source_new(repo, &self->last->version, error)) ||
      !(self->now = adref_version_source_new(repo, &head, error)) || !list_files(self, error))
    return FALSE;
  self->later_party = adref_side_party_find(self->session, &head, &self->last->version, 1, NULL,
                                            NULL, self->parties, NULL);
  return TRUE;
}

gboolean adref_undo(AdrefSession *session, const AdrefStatement *statement, const char *version,
                    const char *party, GError **error)
{
  g_auto(UndoRequest) self = {.session = session, .statement = statement, .party = party};
  AdrefVersion parent;
  return adref_session_lock(session, error) &&
         adref_session_check_party(session, statement, party, error) &&
         adref_session_check_identity(session, error) &&
         adref_repo_check_state(session->repo, error) &&
         adref_session_check_clean(session, statement, error) &&
         (version ? find_named(&self, version, &parent, error)
                  : find_last(&self, &parent, error) && check_author(&self, error)) &&
         check_label(&self, error) && open_files(&self, &parent, error) &&
         check_files(&self, error) && undo(&self, party, error);
}
