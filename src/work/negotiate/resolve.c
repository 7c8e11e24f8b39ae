#include "work/negotiate/resolve.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/proposals/bracket_build.h"
#include "clause/proposals/translation_to_come.h"
#include "merge/join/proposal_brackets.h"
#include "work/edit/text_changes.h"
#include "work/edit/typed_words.h"
#include "work/needs.h"
#include "work/negotiate/resolve_decision.h"
#include "work/negotiate/same_bracket.h"
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

struct AdrefResolving {
  AdrefSession *session;
  const AdrefStatement *statement;
  const AdrefResolvingOptions *options;
  AdrefTextChanges *changes;
  AdrefText *text;  /* whose brackets are listed */
  GArray *brackets; /* of it; NULL: not listed since the last step */
  GPtrArray *steps; /* of Step */
  GHashTable *said; /* set of texts without a bracket of the row that is decided; NULL: no row */
};

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

/* The words that a resolution gives for the text of the step; NULL: none. */
static const char *own_words(const AdrefResolving *self, const AdrefResolution *resolution)
{
  return resolution->words ? resolution->words
                           : adref_typed_words_for(resolution->others, self->text->language);
}

/* Whether a choice takes words of a bracket that are still to come. */
static gboolean takes_to_come(const AdrefNode *bracket, const AdrefResolution *resolution,
                              const AdrefResolveChoice *choice)
{
  if (resolution->how == ADREF_RESOLVE_BOTH)
    return adref_translation_to_come_find(bracket) != NULL;
  return choice->alternative && adref_translation_to_come_is(choice->alternative);
}

/* What adref writes for words that are to come is no word of a text: where it would be taken, or
 * the clause would go because it has no other, the resolution gives the words. */
static gboolean choose(const AdrefResolving *self, const AdrefNode *bracket,
                       const AdrefResolution *resolution, AdrefResolveChoice *choice,
                       GError **error)
{
  const AdrefParties *parties = adref_library_parties(self->session->library);
  if (!adref_resolve_choose(parties, bracket, resolution, choice, error))
    return FALSE;
  const char *language = self->text->language, *id = self->statement->id;
  if (takes_to_come(bracket, resolution, choice) && !own_words(self, resolution)) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "the words in %s are still to come, so they cannot be taken; --lang %s=WORDS gives "
                "them",
                language, language);
    return FALSE;
  }
  const AdrefNode *only = adref_open_bracket_alternative(bracket, 1);
  if (choice->removes && self->text != self->changes->texts->pdata[0] &&
      adref_open_bracket_count(bracket) == 1 && adref_translation_to_come_is(only)) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "the clause has no other words in %s; --text WORDS writes them, and adref delete "
                "%s CLAUSE takes it out of every language",
                language, id);
    return FALSE;
  }
  return TRUE;
}

gboolean adref_resolving_applies(const AdrefResolving *resolving, const AdrefNode *bracket,
                                 const AdrefResolution *resolution, GError **error)
{
  AdrefResolveChoice choice;
  return choose(resolving, bracket, resolution, &choice, error);
}

/* A clause without a word is no clause. Whether it is one still. */
static gboolean remove_empty(const AdrefResolving *self, const AdrefText *text, AdrefNode *clause)
{
  g_autofree char *name = adref_select_clause_name(clause);
  if (adref_bracket_prune(clause))
    return TRUE;
  adref_node_free(clause);
  adref_session_say(self->session, "%s: no word is left of %s; the clause is gone", text->name,
                    name);
  return FALSE;
}

/* --- the other languages --- */

typedef struct {
  const AdrefNode *clause;  /* in the text of the step, before it */
  const AdrefNode *bracket; /* in it */
  char *name;               /* of the clause */
  guint number;             /* of the bracket in it */
  guint alternative;        /* the number of the one that is taken; 0: none */
  gboolean takes_base;      /* no proposal is taken: base text stays, or an insertion goes */
} Resolved;

static void say_left(const AdrefResolving *self, const AdrefText *text, const Resolved *resolved,
                     const char *why)
{
  adref_session_say(self->session, "%s: %s, bracket %u: %s", text->name, resolved->name,
                    resolved->number, why);
}

/* The parties of words that are to come leave them, but for those of other brackets of the clause,
 * whose words are to come too. Whether some stay. */
static gboolean leave_to_come(const Resolved *resolved, AdrefNode *to_come)
{
  const GPtrArray *groups = adref_alternative_groups(to_come);
  g_autoptr(GPtrArray) parties = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; groups && i < groups->len; i++)
    for (char **code = ((const AdrefPosition *)groups->pdata[i])->parties; *code; code++)
      g_ptr_array_add(parties, g_strdup(*code));
  for (guint i = 0; i < parties->len; i++)
    if (!adref_open_brackets_have_party(resolved->clause, resolved->bracket, parties->pdata[i]))
      adref_alternative_leave(to_come, parties->pdata[i]);
  return adref_alternative_groups(to_come) != NULL;
}

