#include "work/negotiate/act_clauses.h"

#include <string.h>

#include "clause/brackets/word_bracket.h"
#include "sign/adoption.h"
#include "sign/language_states.h"
#include "sign/suspected_places.h"
#include "work/check/silence_status.h"
#include "work/check/whole_text.h"
#include "work/clause_list.h"
#include "work/select_clause.h"

static const char *const commands[] = {[ADREF_PARTY_ACT_AGREE] = "agree",
                                       [ADREF_PARTY_ACT_RESERVE] = "reserve",
                                       [ADREF_PARTY_ACT_REOPEN] = "reopen",
                                       [ADREF_PARTY_ACT_DIFFERENCE] = "agree --difference",
                                       [ADREF_PARTY_ACT_DISASSOCIATE] = "reserve --disassociate",
                                       [ADREF_PARTY_ACT_WORDS] = "agree --as-words",
                                       [ADREF_PARTY_ACT_TRANSLATION] = "edit --stale",
                                       [ADREF_PARTY_ACT_WORKING_GROUP] = "agree --in working-group",
                                       [ADREF_PARTY_ACT_CONFIRM] = "confirm"};

static AdrefPartyStatus party_status(const AdrefActRequest *self, const char *id)
{
  return adref_party_status_of(self->party, id, self->records,
                               adref_library_parties(self->session->library), self->hashes);
}

static void count_open(const AdrefActRequest *self, const char *id, guint *brackets,
                       guint *placeholders)
{
  *brackets = *placeholders = 0;
  for (guint i = 0; i < self->language_versions->items->len; i++) {
    const AdrefLanguageVersion *language_version = self->language_versions->items->pdata[i];
    const AdrefNode *clause = g_hash_table_lookup(language_version->clauses, id);
    guint some_brackets = 0, some_placeholders = 0;
    if (clause)
      adref_language_versions_count_open(clause, &some_brackets, &some_placeholders);
    *brackets = MAX(*brackets, some_brackets);
    *placeholders = MAX(*placeholders, some_placeholders);
  }
}

/* The first place of a clause that looks like a position and is not settled, or NULL. */
static const AdrefSuspectedPlace *find_suspected(const AdrefActRequest *self, const char *id)
{
  for (guint i = 0; i < self->suspected->len; i++) {
    const AdrefSuspectedPlace *place = self->suspected->pdata[i];
    if (!place->settled && g_strcmp0(place->clause, id) == 0)
      return place;
  }
  return NULL;
}

static gboolean refuse_open(const AdrefActRequest *self, const char *id, GError **error)
{
  guint brackets, placeholders;
  const AdrefNode *option = g_hash_table_lookup(self->open_options, id);
  if (option) {
    g_autofree char *what = adref_language_versions_option_words(option);
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: %s; choose one: delete the other, and take alt= out of the marker", id, what);
    return TRUE;
  }
  const AdrefSuspectedPlace *suspected = find_suspected(self, id);
  if (suspected) {
    g_autofree char *line = adref_suspected_place_line(suspected);
    g_autofree char *state = adref_suspected_place_state(suspected);
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s%s: adref agree --as-words %s; only words that stand can be agreed", line, state,
                id);
    return TRUE;
  }
  count_open(self, id, &brackets, &placeholders);
  if (brackets + placeholders == 0)
    return FALSE;
  adref_error(error, ADREF_ERROR_REFUSED, "%s: %s; only words that stand can be agreed", id,
              brackets > 0 ? "a bracket is open" : "its text is to come");
  return TRUE;
}

/* Whether an act of the party is of the clause as it is now. */
static gboolean is_of_now(const AdrefActRequest *self, GHashTable *items, const char *id)
{
  const AdrefPartyActItem *item = items ? g_hash_table_lookup(items, id) : NULL;
  g_autofree char *now = adref_clause_hashes_text(self->hashes, id);
  return item && strcmp(item->hashes, now) == 0;
}

