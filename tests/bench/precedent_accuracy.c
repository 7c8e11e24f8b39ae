/* How often `adref precedent` finds the right clause: sentences of texts with changed words, and
 * sentences that nobody ever agreed. In the library: precedent_index. A fixed seed draws them, so
 * that two runs say the same.
 *
 * build/tests/bench/precedent_accuracy [FOLDER]: the Markdown files of the folder, at any depth; by
 * default those of templates/clauses and statements of the repository in which it runs. Status 1
 * when a bar is missed. */
#include <string.h>

#include "bench/peers.h"
#include "clause/markdown/canonical.h"
#include "clause/markdown/markdown_read.h"
#include "review/search/precedent_index.h"

enum {
  SENTENCES = 1000, /* of each kind */
  SHARE = 5,        /* at most one word in so many is changed */
  SHORTEST = 8,     /* words of a sentence that is asked for */
  DEEPEST = 12      /* folders */
};

typedef struct {
  AdrefPrecedentBuilder *builder;
  GPtrArray *clauses;   /* of char *: the text of each */
  GPtrArray *sentences; /* of char * */
  GArray *clause_of;    /* of guint: a clause that has the sentence */
  GPtrArray *words;     /* of char *: all that stand in the texts */
  guint files;
} Texts;

/* --- reading --- */

static void add_sentence(Texts *texts, const char *words, gsize length, guint clause)
{
  g_autofree char *sentence = g_strndup(words, length);
  g_auto(GStrv) parts = g_strsplit(g_strstrip(sentence), " ", -1);
  for (char **part = parts; *part; part++)
    g_ptr_array_add(texts->words, g_strdup(*part));
  if (g_strv_length(parts) < SHORTEST)
    return;
  g_ptr_array_add(texts->sentences, g_steal_pointer(&sentence));
  g_array_append_val(texts->clause_of, clause);
}

/* A sentence ends at a full stop before a space and a capital. */
static void add_sentences(Texts *texts, const char *words, guint clause)
{
  const char *start = words;
  for (const char *at = strstr(words, ". "); at; at = strstr(at + 1, ". "))
    if (g_unichar_isupper(g_utf8_get_char(at + 2))) {
      add_sentence(texts, start, (gsize)(at + 1 - start), clause);
      start = at + 2;
    }
  add_sentence(texts, start, strlen(start), clause);
}

static void add_clause(Texts *texts, const char *name, const AdrefNode *clause)
{
  if (!clause->first || (clause->first->type == ADREF_HEADING && !clause->first->next))
    return;
  g_autoptr(GString) text = adref_canonical_clause(clause);
  g_autofree char *words = adref_node_words(clause);
  if (text->len == 0)
    return;
  if (!adref_precedent_builder_add(texts->builder, name, "", text->str))
    die(name, "the index is full");
  g_ptr_array_add(texts->clauses, g_strdup(words));
  add_sentences(texts, words, texts->clauses->len - 1);
}

static void add_file(Texts *texts, const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;
  AdrefMarkdownReadOptions how = {.name = path};
  if (!g_file_get_contents(path, &bytes, &length, &error))
    die(path, error->message);
  g_autoptr(AdrefNode) document = adref_markdown_read(bytes, length, &how, NULL, &error);
  if (!document)
    die(path, error->message);
  texts->files++;
  for (const AdrefNode *clause = document->first; clause; clause = clause->next)
    add_clause(texts, path, clause);
}

static gint by_name(gconstpointer a, gconstpointer b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* English texts; those of other languages, "review.th.md" and "ja.md", have words of their own. */
static gboolean is_text(const char *name)
{
  gsize length = strlen(name);
  gboolean has_language = length >= 5 && g_ascii_islower(name[length - 5]) &&
                          g_ascii_islower(name[length - 4]) &&
                          (length == 5 || name[length - 6] == '.');
  return g_str_has_suffix(name, ".md") && (!has_language || g_str_has_suffix(name, "en.md")) &&
         !g_str_has_prefix(name, "README") && !g_str_has_prefix(name, "SOURCES");
}

static void add_folder(Texts *texts, const char *folder, guint depth)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  if (!dir)
    die(folder, "is no folder that can be read");
  for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir))
    g_ptr_array_add(names, g_strdup(name));
  g_ptr_array_sort(names, by_name);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *path = g_build_filename(folder, names->pdata[i], NULL);
    if (g_file_test(path, G_FILE_TEST_IS_DIR) && depth < DEEPEST)
      add_folder(texts, path, depth + 1);
    else if (is_text(names->pdata[i]))
      add_file(texts, path);
  }
}

/* --- asking --- */

static const char *any_word(const Texts *texts, GRand *random)
{
  return texts->words->pdata[g_rand_int_range(random, 0, (gint)texts->words->len)];
}

