/* The laws of a merge (src/merge/README.md) on generated texts; ADREF_PAIRS says how many. */
#include <stdio.h>

#include "clause/bracket_build.h"
#include "clause/node_copy.h"
#include "clause/words.h"
#include "generate.h"
#include "merge/cases.h"
#include "merge/merge.h"
#include "merge/nonspace.h"
#include "parties.h"

enum {
  QUICK_CASES = 300,
  MAX_SIDES = 8
};

static const char *const codes[MAX_SIDES] = {"JPN", "ASEAN", "USA", "KOR",
                                             "EU",  "VNM",   "THA", "CHN"};

static guint number_of(const char *variable, guint otherwise)
{
  const char *number = g_getenv(variable);
  return number ? (guint)g_ascii_strtoull(number, NULL, 10) : otherwise;
}

/* A base and what some sides made of it. */
typedef struct {
  AdrefMarkdownReadOptions how;
  AdrefNode *base, *sides[MAX_SIDES];
  guint count;
  char *where;
} Case;

static AdrefNode *read_canonical(const char *text, const AdrefMarkdownReadOptions *how)
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

static char *write_paragraphs(const GPtrArray *paragraphs)
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
      g_string_append_printf(text, "%s| %s | %u |", joins ? "" : "| A | B |\n|---|---|\n", words,
                             paragraph->id);
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

static void case_init(Case *self, guint n, GHashTable *parties)
{
  Generator generator = {n};
  *self = (Case){.how = {.parties = parties}, .count = 2 + n % (MAX_SIDES - 1)};
  GString *where = g_string_new(NULL);
  g_string_printf(where, "case %u", n);
  g_autoptr(GPtrArray) base = g_ptr_array_new_with_free_func(paragraph_free);
  for (guint id = 1, count = 2 + generate_number(&generator, 6); id <= count; id++)
    g_ptr_array_add(base, new_paragraph(&generator, id));
  g_autofree char *text = write_paragraphs(base);
  self->base = read_canonical(text, &self->how);
  g_string_append_printf(where, "\n--- base\n%s", text);
  for (guint s = 0; s < self->count; s++) {
    g_autoptr(GPtrArray) own = g_ptr_array_copy(base, copy_paragraph, NULL);
    g_ptr_array_set_free_func(own, paragraph_free);
    for (guint edits = generate_number(&generator, 5); edits > 0; edits--)
      edit_paragraphs(&generator, own, 20 + edits);
    g_autofree char *own_text = write_paragraphs(own);
    self->sides[s] = read_canonical(own_text, &self->how);
    g_string_append_printf(where, "--- %s\n%s", codes[s], own_text);
  }
  self->where = g_string_free(where, FALSE);
}

static void case_clear(Case *self)
{
  adref_node_free(self->base);
  for (guint s = 0; s < self->count; s++)
    adref_node_free(self->sides[s]);
  g_free(self->where);
}

