#include "review/check/check_references.h"

#include <string.h>

#include "base/pattern.h"
#include "clause/labels/item_label.h"
#include "clause/labels/numbering.h"
#include "language/language_tag.h"
#include "language/phrase_scanner.h"
#include "language/provision_reference.h"
#include "review/change/reference_targets.h"

/* --- paragraphs --- */

typedef struct {
  AdrefCheckText *text;
  AdrefReferenceTargets *targets;
  AdrefPhraseScanner scanner;
  GArray *tokens, *matches; /* scratch */
  GHashTable *first;        /* index_blocks(); NULL until it is needed */
  guint bold;               /* last_bold_number() */
} ReferenceSearch;

/* Whether some paragraph of the text has a number. */
static gboolean has_numbers(const AdrefNode *document)
{
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    if (clause->as.clause->number)
      return TRUE;
    for (const AdrefNode *block = clause->first; block; block = block->next)
      if (block->type == ADREF_LIST && block->as.list.ordered)
        return TRUE;
  }
  return FALSE;
}

/* Whether a paragraph begins with a number that was typed: "33\\." of a text from elsewhere is a
 * word to the reader. */
static gboolean begins_with_number(const char *words)
{
  words += strspn(words, "([*§ ");
  gsize digits = strspn(words, "0123456789");
  return digits > 0 && (words[digits] == '.' || words[digits] == ')' || words[digits] == '\0');
}

/* Whether some paragraph does: nobody knows which numbers there are. */
static gboolean has_typed_numbers(const AdrefCheckText *text)
{
  for (guint i = 0; i < text->blocks->len; i++)
    if (begins_with_number(((const AdrefCheckBlock *)text->blocks->pdata[i])->own->str))
      return TRUE;
  return FALSE;
}

/* The number in bold with which a paragraph begins, "**3.** We"; 0: it has none. */
static guint bold_number(const AdrefNode *clause)
{
  const AdrefNode *block = clause->first, *bold = block ? block->first : NULL;
  if (!bold || block->type != ADREF_PARAGRAPH || bold->type != ADREF_STRONG || !bold->next)
    return 0;
  g_autofree char *words = g_strstrip(adref_node_words(bold));
  gsize digits = strspn(words, "0123456789");
  gboolean alone = digits > 0 && digits <= 3 && (words[digits] == '\0' || words[digits] == '.') &&
                   words[digits + strspn(words + digits, ".")] == '\0';
  return alone ? (guint)g_ascii_strtoull(words, NULL, 10) : 0;
}

/* The last of the numbers in bold, where they are 1, 2, 3 ... and all that were typed; else 0. */
static guint last_bold_number(const AdrefCheckText *text)
{
  guint last = 0;
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    guint number = block->node == block->clause->first ? bold_number(block->clause) : 0;
    if (number > 0 && number != last + 1)
      return 0;
    last = MAX(last, number);
    if (number == 0 && begins_with_number(block->own->str))
      return 0;
  }
  return last;
}

/* Whether the words may refer to a paragraph: most blocks do not, and are not scanned. */
static gboolean may_refer(const char *words)
{
  static const char *const stems[] = {"aragra", "árrafo", "PP",     "OP",     "para", "項",
                                      "段",     "пункт",  "Absatz", "Ziffer", "đoạn", "ย่อหน้า",
                                      "الفقرة", "문단",   "항",     "butir",  "ข้อ",   "វាក្យខណ្ឌ"};
  if (!strpbrk(words, "0123456789") && !strstr(words, "第"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(stems); i++)
    if (strstr(words, stems[i]))
      return TRUE;
  return FALSE;
}

/* The clauses by kind and number, "op 2" -> the number of its first block, and 1. */
static GHashTable *index_blocks(const AdrefCheckText *text)
{
  GHashTable *first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefClause *clause =
        ((const AdrefCheckBlock *)text->blocks->pdata[i])->clause->as.clause;
    const char *digits = adref_numbering_digits(clause->number);
    if (!digits)
      continue;
    char *key = g_strdup_printf("%s %s", clause->kind == ADREF_PP ? "pp" : "op", digits);
    if (g_hash_table_contains(first, key))
      g_free(key);
    else
      g_hash_table_insert(first, key, GUINT_TO_POINTER(i + 1));
  }
  return first;
}

