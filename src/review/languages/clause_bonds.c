#include "review/languages/clause_bonds.h"

#include <string.h>

#include "language/phrase_match.h"

typedef enum {
  WEAK_MAY = 1 << 0,    /* may, can: ことができる */
  WEAK_TRY = 1 << 1,    /* endeavour, intend: 努める */
  WEAK_SHOULD = 1 << 2, /* should: べき */
  STRONG_MUST = 1 << 3  /* shall, must: なければならない */
} Bond;

static guint bond_of(const AdrefPhraseMatch *match)
{
  if (match->class != ADREF_CHANGE_CLASS_STRENGTH || match->act > 0)
    return 0;
  return match->rank >= 24 && match->rank <= 32   ? WEAK_MAY
         : match->rank >= 33 && match->rank <= 50 ? WEAK_TRY
         : match->rank >= 55 && match->rank <= 70 ? WEAK_SHOULD
         : match->rank >= 95                      ? STRONG_MUST
                                                  : 0;
}

/* The bytes that stand in one place of words: a bit each. */
typedef struct {
  guint64 bits[4];
} ByteSet;

static void byte_set_add(ByteSet *set, char letter)
{
  set->bits[(guchar)letter / 64] |= (guint64)1 << (guchar)letter % 64;
}

static gboolean byte_set_has(const ByteSet *set, char letter)
{
  return set->bits[(guchar)letter / 64] >> (guchar)letter % 64 & 1;
}

/* Whether one of the words, none of them shorter than three bytes, stands between two places. */
static gboolean has_word(const char *start, const char *end, const char *const *words, gsize count)
{
  ByteSet first = {0}, second = {0}, third = {0};
  for (gsize i = 0; i < count; i++) {
    byte_set_add(&first, words[i][0]);
    byte_set_add(&second, words[i][1]);
    byte_set_add(&third, words[i][2]);
  }
  for (const char *at = start; end - at > 2; at++) {
    if (!byte_set_has(&first, at[0]) || !byte_set_has(&second, at[1]) ||
        !byte_set_has(&third, at[2]))
      continue;
    for (gsize i = 0; i < count; i++) {
      gsize length = strlen(words[i]);
      if ((gsize)(end - at) >= length && memcmp(at, words[i], length) == 0)
        return TRUE;
    }
  }
  return FALSE;
}

static gboolean ends_sentence(char letter)
{
  return letter == '.' || letter == ';' || letter == '\n' || letter == '\0';
}

/* Whether a modal stands in what the clause is for, "so that they can": ことができるよう, "agar
 * petani dapat". */
static gboolean is_purpose(const char *text, const AdrefPhraseMatch *match)
{
  static const char *const words[] = {" agar ",     " supaya ",   " sehingga ",    " để ",
                                      " nhằm ",     " giúp ",     " afin ",        " pour que ",
                                      " para que ", " a fin de ", " de modo que ", "以便",
                                      "使",         "让",         "من أجل",        "لكي"};
  enum {
    FARTHEST = 160 /* bytes before the modal, of its sentence */
  };
  gsize start = match->start;
  while (start > 0 && match->start - start < FARTHEST && !ends_sentence(text[start - 1]))
    start--;
  return has_word(text + start, text + match->start, words, G_N_ELEMENTS(words)) ||
         g_str_has_prefix(text + match->end, "よう") ||
         g_str_has_prefix(text + match->end, " 있도록");
}

/* Whether words behind "phấn đấu" name a target: "phấn đấu đưa kim ngạch lên 60 tỷ" is how
 * Vietnamese says "raise trade to 60 billion". */
static gboolean is_target(const char *behind)
{
  return g_str_has_prefix(behind, " đưa ") || g_str_has_prefix(behind, " đạt ") ||
         g_str_has_prefix(behind, " nâng ");
}

/* Whether the letters of a modal are of another word: べき before a noun, 取り組むべき課題, is
 * "challenges to address", and "trở nên" is "become". */
