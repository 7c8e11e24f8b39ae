#include "draft/library/page_words.h"

#include <string.h>

#include "base/error.h"
#include "base/name.h"
#include "draft/data/yaml.h"
#include "draft/library/builtin_words.h"
#include "draft/library/page_word_rows.h"

struct AdrefPageWords {
  AdrefYaml *yaml; /* NULL: the English ones of the program */
  GBytes *bytes;
  const char *words[ADREF_PAGE_WORDS]; /* NULL: English */
};

/* The length of the "{name}" at a place; 0: there is none. */
static gsize name_length(const char *at)
{
  const char *end = *at == '{' ? strchr(at, '}') : NULL;
  return end ? (gsize)(end - at) + 1 : 0;
}

/* Whether each "{name}" of `other` stands in `words` too. */
static gboolean has_names_of(const char *words, const char *other)
{
  for (const char *at = other; *at; at++) {
    gsize length = name_length(at);
    g_autofree char *name = length > 0 ? g_strndup(at, length) : NULL;
    if (name && !strstr(words, name))
      return FALSE;
  }
  return TRUE;
}

static void add_finding(GPtrArray *findings, AdrefLocation place, const char *what, const char *key,
                        const char *why)
{
  if (findings)
    g_ptr_array_add(findings, g_strdup_printf("%s:%u:%u: %s \"%s\" %s", place.file, place.line,
                                              place.column, what, key, why));
}

static gboolean is_short(const AdrefYaml *entry, guint row, GError **error)
{
  int most = row == ADREF_PAGE_WORD_DRAFT ? ADREF_PAGE_WORDS_DRAFT : ADREF_PAGE_WORDS_LENGTH;
  if (g_utf8_strlen(entry->text, -1) <= most)
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, entry->place,
                 "\"%s\" is too long; allowed are at most %d characters", entry->key, most);
  return FALSE;
}

/* Whether a page shows the word as it stands: no line break in it, and no sign that turns the
 * direction of what follows. */
static gboolean is_plain(const char *text)
{
  g_autofree char *shown = adref_escape_controls(text, -1, FALSE);
  return strcmp(shown, text) == 0;
}

static gboolean read_word(AdrefPageWords *words, guint row, GPtrArray *findings, GError **error)
{
  const char *key = adref_page_word_rows[row].key, *english = adref_page_word_rows[row].english;
  const AdrefYaml *entry = adref_yaml_get(words->yaml, key);
  const char *text = NULL;
  if (!adref_yaml_text(words->yaml, key, &text, error))
    return FALSE;
  if (!entry)
    return TRUE;
  if (!is_short(entry, row, error))
    return FALSE;
  gboolean is_whole = *text && has_names_of(text, english) && has_names_of(english, text);
  if (!is_plain(text))
    add_finding(findings, entry->place, "the word", key,
                "has a line break, or a sign that nobody sees, so pages have it in English");
  else if (is_whole)
    words->words[row] = text;
  else
    add_finding(findings, entry->place, "the word", key,
                "has not the same words in {} as the English one, so pages have it in English");
  return TRUE;
}

static gboolean is_key(const char *key)
{
  gboolean known = strcmp(key, "speaker") == 0;
  for (guint i = 0; i < ADREF_PAGE_WORDS && !known; i++)
    known = strcmp(key, adref_page_word_rows[i].key) == 0;
  return known;
}

static void add_unknown(const AdrefYaml *entry, GPtrArray *findings)
{
  const char *keys[ADREF_PAGE_WORDS + 1] = {NULL};
  for (guint i = 0; i < ADREF_PAGE_WORDS; i++)
    keys[i] = adref_page_word_rows[i].key;
  const char *closest = adref_name_closest(entry->key, keys);
  g_autofree char *why =
      closest ? g_strdup_printf("is no word of a page; did you mean \"%s\"?", closest)
              : g_strdup("is no word of a page; en.yaml has all");
  add_finding(findings, entry->key_place, "the key", entry->key, why);
}

