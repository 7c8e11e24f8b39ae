#include "review/check/check_dictionary.h"

#include <string.h>

#include "draft/data/localized_text.h"
#include "draft/data/region_name.h"
#include "language/language_tag.h"
#include "language/tables/english_words.h"
#include "language/tables/field_words.h"
#include "review/check/dictionary.h"
#include "review/check/dictionary_words.h"
#include "review/check/known_words.h"
#include "review/check/word_guess.h"

enum {
  SHORT_WORD = 4,    /* characters: one that is no longer is compared with "the", "with" */
  LONG_WORD = 9,     /* one that may have two slips */
  LONG_NAME = 8,     /* one with a capital that is compared with the whole dictionary */
  LONG_CAPITALS = 7, /* one in capitals that may be a word and not an abbreviation */
  LONG_PERSON = 7,   /* one that is no other name: "Truong" is not "Trong" */
  OFTEN = 3,         /* uses of a name that is spelled so */
  SHORTEST_NAME = 6  /* one with a capital that is compared with words of the field */
};

/* A misspelled word. */
typedef struct {
  AdrefDictionaryPlace place;
  char *meant;
} Slip;

struct AdrefCheckDictionary {
  const AdrefCheckText *text;
  char *folders;
  gboolean is_english;
  AdrefKnownWords *known, *function;
  AdrefKnownWords *countries;  /* and parties */
  AdrefKnownWords *repeated;   /* names that no dictionary has and the text often */
  AdrefDictionary *dictionary; /* while words are looked up */
  gboolean done;               /* there was one */
  AdrefDictionaryWords *words;
  guint guesses;                   /* that were made */
  AdrefDictionaryPlace first_left; /* of the first word for which none was made; or no block */
  GArray *slips;
};

static void slip_clear(gpointer data)
{
  g_free(((Slip *)data)->meant);
}

/* --- what is known --- */

static void add_party(AdrefKnownWords *known, const AdrefParty *party, const char *language)
{
  adref_known_words_add_name(known, adref_party_short(party, language));
  adref_known_words_add_name(known, adref_party_long(party, language));
  adref_known_words_add(known, party->code, FALSE);
  GHashTable *const names[] = {party->short_names, party->long_names};
  for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
    GHashTableIter iter;
    gpointer name;
    if (!names[i])
      continue;
    g_hash_table_iter_init(&iter, names[i]);
    while (g_hash_table_iter_next(&iter, NULL, &name))
      adref_known_words_add(known, name, FALSE);
  }
  for (guint i = 0; party->aliases && i < party->aliases->len; i++)
    adref_known_words_add(known, party->aliases->pdata[i], FALSE);
}

static void add_yaml(AdrefKnownWords *known, const AdrefYaml *yaml, guint levels)
{
  if (yaml->text)
    adref_known_words_add(known, yaml->text, FALSE);
  for (guint i = 0; yaml->items && levels > 0 && i < yaml->items->len; i++)
    add_yaml(known, yaml->items->pdata[i], levels - 1);
}

/* The place and the values are right; titles are words of the text. */
static void add_statement(AdrefKnownWords *known, const AdrefStatement *statement,
                          const char *language)
{
  g_autofree char *place =
      statement->place ? adref_value_print(statement->place, "", language) : NULL;
  if (place)
    adref_known_words_add_name(known, place);
  if (statement->values)
    add_yaml(known, statement->values, ADREF_YAML_MAX_LEVELS);
}

static void add_abbreviations(AdrefKnownWords *known, const AdrefAbbreviations *abbreviations,
                              const char *language)
{
  const GPtrArray *keys = adref_abbreviations_keys(abbreviations);
  for (guint i = 0; i < keys->len; i++) {
    const AdrefAbbreviation *one = adref_abbreviations_get(abbreviations, keys->pdata[i]);
    adref_known_words_add(known, one->key, FALSE);
    adref_known_words_add(known, adref_abbreviation_long(one, language, NULL), TRUE);
    adref_known_words_add(known, adref_abbreviation_short(one, language), FALSE);
  }
}

