#include <string.h>

#include "clause/proposals/bracket_build.h"
#include "clause/proposals/translation_to_come.h"
#include "merge/join/proposal_brackets.h"
#include "work/edit/typed_words.h"
#include "work/negotiate/resolve_private.h"
#include "work/negotiate/same_bracket.h"
#include "work/select_bracket.h"
#include "work/select_clause.h"

const char *adref_resolving_own_words(const AdrefResolving *self, const AdrefResolution *resolution)
{
  return resolution->words ? resolution->words
                           : adref_typed_words_for(resolution->others, self->text->language);
}

gboolean adref_resolving_takes_to_come(const AdrefNode *bracket, const AdrefResolution *resolution,
                                       const AdrefResolveChoice *choice)
{
  if (resolution->how == ADREF_RESOLVE_BOTH)
    return adref_translation_to_come_find(bracket) != NULL;
  return choice->alternative && adref_translation_to_come_is(choice->alternative);
}

gboolean adref_resolving_choose(const AdrefResolving *self, const AdrefNode *bracket,
                                const AdrefResolution *resolution, AdrefResolveChoice *choice,
                                GError **error)
{
  const AdrefParties *parties = adref_library_parties(self->session->library);
  if (!adref_resolve_choose(parties, bracket, resolution, choice, error))
    return FALSE;
  const char *language = self->text->language, *id = self->statement->id;
  if (adref_resolving_takes_to_come(bracket, resolution, choice) &&
      !adref_resolving_own_words(self, resolution)) {
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

/* Words that were given for a language must not be lost. */
static gboolean refuse_words(const AdrefResolving *self, const AdrefText *text,
                             const AdrefNode *clause, const Resolved *resolved, GError **error)
{
  const char *id = clause && clause->as.clause->id ? clause->as.clause->id : "CLAUSE";
  if (clause)
    adref_error(error, ADREF_ERROR_REFUSED,
                "--lang %s: %s has no such bracket in this language, so that the words have no "
                "place; leave them out: adref resolve %s %s --in %s settles another bracket of it, "
                "adref edit %s %s --lang %s changes its words",
                text->language, resolved->name, self->statement->id, id, text->language,
                self->statement->id, id, text->language);
  else
    adref_error(error, ADREF_ERROR_REFUSED,
                "--lang %s: there is no %s in this language, so that the words have no place; "
                "leave them out",
                text->language, resolved->name);
  return FALSE;
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
  if (to_come && (!bracket || to_come->parent == bracket))
    return resolve_to_come(self, text, clause, to_come, resolved, words, error);
  if (words && !bracket)
    return refuse_words(self, text, clause, resolved, error);
  if (!clause)
    return TRUE;
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

gboolean adref_resolving_resolve_all(AdrefResolving *self, AdrefOpenBracket *open,
                                     const AdrefResolution *resolution, GError **error)
{
  AdrefResolveChoice choice;
  if (!adref_resolving_choose(self, open->bracket, resolution, &choice, error))
    return FALSE;
  g_autofree char *name = adref_select_clause_name(open->clause);
  Resolved resolved = {.clause = open->clause,
                       .bracket = open->bracket,
                       .name = name,
                       .number = open->number,
                       .takes_base = choice.removes && adref_resolve_is_insertion(open->bracket)};
  gboolean to_come = adref_resolving_takes_to_come(open->bracket, resolution, &choice);
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
  if (waiting ? !put_words_to_come(text, open->clause, name, waiting,
                                   adref_resolving_own_words(self, resolution), error)
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

gboolean adref_resolving_mark_all(AdrefResolving *self, AdrefNode *clause, GError **error)
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
