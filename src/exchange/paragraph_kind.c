#include "exchange/paragraph_kind.h"

#include <string.h>

#include "exchange/opening_words.h"
#include "exchange/paragraph_face.h"
#include "exchange/place_line.h"

enum {
  HEADING_WORDS = 14, /* of a heading in the face of the text */
  ITALIC_HEADING_WORDS = 16,
  BOLD_HEADING_WORDS = 40, /* of one in a face of its own */
  DATE_WORDS = 12,
  ENACTING_WORDS = 14,
  LONG_ITEM = 160,      /* characters of an item that is a paragraph of its own */
  FIRST_DATES = 5,      /* paragraphs at the start among which a date line is looked for */
  LAST_DATES = 6,       /* and at the end */
  FIRST_PLACES = 3,     /* likewise a place without a date, and a date with a line for the place */
  CONCLUDING = 2,       /* paragraphs behind a line of asterisks that close the text */
  INTRODUCING = 3,      /* paragraphs before the first preambular one */
  SIGNATURES = 40,      /* lines that are looked at above a date at the end */
  SIGNATURE_WORDS = 20, /* of a line of names and offices, maybe of two side by side */
  SMALL_WORD = 4        /* letters of a word of a name that may begin small: "of", "the" */
};

/* What is known about a paragraph before any is decided. */
typedef struct {
  AdrefIncomingParagraph *paragraph;
  const char *words; /* behind the typed number */
  guint count;       /* words between spaces, or characters by three where there are none */
  AdrefFace face;
  gunichar end; /* the last character */
} Seen;

typedef struct {
  Seen *all;
  guint n;
  const char *language;
  const char *front_title;   /* NULL: none */
  gboolean has_own_headings; /* Markdown's, so that a plain line is none */
} Decider;

static guint count_words(const char *words)
{
  guint spaces = 0, wide = 0;
  for (const char *at = words; *at; at = g_utf8_next_char(at)) {
    spaces += *at == ' ';
    wide += g_utf8_get_char(at) >= 0x0E00; /* scripts without spaces */
  }
  return spaces + 1 + wide / 4;
}

/* The last character that is no white space; 0: there is none. */
static gunichar last_character(const char *words)
{
  const char *at = words + strlen(words);
  while (at > words) {
    at = g_utf8_prev_char(at);
    if (!g_unichar_isspace(g_utf8_get_char(at)))
      return g_utf8_get_char(at);
  }
  return 0;
}

static void see(Seen *seen, AdrefIncomingParagraph *paragraph)
{
  gsize number = 0;
  const char *words = paragraph->words;
  seen->paragraph = paragraph;
  if (!paragraph->is_marked && !paragraph->list)
    paragraph->number = adref_opening_number(words, &number);
  if (paragraph->list && paragraph->list->as.list.ordered)
    paragraph->number = g_strdup_printf("%u", paragraph->list->as.list.start);
  seen->words = words + number;
  seen->count = count_words(words);
  seen->face = adref_paragraph_face(paragraph->content);
  seen->end = last_character(words);
}

static gboolean ends_with(const Seen *seen, const char *marks)
{
  return seen->end != 0 && g_utf8_strchr(marks, -1, seen->end) != NULL;
}

static gboolean is_decided(const Seen *seen)
{
  return seen->paragraph->is_marked || seen->paragraph->kind != ADREF_INCOMING_OP;
}

static gboolean has_letters(const char *words)
{
  for (const char *at = words; *at; at = g_utf8_next_char(at))
    if (g_unichar_isalnum(g_utf8_get_char(at)))
      return TRUE;
  return FALSE;
}

/* "###", "* * *": no words; and the last line of a page that adref made. */
static void decide_skips(Decider *self)
{
  for (guint i = 0; i < self->n; i++) {
    Seen *seen = &self->all[i];
    if (is_decided(seen) || !adref_paragraph_is_words(seen->paragraph->content))
      continue;
    if (!has_letters(seen->words) || adref_opening_is(ADREF_OPENING_PAGE_FOOTER, seen->words))
      seen->paragraph->kind = ADREF_INCOMING_SKIP;
  }
}

