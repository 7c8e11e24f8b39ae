#include <string.h>

#include "clause/change.h"
#include "clause/labels/numbering.h"
#include "view/pdf/pdf_composer.h"
#include "view/position_pieces.h"
#include "view/sign_words.h"

enum {
  BRACKET = 0x9B1C1C,
  AGREED = 0x1E6B3A,
};

static void add_break(gpointer data, const AdrefNode *node)
{
  AdrefPdfComposer *composer = data;
  AdrefTextStyle style = adref_pdf_composer_style(composer);
  if (node->mark != ADREF_KEPT)
    adref_pdf_composer_add(composer, &style, "\342\206\265");
  adref_pdf_composer_add(composer, &style, "\342\200\250");
}

static void enter_code(gpointer data, const AdrefNode *node)
{
  AdrefPdfComposer *composer = data;
  composer->mono++;
  AdrefTextStyle style = adref_pdf_composer_style(composer);
  adref_pdf_composer_add_lines(composer, &style, node, node->text, node->length);
  composer->mono--;
}

static void enter_emph(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((AdrefPdfComposer *)data)->italic++;
}

static void leave_emph(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((AdrefPdfComposer *)data)->italic--;
}

static void enter_format(gpointer data, const AdrefNode *node)
{
  ((AdrefPdfComposer *)data)->formats[node->as.format]++;
}

static void leave_format(gpointer data, const AdrefNode *node)
{
  ((AdrefPdfComposer *)data)->formats[node->as.format]--;
}

static void enter_strong(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((AdrefPdfComposer *)data)->bold++;
}

static void leave_strong(gpointer data, const AdrefNode *node)
{
  (void)node;
  ((AdrefPdfComposer *)data)->bold--;
}

static void link_target(gpointer data, const AdrefNode *node, const char *url,
                        const AdrefNode *clause)
{
  AdrefPdfComposer *composer = data;
  gboolean is_shown = !clause || g_hash_table_contains(composer->places, clause);
  if (composer->linked || (!url && !clause) || !is_shown)
    return;
  guint place = clause ? GPOINTER_TO_UINT(g_hash_table_lookup(composer->places, clause)) : 0;
  composer->linked = node;
  composer->link = adref_page_flow_add_link(composer->flow, clause ? NULL : g_strdup(url), place);
}

static void leave_link(gpointer data, const AdrefNode *node)
{
  AdrefPdfComposer *composer = data;
  if (composer->linked != node)
    return;
  composer->linked = NULL;
  composer->link = 0;
}

static AdrefTextStyle superscript_style(const AdrefPdfComposer *composer)
{
  AdrefTextStyle style = adref_pdf_composer_style(composer);
  style.rise = style.face.size * 0.36F;
  style.face.size *= 0.66F;
  return style;
}

static void add_number(AdrefPdfComposer *composer, const AdrefTextStyle *style,
                       const AdrefNode *node, guint number)
{
  g_autofree char *digits = g_strdup_printf("%u", number);
  adref_pdf_composer_add_from(composer, style, node, digits, strlen(digits));
}

/* Adds a pending footnote with the number that it will have in the flow. A footnote that is called
 * inside a footnote counts as called by the words that call the outer one. */
static void call_footnote(AdrefPdfComposer *composer, guint number)
{
  AdrefPdfFootnote footnote = {NULL, number, composer->footnote};
  composer->footnote_numbers[number] =
      adref_page_flow_next_footnote(composer->flow) + composer->pending_footnotes->len;
  g_array_append_val(composer->pending_footnotes, footnote);
}

/* The blocks of a footnote are lines of one text. */
typedef struct {
  GArray *numbers; /* of guint: of the next item of each open list */
  char *label;     /* of the next line, or NULL */
  gboolean is_first;
} FootnoteLines;

static void add_footnote_line(AdrefPdfComposer *composer, FootnoteLines *lines,
                              const AdrefNode *block)
{
  AdrefTextStyle style = adref_pdf_composer_style(composer);
  g_autofree char *label = g_steal_pointer(&lines->label);
  gboolean joins = block->type == ADREF_TABLE_CELL && block->prev;
  if (!lines->is_first)
    adref_pdf_composer_add(composer, &style, joins ? " | " : "\342\200\250");
  lines->is_first = FALSE;
  if (label) {
    adref_pdf_composer_add(composer, &style, label);
    adref_pdf_composer_add(composer, &style, "\302\240");
  }
  if (block->type == ADREF_CODE_BLOCK)
    adref_pdf_composer_add_lines(composer, &style, block, block->text, block->length);
  for (const AdrefNode *word = block->first; word; word = word->next)
    adref_renderer_run(composer->renderer, word);
}

