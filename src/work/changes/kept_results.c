#include "work/changes/kept_results.h"

#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "history/former_name.h"
#include "history/label.h"
#include "history/result_cache.h"
#include "history/save.h"
#include "work/changes/find_origins.h"

static const char point_type[] = "(uuuuuuuuuu)";
static const char origins_type[] = "(a(msmsmsmsmsmsmsms)a(uuuu))";
static const char behind_type[] = "a(sa(sss))";

/* What a result depends on beside the version: the parties of the work folder, by which its records
 * are read, and the names that the statement had. Caller frees. */
static char *surroundings(AdrefSession *session, const char *statement)
{
  AdrefFileSource *source = session->files->source;
  gsize length = 0;
  g_autoptr(GBytes) registry =
      source->read(source, "templates/parties.yaml", ADREF_YAML_LIMIT, NULL);
  const char *text = registry ? g_bytes_get_data(registry, &length) : "";
  g_autofree char *digest = adref_digest_of(text, length);
  g_autofree char *names =
      g_strjoinv(" ", (char **)(guintptr)adref_repo_former_names(session->repo, statement));
  return g_strdup_printf("%s %s", digest, names);
}

/* --- drafts --- */

gboolean adref_kept_point_read(AdrefSession *session, const char *statement,
                               const AdrefVersion *version, const char *language,
                               AdrefProgressPoint *point)
{
  g_autofree char *around = surroundings(session, statement);
  const char *parts[] = {"draft 2", version->id, statement, language ? language : "", around, NULL};
  g_autoptr(GVariant) value = adref_result_cache_read(session->repo, parts, point_type);
  if (value)
    g_variant_get(value, point_type, &point->paragraphs, &point->agreed, &point->confirmed,
                  &point->open, &point->working_group, &point->brackets, &point->alternatives,
                  &point->words, &point->words_bracketed, NULL);
  return value != NULL;
}

void adref_kept_point_write(AdrefSession *session, const char *statement,
                            const AdrefVersion *version, const char *language,
                            const AdrefProgressPoint *point)
{
  g_autofree char *around = surroundings(session, statement);
  const char *parts[] = {"draft 2", version->id, statement, language ? language : "", around, NULL};
  adref_result_cache_write(session->repo, parts,
                           g_variant_new(point_type, point->paragraphs, point->agreed,
                                         point->confirmed, point->open, point->working_group,
                                         point->brackets, point->alternatives, point->words,
                                         point->words_bracketed, 0));
}

/* --- origins --- */

/* The circulated drafts, by which origins are named. Caller frees. */
static char *label_names(const AdrefText *text)
{
  const GPtrArray *labels = adref_session_labels(text->session, text->statement->id, NULL);
  GString *names = g_string_new(NULL);
  for (guint i = 0; labels && i < labels->len; i++) {
    const AdrefLabel *label = labels->pdata[i];
    g_string_append_printf(names, "%s %s\n", label->name, label->version.id);
  }
  return g_string_free(names, FALSE);
}

/* How the text is read. Caller frees. */
static char *numbering_of(const AdrefText *text)
{
  AdrefNumbering numbering;
  AdrefMarkdownReadOptions options;
  adref_text_read_options(text, &numbering, &options);
  return g_strdup_printf("%d %d %d %d", (int)numbering.operative, (int)numbering.single_operative,
                         (int)numbering.preambular, (int)numbering.sections);
}

/* The place of a clause among all; 0: the whole text. Caller frees. */
static char *place_of(const AdrefText *text, const AdrefNode *clause)
{
  guint place = clause ? 1 : 0;
  for (const AdrefNode *at = text->document->first; clause && at && at != clause; at = at->next)
    place++;
  return g_strdup_printf("%u", place);
}

/* NULL-terminated; caller frees. */
static char **origins_parts(const AdrefText *text, const AdrefNode *clause,
                            const AdrefVersion *from)
{
  gsize length;
  const char *bytes = g_bytes_get_data(text->source, &length);
  char **parts = g_new0(char *, 10);
  parts[0] = g_strdup("origins");
  parts[1] = g_strdup(from->id);
  parts[2] = g_strdup(text->path);
  parts[3] = g_strdup(text->language);
  parts[4] = adref_digest_of(bytes, length);
  parts[5] = place_of(text, clause);
  parts[6] = numbering_of(text);
  parts[7] = surroundings(text->session, text->statement->id);
  parts[8] = label_names(text);
  return parts;
}