/* Whether the party has accepted the differences of a clause as they are now. */
static gboolean has_accepted(const AdrefActRequest *self, const char *id)
{
  const AdrefPartyRecord *record = g_hash_table_lookup(self->records, self->party);
  return is_of_now(self, record ? record->differences : NULL, id);
}

/* The same of what it called words. */
static gboolean has_said_words(const AdrefActRequest *self, const char *id)
{
  const AdrefPartyRecord *record = g_hash_table_lookup(self->records, self->party);
  return is_of_now(self, record ? record->words : NULL, id);
}

/* Whether something in the clause looks open and may be words, in any language. */
static gboolean may_be_words(const AdrefActRequest *self, const char *id)
{
  if (find_suspected(self, id))
    return TRUE;
  for (guint i = 0; i < self->language_versions->items->len; i++) {
    const AdrefLanguageVersion *version = self->language_versions->items->pdata[i];
    const AdrefNode *clause = g_hash_table_lookup(version->clauses, id);
    AdrefWalk walk = adref_walk(clause);
    while (clause && adref_walk_next(&walk))
      if (walk.entering && !walk.node->as.settled && adref_word_bracket_may_be_words(walk.node))
        return TRUE;
  }
  return FALSE;
}

static gboolean add_words(AdrefActRequest *self, AdrefNode *clause, GError **error)
{
  char *id = clause->as.clause->id;
  if (!may_be_words(self, id))
    adref_error(
        error, ADREF_ERROR_REFUSED,
        "%s: nothing there looks open and may be words, such as [1], [Art. 5], [x], or what "
        "adref status lists as looking like a position",
        id);
  else {
    g_ptr_array_add(self->clauses, clause);
    g_ptr_array_add(self->ids, id);
    return TRUE;
  }
  return FALSE;
}

static gboolean differs(const AdrefActRequest *self, const char *id)
{
  for (guint i = 0; i < self->states->len; i++) {
    const AdrefLanguageState *state = self->states->pdata[i];
    for (guint j = 0; j < state->differences->len; j++) {
      const AdrefLanguageDifference *difference = state->differences->pdata[j];
      if (g_strcmp0(difference->clause, id) == 0 &&
          adref_language_difference_is_acceptable(difference))
        return TRUE;
    }
  }
  return FALSE;
}

static gboolean add_difference(AdrefActRequest *self, AdrefNode *clause, GError **error)
{
  char *id = clause->as.clause->id;
  if (!differs(self, id))
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: there is no difference that can be accepted; adref status --languages lists "
                "what differs (order, numbers and levels of headings must be put in step)",
                id);
  else if (!refuse_open(self, id, error)) {
    g_ptr_array_add(self->clauses, clause);
    g_ptr_array_add(self->ids, id);
    return TRUE;
  }
  return FALSE;
}

/* A clause by its id, which also names one that only another language has, or by its number. */
static AdrefNode *select_clause(const AdrefActRequest *self, const char *name, GError **error)
{
  AdrefPartyActType type = self->options->type;
  gboolean any = !adref_act_agrees(type) && type != ADREF_PARTY_ACT_RESERVE;
  for (guint i = 0; any && i < self->language_versions->items->len; i++) {
    const AdrefLanguageVersion *version = self->language_versions->items->pdata[i];
    AdrefNode *clause = g_hash_table_lookup(version->clauses, name);
    if (clause)
      return clause;
  }
  return adref_select_whole_clause(self->text, name, commands[type], error);
}

/* The statement of the party itself that pages print with the clause; NULL: there is none. */
static const char *stated(const AdrefActRequest *self, AdrefPartyStatus now)
{
  return now.item && strcmp(now.by, self->party) == 0 ? adref_party_act_item_statement(now.item)
                                                      : NULL;
}

static gboolean is_confirmed(const AdrefActRequest *self, const char *id)
{
  return adref_party_status_is_confirmed(
      self->party, id, self->records, adref_library_parties(self->session->library), self->hashes);
}

/* Whether an objection of the party to this clause, or to the whole draft, waits for its agreement.
 * A silence that cannot be read waits for nothing here: finalize reads it again. */
