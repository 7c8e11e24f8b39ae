#include "work/import/import_facts.h"

#include <stdio.h>
#include <string.h>

#include "base/pattern.h"
#include "base/plain_spaces.h"
#include "clause/markdown/footnote_check.h"
#include "draft/data/region_name.h"
#include "draft/data/value.h"
#include "draft/data/yaml.h"
#include "language/occasion_line.h"

enum {
  MAX_VALUE = 2000 /* characters of another key of the front matter */
};

void adref_import_facts_free(AdrefImportFacts *facts)
{
  if (!facts)
    return;
  g_free(facts->title);
  g_free(facts->date);
  g_free(facts->place);
  g_ptr_array_unref(facts->others);
  g_strfreev(facts->parties);
  g_strfreev(facts->strangers);
  g_free(facts);
}

static void take(char **to, const char *text)
{
  g_autofree char *trimmed = g_strstrip(g_strdup(text));
  if (!*to && *trimmed)
    *to = g_steal_pointer(&trimmed);
}

/* The day of "2023-09-06" or "2023-09-06 13:51:04-04:00". */
static char *day_of(const char *text)
{
  gint64 days;
  g_autofree char *start = g_strndup(text, 10);
  return adref_date_parse(start, &days) ? g_steal_pointer(&start) : NULL;
}

static void add_other(AdrefImportFacts *facts, const char *key, const char *value)
{
  g_autofree char *line = g_strdup_printf("%s: %s", key, value);
  g_autofree char *safe = adref_escape_controls(line, -1, FALSE);
  gboolean longer = g_utf8_strlen(safe, -1) > MAX_VALUE;
  g_autofree char *start = longer ? g_utf8_substring(safe, 0, MAX_VALUE) : g_strdup(safe);
  g_ptr_array_add(facts->others, g_strconcat(start, longer ? "…" : "", NULL));
}

/* "[a, b]"; NULL: the list has other lists or maps in it. */
static char *list_of_texts(const AdrefYaml *list)
{
  g_autoptr(GString) shown = g_string_new("[");
  for (guint i = 0; i < list->items->len; i++) {
    const AdrefYaml *item = list->items->pdata[i];
    if (item->type != ADREF_YAML_SCALAR)
      return NULL;
    g_string_append_printf(shown, "%s%s", i > 0 ? ", " : "", item->text);
  }
  return g_strconcat(shown->str, "]", NULL);
}

typedef struct {
  char *path; /* "key", "key.2", "key.name" */
  const AdrefYaml *node;
} NestedFact;

static void nested_fact_free(gpointer data)
{
  NestedFact *fact = data;
  g_free(fact->path);
  g_free(fact);
}

static NestedFact *nested_fact_new(char *path, const AdrefYaml *node)
{
  NestedFact *fact = g_new(NestedFact, 1);
  *fact = (NestedFact){path, node};
  return fact;
}

/* Lists and maps: a line for each text in them. */
static void add_nested(AdrefImportFacts *facts, const AdrefYaml *entry)
{
  g_autoptr(GPtrArray) stack = g_ptr_array_new_with_free_func(nested_fact_free);
  g_ptr_array_add(stack, nested_fact_new(g_strdup(entry->key), entry));
  while (stack->len > 0) {
    NestedFact *fact = g_ptr_array_steal_index(stack, stack->len - 1);
    const AdrefYaml *node = fact->node;
    g_autofree char *texts = node->type == ADREF_YAML_LIST ? list_of_texts(node) : NULL;
    if (node->type == ADREF_YAML_SCALAR || texts)
      add_other(facts, fact->path, texts ? texts : node->text);
    for (guint i = node->type == ADREF_YAML_SCALAR || texts ? 0 : node->items->len; i > 0; i--) {
      const AdrefYaml *item = node->items->pdata[i - 1];
      char *path = node->type == ADREF_YAML_MAP ? g_strdup_printf("%s.%s", fact->path, item->key)
                                                : g_strdup_printf("%s.%u", fact->path, i);
      g_ptr_array_add(stack, nested_fact_new(path, item));
    }
    nested_fact_free(fact);
  }
}