static void enter_footnote_item(FootnoteLines *lines, const AdrefNode *item)
{
  guint *next = &g_array_index(lines->numbers, guint, lines->numbers->len - 1);
  guint number = adref_item_number(item, *next), depth = lines->numbers->len - 1;
  *next = number + 1;
  g_free(lines->label);
  const AdrefNode *list = adref_change_outer_node(item->parent);
  lines->label = list->as.list.ordered ? adref_numbering_list_item(list, depth, number)
                                       : g_strdup("\342\200\242");
}

static void add_footnote_blocks(AdrefPdfComposer *composer, const AdrefNode *footnote)
{
  FootnoteLines lines = {g_array_new(FALSE, FALSE, sizeof(guint)), NULL, TRUE};
  AdrefWalk walk = adref_walk(footnote);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (node->type == ADREF_LIST && walk.entering)
      g_array_append_val(lines.numbers, node->as.list.start);
    else if (node->type == ADREF_LIST)
      g_array_set_size(lines.numbers, lines.numbers->len - 1);
    else if (node->type == ADREF_ITEM && walk.entering)
      enter_footnote_item(&lines, node);
    else if (walk.entering && (adref_node_holds_inlines(node) || node->type == ADREF_CODE_BLOCK)) {
      add_footnote_line(composer, &lines, node);
      adref_walk_skip(&walk);
    }
  }
  g_array_unref(lines.numbers);
  g_free(lines.label);
}

static AdrefStyledText *read_footnote(AdrefPdfComposer *composer, const AdrefPdfFootnote *footnote)
{
  AdrefPdfComposer outer = *composer;
  AdrefStyledText *styled_text = composer->styled_text = adref_styled_text_new();
  composer->footnote =
      footnote->caller > 0 ? footnote->caller : composer->footnote_numbers[footnote->number];
  composer->table = NULL;
  composer->bold = composer->italic = composer->mono = composer->link = 0;
  memset(composer->formats, 0, sizeof composer->formats);
  composer->linked = NULL;
  AdrefTextStyle style = superscript_style(composer), space = adref_pdf_composer_style(composer);
  const AdrefNode *words = adref_footnotes_words(composer->footnotes, footnote->number);
  add_number(composer, &style, NULL, adref_footnotes_shown(composer->footnotes, footnote->number));
  adref_pdf_composer_add(composer, &space, "\302\240");
  add_footnote_blocks(composer, words);
  *composer = outer;
  return styled_text;
}

/* Reads the texts of the pending footnotes, and of those that they call. */
static void read_footnotes(AdrefPdfComposer *composer)
{
  for (guint i = 0; i < composer->pending_footnotes->len; i++) {
    AdrefPdfFootnote footnote = g_array_index(composer->pending_footnotes, AdrefPdfFootnote, i);
    if (!footnote.styled_text) {
      AdrefStyledText *styled_text = read_footnote(composer, &footnote);
      g_array_index(composer->pending_footnotes, AdrefPdfFootnote, i).styled_text = styled_text;
    }
  }
}

static void enter_footnote(gpointer data, const AdrefNode *node)
{
  AdrefPdfComposer *composer = data;
  guint number = adref_footnotes_number(composer->footnotes, node);
  AdrefTextStyle style = superscript_style(composer);
  if (adref_footnote_follows_another(node))
    adref_pdf_composer_add(composer, &style, ", ");
  guint counted = adref_footnotes_number(composer->counted, node);
  if (counted > 0) {
    add_number(composer, &style, node, counted);
    return;
  }
  if (number == 0) {
    adref_pdf_composer_add_lines(composer, &style, node, node->text, node->length);
    return;
  }
  if (composer->footnote_numbers[number] == 0) {
    call_footnote(composer, number);
    if (composer->footnote == 0)
      read_footnotes(composer);
  }
  style.footnote = composer->footnote_numbers[number];
  add_number(composer, &style, node, adref_footnotes_shown(composer->footnotes, number));
}

static void enter_ad_ref(gpointer data, const AdrefNode *node)
{
  AdrefPdfComposer *composer = data;
  AdrefTextStyle style = adref_pdf_composer_style(composer),
                 small = adref_pdf_composer_small_style(composer, AGREED, TRUE);
  adref_pdf_composer_add_from(composer, &style, node, " ", 1);
  adref_pdf_composer_add_from(composer, &small, node, "[Agreed ad ref]", 15);
}