/* Whether the clause "2" has words with the last label of "2(b)(i)": items may be paragraphs of
 * their own, or stand in a sentence. */
static gboolean has_label(ReferenceSearch *self, const char *kind, const char *number)
{
  const GPtrArray *blocks = self->text->blocks;
  const char *label = strrchr(number, '(');
  if (!label)
    return FALSE;
  if (!self->first)
    self->first = index_blocks(self->text);
  g_autofree char *key = g_strdup_printf("%s %.*s", strcmp(kind, "pp") == 0 ? "pp" : "op",
                                         (int)strcspn(number, "("), number);
  guint at = GPOINTER_TO_UINT(g_hash_table_lookup(self->first, key));
  const AdrefNode *clause =
      at > 0 ? ((const AdrefCheckBlock *)blocks->pdata[at - 1])->clause : NULL;
  for (; clause && at <= blocks->len; at++) {
    const AdrefCheckBlock *block = blocks->pdata[at - 1];
    if (block->clause != clause)
      return FALSE;
    if (strstr(block->words->str, label))
      return TRUE;
  }
  return FALSE;
}

/* "as set out in paragraph 22" in paragraph 22. */
static void check_own_number(ReferenceSearch *self, const AdrefCheckBlock *block, gsize at,
                             char *const *words)
{
  const AdrefClause *own = block->clause->as.clause;
  if (own->kind == ADREF_OP && strcmp(words[0], "op") == 0 && words[1] && !words[2] &&
      g_strcmp0(adref_numbering_digits(own->number), words[1]) == 0)
    adref_check_add(self->text, "integrity/self-reference", block, at,
                    "the paragraph refers to itself");
}

static gboolean has_paragraph(ReferenceSearch *self, const AdrefCheckBlock *block, const char *kind,
                              const char *number)
{
  g_autofree char *key = g_strdup_printf("%s %s", kind, number);
  return adref_reference_targets_same(self->targets, block->clause, key, key) ||
         has_label(self, kind, number) || g_ascii_strtoull(number, NULL, 10) <= self->bold;
}

/* Of a paragraph that is gone the parts are not reported, too: *gone is the last one. */
static void check_number(ReferenceSearch *self, const AdrefCheckBlock *block, gsize at,
                         const char *kind, const char *number, char **gone)
{
  if (has_paragraph(self, block, kind, number))
    return;
  g_autofree char *whole = g_strndup(number, strcspn(number, "("));
  gboolean is_gone = number[strlen(whole)] && !has_paragraph(self, block, kind, whole);
  if (is_gone && g_strcmp0(*gone, whole) == 0)
    return;
  adref_check_add(self->text, "integrity/dead-reference", block, at,
                  "the text has no paragraph %s%s", strcmp(kind, "pp") == 0 ? "PP" : "",
                  is_gone ? whole : number);
  g_free(*gone);
  *gone = is_gone ? g_steal_pointer(&whole) : NULL;
}

/* "item 4" names an item of a plan only where the text has one: it may be of an agenda. */
static gboolean has_kind(const AdrefNode *document, const char *kind)
{
  AdrefClauseKind wanted = strcmp(kind, "pp") == 0 ? ADREF_PP : ADREF_PLAN_ITEM;
  if (strcmp(kind, "op") == 0)
    return TRUE;
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    if (clause->as.clause->kind == wanted)
      return TRUE;
  return FALSE;
}

