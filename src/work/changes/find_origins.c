#include "work/changes/find_origins.h"

#include <string.h>

#include "history/label.h"
#include "merge/compare/blame.h"
#include "work/changes/kept_results.h"
#include "work/person_time.h"

typedef struct {
  const AdrefText *text;
  AdrefBlame *blame;
  AdrefRepo *repo;
  AdrefLog *log;
  GHashTable *traces; /* git's id of a text that the log has not reached -> its AdrefBlameTrace */
  const GPtrArray *labels;
  const char *draft; /* the first draft that has the current version of the log, or NULL */
  GPtrArray *all;    /* of AdrefOrigin */
} OriginSearch;

static void search_clear(OriginSearch *self)
{
  adref_blame_free(self->blame);
  g_clear_pointer(&self->traces, g_hash_table_unref);
  adref_log_free(self->log);
  g_clear_pointer(&self->all, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(OriginSearch, search_clear)

AdrefOrigin *adref_origin_of_entry(const AdrefLogEntry *entry, const char *draft)
{
  AdrefOrigin *origin = g_new0(AdrefOrigin, 1);
  origin->version = g_strdup(entry->version.id);
  origin->day = adref_person_time(&entry->author, "%Y-%m-%d", "?");
  origin->time = adref_person_time(&entry->author, "%Y-%m-%dT%H:%M:%S%:z", "?");
  origin->author = g_strdup(entry->author.name);
  origin->email = g_strdup(entry->author.email);
  origin->party = g_strdup(adref_log_entry_trailer(entry, "Party"));
  origin->label = g_strdup(draft);
  origin->subject = g_strdup(entry->subject);
  return origin;
}

/* What is left in the trace was added by the current version of the log. */
static void assign_rest(OriginSearch *self, AdrefBlameTrace *trace)
{
  if (adref_blame_trace_is_empty(trace))
    return;
  g_autoptr(AdrefLogEntry) entry = adref_log_entry(self->log);
  adref_blame_assign(self->blame, trace, self->all->len);
  g_ptr_array_add(self->all, adref_origin_of_entry(entry, self->draft));
}

/* Passes words that the text with git's id `object` has, too, to its trace. */
static gboolean pass_to_parent(OriginSearch *self, AdrefBlameTrace *trace, const char *object,
                               GError **error)
{
  AdrefBlameTrace *older = g_hash_table_lookup(self->traces, object), *known = older;
  g_autoptr(GBytes) bytes = *object ? adref_repo_read_blob(self->repo, object, error) : NULL;
  if (!bytes)
    return !*object;
  adref_blame_pass(self->blame, trace, bytes, &older);
  if (!known && older)
    g_hash_table_insert(self->traces, g_strdup(object), older);
  return TRUE;
}

/* A draft is all that was saved up to its label, since the one before: as in the log. */
static void note_draft(OriginSearch *self)
{
  const AdrefLabel *label = adref_labels_of_tags(self->labels, adref_log_tags(self->log));
  if (label)
    self->draft = label->name;
}

static AdrefBlameTrace *take_trace(OriginSearch *self)
{
  gpointer key = NULL, trace = NULL;
  if (g_hash_table_steal_extended(self->traces, adref_log_object_id(self->log), &key, &trace))
    g_free(key);
  return trace;
}

/* The current version of the log: words that its parents have are passed to them. */
static gboolean trace_version(OriginSearch *self, GError **error)
{
  note_draft(self);
  g_autoptr(AdrefBlameTrace) trace = take_trace(self);
  guint count = trace ? adref_log_parent_count(self->log) : 0;
  for (guint i = 0; i < count && !adref_blame_trace_is_empty(trace); i++)
    if (!pass_to_parent(self, trace, adref_log_parent_object_id(self->log, i), error))
      return FALSE;
  if (trace)
    assign_rest(self, trace);
  return TRUE;
}

/* Words that are in no version yet. */
static gboolean trace_work(OriginSearch *self, AdrefBlameTrace *trace, const char *newest,
                           GError **error)
{
  if (!pass_to_parent(self, trace, newest, error))
    return FALSE;
  if (adref_blame_trace_is_empty(trace))
    return TRUE;
  adref_blame_assign(self->blame, trace, self->all->len);
  g_ptr_array_add(self->all, g_new0(AdrefOrigin, 1));
  return TRUE;
}

/* Where a wrong clock put a version out of order, its words belong to the last version. */
static void assign_all_rest(OriginSearch *self)
{
  GHashTableIter iter;
  gpointer trace;
  g_hash_table_iter_init(&iter, self->traces);
  while (self->all->len > 0 && g_hash_table_iter_next(&iter, NULL, &trace))
    adref_blame_assign(self->blame, trace, self->all->len - 1);
}

static gboolean trace(OriginSearch *self, GError **error)
{
  g_autoptr(AdrefBlameTrace) start = adref_blame_start(self->blame);
  gboolean found = FALSE;
  if (!adref_log_next(self->log, &found, error) ||
      !trace_work(self, start, found ? adref_log_object_id(self->log) : "", error))
    return FALSE;
  while (found && !adref_blame_is_complete(self->blame))
    if (!trace_version(self, error) || !adref_log_next(self->log, &found, error))
      return FALSE;
  assign_all_rest(self);
  return TRUE;
}

static gboolean open_search(OriginSearch *self, const AdrefText *text, GError **error)
{
  const char *id = text->statement->id;
  const AdrefVersion *from = *text->version.id ? &text->version : NULL;
  self->traces = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify)adref_blame_trace_free);
  self->all = g_ptr_array_new_with_free_func((GDestroyNotify)adref_origin_free);
  self->labels = adref_session_labels(text->session, id, error);
  self->repo = text->session->repo;
  self->log = self->labels ? adref_log_new(self->repo, text->path, from, error) : NULL;
  return self->log != NULL;
}

