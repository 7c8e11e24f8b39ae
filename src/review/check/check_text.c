#include "review/check/check_text.h"

#include <string.h>

#include "language/language_tag.h"

typedef struct {
  gsize start; /* in the words of the block */
  const AdrefNode *node;
  gsize from; /* where it begins in the source; 0: not looked for yet, or at its very start */
} Piece;

/* --- findings --- */

static void finding_free(gpointer data)
{
  AdrefCheckFinding *finding = data;
  g_free(finding->file);
  g_free(finding->language);
  g_free(finding->id);
  g_free(finding->part);
  g_free(finding->message);
  g_free(finding->suggestion);
  g_free(finding->reason);
  g_free(finding->fix);
  g_free(finding);
}

GPtrArray *adref_check_findings_new(void)
{
  return g_ptr_array_new_with_free_func(finding_free);
}

static gint compare_findings(gconstpointer a, gconstpointer b)
{
  const AdrefCheckFinding *first = *(gpointer const *)a, *second = *(gpointer const *)b;
  gint order = strcmp(first->file, second->file);
  if (order == 0 && first->line != second->line)
    order = first->line < second->line ? -1 : 1;
  if (order == 0 && first->column != second->column)
    order = first->column < second->column ? -1 : 1;
  if (order == 0)
    order = strcmp(first->rule->id, second->rule->id);
  return order != 0 ? order : strcmp(first->message, second->message);
}

void adref_check_findings_sort(GPtrArray *findings)
{
  g_ptr_array_sort(findings, compare_findings);
}

/* --- blocks --- */

static void block_free(gpointer data)
{
  AdrefCheckBlock *block = data;
  g_string_free(block->words, TRUE);
  g_string_free(block->own, TRUE);
  g_array_unref(block->pieces);
  g_free(block);
}

static void append(AdrefCheckBlock *block, const char *words, gsize length, gboolean others)
{
  gsize start = block->own->len;
  g_string_append_len(block->words, words, (gssize)length);
  g_string_append_len(block->own, words, (gssize)length);
  if (others)
    memset(block->own->str + start, ADREF_CHECK_OTHERS, length);
}

static void append_border(AdrefCheckBlock *block)
{
  static const char border[] = {ADREF_CHECK_BORDER};
  append(block, border, 1, FALSE);
}

/* Emphasis at the start of a paragraph is an opener, "*Recalling*"; else it is a title. */
static gboolean is_title(const AdrefCheckBlock *block, const AdrefNode *node)
{
  return node->type == ADREF_EMPH && block->words->len > 0;
}

static void enter(AdrefCheckBlock *block, const AdrefNode *node, guint *titles)
{
  Piece piece = {block->words->len, node, 0};
  switch (node->type) {
  case ADREF_TEXT:
    g_array_append_val(block->pieces, piece);
    append(block, node->text, node->length, *titles > 0);
    return;
  case ADREF_CODE:
  case ADREF_HTML:
    g_array_append_val(block->pieces, piece);
    append(block, node->text, node->length, TRUE);
    return;
  case ADREF_LINE_BREAK: append(block, " ", 1, FALSE); return;
  case ADREF_BRACKET:
  case ADREF_BRACKET_EDGE:
  case ADREF_ALTERNATIVE:
  case ADREF_AD_REF:
  case ADREF_FOOTNOTE:
  case ADREF_IMAGE: append_border(block); return;
  case ADREF_EMPH: *titles += *titles > 0 || is_title(block, node) ? 1 : 0; return;
  case ADREF_DOCUMENT:
  case ADREF_CLAUSE:
  case ADREF_HEADING:
  case ADREF_PARAGRAPH:
  case ADREF_LIST:
  case ADREF_ITEM:
  case ADREF_QUOTE:
  case ADREF_FOOTNOTE_TEXT:
  case ADREF_CODE_BLOCK:
  case ADREF_RULE:
  case ADREF_TABLE:
  case ADREF_TABLE_ROW:
  case ADREF_TABLE_CELL:
  case ADREF_COMMENT:
  case ADREF_NOTE:
  case ADREF_STRONG:
  case ADREF_FORMAT:
  case ADREF_PASSAGE:
  case ADREF_LINK: return;
  }
}

