#include "language/clock_time.h"

#include <string.h>

#include "language/language_tag.h"

/* How a language says the time of day; words are separated by |. */
typedef struct {
  const char *language;
  const char *hours;    /* "heures|h", behind the hour */
  gboolean clock_only;  /* these words never count hours */
  const char *no_hours; /* what follows such a word that counts hours: the 間 of 時間 */
  const char *minutes;  /* behind the minutes; NULL: with such a word it is a length of time */
  const char *half;     /* "half past", behind the hour */
  const char *before;   /* "pukul": what follows is a time */
  const char *am, *pm;  /* behind the time or, where halves_first, before it */
  gboolean halves_first;
} ClockLanguage;

static const ClockLanguage clock_languages[] = {
    {"en", "o'clock|o’clock", TRUE, NULL, NULL, NULL, NULL, "a.m.|am|AM|A.M.|in the morning",
     "p.m.|pm|PM|P.M.|in the afternoon|in the evening|noon", FALSE},
    {"fr", "heures|heure|h", FALSE, NULL, NULL, "et demie", NULL, "du matin",
     "de l'après-midi|de l’après-midi|du soir", FALSE},
    {"es", "horas|hora|h", FALSE, NULL, NULL, NULL, NULL, "de la mañana|a.m.",
     "de la tarde|de la noche|p.m.", FALSE},
    {"pt", "horas|hora|h", FALSE, NULL, NULL, NULL, NULL, "da manhã", "da tarde|da noite", FALSE},
    {"de", "Uhr", TRUE, NULL, NULL, NULL, NULL, "vormittags|morgens|früh", "nachmittags|abends",
     FALSE},
    {"ru", "часов|часа|час", FALSE, NULL, NULL, NULL, NULL, "утра", "дня|вечера", FALSE},
    {"ja", "時", TRUE, "間", "分", "半", NULL, "午前", "午後", TRUE},
    {"zh", "时|時|点|點", FALSE, "间|間|以", "分", "半", NULL, "上午|早上|凌晨", "下午|晚上", TRUE},
    {"ko", "시", TRUE, "간", "분", "반", NULL, "오전", "오후", TRUE},
    {"vi", "giờ|h", FALSE, NULL, NULL, "rưỡi", NULL, "sáng", "chiều|tối", FALSE},
    {"id", NULL, TRUE, NULL, NULL, NULL, "pukul|jam", "pagi", "sore|petang|malam", FALSE},
    {"ms", NULL, TRUE, NULL, NULL, NULL, "pukul|jam", "pagi", "petang|malam", FALSE},
    {"th", "นาฬิกา|น.", TRUE, NULL, "นาที", NULL, NULL, NULL, NULL, FALSE},
};

static const ClockLanguage *find_language(const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS(clock_languages); i++)
    if (adref_language_tag_matches(language, clock_languages[i].language))
      return &clock_languages[i];
  return NULL;
}

gboolean adref_clock_time_knows(const char *language)
{
  return find_language(language) != NULL;
}

/* A text while it is read. */
typedef struct {
  const ClockLanguage *language; /* NULL: no words are known */
  const char *text;
  gsize start, end;
} ClockReading;

static gboolean is_space_at(const ClockReading *self, gsize at, gsize *next)
{
  if (at >= self->end)
    return FALSE;
  *next = (gsize)(g_utf8_next_char(self->text + at) - self->text);
  return g_unichar_isspace(g_utf8_get_char(self->text + at));
}

static gsize skip_spaces(const ClockReading *self, gsize at)
{
  for (gsize next; is_space_at(self, at, &next);)
    at = next;
  return at;
}

/* The length of the word of a list that stands at `at`, without a letter of its script behind it;
 * 0: none does. */
static gsize word_at(const ClockReading *self, const char *words, gsize at)
{
  const char *text = self->text + at;
  while (words && *words) {
    gsize length = strcspn(words, "|");
    const char *behind = text + length;
    gboolean is = at + length <= self->end && strncmp(text, words, length) == 0;
    gboolean is_cased = is && (g_unichar_islower(g_utf8_get_char(words)) ||
                               g_unichar_isupper(g_utf8_get_char(words)));
    if (is && !(is_cased && words[length - 1] != '.' && g_unichar_isalpha(g_utf8_get_char(behind))))
      return length;
    words += length + (words[length] == '|');
  }
  return 0;
}

