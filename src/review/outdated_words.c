#include "review/outdated_words.h"

#include <string.h>

#include "language/date_phrase.h"
#include "language/quantity.h"

/* What a template prints of the facts. */
typedef enum {
  PRINTS_DATE = 1,
  PRINTS_PLACE = 2,
  PRINTS_PARTIES = 4,
  PRINTS_COUNT = 8,
} Prints;

/* One text while it is searched. */
typedef struct {
  const AdrefOutdatedWordsOptions *options;
  const char *language;
  const AdrefNode *clause;
  char *words;              /* of the clause */
  AdrefPhraseTrie *phrases; /* for dates and numbers */
  GArray *tokens;           /* of the clause */
  GPtrArray *found;
} Search;

void adref_outdated_words_free(AdrefOutdatedWords *words)
{
  if (!words)
    return;
  g_free(words->language);
  g_free(words->clause);
  g_free(words->said);
  g_free(words->now);
  g_free(words);
}

static void add(const Search *self, const char *fact, const char *said, const char *now)
{
  const AdrefClause *clause = self->clause->as.clause;
  AdrefOutdatedWords *words = g_new0(AdrefOutdatedWords, 1);
  words->fact = fact;
  words->language = g_strdup(self->language);
  words->clause = g_strdup(clause->id ? clause->id : clause->number);
  words->said = g_strdup(said);
  words->now = g_strdup(now);
  g_ptr_array_add(self->found, words);
}

/* --- templates --- */

static void note_tag(char kind, const char *name, AdrefLocation place, gpointer data)
{
  Prints *prints = data;
  (void)place;
  if (kind == '/' || kind == '>')
    return;
  if (g_str_has_prefix(name, "statement.date"))
    *prints |= PRINTS_DATE;
  else if (strcmp(name, "statement.place") == 0)
    *prints |= PRINTS_PLACE;
  else if (strcmp(name, "statement.parties.count") == 0)
    *prints |= PRINTS_COUNT;
  else if (g_str_has_prefix(name, "statement.parties"))
    *prints |= PRINTS_PARTIES;
}

static guint prints_of_template(const Search *self, const char *name)
{
  Prints prints = 0;
  AdrefLibrary *library = self->options->library;
  const AdrefTemplate *template = adref_library_template(library, name, self->language, NULL);
  g_autoptr(GPtrArray) closure =
      template ? adref_library_include_closure(library, template, NULL) : NULL;
  for (guint i = 0; closure && i < closure->len; i++)
    adref_mustache_each_tag(((const AdrefTemplate *)closure->pdata[i])->body, note_tag, &prints);
  return prints;
}

/* What of the facts a clause may say. A text that was not assembled has no templates: it may say
 * the date, the place and the parties anywhere. Its numbers count other things too. */
static guint prints_of(const Search *self)
{
  const AdrefClause *clause = self->clause->as.clause;
  if (!self->options->is_assembled)
    return PRINTS_DATE | PRINTS_PLACE | PRINTS_PARTIES;
  if (clause->from)
    return prints_of_template(self, clause->from);
  return g_strcmp0(clause->id, "title") == 0 ? PRINTS_PARTIES : 0;
}

/* --- words --- */

static gboolean is_spaced_letter(gunichar letter)
{
  switch (g_unichar_get_script(letter)) {
  case G_UNICODE_SCRIPT_HAN:
  case G_UNICODE_SCRIPT_HIRAGANA:
  case G_UNICODE_SCRIPT_KATAKANA:
  case G_UNICODE_SCRIPT_THAI:
  case G_UNICODE_SCRIPT_LAO:
  case G_UNICODE_SCRIPT_KHMER:
  case G_UNICODE_SCRIPT_MYANMAR: return FALSE;
  default: return g_unichar_isalnum(letter);
  }
}

/* Whether a word may end between the two. In a script without spaces it may anywhere. */
static gboolean is_boundary(gunichar before, gunichar after)
{
  return !is_spaced_letter(before) || !is_spaced_letter(after);
}

/* Whether `words` contain the name as whole words. */
static gboolean contains(const char *words, const char *name)
{
  gsize length = strlen(name);
  for (const char *at = words; length > 0 && (at = strstr(at, name)); at++) {
    const char *end = at + length;
    gunichar before = at > words ? g_utf8_get_char(g_utf8_prev_char(at)) : ' ';
    gunichar last = g_utf8_get_char(g_utf8_prev_char(end));
    if (is_boundary(before, g_utf8_get_char(at)) &&
        (!*end || is_boundary(g_utf8_get_char(end), last)))
      return TRUE;
  }
  return FALSE;
}

