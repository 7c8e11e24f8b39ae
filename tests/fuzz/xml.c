/* The XML of a stranger: it is read into a tree or refused; the tree holds together. */
#include "exchange/archive/xml_reader.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
  static const AdrefXmlNamespace namespaces[] = {{"urn:a", "a"}, {NULL, NULL}};
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new(data, size);
  g_autoptr(AdrefXml) xml = adref_xml_read(bytes, "a", namespaces, &error);
  if (!xml) {
    g_assert_nonnull(error);
    return 0;
  }
  const AdrefXmlNode *root = adref_xml_root(xml);
  for (const AdrefXmlNode *node = root; node; node = adref_xml_next(root, node, FALSE)) {
    g_assert_true((node->name != NULL) != (node->text != NULL));
    g_assert_true(!node->text || g_utf8_validate(node->text, -1, NULL));
    g_assert_true(node == root || node->parent->first);
  }
  return 0;
}
