#include "exchange/paragraphs/paragraph_kind.h"

#include <string.h>

#include "clause/labels/item_label.h"
#include "exchange/paragraphs/eastern_items.h"
#include "exchange/paragraphs/opening_words.h"
#include "exchange/paragraphs/paragraph_ending.h"
#include "exchange/paragraphs/paragraph_heading.h"
#include "exchange/paragraphs/paragraph_preamble.h"

enum {
  LONG_ITEM = 160 /* characters of an item that is a paragraph of its own */
};

static gboolean has_letters(const char *words)
{
  for (const char *at = words; *at; at = g_utf8_next_char(at))
    if (g_unichar_isalnum(g_utf8_get_char(at)))
      return TRUE;
  return FALSE;
}

/* "###", "* * *": no words; and the last line of a page that adref made. */
static void decide_skips(AdrefSights *self)
{
  for (guint i = 0; i < self->n; i++) {
    AdrefSight *seen = &self->all[i];
    if (adref_sight_is_decided(seen) || !adref_paragraph_is_words(seen->paragraph->content))
      continue;
    if (!has_letters(seen->words) || adref_opening_is(ADREF_OPENING_PAGE_FOOTER, seen->words))
      seen->paragraph->kind = ADREF_INCOMING_SKIP;
  }
}

/* The words of a footnote are no clause, wherever they stand. */
static void decide_notes(AdrefSights *self)
{
  for (guint i = 1; i < self->n; i++)
    if (!adref_sight_is_decided(&self->all[i]) &&
        adref_paragraph_is_note(self->all[i].paragraph->content))
      self->all[i].paragraph->kind = ADREF_INCOMING_MORE;
}

/* Whether the first number of all is that of a paragraph, not of an item of one. */
static gboolean begins_the_numbers(const AdrefSights *self)
{
  for (guint i = 0; i < self->n; i++)
    if (self->all[i].paragraph->number)
      return self->all[i].paragraph->kind != ADREF_INCOMING_MORE;
  return FALSE;
}

/* Whether labels count as the numbers of paragraphs do: "Article 5", 第三条, 一、, "١." */
static gboolean counts_paragraphs(const AdrefIncomingParagraph *paragraph)
{
  AdrefItemLabel label = adref_item_label_read(paragraph->words, strlen(paragraph->words));
  return paragraph->list->as.list.ordered || label.kind == ADREF_ITEM_LABEL_WORD ||
         (label.length > 0 && label.kind == ADREF_ITEM_LABEL_FIGURE && label.end != ')' &&
          label.end != 0xFF09 && label.end != 0x3000);
}

/* Items are paragraphs of their own when nothing introduces them, or when they are long. */
static gboolean is_own_list(const AdrefSights *self, guint first, guint end)
{
  const AdrefSight *before = first > 0 ? &self->all[first - 1] : NULL;
  gsize length = 0;
  for (guint i = first; i < end; i++) {
    if (adref_words_begin_small(self->all[i].words))
      return FALSE;
    length += (gsize)g_utf8_strlen(self->all[i].words, -1);
  }
  if (!before || adref_sight_is_head(before) || before->paragraph->kind == ADREF_INCOMING_CHAPEAU ||
      before->paragraph->kind == ADREF_INCOMING_DATE ||
      (before->paragraph->list && before->paragraph->kind == ADREF_INCOMING_OP))
    return TRUE;
  if (counts_paragraphs(self->all[first].paragraph))
    return !adref_sight_ends_with(before, ":：");
  return length / (end - first) >= LONG_ITEM;
}

static void decide_lists(AdrefSights *self)
{
  for (guint i = 0; i < self->n;) {
    guint list = self->all[i].paragraph->list_index, end = i + 1;
    while (list > 0 && end < self->n && self->all[end].paragraph->list_index == list)
      end++;
    if (list > 0 && adref_sight_is_content(&self->all[i]) && !is_own_list(self, i, end))
      for (guint item = i; item < end; item++)
        self->all[item].paragraph->kind = ADREF_INCOMING_MORE;
    i = end;
  }
}

static gboolean is_bullet(const AdrefSight *seen)
{
  return adref_sight_is_content(seen) && !seen->paragraph->list &&
         adref_opening_is(ADREF_OPENING_BULLET, seen->words);
}

