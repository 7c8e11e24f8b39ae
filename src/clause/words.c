#include "clause/words.h"

#include <string.h>

#include "base/byte_scan.h"
#include "clause/icu.h"

static gboolean is_plain_letter(char c)
{
  return g_ascii_isalnum(c) || c == ' ';
}

/* The length of a run of ASCII letters, digits and spaces, which ICU need not divide. */
static gsize plain_length(const char *text, gsize length)
{
  gsize i = 0;
  while (i < length && is_plain_letter(text[i]))
    i++;
  return i;
}

static void add_word(GArray *words, gsize start, gsize end)
{
  AdrefWord word = {start, end - start};
  g_array_append_val(words, word);
}

static void add_plain_words(GArray *words, const char *text, gsize length)
{
  for (gsize at = 0; at < length;) {
    while (at < length && text[at] == ' ')
      at++;
    gsize start = at;
    while (at < length && text[at] != ' ')
      at++;
    if (at > start)
      add_word(words, start, at);
  }
}

static void add_icu_words(GArray *words, const char *text, gsize length, const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *utext = utext_openUTF8(NULL, text, (int64_t)length, &status);
  UBreakIterator *iter = ubrk_open(UBRK_WORD, language, NULL, 0, &status);
  ubrk_setUText(iter, utext, &status);
  if (U_SUCCESS(status)) {
    int32_t start = ubrk_first(iter);
    for (int32_t end; (end = ubrk_next(iter)) != UBRK_DONE; start = end)
      if (ubrk_getRuleStatus(iter) >= UBRK_WORD_NONE_LIMIT)
        add_word(words, (gsize)start, (gsize)end);
  }
  ubrk_close(iter);
  utext_close(utext);
}

GArray *adref_words(const char *text, gsize length, const char *language)
{
  GArray *words = g_array_new(FALSE, FALSE, sizeof(AdrefWord));
  if (plain_length(text, length) == length)
    add_plain_words(words, text, length);
  else
    add_icu_words(words, text, length, language ? language : "en");
  return words;
}

/* --- segments --- */

/* The role of a byte in words. */
typedef enum {
  BYTE_SIGN,
  BYTE_LETTER,
  BYTE_SPACE,
  BYTE_OTHER, /* not ASCII */
} AsciiClass;

static void classify_bytes(guint8 *bytes)
{
  for (guint c = 0; c < 256; c++)
    bytes[c] = c >= 0x80 ? BYTE_OTHER : BYTE_SIGN;
  for (guint c = 0; c < 0x80; c++)
    if (g_ascii_isalnum((char)c) || c == '_')
      bytes[c] = BYTE_LETTER;
  bytes[' '] = BYTE_SPACE;
}

struct AdrefWordSegmenter {
  char *language;
  UBreakIterator *iter; /* NULL until a text needs it */
  UText *text;
  guint8 bytes[256]; /* the AsciiClass of each byte */
};

AdrefWordSegmenter *adref_word_segmenter_new(const char *language)
{
  AdrefWordSegmenter *segmenter = g_new0(AdrefWordSegmenter, 1);
  segmenter->language = g_strdup(language ? language : "en");
  classify_bytes(segmenter->bytes);
  return segmenter;
}

AdrefWordSegmenter *adref_word_segmenter_new_like(const AdrefWordSegmenter *other)
{
  return adref_word_segmenter_new(other->language);
}

void adref_word_segmenter_free(AdrefWordSegmenter *segmenter)
{
  if (!segmenter)
    return;
  if (segmenter->iter)
    ubrk_close(segmenter->iter);
  if (segmenter->text)
    utext_close(segmenter->text);
  g_free(segmenter->language);
  g_free(segmenter);
}

/* Appends a segment to an array that has room for it. */
static void add_segment(GArray *segments, gsize start, gsize end, gboolean word)
{
  ((AdrefWordSegment *)(gpointer)segments->data)[segments->len++] =
      (AdrefWordSegment){(guint)start, (guint)(end - start), word};
}

/* Allocates room for `more` segments. */
static void make_room(GArray *segments, gsize more)
{
  guint length = segments->len;
  g_array_set_size(segments, length + (guint)more);
  g_array_set_size(segments, length);
}

/* Whether an ASCII punctuation character between two characters joins them to one word (Unicode
 * Standard Annex 29, WB6, WB7, WB11 and WB12, as in ICU). */
static gboolean joins_letters(char before, char sign, char after)
{
  if (g_ascii_isalpha(before) && g_ascii_isalpha(after))
    return sign == '.' || sign == '\'';
  return g_ascii_isdigit(before) && g_ascii_isdigit(after) && strchr(".,;'", sign);
}

static gsize letters_end(const char *text, gsize at, gsize end)
{
  for (;;) {
    at += adref_byte_scan_alnum(text + at, end - at);
    if (at == end || text[at] != '_')
      return at;
    at++;
  }
}

