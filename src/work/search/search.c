#include "work/search/search.h"

#include <string.h>

#include "base/file.h"
#include "base/string_order.h"
#include "history/label.h"
#include "history/log.h"
#include "work/changes/passage_history.h"
#include "work/person_time.h"
#include "work/search/collection.h"
#include "work/text.h"

/* A text while it is searched. */
typedef struct {
  const char *path;
  char *statement; /* NULL: a template */
  char *name, *language;
  GBytes *bytes;                /* as it is now; NULL: no more, or not in these files */
  AdrefText *text;              /* read when it has a hit; NULL: not read, or it does not read */
  const AdrefVersion *version;  /* that was named; NULL: the text as it is */
  GHashTable *shown;            /* "CLAUSE\nWORDS" of the hits */
  AdrefPassageHistory *history; /* NULL: versions are not searched */
  GHashTable *known; /* AdrefPassage -> number + 1 of those of versions that have a hit */
} Source;

typedef struct {
  AdrefSession *session;
  const AdrefSearchOptions *options;
  AdrefTextSearch *search;
  AdrefVersionFiles *versions; /* NULL: no versions are searched */
  GPtrArray *hits;
  gsize parsed; /* bytes of older versions */
} Search;

static void source_clear(Source *source)
{
  g_free(source->statement);
  g_free(source->name);
  g_free(source->language);
  g_clear_pointer(&source->bytes, g_bytes_unref);
  adref_text_free(source->text);
  g_clear_pointer(&source->known, g_hash_table_unref);
  g_clear_pointer(&source->shown, g_hash_table_unref);
  adref_passage_history_free(source->history);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Source, source_clear)

static void search_clear(Search *self)
{
  adref_text_search_free(self->search);
  adref_version_files_free(self->versions);
  g_clear_pointer(&self->hits, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, search_clear)

static void hit_free(gpointer hit)
{
  adref_search_hit_free(hit);
}

/* --- which texts --- */

static const char statements[] = "statements/", templates[] = "templates/clauses/";

/* Splits "statements/tokyo/ja.md" into "tokyo" and "ja", "templates/clauses/cyber/pledge.ja.md"
 * into "cyber/pledge" and "ja", "precedents/un/2019.txt.en.md" into "un/2019.txt" and "en". FALSE:
 * no text. */
static gboolean read_path(const char *path, Source *source)
{
  gsize length = strlen(path) - (g_str_has_suffix(path, ".md") ? strlen(".md") : 0);
  g_autofree char *stem = g_strndup(path, length);
  if (path[length] == '\0')
    return FALSE;
  source->path = path;
  if (adref_collection_read_path(path, &source->name, &source->language))
    return TRUE;
  if (g_str_has_prefix(stem, templates)) {
    const char *name = stem + strlen(templates), *dot = strrchr(name, '.');
    const char *end = dot && !strchr(dot, '/') ? dot : name + strlen(name);
    source->name = g_strndup(name, (gsize)(end - name));
    source->language = g_strdup(*end ? end + 1 : "en");
    return TRUE;
  }
  const char *id = g_str_has_prefix(stem, statements) ? stem + strlen(statements) : "";
  const char *slash = strchr(id, '/');
  if (!slash || strchr(slash + 1, '/'))
    return FALSE;
  source->statement = g_strndup(id, (gsize)(slash - id));
  source->language = g_strdup(slash + 1);
  return TRUE;
}

/* Whether the options ask for a text. */
static gboolean is_asked(const AdrefSearchOptions *options, const Source *source)
{
  if (options->language && strcmp(options->language, source->language) != 0)
    return FALSE;
  if (!source->statement)
    return (options->only_templates && g_str_has_prefix(source->path, templates)) ||
           (!options->only_templates && !*options->statements);
  if (options->only_templates)
    return FALSE;
  return !*options->statements || g_strv_contains(options->statements, source->statement);
}

static gboolean wants(gpointer data, const char *path, gboolean folder)
{
  const Search *self = data;
  if (folder) {
    gboolean below = g_str_has_prefix(path, statements);
    return strcmp(path, ADREF_COLLECTIONS_FOLDER) == 0 ||
           g_str_has_prefix(path, ADREF_COLLECTIONS_FOLDER "/") ||
           strcmp(path, "statements") == 0 || strcmp(path, "templates") == 0 ||
           strcmp(path, "templates/clauses") == 0 || g_str_has_prefix(path, templates) ||
           (below && !strchr(path + strlen(statements), '/'));
  }
  g_auto(Source) source = {NULL};
  return read_path(path, &source) && is_asked(self->options, &source);
}

static void add_files(Search *self, AdrefFileSource *files, const char *folder, GHashTable *paths)
{
  g_auto(GStrv) listed = files->list(files, folder, NULL);
  for (char **path = listed; path && *path; path++)
    if (wants(self, *path, FALSE))
      g_hash_table_add(paths, g_strdup(*path));
}

/* The paths of the texts as they are and of those that only versions have, sorted. */
static GPtrArray *list_paths(Search *self)
{
  g_autoptr(GHashTable) paths = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, NULL);
  add_files(self, self->session->files->source, "statements", paths);
  add_files(self, self->session->files->source, "templates/clauses", paths);
  add_files(self, self->session->files->source, ADREF_COLLECTIONS_FOLDER, paths);
  const GPtrArray *older = self->versions ? adref_version_files_paths(self->versions) : NULL;
  for (guint i = 0; older && i < older->len; i++)
    if (!g_hash_table_contains(paths, older->pdata[i]))
      g_hash_table_add(paths, g_strdup(older->pdata[i]));
  GPtrArray *sorted = g_ptr_array_new_with_free_func(g_free);
  GHashTableIter iter;
  gpointer path;
  g_hash_table_iter_init(&iter, paths);
  while (g_hash_table_iter_next(&iter, &path, NULL))
    g_ptr_array_add(sorted, path);
  g_ptr_array_sort(sorted, adref_string_order);
  return sorted;
}