/* Whether the clause says `old` outside of `new`: "Tokyo" in "Tokyo and Bonn" says the new place.
 */
static gboolean says(const Search *self, const char *old, const char *new)
{
  g_autofree char *name = g_utf8_normalize(old, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *other = new ? g_utf8_normalize(new, -1, G_NORMALIZE_DEFAULT_COMPOSE) : NULL;
  if (!name || !*name || !contains(self->words, name))
    return FALSE;
  if (!other || !strstr(other, name))
    return TRUE;
  g_autoptr(GString) rest = g_string_new(self->words);
  g_string_replace(rest, other, " ", 0);
  return contains(rest->str, name);
}

/* --- facts --- */

static gboolean is_same(const AdrefValue *one, const AdrefValue *other, const char *form,
                        const char *language)
{
  g_autofree char *a = one ? adref_value_print(one, form, language) : NULL;
  g_autofree char *b = other ? adref_value_print(other, form, language) : NULL;
  return g_strcmp0(a, b) == 0;
}

static void search_date(const Search *self)
{
  const AdrefValue *was = self->options->was.statement->date,
                   *is = self->options->is.statement->date;
  if (!was || is_same(was, is, "", "en"))
    return;
  g_autofree char *now = is ? adref_value_print(is, "long", self->language) : NULL;
  g_autofree char *printed = adref_value_print(was, "long", self->language);
  g_autofree char *value = adref_value_print(was, "iso", self->language);
  const AdrefTokenReader reader = {self->phrases, self->words, self->tokens};
  g_autoptr(GString) key = g_string_new(NULL);
  for (guint at = 0, count; at < self->tokens->len; at += MAX(count, 1)) {
    g_string_truncate(key, 0);
    count = adref_date_phrase_read(&reader, at, key);
    if (!count || strcmp(key->str, value) != 0)
      continue;
    gsize start = adref_token_reader_token(&reader, at)->start,
          end = adref_token_reader_token(&reader, at + count - 1)->end;
    g_autofree char *said = g_strndup(self->words + start, end - start);
    add(self, "date", said, now);
    return;
  }
  if (says(self, printed, now))
    add(self, "date", printed, now);
}

static void search_place(const Search *self)
{
  const AdrefValue *was = self->options->was.statement->place,
                   *is = self->options->is.statement->place;
  if (!was || is_same(was, is, "", self->language))
    return;
  g_autofree char *old = adref_value_print(was, "", self->language);
  g_autofree char *now = is ? adref_value_print(is, "", self->language) : NULL;
  if (says(self, old, now))
    add(self, "place", old, now);
}

/* The names of a party, the longer one first: it may contain the other. */
static gboolean names_party(const Search *self, const AdrefParty *party, const char **name)
{
  const char *names[] = {adref_party_long(party, self->language),
                         adref_party_short(party, self->language)};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    if (says(self, names[i], NULL)) {
      *name = names[i];
      return TRUE;
    }
  return FALSE;
}

static gboolean has(char *const *codes, const char *code)
{
  return g_strv_contains((const char *const *)codes, code);
}

static void search_parties(const Search *self)
{
  const AdrefFacts *was = &self->options->was, *is = &self->options->is;
  const char *name;
  for (char **code = was->statement->parties; *code; code++) {
    const AdrefParty *party = adref_parties_get(was->parties, *code);
    if (!has(is->statement->parties, *code) && party && names_party(self, party, &name))
      add(self, "parties", name, NULL);
  }
  for (char **code = is->statement->parties; self->clause->as.clause->from && *code; code++) {
    const AdrefParty *party = adref_parties_get(is->parties, *code);
    if (!has(was->statement->parties, *code) && party && !names_party(self, party, &name))
      add(self, "parties", NULL, adref_party_long(party, self->language));
  }
}

static void search_count(const Search *self)
{
  guint old = g_strv_length(self->options->was.statement->parties),
        new = g_strv_length(self->options->is.statement->parties);
  const AdrefTokenReader reader = {self->phrases, self->words, self->tokens};
  for (guint at = 0; old != new &&at < self->tokens->len; at++) {
    AdrefQuantity number = {0};
    guint count = adref_quantity_read(&reader, at, &number);
    gboolean found = count && !number.written && number.value + number.pending == old;
    g_free(number.written);
    if (!found)
      continue;
    gsize start = adref_token_reader_token(&reader, at)->start,
          end = adref_token_reader_token(&reader, at + count - 1)->end;
    g_autofree char *said = g_strndup(self->words + start, end - start);
    g_autofree char *now = g_strdup_printf("%u", new);
    add(self, "parties", said, now);
    return;
  }
}

/* A name that the registry had, and has no more. FALSE: the clause does not say it. */
static gboolean search_name(const Search *self, const char *old, const AdrefParty *party)
{
  const char *names[] = {adref_party_long(party, self->language),
                         adref_party_short(party, self->language)};
  const char *longer = strstr(names[0], old) ? names[0] : names[1];
  if (strcmp(old, names[0]) == 0 || strcmp(old, names[1]) == 0 || !says(self, old, longer))
    return FALSE;
  add(self, "names", old, names[0]);
  return TRUE;
}

static void search_names(const Search *self)
{
  const GPtrArray *all = adref_parties_all(self->options->was.parties);
  for (guint i = 0; i < all->len; i++) {
    const AdrefParty *was = all->pdata[i];
    const AdrefParty *is = adref_parties_get(self->options->is.parties, was->code);
    if (!is)
      continue;
    const char *old_long = adref_party_long(was, self->language),
               *old_short = adref_party_short(was, self->language);
    if (!search_name(self, old_long, is))
      search_name(self, old_short, is);
  }
}

static void search_clause(const Search *self)
{
  guint prints = prints_of(self);
  if (prints & (PRINTS_DATE | PRINTS_COUNT))
    adref_phrase_trie_tokenize(self->phrases, self->words, 0, strlen(self->words), self->tokens);
  if (prints & PRINTS_DATE)
    search_date(self);
  if (prints & PRINTS_PLACE)
    search_place(self);
  if (prints & PRINTS_PARTIES)
    search_parties(self);
  if (prints & PRINTS_COUNT)
    search_count(self);
  search_names(self);
}

void adref_outdated_words_find(const AdrefOutdatedWordsOptions *options,
                               const AdrefLanguageText *text, GPtrArray *found)
{
  Search self = {.options = options, .language = text->language, .found = found};
  g_autoptr(AdrefPhraseTrie) phrases = adref_phrase_trie_new(text->language, NULL, NULL);
  g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken));
  self.phrases = phrases;
  self.tokens = tokens;
  for (self.clause = text->document->first; self.clause; self.clause = self.clause->next) {
    g_autofree char *words = self.words = adref_node_words(self.clause);
    g_array_set_size(tokens, 0);
    search_clause(&self);
  }
}