static gboolean is_other_word(const char *text, const AdrefPhraseMatch *match)
{
  static const char *const ends[] = {"で", "だ", "と", "もの", "こと", "、", "。"};
  static const char *const begins[] = {"trở ", "tạo ",  "làm ", "gây ",
                                       "xây ", "dựng ", "lập ", "cho "};
  gboolean is_should = g_str_has_prefix(text + match->start, "nên");
  for (gsize i = 0; is_should && i < G_N_ELEMENTS(begins); i++) {
    gsize before = strlen(begins[i]);
    if (match->start >= before && strncmp(text + match->start - before, begins[i], before) == 0)
      return TRUE;
  }
  static const char should[] = "べき", strive[] = "phấn đấu";
  const char *own = text + match->start;
  gsize length = strlen(should), own_length = match->end - match->start;
  if (own_length == strlen(strive) && memcmp(own, strive, own_length) == 0)
    return is_target(text + match->end);
  if (own_length < length || memcmp(text + match->end - length, should, length) != 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS(ends); i++)
    if (g_str_has_prefix(text + match->end, ends[i]))
      return FALSE;
  return TRUE;
}

/* Whether a word that denies stands right before a modal. */
static gboolean is_denied(const char *text, const AdrefPhraseMatch *match)
{
  static const char *const words[] = {" tidak ", " tak ", " ne ", " no ", " não ", " не ",
                                      " không ", " لا ",  "ไม่",   "不",   "មិន"};
  const char *end = text + match->start;
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
    gsize length = strlen(words[i]);
    if (match->start > 0 && end[-1] != words[i][length - 1])
      continue;
    gboolean is_first = *words[i] == ' ' && match->start == length - 1; /* of the text */
    if (match->start >= length ? memcmp(end - length, words[i], length) == 0
                               : is_first && memcmp(text, words[i] + 1, length - 1) == 0)
      return TRUE;
  }
  return FALSE;
}

static void set_words(char **words, const char *text, const AdrefPhraseMatch *match)
{
  if (!*words)
    *words = g_strndup(text + match->start, match->end - match->start);
}

void adref_clause_bonds_add(AdrefClauseBonds *bonds, const char *text, const GArray *matches)
{
  for (guint i = 0; i < matches->len; i++) {
    const AdrefPhraseMatch *match = &g_array_index(matches, AdrefPhraseMatch, i);
    guint bond = bond_of(match);
    gboolean is_weak = bond != 0 && bond != STRONG_MUST;
    if (bond == 0 || (is_weak && is_denied(text, match)))
      continue;
    bonds->bonds |= bond;
    if (is_weak && (bonds->weak || is_purpose(text, match) || is_other_word(text, match)))
      continue;
    set_words(bond == STRONG_MUST ? &bonds->strong : &bonds->weak, text, match);
  }
}

void adref_clause_bonds_clear(AdrefClauseBonds *bonds)
{
  g_free(bonds->weak);
  g_free(bonds->strong);
}

/* Words of English that other languages say by "can", "try" or "should". */
static gboolean has_soft_word(const char *words)
{
  static const char *const stems[] = {
      "able",        "abilit",        "enabl",    "ible",     "capab",
      "could",       "may",           "might",    "would",    "should",
      "effort",      "endeav",        "striv",    "seek",     "aim",
      "attempt",     "inten",         "plan",     "ready",    "need",
      "expect",      "hope",          "ought",    "entitled", "can ",
      "cannot",      "access",        "allow",    "right",    "permit",
      "explore",     "necessary",     "authori",  "free to",  "likely",
      "potential",   "opportunit",    "option",   "choose",   "choice",
      "so that",     "so as",         "in order", "help",     "utmost",
      "do our best", "do their best", "its best", "work to",  "work together to",
      " try "};
  for (guint i = 0; i < G_N_ELEMENTS(stems); i++)
    if (strcasestr(words, stems[i]))
      return TRUE;
  return FALSE;
}

gboolean adref_clause_bonds_differ(const AdrefClauseBonds *first, const char *first_text,
                                   const AdrefClauseBonds *second, const char **source,
                                   const char **translation)
{
  gboolean is_less = second->weak && !first->weak && !has_soft_word(first_text);
  gboolean is_more =
      second->strong && !first->strong && first->weak && !(second->bonds & ~(guint)STRONG_MUST);
  *source = is_less ? first->strong : first->weak;
  *translation = is_less ? second->weak : second->strong;
  return is_less || is_more;
}
