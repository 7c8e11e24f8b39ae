#include "cmd/shared/resolve_walk.h"

#include "clause/proposals/bracket_build.h"
#include "cmd/shared/key_walk.h"
#include "work/select_bracket.h"

static AdrefResolving *resolving_of(const AdrefKeyWalk *walk)
{
  return walk->self;
}

static const AdrefOpenBracket *current(const AdrefKeyWalk *walk)
{
  return &g_array_index(adref_resolving_brackets(resolving_of(walk)), AdrefOpenBracket, walk->at);
}

static guint count(gpointer self)
{
  return adref_resolving_brackets(self)->len;
}

static guint steps(gpointer self)
{
  return adref_resolving_steps(self);
}

/* --- what applies --- */

static const AdrefWalkKey keys[] = {
    {'0', "base", "take base text, without the proposals"},
    {'b', "both", "take the words of all alternatives"},
    {'d', "delete", "remove the words of the bracket"},
    {'e', "edit", "write other words"},
    {'t', "party", "take the words of one party in all brackets from here on"},
    ADREF_WALK_KEYS,
};

static gboolean can(const AdrefKeyWalk *walk, AdrefResolveHow how)
{
  AdrefResolution resolution = {.how = how, .words = ""};
  return adref_resolving_applies(resolving_of(walk), current(walk)->bracket, &resolution, NULL);
}

static gboolean has_party(const AdrefNode *bracket)
{
  for (guint i = 1; i <= adref_open_bracket_count(bracket); i++)
    if (adref_alternative_groups(adref_open_bracket_alternative(bracket, i)))
      return TRUE;
  return FALSE;
}

static gboolean applies(const AdrefKeyWalk *walk, char key)
{
  switch (key) {
  case '0': return can(walk, ADREF_RESOLVE_BASE);
  case 'b': return can(walk, ADREF_RESOLVE_BOTH);
  case 'e': return can(walk, ADREF_RESOLVE_TEXT);
  case 't': return has_party(current(walk)->bracket);
  default: return TRUE;
  }
}

static guint numbers(const AdrefKeyWalk *walk, const char **what, const char **help)
{
  guint alternatives = adref_open_bracket_count(current(walk)->bracket);
  *what = alternatives > 1 ? "take" : "keep";
  *help = alternatives > 1 ? "take this alternative" : "keep the words";
  return alternatives;
}

/* --- showing --- */

static void show_alternative(const AdrefKeyWalk *walk, const AdrefNode *alternative, guint number)
{
  g_autofree char *words = adref_open_bracket_shown(alternative);
  g_autofree char *positions = adref_positions_text(adref_alternative_groups(alternative));
  const char *shown = *words ? words : "(no words)";
  g_autofree char *line =
      walk->plain
          ? g_strdup_printf("Alternative %u, %s%s: %s", number, *positions ? "of " : "of no party",
                            positions, shown)
          : g_strdup_printf("%u. %s%s%s", number, shown, *positions ? " - " : "", positions);
  adref_key_walk_say(line, walk->plain ? 0 : 4);
}

static void show(const AdrefKeyWalk *walk)
{
  const AdrefOpenBracket *open = current(walk);
  g_autofree char *name = adref_select_clause_name(open->clause);
  g_autofree char *context = adref_key_walk_context(open->bracket, open->bracket);
  const char *number = open->clause->as.clause->number;
  g_autofree char *clause = number && open->clause->as.clause->id
                                ? g_strdup_printf("clause %s (%s)", number, name)
                                : g_strdup(name);
  adref_say("\n%s %u of %u, %s", walk->plain ? "Bracket" : "bracket", walk->at + 1,
            count(walk->self), clause);
  adref_key_walk_say(context, walk->plain ? 0 : 2);
  for (guint i = 1; i <= adref_open_bracket_count(open->bracket); i++)
    show_alternative(walk, adref_open_bracket_alternative(open->bracket, i), i);
}

/* --- acting --- */

/* Resolves the bracket here; what follows stands at the same place then. */
static gboolean act(AdrefKeyWalk *walk, const AdrefResolution *resolution)
{
  g_autoptr(GError) error = NULL;
  if (adref_resolving_step(resolving_of(walk), walk->at, resolution, &error))
    return TRUE;
  adref_say("%s", error->message);
  return FALSE;
}

static void take(AdrefKeyWalk *walk, AdrefResolveHow how, guint number)
{
  AdrefResolution resolution = {.how = how, .number = number};
  act(walk, &resolution);
}

static void edit(AdrefKeyWalk *walk)
{
  g_autofree char *words = adref_ask("The words, or Enter for none:");
  AdrefResolution resolution = {.how = ADREF_RESOLVE_TEXT, .words = words};
  if (words && *words)
    act(walk, &resolution);
}

/* Takes the words of a party in all brackets from here on in which it wants some. */
static void take_party(AdrefKeyWalk *walk)
{
  g_autofree char *name = adref_ask("Which party?");
  AdrefResolution resolution = {.how = ADREF_RESOLVE_PARTY, .party = name};
  guint taken = 0, start = walk->at;
  while (name && *name && walk->at < count(walk->self) && !adref_key_walk_is_interrupted()) {
    gboolean wants =
        adref_resolving_applies(resolving_of(walk), current(walk)->bracket, &resolution, NULL);
    if (wants && act(walk, &resolution))
      taken++;
    else
      walk->at++;
  }
  walk->at = start;
  if (name && *name)
    adref_say("%u bracket%s resolved for %s", taken, taken == 1 ? "" : "s", name);
}

static void go_to(AdrefKeyWalk *walk)
{
  g_autofree char *answer = adref_ask("To which bracket? Its number, or CLAUSE[:N]:");
  g_autoptr(GError) error = NULL;
  if (!answer || !*answer || adref_key_walk_go_to_number(walk, answer, "brackets"))
    return;
  if (!adref_resolving_find(resolving_of(walk), answer, &walk->at, &error))
    adref_say("%s", error->message);
}

static void undo(AdrefKeyWalk *walk)
{
  g_autoptr(GError) error = NULL;
  gboolean done = adref_resolving_undo(resolving_of(walk), &error);
  adref_say("%s", done ? "undone" : error->message);
}

static void take_number(AdrefKeyWalk *walk, guint number)
{
  take(walk, ADREF_RESOLVE_NUMBER, number);
}

static void follow(AdrefKeyWalk *walk, char key)
{
  switch (key) {
  case '0': take(walk, ADREF_RESOLVE_BASE, 0); return;
  case 'b': take(walk, ADREF_RESOLVE_BOTH, 0); return;
  case 'd': take(walk, ADREF_RESOLVE_DELETE, 0); return;
  case 'e': edit(walk); return;
  default: take_party(walk); return;
  }
}

static const AdrefKeyWalkTable table = {
    .keys = keys,
    .key_count = G_N_ELEMENTS(keys),
    .count = count,
    .steps = steps,
    .applies = applies,
    .show = show,
    .numbers = numbers,
    .take_number = take_number,
    .follow = follow,
    .undo = undo,
    .go_to = go_to,
};

void adref_resolve_walk(AdrefRun *run, AdrefResolving *resolving, gboolean plain)
{
  AdrefKeyWalk walk = {.table = &table, .self = resolving, .plain = plain || !adref_can_ask()};
  if (count(resolving) == 0)
    adref_say("%s: no open bracket", run->session->statement->id);
  adref_key_walk(&walk);
}
