#include "work/change_authors.h"

#include <string.h>

#include "base/error.h"
#include "base/name.h"
#include "history/log.h"

enum {
  MOST_NAMES = 3,
  MOST_VERSIONS = 1000, /* that are read */
  SHORT_ID = 8,         /* digits of an id that is shown */
};

typedef struct {
  GHashTable *party_names;
  GPtrArray *names; /* of char *, each once, the newest first */
  char *date;
} Authors;

static void add_author(Authors *authors, const AdrefLogEntry *entry)
{
  const char *party = adref_log_entry_trailer(entry, "Party");
  const char *known = party ? g_hash_table_lookup(authors->party_names, party) : NULL;
  const char *name = known ? known : party ? party : entry->author.name;
  if (!g_ptr_array_find_with_equal_func(authors->names, name, g_str_equal, NULL))
    g_ptr_array_add(authors->names, g_strdup(name));
  if (authors->date)
    return;
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(entry->author.time);
  authors->date = time ? g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

/* Reads the versions from `new` back to `old`. FALSE: `old` is not among them. */
static gboolean read_versions(Authors *authors, AdrefRepo *repo, const AdrefText *old,
                              const AdrefText *new)
{
  g_autoptr(AdrefLog) log = adref_log_new(repo, new->statement->folder, &new->version, NULL);
  gboolean found = TRUE;
  for (guint i = 0; log && i < MOST_VERSIONS; i++) {
    if (!adref_log_next(log, &found, NULL) || !found)
      return FALSE;
    AdrefVersion version = adref_log_version(log);
    if (strcmp(version.id, old->version.id) == 0)
      return TRUE;
    g_autoptr(AdrefLogEntry) entry = adref_log_entry(log);
    add_author(authors, entry);
  }
  return FALSE;
}

char *adref_change_authors(const AdrefText *old, const AdrefText *new, const char *otherwise,
                           char **date)
{
  *date = NULL;
  AdrefRepo *repo = new->statement ? adref_session_repo(new->session, NULL) : NULL;
  if (!repo || !*old->version.id || !*new->version.id)
    return g_strdup(otherwise);
  Authors authors = {.names = g_ptr_array_new_with_free_func(g_free)};
  g_autoptr(GHashTable) party_names = adref_text_party_names(new);
  g_autoptr(GPtrArray) names = authors.names;
  g_autofree char *newest = NULL;
  authors.party_names = party_names;
  gboolean is_known = read_versions(&authors, repo, old, new);
  newest = authors.date;
  if (!is_known || names->len == 0 || names->len > MOST_NAMES)
    return g_strdup(otherwise);
  *date = g_steal_pointer(&newest);
  g_ptr_array_add(names, NULL);
  return g_strjoinv(", ", (char **)names->pdata);
}

char *adref_change_origin(const AdrefText *text, const char *name, const AdrefPageWords *words)
{
  AdrefRepo *repo = text->statement ? adref_session_repo(text->session, NULL) : NULL;
  if (!repo)
    return NULL;
  if (!*text->version.id)
    return g_strdup(adref_page_words_get(words, ADREF_PAGE_WORD_FILES_NOW));
  GString *out = g_string_new(NULL);
  g_string_append_len(out, text->version.id, SHORT_ID);
  g_autoptr(AdrefLog) log = adref_log_new(repo, "", &text->version, NULL);
  gboolean found = FALSE;
  if (!log || !adref_log_next(log, &found, NULL) || !found)
    return g_string_free(out, FALSE);
  g_autoptr(AdrefLogEntry) entry = adref_log_entry(log);
  if (strcmp(entry->version.id, text->version.id) != 0)
    return g_string_free(out, FALSE);
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(entry->author.time);
  g_autofree char *date = time ? g_date_time_format(time, "%Y-%m-%d") : g_strdup("no date");
  g_autofree char *author = adref_escape_controls(entry->author.name, -1, FALSE);
  g_string_append_printf(out, ", %s, %s", date, author);
  for (guint i = 0; i < entry->labels->len; i++) {
    const char *tag = entry->labels->pdata[i], *slash = strchr(tag, '/');
    const char *label = slash ? slash + 1 : tag;
    if (strcmp(label, name) != 0)
      g_string_append_printf(out, ", %s", label);
  }
  return g_string_free(out, FALSE);
}