static GHashTable *take_runs(const AdrefBlame *blame)
{
  GHashTable *runs = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  g_autoptr(GHashTable) found = adref_blame_runs(blame);
  GHashTableIter iter;
  gpointer node, list;
  g_hash_table_iter_init(&iter, found);
  while (g_hash_table_iter_next(&iter, &node, &list)) {
    GArray *copy = g_array_new(FALSE, FALSE, sizeof(AdrefOriginRun));
    for (guint i = 0; i < ((GArray *)list)->len; i++) {
      const AdrefBlameRun *run = &g_array_index((GArray *)list, AdrefBlameRun, i);
      AdrefOriginRun origin = {run->start, run->length, run->version};
      g_array_append_val(copy, origin);
    }
    g_hash_table_insert(runs, node, copy);
  }
  return runs;
}

static AdrefOrigins *find(const AdrefText *text, const AdrefNode *clause, GError **error)
{
  g_auto(OriginSearch) self = {.text = text};
  AdrefNumbering numbering;
  AdrefMarkdownReadOptions options;
  adref_text_read_options(text, &numbering, &options);
  if (!open_search(&self, text, error))
    return NULL;
  self.blame = adref_blame_new(text->source, text->document, clause, &options, text->language);
  if (!trace(&self, error))
    return NULL;
  AdrefOrigins *origins = g_new0(AdrefOrigins, 1);
  origins->runs = take_runs(self.blame);
  origins->all = g_steal_pointer(&self.all);
  origins->cut = adref_log_is_shallow(self.log);
  return origins;
}

/* The version in which the history of a text begins; FALSE: there is none yet. */
static gboolean first_version(const AdrefText *text, AdrefVersion *version)
{
  AdrefRepo *repo = adref_session_repo(text->session, NULL);
  *version = text->version;
  return repo && (*version->id || adref_repo_resolve(repo, NULL, "HEAD", version, NULL));
}

AdrefOrigins *adref_find_origins(const AdrefText *text, const AdrefNode *clause, GError **error)
{
  AdrefVersion from;
  gboolean known = first_version(text, &from);
  AdrefOrigins *origins = known ? adref_kept_origins_read(text, clause, &from) : NULL;
  if (origins)
    return origins;
  origins = find(text, clause, error);
  if (known && origins)
    adref_kept_origins_write(text, clause, &from, origins);
  return origins;
}

void adref_origins_free(AdrefOrigins *origins)
{
  if (!origins)
    return;
  g_ptr_array_unref(origins->all);
  g_hash_table_unref(origins->runs);
  g_free(origins);
}
