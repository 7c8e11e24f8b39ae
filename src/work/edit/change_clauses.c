#include "work/edit/change_clauses.h"

#include <string.h>

#include "clause/node_copy.h"
#include "clause/proposals/bracket_build.h"
#include "clause/proposals/translation_to_come.h"
#include "clause/text/footnote_labels.h"
#include "exchange/text/speaking_id.h"
#include "work/edit/text_changes.h"
#include "work/edit/typed_words.h"
#include "work/select_bracket.h"
#include "work/select_clause.h"

static void put_behind(AdrefNode *clause, AdrefNode *after)
{
  if (after->next)
    adref_node_insert_before(after->next, clause);
  else
    adref_node_append(after->parent, clause);
}

static gboolean save(AdrefTextChanges *changes, const char *party, const char *action,
                     const char *subject, GError **error)
{
  AdrefSaveStatementOptions save_options = {.subject = subject, .party = party, .action = action};
  return adref_text_changes_save(changes, &save_options, error);
}

/* --- inserting --- */

/* The insertion while it is made. */
typedef struct {
  const AdrefInsertClauseOptions *options;
  AdrefTextChanges *changes;
  AdrefText *text;   /* in the language of the words */
  AdrefNode *after;  /* in it */
  AdrefNode *marker; /* a CLAUSE without blocks: kind, id and alt of the new clause */
  guint level;       /* of a heading that is inserted; 0: no heading */
  GPtrArray *behind; /* of char *: languages whose words are to come */
} InsertRequest;

static void clear(InsertRequest *self)
{
  adref_text_changes_free(self->changes);
  adref_node_free(self->marker);
  g_clear_pointer(&self->behind, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(InsertRequest, clear)

static gboolean has_id(const InsertRequest *self, const char *id)
{
  for (guint i = 0; i < self->changes->texts->len; i++) {
    const AdrefText *text = self->changes->texts->pdata[i];
    if (adref_clause_find(text->document, id))
      return TRUE;
  }
  return FALSE;
}

/* An id of a few of the words that no clause has. */
static char *make_id(const InsertRequest *self, const AdrefNode *clause)
{
  g_autofree char *words = adref_node_words(clause);
  g_auto(GStrv) parts = g_strsplit(words, " ", -1);
  g_autoptr(GString) some = g_string_new(NULL);
  guint taken = 0;
  for (char **part = parts; *part && taken < 4; part++)
    if (g_utf8_strlen(*part, -1) > 3 || !parts[1]) {
      g_string_append_printf(some, "%s ", *part);
      taken++;
    }
  g_autofree char *name = adref_speaking_id_of(some->str);
  const char *base = *name ? name : "new";
  char *id = g_strdup(base);
  for (guint number = 2; has_id(self, id); number++) {
    g_free(id);
    id = g_strdup_printf("%s-%u", base, number);
  }
  return id;
}

/* The clause of the words, with all its blocks; NULL with the error set. */
static AdrefNode *read_clause(const AdrefText *text, const char *words, GError **error)
{
  g_autoptr(AdrefNode) document = adref_text_parse(text, words, strlen(words), NULL, error);
  if (!document || !adref_typed_words_check_brackets(document, NULL, error))
    return NULL;
  AdrefNode *first = document->first;
  guint marked = 0;
  for (const AdrefNode *each = first; each; each = each->next)
    marked += each->as.clause->kind != ADREF_PLAIN;
  if (!first || marked > 1 || (marked == 1 && first->next)) {
    adref_error(error, ADREF_ERROR_REFUSED,
                first ? "the words are several clauses; insert them one by one"
                      : "there are no words of a clause");
    return NULL;
  }
  while (first->next) {
    AdrefNode *more = first->next;
    while (more->first) {
      AdrefNode *block = more->first;
      adref_node_unlink(block);
      adref_node_append(first, block);
    }
    adref_node_free(more);
  }
  adref_node_unlink(first);
  return first;
}

static gboolean make_marker(InsertRequest *self, const AdrefNode *clause, GError **error)
{
  AdrefClauseKind kind = clause->as.clause->kind, before = self->after->as.clause->kind;
  if (kind == ADREF_PLAIN)
    kind = before == ADREF_TITLE ? ADREF_OP : before;
  g_autofree char *id =
      clause->as.clause->id ? g_strdup(clause->as.clause->id) : make_id(self, clause);
  if (clause->as.clause->id && has_id(self, id)) {
    adref_error(error, ADREF_ERROR_REFUSED, "%s: there is a clause with this id already", id);
    return FALSE;
  }
  if (self->options->replaces && !self->after->as.clause->id) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: the clause has no id, by which an option names what it would replace",
                self->options->after);
    return FALSE;
  }
  self->marker = adref_node_new_clause(kind, id);
  self->marker->as.clause->from = g_strdup(clause->as.clause->from);
  self->level = clause->first->type == ADREF_HEADING ? clause->first->as.level : 0;
  if (self->options->replaces)
    self->marker->as.clause->alt = g_strdup(self->after->as.clause->id);
  return TRUE;
}

