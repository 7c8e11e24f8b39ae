#include "work/negotiate/propose.h"

#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/node_copy.h"
#include "clause/proposals/bracket_build.h"
#include "clause/proposals/bracket_list.h"
#include "clause/proposals/bracket_place.h"
#include "clause/proposals/translation_to_come.h"
#include "clause/text/footnote_labels.h"
#include "clause/word_place.h"
#include "merge/join/proposal_brackets.h"
#include "work/edit/text_changes.h"
#include "work/edit/typed_words.h"
#include "work/negotiate/same_bracket.h"
#include "work/select_bracket.h"
#include "work/select_clause.h"

enum {
  MAX_PLACES = 20,  /* that a message lists */
  AROUND = 30,      /* characters shown on each side of a place */
  MAX_SUBJECT = 60, /* characters of a bracket in a subject */
};

/* The proposal while it is made. */
typedef struct {
  const AdrefProposeOptions *options;
  AdrefTextChanges *changes;
  AdrefText *text; /* in the language of the words */
  AdrefAddress address;
  char *name;             /* "op training" */
  guint number;           /* of the bracket that was there, in its clause; 0: there was none */
  GHashTable *same;       /* AdrefText -> that bracket in it, found before it changed */
  AdrefBracketPlace made; /* of a proposal at one place */
  guint alternative;      /* the number of its alternative */
  char *subject;
  GPtrArray *behind;   /* of char *: languages whose words are to come */
  GPtrArray *messages; /* of char *: what is said when the version is saved */
} ProposeRequest;

static void clear(ProposeRequest *self)
{
  adref_text_changes_free(self->changes);
  g_free(self->name);
  g_clear_pointer(&self->same, g_hash_table_unref);
  g_free(self->subject);
  g_clear_pointer(&self->behind, g_ptr_array_unref);
  g_clear_pointer(&self->messages, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ProposeRequest, clear)

/* --- the place --- */

static void refuse_missing(const ProposeRequest *self, GError **error)
{
  const char *place = self->options->place;
  g_autofree char *nearest = adref_word_places_nearest(self->address.part, place);
  if (adref_word_places_cross(self->address.part, place))
    adref_error(error, ADREF_ERROR_REFUSED,
                "\"%s\" goes over the border of a bracket in %s; name words on one side of it, or "
                "give the whole clause with --text",
                place, self->name);
  else if (nearest)
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "\"%s\" does not stand in %s; the nearest words there are \"%s\"", place,
                self->name, nearest);
  else
    adref_error(error, ADREF_ERROR_NOT_FOUND,
                "\"%s\" does not stand in %s; adref show %s %s prints its words", place, self->name,
                self->text->statement->id, self->options->clause);
}

static char **describe_places(const GArray *places)
{
  char **lines = g_new0(char *, places->len + 1);
  for (guint i = 0; i < places->len; i++)
    lines[i] = adref_word_place_context(&g_array_index(places, AdrefWordPlace, i), AROUND);
  return lines;
}

static void refuse_several(const ProposeRequest *self, char *const *lines, GError **error)
{
  g_autoptr(GString) list = g_string_new(NULL);
  guint count = g_strv_length((char **)(guintptr)lines);
  for (guint i = 0; i < MIN(count, MAX_PLACES); i++)
    g_string_append_printf(list, "\n  %u. %s", i + 1, lines[i]);
  adref_error(error, ADREF_ERROR_REFUSED,
              "\"%s\" stands at %u places of %s; --nth N says which%s%s", self->options->place,
              count, self->name, list->str, count > MAX_PLACES ? "\n  ..." : "");
}

