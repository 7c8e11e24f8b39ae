#include "work/import/returned_word.h"

#include <string.h>

#include "cases.h"
#include "clause/markdown/canonical.h"
#include "clause/text/heading_ids.h"
#include "exchange/archive/zip_reader.h"
#include "exchange/archive/zip_writer.h"
#include "generate.h"
#include "view/docx/docx.h"
#include "work/export/pdf_options.h"
#include "workplace.h"

/* The text of the statement as a Word file of its negotiating view. */
static GString *export_text(Workplace *place)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefText) text = adref_text_open(place->session, "demo", "en", &error);
  ck_assert_no_error(error);
  g_autofree char *occasion = adref_text_occasion(text), *hash = adref_text_hash(text->document);
  g_autoptr(GHashTable) names = adref_text_party_names(text);
  AdrefPdfOptions pdf_options = {0};
  AdrefPageOptions page_options = adref_pdf_options_page(&pdf_options, text);
  AdrefViewOptions options = {.view = ADREF_VIEW_NEGOTIATING,
                              .language = "en",
                              .hash = hash,
                              .house = text->house,
                              .occasion = occasion,
                              .names = names};
  GString *file = adref_docx_write(text->document, &options, &page_options, "demo", &error);
  ck_assert_no_error(error);
  return file;
}

/* The file with another text part. */
static GString *with_document(const GString *file, const char *document)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static(file->str, file->len);
  g_autoptr(AdrefZipReader) zip = adref_zip_reader_new(bytes, "sent.docx", &error);
  g_autoptr(AdrefZipWriter) writer = adref_zip_writer_new(&error);
  const GPtrArray *names = adref_zip_reader_names(zip);
  for (guint i = 0; i < names->len; i++) {
    gsize length;
    g_autoptr(GBytes) member = adref_zip_reader_get(zip, names->pdata[i], &error);
    const char *content = g_bytes_get_data(member, &length);
    if (strcmp(names->pdata[i], "word/document.xml") == 0)
      adref_zip_writer_add(writer, names->pdata[i], document, strlen(document));
    else
      adref_zip_writer_add(writer, names->pdata[i], content, length);
  }
  return adref_zip_writer_finish(writer, &error);
}

static GString *document_of(const GString *file)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static(file->str, file->len);
  g_autoptr(AdrefZipReader) zip = adref_zip_reader_new(bytes, "sent.docx", &error);
  g_autoptr(GBytes) member = adref_zip_reader_get(zip, "word/document.xml", &error);
  gsize length;
  const char *content = g_bytes_get_data(member, &length);
  return g_string_new_len(content, (gssize)length);
}

/* What the file would change; `authors` and `parties` as in AdrefImportOptions, or NULL. */
static GPtrArray *read_parties(Workplace *place, const GString *file, GHashTable *authors,
                               const GPtrArray *parties)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename(place->root, "back.docx", NULL);
  ck_assert(g_file_set_contents(path, file->str, (gssize)file->len, NULL));
  g_autoptr(GPtrArray) files = g_ptr_array_new();
  g_ptr_array_add(files, path);
  AdrefImportOptions options = {
      .files = files, .party = "JPN", .language = "en", .authors = authors, .parties = parties};
  const AdrefStatement *statement = adref_session_facts(place->session->files, "demo", &error);
  ck_assert_no_error(error);
  GPtrArray *all = adref_import_into_read(place->session, statement, &options, &error);
  ck_assert_no_error(error);
  return all;
}

static GPtrArray *read_back(Workplace *place, const GString *file)
{
  return read_parties(place, file, NULL, NULL);
}

static void open_text(Workplace *place, const char *text)
{
  g_autoptr(GError) error = NULL;
  workplace_put(place, "statements/demo/en.md", text);
  workplace_reopen(place, ".");
  ck_assert(adref_session_open_workspace(place->session, &error));
}

/* --- what went out comes home --- */

/* A text in which an id stands twice is never saved. */
static gboolean can_be_saved(Workplace *place)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefText) text = adref_text_open(place->session, "demo", "en", &error);
  return text && adref_text_check_serious(text, text->problems, &error);
}

