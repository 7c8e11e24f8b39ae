#include "review/check/check_translation.h"

#include <string.h>

#include "base/file.h"
#include "clause/labels/item_label.h"
#include "draft/data/yaml.h"
#include "language/language_tag.h"
#include "language/phrase_scanner.h"
#include "language/tables/contrary_words.h"
#include "review/check/check_renderings.h"
#include "review/check/check_sentences.h"

/* --- the glossary --- */

struct AdrefGlossary {
  AdrefYaml *yaml;
};

/* `words:` is a list of words. */
static gboolean check_words(const AdrefYaml *yaml, GError **error)
{
  const AdrefYaml *words = adref_yaml_get(yaml, "words");
  gboolean is_list = !words || words->type == ADREF_YAML_LIST;
  for (guint i = 0; words && is_list && i < words->items->len; i++)
    is_list = ((const AdrefYaml *)words->items->pdata[i])->type == ADREF_YAML_SCALAR;
  if (!is_list)
    adref_error_at(
        error, ADREF_ERROR_INPUT, words->place,
        "words are a list of words that no dictionary needs to have: [Setara, likeminded]");
  return is_list;
}

/* Each term is a map from languages to words, with `forbidden`: a map from languages to lists. */
static gboolean check_terms(const AdrefYaml *yaml, GError **error)
{
  static const char *const keys[] = {"terms", "words", NULL};
  if (!adref_yaml_check_keys(yaml, "a glossary", keys, error) || !check_words(yaml, error))
    return FALSE;
  const AdrefYaml *terms = adref_yaml_get(yaml, "terms");
  for (guint i = 0; terms && terms->items && i < terms->items->len; i++) {
    const AdrefYaml *term = terms->items->pdata[i];
    if (term->type == ADREF_YAML_MAP)
      continue;
    adref_error_at(error, ADREF_ERROR_INPUT, term->place,
                   "a term is a map from languages to words: {en: ..., ja: ...}");
    return FALSE;
  }
  return TRUE;
}

AdrefGlossary *adref_glossary_read(AdrefFileSource *source, GError **error)
{
  g_autoptr(GError) cause = NULL;
  g_autoptr(GBytes) bytes =
      adref_file_source_read_text(source, ADREF_GLOSSARY_PATH, ADREF_YAML_LIMIT, &cause);
  gsize length = 0;
  const char *text = bytes ? g_bytes_get_data(bytes, &length) : NULL;
  if (cause && !g_error_matches(cause, ADREF_ERROR, ADREF_ERROR_NOT_FOUND))
    g_propagate_error(error, g_steal_pointer(&cause));
  g_autoptr(AdrefYaml) yaml =
      bytes ? adref_yaml_read(text ? text : "", length, ADREF_GLOSSARY_PATH, 1, error) : NULL;
  if (!yaml || !check_terms(yaml, error))
    return NULL;
  AdrefGlossary *glossary = g_new0(AdrefGlossary, 1);
  glossary->yaml = g_steal_pointer(&yaml);
  return glossary;
}

void adref_glossary_free(AdrefGlossary *glossary)
{
  if (!glossary)
    return;
  adref_yaml_free(glossary->yaml);
  g_free(glossary);
}

static const GPtrArray *terms_of(const AdrefGlossary *glossary)
{
  const AdrefYaml *terms = glossary ? adref_yaml_get(glossary->yaml, "terms") : NULL;
  return terms ? terms->items : NULL;
}

void adref_glossary_words(const AdrefGlossary *glossary, GPtrArray *words)
{
  const GPtrArray *terms = terms_of(glossary);
  for (guint i = 0; terms && i < terms->len; i++) {
    const AdrefYaml *term = terms->pdata[i];
    for (guint j = 0; j < term->items->len; j++)
      if (((const AdrefYaml *)term->items->pdata[j])->type == ADREF_YAML_SCALAR)
        g_ptr_array_add(words, ((const AdrefYaml *)term->items->pdata[j])->text);
  }
  const AdrefYaml *list = adref_yaml_get(glossary->yaml, "words");
  for (guint i = 0; list && i < list->items->len; i++)
    g_ptr_array_add(words, ((const AdrefYaml *)list->items->pdata[i])->text);
}

