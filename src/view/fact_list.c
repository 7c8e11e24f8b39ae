#include "view/fact_list.h"

#include <string.h>

#include "base/error.h"
#include "base/markup.h"

enum {
  NAME_INDENT = 2,
  RED = ADREF_TERMINAL_STYLE_COLOR,
  GREEN = 2 * ADREF_TERMINAL_STYLE_COLOR,
};

char *adref_fact_list_value(const char *value)
{
  if (!value)
    return g_strdup("not stated");
  return *value ? adref_escape_controls(value, -1, FALSE) : g_strdup("\"\"");
}

char *adref_fact_list_problem_line(const char *problem)
{
  g_autofree char *visible = adref_escape_controls(problem, -1, FALSE);
  return g_strdup_printf("not compared; %s", visible);
}

static gboolean is_nothing(const GPtrArray *facts, const char *problem)
{
  return (!facts || facts->len == 0) && !problem;
}

/* --- terminal --- */

static void put_values(AdrefTerminalWrap *wrap, const AdrefFactChange *change)
{
  g_autofree char *old = adref_fact_list_value(change->old);
  g_autofree char *new = adref_fact_list_value(change->new);
  adref_terminal_wrap_string(
      wrap, old, change->old ? RED | ADREF_TERMINAL_STYLE_STRIKE : ADREF_TERMINAL_STYLE_DIM);
  adref_terminal_wrap_string(wrap, " \342\206\222 ", ADREF_TERMINAL_STYLE_DIM);
  adref_terminal_wrap_string(
      wrap, new, change->new ? GREEN | ADREF_TERMINAL_STYLE_UNDERLINE : ADREF_TERMINAL_STYLE_DIM);
}

void adref_fact_list_put_terminal(AdrefTerminalWrap *wrap, const char *heading,
                                  const GPtrArray *facts, const char *problem, guint names)
{
  if (is_nothing(facts, problem))
    return;
  if (heading) {
    adref_terminal_wrap_begin(wrap, 0, 0, NULL);
    adref_terminal_wrap_string(wrap, heading, ADREF_TERMINAL_STYLE_BOLD);
    adref_terminal_wrap_end(wrap);
  }
  guint indent = heading ? NAME_INDENT : 0;
  for (guint i = 0; facts && i < facts->len; i++) {
    const AdrefFactChange *change = facts->pdata[i];
    adref_terminal_wrap_begin(wrap, names, names - indent, change->words);
    put_values(wrap, change);
    adref_terminal_wrap_end(wrap);
  }
  if (!problem)
    return;
  g_autofree char *line = adref_fact_list_problem_line(problem);
  adref_terminal_wrap_begin(wrap, indent, 0, NULL);
  adref_terminal_wrap_string(wrap, heading ? NULL : "facts ", 0);
  adref_terminal_wrap_string(wrap, line, 0);
  adref_terminal_wrap_end(wrap);
}

/* --- HTML --- */

static void put_value(GString *html, const char *value, const char *tag)
{
  g_autofree char *words = adref_fact_list_value(value);
  if (value)
    g_string_append_printf(html, "<%s>", tag);
  adref_markup_escape_string(html, words);
  if (value)
    g_string_append_printf(html, "</%s>", tag);
}

void adref_fact_list_put_html(GString *html, const char *heading, const GPtrArray *facts,
                              const char *problem)
{
  if (is_nothing(facts, problem))
    return;
  g_string_append(html, "<h3>");
  adref_markup_escape_visible(html, heading);
  g_string_append(html, "</h3>\n<ul>\n");
  for (guint i = 0; facts && i < facts->len; i++) {
    const AdrefFactChange *change = facts->pdata[i];
    g_string_append(html, "<li><b>");
    adref_markup_escape_visible(html, change->words);
    g_string_append(html, "</b> ");
    put_value(html, change->old, "del");
    g_string_append(html, " \342\206\222 ");
    put_value(html, change->new, "ins");
    g_string_append(html, "</li>\n");
  }
  if (problem) {
    g_autofree char *line = adref_fact_list_problem_line(problem);
    g_string_append(html, "<li>");
    adref_markup_escape_string(html, line);
    g_string_append(html, "</li>\n");
  }
  g_string_append(html, "</ul>\n");
}

/* --- CriticMarkup --- */

/* Whether a mark of CriticMarkup would begin at `at`, or end before it. */
static gboolean is_mark(const char *text, const char *at)
{
  static const char signs[] = "+-~=<>";
  if (*at && at[0] == at[1] && strchr(signs, *at) && at > text && at[-1] == '{')
    return TRUE;
  return *at == '}' && at - text >= 2 && at[-1] == at[-2] && strchr(signs, at[-1]);
}

/* A space divides what would be a mark. */
static void put_in_comment(GString *out, const char *words)
{
  g_autofree char *visible = adref_escape_controls(words, -1, FALSE);
  for (const char *at = visible; *at; at++) {
    if (is_mark(visible, at))
      g_string_append_c(out, ' ');
    g_string_append_c(out, *at);
  }
}

void adref_fact_list_put_critic(GString *out, const GPtrArray *facts, const char *problem)
{
  if (is_nothing(facts, problem))
    return;
  g_string_append(out, "{>>Facts:");
  for (guint i = 0; facts && i < facts->len; i++) {
    const AdrefFactChange *change = facts->pdata[i];
    g_autofree char *old = adref_fact_list_value(change->old);
    g_autofree char *new = adref_fact_list_value(change->new);
    g_autofree char *line = g_strdup_printf("%s: %s \342\206\222 %s", change->words, old, new);
    g_string_append_c(out, '\n');
    put_in_comment(out, line);
  }
  if (problem) {
    g_autofree char *line = adref_fact_list_problem_line(problem);
    g_string_append_c(out, '\n');
    put_in_comment(out, line);
  }
  g_string_append(out, "\n<<}\n");
}
