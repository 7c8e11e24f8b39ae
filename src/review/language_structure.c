#include "review/language_structure.h"

#include <string.h>

#include "language/language_tag.h"
#include "language/phrase_scanner.h"
#include "language/token_reader.h"
#include "language/word_table.h"

static void clause_structure_free(gpointer data)
{
  AdrefClauseStructure *structure = data;
  g_ptr_array_unref(structure->brackets);
  g_ptr_array_unref(structure->tables);
  g_ptr_array_unref(structure->values);
  g_ptr_array_unref(structure->weak);
  g_ptr_array_unref(structure->references);
  g_ptr_array_unref(structure->cells);
  g_free(structure);
}

static void cell_structure_free(gpointer data)
{
  AdrefCellStructure *cell = data;
  g_ptr_array_unref(cell->values);
  g_ptr_array_unref(cell->weak);
  g_free(cell);
}

void adref_language_structure_free(AdrefLanguageStructure *structure)
{
  if (!structure)
    return;
  g_ptr_array_unref(structure->clauses);
  g_hash_table_unref(structure->index);
  g_ptr_array_unref(structure->unnamed);
  g_ptr_array_unref(structure->headings);
  g_free(structure);
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
    g_autofree char *positions = adref_positions_text(child->as.positions.groups);
    g_string_append_printf(out, "%s%s", child == bracket->first ? "" : " / ",
                           *positions ? positions : "no party");
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

/* `start` is where the words of the cell begin in those of the clause. */
static void add_cell(AdrefClauseStructure *structure, const AdrefNode *node, gsize start)
{
  AdrefCellStructure *cell = g_new0(AdrefCellStructure, 1);
  cell->table = structure->tables->len;
  cell->row = cell->column = 1;
  for (const AdrefNode *row = node->parent->prev; row; row = row->prev)
    cell->row++;
  for (const AdrefNode *before = node->prev; before; before = before->prev)
    cell->column++;
  cell->start = start;
  cell->values = g_ptr_array_new_with_free_func(g_free);
  cell->weak = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(structure->cells, cell);
}

static AdrefCellStructure *last_cell(const AdrefClauseStructure *structure)
{
  return structure->cells->pdata[structure->cells->len - 1];
}

static gboolean is_left_out(const AdrefNode *node)
{
  return node->type == ADREF_NOTE || node->type == ADREF_COMMENT || node->type == ADREF_HTML ||
         node->type == ADREF_FOOTNOTE || adref_node_is_cross_reference(node);
}

/* The words of a clause without references, whose numbers are those of paragraphs. */
static void read_nodes(AdrefClauseStructure *structure, GString *text)
{
  AdrefWalk walk = adref_walk(structure->node);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (!walk.entering) {
      if (node->type == ADREF_TABLE_CELL)
        last_cell(structure)->end = text->len;
      if (adref_node_is_block(node))
        g_string_append_c(text, '\n');
      else if (node->type == ADREF_ALTERNATIVE)
        g_string_append(text, " | ");
      continue;
    }
    if (node->type == ADREF_BRACKET)
      g_string_append_c(text, ' ');
    if (adref_node_is_cross_reference(node))
      g_ptr_array_add(structure->references, g_strdup(node->as.link.url + 1));
    if (node->type == ADREF_BRACKET)
      g_ptr_array_add(structure->brackets, describe_bracket(node));
    else if (node->type == ADREF_BRACKET_EDGE && node->as.edge.opens)
      g_ptr_array_add(structure->brackets, g_strdup("[over several blocks]"));
    structure->footnotes +=
        node->type == ADREF_FOOTNOTE && node->prev; /* a note begins with its mark */
    if (node->type == ADREF_TABLE)
      g_ptr_array_add(structure->tables, describe_table(node));
    else if (node->type == ADREF_TABLE_CELL)
      add_cell(structure, node, text->len);
    if (node->type == ADREF_TEXT || node->type == ADREF_CODE)
      g_string_append_len(text, node->text, (gssize)node->length);
    else if (node->type == ADREF_LINE_BREAK)
      g_string_append_c(text, '\n');
    if (is_left_out(node))
      adref_walk_skip(&walk);
  }
}

/* The numbers of a key such as "within 2023-12-17", "30 day", "us$ 5000000", "10..20 %"; a part of
 * a date that is not said is -1 there. */
static void add_numbers(GPtrArray *values, const char *key)
{
  for (const char *p = key; *p;) {
    gboolean is_missing = p[0] == '-' && p[1] == '1' && !g_ascii_isdigit(p[2]) &&
                          (p == key || p[-1] == ' ' || p[-1] == '-');
    if (is_missing) {
      p += 2;
      continue;
    }
    gsize digits = strspn(p, "0123456789");
    if (digits == 0) {
      p++;
      continue;
    }
    gsize length = digits;
    while ((p[length] == '.' || p[length] == ',') && g_ascii_isdigit(p[length + 1]))
      length += 1 + strspn(p + length + 1, "0123456789");
    while (*p == '0' && length > 1 && g_ascii_isdigit(p[1])) {
      p++;
      length--;
    }
    g_ptr_array_add(values, g_strdelimit(g_strndup(p, length), ",", '.'));
    p += length;
  }
}

/* A year of the Buddhist calendar, as Thai texts have it, in the common one. Takes over `value`. */
static char *common_year(const char *language, char *value)
{
  guint64 year = strlen(value) == 4 ? g_ascii_strtoull(value, NULL, 10) : 0;
  if (!adref_language_tag_matches(language, "th") || year < 2443 || year > 2742)
    return value;
  g_free(value);
  return g_strdup_printf("%" G_GUINT64_FORMAT, year - 543);
}