/* Whether a word of a list ends before `at`, with or without a space. */
static gboolean is_word_before(const ClockReading *self, const char *words, gsize at)
{
  while (at > self->start && self->text[at - 1] == ' ')
    at--;
  while (words && *words) {
    gsize length = strcspn(words, "|");
    if (at - self->start >= length && strncmp(self->text + at - length, words, length) == 0 &&
        (at - length == self->start || !g_ascii_isalpha(self->text[at - length - 1])))
      return TRUE;
    words += length + (words[length] == '|');
  }
  return FALSE;
}

/* A number of one or two digits at *at, which is moved behind it; -1: there is none. */
static gint read_digits(const ClockReading *self, gsize *at, guint *digits)
{
  gint value = 0;
  gsize next = *at;
  *digits = 0;
  while (next < self->end) {
    gint digit = g_unichar_digit_value(g_utf8_get_char(self->text + next));
    if (digit < 0)
      break;
    value = value * 10 + digit;
    next = (gsize)(g_utf8_next_char(self->text + next) - self->text);
    if (++*digits > 2)
      return -1;
  }
  *at = next;
  return *digits > 0 ? value : -1;
}

/* ":30" or ".30"; 0: neither. */
static char read_separated(const ClockReading *self, gsize *at, gint *minute)
{
  guint digits;
  gsize behind = *at + 1;
  char sign = *at < self->end ? self->text[*at] : '\0';
  if (sign != ':' && sign != '.')
    return 0;
  gint value = read_digits(self, &behind, &digits);
  gboolean goes_on = behind + 1 < self->end && strchr(".,:/", self->text[behind]) &&
                     g_ascii_isdigit(self->text[behind + 1]);
  if (digits != 2 || value < 0 || value > 59 || goes_on)
    return 0;
  *minute = value;
  *at = behind;
  return sign;
}

/* What stands behind a word for the hour: 30分, 半, "30". FALSE: it is a length of time. */
static gboolean read_minutes(const ClockReading *self, gsize *at, gint *minute, gboolean *has)
{
  static const char length_of_time[] = "min|minutes|minute|minutos|minuto|phút|минут|минуты";
  const ClockLanguage *language = self->language;
  guint digits;
  gsize next = skip_spaces(self, *at), half = word_at(self, language->half, next);
  if (half > 0) {
    *minute = 30;
    *has = TRUE;
    *at = next + half;
    return TRUE;
  }
  gint value = read_digits(self, &next, &digits);
  if (value < 0 || value > 59 || (digits != 2 && !language->minutes))
    return TRUE;
  gsize behind = skip_spaces(self, next);
  gsize sign = word_at(self, language->minutes, behind);
  if (word_at(self, length_of_time, behind) > 0)
    return FALSE;
  if (language->minutes && sign == 0)
    return TRUE;
  *minute = value;
  *has = TRUE;
  *at = sign > 0 ? behind + sign : next;
  return TRUE;
}

typedef enum {
  HALF_UNKNOWN,
  HALF_AM,
  HALF_PM,
} DayHalf;

/* Morning or evening, before the time or behind it. */
static DayHalf read_half(const ClockReading *self, gsize start, gsize *at)
{
  const ClockLanguage *language = self->language;
  if (!language)
    return HALF_UNKNOWN;
  if (language->halves_first)
    return is_word_before(self, language->am, start)   ? HALF_AM
           : is_word_before(self, language->pm, start) ? HALF_PM
                                                       : HALF_UNKNOWN;
  gsize next = skip_spaces(self, *at);
  gsize am = word_at(self, language->am, next), pm = am ? 0 : word_at(self, language->pm, next);
  *at = am + pm > 0 ? next + am + pm : *at;
  return am ? HALF_AM : pm ? HALF_PM : HALF_UNKNOWN;
}

static void set_half(AdrefClockTime *time, DayHalf half)
{
  gint hour = time->written;
  if (hour > 12)
    return;
  time->is_pm = half == HALF_PM;
  time->hour = half == HALF_PM ? hour % 12 + 12 : half == HALF_AM ? hour % 12 : hour;
}

/* Whether the digits from `at` belong to what stands before them: 1.10, 2027/10, A10. */
static gboolean is_inside(const ClockReading *self, gsize at)
{
  if (at == self->start)
    return FALSE;
  const char *before = g_utf8_prev_char(self->text + at);
  gunichar c = g_utf8_get_char(before);
  return c == '-' || (c < 0x80 && (g_unichar_isalnum(c) || strchr(".,:/'$+", (int)c)));
}