static void find_unknown(const AdrefYaml *yaml, GPtrArray *findings)
{
  for (guint i = 0; findings && i < yaml->items->len; i++) {
    const AdrefYaml *entry = yaml->items->pdata[i];
    if (!is_key(entry->key))
      add_unknown(entry, findings);
  }
}

static void find_missing(const AdrefYaml *yaml, GPtrArray *findings)
{
  enum {
    NAMED = 8 /* keys; a table that somebody began lacks hundreds */
  };
  g_autoptr(GString) keys = g_string_new(NULL);
  guint missing = 0;
  for (guint i = 0; findings && i < ADREF_PAGE_WORDS; i++)
    if (!adref_yaml_get(yaml, adref_page_word_rows[i].key) && missing++ < NAMED)
      g_string_append_printf(keys, "%s%s", keys->len > 0 ? ", " : "", adref_page_word_rows[i].key);
  if (missing > NAMED)
    g_string_append_printf(keys, " and %u more, as in en.yaml", missing - NAMED);
  if (missing > 0)
    g_ptr_array_add(findings,
                    g_strdup_printf("%s: words are missing, which pages have in English: %s",
                                    yaml->place.file, keys->str));
}

static gboolean read_all(AdrefPageWords *words, const char *path, GPtrArray *findings,
                         GError **error)
{
  gsize length;
  const char *text = adref_file_source_check_text(words->bytes, path, &length, error);
  words->yaml = text ? adref_yaml_read(text, length, path, 1, error) : NULL;
  if (!words->yaml)
    return FALSE;
  if (words->yaml->type != ADREF_YAML_MAP) {
    adref_error_at(error, ADREF_ERROR_INPUT, words->yaml->place,
                   "the words of pages are a map, such as \"contents: Contents\"");
    return FALSE;
  }
  find_unknown(words->yaml, findings);
  find_missing(words->yaml, findings);
  for (guint i = 0; i < ADREF_PAGE_WORDS; i++)
    if (!read_word(words, i, findings, error))
      return FALSE;
  return TRUE;
}

AdrefPageWords *adref_page_words_parse(GBytes *bytes, const char *path, GPtrArray *findings,
                                       GError **error)
{
  g_autoptr(AdrefPageWords) words = g_new0(AdrefPageWords, 1);
  words->bytes = g_bytes_ref(bytes);
  return read_all(words, path, findings, error) ? g_steal_pointer(&words) : NULL;
}

void adref_page_words_free(AdrefPageWords *words)
{
  if (!words)
    return;
  adref_yaml_free(words->yaml);
  g_bytes_unref(words->bytes);
  g_free(words);
}

char *adref_page_words_path(const char *language)
{
  return g_strconcat(ADREF_PAGE_WORDS_FOLDER "/", language, ".yaml", NULL);
}

