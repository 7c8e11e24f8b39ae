#include "review/change_group.h"

enum {
  CONTEXT = 64, /* bytes around a stretch in which a phrase may go on */
};

/* Scanning */

static gboolean is_space(char c)
{
  return c == ' ' || c == '\n';
}

static gboolean continues(const GString *words, guint at)
{
  return at < words->len && ((guchar)words->str[at] & 0xC0) == 0x80;
}

/* Where a phrase may begin of which a word before `from` is a part: words that are in no phrase
 * end the search. */
static guint window_start(const AdrefPhraseScanner *scanner, const GString *words, guint from)
{
  guint limit = from > CONTEXT ? from - CONTEXT : 0, at = from;
  while (at > limit && !is_space(words->str[at - 1]))
    at--;
  while (at > limit && words->str[at - 1] == ' ') {
    guint start = at - 1;
    while (start > limit && !is_space(words->str[start - 1]))
      start--;
    if ((start > 0 && !is_space(words->str[start - 1])) ||
        !adref_phrase_trie_may_contain(scanner->phrases, words->str + start, at - 1 - start))
      break;
    at = start;
  }
  while (continues(words, at))
    at--;
  return at;
}

/* The same behind a stretch. */
static guint window_end(const AdrefPhraseScanner *scanner, const GString *words, guint from)
{
  guint limit = MIN(from + CONTEXT, (guint)words->len), at = from;
  while (at < limit && !is_space(words->str[at]))
    at++;
  while (at < limit && words->str[at] == ' ') {
    guint end = at + 1;
    while (end < limit && !is_space(words->str[end]))
      end++;
    if (!adref_phrase_trie_may_contain(scanner->phrases, words->str + at + 1, end - at - 1))
      break;
    at = end;
  }
  while (continues(words, at))
    at++;
  return at;
}

void adref_change_group_scan(AdrefPhraseScanner *scanner, const AdrefClauseText *text,
                             AdrefTextSide side, GArray *found)
{
  const GString *words = text->words[side];
  const GArray *runs = text->runs;
  guint start = 0, end = 0; /* a window that is open */
  for (guint i = 0; i < runs->len; i++) {
    const AdrefChangeRun *run = &g_array_index(runs, AdrefChangeRun, i);
    guint next = window_start(scanner, words, run->start[side]);
    guint next_end = window_end(scanner, words, run->end[side]);
    if (i > 0 && next > end)
      adref_phrase_scanner_scan(scanner, start, end, found);
    if (i == 0 || next > end) {
      start = next;
      end = 0;
    }
    end = MAX(end, next_end);
  }
  if (runs->len > 0)
    adref_phrase_scanner_scan(scanner, start, end, found);
}

/* Groups */

static AdrefChangeRun *run_at(const AdrefClauseText *text, guint i)
{
  return &g_array_index(text->runs, AdrefChangeRun, i);
}

static AdrefPhraseMatch *found_at(GArray *found, guint i)
{
  return &g_array_index(found, AdrefPhraseMatch, i);
}

/* The first stretch of the group. */
static guint find_root(const AdrefClauseText *text, guint i)
{
  while (run_at(text, i)->group != i) {
    AdrefChangeRun *run = run_at(text, i);
    run->group = run_at(text, run->group)->group;
    i = run->group;
  }
  return i;
}

static void unite(const AdrefClauseText *text, guint one, guint two)
{
  guint first = find_root(text, one), second = find_root(text, two);
  for (guint i = MAX(first, second); i > MIN(first, second);) {
    run_at(text, i)->group = MIN(first, second);
    i = find_root(text, i - 1);
  }
}

/* Spaces and the like, which do not part what was replaced. */
static gboolean is_joint(const GString *words, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (words->str[i] != ' ' && words->str[i] != '-' && words->str[i] != '/')
      return FALSE;
  return end - start <= 3;
}

static void join_neighbours(const AdrefClauseText *text)
{
  for (guint i = 1; i < text->runs->len; i++)
    if (is_joint(text->words[0], run_at(text, i - 1)->end[0], run_at(text, i)->start[0]))
      unite(text, i - 1, i);
}