static gboolean has_broken_silence(AdrefActRequest *self, const char *id)
{
  const AdrefText *text = self->text;
  if (!self->silence_known)
    adref_silence_status_read(self->session, text->statement,
                              adref_library_parties(self->session->library), NULL, NULL,
                              &self->silence, NULL);
  self->silence_known = TRUE;
  for (guint i = 0; self->silence && i < self->silence->objections->len; i++) {
    const AdrefObjectionResult *objection = self->silence->objections->pdata[i];
    const char *clause = objection->clauses ? id : NULL;
    if (objection->type == ADREF_OBJECTION_VERDICT_VALID &&
        strcmp(objection->party, self->party) == 0 &&
        (!clause || g_strv_contains((const char *const *)objection->clauses, id)) &&
        !adref_adoption_is_answered(self->records, self->party, objection->time, clause))
      return TRUE;
  }
  return FALSE;
}

/* Whether the party names the title alone: who agrees to it again agrees to the whole as it is. */
static gboolean is_of_whole(const AdrefActRequest *self, const char *id)
{
  const AdrefPartyActType type = self->options->type;
  return self->options->count > 0 && !self->several &&
         (type == ADREF_PARTY_ACT_AGREE || type == ADREF_PARTY_ACT_CONFIRM) &&
         g_strcmp0(id, adref_whole_text_title(self->text->document)) == 0;
}

/* Why the party has nothing to do with a clause; NULL: it has. */
static const char *find_idle(AdrefActRequest *self, const char *id)
{
  AdrefPartyStatus now = party_status(self, id);
  const char *what = NULL;
  if (is_of_whole(self, id) && now.type == ADREF_PARTY_STATUS_AGREED)
    return NULL;
  if (self->options->type == ADREF_PARTY_ACT_WORDS && has_said_words(self, id))
    what = "has said so of these words already";
  else if (self->options->type == ADREF_PARTY_ACT_DIFFERENCE && has_accepted(self, id))
    what = "has accepted this difference already";
  else if (self->options->type == ADREF_PARTY_ACT_AGREE && now.type == ADREF_PARTY_STATUS_AGREED &&
           g_strcmp0(stated(self, now), self->options->explanation) == 0 &&
           !has_broken_silence(self, id))
    what = "has agreed to these words already";
  else if (self->options->type == ADREF_PARTY_ACT_WORKING_GROUP &&
           (now.type == ADREF_PARTY_STATUS_AGREED || now.type == ADREF_PARTY_STATUS_WORKING_GROUP))
    what = now.type == ADREF_PARTY_STATUS_AGREED
               ? "has agreed to these words already, in plenary"
               : "has agreed to these words already, in the working group";
  else if (self->options->type == ADREF_PARTY_ACT_CONFIRM && now.type != ADREF_PARTY_STATUS_AGREED)
    what = "has not agreed to these words in plenary, so there is nothing to confirm; adref agree "
           "comes first";
  else if (self->options->type == ADREF_PARTY_ACT_CONFIRM && is_confirmed(self, id))
    what = "has confirmed these words already";
  else if (self->options->type == ADREF_PARTY_ACT_DISASSOCIATE &&
           now.type == ADREF_PARTY_STATUS_DISASSOCIATED &&
           g_strcmp0(stated(self, now), self->options->reason) == 0)
    what = "disassociates itself from it already, with this statement";
  else if (self->options->type == ADREF_PARTY_ACT_REOPEN &&
           (now.type == ADREF_PARTY_STATUS_SILENT || now.type == ADREF_PARTY_STATUS_REOPENED) &&
           !has_accepted(self, id) && !has_said_words(self, id))
    what = "has not agreed it, so there is nothing to reopen";
  return what;
}

/* Whether the party has nothing to do with a clause: an error where it is the only one that was
 * named; else it is left out, which is said later. */
static gboolean is_idle(AdrefActRequest *self, const char *id, gboolean *refused, GError **error)
{
  const char *what = find_idle(self, id);
  *refused = what && !self->several;
  if (*refused)
    adref_error(error, ADREF_ERROR_REFUSED, "%s: %s %s", id, self->party, what);
  else if (what && !g_ptr_array_find(self->idle, id, NULL))
    g_ptr_array_add(self->idle, (gpointer)(guintptr)id);
  return what != NULL;
}

