#include "language/tables/contrary_words.h"

#include <string.h>

#include "language/language_tag.h"
#include "language/tables/contrary_table.h"
#include "language/word_place.h"

/* --- the words of a language --- */

enum {
  NO_POLE = ADREF_CONTRARY_POLES, /* of words that mean no pole */
  SOFT_NOT                        /* of "not less than", which the other text may deny or not */
};

enum {
  BYTES = 3 /* that have a bit together */
};

/* A bit for each three bytes that a text has: a word of which it lacks some does not stand there.
 */
typedef struct {
  guint8 bits[1 << 10];
} TextBytes;

static guint bit_of_three(guint32 bytes)
{
  return (bytes & 0xFFFFFF) * 2654435761U >> 19;
}

static guint bit_of(const char *bytes)
{
  return bit_of_three((guint32)(guchar)bytes[0] << 16 | (guint32)(guchar)bytes[1] << 8 |
                      (guint32)(guchar)bytes[2]);
}

static void read_bytes(TextBytes *set, const char *text)
{
  guint32 bytes = 0;
  memset(set, 0, sizeof *set);
  for (gsize i = 0; text[i]; i++) {
    bytes = bytes << 8 | (guchar)text[i];
    if (i + 1 < BYTES)
      continue;
    guint bit = bit_of_three(bytes);
    set->bits[bit / 8] |= (guint8)(1U << bit % 8);
  }
}

/* A word of the table: "reduc*" is a stem; "~more than" and "~without" depend on what is denied;
 * "=twice a year" may as well mean the pole before its own, "every six months". */
typedef struct {
  char *letters;
  /* In TextBytes of its first three bytes, of three in its middle and of its last ones; none where
   * it is shorter. */
  guint16 bits[3];
  gboolean has_bits;
  guint pole;
  gboolean is_stem, is_turned, is_doubtful;
} TableWord;

/* The words of a language, each list with the longest first; NULL: it has none of the subject. */
typedef struct {
  const char *language;
  GArray *strong[ADREF_CONTRARY_SUBJECTS], *weak[ADREF_CONTRARY_SUBJECTS];
} LanguageWords;

/* Figures, "#", stand in no text. */
static void set_bits(TableWord *word)
{
  const char *sign = strchr(word->letters, '#');
  const char *start = word->letters;
  gsize length = sign ? (gsize)(sign - start) : strlen(start);
  word->has_bits = length >= BYTES;
  if (!word->has_bits)
    return;
  word->bits[0] = (guint16)bit_of(start);
  word->bits[1] = (guint16)bit_of(start + (length - BYTES) / 2);
  word->bits[2] = (guint16)bit_of(start + length - BYTES);
}

static gboolean has_bit(const TextBytes *set, guint bit)
{
  return set->bits[bit / 8] >> bit % 8 & 1;
}

/* Whether a word may stand in a text. */
static gboolean may_stand(const TextBytes *set, const TableWord *word)
{
  return !word->has_bits || (has_bit(set, word->bits[0]) && has_bit(set, word->bits[1]) &&
                             has_bit(set, word->bits[2]));
}

static void add_words(GArray *words, const char *list, guint pole)
{
  for (const char *at = list; at && *at;) {
    gsize length = strcspn(at, "|");
    TableWord word = {.pole = pole, .is_turned = *at == '~', .is_doubtful = *at == '='};
    gsize mark = word.is_turned || word.is_doubtful ? 1 : 0;
    word.letters = g_strndup(at + mark, length - mark);
    word.is_stem = g_str_has_suffix(word.letters, "*");
    if (word.is_stem)
      word.letters[strlen(word.letters) - 1] = '\0';
    set_bits(&word);
    g_array_append_val(words, word);
    at += length + (at[length] == '|' ? 1 : 0);
  }
}

