#include "view/pdf/pdf_summary.h"

#include <string.h>

#include "view/fact_list.h"
#include "view/redline.h"
#include "view/sign_words.h"

enum {
  TEXT_COLOR = 0x111111,
  MUTED_COLOR = 0x4A4A4A,
  DELETED_COLOR = 0x9B1C1C,
  INSERTED_COLOR = 0x0B4F8A
};

typedef struct {
  AdrefPageFlow *flow;
  AdrefStyledText *words;
  const AdrefPageWords *table; /* adref's own words in the language; NULL: English */
} Summary;

static void add(const Summary *summary, const char *words, guint color, gboolean is_bold,
                guint lines)
{
  float size = adref_page_flow_geometry(summary->flow)->size * 0.82F;
  AdrefTextStyle style = {
      .face = {ADREF_FONT_FAMILY_SANS, is_bold, FALSE, size}, .color = color, .decoration = lines};
  adref_styled_text_add(summary->words, adref_page_flow_style(summary->flow, &style), NULL, words,
                        strlen(words));
}

static gboolean is_mirrored(const Summary *summary)
{
  return adref_page_flow_line_breaker(summary->flow)->is_rtl;
}

/* Words that read from left to right on a right-to-left page too: "2 #b", and an English sentence
 * with its full stop. */
static void add_from_left(const Summary *summary, const char *words, guint color)
{
  static const char isolate[] = "\342\201\246", end[] = "\342\201\251"; /* U+2066, U+2069 */
  gboolean is_rtl = is_mirrored(summary);
  g_autofree char *isolated = is_rtl ? g_strconcat(isolate, words, end, NULL) : NULL;
  add(summary, is_rtl ? isolated : words, color, FALSE, 0);
}

/* A paragraph of English, whatever the language of the text. */
static guint new_english(AdrefPageFlow *flow)
{
  guint element = adref_page_flow_add_element(flow, "P", 0);
  adref_page_flow_set_language(flow, element, "en");
  return element;
}

static void end_line(const Summary *summary, float gap, gboolean keeps_next, gboolean is_english)
{
  const AdrefPageGeometry *geometry = adref_page_flow_geometry(summary->flow);
  AdrefBlockFormat block = {.element = is_english
                                           ? new_english(summary->flow)
                                           : adref_page_flow_add_element(summary->flow, "P", 0),
                            .width = geometry->measure,
                            .gap = gap,
                            .leading = geometry->leading * 0.84F,
                            .align = ADREF_TEXT_ALIGN_START,
                            .keeps_next = keeps_next,
                            .is_uncounted = TRUE};
  adref_page_flow_add_block(summary->flow, summary->words, &block);
  adref_styled_text_clear(summary->words);
}

static void add_pair(const Summary *summary, const AdrefFinding *finding)
{
  g_autofree char *old = adref_sign_words_quote(finding->old, summary->table);
  g_autofree char *new = adref_sign_words_quote(finding->new, summary->table);
  if (finding->old[0])
    add(summary, old, DELETED_COLOR, FALSE, ADREF_TEXT_DECORATION_STRIKE);
  const char *arrow = is_mirrored(summary) ? " \342\206\220 " : " \342\206\222 ";
  add(summary, finding->old[0] ? arrow : "+ ", MUTED_COLOR, FALSE, 0); /* no font mirrors it */
  if (finding->new[0])
    add(summary, new, INSERTED_COLOR, FALSE, ADREF_TEXT_DECORATION_DOUBLE);
  else
    add(summary, adref_page_words_get(summary->table, ADREF_PAGE_WORD_NOTHING), MUTED_COLOR, FALSE,
        0);
  gboolean is_own;
  if (finding->shift == ADREF_SHIFT_NONE)
    return;
  add(summary, ", ", TEXT_COLOR, FALSE, 0);
  add(summary, adref_review_shift(finding->shift, summary->table, &is_own), TEXT_COLOR, TRUE, 0);
}

