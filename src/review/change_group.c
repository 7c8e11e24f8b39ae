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
static guint window_start(const AdrefScanner *scanner, const GString *words, guint from)
{
  guint limit = from > CONTEXT ? from - CONTEXT : 0, at = from;
  while (at > limit && !is_space(words->str[at - 1]))
    at--;
  while (at > limit && words->str[at - 1] == ' ') {
    guint start = at - 1;
    while (start > limit && !is_space(words->str[start - 1]))
      start--;
    if ((start > 0 && !is_space(words->str[start - 1])) ||
        !adref_phrases_may_have(scanner->phrases, words->str + start, at - 1 - start))
      break;
    at = start;
  }
  while (continues(words, at))
    at--;
  return at;
}

/* The same behind a stretch. */
static guint window_end(const AdrefScanner *scanner, const GString *words, guint from)
{
  guint limit = MIN(from + CONTEXT, (guint)words->len), at = from;
  while (at < limit && !is_space(words->str[at]))
    at++;
  while (at < limit && words->str[at] == ' ') {
    guint end = at + 1;
    while (end < limit && !is_space(words->str[end]))
      end++;
    if (!adref_phrases_may_have(scanner->phrases, words->str + at + 1, end - at - 1))
      break;
    at = end;
  }
  while (continues(words, at))
    at++;
  return at;
}

void adref_group_scan(AdrefScanner *scanner, const AdrefClauseText *text, AdrefTextSide side,
                      GArray *found)
{
  const GString *words = text->words[side];
  const GArray *stretches = text->stretches;
  guint start = 0, end = 0; /* a window that is open */
  for (guint i = 0; i < stretches->len; i++) {
    const AdrefStretch *stretch = &g_array_index(stretches, AdrefStretch, i);
    guint next = window_start(scanner, words, stretch->start[side]);
    guint next_end = window_end(scanner, words, stretch->end[side]);
    if (i > 0 && next > end)
      adref_scanner_scan(scanner, start, end, found);
    if (i == 0 || next > end) {
      start = next;
      end = 0;
    }
    end = MAX(end, next_end);
  }
  if (stretches->len > 0)
    adref_scanner_scan(scanner, start, end, found);
}

/* Groups */

static AdrefStretch *stretch_at(const AdrefClauseText *text, guint i)
{
  return &g_array_index(text->stretches, AdrefStretch, i);
}

static AdrefFound *found_at(GArray *found, guint i)
{
  return &g_array_index(found, AdrefFound, i);
}

/* The first stretch of the group. */
static guint root(const AdrefClauseText *text, guint i)
{
  while (stretch_at(text, i)->group != i) {
    AdrefStretch *stretch = stretch_at(text, i);
    stretch->group = stretch_at(text, stretch->group)->group;
    i = stretch->group;
  }
  return i;
}

