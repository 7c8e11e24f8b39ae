#include "exchange/paragraphs/paragraph_preamble.h"

#include <string.h>

#include "clause/labels/item_label.h"
#include "exchange/paragraphs/opening_words.h"

enum {
  ENACTING_WORDS = 14,
  INTRODUCING = 3 /* paragraphs before the first preambular one */
};

/* Whether a preambular paragraph, or words that end with a comma, stand directly before. */
static gboolean goes_on(const AdrefSights *self, guint i)
{
  const AdrefSight *before = i > 0 ? &self->all[i - 1] : NULL;
  return before &&
         (before->paragraph->kind == ADREF_INCOMING_PP ||
          (before->paragraph->kind == ADREF_INCOMING_CHAPEAU && adref_sight_has_open_end(before)));
}

/* Whether a paragraph opens as a preambular one. A participle alone is an ordinary sentence, or a
 * heading that the paragraph goes on from, "**Opening markets.** The". It counts when the paragraph
 * does not end as a sentence, when it is in capitals, and in italics at the end of a preamble. */
static gboolean is_preambular(const AdrefSights *self, guint i)
{
  const AdrefSight *seen = &self->all[i];
  gboolean open_end = adref_sight_has_open_end(seen), list = seen->paragraph->list != NULL;
  if (adref_opening_is(ADREF_OPENING_WE, seen->words))
    return FALSE;
  if (adref_opening_is(ADREF_OPENING_PREAMBULAR, seen->words))
    return TRUE;
  if (!adref_sight_opens_with_participle(seen))
    return open_end && seen->face.capital_opener && !list;
  if (seen->face.run_in && (list || !open_end))
    return FALSE;
  if (open_end)
    return seen->face.opener || seen->face.capital_opener || !list;
  return seen->face.capital_opener || (seen->face.opener && goes_on(self, i));
}

/* A short line that ends with a colon, or has no verb of its own: "WE HEREBY DECLARE TO:". */
static gboolean is_enacting(const AdrefSight *seen)
{
  return seen->count <= ENACTING_WORDS && (adref_sight_ends_with(seen, ":：") ||
                                           adref_opening_is(ADREF_OPENING_ENACTING, seen->words));
}

/* Whether the next numbered paragraph counts on from this one, with no preambular one before it. */
static gboolean is_counted_on(const AdrefSights *self, guint at)
{
  for (guint i = at + 1; i < self->n; i++) {
    const AdrefSight *next = &self->all[i];
    if (!adref_sight_is_content(next))
      continue;
    if (is_preambular(self, i))
      return FALSE;
    if (adref_sight_is_numbered(next))
      return adref_sight_number(next) == adref_sight_number(&self->all[at]) + 1;
  }
  return FALSE;
}

static gboolean is_labelled_by_word(const AdrefSight *seen)
{
  const char *words = seen->paragraph->words;
  return adref_item_label_read(words, strlen(words)).kind == ADREF_ITEM_LABEL_WORD;
}

/* Whether it has a typed label, "(a)" in a list or "Article 5" anywhere. */
static gboolean is_labelled(const AdrefSight *seen)
{
  const AdrefIncomingParagraph *paragraph = seen->paragraph;
  return paragraph->list ? paragraph->list->as.list.labelled : is_labelled_by_word(seen);
}

/* A text may begin with its first numbered paragraph. "1. WE, the Leaders" before a preamble is
 * none; before "2. We welcome" it is one. */
static gboolean is_first_operative(const AdrefSights *self, guint at)
{
  const AdrefSight *seen = &self->all[at];
  if (is_labelled(seen))
    return TRUE;
  return adref_sight_is_numbered(seen) &&
         (!adref_opening_is(ADREF_OPENING_WE, seen->words) || is_counted_on(self, at));
}

/* "1. We agree:" before "2." is the first of the numbered paragraphs. */
static gboolean begins_the_numbers(const AdrefSights *self, guint at)
{
  return adref_sight_is_numbered(&self->all[at]) && adref_sight_number(&self->all[at]) == 1 &&
         is_counted_on(self, at);
}

/* "- trade;" or "(a) trade;": an item that counts no paragraphs. */
static gboolean is_plain_item(const AdrefSight *seen)
{
  const AdrefNode *list = seen->paragraph->list;
  return list ? !list->as.list.ordered && !(list->as.list.labelled && is_labelled_by_word(seen))
              : adref_opening_is_sub_number(seen->paragraph->words);
}

/* The preamble: up to the enacting words, the first numbered paragraph behind it, or a heading. It
 * begins among the first paragraphs. */
void adref_paragraph_preamble_decide(AdrefSights *self)
{
  guint preambular = 0, others = 0;
  gboolean introduces = FALSE; /* a preambular paragraph the items behind it */
  for (guint i = 0; i < self->n; i++) {
    AdrefSight *seen = &self->all[i];
    if (adref_sight_is_head(seen) && (preambular > 0 || others > 1))
      return;
    if (!adref_sight_is_content(seen))
      continue;
    if (is_preambular(self, i)) {
      seen->paragraph->kind = ADREF_INCOMING_PP;
      introduces = adref_sight_ends_with(seen, ":：");
      preambular++;
      continue;
    }
    if (introduces && is_plain_item(seen))
      continue;
    introduces = FALSE;
    if ((others + preambular == 0 && !is_first_operative(self, i)) ||
        (is_enacting(seen) && preambular > 0 && !begins_the_numbers(self, i)))
      seen->paragraph->kind = ADREF_INCOMING_CHAPEAU;
    else if (adref_sight_is_numbered(seen))
      return;
    if (preambular > 0 || ++others > INTRODUCING)
      return;
  }
}

/* Before numbered paragraphs what has no number introduces, below the first heading where the
 * numbers begin anew; so does a line with a colon before a heading. */
void adref_paragraph_introduction_decide(AdrefSights *self, gboolean numbered,
                                         gboolean through_headings)
{
  gboolean introduced = FALSE;
  for (guint i = 0; i < self->n; i++) {
    AdrefSight *seen = &self->all[i];
    if (adref_sight_is_head(seen) && introduced && !through_headings)
      return;
    introduced |= seen->paragraph->kind == ADREF_INCOMING_CHAPEAU;
    if (!adref_sight_is_content(seen))
      continue;
    gboolean colon = is_enacting(seen) && i + 1 < self->n && adref_sight_is_head(&self->all[i + 1]);
    if (adref_sight_is_numbered(seen) || (!numbered && !colon))
      return;
    gboolean item = seen->paragraph->list && i > 0 && !adref_sight_is_head(&self->all[i - 1]);
    seen->paragraph->kind = item ? ADREF_INCOMING_MORE : ADREF_INCOMING_CHAPEAU;
  }
}
