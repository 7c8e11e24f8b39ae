/* Reading a zip archive of a stranger in memory: the container of Word files.
 *
 * Nothing is written to a disk: a member is only bytes with a name. An archive is refused, with
 * what to do, when it is none, is encrypted, is an old binary file of Word, has a name that leads
 * out of it, one that stands twice (small and capital letters alike), or is larger unpacked than
 * the limits below. */
#ifndef ADREF_EXCHANGE_ARCHIVE_ZIP_READER_H
#define ADREF_EXCHANGE_ARCHIVE_ZIP_READER_H

#include <glib.h>

#include "base/error.h"

enum {
  ADREF_ZIP_MAX_BYTES = 64 * 1024 * 1024, /* of all members, unpacked */
  ADREF_ZIP_MAX_RATIO = 200,     /* so many times the bytes of the archive may its members have */
  ADREF_ZIP_SMALL = 1024 * 1024, /* bytes up to which no ratio is asked for */
  ADREF_ZIP_MAX_MEMBERS = 2000,
  ADREF_ZIP_MAX_NAME = 255, /* bytes, with the folders */
  ADREF_ZIP_MAX_DEPTH = 16, /* folders in folders */
};

typedef struct AdrefZipReader AdrefZipReader;

/* `name` is that of the archive, in messages. The bytes must outlive the reader. */
AdrefZipReader *adref_zip_reader_new(GBytes *archive, const char *name, GError **error);
void adref_zip_reader_free(AdrefZipReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefZipReader, adref_zip_reader_free)

/* The names of the members, "word/document.xml", sorted (of char *). The reader's own. */
const GPtrArray *adref_zip_reader_names(const AdrefZipReader *reader);

/* The content of a member, whose name is compared without regard to case; NULL without an error:
 * there is none. What a member lacks of the bytes that the archive says it has is zero bytes. The
 * caller unrefs. */
GBytes *adref_zip_reader_get(AdrefZipReader *reader, const char *member, GError **error);

#endif
