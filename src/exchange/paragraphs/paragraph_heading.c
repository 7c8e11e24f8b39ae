#include "exchange/paragraphs/paragraph_heading.h"

#include <string.h>

#include "base/plain_spaces.h"
#include "clause/labels/item_label.h"
#include "exchange/paragraphs/opening_words.h"
#include "exchange/paragraphs/place_line.h"

enum {
  HEADING_WORDS = 14, /* of a heading in the face of the text */
  ITALIC_HEADING_WORDS = 16,
  BOLD_HEADING_WORDS = 40, /* of one in a face of its own */
  FIRST_DATES = 5,         /* paragraphs at the start among which a date line is looked for */
  LAST_DATES = 6,          /* and at the end */
  FIRST_PLACES = 3 /* likewise a place without a date, and a date with a line for the place */
};

/* A field of a record above the text: "Fundstelle : BGBl I: 2009". */
static gboolean is_label(const AdrefSight *seen)
{
  return adref_sight_is_plain_line(seen) && adref_opening_is(ADREF_OPENING_LABEL, seen->words);
}

/* "A/RES/79/1", the symbol of a document. */
static gboolean is_symbol(const AdrefSight *seen)
{
  return adref_sight_is_plain_line(seen) && adref_opening_is(ADREF_OPENING_SYMBOL, seen->words);
}

static gboolean is_other_field(const AdrefSight *seen)
{
  const char *value = is_label(seen) ? strchr(seen->words, ':') + 1 : NULL;
  return value && strspn(value, " 0123456789.-/") < strlen(value);
}

/* A date has several lines at the top of a text alone: elsewhere the others are names. "(c)
 * training until 31 December 2028" is an item. */
static gboolean is_date_line(const AdrefSight *seen, gboolean top)
{
  g_autofree char *words = adref_plain_spaces(seen->paragraph->words);
  return adref_sight_is_plain_line(seen) && !adref_opening_is(ADREF_OPENING_WE, seen->words) &&
         !is_other_field(seen) && !adref_opening_is(ADREF_OPENING_ADOPTED, seen->words) &&
         !adref_sight_ends_with(seen, ".:!?。：؟") && !adref_sight_has_open_end(seen) &&
         !adref_opening_is(ADREF_OPENING_IN_FORCE, seen->words) &&
         !adref_opening_is_sub_number(seen->paragraph->words) &&
         (top || !adref_paragraph_has_lines(seen->paragraph->content)) &&
         adref_opening_is(ADREF_OPENING_DATE, words);
}

static gboolean is_place_line(const AdrefSight *seen, const char *language)
{
  g_autofree char *words = adref_plain_spaces(seen->words);
  return adref_sight_is_plain_line(seen) && adref_place_line_is(words, language);
}

void adref_paragraph_dates_decide(AdrefSights *self)
{
  for (guint i = 0; i < self->n; i++) {
    AdrefSight *seen = &self->all[i];
    gboolean near = i < FIRST_DATES || i + LAST_DATES >= self->n, top = i < FIRST_PLACES;
    if (!near || adref_sight_is_decided(seen))
      continue;
    gboolean place = top && i + 1 < self->n && is_place_line(seen, self->language);
    if (place || is_date_line(seen, top))
      seen->paragraph->kind = ADREF_INCOMING_DATE;
    else if ((i < FIRST_DATES && is_label(seen)) || (top && is_symbol(seen)))
      seen->paragraph->kind = ADREF_INCOMING_CHAPEAU;
  }
}

static void make_heading(AdrefSight *seen)
{
  gboolean annex = adref_opening_is(ADREF_OPENING_ANNEX, seen->paragraph->words);
  seen->paragraph->kind = annex ? ADREF_INCOMING_ANNEX : ADREF_INCOMING_HEADING;
}

/* Thai and Lao sentences end without a mark. */
static gboolean has_no_full_stop(const char *language)
{
  return g_str_has_prefix(language, "th") || g_str_has_prefix(language, "lo");
}