/* The longest first: "not more than" has "more than" in it. Last what depends on the others. */
static gint compare_words(gconstpointer a, gconstpointer b)
{
  const TableWord *first = a, *second = b;
  gsize length = strlen(first->letters), other = strlen(second->letters);
  if (!first->is_turned != !second->is_turned)
    return first->is_turned ? 1 : -1;
  return length > other ? -1 : length < other;
}

static void add_row(LanguageWords *language, const AdrefContraryRow *row)
{
  guint subject = row->subject;
  if (!language->strong[subject]) {
    language->strong[subject] = g_array_new(FALSE, FALSE, sizeof(TableWord));
    language->weak[subject] = g_array_new(FALSE, FALSE, sizeof(TableWord));
  }
  add_words(language->strong[subject], row->words, row->pole);
  add_words(language->strong[subject], row->others,
            subject == ADREF_CONTRARY_NEGATION ? SOFT_NOT : NO_POLE);
  add_words(language->weak[subject], row->may, row->pole);
  g_array_sort(language->strong[subject], compare_words);
  g_array_sort(language->weak[subject], compare_words);
}

static GPtrArray *languages_new(void)
{
  GPtrArray *languages = g_ptr_array_new();
  gsize rows;
  const AdrefContraryRow *row = adref_contrary_table(&rows);
  LanguageWords *last = NULL;
  for (gsize i = 0; i < rows; i++, row++) {
    if (!last || strcmp(last->language, row->language) != 0) {
      last = g_new0(LanguageWords, 1);
      last->language = row->language;
      g_ptr_array_add(languages, last);
    }
    add_row(last, row);
  }
  return languages;
}

/* NULL: the table has no words of the language. */
static const LanguageWords *words_of(const char *language)
{
  static GPtrArray *languages = NULL;
  static gsize once = 0;
  if (g_once_init_enter(&once)) {
    languages = languages_new();
    g_once_init_leave(&once, 1);
  }
  for (guint i = 0; i < languages->len; i++) {
    const LanguageWords *words = languages->pdata[i];
    if (g_ascii_tolower(*language) == *words->language &&
        adref_language_tag_matches(language, words->language))
      return words;
  }
  return NULL;
}

/* --- words in a text --- */

/* Folds a character that is not ASCII. */
static void fold_character(GString *out, const char *at)
{
  enum {
    FIRST_WITHOUT_CASE = 0x2E80 /* from here on scripts have no capitals, and none before */
  };
  gunichar c = g_utf8_get_char(at);
  if (c >= FIRST_WITHOUT_CASE && c < 0xFF00 && c != 0x3000)
    g_string_append_len(out, at, g_utf8_next_char(at) - at);
  else
    g_string_append_unichar(out, c == 0x2019            ? '\''
                                 : g_unichar_isspace(c) ? ' '
                                                        : g_unichar_tolower(c));
}

/* Appends the ASCII at the start of a text; returns its length. */
static gsize fold_ascii(GString *out, const char *text, const char *end)
{
  gsize length = 0, start = out->len;
  while (text + length < end && (guchar)text[length] < 0x80)
    length++;
  g_string_set_size(out, start + length);
  for (gsize i = 0; i < length; i++) {
    char c = text[i];
    out->str[start + i] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : g_ascii_isspace(c) ? ' ' : c;
  }
  return length;
}

/* The length of the letters of Japanese and Chinese at the start of a text, which have no case:
 * their first bytes are those of U+4000 to U+9FFF, or of Kana. */
static gsize caseless_length(const char *text, const char *end)
{
  const char *at = text;
  while (end - at >= 3 && (((guchar)at[0] >= 0xE4 && (guchar)at[0] <= 0xE9) ||
                           ((guchar)at[0] == 0xE3 && (guchar)at[1] >= 0x81)))
    at += 3;
  return (gsize)(at - text);
}

