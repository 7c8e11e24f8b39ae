#include "exchange/paragraphs/paragraph_sight.h"

#include <string.h>

#include "exchange/paragraphs/eastern_items.h"
#include "exchange/paragraphs/opening_words.h"

static guint count_words(const char *words)
{
  guint spaces = 0, wide = 0;
  for (const guchar *at = (const guchar *)words; *at; at++)
    if (*at == ' ')
      spaces++;
    else if (*at >= 0xE0) /* scripts without spaces, from U+0E00 on */
      wide += *at > 0xE0 || at[1] >= 0xB8;
  return spaces + 1 + wide / 4;
}

/* Whether the point at `end` is that of "No." or "Rev.", before the number of something. */
static gboolean is_abbreviation(const char *words, gsize end)
{
  static const char *const known[] = {"no",  "nos", "nr",  "num",  "núm", "n",   "art",  "arts",
                                      "vol", "rev", "add", "corr", "sec", "ch",  "para", "doc",
                                      "ser", "res", "dec", "fig",  "app", "ver", NULL};
  const char *start = words + end, *before = start;
  while ((before = g_utf8_find_prev_char(words, start)) &&
         g_unichar_isalpha(g_utf8_get_char(before)))
    start = before;
  gsize length = (gsize)(words + end - start);
  for (const char *const *word = known; *word; word++)
    if (strlen(*word) == length && g_ascii_strncasecmp(start, *word, length) == 0)
      return TRUE;
  return FALSE;
}

/* Behind the words without the mark of a note behind their last sign, "piracy.1" of "piracy.[1]".
 */
static gsize end_before_mark(const char *words)
{
  enum {
    DIGITS = 3
  };
  gsize length = strlen(words), last = length > 0 && words[length - 1] == ']' ? length - 1 : length;
  gsize end = last;
  while (end > 0 && last - end < DIGITS && g_ascii_isdigit(words[end - 1]))
    end--;
  if (end == last || (last < length && (end == 0 || words[--end] != '[')))
    return length;
  const char *letter = end > 1 ? g_utf8_find_prev_char(words, words + end - 1) : NULL;
  gboolean mark = letter && strchr(".;:,", words[end - 1]) && !is_abbreviation(words, end - 1) &&
                  (g_unichar_islower(g_utf8_get_char(letter)) || *letter == ')');
  return mark ? end : length;
}

void adref_sight_take(AdrefSight *seen, AdrefIncomingParagraph *paragraph)
{
  gsize number = 0;
  const char *words = paragraph->words;
  g_autofree char *label = adref_incoming_label(paragraph);
  seen->paragraph = paragraph;
  if (!paragraph->is_marked && !paragraph->is_coded && (label || !paragraph->list))
    paragraph->number = adref_opening_number(words, &number);
  number = label ? strlen(label) : number;
  if (paragraph->list && paragraph->list->as.list.ordered)
    paragraph->number = g_strdup_printf("%u", paragraph->list->as.list.start);
  seen->words = words + number;
  seen->count = count_words(words);
  seen->face = adref_paragraph_face(paragraph->content);
  g_autofree char *unmarked = g_strndup(words, end_before_mark(words));
  seen->end = adref_last_character(unmarked);
}

gboolean adref_sight_ends_with(const AdrefSight *seen, const char *marks)
{
  return seen->end != 0 && g_utf8_strchr(marks, -1, seen->end) != NULL;
}

gboolean adref_sight_is_decided(const AdrefSight *seen)
{
  return seen->paragraph->is_marked || seen->paragraph->kind != ADREF_INCOMING_OP;
}

gboolean adref_words_begin_small(const char *words)
{
  return g_unichar_islower(g_utf8_get_char(words));
}

gboolean adref_sight_is_content(const AdrefSight *seen)
{
  return seen->paragraph->kind == ADREF_INCOMING_OP && !seen->paragraph->is_marked;
}

gboolean adref_sight_is_head(const AdrefSight *seen)
{
  return seen->paragraph->kind == ADREF_INCOMING_HEADING ||
         seen->paragraph->kind == ADREF_INCOMING_TITLE ||
         seen->paragraph->kind == ADREF_INCOMING_ANNEX;
}

gboolean adref_sight_is_numbered(const AdrefSight *seen)
{
  return seen->paragraph->number && !strchr(seen->paragraph->number, '.');
}

guint64 adref_sight_number(const AdrefSight *seen)
{
  return g_ascii_strtoull(seen->paragraph->number, NULL, 10);
}

gboolean adref_sight_has_open_end(const AdrefSight *seen)
{
  return adref_opening_is(ADREF_OPENING_OPEN_END, seen->words);
}

gboolean adref_sight_opens_with_participle(const AdrefSight *seen)
{
  return !adref_opening_is(ADREF_OPENING_WE, seen->words) &&
         adref_opening_is(ADREF_OPENING_PARTICIPLE, seen->words);
}

gboolean adref_sight_is_plain_line(const AdrefSight *seen)
{
  return !seen->paragraph->list && !seen->paragraph->is_heading &&
         seen->count <= ADREF_LINE_WORDS && adref_paragraph_is_words(seen->paragraph->content);
}

gboolean adref_typed_number_stays(const AdrefIncomingParagraph *paragraph)
{
  gboolean item = paragraph->list && paragraph->list->as.list.ordered;
  return paragraph->number && !item && !paragraph->is_coded &&
         adref_opening_number_stays(paragraph->words);
}

static AdrefEasternKind item_kind(const AdrefSights *self, guint i)
{
  const AdrefIncomingParagraph *paragraph = i < self->n ? self->all[i].paragraph : NULL;
  if (!paragraph || paragraph->list || paragraph->is_heading)
    return ADREF_EASTERN_NONE;
  const char *words = paragraph->words;
  return adref_eastern_item_read(words + adref_eastern_indent(words)).kind;
}

gboolean adref_sight_is_among_items(const AdrefSights *self, guint i)
{
  AdrefEasternKind kind = item_kind(self, i);
  return kind != ADREF_EASTERN_NONE && kind != ADREF_EASTERN_NUMBER &&
         (item_kind(self, i + 1) == kind || (i > 0 && item_kind(self, i - 1) == kind));
}
