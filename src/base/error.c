#include "base/error.h"

enum {
  MAX_PROBLEMS = 10000
};

GQuark adref_error_quark(void)
{
  return g_quark_from_static_string("adref-error");
}

static gboolean is_dangerous(gunichar c)
{
  switch (g_unichar_type(c)) {
  case G_UNICODE_CONTROL:
  case G_UNICODE_LINE_SEPARATOR:
  case G_UNICODE_PARAGRAPH_SEPARATOR:
  case G_UNICODE_SURROGATE: return TRUE;
  default: break;
  }
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
         c == 0x200F || c == 0x061C;
}

char *adref_escape_controls(const char *text, gssize length, gboolean lines)
{
  g_autofree char *valid = g_utf8_make_valid(text, length);
  GString *out = g_string_new(NULL);
  const char *plain = valid, *p = valid;
  for (; *p; p = g_utf8_next_char(p)) {
    gboolean is_letter = (guchar)*p >= ' ' && (guchar)*p < 0x7F;
    gunichar c = is_letter ? (guchar)*p : g_utf8_get_char(p);
    if (is_letter || !is_dangerous(c) || (lines && c == '\n'))
      continue;
    g_string_append_len(out, plain, p - plain);
    g_string_append_printf(out, "<U+%04X>", c);
    plain = g_utf8_next_char(p);
  }
  g_string_append_len(out, plain, p - plain);
  return g_string_free(out, FALSE);
}

static void set_error(GError **error, AdrefErrorCode code, AdrefLocation place, const char *format,
                      va_list args)
{
  if (!error)
    return;
  g_autofree char *message = g_strdup_vprintf(format, args);
  g_autofree char *visible = adref_escape_controls(message, -1, TRUE);
  g_autofree char *file = place.file ? adref_escape_controls(place.file, -1, FALSE) : NULL;
  if (!file)
    g_set_error_literal(error, ADREF_ERROR, code, visible);
  else if (place.line == 0)
    g_set_error(error, ADREF_ERROR, code, "%s: %s", file, visible);
  else if (place.column == 0)
    g_set_error(error, ADREF_ERROR, code, "%s:%u: %s", file, place.line, visible);
  else
    g_set_error(error, ADREF_ERROR, code, "%s:%u:%u: %s", file, place.line, place.column, visible);
}

void adref_error_at(GError **error, AdrefErrorCode code, AdrefLocation place, const char *format,
                    ...)
{
  va_list args;
  va_start(args, format);
  set_error(error, code, place, format, args);
  va_end(args);
}

void adref_error(GError **error, AdrefErrorCode code, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  set_error(error, code, (AdrefLocation){0}, format, args);
  va_end(args);
}

static void problem_free(gpointer data)
{
  AdrefProblem *problem = data;
  g_free(problem->message);
  g_free(problem);
}

GPtrArray *adref_problems_new(void)
{
  return g_ptr_array_new_with_free_func(problem_free);
}

/* Whether one more problem may be added. A full array gives up its last entry for a serious
 * problem, since callers must know that there is one. */
static gboolean has_room(GPtrArray *problems, gboolean serious)
{
  if (problems->len < MAX_PROBLEMS)
    return TRUE;
  const AdrefProblem *last = problems->pdata[MAX_PROBLEMS - 1];
  if (!serious || last->serious)
    return FALSE;
  g_ptr_array_set_size(problems, MAX_PROBLEMS - 1);
  return TRUE;
}

/* The new problem, or NULL if there is no room for it. */
static AdrefProblem *add_problem(GPtrArray *problems, AdrefLocation place, gboolean serious,
                                 const char *format, va_list args)
{
  if (!problems || !has_room(problems, serious))
    return NULL;
  AdrefProblem *problem = g_new0(AdrefProblem, 1);
  problem->line = place.line;
  problem->column = place.column;
  problem->serious = serious;
  problem->message = g_strdup_vprintf(format, args);
  g_ptr_array_add(problems, problem);
  return problem;
}

void adref_problem(GPtrArray *problems, guint line, guint column, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  add_problem(problems, (AdrefLocation){NULL, line, column}, FALSE, format, args);
  va_end(args);
}

void adref_problem_serious(GPtrArray *problems, guint line, guint column, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  add_problem(problems, (AdrefLocation){NULL, line, column}, TRUE, format, args);
  va_end(args);
}

void adref_problem_hint(GPtrArray *problems, guint line, guint column, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  AdrefProblem *problem =
      add_problem(problems, (AdrefLocation){NULL, line, column}, FALSE, format, args);
  va_end(args);
  if (problem)
    problem->hint = TRUE;
}

void adref_problems_set_rule(GPtrArray *problems, const char *rule)
{
  for (guint i = problems ? problems->len : 0; i > 0; i--) {
    AdrefProblem *problem = problems->pdata[i - 1];
    if (problem->rule)
      return;
    problem->rule = rule;
  }
}

guint adref_problems_count(const GPtrArray *problems)
{
  guint count = 0;
  for (guint i = 0; i < problems->len; i++)
    count += ((const AdrefProblem *)problems->pdata[i])->hint ? 0 : 1;
  return count;
}

const char *adref_problem_word(const AdrefProblem *problem)
{
  return problem->serious ? "error" : problem->hint ? "note" : "warning";
}