static void leave(AdrefCheckBlock *block, const AdrefNode *node, guint *titles)
{
  gboolean is_border =
      node->type == ADREF_BRACKET || node->type == ADREF_ALTERNATIVE || node->type == ADREF_IMAGE;
  if (is_border)
    append_border(block);
  if (node->type == ADREF_EMPH && *titles > 0)
    --*titles;
}

/* Quotation marks that open, and those that close them. */
static const char *const quotes[][2] = {
    {"“", "”"}, {"\"", "\""}, {"«", "»"}, {"「", "」"}, {"『", "』"}, {"„", "“"}, {"‘", "’"},
};

/* The length of the quotation that begins at `at`, with its marks; 0: none does. `unclosed` notes
 * which marks have no end in the rest of the words, so that it is searched once. */
static gsize quotation_at(const char *words, gsize at, gboolean unclosed[G_N_ELEMENTS(quotes)])
{
  for (guint i = 0; i < G_N_ELEMENTS(quotes); i++) {
    const char *open = quotes[i][0], *close = quotes[i][1];
    if (strncmp(words + at, open, strlen(open)) != 0)
      continue;
    const char *end = unclosed[i] ? NULL : strstr(words + at + strlen(open), close);
    unclosed[i] = !end;
    return end ? (gsize)(end - (words + at)) + strlen(close) : 0;
  }
  return 0;
}

/* Masks quotations, and addresses of web pages and mail. */
static void mask(AdrefCheckBlock *block)
{
  char *own = block->own->str;
  gboolean unclosed[G_N_ELEMENTS(quotes)] = {FALSE};
  for (gsize at = strcspn(own, "\"\xe2\xc2\xe3"); at < block->own->len;) {
    gsize length = quotation_at(own, at, unclosed);
    if (length > 0)
      memset(own + at, ADREF_CHECK_OTHERS, length);
    at += MAX(length, 1);
    at += strcspn(own + at, "\"\xe2\xc2\xe3");
  }
  for (char *at = strstr(own, "://"); at; at = strstr(at, "://")) {
    while (at > own && g_ascii_isalpha(at[-1]))
      at--;
    gsize length = strcspn(at, " )");
    memset(at, ADREF_CHECK_OTHERS, length);
  }
}

static void add_block(AdrefCheckText *text, const AdrefNode *clause, guint order,
                      const AdrefNode *node)
{
  AdrefCheckBlock *block = g_new0(AdrefCheckBlock, 1);
  guint titles = 0;
  block->clause = clause;
  block->node = node;
  block->order = order;
  block->words = g_string_new(NULL);
  block->own = g_string_new(NULL);
  block->pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
  AdrefWalk walk = adref_walk(node);
  while (adref_walk_next(&walk)) {
    if (walk.entering)
      enter(block, walk.node, &titles);
    else
      leave(block, walk.node, &titles);
  }
  mask(block);
  adref_text_grams_read(&block->grams, block->words->str, block->words->len);
  g_ptr_array_add(text->blocks, block);
}

static void read_blocks(AdrefCheckText *text)
{
  guint order = 0;
  for (const AdrefNode *clause = text->source.document->first; clause; clause = clause->next) {
    g_hash_table_insert(text->orders, (gpointer)(guintptr)clause, GUINT_TO_POINTER(++order));
    AdrefWalk walk = adref_walk(clause);
    while (adref_walk_next(&walk)) {
      if (!walk.entering || !adref_node_holds_inlines(walk.node))
        continue;
      add_block(text, clause, order, walk.node);
      adref_walk_skip(&walk);
    }
  }
}

AdrefCheckText *adref_check_text_new(const AdrefCheckSource *source, GPtrArray *findings)
{
  AdrefCheckText *text = g_new0(AdrefCheckText, 1);
  text->source = *source;
  text->findings = findings;
  text->blocks = g_ptr_array_new_with_free_func(block_free);
  text->orders = g_hash_table_new(g_direct_hash, g_direct_equal);
  read_blocks(text);
  return text;
}