/* Says which of several clauses were left out for this reason: "JPN has agreed to these words
 * already: chapeau, training". */
static void say_idle_for(AdrefActRequest *self, const char *what)
{
  enum {
    MAX_NAMED = 10
  };
  guint count = 0;
  g_autoptr(GString) ids = g_string_new(NULL);
  for (guint i = 0; i < self->idle->len; i++) {
    const char *id = self->idle->pdata[i];
    if (strcmp(find_idle(self, id), what) == 0 && ++count <= MAX_NAMED)
      g_string_append_printf(ids, "%s%s", count > 1 ? ", " : "", id);
  }
  if (count > MAX_NAMED)
    g_string_append_printf(ids, " and %u more", count - MAX_NAMED);
  adref_session_say(self->session, "left out: %s %s: %s", self->party, what, ids->str);
}

static void say_idle(AdrefActRequest *self)
{
  g_autoptr(GHashTable) said = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < self->idle->len; i++) {
    const char *what = find_idle(self, self->idle->pdata[i]);
    if (g_hash_table_add(said, (gpointer)(guintptr)what))
      say_idle_for(self, what);
  }
}

/* Whether the party agrees to a clause that it reserves itself or has made a statement on, and did
 * not name: both are lifted only by the id or number of their clause. */
static gboolean leave_out_reserved(const AdrefActRequest *self, const char *id)
{
  AdrefPartyStatus now = party_status(self, id);
  if (!adref_act_agrees(self->options->type))
    return FALSE;
  if (now.type == ADREF_PARTY_STATUS_RESERVED)
    adref_session_say(self->session,
                      "%s: reserved by %s; left out, for a reservation is lifted by name", id,
                      now.by);
  else if (now.type == ADREF_PARTY_STATUS_DISASSOCIATED)
    adref_session_say(self->session,
                      "%s: %s disassociates itself; left out, for that is withdrawn by name", id,
                      now.by);
  return now.type == ADREF_PARTY_STATUS_RESERVED || now.type == ADREF_PARTY_STATUS_DISASSOCIATED ||
         (now.type == ADREF_PARTY_STATUS_AGREED && stated(self, now));
}

/* Says that an agreement, which is given anew without it, takes back what the party had stated. */
static void say_withdrawn(AdrefActRequest *self, const char *id)
{
  AdrefPartyStatus now = party_status(self, id);
  const char *before = stated(self, now);
  gboolean agreed = now.type == ADREF_PARTY_STATUS_AGREED;
  if (!before || self->options->type != ADREF_PARTY_ACT_AGREE ||
      g_strcmp0(before, self->options->explanation) == 0)
    return;
  adref_session_say(self->session, "%s: the %s of %s is no longer stated: %s", id,
                    agreed ? "explanation of position" : "disassociation", self->party, before);
}

/* Adds a clause that was named; one of a range that has nothing to be done is left out. */
static gboolean add_named(AdrefActRequest *self, const AdrefClauseListItem *item, GError **error)
{
  const char *name = item->name;
  AdrefNode *clause = select_clause(self, name, error);
  if (!clause)
    return FALSE;
  const char *id = clause->as.clause->id;
  AdrefPartyActType type = self->options->type;
  gboolean must_stand = adref_act_agrees(type) || type == ADREF_PARTY_ACT_DISASSOCIATE;
  gboolean refused = FALSE;
  if (g_ptr_array_find(self->clauses, clause, NULL))
    return TRUE;
  if (id && must_stand && !item->in_range && refuse_open(self, id, error))
    return FALSE;
  if (id &&
      (is_idle(self, id, &refused, error) || (item->in_range && leave_out_reserved(self, id))))
    return !refused;
  if (!id) {
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: the clause has no id; one in its marker names it for good", name);
    return FALSE;
  }
  if (type == ADREF_PARTY_ACT_DIFFERENCE)
    return add_difference(self, clause, error);
  if (type == ADREF_PARTY_ACT_WORDS)
    return add_words(self, clause, error);
  if (must_stand && item->in_range && refuse_open(self, id, error))
    return FALSE;
  say_withdrawn(self, id);
  g_ptr_array_add(self->clauses, clause);
  g_ptr_array_add(self->ids, clause->as.clause->id);
  return TRUE;
}