/* Puts words in the place of those that are to come: all of them, or "OLD => NEW" in base text. */
static gboolean put_words_to_come(AdrefText *text, AdrefNode *clause, const char *name,
                                  AdrefNode *to_come, const char *words, GError **error)
{
  AdrefNode *bracket = to_come->parent, *base = adref_bracket_base(bracket);
  g_autofree char *old = NULL, *new = NULL;
  if (!adref_typed_words_divide(words, &old, &new))
    return adref_resolve_put_words(text, bracket, words, error);
  if (base && base != to_come) {
    adref_bracket_take(base);
    return adref_typed_words_replace(text, clause, name, old, new, error);
  }
  adref_error(error, ADREF_ERROR_REFUSED,
              "--lang %s: %s has no words that \"%s\" could change; give all of them",
              text->language, name, words);
  return FALSE;
}

/* A bracket with "(translation to come)" around the clause. */
static gboolean resolve_to_come(AdrefResolving *self, AdrefText *text, AdrefNode *clause,
                                AdrefNode *to_come, const Resolved *resolved, const char *words,
                                GError **error)
{
  AdrefNode *bracket = to_come->parent;
  if (resolved->takes_base) {
    gboolean stays = leave_to_come(resolved, to_come);
    AdrefNode *base = stays ? NULL : adref_bracket_base(bracket);
    if (stays)
      say_left(self, text, resolved,
               "words of other brackets of the clause are still to come; left open");
    else if (base && base != to_come)
      adref_bracket_take(base);
    else if (adref_open_bracket_is_whole_clause(resolved->clause, resolved->bracket))
      adref_bracket_remove(bracket);
  } else if (words) {
    if (!put_words_to_come(text, clause, resolved->name, to_come, words, error))
      return FALSE;
  } else {
    g_autofree char *why = g_strdup_printf(
        "the words are still to come; left open, adref edit %s %s --lang %s writes them",
        self->statement->id, clause->as.clause->id ? clause->as.clause->id : "CLAUSE",
        text->language);
    say_left(self, text, resolved, why);
    return TRUE;
  }
  adref_text_changes_mark(self->changes, text);
  remove_empty(self, text, clause);
  return TRUE;
}

static gboolean resolve_in(AdrefResolving *self, AdrefText *text, const AdrefResolution *resolution,
                           const Resolved *resolved, GError **error)
{
  const char *words = adref_typed_words_for(resolution->others, text->language);
  AdrefNode *clause = adref_select_same_clause(text->document, resolved->clause);
  AdrefSameBracketSource source = {self->text, resolved->clause, resolved->bracket,
                                   resolved->number};
  AdrefSameBracketHow how = ADREF_SAME_BRACKET_ONLY;
  AdrefNode *bracket =
      clause ? adref_same_bracket_find(self->changes, &source, text, clause, &how) : NULL;
  AdrefNode *to_come = clause ? adref_translation_to_come_find(clause) : NULL;
  if (!clause)
    return TRUE;
  if (to_come && (!bracket || to_come->parent == bracket))
    return resolve_to_come(self, text, clause, to_come, resolved, words, error);
  if (!bracket || (resolution->how == ADREF_RESOLVE_TEXT && !words)) {
    if (bracket || !self->said || g_hash_table_add(self->said, text))
      say_left(self, text, resolved,
               bracket ? "left open; --lang LANG=WORDS gives its words"
                       : "there is no such bracket in this language; left as it is");
    return TRUE;
  }
  if (words && (resolution->how != ADREF_RESOLVE_TEXT || strstr(words, ADREF_TYPED_ARROW))) {
    adref_error(error, ADREF_ERROR_USAGE,
                resolution->how == ADREF_RESOLVE_TEXT
                    ? "--lang %s: the words of the bracket are given, without " ADREF_TYPED_ARROW
                    : "--lang %s: the bracket has its words in this language; --lang goes with "
                      "--text, or with words that are still to come",
                text->language);
    return FALSE;
  }
  adref_same_bracket_say(self->changes, text, clause, bracket, how);
  AdrefResolveChoice choice = {.removes = resolved->alternative == 0};
  choice.alternative = adref_open_bracket_alternative(bracket, resolved->alternative);
  if (!adref_resolve_carry_out(text, clause, bracket, resolution, &choice, words, error))
    return FALSE;
  adref_text_changes_mark(self->changes, text);
  remove_empty(self, text, clause);
  return TRUE;
}

