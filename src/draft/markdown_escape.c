#include <string.h>

#include "draft/mustache.h"

typedef struct {
  const char *start; /* of the words, behind leading white space */
  const char *p;     /* the character under way */
  gunichar before;   /* what was written before it; 0 for nothing */
} Spot;

static gboolean is_space(gunichar c)
{
  return c == 0 || g_unichar_isspace(c) || g_unichar_iscntrl(c);
}

static gboolean space_follows(const Spot *spot)
{
  return is_space(g_utf8_get_char(g_utf8_next_char(spot->p)));
}

/* "1." or "1)" at the start would begin a list. */
static gboolean ends_list_number(const Spot *spot)
{
  gsize digits = strspn(spot->start, "0123456789");
  return digits > 0 && digits <= 9 && spot->p == spot->start + digits && space_follows(spot);
}

/* "&amp;" is a letter, and so is "&am" when the template goes on with "p;". */
static gboolean begins_entity(const char *p)
{
  const char *q = p + 1 + (p[1] == '#');
  while (g_ascii_isalnum(*q))
    q++;
  return *q == '\0' || *q == ';';
}

/* "JPN: " at the start of a bracket would be a position. */
static gboolean ends_parties(const Spot *spot)
{
  const char *set = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-, ";
  return spot->start + strspn(spot->start, set) == spot->p && !g_ascii_isdigit(*spot->start);
}

static gboolean needs_escape(const Spot *spot)
{
  gboolean first = spot->p == spot->start;
  switch (*spot->p) {
  case '\\':
  case '`':
  case '*':
  case '_':
  case '[':
  case ']':
  case '<':
  case '>':
  case '|': return TRUE;
  case '=':
  case '+':
  case '~':
  case '^':
  case '(': return first;
  case '-':
  case '#': return is_space(spot->before);
  case '/': return is_space(spot->before) && space_follows(spot);
  case '.':
  case ')': return first || ends_list_number(spot);
  case ':': return ends_parties(spot);
  case '&': return begins_entity(spot->p);
  case '!': return spot->p[1] == '\0';
  default: return FALSE;
  }
}

/* White space that would break or end a line; a no-break space and the like are letters. */
static gboolean is_blank(gunichar c)
{
  return c == ' ' || c == 0x2028 || c == 0x2029 || g_unichar_iscntrl(c);
}

char *adref_markdown_escape(const char *text)
{
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  GString *out = g_string_new(NULL);
  Spot spot = {.start = valid};
  while (*spot.start && is_blank(g_utf8_get_char(spot.start)))
    spot.start = g_utf8_next_char(spot.start);
  for (spot.p = valid; *spot.p; spot.p = g_utf8_next_char(spot.p)) {
    gunichar c = g_utf8_get_char(spot.p);
    if (is_blank(c)) {
      if (spot.before != ' ')
        g_string_append_c(out, ' ');
      spot.before = ' ';
      continue;
    }
    if (needs_escape(&spot))
      g_string_append_c(out, '\\');
    g_string_append_unichar(out, c);
    spot.before = c;
  }
  return g_string_free(out, FALSE);
}