/* The table of one tag; NULL without an error: there is none. */
static AdrefPageWords *read_file(AdrefFileSource *source, const char *language, GError **error)
{
  g_autoptr(GError) cause = NULL;
  g_autofree char *path = adref_page_words_path(language);
  g_autoptr(GBytes) bytes = source->read(source, path, ADREF_PAGE_WORDS_LIMIT, &cause);
  if (bytes)
    return adref_page_words_parse(bytes, path, NULL, error);
  if (!g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    g_propagate_error(error, g_steal_pointer(&cause));
  return NULL;
}

/* The English table is not read: its words are those that stand here (tests/draft/page_words.c). */
static AdrefPageWords *take_english(GBytes *bytes)
{
  AdrefPageWords *words = g_new0(AdrefPageWords, 1);
  words->bytes = g_bytes_ref(bytes);
  for (guint i = 0; i < ADREF_PAGE_WORDS; i++)
    words->words[i] = adref_page_word_rows[i].english;
  return words;
}

AdrefPageWords *adref_page_words_builtin(const char *language)
{
  g_autofree char *first = g_strndup(language, strcspn(language, "-"));
  for (const AdrefBuiltinWords *table = adref_builtin_words; table->language; table++) {
    if (strcmp(table->language, first) != 0)
      continue;
    g_autofree char *path = adref_page_words_path(first);
    g_autoptr(GBytes) bytes = g_bytes_new_static(table->text, strlen(table->text));
    return strcmp(first, "en") == 0 ? take_english(bytes)
                                    : adref_page_words_parse(bytes, path, NULL, NULL);
  }
  return NULL;
}

gboolean adref_page_words_say(AdrefPageWord word, const char *said)
{
  for (const AdrefBuiltinWords *table = adref_builtin_words; table->language; table++) {
    g_autoptr(AdrefPageWords) words = adref_page_words_builtin(table->language);
    if (strcmp(adref_page_words_get(words, word), said) == 0)
      return TRUE;
  }
  return FALSE;
}

gboolean adref_page_words_read(AdrefFileSource *source, const char *language,
                               AdrefPageWords **words, GError **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(AdrefPageWords) found = NULL;
  g_autofree char *first = g_strndup(language, strcspn(language, "-"));
  if (source && adref_name_is(ADREF_NAME_LANGUAGE, language))
    found = read_file(source, language, &cause);
  if (source && !found && !cause && strcmp(first, language) != 0)
    found = read_file(source, first, &cause);
  if (cause) {
    g_propagate_error(error, g_steal_pointer(&cause));
    return FALSE;
  }
  *words = found ? g_steal_pointer(&found) : adref_page_words_builtin(language);
  return TRUE;
}

GBytes *adref_page_words_bytes(const AdrefPageWords *words)
{
  return words->bytes;
}

gboolean adref_page_words_has(const AdrefPageWords *words, AdrefPageWord word)
{
  return words && words->words[word];
}

const char *adref_page_words_get(const AdrefPageWords *words, AdrefPageWord word)
{
  return adref_page_words_has(words, word) ? words->words[word]
                                           : adref_page_word_rows[word].english;
}

/* The value of a "{name}", among names and values in turn; NULL: none. */
static const char *value_of(const GPtrArray *values, const char *at, gsize length)
{
  for (guint i = 0; i + 1 < values->len; i += 2) {
    const char *name = values->pdata[i];
    if (strlen(name) == length - 2 && strncmp(name, at + 1, length - 2) == 0)
      return values->pdata[i + 1];
  }
  return NULL;
}

const char *adref_page_words_language(const AdrefPageWords *words, const char *language)
{
  gboolean is_english = strncmp(language, "en", 2) == 0 && (!language[2] || language[2] == '-');
  return words && !is_english ? language : NULL;
}

char *adref_page_words_fill(const AdrefPageWords *words, AdrefPageWord word, ...)
{
  g_autoptr(GPtrArray) values = g_ptr_array_new();
  GString *filled = g_string_new(NULL);
  va_list args;
  va_start(args, word);
  for (char *arg = va_arg(args, char *); arg; arg = va_arg(args, char *))
    g_ptr_array_add(values, arg);
  va_end(args);
  for (const char *at = adref_page_words_get(words, word); *at;) {
    gsize length = name_length(at);
    const char *value = length > 0 ? value_of(values, at, length) : NULL;
    if (value)
      g_string_append(filled, value);
    else
      g_string_append_c(filled, *at);
    at += value ? length : 1;
  }
  return g_string_free(filled, FALSE);
}

char *adref_page_words_count(const AdrefPageWords *words, AdrefPageWord word, guint n)
{
  g_autofree char *digits = g_strdup_printf("%u", n);
  return adref_page_words_fill(words, word, "n", digits, NULL);
}

char *adref_page_words_between(const AdrefPageWords *words, AdrefPageWord word)
{
  const char *pattern = adref_page_words_get(words, word);
  const char *one = strstr(pattern, "{one}"), *two = one ? strstr(one, "{two}") : NULL;
  return two ? g_strndup(one + strlen("{one}"), (gsize)(two - one) - strlen("{one}"))
             : g_strdup(", ");
}

gboolean adref_page_words_equal(const AdrefPageWords *one, const AdrefPageWords *other)
{
  for (guint i = 0; i < ADREF_PAGE_WORDS; i++)
    if (strcmp(adref_page_words_get(one, (AdrefPageWord)i),
               adref_page_words_get(other, (AdrefPageWord)i)) != 0)
      return FALSE;
  return TRUE;
}
