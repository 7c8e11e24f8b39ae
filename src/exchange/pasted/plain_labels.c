#include "exchange/pasted/plain_labels.h"

#include <string.h>

#include "base/name.h"

enum {
  MAX_NUMBER = 24,  /* bytes of "PP12", "112 ter.", "12 alt." */
  HASH = 64,        /* digits of the hash of the content */
  FOOTER_LINES = 4, /* at most */
  MAX_HEADING = 120 /* bytes */
};

/* The id of a label, and the bytes before its "#"; NULL: the line is none. */
static const char *id_of(const char *line, gsize *number)
{
  const char *mark = strchr(line, '#');
  if (!mark || mark - line > MAX_NUMBER || !adref_name_is(ADREF_NAME_CLAUSE, mark + 1))
    return NULL;
  *number = (gsize)(mark - line);
  gsize letters = strspn(line, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789. ");
  gboolean is_number =
      g_ascii_isdigit(line[0]) || (g_str_has_prefix(line, "PP") && g_ascii_isdigit(line[2]));
  gboolean is_label = *number == 0 || (is_number && letters == *number && mark[-1] == ' ');
  return is_label ? mark + 1 : NULL;
}

/* A label without a number, above words that are set in: "#ports". */
static gboolean is_above_clause(char **lines, guint at)
{
  static const char indent[] = "    ";
  return (at == 0 || !*lines[at - 1]) && lines[at + 1] && g_str_has_prefix(lines[at + 1], indent) &&
         lines[at + 1][strlen(indent)] != '\0';
}

/* Of labels without numbers, as in a text that counts no clauses, one more is asked for. Version
 * and hash at the end tell who printed the text. */
gboolean adref_plain_labels_are_there(char **lines)
{
  guint numbered = 0, others = 0;
  gboolean is_signed = FALSE;
  gsize number;
  for (guint i = 0; lines[i]; i++) {
    gboolean is_label = id_of(lines[i], &number) != NULL;
    numbered += is_label && number > 0 ? 1 : 0;
    others += is_label && number == 0 && is_above_clause(lines, i) ? 1 : 0;
    is_signed |= (i == 0 || !*lines[i - 1]) && adref_plain_label_footer(lines, i);
  }
  return numbered >= 2 || others >= 3 || (is_signed && numbered + others > 0);
}

static const char *kind_of(char **lines, guint at, gsize number, gboolean is_begun)
{
  const char *line = lines[at], *below = lines[at + 1] ? lines[at + 2] : NULL;
  gsize digits = strspn(line, "0123456789");
  if (number == 0 && below && strlen(below) >= 3 && strspn(below, "-") == strlen(below))
    return "annex";
  if (number == 0)
    return is_begun ? "closing" : "chapeau";
  if (digits == 0)
    return "pp";
  return line[digits] == '.' && g_ascii_isdigit(line[digits + 1]) ? "item" : "op";
}

char *adref_plain_label_marker(char **lines, guint at, gboolean is_begun)
{
  gsize number;
  const char *id = id_of(lines[at], &number);
  return id ? g_strdup_printf("<!-- %s %s -->", kind_of(lines, at, number, is_begun), id) : NULL;
}

char *adref_plain_label_note(char **lines, guint at, guint *count)
{
  static const char begin[] = "Note (";
  const char *line = lines[at] + strspn(lines[at], " ");
  gsize indent = (gsize)(line - lines[at]);
  const char *party = g_str_has_prefix(line, begin) ? line + strlen(begin) : NULL;
  const char *words = party ? strstr(party, "): ") : NULL;
  g_autofree char *code = words ? g_strndup(party, (gsize)(words - party)) : NULL;
  if (indent == 0 || !code || !adref_name_is(ADREF_NAME_PARTY, code))
    return NULL;
  g_autoptr(GString) note = g_string_new(words + strlen("): "));
  for (*count = 1; lines[at + *count] && strspn(lines[at + *count], " ") == indent; ++*count) {
    const char *more = lines[at + *count] + indent;
    if (g_str_has_prefix(more, begin))
      break;
    g_string_append_printf(note, " %s", more);
  }
  return strstr(note->str, "--") ? NULL : g_strdup_printf("<!-- note %s: %s -->", code, note->str);
}

gboolean adref_plain_label_heading(char **lines, guint at)
{
  const char *line = lines[at];
  gsize length = strlen(line), number;
  if (length == 0 || length > MAX_HEADING || g_ascii_isspace(*line) || id_of(line, &number) ||
      strchr(".;:,)]", line[length - 1]) || (at > 0 && *lines[at - 1]) || !lines[at + 1] ||
      *lines[at + 1])
    return FALSE;
  guint next = at + 1;
  while (lines[next] && !*lines[next])
    next++;
  return lines[next] && id_of(lines[next], &number);
}

gboolean adref_plain_label_footer(char **lines, guint at)
{
  for (guint i = at; lines[i]; i++) {
    gsize length = strlen(lines[i]);
    const char *hash = lines[i] + (length >= HASH ? length - HASH : 0);
    if (i - at >= FOOTER_LINES || length == 0)
      return FALSE;
    if (length >= HASH && strspn(hash, "0123456789abcdef") == HASH)
      return !lines[i + 1] || !*lines[i + 1];
  }
  return FALSE;
}

/* Only the part has a colon among what stands before the hash; a mail program may have quoted it.
 */
static gboolean is_part_line(const char *line)
{
  static const char *const colons[] = {": ", "\357\274\232", "\341\237\226"}; /* ： and ៖ */
  line += strspn(line, "> ");
  g_auto(GStrv) fields = g_strsplit(line, "\302\267", 2);
  for (gsize i = 0; fields[0] && fields[1] && i < G_N_ELEMENTS(colons); i++)
    if (strstr(fields[0], colons[i]))
      return TRUE;
  return FALSE;
}

gboolean adref_plain_label_is_part(const char *text, gsize length)
{
  g_autofree char *source = g_strndup(text, length);
  g_auto(GStrv) lines = g_strsplit(source, "\n", -1);
  gboolean is_part = FALSE;
  for (char **line = lines; *line; line++) {
    g_strstrip(*line);
    gsize size = strlen(*line);
    const char *hash = *line + (size >= HASH ? size - HASH : 0);
    if (size >= HASH && strspn(hash, "0123456789abcdef") == HASH)
      for (guint up = 0; up < FOOTER_LINES && line - up >= lines && *line[-(gint)up]; up++)
        is_part |= is_part_line(line[-(gint)up]);
  }
  return is_part;
}