static gboolean is_plain_line(const Seen *seen)
{
  return !seen->paragraph->list && !seen->paragraph->is_heading && seen->count <= DATE_WORDS &&
         adref_paragraph_is_words(seen->paragraph->content);
}

/* A field of a record above the text: "Fundstelle : BGBl I: 2009". */
static gboolean is_label(const Seen *seen)
{
  return is_plain_line(seen) && adref_opening_is(ADREF_OPENING_LABEL, seen->words);
}

static gboolean is_other_field(const Seen *seen)
{
  const char *value = is_label(seen) ? strchr(seen->words, ':') + 1 : NULL;
  return value && strspn(value, " 0123456789.-/") < strlen(value);
}

/* A date has several lines at the top of a text alone: elsewhere the others are names. */
static gboolean is_date_line(const Seen *seen, gboolean top)
{
  return is_plain_line(seen) && !is_other_field(seen) &&
         !adref_opening_is(ADREF_OPENING_ADOPTED, seen->words) &&
         !ends_with(seen, ".;:!?。；：、,") &&
         !adref_opening_is(ADREF_OPENING_IN_FORCE, seen->words) &&
         (top || !adref_paragraph_has_lines(seen->paragraph->content)) &&
         adref_opening_is(ADREF_OPENING_DATE, seen->paragraph->words);
}

static void decide_dates(Decider *self)
{
  for (guint i = 0; i < self->n; i++) {
    Seen *seen = &self->all[i];
    gboolean near = i < FIRST_DATES || i + LAST_DATES >= self->n, top = i < FIRST_PLACES;
    if (!near || is_decided(seen))
      continue;
    gboolean place = top && i + 1 < self->n && is_plain_line(seen) &&
                     adref_place_line_is(seen->words, self->language);
    if (place || is_date_line(seen, top))
      seen->paragraph->kind = ADREF_INCOMING_DATE;
    else if (i < FIRST_DATES && is_label(seen))
      seen->paragraph->kind = ADREF_INCOMING_CHAPEAU;
  }
}

static void make_heading(Seen *seen)
{
  gboolean annex = adref_opening_is(ADREF_OPENING_ANNEX, seen->paragraph->words);
  seen->paragraph->kind = annex ? ADREF_INCOMING_ANNEX : ADREF_INCOMING_HEADING;
}

static gboolean begins_small(const char *words)
{
  return g_unichar_islower(g_utf8_get_char(words));
}

/* Thai and Lao sentences end without a mark. */
static gboolean has_no_full_stop(const char *language)
{
  return g_str_has_prefix(language, "th") || g_str_has_prefix(language, "lo");
}

static gboolean has_open_end(const Seen *seen)
{
  return adref_opening_is(ADREF_OPENING_OPEN_END, seen->words);
}

static gboolean opens_with_participle(const Seen *seen)
{
  return !adref_opening_is(ADREF_OPENING_WE, seen->words) &&
         adref_opening_is(ADREF_OPENING_PARTICIPLE, seen->words);
}

static gboolean opens_paragraph(const Seen *seen)
{
  return adref_opening_is(ADREF_OPENING_ADOPTED, seen->words) ||
         adref_opening_is(ADREF_OPENING_PARTICIPLE, seen->words) ||
         adref_opening_is(ADREF_OPENING_WE, seen->words);
}

/* "๑. ", "١- ": a typed number that is left in the words. */
static gboolean has_number_that_stays(const AdrefIncomingParagraph *paragraph)
{
  return paragraph->number && !paragraph->list && adref_opening_number_stays(paragraph->words);
}

