/* Plain texts with numbered paragraphs, without markers: the laws of a merge. Texts with markers: a
 * merge that reads what changed alone is that of the whole texts. */
#include "work/join/merge_texts.h"

#include <string.h>

#include "cases.h"
#include "generate.h"
#include "merge/join/merge_excerpt.h"
#include "workplace.h"

enum {
  CASES = 120,
  WORDS = 9 /* of a paragraph */
};

typedef struct {
  gboolean heading;
  guint left_out; /* numbers before it; ALL: the numbers begin again */
  char *words;
} Paragraph;

enum {
  ALL = 9
};

static void paragraph_free(gpointer data)
{
  g_free(((Paragraph *)data)->words);
  g_free(data);
}

static gpointer paragraph_copy(gconstpointer data, gpointer unused)
{
  (void)unused;
  Paragraph *copy = g_memdup2(data, sizeof *copy);
  copy->words = g_strdup(copy->words);
  return copy;
}

/* "w3" is the word by which the paragraph is told from others. */
static Paragraph *paragraph_new(Generator *generator, guint name, gboolean heading)
{
  Paragraph *paragraph = g_new0(Paragraph, 1);
  guint draw = generate_number(generator, 12);
  g_autofree char *prose = generate_prose(generator, WORDS);
  paragraph->heading = heading;
  paragraph->left_out = draw == 0 ? 2 : draw == 1 ? ALL : 0;
  paragraph->words = g_strdup_printf("W%u %s", name, prose);
  return paragraph;
}

static void edit(Generator *generator, GPtrArray *paragraphs, guint name)
{
  guint at = generate_number(generator, paragraphs->len), kind = generate_number(generator, 5);
  Paragraph *paragraph = paragraphs->pdata[at];
  if (kind == 0) {
    g_ptr_array_insert(paragraphs, (gint)at, paragraph_new(generator, name, FALSE));
  } else if (kind == 1 && paragraphs->len > 2) {
    g_ptr_array_remove_index(paragraphs, at);
  } else if (kind == 2) {
    gpointer moved = g_ptr_array_steal_index(paragraphs, at);
    g_ptr_array_insert(paragraphs, (gint)generate_number(generator, paragraphs->len + 1), moved);
  } else {
    char *words = g_strdup_printf("%s n%u", paragraph->words, name);
    g_free(paragraph->words);
    paragraph->words = words;
  }
}

static char *write_text(const GPtrArray *paragraphs)
{
  GString *text = g_string_new("# Plan\n");
  guint number = 0;
  for (guint i = 0; i < paragraphs->len; i++) {
    const Paragraph *paragraph = paragraphs->pdata[i];
    if (paragraph->heading) {
      g_string_append_printf(text, "\n## %s\n", paragraph->words);
      continue;
    }
    number = paragraph->left_out == ALL ? 1 : number + paragraph->left_out + 1;
    g_string_append_printf(text, "\n%u. %s\n", number, paragraph->words);
  }
  return g_string_free(text, FALSE);
}

static AdrefText *text_of(AdrefSession *session, const char *words)
{
  AdrefText *text = adref_text_new_file(session, "text.md");
  text->language = g_strdup("en");
  text->source = g_bytes_new(words, strlen(words));
  return text;
}

/* What becomes of a base and two sides; caller frees. */
static char *merge(AdrefSession *session, const char *base, const char *ours, const char *theirs)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefText) of_base = text_of(session, base), first = text_of(session, ours),
                       second = text_of(session, theirs);
  const AdrefMergeText sides[] = {{.text = first, .name = "ours"},
                                  {.text = second, .name = "theirs"}};
  g_autoptr(AdrefMergedText) merged = adref_merge_texts(of_base, sides, 2, FALSE, &error);
  ck_assert_msg(merged != NULL, "%s: %s---\n%s---\n%s", error ? error->message : "", base, ours,
                theirs);
  return g_strdup(merged->text->str);
}

static void merges_to(AdrefSession *session, const char *base, const char *ours, const char *theirs,
                      const char *expected)
{
  g_autofree char *merged = merge(session, base, ours, theirs);
  ck_assert_msg(strcmp(merged, expected) == 0, "%s--- not\n%s--- of\n%s---\n%s---\n%s", merged,
                expected, base, ours, theirs);
}

static guint count_of(const char *text, const char *word)
{
  guint count = 0;
  for (const char *at = strstr(text, word); at; at = strstr(at + 1, word))
    count += g_ascii_isdigit(at[strlen(word)]) ? 0 : 1;
  return count;
}