/* Each number of "op 3 - 5 7(b)". */
static void check_key(ReferenceSearch *self, const AdrefCheckBlock *block, gsize at,
                      const char *key)
{
  g_auto(GStrv) words = g_strsplit(key, " ", -1);
  if (!words[0] || !has_kind(self->text->source.document, words[0]))
    return;
  g_autofree char *gone = NULL;
  check_own_number(self, block, at, words);
  for (guint i = 1; words[0] && words[i]; i++) {
    g_strdelimit(words[i], "_", ' ');
    if (strcmp(words[i], "-") != 0)
      check_number(self, block, at, words[0], words[i], &gone);
    else if (i > 1 && words[i + 1] &&
             g_ascii_strtoull(words[i - 1], NULL, 10) > g_ascii_strtoull(words[i + 1], NULL, 10))
      adref_check_add(self->text, "integrity/dead-reference", block, at,
                      "the range of paragraphs %s to %s runs backwards", words[i - 1],
                      words[i + 1]);
  }
}

/* Words in a link are a cross reference, which is checked by its address. */
static gboolean is_in_link(const AdrefCheckBlock *block, gsize at)
{
  for (const AdrefNode *node = adref_check_block_node(block, at); node && node != block->node;
       node = node->parent)
    if (node->type == ADREF_LINK)
      return TRUE;
  return FALSE;
}

static void check_block(ReferenceSearch *self, const AdrefCheckBlock *block)
{
  if (!may_refer(block->own->str))
    return;
  g_array_set_size(self->tokens, 0);
  g_array_set_size(self->matches, 0);
  adref_phrase_scanner_scan(&self->scanner, block->own->str, 0, block->own->len, self->tokens,
                            self->matches);
  for (guint i = 0; i < self->matches->len; i++) {
    const AdrefPhraseMatch *match = &g_array_index(self->matches, AdrefPhraseMatch, i);
    gboolean refers = match->class == ADREF_CHANGE_CLASS_REFERENCE && match->key &&
                      *match->key != ADREF_PROVISION_REFERENCE_KEY && *match->key != '#';
    if (refers && !is_in_link(block, match->start))
      check_key(self, block, match->start, match->key);
  }
  adref_phrase_scanner_clear_keys(&self->scanner);
}

static void check_paragraphs(AdrefCheckText *text)
{
  gboolean is_english = adref_language_tag_matches(text->source.language, "en");
  guint bold = is_english ? last_bold_number(text) : 0;
  if (!has_numbers(text->source.document) &&
      (!is_english || (bold == 0 && has_typed_numbers(text))))
    return;
  ReferenceSearch self = {.text = text,
                          .bold = bold,
                          .tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken)),
                          .matches = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch))};
  self.targets = adref_reference_targets_new(text->source.document);
  adref_phrase_scanner_init(&self.scanner, text->source.language, NULL, text->source.parties);
  for (guint i = 0; i < text->blocks->len; i++)
    check_block(&self, text->blocks->pdata[i]);
  adref_phrase_scanner_clear(&self.scanner);
  adref_reference_targets_free(self.targets);
  g_clear_pointer(&self.first, g_hash_table_unref);
  g_array_unref(self.tokens);
  g_array_unref(self.matches);
}

/* --- annexes and articles --- */

#define NUMBER "(?:[IVXLC]+|[A-Z]|[0-9]{1,3})"

/* The words behind "Annex B" that make it one of another text. */
#define ELSEWHERE                                                                                  \
  "(?![\\w/-])(?! (?:[A-Z]|countries|parties|of (?!this|the present|our)|to (?!this|the present)|" \
  "thereof|thereto|de(?:l|s)? |du ))(?! ?\\()"

static const char annex_pattern[] =
    "\\b(?:Annex|Annexe|Appendix|Anexo|Lampiran|Anlage) (?=" NUMBER "\\b)" NUMBER ELSEWHERE
    "|(?:附属書|別添|附件) ?(?:[IVX]+|[A-Z]|[0-9]{1,3})(?![A-Za-z0-9])";
static const char article_pattern[] = "\\b(?:Article|Artículo|Artigo|Artikel|Pasal) "
                                      "[0-9]{1,3}" ELSEWHERE;