static GVariant *pack_origins(const AdrefOrigins *origins)
{
  GVariantBuilder builder;
  g_variant_builder_init(&builder, G_VARIANT_TYPE("a(msmsmsmsmsmsmsms)"));
  for (guint i = 0; i < origins->all->len; i++) {
    const AdrefOrigin *origin = origins->all->pdata[i];
    g_autoptr(GVariant) kept = g_variant_ref_sink(g_variant_new(
        "(msmsmsmsmsmsmsms)", origin->version, origin->day, origin->time, origin->author,
        origin->email, origin->party, origin->label, origin->subject));
    g_variant_get_data(kept); /* puts its members, each of which is a value, into one block */
    g_variant_builder_add_value(&builder, kept);
  }
  return g_variant_builder_end(&builder);
}

/* The runs, by the place of their node in the walk through the text: four numbers each. */
static GVariant *pack_runs(const AdrefText *text, const AdrefOrigins *origins)
{
  g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, 4 * sizeof(guint32));
  AdrefWalk walk = adref_walk(text->document);
  for (guint place = 0; adref_walk_next(&walk); place++) {
    const GArray *runs = walk.entering ? g_hash_table_lookup(origins->runs, walk.node) : NULL;
    for (guint i = 0; runs && i < runs->len; i++) {
      const AdrefOriginRun *run = &g_array_index(runs, AdrefOriginRun, i);
      const guint32 four[] = {place, run->start, run->length, run->origin};
      g_array_append_vals(numbers, four, 1);
    }
  }
  return g_variant_new_fixed_array(G_VARIANT_TYPE("(uuuu)"), numbers->data, numbers->len,
                                   sizeof(guint32[4]));
}

void adref_kept_origins_write(const AdrefText *text, const AdrefNode *clause,
                              const AdrefVersion *from, const AdrefOrigins *origins)
{
  g_auto(GStrv) parts = origins_parts(text, clause, from);
  GVariant *members[] = {pack_origins(origins), pack_runs(text, origins)};
  adref_result_cache_write(text->session->repo, (const char *const *)parts,
                           g_variant_new_tuple(members, G_N_ELEMENTS(members)));
}

static GPtrArray *unpack_origins(GVariant *list)
{
  GPtrArray *all = g_ptr_array_new_with_free_func((GDestroyNotify)adref_origin_free);
  GVariantIter iter;
  g_variant_iter_init(&iter, list);
  for (AdrefOrigin *origin = g_new0(AdrefOrigin, 1);; origin = g_new0(AdrefOrigin, 1)) {
    if (!g_variant_iter_next(&iter, "(msmsmsmsmsmsmsms)", &origin->version, &origin->day,
                             &origin->time, &origin->author, &origin->email, &origin->party,
                             &origin->label, &origin->subject)) {
      adref_origin_free(origin);
      return all;
    }
    if (origin->version && !origin->author)
      origin->author = g_strdup("");
    g_ptr_array_add(all, origin);
  }
}

/* Takes the runs of a node, which follow each other from the start of its text to its end. */
static gboolean take_runs(GVariant *list, gsize *at, guint place, const AdrefNode *node,
                          AdrefOrigins *origins)
{
  gsize length = node->length, done = 0;
  g_autoptr(GArray) runs = g_array_new(FALSE, FALSE, sizeof(AdrefOriginRun));
  for (; *at < g_variant_n_children(list); *at += 1) {
    AdrefOriginRun run;
    guint of;
    g_variant_get_child(list, *at, "(uuuu)", &of, &run.start, &run.length, &run.origin);
    if (of != place)
      break;
    if (run.start != done || run.length > length - done || run.origin >= origins->all->len ||
        ((guchar)node->text[run.start] & 0xC0) == 0x80)
      return FALSE;
    done += run.length;
    g_array_append_val(runs, run);
  }
  if (runs->len == 0)
    return TRUE;
  g_hash_table_insert(origins->runs, (gpointer)(guintptr)node, g_steal_pointer(&runs));
  return done == length;
}

static gboolean unpack_runs(GVariant *list, const AdrefText *text, AdrefOrigins *origins)
{
  gsize at = 0;
  AdrefWalk walk = adref_walk(text->document);
  for (guint place = 0; adref_walk_next(&walk); place++)
    if (walk.entering && !take_runs(list, &at, place, walk.node, origins))
      return FALSE;
  return at == g_variant_n_children(list);
}

