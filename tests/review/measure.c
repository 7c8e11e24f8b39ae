/* How many planted changes are found, and how many findings are wrong: changes are planted in the
 * paragraphs of the template library. With ADREF_MEASURE=1 the figures are printed. */
#include <stdio.h>

#include "generate.h"
#include "review/findings.h"

enum {
  PLANTS = 300, /* changes of each class */
};

/* Paragraphs */

/* Replaces placeholders by a number, and sections by their content. */
static char *fill(const char *template)
{
  GString *out = g_string_new(NULL);
  for (const char *p = template; *p;) {
    const char *end = g_str_has_prefix(p, "{{") ? strstr(p, "}}") : NULL;
    if (!end) {
      g_string_append_c(out, *p == '\n' ? ' ' : *p);
      p++;
      continue;
    }
    g_string_append(out, strchr("#/^!>", p[2]) ? "" : "12");
    p = end + 2;
    p += *p == '}';
  }
  return g_string_free(out, FALSE);
}

static void add_paragraphs(GPtrArray *paragraphs, const char *text)
{
  const char *body = strstr(text, "\n---\n");
  g_auto(GStrv) blocks = g_strsplit(body ? body + 5 : text, "\n\n", -1);
  for (guint i = 0; blocks[i]; i++) {
    g_autofree char *filled = fill(blocks[i]);
    g_strstrip(filled);
    if (strlen(filled) > 80 && !strpbrk(filled, "[]<>#|*"))
      g_ptr_array_add(paragraphs, g_steal_pointer(&filled));
  }
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_folder(GPtrArray *paragraphs, const char *path)
{
  g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  const char *entry;
  while (folder && (entry = g_dir_read_name(folder)))
    g_ptr_array_add(names, g_build_filename(path, entry, NULL));
  g_ptr_array_sort(names, compare_names);
  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i];
    g_autofree char *text = NULL;
    gboolean english = g_str_has_suffix(name, ".md") && !g_str_has_suffix(name, ".ja.md");
    if (english && g_file_get_contents(name, &text, NULL, NULL))
      add_paragraphs(paragraphs, text);
  }
}

static GPtrArray *library_paragraphs(void)
{
  static const char *const topics[] = {"annex",   "closing",   "connectivity", "cyber",
                                       "economy", "follow-up", "maritime",     "opening",
                                       "people",  "peace",     "preamble"};
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func(g_free);
  for (gsize i = 0; i < G_N_ELEMENTS(topics); i++) {
    g_autofree char *path = g_build_filename("templates/clauses", topics[i], NULL);
    add_folder(paragraphs, path);
  }
  return paragraphs;
}

/* Changes: each returns a changed copy of a paragraph, or NULL when there is no place for it. */

static const char *pick(Generator *generator, const char *const *words, guint count)
{
  return words[generate_number(generator, count)];
}

/* One of the places of a word between spaces; -1: it has none. */
static gssize find_word(Generator *generator, const char *text, const char *word)
{
  g_autofree char *sought = g_strdup_printf(" %s ", word);
  gssize found = -1;
  guint count = 0;
  for (const char *p = text; (p = strstr(p, sought)); p++)
    if (generate_number(generator, ++count) == 0)
      found = p + 1 - text;
  return found;
}

static char *splice(const char *text, gsize at, gsize length, const char *words)
{
  return g_strdup_printf("%.*s%s%s", (int)at, text, words, text + at + length);
}

static char *exchange(Generator *generator, const char *text, const char *const *words, guint count)
{
  guint first = generate_number(generator, count);
  for (guint i = 0; i < count; i++) {
    const char *word = words[(first + i) % count];
    gssize at = find_word(generator, text, word);
    const char *other = pick(generator, words, count);
    if (at >= 0 && strcmp(word, other) != 0)
      return splice(text, (gsize)at, strlen(word), other);
  }
  return NULL;
}

/* Inserts words before a word in small letters. */
static char *insert(Generator *generator, const char *text, const char *words)
{
  gsize length = strlen(text);
  for (guint tries = 0; tries < 50; tries++) {
    gsize at = generate_number(generator, (guint)length - 2);
    if (text[at] == ' ' && g_ascii_islower(text[at + 1]) && at > 0 && g_ascii_islower(text[at - 1]))
      return splice(text, at + 1, 0, words);
  }
  return NULL;
}