/* Whether a time begins at `at`; *half is what is said of the day. */
static gboolean read_time(const ClockReading *self, gsize at, AdrefClockTime *time, DayHalf *half)
{
  const ClockLanguage *language = self->language;
  guint digits;
  gsize next = at;
  gint hour = read_digits(self, &next, &digits), minute = 0;
  if (hour < 0 || hour > 24)
    return FALSE;
  char sign = read_separated(self, &next, &minute);
  gboolean has_minutes = sign != 0;
  gsize behind = skip_spaces(self, next), word = 0;
  word = language ? word_at(self, language->hours, behind) : 0;
  if (word && language->no_hours && word_at(self, language->no_hours, behind + word))
    return FALSE;
  next = word ? behind + word : next;
  if (word && !has_minutes && !read_minutes(self, &next, &minute, &has_minutes))
    return FALSE;
  *half = read_half(self, at, &next);
  gboolean is_marked = language && is_word_before(self, language->before, at);
  if (!word && *half == HALF_UNKNOWN && !is_marked && sign != ':')
    return FALSE;
  if (!word && sign == '.' && *half == HALF_UNKNOWN && !is_marked)
    return FALSE;
  *time = (AdrefClockTime){.start = at,
                           .end = next,
                           .hour = hour,
                           .minute = minute,
                           .written = hour,
                           .perhaps = word && !has_minutes && *half == HALF_UNKNOWN &&
                                      !language->clock_only};
  set_half(time, *half);
  return TRUE;
}

/* "2 to" of "2 to 4 p.m.": a time of the same half of the day. */
static gboolean read_first_of_range(const ClockReading *self, gsize at, AdrefClockTime *time)
{
  static const char joints[] = "to|and|–|-";
  guint digits;
  gsize next = at;
  gint minute = 0, hour = read_digits(self, &next, &digits);
  if (hour < 0 || hour > 12 || !self->language || self->language->halves_first)
    return FALSE;
  read_separated(self, &next, &minute);
  gsize behind = skip_spaces(self, next), joint = word_at(self, joints, behind);
  AdrefClockTime other;
  DayHalf half = HALF_UNKNOWN;
  if (!joint || !read_time(self, skip_spaces(self, behind + joint), &other, &half) ||
      half == HALF_UNKNOWN || other.written < hour % 12)
    return FALSE;
  *time =
      (AdrefClockTime){.start = at, .end = next, .hour = hour, .minute = minute, .written = hour};
  set_half(time, half);
  return TRUE;
}

/* 5時 of 午後3時から5時 */
static void inherit_half(const AdrefClockTime *before, DayHalf half, AdrefClockTime *time)
{
  enum {
    JOINT = 12 /* bytes between the two */
  };
  if (half == HALF_UNKNOWN && before && before->is_pm && time->start - before->end <= JOINT &&
      time->written <= 12 && time->written >= before->written % 12)
    set_half(time, HALF_PM);
}

/* The first digit in text[at..end); `end` where there is none. */
static gsize next_digit(const char *text, gsize at, gsize end)
{
  while (at < end) {
    gboolean is_ascii = (guchar)text[at] < 0x80;
    if (is_ascii ? g_ascii_isdigit(text[at]) : g_unichar_isdigit(g_utf8_get_char(text + at)))
      return at;
    at += is_ascii ? 1 : (gsize)(g_utf8_next_char(text + at) - (text + at));
  }
  return end;
}

/* The end of the digits from `at` on. */
static gsize skip_digits(const char *text, gsize at, gsize end)
{
  while (at < end && g_unichar_isdigit(g_utf8_get_char(text + at)))
    at = (gsize)(g_utf8_next_char(text + at) - text);
  return at;
}

void adref_clock_time_find(const char *language, const char *text, gsize start, gsize end,
                           GArray *times)
{
  gsize at = next_digit(text, start, end);
  const ClockReading self = {at < end ? find_language(language) : NULL, text, start, end};
  while (at < end) {
    AdrefClockTime time;
    DayHalf half = HALF_UNKNOWN;
    gboolean is_time = !is_inside(&self, at) && (read_time(&self, at, &time, &half) ||
                                                 read_first_of_range(&self, at, &time));
    if (is_time) {
      if (self.language && self.language->halves_first && times->len > 0)
        inherit_half(&g_array_index(times, AdrefClockTime, times->len - 1), half, &time);
      g_array_append_val(times, time);
    }
    at = next_digit(text, is_time ? time.end : skip_digits(text, at, end), end);
  }
}