/* The words of a term in a language; NULL: it has none. */
static const char *term_in(const AdrefYaml *term, const char *language)
{
  const AdrefYaml *words = adref_yaml_get(term, language);
  return words && words->type == ADREF_YAML_SCALAR && *words->text ? words->text : NULL;
}

/* Where a term stands in words, whole where its language has spaces; NULL: nowhere. */
static const char *find_term(const char *words, const char *term)
{
  gboolean spaced = (guchar)*term < 0x80;
  for (const char *at = strcasestr(words, term); at; at = strcasestr(at + 1, term)) {
    const char *end = at + strlen(term);
    gboolean inside = (at > words && g_ascii_isalnum(at[-1])) || g_ascii_isalnum(*end);
    if (!spaced || !inside || (*end == 's' && !g_ascii_isalnum(end[1])))
      return at;
  }
  return NULL;
}

void adref_check_forbidden_terms(AdrefCheckText *text, const AdrefGlossary *glossary)
{
  const GPtrArray *terms = terms_of(glossary);
  for (guint i = 0; terms && i < terms->len; i++) {
    const AdrefYaml *term = terms->pdata[i];
    const AdrefYaml *forbidden = adref_yaml_get(term, "forbidden");
    const AdrefYaml *list = forbidden && forbidden->type == ADREF_YAML_MAP
                                ? adref_yaml_get(forbidden, text->source.language)
                                : NULL;
    for (guint j = 0; list && list->items && j < list->items->len; j++) {
      const AdrefYaml *words = list->items->pdata[j];
      for (guint k = 0; words->text && *words->text && k < text->blocks->len; k++) {
        const AdrefCheckBlock *block = text->blocks->pdata[k];
        const char *found = find_term(block->own->str, words->text);
        const char *right = term_in(term, text->source.language);
        if (found)
          adref_check_add(text, "language/forbidden-term", block, (gsize)(found - block->own->str),
                          "\"%s\" is not used", words->text)
              ->suggestion = g_strdup(right);
      }
    }
  }
}

/* --- clauses side by side --- */

/* The words of a clause, and its last paragraph. */
typedef struct {
  GString *words;
  const AdrefCheckBlock *first, *last;
} ClauseWords;

static void clause_words_free(gpointer data)
{
  ClauseWords *clause = data;
  g_string_free(clause->words, TRUE);
  g_free(clause);
}

/* id -> ClauseWords */
static GHashTable *collect(const AdrefCheckText *text)
{
  GHashTable *clauses = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, clause_words_free);
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    char *id = block->clause->as.clause->id;
    if (!id || block->node->type == ADREF_HEADING)
      continue;
    ClauseWords *clause = g_hash_table_lookup(clauses, id);
    if (!clause) {
      clause = g_new0(ClauseWords, 1);
      clause->words = g_string_new(NULL);
      clause->first = block;
      g_hash_table_insert(clauses, id, clause);
    }
    clause->last = block;
    g_string_append(clause->words, block->own->str);
    g_string_append_c(clause->words, '\n');
  }
  return clauses;
}

/* What the sign at the end of words means: the same for ".", "。" and "।"; 0: there is none. */
static char end_sign(const GString *words)
{
  gsize length = words->len;
  while (length > 0 &&
         ((guchar)words->str[length - 1] <= ' ' || words->str[length - 1] == ADREF_CHECK_BORDER))
    length--;
  if (length == 0)
    return 0;
  gunichar c = g_utf8_get_char(g_utf8_prev_char(words->str + length));
  static const gunichar signs[][2] = {{0x3002, '.'}, {0x0964, '.'}, {0x104B, '.'}, {0x17D4, '.'},
                                      {0xFF1B, ';'}, {0x061B, ';'}, {0x3001, ','}, {0xFF0C, ','},
                                      {0x060C, ','}, {0xFF1A, ':'}, {0xFF0E, '.'}, {0x06D4, '.'}};
  for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
    if (signs[i][0] == c)
      c = signs[i][1];
  return c < 128 && strchr(".;:,", (int)c) ? (char)c : 0;
}