/* "Building new bridges" above a paragraph that ends as a sentence, not among preambular ones. */
static gboolean stands_above_sentences(const Decider *self, guint i)
{
  enum {
    SHORT = 8
  };
  const Seen *seen = &self->all[i], *below = &self->all[i + 1];
  return opens_with_participle(seen) && seen->count <= SHORT && !seen->face.capital_opener &&
         !below->paragraph->list && below->count > HEADING_WORDS && ends_with(below, ".") &&
         !opens_with_participle(below);
}

/* Whether a paragraph that is no heading of Markdown is meant as one: short, without the end of a
 * sentence, in a face of its own or alone on its line. */
static gboolean looks_like_heading(const Decider *self, guint i)
{
  const Seen *seen = &self->all[i];
  const AdrefIncomingParagraph *paragraph = seen->paragraph;
  const AdrefFace *face = &seen->face;
  gboolean has_face = face->bold || face->italic || face->underlined || face->capitals;
  if (paragraph->list || !adref_paragraph_is_words(paragraph->content) ||
      adref_paragraph_has_lines(paragraph->content) || i + 1 == self->n ||
      adref_opening_is_sub_number(paragraph->words) ||
      adref_opening_is(ADREF_OPENING_BULLET, paragraph->words) || has_open_end(seen))
    return FALSE;
  gboolean annex =
      ends_with(seen, ":：") && has_face && adref_opening_is(ADREF_OPENING_ANNEX, paragraph->words);
  if ((ends_with(seen, ".;:,。；：、，؛،") && !annex) || begins_small(seen->words))
    return FALSE;
  if (!has_face && (has_no_full_stop(self->language) || has_number_that_stays(paragraph) ||
                    (opens_paragraph(seen) && !stands_above_sentences(self, i))))
    return FALSE;
  if (!has_face && self->has_own_headings)
    return FALSE;
  gboolean strong = face->bold || face->underlined || face->capitals;
  return seen->count <= (strong     ? BOLD_HEADING_WORDS
                         : has_face ? ITALIC_HEADING_WORDS
                                    : HEADING_WORDS);
}

/* Whether what follows a plain short line makes it a heading: a paragraph of sentences. */
static gboolean has_text_below(const Decider *self, guint i)
{
  for (guint below = i + 1; below < self->n; below++) {
    const Seen *seen = &self->all[below];
    if (seen->paragraph->kind == ADREF_INCOMING_SKIP ||
        seen->paragraph->kind == ADREF_INCOMING_DATE)
      continue;
    return TRUE;
  }
  return FALSE;
}