/* Which of several places, from 0; -1 with the error set. */
static gint choose_place(const ProposeRequest *self, const GArray *places, GError **error)
{
  guint nth = self->options->nth;
  if (nth > places->len) {
    adref_error(error, ADREF_ERROR_NOT_FOUND, "--nth %u: \"%s\" stands at %u place%s of %s", nth,
                self->options->place, places->len, places->len == 1 ? "" : "s", self->name);
    return -1;
  }
  if (nth > 0 || places->len == 1)
    return nth > 0 ? (gint)nth - 1 : 0;
  g_auto(GStrv) lines = describe_places(places);
  gint chosen = -1;
  if (self->options->choose) {
    g_autofree char *question = g_strdup_printf(
        "\"%s\" stands at %u places of %s:", self->options->place, places->len, self->name);
    chosen = self->options->choose(self->options->data, question, lines);
  }
  if (chosen < 0 || chosen >= (gint)places->len)
    refuse_several(self, lines, error);
  return chosen < (gint)places->len ? chosen : -1;
}

/* The siblings that are meant. */
static gboolean find_place(const ProposeRequest *self, AdrefNode **first, AdrefNode **last,
                           GError **error)
{
  if (strlen(self->options->place) > ADREF_WORD_PLACE_LIMIT) {
    adref_error(error, ADREF_ERROR_USAGE, "at most %d bytes of words are looked for",
                ADREF_WORD_PLACE_LIMIT);
    return FALSE;
  }
  g_autoptr(GArray) places = adref_word_places_find(self->address.part, self->options->place);
  if (places->len == 0) {
    refuse_missing(self, error);
    return FALSE;
  }
  gint chosen = choose_place(self, places, error);
  if (chosen < 0)
    return FALSE;
  adref_word_place_isolate(&g_array_index(places, AdrefWordPlace, chosen), first, last);
  return TRUE;
}

/* --- the proposal in the language of its words --- */

static guint number_of(const AdrefNode *clause, const AdrefNode *bracket)
{
  g_autoptr(GArray) brackets = adref_open_brackets_list(clause);
  for (guint i = 0; i < brackets->len; i++)
    if (g_array_index(brackets, AdrefOpenBracket, i).bracket == bracket)
      return i + 1;
  return 0;
}

/* Finds the bracket of the proposal in the other languages. */
static void find_same(ProposeRequest *self, const AdrefNode *bracket)
{
  AdrefSameBracketSource source = {self->text, self->address.clause, bracket, self->number};
  self->same = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < self->changes->texts->len; i++) {
    AdrefText *text = self->changes->texts->pdata[i];
    AdrefSameBracketHow how;
    const AdrefNode *clause =
        text != self->text ? adref_select_same_clause(text->document, self->address.clause) : NULL;
    AdrefNode *same =
        clause ? adref_same_bracket_find(self->changes, &source, text, clause, &how) : NULL;
    if (!same)
      continue;
    adref_same_bracket_say(self->changes, text, clause, same, how);
    g_hash_table_insert(self->same, text, same);
  }
}

/* Remembers the bracket that the proposal will change, also in the other languages. */
static void note_bracket(ProposeRequest *self, AdrefNode *first, AdrefNode *last)
{
  AdrefProposeType type = self->options->type;
  AdrefNode *bracket = adref_bracket_around(first);
  if (!bracket && (type == ADREF_PROPOSE_INSERT_AFTER || type == ADREF_PROPOSE_INSERT_BEFORE))
    bracket = adref_bracket_of_insertions(first, last, type == ADREF_PROPOSE_INSERT_AFTER);
  if (!bracket)
    return;
  self->number = number_of(self->address.clause, bracket);
  find_same(self, bracket);
}

/* Whether the party deletes words that only it proposes. */
static gboolean refuse_own(const ProposeRequest *self, const AdrefNode *first,
                           const AdrefNode *last, GError **error)
{
  const AdrefNode *alternative = first->parent;
  AdrefPositionVerb verb;
  if (self->options->type != ADREF_PROPOSE_DELETE || alternative->type != ADREF_ALTERNATIVE ||
      first->prev || last->next ||
      !adref_alternative_find_party(alternative, self->options->party, &verb) ||
      verb != ADREF_POSITION_SUPPORT)
    return TRUE;
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s itself proposes these words; adref withdraw %s:%u.%u --as %s takes them back",
              self->options->party, self->options->clause, self->number,
              adref_open_bracket_number_of(alternative), self->options->party);
  return FALSE;
}