/* Whether a bracket ends the words; a mark "agreed ad ref" is one border alone. */
static gboolean ends_in_bracket(const GString *words)
{
  return words->len > 1 && words->str[words->len - 1] == ADREF_CHECK_BORDER &&
         words->str[words->len - 2] == ADREF_CHECK_BORDER;
}

/* Whether two paragraphs end alike. Japanese and Chinese write 、 and 。 where English has other
 * signs, so there only the absence of a sign tells, and a comma in place of a full stop or colon.
 */
static gboolean is_same_end(char source, char other, gboolean eastern)
{
  if (!eastern)
    return source == other;
  return (source == 0) == (other == 0) && !(other == ',' && (source == '.' || source == ':'));
}

/* Caller frees. */
static char *quoted_sign(char sign)
{
  return sign ? g_strdup_printf("\"%c\"", sign) : g_strdup("no sign");
}

/* Thai, Lao, Khmer and Burmese have no sign at the end, or another one; the last item of a list in
 * Japanese and Chinese may have none. */
static void check_end(AdrefCheckText *translation, const ClauseWords *source,
                      const ClauseWords *other)
{
  const char *language = translation->source.language;
  static const char *const without[] = {"th", "lo", "km", "my"};
  for (guint i = 0; i < G_N_ELEMENTS(without); i++)
    if (adref_language_tag_matches(language, without[i]))
      return;
  gboolean eastern =
      adref_language_tag_matches(language, "ja") || adref_language_tag_matches(language, "zh");
  char a = end_sign(source->last->words), b = end_sign(other->last->words);
  if (ends_in_bracket(source->last->words) || ends_in_bracket(other->last->words))
    return;
  const AdrefNode *around = other->last->node->parent;
  const char *words = other->last->own->str;
  gboolean is_item = (around && around->type == ADREF_ITEM) ||
                     adref_item_label_read(words, strlen(words)).length > 0;
  if (is_same_end(a, b, eastern) || (eastern && b == 0 && is_item))
    return;
  g_autofree char *there = quoted_sign(a), *here = quoted_sign(b);
  adref_check_add(translation, "language/end-punctuation", other->last,
                  other->last->words->len > 0 ? other->last->words->len - 1 : 0,
                  "the paragraph ends with %s, and its source with %s", here, there);
}

/* How many words of at least four small Latin letters stand in a text, one behind the other. */
static guint longest_english(const char *words, gsize *start)
{
  guint run = 0, longest = 0;
  gsize begin = 0;
  for (gsize at = 0; words[at];) {
    gsize length = 0;
    while (g_ascii_isalpha(words[at + length]))
      length++;
    if (length > 0) {
      begin = run == 0 ? at : begin;
      run++;
      if (run > longest) {
        longest = run;
        *start = begin;
      }
      at += length;
    } else if (strchr(" ,", words[at])) {
      at++;
    } else {
      run = 0;
      at++;
    }
  }
  return longest;
}

/* Words of the source that stand in the translation as they are; *reported says whether some do.
 * Returns whether all of them do. */
static gboolean check_untranslated(const AdrefCheckText *text, AdrefCheckText *translation,
                                   const ClauseWords *source, const ClauseWords *other,
                                   gboolean *reported)
{
  enum {
    MIN_ENGLISH = 6, /* words in Latin letters in a text of another script: longer than a name */
    MIN_SAME = 40    /* bytes of a clause that is the same in both languages */
  };
  gsize start = 0;
  gboolean latin = adref_check_is_latin(translation->source.language);
  gboolean same =
      source->words->len > MIN_SAME && strcmp(source->words->str, other->words->str) == 0;
  gboolean copied = !latin && adref_check_is_latin(text->source.language) &&
                    longest_english(other->first->own->str, &start) >= MIN_ENGLISH;
  *reported = same || copied;
  if (*reported)
    adref_check_add(translation, "language/untranslated", other->first, same ? 0 : start,
                    "words of %s stand here as they are", text->source.language);
  return same;
}