static void decide_headings(Decider *self)
{
  for (guint i = 0; i < self->n; i++) {
    Seen *seen = &self->all[i];
    if (is_decided(seen))
      continue;
    if (seen->paragraph->is_heading || (looks_like_heading(self, i) && has_text_below(self, i)))
      make_heading(seen);
  }
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

static gboolean is_only_first_level(const Decider *self, guint title)
{
  for (guint i = title + 1; i < self->n; i++)
    if (self->all[i].paragraph->is_heading && self->all[i].paragraph->level == 1)
      return FALSE;
  return self->all[title].paragraph->is_heading && self->all[title].paragraph->level == 1;
}

/* Where the front matter has a title, the first heading is another one: "Preamble", a subtitle. */
static gboolean may_be_title(const Decider *self, guint i)
{
  if (!self->front_title || is_only_first_level(self, i))
    return TRUE;
  g_autofree char *front = letters_of(self->front_title);
  g_autofree char *own = letters_of(self->all[i].paragraph->words);
  return strcmp(front, own) == 0;
}

/* The only heading of Markdown's first level near the top, below lines that are no text: a note of
 * its editor. 0: there is none. */
static guint find_title_below(const Decider *self)
{
  for (guint i = 0; i < self->n && i < FIRST_DATES; i++) {
    const AdrefIncomingParagraph *paragraph = self->all[i].paragraph;
    if (is_only_first_level(self, i) && paragraph->kind == ADREF_INCOMING_HEADING)
      return i;
    if (paragraph->is_heading || self->all[i].count > DATE_WORDS)
      return 0;
  }
  return 0;
}

/* The first heading is the title, when nothing but a date stands before it and it is Markdown's
 * own, or a line of plain text without one. */
static void decide_title(Decider *self)
{
  for (guint i = find_title_below(self); i < self->n; i++) {
    AdrefIncomingParagraph *paragraph = self->all[i].paragraph;
    if (paragraph->kind == ADREF_INCOMING_SKIP || paragraph->kind == ADREF_INCOMING_DATE)
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
static void decide_levels(Decider *self)
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

static gboolean is_content(const Seen *seen)
{
  return seen->paragraph->kind == ADREF_INCOMING_OP && !seen->paragraph->is_marked;
}

static gboolean is_head(const Seen *seen)
{
  return seen->paragraph->kind == ADREF_INCOMING_HEADING ||
         seen->paragraph->kind == ADREF_INCOMING_TITLE ||
         seen->paragraph->kind == ADREF_INCOMING_ANNEX;
}

/* Whether a preambular paragraph, or words that end with a comma, stand directly before. */
static gboolean goes_on(const Decider *self, guint i)
{
  const Seen *before = i > 0 ? &self->all[i - 1] : NULL;
  return before && (before->paragraph->kind == ADREF_INCOMING_PP ||
                    (before->paragraph->kind == ADREF_INCOMING_CHAPEAU && has_open_end(before)));
}

/* Whether a paragraph opens as a preambular one. A participle alone is an ordinary sentence, or a
 * heading that the paragraph goes on from, "**Opening markets.** The". It counts when the paragraph
 * does not end as a sentence, when it is in capitals, and in italics at the end of a preamble. */
static gboolean is_preambular(const Decider *self, guint i)
{
  const Seen *seen = &self->all[i];
  gboolean open_end = has_open_end(seen), list = seen->paragraph->list != NULL;
  if (adref_opening_is(ADREF_OPENING_WE, seen->words))
    return FALSE;
  if (adref_opening_is(ADREF_OPENING_PREAMBULAR_END, seen->words))
    return TRUE;
  if (!opens_with_participle(seen))
    return open_end && seen->face.capital_opener && !list;
  if (seen->face.run_in && (list || !open_end))
    return FALSE;
  if (open_end)
    return seen->face.opener || seen->face.capital_opener || !list;
  return seen->face.capital_opener || (seen->face.opener && goes_on(self, i));
}

/* A short line that ends with a colon, or has no verb of its own: "WE HEREBY DECLARE TO:". */
static gboolean is_enacting(const Seen *seen)
{
  return seen->count <= ENACTING_WORDS && ends_with(seen, ":：");
}

static gboolean is_numbered(const Seen *seen)
{
  return seen->paragraph->number && !strchr(seen->paragraph->number, '.');
}

static guint64 number_of(const Seen *seen)
{
  return g_ascii_strtoull(seen->paragraph->number, NULL, 10);
}

/* Whether the next numbered paragraph counts on from this one, with no preambular one before it. */
static gboolean is_counted_on(const Decider *self, guint at)
{
  for (guint i = at + 1; i < self->n; i++) {
    const Seen *next = &self->all[i];
    if (!is_content(next))
      continue;
    if (is_preambular(self, i))
      return FALSE;
    if (is_numbered(next))
      return number_of(next) == number_of(&self->all[at]) + 1;
  }
  return FALSE;
}

/* A text may begin with its first numbered paragraph. "1. WE, the Leaders" before a preamble is
 * none; before "2. We welcome" it is one. */
static gboolean is_first_operative(const Decider *self, guint at)
{
  const Seen *seen = &self->all[at];
  return is_numbered(seen) &&
         (!adref_opening_is(ADREF_OPENING_WE, seen->words) || is_counted_on(self, at));
}

/* The preamble: up to the enacting words, the first numbered paragraph behind it, or a heading. It
 * begins among the first paragraphs. */
static void decide_preamble(Decider *self)
{
  guint preambular = 0, others = 0;
  for (guint i = 0; i < self->n; i++) {
    Seen *seen = &self->all[i];
    if (is_head(seen) && (preambular > 0 || others > 1))
      return;
    if (!is_content(seen))
      continue;
    if (is_preambular(self, i)) {
      seen->paragraph->kind = ADREF_INCOMING_PP;
      preambular++;
      continue;
    }
    if ((others + preambular == 0 && !is_first_operative(self, i)) ||
        (is_enacting(seen) && preambular > 0))
      seen->paragraph->kind = ADREF_INCOMING_CHAPEAU;
    else if (is_numbered(seen))
      return;
    if (preambular > 0 || ++others > INTRODUCING)
      return;
  }
}

/* Whether the first number of all is that of a paragraph, not of an item of one. */
static gboolean begins_the_numbers(const Decider *self)
{
  for (guint i = 0; i < self->n; i++)
    if (self->all[i].paragraph->number)
      return self->all[i].paragraph->kind != ADREF_INCOMING_MORE;
  return FALSE;
}

/* Before numbered paragraphs what has no number introduces, below the first heading where the
 * numbers begin anew; so does a line with a colon before a heading. */
static void decide_introduction(Decider *self, gboolean numbered, gboolean through_headings)
{
  gboolean introduced = FALSE;
  for (guint i = 0; i < self->n; i++) {
    Seen *seen = &self->all[i];
    if (is_head(seen) && introduced && !through_headings)
      return;
    introduced |= seen->paragraph->kind == ADREF_INCOMING_CHAPEAU;
    if (!is_content(seen))
      continue;
    gboolean colon = is_enacting(seen) && i + 1 < self->n && is_head(&self->all[i + 1]);
    if (is_numbered(seen) || (!numbered && !colon))
      return;
    gboolean item = seen->paragraph->list && i > 0 && !is_head(&self->all[i - 1]);
    seen->paragraph->kind = item ? ADREF_INCOMING_MORE : ADREF_INCOMING_CHAPEAU;
  }
}

/* Items are paragraphs of their own when nothing introduces them, or when they are long. */
static gboolean is_own_list(const Decider *self, guint first, guint end)
{
  const Seen *before = first > 0 ? &self->all[first - 1] : NULL;
  gsize length = 0;
  for (guint i = first; i < end; i++) {
    if (begins_small(self->all[i].words))
      return FALSE;
    length += (gsize)g_utf8_strlen(self->all[i].words, -1);
  }
  if (!before || is_head(before) || before->paragraph->kind == ADREF_INCOMING_CHAPEAU ||
      (before->paragraph->list && before->paragraph->kind == ADREF_INCOMING_OP))
    return TRUE;
  if (self->all[first].paragraph->list->as.list.ordered)
    return !ends_with(before, ":：");
  return length / (end - first) >= LONG_ITEM;
}

static void decide_lists(Decider *self)
{
  for (guint i = 0; i < self->n;) {
    guint list = self->all[i].paragraph->list_index, end = i + 1;
    while (list > 0 && end < self->n && self->all[end].paragraph->list_index == list)
      end++;
    if (list > 0 && is_content(&self->all[i]) && !is_own_list(self, i, end))
      for (guint item = i; item < end; item++)
        self->all[item].paragraph->kind = ADREF_INCOMING_MORE;
    i = end;
  }
}

static gboolean is_bullet(const Seen *seen)
{
  return is_content(seen) && !seen->paragraph->list &&
         adref_opening_is(ADREF_OPENING_BULLET, seen->words);
}

/* Items whose mark was typed, "• ...", as those of a list: they go on unless they are long. */
static void decide_bullets(Decider *self)
{
  for (guint i = 1; i < self->n;) {
    guint end = i;
    gsize length = 0;
    for (; end < self->n && is_bullet(&self->all[end]); end++)
      length += (gsize)g_utf8_strlen(self->all[end].words, -1);
    gboolean more = end > i && length / (end - i) < LONG_ITEM && !is_head(&self->all[i - 1]);
    for (guint item = i; more && item < end; item++)
      self->all[item].paragraph->kind = ADREF_INCOMING_MORE;
    i = MAX(end, i + 1);
  }
}

/* What goes on: tables, quotes, notes, "(a)", words that begin small; a note below a line, too. */
static void decide_continuations(Decider *self)
{
  for (guint i = 1; i < self->n; i++) {
    Seen *seen = &self->all[i];
    gboolean after =
        !is_head(&self->all[i - 1]) && self->all[i - 1].paragraph->kind != ADREF_INCOMING_SKIP;
    if (!is_content(seen) || seen->paragraph->list)
      continue;
    if (adref_opening_is(ADREF_OPENING_NOTE, seen->words) && !is_head(&self->all[i - 1]))
      seen->paragraph->kind = ADREF_INCOMING_MORE;
    if (!after)
      continue;
    if (!adref_paragraph_is_words(seen->paragraph->content) || begins_small(seen->words) ||
        adref_paragraph_is_note(seen->paragraph->content) ||
        adref_opening_is_sub_number(seen->paragraph->words))
      seen->paragraph->kind = ADREF_INCOMING_MORE;
  }
}

/* Whether the numbers of the numbered paragraphs are 1, 2, 3 without a gap in each part. */
static gboolean is_one_series(const Decider *self, guint *count)
{
  guint64 last = 0;
  *count = 0;
  for (guint i = 0; i < self->n; i++) {
    const Seen *seen = &self->all[i];
    if (seen->paragraph->kind == ADREF_INCOMING_ANNEX)
      last = 0;
    if (!is_content(seen) || !is_numbered(seen))
      continue;
    guint64 number = number_of(seen);
    if (number != last + 1)
      return FALSE;
    last = number;
    (*count)++;
  }
  return *count > 1;
}

/* Whether an annex has neither headings nor numbers of its own: then it is one clause. */
static gboolean is_plain_annex(const Decider *self, guint annex)
{
  for (guint i = annex + 1; i < self->n && self->all[i].paragraph->kind != ADREF_INCOMING_ANNEX;
       i++)
    if (is_head(&self->all[i]) || self->all[i].paragraph->number)
      return FALSE;
  return TRUE;
}

/* Where paragraphs are numbered, one without a number goes on with the one before it. */
static void join_unnumbered(Decider *self)
{
  gboolean open = FALSE;
  for (guint i = 0; i < self->n; i++) {
    Seen *seen = &self->all[i];
    if (seen->paragraph->kind == ADREF_INCOMING_ANNEX)
      open = is_plain_annex(self, i);
    else if (is_content(seen) && !is_numbered(seen) && open)
      seen->paragraph->kind = ADREF_INCOMING_MORE;
    else if (seen->paragraph->kind != ADREF_INCOMING_MORE)
      open = is_content(seen) && is_numbered(seen);
  }
}

/* Names and offices: "Prime Minister of Alba". */
static gboolean is_signature(const Seen *seen)
{
  guint letters = 0, lines = adref_paragraph_has_lines(seen->paragraph->content) ? 4 : 1;
  gboolean small = FALSE;
  if (seen->paragraph->list || seen->paragraph->is_heading || seen->count > SIGNATURE_WORDS * lines)
    return FALSE;
  for (const char *at = seen->words; *at; at = g_utf8_next_char(at)) {
    gunichar letter = g_utf8_get_char(at);
    if (!g_unichar_isalpha(letter)) {
      letters = 0;
      continue;
    }
    small = letters++ == 0 ? g_unichar_islower(letter) : small;
    if (small && letters >= SMALL_WORD)
      return FALSE;
  }
  return !ends_with(seen, ";,?!") && adref_paragraph_is_words(seen->paragraph->content);
}

static gboolean may_sign(const Seen *seen)
{
  AdrefIncomingKind kind = seen->paragraph->kind;
  return (kind == ADREF_INCOMING_OP || kind == ADREF_INCOMING_MORE ||
          kind == ADREF_INCOMING_HEADING) &&
         !seen->paragraph->is_marked && is_signature(seen);
}

/* Lines of names, or of a place, with a date. */
static gboolean is_signature_with_date(const Seen *seen)
{
  return is_content(seen) && adref_paragraph_has_lines(seen->paragraph->content) &&
         adref_opening_is(ADREF_OPENING_DATE, seen->words) &&
         (is_signature(seen) || (is_plain_line(seen) && !ends_with(seen, ".;:")));
}

/* Names above a date at the end. */
static void decide_signatures(Decider *self, guint date)
{
  for (guint i = date; i > 1 && i + SIGNATURES > date && may_sign(&self->all[i - 1]); i--)
    self->all[i - 1].paragraph->kind = ADREF_INCOMING_CLOSING;
}

/* Where the names and offices begin with which the text ends. */
static guint start_of_signatures(const Decider *self, guint end)
{
  while (end > 0 && (self->all[end - 1].paragraph->kind == ADREF_INCOMING_SKIP ||
                     may_sign(&self->all[end - 1])))
    end--;
  return end;
}

/* Whether lines that look like headings have only names and offices below them. */
static gboolean has_names_alone(const Decider *self, guint from, guint end)
{
  guint lines = 0, heads = 0;
  for (guint i = from; i < end; i++) {
    AdrefIncomingKind kind = self->all[i].paragraph->kind;
    if (ends_with(&self->all[i], "."))
      return FALSE;
    lines += kind != ADREF_INCOMING_SKIP ? 1 : 0;
    heads += kind == ADREF_INCOMING_HEADING ? 1 : 0;
  }
  return lines > 1 && heads > 0 && lines <= SIGNATURES;
}

/* The paragraph of the first annex, or the end. */
static guint end_of_body(const Decider *self)
{
  for (guint i = 0; i < self->n; i++)
    if (self->all[i].paragraph->kind == ADREF_INCOMING_ANNEX)
      return i;
  return self->n;
}

/* The closing: "ADOPTED in ..." and what follows it, up to an annex; a date at the end and the
 * names above and below it. */
static void decide_closing(Decider *self)
{
  gboolean closing = FALSE;
  guint last = end_of_body(self), signatures = start_of_signatures(self, last);
  gboolean names = has_names_alone(self, signatures, last);
  guint first = MIN(last / 2, signatures > 0 ? signatures - 1 : 0);
  for (guint i = first; i < last; i++) {
    Seen *seen = &self->all[i];
    gboolean dated = seen->paragraph->kind == ADREF_INCOMING_DATE && i > last / 2;
    if (dated)
      decide_signatures(self, i);
    else
      dated = i > last / 2 && is_signature_with_date(seen);
    closing |= names && i >= signatures;
    if (is_head(seen) && closing && i >= signatures)
      seen->paragraph->kind = ADREF_INCOMING_OP;
    gboolean plain = is_content(seen) || seen->paragraph->kind == ADREF_INCOMING_MORE;
    if (is_head(seen))
      closing = FALSE;
    closing |= dated || (plain && adref_opening_is(ADREF_OPENING_ADOPTED, seen->words));
    if (plain && closing && !(seen->paragraph->list || (is_numbered(seen))))
      seen->paragraph->kind = ADREF_INCOMING_CLOSING;
  }
}

/* Where paragraphs are numbered, those without a number behind a line of asterisks close the text.
 */
static void decide_conclusion(Decider *self)
{
  guint seen = 0;
  for (guint i = self->n; i > self->n / 2; i--) {
    AdrefIncomingKind kind = self->all[i - 1].paragraph->kind;
    if (kind == ADREF_INCOMING_SKIP && seen > 0) {
      for (; i < self->n; i++)
        if (is_content(&self->all[i]))
          self->all[i].paragraph->kind = ADREF_INCOMING_CLOSING;
      return;
    }
    if (kind != ADREF_INCOMING_SKIP && (!is_content(&self->all[i - 1]) || ++seen > CONCLUDING))
      return;
  }
}

/* Items of a plan: decimal numbers. */
static void decide_plan_items(Decider *self)
{
  for (guint i = 0; i < self->n; i++) {
    Seen *seen = &self->all[i];
    if (is_content(seen) && seen->paragraph->number &&
        strspn(seen->paragraph->number, "0123456789.") == strlen(seen->paragraph->number) &&
        strchr(seen->paragraph->number, '.'))
      seen->paragraph->kind = ADREF_INCOMING_PLAN_ITEM;
  }
}

/* Whether the text has headings of Markdown below its title. */
static gboolean has_own_headings(const Decider *self)
{
  enum {
    SOME = 3 /* with the title */
  };
  guint headings = 0;
  for (guint i = 0; i < self->n; i++)
    headings += self->all[i].paragraph->is_heading ? 1 : 0;
  return headings >= SOME;
}

void adref_paragraph_kinds_decide(AdrefIncomingText *incoming, const char *language)
{
  guint numbered = 0;
  Decider decider = {.all = g_new0(Seen, incoming->paragraphs->len + 1),
                     .n = incoming->paragraphs->len,
                     .language = language,
                     .front_title = incoming->front_title};
  for (guint i = 0; i < decider.n; i++)
    see(&decider.all[i], incoming->paragraphs->pdata[i]);
  decider.has_own_headings = has_own_headings(&decider);
  decide_skips(&decider);
  decide_dates(&decider);
  decide_headings(&decider);
  decide_title(&decider);
  decide_levels(&decider);
  decide_preamble(&decider);
  decide_lists(&decider);
  decide_bullets(&decider);
  decide_continuations(&decider);
  gboolean series = is_one_series(&decider, &numbered);
  decide_introduction(&decider, numbered > 1, series && begins_the_numbers(&decider));
  if (series)
    decide_conclusion(&decider);
  decide_closing(&decider);
  if (series)
    join_unnumbered(&decider);
  decide_plan_items(&decider);
  g_free(decider.all);
}

static gboolean is_operative(const AdrefIncomingParagraph *paragraph)
{
  return paragraph->kind == ADREF_INCOMING_OP && !paragraph->is_marked;
}

AdrefTypedNumbers adref_typed_numbers(const AdrefIncomingText *incoming)
{
  guint last = 0, numbered = 0, operative = 0;
  gboolean counted = TRUE, ascending = TRUE;
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    if (paragraph->kind == ADREF_INCOMING_ANNEX)
      last = 0;
    if (!is_operative(paragraph))
      continue;
    operative++;
    if (!paragraph->number)
      continue;
    if (has_number_that_stays(paragraph))
      return ADREF_TYPED_NUMBERS_OTHER;
    numbered++;
    guint number = (guint)g_ascii_strtoull(paragraph->number, NULL, 10);
    gboolean plain = strspn(paragraph->number, "0123456789") == strlen(paragraph->number);
    counted = counted && plain && number == last + 1;
    ascending = ascending && (number > last || (!plain && number == last));
    last = number;
  }
  if (numbered == 0)
    return ADREF_TYPED_NUMBERS_NONE;
  if (numbered < operative)
    return ADREF_TYPED_NUMBERS_OTHER;
  return counted     ? ADREF_TYPED_NUMBERS_COUNTED
         : ascending ? ADREF_TYPED_NUMBERS_ASCENDING
                     : ADREF_TYPED_NUMBERS_OTHER;
}
