#include "work/export/stale_excerpt.h"

#include <string.h>

#include "view/view.h"
#include "work/changes/stale_translations.h"
#include "work/export/excerpt.h"

/* Adds ids to a list, each once. */
typedef struct {
  GString *list;
  GHashTable *known;
} IdList;

static void add_id(const IdList *self, const char *id)
{
  if (id && g_hash_table_add(self->known, (gpointer)(guintptr)id))
    g_string_append_printf(self->list, "%s%s", self->list->len > 0 ? "," : "", id);
}

/* A heading stands for its section: it is no clause of its own here. */
static const char *id_of(const AdrefNode *clause)
{
  const AdrefClause *facts = clause->as.clause;
  return facts->kind == ADREF_TITLE ? NULL : facts->id;
}

static char *find_all(const AdrefNode *source, const AdrefNode *translation,
                      const GPtrArray *behind)
{
  g_autoptr(GHashTable) changed = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) translated = adref_clause_ids(translation);
  g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
  const IdList found = {g_string_new(NULL), known};
  const char *before = NULL;
  for (guint i = 0; i < behind->len; i++)
    g_hash_table_add(changed, ((const AdrefBehindClause *)behind->pdata[i])->clause);
  for (const AdrefNode *clause = source->first; clause; clause = clause->next) {
    const char *id = id_of(clause);
    gboolean is_missing = id && !g_hash_table_contains(translated, id);
    if (is_missing)
      add_id(&found, before);
    if (is_missing || (id && g_hash_table_contains(changed, id)))
      add_id(&found, id);
    before = id && !is_missing ? id : before;
  }
  return g_string_free(found.list, found.list->len == 0);
}

char *adref_stale_excerpt_in(const AdrefNode *document, const char *clauses)
{
  g_autoptr(GHashTable) own = adref_clause_ids(document);
  g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
  g_auto(GStrv) ids = g_strsplit(clauses, ",", -1);
  const IdList found = {g_string_new(NULL), known};
  for (char **id = ids; *id; id++)
    if (g_hash_table_contains(own, *id))
      add_id(&found, *id);
  return g_string_free(found.list, FALSE);
}

gboolean adref_stale_excerpt_make(const AdrefText *text, const char *clauses, GError **error)
{
  if (*clauses)
    return adref_excerpt_make(text, clauses, TRUE, error);
  while (text->document->first)
    adref_node_free(text->document->first);
  return TRUE;
}

/* What a page says of the clauses that a list names: "1, 3, chapeau". Caller frees. */
static char *words_of(const AdrefNode *document, const char *clauses)
{
  enum {
    LONGEST = 60 /* bytes, about; more is cut */
  };
  g_auto(GStrv) ids = g_strsplit(clauses, ",", -1);
  GString *words = g_string_new(NULL);
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    const char *id = id_of(clause);
    if (!id || !g_strv_contains((const char *const *)ids, id))
      continue;
    g_autofree char *number = adref_view_number(clause, ADREF_VIEW_NEGOTIATING);
    if (number && g_str_has_suffix(number, "."))
      number[strlen(number) - 1] = '\0';
    gboolean is_long = words->len > LONGEST;
    g_string_append_printf(words, "%s%s", words->len > 0 ? ", " : "",
                           is_long  ? "\342\200\246"
                           : number ? number
                                    : id);
    if (is_long)
      break;
  }
  return g_string_free(words, FALSE);
}

static gboolean is_source(const AdrefText *text, GError **error)
{
  const char *rolling = text->statement->languages[0];
  if (strcmp(text->language, rolling) != 0)
    adref_error(error, ADREF_ERROR_USAGE,
                "--stale sets a translation beside its source, %s; leave out --lang", rolling);
  return strcmp(text->language, rolling) == 0;
}

gboolean adref_stale_excerpt_find(const AdrefText *text, const AdrefText *translation,
                                  char **source, char **target, char **part, GError **error)
{
  g_autoptr(GPtrArray) states = NULL;
  if (!is_source(text, error))
    return FALSE;
  const GPtrArray *behind = adref_stale_translations_of(text->session, text->statement,
                                                        translation->language, &states, error);
  if (!behind)
    return FALSE;
  *source = find_all(text->document, translation->document, behind);
  *target = *source ? adref_stale_excerpt_in(translation->document, *source) : NULL;
  *part = *source ? words_of(text->document, *source) : NULL;
  return TRUE;
}
