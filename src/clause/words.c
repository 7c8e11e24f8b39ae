#include "clause/words.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

static gboolean is_plain_letter(char c)
{
  return g_ascii_isalnum(c) || c == ' ';
}

/* Letters, digits and spaces of ASCII need no dictionary. */
static gsize plain_length(const char *text, gsize length)
{
  gsize i = 0;
  while (i < length && is_plain_letter(text[i]))
    i++;
  return i;
}

static void add_word(GArray *words, gsize start, gsize end)
{
  AdrefWord word = {start, end - start};
  g_array_append_val(words, word);
}

static void add_plain_words(GArray *words, const char *text, gsize length)
{
  for (gsize at = 0; at < length;) {
    while (at < length && text[at] == ' ')
      at++;
    gsize start = at;
    while (at < length && text[at] != ' ')
      at++;
    if (at > start)
      add_word(words, start, at);
  }
}

static void add_broken_words(GArray *words, const char *text, gsize length, const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  UText *utext = utext_openUTF8(NULL, text, (int64_t)length, &status);
  UBreakIterator *iter = ubrk_open(UBRK_WORD, language, NULL, 0, &status);
  ubrk_setUText(iter, utext, &status);
  if (U_SUCCESS(status)) {
    int32_t start = ubrk_first(iter);
    for (int32_t end; (end = ubrk_next(iter)) != UBRK_DONE; start = end)
      if (ubrk_getRuleStatus(iter) >= UBRK_WORD_NONE_LIMIT)
        add_word(words, (gsize)start, (gsize)end);
  }
  ubrk_close(iter);
  utext_close(utext);
}

GArray *adref_words(const char *text, gsize length, const char *language)
{
  GArray *words = g_array_new(FALSE, FALSE, sizeof(AdrefWord));
  if (plain_length(text, length) == length)
    add_plain_words(words, text, length);
  else
    add_broken_words(words, text, length, language ? language : "en");
  return words;
}

guint adref_count_words(const AdrefNode *node, const char *language)
{
  g_autofree char *text = adref_node_words(node);
  g_autoptr(GArray) words = adref_words(text, strlen(text), language);
  return words->len;
}