static gboolean is_same_line(const AdrefOutdatedWords *one, const AdrefOutdatedWords *other)
{
  return strcmp(one->fact, other->fact) == 0 && strcmp(one->language, other->language) == 0 &&
         g_strcmp0(one->said, other->said) == 0 && g_strcmp0(one->now, other->now) == 0;
}

static char *make_line(const GPtrArray *found, guint first)
{
  const AdrefOutdatedWords *words = found->pdata[first];
  GString *line = g_string_new(NULL);
  g_string_printf(line, "%s: the %s text ", words->fact, words->language);
  if (words->said)
    g_string_append_printf(line, "says %s in ", words->said);
  else
    g_string_append_printf(line, "does not name %s in ", words->now);
  for (guint i = first; i < found->len; i++) {
    const AdrefOutdatedWords *other = found->pdata[i];
    if (is_same_line(words, other))
      g_string_append_printf(line, "%s%s", i == first ? "" : ", ",
                             other->clause ? other->clause : "a clause without id");
  }
  if (words->said && words->now)
    g_string_append_printf(line, "; the facts say %s", words->now);
  else if (words->said)
    g_string_append(line, strcmp(words->fact, "parties") == 0 ? "; it takes part no more"
                                                              : "; the facts have none");
  return g_string_free(line, FALSE);
}

char **adref_outdated_words_lines(const GPtrArray *found)
{
  GPtrArray *lines = g_ptr_array_new();
  for (guint i = 0; i < found->len; i++) {
    guint first = 0;
    while (!is_same_line(found->pdata[first], found->pdata[i]))
      first++;
    if (first == i)
      g_ptr_array_add(lines, make_line(found, i));
  }
  g_ptr_array_add(lines, NULL);
  return (char **)g_ptr_array_free(lines, FALSE);
}