/* --- what is known of a hit --- */

static AdrefSearchHit *new_hit(const Source *source, const AdrefTextHit *found)
{
  AdrefSearchHit *hit = g_new0(AdrefSearchHit, 1);
  hit->statement = g_strdup(source->statement);
  hit->path = g_strdup(source->path);
  hit->name = g_strdup(source->name);
  hit->language = g_strdup(source->language);
  hit->words = g_strdup(found->words);
  hit->matches = g_array_ref(found->matches);
  hit->drafts = g_ptr_array_new_with_free_func(g_free);
  return hit;
}

/* The clause of a line: the last one that begins at it or before. */
static const AdrefNode *clause_of_line(const AdrefNode *document, guint line)
{
  const AdrefNode *found = NULL;
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->line > 0 && clause->line <= line)
      found = clause;
  return found;
}

static void name_clause(AdrefSearchHit *hit, const AdrefText *text, guint line)
{
  const AdrefNode *clause = text ? clause_of_line(text->document, line) : NULL;
  if (!clause)
    return;
  g_free(hit->clause);
  hit->clause = g_strdup(clause->as.clause->id);
  hit->number = g_strdup(clause->as.clause->number);
}

/* The number that the clause had in a text that versions have, and its id where the passage has no
 * marker. */
static void name_older_clause(Search *self, AdrefSearchHit *hit, const Source *source,
                              guint passage, const AdrefVersion *version)
{
  AdrefPassage wanted = adref_passage_table_passage(source->history->table, passage);
  if (wanted.clause_length > 0)
    hit->clause = g_strndup(wanted.clause, wanted.clause_length);
  if (!source->statement || self->parsed > ADREF_SEARCH_MAX_PARSED)
    return;
  g_autoptr(AdrefText) text =
      adref_text_share_at(self->session, source->statement, version, source->language, NULL);
  if (!text)
    return;
  gsize length, at = 0, start;
  const char *bytes = g_bytes_get_data(text->source, &length);
  AdrefPassage found;
  AdrefTextCursor cursor = {bytes, 1, 1};
  self->parsed += length;
  while (adref_passage_next(bytes, length, &at, &start, &found))
    if (adref_passage_equal(&found, &wanted)) {
      adref_text_cursor_advance(&cursor, found.text);
      name_clause(hit, text, cursor.line);
      return;
    }
}

/* The first version with the words, and the drafts that have them. Returns FALSE when it is older
 * than asked for. */