void adref_check_text_free(AdrefCheckText *text)
{
  if (!text)
    return;
  g_ptr_array_unref(text->blocks);
  g_hash_table_unref(text->orders);
  g_clear_pointer(&text->lines, g_array_unref);
  g_free(text);
}

static gboolean find(const AdrefCheckBlock *block, const GString *words,
                     const AdrefPattern *pattern, gsize from, gsize *start, gsize *end)
{
  return adref_pattern_may_match(pattern, &block->grams) &&
         adref_pattern_find(pattern, words->str, words->len, from, start, end) ==
             ADREF_PATTERN_MATCH_YES;
}

gboolean adref_check_find(const AdrefCheckBlock *block, const AdrefPattern *pattern, gsize from,
                          gsize *start, gsize *end)
{
  return find(block, block->own, pattern, from, start, end);
}

gboolean adref_check_find_in_all(const AdrefCheckBlock *block, const AdrefPattern *pattern,
                                 gsize from, gsize *start, gsize *end)
{
  return find(block, block->words, pattern, from, start, end);
}

/* --- places --- */

static void find_lines(AdrefCheckText *text)
{
  const char *source = text->source.source, *end = source + text->source.length;
  gsize start = 0;
  text->lines = g_array_new(FALSE, FALSE, sizeof(gsize));
  g_array_append_val(text->lines, start);
  for (const char *at = source; source && (at = memchr(at, '\n', (gsize)(end - at)));) {
    start = (gsize)(++at - source);
    g_array_append_val(text->lines, start);
  }
}

gsize adref_check_text_offset(AdrefCheckText *text, guint line, guint column)
{
  if (!text->lines)
    find_lines(text);
  if (line == 0 || line > text->lines->len)
    return text->source.length;
  AdrefCheckColumn *last = &text->last_start;
  if (last->line != line || last->column > column)
    *last = (AdrefCheckColumn){line, 1, g_array_index(text->lines, gsize, line - 1)};
  const char *source = text->source.source;
  while (last->column < column && last->offset < text->source.length &&
         source[last->offset] != '\n') {
    last->offset = (gsize)(g_utf8_next_char(source + last->offset) - source);
    last->column++;
  }
  return last->offset;
}

/* Where the search for a byte of a node goes on: at the last place in it, or at the one before that
 * (a fix may begin a space before its finding). */
static AdrefCheckStep nearest_step(const AdrefCheckText *text, const AdrefNode *node, gsize start,
                                   gsize at)
{
  for (guint i = 0; i < G_N_ELEMENTS(text->steps); i++)
    if (text->steps[i].node == node && text->steps[i].at <= at)
      return text->steps[i];
  return (AdrefCheckStep){node, 0, start};
}

/* Walks the source and the words of a node together: what the source has more is markup, an escape,
 * or the margin of a line. */
static gsize align(AdrefCheckText *text, gsize start, const AdrefNode *node, gsize at)
{
  const AdrefCheckSource *source = &text->source;
  AdrefCheckStep step = nearest_step(text, node, start, at);
  gsize i = step.at, from = step.from;
  gsize end = MIN(source->length, start + 4 * node->length + 400);
  while (i < at && from < end) {
    if (source->source[from] == node->text[i]) {
      from++;
      i++;
    } else if (node->text[i] == ' ' && source->source[from] == '\n') {
      from++;
      i++;
      while (from < end && strchr(" \t>", source->source[from]))
        from++;
    } else {
      from++;
    }
  }
  text->steps[1] = step;
  text->steps[0] = (AdrefCheckStep){node, i, from};
  while (from < end && i < node->length && source->source[from] != node->text[i])
    from++;
  return MIN(from, end);
}

/* The piece that holds a byte; NULL: it is a border. */
static const Piece *piece_at(const AdrefCheckBlock *block, gsize at)
{
  guint low = 0, high = block->pieces->len; /* all before `low` begin at the byte or before it */
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index(block->pieces, Piece, middle).start > at)
      high = middle;
    else
      low = middle + 1;
  }
  return low > 0 ? &g_array_index(block->pieces, Piece, low - 1) : NULL;
}