/* Items whose mark was typed, "• ...", as those of a list: they go on unless they are long. */
static void decide_bullets(AdrefSights *self)
{
  for (guint i = 1; i < self->n;) {
    guint end = i;
    gsize length = 0;
    for (; end < self->n && is_bullet(&self->all[end]); end++)
      length += (gsize)g_utf8_strlen(self->all[end].words, -1);
    gboolean more =
        end > i && length / (end - i) < LONG_ITEM && !adref_sight_is_head(&self->all[i - 1]);
    for (guint item = i; more && item < end; item++)
      self->all[item].paragraph->kind = ADREF_INCOMING_MORE;
    i = MAX(end, i + 1);
  }
}

/* "（1）" may be the number of a paragraph, unless it stands in the line below another one; the
 * other marks of items are none. */
static gboolean is_item_below(const AdrefSights *self, guint i)
{
  const AdrefIncomingParagraph *paragraph = self->all[i].paragraph;
  const AdrefIncomingParagraph *above = self->all[i - 1].paragraph;
  AdrefEasternKind kind = adref_eastern_item_read(paragraph->words).kind;
  gboolean may_count = kind == ADREF_EASTERN_FIGURE || kind == ADREF_EASTERN_IDEOGRAPH;
  gboolean below =
      paragraph->line == above->line + 1 ||
      (above->kind == ADREF_INCOMING_MORE && adref_eastern_item_read(above->words).kind == kind);
  return adref_sight_is_among_items(self, i) && (!may_count || below);
}

/* What goes on: tables, quotes, notes, "(a)", words that begin small; a note below a line, too. */
static void decide_continuations(AdrefSights *self)
{
  for (guint i = 1; i < self->n; i++) {
    AdrefSight *seen = &self->all[i];
    gboolean after = !adref_sight_is_head(&self->all[i - 1]) &&
                     self->all[i - 1].paragraph->kind != ADREF_INCOMING_SKIP;
    if (!adref_sight_is_content(seen) || seen->paragraph->list)
      continue;
    if (adref_opening_is(ADREF_OPENING_NOTE, seen->words) &&
        !adref_sight_is_head(&self->all[i - 1]))
      seen->paragraph->kind = ADREF_INCOMING_MORE;
    if (!after)
      continue;
    if (!adref_paragraph_is_words(seen->paragraph->content) ||
        adref_words_begin_small(seen->words) ||
        adref_opening_is_sub_number(seen->paragraph->words) || is_item_below(self, i))
      seen->paragraph->kind = ADREF_INCOMING_MORE;
  }
}

/* Whether the numbers of the numbered paragraphs are 1, 2, 3 without a gap in each part. */
static gboolean is_one_series(const AdrefSights *self, guint *count)
{
  guint64 last = 0;
  *count = 0;
  for (guint i = 0; i < self->n; i++) {
    const AdrefSight *seen = &self->all[i];
    if (seen->paragraph->kind == ADREF_INCOMING_ANNEX)
      last = 0;
    if (!adref_sight_is_content(seen) || !adref_sight_is_numbered(seen))
      continue;
    guint64 number = adref_sight_number(seen);
    if (number != last + 1)
      return FALSE;
    last = number;
    (*count)++;
  }
  return *count > 1;
}

/* Whether an annex has neither headings nor numbers of its own: then it is one clause. */
static gboolean is_plain_annex(const AdrefSights *self, guint annex)
{
  for (guint i = annex + 1; i < self->n && self->all[i].paragraph->kind != ADREF_INCOMING_ANNEX;
       i++)
    if (adref_sight_is_head(&self->all[i]) || self->all[i].paragraph->number)
      return FALSE;
  return TRUE;
}

/* Where paragraphs are numbered, one without a number goes on with the one before it. */
static void join_unnumbered(AdrefSights *self)
{
  gboolean open = FALSE;
  for (guint i = 0; i < self->n; i++) {
    AdrefSight *seen = &self->all[i];
    if (seen->paragraph->kind == ADREF_INCOMING_ANNEX)
      open = is_plain_annex(self, i);
    else if (adref_sight_is_content(seen) && !adref_sight_is_numbered(seen) && open)
      seen->paragraph->kind = ADREF_INCOMING_MORE;
    else if (seen->paragraph->kind != ADREF_INCOMING_MORE)
      open = adref_sight_is_content(seen) && adref_sight_is_numbered(seen);
  }
}