static gboolean propose_at_place(ProposeRequest *self, GError **error)
{
  AdrefNode *first, *last;
  const AdrefProposeOptions *options = self->options;
  g_autoptr(AdrefNode) words =
      options->words ? adref_typed_words(self->text, options->words, error) : NULL;
  if ((options->words && !words) || !find_place(self, &first, &last, error))
    return FALSE;
  note_bracket(self, first, last);
  if (!refuse_own(self, first, last, error))
    return FALSE;
  gboolean behind = options->type == ADREF_PROPOSE_INSERT_AFTER;
  if (options->type == ADREF_PROPOSE_DELETE)
    self->made = adref_bracket_delete_at(first, last, options->party);
  else if (options->type == ADREF_PROPOSE_REPLACE)
    self->made = adref_bracket_replace_at(first, last, words, options->party);
  else
    self->made = adref_bracket_insert_at(first, last, behind, words, options->party);
  self->alternative = adref_open_bracket_number_of(self->made.alternative);
  return TRUE;
}

static gboolean propose_clause(ProposeRequest *self, GError **error)
{
  const char *words = self->options->words;
  guint count;
  g_autoptr(AdrefNode) proposed = adref_text_parse(self->text, words, strlen(words), NULL, error);
  if (proposed)
    adref_footnote_labels_set_apart(proposed, self->text->document, self->address.clause);
  if (!proposed || !adref_typed_words_check_brackets(proposed, self->address.clause, error) ||
      !adref_proposal_brackets(self->address.clause, proposed, self->options->party,
                               self->text->language, &count, error))
    return FALSE;
  if (count == 0)
    adref_error(error, ADREF_ERROR_REFUSED, "%s: the proposed words are those of %s",
                self->text->name, self->name);
  return count > 0;
}

/* What is proposed against is no longer agreed ad ref. */
static void remove_agreed(const ProposeRequest *self, AdrefText *text, AdrefNode *clause)
{
  g_autoptr(GPtrArray) marks = adref_node_find_all(clause, ADREF_AD_REF);
  for (guint i = 0; i < marks->len; i++)
    adref_node_free(marks->pdata[i]);
  if (marks->len > 0)
    g_ptr_array_add(self->messages,
                    g_strdup_printf("%s: %s is reopened; its mark [Agreed ad ref] is gone",
                                    text->name, self->name));
}

/* "JPN proposes on op training: [shall / should - JPN]". */
static void make_subject(ProposeRequest *self)
{
  const char *id = self->text->statement->id, *party = self->options->party;
  if (!self->made.bracket) {
    self->subject = g_strdup_printf("%s: %s proposes other words of %s", id, party, self->name);
    return;
  }
  g_autofree char *words = adref_select_bracket_words(self->made.bracket, MAX_SUBJECT);
  const char *verb = self->made.is_added || self->made.is_new      ? "proposes on"
                     : self->options->type == ADREF_PROPOSE_DELETE ? "wants deleted in"
                                                                   : "supports on";
  self->subject = g_strdup_printf("%s: %s %s %s: %s", id, party, verb, self->name, words);
}

/* --- other languages --- */

