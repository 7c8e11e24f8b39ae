#include "clause/marker.h"

#include <string.h>

#include "base/name.h"
#include "clause/inline_normalize.h"

enum {
  MAX_NUMBER = 20 /* bytes of a frozen number */
};

static const AdrefClauseKind marked[] = {ADREF_CHAPEAU, ADREF_PP,    ADREF_OP,   ADREF_PLAN_ITEM,
                                         ADREF_CLOSING, ADREF_ANNEX, ADREF_TITLE};

static gboolean read_kind(const char *word, AdrefClauseKind *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS(marked); i++)
    if (strcmp(word, adref_clause_kind_word(marked[i])) == 0) {
      *kind = marked[i];
      return TRUE;
    }
  return FALSE;
}

static gboolean is_number(const char *word)
{
  gsize length = strlen(word);
  if (length == 0 || length > MAX_NUMBER || !g_ascii_isdigit(word[0]))
    return FALSE;
  for (const char *p = word; *p; p++)
    if (!g_ascii_isalnum(*p) && *p != '.')
      return FALSE;
  return TRUE;
}

static char **attribute(AdrefClause *clause, const char *word, const char **value)
{
  const char *equals = strchr(word, '=');
  gsize length = (gsize)(equals - word);
  *value = equals + 1;
  if (length == 2 && strncmp(word, "no", 2) == 0)
    return is_number(*value) ? &clause->frozen : NULL;
  if (length == 4 && strncmp(word, "from", 4) == 0)
    return adref_name_is(ADREF_NAME_TEMPLATE, *value) ? &clause->from : NULL;
  if (length == 3 && strncmp(word, "alt", 3) == 0)
    return adref_name_is(ADREF_NAME_CLAUSE, *value) ? &clause->alt : NULL;
  return NULL;
}

/* Reads one word behind the kind; FALSE if it is wrong there. */
static gboolean read_word(AdrefClause *clause, const char *word, gboolean first)
{
  if (!strchr(word, '=')) {
    if (!first || !adref_name_is(ADREF_NAME_CLAUSE, word))
      return FALSE;
    clause->id = g_strdup(word);
    return TRUE;
  }
  const char *value;
  char **slot = attribute(clause, word, &value);
  if (!slot || *slot)
    return FALSE;
  *slot = g_strdup(value);
  return TRUE;
}

AdrefNode *adref_marker_read(const char *comment, char **wrong)
{
  static const char space[] = " \t\r\n";
  gsize length = strcspn(comment, space);
  g_autofree char *first = g_strndup(comment, length);
  AdrefClauseKind kind;
  if (!read_kind(first, &kind)) {
    if (strstr(comment, " from=") || strstr(comment, " no="))
      *wrong = g_strdup_printf("\"%s\" is no kind of clause; allowed are chapeau, pp, op, item, "
                               "closing, annex and heading",
                               first);
    return NULL;
  }
  g_autoptr(AdrefNode) clause = adref_node_new_clause(kind, NULL);
  gboolean at_id = TRUE;
  for (const char *p = comment + length; *(p += strspn(p, space)); p += length) {
    length = strcspn(p, space);
    g_autofree char *word = g_strndup(p, length);
    if (!read_word(clause->as.clause, word, at_id)) {
      *wrong = g_strdup_printf("\"%s\" does not belong in a marker; allowed is "
                               "<!-- %s ID no=NUMBER from=TEMPLATE alt=ID -->",
                               word, first);
      return NULL;
    }
    at_id = FALSE;
  }
  return g_steal_pointer(&clause);
}

gboolean adref_note_read(const char *comment, char **party, char **words)
{
  if (!g_str_has_prefix(comment, "note "))
    return FALSE;
  const char *code = comment + strspn(comment + 4, " ") + 4;
  const char *colon = strchr(code, ':');
  if (!colon)
    return FALSE;
  g_autofree char *name = g_strndup(code, (gsize)(colon - code));
  if (!adref_name_is(ADREF_NAME_PARTY, name))
    return FALSE;
  *party = g_steal_pointer(&name);
  *words = g_strstrip(adref_inline_normalize_spaces(g_strdup(colon + 1)));
  return TRUE;
}

AdrefNode *adref_comment_read(const char *html)
{
  gsize length = strlen(html);
  if (length < strlen("<!---->") || !g_str_has_prefix(html, "<!--") ||
      strstr(html + 4, "-->") != html + length - 3)
    return NULL;
  g_autofree char *inner = g_strstrip(g_strndup(html + 4, length - 7));
  char *party, *words;
  if (!adref_note_read(inner, &party, &words))
    return adref_node_new_text(ADREF_COMMENT, inner, -1);
  AdrefNode *note = adref_node_new(ADREF_NOTE);
  note->as.party = party;
  adref_node_take_text(note, words, strlen(words));
  return note;
}

gboolean adref_clause_has_marker(const AdrefClause *clause)
{
  if (clause->kind == ADREF_TITLE)
    return clause->id || clause->frozen || clause->from || clause->alt;
  return clause->kind != ADREF_PLAIN;
}

static void add_field(GString *marker, const char *name, const char *value)
{
  if (!value)
    return;
  g_string_append(marker, name);
  g_string_append(marker, value);
}

char *adref_marker_write(const AdrefClause *clause)
{
  if (!adref_clause_has_marker(clause))
    return NULL;
  GString *marker = g_string_new("<!-- ");
  g_string_append(marker, adref_clause_kind_word(clause->kind));
  add_field(marker, " ", clause->id);
  add_field(marker, " no=", clause->frozen);
  add_field(marker, " from=", clause->from);
  add_field(marker, " alt=", clause->alt);
  g_string_append(marker, " -->");
  return g_string_free(marker, FALSE);
}
