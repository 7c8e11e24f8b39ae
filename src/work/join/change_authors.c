#include "work/join/change_authors.h"

#include <string.h>

#include "base/error.h"
#include "base/name.h"
#include "clause/change.h"
#include "history/log.h"
#include "merge/compare/blame.h"
#include "merge/nonspace.h"

enum {
  MOST_NAMES = 3,
  MOST_VERSIONS = 200,            /* that are read; their numbers are bytes */
  MOST_MARKS = 128 * 1024 * 1024, /* characters of all versions */
  SHORT_ID = 8,                   /* digits of an id that is shown */
  NONE = -1,
};

/* --- the versions between two texts --- */

/* A version of the text that is newer than the old one. */
typedef struct {
  char *object; /* git's id of the text; "": it is not saved */
  GBytes *bytes;
  GPtrArray *parents; /* of char *: git's ids of the text in the versions before it */
  int before[2];      /* the first two of them by their places in the list, or NONE */
  guint8 *has[2];     /* by character of the old and of the new text: whether it has that */
} Version;

typedef struct {
  AdrefChangeAuthors *result;
  GPtrArray *versions; /* of Version, the newest first */
  GHashTable *party_names;
} Search;

static void version_free(gpointer data)
{
  Version *version = data;
  g_free(version->object);
  g_bytes_unref(version->bytes);
  g_ptr_array_unref(version->parents);
  g_free(version->has[0]);
  g_free(version->has[1]);
  g_free(version);
}

static Version *add_version(Search *self, const char *object, GBytes *bytes, const char *name,
                            const char *date)
{
  Version *version = g_new0(Version, 1);
  version->object = g_strdup(object);
  version->bytes = g_bytes_ref(bytes);
  version->parents = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(self->versions, version);
  GStringChunk *strings = self->result->strings;
  AdrefDocxAuthor author = {g_string_chunk_insert_const(strings, name),
                            date ? g_string_chunk_insert_const(strings, date) : NULL};
  g_array_append_val(self->result->all, author);
  return version;
}

static void add_entry(Search *self, AdrefLog *log, GBytes *bytes)
{
  g_autoptr(AdrefLogEntry) entry = adref_log_entry(log);
  const char *party = adref_log_entry_trailer(entry, "Party");
  const char *known = party ? g_hash_table_lookup(self->party_names, party) : NULL;
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(entry->author.time);
  g_autofree char *date = time ? g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  Version *version = add_version(self, adref_log_object_id(log), bytes,
                                 known   ? known
                                 : party ? party
                                         : entry->author.name,
                                 date);
  for (guint i = 0; i < adref_log_parent_count(log); i++)
    g_ptr_array_add(version->parents, g_strdup(adref_log_parent_object_id(log, i)));
}

/* Words of the files as they are that no version has. */
static void add_unsaved(Search *self, const AdrefText *new, GBytes *newest, const char *object,
                        const char *otherwise)
{
  if (self->versions->len > 0 || *new->version.id || g_bytes_equal(new->source, newest))
    return;
  Version *version = add_version(self, "", new->source, otherwise, NULL);
  g_ptr_array_add(version->parents, g_strdup(object));
}

/* Reads the versions from `new` back to `old`. FALSE: `old` is not among them. */
static gboolean read_versions(Search *self, AdrefRepo *repo, const AdrefText *old,
                              const AdrefText *new, const char *otherwise)
{
  const AdrefVersion *from = *new->version.id ? &new->version : NULL;
  g_autoptr(AdrefLog) log = adref_log_new(repo, new->path, from, NULL);
  gboolean found;
  while (log && self->versions->len < MOST_VERSIONS && adref_log_next(log, &found, NULL) && found) {
    const char *object = adref_log_object_id(log);
    g_autoptr(GBytes) bytes = *object ? adref_repo_read_blob(repo, object, NULL) : NULL;
    if (!bytes)
      return FALSE;
    add_unsaved(self, new, bytes, object, otherwise);
    if (g_bytes_equal(bytes, old->source))
      return TRUE;
    add_entry(self, log, bytes);
  }
  return FALSE;
}

/* The versions before each one, where they are in the list. */
static void find_parents(const GPtrArray *versions)
{
  for (guint i = 0; i < versions->len; i++) {
    Version *version = versions->pdata[i];
    for (guint k = 0; k < G_N_ELEMENTS(version->before); k++) {
      const char *object = k < version->parents->len ? version->parents->pdata[k] : NULL;
      version->before[k] = NONE;
      for (guint older = i + 1; object && older < versions->len; older++)
        if (strcmp(((Version *)versions->pdata[older])->object, object) == 0) {
          version->before[k] = (int)older;
          break;
        }
    }
  }
}