/* Whether a number is a part of a Japanese or Chinese fraction, 3分の2; other languages say it in
 * ordinals. */
static gboolean is_in_fraction(const AdrefTokenReader *reader, const AdrefPhraseMatch *match)
{
  static const char sign[] = "分";
  gsize length = strlen(sign);
  const char *before = reader->text + match->start;
  gboolean is_denominator = g_str_has_prefix(reader->text + match->end, sign) ||
                            (match->end - match->start > length &&
                             strncmp(reader->text + match->end - length, sign, length) == 0 &&
                             g_str_has_prefix(reader->text + match->end, "の"));
  return is_denominator ||
         (match->start >= 2 * length && strncmp(before - 2 * length, "分の", 2 * length) == 0);
}

/* One thing may be said as "a", "a single" or "one": 1 may stand in the other text, but need not.
 */
static void add_match(const AdrefTokenReader *reader, const char *language,
                      const AdrefPhraseMatch *match, GPtrArray *strong, GPtrArray *weak)
{
  const AdrefPhraseMeaning *meaning;
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func(g_free);
  if (adref_token_reader_match_role(reader, match->first, ADREF_PHRASE_ROLE_ORDINAL, &meaning))
    g_ptr_array_add(values, g_strdup_printf("%u", meaning->rank));
  else
    add_numbers(values, match->key);
  gboolean is_fraction = is_in_fraction(reader, match);
  for (guint i = 0; i < values->len; i++) {
    char *value = common_year(language, g_steal_pointer(&values->pdata[i]));
    gboolean is_weak = match->weak || match->doubtful || strcmp(value, "1") == 0 ||
                       strcmp(value, "0") == 0 || is_fraction;
    g_ptr_array_add(is_weak ? weak : strong, value);
  }
}

/* The cell in which a match stands; NULL: it stands in none. *next, which begins with 0, is where
 * the search goes on for the next match. */
static AdrefCellStructure *cell_of(const AdrefClauseStructure *structure, guint *next,
                                   const AdrefPhraseMatch *match)
{
  for (; *next < structure->cells->len; ++*next) {
    AdrefCellStructure *cell = structure->cells->pdata[*next];
    if (match->start < cell->end)
      return match->start >= cell->start ? cell : NULL;
  }
  return NULL;
}

static void read_values(AdrefClauseStructure *structure, AdrefPhraseScanner *scanner,
                        const char *language, GArray *tokens, const GString *text)
{
  g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(AdrefPhraseMatch));
  g_array_set_size(tokens, 0);
  adref_phrase_scanner_scan(scanner, text->str, 0, text->len, tokens, found);
  const AdrefTokenReader reader = {scanner->phrases, text->str, tokens};
  guint next = 0;
  for (guint i = 0; i < found->len; i++) {
    const AdrefPhraseMatch *match = &g_array_index(found, AdrefPhraseMatch, i);
    if (match->class != ADREF_CHANGE_CLASS_NUMBER && match->class != ADREF_CHANGE_CLASS_DATE)
      continue;
    const AdrefCellStructure *cell = cell_of(structure, &next, match);
    add_match(&reader, language, match, structure->values, structure->weak);
    if (cell)
      add_match(&reader, language, match, cell->values, cell->weak);
  }
  adref_phrase_scanner_clear_keys(scanner);
}

static AdrefClauseStructure *clause_structure_new(const AdrefNode *clause, guint order)
{
  AdrefClauseStructure *structure = g_new0(AdrefClauseStructure, 1);
  structure->node = clause;
  structure->name = clause->as.clause->id ? clause->as.clause->id : clause->as.clause->number;
  structure->order = order;
  structure->brackets = g_ptr_array_new_with_free_func(g_free);
  structure->tables = g_ptr_array_new_with_free_func(g_free);
  structure->values = g_ptr_array_new_with_free_func(g_free);
  structure->weak = g_ptr_array_new_with_free_func(g_free);
  structure->references = g_ptr_array_new_with_free_func(g_free);
  structure->cells = g_ptr_array_new_with_free_func(cell_structure_free);
  return structure;
}

AdrefLanguageStructure *adref_language_structure_new(const AdrefLanguageText *text,
                                                     GHashTable *parties)
{
  AdrefLanguageStructure *structure = g_new0(AdrefLanguageStructure, 1);
  structure->clauses = g_ptr_array_new_with_free_func(clause_structure_free);
  structure->index = g_hash_table_new(g_str_hash, g_str_equal);
  structure->unnamed = g_ptr_array_new();
  structure->headings = g_ptr_array_new_with_free_func(clause_structure_free);
  structure->has_words = *adref_word_table_of_language(text->language) != NULL;
  AdrefPhraseScanner scanner;
  adref_phrase_scanner_init(&scanner, text->language, NULL, parties);
  g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(AdrefTextToken));
  g_autoptr(GString) all = g_string_new(NULL);
  for (const AdrefNode *node = text->document->first; node; node = node->next) {
    gboolean is_heading = node->as.clause->kind == ADREF_TITLE;
    AdrefClauseStructure *clause = clause_structure_new(node, structure->clauses->len);
    g_string_truncate(all, 0);
    read_nodes(clause, all);
    read_values(clause, &scanner, text->language, tokens, all);
    g_ptr_array_add(is_heading ? structure->headings : structure->clauses, clause);
    if (is_heading)
      continue;
    if (clause->name)
      g_hash_table_insert(structure->index, (gpointer)(guintptr)clause->name, clause);
    else
      g_ptr_array_add(structure->unnamed, clause);
  }
  adref_phrase_scanner_clear(&scanner);
  return structure;
}
