#include "word_file.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "boxes.h"
#include "cases.h"

WordFile word_file_keep(GString *file)
{
  WordFile word = {.file = file};
  int handle = g_file_open_tmp("adref-XXXXXX.docx", &word.path, NULL);
  ck_assert_int_ge(handle, 0);
  ck_assert_int_eq(write(handle, word.file->str, word.file->len), (gssize)word.file->len);
  close(handle);
  return word;
}

WordFile word_file_of(const char *markdown, const AdrefViewOptions *options)
{
  GError *error = NULL;
  g_autoptr(AdrefNode) tree = read_tree(markdown);
  AdrefPageOptions page_options = {.paper = ADREF_PAPER_SIZE_A4, .marking = "RESTRICTED"};
  GString *file = adref_docx_write(tree, options, &page_options, "demo", &error);
  ck_assert_no_error(error);
  return word_file_keep(file);
}

void word_file_clear(WordFile *word)
{
  g_unlink(word->path);
  g_free(word->path);
  g_string_free(word->file, TRUE);
}

char *word_file_part(const WordFile *word, const char *name)
{
  const char *const command[] = {"unzip", "-p", word->path, name, NULL};
  g_autoptr(GString) nothing = g_string_new(NULL);
  return witness(nothing, command);
}

char *word_part(const char *markdown, AdrefView view, const char *language, const char *name)
{
  AdrefViewOptions options = {.view = view, .language = language};
  g_auto(WordFile) word = word_file_of(markdown, &options);
  return word_file_part(&word, name);
}
