#include "exchange/pasted/html_notes.h"

#include <string.h>

#include "base/pattern.h"

enum {
  MOST_TAG = 2000,  /* bytes of a tag that is looked at */
  MOST_WORDS = 100, /* bytes of the words of a link */
  MOST_NAME = 60    /* bytes of the name of a note */
};

/* An element with a name. */
typedef struct {
  gsize at;
  gboolean heading;
  gboolean is_short; /* its name is "n1", which other parts of a page have, too */
} Named;

/* The value of an attribute of the tag between `tag` and `end`; NULL: it has none. Caller frees. */
static char *raw_attribute(const char *tag, const char *end, const char *name)
{
  gsize length = strlen(name);
  for (const char *at = tag; at + length + 1 < end; at++) {
    if (!g_ascii_isspace(*at) || g_ascii_strncasecmp(at + 1, name, length) != 0)
      continue;
    const char *value = at + 1 + length;
    if (value >= end || *value != '=')
      continue;
    value++;
    char quote = value < end && (*value == '"' || *value == '\'') ? *value++ : '\0';
    gsize n = 0;
    while (value + n < end && (quote ? value[n] != quote : !g_ascii_isspace(value[n])))
      n++;
    return g_strndup(value, n);
  }
  return NULL;
}

/* Whether a name is one of those that programs give to notes. */
static gboolean is_name_of_note(const char *name)
{
  static const char *const parts[] = {"fn", "ftn", "edn", "note", "foot"};
  g_autofree char *small = g_ascii_strdown(name, -1);
  for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
    if (strlen(name) <= MOST_NAME && strstr(small, parts[i]))
      return TRUE;
  return FALSE;
}

/* "n1", "n-1", "en1" */
static gboolean is_short_name(const char *name)
{
  const char *at = g_ascii_tolower(*name) == 'e' ? name + 1 : name;
  if (g_ascii_tolower(*at) != 'n')
    return FALSE;
  at += 1 + (at[1] == '-' || at[1] == '_');
  gsize digits = strspn(at, "0123456789");
  return digits > 0 && digits <= 3 && !at[digits];
}

static const char *end_of_tag(const char *tag, const char *stop)
{
  const char *end = memchr(tag, '>', MIN((gsize)(stop - tag), (gsize)MOST_TAG));
  return end ? end : NULL;
}

static GHashTable *find_named(const char *html, const char *stop)
{
  static const char *const attributes[] = {"id", "name"};
  GHashTable *named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  const char *next;
  for (const char *tag = html; (tag = memchr(tag, '<', (gsize)(stop - tag))); tag = next) {
    const char *end = end_of_tag(tag, stop);
    next = end ? end : tag + 1;
    if (!end || !g_ascii_isalpha(tag[1]))
      continue;
    for (gsize i = 0; i < G_N_ELEMENTS(attributes); i++) {
      char *name = raw_attribute(tag, end, attributes[i]);
      Named element = {(gsize)(tag - html),
                       g_ascii_tolower(tag[1]) == 'h' && g_ascii_isdigit(tag[2]),
                       name && is_short_name(name)};
      if (name && (element.is_short || is_name_of_note(name)) &&
          !g_hash_table_contains(named, name))
        g_hash_table_insert(named, name, g_memdup2(&element, sizeof element));
      else
        g_free(name);
    }
  }
  return named;
}

/* The words of the link whose tag ends at `end`, without tags. Caller frees. */
static char *words_of_link(const char *end, const char *stop)
{
  GString *words = g_string_new(NULL);
  gboolean in_tag = FALSE;
  for (const char *at = end + 1; at < stop && words->len < MOST_WORDS && at - end < MOST_TAG;
       at++) {
    if (stop - at > 3 && at[0] == '<' && at[1] == '/' && g_ascii_tolower(at[2]) == 'a' &&
        !g_ascii_isalnum(at[3]))
      break;
    if (!in_tag && *at != '<')
      g_string_append_c(words, *at);
    in_tag = *at == '<' || (in_tag && *at != '>');
  }
  return g_string_free(words, FALSE);
}

gboolean adref_html_note_is_mark(const char *words)
{
  static const char around[] = " \t\r\n[]()";
  gsize open = strspn(words, around), digits = strspn(words + open, "0123456789");
  return digits > 0 && digits <= 3 &&
         open + digits + strspn(words + open + digits, around) == strlen(words);
}

