#include "review/clause_bonds.h"

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
  while (start > 0 && match->start - start < FARTHEST && !strchr(".;\n", text[start - 1]))
    start--;
  g_autofree char *before = g_strndup(text + start, match->start - start);
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (strstr(before, words[i]))
      return TRUE;
  return g_str_has_prefix(text + match->end, "よう") ||
         g_str_has_prefix(text + match->end, " 있도록");
}

/* Whether the letters of a modal are of another word: べき before a noun, 取り組むべき課題, is
 * "challenges to address", and "trở nên" is "become". */
static gboolean is_other_word(const char *text, const AdrefPhraseMatch *match)
{
  static const char *const ends[] = {"で", "だ", "と", "もの", "こと", "、", "。"};
  static const char *const begins[] = {"trở ", "tạo ",  "làm ", "gây ",
                                       "xây ", "dựng ", "lập ", "cho "};
  for (gsize i = 0; i < G_N_ELEMENTS(begins); i++) {
    gsize length = strlen(begins[i]);
    if (match->start >= length && g_str_has_prefix(text + match->start, "nên") &&
        strncmp(text + match->start - length, begins[i], length) == 0)
      return TRUE;
  }
  g_autofree char *own = g_strndup(text + match->start, match->end - match->start);
  if (!g_str_has_suffix(own, "べき"))
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
  enum {
    BEFORE = 24 /* bytes, longer than each of the words */
  };
  gsize length = MIN(match->start, (gsize)BEFORE);
  g_autofree char *own = g_strndup(text + match->start - length, length);
  g_autofree char *before = g_strconcat(" ", own, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
    if (g_str_has_suffix(before, words[i]))
      return TRUE;
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
    if (is_weak && (is_purpose(text, match) || is_other_word(text, match)))
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