static gboolean opens_paragraph(const AdrefSight *seen)
{
  return adref_opening_is(ADREF_OPENING_ADOPTED, seen->words) ||
         adref_opening_is(ADREF_OPENING_PARTICIPLE, seen->words) ||
         adref_opening_is(ADREF_OPENING_WE, seen->words);
}

/* "Building new bridges" above a paragraph that ends as a sentence, not among preambular ones. */
static gboolean stands_above_sentences(const AdrefSights *self, guint i)
{
  enum {
    SHORT = 8
  };
  const AdrefSight *seen = &self->all[i], *below = &self->all[i + 1];
  return adref_sight_opens_with_participle(seen) && seen->count <= SHORT &&
         !seen->face.capital_opener && !below->paragraph->list && below->count > HEADING_WORDS &&
         adref_sight_ends_with(below, ".") && !adref_sight_opens_with_participle(below);
}

/* Whether the symbol of the document stands directly above: the line may be a title that opens as
 * a paragraph does, "Strengthening cooperation". */
static gboolean is_below_symbol(const AdrefSights *self, guint i)
{
  return i > 0 && i < FIRST_PLACES && is_symbol(&self->all[i - 1]);
}

/* Whether nothing but what is left out, and a symbol, stands above: a title may have many words. */
static gboolean is_first(const AdrefSights *self, guint i)
{
  while (i > 0 &&
         (self->all[i - 1].paragraph->kind == ADREF_INCOMING_SKIP || is_below_symbol(self, i)))
    i--;
  return i == 0;
}

/* Whether the paragraph below goes on with the words of a plain line, whose sentence it ends: small
 * words, but for items below a line that has no number itself. */
static gboolean goes_on_below(const AdrefSights *self, guint i)
{
  guint below = i + 1;
  while (below < self->n && self->all[below].paragraph->kind == ADREF_INCOMING_SKIP)
    below++;
  if (below == self->n)
    return FALSE;
  const AdrefSight *next = &self->all[below];
  const char *words = next->paragraph->words;
  gboolean item = next->paragraph->list || adref_opening_is_sub_number(words);
  gsize label = item && !next->paragraph->list ? adref_opening_number_length(words) : 0;
  return (!item || self->all[i].paragraph->number) &&
         (label > 0 ? g_unichar_islower(g_utf8_get_char(words + label))
                    : adref_words_begin_small(next->words));
}

/* The number of a short line "1. Suva" or "(1) Suva"; 0: it has none. */
static guint64 number_of_line(const AdrefSights *self, guint i)
{
  const AdrefSight *seen = &self->all[i];
  if (!adref_sight_is_plain_line(seen))
    return 0;
  if (adref_sight_is_numbered(seen))
    return adref_sight_number(seen);
  const char *words = seen->paragraph->words;
  AdrefItemLabel label = adref_item_label_read(words, strlen(words));
  return label.length > 0 && label.kind == ADREF_ITEM_LABEL_FIGURE ? label.numbers[0] : 0;
}

/* Whether a line "2. Suva" stands directly behind "1. Apia", or before "3. Nadi": an item, since no
 * paragraph stands below it. */
static gboolean is_in_numbered_row(const AdrefSights *self, guint i)
{
  for (guint at = i > 0 ? i - 1 : 0; at <= i && at + 1 < self->n; at++) {
    guint64 one = number_of_line(self, at);
    if (one > 0 && number_of_line(self, at + 1) == one + 1)
      return TRUE;
  }
  return FALSE;
}

/* Whether a paragraph that is no heading of Markdown is meant as one: short, without the end of a
 * sentence, in a face of its own or alone on its line. */