static gboolean add_version(Search *self, AdrefSearchHit *hit, const Source *source, guint passage,
                            guint first)
{
  if (adref_version_files_time(self->versions, first) < self->options->since)
    return FALSE;
  g_autoptr(AdrefLogEntry) entry = adref_version_files_entry(self->versions, first);
  if (!entry)
    return TRUE;
  hit->version = g_strdup(entry->version.id);
  hit->day = adref_person_time(&entry->author, "%Y-%m-%d", NULL);
  hit->party = g_strdup(adref_log_entry_trailer(entry, "Party"));
  hit->author = g_strdup(entry->author.name);
  const GPtrArray *drafts =
      source->statement ? adref_session_labels(self->session, source->statement, NULL) : NULL;
  for (guint i = 0; drafts && i < drafts->len; i++) {
    const AdrefLabel *draft = drafts->pdata[i];
    g_autofree char *id = adref_version_file_id(self->session->repo, &draft->version, source->path);
    if (adref_passage_history_has(source->history, passage, id))
      g_ptr_array_add(hit->drafts, g_strdup(draft->name));
  }
  return TRUE;
}

/* --- the text as it is --- */

/* The passages of the text as it is by the lines in which they begin. */
typedef struct {
  guint line, end;
  AdrefPassage passage;
} Place;

static GArray *read_places(const char *bytes, gsize length)
{
  GArray *places = g_array_new(FALSE, FALSE, sizeof(Place));
  gsize at = 0, start;
  AdrefPassage passage;
  AdrefTextCursor cursor = {bytes, 1, 1};
  while (adref_passage_next(bytes, length, &at, &start, &passage)) {
    adref_text_cursor_advance(&cursor, passage.text);
    Place place = {.line = cursor.line, .passage = passage};
    adref_text_cursor_advance(&cursor, passage.text + passage.length);
    place.end = cursor.line;
    g_array_append_val(places, place);
  }
  return places;
}

/* The text with its clauses and their numbers, by the facts of the same version. */
static AdrefText *open_text(Search *self, const Source *source)
{
  if (!source->statement)
    return NULL;
  if (source->version)
    return adref_text_share_at(self->session, source->statement, source->version, source->language,
                               NULL);
  return adref_text_share(self->session, source->statement, source->language, NULL);
}

/* The number of the passage among those of versions; FALSE: no version has it. */
static gboolean find_passage(const Source *source, const AdrefPassage *passage, guint *number)
{
  gpointer known = source->known ? g_hash_table_lookup(source->known, passage) : NULL;
  *number = GPOINTER_TO_UINT(known) - 1;
  return known != NULL;
}

/* FALSE: the words of that clause were listed before. */
static gboolean note_shown(Source *source, const AdrefPassage *passage, const char *words)
{
  gsize length = passage ? passage->clause_length : 0;
  return g_hash_table_add(source->shown, g_strdup_printf("%.*s\n%s", (int)length,
                                                         length ? passage->clause : "", words));
}

/* Adds a hit in the text as it is; `passage` is where it stands, or NULL. */
static void add_now(Search *self, Source *source, const AdrefTextHit *found,
                    const AdrefPassage *passage)
{
  guint number, first, last;
  AdrefSearchHit *hit = new_hit(source, found);
  hit->now = TRUE;
  hit->line = found->line;
  name_clause(hit, source->text, found->line);
  note_shown(source, passage, hit->words);
  gboolean saved = passage && find_passage(source, passage, &number) &&
                   adref_passage_history_find(source->history, number, &first, &last);
  hit->unsaved =
      source->history && !saved && !g_str_has_prefix(source->path, ADREF_COLLECTIONS_FOLDER "/");
  if (saved && !add_version(self, hit, source, number, first))
    hit_free(hit);
  else
    g_ptr_array_add(self->hits, hit);
}

static gboolean search_now(Search *self, Source *source, GError **error)
{
  gsize length;
  const char *bytes = g_bytes_get_data(source->bytes, &length);
  if (!adref_utf8_check(bytes, length, source->path, NULL)) {
    adref_session_say(self->session, "%s: not UTF-8; it is not searched", source->path);
    return TRUE;
  }
  g_autoptr(GPtrArray) found =
      adref_text_search_run(self->search, source->path, bytes, length, error);
  if (!found || found->len == 0)
    return found != NULL;
  source->text = open_text(self, source);
  g_autoptr(GArray) places = read_places(bytes, length);
  guint at = 0;
  for (guint i = 0; i < found->len; i++) {
    const AdrefTextHit *hit = found->pdata[i];
    while (at < places->len && g_array_index(places, Place, at).end < hit->line)
      at++;
    add_now(self, source, hit, at < places->len ? &g_array_index(places, Place, at).passage : NULL);
  }
  return TRUE;
}

