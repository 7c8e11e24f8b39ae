#include "work/changes/find_removed.h"

#include <string.h>

#include "clause/markdown/markdown_read.h"
#include "history/label.h"
#include "history/log.h"
#include "merge/compare/diff.h"
#include "work/changes/find_origins.h"

enum {
  CONTEXT = 24 /* bytes on each side of words by which they are found again */
};

typedef struct {
  const AdrefText *text;
  const char *clause; /* id; NULL: all */
  AdrefNumbering numbering;
  AdrefMarkdownReadOptions options;
  AdrefRepo *repo;
  AdrefLog *log;
  const GPtrArray *labels;
  const char *draft;
  GHashTable *now; /* id of a clause -> its words in the text as it is */
  gboolean met;    /* an older text has the clause */
  AdrefRemoved *removed;
} RemovalSearch;

static void search_clear(RemovalSearch *self)
{
  adref_log_free(self->log);
  g_clear_pointer(&self->now, g_hash_table_unref);
  adref_removed_free(self->removed);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RemovalSearch, search_clear)

static void words_free(gpointer data)
{
  AdrefRemovedWords *words = data;
  g_free(words->clause);
  g_free(words->words);
  g_free(words);
}

/* --- one clause --- */

/* The old text of a clause of a redline, with the places where words were deleted. */
typedef struct {
  GString *old;
  GArray *spans; /* of gsize: start and end of each run of deleted words */
  gboolean open; /* the last run goes on */
} OldWords;

static void add_node(OldWords *words, const AdrefNode *node)
{
  gboolean deleted = node->mark == ADREF_DELETED;
  gsize start = words->old->len;
  g_string_append_len(words->old, node->text, (gssize)node->length);
  gsize end = words->old->len;
  if (deleted && words->open)
    g_array_index(words->spans, gsize, words->spans->len - 1) = end;
  else if (deleted)
    g_array_append_vals(words->spans, (const gsize[]){start, end}, 2);
  words->open = deleted;
}

static void read_clause(const AdrefNode *clause, OldWords *words)
{
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    gboolean holds = node->type == ADREF_TEXT || node->type == ADREF_CODE ||
                     (node->type == ADREF_CODE_BLOCK && node->text);
    if (walk.entering && node->type == ADREF_NOTE)
      adref_walk_skip(&walk);
    else if (walk.entering && holds && node->mark != ADREF_INSERTED)
      add_node(words, node);
    else if (!walk.entering && adref_node_is_block(node) && words->old->len > 0) {
      g_string_append_c(words->old, '\n');
      words->open = FALSE;
    }
  }
}

static gboolean has_letters(const char *from, const char *end)
{
  for (const char *at = from; at < end; at = g_utf8_next_char(at))
    if (g_unichar_isalnum(g_utf8_get_char(at)))
      return TRUE;
  return FALSE;
}

/* Whether the words stand in the clause again, between the words that were around them. */
static gboolean is_back(const RemovalSearch *self, const char *id, const GString *old, gsize start,
                        gsize end)
{
  const char *now = id ? g_hash_table_lookup(self->now, id) : NULL;
  gsize from = start > CONTEXT ? start - CONTEXT : 0, to = MIN(old->len, end + CONTEXT);
  while (from < start && ((guchar)old->str[from] & 0xC0) == 0x80)
    from++;
  while (to > end && to < old->len && ((guchar)old->str[to] & 0xC0) == 0x80)
    to--;
  g_autofree char *around = g_strstrip(g_strndup(old->str + from, to - from));
  return now && strstr(now, around);
}

static void add_removed(RemovalSearch *self, guint origin, const char *id, const OldWords *words)
{
  for (guint i = 0; i + 1 < words->spans->len && !self->removed->cut; i += 2) {
    gsize start = g_array_index(words->spans, gsize, i);
    gsize end = g_array_index(words->spans, gsize, i + 1);
    if (!has_letters(words->old->str + start, words->old->str + end) ||
        is_back(self, id, words->old, start, end))
      continue;
    self->removed->cut = self->removed->words->len == ADREF_REMOVED_MOST;
    if (self->removed->cut)
      return;
    AdrefRemovedWords *removed = g_new0(AdrefRemovedWords, 1);
    removed->origin = origin;
    removed->clause = g_strdup(id);
    removed->words = g_strstrip(g_strndup(words->old->str + start, end - start));
    g_ptr_array_add(self->removed->words, removed);
  }
}

static const char *old_id(const AdrefNode *clause)
{
  const AdrefChange *change = clause->as.clause->change;
  return change && change->id ? change->id : clause->as.clause->id;
}

/* --- versions --- */

static AdrefNode *read_text(const RemovalSearch *self, GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  return adref_markdown_read(text, length, &self->options, NULL, NULL);
}