char *adref_contrary_words_fold(const char *text)
{
  gsize length = strlen(text);
  const char *end = text + length;
  GString *out = g_string_sized_new(length);
  for (const char *p = text; p < end;) {
    p += fold_ascii(out, p, end);
    gsize caseless = caseless_length(p, end);
    g_string_append_len(out, p, (gssize)caseless);
    p += caseless;
    if (p < end && caseless == 0 && (guchar)*p >= 0x80) {
      fold_character(out, p);
      p = g_utf8_next_char(p);
    }
  }
  return g_string_free(out, FALSE);
}

static gboolean is_digit(const char *at)
{
  return (guchar)*at < 0x80 ? g_ascii_isdigit(*at) : g_unichar_isdigit(g_utf8_get_char(at));
}

/* "by 46.5 per cent" is "by # per cent". Bytes that stand together in what is left stood together
 * before. Caller frees. */
static char *hide_figures(const char *folded)
{
  char *out = g_malloc(strlen(folded) + 1), *end = out;
  for (const char *p = folded, *next; *p; p = next) {
    next = g_utf8_next_char(p);
    gboolean is_behind = end > out && end[-1] == '#';
    if (is_digit(p)) {
      if (!is_behind)
        *end++ = '#';
    } else if (!(is_behind && (*p == '.' || *p == ',') && is_digit(next))) {
      while (p < next)
        *end++ = *p++;
    }
  }
  *end = '\0';
  return out;
}

/* How often a word stands in a text, which loses it; `*start` is the first place. */
static guint take(char *text, const TableWord *word, gsize *start)
{
  guint count = 0;
  for (char *at = strstr(text, word->letters); at; at = strstr(at, word->letters)) {
    gsize length = strlen(word->letters);
    if (!adref_word_place_begins(text, at) ||
        !(word->is_stem || adref_word_place_ends(at + length))) {
      at = g_utf8_next_char(at);
      continue;
    }
    memset(at, '\t', length);
    *start = count == 0 ? (gsize)(at - text) : *start;
    count++;
  }
  return count;
}

/* --- the poles of a text --- */

typedef struct {
  guint strong, all; /* words that say a pole; with those that may mean it */
  char *word;        /* a strong one as it stands in the text; NULL: none */
} PoleCount;

/* The poles of a subject that a text says. */
typedef struct {
  const LanguageWords *words;
  const TextBytes *bytes; /* of the text, be its figures hidden or not; NULL: not read */
  char *text;             /* folded, and without the words that were counted */
  PoleCount poles[ADREF_CONTRARY_POLES];
} SubjectCount;

static void subject_count_clear(SubjectCount *count)
{
  g_free(count->text);
  for (guint pole = 0; pole < ADREF_CONTRARY_POLES; pole++)
    g_free(count->poles[pole].word);
}

/* Counts a word whose pole depends on what is denied: in a text that denies something, "more than"
 * or "before" may mean either pole; "without" is evidence only beside another "not". */
static void count_turned(SubjectCount *count, const TableWord *word, guint found,
                         gboolean is_evidence)
{
  PoleCount *pole = &count->poles[word->pole];
  for (guint other = 0; other < ADREF_CONTRARY_POLES; other++)
    count->poles[other].all += is_evidence && other != word->pole ? 0 : found;
  pole->strong += is_evidence ? found : 0;
}

/* The word that begins at a place, with the letters behind a stem; "by … per cent" for hidden
 * figures. Caller frees. */
static char *whole_word(const char *folded, gsize start, const TableWord *word)
{
  const char *end = folded + start + strlen(word->letters);
  while (word->is_stem && g_unichar_isalpha(g_utf8_get_char(end)))
    end = g_utf8_next_char(end);
  g_autofree char *found = g_strndup(folded + start, (gsize)(end - folded) - start);
  g_auto(GStrv) parts = g_strsplit(found, "#", -1);
  return g_strjoinv("…", parts);
}

static gboolean denies_something(const LanguageWords *words, const char *folded);

