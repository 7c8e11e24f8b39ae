#include "exchange/docx/docx_lost_labels.h"

#include <string.h>

static gboolean is_label(const AdrefDocxRun *run)
{
  return run->role == ADREF_DOCX_ROLE_NUMBER || run->role == ADREF_DOCX_ROLE_SIGN;
}

/* Whether a paragraph is the first of its clause, before which its number stands. */
static gboolean begins(const AdrefDocxFile *file, guint index)
{
  const AdrefDocxParagraph *paragraph = file->paragraphs->pdata[index];
  const AdrefDocxParagraph *before = index > 0 ? file->paragraphs->pdata[index - 1] : NULL;
  return !before || g_strcmp0(before->anchor, paragraph->anchor) != 0;
}

/* The clause, whether it begins, and the start of the run up to its first tab; NULL: it has none.
 */
static char *key_of(const AdrefDocxParagraph *paragraph, gboolean begins, const AdrefDocxRun *run)
{
  const char *tab = strchr(run->text, '\t');
  return tab ? g_strdup_printf("%s %d %.*s", paragraph->anchor, begins, (int)(tab - run->text),
                               run->text)
             : NULL;
}

/* The labels before the paragraphs of each clause -> their role. */
static GHashTable *labels_of(const AdrefDocxFile *file)
{
  GHashTable *labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < file->paragraphs->len; i++) {
    const AdrefDocxParagraph *paragraph = file->paragraphs->pdata[i];
    for (guint k = 0; paragraph->anchor && k < paragraph->runs->len; k++) {
      const AdrefDocxRun *run = &g_array_index(paragraph->runs, AdrefDocxRun, k);
      char *key = is_label(run) ? key_of(paragraph, begins(file, i), run) : NULL;
      if (!key)
        break;
      g_hash_table_insert(labels, key, GUINT_TO_POINTER(run->role));
    }
  }
  return labels;
}

/* The first `length` bytes of the run become one of their own, with the role. */
static void divide(GArray *runs, guint index, gsize length, AdrefDocxRole role)
{
  AdrefDocxRun *run = &g_array_index(runs, AdrefDocxRun, index), label = *run;
  label.text = g_strndup(run->text, length);
  label.role = role;
  label.letters = 0;
  memmove(run->text, run->text + length, strlen(run->text + length) + 1);
  g_array_insert_val(runs, index, label);
}

static void restore(const AdrefDocxParagraph *paragraph, gboolean begins, GHashTable *labels)
{
  enum {
    MOST = 8 /* labels before one paragraph: its number, and those of items in each other */
  };
  guint found = 0;
  for (guint k = 0; k < paragraph->runs->len && found < MOST; k++) {
    const AdrefDocxRun *run = &g_array_index(paragraph->runs, AdrefDocxRun, k);
    if (is_label(run) || !*run->text)
      continue;
    gpointer role = NULL;
    g_autofree char *key = key_of(paragraph, begins, run);
    if (!key || !g_hash_table_lookup_extended(labels, key, NULL, &role))
      return;
    divide(paragraph->runs, k, (gsize)(strchr(run->text, '\t') + 1 - run->text),
           (AdrefDocxRole)GPOINTER_TO_UINT(role));
    found++;
  }
}

void adref_docx_lost_labels_restore(AdrefDocxFile *returned, const AdrefDocxFile *sent)
{
  g_autoptr(GHashTable) labels = labels_of(sent);
  for (guint i = 0; i < returned->paragraphs->len; i++) {
    const AdrefDocxParagraph *paragraph = returned->paragraphs->pdata[i];
    if (paragraph->anchor)
      restore(paragraph, begins(returned, i), labels);
  }
}
