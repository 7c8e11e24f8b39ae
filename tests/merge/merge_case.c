#include "merge/merge_case.h"

#include <stdio.h>

#include "clause/node_copy.h"
#include "clause/proposals/bracket_build.h"
#include "clause/words.h"
#include "generate.h"
#include "merge/nonspace.h"

const char *const merge_case_codes[MERGE_CASE_SIDES] = {"JPN", "ASEAN", "USA", "KOR",
                                                        "EU",  "VNM",   "THA", "CHN"};

guint merge_case_number(const char *variable, guint otherwise)
{
  const char *number = g_getenv(variable);
  return number ? (guint)g_ascii_strtoull(number, NULL, 10) : otherwise;
}

AdrefNode *merge_case_read_canonical(const char *text, const AdrefMarkdownReadOptions *how)
{
  g_autoptr(AdrefNode) document = read_text(text, how, NULL);
  g_autoptr(GString) canonical = adref_canonical(document);
  return read_text(canonical->str, how, NULL);
}

/* --- texts as they are negotiated --- */

/* Sentences in pieces, a piece a line; the languages of a statement. */
static const char *const sentences[] = {
    "The|Parties|shall|submit|their|reports|within|30|days|of|each|meeting.",
    "Member|States|should|mobilise|USD|5|million|by|17|December|2026,|in|a|timely|manner.",
    "We|reaffirm|the|rights|of|the|child|and|the|rights|of|women|and|of|the|elderly.",
    "Japan|and|ASEAN|may|not|reduce|the|number|of|4,000|trainees|without|consultation.",
    "Recalling|the|Joint|Declaration|of|2003,|we|welcome|[further|/|closer|-|JPN]|cooperation.",
    "The|Secretariat|will|convene|two|meetings|per|year,|as|appropriate,|and|report|to|Leaders.",
    "*Emphasising*|the|need|for|well-being,|public-private|partnerships|and/or|grants.",
    "See|[paragraph|1](#p1)|for|the|**first|list**|of|energy,|water|and|trade.",
    "両首脳は、|協力を|強化し、|500円を|令和五年十二月十七日|までに|支払う|ことで|一致した。",
    "Các|bên|sẽ|nộp|báo|cáo|trong|30|ngày|và|tăng|cường|hợp|tác.",
    "يتعين|على|الأطراف|تقديم|التقارير|خلال|30|يوما|من|كل|اجتماع.",
    "ภาคี|จะ|ส่ง|รายงาน|ภายใน|30|วัน|และ|เสริมสร้าง|ความร่วมมือ",
    "ភាគី|នឹង|ដាក់|របាយការណ៍|ក្នុង|30|ថ្ងៃ|និង|ពង្រឹង|កិច្ចសហប្រតិបត្តិការ។",
    "The|Parties|[shall|-|JPN|/|should|-|ASEAN,|USA|retain;|EU|delete]|[fully|-|KOR]|support|"
    "regional|centres.",
};

static const char *const new_words[] = {"strong", "and",    "60",      "inclusive", "not",   "the",
                                        "may",    "45",     "digital", "Malaysia",  "6,500", "of",
                                        "energy", "協力を", "hợp",     "regional"};

typedef struct {
  guint kind; /* 0: a clause, 1: an item of a list, 2: a row of a table, 3: a heading */
  guint id;
  GPtrArray *words; /* of char * */
} Paragraph;

static void paragraph_free(gpointer data)
{
  Paragraph *paragraph = data;
  g_ptr_array_unref(paragraph->words);
  g_free(paragraph);
}

static Paragraph *new_paragraph(Generator *generator, guint id)
{
  Paragraph *paragraph = g_new0(Paragraph, 1);
  guint kind = generate_number(generator, 10);
  paragraph->kind = kind < 6 ? 0 : kind < 8 ? 1 : kind < 9 ? 2 : 3;
  paragraph->id = id;
  paragraph->words = g_ptr_array_new_with_free_func(g_free);
  for (guint n = 1 + generate_number(generator, 2); n > 0; n--) {
    const char *sentence = sentences[generate_number(generator, G_N_ELEMENTS(sentences))];
    g_auto(GStrv) words = g_strsplit(sentence, "|", -1);
    for (char **word = words; *word; word++)
      g_ptr_array_add(paragraph->words, g_strdup(*word));
  }
  return paragraph;
}

static gpointer copy_string(gconstpointer text, gpointer data)
{
  (void)data;
  return g_strdup(text);
}

