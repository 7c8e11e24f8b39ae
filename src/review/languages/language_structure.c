#include "review/languages/language_structure.h"

#include <string.h>

#include "base/digest.h"
#include "clause/labels/label_lists.h"
#include "clause/proposals/translation_to_come.h"
#include "language/phrase_scanner.h"

static void clause_structure_free(gpointer data)
{
  AdrefClauseStructure *structure = data;
  g_ptr_array_unref(structure->brackets);
  g_free(structure->to_come);
  g_free(structure->blocks);
  g_ptr_array_unref(structure->tables);
  g_ptr_array_unref(structure->lists);
  g_ptr_array_unref(structure->references);
  g_ptr_array_unref(structure->links);
  adref_clause_labels_clear(&structure->labels);
  adref_language_numbers_free(structure->numbers);
  if (structure->unread)
    g_string_free(structure->unread, TRUE);
  g_free(structure);
}

void adref_language_structure_free(AdrefLanguageStructure *structure)
{
  if (!structure)
    return;
  g_ptr_array_unref(structure->clauses);
  g_hash_table_unref(structure->index);
  g_ptr_array_unref(structure->unnamed);
  g_ptr_array_unref(structure->headings);
  if (structure->numbers)
    adref_language_numbers_free(structure->numbers);
  g_free(structure);
}

/* Whose an alternative is, "JPN", or "no party". Caller frees. */
static char *describe_positions(const AdrefNode *alternative)
{
  char *positions = adref_positions_text(alternative->as.positions.groups);
  if (*positions)
    return positions;
  g_free(positions);
  return g_strdup("no party");
}

/* "[JPN / ASEAN, USA retain]": how many alternatives a bracket has, and whose they are. */
static char *describe_bracket(const AdrefNode *bracket)
{
  if (bracket->as.placeholder)
    return g_strdup("[text to come]");
  GString *out = g_string_new("[");
  for (const AdrefNode *child = bracket->first; child; child = child->next) {
    if (child->type != ADREF_ALTERNATIVE)
      continue;
    g_autofree char *positions = describe_positions(child);
    g_string_append(out, child == bracket->first ? "" : " / ");
    g_string_append(out, positions);
  }
  g_string_append_c(out, ']');
  return g_string_free(out, FALSE);
}

static char *describe_table(const AdrefNode *table)
{
  guint rows = 0;
  for (const AdrefNode *row = table->first; row; row = row->next)
    rows++;
  gsize columns = strlen(table->as.table.alignments);
  return g_strdup_printf("table of %u row%s, %u column%s", rows, rows == 1 ? "" : "s",
                         (guint)columns, columns == 1 ? "" : "s");
}

static char *describe_list(const AdrefNode *list)
{
  guint items = 0;
  for (const AdrefNode *item = list->first; item; item = item->next)
    items++;
  return g_strdup_printf("list of %u item%s", items, items == 1 ? "" : "s");
}

static gboolean has_numbers(const AdrefNode *list)
{
  return adref_list_is_counted(list);
}

/* "2 paragraphs": those of the clause itself, not of its lists and tables. */
static char *describe_paragraphs(const AdrefNode *clause)
{
  guint count = 0;
  for (const AdrefNode *block = clause->first; block; block = block->next)
    count += block->type == ADREF_PARAGRAPH ? 1 : 0;
  return g_strdup_printf("%u paragraph%s", count, count == 1 ? "" : "s");
}

static gboolean has_letters(const GString *text)
{
  for (const char *p = text->str; *p; p = g_utf8_next_char(p))
    if (g_unichar_isalnum(g_utf8_get_char(p)))
      return TRUE;
  return FALSE;
}

static gboolean is_title(const AdrefNode *heading)
{
  const AdrefNode *parent = heading->parent;
  return parent->type == ADREF_CLAUSE && parent->as.clause->kind == ADREF_TITLE;
}

/* What stands in a clause and is neither a paragraph, a list nor a table; NULL: the node is no such
 * thing. Words that are struck say the contrary of words. */
static const char *describe_other(const AdrefNode *node)
{
  switch (node->type) {
  case ADREF_HEADING: return is_title(node) ? NULL : "heading";
  case ADREF_QUOTE: return "quoted paragraphs";
  case ADREF_CODE_BLOCK: return "lines of code";
  case ADREF_RULE: return "line across the page";
  case ADREF_LIST: return has_numbers(node) ? NULL : "list without numbers";
  case ADREF_FORMAT: return node->as.format == ADREF_FORMAT_STRIKE ? "struck words" : NULL;
  default: return NULL;
  }
}

/* Places */

