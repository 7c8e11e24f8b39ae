#include "review/check/check_openers.h"

#include <string.h>

#include "language/language_tag.h"
#include "language/tables/english_words.h"

enum {
  FEWEST = 6,     /* paragraphs that make a custom */
  ODD_SHARE = 10, /* one in so many that has it not is a slip */
  LONGEST = 40    /* bytes of a verb */
};

/* A paragraph that begins a clause, or is one. */
static gboolean is_first(const AdrefCheckBlock *block)
{
  AdrefClauseKind kind = block->clause->as.clause->kind;
  return block->node->type == ADREF_PARAGRAPH && block->node == block->clause->first &&
         (kind == ADREF_OP || kind == ADREF_PP || kind == ADREF_PLAIN) && block->words->len > 20;
}

static gboolean is_slip(guint odd, guint usual)
{
  return odd > 0 && usual >= FEWEST && odd * ODD_SHARE <= usual;
}

/* --- italics --- */

static gboolean is_marked(const AdrefCheckBlock *block)
{
  const AdrefNode *first = block->node->first;
  return first && (first->type == ADREF_EMPH || first->type == ADREF_STRONG);
}

/* "Urges States" among "*Calls upon* States". A paragraph that begins otherwise, "We", is none. */
static void check_marks(AdrefCheckText *text, AdrefClauseKind kind)
{
  g_autoptr(GPtrArray) plain = g_ptr_array_new();
  guint marked = 0;
  for (guint i = 0; i < text->blocks->len; i++) {
    AdrefCheckBlock *block = text->blocks->pdata[i];
    if (!is_first(block) || block->clause->as.clause->kind != kind)
      continue;
    if (is_marked(block))
      marked++;
    else if (block->node->first && block->node->first->type == ADREF_TEXT)
      g_ptr_array_add(plain, block);
  }
  for (guint i = 0; i < plain->len && is_slip(plain->len, marked); i++) {
    const AdrefCheckBlock *block = plain->pdata[i];
    adref_check_add(text, "integrity/opener", block, 0,
                    "the first words are not set off, as those of %u others are", marked);
  }
}

/* --- "We welcomed" --- */

typedef enum {
  OPENER_OTHER,
  OPENER_WE_PAST,
  OPENER_WE_PRESENT,
  OPENER_BARE /* "Welcome the" */
} Opener;

static gsize word_length(const char *words)
{
  gsize length = 0;
  while (g_ascii_isalpha(words[length]))
    length++;
  return length;
}

static guint roles_of(const AdrefEnglishWords *known, const char *words)
{
  gsize length = MIN(word_length(words), LONGEST);
  g_autofree char *small = g_ascii_strdown(words, (gssize)length);
  const AdrefEnglishWord *word = adref_english_words_find(known, small);
  return word ? word->roles : 0;
}

/* Behind a verb its object begins so, and behind a noun nothing does. */
static gboolean begins_object(const char *words)
{
  static const char *const starts[] = {" the ",  " our ",   " that ",  " their ", " its ",
                                       " all ",  " these ", " those ", " with ",  " this ",
                                       " upon ", " each ",  " any ",   NULL};
  for (guint i = 0; starts[i]; i++)
    if (g_str_has_prefix(words, starts[i]))
      return TRUE;
  return FALSE;
}

static Opener opener_of(const AdrefEnglishWords *known, const char *words)
{
  if (!g_str_has_prefix(words, "We ")) {
    guint roles = g_ascii_isupper(*words) ? roles_of(known, words) : 0;
    const char *behind = words + word_length(words);
    return roles & ADREF_ENGLISH_BASE && !(roles & ADREF_ENGLISH_FUNCTION) &&
                   (begins_object(behind) && !g_str_has_prefix(behind, " with "))
               ? OPENER_BARE
               : OPENER_OTHER;
  }
  words += strlen("We ");
  if (g_str_has_prefix(words, "also "))
    words += strlen("also ");
  if (g_str_has_prefix(words, "look "))
    return OPENER_OTHER; /* "We look forward to" ends texts of the past, too */
  guint roles = roles_of(known, words);
  if (roles & ADREF_ENGLISH_PAST && !(roles & ADREF_ENGLISH_BASE))
    return OPENER_WE_PAST;
  return roles & ADREF_ENGLISH_BASE && !(roles & ADREF_ENGLISH_PAST) ? OPENER_WE_PRESENT
                                                                     : OPENER_OTHER;
}

static void report(AdrefCheckText *text, const AdrefEnglishWords *known, Opener odd,
                   const char *what, guint usual)
{
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    if (is_first(block) && block->clause->as.clause->kind != ADREF_PP &&
        opener_of(known, block->own->str) == odd)
      adref_check_add(text, "integrity/opener", block, 0, "%s, unlike those of %u others", what,
                      usual);
  }
}

static void check_we(AdrefCheckText *text)
{
  g_autoptr(AdrefEnglishWords) known = adref_english_words_new();
  guint counts[OPENER_BARE + 1] = {0}, we = 0;
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    if (!is_first(block) || block->clause->as.clause->kind == ADREF_PP)
      continue;
    counts[opener_of(known, block->own->str)]++;
    we += g_str_has_prefix(block->own->str, "We ") ? 1 : 0;
  }
  if (is_slip(counts[OPENER_BARE], we))
    report(text, known, OPENER_BARE, "\"We\" is missing from the first words", we);
  if (is_slip(counts[OPENER_WE_PRESENT], counts[OPENER_WE_PAST]))
    report(text, known, OPENER_WE_PRESENT, "the first words are in the present tense",
           counts[OPENER_WE_PAST]);
}

/* --- "Also requests" --- */

/* The verb behind "Also" or "Further", and that of a bare opener; NULL: it is neither. Caller
 * frees.
 */
static char *verb_of(const AdrefCheckBlock *block, gboolean *is_more)
{
  static const char *const adverbs[] = {"Also ", "Further "};
  const char *words = block->own->str;
  *is_more = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(adverbs) && !*is_more; i++)
    if (g_str_has_prefix(words, adverbs[i])) {
      *is_more = TRUE;
      words += strlen(adverbs[i]);
    }
  gsize length = word_length(words);
  return length > 2 ? g_ascii_strdown(words, (gssize)length) : NULL;
}

/* In a resolution: a verb that stands in no earlier paragraph cannot be said "also". */
static void check_more(AdrefCheckText *text)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    gboolean is_more;
    if (!is_first(block) || block->clause->as.clause->kind != ADREF_OP || !is_marked(block))
      continue;
    g_autofree char *verb = verb_of(block, &is_more);
    if (verb && is_more && !g_hash_table_contains(seen, verb))
      adref_check_add(text, "integrity/opener", block, 0,
                      "\"%.*s\" follows no paragraph that begins with the same verb",
                      (int)strcspn(block->own->str, " ,"), block->own->str)
          ->severity = ADREF_CHECK_NOTE;
    if (verb)
      g_hash_table_add(seen, g_steal_pointer(&verb));
  }
}

void adref_check_openers(AdrefCheckText *text)
{
  if (!adref_language_tag_matches(text->source.language, "en"))
    return;
  check_marks(text, ADREF_OP);
  check_marks(text, ADREF_PP);
  check_we(text);
  check_more(text);
}