/* Brackets are bold, so that they can be seen in black and white too. */
static void add_symbol(AdrefPdfComposer *composer, const AdrefNode *node, const char *symbol)
{
  AdrefTextStyle style = adref_pdf_composer_style(composer);
  style.face.is_bold = TRUE;
  style.face.is_italic = FALSE;
  if (composer->mark == ADREF_KEPT)
    style.color = BRACKET;
  style.link = 0;
  style.is_sign = TRUE;
  adref_pdf_composer_add_from(composer, &style, node, symbol, strlen(symbol));
}

static void open_bracket(gpointer data, const AdrefNode *node)
{
  add_symbol(data, node, "[");
}

static void slash(gpointer data, const AdrefNode *node)
{
  AdrefPdfComposer *composer = data;
  AdrefTextStyle style = adref_pdf_composer_style(composer);
  adref_pdf_composer_add(composer, &style, " ");
  add_symbol(composer, node, "/");
  adref_pdf_composer_add(composer, &style, " ");
}

static void close_bracket(gpointer data, const AdrefNode *node)
{
  add_symbol(data, node, "]");
}

static void add_code(AdrefPdfComposer *composer, const AdrefNode *node, const char *code)
{
  AdrefTextStyle style = adref_pdf_composer_party_style(composer, code);
  adref_pdf_composer_add_from(composer, &style, node, code, strlen(code));
}

/* "JPN, USA reserve": a line ends only behind the name of a party. */
static void positions(gpointer data, const AdrefNode *node, const GPtrArray *groups)
{
  AdrefPdfComposer *composer = data;
  AdrefTextStyle style = adref_pdf_composer_style(composer),
                 small = adref_pdf_composer_small_style(composer, ADREF_PDF_COLOR_TEXT, TRUE),
                 sign = small;
  sign.is_sign = TRUE;
  adref_pdf_composer_add(composer, &style, " ");
  adref_pdf_composer_add_from(composer, &sign, node, "\342\200\223\302\240", 5);
  for (guint i = 0; i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    const char *verb = adref_position_verb_in(position->verb, composer->options->words);
    if (i > 0)
      adref_pdf_composer_add(composer, &small, "; ");
    for (char **code = position->parties; *code; code++) {
      if (code > position->parties)
        adref_pdf_composer_add(composer, &small, ", ");
      add_code(composer, node, *code);
    }
    if (position->verb == ADREF_POSITION_SUPPORT)
      continue;
    adref_pdf_composer_add_from(composer, &small, node, "\302\240", 2);
    adref_pdf_composer_add_from(composer, &small, node, verb, strlen(verb));
  }
}

static void begin(gpointer data, AdrefChangeMark mark)
{
  ((AdrefPdfComposer *)data)->mark = mark;
}

static void end(gpointer data, AdrefChangeMark mark)
{
  (void)mark;
  ((AdrefPdfComposer *)data)->mark = ADREF_KEPT;
}

static void symbol(gpointer data, const char *text)
{
  AdrefPdfComposer *composer = data;
  AdrefTextStyle style = adref_pdf_composer_small_style(composer, ADREF_PDF_COLOR_MUTED, FALSE);
  g_autofree char *own = adref_sign_words(text, composer->options->words);
  adref_pdf_composer_add(composer, &style, own ? own : text);
}

void adref_pdf_inlines(AdrefRendererTable *table)
{
  const AdrefRendererRow rows[] = {
      {ADREF_LINE_BREAK, add_break, NULL},
      {ADREF_CODE, enter_code, NULL},
      {ADREF_EMPH, enter_emph, leave_emph},
      {ADREF_STRONG, enter_strong, leave_strong},
      {ADREF_FORMAT, enter_format, leave_format},
      {ADREF_LINK, NULL, leave_link},
      {ADREF_IMAGE, NULL, leave_link},
      {ADREF_FOOTNOTE, enter_footnote, NULL},
      {ADREF_AD_REF, enter_ad_ref, NULL},
  };
  table->has_page_verbs = TRUE;
  adref_renderer_table_set(table, rows, G_N_ELEMENTS(rows));
  table->link = link_target;
  table->open = open_bracket;
  table->slash = slash;
  table->close = close_bracket;
  table->positions = positions;
  table->begin = begin;
  table->end = end;
  table->symbol = symbol;
}