static guint take_word(SubjectCount *count, const TableWord *word, gsize *start)
{
  return !count->bytes || may_stand(count->bytes, word) ? take(count->text, word, start) : 0;
}

/* Counts the strong words of a subject, the longest first, and takes them out of the text. */
static void count_strong(SubjectCount *count, const char *folded, AdrefContrarySubject subject)
{
  const GArray *words = count->words->strong[subject];
  count->text = g_strdup(folded);
  for (guint i = 0; i < words->len; i++) {
    const TableWord *word = &g_array_index(words, TableWord, i);
    gsize start = 0;
    guint found = take_word(count, word, &start);
    PoleCount *pole = word->pole < ADREF_CONTRARY_POLES ? &count->poles[word->pole] : NULL;
    if (found > 0 && word->is_turned) {
      count_turned(count, word, found,
                   subject == ADREF_CONTRARY_NEGATION
                       ? pole->strong > 0
                       : !denies_something(count->words, count->text));
    } else if (found > 0 && pole) {
      pole->all += found;
      pole->strong += found;
      count->poles[word->pole - (word->is_doubtful ? 1 : 0)].all += word->is_doubtful ? found : 0;
    } else if (word->pole == SOFT_NOT) {
      count->poles[0].all += found;
    }
    if (found > 0 && pole && pole->strong > 0 && !pole->word)
      pole->word = whole_word(folded, start, word);
  }
}

static void count_weak(SubjectCount *count, AdrefContrarySubject subject)
{
  const GArray *words = count->words->weak[subject];
  for (guint i = 0; i < words->len; i++) {
    const TableWord *word = &g_array_index(words, TableWord, i);
    gsize start;
    count->poles[word->pole].all += take_word(count, word, &start);
  }
}

static gboolean says_something(const SubjectCount *count)
{
  for (guint pole = 0; pole < ADREF_CONTRARY_POLES; pole++)
    if (count->poles[pole].strong > 0)
      return TRUE;
  return FALSE;
}

/* Whether a strong word denies something, or a soft one: "not later than". */
static gboolean denies_something(const LanguageWords *words, const char *folded)
{
  SubjectCount count = {.words = words};
  if (!words->strong[ADREF_CONTRARY_NEGATION])
    return FALSE;
  count_strong(&count, folded, ADREF_CONTRARY_NEGATION);
  gboolean denies = count.poles[0].all > 0;
  subject_count_clear(&count);
  return denies;
}

/* "by 31 December": a date says it, and no word that could not be another. */
static void add_deadline(PoleCount *before)
{
  before->strong = MAX(before->strong, 1);
  before->all = MAX(before->all, 1);
  if (!before->word)
    before->word = g_strdup("by");
}

/* --- two texts --- */

static void contrary_free(gpointer data)
{
  AdrefContrary *contrary = data;
  g_free(contrary->first);
  g_free(contrary->second);
  g_free(contrary);
}

static void add(GPtrArray *out, const char *first, const char *second)
{
  AdrefContrary *contrary = g_new0(AdrefContrary, 1);
  *contrary = (AdrefContrary){g_strdup(first), g_strdup(second)};
  g_ptr_array_add(out, contrary);
}

/* Whether one text certainly says a pole more often than the other may. */
static gboolean is_lost(const PoleCount *one, const PoleCount *other)
{
  return one->strong > other->all;
}

/* Whether one text says a pole, and probably more often than the other. */
static gboolean is_more(const PoleCount *one, const PoleCount *other)
{
  return one->strong > 0 && one->all > other->all;
}

/* The word of the first pole of `one` that a test finds; NULL: none. */
static const char *find_pole(const SubjectCount *one, const SubjectCount *other,
                             gboolean (*test)(const PoleCount *, const PoleCount *))
{
  for (guint pole = 0; pole < ADREF_CONTRARY_POLES; pole++)
    if (test(&one->poles[pole], &other->poles[pole]))
      return one->poles[pole].word;
  return NULL;
}