/* With up to a fifth of the words replaced by words of the texts. */
static char *changed(const Texts *texts, const char *sentence, GRand *random)
{
  g_auto(GStrv) words = g_strsplit(sentence, " ", -1);
  gint count = (gint)g_strv_length(words);
  gint changes = g_rand_int_range(random, 0, count / SHARE + 1);
  for (gint i = 0; i < changes; i++) {
    gint at = g_rand_int_range(random, 0, count);
    g_free(words[at]);
    words[at] = g_strdup(any_word(texts, random));
  }
  return g_strjoinv(" ", words);
}

/* A sentence of the field that no text has: small words, and words from anywhere between them. */
static char *invented(const Texts *texts, GRand *random)
{
  static const char *const joints[] = {"the",  "of the", "and", "to", "in our", "for the",
                                       "with", "on the", "by",  "as", "that",   "in order to"};
  static const char *const starts[] = {"We",      "The Leaders", "We welcome",   "We reaffirm",
                                       "We will", "Both sides",  "We recognize", "The Ministers"};
  GString *text = g_string_new(starts[g_rand_int_range(random, 0, G_N_ELEMENTS(starts))]);
  gint count = g_rand_int_range(random, SHORTEST, 25);
  for (gint i = 0; i < count; i++)
    g_string_append_printf(text, " %s %s",
                           joints[g_rand_int_range(random, 0, G_N_ELEMENTS(joints))],
                           any_word(texts, random));
  g_string_append_c(text, '.');
  return g_string_free(text, FALSE);
}

static gboolean has_sentence(const Texts *texts, guint clause, guint sentence)
{
  return g_array_index(texts->clause_of, guint, sentence) == clause ||
         strstr(texts->clauses->pdata[clause], texts->sentences->pdata[sentence]);
}

typedef struct {
  guint first, among, offered;
} Counts;

static void ask_changed(const Texts *texts, const AdrefPrecedentIndex *index, GRand *random,
                        Counts *counts)
{
  guint sentence = (guint)g_rand_int_range(random, 0, (gint)texts->sentences->len);
  g_autofree char *asked = changed(texts, texts->sentences->pdata[sentence], random);
  g_autoptr(GArray) found = adref_precedent_index_find(index, asked, 5);
  for (guint i = 0; i < found->len; i++)
    if (has_sentence(texts, g_array_index(found, AdrefPrecedentMatch, i).clause, sentence)) {
      counts->first += i == 0 ? 1 : 0;
      counts->among++;
      return;
    }
}

static void ask_invented(const Texts *texts, const AdrefPrecedentIndex *index, GRand *random,
                         Counts *counts)
{
  g_autofree char *asked = invented(texts, random);
  g_autoptr(GArray) found = adref_precedent_index_find(index, asked, 5);
  counts->offered += found->len > 0 ? 1 : 0;
}

/* --- the figures --- */

static void put_share(const char *name, guint count, double least)
{
  double share = 100.0 * count / SENTENCES;
  gboolean is_kept = share >= least;
  printf("  %-44s %5.1f %%   at least %.0f %%%s\n", name, share, least, is_kept ? "" : "   MISSED");
  missed = missed || !is_kept;
}

int main(int argc, char **argv)
{
  static const char *const usual[] = {"templates/clauses", "statements"};
  g_autoptr(AdrefPrecedentBuilder) builder = adref_precedent_builder_new();
  Texts texts = {builder,
                 g_ptr_array_new_with_free_func(g_free),
                 g_ptr_array_new_with_free_func(g_free),
                 g_array_new(FALSE, FALSE, sizeof(guint)),
                 g_ptr_array_new_with_free_func(g_free),
                 0};
  GRand *random = g_rand_new_with_seed(20);
  Counts counts = {0};
  if (argc > 1)
    add_folder(&texts, argv[1], 0);
  for (guint i = 0; argc < 2 && i < G_N_ELEMENTS(usual); i++)
    add_folder(&texts, usual[i], 0);
  if (texts.sentences->len == 0)
    die(argc > 1 ? argv[1] : ".", "has no text with a sentence");
  g_autoptr(GBytes) bytes = adref_precedent_builder_finish(builder);
  g_autoptr(AdrefPrecedentIndex) index = adref_precedent_index_new(bytes);
  printf(
      "\nPrecedents of sentences with changed words\n  %u clauses and %u sentences of %u files\n",
      texts.clauses->len, texts.sentences->len, texts.files);
  for (guint i = 0; i < SENTENCES; i++) {
    ask_changed(&texts, index, random, &counts);
    ask_invented(&texts, index, random, &counts);
  }
  put_share("the right clause is the first", counts.first, 95);
  put_share("the right clause is among five", counts.among, 99);
  put_share("nothing is offered for invented sentences", SENTENCES - counts.offered, 98);
  g_rand_free(random);
  g_ptr_array_unref(texts.clauses);
  g_ptr_array_unref(texts.sentences);
  g_ptr_array_unref(texts.words);
  g_array_unref(texts.clause_of);
  return missed ? 1 : 0;
}