static gboolean looks_like_heading(const AdrefSights *self, guint i)
{
  const AdrefSight *seen = &self->all[i];
  const AdrefIncomingParagraph *paragraph = seen->paragraph;
  const AdrefFace *face = &seen->face;
  gboolean has_face = face->bold || face->italic || face->underlined || face->capitals;
  gboolean above_date =
      i == 0 && self->n > 1 && self->all[1].paragraph->kind == ADREF_INCOMING_DATE;
  if (paragraph->list || !adref_paragraph_is_words(paragraph->content) ||
      (adref_paragraph_has_lines(paragraph->content) && !above_date) || i + 1 == self->n ||
      adref_opening_is_sub_number(paragraph->words) ||
      adref_opening_is(ADREF_OPENING_BULLET, paragraph->words) || adref_sight_has_open_end(seen) ||
      adref_sight_is_among_items(self, i))
    return FALSE;
  gboolean annex = adref_sight_ends_with(seen, ":：") && has_face &&
                   adref_opening_is(ADREF_OPENING_ANNEX, paragraph->words);
  if ((adref_sight_ends_with(seen, ".;:,。；：、，؛،") && !annex) ||
      adref_words_begin_small(seen->words))
    return FALSE;
  if (!has_face &&
      ((has_no_full_stop(self->language) && !above_date) || adref_typed_number_stays(paragraph) ||
       (opens_paragraph(seen) && !stands_above_sentences(self, i) && !is_below_symbol(self, i))))
    return FALSE;
  if (!has_face &&
      (self->has_own_headings || goes_on_below(self, i) || is_in_numbered_row(self, i)))
    return FALSE;
  gboolean strong = face->bold || face->underlined || face->capitals ||
                    (!has_face && !self->front_title && is_first(self, i));
  return seen->count <= (strong     ? BOLD_HEADING_WORDS
                         : has_face ? ITALIC_HEADING_WORDS
                                    : HEADING_WORDS);
}

/* Whether what follows a plain short line makes it a heading: a paragraph of sentences. */
static gboolean has_text_below(const AdrefSights *self, guint i)
{
  for (guint below = i + 1; below < self->n; below++) {
    const AdrefSight *seen = &self->all[below];
    if (seen->paragraph->kind == ADREF_INCOMING_SKIP ||
        seen->paragraph->kind == ADREF_INCOMING_DATE)
      continue;
    return TRUE;
  }
  return FALSE;
}

static char *letters_of(const char *words)
{
  g_autofree char *folded = g_utf8_casefold(words, -1);
  GString *letters = g_string_new(NULL);
  for (const char *at = folded; *at; at = g_utf8_next_char(at))
    if (g_unichar_isalnum(g_utf8_get_char(at)))
      g_string_append_unichar(letters, g_utf8_get_char(at));
  return g_string_free(letters, FALSE);
}

static gboolean is_only_first_level(const AdrefSights *self, guint title)
{
  for (guint i = title + 1; i < self->n; i++)
    if (self->all[i].paragraph->is_heading && self->all[i].paragraph->level == 1)
      return FALSE;
  return self->all[title].paragraph->is_heading && self->all[title].paragraph->level == 1;
}

/* Where the front matter has a title, the first heading is another one: "Preamble", a subtitle. */
static gboolean may_be_title(const AdrefSights *self, guint i)
{
  if (!self->front_title || is_only_first_level(self, i))
    return TRUE;
  g_autofree char *front = letters_of(self->front_title);
  g_autofree char *own = letters_of(self->all[i].paragraph->words);
  return strcmp(front, own) == 0;
}

/* The only heading of Markdown's first level near the top, below lines that are no text: a note of
 * its editor. 0: there is none. */
static guint find_title_below(const AdrefSights *self)
{
  for (guint i = 0; i < self->n && i < FIRST_DATES; i++) {
    const AdrefIncomingParagraph *paragraph = self->all[i].paragraph;
    if (is_only_first_level(self, i) && paragraph->kind == ADREF_INCOMING_HEADING)
      return i;
    if (paragraph->is_heading || self->all[i].count > ADREF_LINE_WORDS)
      return 0;
  }
  return 0;
}

