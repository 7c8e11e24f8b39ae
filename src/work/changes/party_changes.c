#include "work/changes/party_changes.h"

#include <string.h>

#include "work/person_time.h"

typedef struct {
  const char *party;
  GHashTable *before; /* ids of the versions of `from` */
  AdrefLog *log;
  GPtrArray *changes; /* the newest first */
  char *before_last;  /* git's id of the statement before the version read last, if that is in the
                         last change; or NULL */
  guint joined;
} Search;

static void party_change_free(gpointer data)
{
  AdrefPartyChange *change = data;
  g_ptr_array_unref(change->entries);
  g_free(change);
}

static void search_clear(Search *self)
{
  g_clear_pointer(&self->before, g_hash_table_unref);
  g_clear_pointer(&self->changes, g_ptr_array_unref);
  adref_log_free(self->log);
  g_free(self->before_last);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, search_clear)

static gboolean read_before(Search *self, AdrefRepo *repo, const char *folder,
                            const AdrefVersion *from, GError **error)
{
  self->before = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(AdrefLog) log = adref_log_new(repo, folder, from, error);
  gboolean found = TRUE;
  while (log && found) {
    if (!adref_log_next(log, &found, error))
      return FALSE;
    if (found)
      g_hash_table_add(self->before, g_strdup(adref_log_version(log).id));
  }
  return log != NULL;
}

/* A version of the party: it continues the last change, or begins one. */
static void add_version(Search *self, AdrefLogEntry *entry, const AdrefVersion *parent)
{
  gboolean continues = g_strcmp0(self->before_last, adref_log_object_id(self->log)) == 0;
  AdrefPartyChange *change = continues ? self->changes->pdata[self->changes->len - 1] : NULL;
  if (!change) {
    change = g_new0(AdrefPartyChange, 1);
    change->to = entry->version;
    change->entries = g_ptr_array_new_with_free_func((GDestroyNotify)adref_log_entry_free);
    g_ptr_array_add(self->changes, change);
  }
  change->from = *parent;
  g_ptr_array_add(change->entries, entry);
}

static void take_version(Search *self)
{
  g_autoptr(AdrefLogEntry) entry = adref_log_entry(self->log);
  AdrefVersion parent;
  gboolean is_own = g_strcmp0(adref_log_entry_trailer(entry, "Party"), self->party) == 0;
  gboolean is_single =
      adref_log_parent_count(self->log) == 1 && adref_log_first_parent(self->log, &parent);
  self->joined += is_own && !is_single ? 1 : 0;
  if (is_own && is_single)
    add_version(self, g_steal_pointer(&entry), &parent);
  g_free(self->before_last);
  self->before_last =
      is_own && is_single ? g_strdup(adref_log_parent_object_id(self->log, 0)) : NULL;
}

static gboolean read_versions(Search *self, GError **error)
{
  gboolean found = TRUE;
  while (found) {
    if (!adref_log_next(self->log, &found, error))
      return FALSE;
    if (found && !g_hash_table_contains(self->before, adref_log_version(self->log).id))
      take_version(self);
  }
  return TRUE;
}

GPtrArray *adref_party_changes_find(AdrefSession *session, const char *statement, const char *party,
                                    const AdrefVersion *from, const AdrefVersion *to, guint *joined,
                                    GError **error)
{
  AdrefRepo *repo = adref_session_repo(session, error);
  g_autofree char *folder = g_strconcat("statements/", statement, NULL);
  g_auto(Search)
      self = {.party = party, .changes = g_ptr_array_new_with_free_func(party_change_free)};
  if (!repo || !read_before(&self, repo, folder, from, error))
    return NULL;
  self.log = adref_log_new(repo, folder, to, error);
  if (!self.log || !read_versions(&self, error))
    return NULL;
  *joined = self.joined;
  for (guint i = 0, j = self.changes->len; i + 1 < j; i++) {
    gpointer other = self.changes->pdata[--j];
    self.changes->pdata[j] = self.changes->pdata[i];
    self.changes->pdata[i] = other;
  }
  return g_steal_pointer(&self.changes);
}

char *adref_party_change_words(const AdrefPartyChange *change)
{
  GString *words = g_string_new(NULL);
  for (guint i = change->entries->len; i > 0; i--) {
    const AdrefLogEntry *entry = change->entries->pdata[i - 1];
    g_autofree char *day = adref_person_time(&entry->author, "%Y-%m-%d", "?");
    g_string_append_printf(words, "%.8s %s %s: %s\n", entry->version.id, day, entry->author.name,
                           entry->subject);
  }
  char *visible = adref_escape_controls(words->str, (gssize)words->len, TRUE);
  g_string_free(words, TRUE);
  return visible;
}

gboolean adref_party_check_known(AdrefSession *session, const char *option, const char *party,
                                 GError **error)
{
  const AdrefParties *parties = adref_library_parties(session->library);
  if (adref_parties_get(parties, party))
    return TRUE;
  const char *near = adref_parties_closest(parties, party);
  g_autofree char *hint = near ? g_strdup_printf("; did you mean %s?", near)
                               : g_strdup("; adref parties lists those of the workspace");
  adref_error(error, ADREF_ERROR_NOT_FOUND, "%s %s: no party that is known, and no version%s",
              option, party, hint);
  return FALSE;
}
