#include "base/name.h"

#include <string.h>

#include "base/error.h"

enum {
  MAX_NAME = 100,
  MAX_DEPTH = 8
};

/* Sets of characters. */
typedef enum {
  SMALL = 1 << 0,
  CAPITAL = 1 << 1,
  DIGITS = 1 << 2,
  HYPHEN = 1 << 3,
  UNDERLINE = 1 << 4
} Characters;

typedef struct {
  guint first, rest; /* Characters */
  const char *what;
  const char *rule;
} NameRule;

static const NameRule rules[] = {
    [ADREF_NAME_STATEMENT] = {SMALL | DIGITS, SMALL | DIGITS | HYPHEN, "the name of a statement",
                              "small letters, digits and -, beginning with a letter or digit"},
    [ADREF_NAME_CLAUSE] = {SMALL | DIGITS, SMALL | DIGITS | HYPHEN, "the name of a clause",
                           "small letters, digits and -, beginning with a letter or digit"},
    [ADREF_NAME_LABEL] = {SMALL | DIGITS, SMALL | DIGITS | HYPHEN, "the name of a label",
                          "small letters, digits and -, beginning with a letter or digit"},
    [ADREF_NAME_PARTY] = {CAPITAL, CAPITAL | DIGITS | HYPHEN, "the code of a party",
                          "capital letters, digits and -, beginning with a letter"},
    [ADREF_NAME_PARAM] = {SMALL, SMALL | DIGITS | UNDERLINE, "the name of a parameter",
                          "small letters, digits and _, beginning with a letter"},
    [ADREF_NAME_LANGUAGE] = {SMALL, SMALL | CAPITAL | DIGITS | HYPHEN, "a language",
                             "a language tag such as en, ja or zh-Hans"},
    [ADREF_NAME_TEMPLATE] = {SMALL | DIGITS, SMALL | DIGITS | HYPHEN, "the name of a template",
                             "clause names joined by /, such as cyber/private-sector"},
};

/* The set that a character is in; 0: none. */
static guint set_of(char c)
{
  if (c >= 'a' && c <= 'z')
    return SMALL;
  if (c >= '0' && c <= '9')
    return DIGITS;
  if (c >= 'A' && c <= 'Z')
    return CAPITAL;
  return c == '-' ? HYPHEN : c == '_' ? UNDERLINE : 0;
}

static gsize span(const char *name, guint sets)
{
  gsize length = 0;
  while (set_of(name[length]) & sets)
    length++;
  return length;
}

static gboolean follows(const NameRule *rule, const char *name, gsize length)
{
  return length > 0 && length <= MAX_NAME && (set_of(name[0]) & rule->first) &&
         span(name, rule->rest) >= length;
}

static gboolean is_template(const NameRule *rule, const char *name)
{
  for (guint depth = 0; depth < MAX_DEPTH; depth++) {
    gsize length = strcspn(name, "/");
    if (!follows(rule, name, length))
      return FALSE;
    if (name[length] == '\0')
      return TRUE;
    name += length + 1;
  }
  return FALSE;
}

static gboolean is_language(const NameRule *rule, const char *name)
{
  gsize length = strlen(name);
  gsize primary = span(name, SMALL);
  return follows(rule, name, length) && primary >= 2 && primary <= 3 &&
         (name[primary] == '\0' || name[primary] == '-') && name[length - 1] != '-' &&
         !strstr(name, "--") && length <= 35;
}

gboolean adref_name_is(AdrefNameKind kind, const char *name)
{
  const NameRule *rule = &rules[kind];
  gsize length = strlen(name);
  if (length > MAX_NAME)
    return FALSE;
  if (kind == ADREF_NAME_TEMPLATE)
    return is_template(rule, name);
  if (kind == ADREF_NAME_LANGUAGE)
    return is_language(rule, name);
  return follows(rule, name, length);
}

const char *adref_name_rule(AdrefNameKind kind)
{
  return rules[kind].rule;
}

gboolean adref_names_are(AdrefNameKind kind, char *const *names)
{
  for (; *names; names++)
    if (!adref_name_is(kind, *names))
      return FALSE;
  return TRUE;
}

gboolean adref_name_check(AdrefNameKind kind, const char *name, GError **error)
{
  if (adref_name_is(kind, name))
    return TRUE;
  g_autofree char *shown = g_utf8_make_valid(name, (gssize)MIN(strlen(name), MAX_NAME));
  if (kind == ADREF_NAME_LANGUAGE)
    adref_error(error, ADREF_ERROR_USAGE, "\"%s\" is not a language; allowed is %s", shown,
                rules[kind].rule);
  else
    adref_error(error, ADREF_ERROR_USAGE, "\"%s\" cannot be %s; allowed are %s, up to %d in all",
                shown, rules[kind].what, rules[kind].rule, MAX_NAME);
  return FALSE;
}

guint adref_name_distance(const char *a, const char *b, guint limit)
{
  gsize m = strlen(a), n = strlen(b);
  if (m > MAX_NAME || n > MAX_NAME || (m > n ? m - n : n - m) > limit)
    return limit + 1;
  guint rows[3][MAX_NAME + 1];
  for (gsize j = 0; j <= n; j++)
    rows[0][j] = (guint)j;
  for (gsize i = 1; i <= m; i++) {
    guint *row = rows[i % 3], *above = rows[(i - 1) % 3];
    row[0] = (guint)i;
    for (gsize j = 1; j <= n; j++) {
      guint replaced = above[j - 1] + (a[i - 1] != b[j - 1]);
      row[j] = MIN(replaced, MIN(above[j], row[j - 1]) + 1);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = MIN(row[j], rows[(i - 2) % 3][j - 2] + 1);
    }
  }
  return rows[m % 3][n];
}

const char *adref_name_closest(const char *name, const char *const *names)
{
  guint best = (guint)(MIN(strlen(name), MAX_NAME) + 2) / 3;
  const char *found = NULL;
  for (; names && *names; names++) {
    guint d = adref_name_distance(name, *names, best);
    if (d < best || (d == best && !found)) {
      best = d;
      found = *names;
    }
  }
  return found;
}

char *adref_name_suggest(const char *name, const GPtrArray *names)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add(all, names->pdata[i]);
  g_ptr_array_add(all, NULL);
  const char *near = adref_name_closest(name, (const char *const *)all->pdata);
  if (near)
    return g_strdup_printf("; did you mean \"%s\"?", near);
  if (names->len == 0)
    return g_strdup("; there is none");
  g_autofree char *list = g_strjoinv(", ", (char **)all->pdata);
  return g_strdup_printf("; allowed are %s", list);
}