static void unite(const AdrefClauseText *text, guint one, guint two)
{
  guint first = root(text, one), second = root(text, two);
  for (guint i = MAX(first, second); i > MIN(first, second);) {
    stretch_at(text, i)->group = MIN(first, second);
    i = root(text, i - 1);
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
  for (guint i = 1; i < text->stretches->len; i++)
    if (is_joint(text->words[0], stretch_at(text, i - 1)->end[0], stretch_at(text, i)->start[0]))
      unite(text, i - 1, i);
}

/* The first stretch that ends behind a place. */
static guint stretch_behind(const AdrefClauseText *text, AdrefTextSide side, guint place)
{
  guint low = 0, high = text->stretches->len;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (stretch_at(text, middle)->end[side] <= place)
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
} Touched;

typedef struct {
  const AdrefClauseText *text;
  GArray **found;
  GArray *queue; /* of Touched */
} Toucher;

static void touch(Toucher *self, AdrefTextSide side, guint at, guint group)
{
  AdrefFound *found = found_at(self->found[side], at);
  if (found->group != G_MAXUINT) {
    unite(self->text, found->group, group);
    return;
  }
  found->group = group;
  Touched touched = {side, at};
  g_array_append_val(self->queue, touched);
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
static gboolean changes(const AdrefClauseText *text, AdrefTextSide side, const AdrefFound *found,
                        const AdrefStretch *stretch)
{
  guint start = MAX(stretch->start[side], found->start), end = MIN(stretch->end[side], found->end);
  return start < end &&
         (found->class != ADREF_MATTER_NAME || has_capital(text->words[side], start, end));
}

static void touch_by_stretches(Toucher *self, AdrefTextSide side)
{
  guint count = self->text->stretches->len;
  for (guint at = 0, i = 0; at < self->found[side]->len; at++) {
    const AdrefFound *found = found_at(self->found[side], at);
    while (i < count && stretch_at(self->text, i)->end[side] <= found->start)
      i++;
    for (guint j = i; j < count && stretch_at(self->text, j)->start[side] < found->end; j++)
      if (changes(self->text, side, found, stretch_at(self->text, j)))
        touch(self, side, at, j);
  }
}

static gboolean is_quantity(AdrefMatterClass class)
{
  return class == ADREF_MATTER_NUMBER || class == ADREF_MATTER_DATE;
}

/* Touches what stands on the other side of a stretch of words that stayed, behind stretch i - 1. */
static void touch_across(Toucher *self, const Touched *from, guint start, guint end, guint i)
{
  const AdrefFound *found = found_at(self->found[from->side], from->at);
  AdrefMatterClass class = found->class;
  AdrefTextSide other = from->side == ADREF_TEXT_OLD ? ADREF_TEXT_NEW : ADREF_TEXT_OLD;
  guint here = i > 0 ? stretch_at(self->text, i - 1)->end[from->side] : 0;
  guint there = i > 0 ? stretch_at(self->text, i - 1)->end[other] : 0;
  guint first = start - here + there, last = end - here + there;
  GArray *others = self->found[other];
  for (guint at = found_behind(others, first);
       at < others->len && found_at(others, at)->start < last; at++) {
    AdrefMatterClass its = found_at(others, at)->class;
    if (its == class || (is_quantity(its) && is_quantity(class)))
      touch(self, other, at, found->group);
  }
}

static void spread(Toucher *self, Touched from)
{
  GArray *mine = self->found[from.side];
  guint start = found_at(mine, from.at)->start, end = found_at(mine, from.at)->end;
  guint count = self->text->stretches->len;
  for (guint i = stretch_behind(self->text, from.side, start); start < end; i++) {
    guint stop = i < count ? MIN(stretch_at(self->text, i)->start[from.side], end) : end;
    if (start < stop)
      touch_across(self, &from, start, stop, i);
    start = i < count ? MAX(stretch_at(self->text, i)->end[from.side], start) : end;
    if (stop == end)
      break;
  }
  const AdrefFound *found = found_at(mine, from.at);
  if (from.at == 0 || found->class != ADREF_MATTER_STRENGTH)
    return;
  const AdrefFound *before = found_at(mine, from.at - 1);
  if (before->class == ADREF_MATTER_STRENGTH && before->after == found->first && !before->weak &&
      !found->weak)
    touch(self, from.side, from.at - 1, found->group);
}

void adref_group_find(const AdrefClauseText *text, GArray *found[2])
{
  g_autoptr(GArray) queue = g_array_new(FALSE, FALSE, sizeof(Touched));
  Toucher toucher = {text, found, queue};
  join_neighbours(text);
  touch_by_stretches(&toucher, ADREF_TEXT_OLD);
  touch_by_stretches(&toucher, ADREF_TEXT_NEW);
  for (guint i = 0; i < queue->len; i++)
    spread(&toucher, g_array_index(queue, Touched, i));
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < found[side]->len; i++)
      if (found_at(found[side], i)->group != G_MAXUINT)
        found_at(found[side], i)->group = root(text, found_at(found[side], i)->group);
  for (guint i = 0; i < text->stretches->len; i++)
    stretch_at(text, i)->group = root(text, i);
}
