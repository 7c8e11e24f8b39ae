#include "work/negotiate/take_position.h"

#include "clause/proposals/bracket_build.h"
#include "clause/proposals/row_brackets.h"
#include "clause/proposals/translation_to_come.h"
#include "work/edit/text_changes.h"
#include "work/negotiate/same_bracket.h"
#include "work/select_bracket.h"

enum {
  MAX_SUBJECT = 60, /* characters of a bracket in a subject */
};

/* The act while it is done. */
typedef struct {
  const AdrefTakePositionOptions *options;
  AdrefTextChanges *changes;
  AdrefSelectedBracket selected; /* in the rolling text */
  AdrefNode *alternative;
  char *name;   /* of the clause */
  char *words;  /* of the bracket before, shortened */
  guint number; /* of the alternative */
  AdrefBracketOutcome outcome;
  GHashTable *said; /* set of texts that have no such bracket */
} PositionRequest;

static void clear(PositionRequest *self)
{
  adref_text_changes_free(self->changes);
  g_clear_pointer(&self->said, g_hash_table_unref);
  g_free(self->name);
  g_free(self->words);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(PositionRequest, clear)

/* The alternative on which the party has a position; NULL: none, or several. */
static AdrefNode *own_alternative(const AdrefNode *bracket, const char *party)
{
  AdrefNode *found = NULL;
  for (guint i = 1; i <= adref_open_bracket_count(bracket); i++) {
    AdrefNode *each = adref_open_bracket_alternative(bracket, i);
    if (!adref_alternative_find_party(each, party, NULL))
      continue;
    if (found)
      return NULL;
    found = each;
  }
  return found;
}

static gboolean choose(PositionRequest *self, guint number, GError **error)
{
  gboolean withdraws = self->options->type == ADREF_TAKE_POSITION_WITHDRAW;
  AdrefNode *own = withdraws && number == 0
                       ? own_alternative(self->selected.bracket, self->options->party)
                       : NULL;
  if (withdraws && !adref_open_bracket_has_party(self->selected.bracket, self->options->party)) {
    g_autofree char *words = adref_select_bracket_words(self->selected.bracket, MAX_SUBJECT);
    adref_error(error, ADREF_ERROR_REFUSED, "%s has no position in %s", self->options->party,
                words);
    return FALSE;
  }
  self->alternative = own ? own : adref_select_alternative(&self->selected, number, error);
  return self->alternative != NULL;
}

/* Refuses what would change nothing. */
static gboolean check_changes(const PositionRequest *self, GError **error)
{
  const char *party = self->options->party;
  AdrefPositionVerb verb;
  gboolean has = adref_alternative_find_party(self->alternative, party, &verb);
  gboolean wants = has && (verb == ADREF_POSITION_SUPPORT || verb == ADREF_POSITION_RETAIN);
  AdrefTakePositionType type = self->options->type;
  if (type == ADREF_TAKE_POSITION_WITHDRAW && !has)
    adref_error(error, ADREF_ERROR_REFUSED, "%s has no position on alternative %u of %s", party,
                self->number, self->words);
  else if (type == ADREF_TAKE_POSITION_SUPPORT && wants)
    adref_error(error, ADREF_ERROR_REFUSED, "%s supports alternative %u of %s already", party,
                self->number, self->words);
  else if (type == ADREF_TAKE_POSITION_OPPOSE && has && verb == ADREF_POSITION_OPPOSE)
    adref_error(error, ADREF_ERROR_REFUSED, "%s opposes alternative %u of %s already", party,
                self->number, self->words);
  else if (type == ADREF_TAKE_POSITION_OPPOSE && wants)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s itself wants alternative %u of %s; adref withdraw gives it up", party,
                self->number, self->words);
  else if (self->selected.bracket->type == ADREF_BRACKET && self->selected.bracket->as.placeholder)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s stands for text that is to come; adref resolve --text writes it", self->words);
  else
    return TRUE;
  return FALSE;
}

static gboolean find(PositionRequest *self, GError **error)
{
  g_auto(AdrefBracketName) name;
  adref_bracket_name_read(self->options->bracket, &name);
  AdrefText *text = self->changes->texts->pdata[0];
  if (!adref_select_bracket(text, &name, &self->selected, error) ||
      !choose(self, name.alternative, error))
    return FALSE;
  self->name = adref_select_clause_name(self->selected.clause);
  self->words = adref_select_bracket_words(self->selected.bracket, MAX_SUBJECT);
  self->number = adref_open_bracket_number_of(self->alternative);
  return check_changes(self, error);
}

static AdrefBracketOutcome act(const PositionRequest *self, AdrefNode *alternative)
{
  const char *party = self->options->party;
  switch (self->options->type) {
  case ADREF_TAKE_POSITION_SUPPORT: adref_alternative_support(alternative, party); break;
  case ADREF_TAKE_POSITION_OPPOSE:
    adref_alternative_join(alternative, party, ADREF_POSITION_OPPOSE);
    break;
  case ADREF_TAKE_POSITION_WITHDRAW: return adref_alternative_withdraw(alternative, party);
  }
  return ADREF_BRACKET_STAYS;
}

/* The bracket in another language, or the words that are to come there. */
static AdrefNode *find_in(const PositionRequest *self, AdrefText *text, const AdrefNode *clause)
{
  AdrefSameBracketSource source = {self->changes->texts->pdata[0], self->selected.clause,
                                   self->selected.bracket, self->selected.number};
  AdrefSameBracketHow how;
  AdrefNode *bracket = adref_same_bracket_find(self->changes, &source, text, clause, &how);
  if (bracket) {
    adref_same_bracket_say(self->changes, text, clause, bracket, how);
    return adref_open_bracket_alternative(bracket, self->number);
  }
  AdrefNode *to_come = adref_translation_to_come_find(clause);
  gboolean own = to_come && (self->options->type != ADREF_TAKE_POSITION_WITHDRAW ||
                             adref_alternative_find_party(to_come, self->options->party, NULL));
  return own && !adref_alternative_is_base(self->alternative) ? to_come : NULL;
}

