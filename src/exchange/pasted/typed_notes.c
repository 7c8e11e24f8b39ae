#include "exchange/pasted/typed_notes.h"

#include <string.h>

enum {
  MOST_NOTES = 500, /* of a text */
  MOST_DIGITS = 3,  /* of a mark */
  MOST_STARS = 4    /* of a mark */
};

typedef enum {
  SLASH,   /* 1/ */
  STARS,   /* * and ** */
  BRACKET, /* [1] */
} MarkForm;

/* The number of the mark at a place, and its bytes in *length; 0: there is none, and the bytes are
 * those of what stands there in its place. */
static guint read_mark(MarkForm form, const char *at, gsize *length)
{
  if (form == STARS) {
    gsize stars = strspn(at, "*");
    *length = MAX(stars, 1);
    return stars <= MOST_STARS ? (guint)stars : 0;
  }
  *length = 1;
  if (form == BRACKET && *at != '[')
    return 0;
  const char *number = form == BRACKET ? at + 1 : at;
  gsize digits = strspn(number, "0123456789");
  if (digits == 0 || digits > MOST_DIGITS || *number == '0' ||
      number[digits] != (form == BRACKET ? ']' : '/')) {
    *length = MAX(digits, 1);
    return 0;
  }
  *length = (gsize)(number + digits + 1 - at);
  return (guint)g_ascii_strtoull(number, NULL, 10);
}

/* The number of a line with the words of a note, and the bytes before its words; 0: it is none. */
static guint note_of(MarkForm form, const char *line, gsize *length)
{
  gsize indent = strspn(line, " \t");
  guint number = read_mark(form, line + indent, length);
  if (number == 0)
    return 0;
  const char *words = line + indent + *length;
  gsize space = strspn(words, " \t");
  *length += indent + space;
  gboolean is_apart = space > 0 || (form == STARS && g_ascii_isupper(*words));
  gboolean is_emphasis = form == STARS && strchr(words, '*');
  return is_apart && !is_emphasis && words[space] && words[space] != '\r' ? number : 0;
}

/* Whether a mark calls a note: "report 1/ of", "report.1/", "Ports*". */
static gboolean is_call(MarkForm form, const char *line, const char *at, gsize length)
{
  char before = at > line ? at[-1] : ' ', behind = at[length];
  if (form == BRACKET)
    return before != ']' && before != '\\' && !(behind && strchr("([:", behind));
  if (behind && !strchr(" \t\r.,;:)]\"", behind))
    return FALSE;
  if (form == STARS)
    return !strchr(" \t(", before);
  return at > line && !g_ascii_isdigit(before) && !strchr("/-([", before);
}

/* The next call in a line from `at`; NULL: there is none. Asterisks behind others that open
 * emphasis close it. */
static const char *next_call(MarkForm form, const char *line, const char *at, guint *number,
                             gsize *length)
{
  gboolean is_open = FALSE;
  for (; *at; at += *length) {
    *number = read_mark(form, at, length);
    if (*number > 0 && *number <= MOST_NOTES && !is_open && is_call(form, line, at, *length))
      return at;
    is_open = form == STARS && *number > 0 ? !is_open : is_open;
  }
  return NULL;
}

/* How many notes there are, numbered from 1, each of which is called before; 0: none. */
static guint count_notes(MarkForm form, char *const *lines)
{
  guint last = 0, number;
  gsize length;
  gboolean called[MOST_NOTES + 1] = {FALSE};
  for (; *lines; lines++) {
    guint note = note_of(form, *lines, &length);
    if (note > 0 && (note != last + 1 || note > MOST_NOTES || !called[note]))
      return 0;
    last = note > 0 ? note : last;
    const char *at = *lines + (note > 0 ? length : 0);
    for (; (at = next_call(form, *lines, at, &number, &length)); at += length) {
      called[number] = TRUE;
      if (form == STARS && last > 0)
        return 0;
    }
  }
  return last;
}

static void write_line(GString *out, MarkForm form, const char *line, guint count,
                       gboolean markdown)
{
  gsize length;
  guint number = note_of(form, line, &length);
  const char *at = line, *call;
  if (number > 0) {
    g_string_append_printf(out, markdown ? "[^%u]: " : "^%u ", number);
    at = line + length;
  }
  while ((call = next_call(form, line, at, &number, &length))) {
    gboolean is_known = number <= count;
    gsize space = is_known && form == SLASH && call > at && call[-1] == ' ' ? 1 : 0;
    g_string_append_len(out, at, call - at - (gssize)space);
    if (is_known)
      g_string_append_printf(out, markdown ? "[^%u]" : "^%u", number);
    else
      g_string_append_len(out, call, (gssize)length);
    at = call + length;
  }
  g_string_append(out, at);
}

static char *write_text(char *const *lines, MarkForm form, guint count, gboolean markdown)
{
  GString *out = g_string_new(NULL);
  for (; *lines; lines++) {
    write_line(out, form, *lines, count, markdown);
    if (lines[1])
      g_string_append_c(out, '\n');
  }
  return g_string_free(out, FALSE);
}

/* Whether notes of plain text have other marks already. */
static gboolean has_other_notes(char *const *lines)
{
  for (; *lines; lines++) {
    const char *words = *lines + strspn(*lines, " \t");
    gsize digits = *words == '[' || *words == '^' ? strspn(words + 1, "0123456789") : 0;
    if (digits > 0 && digits <= MOST_DIGITS && (*words == '^' || words[1 + digits] == ']'))
      return TRUE;
  }
  return FALSE;
}

static char *find_and_write(const char *text, gsize length, const MarkForm *forms,
                            gboolean markdown)
{
  g_autofree char *source = g_strndup(text, length);
  g_auto(GStrv) lines = g_strsplit(source, "\n", -1);
  if (!markdown && has_other_notes(lines))
    return NULL;
  for (gsize i = 0; i < 2; i++) {
    guint count = count_notes(forms[i], lines);
    if (count > 0)
      return write_text(lines, forms[i], count, markdown);
  }
  return NULL;
}

char *adref_typed_notes_raise(const char *text, gsize length)
{
  static const MarkForm forms[] = {SLASH, STARS};
  return find_and_write(text, length, forms, FALSE);
}

char *adref_typed_notes_to_markdown(const char *text, gsize length)
{
  static const MarkForm forms[] = {SLASH, BRACKET};
  if (g_strstr_len(text, (gssize)length, "[^"))
    return NULL;
  return find_and_write(text, length, forms, TRUE);
}
