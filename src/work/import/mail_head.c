#include "work/import/mail_head.h"

#include <string.h>

#include "base/file.h"
#include "language/tables/letter_words.h"

enum {
  FIELDS = 2,      /* of a head */
  ABOVE = 20,      /* lines behind the head that may stand above a line of dashes */
  SIGNATURE = 12,  /* lines at the end of a mail */
  MOST_SAID = 2000 /* bytes of what is left out; more end in " ..." */
};

static gboolean is_empty(const char *line)
{
  return !line[strspn(line, " \t\r")];
}

/* Whether a line is made of dashes or the like. */
static gboolean is_rule(const char *line)
{
  gsize length = strspn(line, "-_=*");
  return length >= 3 && is_empty(line + length);
}

/* Whether a line is one of a text: a heading of Markdown, or a paragraph with a number. */
static gboolean is_of_text(const char *line)
{
  gsize digits = strspn(line, "0123456789");
  return *line == '#' || (digits > 0 && line[digits] && strchr(".)", line[digits]));
}

/* The first line from `i` on that is not empty. */
static guint behind_empty(char **lines, guint i)
{
  while (lines[i] && is_empty(lines[i]))
    i++;
  return i;
}

/* Behind the lines of a block that begins at `i`, and the empty ones below it. */
static guint behind_block(char **lines, guint i)
{
  while (lines[i] && !is_empty(lines[i]))
    i++;
  return behind_empty(lines, i);
}

/* The first line of the text below a head; 0: no head is there. */
static guint behind_head(char **lines)
{
  guint i = behind_empty(lines, 0), fields = 0;
  guint end = behind_block(lines, i);
  for (guint line = i; line < end; line++)
    fields += strchr(lines[line], ':') && adref_letter_is_opening(lines[line]) ? 1 : 0;
  if (fields < FIELDS || !adref_letter_is_opening(lines[i]))
    return 0;
  for (i = end; lines[i] && adref_letter_is_opening(lines[i]);)
    i = behind_block(lines, i);
  gboolean is_greeted = i > end;
  for (guint line = i; is_greeted && lines[line] && line < i + ABOVE && !is_of_text(lines[line]);
       line++)
    if (is_rule(lines[line]) && is_empty(lines[line - 1]))
      return behind_empty(lines, line + 1);
  return i;
}

/* Where the end of the mail begins, or the number of lines. No paragraph stands behind it that has
 * a number: "Thank you, Ministers" may be words of the text. */
static guint find_closing(char **lines, guint from)
{
  guint count = g_strv_length(lines);
  guint first = MAX(from + 1, count > SIGNATURE ? count - SIGNATURE : 0);
  for (guint i = first; i < count; i++)
    first = is_of_text(lines[i]) ? i + 1 : first;
  for (guint i = first; i < count; i++)
    if (adref_letter_is_closing(lines[i]))
      return i;
  return count;
}

/* Empties lines, whose words it appends. */
static void leave_out(char **lines, guint from, guint to, GString *said)
{
  for (guint i = from; i < to; i++) {
    if (!is_empty(lines[i]))
      g_string_append_printf(said, "%s%s", said->len > 0 ? " " : "", g_strchomp(lines[i]));
    lines[i][0] = '\0';
  }
}

GBytes *adref_mail_head_remove(const AdrefSession *session, const char *name, GBytes *bytes)
{
  gsize length;
  const char *text = adref_bytes_start(bytes, &length);
  if (!g_utf8_validate(text, (gssize)length, NULL))
    return g_bytes_ref(bytes);
  g_autofree char *copy = g_strndup(text, length);
  g_auto(GStrv) lines = g_strsplit(copy, "\n", -1);
  guint begin = behind_head(lines);
  if (begin == 0)
    return g_bytes_ref(bytes);
  g_autoptr(GString) said = g_string_new(NULL);
  guint end = find_closing(lines, begin);
  leave_out(lines, 0, begin, said);
  leave_out(lines, end, g_strv_length(lines), said);
  const char *stop =
      said->len > MOST_SAID ? g_utf8_find_prev_char(said->str, said->str + MOST_SAID) : NULL;
  adref_session_say(session, "%s: left out, as the mail around the text: \"%.*s%s\"", name,
                    (int)(stop ? (gsize)(stop - said->str) : said->len), said->str,
                    stop ? " ..." : "");
  char *left = g_strjoinv("\n", lines);
  return g_bytes_new_take(left, strlen(left));
}