static void comes_home(Workplace *place, const char *text)
{
  open_text(place, text);
  if (!can_be_saved(place))
    return;
  g_autoptr(GString) file = export_text(place);
  g_autoptr(GPtrArray) all = read_back(place, file);
  const AdrefImportInto *into = all->pdata[0];
  g_autoptr(GString) before = adref_canonical(into->current->document);
  g_autoptr(GString) after = adref_canonical(into->document);
  ck_assert_str_eq(after->str, before->str);
  ck_assert_uint_eq(into->report->unmarked->len, 0);
  ck_assert_uint_eq(into->report->marked->len, 0);
}

static void generated_texts(guint from, guint to)
{
  g_autoptr(Workplace) place = workplace_new();
  workplace_init(place);
  for (guint seed = from; seed < to; seed++) {
    Generator generator = {seed + 1};
    g_autoptr(GPtrArray) blocks = generate_blocks(&generator);
    g_autoptr(GString) text = g_string_new("# Title\n\n");
    for (guint i = 0; i < blocks->len; i++)
      g_string_append_printf(text, "<!-- %s c%u -->\n%s\n\n", i % 3 == 0 ? "pp" : "op", i,
                             (const char *)blocks->pdata[i]);
    comes_home(place, text->str);
  }
}

START_TEST(what_went_out_comes_home)
{
  generated_texts(0, environment_count("ADREF_PAIRS", 100));
}
END_TEST

/* Two texts of footnotes with one label: each stays where it is. */
START_TEST(footnotes_with_one_label)
{
  g_autoptr(Workplace) place = workplace_new();
  workplace_init(place);
  comes_home(place, "# Title\n\n<!-- op a -->\nWe meet[^2].\n\n<!-- op b -->\n[^2]: in Tokyo\n\n"
                    "<!-- op c -->\n[^2]: in Kyoto\n");
}
END_TEST

/* A label that begins a paragraph makes no item of it, though a list behind it has the same one. */
START_TEST(labels_of_paragraphs_and_of_lists)
{
  g_autoptr(Workplace) place = workplace_new();
  workplace_init(place);
  comes_home(place,
             "# Title\n\n<!-- op a -->\n\\(i)\\\n\\(ii) x y\n\n(i) 5,000 for\\\n(ii) a and b\n");
  comes_home(place,
             "# Title\n\n<!-- op a -->\n\\(a) one\n\n\\(b) two\n\n(a) 5,000 for\\\n(b) more\n");
  comes_home(place, "# Title\n\n<!-- op a -->\n1. one\n2. two\n\nThen:\n\n\\(a) three\n\n- (a) "
                    "four\n- (b) five\n");
}
END_TEST

/* --- words changed without a mark --- */

enum {
  CLAUSES = 12,
  WORDS = 30
};

/* The words of a clause in the XML: from the text of its first run behind the label. */
static char *words_of(const GString *xml, guint clause, gsize *from, gsize *length)
{
  g_autofree char *bookmark = g_strdup_printf("w:name=\"_adref_k%u\"", clause);
  const char *at = strstr(xml->str, bookmark);
  at = strstr(at, "<w:tab/></w:r>");
  at = strchr(strstr(at, "<w:t "), '>') + 1;
  *from = (gsize)(at - xml->str);
  *length = strcspn(at, "<");
  return g_strndup(at, *length);
}

static void replace(GString *xml, gsize from, gsize length, const char *words)
{
  g_string_erase(xml, (gssize)from, (gssize)length);
  g_string_insert(xml, (gssize)from, words);
}

/* Changes the word at an index: 0 another word, 1 it goes, 2 a new one comes before it. */
static void change_word(GString *xml, guint clause, guint index, guint how)
{
  gsize from, length;
  g_autofree char *words = words_of(xml, clause, &from, &length);
  g_auto(GStrv) list = g_strsplit(words, " ", -1);
  char *old = list[index];
  list[index] = how == 0   ? g_strdup_printf("zebra%u", clause)
                : how == 1 ? g_strdup("")
                           : g_strdup_printf("zebra%u %s", clause, old);
  g_free(old);
  g_autofree char *changed = g_strjoinv(" ", list);
  replace(xml, from, length, changed);
}

