#include "exchange/paragraphs/paragraph_ending.h"

#include "exchange/paragraphs/eastern_items.h"
#include "exchange/paragraphs/opening_words.h"

enum {
  CONCLUDING = 2,       /* paragraphs behind a line of asterisks that close the text */
  SIGNATURES = 40,      /* lines that are looked at above a date at the end */
  SIGNATURE_WORDS = 20, /* of a line of names and offices, maybe of two side by side */
  SMALL_WORD = 4        /* letters of a word of a name that may begin small: "of", "the" */
};

/* Names and offices: "Prime Minister of Alba". */
static gboolean is_signature(const AdrefSight *seen)
{
  guint letters = 0, lines = adref_paragraph_has_lines(seen->paragraph->content) ? 4 : 1;
  gboolean small = FALSE;
  if (seen->paragraph->list || seen->paragraph->is_heading || seen->count > SIGNATURE_WORDS * lines)
    return FALSE;
  for (const char *at = seen->words; *at; at = g_utf8_next_char(at)) {
    gunichar letter = g_utf8_get_char(at);
    if (!g_unichar_isalpha(letter)) {
      letters = 0;
      continue;
    }
    small = letters++ == 0 ? g_unichar_islower(letter) : small;
    if (small && letters >= SMALL_WORD)
      return FALSE;
  }
  gboolean item = adref_eastern_item_read(seen->paragraph->words).kind != ADREF_EASTERN_NONE;
  return !item && !adref_sight_ends_with(seen, ";,?!。、；：") &&
         adref_paragraph_is_words(seen->paragraph->content);
}

static gboolean is_note(const AdrefSight *seen)
{
  return adref_paragraph_is_note(seen->paragraph->content);
}

static gboolean may_sign(const AdrefSight *seen)
{
  AdrefIncomingKind kind = seen->paragraph->kind;
  return (kind == ADREF_INCOMING_OP || kind == ADREF_INCOMING_MORE ||
          kind == ADREF_INCOMING_HEADING) &&
         !seen->paragraph->is_marked && !is_note(seen) && is_signature(seen);
}

/* Lines of names, or of a place, with a date. */
static gboolean is_signature_with_date(const AdrefSight *seen)
{
  return adref_sight_is_content(seen) && adref_paragraph_has_lines(seen->paragraph->content) &&
         adref_opening_is(ADREF_OPENING_DATE, seen->words) &&
         (is_signature(seen) ||
          (adref_sight_is_plain_line(seen) && !adref_sight_ends_with(seen, ".;:")));
}

/* Names above a date at the end. */
static void decide_signatures(AdrefSights *self, guint date)
{
  for (guint i = date; i > 1 && i + SIGNATURES > date && may_sign(&self->all[i - 1]); i--)
    self->all[i - 1].paragraph->kind = ADREF_INCOMING_CLOSING;
}

/* Where the names and offices begin with which the text ends. */
static guint start_of_signatures(const AdrefSights *self, guint end)
{
  while (end > 0 && (self->all[end - 1].paragraph->kind == ADREF_INCOMING_SKIP ||
                     is_note(&self->all[end - 1]) || may_sign(&self->all[end - 1])))
    end--;
  return end;
}

/* Whether lines that look like headings have only names and offices below them. */
static gboolean has_names_alone(const AdrefSights *self, guint from, guint end)
{
  guint lines = 0, heads = 0;
  for (guint i = from; i < end; i++) {
    AdrefIncomingKind kind = self->all[i].paragraph->kind;
    if (adref_sight_ends_with(&self->all[i], "."))
      return FALSE;
    lines += kind != ADREF_INCOMING_SKIP ? 1 : 0;
    heads += kind == ADREF_INCOMING_HEADING ? 1 : 0;
  }
  return lines > 1 && heads > 0 && lines <= SIGNATURES;
}

/* The paragraph of the first annex, or the end. */
static guint end_of_body(const AdrefSights *self)
{
  for (guint i = 0; i < self->n; i++)
    if (self->all[i].paragraph->kind == ADREF_INCOMING_ANNEX)
      return i;
  return self->n;
}

/* The closing: "ADOPTED in ..." and what follows it, up to an annex; a date at the end and the
 * names above and below it. */
void adref_paragraph_closing_decide(AdrefSights *self)
{
  gboolean closing = FALSE;
  guint last = end_of_body(self), signatures = start_of_signatures(self, last);
  gboolean names = has_names_alone(self, signatures, last);
  guint first = MIN(last / 2, signatures > 0 ? signatures - 1 : 0);
  for (guint i = first; i < last; i++) {
    AdrefSight *seen = &self->all[i];
    gboolean dated = seen->paragraph->kind == ADREF_INCOMING_DATE && i > last / 2;
    if (dated)
      decide_signatures(self, i);
    else
      dated = i > last / 2 && is_signature_with_date(seen);
    closing |= names && i >= signatures;
    if (adref_sight_is_head(seen) && closing && i >= signatures)
      seen->paragraph->kind = ADREF_INCOMING_OP;
    gboolean plain = !is_note(seen) &&
                     (adref_sight_is_content(seen) || seen->paragraph->kind == ADREF_INCOMING_MORE);
    if (adref_sight_is_head(seen))
      closing = FALSE;
    closing |= dated || (plain && adref_opening_is(ADREF_OPENING_ADOPTED, seen->words));
    if (plain && closing && !(seen->paragraph->list || (adref_sight_is_numbered(seen))))
      seen->paragraph->kind = ADREF_INCOMING_CLOSING;
  }
}

/* Where paragraphs are numbered, those without a number behind a line of asterisks close the text.
 */
void adref_paragraph_conclusion_decide(AdrefSights *self)
{
  guint seen = 0;
  for (guint i = self->n; i > self->n / 2; i--) {
    AdrefIncomingKind kind = self->all[i - 1].paragraph->kind;
    if (kind == ADREF_INCOMING_SKIP && seen > 0) {
      for (; i < self->n; i++)
        if (adref_sight_is_content(&self->all[i]))
          self->all[i].paragraph->kind = ADREF_INCOMING_CLOSING;
      return;
    }
    if (kind != ADREF_INCOMING_SKIP &&
        (!adref_sight_is_content(&self->all[i - 1]) || ++seen > CONCLUDING))
      return;
  }
}
