#include "work/negotiate/resolve.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "work/edit/typed_words.h"
#include "work/negotiate/resolve_decision.h"
#include "work/negotiate/resolve_private.h"
#include "work/select_bracket.h"
#include "work/select_clause.h"

enum {
  MAX_SUBJECT = 60, /* characters of a bracket in a subject */
};

/* What the texts were before a step. */
typedef struct {
  GPtrArray *texts;  /* of GBytes, by text; NULL: it was not changed */
  GPtrArray *after;  /* of GBytes: what they were behind it */
  char *description; /* "op training, bracket 2: ..." */
} Step;

static void step_free(gpointer data)
{
  Step *step = data;
  g_ptr_array_unref(step->texts);
  g_ptr_array_unref(step->after);
  g_free(step->description);
  g_free(step);
}

static void bytes_free(gpointer bytes)
{
  if (bytes)
    g_bytes_unref(bytes);
}

/* Reads the texts anew; others may save until the next step. */
static gboolean begin(AdrefResolving *self, GError **error)
{
  g_autoptr(AdrefTextChanges) changes =
      adref_text_changes_begin(self->session, self->statement, self->options->party, error);
  AdrefText *text =
      changes ? adref_text_changes_find(changes, self->options->language, error) : NULL;
  if (!text)
    return FALSE;
  adref_text_changes_free(self->changes);
  self->changes = g_steal_pointer(&changes);
  self->text = text;
  g_clear_pointer(&self->brackets, g_array_unref);
  return TRUE;
}

AdrefResolving *adref_resolving_new(AdrefSession *session, const AdrefStatement *statement,
                                    const AdrefResolvingOptions *options, GError **error)
{
  g_autoptr(AdrefResolving) self = g_new0(AdrefResolving, 1);
  self->session = session;
  self->statement = statement;
  self->options = options;
  self->steps = g_ptr_array_new_with_free_func(step_free);
  if (!begin(self, error))
    return NULL;
  adref_session_unlock(session);
  return g_steal_pointer(&self);
}

void adref_resolving_free(AdrefResolving *resolving)
{
  if (!resolving)
    return;
  adref_text_changes_free(resolving->changes);
  g_clear_pointer(&resolving->brackets, g_array_unref);
  g_ptr_array_unref(resolving->steps);
  g_free(resolving);
}

const GArray *adref_resolving_brackets(AdrefResolving *resolving)
{
  if (!resolving->brackets)
    resolving->brackets = adref_open_brackets_list(resolving->text->document);
  return resolving->brackets;
}

const char *adref_resolving_language(const AdrefResolving *resolving)
{
  return resolving->text->language;
}

gboolean adref_resolving_find(AdrefResolving *resolving, const char *name, guint *place,
                              GError **error)
{
  g_auto(AdrefBracketName) read;
  AdrefSelectedBracket selected;
  adref_bracket_name_read(name, &read);
  if (read.alternative > 0) {
    adref_error(error, ADREF_ERROR_USAGE,
                "%s: a bracket is resolved, %s:%u; --take %u takes that "
                "alternative",
                name, read.clause, read.bracket, read.alternative);
    return FALSE;
  }
  if (!adref_select_bracket(resolving->text, &read, &selected, error))
    return FALSE;
  const GArray *brackets = adref_resolving_brackets(resolving);
  for (guint i = 0; i < brackets->len; i++)
    if (g_array_index(brackets, AdrefOpenBracket, i).bracket == selected.bracket)
      *place = i;
  return TRUE;
}

guint adref_resolving_options(const AdrefResolving *resolving)
{
  guint count = 0;
  for (const AdrefNode *clause = resolving->text->document->first; clause; clause = clause->next)
    count += clause->as.clause->alt != NULL;
  return count;
}

