#include "work/import/mail_around.h"

#include <string.h>

#include "base/file.h"
#include "exchange/paragraphs/eastern_items.h"
#include "exchange/paragraphs/opening_words.h"
#include "language/tables/letter_words.h"

enum {
  RUN = 3,         /* neighbouring words by which a line is known */
  FEW = 5,         /* one of so many runs of words is known of a line that may be one of the text */
  SHORT = 2,       /* words of a heading that is known by both */
  SIGNATURE = 12,  /* lines at the end of a text of which no line is known */
  MOST_SAID = 2000 /* bytes of what is left out */
};

typedef struct {
  char *words;     /* without the marks of a quotation; within the text of the file */
  guint depth;     /* of the quotation */
  gboolean begins; /* a block: behind an empty line, or in another quotation */
  gboolean known;  /* half of its words stand in the known text */
  gboolean may_be; /* some do, or it has a number, or is a heading: no mail is cut off behind it */
  gboolean goes;   /* it is left out */
} Line;

typedef struct {
  GHashTable *runs; /* hashes of the words of the known text: RUN of them, and SHORT */
  GArray *lines;    /* of Line */
  guint from, to;   /* lines of the text itself */
  GString *said;
  guint answered; /* lines of the quoted text below an answer */
} Mail;

/* --- words --- */

static gboolean is_word_char(gunichar c)
{
  return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

/* Whether a letter is a word of its own: of scripts that set no spaces. */
static gboolean stands_alone(gunichar c)
{
  return adref_eastern_is_letter(c) || (c >= 0x0E00 && c <= 0x0EFF) ||
         (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF);
}

/* The hash of each word. */
static GArray *words_of(const char *text, const char *end)
{
  GArray *words = g_array_new(FALSE, FALSE, sizeof(guint));
  guint hash = 0;
  for (const char *at = text; at <= end; at = at < end ? g_utf8_next_char(at) : at + 1) {
    gunichar c = at < end ? g_unichar_tolower(g_utf8_get_char(at)) : ' ';
    gboolean letter = is_word_char(c);
    if (hash != 0 && (!letter || stands_alone(c))) {
      g_array_append_val(words, hash);
      hash = 0;
    }
    if (letter)
      hash = (hash ^ c) * 16777619U + 1;
    if (letter && stands_alone(c)) {
      g_array_append_val(words, hash);
      hash = 0;
    }
  }
  return words;
}

static gpointer run_at(const GArray *words, guint at, guint length)
{
  guint hash = length;
  for (guint i = 0; i < length; i++)
    hash = (hash ^ g_array_index(words, guint, at + i)) * 2654435761U + i;
  return GUINT_TO_POINTER(hash | 1);
}

/* Without the addresses of links, "[Japan](#JPN)", which no page of plain text has. Caller frees.
 */
static GString *without_addresses(const char *text, gsize length)
{
  GString *words = g_string_sized_new(length);
  gboolean has_close = TRUE; /* a ")" may stand behind this place: else it is looked for no more */
  for (const char *at = text, *end = text + length; at < end; at++) {
    gboolean opens = has_close && *at == ']' && at + 1 < end && at[1] == '(';
    const char *close = opens ? memchr(at, ')', (gsize)(end - at)) : NULL;
    has_close = has_close && (!opens || close);
    if (close)
      at = close;
    else
      g_string_append_c(words, *at);
  }
  return words;
}

static void add_known(Mail *self, GBytes *known)
{
  gsize length;
  const char *text = adref_bytes_start(known, &length);
  g_autoptr(GString) read = without_addresses(text, length);
  g_autoptr(GArray) words = words_of(read->str, read->str + read->len);
  self->runs = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < words->len; i++)
    for (guint run = SHORT; run <= RUN && i + run <= words->len; run++)
      g_hash_table_add(self->runs, run_at(words, i, run));
}

/* How many of its runs of words are those of the known text. */
static void recognise(const Mail *self, Line *line)
{
  g_autoptr(GArray) words = words_of(line->words, line->words + strlen(line->words));
  guint found = 0, runs = words->len >= RUN ? words->len - RUN + 1 : 0;
  for (guint i = 0; i < runs; i++)
    found += g_hash_table_contains(self->runs, run_at(words, i, RUN)) ? 1 : 0;
  line->known = runs > 0 && found * 2 >= runs;
  gsize digits = strspn(line->words, "0123456789");
  gboolean numbered = digits > 0 && line->words[digits] && strchr(".)", line->words[digits]);
  line->may_be =
      numbered || (found > 0 && found * FEW >= runs) ||
      (words->len == SHORT && g_hash_table_contains(self->runs, run_at(words, 0, SHORT)));
}

