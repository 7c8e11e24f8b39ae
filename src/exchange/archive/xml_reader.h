/* Reading the XML of a stranger into a tree: elements, attributes, text.
 *
 * Document types, and with them entities of one's own, are refused; nothing else is opened or
 * fetched. Comments and processing instructions are left out. Depth and number of nodes are
 * limited. */
#ifndef ADREF_EXCHANGE_ARCHIVE_XML_READER_H
#define ADREF_EXCHANGE_ARCHIVE_XML_READER_H

#include <glib.h>

#include "base/error.h"

enum {
  ADREF_XML_MAX_DEPTH = 200,
  ADREF_XML_MAX_NODES = 2000000, /* elements and pieces of text */
};

/* The prefix that names of a namespace get in the tree, whatever prefix the file has. Several
 * namespaces may share one. */
typedef struct {
  const char *address, *prefix;
} AdrefXmlNamespace;

typedef struct AdrefXmlNode AdrefXmlNode;

struct AdrefXmlNode {
  const char *name; /* "w:p"; "?:p" of a namespace that the caller does not know, "p" of none; NULL:
                       text */
  const char *text; /* of text; else NULL */
  const char **attributes; /* name, value, ..., NULL; names as above. NULL: none */
  AdrefXmlNode *parent, *next, *first, *last;
};

typedef struct AdrefXml AdrefXml;

/* `name` is that of the file, in messages; `namespaces` end with {NULL, NULL}. */
AdrefXml *adref_xml_read(GBytes *bytes, const char *name, const AdrefXmlNamespace *namespaces,
                         GError **error);
void adref_xml_free(AdrefXml *xml);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefXml, adref_xml_free)

/* The outermost element; never NULL. */
const AdrefXmlNode *adref_xml_root(const AdrefXml *xml);

/* Whether the node is an element of that name. */
gboolean adref_xml_is(const AdrefXmlNode *node, const char *name);

/* The first child element of that name, or NULL; `parent` may be NULL. */
const AdrefXmlNode *adref_xml_child(const AdrefXmlNode *parent, const char *name);

/* The value of an attribute, or NULL; `element` may be NULL. */
const char *adref_xml_attribute(const AdrefXmlNode *element, const char *name);

/* The node after `node` in the order of the document, below `root`: the next one outside of `node`
 * if `skip`, which leaves out what is in it. NULL: there is none. */
const AdrefXmlNode *adref_xml_next(const AdrefXmlNode *root, const AdrefXmlNode *node,
                                   gboolean skip);

#endif
