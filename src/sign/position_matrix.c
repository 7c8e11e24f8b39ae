#include "sign/position_matrix.h"

#include <string.h>

static const struct {
  const char *letter, *word;
} marks[ADREF_MATRIX_MARKS] = {
    [ADREF_MATRIX_PROPOSES] = {"P", "proposes"},
    [ADREF_MATRIX_SUPPORTS] = {"S", "supports"},
    [ADREF_MATRIX_OPPOSES] = {"O", "opposes"},
    [ADREF_MATRIX_RESERVES] = {"R", "reserves"},
    [ADREF_MATRIX_AGREED] = {"A", "agreed ad ref"},
    [ADREF_MATRIX_WORKING_GROUP] = {"W", "agreed in working group"},
    [ADREF_MATRIX_CONFIRMED] = {"C", "confirmed"},
    [ADREF_MATRIX_CHANGED] = {"X", "changed since agreed"},
    [ADREF_MATRIX_REOPENED] = {"N", "reopened"},
    [ADREF_MATRIX_DISASSOCIATED] = {"D", "disassociated"},
};

/* The matrix while it is made. */
typedef struct {
  const AdrefPositionMatrixOptions *options;
  AdrefClauseHashes *hashes;
  GHashTable *spoken;  /* set of codes that stand in a bracket or have a record */
  GHashTable *columns; /* code -> index + 1 */
  AdrefPositionMatrix *matrix;
} MatrixRun;

const char *adref_matrix_mark_letter(AdrefMatrixMark mark)
{
  return marks[mark].letter;
}

const char *adref_matrix_mark_word(AdrefMatrixMark mark)
{
  return marks[mark].word;
}

char *adref_matrix_cell_letters(guint cell)
{
  GString *letters = g_string_new(NULL);
  for (guint i = 0; i < ADREF_MATRIX_MARKS; i++)
    if (cell & 1U << i)
      g_string_append(letters, marks[i].letter);
  return g_string_free(letters, FALSE);
}

char *adref_matrix_cell_words(guint cell)
{
  GString *words = g_string_new(NULL);
  for (guint i = 0; i < ADREF_MATRIX_MARKS; i++)
    if (cell & 1U << i)
      g_string_append_printf(words, "%s%s", words->len > 0 ? ", " : "", marks[i].word);
  return g_string_free(words, FALSE);
}

static void row_free(gpointer data)
{
  AdrefMatrixRow *row = data;
  g_free(row->cells);
  g_free(row);
}

void adref_position_matrix_free(AdrefPositionMatrix *matrix)
{
  if (!matrix)
    return;
  g_ptr_array_unref(matrix->parties);
  g_ptr_array_unref(matrix->rows);
  g_free(matrix);
}

/* The positions that a node of a bracket has; NULL: none. */
static const GPtrArray *groups_of(const AdrefNode *node)
{
  if (node->type == ADREF_ALTERNATIVE)
    return node->as.positions.groups;
  return node->type == ADREF_BRACKET_EDGE ? node->as.edge.groups : NULL;
}

static void find_spoken(MatrixRun *self)
{
  const AdrefNode *document = adref_language_versions_rolling(self->options->language_versions);
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    const GPtrArray *groups = walk.entering ? groups_of(walk.node) : NULL;
    for (guint i = 0; groups && i < groups->len; i++)
      for (char **code = ((AdrefPosition *)groups->pdata[i])->parties; *code; code++)
        g_hash_table_add(self->spoken, *code);
  }
  GHashTableIter iter;
  gpointer party, record;
  g_hash_table_iter_init(&iter, self->options->records);
  while (g_hash_table_iter_next(&iter, &party, &record))
    if (((const AdrefPartyRecord *)record)->acts->len > 0)
      g_hash_table_add(self->spoken, party);
}

static void add_column(MatrixRun *self, const char *code)
{
  if (g_hash_table_contains(self->columns, code))
    return;
  g_ptr_array_add(self->matrix->parties, (gpointer)(guintptr)code);
  g_hash_table_insert(self->columns, (gpointer)(guintptr)code,
                      GUINT_TO_POINTER(self->matrix->parties->len));
}

static int compare_codes(gconstpointer a, gconstpointer b)
{
  return strcmp(a, b);
}

static void add_columns(MatrixRun *self)
{
  const AdrefPositionMatrixOptions *options = self->options;
  for (char **code = options->statement->parties; *code; code++) {
    const AdrefParty *party = adref_parties_get(options->parties, *code);
    add_column(self, *code);
    for (char **member = party ? party->members : NULL; member && *member; member++)
      if (g_hash_table_contains(self->spoken, *member))
        add_column(self, *member);
  }
  g_autoptr(GList) others = g_list_sort(g_hash_table_get_keys(self->spoken), compare_codes);
  for (const GList *code = others; code; code = code->next)
    add_column(self, code->data);
}