/* The first stretch that ends behind a place. */
static guint run_behind(const AdrefClauseText *text, AdrefTextSide side, guint place)
{
  guint low = 0, high = text->runs->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (run_at(text, middle)->end[side] <= place)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The first phrase that ends behind a place. */
static guint found_behind(GArray *found, guint place)
{
  guint low = 0, high = found->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (found_at(found, middle)->end <= place)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

typedef struct {
  AdrefTextSide side;
  guint at;
} QueuedMatch;

typedef struct {
  const AdrefClauseText *text;
  GArray **found;
  GArray *queue; /* of Touched */
} Propagation;

static void mark_changed(Propagation *self, AdrefTextSide side, guint at, guint group)
{
  AdrefPhraseMatch *found = found_at(self->found[side], at);
  if (found->group != G_MAXUINT) {
    unite(self->text, found->group, group);
    return;
  }
  found->group = group;
  QueuedMatch changed = {side, at};
  g_array_append_val(self->queue, changed);
}

static gboolean has_capital(const GString *words, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    if (g_ascii_isupper(words->str[i]) || (guchar)words->str[i] >= 0x80)
      return TRUE;
  return FALSE;
}

/* Whether a stretch changes a phrase that it reaches into. Words put into it do not; and what joins
 * the words of a name, "of", is no part of it. */
static gboolean changes(const AdrefClauseText *text, AdrefTextSide side,
                        const AdrefPhraseMatch *found, const AdrefChangeRun *run)
{
  guint start = MAX(run->start[side], found->start), end = MIN(run->end[side], found->end);
  return start < end &&
         (found->class != ADREF_CHANGE_CLASS_NAME || has_capital(text->words[side], start, end));
}

static void mark_changed_by_runs(Propagation *self, AdrefTextSide side)
{
  guint count = self->text->runs->len;
  for (guint at = 0, i = 0; at < self->found[side]->len; at++) {
    const AdrefPhraseMatch *found = found_at(self->found[side], at);
    while (i < count && run_at(self->text, i)->end[side] <= found->start)
      i++;
    for (guint j = i; j < count && run_at(self->text, j)->start[side] < found->end; j++)
      if (changes(self->text, side, found, run_at(self->text, j)))
        mark_changed(self, side, at, j);
  }
}

static gboolean is_quantity(AdrefChangeClass class)
{
  return class == ADREF_CHANGE_CLASS_NUMBER || class == ADREF_CHANGE_CLASS_DATE;
}

/* Touches what stands on the other side of a stretch of words that stayed, behind stretch i - 1. */
static void mark_changed_across(Propagation *self, const QueuedMatch *from, guint start, guint end,
                                guint i)
{
  const AdrefPhraseMatch *found = found_at(self->found[from->side], from->at);
  AdrefChangeClass class = found->class;
  AdrefTextSide other =
      from->side == ADREF_TEXT_SIDE_OLD ? ADREF_TEXT_SIDE_NEW : ADREF_TEXT_SIDE_OLD;
  guint here = i > 0 ? run_at(self->text, i - 1)->end[from->side] : 0;
  guint there = i > 0 ? run_at(self->text, i - 1)->end[other] : 0;
  guint first = start - here + there, last = end - here + there;
  GArray *others = self->found[other];
  for (guint at = found_behind(others, first);
       at < others->len && found_at(others, at)->start < last; at++) {
    AdrefChangeClass its = found_at(others, at)->class;
    if (its == class || (is_quantity(its) && is_quantity(class)))
      mark_changed(self, other, at, found->group);
  }
}

static void propagate(Propagation *self, QueuedMatch from)
{
  GArray *mine = self->found[from.side];
  guint start = found_at(mine, from.at)->start, end = found_at(mine, from.at)->end;
  guint count = self->text->runs->len;
  for (guint i = run_behind(self->text, from.side, start); start < end; i++) {
    guint stop = i < count ? MIN(run_at(self->text, i)->start[from.side], end) : end;
    if (start < stop)
      mark_changed_across(self, &from, start, stop, i);
    start = i < count ? MAX(run_at(self->text, i)->end[from.side], start) : end;
    if (stop == end)
      break;
  }
  const AdrefPhraseMatch *found = found_at(mine, from.at);
  if (from.at == 0 || found->class != ADREF_CHANGE_CLASS_STRENGTH)
    return;
  const AdrefPhraseMatch *before = found_at(mine, from.at - 1);
  if (before->class == ADREF_CHANGE_CLASS_STRENGTH && before->after == found->first &&
      !before->weak && !found->weak)
    mark_changed(self, from.side, from.at - 1, found->group);
}

void adref_change_group_find(const AdrefClauseText *text, GArray *found[2])
{
  g_autoptr(GArray) queue = g_array_new(FALSE, FALSE, sizeof(QueuedMatch));
  Propagation propagation = {text, found, queue};
  join_neighbours(text);
  mark_changed_by_runs(&propagation, ADREF_TEXT_SIDE_OLD);
  mark_changed_by_runs(&propagation, ADREF_TEXT_SIDE_NEW);
  for (guint i = 0; i < queue->len; i++)
    propagate(&propagation, g_array_index(queue, QueuedMatch, i));
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < found[side]->len; i++)
      if (found_at(found[side], i)->group != G_MAXUINT)
        found_at(found[side], i)->group = find_root(text, found_at(found[side], i)->group);
  for (guint i = 0; i < text->runs->len; i++)
    run_at(text, i)->group = find_root(text, i);
}