/* Adds what one text has not any more of an older one. A text that does not read is passed. */
static void compare(RemovalSearch *self, GBytes *older, GBytes *newer, guint origin)
{
  g_autoptr(AdrefNode) old = read_text(self, older), new = read_text(self, newer);
  g_autoptr(AdrefNode) redline = old && new ? adref_diff(old, new, self->text->language) : NULL;
  for (const AdrefNode *clause = redline ? redline->first : NULL; clause; clause = clause->next) {
    const char *id = old_id(clause);
    if (clause->mark == ADREF_INSERTED || (self->clause && g_strcmp0(id, self->clause) != 0))
      continue;
    self->met = TRUE;
    if (!clause->as.clause->change)
      continue;
    OldWords words = {g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(gsize)), FALSE};
    read_clause(clause, &words);
    add_removed(self, origin, id, &words);
    g_string_free(words.old, TRUE);
    g_array_unref(words.spans);
  }
}

static gboolean compare_version(RemovalSearch *self, GError **error)
{
  const AdrefLabel *label = adref_labels_of_tags(self->labels, adref_log_tags(self->log));
  self->draft = label ? label->name : self->draft;
  if (adref_log_parent_count(self->log) != 1)
    return TRUE;
  g_autofree char *here = g_strdup(adref_log_object_id(self->log)),
                  *before = g_strdup(adref_log_parent_object_id(self->log, 0));
  if (!*before || strcmp(here, before) == 0)
    return TRUE;
  g_autoptr(GBytes) older = adref_repo_read_blob(self->repo, before, error);
  g_autoptr(GBytes) newer = !older  ? NULL
                            : *here ? adref_repo_read_blob(self->repo, here, error)
                                    : g_bytes_new_static("", 0);
  if (!newer)
    return FALSE;
  guint count = self->removed->words->len;
  compare(self, older, newer, self->removed->versions->len);
  if (self->removed->words->len == count)
    return TRUE;
  g_autoptr(AdrefLogEntry) entry = adref_log_entry(self->log);
  g_ptr_array_add(self->removed->versions, adref_origin_of_entry(entry, self->draft));
  return TRUE;
}

/* What the file as it is has not any more of the newest version. */
static gboolean compare_work(RemovalSearch *self, GError **error)
{
  if (*self->text->version.id)
    return TRUE;
  g_autoptr(GBytes) newest =
      adref_repo_read_blob(self->repo, adref_log_object_id(self->log), error);
  if (!newest)
    return FALSE;
  compare(self, newest, self->text->source, 0);
  if (self->removed->words->len > 0)
    g_ptr_array_add(self->removed->versions, g_new0(AdrefOrigin, 1));
  return TRUE;
}

static GHashTable *words_now(const AdrefNode *document)
{
  GHashTable *now = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    if (!clause->as.clause->id)
      continue;
    OldWords words = {g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(gsize)), FALSE};
    read_clause(clause, &words);
    g_hash_table_replace(now, g_strdup(clause->as.clause->id), g_string_free(words.old, FALSE));
    g_array_unref(words.spans);
  }
  return now;
}

static gboolean open_search(RemovalSearch *self, GError **error)
{
  const AdrefText *text = self->text;
  const AdrefVersion *from = *text->version.id ? &text->version : NULL;
  adref_text_read_options(text, &self->numbering, &self->options);
  self->removed = g_new0(AdrefRemoved, 1);
  self->removed->versions = g_ptr_array_new_with_free_func((GDestroyNotify)adref_origin_free);
  self->removed->words = g_ptr_array_new_with_free_func(words_free);
  self->now = words_now(text->document);
  self->labels = adref_session_labels(text->session, text->statement->id, error);
  self->repo = text->session->repo;
  self->log = self->labels ? adref_log_new(self->repo, text->path, from, error) : NULL;
  return self->log != NULL;
}

/* A clause that no text has was mistyped. */
static gboolean check_clause(const RemovalSearch *self, GError **error)
{
  if (!self->clause || self->met || self->removed->cut ||
      g_hash_table_contains(self->now, self->clause))
    return TRUE;
  adref_error(error, ADREF_ERROR_NOT_FOUND,
              "neither %s nor an older version of it has a clause \"%s\"; adref show lists the "
              "clauses behind #, and adref log says which were deleted",
              self->text->name, self->clause);
  return FALSE;
}

AdrefRemoved *adref_find_removed(const AdrefText *text, const char *clause, GError **error)
{
  g_auto(RemovalSearch) self = {.text = text, .clause = clause};
  gboolean found = FALSE;
  if (!open_search(&self, error) || !adref_log_next(self.log, &found, error))
    return NULL;
  if (found && !compare_work(&self, error))
    return NULL;
  for (guint i = 0; found && !self.removed->cut && i < ADREF_REMOVED_MOST_VERSIONS; i++)
    if (!compare_version(&self, error) || !adref_log_next(self.log, &found, error))
      return NULL;
  self.removed->cut |= found;
  return check_clause(&self, error) ? g_steal_pointer(&self.removed) : NULL;
}
