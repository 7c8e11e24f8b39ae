#include <string.h>

#include "language/cases.h"

ReadText read_tokens(const char *language, const char *text)
{
  ReadText read = {.phrases = adref_phrase_trie_new(language, NULL, NULL),
                   .tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken))};
  adref_phrase_trie_tokenize(read.phrases, text, 0, strlen(text), read.tokens);
  read.reader = (AdrefTokenReader){read.phrases, text, read.tokens};
  return read;
}

void read_text_clear(ReadText *read)
{
  adref_phrase_trie_free(read->phrases);
  g_array_unref(read->tokens);
}

static void append_match(GString *out, const char *text, const AdrefPhraseMatch *match)
{
  g_string_append_printf(out, "%s%s%s: %.*s <%s>\n", match->weak ? "weak " : "",
                         match->doubtful ? "doubtful " : "", adref_change_class_word(match->class),
                         (int)(match->end - match->start), text + match->start, match->key);
}

void phrases_are(const char *language, const char *text, const char *expected)
{
  g_autoptr(GHashTable) parties = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken));
  g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch));
  g_autoptr(GString) actual = g_string_new(NULL);
  static const char *const names[] = {"Japan", "ASEAN", "us", "タイ"};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    g_hash_table_add(parties, (gpointer)(guintptr)names[i]);
  AdrefPhraseScanner scanner;
  adref_phrase_scanner_init(&scanner, language, NULL, parties);
  adref_phrase_scanner_scan(&scanner, text, 0, strlen(text), tokens, matches);
  for (guint i = 0; i < matches->len; i++)
    append_match(actual, text, &g_array_index(matches, AdrefPhraseMatch, i));
  adref_phrase_scanner_clear(&scanner);
  ck_assert_msg(strcmp(actual->str, expected) == 0, "%s: %s\n--- expected\n%s--- found\n%s---",
                language, text, expected, actual->str);
}