/* The first word is exchanged by tracked changes of an author. */
static void track_word_of(GString *xml, guint clause, const char *author, const char *word)
{
  gsize from, length;
  g_autofree char *words = words_of(xml, clause, &from, &length);
  gsize first = strcspn(words, " ");
  g_autofree char *changed = g_strdup_printf(
      "</w:t></w:r><w:del w:id=\"9000\" w:author=\"%s\"><w:r><w:delText>%.*s</w:delText></w:r>"
      "</w:del><w:ins w:id=\"9001\" w:author=\"%s\"><w:r><w:t>%s</w:t></w:r></w:ins>"
      "<w:r><w:t xml:space=\"preserve\">%s",
      author, (int)first, words, author, word, words + first);
  replace(xml, from, length, changed);
}

static void track_word(GString *xml, guint clause)
{
  track_word_of(xml, clause, "Lee", "Otherwise");
}

static void put_prose(GString *text, Generator *generator)
{
  static const char *const words[] = {
      "the",     "parties", "will",   "support", "training", "of",    "5,000", "officers", "and",
      "ports",   "shall",   "in",     "each",    "region",   "with",  "2030",  "partners", "that",
      "welcome", "trade",   "energy", "should",  "before",   "water", "not",   "all",      "by"};
  g_string_append(text, "The Leaders");
  for (guint i = 0; i < WORDS; i++)
    g_string_append_printf(text, " %s", words[generate_number(generator, G_N_ELEMENTS(words))]);
  g_string_append(text, ".\n\n");
}

static void put_clauses(GString *text, Generator *generator)
{
  for (guint i = 0; i < CLAUSES; i++) {
    g_string_append_printf(text, "<!-- op k%u -->\n", i);
    put_prose(text, generator);
  }
}

static void returned_file(Workplace *place, guint seed)
{
  Generator generator = {seed};
  g_autoptr(GString) text = g_string_new("# Title\n\n");
  put_clauses(text, &generator);
  open_text(place, text->str);
  g_autoptr(GString) file = export_text(place);
  g_autoptr(GString) xml = document_of(file);
  guint unmarked = 1 + generate_number(&generator, 5), marked = 3;
  gboolean changed[CLAUSES] = {FALSE}, tracked[CLAUSES] = {FALSE};
  for (guint i = 0; i < unmarked;) {
    guint clause = generate_number(&generator, CLAUSES);
    if (changed[clause])
      continue;
    change_word(xml, clause, 5 + generate_number(&generator, 10), generate_number(&generator, 3));
    changed[clause] = TRUE;
    i++;
  }
  for (guint i = 0; i < marked;) {
    guint clause = generate_number(&generator, CLAUSES);
    if (tracked[clause])
      continue;
    track_word(xml, clause);
    tracked[clause] = TRUE;
    i++;
  }
  g_autoptr(GString) edited = with_document(file, xml->str);
  g_autoptr(GPtrArray) all = read_back(place, edited);
  const AdrefWordReport *report = ((const AdrefImportInto *)all->pdata[0])->report;
  ck_assert_uint_eq(report->marked->len, marked * 2);
  ck_assert_uint_eq(report->strange->len, 0);
  gboolean found[CLAUSES] = {FALSE};
  for (guint i = 0; i < report->unmarked->len; i++) {
    const AdrefWordChange *change = report->unmarked->pdata[i];
    const char *id = strstr(change->place, "#k");
    ck_assert_msg(id != NULL, "seed %u: %s", seed, change->place);
    guint clause = (guint)g_ascii_strtoull(id + 2, NULL, 10);
    ck_assert_msg(changed[clause], "seed %u: invented %s: %s, %s", seed, change->place, change->old,
                  change->new);
    found[clause] = TRUE;
  }
  for (guint i = 0; i < CLAUSES; i++)
    ck_assert_msg(found[i] == changed[i], "seed %u: not found: clause %u", seed, i);
}

