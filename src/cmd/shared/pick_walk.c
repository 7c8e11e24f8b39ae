#include "cmd/shared/pick_walk.h"

#include <stdio.h>
#include <string.h>

#include "cmd/shared/key_walk.h"
#include "view/redline.h"
#include "view/terminal/terminal.h"

typedef struct {
  const AdrefRun *run;
  AdrefPicking *picking;
} PickWalk;

static AdrefPicking *picking_of(const AdrefKeyWalk *walk)
{
  return ((const PickWalk *)walk->self)->picking;
}

static guint count(gpointer self)
{
  return adref_picking_count(((const PickWalk *)self)->picking);
}

static guint steps(gpointer self)
{
  return adref_picking_steps(((const PickWalk *)self)->picking);
}

static const AdrefWalkKey keys[] = {
    {'y', "take", "take the change"},
    {'n', "refuse", "refuse the change; the words stay as they were"},
    {'e', "edit", "write other words in its place"},
    {'a', "all", "take this and all that are not decided from here on"},
    {'d', "none", "refuse this and all that are not decided from here on"},
    {'t', "party", "take all changes of one party that are not decided from here on"},
    ADREF_WALK_KEYS,
};

static gboolean applies(const AdrefKeyWalk *walk, char key)
{
  return key != 'e' || adref_picking_can_write(picking_of(walk), walk->at);
}

/* --- showing --- */

static const char *state_words(AdrefPickState state)
{
  switch (state) {
  case ADREF_PICK_OPEN: return "";
  case ADREF_PICK_TAKEN: return " (taken)";
  case ADREF_PICK_REFUSED: return " (refused)";
  case ADREF_PICK_WRITTEN: return " (in other words)";
  }
  return "";
}

static void say_words(const char *label, char *words)
{
  g_autofree char *line = *words ? g_strdup_printf("%s: %s", label, g_strstrip(words)) : NULL;
  if (line)
    adref_key_walk_say(line, 0);
}

/* The nodes of a redline that are marked: the first and the last one. FALSE: a whole block came,
 * went or moved, or none is marked. */
static gboolean find_marked(const AdrefNode *redline, const AdrefNode **first,
                            const AdrefNode **last)
{
  *first = *last = NULL;
  AdrefWalk nodes = adref_walk(redline);
  while (adref_walk_next(&nodes)) {
    const AdrefNode *node = nodes.node;
    if (node->mark == ADREF_KEPT)
      continue;
    if (adref_node_is_block(node))
      return FALSE;
    if (!*first)
      *first = node;
    if (!nodes.entering)
      *last = node;
  }
  return *first != NULL;
}

/* The words of the old, or the new, text from the first to the last marked node, with brackets. */
static char *words_between(const AdrefNode *redline, const AdrefNode *first, const AdrefNode *last,
                           gboolean old)
{
  GString *words = g_string_new(NULL);
  gboolean is_inside = FALSE;
  AdrefWalk nodes = adref_walk(redline);
  while (adref_walk_next(&nodes)) {
    const AdrefNode *node = nodes.node;
    is_inside = is_inside || node == first;
    if (is_inside && (old ? adref_change_in_old(node) : adref_change_in_new(node)))
      adref_key_walk_put_words(words, node, nodes.entering);
    if (node == last && !nodes.entering)
      break;
  }
  return g_strstrip(g_string_free(words, FALSE));
}

/* A change in sentences: the words around it, the old ones, the new ones. */
static void say_change(const AdrefKeyWalk *walk)
{
  g_autoptr(AdrefNode) redline = adref_picking_redline(picking_of(walk), walk->at);
  const AdrefNode *first, *last;
  if (!find_marked(redline, &first, &last)) {
    g_autofree char *old = adref_picking_words(picking_of(walk), walk->at, TRUE);
    g_autofree char *new = adref_picking_words(picking_of(walk), walk->at, FALSE);
    say_words("Old", old);
    say_words("New", new);
    return;
  }
  g_autofree char *context = adref_key_walk_context(first, last);
  g_autofree char *old = words_between(redline, first, last, TRUE);
  g_autofree char *new = words_between(redline, first, last, FALSE);
  adref_key_walk_say(context, 0);
  say_words("Old", old);
  say_words("New", new);
}

