#include "exchange/paragraphs/raised_notes.h"

#include <string.h>

enum {
  MOST_NOTES = 500, /* of a text */
  MOST_DIGITS = 3
};

static gint digit_of(gunichar c)
{
  static const gunichar digits[] = {0x2070, 0xB9,   0xB2,   0xB3,   0x2074,
                                    0x2075, 0x2076, 0x2077, 0x2078, 0x2079};
  for (gsize i = 0; i < G_N_ELEMENTS(digits); i++)
    if (digits[i] == c)
      return (gint)i;
  return -1;
}

/* The raised number at a place, and its bytes in *length; 0: there is none. */
static guint read_number(const char *at, gsize *length)
{
  const char *p = at;
  guint number = 0;
  gint digit;
  for (guint n = 0; *p && n < MOST_DIGITS && (digit = digit_of(g_utf8_get_char(p))) >= 0; n++) {
    number = number * 10 + (guint)digit;
    p = g_utf8_next_char(p);
  }
  *length = (gsize)(p - at);
  return *p && digit_of(g_utf8_get_char(p)) >= 0 ? 0 : number;
}

/* The number of a line with the words of a note; 0: it is none. */
static guint note_of(const char *line, gsize *length)
{
  gsize indent = strspn(line, " \t");
  guint number = read_number(line + indent, length);
  const char *words = line + indent + *length;
  words += strspn(words, " \t");
  *length += indent;
  return number > 0 && *words && *words != '\r' ? number : 0;
}

/* Whether the number is a power of a unit, "10 km²", or of a number. */
static gboolean is_power(const char *line, const char *at)
{
  static const char *const units[] = {"m", "km", "cm", "mm", "dm", "ft", "mi", "x"};
  const char *start = at;
  while (start > line && g_ascii_isalpha(start[-1]))
    start--;
  if (start > line && g_ascii_isdigit(at[-1]))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS(units); i++)
    if (strlen(units[i]) == (gsize)(at - start) &&
        strncmp(units[i], start, (gsize)(at - start)) == 0)
      return TRUE;
  return FALSE;
}

/* The next call in a line from `at`; NULL: there is none. */
static const char *next_call(const char *line, const char *at, guint *number, gsize *length)
{
  for (; *at; at = g_utf8_next_char(at)) {
    if ((guchar)*at != 0xC2 && (guchar)*at != 0xE2)
      continue;
    *number = read_number(at, length);
    if (*number > 0 && *number <= MOST_NOTES && at > line && at[-1] != ' ' && !is_power(line, at))
      return at;
  }
  return NULL;
}

/* How many notes there are, numbered from 1, each of which is called; 0: none. */
static guint count_notes(char *const *lines)
{
  guint last = 0, number;
  gsize length;
  gboolean called[MOST_NOTES + 1] = {FALSE};
  for (; *lines; lines++) {
    guint note = note_of(*lines, &length);
    if (note > 0 && (note != last + 1 || note > MOST_NOTES))
      return 0;
    last = note > 0 ? note : last;
    const char *at = *lines + (note > 0 ? length : 0);
    for (; (at = next_call(*lines, at, &number, &length)); at += length)
      called[number] = TRUE;
  }
  for (guint i = 1; i <= last; i++)
    if (!called[i])
      return 0;
  return last;
}

static void write_line(GString *out, const char *line, guint count, gboolean markdown)
{
  gsize length;
  guint number = note_of(line, &length);
  const char *at = line, *call;
  if (number > 0) {
    g_string_append_printf(out, markdown ? "[^%u]: " : "^%u ", number);
    at = line + length;
    at += strspn(at, " \t");
  }
  while ((call = next_call(line, at, &number, &length))) {
    g_string_append_len(out, at, call - at);
    if (number <= count)
      g_string_append_printf(out, markdown ? "[^%u]" : "^%u", number);
    else
      g_string_append_len(out, call, (gssize)length);
    at = call + length;
  }
  g_string_append(out, at);
}

static char *write_text(const char *text, gsize length, gboolean markdown)
{
  if (!memchr(text, 0xC2, length) || g_strstr_len(text, (gssize)length, "[^"))
    return NULL;
  g_autofree char *source = g_strndup(text, length);
  g_auto(GStrv) lines = g_strsplit(source, "\n", -1);
  guint count = count_notes(lines);
  if (count == 0)
    return NULL;
  GString *out = g_string_sized_new(length);
  for (char **line = lines; *line; line++) {
    write_line(out, *line, count, markdown);
    if (line[1])
      g_string_append_c(out, '\n');
  }
  return g_string_free(out, FALSE);
}

char *adref_raised_notes_to_markdown(const char *text, gsize length)
{
  return write_text(text, length, TRUE);
}

char *adref_raised_notes_to_plain(const char *text, gsize length)
{
  return write_text(text, length, FALSE);
}
