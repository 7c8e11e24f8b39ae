#include "exchange/archive/xml_reader.h"

#include "exchange/cases.h"

static const AdrefXmlNamespace namespaces[] = {
    {"urn:first", "a"}, {"urn:second", "a"}, {NULL, NULL}};

static AdrefXml *read_bytes(const char *text, gsize length, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new(text, length);
  return adref_xml_read(bytes, "part.xml", namespaces, error);
}

static void is_refused(const char *text, const char *message)
{
  g_autoptr(GError) error = NULL;
  ck_assert_ptr_null(read_bytes(text, strlen(text), &error));
  ck_assert_error(error, message);
}

/* The tree in one line: names, attributes and text. */
static char *shape(const AdrefXml *xml)
{
  const AdrefXmlNode *root = adref_xml_root(xml);
  GString *line = g_string_new(NULL);
  for (const AdrefXmlNode *node = root; node; node = adref_xml_next(root, node, FALSE)) {
    g_string_append_printf(line, "%s ", node->name ? node->name : node->text);
    for (const char **pair = node->attributes; pair && *pair; pair += 2)
      g_string_append_printf(line, "%s=%s ", pair[0], pair[1]);
  }
  return g_string_free(line, FALSE);
}

START_TEST(a_tree)
{
  static const char text[] =
      "<?xml version=\"1.0\"?><x:r xmlns:x=\"urn:first\" "
      "xmlns:y=\"urn:second\" xmlns=\"urn:other\">"
      "<!-- c --><y:p x:n=\"1 &lt; 2\" m=\"&quot;&amp;&amp;#38;&#38;\">one <![CDATA[<two>]]> "
      "&#x41;&amp;</y:p><q/></x:r>";
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefXml) xml = read_bytes(text, strlen(text), &error);
  ck_assert_no_error(error);
  g_autofree char *line = shape(xml);
  ck_assert_str_eq(line, "a:r a:p a:n=1 < 2 m=\"&&#38;& one <two> A& ?:q ");
  const AdrefXmlNode *root = adref_xml_root(xml), *p = adref_xml_child(root, "a:p");
  ck_assert_str_eq(adref_xml_attribute(p, "m"), "\"&&#38;&");
  ck_assert_ptr_null(adref_xml_attribute(p, "n"));
  ck_assert_ptr_null(adref_xml_child(root, "a:q"));
  ck_assert_str_eq(adref_xml_next(root, p, TRUE)->name, "?:q");
  ck_assert_ptr_null(adref_xml_next(root, root, TRUE));
  ck_assert_ptr_null(adref_xml_next(p, p->first, FALSE));
}
END_TEST

START_TEST(utf_16)
{
  gsize length;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = g_convert("<?xml version=\"1.0\" encoding=\"UTF-16\"?><p>協力</p>", -1,
                                    "UTF-16", "UTF-8", NULL, &length, NULL);
  g_autoptr(AdrefXml) xml = read_bytes(text, length, &error);
  ck_assert_no_error(error);
  ck_assert_str_eq(adref_xml_root(xml)->first->text, "協力");
}
END_TEST

START_TEST(what_is_refused)
{
  is_refused("", "part.xml: it is empty");
  is_refused("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
             "part.xml:1: it has a document type, which is refused");
  is_refused("<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\">\n<a/>",
             "part.xml:1: it has a document type, which is refused");
  is_refused("<a>\n&b;</a>", "part.xml:2: no XML: Entity 'b' not defined");
  is_refused("<a>\n<b></a>", "part.xml:2: no XML: Opening and ending tag mismatch: b line 2 and a");
  is_refused("<a>", "part.xml:1: no XML: Premature end of data in tag a line 1");
  is_refused("<a/><b/>", "part.xml:1: no XML: Extra content at the end of the document");
  is_refused("<x:a/>", "part.xml:1: no XML: Namespace prefix x on a is not defined");
}
END_TEST

START_TEST(depth)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (int i = 0; i < ADREF_XML_MAX_DEPTH; i++)
    g_string_append(text, "<a>");
  for (int i = 0; i < ADREF_XML_MAX_DEPTH; i++)
    g_string_append(text, "</a>");
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefXml) xml = read_bytes(text->str, text->len, &error);
  ck_assert_no_error(error);
  g_string_prepend(text, "<a>");
  g_string_append(text, "</a>");
  is_refused(text->str, "part.xml:1: its elements are more than 200 deep");
}
END_TEST

START_TEST(number_of_nodes)
{
  g_autoptr(GString) text = g_string_new("<a>");
  for (int i = 1; i < ADREF_XML_MAX_NODES; i++)
    g_string_append(text, "<b/>");
  g_string_append(text, "</a>");
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefXml) xml = read_bytes(text->str, text->len, &error);
  ck_assert_no_error(error);
  g_string_insert(text, 3, "<b/>");
  is_refused(text->str, "part.xml:1: it has more than 2000000 elements");
}
END_TEST

TCase *tcase_xml_reader(void)
{
  TCase *tcase = tcase_create("xml_reader");
  tcase_set_timeout(tcase, 60);
  tcase_add_test(tcase, a_tree);
  tcase_add_test(tcase, utf_16);
  tcase_add_test(tcase, what_is_refused);
  tcase_add_test(tcase, depth);
  tcase_add_test(tcase, number_of_nodes);
  return tcase;
}