/* --- older versions --- */

typedef struct {
  guint passage, first, last; /* the first version, the last text */
  GPtrArray *found;           /* of AdrefTextHit */
} Older;

static void older_clear(gpointer older)
{
  g_ptr_array_unref(((Older *)older)->found);
}

static gint compare_older(gconstpointer a, gconstpointer b)
{
  const Older *one = a, *other = b;
  return one->last != other->last
             ? (one->last < other->last ? 1 : -1)
             : (one->passage > other->passage) - (one->passage < other->passage);
}

/* The passages of versions with a hit. */
static GArray *find_older(Search *self, Source *source, GError **error)
{
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Older));
  g_array_set_clear_func(all, older_clear);
  const AdrefPassageTable *table = source->history->table;
  for (guint i = 0; i < adref_passage_table_passages(table); i++) {
    AdrefPassage passage = adref_passage_table_passage(table, i);
    g_autoptr(GPtrArray) found =
        adref_text_search_run(self->search, source->path, passage.text, passage.length, error);
    if (!found)
      return NULL;
    Older older = {.passage = i};
    if (found->len == 0 ||
        !adref_passage_history_find(source->history, i, &older.first, &older.last))
      continue;
    older.found = g_steal_pointer(&found);
    g_array_append_val(all, older);
  }
  g_array_sort(all, compare_older);
  return g_steal_pointer(&all);
}

static void note_older(Source *source, const GArray *older)
{
  source->known = g_hash_table_new_full(adref_passage_hash, adref_passage_equal, g_free, NULL);
  for (guint i = 0; i < older->len; i++) {
    guint number = g_array_index(older, Older, i).passage;
    AdrefPassage passage = adref_passage_table_passage(source->history->table, number);
    g_hash_table_insert(source->known, g_memdup2(&passage, sizeof passage),
                        GUINT_TO_POINTER(number + 1));
  }
}

static void add_older(Search *self, Source *source, const Older *older, const AdrefTextHit *found)
{
  AdrefSearchHit *hit = new_hit(source, found);
  AdrefPassage passage = adref_passage_table_passage(source->history->table, older->passage);
  if (!note_shown(source, &passage, found->words) ||
      !add_version(self, hit, source, older->passage, older->first)) {
    hit_free(hit);
    return;
  }
  g_autoptr(AdrefLogEntry) entry = adref_version_files_entry(
      self->versions, g_array_index(source->history->versions, guint, older->last));
  if (entry)
    name_older_clause(self, hit, source, older->passage, &entry->version);
  g_ptr_array_add(self->hits, hit);
}

/* --- all --- */

static gboolean search_source(Search *self, Source *source, GError **error)
{
  g_autoptr(GArray) older = NULL;
  source->shown = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  if (self->versions) {
    source->history =
        adref_passage_history_new(self->session, self->versions, source->path,
                                  self->options->progress, self->options->data, error);
    older = source->history ? find_older(self, source, error) : NULL;
    if (!older)
      return FALSE;
    note_older(source, older);
  }
  if (source->bytes && !search_now(self, source, error))
    return FALSE;
  for (guint i = 0; older && i < older->len; i++) {
    const Older *passage = &g_array_index(older, Older, i);
    for (guint j = 0; j < passage->found->len; j++)
      add_older(self, source, passage, passage->found->pdata[j]);
  }
  return TRUE;
}