/* The clauses in which the change is, with this change alone. */
static void show_redline(const AdrefKeyWalk *walk)
{
  const PickWalk *self = walk->self;
  const AdrefText *text = adref_picking_comparison(self->picking)->old;
  g_autoptr(AdrefNode) redline = adref_picking_redline(self->picking, walk->at);
  AdrefViewOptions options = {
      .view = ADREF_VIEW_NEGOTIATING, .language = text->language, .house = text->house};
  gboolean color = self->run->color != ADREF_COLOR_NEVER && adref_can_ask() && !walk->plain &&
                   adref_in_color(self->run);
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next) {
    if (!adref_redline_is_changed(clause) || adref_redline_is_left_out(clause))
      continue;
    g_autoptr(GString) shown =
        adref_terminal_write_clause(clause, &options, MIN(adref_width(), 80), color);
    fputs(shown->str, stderr);
  }
}

static void show(const AdrefKeyWalk *walk)
{
  AdrefPicking *picking = picking_of(walk);
  g_autofree char *name = adref_picking_name(picking, walk->at);
  g_autofree char *line = g_strdup_printf("%s %u of %u, %s%s", walk->plain ? "Change" : "change",
                                          walk->at + 1, adref_picking_count(picking), name,
                                          state_words(adref_picking_state(picking, walk->at)));
  fputc('\n', stderr);
  adref_key_walk_say(line, 0);
  if (walk->plain)
    say_change(walk);
  else
    show_redline(walk);
}

/* --- acting --- */

static void decide(AdrefKeyWalk *walk, AdrefPickState state)
{
  adref_picking_decide(picking_of(walk), walk->at, state);
  walk->at++;
}

static void edit(AdrefKeyWalk *walk)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *words = adref_ask("The words, or Enter for none:");
  if (!words || !*words)
    return;
  if (adref_picking_write(picking_of(walk), walk->at, words, &error))
    walk->at++;
  else
    adref_say("%s", error->message);
}

static void decide_rest(AdrefKeyWalk *walk, AdrefPickState state)
{
  AdrefPicking *picking = picking_of(walk);
  guint decided = adref_picking_decide_rest(picking, walk->at, NULL, state);
  adref_say("%u change%s %s", decided, decided == 1 ? "" : "s",
            state == ADREF_PICK_TAKEN ? "taken" : "refused");
  walk->at = adref_picking_count(picking);
}

static void take_party(AdrefKeyWalk *walk)
{
  AdrefPicking *picking = picking_of(walk);
  g_autofree char *name = adref_ask("Which party?");
  if (!name || !*name)
    return;
  guint taken = adref_picking_decide_rest(picking, walk->at, name, ADREF_PICK_TAKEN);
  if (taken > 0)
    adref_say("%u change%s of %s taken", taken, taken == 1 ? "" : "s", name);
  else
    adref_say("no change from here on is known to be of %s and not decided", name);
  walk->at = adref_picking_next_open(picking, walk->at, NULL);
}

static void follow(AdrefKeyWalk *walk, char key)
{
  switch (key) {
  case 'y': decide(walk, ADREF_PICK_TAKEN); return;
  case 'n': decide(walk, ADREF_PICK_REFUSED); return;
  case 'e': edit(walk); return;
  case 'a': decide_rest(walk, ADREF_PICK_TAKEN); return;
  case 'd': decide_rest(walk, ADREF_PICK_REFUSED); return;
  default: take_party(walk);
  }
}

static void undo(AdrefKeyWalk *walk)
{
  if (adref_picking_undo(picking_of(walk), &walk->at))
    adref_say("undone");
}

static void go_to(AdrefKeyWalk *walk)
{
  g_autofree char *answer = adref_ask("To which change? Its number, or a clause:");
  if (!answer || !*answer || adref_key_walk_go_to_number(walk, answer, "changes"))
    return;
  if (!adref_picking_find(picking_of(walk), answer, &walk->at))
    adref_say("no change of a clause \"%s\"", answer);
}

static const AdrefKeyWalkTable table = {
    .keys = keys,
    .key_count = G_N_ELEMENTS(keys),
    .count = count,
    .steps = steps,
    .applies = applies,
    .show = show,
    .follow = follow,
    .undo = undo,
    .go_to = go_to,
};

gboolean adref_pick_walk_check(const AdrefRun *run, const char *command, GError **error)
{
  if (adref_can_ask() || adref_run_flag(run, "plain"))
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE,
              "%s asks what to do with each change, and there is no terminal; run it in one, or "
              "with --plain, which reads an answer a line (take, refuse, skip, quit ...)",
              command);
  return FALSE;
}

gboolean adref_pick_walk(const AdrefRun *run, AdrefPicking *picking)
{
  PickWalk self = {run, picking};
  AdrefKeyWalk walk = {
      .table = &table, .self = &self, .plain = adref_run_flag(run, "plain") || !adref_can_ask()};
  adref_key_walk(&walk);
  return walk.at < adref_picking_count(picking);
}