/* Where headings are "Section 1", "Section 2"; those "above" are looked for by check_sections. */
static const char section_pattern[] =
    "\\b(?:Section|Chapter|Part) (?:[IVXLC]+|[0-9]{1,2})(?! (?:above|below|of )\\b)" ELSEWHERE;

/* An article of this very text. */
static const char own_article_pattern[] = "\\bArticle [0-9]{1,3}(?= of (?:this|the present|our) )";

typedef struct {
  const char *pattern, *noun;
  gboolean is_always; /* also looked for where the text has none */
} ProvisionKind;

static gboolean is_start(const AdrefCheckBlock *block, gsize start)
{
  return start == 0 &&
         (block->node->type == ADREF_HEADING || block->clause->as.clause->kind == ADREF_ANNEX ||
          block->node == block->clause->first);
}

/* The number in "Annex B", in capitals. Caller frees. */
static char *number_in(const AdrefCheckBlock *block, gsize start, gsize end)
{
  const char *words = block->own->str;
  gsize at = end;
  while (at > start && g_ascii_isalnum(words[at - 1]))
    at--;
  return g_strndup(words + at, end - at);
}

/* Calls `visit` for each such provision. */
static void each(AdrefCheckText *text, const AdrefPattern *pattern,
                 void (*visit)(AdrefCheckText *text, const AdrefCheckBlock *block, gsize start,
                               gsize end, gpointer data),
                 gpointer data)
{
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    gsize start, end;
    for (gsize from = 0; adref_check_find(block, pattern, from, &start, &end); from = end)
      visit(text, block, start, end, data);
  }
}

static void note_provision(AdrefCheckText *text, const AdrefCheckBlock *block, gsize start,
                           gsize end, gpointer known)
{
  (void)text;
  if (is_start(block, start))
    g_hash_table_add(known, number_in(block, start, end));
}

typedef struct {
  GHashTable *known;
  const char *noun;
} ProvisionCheck;

static void check_provision(AdrefCheckText *text, const AdrefCheckBlock *block, gsize start,
                            gsize end, gpointer data)
{
  const ProvisionCheck *check = data;
  g_autofree char *number = number_in(block, start, end);
  if (!is_start(block, start) && !g_hash_table_contains(check->known, number))
    adref_check_add(text, "integrity/dead-reference", block, start, "the text has no %s %s",
                    check->noun, number);
}

static void check_provisions(AdrefCheckText *text, const ProvisionKind *kind)
{
  g_autoptr(AdrefPattern) pattern = adref_pattern_new(kind->pattern, FALSE, NULL);
  g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  ProvisionCheck check = {known, kind->noun};
  each(text, pattern, note_provision, known);
  if (kind->is_always || g_hash_table_size(known) > 0)
    each(text, pattern, check_provision, &check);
}

/* Whether a paragraph begins with "Article 5": the other check knows them then. */
static gboolean has_articles(const AdrefCheckText *text)
{
  for (guint i = 0; i < text->blocks->len; i++)
    if (g_ascii_strncasecmp(((const AdrefCheckBlock *)text->blocks->pdata[i])->own->str, "article ",
                            strlen("article ")) == 0)
      return TRUE;
  return FALSE;
}

/* "as paragraph 20 says" in paragraph 20: a paragraph was moved, or the reference copied. */
static void check_own_references(AdrefCheckText *text, const AdrefNode *clause)
{
  const AdrefClause *facts = clause->as.clause;
  gboolean may_refer = facts->kind == ADREF_ANNEX || facts->kind == ADREF_TITLE || !facts->id;
  AdrefWalk walk = adref_walk(clause);
  while (!may_refer && adref_walk_next(&walk))
    if (walk.entering && adref_node_is_cross_reference(walk.node) &&
        strcmp(walk.node->as.link.url + 1, facts->id) == 0) {
      const AdrefNode *placed = adref_node_placed(walk.node);
      adref_check_add_at(text, "integrity/self-reference", clause, placed->line, placed->column,
                         "the paragraph refers to itself");
    }
}

