#include "work/select_bracket.h"

#include <string.h>

#include "clause/proposals/bracket_build.h"
#include "work/select_clause.h"

enum {
  MAX_WORDS = 60 /* characters of an alternative in a message */
};

/* --- names --- */

/* The digits at the end of a text, as a number; *length is the length without them. */
static guint cut_number(const char *words, gsize *length)
{
  gsize at = *length;
  while (at > 0 && g_ascii_isdigit(words[at - 1]))
    at--;
  guint64 number = at < *length ? g_ascii_strtoull(words + at, NULL, 10) : 0;
  *length = at;
  return (guint)MIN(number, G_MAXUINT);
}

void adref_bracket_name_read(const char *words, AdrefBracketName *name)
{
  gsize length = strlen(words), digits;
  *name = (AdrefBracketName){0};
  guint last = cut_number(words, &length);
  digits = length;
  if (last > 0 && length > 1 && words[length - 1] == '.') {
    digits = length - 1;
    name->bracket = cut_number(words, &digits);
    name->alternative = last;
  } else {
    name->bracket = last;
  }
  if (name->bracket == 0 || digits == 0 || words[digits - 1] != ':') {
    name->bracket = name->alternative = 0;
    name->clause = g_strdup(words);
    return;
  }
  name->clause = g_strndup(words, digits - 1);
}

void adref_bracket_name_clear(AdrefBracketName *name)
{
  g_clear_pointer(&name->clause, g_free);
}

char *adref_select_clause_name(const AdrefNode *clause)
{
  const AdrefClause *facts = clause->as.clause;
  const char *name = facts->id ? facts->id : facts->number;
  if (name)
    return g_strdup_printf("%s %s", adref_clause_kind_word(facts->kind), name);
  g_autofree char *words = adref_node_words(clause);
  g_autofree char *first = g_utf8_substring(words, 0, MIN(g_utf8_strlen(words, -1), 30));
  return g_strdup_printf("%s \"%s%s\"", adref_clause_kind_word(facts->kind), first,
                         strlen(first) < strlen(words) ? "..." : "");
}

static char *shorten(const char *words, guint width)
{
  glong length = g_utf8_strlen(words, -1);
  if (length <= (glong)width)
    return g_strdup(words);
  g_autofree char *start = g_utf8_substring(words, 0, width - 3);
  return g_strconcat(start, "...", NULL);
}

/* The words of the alternatives of a bracket. */
static GPtrArray *alternatives_of(const AdrefNode *bracket)
{
  GPtrArray *all = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 1; i <= adref_open_bracket_count(bracket); i++)
    g_ptr_array_add(all, adref_open_bracket_shown(adref_open_bracket_alternative(bracket, i)));
  return all;
}

/* The bytes with which all of them begin, whole characters. */
static gsize common_start(const GPtrArray *all)
{
  const char *first = all->pdata[0];
  gsize common = strlen(first);
  for (guint i = 1; i < all->len; i++) {
    const char *other = all->pdata[i];
    gsize same = 0;
    while (same < common && first[same] == other[same])
      same++;
    common = same;
  }
  while (common > 0 && (first[common] & 0xC0) == 0x80)
    common--;
  return common;
}

/* How many bytes are left out at the beginning, so that the words in which alternatives of more
 * than `width` characters differ are shown: up to the word before the first difference. */
static gsize left_out(const GPtrArray *all, guint width)
{
  enum {
    KEPT_WORDS = 2 /* before the first difference, one of them perhaps begun */
  };
  gboolean is_long = FALSE;
  for (guint i = 0; i < all->len; i++)
    is_long = is_long || g_utf8_strlen(all->pdata[i], -1) > (glong)width;
  if (!is_long || all->len < 2)
    return 0;
  const char *words = all->pdata[0], *at = words + common_start(all);
  if (g_utf8_pointer_to_offset(words, at) < (glong)width / 2)
    return 0;
  for (guint spaces = 0; at > words; at = g_utf8_prev_char(at))
    if (at[-1] == ' ' && ++spaces == KEPT_WORDS)
      break;
  return (gsize)(at - words);
}

char *adref_select_bracket_words(const AdrefNode *bracket, guint width)
{
  g_autoptr(GPtrArray) all = alternatives_of(bracket);
  guint count = all->len, each = MAX(width / MAX(count, 1), 12);
  gsize start = left_out(all, each);
  GString *out = g_string_new("[");
  for (guint i = 1; i <= count; i++) {
    const AdrefNode *alternative = adref_open_bracket_alternative(bracket, i);
    const char *words = (const char *)all->pdata[i - 1] + start;
    g_autofree char *rest = g_strconcat(start > 0 ? "..." : "", words, NULL);
    g_autofree char *short_words = shorten(rest, each);
    g_autofree char *positions = adref_positions_text(adref_alternative_groups(alternative));
    g_string_append_printf(out, "%s%s%s%s", i > 1 ? " / " : "", short_words,
                           *positions ? " - " : "", positions);
  }
  g_string_append_c(out, ']');
  return g_string_free(out, FALSE);
}

/* --- brackets --- */

/* "1. [shall / should - JPN]", a line for each. */
static char *list_brackets(const GArray *brackets)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < brackets->len; i++) {
    const AdrefOpenBracket *open = &g_array_index(brackets, AdrefOpenBracket, i);
    g_autofree char *words = adref_select_bracket_words(open->bracket, MAX_WORDS);
    g_string_append_printf(out, "\n  %u. %s", open->number, words);
  }
  return g_string_free(out, FALSE);
}

