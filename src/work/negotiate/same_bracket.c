#include "work/negotiate/same_bracket.h"

#include <string.h>

#include "clause/proposals/bracket_build.h"
#include "clause/proposals/bracket_list.h"
#include "history/log.h"
#include "work/select_bracket.h"

enum {
  MAX_VERSIONS = 200, /* that are read; what is older than that came in with the oldest */
  MAX_SHOWN = 60,     /* characters of a bracket in a message */
};

/* A bracket whose coming is looked for. */
typedef struct {
  AdrefNode *bracket;
  guint number;
  GPtrArray *words; /* of char *: by which it is known in older versions */
  guint since;      /* the oldest version, counted back from now, that has it */
  gboolean gone;    /* a version without it was read */
} Candidate;

/* Those of a clause that are alike. */
typedef struct {
  AdrefText *text;
  const AdrefNode *clause;
  GPtrArray *list; /* of Candidate */
  char *last;      /* git's id of the file that was read last */
} Candidates;

static void candidate_free(gpointer data)
{
  Candidate *candidate = data;
  g_ptr_array_unref(candidate->words);
  g_free(candidate);
}

static void candidates_clear(Candidates *self)
{
  g_clear_pointer(&self->list, g_ptr_array_unref);
  g_free(self->last);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Candidates, candidates_clear)

/* The words of its proposals; where it has none, all of them. */
static GPtrArray *words_of(const AdrefNode *bracket)
{
  GPtrArray *proposed = g_ptr_array_new_with_free_func(g_free);
  for (guint pass = 0; pass < 2 && proposed->len == 0; pass++)
    for (guint i = 1; i <= adref_open_bracket_count(bracket); i++) {
      const AdrefNode *each = adref_open_bracket_alternative(bracket, i);
      g_autofree char *words = adref_open_bracket_words(each);
      if (*words && (pass > 0 || !adref_alternative_is_base(each)))
        g_ptr_array_add(proposed, g_steal_pointer(&words));
    }
  return proposed;
}

static void find_alike(Candidates *self, AdrefText *text, const AdrefNode *clause,
                       const char *positions)
{
  g_autoptr(GArray) brackets = adref_open_brackets_list(clause);
  *self = (Candidates){
      .text = text, .clause = clause, .list = g_ptr_array_new_with_free_func(candidate_free)};
  for (guint i = 0; i < brackets->len; i++) {
    const AdrefOpenBracket *open = &g_array_index(brackets, AdrefOpenBracket, i);
    g_autofree char *own = adref_open_bracket_positions(open->bracket);
    if (strcmp(own, positions) != 0)
      continue;
    Candidate *candidate = g_new0(Candidate, 1);
    candidate->bracket = open->bracket;
    candidate->number = open->number;
    candidate->words = words_of(open->bracket);
    g_ptr_array_add(self->list, candidate);
  }
}

/* --- the history --- */

static gboolean has_words(const AdrefNode *bracket, GPtrArray *words)
{
  for (guint i = 1; i <= adref_open_bracket_count(bracket); i++) {
    g_autofree char *own = adref_open_bracket_words(adref_open_bracket_alternative(bracket, i));
    if (g_ptr_array_find_with_equal_func(words, own, g_str_equal, NULL))
      return TRUE;
  }
  return FALSE;
}

static gboolean stands_in(const GArray *brackets, const Candidate *candidate)
{
  for (guint i = 0; brackets && i < brackets->len; i++)
    if (has_words(g_array_index(brackets, AdrefOpenBracket, i).bracket, candidate->words))
      return TRUE;
  return FALSE;
}

/* Notes which of them stand in a version of their text: the file with this id. */
static void read_version(Candidates *self, AdrefRepo *repo, const char *id, guint version)
{
  gboolean same = g_strcmp0(id, self->last) == 0;
  g_autoptr(GBytes) bytes = !same && *id ? adref_repo_read_blob(repo, id, NULL) : NULL;
  gsize length = 0;
  const char *words = bytes ? g_bytes_get_data(bytes, &length) : NULL;
  g_autoptr(AdrefNode) document =
      words ? adref_text_parse(self->text, words, length, NULL, NULL) : NULL;
  const AdrefNode *clause = document ? adref_select_same_clause(document, self->clause) : NULL;
  g_autoptr(GArray) brackets = clause ? adref_open_brackets_list(clause) : NULL;
  for (guint i = 0; i < self->list->len; i++) {
    Candidate *candidate = self->list->pdata[i];
    candidate->gone = candidate->gone || (!same && !stands_in(brackets, candidate));
    if (!candidate->gone)
      candidate->since = version;
  }
  g_free(self->last);
  self->last = g_strdup(id);
}

