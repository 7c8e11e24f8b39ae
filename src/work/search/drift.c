#include "work/search/drift.h"

#include <string.h>

#include "base/name.h"
#include "clause/words.h"
#include "merge/compare/diff.h"
#include "work/edit/insert_template.h"
#include "work/search/precedents.h"

typedef struct {
  const AdrefText *text;
  AdrefPrecedents *precedents; /* NULL until they are needed */
  GHashTable *texts;           /* id of a statement -> AdrefText, or NULL where it has none */
} DriftSearch;

static void drift_free(gpointer data)
{
  AdrefDrift *drift = data;
  g_free(drift->clause);
  g_free(drift->number);
  g_free(drift->origin);
  g_free(drift);
}

static void text_free(gpointer text)
{
  adref_text_free(text);
}

/* --- what a clause was made of --- */

static AdrefNode *read_words(const DriftSearch *self, const char *words)
{
  const AdrefParties *parties = adref_text_parties(self->text);
  AdrefMarkdownReadOptions how = {
      .name = "origin", .parties = parties ? adref_parties_names(parties) : NULL, .is_part = TRUE};
  return adref_markdown_read(words, strlen(words), &how, NULL, NULL);
}

/* The template in the language of the text, with the values of the statement. */
static AdrefNode *read_template(const DriftSearch *self, const char *name)
{
  const AdrefText *text = self->text;
  g_auto(AdrefTemplateClause) made = {NULL};
  g_autofree char *start = g_strconcat(text->language, "=", NULL);
  if (!adref_template_clause_make(text->session, text->statement, name, NULL, NULL, &made, NULL))
    return NULL;
  if (strcmp(text->language, text->statement->languages[0]) == 0)
    return read_words(self, made.words);
  for (guint i = 0; made.others && i < made.others->len; i++)
    if (g_str_has_prefix(made.others->pdata[i], start))
      return read_words(self, (const char *)made.others->pdata[i] + strlen(start));
  return NULL;
}

/* The text of another statement: its final draft, else as it is. It belongs to the search. */
static const AdrefText *other_text(DriftSearch *self, const char *statement)
{
  AdrefSession *session = self->text->session;
  gboolean is_published;
  if (g_hash_table_contains(self->texts, statement))
    return g_hash_table_lookup(self->texts, statement);
  const AdrefLabel *draft = adref_precedents_final_draft(session, statement, &is_published);
  AdrefText *text =
      draft ? adref_text_share_at(session, statement, &draft->version, self->text->language, NULL)
            : adref_text_share(session, statement, self->text->language, NULL);
  g_hash_table_insert(self->texts, g_strdup(statement), text);
  return text;
}

/* The clause "ID/CLAUSE" of a statement that exists; NULL: there is none. */
static const AdrefNode *other_clause(DriftSearch *self, const char *from)
{
  const char *slash = strchr(from, '/');
  g_autofree char *statement = slash ? g_strndup(from, (gsize)(slash - from)) : NULL;
  gboolean is_known = statement && adref_name_is(ADREF_NAME_STATEMENT, statement) &&
                      adref_session_facts(self->text->session->files, statement, NULL);
  const AdrefText *text = is_known ? other_text(self, statement) : NULL;
  return text ? adref_clause_find(text->document, slash + 1) : NULL;
}

static AdrefNode *read_precedent(DriftSearch *self, const AdrefNode *clause, AdrefDrift *drift)
{
  AdrefPrecedentOptions options = {.text = self->text, .clause = clause, .most = 1};
  if (!self->precedents)
    self->precedents = adref_precedents_open(self->text->session, NULL, NULL);
  g_autoptr(GPtrArray) found =
      self->precedents ? adref_precedents_find(self->precedents, &options) : NULL;
  if (!found || found->len == 0)
    return NULL;
  const AdrefPrecedent *nearest = found->pdata[0];
  drift->kind = "precedent";
  drift->origin =
      g_strdup_printf("%s%s%s", nearest->source, *nearest->place ? ": " : "", nearest->place);
  return read_words(self, nearest->text);
}

/* The words of the origin as a document, and its name; NULL: there is none. */
static AdrefNode *read_origin(DriftSearch *self, const AdrefNode *clause, AdrefDrift *drift)
{
  const char *from = clause->as.clause->from;
  const AdrefNode *other = from ? other_clause(self, from) : NULL;
  AdrefNode *template = from && !other ? read_template(self, from) : NULL;
  if (!other && !template)
    return read_precedent(self, clause, drift);
  drift->kind = other ? "statement" : "template";
  drift->origin = g_strdup(from);
  return other ? adref_precedents_alone(other) : template;
}

/* --- distances --- */

static void measure(const DriftSearch *self, const AdrefNode *origin, const AdrefNode *clause,
                    AdrefDrift *drift)
{
  const char *language = self->text->language;
  g_autoptr(AdrefNode) old = adref_precedents_join(origin);
  g_autoptr(AdrefNode) new = adref_precedents_alone(clause);
  guint words = adref_count_words(old, language) + adref_count_words(new, language);
  g_autoptr(AdrefNode) redline = adref_diff(old, new, language);
  for (const AdrefNode *part = redline->first; part; part = part->next)
    if (part->as.clause->change) {
      drift->deleted += part->as.clause->change->deleted;
      drift->inserted += part->as.clause->change->inserted;
    }
  guint changed = MIN(drift->deleted + drift->inserted, words);
  drift->percent = words > 0 ? (200 * (words - changed) / words + 1) / 2 : 100;
}

static AdrefDrift *drift_of(DriftSearch *self, const AdrefNode *clause)
{
  const AdrefClause *facts = clause->as.clause;
  AdrefDrift *drift = g_new0(AdrefDrift, 1);
  drift->clause = g_strdup(facts->id);
  drift->number = g_strdup(facts->number);
  g_autoptr(AdrefNode) origin = read_origin(self, clause, drift);
  if (origin)
    measure(self, origin, clause, drift);
  return drift;
}

static gboolean is_heading(const AdrefNode *clause)
{
  return clause->first && clause->first->type == ADREF_HEADING && !clause->first->next;
}

GPtrArray *adref_drift_find(const AdrefText *text, GError **error)
{
  if (!adref_session_repo(text->session, error))
    return NULL;
  DriftSearch self = {.text = text,
                      .texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, text_free)};
  GPtrArray *drifts = g_ptr_array_new_with_free_func(drift_free);
  for (const AdrefNode *clause = text->document->first; clause; clause = clause->next)
    if (clause->first && !is_heading(clause))
      g_ptr_array_add(drifts, drift_of(&self, clause));
  g_hash_table_unref(self.texts);
  adref_precedents_free(self.precedents);
  return drifts;
}