/* --- lines --- */

static Line read_line(char *line)
{
  Line read = {.words = line};
  while (*read.words == '>' || (read.depth > 0 && *read.words == ' ')) {
    read.depth += *read.words == '>' ? 1 : 0;
    read.words++;
    if (*read.words == ' ' && read.words[1] != '>')
      break;
  }
  if (read.depth > 0 && *read.words == ' ')
    read.words++;
  return read;
}

static gboolean is_empty(const Line *line)
{
  return line->words[strspn(line->words, " \t\r")] == '\0';
}

static Line *line_at(const Mail *self, guint i)
{
  return &g_array_index(self->lines, Line, i);
}

/* A line of signs below another one makes it a heading, as pages of plain text have them. */
static gboolean is_underline(const char *line)
{
  gsize length = strspn(line, line[0] == '=' ? "=" : "-");
  return length > 2 && line[length + strspn(line + length, " \r")] == '\0';
}

static void add_lines(Mail *self, char **lines)
{
  self->lines = g_array_new(FALSE, TRUE, sizeof(Line));
  for (guint i = 0; lines[i]; i++) {
    Line line = read_line(lines[i]);
    const Line *before = i > 0 ? line_at(self, i - 1) : NULL;
    line.begins = !before || is_empty(before) || before->depth != line.depth;
    recognise(self, &line);
    if (lines[i + 1] && is_underline(read_line(lines[i + 1]).words) && !is_empty(&line))
      line.may_be = TRUE;
    g_array_append_val(self->lines, line);
  }
  self->to = self->lines->len;
}

/* The words of the lines of a block, which begins at `from`; *end is behind it. Caller frees. */
static char *block_at(const Mail *self, guint from, guint limit, guint *end)
{
  GString *words = g_string_new(NULL);
  guint i = from;
  for (; i < limit && (i == from || !line_at(self, i)->begins); i++)
    g_string_append_printf(words, "%s%s", words->len > 0 ? " " : "", line_at(self, i)->words);
  *end = i;
  return g_strstrip(g_string_free(words, FALSE));
}

/* --- what is left out --- */

static void leave_out(Mail *self, guint from, guint to)
{
  for (guint i = from; i < to; i++) {
    const Line *line = line_at(self, i);
    if (!is_empty(line))
      g_string_append_printf(self->said, "%s%s", self->said->len > 0 ? " " : "", line->words);
  }
}

/* The first line that is known; that of a heading counts where `headings`. */
static guint first_known(const Mail *self, gboolean headings)
{
  guint i = self->from;
  while (i < self->to && !line_at(self, i)->known && !(headings && line_at(self, i)->may_be))
    i++;
  return i;
}

static guint behind_known(const Mail *self)
{
  guint i = self->to;
  while (i > self->from && !line_at(self, i - 1)->known)
    i--;
  return i;
}

/* Whether a mail begins in these lines. */
static gboolean has_opening(const Mail *self, guint from, guint to)
{
  gboolean found = FALSE;
  for (guint i = from, end; i < to && !found; i = end) {
    g_autofree char *block = block_at(self, i, to, &end);
    found = adref_letter_is_opening(block);
    for (guint line = i; line < end && !found; line++)
      found = adref_letter_is_opening(line_at(self, line)->words);
  }
  return found;
}

/* Of a text of which no line is known only what is itself a part of a mail is left out. */
static guint behind_openings(const Mail *self)
{
  guint begin = self->from;
  for (guint i = self->from, end; i < self->to; i = end) {
    g_autofree char *block = block_at(self, i, self->to, &end);
    if (*block && !adref_letter_is_opening(block))
      break;
    begin = *block ? end : begin;
  }
  return begin;
}

static void cut_opening(Mail *self)
{
  guint begin = first_known(self, TRUE);
  if (begin == self->to)
    begin = behind_openings(self);
  while (begin > self->from && begin < self->to && !line_at(self, begin)->begins)
    begin--;
  if (begin == self->to || !has_opening(self, self->from, begin))
    return;
  leave_out(self, self->from, begin);
  self->from = begin;
}