static void take_entry(AdrefImportFacts *facts, const AdrefYaml *entry)
{
  g_autofree char *key = g_ascii_strdown(entry->key, -1);
  if (entry->type != ADREF_YAML_SCALAR) {
    add_nested(facts, entry);
    return;
  }
  g_autofree char *day = strcmp(key, "date") == 0 ? day_of(entry->text) : NULL;
  if (strcmp(key, "title") == 0)
    take(&facts->title, entry->text);
  else if (day)
    take(&facts->date, day);
  else if (strcmp(key, "place") == 0 || strcmp(key, "location") == 0)
    take(&facts->place, entry->text);
  else
    add_other(facts, entry->key, entry->text);
}

static void read_front(AdrefImportFacts *facts, const AdrefSession *session,
                       const AdrefIncomingText *incoming, const char *name)
{
  if (!incoming->front)
    return;
  g_autoptr(GError) cause = NULL;
  g_autoptr(AdrefYaml) front =
      adref_yaml_read(incoming->front, strlen(incoming->front), name, incoming->front_line, &cause);
  if (front && front->type == ADREF_YAML_MAP) {
    for (guint i = 0; i < front->items->len; i++)
      take_entry(facts, front->items->pdata[i]);
    return;
  }
  adref_session_say(session, "%s", cause ? cause->message : "the front matter is no map");
  g_auto(GStrv) lines = g_strsplit(incoming->front, "\n", -1);
  for (char **line = lines; *line; line++)
    if (*g_strstrip(*line))
      add_other(facts, "front matter", *line);
}

/* "ADOPTED in Jakarta, Indonesia, on the ...": the words between. */
static char *place_of_sentence(const char *words)
{
  static AdrefPattern *pattern = NULL;
  static gsize once = 0;
  if (g_once_init_enter(&once)) {
    pattern = adref_pattern_new(
        "^.{0,60}?(?i:(?:adopted|done|signed|issued) (?:in|at)|fait à|hecho en|feito em|gedaan te|"
        "geschehen zu|ditandatangani di) \\K\\p{Lu}[\\p{L}' .-]*(?:, \\p{Lu}[\\p{L}' .-]*)?"
        "(?=,? (?:on|this|le|el|de|am|op|pada)\\b)|"
        "(?:^|[日、，])\\K[\\p{sc:Han}\\p{sc:Katakana}ー]{2,16}(?=(?:において|にて|で)"
        "[^。]{0,40}(?:採択|発出|署名|作成))|"
        "在\\K\\p{Han}{2,10}(?=(?:通过|签署|签订|通過|簽署|簽訂))|"
        "(?:^|일,? )\\K\\p{Hangul}{1,12}(?=에서 [^.]{0,60}(?:채택|서명|작성|발표))",
        FALSE, NULL);
    g_once_init_leave(&once, 1);
  }
  gsize start, end;
  if (adref_pattern_find(pattern, words, strlen(words), 0, &start, &end) != ADREF_PATTERN_MATCH_YES)
    return NULL;
  return g_strndup(words + start, end - start);
}

/* Without the texts of footnotes, which may stand at the end of the closing: they are of other days
 * and places. Spaces are plain. Caller frees. */
static char *words_of(const AdrefIncomingParagraph *paragraph)
{
  gboolean has_notes = FALSE;
  g_autoptr(GString) words = g_string_new(NULL);
  const AdrefNode *content = paragraph->content;
  for (const AdrefNode *block = content ? content->first : NULL; block; block = block->next) {
    g_autofree char *own = adref_footnote_label(block) ? NULL : adref_node_words(block);
    has_notes |= !own;
    g_string_append_printf(words, "%s%s", words->len > 0 ? " " : "", own ? own : "");
  }
  return adref_plain_spaces(has_notes ? words->str : paragraph->words);
}

static void read_paragraph(AdrefImportFacts *facts, const AdrefIncomingParagraph *paragraph,
                           const char *language)
{
  gsize start = 0, end = 0;
  gboolean line = paragraph->kind == ADREF_INCOMING_DATE;
  if (!line && paragraph->kind != ADREF_INCOMING_CLOSING)
    return;
  g_autofree char *words = words_of(paragraph);
  g_autofree char *date =
      !facts->date || line ? adref_occasion_date(words, language, &start, &end) : NULL;
  g_autofree char *place =
      line ? adref_occasion_place(words, start, end) : place_of_sentence(words);
  if (date)
    take(&facts->date, date);
  if (place)
    take(&facts->place, place);
}

/* Letters of a script that has spaces between words. */
static gboolean is_spaced_letter(gunichar c)
{
  return c < 0x0E00 && g_unichar_isalnum(c);
}

/* Where a word begins that ends with a name: Arabic writes "and", "with" and "for" in one word with
 * what follows, واليابان. */
