/* tests/review/redlines.txt: what a lawyer expects of each pair, against what every output is told
 * (view/renderer.h): the words that are marked, what moved, what each block was, and the entries of
 * the summary. ADREF_MEASURE=1 prints the cases that are not right. */
#include <string.h>

#include "clause/text/text_language.h"
#include "clause/words.h"
#include "review/cases.h"
#include "review/findings.h"
#include "view/renderer.h"

enum {
  CASES = 321,
  RIGHT = 317,         /* so many of them are right; raised with each step */
  WORDS_PERCENT = 102, /* words marked in all, per hundred that the lawyer marks */
  WORDS_OF_A_CASE = 150
};

typedef struct {
  char *name;
  GString *old, *new, *redline;
  GPtrArray *moves, *blocks, *entries; /* of char*: the lines with ~, @, ! */
} Expected;

static Expected *expected_new(const char *name)
{
  Expected *self = g_new0(Expected, 1);
  self->name = g_strdup(name);
  self->old = g_string_new(NULL);
  self->new = g_string_new(NULL);
  self->redline = g_string_new(NULL);
  self->moves = g_ptr_array_new_with_free_func(g_free);
  self->blocks = g_ptr_array_new_with_free_func(g_free);
  self->entries = g_ptr_array_new_with_free_func(g_free);
  return self;
}

static void expected_free(gpointer data)
{
  Expected *self = data;
  g_free(self->name);
  g_string_free(self->old, TRUE);
  g_string_free(self->new, TRUE);
  g_string_free(self->redline, TRUE);
  g_ptr_array_unref(self->moves);
  g_ptr_array_unref(self->blocks);
  g_ptr_array_unref(self->entries);
  g_free(self);
}

static void add_line(Expected *self, const char *line)
{
  const char *rest = line[0] && line[1] ? line + 2 : "";
  switch (line[0]) {
  case '<': g_string_append_printf(self->old, "%s\n", rest); break;
  case '>': g_string_append_printf(self->new, "%s\n", rest); break;
  case '=': g_string_append(self->redline, rest); break;
  case '~': g_ptr_array_add(self->moves, g_strdup(rest)); break;
  case '@': g_ptr_array_add(self->blocks, g_strdup(rest)); break;
  case '!': g_ptr_array_add(self->entries, g_strdup(rest)); break;
  default: ck_assert_msg(!*line || line[0] == '#', "%s: %s", self->name, line);
  }
}

static GPtrArray *read_cases(void)
{
  g_autofree char *text = NULL;
  ck_assert(g_file_get_contents("tests/review/redlines.txt", &text, NULL, NULL));
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  GPtrArray *cases = g_ptr_array_new_with_free_func(expected_free);
  for (char **line = lines; *line; line++) {
    if ((*line)[0] == '[')
      g_ptr_array_add(cases, expected_new(*line));
    else if (cases->len > 0)
      add_line(cases->pdata[cases->len - 1], *line);
  }
  return cases;
}

/* --- what the redline says --- */

typedef struct {
  GString *words;            /* with {- -} and {+ +} */
  GString *symbol;           /* "(moved) " and the like, until words come */
  GPtrArray *moves, *blocks; /* of char* */
} Said;

static void put_words(gpointer data, const char *words)
{
  Said *said = data;
  if (said->symbol->len > 0 && *words) {
    g_ptr_array_add(said->moves, g_strdup(words));
    g_string_truncate(said->symbol, 0);
  }
  g_string_append(said->words, words);
}

static void enter_text(gpointer data, const AdrefNode *node)
{
  put_words(data, node->text);
}

static void enter_break(gpointer data, const AdrefNode *node)
{
  (void)node;
  put_words(data, " ");
}

/* The mark of a note before its text is its label. */
static void enter_footnote(gpointer data, const AdrefNode *node)
{
  if (node->parent->parent->type == ADREF_FOOTNOTE_TEXT && !node->prev) {
    put_words(data, node->text);
    return;
  }
  g_autofree char *mark = g_strdup_printf("[^%s]", node->text);
  put_words(data, mark);
}

static void leave_block(gpointer data, const AdrefNode *node)
{
  Said *said = data;
  (void)node;
  g_string_append_c(said->words, '\n');
}

static void open_bracket(gpointer data, const AdrefNode *node)
{
  (void)node;
  put_words(data, "[");
}

static void slash(gpointer data, const AdrefNode *node)
{
  (void)node;
  put_words(data, " / ");
}

static void close_bracket(gpointer data, const AdrefNode *node)
{
  (void)node;
  put_words(data, "]");
}

static void positions(gpointer data, const AdrefNode *node, const GPtrArray *groups)
{
  (void)node;
  g_autofree char *text = adref_positions_text(groups);
  g_autofree char *words = g_strconcat(" - ", text, NULL);
  put_words(data, words);
}

