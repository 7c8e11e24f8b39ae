#include "review/check_values.h"

#include <string.h>

#include "language/phrase_trie.h"
#include "language/quantity.h"

enum {
  SHORTEST_NEXT = 3, /* bytes of the word behind a number */
  LONGEST_NEXT = 60
};

typedef struct {
  AdrefCheckText *text;
  AdrefLibrary *library;
  AdrefPhraseTrie *phrases;
  GArray *tokens; /* of the block */
  const AdrefCheckBlock *block;
} ValueCheck;

/* The length of the word at the start of a text. */
static gsize word_length(const char *text)
{
  const char *at = text;
  while (g_unichar_isalpha(g_utf8_get_char(at)))
    at = g_utf8_next_char(at);
  return (gsize)(at - text);
}

/* The word behind the first tag of a template that prints the number, "people" of "{{people}}
 * people"; FALSE: there is none. */
static gboolean next_in_template(const char *body, const char *name, char next[LONGEST_NEXT])
{
  g_autofree char *tag = g_strdup_printf("{{%s", name);
  for (const char *at = strstr(body, tag); at; at = strstr(at + 1, tag)) {
    const char *form = at + strlen(tag), *end = strstr(form, "}}");
    if (!end ||
        (end != form && !g_str_has_prefix(form, ".words") && !g_str_has_prefix(form, ".plain")))
      continue;
    gsize length = end[2] == ' ' || end[2] == '\n' ? word_length(end + 3) : 0;
    if (length < SHORTEST_NEXT || length >= LONGEST_NEXT)
      continue;
    g_strlcpy(next, end + 3, length + 1);
    return TRUE;
  }
  return FALSE;
}

/* Whether the word stands behind a byte, after a space. */
static gboolean has_next(const char *words, gsize at, const char *next)
{
  gsize length = strlen(next);
  return words[at] == ' ' && g_ascii_strncasecmp(words + at + 1, next, length) == 0 &&
         word_length(words + at + 1) == length;
}

/* The only number of the block with the word behind it that is another one; FALSE: there is none,
 * or the block has the value. */
static gboolean find_other(const ValueCheck *self, guint64 value, const char *next, gsize *start,
                           gsize *end)
{
  const char *words = self->block->own->str;
  const AdrefTokenReader reader = {self->phrases, words, self->tokens};
  guint found = 0;
  for (guint at = 0, count; at < self->tokens->len; at += MAX(count, 1)) {
    AdrefQuantity number = {0};
    count = adref_quantity_read(&reader, at, &number);
    gboolean is_number = count && !number.written;
    g_free(number.written);
    if (is_number && number.value + number.pending == value)
      return FALSE;
    gsize to = count ? adref_token_reader_token(&reader, at + count - 1)->end : 0;
    if (!is_number || !has_next(words, to, next))
      continue;
    found++;
    *start = adref_token_reader_token(&reader, at)->start;
    *end = to;
  }
  return found == 1;
}

static void check_value(ValueCheck *self, const AdrefTemplate *template, const AdrefYaml *value)
{
  gint64 number;
  gsize start = 0, end = 0;
  char next[LONGEST_NEXT];
  if (!adref_yaml_is_integer(value, &number) || number < 0 ||
      !next_in_template(template->text, value->key, next) ||
      !find_other(self, (guint64)number, next, &start, &end))
    return;
  adref_check_add(self->text, "integrity/fact-value", self->block, start,
                  "the value %s is %" G_GINT64_FORMAT "; the text says %.*s %s", value->key, number,
                  (int)(end - start), self->block->own->str + start, next);
}

static void check_block(ValueCheck *self, const AdrefYaml *values)
{
  const char *from = self->block->clause->as.clause->from;
  const AdrefTemplate *template =
      from ? adref_library_template(self->library, from, self->text->source.language, NULL) : NULL;
  if (!template)
    return;
  const GString *own = self->block->own;
  g_array_set_size(self->tokens, 0);
  adref_phrase_trie_tokenize(self->phrases, own->str, 0, own->len, self->tokens);
  for (guint i = 0; i < values->items->len; i++)
    check_value(self, template, values->items->pdata[i]);
}

void adref_check_values(AdrefCheckText *text, const AdrefStatement *statement,
                        AdrefLibrary *library)
{
  if (!statement->values || !adref_check_is_latin(text->source.language))
    return;
  g_autoptr(AdrefPhraseTrie) phrases = adref_phrase_trie_new(text->source.language, NULL, NULL);
  g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken));
  ValueCheck self = {text, library, phrases, tokens, NULL};
  for (guint i = 0; i < text->blocks->len; i++) {
    self.block = text->blocks->pdata[i];
    check_block(&self, statement->values);
  }
}