static char *plant_strength(Generator *generator, const char *text)
{
  static const char *const modals[] = {"will", "shall", "should", "may", "must", "can"};
  static const char *const verbs[] = {"encourage", "support",  "welcome", "reaffirm",
                                      "urge",      "invite",   "request", "recommend",
                                      "call upon", "pledge to"};
  char *planted = generate_number(generator, 2)
                      ? exchange(generator, text, modals, G_N_ELEMENTS(modals))
                      : exchange(generator, text, verbs, G_N_ELEMENTS(verbs));
  gssize at = planted ? -1 : find_word(generator, text, "will");
  return at >= 0 ? splice(text, (gsize)at, 4, "will endeavour to") : planted;
}

static char *plant_negation(Generator *generator, const char *text)
{
  static const char *const words[] = {"will", "are", "is", "shall", "have", "should", "may"};
  const char *word = pick(generator, words, G_N_ELEMENTS(words));
  gssize at = find_word(generator, text, word);
  return at < 0 ? NULL : splice(text, (gsize)at + strlen(word), 0, " not");
}

static char *plant_number(Generator *generator, const char *text)
{
  static const char *const words[] = {
      "three ",       "5,000 ", "at least 12 ", "40 per cent of ", "US$ 3 million in ",
      "twenty-five ", "1,250 "};
  static const char *const values[] = {"two", "three", "five", "ten", "sixty", "ninety"};
  char *planted = generate_number(generator, 2)
                      ? exchange(generator, text, values, G_N_ELEMENTS(values))
                      : NULL;
  return planted ? planted : insert(generator, text, pick(generator, words, G_N_ELEMENTS(words)));
}

static char *plant_date(Generator *generator, const char *text)
{
  static const char *const words[] = {
      "by 2030 ",  "within 60 days ",  "on 17 December 2023 ", "by 31 March 2025 ",
      "annually ", "every two years ", "without delay ",       "since 2019 "};
  return insert(generator, text, pick(generator, words, G_N_ELEMENTS(words)));
}

static char *plant_name(Generator *generator, const char *text)
{
  static const char *const words[] = {"Japan", "ASEAN", "Malaysia", "Tokyo", "Bangkok"};
  static const char *const more[] = {"in Jakarta ", "with Malaysia ", "of Japan ", "under ASEAN "};
  char *planted = exchange(generator, text, words, G_N_ELEMENTS(words));
  return planted ? planted : insert(generator, text, pick(generator, more, G_N_ELEMENTS(more)));
}

static char *plant_conjunction(Generator *generator, const char *text)
{
  static const char *const words[] = {"and", "or", "and/or"};
  return exchange(generator, text, words, G_N_ELEMENTS(words));
}

static char *plant_bracket(Generator *generator, const char *text)
{
  static const char *const words[] = {"[fully - JPN] ", "[, together, - EU; JPN delete] ",
                                      "[progressively / gradually - USA] "};
  return insert(generator, text, pick(generator, words, G_N_ELEMENTS(words)));
}

static char *plant_hidden(Generator *generator, const char *text)
{
  static const char *const hidden[] = {"\342\200\213", "\342\200\215", "\302\255", "\342\200\256",
                                       "\342\201\240"};
  static const char *const letters[][2] = {{"a", "а"}, {"e", "е"}, {"o", "о"}, {"p", "р"}};
  gsize length = strlen(text);
  guint like = generate_number(generator, G_N_ELEMENTS(letters));
  for (guint tries = 0; tries < 100; tries++) {
    gsize at = 1 + generate_number(generator, (guint)length - 3);
    gboolean inside =
        g_ascii_islower(text[at - 1]) && g_ascii_islower(text[at]) && g_ascii_islower(text[at + 1]);
    if (inside && tries % 2)
      return splice(text, at, 0, pick(generator, hidden, G_N_ELEMENTS(hidden)));
    if (inside && text[at] == letters[like][0][0])
      return splice(text, at, 1, letters[like][1]);
  }
  return NULL;
}

/* Words behind these belong to a qualifier, and are no other words. */
static gboolean has_governed_words(const char *text)
{
  return strstr(text, "ccordance with") || strstr(text, "onsistent with") ||
         strstr(text, "n line with") || strstr(text, "ursuant to") || strstr(text, "ubject to") ||
         strstr(text, "ithin the limits of");
}

static char *plant_qualifier(Generator *generator, const char *text)
{
  static const char *const words[] = {"as appropriate ", "where feasible ", "only ",
                                      "to the extent possible ", "on a voluntary basis "};
  static const char *const weak[] = {"all", "some", "any", "many", "most"};
  char *planted = exchange(generator, text, weak, G_N_ELEMENTS(weak));
  return planted ? planted : insert(generator, text, pick(generator, words, G_N_ELEMENTS(words)));
}