/* The type of the place that a node is; -1: it is none. */
static gint place_type(const AdrefNode *node)
{
  if (node->type == ADREF_TABLE_CELL)
    return ADREF_LANGUAGE_PLACE_CELL;
  if (node->type == ADREF_ALTERNATIVE && node->as.positions.groups)
    return ADREF_LANGUAGE_PLACE_ALTERNATIVE;
  return node->type == ADREF_PARAGRAPH ? ADREF_LANGUAGE_PLACE_BLOCK : -1;
}

static void begin_place(AdrefClauseStructure *structure, const AdrefNode *node, gint type,
                        GArray *open, gsize start)
{
  GArray *places = structure->numbers->places;
  AdrefLanguagePlace place = {.type = (AdrefLanguagePlaceType)type, .start = start};
  if (type == ADREF_LANGUAGE_PLACE_CELL)
    place.label = g_strdup_printf("table %u, row %u, column %u", structure->table, structure->row,
                                  ++structure->column);
  else if (type == ADREF_LANGUAGE_PLACE_ALTERNATIVE)
    place.label = adref_positions_text(node->as.positions.groups);
  else
    place.label = g_strdup_printf("paragraph %u", ++structure->paragraphs);
  g_array_append_val(open, places->len);
  g_array_append_val(places, place);
}

/* Ends the place that was begun last. */
static void end_place(AdrefClauseStructure *structure, GArray *open, gsize end)
{
  guint place = g_array_index(open, guint, open->len - 1);
  g_array_index(structure->numbers->places, AdrefLanguagePlace, place).end = end;
  g_array_set_size(open, open->len - 1);
}

static gboolean is_left_out(const AdrefNode *node)
{
  return node->type == ADREF_NOTE || node->type == ADREF_COMMENT || node->type == ADREF_HTML ||
         node->type == ADREF_FOOTNOTE || adref_node_is_cross_reference(node);
}

static void leave_node(AdrefClauseStructure *structure, const AdrefNode *node, GArray *open,
                       GString *text)
{
  if (place_type(node) >= 0)
    end_place(structure, open, text->len);
  if (adref_node_is_block(node))
    g_string_append_c(text, '\n');
  else if (node->type == ADREF_ALTERNATIVE && !node->parent->as.settled)
    g_string_append(text, " | ");
}

/* A cell without words, where the other text may have some. */
static void take_cell(AdrefClauseStructure *structure, const AdrefNode *cell)
{
  if (!cell->first)
    g_ptr_array_add(structure->tables,
                    g_strdup_printf("empty cell in table %u, row %u, column %u", structure->table,
                                    structure->row, structure->column + 1));
}

static void begin_row(AdrefClauseStructure *structure, const AdrefNode *row)
{
  structure->row = row->prev ? structure->row + 1 : 1;
  structure->column = 0;
}

/* The addresses that stand in words: letters and "://", up to a space or a sign that ends a
 * sentence. */
