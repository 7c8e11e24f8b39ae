#include "work/import/returned_authors.h"

#include <string.h>

#include "base/error.h"
#include "base/string_list.h"

enum {
  MAX_NAMED = 5 /* persons that a message names */
};

const char *adref_returned_authors_party(const AdrefImportOptions *options, const char *author)
{
  const char *code = options->authors ? g_hash_table_lookup(options->authors, author) : NULL;
  return code ? code : options->party;
}

GPtrArray *adref_returned_authors_parties(const AdrefDocxFile *docx,
                                          const AdrefImportOptions *options)
{
  g_autoptr(GHashTable) marking = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < docx->tracks->len; i++) {
    const AdrefDocxTrack *track = docx->tracks->pdata[i];
    const char *party = adref_returned_authors_party(options, track->author);
    if (party)
      g_hash_table_add(marking, (gpointer)(guintptr)party);
  }
  GPtrArray *parties = g_ptr_array_new();
  g_ptr_array_add(parties, (gpointer)(guintptr)options->party);
  if (options->party)
    g_hash_table_remove(marking, options->party);
  for (guint i = 0; options->parties && i < options->parties->len; i++)
    if (g_hash_table_remove(marking, options->parties->pdata[i]))
      g_ptr_array_add(parties, options->parties->pdata[i]);
  return parties;
}

GHashTable *adref_returned_authors_choose(const AdrefDocxFile *docx,
                                          const AdrefImportOptions *options,
                                          const GPtrArray *parties, guint first, guint last)
{
  GHashTable *pending = g_hash_table_new(g_str_hash, g_str_equal);
  gboolean is_first = first == 0; /* then nobody's changes are in, too */
  for (guint i = 0; i < parties->len; i++)
    if ((i < first || i > last) && parties->pdata[i])
      g_hash_table_add(pending, parties->pdata[i]);
  for (guint i = 0; i < docx->tracks->len; i++) {
    AdrefDocxTrack *track = docx->tracks->pdata[i];
    const char *party = adref_returned_authors_party(options, track->author);
    track->is_pending = party ? g_hash_table_contains(pending, party) : !is_first;
  }
  return pending;
}

/* The names of the persons who have marked something, each once; by hand is nobody. */
static GPtrArray *persons_of(const AdrefDocxFile *docx)
{
  g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
  GPtrArray *persons = g_ptr_array_new();
  for (guint i = 0; i < docx->tracks->len; i++) {
    const AdrefDocxTrack *track = docx->tracks->pdata[i];
    if (!track->hand && g_hash_table_add(known, (gpointer)(guintptr)track->author))
      g_ptr_array_add(persons, (gpointer)(guintptr)track->author);
  }
  return persons;
}

static char *names_of(const GPtrArray *persons)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < persons->len; i++) {
    const char *name = persons->pdata[i];
    g_ptr_array_add(names, *name ? adref_escape_controls(name, -1, FALSE)
                                 : g_strdup("somebody without a name"));
  }
  return adref_string_list_join(names, MAX_NAMED);
}

/* What people of other delegations have marked may be meant by them. */
static void say_unnamed(const GPtrArray *persons, const AdrefImportOptions *options,
                        GPtrArray *problems)
{
  g_autoptr(GPtrArray) unnamed = g_ptr_array_new();
  for (guint i = 0; i < persons->len; i++)
    if (!g_hash_table_contains(options->authors, persons->pdata[i]))
      g_ptr_array_add(unnamed, persons->pdata[i]);
  g_autofree char *names = names_of(unnamed);
  if (persons->len > 1 && unnamed->len > 0)
    adref_problem_hint(problems, 1, 1,
                       "several persons have marked changes; those of %s become changes of %s; "
                       "--author NAME=PARTY says whose they are",
                       names, options->party ? options->party : "no party");
}