/* Shows the texts and what is wrong with them. */
static void check_law(const Case *self, gboolean holds, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

static void check_law(const Case *self, gboolean holds, const char *format, ...)
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

/* --- merging --- */

/* The merged text, read again; the words must be read as they were put together. */
static AdrefNode *merge_sides(const Case *self, const AdrefNode *const *documents,
                              const guint *places, guint count, gboolean compile,
                              AdrefMergeReport *report)
{
  AdrefMergeSide sides[MAX_SIDES];
  for (guint i = 0; i < count; i++)
    sides[i] = (AdrefMergeSide){documents[places[i]], codes[places[i]], codes[places[i]], NULL, 0};
  AdrefMergeOptions options = {.parties = self->how.parties, .compile = compile};
  g_autoptr(AdrefNode) made = adref_merge(self->base, sides, count, &options, report);
  g_autoptr(GString) written = adref_canonical(made);
  g_autoptr(AdrefNode) read = read_text(written->str, &self->how, NULL);
  g_autoptr(GString) was = adref_nonspace_text(made), is = adref_nonspace_text(read);
  check_law(self, g_string_equal(was, is), "read otherwise\n--- made\n%s\n--- read\n%s\n%s",
            was->str, is->str, written->str);
  g_autoptr(GString) canonical = adref_canonical(read);
  return read_text(canonical->str, &self->how, NULL);
}

static AdrefNode *merge_all(const Case *self, gboolean compile, AdrefMergeReport *report)
{
  const guint places[] = {0, 1, 2, 3, 4, 5, 6, 7};
  return merge_sides(self, (const AdrefNode *const *)self->sides, places, self->count, compile,
                     report);
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
static AdrefNode *masked(const AdrefNode *document)
{
  AdrefNode *copy = adref_node_copy_tree(document, ADREF_KEPT);
  adref_nonspace_mask_numbers(copy);
  return copy;
}

static void check_words(const Case *self, const AdrefNode *merged, gboolean compile)
{
  g_autoptr(AdrefNode) base_text = masked(self->base), result_text = masked(merged);
  g_autoptr(GHashTable) base = count_words(base_text), result = count_words(result_text);
  GHashTable *sides[MAX_SIDES];
  for (guint s = 0; s < self->count; s++) {
    g_autoptr(AdrefNode) text = masked(self->sides[s]);
    sides[s] = count_words(text);
  }
  GHashTableIter iter;
  gpointer key;
  for (guint s = 0; s < self->count; s++) {
    g_hash_table_iter_init(&iter, sides[s]);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
      const char *word = key;
      gboolean added = count_of(sides[s], word) > count_of(base, word);
      check_law(self, !added || count_of(result, word) > 0, "\"%s\" of %s is lost", word, codes[s]);
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
    check_law(self, count_of(base, word) != 1 || least == 0 || count_of(result, word) > 0,
              "\"%s\", which all keep, is lost", word);
    check_law(self, compile || most > 0 || count_of(result, word) == 0, "\"%s\" came back", word);
    check_law(self, !compile || count_of(result, word) > 0, "\"%s\" was taken out", word);
  }
  g_hash_table_iter_init(&iter, result);
  while (g_hash_table_iter_next(&iter, &key, NULL)) {
    const char *word = key;
    gboolean known = count_of(base, word) > 0;
    for (guint s = 0; s < self->count; s++)
      known = known || count_of(sides[s], word) > 0;
    check_law(self, known, "\"%s\" was invented", word);
  }
  for (guint s = 0; s < self->count; s++)
    g_hash_table_unref(sides[s]);
}

/* --- the laws --- */

/* merge(b, a, b) = a, merge(b, b, a) = a, merge(b, a, a) = a, without anything to decide. */
static void check_identity(const Case *self)
{
  const AdrefNode *const documents[] = {self->sides[0], self->base, self->sides[0]};
  const guint places[][2] = {{0, 1}, {1, 0}, {0, 2}, {2, 0}};
  g_autoptr(GString) want = adref_canonical(self->sides[0]);
  for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
    g_autoptr(AdrefMergeReport) report = adref_merge_report_new();
    g_autoptr(AdrefNode) merged = merge_sides(self, documents, places[i], 2, FALSE, report);
    g_autoptr(GString) got = adref_canonical(merged), base = adref_canonical(self->base);
    check_law(self, g_string_equal(want, got), "identity %zu\n--- base\n%s--- want\n%s--- got\n%s",
              i, base->str, want->str, got->str);
    check_law(self, adref_merge_report_is_clean(report), "identity %zu is open", i);
  }
}

static int compare_strings(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The words in an order of their own. */
static char *sorted_words(const AdrefNode *document)
{
  g_autoptr(AdrefNode) copy = masked(document);
  g_autofree char *text = adref_node_words(copy);
  g_autoptr(GArray) words = adref_words(text, strlen(text), NULL);
  g_autoptr(GPtrArray) strings = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < words->len; i++) {
    const AdrefWord *word = &g_array_index(words, AdrefWord, i);
    g_ptr_array_add(strings, g_strndup(text + word->start, word->length));
  }
  g_ptr_array_sort(strings, compare_strings);
  g_ptr_array_add(strings, NULL);
  return g_strjoinv(" ", (char **)strings->pdata);
}

static void check_order(const Case *self, const AdrefNode *merged, gboolean compile)
{
  guint places[MAX_SIDES];
  for (guint i = 0; i < self->count; i++)
    places[i] = self->count - 1 - i;
  g_autoptr(AdrefMergeReport) report = adref_merge_report_new();
  g_autoptr(AdrefNode) other = merge_sides(self, (const AdrefNode *const *)self->sides, places,
                                           self->count, compile, report);
  g_autofree char *words = sorted_words(merged), *again = sorted_words(other);
  g_autoptr(GString) first = adref_canonical(merged), second = adref_canonical(other);
  check_law(self, strcmp(words, again) == 0,
            "another order of the sides gives other words\n%s--- and\n%s", first->str, second->str);
}

/* What is merged and then merged with its sides again does not change. */
static void check_again(const Case *self, AdrefNode *merged)
{
  Case again = *self;
  again.base = merged;
  const AdrefNode *const documents[] = {merged, merged};
  const guint places[] = {0, 1};
  g_autoptr(AdrefMergeReport) report = adref_merge_report_new();
  g_autoptr(AdrefNode) same = merge_sides(&again, documents, places, 2, FALSE, report);
  g_autoptr(GString) want = adref_canonical(merged), got = adref_canonical(same);
  check_law(self, g_string_equal(want, got), "merging again changes it");
}

/* --- a compilation text, read as one party would have it --- */

static gboolean is_wanted(const AdrefNode *alternative, const char *party)
{
  AdrefPositionVerb verb;
  return adref_alternative_find_party(alternative, party, &verb) && verb == ADREF_POSITION_SUPPORT;
}

static gboolean is_unwanted(const AdrefNode *bracket, const char *party)
{
  AdrefPositionVerb verb;
  for (const AdrefNode *each = bracket->first; each; each = each->next)
    if (adref_alternative_find_party(each, party, &verb) && verb == ADREF_POSITION_DELETE)
      return TRUE;
  return FALSE;
}

static void read_bracket(AdrefNode *bracket, const char *party)
{
  AdrefNode *chosen = NULL;
  for (AdrefNode *each = bracket->first; each && !chosen; each = each->next)
    chosen = is_wanted(each, party) ? each : NULL;
  if (!chosen && !is_unwanted(bracket, party))
    chosen = adref_bracket_base(bracket);
  if (chosen)
    adref_bracket_take(chosen);
  else
    adref_bracket_remove(bracket);
}

/* The outermost bracket; *spans: a bracket over several blocks was found, and none is returned. */
static AdrefNode *find_bracket(AdrefNode *document, gboolean *spans)
{
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    *spans = *spans || (walk.entering && walk.node->type == ADREF_BRACKET_EDGE);
    if (walk.entering && walk.node->type == ADREF_BRACKET)
      return *spans ? NULL : walk.node;
  }
  return NULL;
}