/* --- the words that they have --- */

/* A text whose words are looked for in the versions. */
typedef struct {
  const AdrefText *text;
  AdrefNode *document;
  AdrefNumbering numbering;
  AdrefMarkdownReadOptions options;
  guint length; /* characters (merge/nonspace.h) */
} Side;

/* FALSE: the words of the text are not those of `side`, one of the sides of a redline. */
static gboolean side_open(Side *self, const AdrefText *text, const AdrefNode *side)
{
  gsize length;
  const char *bytes = g_bytes_get_data(text->source, &length);
  self->text = text;
  adref_text_read_options(text, &self->numbering, &self->options);
  self->document = adref_markdown_read(bytes, length, &self->options, NULL, NULL);
  if (!self->document)
    return FALSE;
  g_autoptr(GString) own = adref_nonspace_text(self->document);
  g_autoptr(GString) its = adref_nonspace_text(side);
  self->length = (guint)own->len;
  return g_string_equal(own, its);
}

static AdrefBlame *blame_of(const Side *self)
{
  return adref_blame_new(self->text->source, self->document, NULL, &self->options,
                         self->text->language);
}

/* The number that each character was assigned to. */
static guint8 *by_character(const Side *self, const AdrefBlame *blame)
{
  g_autoptr(GHashTable) runs = adref_blame_runs(blame);
  guint8 *numbers = g_new0(guint8, self->length + 1);
  guint at = 0;
  AdrefNonspaceNode nonspace;
  AdrefNonspaceWalk walk = adref_nonspace_walk(self->document);
  while (adref_nonspace_next(&walk, &nonspace)) {
    const GArray *list = g_hash_table_lookup(runs, nonspace.node);
    for (guint i = 0; list && i < list->len; i++) {
      const AdrefBlameRun *run = &g_array_index(list, AdrefBlameRun, i);
      guint first = adref_nonspace_count(&nonspace, 0, run->start);
      guint end = adref_nonspace_count(&nonspace, 0, run->start + run->length);
      memset(numbers + at + first, (int)run->version, end - first);
    }
    at += adref_nonspace_count(&nonspace, 0, nonspace.node->length);
  }
  return numbers;
}

/* --- one line of versions --- */

/* Whether each version comes behind the one before it in the list, and no other. */
static gboolean is_line(const GPtrArray *versions)
{
  for (guint i = 0; i < versions->len; i++) {
    const Version *version = versions->pdata[i];
    int expected = i + 1 < versions->len ? (int)i + 1 : NONE;
    if (version->parents->len != 1 || version->before[0] != expected)
      return FALSE;
  }
  return TRUE;
}

/* Follows the words of a text from version to version, and assigns those that the next one lacks:
 * those of the new text back to `end`, the old one; those of the old one up to the newest. */
static guint8 *trace_line(const Side *self, const GPtrArray *versions, GBytes *end,
                          gboolean goes_up)
{
  g_autoptr(AdrefBlame) blame = blame_of(self);
  AdrefBlameTrace *trace = adref_blame_start(blame);
  guint count = versions->len;
  for (guint step = 0; step < count && trace; step++) {
    guint number = goes_up ? count - 1 - step : step;
    const Version *next = goes_up            ? versions->pdata[number]
                          : step + 1 < count ? versions->pdata[step + 1]
                                             : NULL;
    AdrefBlameTrace *rest = NULL;
    adref_blame_pass(blame, trace, next ? next->bytes : end, &rest);
    adref_blame_assign(blame, trace, number);
    adref_blame_trace_free(trace);
    trace = rest;
  }
  if (trace)
    adref_blame_assign(blame, trace, 0); /* both texts have them */
  adref_blame_trace_free(trace);
  return by_character(self, blame);
}

/* --- lines that were joined --- */

/* 1 for each character of the text that a version has, too. */
static guint8 *characters_in(const Side *self, GBytes *bytes)
{
  g_autoptr(AdrefBlame) blame = blame_of(self);
  g_autoptr(AdrefBlameTrace) trace = adref_blame_start(blame);
  g_autoptr(AdrefBlameTrace) older = NULL;
  adref_blame_pass(blame, trace, bytes, &older);
  adref_blame_assign(blame, trace, 0);
  if (older)
    adref_blame_assign(blame, older, 1);
  return by_character(self, blame);
}

/* From the newest version back, as long as a version before it has, or lacks, the character as the
 * newest one does: what is left made the change. */