static void add_findings(const Summary *summary, const GPtrArray *findings)
{
  g_autofree char *semicolon = adref_page_words_between(summary->table, ADREF_PAGE_WORD_THEN);
  for (guint i = 0; i < findings->len && i < ADREF_REVIEW_MAX_FINDINGS; i++) {
    add(summary, i > 0 ? semicolon : "", MUTED_COLOR, FALSE, 0);
    add_pair(summary, findings->pdata[i]);
  }
  if (findings->len <= ADREF_REVIEW_MAX_FINDINGS)
    return;
  g_autofree char *more = adref_page_words_count(summary->table, ADREF_PAGE_WORD_MORE,
                                                 findings->len - ADREF_REVIEW_MAX_FINDINGS);
  add(summary, semicolon, MUTED_COLOR, FALSE, 0);
  add(summary, more, MUTED_COLOR, FALSE, 0);
}

/* Ends an entry: its name stands on the left, the words that were added on the right. */
static void end_entry(const Summary *summary, const char *name, gboolean is_english)
{
  AdrefPageFlow *flow = summary->flow;
  const AdrefPageGeometry *geometry = adref_page_flow_geometry(flow);
  float names = geometry->measure * 0.32F, gutter = geometry->size;
  g_autoptr(AdrefStyledText) left = adref_styled_text_new();
  Summary name_summary = {flow, left, NULL};
  add_from_left(&name_summary, name, TEXT_COLOR);
  AdrefTableCell cells[] = {
      {left, adref_page_flow_add_element(flow, "P", 0), geometry->size, names,
       ADREF_TEXT_ALIGN_START},
      {summary->words, is_english ? new_english(flow) : adref_page_flow_add_element(flow, "P", 0),
       geometry->size + names + gutter, geometry->measure - names - gutter - geometry->size,
       ADREF_TEXT_ALIGN_START}};
  adref_page_flow_add_row(flow, cells, G_N_ELEMENTS(cells), 1.5F, geometry->leading * 0.84F, FALSE);
  adref_styled_text_clear(summary->words);
}

/* The name of a clause, and what changed in it. */
static void set_entry(const Summary *summary, const AdrefSummaryGroup *group,
                      const AdrefSummaryEntry *entry)
{
  g_autofree char *name = adref_redline_name(entry->clause, summary->table);
  g_autofree char *words =
      entry->findings->len > 0 ? NULL : adref_review_entry_words(group, entry, summary->table);
  add(summary, words ? words : "", TEXT_COLOR, FALSE, 0);
  add_findings(summary, entry->findings);
  end_entry(summary, name,
            words && !adref_page_words_has(summary->table, ADREF_PAGE_WORD_WHAT_MODIFIED));
}

/* The name of a fact, and its two values. */
static void set_fact(const Summary *summary, const AdrefFactChange *change)
{
  g_autofree char *fact = adref_fact_list_name(change, summary->table);
  g_autofree char *name = adref_escape_controls(fact, -1, FALSE);
  g_autofree char *old = adref_fact_list_value(change->old, summary->table);
  g_autofree char *new = adref_fact_list_value(change->new, summary->table);
  if (change->old)
    add(summary, old, DELETED_COLOR, FALSE, ADREF_TEXT_DECORATION_STRIKE);
  else
    add(summary, old, MUTED_COLOR, FALSE, 0);
  add(summary, is_mirrored(summary) ? " \342\206\220 " : " \342\206\222 ", MUTED_COLOR, FALSE, 0);
  if (change->new)
    add(summary, new, INSERTED_COLOR, FALSE, ADREF_TEXT_DECORATION_DOUBLE);
  else
    add(summary, new, MUTED_COLOR, FALSE, 0);
  end_entry(summary, name, FALSE);
}

/* Ends a line of words that are English where the table lacks `word`. */
static void end_words(const Summary *summary, AdrefPageWord word, float gap)
{
  end_line(summary, gap, TRUE, !adref_page_words_has(summary->table, word));
}

/* Words of the table, in the direction of the page; where they are English, from left to right. */
static void add_words(const Summary *summary, AdrefPageWord word, const char *words, guint color)
{
  if (adref_page_words_has(summary->table, word))
    add(summary, words, color, FALSE, 0);
  else
    add_from_left(summary, words, color);
}