static gpointer copy_paragraph(gconstpointer data, gpointer unused)
{
  (void)unused;
  const Paragraph *paragraph = data;
  Paragraph *copy = g_memdup2(paragraph, sizeof *paragraph);
  copy->words = g_ptr_array_copy(paragraph->words, copy_string, NULL);
  g_ptr_array_set_free_func(copy->words, g_free);
  return copy;
}

/* The middle column of the tables of a text, or none. */
static const char *const columns[] = {NULL, "sum", "total"};

static void write_row(GString *text, const char *words, guint id, const char *column, gboolean head)
{
  if (head)
    g_string_append(text, column ? "| A | C | B |\n|---|---|---|\n" : "| A | B |\n|---|---|\n");
  if (column)
    g_string_append_printf(text, "| %s | %s%u | %u |", words, column, id, id);
  else
    g_string_append_printf(text, "| %s | %u |", words, id);
}

static char *write_paragraphs(const GPtrArray *paragraphs, const char *column)
{
  GString *text = g_string_new(NULL);
  for (guint i = 0; i < paragraphs->len; i++) {
    const Paragraph *paragraph = paragraphs->pdata[i];
    const Paragraph *before = i > 0 ? paragraphs->pdata[i - 1] : NULL;
    gboolean joins =
        before && before->kind == paragraph->kind && paragraph->kind > 0 && paragraph->kind < 3;
    g_ptr_array_add(paragraph->words, NULL);
    g_autofree char *words = g_strjoinv(" ", (char **)paragraph->words->pdata);
    g_ptr_array_set_size(paragraph->words, (gint)paragraph->words->len - 1);
    g_string_append(text, i == 0 ? "" : joins ? "\n" : "\n\n");
    if (paragraph->kind == 0)
      g_string_append_printf(text, "<!-- op p%u -->\n%s", paragraph->id, words);
    else if (paragraph->kind == 1)
      g_string_append_printf(text, "- %s", words);
    else if (paragraph->kind == 2)
      write_row(text, words, paragraph->id, column, !joins);
    else
      g_string_append_printf(text, "## %s", words);
  }
  g_string_append_c(text, '\n');
  return g_string_free(text, FALSE);
}

/* Whether no bracket and no emphasis is open behind the first words. */
static gboolean is_closed(const GPtrArray *words, guint count)
{
  int open = 0, stars = 0;
  for (guint i = 0; i < count; i++)
    for (const char *at = words->pdata[i]; *at; at++) {
      open += (*at == '[') - (*at == ']');
      stars += *at == '*';
    }
  return open == 0 && stars % 4 == 0;
}

static void change_words(Generator *generator, GPtrArray *words)
{
  guint at = generate_number(generator, words->len);
  char *word = g_strdup(new_words[generate_number(generator, G_N_ELEMENTS(new_words))]);
  switch (generate_number(generator, 3)) {
  case 0:
    g_free(words->pdata[at]);
    words->pdata[at] = word;
    return;
  case 1: g_ptr_array_insert(words, (gint)at, word); return;
  default:
    g_free(word);
    if (words->len > 6) {
      guint count = 1 + generate_number(generator, 3);
      g_ptr_array_remove_range(words, at, MIN(count, words->len - at));
    }
    return;
  }
}

/* Few texts keep half of a bracket. */
static void edit_words(Generator *generator, Paragraph *paragraph)
{
  Paragraph *before = copy_paragraph(paragraph, NULL);
  change_words(generator, paragraph->words);
  if (!is_closed(paragraph->words, paragraph->words->len) && generate_number(generator, 20) > 0) {
    GPtrArray *changed = paragraph->words;
    paragraph->words = before->words;
    before->words = changed;
  }
  paragraph_free(before);
}

/* A paragraph becomes two, or takes in the one behind it. */
static void divide_or_join(Generator *generator, GPtrArray *paragraphs, guint at, guint id)
{
  Paragraph *paragraph = paragraphs->pdata[at];
  GPtrArray *words = paragraph->words;
  if (generate_number(generator, 2) == 0 && words->len > 6) {
    Paragraph *second = copy_paragraph(paragraph, NULL);
    guint place = 2 + generate_number(generator, words->len - 4);
    while (place < words->len - 1 && !is_closed(words, place))
      place++;
    second->id = id;
    g_ptr_array_remove_range(second->words, 0, place);
    g_ptr_array_remove_range(words, place, words->len - place);
    g_ptr_array_insert(paragraphs, (gint)at + 1, second);
  } else if (at + 1 < paragraphs->len && paragraphs->len > 3) {
    const Paragraph *next = paragraphs->pdata[at + 1];
    for (guint i = 0; i < next->words->len; i++)
      g_ptr_array_add(words, g_strdup(next->words->pdata[i]));
    g_ptr_array_remove_index(paragraphs, at + 1);
  }
}