static void take_addresses(AdrefClauseStructure *structure, const AdrefNode *node)
{
  static const char own[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                            "-._~:/?#@!$&*+,;=%";
  const char *end = node->text;
  for (const char *at = strstr(end, "://"); at; at = strstr(end, "://")) {
    gsize length = 3 + strspn(at + 3, own);
    while (at > end && g_ascii_isalpha(at[-1])) {
      at--;
      length++;
    }
    while (length > 0 && strchr(".,;:!?", at[length - 1]))
      length--;
    g_ptr_array_add(structure->links, g_strndup(at, length));
    end = at + MAX(length, 3);
  }
}

/* Takes the parts of the structure that one node is. */
static void take_node(AdrefClauseStructure *structure, const AdrefNode *node)
{
  if (adref_node_is_cross_reference(node))
    g_ptr_array_add(structure->references, g_strdup(node->as.link.url + 1));
  else if ((node->type == ADREF_LINK && !adref_node_is_party_name(node)) ||
           node->type == ADREF_IMAGE)
    g_ptr_array_add(structure->links, g_strdup(node->as.link.url));
  else if (node->type == ADREF_TEXT && node->parent->type != ADREF_LINK)
    take_addresses(structure, node);
  if (describe_other(node))
    g_ptr_array_add(structure->lists, g_strdup(describe_other(node)));
  if (adref_translation_to_come_is(node) && !structure->to_come)
    structure->to_come = describe_positions(node);
  if (node->type == ADREF_BRACKET && !node->as.settled)
    g_ptr_array_add(structure->brackets, describe_bracket(node));
  else if (node->type == ADREF_BRACKET_EDGE && node->as.edge.opens)
    g_ptr_array_add(structure->brackets, g_strdup("[over several blocks]"));
  structure->footnotes +=
      node->type == ADREF_FOOTNOTE && node->prev; /* a note begins with its mark */
  if (node->type == ADREF_TABLE) {
    g_ptr_array_add(structure->tables, describe_table(node));
    structure->table++;
  } else if (node->type == ADREF_TABLE_ROW)
    begin_row(structure, node);
  else if (node->type == ADREF_TABLE_CELL)
    take_cell(structure, node);
  else if (node->type == ADREF_LIST)
    g_ptr_array_add(structure->lists, describe_list(node));
}

/* Whether a figure begins here that is raised or lowered behind another one. */
static gboolean is_raised_figure(const AdrefNode *node, const GString *text)
{
  const AdrefNode *format = node->parent;
  return node->type == ADREF_TEXT && !node->prev && format->type == ADREF_FORMAT &&
         (format->as.format == ADREF_FORMAT_SUPERSCRIPT ||
          format->as.format == ADREF_FORMAT_SUBSCRIPT) &&
         g_ascii_isdigit(*node->text) && text->len > 0 && g_ascii_isdigit(text->str[text->len - 1]);
}

/* The words of a clause without references, whose numbers are those of paragraphs. */
static void read_nodes(AdrefClauseStructure *structure, GString *text)
{
  g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(guint));
  AdrefWalk walk = adref_walk(structure->node);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (!walk.entering) {
      leave_node(structure, node, open, text);
      continue;
    }
    if (node->type == ADREF_BRACKET && !node->as.settled)
      g_string_append(text, " | "); /* "5 million [30 / 35]" is not one number */
    take_node(structure, node);
    if (place_type(node) >= 0)
      begin_place(structure, node, place_type(node), open, text->len);
    if (is_raised_figure(node, text))
      g_string_append_c(text, '^'); /* 5<sup>000</sup> is not 5000 */
    if (node->type == ADREF_TEXT || node->type == ADREF_CODE)
      g_string_append_len(text, node->text, (gssize)node->length);
    else if (node->type == ADREF_LINE_BREAK)
      g_string_append_c(text, '\n');
    if (is_left_out(node))
      adref_walk_skip(&walk);
  }
}

static AdrefClauseStructure *clause_structure_new(const AdrefNode *clause, guint order)
{
  AdrefClauseStructure *structure = g_new0(AdrefClauseStructure, 1);
  structure->node = clause;
  structure->name = clause->as.clause->id ? clause->as.clause->id : clause->as.clause->number;
  structure->order = order;
  structure->blocks = describe_paragraphs(clause);
  structure->brackets = g_ptr_array_new_with_free_func(g_free);
  structure->tables = g_ptr_array_new_with_free_func(g_free);
  structure->lists = g_ptr_array_new_with_free_func(g_free);
  structure->links = g_ptr_array_new_with_free_func(g_free);
  structure->numbers = adref_language_numbers_new();
  adref_clause_labels_init(&structure->labels);
  structure->references = g_ptr_array_new_with_free_func(g_free);
  return structure;
}

AdrefLanguageStructure *adref_language_structure_begin(const AdrefLanguageText *text,
                                                       const char *title, GHashTable *parties)
{
  AdrefLanguageStructure *structure = g_new0(AdrefLanguageStructure, 1);
  structure->clauses = g_ptr_array_new_with_free_func(clause_structure_free);
  structure->index = g_hash_table_new(g_str_hash, g_str_equal);
  structure->unnamed = g_ptr_array_new();
  structure->headings = g_ptr_array_new_with_free_func(clause_structure_free);
  structure->language = text->language;
  structure->title = title;
  structure->parties = parties;
  g_autoptr(GString) all = g_string_new(NULL);
  AdrefClauseLabelCounter counter = {{0}};
  for (const AdrefNode *node = text->document->first; node; node = node->next) {
    gboolean is_heading = node->as.clause->kind == ADREF_TITLE;
    AdrefClauseStructure *clause = clause_structure_new(node, structure->clauses->len);
    g_string_truncate(all, 0);
    read_nodes(clause, all);
    if (!is_heading)
      adref_clause_labels_take(&clause->labels, &counter, all);
    clause->unread = g_string_new_len(all->str, (gssize)all->len);
    clause->has_words = has_letters(all) || clause->references->len > 0;
    clause->heading = structure->headings->len;
    g_ptr_array_add(is_heading ? structure->headings : structure->clauses, clause);
    if (is_heading)
      continue;
    if (clause->name)
      g_hash_table_insert(structure->index, (gpointer)(guintptr)clause->name, clause);
    else
      g_ptr_array_add(structure->unnamed, clause);
  }
  return structure;
}

/* Digests */