/* A pole that one text has lost, and one that it has in its place; of a negation the first is
 * enough. */
static void compare_subject(const SubjectCount *first, const SubjectCount *second,
                            AdrefContrarySubject subject, GPtrArray *out)
{
  const char *ours = find_pole(first, second, is_lost), *theirs = find_pole(second, first, is_lost);
  if (subject == ADREF_CONTRARY_NEGATION) {
    if (ours || theirs)
      add(out, ours, theirs);
    return;
  }
  if (ours && !theirs)
    theirs = find_pole(second, first, is_more);
  else if (theirs && !ours)
    ours = find_pole(first, second, is_more);
  if (ours && theirs)
    add(out, ours, theirs);
}

/* A text while it is compared. */
typedef struct {
  const AdrefContraryText *of;
  const LanguageWords *words;
  char *without_figures; /* NULL: not needed */
  TextBytes bytes;
} ReadText;

static SubjectCount count_text(ReadText *text, AdrefContrarySubject subject)
{
  gboolean hides = subject == ADREF_CONTRARY_CHANGE;
  SubjectCount count = {.words = text->words, .bytes = &text->bytes};
  if (hides && !text->without_figures)
    text->without_figures = hide_figures(text->of->folded);
  count_strong(&count, hides ? text->without_figures : text->of->folded, subject);
  if (subject == ADREF_CONTRARY_TIME && text->of->has_deadline)
    add_deadline(&count.poles[0]);
  return count;
}

/* Where neither text, or of two poles only one, says anything, there is nothing to compare. */
static void compare_texts(ReadText *first, ReadText *second, AdrefContrarySubject subject,
                          GPtrArray *out)
{
  gboolean is_one_enough = subject == ADREF_CONTRARY_NEGATION;
  SubjectCount one = count_text(first, subject), other = {0};
  if (says_something(&one) || is_one_enough)
    other = count_text(second, subject);
  if (is_one_enough ? says_something(&one) || says_something(&other) : says_something(&other)) {
    count_weak(&one, subject);
    count_weak(&other, subject);
    compare_subject(&one, &other, subject, out);
  }
  subject_count_clear(&one);
  subject_count_clear(&other);
}

GPtrArray *adref_contrary_words_find(const AdrefContraryText *first,
                                     const AdrefContraryText *second, guint left_out)
{
  GPtrArray *out = g_ptr_array_new_with_free_func(contrary_free);
  const LanguageWords *words = words_of(first->language), *others = words_of(second->language);
  if (!words || !others)
    return out;
  ReadText one = {.of = first, .words = words}, other = {.of = second, .words = others};
  read_bytes(&one.bytes, first->folded);
  read_bytes(&other.bytes, second->folded);
  for (guint subject = 0; subject < ADREF_CONTRARY_SUBJECTS; subject++)
    if (words->strong[subject] && others->strong[subject] && !(left_out & 1U << subject))
      compare_texts(&one, &other, subject, out);
  g_free(one.without_figures);
  g_free(other.without_figures);
  return out;
}

/* How often a text says a pole of a subject, or may say it; -1: its language has no words of it. */
static gint count_pole(const char *language, const char *folded, AdrefContrarySubject subject,
                       guint pole)
{
  SubjectCount count = {.words = words_of(language)};
  if (!count.words || !count.words->strong[subject])
    return -1;
  count_strong(&count, folded, subject);
  count_weak(&count, subject);
  gint all = (gint)count.poles[pole].all;
  subject_count_clear(&count);
  return all;
}

gboolean adref_contrary_words_may_mean_both(const char *language, const char *folded)
{
  return count_pole(language, folded, ADREF_CONTRARY_SIDES, 0) != 0;
}

gboolean adref_contrary_words_may_deny(const char *language, const char *text)
{
  g_autofree char *folded = adref_contrary_words_fold(text);
  return count_pole(language, folded, ADREF_CONTRARY_NEGATION, 0) > 0;
}