static const char *start_of_word(const char *words, const char *name)
{
  const char *start = name;
  while (start > words &&
         g_utf8_strchr("وفبلك", -1, g_utf8_get_char(g_utf8_prev_char(start))) != NULL)
    start = g_utf8_prev_char(start);
  return start;
}

/* Where a name stands in words first, as whole words: "Mali" does not stand in "Somalia". NULL: it
 * does not. */
static const char *find_name(const char *words, const char *name)
{
  gsize length = strlen(name);
  gunichar first = g_utf8_get_char(name);
  for (const char *at = words; length > 0 && (at = strstr(at, name)); at += length) {
    const char *start = start_of_word(words, at);
    gunichar before = start > words ? g_utf8_get_char(g_utf8_prev_char(start)) : 0;
    gunichar behind = at[length] ? g_utf8_get_char(at + length) : 0;
    if (!is_spaced_letter(first) || (!is_spaced_letter(before) && !is_spaced_letter(behind)))
      return at;
  }
  return NULL;
}

/* Words in which parties are looked for. */
typedef struct {
  const char *words; /* as they are written */
  char *folded;      /* without difference of case */
} Named;

typedef struct {
  const AdrefParty *party;
  gsize at; /* in the folded words, of its first name */
} Mention;

static void take_mention(gsize *first, gsize at)
{
  *first = MIN(*first, at);
}

static void find_folded(const Named *in, const char *name, gsize *first)
{
  g_autofree char *folded = name ? g_utf8_casefold(name, -1) : NULL;
  const char *found = folded ? find_name(in->folded, folded) : NULL;
  if (found)
    take_mention(first, (gsize)(found - in->folded));
}

/* Another name of a party: a short one, "US", only as it is written. */
static void find_alias(const Named *in, const char *alias, gsize *first)
{
  enum {
    SHORT_NAME = 3 /* letters */
  };
  if (g_utf8_strlen(alias, -1) > SHORT_NAME) {
    find_folded(in, alias, first);
    return;
  }
  const char *found = find_name(in->words, alias);
  g_autofree char *before = found ? g_utf8_casefold(in->words, found - in->words) : NULL;
  if (before)
    take_mention(first, strlen(before));
}

/* Where a party is named first: by a name of the registry, in the language or in English, or by
 * what ICU calls the country in the language. G_MAXSIZE: nowhere. */
static gsize find_mention(const Named *in, const AdrefParty *party, const char *language)
{
  gsize first = G_MAXSIZE;
  g_autofree char *region = adref_region_name(party->code, language);
  const char *names[] = {adref_party_long(party, language), adref_party_short(party, language),
                         adref_party_long(party, "en"), adref_party_short(party, "en"), region};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    find_folded(in, names[i], &first);
  for (guint i = 0; i < party->aliases->len; i++)
    find_alias(in, party->aliases->pdata[i], &first);
  return first;
}

static gint compare_mentions(gconstpointer one, gconstpointer other)
{
  const Mention *a = one, *b = other;
  return a->at < b->at ? -1 : a->at > b->at;
}

/* The parties of the registry that words name, in the order of the words; of two names at one place
 * that of a group first. */
static char **named_parties(const AdrefParties *registry, const char *words, const char *language)
{
  g_autofree char *spaced = adref_plain_spaces(words);
  g_autofree char *folded = g_utf8_casefold(spaced, -1);
  const Named in = {spaced, folded};
  g_autoptr(GArray) mentions = g_array_new(FALSE, FALSE, sizeof(Mention));
  const GPtrArray *all = adref_parties_all(registry);
  for (guint i = 0; i < all->len; i++) {
    const Mention mention = {all->pdata[i], find_mention(&in, all->pdata[i], language)};
    if (mention.at != G_MAXSIZE)
      g_array_append_val(mentions, mention);
  }
  g_array_sort(mentions, compare_mentions);
  g_autoptr(GStrvBuilder) codes = g_strv_builder_new();
  for (guint i = 0; i < mentions->len; i++)
    g_strv_builder_add(codes, g_array_index(mentions, Mention, i).party->code);
  return g_strv_builder_end(codes);
}

