#include "clause/proposals/bracket_place.h"

#include <string.h>

#include "clause/node_copy.h"
#include "clause/proposals/bracket_build.h"

static AdrefNode *alternative_around(const AdrefNode *node)
{
  AdrefNode *around = node->parent;
  while (around && around->type != ADREF_ALTERNATIVE)
    around = around->parent;
  return around;
}

AdrefNode *adref_bracket_around(const AdrefNode *node)
{
  const AdrefNode *alternative = alternative_around(node);
  return alternative ? alternative->parent : NULL;
}

static gboolean is_space(const AdrefNode *node)
{
  return node && node->type == ADREF_TEXT && strcmp(node->text, " ") == 0;
}

AdrefNode *adref_bracket_of_insertions(const AdrefNode *first, const AdrefNode *last,
                                       gboolean behind)
{
  AdrefNode *node = behind ? last->next : first->prev;
  if (is_space(node))
    node = behind ? node->next : node->prev;
  return node && node->type == ADREF_BRACKET && !node->as.placeholder &&
                 adref_bracket_is_insertion(node)
             ? node
             : NULL;
}

/* --- a copy of an alternative --- */

/* The node of `copy` that is `node` in `root`. */
static AdrefNode *counterpart(const AdrefNode *copy, const AdrefNode *root, const AdrefNode *node)
{
  AdrefWalk walk = adref_walk(root), other = adref_walk(copy);
  while (adref_walk_next(&walk) && adref_walk_next(&other))
    if (walk.node == node)
      return other.node;
  return NULL;
}

/* --- spaces --- */

/* The first or last letter of the words of a node; 0 for none. */
static gunichar letter_of(const AdrefNode *node, gboolean last)
{
  g_autofree char *words = node && node->type == ADREF_TEXT ? g_strdup(node->text)
                           : node                           ? adref_node_words(node)
                                                            : NULL;
  if (!words || !*words)
    return 0;
  return g_utf8_get_char(last ? g_utf8_prev_char(words + strlen(words)) : words);
}

/* Whether words of the script of a letter stand apart. */
static gboolean stands_apart(gunichar c)
{
  switch (g_unichar_get_script(c)) {
  case G_UNICODE_SCRIPT_THAI:
  case G_UNICODE_SCRIPT_LAO:
  case G_UNICODE_SCRIPT_KHMER:
  case G_UNICODE_SCRIPT_MYANMAR: return FALSE;
  default: return c != 0 && !g_unichar_isspace(c) && !g_unichar_iswide(c);
  }
}

/* Whether a letter begins what has no space before it. */
static gboolean closes(gunichar c)
{
  return c != 0 && c < 128 && strchr(",.;:!?)", (int)c) != NULL;
}

static AdrefNode *new_space(void)
{
  return adref_node_new_text(ADREF_TEXT, " ", 1);
}

/* Puts nodes, the children of `inlines`, before `first` or behind `last`, with a space on the side
 * of the words there and on the other side where they would touch. `apart`: a comma at their
 * beginning has a space before it too, since a bracket stands around it. */
static void put_beside(AdrefNode *first, AdrefNode *last, gboolean behind, AdrefNode *inlines,
                       gboolean apart)
{
  AdrefNode *parent = first->parent, *before = behind ? last->next : first;
  gunichar left = letter_of(behind ? last : first->prev, TRUE);
  gunichar right = letter_of(before, FALSE);
  gunichar begin = letter_of(inlines->first, FALSE), end = letter_of(inlines->last, TRUE);
  gboolean spaced_left = stands_apart(left) && stands_apart(begin) && (apart || !closes(begin));
  gboolean spaced_right = stands_apart(end) && stands_apart(right) && !closes(right);
  if (!behind && !first->prev)
    spaced_left = FALSE;
  GPtrArray *nodes = g_ptr_array_new();
  if (spaced_left)
    g_ptr_array_add(nodes, new_space());
  while (inlines->first) {
    g_ptr_array_add(nodes, inlines->first);
    adref_node_unlink(inlines->first);
  }
  if (spaced_right)
    g_ptr_array_add(nodes, new_space());
  for (guint i = 0; i < nodes->len; i++) {
    if (before)
      adref_node_insert_before(before, nodes->pdata[i]);
    else
      adref_node_append(parent, nodes->pdata[i]);
  }
  g_ptr_array_unref(nodes);
}

