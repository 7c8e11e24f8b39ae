#include "work/negotiate/edit_stale.h"

#include <string.h>

#include "merge/compare/diff.h"
#include "view/criticmarkup/criticmarkup.h"
#include "work/changes/stale_translations.h"
#include "work/negotiate/record_act.h"
#include "work/rewrite.h"
#include "work/select_clause.h"
#include "work/text.h"

static const char reason[] = "The change of the source asks for none";

/* The edit of all clauses. */
typedef struct {
  AdrefSession *session;
  const AdrefStatement *statement;
  const AdrefEditOptions *options;
  guint changed, confirmed; /* clauses */
} StaleEdit;

/* A document of one clause of a text; without the clause it is empty. */
static AdrefNode *document_of(const AdrefText *text, const char *id)
{
  const AdrefNode *clause = text ? adref_clause_find(text->document, id) : NULL;
  g_autoptr(GString) words = clause ? adref_rewrite_clause_markdown(clause) : g_string_new(NULL);
  AdrefNode *document = text ? adref_text_parse(text, words->str, words->len, NULL, NULL) : NULL;
  return document ? document : adref_node_new(ADREF_DOCUMENT);
}

/* The redline of the source since the version in which the translation was touched. */
static GString *redline_of(const StaleEdit *self, const AdrefBehindClause *behind, GError **error)
{
  const char *id = self->statement->id;
  g_autoptr(AdrefText) now = adref_text_open(self->session, id, NULL, error);
  g_autoptr(AdrefText) then =
      now ? adref_text_open_version(self->session, id, behind->touched, now->language, NULL) : NULL;
  if (!now)
    return NULL;
  g_autoptr(AdrefNode) old = document_of(then, behind->clause);
  g_autoptr(AdrefNode) new = document_of(now, behind->clause);
  g_autoptr(AdrefNode) redline = adref_diff(old, new, now->language);
  return adref_criticmarkup_write(redline);
}

/* The lines above the words: what to do, and the redline without its marker. */
static char **note_of(const StaleEdit *self, const AdrefBehindClause *behind, GError **error)
{
  const char *rolling = self->statement->languages[0];
  g_autoptr(GString) redline = redline_of(self, behind, error);
  if (!redline)
    return NULL;
  GPtrArray *lines = g_ptr_array_new();
  g_ptr_array_add(
      lines, g_strdup_printf("%s changed as follows. Take this line out if %s needs no change.",
                             rolling, self->options->language));
  g_auto(GStrv) parts = g_strsplit(redline->str, "\n", -1);
  for (char **part = parts; *part; part++)
    if (**part && !g_str_has_prefix(*part, "<!--"))
      g_ptr_array_add(lines, g_strconcat(rolling, ": ", *part, NULL));
  g_ptr_array_add(lines, NULL);
  return (char **)g_ptr_array_free(lines, FALSE);
}

/* Records that the translation of the clause needs no change. */
static gboolean confirm(const StaleEdit *self, const char *clause, GError **error)
{
  char *const clauses[] = {(char *)(guintptr)clause};
  AdrefRecordActOptions act = {.type = ADREF_PARTY_ACT_TRANSLATION,
                               .party = self->options->party,
                               .reason = reason,
                               .language = self->options->language,
                               .clauses = clauses,
                               .count = 1};
  if (!act.party) {
    adref_error(error, ADREF_ERROR_USAGE,
                "%s: --as PARTY is needed to record that the translation needs no change", clause);
    return FALSE;
  }
  gboolean done = adref_session_lock(self->session, error) &&
                  adref_record_act(self->session, self->statement, &act, error);
  adref_session_unlock(self->session);
  return done;
}

static gboolean edit_clause(StaleEdit *self, const AdrefBehindClause *behind, GError **error)
{
  g_auto(GStrv) note = note_of(self, behind, error);
  AdrefEditOutcome outcome = ADREF_EDIT_OUTCOME_UNCHANGED;
  AdrefEditOptions options = *self->options;
  options.clause = behind->clause;
  options.note = note;
  options.outcome = &outcome;
  if (!note || !adref_edit_text(self->session, self->statement, &options, error))
    return FALSE;
  if (outcome == ADREF_EDIT_OUTCOME_CONFIRMED && !confirm(self, behind->clause, error))
    return FALSE;
  self->changed += outcome == ADREF_EDIT_OUTCOME_CHANGED ? 1 : 0;
  self->confirmed += outcome == ADREF_EDIT_OUTCOME_CONFIRMED ? 1 : 0;
  return TRUE;
}

gboolean adref_edit_stale(AdrefSession *session, const AdrefStatement *statement,
                          const AdrefEditOptions *options, GError **error)
{
  StaleEdit self = {.session = session, .statement = statement, .options = options};
  g_autoptr(GPtrArray) states = NULL;
  const GPtrArray *behind =
      adref_stale_translations_of(session, statement, options->language, &states, error);
  gboolean good = behind != NULL;
  for (guint i = 0; good && i < behind->len; i++)
    good = edit_clause(&self, behind->pdata[i], error);
  if (behind)
    adref_session_say(session, "%s: %s: %u changed, %u need no change, %u left", statement->id,
                      options->language, self.changed, self.confirmed,
                      behind->len - self.changed - self.confirmed);
  return good;
}