static AdrefKnownWords *make_known(const char *language, const AdrefCheckDictionaryOptions *options)
{
  AdrefKnownWords *known = adref_known_words_new();
  const GPtrArray *parties = options->parties ? adref_parties_all(options->parties) : NULL;
  for (guint i = 0; parties && i < parties->len; i++)
    add_party(known, parties->pdata[i], language);
  if (options->abbreviations)
    add_abbreviations(known, options->abbreviations, language);
  if (options->statement)
    add_statement(known, options->statement, language);
  for (guint i = 0; options->words && i < options->words->len; i++)
    adref_known_words_add(known, options->words->pdata[i], FALSE);
  adref_known_words_add(known, adref_function_words(language), TRUE);
  for (const char *const *words = adref_field_words(language); *words; words++)
    adref_known_words_add(known, *words, TRUE);
  return known;
}

/* --- what was meant --- */

static char *change_case(const char *word, AdrefDictionaryShape shape)
{
  if (shape == ADREF_DICTIONARY_CAPITALS)
    return g_utf8_strup(word, -1);
  if (shape == ADREF_DICTIONARY_SMALL)
    return g_strdup(word);
  g_autofree char *first = g_utf8_substring(word, 0, 1), *upper = g_utf8_strup(first, -1);
  return g_strconcat(upper, g_utf8_next_char(word), NULL);
}

static gboolean ends_as_word(const char *word)
{
  static const char *const endings[] = {
      "ing",  "tion", "tions", "sion",  "sions", "ment", "ments", "ity",  "ities", "ance",
      "ence", "ship", "ships", "ness",  "ical",  "onal", "ative", "able", "ible",  "ally",
      "ized", "ised", "ative", "ously", "ious",  "isms", "ists",  "ates", "ated"};
  for (guint i = 0; i < G_N_ELEMENTS(endings); i++)
    if (g_str_has_suffix(word, endings[i]))
      return TRUE;
  return FALSE;
}

/* One that the whole dictionary has; NULL: none. Caller frees. */
static char *guess(AdrefCheckDictionary *self, const char *form)
{
  self->guesses++;
  return adref_word_guess(self->dictionary, self->known, form);
}

static gboolean has_capital(const char *word)
{
  return word && g_unichar_isupper(g_utf8_get_char(word));
}

/* Words of another language stand together. */
static gboolean is_among_strangers(const AdrefCheckDictionary *self,
                                   const AdrefDictionaryWord *word)
{
  const char *const beside[] = {word->places[0].before, word->places[0].behind};
  for (guint i = 0; i < G_N_ELEMENTS(beside); i++)
    if (adref_dictionary_words_is_unknown(self->words, beside[i]) && !has_capital(beside[i]))
      return TRUE;
  return FALSE;
}

/* "narco-": a part of a word in front of a hyphen, of which there are many that no dictionary has.
 */
static gboolean is_prefix(const AdrefDictionaryWord *word)
{
  const AdrefDictionaryPlace *place = &word->places[0];
  return word->letters < LONG_CAPITALS && place->block->own->str[place->at + place->length] == '-';
}

/* The word in small letters, where it is written so: "forum" of "Forum". NULL for NULL. Caller
 * frees. */
static char *small_form(AdrefCheckDictionary *self, const char *word)
{
  g_autofree char *small = word ? g_utf8_strdown(word, -1) : NULL;
  return small && adref_dictionary_has(self->dictionary, small) ? g_steal_pointer(&small)
                                                                : g_strdup(word);
}

/* Whether two words differ as names seldom do: two letters are exchanged, or one stands twice in
 * one of them. Both are in small letters, and differ in one slip. */
static gboolean is_sure_slip(const char *word, const char *near)
{
  gsize m = strlen(word), n = strlen(near), at = 0;
  while (word[at] && word[at] == near[at])
    at++;
  if (m == n)
    return word[at] && word[at] == near[at + 1] && word[at + 1] == near[at];
  const char *longer = m > n ? word : near;
  return at > 0 && longer[at] == longer[at - 1];
}

/* "teh", "basd", "isue". */
static char *meant_short(AdrefCheckDictionary *self, const AdrefDictionaryWord *word)
{
  const AdrefDictionaryPlace *place = &word->places[0];
  if (has_capital(place->before) || has_capital(place->behind) || is_among_strangers(self, word) ||
      is_prefix(word))
    return NULL;
  const char *near = adref_known_words_near(self->function, word->form, 1);
  if (!near && word->letters == SHORT_WORD)
    near = adref_known_words_near(self->known, word->form, 1);
  if (near && !has_capital(near))
    return g_strdup(near);
  if (word->letters < SHORT_WORD)
    return NULL;
  char *meant = guess(self, word->form);
  if (meant && *meant == *word->form && is_sure_slip(word->form, meant))
    return meant;
  g_free(meant);
  return NULL;
}

