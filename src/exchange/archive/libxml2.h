/* libxml2, loaded when the first XML or HTML is read: it comes with libgsf
 * (exchange/archive/gsf.h). To call another function, add it to the list below; the linker reports
 * a missing one. */
#ifndef ADREF_EXCHANGE_ARCHIVE_LIBXML2_H
#define ADREF_EXCHANGE_ARCHIVE_LIBXML2_H

#include <glib.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "base/dynamic_library.h"

/* clang-format off */
#define htmlCtxtReadMemory ADREF_LIBXML2_CALL(htmlCtxtReadMemory)
#define htmlFreeParserCtxt ADREF_LIBXML2_CALL(htmlFreeParserCtxt)
#define htmlNewParserCtxt ADREF_LIBXML2_CALL(htmlNewParserCtxt)
#define xmlCreateMemoryParserCtxt ADREF_LIBXML2_CALL(xmlCreateMemoryParserCtxt)
#define xmlCtxtUseOptions ADREF_LIBXML2_CALL(xmlCtxtUseOptions)
#define xmlFreeParserCtxt ADREF_LIBXML2_CALL(xmlFreeParserCtxt)
#define xmlParseDocument ADREF_LIBXML2_CALL(xmlParseDocument)
#define xmlStopParser ADREF_LIBXML2_CALL(xmlStopParser)
/* clang-format on */

#define ADREF_LIBXML2_CALL(name) ADREF_DYNAMIC_FUNCTION(name, adref_libxml2_function)

/* Loads the library. Call it before any of its functions. */
gboolean adref_libxml2_load(GError **error);

AdrefDynamicFunction adref_libxml2_function(const char *name);

#endif
