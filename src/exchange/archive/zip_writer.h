/* Writing a zip archive in memory: the container of Word files.
 *
 * The same members give the same bytes: each has the time 1 January 2000, 00:00. */
#ifndef ADREF_EXCHANGE_ARCHIVE_ZIP_WRITER_H
#define ADREF_EXCHANGE_ARCHIVE_ZIP_WRITER_H

#include <glib.h>

#include "base/error.h"

typedef struct AdrefZipWriter AdrefZipWriter;

/* NULL with an error when the library that writes archives is missing. */
AdrefZipWriter *adref_zip_writer_new(GError **error);
void adref_zip_writer_free(AdrefZipWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefZipWriter, adref_zip_writer_free)

/* Members that are added from now on are not compressed: for an archive that is read at once. */
void adref_zip_writer_store(AdrefZipWriter *writer);

/* Adds a member, compressed where nothing else was said, behind those that were added before.
 * `name` is relative, with "/" between folders: "word/document.xml". */
void adref_zip_writer_add(AdrefZipWriter *writer, const char *name, const char *bytes,
                          gsize length);

/* Ends the archive and returns its bytes; nothing may be added then. NULL with an error when
 * something could not be written. Caller frees. */
GString *adref_zip_writer_finish(AdrefZipWriter *writer, GError **error);

#endif