static void add_string(AdrefDigest *digest, const char *string)
{
  adref_digest_add(digest, string, strlen(string) + 1);
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
  return strcmp(a, b);
}

/* The digest of what all clauses are read with: the language, and the names of the parties. */
static void digest_context(const AdrefLanguageStructure *structure,
                           guint8 context[ADREF_DIGEST_SIZE])
{
  AdrefDigest *digest = adref_digest_new();
  g_autoptr(GList) names =
      structure->parties ? g_list_sort(g_hash_table_get_keys(structure->parties), compare_names)
                         : NULL;
  add_string(digest, structure->language);
  add_string(digest, structure->parties ? "names" : "");
  for (const GList *name = names; name; name = name->next) {
    add_string(digest, name->data);
    add_string(digest, g_hash_table_lookup(structure->parties, name->data));
  }
  adref_digest_end(digest, context);
}

static void digest_words(const guint8 context[ADREF_DIGEST_SIZE], const char *words, gsize length,
                         const GArray *places, guint8 result[ADREF_DIGEST_SIZE])
{
  AdrefDigest *digest = adref_digest_new();
  guint64 size = length;
  adref_digest_add(digest, context, ADREF_DIGEST_SIZE);
  adref_digest_add(digest, &size, sizeof size);
  adref_digest_add(digest, words, length);
  for (guint i = 0; places && i < places->len; i++) {
    const AdrefLanguagePlace *place = &g_array_index(places, AdrefLanguagePlace, i);
    guint64 numbers[] = {place->type, place->start, place->end};
    adref_digest_add(digest, numbers, sizeof numbers);
    add_string(digest, place->label);
  }
  adref_digest_end(digest, result);
}

static void digest_clauses(const GPtrArray *clauses, const guint8 context[ADREF_DIGEST_SIZE])
{
  for (guint i = 0; i < clauses->len; i++) {
    AdrefClauseStructure *clause = clauses->pdata[i];
    digest_words(context, clause->unread->str, clause->unread->len, clause->numbers->places,
                 clause->digest);
  }
}

void adref_language_structure_digest(AdrefLanguageStructure *structure)
{
  guint8 context[ADREF_DIGEST_SIZE];
  digest_context(structure, context);
  digest_clauses(structure->clauses, context);
  digest_clauses(structure->headings, context);
  if (structure->title)
    digest_words(context, structure->title, strlen(structure->title), NULL,
                 structure->title_digest);
}

/* Words */

typedef struct {
  AdrefPhraseScanner scanner;
  gboolean has_scanner; /* its tables are made when they are needed first */
  GArray *tokens;
} WordReader;

static void read_words(WordReader *self, const AdrefLanguageStructure *structure,
                       AdrefLanguageNumbers *numbers, const GString *words)
{
  if (!self->has_scanner)
    adref_phrase_scanner_init(&self->scanner, structure->language, NULL, structure->parties);
  self->has_scanner = TRUE;
  adref_language_numbers_read(numbers, &self->scanner, structure->parties, self->tokens, words);
}

static void read_clauses(WordReader *self, const AdrefLanguageStructure *structure,
                         const GPtrArray *clauses)
{
  for (guint i = 0; i < clauses->len; i++) {
    AdrefClauseStructure *clause = clauses->pdata[i];
    if (!clause->is_wanted || !clause->unread)
      continue;
    read_words(self, structure, clause->numbers, clause->unread);
    g_string_free(clause->unread, TRUE);
    clause->unread = NULL;
  }
}

void adref_language_structure_read(AdrefLanguageStructure *structure)
{
  WordReader reader = {.tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken))};
  read_clauses(&reader, structure, structure->clauses);
  read_clauses(&reader, structure, structure->headings);
  if (structure->title && structure->wants_title && !structure->numbers) {
    g_autoptr(GString) title = g_string_new(structure->title);
    structure->numbers = adref_language_numbers_new();
    read_words(&reader, structure, structure->numbers, title);
  }
  if (reader.has_scanner)
    adref_phrase_scanner_clear(&reader.scanner);
  g_array_unref(reader.tokens);
}

static void want_all(const GPtrArray *clauses)
{
  for (guint i = 0; i < clauses->len; i++)
    ((AdrefClauseStructure *)clauses->pdata[i])->is_wanted = TRUE;
}

AdrefLanguageStructure *adref_language_structure_new(const AdrefLanguageText *text,
                                                     const char *title, GHashTable *parties)
{
  AdrefLanguageStructure *structure = adref_language_structure_begin(text, title, parties);
  want_all(structure->clauses);
  want_all(structure->headings);
  structure->wants_title = TRUE;
  adref_language_structure_read(structure);
  return structure;
}
