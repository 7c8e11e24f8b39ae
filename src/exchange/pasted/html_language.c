#include "exchange/pasted/html_language.h"

#include <string.h>

#include "base/pattern.h"
#include "clause/text/text_language.h"

enum {
  MOST_WORDS = 64 * 1024 /* bytes of words that are looked at */
};

/* Whether the element `<name ...>` or `</name>` begins at `at`. */
static gboolean begins_element(const char *at, const char *end, const char *name)
{
  gsize length = strlen(name);
  return (gsize)(end - at) > length && g_ascii_strncasecmp(at, name, length) == 0 &&
         !g_ascii_isalnum(at[length]);
}

/* Behind the tag at `at`, and behind all of an element whose words nobody reads. */
static const char *skip_tag(const char *at, const char *end)
{
  static const char *const unread[] = {"script", "style", NULL};
  const char *behind = memchr(at, '>', (gsize)(end - at));
  for (gsize i = 0; behind && unread[i]; i++) {
    if (!begins_element(at + 1, end, unread[i]))
      continue;
    const char *close = behind;
    while ((close = memmem(close, (gsize)(end - close), "</", 2)) &&
           !begins_element(close + 2, end, unread[i]))
      close += 2;
    behind = close ? memchr(close, '>', (gsize)(end - close)) : NULL;
  }
  return behind ? behind + 1 : end;
}

/* The words of a page; those of its head and menus are among them. Caller frees. */
static GString *words_of(const char *html, gsize length)
{
  GString *words = g_string_new(NULL);
  const char *end = html + length;
  for (const char *at = html; at < end && words->len < MOST_WORDS;) {
    const char *tag = memchr(at, '<', (gsize)(end - at));
    g_string_append_len(words, at, (tag ? tag : end) - at);
    g_string_append_c(words, ' ');
    at = tag ? skip_tag(tag, end) : end;
  }
  return words;
}

/* What `<html lang=fr>` or `<body lang="fr">` says; NULL: nothing. Caller frees. */
static char *said_language(const char *html, gsize length)
{
  static AdrefPattern *pattern;
  static gsize once;
  if (g_once_init_enter(&once)) {
    pattern = adref_pattern_new(
        "(?i)<(?:html|body)\\b[^>]{0,400}?\\s(?:xml:)?lang=[\"']?([a-z]{2,3})", FALSE, NULL);
    g_once_init_leave(&once, 1);
  }
  enum {
    LOOKED_AT = 64 * 1024 /* bytes at the start */
  };
  gsize start, end, look = MIN(length, (gsize)LOOKED_AT);
  while (look > 0 && look < length && ((guchar)html[look] & 0xC0) == 0x80)
    look--;
  if (adref_pattern_find(pattern, html, look, 0, &start, &end) != ADREF_PATTERN_MATCH_YES)
    return NULL;
  gsize code = end;
  while (code > start && g_ascii_isalpha(html[code - 1]))
    code--;
  return g_strndup(html + code, end - code);
}

char *adref_html_language(const char *name, const char *html, gsize length)
{
  g_autoptr(GString) words = words_of(html, length);
  g_autofree char *said = said_language(html, length);
  return adref_text_language_of_page(name, said, words->str, words->len);
}