static char *plant_substance(Generator *generator, const char *text)
{
  if (has_governed_words(text))
    return NULL;
  static const char *const words[] = {"cooperation", "training",    "information", "security",
                                      "governments", "authorities", "measures",    "companies",
                                      "networks",    "common",      "public",      "practical",
                                      "the",         "its"};
  return exchange(generator, text, words, G_N_ELEMENTS(words));
}

static char *plant_agreed(Generator *generator, const char *text)
{
  g_autofree char *planted = plant_substance(generator, text);
  return planted ? g_strconcat(planted, " [Agreed ad ref]", NULL) : NULL;
}

static char *plant_editorial(Generator *generator, const char *text)
{
  static const char *const pairs[][2] = {{"organise", "organize"},
                                         {"digitalise", "digitalize"},
                                         {"programme", "program"},
                                         {"labour", "labor"},
                                         {"centre", "center"},
                                         {"cybersecurity", "cyber-security"},
                                         {"cooperation", "co-operation"},
                                         {", ", "; "},
                                         {", ", " "},
                                         {" 12 ", " twelve "}};
  guint kind = generate_number(generator, 14);
  if (kind < G_N_ELEMENTS(pairs)) {
    const char *at = strstr(text, pairs[kind][0]);
    return at ? splice(text, (gsize)(at - text), strlen(pairs[kind][0]), pairs[kind][1]) : NULL;
  }
  gsize length = strlen(text);
  for (guint tries = 0; tries < 50; tries++) {
    gsize at = generate_number(generator, (guint)length - 2);
    if (text[at] != ' ' || !g_ascii_isalpha(text[at + 1]))
      continue;
    gsize end = strcspn(text + at + 1, " .,;:");
    g_autofree char *word = g_strndup(text + at + 1, end);
    if (kind >= 12)
      word[0] =
          (char)(g_ascii_isupper(word[0]) ? g_ascii_tolower(word[0]) : g_ascii_toupper(word[0]));
    g_autofree char *other = kind == 10   ? g_strdup_printf("*%s*", word)
                             : kind == 11 ? g_strdup_printf("\"%s\"", word)
                                          : g_strdup(word);
    return splice(text, at + 1, end, other);
  }
  return NULL;
}

/* Measuring */

typedef struct {
  AdrefChangeClass class;
  char *(*plant)(Generator *generator, const char *text);
  guint least; /* of 1,000 changes, at least so many are found */
  guint most;  /* for 1,000 changes, at most so many findings of other classes, without SUBSTANCE */
} Measure;

typedef struct {
  guint planted, found, others, substance;
} Figures;

static void count(const AdrefNode *redline, AdrefChangeClass class, Figures *figures, GString *odd)
{
  gboolean found = FALSE;
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next) {
    const AdrefChange *change = clause->as.clause->change;
    for (guint i = 0; change && change->findings && i < change->findings->len; i++) {
      const AdrefFinding *finding = change->findings->pdata[i];
      gboolean other = finding->class != class && finding->class != ADREF_CHANGE_CLASS_EDITORIAL;
      found |= finding->class == class;
      figures->substance += other && finding->class == ADREF_CHANGE_CLASS_SUBSTANCE ? 1 : 0;
      figures->others += other && finding->class != ADREF_CHANGE_CLASS_SUBSTANCE ? 1 : 0;
    }
  }
  figures->planted++;
  figures->found += found ? 1 : 0;
  g_autoptr(GString) list = list_findings(redline);
  if (!found || strchr(list->str, '\n')[1])
    g_string_append_printf(odd, "%s%s\n", found ? "" : "MISSED ", list->str);
}

static Figures measure(const Measure *measured, const GPtrArray *paragraphs, GString *odd)
{
  Generator generator = {17 + measured->class};
  Figures figures = {0};
  guint plants = environment_count(NULL, PLANTS);
  for (guint tries = 0; figures.planted < plants && tries < 40 * plants; tries++) {
    const char *text = paragraphs->pdata[generate_number(&generator, paragraphs->len)];
    g_autofree char *planted = measured->plant(&generator, text);
    if (!planted || strcmp(planted, text) == 0)
      continue;
    g_autofree char *agreed = g_strconcat(text, " [Agreed ad ref]", NULL);
    g_autoptr(AdrefNode) redline = redline_with_findings(
        "en", "asean", measured->class == ADREF_CHANGE_CLASS_AGREED ? agreed : text, planted);
    count(redline, measured->class, &figures, odd);
  }
  return figures;
}