/* Items of a plan: decimal numbers. One that stood already in this part of the text stays where it
 * is typed: a number names one item. */
static void decide_plan_items(AdrefSights *self)
{
  g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < self->n; i++) {
    AdrefSight *seen = &self->all[i];
    const char *number = seen->paragraph->number;
    if (seen->paragraph->kind == ADREF_INCOMING_ANNEX)
      g_hash_table_remove_all(taken);
    if (adref_sight_is_content(seen) && number && strspn(number, "0123456789.") == strlen(number) &&
        strchr(number, '.') && g_hash_table_add(taken, (gpointer)(guintptr)number))
      seen->paragraph->kind = ADREF_INCOMING_PLAN_ITEM;
  }
}

/* Whether the text has headings of Markdown below its title. */
static gboolean has_own_headings(const AdrefSights *self)
{
  enum {
    SOME = 3 /* with the title */
  };
  guint headings = 0;
  for (guint i = 0; i < self->n; i++)
    headings += self->all[i].paragraph->is_heading ? 1 : 0;
  return headings >= SOME;
}

void adref_paragraph_kinds_decide(AdrefIncomingText *incoming, const char *language)
{
  guint numbered = 0;
  AdrefSights sights = {.all = g_new0(AdrefSight, incoming->paragraphs->len + 1),
                        .n = incoming->paragraphs->len,
                        .language = language,
                        .front_title = incoming->front_title};
  for (guint i = 0; i < sights.n; i++)
    adref_sight_take(&sights.all[i], incoming->paragraphs->pdata[i]);
  sights.has_own_headings = has_own_headings(&sights);
  decide_skips(&sights);
  decide_notes(&sights);
  adref_paragraph_dates_decide(&sights);
  adref_paragraph_headings_decide(&sights);
  adref_paragraph_preamble_decide(&sights);
  decide_lists(&sights);
  decide_bullets(&sights);
  decide_continuations(&sights);
  gboolean series = is_one_series(&sights, &numbered);
  adref_paragraph_introduction_decide(&sights, numbered > 1, series && begins_the_numbers(&sights));
  if (series)
    adref_paragraph_conclusion_decide(&sights);
  adref_paragraph_closing_decide(&sights);
  if (series)
    join_unnumbered(&sights);
  decide_plan_items(&sights);
  g_free(sights.all);
}

static gboolean is_operative(const AdrefIncomingParagraph *paragraph)
{
  return paragraph->kind == ADREF_INCOMING_OP && !paragraph->is_marked;
}

AdrefTypedNumbers adref_typed_numbers(const AdrefIncomingText *incoming)
{
  guint last = 0, numbered = 0, operative = 0;
  gboolean counted = TRUE, ascending = TRUE;
  for (guint i = 0; i < incoming->paragraphs->len; i++) {
    const AdrefIncomingParagraph *paragraph = incoming->paragraphs->pdata[i];
    if (paragraph->kind == ADREF_INCOMING_ANNEX)
      last = 0;
    if (!is_operative(paragraph))
      continue;
    operative++;
    if (!paragraph->number)
      continue;
    if (adref_typed_number_stays(paragraph))
      return ADREF_TYPED_NUMBERS_OTHER;
    numbered++;
    guint number = (guint)g_ascii_strtoull(paragraph->number, NULL, 10);
    gboolean plain = strspn(paragraph->number, "0123456789") == strlen(paragraph->number);
    counted = counted && plain && number == last + 1;
    ascending = ascending && (number > last || (!plain && number == last));
    last = number;
  }
  if (numbered == 0)
    return ADREF_TYPED_NUMBERS_NONE;
  if (numbered < operative)
    return ADREF_TYPED_NUMBERS_OTHER;
  return counted     ? ADREF_TYPED_NUMBERS_COUNTED
         : ascending ? ADREF_TYPED_NUMBERS_ASCENDING
                     : ADREF_TYPED_NUMBERS_OTHER;
}