/* The same bracket in another language gets the same position; FALSE: it has none. */
static gboolean follow_bracket(ProposeRequest *self, AdrefText *text, const char *typed,
                               gboolean *to_come, GError **error)
{
  AdrefNode *bracket = self->same ? g_hash_table_lookup(self->same, text) : NULL;
  if (!bracket || (self->made.is_added && bracket->type != ADREF_BRACKET))
    return FALSE;
  if (self->made.is_added && typed && strstr(typed, ADREF_TYPED_ARROW))
    return FALSE; /* it names the words of the alternative that change */
  const char *party = self->options->party;
  *to_come = self->made.is_added && !typed;
  if (!self->made.is_added) {
    AdrefNode *alternative = adref_open_bracket_alternative(bracket, self->alternative);
    if (self->options->type == ADREF_PROPOSE_DELETE)
      adref_alternative_join(alternative, party, ADREF_POSITION_DELETE);
    else
      adref_alternative_support(alternative, party);
    return TRUE;
  }
  g_autoptr(AdrefNode) words =
      typed ? adref_typed_words(text, typed, error) : adref_translation_to_come_words();
  if (words)
    adref_bracket_propose(bracket, words, party);
  return words != NULL;
}

/* The clause with other words at the only place of `old`, as a document; NULL on failure. */
static AdrefNode *clause_with(const AdrefText *text, const AdrefNode *clause, const char *old,
                              const char *new, GError **error)
{
  g_autoptr(AdrefNode) document = adref_node_new(ADREF_DOCUMENT);
  adref_node_append(document, adref_node_copy_tree(clause, ADREF_KEPT));
  if (!adref_typed_words_replace(text, document->first, "the clause", old, new, error))
    return NULL;
  g_autoptr(GString) written = adref_canonical(document);
  return adref_text_parse(text, written->str, written->len, NULL, error);
}

/* What was put in, or taken out, in one language is so in another one: of "OLD => NEW" only what
 * differs is bracketed. FALSE: that is not one bracket of this kind, and nothing was done. */
static gboolean bracket_difference(const ProposeRequest *self, const AdrefText *text,
                                   AdrefNode *clause, const char *old, const char *new)
{
  const char *party = self->options->party;
  g_autoptr(AdrefNode) proposed = clause_with(text, clause, old, new, NULL);
  g_autoptr(AdrefNode) tried = adref_node_copy_tree(clause, ADREF_KEPT);
  guint count = 0;
  if (!proposed || !adref_proposal_brackets(tried, proposed, party, text->language, &count, NULL))
    return FALSE;
  g_autoptr(GArray) was = adref_open_brackets_list(clause), is = adref_open_brackets_list(tried);
  if (count != 1 || is->len != was->len + 1)
    return FALSE;
  return adref_proposal_brackets(clause, proposed, party, text->language, &count, NULL);
}

/* "OLD => NEW" in a clause. */
static gboolean replace_words(const ProposeRequest *self, AdrefText *text, AdrefNode *clause,
                              const char *old, const char *new, GError **error)
{
  AdrefWordPlace place;
  if (!adref_typed_words_place(text, clause, self->name, old, &place, error))
    return FALSE;
  if (self->options->type != ADREF_PROPOSE_REPLACE &&
      *new &&bracket_difference(self, text, clause, old, new))
    return TRUE;
  g_autoptr(AdrefNode) words = *new ? adref_typed_words(text, new, error) : NULL;
  if (*new && !words)
    return FALSE;
  AdrefNode *first, *last;
  adref_word_place_isolate(&place, &first, &last);
  if (words)
    adref_bracket_replace_at(first, last, words, self->options->party);
  else
    adref_bracket_delete_at(first, last, self->options->party);
  return TRUE;
}

static gboolean follow_words(const ProposeRequest *self, AdrefText *text, AdrefNode *clause,
                             const char *typed, GError **error)
{
  g_autofree char *old = NULL, *new = NULL;
  if (adref_typed_words_divide(typed, &old, &new))
    return replace_words(self, text, clause, old, new, error);
  guint count;
  g_autoptr(AdrefNode) proposed = adref_text_parse(text, typed, strlen(typed), NULL, error);
  if (proposed)
    adref_footnote_labels_set_apart(proposed, text->document, clause);
  if (!proposed || !adref_typed_words_check_brackets(proposed, clause, error) ||
      !adref_proposal_brackets(clause, proposed, self->options->party, text->language, &count,
                               error))
    return FALSE;
  if (count == 0)
    adref_error(error, ADREF_ERROR_REFUSED, "--lang %s: these are the words of %s as they are",
                text->language, self->name);
  return count > 0;
}