static guint8 *trace_back(const GPtrArray *versions, guint side, guint length)
{
  guint8 *authors = g_new0(guint8, length + 1);
  for (guint at = 0; at < length; at++) {
    const Version *version = versions->pdata[0];
    for (gboolean goes_on = TRUE; goes_on;) {
      goes_on = FALSE;
      for (guint k = 0; k < G_N_ELEMENTS(version->before) && !goes_on; k++) {
        int before = version->before[k];
        const Version *older = before == NONE ? NULL : versions->pdata[before];
        if (!older || older->has[side][at] != side)
          continue;
        authors[at] = (guint8)before;
        version = older;
        goes_on = TRUE;
      }
    }
  }
  return authors;
}

static void trace_joined(const Side sides[2], const GPtrArray *versions, AdrefDocxAuthors *authors)
{
  gsize marks = ((gsize)sides[0].length + sides[1].length) * versions->len;
  if (marks > MOST_MARKS)
    return;
  for (guint i = 1; i < versions->len; i++) {
    Version *version = versions->pdata[i];
    version->has[0] = characters_in(&sides[0], version->bytes);
    version->has[1] = characters_in(&sides[1], version->bytes);
  }
  authors->old = trace_back(versions, 0, sides[0].length);
  authors->new = trace_back(versions, 1, sides[1].length);
}

static void find_words(Search *self, const AdrefText *old, const AdrefText *new,
                       const AdrefNode *redline)
{
  GPtrArray *versions = self->versions;
  Side sides[2] = {0};
  g_autoptr(AdrefNode) before = adref_reject_changes(redline);
  g_autoptr(AdrefNode) after = adref_accept_changes(redline);
  gboolean is_whole = side_open(&sides[0], old, before) && side_open(&sides[1], new, after);
  AdrefDocxAuthors *authors = &self->result->authors;
  find_parents(versions);
  if (is_whole && is_line(versions)) {
    authors->old = trace_line(&sides[0], versions, NULL, TRUE);
    authors->new = trace_line(&sides[1], versions, old->source, FALSE);
  } else if (is_whole) {
    trace_joined(sides, versions, authors);
  }
  adref_node_free(sides[0].document);
  adref_node_free(sides[1].document);
}

/* --- all of them --- */

static void set_whole(AdrefChangeAuthors *result, const char *otherwise)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  const char *date = NULL;
  for (guint i = 0; i < result->all->len; i++) {
    const AdrefDocxAuthor *author = &g_array_index(result->all, AdrefDocxAuthor, i);
    if (!g_ptr_array_find_with_equal_func(names, author->name, g_str_equal, NULL))
      g_ptr_array_add(names, (gpointer)(guintptr)author->name);
    date = date ? date : author->date;
  }
  gboolean is_known = names->len > 0 && names->len <= MOST_NAMES;
  g_ptr_array_add(names, NULL);
  g_autofree char *all = is_known ? g_strjoinv(", ", (char **)names->pdata) : g_strdup(otherwise);
  result->authors.whole =
      (AdrefDocxAuthor){g_string_chunk_insert(result->strings, all), is_known ? date : NULL};
}

AdrefChangeAuthors *adref_change_authors_find(const AdrefText *old, const AdrefText *new,
                                              const AdrefNode *redline, const char *otherwise)
{
  AdrefChangeAuthors *result = g_new0(AdrefChangeAuthors, 1);
  result->all = g_array_new(FALSE, FALSE, sizeof(AdrefDocxAuthor));
  result->strings = g_string_chunk_new(256);
  AdrefRepo *repo = new->statement ? adref_session_repo(new->session, NULL) : NULL;
  g_autoptr(GHashTable) party_names = repo ? adref_text_party_names(new) : NULL;
  g_autoptr(GPtrArray) versions = g_ptr_array_new_with_free_func(version_free);
  Search search = {.result = result, .versions = versions, .party_names = party_names};
  gboolean is_known =
      repo && old->source && new->source &&read_versions(&search, repo, old, new, otherwise);
  if (!is_known)
    g_array_set_size(result->all, 0);
  set_whole(result, otherwise);
  result->authors.all = (const AdrefDocxAuthor *)result->all->data;
  if (is_known && versions->len > 1)
    find_words(&search, old, new, redline);
  return result;
}

void adref_change_authors_free(AdrefChangeAuthors *authors)
{
  if (!authors)
    return;
  g_array_unref(authors->all);
  g_string_chunk_free(authors->strings);
  g_free((gpointer)(guintptr)authors->authors.old);
  g_free((gpointer)(guintptr)authors->authors.new);
  g_free(authors);
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