/* The words in a bracket of the party. FALSE: no bracket can hold them. */
static gboolean bracket_words(const InsertRequest *self, AdrefNode *clause, GError **error)
{
  AdrefNode *alternative = adref_bracket_wrap_clause(clause);
  if (alternative)
    adref_alternative_join(alternative, self->options->party, ADREF_POSITION_SUPPORT);
  else
    adref_error(error, ADREF_ERROR_REFUSED,
                "a table, code or HTML at the beginning or end of the clause cannot stand in "
                "brackets");
  return alternative != NULL;
}

/* A heading is one in every language, also where its words are typed without "##" or still to come.
 */
static void make_heading(AdrefNode *clause, guint level)
{
  AdrefNode *words = clause->first;
  if (!words || words->type != ADREF_PARAGRAPH)
    return;
  AdrefNode *heading = adref_node_new(ADREF_HEADING);
  heading->as.level = level;
  adref_node_insert_before(words, heading);
  adref_node_move_children(words, heading);
  adref_node_free(words);
}

/* Puts the words of a clause into a text, with the marker. Consumes `clause`. */
static gboolean put_clause(InsertRequest *self, AdrefText *text, AdrefNode *after,
                           AdrefNode *clause, GError **error)
{
  g_autoptr(AdrefNode) owned = clause;
  AdrefNode *new = adref_node_copy(self->marker);
  while (owned->first) {
    AdrefNode *block = owned->first;
    adref_node_unlink(block);
    adref_node_append(new, block);
  }
  if (self->level > 0)
    make_heading(new, self->level);
  put_behind(new, after);
  adref_footnote_labels_set_apart(new, text->document, NULL);
  adref_text_changes_mark(self->changes, text);
  return !self->options->proposes || bracket_words(self, new, error);
}

/* "[(translation to come)]", without a bracket where one of the party follows. */
static AdrefNode *words_to_come(const InsertRequest *self)
{
  AdrefNode *clause = adref_node_new_clause(ADREF_PLAIN, NULL);
  AdrefNode *words = adref_translation_to_come_words();
  adref_node_append(clause, words);
  if (!self->options->proposes)
    adref_bracket_wrap(words->first, words->last);
  return clause;
}

static gboolean insert_in(InsertRequest *self, AdrefText *text, GError **error)
{
  const char *typed = adref_typed_words_for(self->options->others, text->language);
  AdrefNode *after = adref_select_same_clause(text->document, self->after);
  if (!after) {
    adref_session_say(self->changes->session,
                      "%s: there is no clause behind which it could stand; left as it is",
                      text->name);
    return TRUE;
  }
  AdrefNode *clause = typed ? read_clause(text, typed, error) : words_to_come(self);
  if (!typed)
    g_ptr_array_add(self->behind, text->language);
  return clause && put_clause(self, text, after, clause, error);
}

static gboolean insert_all(InsertRequest *self, GError **error)
{
  self->after = adref_select_clause(self->text, self->options->after, error);
  AdrefNode *clause = self->after ? read_clause(self->text, self->options->words, error) : NULL;
  if (!clause)
    return FALSE;
  if (!make_marker(self, clause, error)) {
    adref_node_free(clause);
    return FALSE;
  }
  self->behind = g_ptr_array_new();
  for (guint i = 0; i < self->changes->texts->len; i++) {
    AdrefText *text = self->changes->texts->pdata[i];
    if (text != self->text && !insert_in(self, text, error)) {
      adref_node_free(clause);
      return FALSE;
    }
  }
  return put_clause(self, self->text, self->after, clause, error);
}

static void say_behind(const InsertRequest *self)
{
  for (guint i = 0; i < self->behind->len; i++)
    adref_session_say(self->changes->session,
                      "%s: the clause has " ADREF_TRANSLATION_TO_COME
                      "; adref edit %s %s --lang %s writes the words",
                      (const char *)self->behind->pdata[i], self->text->statement->id,
                      self->marker->as.clause->id, (const char *)self->behind->pdata[i]);
}