static char *meant_small(AdrefCheckDictionary *self, const AdrefDictionaryWord *word)
{
  if (word->letters <= SHORT_WORD)
    return meant_short(self, word);
  const char *name = adref_known_words_find(self->known, word->form);
  if (name)
    return g_strdup(name);
  const char *near = adref_known_words_near(self->known, word->form, 1);
  if (!near && (adref_word_is_derived(self->dictionary, word->form) || is_prefix(word)))
    return NULL;
  gboolean is_strange = is_among_strangers(self, word);
  const char *exchanged = near || is_strange || word->letters < SHORTEST_NAME
                              ? NULL
                              : adref_known_words_exchanged(self->known, word->form);
  if (exchanged)
    return small_form(self, exchanged);
  char *meant = near || !is_strange ? guess(self, word->form) : NULL;
  if (!meant)
    meant = near ? small_form(self, near)
                 : adref_word_guess_joined(self->dictionary, self->function, word->form, FALSE);
  if (!meant && word->letters >= LONG_WORD)
    meant = small_form(self, adref_known_words_near(self->known, word->form, 2));
  if (!meant)
    meant = adref_word_guess_repeated(self->dictionary, word->form);
  if (!meant)
    meant = adref_word_guess_joined(self->dictionary, self->function, word->form, TRUE);
  return meant;
}

/* Whether what stands before makes the word a name of a person. */
static gboolean is_person(const AdrefCheckDictionary *self, const AdrefDictionaryWord *word)
{
  static const char *const titles[] = {
      "President",    "Minister", "Secretary", "Chancellor",     "Ambassador", "Mr",
      "Mrs",          "Ms",       "Dr",        "King",           "Queen",      "Prince",
      "Princess",     "Sheikh",   "Senator",   "General",        "Governor",   "Director",
      "Commissioner", "Chair",    "Chairman",  "Representative", "Commander",  "Emperor",
      "Speaker",      "Envoy",    "Captain",   "Colonel",        "Sir",        "Lord",
      "Lady",         "Justice",  "Judge",     "Professor",      "Premier",    "Excellency",
      "Majesty",      "Highness"};
  const char *before = word->places[0].before;
  for (guint i = 0; before && i < G_N_ELEMENTS(titles); i++)
    if (strcmp(before, titles[i]) == 0)
      return TRUE;
  return has_capital(before) && adref_dictionary_words_is_unknown(self->words, before);
}

/* The name of a country without the space behind it: "Mongoliaexpressed". */
static char *meant_apart(AdrefCheckDictionary *self, const char *form)
{
  g_autofree char *apart = adref_word_guess_joined(self->dictionary, self->function, form, TRUE);
  if (!apart)
    return NULL;
  g_autofree char *first = g_strndup(apart, strcspn(apart, " "));
  g_autofree char *folded = g_utf8_strdown(first, -1);
  gboolean is_name =
      strlen(apart) - strlen(first) > SHORT_WORD && !adref_dictionary_has(self->dictionary, folded);
  return is_name || adref_known_words_has(self->known, folded) ? g_steal_pointer(&apart) : NULL;
}

/* Whether a word with a capital is an ordinary one, as in a name: "Climate", not "Antony". */
static gboolean is_common(AdrefCheckDictionary *self, const char *form)
{
  if (!has_capital(form))
    return FALSE;
  g_autofree char *folded = g_utf8_strdown(form, -1);
  return adref_dictionary_has(self->dictionary, folded);
}

/* The word of the field or the text that one with a capital was meant to be; NULL: none. A name in
 * a sentence may look like a short word of the text. */
static const char *near_name(AdrefCheckDictionary *self, const AdrefDictionaryWord *word,
                             const char *folded)
{
  const AdrefDictionaryPlace *place = &word->places[0];
  const char *near = adref_known_words_near(self->known, folded, 1);
  g_autofree char *small = near ? g_utf8_strdown(near, -1) : NULL;
  if (small && is_sure_slip(folded, small))
    return near;
  gboolean in_name = is_common(self, place->before) || is_common(self, place->behind);
  if (!near || place->starts || (word->letters >= LONG_NAME && !is_person(self, word)))
    return near;
  gboolean is_likely = has_capital(near) || (in_name && word->letters > SHORTEST_NAME);
  return is_likely && !is_person(self, word) ? near : NULL;
}

/* Whether a guess for a word with a capital may be believed: a name where none is beside it, or a
 * word of the kind of which names of institutions are made. */