/* How many negations stand in words; "non-binding" and "No. 5" are none. */
static guint negations(const GArray *matches, const GString *words)
{
  guint count = 0;
  for (guint i = 0; i < matches->len; i++) {
    const AdrefPhraseMatch *match = &g_array_index(matches, AdrefPhraseMatch, i);
    gboolean prefix = g_ascii_strncasecmp(words->str + match->start, "non", 3) == 0;
    gboolean number = g_str_has_prefix(words->str + match->start, "No. ") &&
                      g_ascii_isdigit(words->str[match->start + strlen("No. ")]);
    count += match->class == ADREF_CHANGE_CLASS_NEGATION && !match->weak && !prefix && !number;
  }
  return count;
}

/* How often one of some words, divided by "|", stands in a text. */
static guint count_words(const char *text, const char *words)
{
  guint count = 0;
  g_auto(GStrv) list = g_strsplit(words, "|", -1);
  for (char **word = list; *word; word++)
    for (const char *at = strcasestr(text, *word); at; at = strcasestr(at + 1, *word))
      count++;
  return count;
}

/* Whether a translation out of English has fewer words than `count` that deny in any way: 認めず,
 * "faute de". "Neither ... nor" is one negation. */
static gboolean may_lack_negation(const AdrefCheckText *translation, const ClauseWords *source,
                                  const ClauseWords *other, guint count)
{
  static const char *const words[][2] = {
      {"ja", "ない|なく|なし|なけ|なかっ|ません|ず、|ず。|ずに|ざる|まい|無|不|非|未|否|避|禁|拒|"
             "欠|防|除"},
      {"fr", " ne | n'| n’|\nne |sans | ni |non|aucun|absence|faute de|refus|interdi|empêch|évit|"
             "jamais|exclu|contraire"},
      {"id", "tidak|bukan|tanpa|belum|jangan|larang|hindar|cegah|tolak|non|kecuali|luar "},
  };
  guint nor = count_words(source->words->str, " nor |neither ") / 2;
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (adref_language_tag_matches(translation->source.language, words[i][0]))
      return count_words(other->words->str, words[i][1]) + nor < count;
  return FALSE;
}

/* A language may say "fail to" or "without" for "not": so this is a note. Japanese and Chinese say
 * "not only", "indispensable" by a negation. */
static void check_negation(AdrefCheckText *translation, const char *source_language,
                           GArray *const matches[2], const ClauseWords *source,
                           const ClauseWords *other)
{
  guint here = negations(matches[1], other->words), there = negations(matches[0], source->words);
  const char *language = translation->source.language;
  gboolean eastern =
      adref_language_tag_matches(language, "ja") || adref_language_tag_matches(language, "zh");
  gboolean is_one_sided = (here == 0) != (there == 0) && !(eastern && here > 0);
  if (is_one_sided &&
      !adref_contrary_words_may_deny(here > 0 ? source_language : language,
                                     here > 0 ? source->words->str : other->words->str))
    adref_check_add(translation, "language/negation", other->first, 0, "a negation stands only %s",
                    here > 0 ? "here" : "in the source");
  else if (here > 0 && there > 1 && may_lack_negation(translation, source, other, there))
    adref_check_add(translation, "language/negation", other->first, 0,
                    "the source has %u negations, and fewer stand here", there);
}

/* The phrases of a clause in both texts, and what is found by them. */
static void check_phrases(const AdrefCheckText *source, AdrefCheckText *translation,
                          AdrefPhraseScanner scanners[2], const ClauseWords *there,
                          const ClauseWords *here, gboolean left)
{
  g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken));
  const GString *words[] = {there->words, here->words};
  GArray *matches[G_N_ELEMENTS(words)];
  for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
    matches[i] = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch));
    g_array_set_size(tokens, 0);
    adref_phrase_scanner_scan(&scanners[i], words[i]->str, 0, words[i]->len, tokens, matches[i]);
  }
  check_negation(translation, source->source.language, matches, there, here);
  AdrefRendering from = {
      .language = source->source.language, .words = there->words, .first = there->first};
  AdrefRendering to = {.language = translation->source.language,
                       .words = here->words,
                       .first = here->first,
                       .is_reported = left};
  adref_check_rendering(translation, &from, &to);
  for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
    g_array_unref(matches[i]);
    adref_phrase_scanner_clear_keys(&scanners[i]);
  }
}