const AdrefNode *adref_check_block_node(const AdrefCheckBlock *block, gsize at)
{
  const Piece *piece = piece_at(block, at);
  return piece && at < piece->start + piece->node->length ? piece->node : NULL;
}

/* The place of the first words of a node behind an offset; the offset itself where the source has
 * them otherwise. */
static gsize first_words(const AdrefCheckText *text, const AdrefNode *node, gsize from)
{
  enum {
    ENOUGH = 24, /* bytes of words that stand nowhere else nearby */
    FARTHEST = 400
  };
  gsize length = MIN(node->length, ENOUGH), left = MIN(text->source.length - from, FARTHEST);
  const char *start = text->source.source + from;
  const char *found = length > 0 ? memmem(start, left, node->text, length) : NULL;
  return found ? from + (gsize)(found - start) : from;
}

/* Where a piece begins in the source, or where the search for its words begins. Words in and behind
 * a bracket have a line alone, and no column: they stand behind the piece before them. Those of a
 * cell have the column of the cell. */
static gsize piece_from(AdrefCheckText *text, const AdrefCheckBlock *block, guint index)
{
  guint first = index;
  while (first > 0 && g_array_index(block->pieces, Piece, first).from == 0 &&
         g_array_index(block->pieces, Piece, first).node->column == 0)
    first--;
  for (guint i = first; i <= index; i++) {
    Piece *piece = &g_array_index(block->pieces, Piece, i);
    const AdrefNode *placed = adref_node_placed(piece->node);
    if (piece->from > 0)
      continue;
    guint column = placed->column == 0 && placed->line == block->node->line ? block->node->column
                                                                            : placed->column;
    piece->from = adref_check_text_offset(text, placed->line, column);
    if (i == 0 || piece->node->column > 0)
      continue;
    const Piece *before = piece - 1;
    gsize end = align(text, before->from, before->node, before->node->length);
    end = CLAMP(end, piece->from, MAX(text->source.length, piece->from));
    piece->from = first_words(text, piece->node, MIN(end, text->source.length));
  }
  return g_array_index(block->pieces, Piece, index).from;
}

/* The offset in the source of the byte `at` of the words of a block. FALSE: it has no place. */
static gboolean block_offset(AdrefCheckText *text, const AdrefCheckBlock *block, gsize at,
                             gsize *offset)
{
  const Piece *piece = piece_at(block, at);
  const AdrefNode *placed = piece ? adref_node_placed(piece->node) : NULL;
  if (!placed || placed->line == 0 || !text->source.source)
    return FALSE;
  gsize from =
      piece_from(text, block, (guint)(piece - (const Piece *)(gpointer)block->pieces->data));
  *offset = align(text, from, piece->node, MIN(at - piece->start, piece->node->length));
  return *offset < text->source.length;
}

void adref_check_fix(AdrefCheckText *text, AdrefCheckFinding *finding, const AdrefCheckBlock *block,
                     gsize at, gsize length, const char *fix)
{
  gsize start;
  if (!block_offset(text, block, at, &start) || start + length > text->source.length ||
      memcmp(text->source.source + start, block->words->str + at, length) != 0)
    return;
  finding->fix_start = start;
  finding->fix_end = start + length;
  g_free(finding->fix);
  finding->fix = g_strdup(fix);
}

/* The line and column of an offset, at or behind a line. */
static void locate(AdrefCheckText *text, gsize offset, guint line, AdrefCheckFinding *finding)
{
  while (line < text->lines->len && g_array_index(text->lines, gsize, line) <= offset)
    line++;
  AdrefCheckColumn *last = &text->last_place;
  if (last->line != line || last->offset > offset)
    *last = (AdrefCheckColumn){line, 1, g_array_index(text->lines, gsize, line - 1)};
  last->column +=
      (guint)g_utf8_strlen(text->source.source + last->offset, (gssize)(offset - last->offset));
  last->offset = offset;
  finding->line = line;
  finding->column = last->column;
}