static void refuse_number(const AdrefText *text, const AdrefNode *clause,
                          const AdrefBracketName *name, const GArray *brackets, GError **error)
{
  g_autofree char *what = adref_select_clause_name(clause);
  g_autofree char *list = list_brackets(brackets);
  if (brackets->len == 0)
    adref_error(error, ADREF_ERROR_REFUSED,
                "%s: %s has no open bracket; adref resolve --list shows those that are open",
                text->statement->id, what);
  else if (name->bracket == 0)
    adref_error(error, ADREF_ERROR_REFUSED, "%s: %s has %u open brackets; say which one, %s:N\n%s",
                text->statement->id, what, brackets->len, name->clause, list + 1);
  else
    adref_error(error, ADREF_ERROR_NOT_FOUND, "%s: %s has no bracket %u; open there %s %u\n%s",
                text->statement->id, what, name->bracket, brackets->len == 1 ? "is" : "are",
                brackets->len, list + 1);
}

/* "training.2", where no clause is called so: an alternative of the only bracket of "training". */
static AdrefNode *divide_name(const AdrefText *text, AdrefBracketName *name)
{
  gsize length = strlen(name->clause);
  guint alternative = cut_number(name->clause, &length);
  if (name->bracket > 0 || alternative == 0 || length < 2 || name->clause[length - 1] != '.')
    return NULL;
  g_autofree char *rest = g_strndup(name->clause, length - 1);
  AdrefNode *clause = adref_select_clause(text, rest, NULL);
  if (!clause)
    return NULL;
  g_free(name->clause);
  name->clause = g_steal_pointer(&rest);
  name->alternative = alternative;
  return clause;
}

gboolean adref_select_bracket(const AdrefText *text, AdrefBracketName *name,
                              AdrefSelectedBracket *selected, GError **error)
{
  g_autoptr(GError) cause = NULL;
  AdrefNode *clause = adref_select_clause(text, name->clause, &cause);
  if (!clause)
    clause = divide_name(text, name);
  if (!clause) {
    g_propagate_error(error, g_steal_pointer(&cause));
    return FALSE;
  }
  g_autoptr(GArray) brackets = adref_open_brackets_list(clause);
  guint number = name->bracket == 0 && brackets->len == 1 ? 1 : name->bracket;
  if (number == 0 || number > brackets->len) {
    refuse_number(text, clause, name, brackets, error);
    return FALSE;
  }
  selected->clause = clause;
  selected->bracket = g_array_index(brackets, AdrefOpenBracket, number - 1).bracket;
  selected->number = number;
  return TRUE;
}

/* The only alternative, or the only one that a party proposes; NULL: there are several. */
static AdrefNode *only_proposal(const AdrefNode *bracket)
{
  AdrefNode *found = NULL;
  guint count = adref_open_bracket_count(bracket);
  if (count == 1)
    return adref_open_bracket_alternative(bracket, 1);
  for (guint i = 1; i <= count; i++) {
    AdrefNode *each = adref_open_bracket_alternative(bracket, i);
    if (adref_alternative_is_base(each))
      continue;
    if (found)
      return NULL;
    found = each;
  }
  return found;
}

static char *list_alternatives(const AdrefNode *bracket)
{
  GString *out = g_string_new(NULL);
  for (guint i = 1; i <= adref_open_bracket_count(bracket); i++) {
    const AdrefNode *alternative = adref_open_bracket_alternative(bracket, i);
    g_autofree char *words = adref_open_bracket_shown(alternative);
    g_autofree char *short_words = shorten(words, MAX_WORDS);
    g_autofree char *positions = adref_positions_text(adref_alternative_groups(alternative));
    g_string_append_printf(out, "\n  %u. %s%s%s", i, *short_words ? short_words : "(no words)",
                           *positions ? " - " : "", positions);
  }
  return g_string_free(out, FALSE);
}

AdrefNode *adref_select_alternative(const AdrefSelectedBracket *selected, guint number,
                                    GError **error)
{
  AdrefNode *alternative = number > 0 ? adref_open_bracket_alternative(selected->bracket, number)
                                      : only_proposal(selected->bracket);
  if (alternative)
    return alternative;
  g_autofree char *what = adref_select_clause_name(selected->clause);
  g_autofree char *list = list_alternatives(selected->bracket);
  adref_error(error, ADREF_ERROR_REFUSED,
              "%s, bracket %u: which alternative? Its number stands behind a point, :%u.N\n%s",
              what, selected->number, selected->number, list + 1);
  return NULL;
}

/* --- other languages --- */

static guint count_headings(const AdrefNode *document, const AdrefNode *up_to)
{
  guint count = 0;
  for (const AdrefNode *each = document->first; each; each = each->next) {
    count += each->as.clause->kind == ADREF_TITLE;
    if (each == up_to)
      break;
  }
  return count;
}

static AdrefNode *same_heading(const AdrefNode *document, const AdrefNode *clause)
{
  const AdrefNode *own = clause->parent;
  guint place = count_headings(own, clause);
  if (count_headings(own, NULL) != count_headings(document, NULL))
    return NULL;
  for (AdrefNode *each = document->first; each; each = each->next)
    if (each->as.clause->kind == ADREF_TITLE && count_headings(document, each) == place)
      return each;
  return NULL;
}

AdrefNode *adref_select_same_clause(const AdrefNode *document, const AdrefNode *clause)
{
  const AdrefClause *facts = clause->as.clause;
  for (AdrefNode *each = document->first; each; each = each->next) {
    const AdrefClause *other = each->as.clause;
    if (facts->id ? g_strcmp0(facts->id, other->id) == 0
                  : facts->number && !other->id && other->kind == facts->kind &&
                        g_strcmp0(facts->number, other->number) == 0)
      return each;
  }
  return !facts->id && facts->kind == ADREF_TITLE ? same_heading(document, clause) : NULL;
}