static void begin_change(gpointer data, AdrefChangeMark mark)
{
  g_string_append(((Said *)data)->words, mark == ADREF_DELETED ? "{-" : "{+");
}

static void end_change(gpointer data, AdrefChangeMark mark)
{
  g_string_append(((Said *)data)->words, mark == ADREF_DELETED ? "-}" : "+}");
}

static void put_symbol(gpointer data, const char *symbol)
{
  Said *said = data;
  if (g_str_has_prefix(symbol, "(moved") && !strstr(symbol, "from here"))
    g_string_append(said->symbol, symbol);
  if (!strpbrk(symbol, "(*<") && g_ascii_isprint(symbol[0]))
    put_words(data, symbol);
  const char *was = strchr(symbol, '(') ? strstr(symbol, "was ") : NULL;
  const char *end = was ? strchr(was, ')') : NULL;
  if (end)
    g_ptr_array_add(said->blocks, g_strndup(was, (gsize)(end - was)));
}

static const AdrefRendererTable table = {
    .nodes =
        {
            [ADREF_HEADING] = {NULL, leave_block},
            [ADREF_PARAGRAPH] = {NULL, leave_block},
            [ADREF_TABLE_CELL] = {NULL, leave_block},
            [ADREF_CODE_BLOCK] = {enter_text, leave_block},
            [ADREF_TEXT] = {enter_text, NULL},
            [ADREF_CODE] = {enter_text, NULL},
            [ADREF_LINE_BREAK] = {enter_break, NULL},
            [ADREF_FOOTNOTE] = {enter_footnote, NULL},
        },
    .open = open_bracket,
    .slash = slash,
    .close = close_bracket,
    .positions = positions,
    .begin = begin_change,
    .end = end_change,
    .symbol = put_symbol,
};

static void render_clause(Said *said, const AdrefRenderer *renderer, const AdrefNode *clause)
{
  const AdrefChange *change = clause->as.clause->change;
  if (change && change->type == ADREF_CHANGE_MOVED)
    g_string_append(said->symbol, "(moved) ");
  adref_renderer_run(renderer, clause);
}

static Said *said_of(const AdrefNode *redline, const char *language)
{
  Said *said = g_new0(Said, 1);
  said->words = g_string_new(NULL);
  said->symbol = g_string_new(NULL);
  said->moves = g_ptr_array_new_with_free_func(g_free);
  said->blocks = g_ptr_array_new_with_free_func(g_free);
  AdrefViewOptions options = {.language = language};
  g_auto(AdrefRenderer) renderer = adref_renderer(redline, &options, &table, said);
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next)
    render_clause(said, &renderer, clause);
  return said;
}

static void said_free(Said *said)
{
  g_string_free(said->words, TRUE);
  g_string_free(said->symbol, TRUE);
  g_ptr_array_unref(said->moves);
  g_ptr_array_unref(said->blocks);
  g_free(said);
}

/* --- comparing --- */

static gboolean is_sign(char c)
{
  return c == '[' || c == ']' || c == '/';
}

/* Appends the words of a marked run, and its brackets and slashes, one a line. */
static guint add_tokens(GString *out, const char *run, gsize length, const char *language)
{
  g_autoptr(GArray) words = adref_words(run, length, language);
  gsize at = 0;
  for (guint i = 0; i <= words->len; i++) {
    AdrefWord end = {length, 0};
    const AdrefWord *word = i < words->len ? &g_array_index(words, AdrefWord, i) : &end;
    for (; at < word->start; at++)
      if (is_sign(run[at]))
        g_string_append_printf(out, "%c\n", run[at]);
    if (word->length > 0)
      g_string_append_printf(out, "%.*s\n", (int)word->length, run + word->start);
    at = word->start + word->length;
  }
  return words->len;
}

/* Appends what is deleted and what is inserted; the number of words that are marked. */
static guint read_marks(const char *redline, const char *language, GString *deleted,
                        GString *inserted)
{
  guint count = 0;
  for (const char *at = redline; (at = strchr(at, '{'));) {
    gboolean gone = at[1] == '-';
    const char *end = strstr(at + 2, gone ? "-}" : "+}");
    ck_assert_ptr_nonnull(end);
    count += add_tokens(gone ? deleted : inserted, at + 2, (gsize)(end - at) - 2, language);
    at = end + 2;
  }
  return count;
}

typedef struct {
  guint lawyer, ours; /* words marked */
  gboolean right;
} Verdict;

static void compare_marks(const Expected *expected, const char *words, const char *language,
                          Verdict *verdict)
{
  g_autoptr(GString) gone = g_string_new(NULL), came = g_string_new(NULL);
  g_autoptr(GString) deleted = g_string_new(NULL), inserted = g_string_new(NULL);
  verdict->lawyer = read_marks(expected->redline->str, language, gone, came);
  verdict->ours = read_marks(words, language, deleted, inserted);
  verdict->right = g_string_equal(gone, deleted) && g_string_equal(came, inserted);
}

