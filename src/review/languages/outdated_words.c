#include "review/languages/outdated_words.h"

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

enum {
  MIN_LETTERS = 4 /* of a word of a value that is looked for; in a script without spaces, half */
};

/* A party, and what pages in the language of the text call it. */
typedef struct {
  const AdrefParty *party;
  char **names;
  char **older; /* of a party that is called otherwise now: the names before; NULL */
} NamedParty;

/* One text while it is searched. */
typedef struct {
  const AdrefOutdatedWordsOptions *options;
  const char *language;
  GArray *were, *are; /* of NamedParty: the parties of both versions */
  GArray *renamed;    /* likewise: of the registry */
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

static gboolean is_heading(const Search *self)
{
  return self->clause->as.clause->kind == ADREF_TITLE;
}

/* What of the facts a clause may say. A text that was not assembled has no templates, and no more
 * have the title and headings: they may say the date, the place and the parties. Numbers in them
 * count other things too. */
static guint prints_of(const Search *self)
{
  const AdrefClause *clause = self->clause->as.clause;
  if (!self->options->is_assembled || is_heading(self))
    return PRINTS_DATE | PRINTS_PLACE | PRINTS_PARTIES;
  return clause->from ? prints_of_template(self, clause->from) : 0;
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
    if (is_boundary(before, g_utf8_get_char(at)) && *end != '$' && /* US$ */
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

/* The first date of the clause with this value, "2023-12-17", as it is written there; NULL: none.
 * Caller frees. */
static char *find_date(const Search *self, const char *value)
{
  const AdrefTokenReader reader = {self->phrases, self->words, self->tokens};
  g_autoptr(GString) key = g_string_new(NULL);
  for (guint at = 0, count; at < self->tokens->len; at += MAX(count, 1)) {
    g_string_truncate(key, 0);
    count = adref_date_phrase_read(&reader, at, key);
    if (!count || strcmp(key->str, value) != 0)
      continue;
    gsize start = adref_token_reader_token(&reader, at)->start,
          end = adref_token_reader_token(&reader, at + count - 1)->end;
    return g_strndup(self->words + start, end - start);
  }
  return NULL;
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
  g_autofree char *said = find_date(self, value);
  if (said || says(self, printed, now))
    add(self, "date", said ? said : printed, now);
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

static void named_party_clear(gpointer data)
{
  NamedParty *named = data;
  g_strfreev(named->names);
  g_strfreev(named->older);
}

static GArray *named_parties_new(void)
{
  GArray *named = g_array_new(FALSE, FALSE, sizeof(NamedParty));
  g_array_set_clear_func(named, named_party_clear);
  return named;
}

static GArray *parties_of(const AdrefFacts *facts, const char *language)
{
  GArray *parties = named_parties_new();
  for (char **code = facts->statement->parties; *code; code++) {
    NamedParty named = {.party = adref_parties_get(facts->parties, *code)};
    if (!named.party)
      continue;
    named.names = adref_party_printed_names(named.party, language);
    g_array_append_val(parties, named);
  }
  return parties;
}

/* The parties of the registry that are called otherwise now. */
static GArray *renamed_parties(const AdrefOutdatedWordsOptions *options, const char *language)
{
  GArray *parties = named_parties_new();
  const GPtrArray *all = adref_parties_all(options->was.parties);
  for (guint i = 0; i < all->len; i++) {
    const AdrefParty *was = all->pdata[i];
    NamedParty named = {.party = adref_parties_get(options->is.parties, was->code)};
    if (!named.party)
      continue;
    named.names = adref_party_printed_names(named.party, language);
    named.older = adref_party_printed_names(was, language);
    if (g_strv_equal((const char *const *)named.names, (const char *const *)named.older))
      named_party_clear(&named);
    else
      g_array_append_val(parties, named);
  }
  return parties;
}

/* A name of the party that the clause says, as pages print it or otherwise, "U.S.", but for other
 * names in scripts without spaces, which may be parts of longer words: 中南アメリカ; NULL: none. */
static const char *name_said(const Search *self, const NamedParty *named)
{
  for (char **name = named->names; *name; name++)
    if (says(self, *name, NULL))
      return *name;
  for (guint i = 0; i < named->party->aliases->len; i++) {
    const char *alias = named->party->aliases->pdata[i];
    if (is_spaced_letter(g_utf8_get_char(alias)) && says(self, alias, NULL))
      return alias;
  }
  return NULL;
}

/* The old title, in the first heading of the text. */
static void search_title(const Search *self)
{
  if (self->clause->prev || !is_heading(self))
    return;
  g_autofree char *old = adref_statement_title_words(self->options->was.statement, self->language);
  g_autofree char *now = adref_statement_title_words(self->options->is.statement, self->language);
  if (old && now && strcmp(old, now) != 0 && strcmp(self->words, old) == 0)
    add(self, "title", old, now);
}

static gboolean has(char *const *list, const char *one)
{
  return g_strv_contains((const char *const *)list, one);
}

/* Whether a clause lists the parties, so that one that was added is missing in it: its template
 * does, or it names all that took part before, two or more. */
static gboolean lists_parties(const Search *self)
{
  if (self->options->is_assembled)
    return self->clause->as.clause->from != NULL;
  for (guint i = 0; i < self->were->len; i++)
    if (!name_said(self, &g_array_index(self->were, NamedParty, i)))
      return FALSE;
  return self->were->len > 1 &&
         self->were->len == g_strv_length(self->options->was.statement->parties);
}

static void search_parties(const Search *self)
{
  const AdrefFacts *was = &self->options->was, *is = &self->options->is;
  for (guint i = 0; i < self->were->len; i++) {
    const NamedParty *named = &g_array_index(self->were, NamedParty, i);
    const char *name =
        has(is->statement->parties, named->party->code) ? NULL : name_said(self, named);
    if (name)
      add(self, "parties", name, NULL);
  }
  gboolean lists = self->are->len > 0 && lists_parties(self);
  for (guint i = 0; i < self->are->len && lists; i++) {
    const NamedParty *named = &g_array_index(self->are, NamedParty, i);
    if (!has(was->statement->parties, named->party->code) && !name_said(self, named))
      add(self, "parties", NULL, named->names[0]);
  }
}

/* The first number of the clause with this value, as it is written there; NULL: none. Caller frees.
 */
static char *find_number(const Search *self, guint64 value)
{
  const AdrefTokenReader reader = {self->phrases, self->words, self->tokens};
  for (guint at = 0, count; at < self->tokens->len; at += MAX(count, 1)) {
    AdrefQuantity number = {0};
    count = adref_quantity_read(&reader, at, &number);
    gboolean found = count && !number.written && number.value + number.pending == value;
    g_free(number.written);
    if (!found)
      continue;
    gsize start = adref_token_reader_token(&reader, at)->start,
          end = adref_token_reader_token(&reader, at + count - 1)->end;
    return g_strndup(self->words + start, end - start);
  }
  return NULL;
}

static void search_count(const Search *self)
{
  guint old = g_strv_length(self->options->was.statement->parties),
        new = g_strv_length(self->options->is.statement->parties);
  g_autofree char *said = old != new ? find_number(self, old) : NULL;
  g_autofree char *now = g_strdup_printf("%u", new);
  if (said)
    add(self, "parties", said, now);
}

/* A name that the registry had, and has no more. FALSE: the clause does not say it. */
static gboolean search_name(const Search *self, const char *old, char *const *names)
{
  char *const *longer = names;
  while (*longer && !strstr(*longer, old))
    longer++;
  if (has(names, old) || !says(self, old, *longer))
    return FALSE;
  add(self, "names", old, names[0]);
  return TRUE;
}

static void search_names(const Search *self)
{
  for (guint i = 0; i < self->renamed->len; i++) {
    const NamedParty *named = &g_array_index(self->renamed, NamedParty, i);
    for (char **name = named->older; *name && !search_name(self, *name, named->names);)
      name++;
  }
}

/* --- values of parameters --- */

/* A parameter that is looked for in the tags of a template. */
typedef struct {
  const char *name;
  gboolean found;
} ParameterSearch;

static void note_parameter(char kind, const char *name, AdrefLocation place, gpointer data)
{
  ParameterSearch *search = data;
  gsize length = strlen(search->name);
  (void)place;
  if ((kind == 0 || kind == '&') && strncmp(name, search->name, length) == 0 &&
      (name[length] == '\0' || name[length] == '.'))
    search->found = TRUE;
}

/* Whether the clause comes from a template that prints the parameter. */
static gboolean prints_parameter(const Search *self, const char *name)
{
  const char *from = self->clause->as.clause->from;
  AdrefLibrary *library = self->options->library;
  ParameterSearch search = {name, FALSE};
  const AdrefTemplate *template =
      from ? adref_library_template(library, from, self->language, NULL) : NULL;
  g_autoptr(GPtrArray) closure =
      template ? adref_library_include_closure(library, template, NULL) : NULL;
  for (guint i = 0; closure && i < closure->len; i++)
    adref_mustache_each_tag(((const AdrefTemplate *)closure->pdata[i])->body, note_parameter,
                            &search);
  return search.found;
}

/* Whether a value has a word that says something where it stands. */
static gboolean has_word(const char *value)
{
  guint letters = 0;
  for (; *value && letters < MIN_LETTERS; value = g_utf8_next_char(value)) {
    gunichar letter = g_utf8_get_char(value);
    gboolean is_letter = g_unichar_isalpha(letter);
    letters = !is_letter ? 0 : letters + (is_spaced_letter(letter) ? 1 : 2);
  }
  return letters >= MIN_LETTERS;
}

/* What the facts say of a parameter in the language of the text; NULL: nothing, or a list. */
static const AdrefYaml *value_of(const Search *self, const AdrefStatement *statement,
                                 const char *name)
{
  const AdrefYaml *value = statement->values ? adref_yaml_get(statement->values, name) : NULL;
  if (value && value->type == ADREF_YAML_MAP)
    value = adref_yaml_get(value, self->language);
  return value && value->type == ADREF_YAML_SCALAR ? value : NULL;
}

static char *find_value(const Search *self, const AdrefYaml *was, const AdrefYaml *is)
{
  gint64 old, new;
  char *said = find_date(self, was->text);
  if (said || !adref_yaml_is_integer(was, &old))
    return said || !has_word(was->text) || !says(self, was->text, is ? is->text : NULL)
               ? said
               : g_strdup(was->text);
  gboolean is_number = is && adref_yaml_is_integer(is, &new) && new >= 0;
  g_autofree char *other = is_number ? find_number(self, (guint64) new) : NULL;
  return other || old < 0 || is_heading(self) ? NULL : find_number(self, (guint64)old);
}

/* Old values, in the clauses whose template prints them, in the title and in headings. A number may
 * be another one there, so it is not said where the clause has the new one, and in no heading. */
static void search_values(const Search *self)
{
  const AdrefStatement *was = self->options->was.statement, *is = self->options->is.statement;
  for (guint i = 0; was->values && i < was->values->items->len; i++) {
    const char *name = ((const AdrefYaml *)was->values->items->pdata[i])->key;
    const AdrefYaml *old = value_of(self, was, name), *new = value_of(self, is, name);
    if (!old || (new &&strcmp(old->text, new->text) == 0) ||
        !(is_heading(self) || prints_parameter(self, name)))
      continue;
    g_autofree char *said = find_value(self, old, new);
    if (said)
      add(self, "values", said, new ? new->text : NULL);
  }
}

static void search_clause(const Search *self)
{
  guint prints = prints_of(self);
  gboolean has_values = self->options->is_assembled && self->options->was.statement->values;
  if (has_values || prints & (PRINTS_DATE | PRINTS_COUNT))
    adref_phrase_trie_tokenize(self->phrases, self->words, 0, strlen(self->words), self->tokens);
  search_title(self);
  if (prints & PRINTS_DATE)
    search_date(self);
  if (prints & PRINTS_PLACE)
    search_place(self);
  if (prints & PRINTS_PARTIES)
    search_parties(self);
  if (prints & PRINTS_COUNT)
    search_count(self);
  if (has_values)
    search_values(self);
  search_names(self);
}

void adref_outdated_words_find(const AdrefOutdatedWordsOptions *options,
                               const AdrefLanguageText *text, GPtrArray *found)
{
  Search self = {.options = options, .language = text->language, .found = found};
  g_autoptr(AdrefPhraseTrie) phrases = adref_phrase_trie_new(text->language, NULL, NULL);
  g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken));
  g_autoptr(GArray) were = self.were = parties_of(&options->was, text->language);
  g_autoptr(GArray) are = self.are = parties_of(&options->is, text->language);
  g_autoptr(GArray) renamed = self.renamed = renamed_parties(options, text->language);
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
