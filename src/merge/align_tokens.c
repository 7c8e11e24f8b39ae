#include "merge/align_tokens.h"

#include "merge/diff_cleanup.h"
#include "merge/match_units.h"

enum {
  MIN_SENTENCE = 3 /* words that make a sentence an anchor */
};

/* One of the two texts. A unit is a sentence, or a row of a table. */
typedef struct {
  AdrefSpeech speech;
  AdrefElement *elements;
  GArray *starts; /* of guint: where each unit begins; then the end */
} Side;

static AdrefElement element_of(const AdrefToken *token)
{
  AdrefElement element = {token->id, ADREF_ELEMENT_WORD};
  if (token->type == ADREF_TOKEN_SIGN)
    element.type = ADREF_ELEMENT_SIGN;
  if (token->type == ADREF_TOKEN_FIGURE)
    element.type = ADREF_ELEMENT_FIGURE;
  return element;
}

static gboolean is_row_break(const AdrefToken *token)
{
  return token->type == ADREF_TOKEN_ATOM && token->node->type == ADREF_ROW_BREAK;
}

static gboolean is_table(AdrefTokenRow row)
{
  for (guint i = 0; i < row.length; i++)
    if (is_row_break(row.tokens + i))
      return TRUE;
  return FALSE;
}

/* Whether a unit ends with the token at `i`. "1.5" and "e.g." hold no end, for letters follow. */
static gboolean ends_unit(AdrefTokenRow row, guint i, gboolean table)
{
  const AdrefToken *token = row.tokens + i, *next = token + 1;
  if (table)
    return is_row_break(token);
  if (!adref_token_ends_sentence(token))
    return FALSE;
  return i + 1 == row.length || !adref_token_speaks(next) || token->type != ADREF_TOKEN_SIGN ||
         token->length > 1;
}

static void side_init(Side *side, AdrefTokenRow row, gboolean table)
{
  AdrefSpeech *speech = &side->speech;
  speech->tokens = g_new(const AdrefToken *, row.length + 1);
  speech->sentences = g_new(guint, row.length + 1);
  speech->length = 0;
  side->elements = g_new(AdrefElement, row.length + 1);
  side->starts = g_array_new(FALSE, FALSE, sizeof(guint));
  gboolean begins = TRUE;
  for (guint i = 0; i < row.length; i++) {
    const AdrefToken *token = row.tokens + i;
    begins = begins || token->type == ADREF_TOKEN_BREAK;
    if (!adref_token_speaks(token))
      continue;
    if (begins)
      g_array_append_val(side->starts, speech->length);
    begins = ends_unit(row, i, table);
    side->elements[speech->length] = element_of(token);
    speech->sentences[speech->length] = side->starts->len - 1;
    speech->tokens[speech->length++] = token;
  }
  g_array_append_val(side->starts, speech->length);
}

static void side_clear(Side *side)
{
  g_free(side->speech.tokens);
  g_free(side->speech.sentences);
  g_free(side->elements);
  g_array_unref(side->starts);
}

static guint unit_start(const Side *side, guint unit)
{
  return g_array_index(side->starts, guint, unit);
}

static guint unit_count(const Side *side)
{
  return side->starts->len - 1;
}

/* --- units --- */

/* Sets `ids` to those of a unit, without the break behind a row; gives how many. */
static guint unit_ids(const Side *side, guint unit, guint *ids)
{
  guint length = 0;
  for (guint i = unit_start(side, unit); i < unit_start(side, unit + 1); i++)
    if (!is_row_break(side->speech.tokens[i]))
      ids[length++] = side->elements[i].id;
  return length;
}

static void free_units(AdrefUnits units)
{
  for (guint i = 0; i < units.length; i++)
    adref_bag_free(units.units[i].bag);
  g_free((gpointer)(guintptr)units.units);
}

/* A sentence of few words is like no other, so that it is no anchor. */
static AdrefUnits new_units(const Side *side, AdrefLexicon *contents, gboolean table, guint8 which)
{
  guint count = unit_count(side);
  AdrefUnit *units = g_new0(AdrefUnit, count + 1);
  g_autofree guint *ids = g_new(guint, side->speech.length + 1);
  for (guint i = 0; i < count; i++) {
    guint length = unit_ids(side, i, ids);
    guint8 kind = !table && length < MIN_SENTENCE ? which : 0;
    units[i].weight = length;
    units[i].content =
        adref_lexicon_number(contents, kind, (const char *)ids, length * sizeof(guint));
    if (table)
      units[i].bag = adref_bag_new(ids, length);
  }
  return (AdrefUnits){units, count};
}