/* Whether a line that is not empty may be one of a signature although the text has its words, as
 * the name of a party: a few words without a number before them and without a sign behind them. */
static gboolean may_sign(const Line *line)
{
  enum {
    NAME = 8 /* words */
  };
  g_autofree char *words = g_strstrip(g_strdup(line->words));
  g_autoptr(GArray) all = words_of(words, words + strlen(words));
  gsize length = strlen(words);
  return all->len <= NAME && !g_ascii_isdigit(*words) && *words != '(' &&
         !strchr(".;:", words[length - 1]);
}

static gboolean is_signature(const Mail *self, guint from)
{
  if (self->to - from > SIGNATURE || line_at(self, from)->known)
    return FALSE;
  for (guint i = from + 1; i < self->to; i++) {
    const Line *line = line_at(self, i);
    if ((line->known || line->may_be) && !may_sign(line))
      return FALSE;
  }
  return TRUE;
}

static void cut_closing(Mail *self)
{
  guint behind = behind_known(self), first = self->said->len > 0 ? self->from : self->from + 1;
  guint last = MAX(first, self->to > SIGNATURE ? self->to - SIGNATURE : 0);
  for (guint i = last; i < behind; i++)
    if (adref_letter_is_closing(line_at(self, i)->words) && is_signature(self, i))
      behind = i;
  if (behind <= self->from) /* a mail without a text leaves nothing */
    behind = MAX(first, self->to > SIGNATURE ? self->to - SIGNATURE : 0);
  for (guint i = behind; i < self->to; i++)
    if (adref_letter_is_closing(line_at(self, i)->words)) {
      leave_out(self, i, self->to);
      self->to = i;
    }
}

/* Whether all lines from one on are quoted, most of them known. */
static gboolean is_quotation(const Mail *self, guint from)
{
  guint quoted = 0, known = 0;
  for (guint i = from; i < self->to; i++) {
    const Line *line = line_at(self, i);
    if (is_empty(line))
      continue;
    if (line->depth == 0)
      return FALSE;
    quoted++;
    known += line->known || line->may_be ? 1 : 0;
  }
  return quoted > 0 && known * 2 >= quoted;
}

/* An answer above the text that it answers. */
static void cut_answered(Mail *self)
{
  for (guint i = first_known(self, FALSE), end; i < self->to; i = end) {
    g_autofree char *block = block_at(self, i, self->to, &end);
    if (line_at(self, i)->depth > 0 || !adref_letter_is_opening(block) || !is_quotation(self, end))
      continue;
    for (guint line = end; line < self->to; line++)
      self->answered += is_empty(line_at(self, line)) ? 0 : 1;
    self->to = i;
    return;
  }
}

/* --- a mail that answers paragraph by paragraph --- */

/* Whether the words of a line go on from those of the line before, as in the known text: a mail
 * program broke a quoted line, and the rest has no ">". */
static gboolean goes_on(const Mail *self, guint i)
{
  if (i == self->from || is_empty(line_at(self, i - 1)))
    return FALSE;
  const char *above = line_at(self, i - 1)->words, *here = line_at(self, i)->words;
  g_autoptr(GArray) words = words_of(above, above + strlen(above));
  g_autoptr(GArray) next = words_of(here, here + strlen(here));
  if (words->len < RUN - 1 || next->len == 0)
    return FALSE;
  guint first = words->len - (RUN - 1);
  g_array_append_val(words, g_array_index(next, guint, 0));
  return g_hash_table_contains(self->runs, run_at(words, first, RUN));
}

static gboolean is_rest(const Mail *self, guint i)
{
  return line_at(self, i)->known || goes_on(self, i);
}

/* What a block of an answer is, whose lines are not quoted. */
typedef enum {
  ANSWER_IS_TEXT,   /* a paragraph in other words */
  ANSWER_IS_NEW,    /* one that the text has not */
  ANSWER_GOES_ON,   /* the rest of a quoted line */
  ANSWER_IS_REMARK, /* what the mail says about the paragraph above */
} Answer;

/* Whether words begin as a paragraph or an item does: "2 bis.", "(a)", "Recalling". */
static gboolean is_new_text(const char *words)
{
  return adref_opening_number_length(words) > 0 || adref_opening_is(ADREF_OPENING_BULLET, words) ||
         adref_opening_is(ADREF_OPENING_PARTICIPLE, words);
}