/* Countries that words name, and the registry does not have. */
static char **named_strangers(const AdrefParties *registry, const char *words, const char *language)
{
  g_autofree char *folded = g_utf8_casefold(words, -1);
  g_autoptr(GStrvBuilder) found = g_strv_builder_new();
  g_auto(GStrv) regions = adref_region_names(language);
  for (char **region = regions; *region; region++) {
    g_autofree char *name = g_utf8_casefold(*region, -1);
    if (!find_name(folded, name))
      continue;
    g_auto(GStrv) known = named_parties(registry, *region, language);
    if (!known[0])
      g_strv_builder_add(found, *region);
  }
  return g_strv_builder_end(found);
}

static void find_parties(AdrefImportFacts *facts, const AdrefParties *registry,
                         const AdrefIncomingText *incoming, const char *language)
{
  const char *words = facts->title ? facts->title : "";
  facts->parties = named_parties(registry, words, language);
  for (guint i = 0; i < incoming->paragraphs->len && !facts->parties[0]; i++) {
    const AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    if (paragraph->kind != ADREF_INCOMING_CHAPEAU)
      continue;
    words = paragraph->words;
    g_strfreev(facts->parties);
    facts->parties = named_parties(registry, words, language);
  }
  facts->strangers = named_strangers(registry, words, language);
}

static void add_positions(GPtrArray *codes, const AdrefParties *registry, const GPtrArray *groups)
{
  for (guint i = 0; groups && i < groups->len; i++)
    for (char **code = ((const AdrefPosition *)groups->pdata[i])->parties; *code; code++) {
      g_autoptr(GPtrArray) parties = g_ptr_array_copy(codes, NULL, NULL);
      g_ptr_array_add(parties, NULL);
      if (adref_parties_get(registry, *code) &&
          !adref_parties_may_speak(registry, (char **)parties->pdata, *code))
        g_ptr_array_add(codes, *code);
    }
}

/* Parties that have a position in a bracket take part, but for those for which one that was found
 * speaks. */
static void add_parties_of_brackets(AdrefImportFacts *facts, const AdrefParties *registry,
                                    const AdrefIncomingText *incoming)
{
  g_autoptr(GPtrArray) codes = g_ptr_array_new();
  for (char **code = facts->parties; *code; code++)
    g_ptr_array_add(codes, *code);
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    AdrefWalk walk = adref_walk(paragraph->content);
    while (paragraph->kind != ADREF_INCOMING_SKIP && adref_walk_next(&walk)) {
      if (walk.entering && walk.node->type == ADREF_ALTERNATIVE)
        add_positions(codes, registry, walk.node->as.positions.groups);
      else if (walk.entering && walk.node->type == ADREF_BRACKET_EDGE)
        add_positions(codes, registry, walk.node->as.edge.groups);
    }
  }
  g_ptr_array_add(codes, NULL);
  char **all = g_strdupv((char **)codes->pdata);
  g_strfreev(facts->parties);
  facts->parties = all;
}

char *adref_import_front_words(const AdrefSession *session, const AdrefIncomingText *incoming,
                               const char *name)
{
  g_autoptr(AdrefImportFacts) facts = g_new0(AdrefImportFacts, 1);
  facts->others = g_ptr_array_new_with_free_func(g_free);
  read_front(facts, session, incoming, name);
  if (facts->place)
    g_ptr_array_insert(facts->others, 0, g_strdup_printf("place: %s", facts->place));
  if (facts->date)
    g_ptr_array_insert(facts->others, 0, g_strdup_printf("date: %s", facts->date));
  if (facts->title)
    g_ptr_array_insert(facts->others, 0, g_strdup_printf("title: %s", facts->title));
  g_ptr_array_add(facts->others, NULL);
  char *words = g_strjoinv("; ", (char **)facts->others->pdata);
  g_ptr_array_set_size(facts->others, (int)facts->others->len - 1);
  return words;
}

AdrefImportFacts *adref_import_facts_read(const AdrefSession *session,
                                          const AdrefIncomingText *incoming, const char *name,
                                          const char *language)
{
  AdrefImportFacts *facts = g_new0(AdrefImportFacts, 1);
  facts->others = g_ptr_array_new_with_free_func(g_free);
  const AdrefIncomingParagraph *title = adref_incoming_title(incoming);
  read_front(facts, session, incoming, name);
  if (title)
    take(&facts->title, title->words);
  for (guint i = 0; i < incoming->paragraphs->len; i++)
    read_paragraph(facts, incoming->paragraphs->pdata[i], language);
  find_parties(facts, adref_library_parties(session->library), incoming, language);
  add_parties_of_brackets(facts, adref_library_parties(session->library), incoming);
  return facts;
}