static void add_persons(const AdrefDocxFile *docx, const GPtrArray *marking, GHashTable *persons)
{
  for (guint i = 0; i < docx->comments->len; i++) {
    const char *name = g_array_index(docx->comments, AdrefDocxComment, i).author;
    if (!g_hash_table_contains(persons, name))
      g_hash_table_insert(persons, g_strdup(name), NULL);
  }
  for (guint i = 0; i < marking->len; i++) {
    char *name = g_strdup(marking->pdata[i]);
    g_hash_table_replace(persons, name, name);
  }
}

static int compare_names(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Adds the words of the runs that one party put in and another one wants deleted. */
static void add_deleted(const AdrefDocxParagraph *paragraph, const AdrefImportOptions *options,
                        GHashTable *words)
{
  for (guint i = 0; i < paragraph->runs->len; i++) {
    const AdrefDocxRun *run = &g_array_index(paragraph->runs, AdrefDocxRun, i);
    const char *by = run->inserted && run->deleted
                         ? adref_returned_authors_party(options, run->inserted->author)
                         : NULL;
    const char *of = by ? adref_returned_authors_party(options, run->deleted->author) : NULL;
    if (!of || strcmp(by, of) == 0)
      continue;
    char *key = g_strdup_printf("%s wants deleted what %s put in: ", of, by);
    GString *all = g_hash_table_lookup(words, key);
    if (!all) {
      all = g_string_new(NULL);
      g_hash_table_insert(words, g_strdup(key), all);
    }
    g_autofree char *own = adref_escape_controls(run->text, -1, FALSE);
    g_string_append_printf(all, "%s\"%s\"", all->len > 0 ? ", " : "", g_strstrip(own));
    g_free(key);
  }
}

static void string_free(gpointer string)
{
  g_string_free(string, TRUE);
}

/* The text of no party has words that came and went: the one that put them in has them, for the
 * other one they were never there. */
static void say_deleted(const AdrefDocxFile *docx, const AdrefImportOptions *options,
                        GPtrArray *problems)
{
  g_autoptr(GHashTable) words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, string_free);
  for (guint i = 0; i < docx->paragraphs->len; i++)
    add_deleted(docx->paragraphs->pdata[i], options, words);
  g_autoptr(GList) keys = g_list_sort(g_hash_table_get_keys(words), (GCompareFunc)strcmp);
  for (const GList *key = keys; key; key = key->next)
    adref_problem_hint(problems, 1, 1, "%s%s; adref propose --delete writes it",
                       (const char *)key->data,
                       ((GString *)g_hash_table_lookup(words, key->data))->str);
}

void adref_returned_authors_say(const AdrefDocxFile *docx, const AdrefImportOptions *options,
                                GPtrArray *problems)
{
  if (!options->authors)
    return;
  g_autoptr(GPtrArray) persons = persons_of(docx);
  say_unnamed(persons, options, problems);
  say_deleted(docx, options, problems);
  if (options->persons)
    add_persons(docx, persons, options->persons);
}

GHashTable *adref_returned_authors_persons_new(void)
{
  return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

gboolean adref_returned_authors_check(GHashTable *authors, GHashTable *persons, GError **error)
{
  g_autoptr(GPtrArray) strangers = g_ptr_array_new(), marking = g_ptr_array_new();
  GHashTableIter iter;
  gpointer name, value;
  if (!authors)
    return TRUE;
  g_hash_table_iter_init(&iter, authors);
  while (g_hash_table_iter_next(&iter, &name, NULL))
    if (!g_hash_table_contains(persons, name))
      g_ptr_array_add(strangers, name);
  if (strangers->len == 0)
    return TRUE;
  g_hash_table_iter_init(&iter, persons);
  while (g_hash_table_iter_next(&iter, &name, &value))
    if (value)
      g_ptr_array_add(marking, name);
  g_ptr_array_sort(strangers, compare_names);
  g_ptr_array_sort(marking, compare_names);
  g_autofree char *names = names_of(strangers), *known = names_of(marking);
  adref_error(
      error, ADREF_ERROR_USAGE,
      "--author names %s, of whom there is no change and no comment; changes are marked by %s",
      names, marking->len > 0 ? known : "nobody");
  return FALSE;
}