static gboolean all_gone(const Candidates *self)
{
  for (guint i = 0; i < self->list->len; i++)
    if (!((const Candidate *)self->list->pdata[i])->gone)
      return FALSE;
  return TRUE;
}

static void read_history(AdrefRepo *repo, const AdrefStatement *statement, Candidates *source,
                         Candidates *target)
{
  Candidates *both[] = {source, target};
  g_autoptr(AdrefLog) log = adref_log_new(repo, statement->folder, NULL, NULL);
  gboolean found = FALSE;
  for (guint version = 0; log && version < MAX_VERSIONS; version++) {
    if ((all_gone(source) && all_gone(target)) || !adref_log_next(log, &found, NULL) || !found)
      return;
    g_autofree char *folder = g_strdup(adref_log_object_id(log));
    for (guint i = 0; i < G_N_ELEMENTS(both); i++) {
      g_autofree char *name = g_strconcat(both[i]->text->language, ".md", NULL);
      g_autofree char *id =
          *folder ? adref_repo_tree_entry_id(repo, folder, name, NULL) : g_strdup("");
      read_version(both[i], repo, id ? id : "", version);
    }
  }
}

/* --- pairs --- */

/* The only one that came in with a version, or NULL. */
static const Candidate *only_since(const Candidates *self, guint since)
{
  const Candidate *found = NULL;
  for (guint i = 0; i < self->list->len; i++) {
    const Candidate *each = self->list->pdata[i];
    if (each->since != since)
      continue;
    if (found)
      return NULL;
    found = each;
  }
  return found;
}

/* The one of `target` that came in with one of `source`, each as the only one, or NULL. */
static const Candidate *partner(const Candidates *source, const Candidate *of,
                                const Candidates *target)
{
  return only_since(source, of->since) == of ? only_since(target, of->since) : NULL;
}

/* The only one of `self` that has no partner, or NULL. */
static const Candidate *only_left(const Candidates *self, const Candidates *other)
{
  const Candidate *found = NULL;
  for (guint i = 0; i < self->list->len; i++) {
    const Candidate *each = self->list->pdata[i];
    if (partner(self, each, other))
      continue;
    if (found)
      return NULL;
    found = each;
  }
  return found;
}

static const Candidate *by_history(const Candidates *source, const Candidate *wanted,
                                   const Candidates *target)
{
  const Candidate *found = partner(source, wanted, target);
  gboolean is_last = source->list->len == target->list->len && only_left(source, target) == wanted;
  return found ? found : is_last ? only_left(target, source) : NULL;
}

/* The place of a bracket among those that are alike; -1: it is none of them. */
static gint place_of(const Candidates *self, const AdrefNode *bracket)
{
  for (guint i = 0; i < self->list->len; i++)
    if (((const Candidate *)self->list->pdata[i])->bracket == bracket)
      return (gint)i;
  return -1;
}

static const Candidate *by_order(const Candidates *source, gint place, const Candidates *target)
{
  return source->list->len == target->list->len ? target->list->pdata[place] : NULL;
}

AdrefNode *adref_same_bracket_find(const AdrefTextChanges *changes,
                                   const AdrefSameBracketSource *source, AdrefText *text,
                                   const AdrefNode *clause, AdrefSameBracketHow *how)
{
  g_autofree char *positions = adref_open_bracket_positions(source->bracket);
  g_auto(Candidates) own = {0};
  g_auto(Candidates) others = {0};
  find_alike(&own, source->text, source->clause, positions);
  find_alike(&others, text, clause, positions);
  gint place = place_of(&own, source->bracket);
  AdrefSameBracketHow found_how = ADREF_SAME_BRACKET_ONLY;
  const Candidate *found = NULL;
  if (place < 0 || others.list->len == 0)
    return NULL;
  if (own.list->len == 1 && others.list->len == 1) {
    found = others.list->pdata[0];
  } else {
    read_history(changes->session->repo, changes->statement, &own, &others);
    found = by_history(&own, own.list->pdata[place], &others);
    found_how = found ? ADREF_SAME_BRACKET_HISTORY : ADREF_SAME_BRACKET_ORDER;
    found = found ? found : by_order(&own, place, &others);
  }
  if (how)
    *how = found_how;
  return found ? found->bracket : NULL;
}

void adref_same_bracket_say(const AdrefTextChanges *changes, const AdrefText *text,
                            const AdrefNode *clause, const AdrefNode *bracket,
                            AdrefSameBracketHow how)
{
  if (how != ADREF_SAME_BRACKET_ORDER)
    return;
  g_autofree char *name = adref_select_clause_name(clause);
  g_autofree char *words = adref_select_bracket_words(bracket, MAX_SHOWN);
  adref_session_say(changes->session,
                    "%s: %s has several brackets of these parties; by its place %s is taken for "
                    "the same one; if that is wrong, adref undo",
                    text->name, name, words);
}