/* The end of a word of ASCII that begins before `at`. */
static gsize word_end(const guint8 *bytes, const char *text, gsize at, gsize end)
{
  for (;;) {
    at = letters_end(text, at, end);
    if (at + 1 >= end || bytes[(guchar)text[at]] != BYTE_SIGN ||
        !joins_letters(text[at - 1], text[at], text[at + 1]))
      return at;
    at += 2;
  }
}

static gboolean set_text(AdrefWordSegmenter *self, const char *text, gsize length)
{
  UErrorCode status = U_ZERO_ERROR;
  self->text = utext_openUTF8(self->text, text, (int64_t)length, &status);
  if (!self->iter)
    self->iter = ubrk_open(UBRK_WORD, self->language, NULL, 0, &status);
  ubrk_setUText(self->iter, self->text, &status);
  return U_SUCCESS(status);
}

static void split_by_icu(AdrefWordSegmenter *self, GArray *segments, const char *text, gsize start,
                         gsize end)
{
  if (!set_text(self, text + start, end - start)) {
    add_segment(segments, start, end, FALSE);
    return;
  }
  int32_t at = ubrk_first(self->iter);
  for (int32_t stop; (stop = ubrk_next(self->iter)) != UBRK_DONE; at = stop)
    add_segment(segments, start + (gsize)at, start + (gsize)stop,
                ubrk_getRuleStatus(self->iter) >= UBRK_WORD_NONE_LIMIT);
}

static gsize spaces_end(const char *text, gsize at, gsize length)
{
  while (at < length && text[at] == ' ')
    at++;
  return at;
}

static gsize chunk_end(const char *text, gsize at, gsize length)
{
  const char *space = memchr(text + at, ' ', length - at);
  return space ? (gsize)(space - text) : length;
}

/* Spaces divide a text into chunks. A chunk in ASCII is divided here; when another character is
 * found in a chunk, its segments are dropped and ICU divides the whole chunk. */
void adref_word_segmenter_split(AdrefWordSegmenter *segmenter, const char *text, gsize length,
                                GArray *segments)
{
  const guint8 *bytes = segmenter->bytes;
  gsize chunk = 0;
  guint segments_before = segments->len;
  make_room(segments, length);
  for (gsize at = 0, end; at < length; at = end) {
    AsciiClass byte = bytes[(guchar)text[at]];
    if (byte == BYTE_LETTER) {
      end = word_end(bytes, text, at + 1, length);
      add_segment(segments, at, end, text[at] != '_' || end > at + 1);
    } else if (byte == BYTE_SPACE) {
      end = chunk = spaces_end(text, at, length);
      add_segment(segments, at, end, FALSE);
      segments_before = segments->len;
    } else if (byte == BYTE_SIGN) {
      end = at + 1;
      add_segment(segments, at, end, FALSE);
    } else {
      end = chunk_end(text, at, length);
      segments->len = segments_before;
      split_by_icu(segmenter, segments, text, chunk, end);
    }
  }
}

/* --- counting --- */

/* In these languages a colon joins letters to one word, which the segmenter does not know. */
static gboolean joins_by_colon(const char *language)
{
  return g_ascii_strncasecmp(language, "fi", 2) == 0 || g_ascii_strncasecmp(language, "sv", 2) == 0;
}

/* An address, "a@b.org", is one word for ICU, and three for the segmenter. */
static guint count_in_line(AdrefWordSegmenter *segmenter, GArray *segments, const char *line,
                           gsize length)
{
  guint count = 0;
  if (memchr(line, '@', length)) {
    g_autoptr(GArray) words = adref_words(line, length, segmenter->language);
    return words->len;
  }
  g_array_set_size(segments, 0);
  adref_word_segmenter_split(segmenter, line, length, segments);
  for (guint i = 0; i < segments->len; i++)
    count += g_array_index(segments, AdrefWordSegment, i).word ? 1 : 0;
  return count;
}

guint adref_count_words_in(const char *text, gsize length, const char *language)
{
  if (language && joins_by_colon(language)) {
    g_autoptr(GArray) words = adref_words(text, length, language);
    return words->len;
  }
  g_autoptr(AdrefWordSegmenter) segmenter = adref_word_segmenter_new(language);
  g_autoptr(GArray) segments = g_array_new(FALSE, FALSE, sizeof(AdrefWordSegment));
  guint count = 0;
  for (gsize at = 0, end; at < length; at = end + 1) {
    const char *line = memchr(text + at, '\n', length - at); /* no word goes on behind it */
    end = line ? (gsize)(line - text) : length;
    count += count_in_line(segmenter, segments, text + at, end - at);
  }
  return count;
}

guint adref_count_words(const AdrefNode *node, const char *language)
{
  g_autofree char *text = adref_node_words(node);
  return adref_count_words_in(text, strlen(text), language);
}
