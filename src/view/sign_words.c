#include "view/sign_words.h"

#include <string.h>

#include "view/position_pieces.h"

enum {
  MOST = 40 /* verbs of one bracket that are written in the words of the page */
};

/* Signs without a number. */
static const struct {
  const char *sign;
  AdrefPageWord word;
} fixed[] = {
    {"moved", ADREF_PAGE_WORD_SIGN_MOVED},
    {"moved from here", ADREF_PAGE_WORD_SIGN_LEFT},
    {"paragraph", ADREF_PAGE_WORD_SIGN_PARAGRAPH},
    {"heading", ADREF_PAGE_WORD_SIGN_HEADING},
    {"item of a list", ADREF_PAGE_WORD_SIGN_ITEM},
    {"list item", ADREF_PAGE_WORD_SIGN_ITEM},
    {"quote", ADREF_PAGE_WORD_SIGN_QUOTATION},
    {"quotation", ADREF_PAGE_WORD_SIGN_QUOTATION},
    {"footnote", ADREF_PAGE_WORD_SIGN_FOOTNOTE},
    {"table", ADREF_PAGE_WORD_SIGN_TABLE},
    {"table row", ADREF_PAGE_WORD_SIGN_ROW},
    {"row of a table", ADREF_PAGE_WORD_SIGN_ROW},
    {"cell of a table", ADREF_PAGE_WORD_SIGN_CELL},
    {"column", ADREF_PAGE_WORD_SIGN_COLUMN},
    {"alignment of columns", ADREF_PAGE_WORD_SIGN_COLUMNS},
    {"line break", ADREF_PAGE_WORD_SIGN_BREAK},
    {"rule", ADREF_PAGE_WORD_NAME_LINE},
};

/* Signs that end in a number. */
static const struct {
  const char *sign;
  AdrefPageWord word;
} numbered[] = {
    {"heading ", ADREF_PAGE_WORD_SIGN_HEADING_LEVEL},
    {"row ", ADREF_PAGE_WORD_SIGN_ROW_NUMBER},
    {"column ", ADREF_PAGE_WORD_SIGN_COLUMN_NUMBER},
    {"was at level ", ADREF_PAGE_WORD_SIGN_LEVEL},
};

static const char *after(const char *text, const char *start)
{
  return g_str_has_prefix(text, start) ? text + strlen(start) : NULL;
}

static char *fixed_words(const char *sign, const AdrefPageWords *words)
{
  for (gsize i = 0; i < G_N_ELEMENTS(fixed); i++)
    if (strcmp(fixed[i].sign, sign) == 0)
      return g_strdup(adref_page_words_get(words, fixed[i].word));
  return NULL;
}

static char *numbered_words(const char *sign, const AdrefPageWords *words)
{
  for (gsize i = 0; i < G_N_ELEMENTS(numbered); i++) {
    const char *number = after(sign, numbered[i].sign);
    if (number && *number && !number[strspn(number, "0123456789")])
      return adref_page_words_fill(words, numbered[i].word, "n", number, NULL);
  }
  return NULL;
}

/* Adds what is said of a list to *sign, in place of it. */
static void add_part(char **sign, const char *part, const AdrefPageWords *words)
{
  g_autofree char *before = *sign;
  *sign = adref_page_words_fill(words, ADREF_PAGE_WORD_BOTH, "one", before, "two", part, NULL);
}

/* "list with labels", "numbered list, spaced from 3". */
static char *list_words(const char *sign, const AdrefPageWords *words)
{
  const char *list = after(sign, "list"), *ordered = after(sign, "numbered list");
  const char *from = strstr(sign, " from ");
  if ((!list && !ordered) || (list && *list && !strchr(" ,", *list)))
    return NULL;
  gboolean counts = ordered || from;
  char *result = g_strdup(adref_page_words_get(words, counts ? ADREF_PAGE_WORD_SIGN_NUMBERED
                                                             : ADREF_PAGE_WORD_SIGN_LIST));
  if (strstr(sign, " with labels"))
    add_part(&result, adref_page_words_get(words, ADREF_PAGE_WORD_SIGN_LABELS), words);
  if (strstr(sign, ", spaced"))
    add_part(&result, adref_page_words_get(words, ADREF_PAGE_WORD_SIGN_SPACED), words);
  if (from) {
    from += strlen(" from ");
    g_autofree char *number = g_strndup(from, strspn(from, "0123456789"));
    g_autofree char *part =
        adref_page_words_fill(words, ADREF_PAGE_WORD_SIGN_FROM, "n", number, NULL);
    add_part(&result, part, words);
  }
  return result;
}

/* "columns left, as usual": an arrow for each. */
static char *column_words(const char *sign, const AdrefPageWords *words)
{
  const char *columns = after(sign, "columns ");
  if (!columns)
    return NULL;
  GString *result = g_string_new(adref_page_words_get(words, ADREF_PAGE_WORD_SIGN_COLUMNS));
  g_auto(GStrv) all = g_strsplit(columns, ", ", -1);
  for (char **column = all; *column; column++)
    g_string_append(result, strcmp(*column, "left") == 0      ? " \342\206\220"
                            : strcmp(*column, "right") == 0   ? " \342\206\222"
                            : strcmp(*column, "centred") == 0 ? " \342\206\224"
                                                              : " \302\267");
  return g_string_free(result, FALSE);
}