static gboolean begin_alike(const GPtrArray *said, const GPtrArray *expected)
{
  gboolean same = said->len == expected->len;
  for (guint i = 0; same && i < said->len; i++) {
    const char *words = said->pdata[i], *wanted = expected->pdata[i];
    wanted += g_str_has_prefix(wanted, "{-") ? 2 : 0;
    same = g_str_has_prefix(words, wanted) || g_str_has_prefix(wanted, words);
  }
  return same;
}

/* A line of list_findings says what an entry "split: old -> new" or "strength" says. */
static gboolean is_entry(const char *line, const char *entry)
{
  g_auto(GStrv) parts = g_strsplit(entry, ": ", 2);
  g_autofree char *shift = g_strdup_printf(" (%s)", parts[0]),
                  *class = g_strconcat(parts[0], ": ", NULL);
  gboolean named = g_str_has_prefix(line, class) ||
                   (g_str_has_prefix(line, "bracket: ") && g_str_has_suffix(line, shift));
  if (!named || !parts[1])
    return named;
  g_autofree char *words = g_strdup(strstr(line, ": ") + 2);
  char *end = g_str_has_suffix(words, ")") ? g_strrstr(words, " (") : NULL;
  if (end)
    *end = '\0';
  return strcmp(words, parts[1]) == 0;
}

/* The findings are the entries, each once; where none is expected, none is of a bracket. */
static gboolean has_entries(const char *findings, const GPtrArray *entries)
{
  g_auto(GStrv) lines = g_strsplit(findings, "\n", -1);
  guint found = 0;
  if (entries->len == 0)
    return !strstr(findings, "bracket: ");
  for (char **line = lines; *line && **line; line++, found++) {
    guint i = 0;
    while (i < entries->len && !is_entry(*line, entries->pdata[i]))
      i++;
    if (i == entries->len && !g_str_has_prefix(*line, "editorial: "))
      return FALSE;
    found -= i == entries->len ? 1 : 0;
  }
  return found == entries->len;
}

static void print_case(const Expected *expected, const Said *said, const char *findings)
{
  if (!g_getenv("ADREF_MEASURE"))
    return;
  g_print("--- %s\n= %s\n+ %s", expected->name, expected->redline->str, said->words->str);
  for (guint i = 0; i < said->moves->len; i++)
    g_print("~ %s\n", (char *)said->moves->pdata[i]);
  for (guint i = 0; i < said->blocks->len; i++)
    g_print("@ %s\n", (char *)said->blocks->pdata[i]);
  for (guint i = 0; i < expected->entries->len; i++)
    g_print("! %s\n", (char *)expected->entries->pdata[i]);
  g_print("%s", findings);
}

static gboolean are_same(const GPtrArray *one, const GPtrArray *other)
{
  gboolean same = one->len == other->len;
  for (guint i = 0; same && i < one->len; i++)
    same = strcmp(one->pdata[i], other->pdata[i]) == 0;
  return same;
}

static Verdict judge(const Expected *expected)
{
  const char *guess = adref_text_language_guess(expected->old->str, expected->old->len);
  const char *language = guess ? guess : "en";
  Verdict verdict;
  g_autoptr(AdrefNode) redline =
      redline_with_findings(language, NULL, expected->old->str, expected->new->str);
  g_autoptr(GString) findings = list_findings(redline);
  Said *said = said_of(redline, language);
  compare_marks(expected, said->words->str, language, &verdict);
  verdict.right = verdict.right && begin_alike(said->moves, expected->moves) &&
                  are_same(said->blocks, expected->blocks) &&
                  has_entries(findings->str, expected->entries);
  if (!verdict.right)
    print_case(expected, said, findings->str);
  said_free(said);
  return verdict;
}

START_TEST(redlines_are_those_of_a_lawyer)
{
  g_autoptr(GPtrArray) cases = read_cases();
  guint right = 0, lawyer = 0, ours = 0, over = 0;
  ck_assert_uint_eq(cases->len, CASES);
  for (guint i = 0; i < cases->len; i++) {
    Verdict verdict = judge(cases->pdata[i]);
    right += verdict.right ? 1 : 0;
    lawyer += verdict.lawyer;
    ours += verdict.ours;
    over += verdict.ours * 100 > verdict.lawyer * WORDS_OF_A_CASE ? 1 : 0;
  }
  if (g_getenv("ADREF_MEASURE"))
    g_print("%u of %u right; %u words marked, a lawyer marks %u; %u cases over %u %%\n", right,
            cases->len, ours, lawyer, over, WORDS_OF_A_CASE);
  ck_assert_uint_ge(right, RIGHT);
  ck_assert_uint_le(ours * 100, lawyer * WORDS_PERCENT);
}
END_TEST

TCase *tcase_redlines(void)
{
  TCase *tcase = tcase_create("redlines");
  tcase_add_test(tcase, redlines_are_those_of_a_lawyer);
  return tcase;
}