static void set_facts(const Summary *summary, const GPtrArray *facts, const char *problem)
{
  if ((!facts || facts->len == 0) && !problem)
    return;
  add(summary, adref_page_words_get(summary->table, ADREF_PAGE_WORD_FACTS), TEXT_COLOR, TRUE, 0);
  end_words(summary, ADREF_PAGE_WORD_FACTS, adref_page_flow_geometry(summary->flow)->gap);
  for (guint i = 0; facts && i < facts->len; i++)
    set_fact(summary, facts->pdata[i]);
  if (!problem)
    return;
  g_autofree char *line = adref_fact_list_problem_line(problem, summary->table);
  add_from_left(summary, line, TEXT_COLOR);
  end_words(summary, ADREF_PAGE_WORD_NOT_COMPARED, 1.5F);
}

/* "Words are deleted, inserted, or moved", each in its marks. */
static void set_marks(const Summary *summary)
{
  static const char deleted[] = "{deleted}", inserted[] = "{inserted}";
  const char *from = adref_page_words_get(summary->table, ADREF_PAGE_WORD_MARKS);
  for (const char *at = strchr(from, '{'); at; at = strchr(at + 1, '{')) {
    gboolean is_deleted = g_str_has_prefix(at, deleted);
    if (!is_deleted && !g_str_has_prefix(at, inserted))
      continue;
    g_autofree char *before = g_strndup(from, (gsize)(at - from));
    add(summary, before, MUTED_COLOR, FALSE, 0);
    add(summary,
        adref_page_words_get(summary->table, is_deleted ? ADREF_PAGE_WORD_MARKS_DELETED
                                                        : ADREF_PAGE_WORD_MARKS_INSERTED),
        is_deleted ? DELETED_COLOR : INSERTED_COLOR, FALSE,
        is_deleted ? ADREF_TEXT_DECORATION_STRIKE : ADREF_TEXT_DECORATION_DOUBLE);
    from = at + (is_deleted ? sizeof deleted : sizeof inserted) - 1;
  }
  add(summary, from, MUTED_COLOR, FALSE, 0);
  end_words(summary, ADREF_PAGE_WORD_MARKS, adref_page_flow_geometry(summary->flow)->gap);
}

/* The two versions, and what the marks mean. */
static void set_origins(const Summary *summary, const AdrefReviewOptions *review)
{
  for (guint new = 0; new < 2; new ++) {
    g_autofree char *line = adref_review_origin(review, new == 0, summary->table);
    if (!line)
      continue;
    add_words(summary, ADREF_PAGE_WORD_ORIGIN_NEW, line, MUTED_COLOR);
    end_words(summary, ADREF_PAGE_WORD_ORIGIN_NEW, 1.5F);
  }
  set_marks(summary);
}

void adref_pdf_summary_typeset(AdrefPageFlow *flow, const AdrefNode *redline,
                               const AdrefReviewOptions *review)
{
  g_autoptr(AdrefStyledText) words = adref_styled_text_new();
  const AdrefPageWords *table = review->options->words;
  Summary summary = {flow, words, table};
  const AdrefPageGeometry *geometry = adref_page_flow_geometry(flow);
  g_autoptr(GPtrArray) groups = adref_summary_new(redline, &review->only);
  g_autofree char *totals = adref_review_totals(redline, table);
  g_autofree char *both = adref_review_title(review, table);
  add(&summary, both, TEXT_COLOR, TRUE, 0);
  end_words(&summary, ADREF_PAGE_WORD_REDLINE, geometry->gap * 1.5F);
  set_origins(&summary, review);
  set_facts(&summary, review->facts, review->facts_problem);
  for (guint i = 0; i < groups->len; i++) {
    const AdrefSummaryGroup *group = groups->pdata[i];
    add(&summary, adref_page_words_get(table, group->name), TEXT_COLOR, TRUE, 0);
    end_line(&summary, geometry->gap, TRUE, !adref_page_words_has(table, group->name));
    for (guint j = 0; j < group->entries->len; j++)
      set_entry(&summary, group, group->entries->pdata[j]);
  }
  gboolean is_own = adref_page_words_has(table, ADREF_PAGE_WORD_PARAGRAPHS);
  if (is_own)
    add(&summary, totals, MUTED_COLOR, FALSE, 0);
  else
    add_from_left(&summary, totals, MUTED_COLOR);
  end_line(&summary, geometry->gap, FALSE, !is_own);
  adref_page_flow_add_rule(flow, 0, geometry->measure, geometry->gap, 0.6F);
}
