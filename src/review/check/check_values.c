#include "review/check/check_values.h"

#include <stdio.h>
#include <string.h>

#include "language/date_phrase.h"
#include "language/language_tag.h"
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

/* --- days --- */

/* The only date of the block, with year, month and day in parts; FALSE: there is none, or several.
 */
static gboolean only_day(const ValueCheck *self, guint parts[3], gsize *start, gsize *end)
{
  const AdrefTokenReader reader = {self->phrases, self->block->own->str, self->tokens};
  g_autoptr(GString) key = g_string_new(NULL);
  guint dates = 0;
  gboolean is_whole = FALSE;
  for (guint at = 0, count; at < self->tokens->len; at += MAX(count, 1)) {
    int length = 0;
    g_string_truncate(key, 0);
    count = adref_date_phrase_read(&reader, at, key);
    if (!count)
      continue;
    dates++;
    is_whole = sscanf(key->str, "%4u-%2u-%2u%n", &parts[0], &parts[1], &parts[2], &length) == 3 &&
               !key->str[length];
    *start = adref_token_reader_token(&reader, at)->start;
    *end = adref_token_reader_token(&reader, at + count - 1)->end;
  }
  return dates == 1 && is_whole;
}

/* The tags of a template that print a date. */
typedef struct {
  const AdrefTemplate *template;
  const char *name;
  guint dates;     /* of any */
  gboolean prints; /* one of them is `name`, with its day */
} DateTags;

static void note_date(char kind, const char *tag, AdrefLocation place, gpointer data)
{
  static const char *const whole[] = {"", ".long", ".iso", ".weekday"};
  DateTags *tags = data;
  gsize length = strcspn(tag, ".");
  g_autofree char *name = g_strndup(tag, length);
  const AdrefParam *param = adref_template_param(tags->template, name);
  (void)place;
  if (kind == '#' || kind == '^' || kind == '/' || kind == '>')
    return;
  tags->dates +=
      g_str_has_prefix(tag, "statement.date") || (param && param->type == ADREF_VALUE_DATE);
  for (gsize i = 0; i < G_N_ELEMENTS(whole); i++)
    tags->prints |= strcmp(name, tags->name) == 0 && strcmp(tag + length, whole[i]) == 0;
}

/* A day that the template prints and that is its only date, where the only date of the clause is
 * another one. */
static void check_day(ValueCheck *self, const AdrefTemplate *template, const AdrefYaml *value)
{
  DateTags tags = {template, value->key, 0, FALSE};
  guint is[3], said[3];
  gsize start = 0, end = 0;
  adref_mustache_each_tag(template->body, note_date, &tags);
  if (!tags.prints || tags.dates != 1 || strchr(self->block->own->str, ADREF_CHECK_BORDER) ||
      value->type != ADREF_YAML_SCALAR ||
      sscanf(value->text, "%4u-%2u-%2u", &is[0], &is[1], &is[2]) != 3 ||
      !only_day(self, said, &start, &end) || memcmp(is, said, sizeof is) == 0)
    return;
  adref_check_add(self->text, "integrity/fact-value", self->block, start,
                  "the value %s is %s; the text says %.*s", value->key, value->text,
                  (int)(end - start), self->block->own->str + start);
}

/* --- words --- */

/* The words of a template before and behind the tag that prints a value, as they stand in a text;
 * FALSE: there are too few to find them there. */
static gboolean words_beside(const char *body, const char *name, char **before, char **behind)
{
  enum {
    BEFORE = 3, /* words; fewer at the start of the template or behind another tag, but two */
    FEWEST = 2,
    LONGEST = 120 /* bytes of words on one side */
  };
  static const char marks[] = "{}[]*_`<>|#\\";
  g_autofree char *tag = g_strdup_printf("{{%s}}", name);
  const char *at = strstr(body, tag);
  if (!at || strstr(at + 1, tag))
    return FALSE;
  const char *start = at, *end = at + strlen(tag);
  guint words = 0;
  while (start > body && words < BEFORE && !strchr(marks, start[-1]) && at - start < LONGEST) {
    start--;
    words += (*start == ' ' || *start == '\n') && start + 1 < at;
  }
  gsize length = strcspn(end, marks), first = strcspn(end + MIN(length, 1), " \n.,;:{");
  *before = g_strdelimit(g_strndup(start, (gsize)(at - start)), "\n", ' ');
  *behind = g_strdelimit(g_strndup(end, MIN(length, first + 1)), "\n", ' ');
  return words + (start == body ? 1 : 0) >= FEWEST && g_utf8_strlen(g_strchomp(*behind), -1) > 0;
}

/* The words that stand in the block where the template prints a text. */
static gboolean find_words(const AdrefCheckBlock *block, const char *before, const char *behind,
                           gsize *start, gsize *end)
{
  enum {
    LONGEST = 80 /* bytes: a longer one was written anew */
  };
  static const char ends[] = {'.', ';', ':', ADREF_CHECK_BORDER, '\0'};
  const char *words = block->own->str, *at = strstr(words, before);
  if (!at || strstr(at + 1, before))
    return FALSE;
  at += strlen(before);
  const char *to = strstr(at, behind);
  *start = (gsize)(at - words);
  *end = to ? (gsize)(to - words) : 0;
  return to && to > at && to - at < LONGEST && strcspn(at, ends) >= (gsize)(to - at);
}

/* A text that the template prints, where other words stand between the same ones. */
static void check_words(ValueCheck *self, const AdrefTemplate *template, const AdrefYaml *value)
{
  const AdrefYaml *own =
      value->type == ADREF_YAML_MAP ? adref_yaml_get(value, self->text->source.language) : value;
  gboolean is_english = adref_language_tag_matches(self->text->source.language, "en");
  g_autofree char *before = NULL, *behind = NULL;
  gsize start = 0, end = 0;
  if (!own || own->type != ADREF_YAML_SCALAR || !*own->text || (own == value && !is_english) ||
      strstr(self->block->own->str, own->text) ||
      !words_beside(template->text, value->key, &before, &behind) ||
      !find_words(self->block, before, behind, &start, &end))
    return;
  adref_check_add(self->text, "integrity/fact-value", self->block, start,
                  "the value %s is \"%s\"; the text says \"%.*s\"", value->key, own->text,
                  (int)(end - start), self->block->own->str + start);
}

static void check_typed(ValueCheck *self, const AdrefTemplate *template, const AdrefYaml *value)
{
  const AdrefParam *param = adref_template_param(template, value->key);
  gboolean is_latin = adref_check_is_latin(self->text->source.language);
  if (param && param->type == ADREF_VALUE_DATE)
    check_day(self, template, value);
  else if (param && is_latin && param->type == ADREF_VALUE_TEXT)
    check_words(self, template, value);
  else if (is_latin)
    check_value(self, template, value);
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
    check_typed(self, template, values->items->pdata[i]);
}

void adref_check_values(AdrefCheckText *text, const AdrefStatement *statement,
                        AdrefLibrary *library)
{
  if (!statement->values)
    return;
  g_autoptr(AdrefPhraseTrie) phrases = adref_phrase_trie_new(text->source.language, NULL, NULL);
  g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken));
  ValueCheck self = {text, library, phrases, tokens, NULL};
  for (guint i = 0; i < text->blocks->len; i++) {
    self.block = text->blocks->pdata[i];
    check_block(&self, statement->values);
  }
}