static void mark(MatrixRun *self, AdrefMatrixRow *row, const char *code, AdrefMatrixMark what)
{
  guint column = GPOINTER_TO_UINT(g_hash_table_lookup(self->columns, code));
  if (column > 0)
    row->cells[column - 1] |= 1U << what;
}

static void mark_group(MatrixRun *self, AdrefMatrixRow *row, const AdrefPosition *position)
{
  static const AdrefMatrixMark of_verb[] = {
      [ADREF_POSITION_SUPPORT] = ADREF_MATRIX_SUPPORTS,
      [ADREF_POSITION_RETAIN] = ADREF_MATRIX_SUPPORTS,
      [ADREF_POSITION_DELETE] = ADREF_MATRIX_OPPOSES,
      [ADREF_POSITION_RESERVE] = ADREF_MATRIX_RESERVES,
      [ADREF_POSITION_OPPOSE] = ADREF_MATRIX_OPPOSES,
  };
  gboolean proposes = position->verb == ADREF_POSITION_SUPPORT;
  for (char **code = position->parties; *code; code++) {
    gboolean is_first = proposes && code == position->parties;
    mark(self, row, *code, is_first ? ADREF_MATRIX_PROPOSES : of_verb[position->verb]);
  }
}

static void mark_brackets(MatrixRun *self, AdrefMatrixRow *row)
{
  AdrefWalk walk = adref_walk(row->clause->clause);
  while (adref_walk_next(&walk)) {
    const GPtrArray *groups = walk.entering ? groups_of(walk.node) : NULL;
    for (guint i = 0; groups && i < groups->len; i++)
      mark_group(self, row, groups->pdata[i]);
  }
}

static void mark_record(MatrixRun *self, AdrefMatrixRow *row, const char *code, const char *id)
{
  const AdrefPositionMatrixOptions *options = self->options;
  AdrefPartyStatus status =
      adref_party_status_of(code, id, options->records, options->parties, self->hashes);
  switch (status.type) {
  case ADREF_PARTY_STATUS_SILENT: return;
  case ADREF_PARTY_STATUS_AGREED:
    mark(self, row, code,
         adref_party_status_is_confirmed(code, id, options->records, options->parties, self->hashes)
             ? ADREF_MATRIX_CONFIRMED
             : ADREF_MATRIX_AGREED);
    return;
  case ADREF_PARTY_STATUS_WORKING_GROUP: mark(self, row, code, ADREF_MATRIX_WORKING_GROUP); return;
  case ADREF_PARTY_STATUS_OUTDATED: mark(self, row, code, ADREF_MATRIX_CHANGED); return;
  case ADREF_PARTY_STATUS_RESERVED: mark(self, row, code, ADREF_MATRIX_RESERVES); return;
  case ADREF_PARTY_STATUS_REOPENED: mark(self, row, code, ADREF_MATRIX_REOPENED); return;
  case ADREF_PARTY_STATUS_DISASSOCIATED: mark(self, row, code, ADREF_MATRIX_DISASSOCIATED); return;
  }
}

static void add_row(MatrixRun *self, const AdrefClauseProgress *clause)
{
  const GPtrArray *parties = self->matrix->parties;
  const char *id = clause->clause->as.clause->id;
  AdrefMatrixRow *row = g_new0(AdrefMatrixRow, 1);
  row->clause = clause;
  row->cells = g_new0(guint, parties->len + 1);
  mark_brackets(self, row);
  for (guint i = 0; id && i < parties->len; i++)
    mark_record(self, row, parties->pdata[i], id);
  g_ptr_array_add(self->matrix->rows, row);
}

AdrefPositionMatrix *adref_position_matrix_new(const AdrefPositionMatrixOptions *options)
{
  g_autoptr(AdrefClauseHashes) hashes = adref_clause_hashes_new(options->language_versions);
  g_autoptr(GHashTable) spoken = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) columns = g_hash_table_new(g_str_hash, g_str_equal);
  AdrefPositionMatrix *matrix = g_new0(AdrefPositionMatrix, 1);
  MatrixRun self = {options, hashes, spoken, columns, matrix};
  matrix->parties = g_ptr_array_new();
  matrix->rows = g_ptr_array_new_with_free_func(row_free);
  find_spoken(&self);
  add_columns(&self);
  for (guint i = 0; i < options->clauses->len; i++)
    add_row(&self, options->clauses->pdata[i]);
  return matrix;
}