/* Counts the sentences and letters of all clauses that both texts have; id -> AdrefSentenceCount.
 * Caller unrefs. */
static GHashTable *count_sentences(GHashTable *sources, GHashTable *others, gsize all[2])
{
  GHashTable *counts = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
  GHashTableIter iter;
  gpointer id, clause;
  g_hash_table_iter_init(&iter, others);
  while (g_hash_table_iter_next(&iter, &id, &clause)) {
    const ClauseWords *source = g_hash_table_lookup(sources, id), *other = clause;
    if (!source)
      continue;
    AdrefSentenceCount *count = g_new0(AdrefSentenceCount, 1);
    adref_sentence_count(count, 0, source->words->str);
    adref_sentence_count(count, 1, other->words->str);
    all[0] += count->characters[0];
    all[1] += count->characters[1];
    g_hash_table_insert(counts, id, count);
  }
  return counts;
}

static void check_sentences(const AdrefCheckText *source, AdrefCheckText *translation,
                            GHashTable *sources, GHashTable *others)
{
  gsize all[2] = {0, 0};
  const char *language = source->source.language;
  if (adref_sentence_count_is_vain(language) ||
      adref_sentence_count_is_vain(translation->source.language))
    return;
  g_autoptr(GHashTable) counts = count_sentences(sources, others, all);
  for (const AdrefNode *clause = translation->source.document->first; clause;
       clause = clause->next) {
    const char *id = clause->as.clause->id;
    const AdrefSentenceCount *count = id ? g_hash_table_lookup(counts, id) : NULL;
    if (count && adref_sentence_is_lost(count, all))
      adref_check_add(translation, "language/sentence",
                      ((const ClauseWords *)g_hash_table_lookup(others, id))->first, 0,
                      "%s has %u sentences, and here %u stand, with fewer words than elsewhere",
                      language, count->sentences[0], count->sentences[1]);
  }
}

static void check_glossary(const AdrefCheckText *text, AdrefCheckText *translation,
                           const ClauseWords *source, const ClauseWords *other,
                           const AdrefGlossary *glossary)
{
  const GPtrArray *terms = terms_of(glossary);
  for (guint i = 0; terms && i < terms->len; i++) {
    const char *from = term_in(terms->pdata[i], text->source.language);
    const char *to = term_in(terms->pdata[i], translation->source.language);
    if (from && to && find_term(source->words->str, from) && !find_term(other->words->str, to))
      adref_check_add(translation, "language/glossary", other->first, 0,
                      "the glossary has \"%s\" for \"%s\", which the source says", to, from)
          ->suggestion = g_strdup(to);
  }
}

void adref_check_translation(const AdrefCheckText *source, AdrefCheckText *translation,
                             const AdrefGlossary *glossary)
{
  g_autoptr(GHashTable) sources = collect(source), others = collect(translation);
  AdrefPhraseScanner scanners[2];
  adref_phrase_scanner_init(&scanners[0], source->source.language, NULL, source->source.parties);
  adref_phrase_scanner_init(&scanners[1], translation->source.language, NULL,
                            source->source.parties);
  for (const AdrefNode *clause = translation->source.document->first; clause;
       clause = clause->next) {
    const char *id = clause->as.clause->id;
    const ClauseWords *here = id ? g_hash_table_lookup(others, id) : NULL;
    const ClauseWords *there = id ? g_hash_table_lookup(sources, id) : NULL;
    if (!here || !there)
      continue;
    check_end(translation, there, here);
    gboolean left = FALSE;
    if (check_untranslated(source, translation, there, here, &left))
      continue;
    check_phrases(source, translation, scanners, there, here, left);
    check_glossary(source, translation, there, here, glossary);
  }
  check_sentences(source, translation, sources, others);
  adref_phrase_scanner_clear(&scanners[0]);
  adref_phrase_scanner_clear(&scanners[1]);
}