static gboolean is_believed(AdrefCheckDictionary *self, const AdrefDictionaryWord *word,
                            const char *meant)
{
  const AdrefDictionaryPlace *place = &word->places[0];
  g_autofree char *small = g_utf8_strdown(meant, -1);
  if (!adref_dictionary_has(self->dictionary, small))
    return (!has_capital(place->before) && !has_capital(place->behind)) ||
           is_common(self, place->behind);
  return (place->starts && word->letters >= LONG_NAME) || ends_as_word(small) ||
         (is_common(self, place->before) && strlen(place->before) >= SHORT_WORD &&
          word->letters > SHORTEST_NAME);
}

/* The name that stands alone and has two letters exchanged, "Fjii", or that the text often spells
 * otherwise, "President Subiano"; NULL: none. */
static const char *misspelled_name(const AdrefCheckDictionary *self,
                                   const AdrefDictionaryWord *word, const char *folded)
{
  const AdrefDictionaryPlace *place = &word->places[0];
  const char *often = word->count == 1 && word->letters >= LONG_PERSON
                          ? adref_known_words_near(self->repeated, folded, 1)
                          : NULL;
  g_autofree char *small = often ? g_utf8_strdown(often, -1) : NULL;
  if (small && !g_str_has_prefix(small, folded) && !g_str_has_prefix(folded, small))
    return often;
  gboolean is_alone = !has_capital(place->before) && !has_capital(place->behind);
  return is_alone && word->letters >= SHORT_WORD
             ? adref_known_words_exchanged(self->countries, folded)
             : NULL;
}

/* A word with a capital at its start. */
static char *meant_name(AdrefCheckDictionary *self, const AdrefDictionaryWord *word,
                        const char *form)
{
  g_autofree char *folded = g_utf8_strdown(form, -1);
  const AdrefDictionaryPlace *place = &word->places[0];
  const char *name = misspelled_name(self, word, folded);
  if (name)
    return g_strdup(name);
  if (word->letters <= SHORT_WORD)
    return place->starts ? g_strdup(adref_known_words_near(self->function, folded, 1)) : NULL;
  const char *near = near_name(self, word, folded);
  if (!near && adref_word_is_derived(self->dictionary, folded))
    return NULL;
  char *meant = near ? NULL : meant_apart(self, form);
  if (meant || (!near && (word->letters < SHORTEST_NAME || is_person(self, word))))
    return meant;
  gboolean is_tried =
      near || word->letters >= LONG_NAME || place->starts || is_common(self, place->before);
  meant = is_tried ? guess(self, form) : NULL;
  if (meant && !near && !is_believed(self, word, meant))
    g_clear_pointer(&meant, g_free);
  if (!meant && !near && word->letters > LONG_WORD)
    near = adref_known_words_near(self->known, folded, 2);
  return meant ? meant : g_strdup(near);
}

/* A word in capitals: at the start of a paragraph, or among others. */
static char *meant_capitals(AdrefCheckDictionary *self, const AdrefDictionaryWord *word)
{
  const AdrefDictionaryPlace *place = &word->places[0];
  gboolean among =
      adref_dictionary_is_capitals(place->before) && adref_dictionary_is_capitals(place->behind);
  if (word->letters <= SHORT_WORD || (!place->starts && !among && word->letters < LONG_CAPITALS))
    return NULL;
  g_autofree char *small = g_utf8_strdown(word->form, -1);
  g_autofree char *form = change_case(small, ADREF_DICTIONARY_CAPITAL);
  const char *near = adref_known_words_near(self->known, small, 1);
  if (near || word->letters < LONG_CAPITALS)
    return near && g_ascii_islower(near[1]) ? g_strdup(near) : NULL;
  char *apart = adref_word_guess_joined(self->dictionary, self->function, small, FALSE);
  if (apart)
    return apart;
  return meant_name(self, word, form);
}

/* "INternational". */
static char *meant_two_capitals(AdrefCheckDictionary *self, const AdrefDictionaryWord *word)
{
  g_autofree char *small = g_utf8_strdown(word->form, -1);
  return adref_dictionary_has(self->dictionary, small) ? g_steal_pointer(&small) : NULL;
}

/* Dictionaries of other languages lack many words, of compounds and of law: there a word is
 * compared with those that stand in the text more than once. */