/* `open` loses its clause where no word of it is left. */
static gboolean resolve_all(AdrefResolving *self, AdrefOpenBracket *open,
                            const AdrefResolution *resolution, GError **error)
{
  AdrefResolveChoice choice;
  if (!choose(self, open->bracket, resolution, &choice, error))
    return FALSE;
  g_autofree char *name = adref_select_clause_name(open->clause);
  Resolved resolved = {.clause = open->clause,
                       .bracket = open->bracket,
                       .name = name,
                       .number = open->number,
                       .takes_base = choice.removes && adref_resolve_is_insertion(open->bracket)};
  gboolean to_come = takes_to_come(open->bracket, resolution, &choice);
  if (choice.alternative) {
    resolved.alternative = adref_open_bracket_number_of(choice.alternative);
    resolved.takes_base = !to_come && adref_alternative_is_base(choice.alternative);
  }
  for (guint i = 0; i < self->changes->texts->len; i++)
    if (self->changes->texts->pdata[i] != self->text &&
        !resolve_in(self, self->changes->texts->pdata[i], resolution, &resolved, error))
      return FALSE;
  AdrefText *text = self->text;
  AdrefNode *waiting = to_come ? adref_translation_to_come_find(open->bracket) : NULL;
  if (waiting ? !put_words_to_come(text, open->clause, name, waiting, own_words(self, resolution),
                                   error)
              : !adref_resolve_carry_out(text, open->clause, open->bracket, resolution, &choice,
                                         resolution->words, error))
    return FALSE;
  adref_text_changes_mark(self->changes, text);
  if (!remove_empty(self, text, open->clause))
    open->clause = NULL;
  return TRUE;
}

/* --- marks of agreement --- */

static AdrefNode *last_block(const AdrefNode *clause)
{
  AdrefNode *found = NULL;
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk)) {
    if (walk.entering && walk.node->type == ADREF_FOOTNOTE_TEXT)
      adref_walk_skip(&walk);
    else if (walk.entering && walk.node->type == ADREF_PARAGRAPH && walk.node->first)
      found = walk.node;
  }
  return found;
}

static gboolean has_mark(const AdrefNode *clause)
{
  AdrefWalk walk = adref_walk(clause);
  while (adref_walk_next(&walk))
    if (walk.node->type == ADREF_AD_REF)
      return TRUE;
  return FALSE;
}

/* Marks a clause of a text. */
static gboolean mark_clause(AdrefResolving *self, AdrefText *text, AdrefNode *clause,
                            GError **error)
{
  g_autofree char *name = adref_select_clause_name(clause);
  g_autoptr(GArray) open = adref_open_brackets_list(clause);
  AdrefNode *block = last_block(clause);
  if (open->len > 0)
    adref_error(error, ADREF_ERROR_REFUSED,
                "--ad-ref: %s has %u open bracket%s in %s; it is marked when none is open", name,
                open->len, open->len == 1 ? "" : "s", text->language);
  else if (has_mark(clause))
    adref_error(error, ADREF_ERROR_REFUSED, "--ad-ref: %s is marked [Agreed ad ref] already", name);
  else if (!block)
    adref_error(error, ADREF_ERROR_REFUSED, "--ad-ref: %s has no paragraph that could be marked",
                name);
  else {
    adref_node_append(block, adref_node_new(ADREF_AD_REF));
    adref_text_changes_mark(self->changes, text);
    return TRUE;
  }
  return FALSE;
}

/* Marks the clause in every language in which none of its brackets is open. */
static gboolean mark_all(AdrefResolving *self, AdrefNode *clause, GError **error)
{
  if (!mark_clause(self, self->text, clause, error))
    return FALSE;
  for (guint i = 0; i < self->changes->texts->len; i++) {
    AdrefText *text = self->changes->texts->pdata[i];
    if (text == self->text)
      continue;
    AdrefNode *same = adref_select_same_clause(text->document, clause);
    g_autoptr(GError) cause = NULL;
    if (same && !has_mark(same) && !mark_clause(self, text, same, &cause))
      adref_session_say(self->session, "%s: %s", text->name, cause->message);
  }
  return TRUE;
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
  gboolean to_come = takes_to_come(open->bracket, resolution, choice);
  g_autofree char *taken = to_come ? g_strdup(own_words(self, resolution))
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
    done = resolve_all(self, each, &decision->resolution, error);
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
  if (!choose(resolving, open.bracket, resolution, &choice, error))
    return give_up(resolving, before);
  g_auto(AdrefResolveDecision) decision;
  adref_resolve_decide(adref_library_parties(resolving->session->library),
                       adref_resolving_brackets(resolving), &open, resolution, &choice, &decision);
  say_inner(resolving, &open, &decision);
  g_autofree char *description = describe(resolving, &open, resolution, &choice, decision.is_row);
  if (!resolve_decided(resolving, &decision, &open, error) ||
      (resolution->ad_ref && open.clause && !mark_all(resolving, open.clause, error)))
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
  if (!node || !mark_all(resolving, node, error))
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
