/* The redlines of many pairs of texts, for tests/view/sides.py: one process reads pairs from its
 * standard input and writes, of each, CriticMarkup, JSON and HTML of the pair, of the old text with
 * itself, and of the new text with itself.
 *
 * A pair is a line "LANGUAGE OLD-BYTES NEW-BYTES" and then both texts; an output is a line with its
 * number of bytes and then the bytes. */
#include <stdio.h>
#include <stdlib.h>

#include "clause/markdown/markdown_read.h"
#include "merge/compare/diff.h"
#include "parties.h"
#include "review/change/change_class.h"
#include "view/criticmarkup/criticmarkup.h"
#include "view/review.h"

enum {
  MAX_BYTES = 1 << 20 /* of a text */
};

static void put(GString *output)
{
  printf("%" G_GSIZE_FORMAT "\n", output->len);
  fwrite(output->str, 1, output->len, stdout);
  g_string_free(output, TRUE);
}

static AdrefNode *read_text(const char *text, gsize length, GHashTable *parties)
{
  g_autoptr(GError) error = NULL;
  AdrefMarkdownReadOptions options = {.parties = parties};
  AdrefNode *document = adref_markdown_read(text, length, &options, NULL, &error);
  if (!document)
    g_error("%s", error->message);
  return document;
}

static void put_redline(const AdrefNode *old, const AdrefNode *new, const char *language,
                        GHashTable *parties)
{
  g_autoptr(AdrefNode) redline = adref_diff(old, new, language);
  AdrefChangeClassOptions how = {.language = language, .parties = parties};
  adref_change_class_assign(redline, &how);
  AdrefViewOptions view = {.view = ADREF_VIEW_NEGOTIATING, .language = language, .title = "pair"};
  AdrefReviewOptions review = {.options = &view, .full = TRUE, .old = "old", .new = "new"};
  put(adref_criticmarkup_write(redline));
  put(adref_json_review_write(redline, &review));
  put(adref_html_review_write(redline, &review));
}

static char *read_bytes(gsize length)
{
  char *text = g_malloc(length + 1);
  if (length > MAX_BYTES || fread(text, 1, length, stdin) != length)
    g_error("a text is cut, or has more than %d bytes", MAX_BYTES);
  text[length] = '\0';
  return text;
}

int main(void)
{
  char language[9];
  gsize old_length, new_length;
  g_autoptr(GHashTable) parties = example_parties();
  while (scanf("%8s %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT, language, &old_length, &new_length) ==
             3 &&
         getchar() == '\n') {
    g_autofree char *old_text = read_bytes(old_length), *new_text = read_bytes(new_length);
    g_autoptr(AdrefNode) old = read_text(old_text, old_length, parties),
                         new = read_text(new_text, new_length, parties);
    put_redline(old, new, language, parties);
    put_redline(old, old, language, parties);
    put_redline(new, new, language, parties);
    fflush(stdout);
  }
  return ferror(stdin) || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
