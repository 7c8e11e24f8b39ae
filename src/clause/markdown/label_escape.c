#include "clause/markdown/label_escape.h"

#include <string.h>

#include "clause/labels/item_label.h"
#include "clause/labels/label_lines.h"

static gsize *offsets(const GArray *array)
{
  return (gsize *)(gpointer)array->data;
}

static GArray *find_ends(const GString *text, const GArray *starts)
{
  GArray *ends = g_array_sized_new(FALSE, FALSE, sizeof(gsize), starts->len);
  for (guint line = 0; line < starts->len; line++) {
    gsize start = offsets(starts)[line];
    const char *newline = memchr(text->str + start, '\n', text->len - start);
    gsize end = newline ? (gsize)(newline - text->str) : text->len;
    g_array_append_val(ends, end);
  }
  return ends;
}

/* What a reader would find otherwise. */
typedef enum {
  NOTHING,
  ITEM_TOO_MANY,
  ITEM_MISSING,
} Difference;

/* Compares the items that a reader would find with those that are; in `wrong`, by line, those too
 * many. */
static Difference compare(const GString *text, const GArray *starts, const guint8 *items,
                          guint8 *wrong)
{
  g_autoptr(GArray) ends = find_ends(text, starts);
  const gsize *from = offsets(starts);
  g_autoptr(GArray) found =
      adref_label_lines_find(text->str, from, from, offsets(ends), NULL, starts->len);
  guint right = 0, expected = 0, count = found ? found->len : 0;
  for (guint line = 0; line < starts->len; line++) {
    expected += items && items[line] ? 1 : 0;
    wrong[line] = FALSE;
  }
  for (guint i = 0; i < count; i++) {
    guint line = g_array_index(found, AdrefLabelLine, i).line;
    gboolean is_item = items && items[line];
    wrong[line] = !is_item;
    right += is_item ? 1 : 0;
  }
  return right < expected ? ITEM_MISSING : right < count ? ITEM_TOO_MANY : NOTHING;
}

/* By line: whether it begins with any label and is no item. */
static guint8 *find_all_labels(const GString *text, const GArray *starts, const guint8 *items)
{
  g_autoptr(GArray) ends = find_ends(text, starts);
  guint8 *labels = g_new0(guint8, starts->len);
  for (guint line = 0; line < starts->len; line++) {
    gsize start = offsets(starts)[line], length = offsets(ends)[line] - start;
    labels[line] =
        !(items && items[line]) && adref_item_mark_read(text->str + start, length).length > 0;
  }
  return labels;
}

/* Escapes the first letters of the lines. */
static void escape(GString *text, GArray *starts, const guint8 *lines)
{
  g_autofree char *old = g_strndup(text->str, text->len);
  gsize length = text->len, copied = 0;
  g_string_truncate(text, 0);
  for (guint line = 0; line < starts->len; line++) {
    gsize at = offsets(starts)[line];
    g_string_append_len(text, old + copied, (gssize)(at - copied));
    offsets(starts)[line] = text->len;
    copied = at;
    if (!lines[line])
      continue;
    if (old[at] == '(') {
      g_string_append_c(text, '\\');
      continue;
    }
    g_string_append_printf(text, "&#%u;", g_utf8_get_char(old + at));
    copied = (gsize)(g_utf8_next_char(old + at) - old);
  }
  g_string_append_len(text, old + copied, (gssize)(length - copied));
}

void adref_label_escape(GString *text, GArray *starts, const guint8 *items)
{
  enum {
    MAX_ROUNDS = 8 /* an escaped series may let another one begin */
  };
  Difference difference = NOTHING;
  g_autofree guint8 *wrong = g_malloc(MAX(starts->len, 1));
  for (guint round = 0; round < MAX_ROUNDS; round++) {
    difference = compare(text, starts, items, wrong);
    if (difference == NOTHING)
      return;
    if (difference == ITEM_MISSING)
      break;
    escape(text, starts, wrong);
  }
  g_autofree guint8 *labels = find_all_labels(text, starts, items);
  escape(text, starts, labels);
}