static void edit_paragraphs(Generator *generator, GPtrArray *paragraphs, guint id)
{
  guint at = generate_number(generator, paragraphs->len);
  guint kind = generate_number(generator, 13);
  if (kind == 0 && paragraphs->len > 3) {
    g_ptr_array_remove_index(paragraphs, at);
  } else if (kind == 1) {
    gpointer moved = g_ptr_array_steal_index(paragraphs, at);
    g_ptr_array_insert(paragraphs, (gint)generate_number(generator, paragraphs->len + 1), moved);
  } else if (kind == 2) {
    g_ptr_array_insert(paragraphs, (gint)at, new_paragraph(generator, id));
  } else if (kind == 3) {
    divide_or_join(generator, paragraphs, at, id);
  } else {
    edit_words(generator, paragraphs->pdata[at]);
  }
}

void merge_case_init(MergeCase *self, guint n, GHashTable *parties)
{
  Generator generator = {n};
  *self = (MergeCase){.how = {.parties = parties}, .count = 2 + n % (MERGE_CASE_SIDES - 1)};
  GString *where = g_string_new(NULL);
  g_string_printf(where, "case %u", n);
  g_autoptr(GPtrArray) base = g_ptr_array_new_with_free_func(paragraph_free);
  for (guint id = 1, count = 2 + generate_number(&generator, 6); id <= count; id++)
    g_ptr_array_add(base, new_paragraph(&generator, id));
  g_autofree char *text = write_paragraphs(base, columns[n / 3 % 2]);
  self->base = merge_case_read_canonical(text, &self->how);
  g_string_append_printf(where, "\n--- base\n%s", text);
  for (guint s = 0; s < self->count; s++) {
    g_autoptr(GPtrArray) own = g_ptr_array_copy(base, copy_paragraph, NULL);
    g_ptr_array_set_free_func(own, paragraph_free);
    for (guint edits = generate_number(&generator, 5); edits > 0; edits--)
      edit_paragraphs(&generator, own, 20 + edits);
    guint column = (n + s) % 4 == 0 ? (n / 4 + s) % G_N_ELEMENTS(columns) : n / 3 % 2;
    g_autofree char *own_text = write_paragraphs(own, columns[column]);
    self->sides[s] = merge_case_read_canonical(own_text, &self->how);
    g_string_append_printf(where, "--- %s\n%s", merge_case_codes[s], own_text);
  }
  self->where = g_string_free(where, FALSE);
}

void merge_case_clear(MergeCase *self)
{
  adref_node_free(self->base);
  for (guint s = 0; s < self->count; s++)
    adref_node_free(self->sides[s]);
  g_free(self->where);
}

/* Shows the texts and what is wrong with them. */
void merge_case_check(const MergeCase *self, gboolean holds, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

void merge_case_check(const MergeCase *self, gboolean holds, const char *format, ...)
{
  if (holds)
    return;
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *message = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  fprintf(stderr, "%s\n%s\n", self->where, message); /* g_printerr() writes ASCII here */
  ck_abort_msg("a law of the merge is broken; see above");
}

/* --- words --- */

static void add_words(GHashTable *counts, const AdrefNode *document)
{
  g_autofree char *text = adref_node_words(document);
  g_autoptr(GArray) words = adref_words(text, strlen(text), NULL);
  for (guint i = 0; i < words->len; i++) {
    const AdrefWord *word = &g_array_index(words, AdrefWord, i);
    char *key = g_strndup(text + word->start, word->length);
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key));
    g_hash_table_insert(counts, key, GUINT_TO_POINTER(count + 1));
  }
}

static GHashTable *count_words(const AdrefNode *document)
{
  GHashTable *counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  add_words(counts, document);
  return counts;
}

static guint count_of(GHashTable *counts, const char *word)
{
  return GPOINTER_TO_UINT(g_hash_table_lookup(counts, word));
}

