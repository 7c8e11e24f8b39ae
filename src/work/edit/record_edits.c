#include "work/edit/record_edits.h"

#include <string.h>

#include "base/file.h"
#include "base/name.h"
#include "base/string_order.h"
#include "history/save.h"
#include "history/version_source.h"
#include "sign/party_record.h"

/* What tells an act apart: all that it says. Caller frees. */
static char *key_of(const AdrefPartyAct *act)
{
  GString *key = g_string_new(NULL);
  g_string_printf(key, "%d %s %s %s %s", (int)act->type, act->time, act->by,
                  act->reason ? act->reason : "", act->explanation ? act->explanation : "");
  for (guint i = 0; i < act->items->len; i++) {
    const AdrefPartyActItem *item = act->items->pdata[i];
    g_string_append_printf(key, "\n%s %s", item->clause, item->hashes);
  }
  return g_string_free(key, FALSE);
}

/* The acts of a party in a source, each once; none where the record is not there. NULL: it does not
 * read. Caller unrefs. */
static GHashTable *acts_in(AdrefFileSource *source, const char *path, const char *party)
{
  g_autoptr(GHashTable) acts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GError) cause = NULL;
  g_autoptr(GBytes) bytes = source->read(source, path, ADREF_YAML_LIMIT, &cause);
  if (g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    return g_steal_pointer(&acts);
  gsize length = 0;
  const char *text = bytes ? g_bytes_get_data(bytes, &length) : NULL;
  g_autoptr(AdrefPartyRecord) record =
      text ? adref_party_record_read(text, length, party, path, NULL) : NULL;
  for (guint i = 0; record && i < record->acts->len; i++)
    g_hash_table_add(acts, key_of(record->acts->pdata[i]));
  return record ? g_steal_pointer(&acts) : NULL;
}

static guint count_without(GHashTable *acts, GHashTable *others)
{
  GHashTableIter iter;
  gpointer key;
  guint count = 0;
  g_hash_table_iter_init(&iter, acts);
  while (g_hash_table_iter_next(&iter, &key, NULL))
    count += !g_hash_table_contains(others, key);
  return count;
}

static void compare(AdrefSession *session, AdrefFileSource *last, const char *path, const char *of,
                    const char *party)
{
  g_autoptr(GHashTable) before = acts_in(last, path, of);
  g_autoptr(GHashTable) now = before ? acts_in(session->files->source, path, of) : NULL;
  guint more = now ? count_without(now, before) : 0, fewer = now ? count_without(before, now) : 0;
  if (more + fewer == 0)
    return;
  adref_session_say(session,
                    "the record of %s has %u act%s more and %u fewer than in the last version; "
                    "adref agree, reserve and reopen --as %s write it, and this version is saved "
                    "for %s",
                    of, more, more == 1 ? "" : "s", fewer, of, party ? party : "nobody");
}

/* Adds the records of a source that `all` does not have. */
static void add_records(GPtrArray *all, AdrefFileSource *source, const char *folder)
{
  g_autofree char *records = g_strconcat(folder, "/record/", NULL);
  g_auto(GStrv) files = source->list(source, folder, NULL);
  for (char **path = files; path && *path; path++)
    if (g_str_has_prefix(*path, records) && g_str_has_suffix(*path, ".yaml") &&
        !g_ptr_array_find_with_equal_func(all, *path, g_str_equal, NULL))
      g_ptr_array_add(all, g_strdup(*path));
}

/* The records, here or in the last version, that differ: those that did not change are not read.
 * NULL: they cannot be told. Caller frees. */
static char **changed_records(AdrefSession *session, AdrefFileSource *last,
                              const AdrefStatement *statement)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
  add_records(paths, session->files->source, statement->folder);
  add_records(paths, last, statement->folder);
  g_ptr_array_sort(paths, adref_string_order);
  g_ptr_array_add(paths, NULL);
  return adref_repo_changed_files(session->repo, (const char *const *)paths->pdata, NULL);
}

void adref_record_edits_say(AdrefSession *session, const AdrefStatement *statement,
                            const char *party)
{
  AdrefVersion head;
  if (!adref_repo_resolve(session->repo, NULL, "HEAD", &head, NULL))
    return;
  g_autoptr(AdrefFileSource) last = adref_version_source_new(session->repo, &head, NULL);
  if (!last)
    return;
  g_auto(GStrv) changed = changed_records(session, last, statement);
  for (char **path = changed; path && *path; path++) {
    g_autofree char *name = g_path_get_basename(*path);
    name[strlen(name) - strlen(".yaml")] = '\0';
    if (g_strcmp0(name, party) != 0 && adref_name_is(ADREF_NAME_PARTY, name))
      compare(session, last, *path, name, party);
  }
}