static Answer answer_at(const Mail *self, guint from, guint end)
{
  gboolean behind_empty = from == self->from || is_empty(line_at(self, from - 1));
  if (goes_on(self, from))
    return ANSWER_GOES_ON;
  for (guint i = from; i < end; i++)
    if (line_at(self, i)->known)
      return behind_empty ? ANSWER_IS_TEXT : ANSWER_GOES_ON;
  return is_new_text(line_at(self, from)->words) ? ANSWER_IS_NEW : ANSWER_IS_REMARK;
}

static guint block_end(const Mail *self, guint from)
{
  guint end = from + 1;
  while (end < self->to && !line_at(self, end)->begins)
    end++;
  return end;
}

/* Whether known lines are quoted, a third of all that are known at least, and others stand beside
 * them. */
static gboolean is_dialogue(const Mail *self)
{
  guint quoted = 0, known = 0, others = 0;
  for (guint i = self->from; i < self->to; i++) {
    const Line *line = line_at(self, i);
    known += line->known ? 1 : 0;
    quoted += line->depth > 0 && line->known ? 1 : 0;
    others += line->depth == 0 && !is_empty(line) ? 1 : 0;
  }
  return others > 0 && quoted > 0 && quoted * 3 >= known;
}

static void drop_quoted(Mail *self, guint from, guint to)
{
  for (guint i = from; i < to; i++) {
    self->answered += is_empty(line_at(self, i)) ? 0 : 1;
    line_at(self, i)->goes = TRUE;
  }
}

/* Whether known lines are quoted before a line, and others behind it. */
static gboolean stands_between(const Mail *self, guint at)
{
  gboolean before = FALSE, behind = FALSE;
  for (guint i = self->from; i < self->to; i++) {
    gboolean quoted = line_at(self, i)->depth > 0 && line_at(self, i)->known;
    before = before || (quoted && i < at);
    behind = behind || (quoted && i > at);
  }
  return before && behind;
}

/* A mail between whose quoted paragraphs somebody has written. Remarks are no part of the text.
 * Where paragraphs stand there in other words, these are what is sent, and not those that are
 * quoted. FALSE: nothing stands between them. */
static gboolean cut_remarks(Mail *self)
{
  gboolean rewritten = FALSE, found = FALSE;
  for (guint i = self->from, end; i < self->to; i = end) {
    end = block_end(self, i);
    rewritten = rewritten || (line_at(self, i)->depth == 0 && !is_empty(line_at(self, i)) &&
                              answer_at(self, i, end) == ANSWER_IS_TEXT);
  }
  for (guint i = self->from, end; i < self->to; i = end) {
    end = block_end(self, i);
    guint rest = i; /* behind the lines that are quoted */
    if (is_empty(line_at(self, i)))
      continue;
    Answer answer = line_at(self, i)->depth > 0 ? ANSWER_GOES_ON : answer_at(self, i, end);
    while (answer == ANSWER_GOES_ON && rest < end &&
           (line_at(self, i)->depth > 0 || is_rest(self, rest)))
      rest++;
    if (rewritten)
      drop_quoted(self, i, rest);
    if (answer == ANSWER_IS_TEXT || answer == ANSWER_IS_NEW || rest == end) {
      found = found || (answer == ANSWER_IS_NEW && stands_between(self, i));
      continue;
    }
    leave_out(self, rest, end);
    for (guint line = rest; line < end; line++)
      line_at(self, line)->goes = TRUE;
    found = found || stands_between(self, rest);
  }
  return found || rewritten;
}

/* Whether most lines of a text are quoted. */
static gboolean is_quoted(const Mail *self)
{
  guint all = 0, quoted = 0;
  for (guint i = self->from; i < self->to; i++) {
    all += is_empty(line_at(self, i)) ? 0 : 1;
    quoted += line_at(self, i)->depth > 0 ? 1 : 0;
  }
  return quoted * 2 > all;
}

/* --- the whole --- */

static void say(const Mail *self, const AdrefSession *session, const char *name)
{
  const char *words = self->said->str;
  gsize length = strlen(words);
  const char *end = length > MOST_SAID ? g_utf8_find_prev_char(words, words + MOST_SAID) : NULL;
  if (length > 0)
    adref_session_say(session, "%s: left out, as the mail around the text: \"%.*s%s\"", name,
                      (int)(end ? (gsize)(end - words) : length), words, end ? " ..." : "");
  if (self->answered > 0)
    adref_session_say(session, "%s: left out, as the text that it answers: %u quoted line%s", name,
                      self->answered, self->answered == 1 ? "" : "s");
}