char *adref_resolving_others(const AdrefResolving *resolving)
{
  g_autoptr(GString) line = g_string_new(NULL);
  for (guint i = 0; i < resolving->changes->texts->len; i++) {
    const AdrefText *text = resolving->changes->texts->pdata[i];
    g_autoptr(GArray) open = adref_open_brackets_list(text->document);
    if (text != resolving->text && open->len > 0)
      g_string_append_printf(line, "%s%s: %u bracket%s open", line->len > 0 ? ", " : "",
                             text->language, open->len, open->len == 1 ? " is" : "s are");
  }
  return line->len > 0 ? g_strdup(line->str) : NULL;
}

gboolean adref_resolving_applies(const AdrefResolving *resolving, const AdrefNode *bracket,
                                 const AdrefResolution *resolution, GError **error)
{
  AdrefResolveChoice choice;
  return adref_resolving_choose(resolving, bracket, resolution, &choice, error);
}

/* --- steps --- */

static GPtrArray *keep_texts(const AdrefResolving *self)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func(bytes_free);
  for (guint i = 0; i < self->changes->texts->len; i++) {
    const AdrefText *text = self->changes->texts->pdata[i];
    g_ptr_array_add(kept, g_string_free_to_bytes(adref_canonical(text->document)));
  }
  return kept;
}

/* Reads what a document is now, so that its brackets are those of its words. */
static gboolean renew(AdrefText *text, const char *bytes, gsize length, GError **error)
{
  AdrefNode *document = adref_text_parse(text, bytes, length, NULL, error);
  if (!document)
    return FALSE;
  adref_node_free(text->document);
  text->document = document;
  return TRUE;
}

