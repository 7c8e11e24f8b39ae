/* The text a command works on: a statement of the workspace, or any Markdown file. */
#ifndef ADREF_CMD_TEXT_H
#define ADREF_CMD_TEXT_H

#include <glib.h>

#include "clause/markdown_read.h"
#include "cmd/command.h"
#include "draft/house_style.h"
#include "draft/library.h"
#include "draft/statement.h"
#include "draft/workspace.h"
#include "history/repo.h"
#include "history/version.h"
#include "print/source_text.h"

/* An open workspace with its library. */
typedef struct {
  AdrefWorkspace *workspace;
  AdrefLibrary *library;
  AdrefFileSource
      *work; /* what the library reads from where that is not the workspace's, or NULL */
} AdrefSession;

AdrefSession *adref_session_open(const AdrefRun *run, GError **error);

/* The workspace as it was in a version (history/version.h), and with ADREF_VERSION_WORK as it is.
 * Where the version has no parties, the library is that of the work folder. `statement` may be
 * NULL; a date needs no "@" here where no version has that name. *version, when not NULL, gets what
 * the name means, "" for ADREF_VERSION_WORK. */
AdrefSession *adref_session_open_at(const AdrefRun *run, const char *statement, const char *name,
                                    AdrefVersion *version, GError **error);
void adref_session_free(AdrefSession *session);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefSession, adref_session_free)

/* The statement meant by an argument (NULL: the one around, or the only one). */
AdrefStatement *adref_session_statement(const AdrefSession *session, const char *argument,
                                        GError **error);

/* The outline of a statement; one that does not exist is an error at its place in statement.yaml.
 */
AdrefOutline *adref_session_outline(const AdrefSession *session, const AdrefStatement *statement,
                                    GError **error);

/* A text that was read, with all that is needed to write it. */
typedef struct {
  AdrefSession *session;     /* NULL for a file outside of a workspace */
  AdrefStatement *statement; /* NULL for a file */
  AdrefHouseStyle *house;    /* the style of the statement; NULL for a file */
  char *name;           /* path as a person knows it; in a version "1a2b3c4d:path", as in git */
  char *path;           /* of a statement's text: relative to the root; NULL for a file */
  char *file;           /* path to open; NULL for a text of a version */
  AdrefVersion version; /* "" for the files as they are */
  char *language;
  GBytes *source;
  AdrefNode *document;
  GPtrArray *problems;
} AdrefText;

/* Reads a statement's text in a language (NULL: its rolling text), or a file when the argument is
 * the path of one ("-" is standard input). STATEMENT@VERSION is the text as it was, with the facts,
 * parties and style of then; @VERSION alone that of the only statement. The numbering is that of
 * the statement's style. */
AdrefText *adref_text_open(const AdrefRun *run, const char *argument, const char *language,
                           GError **error);

/* Reads a file, whatever its name looks like ("-" is standard input, "/dev/null" an empty text).
 * With `content`, its words are in that file: git keeps those of a version in one of its own. The
 * parties are those of the workspace around `path`. */
AdrefText *adref_text_open_file(const AdrefRun *run, const char *path, const char *content,
                                const char *language, GError **error);
/* The same, but for what they say: only the source is read, and there is no `document`. For texts
 * that are compared, which are then read at the same time (cmd/comparison.h). */
AdrefText *adref_text_load(const AdrefRun *run, const char *argument, const char *language,
                           GError **error);
AdrefText *adref_text_load_file(const AdrefRun *run, const char *path, const char *content,
                                const char *language, GError **error);

void adref_text_free(AdrefText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefText, adref_text_free)

/* The file, for messages that name a place in it. The text's own. */
AdrefSourceText adref_text_source_text(const AdrefText *text);

/* How the text was read: its parties, its numbering, which is put into *numbering. Both belong to
 * the text. */
void adref_text_read_options(const AdrefText *text, AdrefNumbering *numbering,
                             AdrefMarkdownReadOptions *options);

/* Reads other bytes as the same text would be read: its parties, its numbering. */
AdrefNode *adref_text_parse(const AdrefText *text, const char *bytes, gsize length,
                            GPtrArray *problems, GError **error);

/* An error for the first problem with which a text must not be saved; TRUE when there is none. */
gboolean adref_text_check_serious(const AdrefText *text, const GPtrArray *problems, GError **error);

/* Party codes to short names in the text's language; NULL outside of a workspace. Caller frees. */
GHashTable *adref_text_party_names(const AdrefText *text);

/* The files of a statement that a version holds, relative to the root: statement.yaml, its texts,
 * assembly.lock, its records and corrections; also those that only the last version has.
 * NULL-terminated. */
char **adref_session_statement_files(const AdrefSession *session, const AdrefStatement *statement,
                                     AdrefRepo *repo, GError **error);

#endif