AdrefOrigins *adref_kept_origins_read(const AdrefText *text, const AdrefNode *clause,
                                      const AdrefVersion *from)
{
  g_auto(GStrv) parts = origins_parts(text, clause, from);
  g_autoptr(GVariant) value =
      adref_result_cache_read(text->session->repo, (const char *const *)parts, origins_type);
  if (!value)
    return NULL;
  g_autoptr(GVariant) all = g_variant_get_child_value(value, 0);
  g_autoptr(GVariant) runs = g_variant_get_child_value(value, 1);
  g_autoptr(AdrefOrigins) origins = g_new0(AdrefOrigins, 1);
  origins->all = unpack_origins(all);
  origins->runs = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  return unpack_runs(runs, text, origins) ? g_steal_pointer(&origins) : NULL;
}

/* --- translations --- */

/* The texts of all languages, by git's ids. Caller frees. */
static char *ids_of_texts(AdrefSession *session, const AdrefLanguageVersions *versions)
{
  GString *ids = g_string_new(NULL);
  for (guint i = 0; i < versions->items->len; i++) {
    const AdrefLanguageVersion *item = versions->items->pdata[i];
    g_autofree char *id = adref_repo_content_id(session->repo, item->path, item->bytes);
    g_string_append_printf(ids, "%s %s\n", item->path, id);
  }
  return g_string_free(ids, FALSE);
}

char **adref_kept_behind_key(AdrefSession *session, const AdrefStatement *statement,
                             const AdrefVersion *from, const AdrefLanguageVersions *versions)
{
  AdrefVersion head;
  if (!from && !adref_repo_resolve(session->repo, NULL, "HEAD", &head, NULL))
    return NULL;
  char **key = g_new0(char *, 6);
  key[0] = g_strdup("behind 3");
  key[1] = g_strdup((from ? from : &head)->id);
  key[2] = g_strdup(statement->folder);
  key[3] =
      g_strjoinv(" ", (char **)(guintptr)adref_repo_former_names(session->repo, statement->id));
  key[4] = ids_of_texts(session, versions);
  return key;
}

static void take_behind(GPtrArray *behind, GVariantIter *clauses)
{
  AdrefBehindClause clause;
  while (g_variant_iter_next(clauses, "(sss)", &clause.clause, &clause.touched, &clause.changed))
    g_ptr_array_add(behind, g_memdup2(&clause, sizeof clause));
}

gboolean adref_kept_behind_read(AdrefSession *session, char *const *key, const GPtrArray *states)
{
  g_autoptr(GVariant) value =
      key ? adref_result_cache_read(session->repo, (const char *const *)key, behind_type) : NULL;
  if (!value || g_variant_n_children(value) != states->len)
    return FALSE;
  GVariantIter languages;
  const char *language;
  GVariantIter *clauses;
  g_variant_iter_init(&languages, value);
  while (g_variant_iter_next(&languages, "(&sa(sss))", &language, &clauses)) {
    AdrefLanguageState *state = adref_language_states_find(states, language);
    if (state)
      take_behind(state->behind, clauses);
    g_variant_iter_free(clauses);
  }
  return TRUE;
}

void adref_kept_behind_write(AdrefSession *session, char *const *key, const GPtrArray *states)
{
  if (!key)
    return;
  GVariantBuilder builder;
  g_variant_builder_init(&builder, G_VARIANT_TYPE(behind_type));
  for (guint i = 0; i < states->len; i++) {
    const AdrefLanguageState *state = states->pdata[i];
    g_variant_builder_open(&builder, G_VARIANT_TYPE("(sa(sss))"));
    g_variant_builder_add(&builder, "s", state->language);
    g_variant_builder_open(&builder, G_VARIANT_TYPE("a(sss)"));
    for (guint j = 0; j < state->behind->len; j++) {
      const AdrefBehindClause *clause = state->behind->pdata[j];
      g_variant_builder_add(&builder, "(sss)", clause->clause, clause->touched, clause->changed);
    }
    g_variant_builder_close(&builder);
    g_variant_builder_close(&builder);
  }
  adref_result_cache_write(session->repo, (const char *const *)key,
                           g_variant_builder_end(&builder));
}