static gboolean renew_changed(AdrefResolving *self, GError **error)
{
  g_clear_pointer(&self->brackets, g_array_unref);
  for (guint i = 0; i < self->changes->changed->len; i++) {
    AdrefText *text = self->changes->changed->pdata[i];
    g_autoptr(GString) words = adref_canonical(text->document);
    if (!renew(text, words->str, words->len, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean put_texts(AdrefResolving *self, const GPtrArray *kept, GError **error)
{
  g_clear_pointer(&self->brackets, g_array_unref);
  for (guint i = 0; i < kept->len; i++) {
    gsize length;
    const char *bytes = g_bytes_get_data(kept->pdata[i], &length);
    AdrefText *text = self->changes->texts->pdata[i];
    if (!renew(text, bytes, length, error))
      return FALSE;
    adref_text_changes_mark(self->changes, text);
  }
  return TRUE;
}

static gboolean save(AdrefResolving *self, const char *subject, const char *action, GError **error)
{
  AdrefSaveStatementOptions save_options = {
      .subject = subject, .party = self->options->party, .action = action};
  return adref_text_changes_save(self->changes, &save_options, error);
}

/* Before a step that is saved at once: the texts of now, in which the bracket still stands. */
static gboolean begin_step(AdrefResolving *self, GError **error)
{
  if (self->options->one)
    return TRUE;
  return begin(self, error);
}

/* Ends a step: saved, or kept until the end. */
static gboolean end_step(AdrefResolving *self, GPtrArray *before, const char *description,
                         const char *action, GError **error)
{
  Step *step = g_new0(Step, 1);
  step->texts = before;
  step->description = g_strdup(description);
  gboolean done = renew_changed(self, error);
  step->after = keep_texts(self);
  g_autofree char *subject = g_strdup_printf("%s: %s", self->statement->id, description);
  if (done && !self->options->one)
    done = save(self, subject, action, error) && begin(self, error);
  if (done)
    g_ptr_array_add(self->steps, step);
  else
    step_free(step);
  return done;
}

/* After a step that failed: the texts as they were. */
static gboolean give_up(AdrefResolving *self, GPtrArray *before)
{
  if (self->options->one)
    put_texts(self, before, NULL);
  else
    begin(self, NULL);
  g_ptr_array_unref(before);
  adref_session_unlock(self->session);
  return FALSE;
}

/* "op training, bracket 2 resolved: [shall / should - JPN] -> should". */
static char *describe(const AdrefResolving *self, const AdrefOpenBracket *open,
                      const AdrefResolution *resolution, const AdrefResolveChoice *choice,
                      gboolean is_row)
{
  g_autofree char *name = adref_select_clause_name(open->clause);
  g_autofree char *bracket = adref_select_bracket_words(open->bracket, MAX_SUBJECT);
  gboolean to_come = adref_resolving_takes_to_come(open->bracket, resolution, choice);
  g_autofree char *taken = to_come ? g_strdup(adref_resolving_own_words(self, resolution))
                           : resolution->how == ADREF_RESOLVE_TEXT ? g_strdup(resolution->words)
                           : resolution->how == ADREF_RESOLVE_BOTH ? g_strdup("both")
                           : choice->alternative ? adref_open_bracket_shown(choice->alternative)
                                                 : g_strdup("deleted");
  g_autofree char *start =
      g_utf8_substring(taken, 0, MIN(g_utf8_strlen(taken, -1), MAX_SUBJECT / 2));
  return g_strdup_printf("%s, %s%s resolved: %s%s", name, is_row ? "row of " : "", bracket,
                         *start ? start : "deleted", strlen(start) < strlen(taken) ? "..." : "");
}

/* What a person saw: a bracket, where it stands, and the words of its clause. */
static char *sight_of(const AdrefOpenBracket *open)
{
  g_autofree char *name = adref_select_clause_name(open->clause);
  g_autofree char *bracket = adref_select_bracket_words(open->bracket, G_MAXINT);
  g_autofree char *words = adref_node_words(open->clause);
  return g_strdup_printf("%s:%u %s\n%s", name, open->number, bracket, words);
}

/* Whether the bracket that the person saw stands at its place. */
static gboolean check_same(AdrefResolving *self, guint place, const char *seen, GError **error)
{
  const GArray *brackets = adref_resolving_brackets(self);
  g_autofree char *now =
      place < brackets->len ? sight_of(&g_array_index(brackets, AdrefOpenBracket, place)) : NULL;
  if (g_strcmp0(now, seen) == 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED,
              "somebody else changed the text meanwhile; look at the bracket again");
  return FALSE;
}

/* --- brackets that are decided together --- */

/* From the last one on, so that the numbers of those before it stay. */
static gboolean resolve_decided(AdrefResolving *self, const AdrefResolveDecision *decision,
                                AdrefOpenBracket *open, GError **error)
{
  g_autoptr(GHashTable) said = decision->is_row ? g_hash_table_new(NULL, NULL) : NULL;
  gboolean done = TRUE;
  self->said = said;
  for (guint i = decision->brackets->len; done && i > 0; i--) {
    AdrefOpenBracket *each = &g_array_index(decision->brackets, AdrefOpenBracket, i - 1);
    done = adref_resolving_resolve_all(self, each, &decision->resolution, error);
    open->clause = each->clause;
  }
  self->said = NULL;
  return done;
}

/* Which brackets of others in the words that are taken stay. */
static void say_inner(const AdrefResolving *self, const AdrefOpenBracket *open,
                      const AdrefResolveDecision *decision)
{
  guint count = decision->inner->len;
  if (count == 0)
    return;
  g_autofree char *name = adref_select_clause_name(open->clause);
  g_autoptr(GString) words = g_string_new(NULL);
  for (guint i = 0; i < count; i++) {
    g_autofree char *shown = adref_select_bracket_words(decision->inner->pdata[i], MAX_SUBJECT);
    g_string_append_printf(words, "%s%s", i > 0 ? ", " : "", shown);
  }
  adref_session_say(self->session, "%s: in the words that are taken %u bracket%s open: %s", name,
                    count, count == 1 ? " stays" : "s stay", words->str);
}

gboolean adref_resolving_step(AdrefResolving *resolving, guint place,
                              const AdrefResolution *resolution, GError **error)
{
  g_autofree char *seen =
      sight_of(&g_array_index(adref_resolving_brackets(resolving), AdrefOpenBracket, place));
  if (!adref_typed_words_check(resolution->others, resolving->statement, error) ||
      !begin_step(resolving, error) || !check_same(resolving, place, seen, error)) {
    adref_session_unlock(resolving->session);
    return FALSE;
  }
  AdrefOpenBracket open =
      g_array_index(adref_resolving_brackets(resolving), AdrefOpenBracket, place);
  GPtrArray *before = keep_texts(resolving);
  AdrefResolveChoice choice;
  if (!adref_resolving_choose(resolving, open.bracket, resolution, &choice, error))
    return give_up(resolving, before);
  g_auto(AdrefResolveDecision) decision;
  adref_resolve_decide(adref_library_parties(resolving->session->library),
                       adref_resolving_brackets(resolving), &open, resolution, &choice, &decision);
  say_inner(resolving, &open, &decision);
  g_autofree char *description = describe(resolving, &open, resolution, &choice, decision.is_row);
  if (!resolve_decided(resolving, &decision, &open, error) ||
      (resolution->ad_ref && open.clause &&
       !adref_resolving_mark_all(resolving, open.clause, error)))
    return give_up(resolving, before);
  gboolean done = end_step(resolving, before, description, "resolve", error);
  adref_session_unlock(resolving->session);
  return done;
}

gboolean adref_resolving_mark(AdrefResolving *resolving, const char *clause, GError **error)
{
  if (!begin_step(resolving, error))
    return FALSE;
  GPtrArray *before = keep_texts(resolving);
  AdrefNode *node = adref_select_clause(resolving->text, clause, error);
  g_autofree char *name = node ? adref_select_clause_name(node) : NULL;
  g_autofree char *description = name ? g_strdup_printf("%s agreed ad ref", name) : NULL;
  if (!node || !adref_resolving_mark_all(resolving, node, error))
    return give_up(resolving, before);
  gboolean done = end_step(resolving, before, description, "resolve", error);
  adref_session_unlock(resolving->session);
  return done;
}

static gboolean is_as_after(const AdrefResolving *self, const Step *step)
{
  g_autoptr(GPtrArray) now = keep_texts(self);
  for (guint i = 0; i < now->len && i < step->after->len; i++)
    if (!g_bytes_equal(now->pdata[i], step->after->pdata[i]))
      return FALSE;
  return now->len == step->after->len;
}

gboolean adref_resolving_undo(AdrefResolving *resolving, GError **error)
{
  GPtrArray *steps = resolving->steps;
  const Step *step = steps->len > 0 ? steps->pdata[steps->len - 1] : NULL;
  if (!step) {
    adref_error(error, ADREF_ERROR_REFUSED, "there is nothing to undo");
    return FALSE;
  }
  gboolean done = begin_step(resolving, error);
  if (done && !is_as_after(resolving, step)) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "somebody else changed the text since; adref undo takes back what can be");
    done = FALSE;
  }
  g_autofree char *subject =
      g_strdup_printf("%s: undone: %s", resolving->statement->id, step->description);
  done = done && put_texts(resolving, step->texts, error) &&
         (resolving->options->one ||
          (save(resolving, subject, "undo", error) && begin(resolving, error)));
  if (done)
    g_ptr_array_remove_index(steps, steps->len - 1);
  adref_session_unlock(resolving->session);
  return done;
}

guint adref_resolving_steps(const AdrefResolving *resolving)
{
  return resolving->steps->len;
}

gboolean adref_resolving_save(AdrefResolving *resolving, GError **error)
{
  GPtrArray *steps = resolving->steps;
  if (!resolving->options->one || steps->len == 0)
    return TRUE;
  AdrefSession *session = resolving->session;
  g_autoptr(GString) message = g_string_new(NULL);
  if (steps->len == 1)
    g_string_printf(message, "%s: %s", resolving->statement->id,
                    ((const Step *)steps->pdata[0])->description);
  else
    g_string_printf(message, "%s: %u brackets resolved\n", resolving->statement->id, steps->len);
  for (guint i = 0; i < steps->len && steps->len > 1; i++)
    g_string_append_printf(message, "\n%s", ((const Step *)steps->pdata[i])->description);
  gboolean done = adref_session_lock(session, error) &&
                  adref_repo_check_state(session->repo, error) &&
                  save(resolving, message->str, "resolve", error);
  adref_session_unlock(session);
  return done;
}
