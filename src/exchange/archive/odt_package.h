/* An OpenDocument text (.odt) of a stranger: what of it LibreOffice may see.
 *
 * adref does not read the format itself; work/odt_file has LibreOffice make a Word file of it. Only
 * the words, the styles and adref's own properties go there: macros, embedded objects and pictures
 * are left out by name. A file is refused that is encrypted, breaks a limit of
 * exchange/archive/zip_reader.h or exchange/archive/xml_reader.h, or would make LibreOffice open
 * another file or an address. */
#ifndef ADREF_EXCHANGE_ARCHIVE_ODT_PACKAGE_H
#define ADREF_EXCHANGE_ARCHIVE_ODT_PACKAGE_H

#include <glib.h>

#include "base/error.h"

/* Whether a file is one, by its name, "x.odt", or its first bytes. */
gboolean adref_odt_package_is(const char *name, GBytes *bytes);

/* The properties of adref, "adref.statement" and others: name -> value. `name` is that of the file,
 * in messages. Caller unrefs. */
GHashTable *adref_odt_package_properties(GBytes *bytes, const char *name, GError **error);

/* The archive for LibreOffice. `left_out` (of char *) gets what is not in it. Caller frees. */
GString *adref_odt_package_copy(GBytes *bytes, const char *name, GPtrArray *left_out,
                                GError **error);

#endif