/* --- replacing, deleting --- */

/* The words of an alternative with a change are proposed in its bracket. */
static AdrefBracketPlace propose(AdrefNode *bracket, AdrefNode *words, const char *party)
{
  AdrefNode *same = adref_bracket_find_words(bracket, words);
  AdrefBracketPlace place = {.bracket = bracket, .is_added = !same};
  place.alternative = adref_bracket_propose(bracket, words, party);
  return place;
}

/* Puts the words (NULL: none) in the place of siblings. */
static void exchange(AdrefNode *first, AdrefNode *last, AdrefNode *words)
{
  AdrefNode *bracket = adref_bracket_wrap(first, last);
  if (words && words->first)
    adref_bracket_take(adref_bracket_add(bracket, words));
  else
    adref_bracket_remove(bracket);
}

static AdrefBracketPlace change_copy(AdrefNode *alternative, AdrefNode *first, AdrefNode *last,
                                     AdrefNode *words, const char *party)
{
  g_autoptr(AdrefNode) copy = adref_node_copy_tree(alternative, ADREF_KEPT);
  exchange(counterpart(copy, alternative, first), counterpart(copy, alternative, last), words);
  return propose(alternative->parent, copy, party);
}

AdrefBracketPlace adref_bracket_replace_at(AdrefNode *first, AdrefNode *last, AdrefNode *words,
                                           const char *party)
{
  AdrefNode *alternative = alternative_around(first);
  if (alternative)
    return change_copy(alternative, first, last, words, party);
  AdrefNode *bracket = adref_bracket_wrap(first, last);
  AdrefBracketPlace place = {.bracket = bracket, .is_new = TRUE, .is_added = TRUE};
  place.alternative = adref_bracket_propose(bracket, words, party);
  adref_bracket_separate(bracket);
  return place;
}

AdrefBracketPlace adref_bracket_delete_at(AdrefNode *first, AdrefNode *last, const char *party)
{
  AdrefNode *alternative = alternative_around(first);
  gboolean is_whole = alternative && first == alternative->first && last == alternative->last;
  if (alternative && !is_whole)
    return change_copy(alternative, first, last, NULL, party);
  AdrefNode *bracket = is_whole ? alternative->parent : adref_bracket_wrap(first, last);
  AdrefBracketPlace place = {bracket, is_whole ? alternative : bracket->first, !is_whole, FALSE};
  adref_alternative_join(place.alternative, party, ADREF_POSITION_DELETE);
  if (!is_whole)
    adref_bracket_separate(bracket);
  return place;
}

/* --- inserting --- */

static AdrefBracketPlace insert_into_copy(AdrefNode *alternative, AdrefNode *first, AdrefNode *last,
                                          gboolean behind, AdrefNode *words, const char *party)
{
  g_autoptr(AdrefNode) copy = adref_node_copy_tree(alternative, ADREF_KEPT);
  put_beside(counterpart(copy, alternative, first), counterpart(copy, alternative, last), behind,
             words, FALSE);
  return propose(alternative->parent, copy, party);
}

AdrefBracketPlace adref_bracket_insert_at(AdrefNode *first, AdrefNode *last, gboolean behind,
                                          AdrefNode *words, const char *party)
{
  AdrefNode *alternative = alternative_around(first);
  if (alternative)
    return insert_into_copy(alternative, first, last, behind, words, party);
  AdrefNode *there = adref_bracket_of_insertions(first, last, behind);
  if (there)
    return propose(there, words, party);
  AdrefNode *bracket = adref_bracket_new();
  AdrefBracketPlace place = {.bracket = bracket, .is_new = TRUE, .is_added = TRUE};
  place.alternative = adref_bracket_propose(bracket, words, party);
  g_autoptr(AdrefNode) inlines = adref_node_new(ADREF_PARAGRAPH);
  adref_node_append(inlines, bracket);
  put_beside(first, last, behind, inlines, TRUE);
  adref_bracket_separate(bracket);
  return place;
}
