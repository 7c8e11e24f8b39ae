/* Plain texts with numbered paragraphs, without markers: the laws of a merge. */
#include "work/merge_texts.h"

#include <string.h>

#include "cases.h"
#include "generate.h"
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
  const AdrefMergeText sides[] = {{first, NULL, "ours", NULL, 0},
                                  {second, NULL, "theirs", NULL, 0}};
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

TCase *tcase_merge_texts(void)
{
  TCase *tcase = tcase_create("merge_texts");
  tcase_add_test(tcase, numbered_paragraphs_follow_the_laws);
  return tcase;
}