/* The words of each block, in an order of their own. A clause without a marker is read as a part of
 * the one before it, so clauses are not compared. */
static char *block_words(const AdrefNode *document)
{
  g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(AdrefNode) copy = masked(document);
  AdrefWalk walk = adref_walk(copy);
  while (adref_walk_next(&walk)) {
    if (!walk.entering || !adref_node_holds_inlines(walk.node))
      continue;
    GString *words = adref_nonspace_text(walk.node);
    if (words->len > 0)
      g_ptr_array_add(blocks, g_string_free(words, FALSE));
    else
      g_string_free(words, TRUE);
    adref_walk_skip(&walk);
  }
  g_ptr_array_sort(blocks, compare_strings);
  g_ptr_array_add(blocks, NULL);
  return g_strjoinv("\n", (char **)blocks->pdata);
}

static void check_reading(const Case *self, const AdrefNode *compiled, guint side)
{
  gboolean spans = FALSE;
  g_autoptr(AdrefNode) read = adref_node_copy_tree(compiled, ADREF_KEPT);
  AdrefNode *bracket;
  while ((bracket = find_bracket(read, &spans)))
    read_bracket(bracket, codes[side]);
  g_autofree char *got = block_words(read), *want = block_words(self->sides[side]);
  g_autoptr(GString) text = adref_canonical(compiled);
  check_law(self, spans || strcmp(got, want) == 0,
            "%s cannot find its text\n--- want\n%s\n--- got\n%s\n--- compiled\n%s", codes[side],
            want, got, text->str);
}

/* Whether no text has brackets, so that all of them are new. */
static gboolean has_no_brackets(const Case *self)
{
  gboolean spans = FALSE, found = find_bracket(self->base, &spans) != NULL;
  for (guint s = 0; s < self->count; s++)
    found = found || find_bracket(self->sides[s], &spans);
  return !found && !spans;
}

/* Whether a text stands whole beside the base, because no bracket can hold what changed. */
static gboolean has_whole_forms(const AdrefNode *document)
{
  AdrefWalk walk = adref_walk(document);
  while (adref_walk_next(&walk)) {
    const AdrefNode *node = walk.node;
    if (walk.entering && node->type == ADREF_NOTE && g_str_has_prefix(node->text, "proposes"))
      return TRUE;
    if (walk.entering && node->type == ADREF_CLAUSE && node->as.clause->alt)
      return TRUE;
  }
  return FALSE;
}

/* Each party finds its own text in a compilation text: its alternatives, else the base. */
static void check_readings(const Case *self, const AdrefNode *compiled)
{
  if (!has_no_brackets(self) || has_whole_forms(compiled))
    return;
  for (guint s = 0; s < self->count; s++)
    check_reading(self, compiled, s);
}

/* A bracket that begins in one block and ends in another one, as half of a bracket does here: where
 * one side closed what another one opened, the merge is refused (work/merge_texts.c). */
static gboolean has_half_brackets(const Case *self)
{
  for (guint s = 0; s < self->count; s++) {
    AdrefWalk walk = adref_walk(self->sides[s]);
    while (adref_walk_next(&walk))
      if (walk.entering && walk.node->type == ADREF_BRACKET_EDGE)
        return TRUE;
  }
  return FALSE;
}

static void check_laws(const Case *self)
{
  check_identity(self);
  for (guint compile = 0; compile < 2; compile++) {
    g_autoptr(AdrefMergeReport) report = adref_merge_report_new();
    g_autoptr(AdrefNode) merged = merge_all(self, compile == 1, report);
    check_words(self, merged, compile == 1);
    check_order(self, merged, compile == 1);
    check_again(self, merged);
    if (compile)
      check_readings(self, merged);
  }
}

START_TEST(laws_hold)
{
  g_autoptr(GHashTable) parties = example_parties();
  guint first = number_of("ADREF_FIRST", 0), count = number_of("ADREF_PAIRS", QUICK_CASES);
  for (guint n = first; n < first + count; n++) {
    Case each;
    case_init(&each, n, parties);
    if (!has_half_brackets(&each))
      check_laws(&each);
    case_clear(&each);
  }
}
END_TEST

TCase *tcase_merge_laws(void)
{
  TCase *tcase = tcase_create("merge_laws");
  tcase_set_timeout(tcase, 600);
  tcase_add_test(tcase, laws_hold);
  return tcase;
}