static char *phrase_words(const char *sign, const AdrefPageWords *words)
{
  const char *was = after(sign, "was a "), *name = after(sign, "column ");
  g_autofree char *what = was ? fixed_words(was, words) : NULL;
  if (!what && was)
    what = list_words(was, words);
  if (what)
    return adref_page_words_fill(words, ADREF_PAGE_WORD_SIGN_WAS, "what", what, NULL);
  char *found = fixed_words(sign, words);
  if (!found)
    found = numbered_words(sign, words);
  if (!found)
    found = list_words(sign, words);
  if (!found)
    found = column_words(sign, words);
  if (!found && name)
    found = g_strconcat(adref_page_words_get(words, ADREF_PAGE_WORD_SIGN_COLUMN), " ", name, NULL);
  return found;
}

/* "moved, was a list item" has two parts. */
static char *inner_words(const char *sign, const AdrefPageWords *words)
{
  const char *second = after(sign, "moved, ");
  if (!second)
    return phrase_words(sign, words);
  g_autofree char *former = phrase_words(second, words);
  return former ? adref_page_words_fill(words, ADREF_PAGE_WORD_BOTH, "one",
                                        adref_page_words_get(words, ADREF_PAGE_WORD_SIGN_MOVED),
                                        "two", former, NULL)
                : NULL;
}

/* Whether the page says these signs in its own words, not in the English of the program. */
static gboolean has_own(const AdrefPageWords *words)
{
  return words && strcmp(adref_page_words_get(words, ADREF_PAGE_WORD_SIGN_MOVED),
                         adref_page_words_get(NULL, ADREF_PAGE_WORD_SIGN_MOVED)) != 0;
}

char *adref_sign_words(const char *sign, const AdrefPageWords *words)
{
  static const char parenthesis[] = ", with \")\"";
  if (!has_own(words) || *sign != '(')
    return NULL;
  const char *in = strstr(sign, parenthesis);
  const char *end = strchr(in ? in + strlen(parenthesis) : sign, ')');
  if (!end)
    return NULL;
  g_autofree char *inner = g_strndup(sign + 1, (gsize)((in ? in : end) - sign - 1));
  if (in) {
    g_autofree char *head = g_steal_pointer(&inner);
    g_autofree char *tail =
        g_strndup(in + strlen(parenthesis), (gsize)(end - in) - strlen(parenthesis));
    inner = g_strconcat(head, tail, NULL);
  }
  g_autofree char *own = inner_words(inner, words);
  return own ? g_strconcat("(", own, in ? " \")\"" : "", end, NULL) : NULL;
}

/* The verb of a position at " delete]", after a party's code; ADREF_POSITION_SUPPORT: none. */
static AdrefPositionVerb verb_at(const char *text, const char *at)
{
  static const AdrefPositionVerb verbs[] = {ADREF_POSITION_RETAIN, ADREF_POSITION_DELETE,
                                            ADREF_POSITION_RESERVE, ADREF_POSITION_OPPOSE};
  if (*at != ' ' || at == text || !(g_ascii_isupper(at[-1]) || g_ascii_isdigit(at[-1])))
    return ADREF_POSITION_SUPPORT;
  for (gsize i = 0; i < G_N_ELEMENTS(verbs); i++) {
    const char *rest = after(at + 1, adref_position_verb_word(verbs[i]));
    if (rest && (strchr("];", *rest) || g_str_has_prefix(rest, " /")))
      return verbs[i];
  }
  return ADREF_POSITION_SUPPORT;
}

char *adref_sign_words_quote(const char *quote, const AdrefPageWords *words)
{
  char *sign = has_own(words) && strcmp(quote, "deleted") == 0
                   ? g_strdup(adref_page_words_get(words, ADREF_PAGE_WORD_WHAT_DELETED))
                   : adref_sign_words(quote, words);
  if (sign || !words || !strchr(quote, '['))
    return sign ? sign : g_strdup(quote);
  GString *out = g_string_new(NULL);
  guint count = 0;
  for (const char *p = quote; *p;) {
    AdrefPositionVerb verb = count < MOST ? verb_at(quote, p) : ADREF_POSITION_SUPPORT;
    if (verb == ADREF_POSITION_SUPPORT) {
      g_string_append_c(out, *p++);
      continue;
    }
    g_string_append_c(out, ' ');
    g_string_append(out, adref_position_verb_in(verb, words));
    p += 1 + strlen(adref_position_verb_word(verb));
    count++;
  }
  return g_string_free(out, FALSE);
}

char *adref_sign_words_of_deleted(const AdrefNode *text, const AdrefViewOptions *options)
{
  static const char deleted[] = "[deleted]";
  if (options->view == ADREF_VIEW_CLEAN || !has_own(options->words) ||
      text->length != strlen(deleted) || memcmp(text->text, deleted, strlen(deleted)) != 0)
    return NULL;
  return g_strconcat("[", adref_page_words_get(options->words, ADREF_PAGE_WORD_WHAT_DELETED), "]",
                     NULL);
}
