#include "language/spelling.h"

#include <string.h>

#include "language/text_token.h"

/* Pairs that no rule below covers. */
static const char *const variants[][2] = {
    {"gray", "grey"},
    {"whilst", "while"},
    {"amongst", "among"},
    {"towards", "toward"},
    {"learnt", "learned"},
    {"judgement", "judgment"},
    {"programme", "program"},
    {"programmes", "programs"},
    {"fulfil", "fulfill"},
    {"fulfils", "fulfills"},
    {"enrol", "enroll"},
    {"skilful", "skillful"},
    {"instalment", "installment"},
    {"travelling", "traveling"},
    {"travelled", "traveled"},
    {"cancelled", "canceled"},
    {"cancelling", "canceling"},
    {"labelled", "labeled"},
    {"labelling", "labeling"},
    {"modelling", "modeling"},
    {"modelled", "modeled"},
    {"signalling", "signaling"},
    {"signalled", "signaled"},
    {"fuelled", "fueled"},
    {"cheque", "check"},
    {"aluminium", "aluminum"},
    {"catalogue", "catalog"},
    {"catalogues", "catalogs"},
    {"dialogue", "dialog"},
    {"dialogues", "dialogs"},
    {"manoeuvre", "maneuver"},
    {"acknowledgement", "acknowledgment"},
};

typedef struct {
  char written[9], meant[9];
  guint8 length; /* of `written` */
} Ending;

#define ENDING(written, meant)                                                                     \
  {                                                                                                \
    written, meant, sizeof written - 1                                                             \
  }

static const Ending endings[] = {
    ENDING("isation", "ization"), ENDING("isations", "izations"), ENDING("ising", "izing"),
    ENDING("ised", "ized"),       ENDING("ise", "ize"),           ENDING("ises", "izes"),
    ENDING("iser", "izer"),       ENDING("isers", "izers"),       ENDING("yse", "yze"),
    ENDING("ysed", "yzed"),       ENDING("ysing", "yzing"),       ENDING("yses", "yzes"),
    ENDING("ence", "ense"),       ENDING("ences", "enses"),       ENDING("tre", "ter"),
    ENDING("tres", "ters"),       ENDING("bre", "ber"),           ENDING("ogue", "og"),
    ENDING("ogues", "ogs"),
};

static gboolean is_variant(GString *word, gsize start)
{
  for (gsize i = 0; i < G_N_ELEMENTS(variants); i++)
    if (word->str[start] == variants[i][0][0] && strcmp(word->str + start, variants[i][0]) == 0) {
      g_string_truncate(word, start);
      g_string_append(word, variants[i][1]);
      return TRUE;
    }
  return FALSE;
}

static void replace_ending(GString *word, gsize start)
{
  gsize length = word->len - start;
  const char *end = word->str + word->len;
  for (const Ending *ending = endings; ending < endings + G_N_ELEMENTS(endings); ending++) {
    gsize tail = ending->length;
    if (ending->written[tail - 2] == end[-2] && length > tail + 2 &&
        memcmp(end - tail, ending->written, tail) == 0) {
      g_string_truncate(word, word->len - tail);
      g_string_append(word, ending->meant);
      return;
    }
  }
}

/* "labour", "favourable": removes the u of -our- after two or more letters. */
static void drop_u(GString *word, gsize start)
{
  char *our = word->len - start > 5 ? strstr(word->str + start + 2, "our") : NULL;
  if (our)
    g_string_erase(word, our + 1 - word->str, 1);
}

static void spell_english(GString *out, gsize start)
{
  if (out->len - start < 4 || is_variant(out, start))
    return;
  replace_ending(out, start);
  drop_u(out, start);
}

void adref_spelling_append(GString *out, const char *word, gsize length)
{
  gsize start = out->len;
  adref_text_token_fold(out, word, length);
  if (out->len > start && (guchar)out->str[start] < 0x80)
    spell_english(out, start);
}

gboolean adref_spelling_negates(const char *first, const char *second)
{
  static const char *const prefixes[] = {"un", "non", "in", "im", "il", "ir", "dis"};
  gsize one = strlen(first), two = strlen(second);
  const char *longer = one > two ? first : second, *shorter = one > two ? second : first;
  for (gsize i = 0; i < G_N_ELEMENTS(prefixes); i++) {
    gsize length = strlen(prefixes[i]);
    if (strlen(shorter) > 3 && g_str_has_prefix(longer, prefixes[i]) &&
        strcmp(longer + length, shorter) == 0)
      return TRUE;
  }
  return FALSE;
}

gboolean adref_spelling_negates_letters(const char *first, const char *second)
{
  static const char *const prefixes[] = {"非", "不", "無", "未", "无", "反"};
  const char *longer = strlen(first) > strlen(second) ? first : second;
  const char *shorter = longer == first ? second : first;
  for (gsize i = 0; i < G_N_ELEMENTS(prefixes); i++)
    if (g_str_has_prefix(longer, prefixes[i]) && strcmp(longer + strlen(prefixes[i]), shorter) == 0)
      return TRUE;
  return FALSE;
}
