#include "review/change/joined_findings.h"

#include <string.h>

#include "language/language_tag.h"
#include "review/change/finding_list.h"

enum {
  MOST = 32, /* bytes between two findings that are joined */
};

/* The new text between two findings, without spaces at its ends; NULL when it is long. Caller
 * frees. */
static char *text_between(const GString *words, const AdrefPlacedFinding *one,
                          const AdrefPlacedFinding *two)
{
  gsize start = one->at, length = strlen(one->finding->new);
  if (start > words->len || two->at > words->len)
    return NULL;
  if (strncmp(words->str + start, one->finding->new, length) == 0)
    start += length;
  if (start > two->at || two->at - start > MOST)
    return NULL;
  return g_strstrip(g_strndup(words->str + start, two->at - start));
}

/* What may stand between two names of a list. */
static gboolean is_list_joint(const char *between)
{
  static const char *const joints[] = {"",     ",",  "and", "or",  "et",   "ou",    "y",
                                       "e",    "o",  "und", "dan", "atau", "serta", "và",
                                       "hoặc", "и",  "или", "و",   "、",   "及び",  "並びに",
                                       "又は", "と", "和",  "และ", "หรือ"};
  const char *word = *between == ',' && between[1] == ' ' ? between + 2 : between;
  for (gsize i = 0; i < G_N_ELEMENTS(joints); i++)
    if (strcmp(word, joints[i]) == 0)
      return TRUE;
  return FALSE;
}

static void set(char **text, const char *to)
{
  char *copy = g_strdup(to);
  g_free(*text);
  *text = copy;
}

/* Whether one text of a finding is the other text of the next one, and the other ones are a name
 * and nothing: the name that both have stays in the list. */
static gboolean join_names(AdrefFinding *one, const AdrefFinding *two)
{
  gboolean same_new = *one->new &&strcmp(one->new, two->old) == 0;
  gboolean same_old = *one->old && strcmp(one->old, two->new) == 0;
  if (same_new && !*one->old != !*two->new)
    set(&one->new, two->new);
  else if (same_old && !*one->new != !*two->old)
    set(&one->old, two->old);
  else
    return FALSE;
  return TRUE;
}

static gboolean is_ne(const char *word)
{
  return g_ascii_strcasecmp(word, "ne") == 0 || g_ascii_strcasecmp(word, "n'") == 0 ||
         g_ascii_strcasecmp(word, "n’") == 0;
}

static gboolean join_negations(AdrefFinding *one, const AdrefFinding *two)
{
  char **text = *one->new ? &one->new : &one->old;
  const char *more = *one->new ? two->new : two->old;
  gboolean other = *one->new ? *one->old || *two->old : *two->new;
  if (other || !is_ne(*text) || !*more)
    return FALSE;
  g_autofree char *both = g_strdup_printf("%s %s", *text, more);
  set(text, both);
  return TRUE;
}

static gboolean join(const AdrefPlacedFinding *one, const AdrefPlacedFinding *two,
                     const GString *words, gboolean is_french)
{
  AdrefChangeClass class = one->finding->class;
  if (class != two->finding->class)
    return FALSE;
  g_autofree char *between = text_between(words, one, two);
  if (!between)
    return FALSE;
  if (class == ADREF_CHANGE_CLASS_NAME)
    return is_list_joint(between) && join_names(one->finding, two->finding);
  return class == ADREF_CHANGE_CLASS_NEGATION && is_french &&
         join_negations(one->finding, two->finding);
}

void adref_joined_findings_join(GArray *findings, const GString *words, const char *language)
{
  gboolean is_french = adref_language_tag_matches(language, "fr");
  guint kept = 0;
  for (guint i = 1; i < findings->len; i++) {
    AdrefPlacedFinding *one = &g_array_index(findings, AdrefPlacedFinding, kept),
                       *two = &g_array_index(findings, AdrefPlacedFinding, i);
    if (join(one, two, words, is_french))
      adref_finding_free(two->finding);
    else
      g_array_index(findings, AdrefPlacedFinding, ++kept) = *two;
  }
  g_array_set_size(findings, MIN(findings->len, kept + 1));
}