void adref_check_references(AdrefCheckText *text)
{
  for (const AdrefNode *clause = text->source.document->first; clause; clause = clause->next)
    check_own_references(text, clause);

  static const ProvisionKind annexes = {annex_pattern, "annex", TRUE};
  static const ProvisionKind articles = {article_pattern, "article", FALSE};
  static const ProvisionKind sections = {section_pattern, "section", FALSE};
  static const ProvisionKind own_articles = {own_article_pattern, "article", TRUE};
  check_paragraphs(text);
  check_provisions(text, &annexes);
  if (adref_language_tag_matches(text->source.language, "en"))
    check_provisions(text, &sections);
  check_provisions(text, &articles);
  if (!has_articles(text))
    check_provisions(text, &own_articles);
}

/* --- succession --- */

/* The place of a sign in one of the rows that documents count with; 0: it is in none. */
static guint value_in_rows(const char *label)
{
  static const char *const rows[] = {"アイウエオカキクケコサシスセソタチツテト",
                                     "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "가나다라마바사아자차카타파하"};
  for (const char *at = label; *at; at = g_utf8_next_char(at))
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
      const char *found = g_utf8_strchr(rows[i], -1, g_utf8_get_char(at));
      if (found)
        return (guint)g_utf8_pointer_to_offset(rows[i], found) + 1;
    }
  return 0;
}

/* The value of a label, "(c)" and "c." are 3, "1.4" is 4; 0: it has none. A letter that is a Roman
 * number too is read as the one that follows `before`. */
static guint label_value(const char *label, guint before)
{
  AdrefItemLabel read = adref_item_label_read(label, strlen(label));
  if ((read.length == 0 || read.count == 0) && g_ascii_isdigit(*label))
    return (guint)g_ascii_strtoull(label, NULL, 10);
  if (read.length == 0 || read.count == 0)
    return value_in_rows(label);
  guint value = read.numbers[read.count - 1];
  gboolean is_letter =
      read.kind == ADREF_ITEM_LABEL_LETTER || read.kind == ADREF_ITEM_LABEL_CAPITAL;
  return is_letter && read.roman > 0 && value != before + 1 ? read.roman : value;
}

/* Labels of a clause in their order: the last one of each open series, the innermost last. */
typedef struct {
  AdrefCheckText *text;
  GArray *open; /* of guint */
} LabelSeries;

static guint last_of(const LabelSeries *self)
{
  return self->open->len > 0 ? g_array_index(self->open, guint, self->open->len - 1) : 0;
}

/* Takes a label: the next one of an open series, or the first of a new one. Else it is reported. */
static void take_label(LabelSeries *self, const AdrefCheckBlock *block, gsize at, const char *label)
{
  enum {
    MAX_OPEN = 16 /* each label is compared with all of them; the outermost is given up */
  };
  guint value = label_value(label, last_of(self)), depth = self->open->len;
  while (depth > 0 && label_value(label, g_array_index(self->open, guint, depth - 1)) !=
                          g_array_index(self->open, guint, depth - 1) + 1)
    depth--;
  if (depth > 0) {
    value = g_array_index(self->open, guint, depth - 1) + 1;
    g_array_set_size(self->open, depth - 1);
  } else if (value != 1 && self->open->len > 0) {
    adref_check_add(self->text, "integrity/number-gap", block, at,
                    "the label %s does not follow the one before it", label);
    g_array_set_size(self->open, self->open->len - 1);
  } else if (value != 1) {
    return;
  }
  if (self->open->len == MAX_OPEN)
    g_array_remove_index(self->open, 0);
  g_array_append_val(self->open, value);
}

