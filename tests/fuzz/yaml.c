/* YAML of strangers: anything is read or refused, and what was read is written and read again as
 * the same tree. */
#include <string.h>

#include "base/file.h"
#include "draft/data/yaml.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

static gboolean same_node(const AdrefYaml *a, const AdrefYaml *b)
{
  gint64 integer_a = 0, integer_b = 0;
  gboolean boolean_a = FALSE, boolean_b = FALSE;
  return a->type == b->type && g_strcmp0(a->key, b->key) == 0 && g_strcmp0(a->text, b->text) == 0 &&
         adref_yaml_is_integer(a, &integer_a) == adref_yaml_is_integer(b, &integer_b) &&
         adref_yaml_is_boolean(a, &boolean_a) == adref_yaml_is_boolean(b, &boolean_b) &&
         integer_a == integer_b && boolean_a == boolean_b &&
         (a->items ? a->items->len : 0) == (b->items ? b->items->len : 0);
}

/* Compares two trees without recursion: pairs that wait stand in `rest`. */
static gboolean same_tree(AdrefYaml *a, AdrefYaml *b)
{
  g_autoptr(GPtrArray) rest = g_ptr_array_new();
  g_ptr_array_add(rest, a);
  g_ptr_array_add(rest, b);
  while (rest->len > 0) {
    const AdrefYaml *right = g_ptr_array_steal_index(rest, rest->len - 1);
    const AdrefYaml *left = g_ptr_array_steal_index(rest, rest->len - 1);
    if (!same_node(left, right))
      return FALSE;
    for (guint i = 0; left->items && i < left->items->len; i++) {
      g_ptr_array_add(rest, left->items->pdata[i]);
      g_ptr_array_add(rest, right->items->pdata[i]);
    }
  }
  return TRUE;
}

static GString *written(const AdrefYaml *root)
{
  AdrefYamlWriter *writer = adref_yaml_writer_new();
  adref_yaml_put_node(writer, root);
  return adref_yaml_writer_end(writer);
}

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = g_strndup((const char *)data, size);
  if (!adref_utf8_check((const char *)data, size, "fuzz", NULL))
    return 0;
  g_autoptr(AdrefYaml) first = adref_yaml_read(text, size, "fuzz", 1, &error);
  if (!first) {
    g_assert_nonnull(error);
    return 0;
  }
  g_autoptr(GString) once = written(first);
  g_autoptr(AdrefYaml) second = adref_yaml_read(once->str, once->len, "again", 1, &error);
  if (!second || !same_tree(first, second)) {
    g_printerr("--- %s\n%s---\n", error ? error->message : "another tree", once->str);
    abort();
  }
  return 0;
}