static void place_block(AdrefCheckText *text, const AdrefCheckBlock *block, gsize at,
                        AdrefCheckFinding *finding)
{
  const AdrefNode *placed = adref_node_placed(block->node);
  gsize offset;
  finding->line = placed ? placed->line : 0;
  finding->column = placed ? placed->column : 0;
  if (finding->line > 0 && block_offset(text, block, at, &offset))
    locate(text, offset, finding->line, finding);
}

guint adref_check_block_line(AdrefCheckText *text, const AdrefCheckBlock *block, gsize at)
{
  AdrefCheckFinding place = {0};
  place_block(text, block, at, &place);
  return place.line;
}

/* --- adding --- */

static char *name_of(const AdrefNode *clause)
{
  const AdrefClause *facts = clause->as.clause;
  const char *kind = facts->kind == ADREF_PLAIN ? "paragraph" : adref_clause_kind_word(facts->kind);
  if (facts->number && facts->id)
    return g_strdup_printf("%s %s (%s)", kind, facts->number, facts->id);
  if (facts->number || facts->id)
    return g_strdup_printf("%s %s", kind, facts->number ? facts->number : facts->id);
  return clause->line > 0 ? g_strdup_printf("%s on line %u", kind, clause->line) : g_strdup(kind);
}

/* Takes ownership of the message. */
static AdrefCheckFinding *add(AdrefCheckText *text, const AdrefCheckRule *rule,
                              const AdrefNode *clause, char *message)
{
  AdrefCheckFinding *finding = g_new0(AdrefCheckFinding, 1);
  finding->rule = rule;
  finding->severity = rule->severity;
  finding->file = g_strdup(text->source.name);
  finding->language = g_strdup(text->source.language);
  finding->message = message;
  if (clause) {
    finding->id = g_strdup(clause->as.clause->id);
    finding->part = name_of(clause);
    finding->order = GPOINTER_TO_UINT(g_hash_table_lookup(text->orders, clause));
  }
  g_ptr_array_add(text->findings, finding);
  return finding;
}

AdrefCheckFinding *adref_check_add_rule(AdrefCheckText *text, const AdrefCheckRule *rule,
                                        const AdrefCheckBlock *block, gsize at, const char *format,
                                        ...)
{
  va_list args;
  va_start(args, format);
  AdrefCheckFinding *finding = add(text, rule, block->clause, g_strdup_vprintf(format, args));
  va_end(args);
  place_block(text, block, at, finding);
  return finding;
}

AdrefCheckFinding *adref_check_add(AdrefCheckText *text, const char *rule,
                                   const AdrefCheckBlock *block, gsize at, const char *format, ...)
{
  va_list args;
  va_start(args, format);
  AdrefCheckFinding *finding =
      add(text, adref_check_rule_find(rule), block->clause, g_strdup_vprintf(format, args));
  va_end(args);
  place_block(text, block, at, finding);
  return finding;
}

/* The last clause that begins at a line or before it; a marker stands before its words. */
static const AdrefNode *clause_at(const AdrefCheckText *text, guint line)
{
  const AdrefNode *found = NULL;
  for (const AdrefNode *clause = text->source.document->first; clause; clause = clause->next) {
    if (clause->line > line)
      break;
    found = clause->line > 0 ? clause : found;
  }
  return found;
}

AdrefCheckFinding *adref_check_add_at(AdrefCheckText *text, const char *rule,
                                      const AdrefNode *clause, guint line, guint column,
                                      const char *format, ...)
{
  va_list args;
  va_start(args, format);
  AdrefCheckFinding *finding =
      add(text, adref_check_rule_find(rule), clause ? clause : clause_at(text, line),
          g_strdup_vprintf(format, args));
  va_end(args);
  finding->line = line;
  finding->column = column;
  return finding;
}

gboolean adref_check_is_latin(const char *language)
{
  static const char *const latin[] = {"en", "fr", "de", "es", "pt",  "it",
                                      "nl", "id", "ms", "vi", "fil", "tl"};
  for (guint i = 0; i < G_N_ELEMENTS(latin); i++)
    if (adref_language_tag_matches(language, latin[i]))
      return TRUE;
  return FALSE;
}