static char *meant_in_text(AdrefCheckDictionary *self, const AdrefDictionaryWord *word)
{
  const AdrefDictionaryPlace *place = &word->places[0];
  char behind = place->block->own->str[place->at + place->length];
  gboolean is_doubtful = word->shape != ADREF_DICTIONARY_SMALL || word->count > 1 ||
                         behind == '-' || word->letters < SHORTEST_NAME ||
                         adref_known_words_has(self->known, word->form) ||
                         is_among_strangers(self, word);
  return is_doubtful ? NULL : g_strdup(adref_known_words_near(self->known, word->form, 1));
}

static char *meant_by(AdrefCheckDictionary *self, const AdrefDictionaryWord *word)
{
  if (!self->is_english)
    return meant_in_text(self, word);
  if (word->shape != ADREF_DICTIONARY_SMALL && strchr(word->form, '\''))
    return NULL; /* a name: "Hawai'i" */
  switch (word->shape) {
  case ADREF_DICTIONARY_SMALL: return meant_small(self, word);
  case ADREF_DICTIONARY_CAPITAL: return meant_name(self, word, word->form);
  case ADREF_DICTIONARY_CAPITALS: return meant_capitals(self, word);
  case ADREF_DICTIONARY_TWO_CAPITALS: return meant_two_capitals(self, word);
  case ADREF_DICTIONARY_MIXED: return NULL;
  }
  return NULL;
}

static void add_slip(AdrefCheckDictionary *self, const AdrefDictionaryPlace *place,
                     const char *meant, AdrefDictionaryShape shape)
{
  Slip slip = {*place, NULL};
  slip.meant = shape == ADREF_DICTIONARY_TWO_CAPITALS ? change_case(meant, ADREF_DICTIONARY_CAPITAL)
                                                      : change_case(meant, shape);
  g_array_append_val(self->slips, slip);
}

/* Letters that look like Latin ones have a rule of their own. */
static gboolean has_other_script(const char *word)
{
  for (; *word; word = g_utf8_next_char(word)) {
    GUnicodeScript script = g_unichar_get_script(g_utf8_get_char(word));
    if (script != G_UNICODE_SCRIPT_LATIN && script != G_UNICODE_SCRIPT_COMMON &&
        script != G_UNICODE_SCRIPT_INHERITED)
      return TRUE;
  }
  return FALSE;
}

static void judge(AdrefCheckDictionary *self, const AdrefDictionaryWord *word)
{
  if (word->count == 0 || word->count > ADREF_CHECK_DICTIONARY_USES)
    return; /* it stands in blocks of another language alone; it is meant so */
  if (has_other_script(word->form))
    return;
  g_autofree char *meant = meant_by(self, word);
  for (guint i = 0; meant && i < word->count; i++)
    add_slip(self, &word->places[i], meant, word->shape);
}

/* --- looking up --- */

/* Words of the text that are right are what others may have been meant to be; in English also those
 * that stand once. */
static void add_right_words(AdrefCheckDictionary *self)
{
  const GPtrArray *right = adref_dictionary_words_right(self->words);
  for (guint i = 0; i < right->len; i++) {
    const AdrefDictionaryWord *word = right->pdata[i];
    if (word->letters > SHORT_WORD && (self->is_english || word->count > 1))
      adref_known_words_add(self->known, word->form, TRUE);
  }
}

/* Names of persons and places that the text spells alike again and again. */
static void add_repeated_names(AdrefCheckDictionary *self)
{
  const GPtrArray *unknown = adref_dictionary_words_unknown(self->words);
  for (guint i = 0; i < unknown->len; i++) {
    const AdrefDictionaryWord *word = unknown->pdata[i];
    if (word->shape == ADREF_DICTIONARY_CAPITAL && word->count >= OFTEN &&
        word->letters >= LONG_PERSON)
      adref_known_words_add(self->repeated, word->form, TRUE);
  }
}

static void check_partners(AdrefCheckDictionary *self)
{
  const GArray *pairs = adref_dictionary_words_pairs(self->words);
  for (guint i = 0; i < pairs->len; i++) {
    const AdrefDictionaryPair *pair = &g_array_index(pairs, AdrefDictionaryPair, i);
    gboolean first;
    const char *meant =
        adref_known_words_partner(self->known, pair->one.form, pair->other.form, &first);
    if (meant)
      add_slip(self, first ? &pair->one : &pair->other, meant, ADREF_DICTIONARY_CAPITAL);
  }
}