/* The labels of a paragraph: that of its item, and those in its words. */
static void take_labels(LabelSeries *self, const AdrefPattern *pattern,
                        const AdrefCheckBlock *block)
{
  const AdrefNode *item = block->node->parent;
  const GString *words = block->own;
  gsize start, end;
  if (item->type == ADREF_ITEM && item->text && item->first == block->node)
    take_label(self, block, 0, item->text);
  for (gsize from = 0; adref_check_find(block, pattern, from, &start, &end); from = end) {
    g_autofree char *label = g_strndup(words->str + start, end - start);
    take_label(self, block, start, label);
  }
}

/* A row of labels inside of a sentence: "(a) to meet, (b) to act", "1) one, 2) two",
 * （一）、（二）. They are a row when the first two are, and the words around are no references:
 * "paragraph 3 (a)".
 */
static void check_row(AdrefCheckText *text, const AdrefPattern *pattern,
                      const AdrefCheckBlock *block)
{
  if (!strchr(block->own->str, ')') && !strstr(block->own->str, "）") &&
      !strstr(block->own->str, "②"))
    return;
  const GString *words = block->own;
  gsize start, end;
  guint count = 0, last = 0;
  for (gsize from = 0; adref_check_find(block, pattern, from, &start, &end); from = end) {
    g_autofree char *label = g_strndup(words->str + start, end - start);
    guint value = label_value(label, last);
    count = value == last + 1 ? count + 1 : value == 1 ? 1 : count;
    if (value != last + 1 && value != 1 && count >= 2) {
      adref_check_add(text, "integrity/number-gap", block, start,
                      "the label %s does not follow the one before it", label);
      return;
    }
    last = value == last + 1 || value == 1 ? value : 0;
  }
}

static void check_labels(AdrefCheckText *text)
{
  static const char label_pattern[] = "(?:^|[;:.] \\K|[;,] (?:and|or) \\K)\\((?:[a-z]|[ivx]{1,5}|"
                                      "[0-9]{1,2})\\)(?= )";
  g_autoptr(AdrefPattern) pattern = adref_pattern_new(label_pattern, FALSE, NULL);
  /* Labels behind a comma or another word, with one parenthesis, and those of other scripts. */
  static const char row_pattern[] =
      "(?:^|[,;:.] \\K|[,;:.a-z] (?:and|or) \\K|"
      "\\b(?:are|to|by|is|will|shall|should|must|can|may|including|namely|through|in|on|for|from|"
      "against) \\K)"
      "(?:\\((?:[a-z]|[ivx]{1,5}|[0-9]{1,2})\\)|(?:[a-z]|[0-9]{1,2})\\))(?= \\p{Ll})|"
      "[(（](?:[ア-ト가-하]|[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2}|[กขคงจฉชซ])[)）]|[①-⑳]";
  g_autoptr(AdrefPattern) row = adref_pattern_new(row_pattern, FALSE, NULL);
  g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(guint));
  LabelSeries series = {text, open};
  guint order = 0;
  for (guint i = 0; i < text->blocks->len; i++) {
    const AdrefCheckBlock *block = text->blocks->pdata[i];
    gboolean plain = block->clause->as.clause->kind == ADREF_PLAIN;
    if (block->order != order && !(plain && block->node->type == ADREF_PARAGRAPH))
      g_array_set_size(open, 0);
    order = block->order;
    guint before = text->findings->len;
    if (block->node->type == ADREF_PARAGRAPH)
      take_labels(&series, pattern, block);
    if (block->node->type == ADREF_PARAGRAPH && text->findings->len == before)
      check_row(text, row, block);
  }
}

/* The numbers of an ordered list go on from the last list of the text, or begin with 1. */
static void check_list(AdrefCheckText *text, const AdrefNode *clause, const AdrefNode *list,
                       guint *last)
{
  guint next = list->as.list.start;
  gboolean is_first = TRUE;
  for (const AdrefNode *item = list->first; item; item = item->next) {
    guint number = adref_item_number(item, next);
    gboolean gap = is_first ? number > 1 && *last > 0 && number != *last + 1 : number != next;
    if (gap)
      adref_check_add_at(text, "integrity/number-gap", clause, adref_node_placed(item)->line,
                         adref_node_placed(item)->column, "number %u follows number %u", number,
                         is_first ? *last : next - 1);
    is_first = FALSE;
    next = number + 1;
    *last = number;
  }
}

