#include "history/log_entry.h"

#include <string.h>

#include "base/string_order.h"

void adref_log_entry_free(AdrefLogEntry *entry)
{
  if (!entry)
    return;
  g_free(entry->author.name);
  g_free(entry->author.email);
  g_free(entry->subject);
  g_free(entry->body);
  g_clear_pointer(&entry->trailers, g_ptr_array_unref);
  g_clear_pointer(&entry->labels, g_ptr_array_unref);
  g_free(entry);
}

static char *make_utf8(const char *text)
{
  return g_utf8_make_valid(text ? text : "", -1);
}

static void add_label(GHashTable *labels, const git_oid *id, const char *name)
{
  GPtrArray *names = g_hash_table_lookup(labels, id);
  if (!names) {
    names = g_ptr_array_new_with_free_func(g_free);
    g_hash_table_insert(labels, g_memdup2(id, sizeof *id), names);
  }
  g_ptr_array_add(names, make_utf8(name));
  g_ptr_array_sort(names, adref_string_order);
}

GHashTable *adref_log_entry_labels_by_commit(AdrefRepo *repo)
{
  GHashTable *labels = g_hash_table_new_full(adref_git_id_hash, adref_git_id_equal, g_free,
                                             (GDestroyNotify)g_ptr_array_unref);
  g_autoptr(git_reference_iterator) tags = NULL;
  if (git_reference_iterator_glob_new(&tags, repo->git, "refs/tags/*") != 0)
    return labels;
  for (;;) {
    g_autoptr(git_reference) tag = NULL;
    g_autoptr(git_object) commit = NULL;
    if (git_reference_next(&tag, tags) != 0)
      return labels;
    if (git_reference_peel(&commit, tag, GIT_OBJECT_COMMIT) == 0)
      add_label(labels, git_object_id(commit), git_reference_shorthand(tag));
  }
}

static GPtrArray *read_trailers(const char *message)
{
  GPtrArray *trailers = g_ptr_array_new_with_free_func(g_free);
  git_message_trailer_array found = {0};
  if (git_message_trailers(&found, message) != 0)
    return trailers;
  for (gsize i = 0; i < found.count; i++) {
    g_autofree char *line =
        g_strdup_printf("%s: %s", found.trailers[i].key, found.trailers[i].value);
    g_ptr_array_add(trailers, make_utf8(line));
  }
  git_message_trailer_array_free(&found);
  return trailers;
}

/* The body without its last paragraph, which holds the trailers. */
static char *without_trailers(const char *body, gboolean has_trailers)
{
  char *text = g_strchomp(make_utf8(body));
  if (!has_trailers)
    return text;
  char *last = g_strrstr(text, "\n\n");
  *(last ? last : text) = '\0';
  return g_strchomp(text);
}

AdrefLogEntry *adref_log_entry_read(git_commit *commit, GPtrArray *labels)
{
  const git_signature *author = git_commit_author(commit);
  AdrefLogEntry *entry = g_new0(AdrefLogEntry, 1);
  git_oid_tostr(entry->version.id, sizeof entry->version.id, git_commit_id(commit));
  entry->author = (AdrefPerson){make_utf8(author->name), make_utf8(author->email),
                                author->when.time, author->when.offset};
  entry->subject = make_utf8(git_commit_summary(commit));
  entry->trailers = read_trailers(git_commit_message(commit));
  entry->body = without_trailers(git_commit_body(commit), entry->trailers->len > 0);
  entry->labels = labels ? g_ptr_array_ref(labels) : g_ptr_array_new_with_free_func(g_free);
  return entry;
}

const char *adref_log_entry_trailer(const AdrefLogEntry *entry, const char *key)
{
  gsize length = strlen(key);
  for (guint i = 0; i < entry->trailers->len; i++) {
    const char *line = entry->trailers->pdata[i];
    if (strncmp(line, key, length) == 0 && line[length] == ':')
      return line + length + 1 + strspn(line + length + 1, " ");
  }
  return NULL;
}