/* Why --all-unbracketed finds no clause. */
static void refuse_nothing(const AdrefActRequest *self, GError **error)
{
  const char *statement = self->text->statement->id;
  for (const AdrefNode *clause = self->text->document->first; clause; clause = clause->next)
    if (clause->as.clause->id && clause->as.clause->kind != ADREF_TITLE) {
      adref_error(error, ADREF_ERROR_REFUSED,
                  "%s: nothing is left to agree: each clause has an open bracket, or %s has agreed "
                  "or reserved it; adref status %s --each lists them",
                  statement, self->party, statement);
      return;
    }
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s: no clause of the text has an id, and a party agrees to clauses by their id. Put "
              "a marker above each paragraph, <!-- op ID -->, and save; adref help notation "
              "explains markers",
              statement);
}

/* All clauses without brackets, but for those that the party itself reserves: a reservation is
 * lifted only by the id of its clause. */
static gboolean add_unbracketed(AdrefActRequest *self, GError **error)
{
  for (AdrefNode *clause = self->text->document->first; clause; clause = clause->next) {
    char *id = clause->as.clause->id;
    guint brackets, placeholders;
    if (!id)
      continue;
    count_open(self, id, &brackets, &placeholders);
    AdrefPartyStatusType now = party_status(self, id).type;
    if (brackets + placeholders > 0 || find_suspected(self, id) ||
        now == ADREF_PARTY_STATUS_AGREED ||
        (now == ADREF_PARTY_STATUS_WORKING_GROUP &&
         self->options->type == ADREF_PARTY_ACT_WORKING_GROUP) ||
        g_hash_table_contains(self->open_options, id))
      continue;
    if (leave_out_reserved(self, id))
      continue;
    g_ptr_array_add(self->clauses, clause);
    g_ptr_array_add(self->ids, id);
  }
  if (self->clauses->len == 0)
    refuse_nothing(self, error);
  return self->clauses->len > 0;
}

/* All clauses that the party has agreed in plenary and not confirmed. */
static gboolean add_agreed(AdrefActRequest *self, GError **error)
{
  for (AdrefNode *clause = self->text->document->first; clause; clause = clause->next) {
    char *id = clause->as.clause->id;
    if (!id || find_idle(self, id))
      continue;
    g_ptr_array_add(self->clauses, clause);
    g_ptr_array_add(self->ids, id);
  }
  if (self->clauses->len == 0)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: nothing is left to confirm: %s has agreed no clause in plenary that it has "
                "not confirmed",
                self->text->statement->id, self->party);
  return self->clauses->len > 0;
}

gboolean adref_act_clauses_choose(AdrefActRequest *self, GError **error)
{
  self->clauses = g_ptr_array_new();
  self->ids = g_ptr_array_new();
  self->idle = g_ptr_array_new();
  if (self->options->count == 0 && self->options->type == ADREF_PARTY_ACT_CONFIRM)
    return add_agreed(self, error);
  if (self->options->count == 0)
    return add_unbracketed(self, error);
  g_autoptr(GPtrArray) items = adref_clause_list_read(self->text->document, self->options->clauses,
                                                      self->options->count, error);
  self->several = items && items->len > 1;
  for (guint i = 0; items && i < items->len; i++)
    if (!add_named(self, items->pdata[i], error))
      return FALSE;
  say_idle(self);
  if (items && self->clauses->len == 0)
    adref_error(error, ADREF_ERROR_REFUSED, "%s: nothing is left there to %s",
                self->text->statement->id,
                adref_act_agrees(self->options->type) ? "agree"
                                                      : adref_party_act_word(self->options->type));
  return self->clauses->len > 0;
}