/* Texts joined without the numbers that adref writes into cross references. */
AdrefNode *merge_case_masked(const AdrefNode *document)
{
  AdrefNode *copy = adref_node_copy_tree(document, ADREF_KEPT);
  adref_nonspace_mask_numbers(copy);
  return copy;
}

/* Whether no side of a party that proposes an alternative has the word. */
static gboolean is_left(const MergeCase *self, const AdrefNode *alternative,
                        GHashTable *const *sides, const char *word)
{
  const GPtrArray *groups = adref_alternative_groups(alternative);
  for (guint i = 0; i < groups->len; i++) {
    const AdrefPosition *position = groups->pdata[i];
    for (char **party = position->parties; *party && position->verb == ADREF_POSITION_SUPPORT;
         party++) {
      guint side = 0;
      while (side < self->count && strcmp(merge_case_codes[side], *party) != 0)
        side++;
      if (side == self->count || count_of(sides[side], word) > 0)
        return FALSE;
    }
  }
  return TRUE;
}

/* Whether a word of the base stands only in what parties propose that have it no more: they have
 * withdrawn it. */
static gboolean is_withdrawn(const MergeCase *self, GHashTable *base, GHashTable *const *sides,
                             const char *word)
{
  guint count = 0;
  AdrefWalk walk = adref_walk(self->base);
  while (adref_walk_next(&walk)) {
    if (!walk.entering || walk.node->type != ADREF_ALTERNATIVE ||
        adref_alternative_is_base(walk.node))
      continue;
    g_autoptr(GHashTable) words = count_words(walk.node);
    count += count_of(words, word);
    if (count_of(words, word) > 0 && !is_left(self, walk.node, sides, word))
      return FALSE;
    adref_walk_skip(&walk);
  }
  return count == count_of(base, word);
}

void merge_case_check_words(const MergeCase *self, const AdrefNode *merged, gboolean compile)
{
  g_autoptr(AdrefNode) base_text = merge_case_masked(self->base),
                       result_text = merge_case_masked(merged);
  g_autoptr(GHashTable) base = count_words(base_text), result = count_words(result_text);
  GHashTable *sides[MERGE_CASE_SIDES];
  for (guint s = 0; s < self->count; s++) {
    g_autoptr(AdrefNode) text = merge_case_masked(self->sides[s]);
    sides[s] = count_words(text);
  }
  GHashTableIter iter;
  gpointer key;
  for (guint s = 0; s < self->count; s++) {
    g_hash_table_iter_init(&iter, sides[s]);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
      const char *word = key;
      gboolean added = count_of(sides[s], word) > count_of(base, word);
      merge_case_check(self, !added || count_of(result, word) > 0, "\"%s\" of %s is lost", word,
                       merge_case_codes[s]);
    }
  }
  g_hash_table_iter_init(&iter, base);
  while (g_hash_table_iter_next(&iter, &key, NULL)) {
    const char *word = key;
    guint most = 0, least = G_MAXUINT;
    for (guint s = 0; s < self->count; s++) {
      most = MAX(most, count_of(sides[s], word));
      least = MIN(least, count_of(sides[s], word));
    }
    merge_case_check(self, count_of(base, word) != 1 || least == 0 || count_of(result, word) > 0,
                     "\"%s\", which all keep, is lost", word);
    merge_case_check(self, compile || most > 0 || count_of(result, word) == 0, "\"%s\" came back",
                     word);
    merge_case_check(
        self, !compile || count_of(result, word) > 0 || is_withdrawn(self, base, sides, word),
        "\"%s\" was taken out", word);
  }
  g_hash_table_iter_init(&iter, result);
  while (g_hash_table_iter_next(&iter, &key, NULL)) {
    const char *word = key;
    gboolean known = count_of(base, word) > 0;
    for (guint s = 0; s < self->count; s++)
      known = known || count_of(sides[s], word) > 0;
    merge_case_check(self, known, "\"%s\" was invented", word);
  }
  for (guint s = 0; s < self->count; s++)
    g_hash_table_unref(sides[s]);
}

/* A bracket that begins in one block and ends in another one, as half of a bracket does here: where
 * one side closed what another one opened, the merge is refused (work/join/merge_texts.c). */
gboolean merge_case_has_half_brackets(const MergeCase *self)
{
  for (guint s = 0; s < self->count; s++) {
    AdrefWalk walk = adref_walk(self->sides[s]);
    while (adref_walk_next(&walk))
      if (walk.entering && walk.node->type == ADREF_BRACKET_EDGE)
        return TRUE;
  }
  return FALSE;
}