/* A party withdraws words for which those of another language are to come. They stay to come for
 * its other brackets of the clause, and where they are all that the clause has. */
static void withdraw_to_come(const PositionRequest *self, AdrefNode *to_come)
{
  const char *party = self->options->party;
  gboolean is_only = !to_come->prev && !to_come->next;
  if (adref_open_brackets_have_party(self->selected.clause, self->selected.bracket, party))
    return;
  if (is_only && !adref_open_bracket_is_whole_clause(self->selected.clause, self->selected.bracket))
    adref_alternative_leave(to_come, party);
  else
    adref_alternative_withdraw(to_come, party);
}

static void remove_empty(const PositionRequest *self, const AdrefText *text, AdrefNode *clause)
{
  if (adref_bracket_prune(clause))
    return;
  adref_node_free(clause);
  adref_session_say(self->changes->session, "%s: no word is left of %s; the clause is gone",
                    text->name, self->name);
}

static void act_in_others(const PositionRequest *self)
{
  for (guint i = 1; i < self->changes->texts->len; i++) {
    AdrefText *text = self->changes->texts->pdata[i];
    AdrefNode *clause = adref_select_same_clause(text->document, self->selected.clause);
    AdrefNode *alternative = clause ? find_in(self, text, clause) : NULL;
    if (!alternative) {
      if (g_hash_table_add(self->said, text))
        adref_session_say(self->changes->session, "%s: %s has no such bracket; left as it is",
                          text->name, self->name);
      continue;
    }
    if (self->options->type == ADREF_TAKE_POSITION_WITHDRAW &&
        adref_translation_to_come_is(alternative))
      withdraw_to_come(self, alternative);
    else
      act(self, alternative);
    remove_empty(self, text, clause);
    adref_text_changes_mark(self->changes, text);
  }
}

/* Acts in all languages, and in the rolling text last. */
static void act_everywhere(PositionRequest *self)
{
  AdrefNode *cell = self->selected.bracket->parent;
  act_in_others(self);
  self->outcome = act(self, self->alternative);
  if (cell && cell->type == ADREF_TABLE_CELL)
    adref_table_remove_empty(cell);
}

/* A row that came, or is to go, as a whole has one position in all its cells. From the last one on,
 * so that the numbers of those before it stay. */
static void act_on_row(PositionRequest *self, GPtrArray *row)
{
  g_autoptr(GArray) all = adref_open_brackets_list(self->selected.clause);
  for (guint i = all->len; i > 0; i--) {
    const AdrefOpenBracket *open = &g_array_index(all, AdrefOpenBracket, i - 1);
    if (!g_ptr_array_find(row, open->bracket, NULL))
      continue;
    self->selected.bracket = open->bracket;
    self->selected.number = open->number;
    self->alternative = adref_open_bracket_alternative(open->bracket, self->number);
    act_everywhere(self);
  }
}

static void say_outcome(const PositionRequest *self)
{
  const AdrefSession *session = self->changes->session;
  switch (self->outcome) {
  case ADREF_BRACKET_STAYS: return;
  case ADREF_BRACKET_LOST_ALTERNATIVE:
    adref_session_say(session, "%s: nobody proposes alternative %u any more; it is gone",
                      self->name, self->number);
    return;
  case ADREF_BRACKET_RESOLVED:
    adref_session_say(session, "%s: only base text was left; it stands without a bracket",
                      self->name);
    return;
  case ADREF_BRACKET_REMOVED:
    adref_session_say(session, "%s: nobody proposes these words any more; they are gone",
                      self->name);
    return;
  }
}

gboolean adref_take_position(AdrefSession *session, const AdrefStatement *statement,
                             const AdrefTakePositionOptions *options, GError **error)
{
  static const char *const verbs[] = {"supports", "opposes", "withdraws"};
  g_auto(PositionRequest) self = {.options = options, .said = g_hash_table_new(NULL, NULL)};
  self.changes = adref_text_changes_begin(session, statement, options->party, error);
  if (!self.changes || !find(&self, error))
    return FALSE;
  gboolean one = adref_open_bracket_count(self.selected.bracket) == 1, alike = FALSE;
  g_autoptr(GPtrArray) row = adref_row_brackets(self.selected.bracket, &alike);
  g_autofree char *which =
      one ? g_strdup(row && alike ? " the row of" : "")
          : g_strdup_printf(" %u of%s", self.number, row && alike ? " the row of" : "");
  g_autofree char *subject = g_strdup_printf("%s: %s %s%s %s on %s", statement->id, options->party,
                                             verbs[options->type], which, self.words, self.name);
  AdrefText *text = self.changes->texts->pdata[0];
  if (row && alike)
    act_on_row(&self, row);
  else
    act_everywhere(&self);
  remove_empty(&self, text, self.selected.clause);
  adref_text_changes_mark(self.changes, text);
  AdrefSaveStatementOptions save_options = {
      .subject = subject,
      .party = options->party,
      .action = options->type == ADREF_TAKE_POSITION_SUPPORT  ? "support"
                : options->type == ADREF_TAKE_POSITION_OPPOSE ? "oppose"
                                                              : "withdraw"};
  if (!adref_text_changes_save(self.changes, &save_options, error))
    return FALSE;
  say_outcome(&self);
  return TRUE;
}