static GBytes *write_lines(const Mail *self, char **lines, gboolean is_answer)
{
  gboolean quoted = is_answer || is_quoted(self);
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < self->to; i++) {
    if (i >= self->from && !line_at(self, i)->goes)
      g_string_append(out, quoted ? line_at(self, i)->words : lines[i]);
    if (i + 1 < self->lines->len)
      g_string_append_c(out, '\n');
  }
  return g_string_free_to_bytes(out);
}

/* Whether a text has a paragraph in quotation itself. */
static gboolean has_quotation(const char *text, gsize length)
{
  return length > 0 && (*text == '>' || memmem(text, length, "\n>", 2));
}

/* A text of which most lines are a quotation itself; a few paragraphs in quotation are not. */
static gboolean is_known_quoted(GBytes *known)
{
  gsize length, all = 0, quoted = 0;
  const char *text = adref_bytes_start(known, &length);
  for (const char *line = text, *end = text + length; line < end;) {
    const char *next = memchr(line, '\n', (gsize)(end - line));
    all += *line != '\n' ? 1 : 0;
    quoted += *line == '>' ? 1 : 0;
    line = next ? next + 1 : end;
  }
  return quoted * 2 > all;
}

enum {
  NEAR = 60 /* lines from an end, in which a mail begins or ends */
};

/* Whether a line of UTF-8 begins a mail, or ends one. */
static gboolean is_sign(const char *line, const char *end, gboolean (*fits)(const char *words))
{
  g_autofree char *words = g_strndup(line, (gsize)(end - line));
  return g_utf8_validate(words, -1, NULL) && fits(words);
}

/* Whether a mail may stand around the text: a line is quoted, or one near an end begins or ends a
 * mail. Most files are none, and are not compared with the known text. */
static gboolean is_suspected(const char *text, gsize length)
{
  const char *last[NEAR], *end = text + length;
  guint count = 0;
  for (const char *line = text, *stop; line < end; line = stop + 1, count++) {
    stop = memchr(line, '\n', (gsize)(end - line));
    stop = stop ? stop : end;
    if (*line == '>' || (count < NEAR && is_sign(line, stop, adref_letter_is_opening)))
      return TRUE;
    last[count % NEAR] = line;
  }
  for (guint i = 0; i < MIN(count, NEAR); i++) {
    const char *stop = memchr(last[i], '\n', (gsize)(end - last[i]));
    if (is_sign(last[i], stop ? stop : end, adref_letter_is_closing))
      return TRUE;
  }
  return FALSE;
}

GBytes *adref_mail_around_remove(const AdrefSession *session, const char *name, GBytes *bytes,
                                 GBytes *known, gboolean *is_answer)
{
  gboolean unused;
  is_answer = is_answer ? is_answer : &unused;
  *is_answer = FALSE;
  gsize length, known_length;
  const char *text = adref_bytes_start(bytes, &length);
  const char *known_text = known ? g_bytes_get_data(known, &known_length) : NULL;
  if (!known_text || !is_suspected(text, length) || !g_utf8_validate(text, (gssize)length, NULL) ||
      !g_utf8_validate(known_text, (gssize)known_length, NULL) || is_known_quoted(known))
    return g_bytes_ref(bytes);
  g_autofree char *copy = g_strndup(text, length);
  g_auto(GStrv) lines = g_strsplit(copy, "\n", -1);
  Mail mail = {.said = g_string_new(NULL)};
  add_known(&mail, known);
  add_lines(&mail, lines);
  cut_opening(&mail);
  cut_answered(&mail);
  cut_closing(&mail);
  *is_answer = !has_quotation(known_text, known_length) && is_dialogue(&mail) && cut_remarks(&mail);
  say(&mail, session, name);
  gboolean is_mail = *is_answer || mail.said->len > 0 || mail.answered > 0 || is_quoted(&mail);
  GBytes *left = is_mail ? write_lines(&mail, lines, *is_answer) : g_bytes_ref(bytes);
  g_hash_table_unref(mail.runs);
  g_array_unref(mail.lines);
  g_string_free(mail.said, TRUE);
  return left;
}
