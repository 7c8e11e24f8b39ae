#include "draft/data/markdown_escape.h"

#include <glib.h>
#include <string.h>

typedef struct {
  const char *start; /* the first character that is not white space */
  const char *p;     /* the current character */
  gunichar before;   /* the character written before it; 0 for none */
} EscapeState;

static gboolean is_space(gunichar c)
{
  return c == 0 || g_unichar_isspace(c) || g_unichar_iscntrl(c);
}

static gboolean space_follows(const EscapeState *state)
{
  return is_space(g_utf8_get_char(g_utf8_next_char(state->p)));
}

/* "1." or "1)" at the start would begin a list. */
static gboolean ends_list_number(const EscapeState *state)
{
  gsize digits = strspn(state->start, "0123456789");
  return digits > 0 && digits <= 9 && state->p == state->start + digits && space_follows(state);
}

/* "&amp;" is an entity. So is "&am" at the end of a value when the template continues with "p;". */
static gboolean begins_entity(const char *p)
{
  const char *q = p + 1 + (p[1] == '#');
  while (g_ascii_isalnum(*q))
    q++;
  return *q == '\0' || *q == ';';
}

/* "JPN: " at the start of a bracket would be a position. */
static gboolean ends_parties(const EscapeState *state)
{
  const char *set = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-, ";
  return state->start + strspn(state->start, set) == state->p && !g_ascii_isdigit(*state->start);
}

static gboolean needs_escape(const EscapeState *state)
{
  gboolean first = state->p == state->start;
  switch (*state->p) {
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
  case '#': return is_space(state->before);
  case '/': return is_space(state->before) && space_follows(state);
  case '.':
  case ')': return first || ends_list_number(state);
  case ':': return ends_parties(state);
  case '&': return begins_entity(state->p);
  case '!': return state->p[1] == '\0';
  default: return FALSE;
  }
}

/* White space that would break or end a line. Other white space, such as a no-break space, is kept.
 */
static gboolean is_blank(gunichar c)
{
  return c == ' ' || c == 0x2028 || c == 0x2029 || g_unichar_iscntrl(c);
}

char *adref_markdown_escape(const char *text)
{
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  GString *out = g_string_new(NULL);
  EscapeState state = {.start = valid};
  while (*state.start && is_blank(g_utf8_get_char(state.start)))
    state.start = g_utf8_next_char(state.start);
  for (state.p = valid; *state.p; state.p = g_utf8_next_char(state.p)) {
    gunichar c = g_utf8_get_char(state.p);
    if (is_blank(c)) {
      if (state.before != ' ')
        g_string_append_c(out, ' ');
      state.before = ' ';
      continue;
    }
    if (needs_escape(&state))
      g_string_append_c(out, '\\');
    g_string_append_unichar(out, c);
    state.before = c;
  }
  return g_string_free(out, FALSE);
}