static const Measure measures[] = {
    {ADREF_CHANGE_CLASS_HIDDEN, plant_hidden, 990, 5},
    {ADREF_CHANGE_CLASS_AGREED, plant_agreed, 1000, 20},
    {ADREF_CHANGE_CLASS_STRENGTH, plant_strength, 970, 20},
    {ADREF_CHANGE_CLASS_NEGATION, plant_negation, 990, 20},
    {ADREF_CHANGE_CLASS_QUALIFIER, plant_qualifier, 900, 100},
    {ADREF_CHANGE_CLASS_NUMBER, plant_number, 970, 30},
    {ADREF_CHANGE_CLASS_DATE, plant_date, 980, 20},
    {ADREF_CHANGE_CLASS_NAME, plant_name, 970, 20},
    {ADREF_CHANGE_CLASS_CONJUNCTION, plant_conjunction, 990, 5},
    {ADREF_CHANGE_CLASS_BRACKET, plant_bracket, 1000, 5},
    {ADREF_CHANGE_CLASS_SUBSTANCE, plant_substance, 990, 10},
    {ADREF_CHANGE_CLASS_EDITORIAL, plant_editorial, 990, 5},
};

START_TEST(finds_planted_changes)
{
  g_autoptr(GPtrArray) paragraphs = library_paragraphs();
  ck_assert_uint_gt(paragraphs->len, 60);
  const Measure *measured = &measures[_i];
  g_autoptr(GString) odd = g_string_new(NULL);
  Figures figures = measure(measured, paragraphs, odd);
  if (g_getenv("ADREF_MEASURE"))
    printf("%-11s planted %u, found %u (%.1f %%), findings of other classes %u, substance %u\n%s",
           adref_change_class_word(measured->class), figures.planted, figures.found,
           100.0 * figures.found / figures.planted, figures.others, figures.substance, odd->str);
  ck_assert_uint_ge(figures.planted, environment_count(NULL, 200));
  ck_assert_msg(figures.found * 1000 >= measured->least * figures.planted, "%s: %u of %u found",
                adref_change_class_word(measured->class), figures.found, figures.planted);
  ck_assert_msg(figures.others * 1000 <= measured->most * figures.planted,
                "%s: %u findings of other classes in %u", adref_change_class_word(measured->class),
                figures.others, figures.planted);
}
END_TEST

/* A text of paragraphs of the library, of which the last refers to another one by its number; the
 * paragraph `without` is left out (0: none). */
static char *with_reference(const GPtrArray *paragraphs, guint first, guint target, guint without)
{
  static const char *const forms[] = {"paragraph ", "paragraphs 9 and ", "OP"};
  GString *out = g_string_new(NULL);
  for (guint i = 1; i <= 9; i++) {
    const char *text = paragraphs->pdata[(first + i) % paragraphs->len];
    if (i != without)
      g_string_append_printf(out, "<!-- op c%u -->\n%s", i, text);
    if (i == 9) {
      g_string_append_printf(out, " This is done in the spirit of %s%u of this statement.",
                             forms[first % G_N_ELEMENTS(forms)], target);
    }
    g_string_append(out, i != without ? "\n\n" : "");
  }
  return g_string_free(out, FALSE);
}

/* A paragraph is deleted before the one that is referred to, or after it. */
START_TEST(finds_references_that_name_another_paragraph)
{
  g_autoptr(GPtrArray) paragraphs = library_paragraphs();
  for (guint i = 0; i < 240; i++) {
    guint target = 2 + i % 3, without = i % 2 ? 1 : 8;
    g_autofree char *old = with_reference(paragraphs, i, target, 0);
    g_autofree char *new = with_reference(paragraphs, i, target, without);
    g_autoptr(AdrefNode) redline = redline_with_findings("en", "asean", old, new);
    g_autoptr(GString) list = list_findings(redline);
    gboolean two = i % 3 == 1;
    gboolean expected = without == 1 || two;
    ck_assert_msg((strstr(list->str, "reference: ") != NULL) == expected, "%u: %s", i, list->str);
    const char *first = strstr(list->str, "reference: ");
    ck_assert_msg(!first || !strstr(first + 1, "reference: "), "%u: %s", i, list->str);
  }
}
END_TEST

TCase *tcase_measure(void)
{
  TCase *tcase = tcase_create("measure");
  tcase_set_timeout(tcase, 60);
  tcase_add_loop_test(tcase, finds_planted_changes, 0, G_N_ELEMENTS(measures));
  tcase_add_test(tcase, finds_references_that_name_another_paragraph);
  return tcase;
}