static gboolean follow(ProposeRequest *self, AdrefText *text, GError **error)
{
  const char *typed = adref_typed_words_for(self->options->others, text->language);
  AdrefNode *clause = adref_select_same_clause(text->document, self->address.clause);
  gboolean to_come = FALSE;
  g_autoptr(GError) cause = NULL;
  if (!clause) {
    g_ptr_array_add(self->messages, g_strdup_printf("%s: there is no %s in it; left as it is",
                                                    text->name, self->name));
    return TRUE;
  }
  gboolean done = follow_bracket(self, text, typed, &to_come, &cause);
  if (!done && !cause && typed)
    done = follow_words(self, text, clause, typed, &cause);
  else if (!done && !cause)
    done = to_come = adref_translation_to_come_wrap(clause, self->options->party);
  if (cause) {
    g_propagate_error(error, g_steal_pointer(&cause));
    return FALSE;
  }
  if (to_come)
    g_ptr_array_add(self->behind, text->language);
  if (done) {
    remove_agreed(self, text, clause);
    adref_text_changes_mark(self->changes, text);
  } else {
    g_ptr_array_add(self->messages,
                    g_strdup_printf("%s: no bracket can stand around %s; left as it is", text->name,
                                    self->name));
  }
  return TRUE;
}

static gboolean follow_all(ProposeRequest *self, GError **error)
{
  self->behind = g_ptr_array_new();
  for (guint i = 0; i < self->changes->texts->len; i++) {
    AdrefText *text = self->changes->texts->pdata[i];
    if (text != self->text && !follow(self, text, error))
      return FALSE;
  }
  return TRUE;
}

static void say_all(const ProposeRequest *self)
{
  for (guint i = 0; i < self->messages->len; i++)
    adref_session_say(self->changes->session, "%s", (const char *)self->messages->pdata[i]);
  for (guint i = 0; i < self->behind->len; i++) {
    const char *language = self->behind->pdata[i];
    adref_session_say(self->changes->session,
                      "%s: %s stands in a bracket with " ADREF_TRANSLATION_TO_COME
                      "; adref edit %s %s --lang %s writes the words",
                      language, self->name, self->text->statement->id, self->options->clause,
                      language);
  }
}

static gboolean make(ProposeRequest *self, GError **error)
{
  if (!adref_select_part(self->text, self->options->clause, &self->address, error))
    return FALSE;
  self->name = adref_select_clause_name(self->address.clause);
  gboolean done = self->options->type == ADREF_PROPOSE_CLAUSE ? propose_clause(self, error)
                                                              : propose_at_place(self, error);
  if (!done)
    return FALSE;
  make_subject(self);
  remove_agreed(self, self->text, self->address.clause);
  adref_text_changes_mark(self->changes, self->text);
  return follow_all(self, error);
}

gboolean adref_propose(AdrefSession *session, const AdrefStatement *statement,
                       const AdrefProposeOptions *options, GError **error)
{
  g_auto(ProposeRequest) self = {.options = options};
  self.messages = g_ptr_array_new_with_free_func(g_free);
  if (!adref_typed_words_check(options->others, statement, error) ||
      !(self.changes = adref_text_changes_begin(session, statement, options->party, error)) ||
      !(self.text = adref_text_changes_find(self.changes, options->language, error)) ||
      !make(&self, error))
    return FALSE;
  AdrefSaveStatementOptions save_options = {
      .subject = self.subject, .party = options->party, .action = "propose"};
  if (!adref_text_changes_save(self.changes, &save_options, error))
    return FALSE;
  say_all(&self);
  return TRUE;
}
