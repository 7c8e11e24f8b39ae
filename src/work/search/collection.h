/* Collections of texts of elsewhere, in which precedents are looked for: final texts of other
 * talks, of the United Nations, of years before adref.
 *
 * A collection is a folder of the workspace, precedents/NAME: plain Markdown files with their
 * source, date and parties as front matter, so that anybody can read them, correct them and take
 * them away. They are texts of others and may be many, so precedents/.gitignore leaves them out of
 * the history; without that file they can be saved with git. */
#ifndef ADREF_WORK_SEARCH_COLLECTION_H
#define ADREF_WORK_SEARCH_COLLECTION_H

#include "work/session.h"

#define ADREF_COLLECTIONS_FOLDER "precedents"
#define ADREF_COLLECTION_TABLE   "sources.tsv"

enum {
  ADREF_COLLECTION_MAX_FILES = 10000,             /* of a folder; more are refused */
  ADREF_COLLECTION_MAX_BYTES = 512 * 1024 * 1024, /* of all files of a folder */
  ADREF_COLLECTION_MAX_NAME = 200,                /* bytes of the name of a file */
};

typedef struct {
  char *name; /* of the collection */
  guint added, changed, removed, same;
  guint left_out; /* files that are no text; each is said */
} AdrefCollectionImport;

/* Makes or renews the collection of the files of a folder (absolute; not of those below): Markdown,
 * plain text and Word. A file whose bytes and facts are as they were is not read again, and what is
 * gone from the folder goes from the collection. `name` NULL: that of the folder.
 *
 * Facts come from the front matter of a file (source, date, parties), or from a table in the
 * folder, sources.tsv: file, source, date, parties, with tabs between. */
gboolean adref_collection_import(AdrefSession *session, const char *folder, const char *name,
                                 AdrefCollectionImport *result, GError **error);
void adref_collection_import_clear(AdrefCollectionImport *result);

/* What is known of a text of a collection. */
typedef struct {
  char *name;     /* "un/2019.txt" */
  char *language; /* "en" */
  char *facts;    /* "A/RES/74/1, 2019-09-18, JPN, IDN"; "" for none */
} AdrefCollectionText;

/* Splits the path "precedents/un/2019.txt.en.md"; FALSE: it is none of a collection. The strings
 * are the caller's. */
gboolean adref_collection_read_path(const char *path, char **name, char **language);

/* Reads the facts of a text at such a path. FALSE: it is none. */
gboolean adref_collection_text_read(const char *path, GBytes *bytes, AdrefCollectionText *text);
void adref_collection_text_clear(AdrefCollectionText *text);

#endif