static gboolean search_path(Search *self, const char *path, GError **error)
{
  g_auto(Source) source = {NULL};
  AdrefFileSource *files = self->session->files->source;
  g_autoptr(GError) cause = NULL;
  if (!read_path(path, &source))
    return TRUE;
  source.version = *self->session->files->version.id ? &self->session->files->version : NULL;
  source.bytes = files->read(files, path, ADREF_TEXT_LIMIT, &cause);
  if (!source.bytes && !g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    adref_session_say(self->session, "%s; it is not searched", cause->message);
  return search_source(self, &source, error);
}

/* A text of a version, without verifying its hash. */
static GBytes *read_version(Search *self, const AdrefSessionFiles *files, const char *path,
                            GError **error)
{
  if (!*files->version.id)
    return files->source->read(files->source, path, ADREF_TEXT_LIMIT, error);
  g_autofree char *id = adref_version_file_id(self->session->repo, &files->version, path);
  return adref_version_file_read(self->session->repo, id, path, ADREF_TEXT_LIMIT, error);
}

/* A bare repository has only versions. */
static AdrefSessionFiles *find_version(AdrefSession *session, const char *statement,
                                       const char *name, GError **error)
{
  AdrefVersion version;
  if (session->workspace)
    return adref_session_find_files(session, statement, name, error);
  return adref_repo_resolve(session->repo, statement, name, &version, error)
             ? adref_session_files_of_version(session, &version, error)
             : NULL;
}

/* One version of a statement. */
static gboolean search_version(Search *self, const char *argument, GError **error)
{
  const char *at = strchr(argument, '@');
  g_autofree char *name = g_strndup(argument, (gsize)(at - argument));
  AdrefSessionFiles *files = find_version(self->session, *name ? name : NULL, at + 1, error);
  g_autofree char *id =
      files ? adref_session_choose_among(self->session, files, *name ? name : NULL, error) : NULL;
  if (!id)
    return FALSE;
  g_autofree char *folder = g_strconcat(statements, id, NULL);
  g_auto(GStrv) paths = files->source->list(files->source, folder, error);
  for (char **path = paths; path && *path; path++) {
    g_auto(Source) source = {NULL};
    gboolean is_text =
        read_path(*path, &source) &&
        (!self->options->language || strcmp(self->options->language, source.language) == 0);
    if (!is_text)
      continue;
    source.version = *files->version.id ? &files->version : NULL;
    source.bytes = read_version(self, files, *path, error);
    if (!source.bytes || !search_source(self, &source, error))
      return FALSE;
  }
  return paths != NULL;
}

static gboolean search_all(Search *self, GError **error)
{
  AdrefVersionFilesOptions asked = {wants, self->options->progress, self};
  if (!self->options->only_now) {
    self->versions = adref_version_files_new(self->session->repo, &asked, error);
    if (!self->versions)
      return FALSE;
    if (adref_version_files_is_shallow(self->versions))
      adref_session_say(self->session, "older versions are not in this clone, it is shallow; `git "
                                       "fetch --unshallow` brings them");
  }
  g_autoptr(GPtrArray) paths = list_paths(self);
  for (guint i = 0; i < paths->len; i++)
    if (!search_path(self, paths->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* Ids as they are now for the statements without a version; NULL: there is no such statement. */
static GPtrArray *choose_statements(AdrefSession *session, const char *const *arguments,
                                    GError **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
  for (; *arguments; arguments++) {
    char *id = strchr(*arguments, '@') ? g_strdup(*arguments)
                                       : adref_session_choose(session, *arguments, error);
    if (!id)
      return NULL;
    g_ptr_array_add(ids, id);
  }
  g_ptr_array_add(ids, NULL);
  return g_steal_pointer(&ids);
}

GPtrArray *adref_search(AdrefSession *session, const AdrefSearchOptions *options, GError **error)
{
  if (!session->files && !adref_session_open_any(session, error))
    return NULL;
  g_autoptr(GPtrArray) ids = choose_statements(session, options->statements, error);
  if (!ids)
    return NULL;
  AdrefSearchOptions chosen = *options;
  chosen.statements = (const char *const *)ids->pdata;
  g_auto(Search) self = {.session = session, .options = &chosen};
  GHashTable *parties =
      session->library ? adref_parties_names(adref_library_parties(session->library)) : NULL;
  self.search =
      adref_text_search_new(options->pattern, options->caseless, options->words, parties, error);
  self.hits = g_ptr_array_new_with_free_func(hit_free);
  gboolean done = self.search != NULL, unnamed = ids->len == 1;
  for (guint i = 0; done && i + 1 < ids->len; i++) {
    gboolean is_version = strchr(ids->pdata[i], '@') != NULL;
    unnamed = unnamed || !is_version;
    done = !is_version || search_version(&self, ids->pdata[i], error);
  }
  done = done && (!unnamed || search_all(&self, error));
  return done ? g_steal_pointer(&self.hits) : NULL;
}