/* No paragraph stands twice, none of both is lost, none that both took out is back. */
static void check_paragraphs(const char *merged, const char *base, const char *ours,
                             const char *theirs, guint names)
{
  for (guint i = 1; i <= names; i++) {
    g_autofree char *name = g_strdup_printf("W%u", i);
    guint in_ours = count_of(ours, name), in_theirs = count_of(theirs, name);
    guint least = count_of(base, name) > 0 ? MIN(in_ours, in_theirs) : MAX(in_ours, in_theirs);
    guint most = MAX(in_ours, in_theirs), count = count_of(merged, name);
    ck_assert_msg(count >= least && count <= most, "%s %u times in\n%s--- of\n%s---\n%s---\n%s",
                  name, count, merged, base, ours, theirs);
  }
}

static GPtrArray *copy_of(const GPtrArray *paragraphs)
{
  GPtrArray *copy = g_ptr_array_copy((GPtrArray *)(guintptr)paragraphs, paragraph_copy, NULL);
  g_ptr_array_set_free_func(copy, paragraph_free);
  return copy;
}

START_TEST(numbered_paragraphs_follow_the_laws)
{
  g_autoptr(Workplace) workplace = workplace_new();
  for (guint n = 1; n <= CASES; n++) {
    Generator generator = {n};
    guint names = 0;
    g_autoptr(GPtrArray) base = g_ptr_array_new_with_free_func(paragraph_free);
    for (guint count = 3 + generate_number(&generator, 7); count > 0; count--)
      g_ptr_array_add(base,
                      paragraph_new(&generator, ++names, generate_number(&generator, 4) == 0));
    g_autoptr(GPtrArray) ours = copy_of(base), theirs = copy_of(base);
    for (guint count = 1 + generate_number(&generator, 3); count > 0; count--) {
      edit(&generator, ours, ++names);
      edit(&generator, theirs, ++names);
    }
    g_autofree char *o = write_text(base), *a = write_text(ours), *b = write_text(theirs);
    g_autofree char *only = merge(workplace->session, a, a, a);
    merges_to(workplace->session, o, a, o, only);
    merges_to(workplace->session, o, o, a, only);
    merges_to(workplace->session, o, a, a, only);
    g_autofree char *merged = merge(workplace->session, o, a, b);
    check_paragraphs(merged, o, a, b, names);
  }
}
END_TEST

/* --- excerpts --- */

static const char *const bodies[] = {
    "We shall %s.",
    "*Recalling* %s, we meet.",
    "They agree:\n\n- %s\n- ports",
    "The text [shall - JPN / should - VNM] %s.",
    "Hợp tác %s.",
    "We %s.\n\n## Part\n\nThey %s.\n\n<!-- note JPN: words -->",
    "a) %s; and",
    "%s  twice",
    "| A | B |\n|---|---|\n| %s | 1 |",
};

/* "mN" is the marker of a paragraph; most are plain. */
static char *write_marked(Generator *generator, guint name, guint version)
{
  guint draw = generate_number(generator, 40);
  g_autofree char *words = g_strdup_printf("take up words %u and act%s%u for all states", name,
                                           version > 0 ? " once more " : " ", version);
  const char *body = draw < G_N_ELEMENTS(bodies) ? bodies[draw] : bodies[0];
  g_auto(GStrv) pieces = g_strsplit(body, "%s", -1);
  g_autofree char *text = g_strjoinv(words, pieces);
  return g_strdup_printf("<!-- op m%u%s -->\n%s\n", name, draw % 5 == 4 ? " from=a/b" : "", text);
}

static gpointer string_copy(gconstpointer string, gpointer unused)
{
  (void)unused;
  return g_strdup(string);
}

static guint name_of(const char *paragraph)
{
  return (guint)g_ascii_strtoull(paragraph + strlen("<!-- op m"), NULL, 10);
}

static void edit_marked(Generator *generator, GPtrArray *text, guint name, gboolean comes)
{
  guint at = generate_number(generator, text->len), kind = generate_number(generator, 10);
  if (kind == 0 && comes) {
    g_ptr_array_insert(text, (gint)at, write_marked(generator, name, 0));
  } else if (kind == 0 && text->len > 4) {
    g_ptr_array_remove_index(text, at);
  } else if (kind == 1 && generate_number(generator, 5) == 0) {
    gpointer moved = g_ptr_array_steal_index(text, at);
    g_ptr_array_insert(text, (gint)generate_number(generator, text->len + 1), moved);
  } else {
    char *changed = write_marked(generator, name_of(text->pdata[at]), name);
    g_free(text->pdata[at]);
    text->pdata[at] = changed;
  }
}