gboolean adref_insert_clause(AdrefSession *session, const AdrefStatement *statement,
                             const AdrefInsertClauseOptions *options, GError **error)
{
  g_auto(InsertRequest) self = {.options = options};
  if (!adref_typed_words_check(options->others, statement, error) ||
      !(self.changes = adref_text_changes_begin(session, statement, options->party, error)) ||
      !(self.text = adref_text_changes_find(self.changes, options->language, error)) ||
      !insert_all(&self, error))
    return FALSE;
  g_autofree char *name = adref_select_clause_name(self.marker);
  g_autofree char *behind = adref_select_clause_name(self.after);
  g_autofree char *who = options->proposes ? g_strdup_printf("%s proposes ", options->party) : NULL;
  g_autofree char *subject =
      g_strdup_printf("%s: %snew %s%s %s", statement->id, who ? who : "", name,
                      options->replaces ? " in the place of" : " behind", behind);
  if (!save(self.changes, options->party, options->proposes ? "propose" : "insert", subject, error))
    return FALSE;
  say_behind(&self);
  return TRUE;
}

/* --- deleting --- */

gboolean adref_delete_clause(AdrefSession *session, const AdrefStatement *statement,
                             const char *clause, const char *party, GError **error)
{
  g_autoptr(AdrefTextChanges) changes = adref_text_changes_begin(session, statement, party, error);
  AdrefText *text = changes ? changes->texts->pdata[0] : NULL;
  AdrefNode *node = text ? adref_select_whole_clause(text, clause, "delete", error) : NULL;
  if (!node)
    return FALSE;
  g_autofree char *name = adref_select_clause_name(node);
  for (guint i = changes->texts->len; i-- > 0;) {
    AdrefText *other = changes->texts->pdata[i];
    AdrefNode *same = i == 0 ? node : adref_select_same_clause(other->document, node);
    if (!same)
      continue;
    adref_node_free(same);
    adref_text_changes_mark(changes, other);
  }
  g_autofree char *subject = g_strdup_printf("%s: without %s", statement->id, name);
  return save(changes, party, "delete", subject, error);
}

/* --- moving --- */

static void move(AdrefNode *clause, AdrefNode *place, gboolean before)
{
  adref_node_unlink(clause);
  if (before)
    adref_node_insert_before(place, clause);
  else
    put_behind(clause, place);
}

/* Moves the clause in each text that has it and the place. */
static void move_all(AdrefTextChanges *changes, AdrefNode *node, AdrefNode *place, gboolean before)
{
  g_autofree char *name = adref_select_clause_name(node), *at = adref_select_clause_name(place);
  for (guint i = changes->texts->len; i-- > 0;) {
    AdrefText *text = changes->texts->pdata[i];
    AdrefNode *own = i == 0 ? node : adref_select_same_clause(text->document, node);
    AdrefNode *target = i == 0 ? place : adref_select_same_clause(text->document, place);
    if (!own || !target) {
      adref_session_say(changes->session, "%s: there is no %s in it; left as it is", text->name,
                        own ? at : name);
      continue;
    }
    move(own, target, before);
    adref_text_changes_mark(changes, text);
  }
}

gboolean adref_move_clause(AdrefSession *session, const AdrefStatement *statement,
                           const AdrefMoveClauseOptions *options, GError **error)
{
  g_autoptr(AdrefTextChanges) changes =
      adref_text_changes_begin(session, statement, options->party, error);
  AdrefText *text = changes ? changes->texts->pdata[0] : NULL;
  AdrefNode *node = text ? adref_select_whole_clause(text, options->clause, "move", error) : NULL;
  AdrefNode *place = node ? adref_select_clause(text, options->place, error) : NULL;
  if (!place)
    return FALSE;
  if (node == place || (options->before ? node->next == place : place->next == node)) {
    adref_error(error, ADREF_ERROR_REFUSED, "%s stands there already", options->clause);
    return FALSE;
  }
  g_autofree char *name = adref_select_clause_name(node);
  g_autofree char *at = adref_select_clause_name(place);
  move_all(changes, node, place, options->before);
  g_autofree char *subject = g_strdup_printf("%s: %s moved %s %s", statement->id, name,
                                             options->before ? "before" : "behind", at);
  return save(changes, options->party, "move", subject, error);
}