/* The whole number of "12"; 0: "12 bis", "PP3". */
static guint frozen_value(const AdrefNode *clause)
{
  const char *number = clause->as.clause->frozen;
  gboolean plain = number && number[strspn(number, "0123456789")] == '\0';
  return plain && !clause->as.clause->alt ? (guint)g_ascii_strtoull(number, NULL, 10) : 0;
}

/* While talks go on numbers are frozen, and a clause that was deleted leaves a gap. */
static void check_frozen(AdrefCheckText *text, const AdrefNode *clause, guint *last)
{
  guint value = frozen_value(clause);
  if (value == 0)
    return;
  if (*last > 0 && value > *last + 1) {
    AdrefCheckFinding *finding =
        adref_check_add_at(text, "integrity/number-gap", clause, clause->line, clause->column,
                           "number %u follows number %u; a clause was deleted", value, *last);
    finding->severity = ADREF_CHECK_NOTE;
  }
  *last = value;
}

/* The same of items of a plan, "6.1" and "6.3". */
static void check_frozen_item(AdrefCheckText *text, const AdrefNode *clause, guint last[2])
{
  const char *number = clause->as.clause->frozen;
  char *end = NULL;
  guint section = number ? (guint)g_ascii_strtoull(number, &end, 10) : 0;
  guint item = end && *end == '.' ? (guint)g_ascii_strtoull(end + 1, &end, 10) : 0;
  if (item == 0 || *end || clause->as.clause->alt)
    return;
  if (last[0] == section && item > last[1] + 1) {
    AdrefCheckFinding *finding = adref_check_add_at(
        text, "integrity/number-gap", clause, clause->line, clause->column,
        "number %s follows number %u.%u; a clause was deleted", number, section, last[1]);
    finding->severity = ADREF_CHECK_NOTE;
  }
  last[0] = section;
  last[1] = item;
}

/* Numbers in bold at the start of paragraphs count from one to the end of the text; where they
 * begin with another, or begin anew, nobody knows what they count. */
static void check_bold_numbers(AdrefCheckText *text)
{
  guint last = 0;
  for (const AdrefNode *clause = text->source.document->first; clause; clause = clause->next) {
    guint number = clause->as.clause->kind == ADREF_PLAIN ? bold_number(clause) : 0;
    if (number == 0)
      continue;
    const AdrefNode *placed = adref_node_placed(clause->first);
    if (last > 0 && number != last + 1 && number != 1)
      adref_check_add_at(text, "integrity/number-gap", clause, placed->line, placed->column,
                         "number %u follows number %u", number, last);
    last = last > 0 || number == 1 ? number : 0;
  }
}

void adref_check_numbers(AdrefCheckText *text)
{
  guint last = 0, frozen[2] = {0, 0}, item[2] = {0, 0};
  check_labels(text);
  check_bold_numbers(text);
  for (const AdrefNode *clause = text->source.document->first; clause; clause = clause->next) {
    AdrefClauseKind kind = clause->as.clause->kind;
    if (kind == ADREF_ANNEX)
      frozen[0] = frozen[1] = item[0] = last = 0;
    if (kind == ADREF_PLAN_ITEM)
      check_frozen_item(text, clause, item);
    if (kind == ADREF_OP || kind == ADREF_PP)
      check_frozen(text, clause, &frozen[kind == ADREF_OP ? 0 : 1]);
    AdrefWalk walk = adref_walk(clause);
    while (adref_walk_next(&walk)) {
      const AdrefNode *list = walk.node;
      if (!walk.entering || list->type != ADREF_LIST)
        continue;
      gboolean is_outer = list->parent == clause && kind == ADREF_PLAIN;
      guint inner = 0;
      if (list->as.list.ordered)
        check_list(text, clause, list, is_outer ? &last : &inner);
    }
  }
}