START_TEST(words_changed_without_a_mark_are_found)
{
  g_autoptr(Workplace) place = workplace_new();
  workplace_init(place);
  guint files = environment_count("ADREF_PAIRS", 50);
  for (guint seed = 1; seed <= files; seed++)
    returned_file(place, seed);
}
END_TEST

/* --- several authors --- */

/* The text of a step: that of the file, or of one of the other parties. Its headings have ids, as
 * they get them when it is saved. */
static char *text_of(const AdrefImportInto *into)
{
  adref_heading_ids_give(into->document, NULL);
  GString *text = adref_canonical(into->document);
  return g_string_free(text, FALSE);
}

/* The last step is the text with all changes accepted, and each word comes with its party. */
static void check_steps(const GPtrArray *steps, const GPtrArray *whole, guint seed)
{
  static const char *const words[] = {"Otherwise", "Samurai", "Batik"};
  const AdrefImportInto *first = steps->pdata[0];
  ck_assert_msg(first->later != NULL && first->later->len == 2, "seed %u", seed);
  const AdrefImportInto *all[] = {first, first->later->pdata[0], first->later->pdata[1]};
  for (gsize i = 0; i < G_N_ELEMENTS(all); i++) {
    g_autofree char *text = text_of(all[i]);
    for (gsize k = 0; k < G_N_ELEMENTS(words); k++)
      ck_assert_msg((strstr(text, words[k]) != NULL) == (k <= i), "seed %u, step %zu: %s", seed, i,
                    words[k]);
    ck_assert_msg(strstr(text, "zebra") != NULL, "seed %u, step %zu", seed, i);
  }
  g_autofree char *last = text_of(all[2]), *accepted = text_of(whole->pdata[0]);
  ck_assert_msg(strcmp(last, accepted) == 0, "seed %u: the last step is not the whole", seed);
}

static void file_of_authors(Workplace *place, guint seed)
{
  static const char *const authors[][2] = {
      {"Lee", "Otherwise"}, {"Sato", "Samurai"}, {"Budi", "Batik"}};
  Generator generator = {seed};
  g_autoptr(GString) text = g_string_new("# Title\n\n");
  g_autoptr(GHashTable) table = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) parties = g_ptr_array_new();
  g_hash_table_insert(table, (gpointer)(guintptr) "Sato", (gpointer)(guintptr) "THA");
  g_hash_table_insert(table, (gpointer)(guintptr) "Budi", (gpointer)(guintptr) "VNM");
  g_ptr_array_add(parties, (gpointer)(guintptr) "THA");
  g_ptr_array_add(parties, (gpointer)(guintptr) "VNM");
  put_clauses(text, &generator);
  open_text(place, text->str);
  g_autoptr(GString) file = export_text(place);
  g_autoptr(GString) xml = document_of(file);
  change_word(xml, 0, 5, 0);
  for (guint i = 1; i < CLAUSES; i++) {
    guint who = i <= 3 ? i - 1 : generate_number(&generator, 4);
    if (who < G_N_ELEMENTS(authors))
      track_word_of(xml, i, authors[who][0], authors[who][1]);
  }
  g_autoptr(GString) edited = with_document(file, xml->str);
  g_autoptr(GPtrArray) steps = read_parties(place, edited, table, parties);
  g_autoptr(GPtrArray) whole = read_back(place, edited);
  check_steps(steps, whole, seed);
}

START_TEST(each_author_changes_the_text_for_a_party)
{
  g_autoptr(Workplace) place = workplace_new();
  workplace_init(place);
  guint files = environment_count("ADREF_PAIRS", 30);
  for (guint seed = 1; seed <= files; seed++)
    file_of_authors(place, seed);
}
END_TEST

TCase *tcase_returned_word(void)
{
  TCase *tcase = tcase_create("returned_word");
  tcase_set_timeout(tcase, 120);
  tcase_add_test(tcase, what_went_out_comes_home);
  tcase_add_test(tcase, footnotes_with_one_label);
  tcase_add_test(tcase, labels_of_paragraphs_and_of_lists);
  tcase_add_test(tcase, words_changed_without_a_mark_are_found);
  tcase_add_test(tcase, each_author_changes_the_text_for_a_party);
  return tcase;
}
