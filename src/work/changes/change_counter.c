#include "work/changes/change_counter.h"

#include <string.h>

#include "merge/compare/chunk_diff.h"

enum {
  MAX_BYTES_READ = 16 * 1024 * 1024 /* bytes of text that are read unless all are asked for */
};

struct AdrefChangeCounter {
  AdrefRepo *repo;
  const AdrefStatement *statement;
  AdrefMarkdownReadOptions options;
  char *name; /* of the text in the folder */
  gboolean all;
  gsize read;    /* bytes */
  char *last_id; /* of the text that was read last: the next version's is most often the same */
  GBytes *last;
};

AdrefChangeCounter *adref_change_counter_new(AdrefSession *session, const char *statement,
                                             gboolean all)
{
  const AdrefStatement *facts = adref_session_facts(session->files, statement, NULL);
  if (!facts)
    return NULL;
  AdrefChangeCounter *self = g_new0(AdrefChangeCounter, 1);
  self->repo = session->repo;
  self->options.parties = adref_parties_names(adref_library_parties(session->library));
  self->name = g_strconcat(facts->languages[0], ".md", NULL);
  self->statement = facts;
  self->all = all;
  return self;
}

void adref_change_counter_free(AdrefChangeCounter *self)
{
  if (!self)
    return;
  g_free(self->name);
  g_free(self->last_id);
  g_clear_pointer(&self->last, g_bytes_unref);
  g_free(self);
}

static GBytes *get_text(AdrefChangeCounter *self, const char *id)
{
  if (*id == '\0')
    return g_bytes_new(NULL, 0);
  return g_strcmp0(id, self->last_id) == 0 ? g_bytes_ref(self->last)
                                           : adref_repo_read_blob(self->repo, id, NULL);
}

static GBytes *read_text(AdrefChangeCounter *self, const char *id)
{
  GBytes *bytes = get_text(self, id);
  if (!bytes)
    return NULL;
  self->read += g_bytes_get_size(bytes);
  g_clear_pointer(&self->last, g_bytes_unref);
  g_free(self->last_id);
  self->last_id = g_strdup(id);
  self->last = g_bytes_ref(bytes);
  return bytes;
}

gboolean adref_change_counter_count(AdrefChangeCounter *self, AdrefLog *log,
                                    AdrefRedlineCounts *counts)
{
  gboolean first = adref_log_parent_count(log) == 0;
  if (!self->all && self->read >= MAX_BYTES_READ)
    return FALSE;
  g_autofree char *now =
      adref_repo_tree_entry_id(self->repo, adref_log_object_id(log), self->name, NULL);
  g_autofree char *before =
      first ? g_strdup("")
            : adref_repo_tree_entry_id(self->repo, adref_log_parent_object_id(log, 0), self->name,
                                       NULL);
  *counts = (AdrefRedlineCounts){0};
  if (!now || !before || strcmp(now, before) == 0)
    return now && before;
  g_autoptr(GBytes) new = read_text(self, now), old = read_text(self, before);
  g_autoptr(AdrefNode) redline =
      new &&old ? adref_chunk_diff(old, new, &self->options, self->statement->languages[0]) : NULL;
  if (redline)
    *counts = adref_redline_count(redline);
  return redline != NULL;
}