/* Sets mates of units: the same ones; of rows also similar ones. */
static void pair_units(AdrefAligner *aligner, const Side *old, const Side *new, gboolean table,
                       guint *mates)
{
  for (guint i = 0; i < unit_count(old); i++)
    mates[i] = ADREF_NO_MATE;
  if (!table && (unit_count(old) == 1 || unit_count(new) == 1))
    return;
  g_autoptr(AdrefLexicon) contents = adref_lexicon_new();
  AdrefUnits olds = new_units(old, contents, table, 1), news = new_units(new, contents, table, 2);
  adref_pair_same(aligner, olds, news, FALSE, mates);
  if (table) {
    g_autoptr(AdrefPairer) pairer = adref_pairer_new();
    adref_pair_similar(pairer, olds, news, FALSE, mates);
    adref_keep_order(mates, olds.length, NULL);
  }
  free_units(olds);
  free_units(news);
}

/* --- words --- */

typedef struct {
  AdrefAligner *aligner;
  const Side *old, *new;
  guint *mates; /* by place in the old speech */
} Alignment;

static void align_range(const Alignment *self, guint old_start, guint old_end, guint new_start,
                        guint new_end)
{
  AdrefSequence old = {self->old->elements + old_start, old_end - old_start};
  AdrefSequence new = {self->new->elements + new_start, new_end - new_start};
  guint *mates = self->mates + old_start;
  if (old.length == 0 || new.length == 0)
    return;
  adref_align_sequences(self->aligner, old, new, mates);
  for (guint i = 0; i < old.length; i++)
    if (mates[i] != ADREF_NO_MATE)
      mates[i] += new_start;
}

/* Aligns the words of sentences that are mates, and of what stands between. */
static void align_sentences(const Alignment *self, const guint *units)
{
  guint old_at = 0, new_at = 0;
  for (guint i = 0; i < unit_count(self->old); i++) {
    if (units[i] == ADREF_NO_MATE)
      continue;
    guint old_start = unit_start(self->old, i), new_start = unit_start(self->new, units[i]);
    align_range(self, old_at, old_start, new_at, new_start);
    old_at = unit_start(self->old, i + 1);
    new_at = unit_start(self->new, units[i] + 1);
    align_range(self, old_start, old_at, new_start, new_at);
  }
  align_range(self, old_at, self->old->speech.length, new_at, self->new->speech.length);
}

/* A row goes or comes as a whole. */
static void align_rows(const Alignment *self, const guint *units)
{
  for (guint i = 0; i < unit_count(self->old); i++)
    if (units[i] != ADREF_NO_MATE)
      align_range(self, unit_start(self->old, i), unit_start(self->old, i + 1),
                  unit_start(self->new, units[i]), unit_start(self->new, units[i] + 1));
}

/* Mates by place in the speech become mates by place among the tokens. */
static void put_mates(const Alignment *self, AdrefTokenRow old, AdrefTokenRow new, guint *mates)
{
  for (guint i = 0; i < old.length; i++)
    mates[i] = ADREF_NO_MATE;
  for (guint i = 0; i < self->old->speech.length; i++) {
    guint mate = self->mates[i];
    if (mate != ADREF_NO_MATE)
      mates[self->old->speech.tokens[i] - old.tokens] =
          (guint)(self->new->speech.tokens[mate] - new.tokens);
  }
}

void adref_align_tokens(AdrefAligner *aligner, AdrefTokenRow old, AdrefTokenRow new, guint *mates)
{
  gboolean table = is_table(old) && is_table(new);
  Side before, after;
  side_init(&before, old, table);
  side_init(&after, new, table);
  g_autofree guint *found = g_new(guint, before.speech.length + 1);
  g_autofree guint *units = g_new(guint, unit_count(&before) + 1);
  for (guint i = 0; i < before.speech.length; i++)
    found[i] = ADREF_NO_MATE;
  Alignment alignment = {aligner, &before, &after, found};
  pair_units(aligner, &before, &after, table, units);
  if (table)
    align_rows(&alignment, units);
  else
    align_sentences(&alignment, units);
  adref_polish(&before.speech, &after.speech, found);
  put_mates(&alignment, old, new, mates);
  side_clear(&before);
  side_clear(&after);
}