static void look_up_words(AdrefCheckDictionary *self)
{
  g_auto(GStrv) regions = adref_region_names(self->text->source.language);
  for (char **name = regions; *name; name++) {
    adref_known_words_add_name(self->known, *name);
    adref_known_words_add(self->countries, *name, TRUE);
  }
  self->words = adref_dictionary_words_read(self->text->blocks, self->dictionary, self->known);
  add_right_words(self);
  add_repeated_names(self);
  if (self->is_english)
    check_partners(self);
  const GPtrArray *unknown = adref_dictionary_words_unknown(self->words);
  for (guint i = 0; i < unknown->len && !self->first_left.block; i++) {
    const AdrefDictionaryWord *word = unknown->pdata[i];
    if (self->guesses < ADREF_CHECK_DICTIONARY_GUESSES)
      judge(self, word);
    else if (word->count > 0)
      self->first_left = word->places[0];
  }
}

void adref_check_dictionary_look_up(AdrefCheckDictionary *self)
{
  if (!self)
    return;
  self->dictionary = adref_dictionary_open(self->text->source.language, self->folders);
  self->done = self->dictionary != NULL;
  if (self->done)
    look_up_words(self);
  g_clear_pointer(&self->dictionary, adref_dictionary_free); /* takes as long as many a rule */
}

AdrefCheckDictionary *adref_check_dictionary_begin(const AdrefCheckText *text,
                                                   const AdrefCheckDictionaryOptions *options)
{
  const char *language = text->source.language;
  if (!adref_dictionary_exists(language, options->folders))
    return NULL;
  AdrefCheckDictionary *check = g_new0(AdrefCheckDictionary, 1);
  check->text = text;
  check->folders = g_strdup(options->folders);
  check->is_english = adref_language_tag_matches(language, "en");
  check->known = make_known(language, options);
  check->function = adref_known_words_new();
  check->countries = adref_known_words_new();
  check->repeated = adref_known_words_new();
  const GPtrArray *parties = options->parties ? adref_parties_all(options->parties) : NULL;
  for (guint i = 0; parties && i < parties->len; i++)
    adref_known_words_add(check->countries, adref_party_short(parties->pdata[i], language), TRUE);
  adref_known_words_add(check->function, adref_function_words(language), TRUE);
  check->slips = g_array_new(FALSE, TRUE, sizeof(Slip));
  g_array_set_clear_func(check->slips, slip_clear);
  return check;
}

/* --- findings --- */

/* Whether a rule has said of the same place what the last finding says. */
static gboolean is_said(const AdrefCheckText *text)
{
  static const char *const rules[] = {"integrity/misspelling", "integrity/party-name",
                                      "integrity/mixed-spelling", "integrity/wrong-word"};
  const AdrefCheckFinding *last = text->findings->pdata[text->findings->len - 1];
  for (guint i = 0; i + 1 < text->findings->len; i++) {
    const AdrefCheckFinding *other = text->findings->pdata[i];
    if (other->line != last->line || other->column != last->column ||
        strcmp(other->file, last->file) != 0)
      continue;
    for (guint j = 0; j < G_N_ELEMENTS(rules); j++)
      if (strcmp(other->rule->id, rules[j]) == 0)
        return TRUE;
  }
  return FALSE;
}

static void report(AdrefCheckText *text, const Slip *slip)
{
  const AdrefDictionaryPlace *place = &slip->place;
  adref_check_add(text, "integrity/misspelling", place->block, place->at,
                  "\"%.*s\" is in no dictionary", (int)place->length,
                  place->block->words->str + place->at)
      ->suggestion = g_strdup(slip->meant);
  if (is_said(text))
    g_ptr_array_remove_index(text->findings, text->findings->len - 1);
}

gboolean adref_check_dictionary_end(AdrefCheckDictionary *check, AdrefCheckText *text)
{
  if (!check)
    return FALSE;
  for (guint i = 0; i < check->slips->len; i++)
    report(text, &g_array_index(check->slips, Slip, i));
  const AdrefDictionaryPlace *left = &check->first_left;
  if (left->block)
    adref_check_add(text, "integrity/misspelling", left->block, left->at,
                    "from here on no word is searched that was meant: %d words are in no "
                    "dictionary already",
                    ADREF_CHECK_DICTIONARY_GUESSES)
        ->severity = ADREF_CHECK_NOTE;
  gboolean done = check->done;
  adref_known_words_free(check->known);
  adref_known_words_free(check->function);
  adref_known_words_free(check->countries);
  adref_known_words_free(check->repeated);
  adref_dictionary_words_free(check->words);
  g_array_unref(check->slips);
  g_free(check->folders);
  g_free(check);
  return done;
}