/* The number in a mark, which no other note has. Caller frees. */
static char *label_of(const char *mark, GHashTable *taken)
{
  const char *digits = mark + strcspn(mark, "0123456789");
  g_autofree char *number = g_strndup(digits, strspn(digits, "0123456789"));
  guint before = GPOINTER_TO_UINT(g_hash_table_lookup(taken, number));
  g_hash_table_insert(taken, g_strdup(number), GUINT_TO_POINTER(before + 1));
  return before == 0 ? g_strdup(number) : g_strdup_printf("%s-%u", number, before + 1);
}

/* Whether the link between `tag` and `end` is raised, "<sup><a>1</a></sup>", or its mark has
 * brackets. */
static gboolean is_raised(const char *html, const char *tag, const char *end, const char *stop,
                          const char *words)
{
  static const char sup[] = "<sup";
  gsize n = strlen(sup);
  const char *before = tag;
  while (before > html && g_ascii_isspace(before[-1]))
    before--;
  while (before > html && tag - before < MOST_TAG && *--before != '<')
    ;
  return strchr(words, '[') || g_ascii_strncasecmp(before, sup, n) == 0 ||
         ((gsize)(stop - end) > n && g_ascii_strncasecmp(end + 1, sup, n) == 0);
}

GHashTable *adref_html_notes_find(const char *html, gsize length)
{
  const char *stop = html + length;
  GHashTable *notes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) named = find_named(html, stop);
  g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  if (g_hash_table_size(named) == 0)
    return notes;
  const char *next;
  for (const char *tag = html; (tag = memchr(tag, '<', (gsize)(stop - tag))); tag = next) {
    const char *end = end_of_tag(tag, stop);
    next = end ? end : tag + 1;
    if (!end || g_ascii_tolower(tag[1]) != 'a' || !g_ascii_isspace(tag[2]))
      continue;
    g_autofree char *to = raw_attribute(tag, end, "href");
    const Named *element = to && *to == '#' ? g_hash_table_lookup(named, to + 1) : NULL;
    if (!element || element->heading || element->at <= (gsize)(tag - html) ||
        g_hash_table_contains(notes, to + 1))
      continue;
    g_autofree char *words = words_of_link(end, stop);
    if (adref_html_note_is_mark(words) &&
        (!element->is_short || is_raised(html, tag, end, stop, words)))
      g_hash_table_insert(notes, g_strdup(to + 1), label_of(words, taken));
  }
  return notes;
}

/* Behind what the pattern finds at the start of words. */
static const char *skip(AdrefPattern *pattern, const char *words)
{
  gsize start, end;
  return adref_pattern_find(pattern, words, strlen(words), 0, &start, &end) ==
                 ADREF_PATTERN_MATCH_YES
             ? words + end
             : words;
}

/* Whether the number before `end` is that of the label: "5 years" is no mark of another note. */
static gboolean has_number(const char *words, const char *end, const char *label)
{
  static const char digits[] = "0123456789";
  const char *number = words + strcspn(words, digits);
  gsize length = strspn(number, digits);
  return number < end && length == strspn(label, digits) && strncmp(number, label, length) == 0;
}

char *adref_html_note_words(const char *words, const char *label)
{
  static AdrefPattern *arrow, *mark;
  static gsize once;
  if (g_once_init_enter(&once)) {
    arrow = adref_pattern_new("^\\*{0,2}(?:\\\\?\\^|↑)\\*{0,2}\\s*", FALSE, NULL);
    mark = adref_pattern_new("^(?:<sup>)?[\\[(]?[0-9]{1,3}(?:\\]|\\\\?[.)])?(?:</sup>)?"
                             "(?:[\\\\.):]|\\s|\\x{A0})+(?=\\S)",
                             FALSE, NULL);
    g_once_init_leave(&once, 1);
  }
  words = skip(arrow, words);
  const char *end = skip(mark, words);
  char *rest = g_strdup(has_number(words, end, label) ? end : words);
  static const char *const back[] = {"↩\357\270\216", "↩", "↑", "⏎"};
  for (gsize i = 0; i < G_N_ELEMENTS(back); i++)
    if (g_str_has_suffix(rest, back[i])) {
      rest[strlen(rest) - strlen(back[i])] = '\0';
      break;
    }
  return g_strchomp(rest);
}