/* What a text begins with; what stands at its end so that it is read whole, and begins so when it
 * is merged. */
typedef struct {
  const char *title, *last, *merged;
} Form;

static const Form marked = {"# Plan\n\n", "<!-- op m0 -->\nSee [paragraph 1](#m1).\n",
                            "\n<!-- op m0 -->"},
                  unmarked = {"", "Words with ``code`` at their end.\n", "\nWords with `code`"};

static char *join(const Form *form, const GPtrArray *text, gboolean whole)
{
  GString *joined = g_string_new(form->title);
  for (guint i = 0; i < text->len; i++)
    g_string_append_printf(joined, "%s%s", i > 0 ? "\n" : "", (char *)text->pdata[i]);
  if (whole)
    g_string_append_printf(joined, "\n%s", form->last);
  return g_string_free(joined, FALSE);
}

static gint compare_lines(gconstpointer a, gconstpointer b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The lines of a report, sorted: what became of headings without ids stands beside another clause
 * where the texts were not read whole. */
static char *sorted_report(const AdrefMergeReport *report)
{
  g_autoptr(GString) lines = adref_merge_report_write(report);
  g_auto(GStrv) each = g_strsplit(lines->str, "\n", -1);
  qsort(each, g_strv_length(each), sizeof *each, compare_lines);
  return g_strjoinv("\n", each);
}

/* The text and the report of a merge. `whole`: without what stands at the end. */
static char *merge_joined(AdrefSession *session, const Form *form, const GPtrArray *base,
                          GPtrArray *const *sides, guint count, gboolean whole)
{
  g_autoptr(GError) error = NULL;
  AdrefMergeText texts[3] = {{NULL}};
  static const char *const names[] = {"JPN", "VNM", NULL};
  g_autofree char *words = join(form, base, whole);
  g_autoptr(AdrefText) of_base = text_of(session, words);
  for (guint i = 0; i < count; i++) {
    g_autofree char *own = join(form, sides[i], whole);
    texts[i] =
        (AdrefMergeText){.text = text_of(session, own), .name = names[i] ? names[i] : "other"};
  }
  g_autoptr(AdrefMergedText) merged = adref_merge_texts(of_base, texts, count, FALSE, &error);
  for (guint i = 0; i < count; i++)
    adref_text_free(texts[i].text);
  if (!merged)
    return g_strdup("");
  char *end = strstr(merged->text->str, form->merged);
  ck_assert(!whole || end);
  if (end)
    *end = '\0';
  g_autofree char *report = sorted_report(merged->report);
  return g_strconcat(merged->text->str, "---\n", report, NULL);
}

static gboolean is_excerpt(const Form *form, const GPtrArray *base, GPtrArray *const *sides,
                           guint count)
{
  GBytes *texts[4];
  for (guint i = 0; i <= count; i++) {
    char *words = join(form, i == 0 ? base : sides[i - 1], FALSE);
    texts[i] = g_bytes_new_take(words, strlen(words));
  }
  AdrefMergeExcerpt *excerpt = adref_merge_excerpt_new(texts, count + 1);
  gboolean found = excerpt != NULL;
  adref_merge_excerpt_free(excerpt);
  for (guint i = 0; i <= count; i++)
    g_bytes_unref(texts[i]);
  return found;
}

static void check_same(const char *part, const char *whole, guint n)
{
  g_auto(GStrv) own = g_strsplit(part, "\n", -1), other = g_strsplit(whole, "\n", -1);
  guint i = 0;
  while (own[i] && g_strcmp0(own[i], other[i]) == 0)
    i++;
  ck_assert_msg(!own[i] && !other[i], "case %u, line %u: \"%s\", but whole \"%s\"", n, i + 1,
                own[i] ? own[i] : "", other[i] ? other[i] : "");
}

/* --- excerpts of texts without markers --- */

static const char *const nouns[] = {"trade",    "energy",    "ports",    "water",
                                    "training", "officials", "people",   "growth",
                                    "exchange", "security",  "dialogue", "capacity"};

/* A paragraph of plain words, most of which stand in others, too; a few have markup. */
static char *write_plain(Generator *generator, guint name)
{
  GString *text = g_string_new(NULL);
  guint form = generate_number(generator, 30);
  g_string_append(text, form == 0 ? "## " : form == 1 ? "*Recalling* " : "");
  g_string_append_printf(text, "Paragraph W%u of", name);
  for (guint n = form == 0 ? 2 : 8 + generate_number(generator, 12); n > 0; n--)
    g_string_append_printf(text, " %s", nouns[generate_number(generator, G_N_ELEMENTS(nouns))]);
  g_string_append(text, form == 2   ? " [shall - JPN / should - VNM] act.\n"
                        : form == 3 ? " et à l’énergie.\n"
                                    : ".\n");
  return g_string_free(text, FALSE);
}

/* Another word in the place of one, one more, or one less. */
static char *change_plain(Generator *generator, const char *paragraph)
{
  g_auto(GStrv) words = g_strsplit(paragraph, " ", -1);
  guint at = 1 + generate_number(generator, g_strv_length(words) - 2);
  const char *noun = nouns[generate_number(generator, G_N_ELEMENTS(nouns))];
  guint kind = generate_number(generator, 3);
  char *word = kind == 0   ? g_strdup(noun)
               : kind == 1 ? g_strdup_printf("%s %s", noun, words[at])
                           : g_strdup("also");
  g_free(words[at]);
  words[at] = word;
  return g_strjoinv(" ", words);
}

static void edit_plain(Generator *generator, GPtrArray *text, guint name)
{
  guint at = generate_number(generator, text->len), kind = generate_number(generator, 12);
  char *other = text->pdata[generate_number(generator, text->len)];
  if (kind == 0) {
    g_ptr_array_insert(text, (gint)at, write_plain(generator, name));
  } else if (kind == 1 && text->len > 4) {
    g_ptr_array_remove_index(text, at);
  } else if (kind == 2) {
    gpointer moved = g_ptr_array_steal_index(text, at);
    g_ptr_array_insert(text, (gint)generate_number(generator, text->len + 1), moved);
  } else if (kind == 3) {
    g_ptr_array_insert(text, (gint)at, g_strdup(other));
  } else {
    char *changed =
        kind == 4 ? write_plain(generator, name) : change_plain(generator, text->pdata[at]);
    g_free(text->pdata[at]);
    text->pdata[at] = changed;
  }
}

/* --- both --- */

/* One or two sides more than one; of a text with markers either new clauses come, or some go. */
static gboolean check_excerpt(AdrefSession *session, const Form *form, guint n)
{
  Generator generator = {1000 + n};
  gboolean has_markers = form == &marked;
  guint count = 2 + n % 2, paragraphs = 12 + generate_number(&generator, 20);
  g_autoptr(GPtrArray) base = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 1; i <= paragraphs; i++)
    g_ptr_array_add(base,
                    has_markers ? write_marked(&generator, i, 0) : write_plain(&generator, i));
  GPtrArray *sides[3] = {NULL};
  for (guint s = 0; s < count; s++) {
    sides[s] = g_ptr_array_copy(base, string_copy, NULL);
    g_ptr_array_set_free_func(sides[s], g_free);
    gboolean comes = has_markers && generate_number(&generator, 2) == 0;
    for (guint edits = generate_number(&generator, 4); edits > 0; edits--) {
      guint name = 100 + 10 * s + edits;
      if (has_markers)
        edit_marked(&generator, sides[s], name, comes);
      else
        edit_plain(&generator, sides[s], name);
    }
  }
  gboolean found = is_excerpt(form, base, sides, count);
  g_autofree char *part = merge_joined(session, form, base, sides, count, FALSE);
  g_autofree char *whole = merge_joined(session, form, base, sides, count, TRUE);
  check_same(part, whole, n);
  for (guint s = 0; s < count; s++)
    g_ptr_array_unref(sides[s]);
  return found;
}

START_TEST(excerpts_are_merged_as_whole_texts)
{
  g_autoptr(Workplace) workplace = workplace_new();
  guint found = 0, found_unmarked = 0;
  for (guint n = 1; n <= CASES; n++) {
    found += check_excerpt(workplace->session, &marked, n) ? 1 : 0;
    found_unmarked += check_excerpt(workplace->session, &unmarked, n) ? 1 : 0;
  }
  ck_assert_uint_ge(found, CASES / 3);
  ck_assert_uint_ge(found_unmarked, CASES / 3);
}
END_TEST

TCase *tcase_merge_texts(void)
{
  TCase *tcase = tcase_create("merge_texts");
  tcase_add_test(tcase, numbered_paragraphs_follow_the_laws);
  tcase_add_test(tcase, excerpts_are_merged_as_whole_texts);
  return tcase;
}