/* "84/12. Ports and the sea", as the title of a resolution stands below the masthead of the UN. */
static gboolean is_numbered_title(const char *words)
{
  static const char digits[] = "0123456789";
  gsize session = strspn(words, digits);
  gsize number = words[session] == '/' ? strspn(words + session + 1, digits) : 0;
  const char *behind = words + session + 1 + number;
  return session > 0 && session <= 3 && number > 0 && number <= 3 && behind[0] == '.' &&
         behind[1] == ' ';
}

/* The title of a resolution, above which a line has its symbol; 0: there is none. */
static guint find_resolution_title(const AdrefSights *self)
{
  enum {
    MASTHEAD = 15 /* paragraphs */
  };
  gboolean has_symbol = FALSE;
  for (guint i = 0; i < self->n && i < MASTHEAD; i++) {
    const AdrefSight *seen = &self->all[i];
    const char *words = seen->paragraph->words;
    if (has_symbol && !seen->paragraph->is_marked && adref_sight_is_plain_line(seen) &&
        is_numbered_title(words))
      return i;
    has_symbol = has_symbol || strstr(words, "/RES/");
  }
  return 0;
}

/* The first heading is the title, when nothing but a date stands before it and it is Markdown's
 * own, or a line of plain text without one. */
static void decide_title(AdrefSights *self)
{
  guint resolution = find_resolution_title(self);
  if (resolution > 0)
    self->all[resolution].paragraph->kind = ADREF_INCOMING_HEADING;
  for (guint i = resolution > 0 ? resolution : find_title_below(self); i < self->n; i++) {
    AdrefIncomingParagraph *paragraph = self->all[i].paragraph;
    if (paragraph->kind == ADREF_INCOMING_SKIP || paragraph->kind == ADREF_INCOMING_DATE ||
        is_symbol(&self->all[i]))
      continue;
    if (paragraph->kind != ADREF_INCOMING_HEADING || paragraph->is_marked || !may_be_title(self, i))
      return;
    paragraph->kind = ADREF_INCOMING_TITLE;
    for (guint above = 0; above < i; above++)
      if (self->all[above].paragraph->kind == ADREF_INCOMING_HEADING)
        self->all[above].paragraph->kind = ADREF_INCOMING_CHAPEAU;
    return;
  }
}

/* Levels: those of Markdown; a face that stands directly below another heading is one level below
 * it, and keeps this level in the whole text. */
static void decide_levels(AdrefSights *self)
{
  guint levels[ADREF_FACES] = {0}, above = 0;
  for (guint i = 0; i < self->n; i++) {
    AdrefIncomingParagraph *paragraph = self->all[i].paragraph;
    gboolean heading =
        paragraph->kind == ADREF_INCOMING_HEADING || paragraph->kind == ADREF_INCOMING_ANNEX;
    guint face = adref_face_index(&self->all[i].face, paragraph->words);
    if (heading && paragraph->is_heading)
      paragraph->level = MAX(paragraph->level, 2);
    else if (heading && levels[face] == 0)
      paragraph->level = levels[face] = above > 0 ? MIN(above + 1, 6) : 2;
    else if (heading)
      paragraph->level = levels[face];
    if (paragraph->kind == ADREF_INCOMING_TITLE)
      paragraph->level = 1;
    above = heading ? paragraph->level : 0;
  }
}

static void find_headings(AdrefSights *self)
{
  for (guint i = 0; i < self->n; i++) {
    AdrefSight *seen = &self->all[i];
    if (adref_sight_is_decided(seen))
      continue;
    if (seen->paragraph->is_heading || (looks_like_heading(self, i) && has_text_below(self, i)))
      make_heading(seen);
  }
}

void adref_paragraph_headings_decide(AdrefSights *self)
{
  find_headings(self);
  decide_title(self);
  decide_levels(self);
}
