/* The text that an action works on: that of a statement of the workspace, or any Markdown file. */
#ifndef ADREF_WORK_TEXT_H
#define ADREF_WORK_TEXT_H

#include <glib.h>

#include "clause/markdown/markdown_read.h"
#include "draft/library/page_words.h"
#include "print/source_text.h"
#include "work/session.h"

/* A text that was read, with all that is needed to write it. What belongs to the session must not
 * outlive it. */
typedef struct {
  AdrefSession *session;           /* the session's own, as are the next three */
  const AdrefSessionFiles *files;  /* of its workspace or version; NULL for a file outside of one */
  const AdrefStatement *statement; /* NULL for a file */
  const AdrefHouseStyle *house;    /* the style of the statement; NULL for a file */
  char *name;           /* path as a person knows it; in a version "1a2b3c4d:path", as in git */
  char *path;           /* of a statement's text: relative to the root; NULL for a file */
  char *file;           /* path to open; NULL for a text of a version */
  AdrefVersion version; /* "" for the files as they are */
  char *language;
  GBytes *source;
  gboolean is_word;   /* the source was made of a Word file, which has no markers */
  gboolean is_plain;  /* it was made of plain text, which has neither markers nor emphasis */
  gboolean is_answer; /* it was made of a mail that answers paragraph by paragraph, and says nothing
                         about others (work/import/mail_around.h) */
  GArray *lines;      /* of guint: for each line of a source that was made of a file the line there;
                         NULL: the source is the file (work/file_markdown.h) */
  AdrefNode *document;
  AdrefReading *reading; /* whose document and problems they are; NULL: the text's own */
  GPtrArray *problems;
  char *facts_problem; /* why the facts of its version do not read; NULL: they do */
} AdrefText;

/* Reads a statement's text in a language (NULL: its rolling text), or a file when the argument is
 * the path of one ("-" is the door's input). STATEMENT@VERSION is the text of that version, with
 * its facts, parties and style; @VERSION alone that of the only statement. The numbering is
 * that of the statement's style. */
AdrefText *adref_text_open(AdrefSession *session, const char *argument, const char *language,
                           GError **error);

/* Reads the text of a statement whose facts were read, of the work folder. */
AdrefText *adref_text_open_statement(AdrefSession *session, const AdrefStatement *statement,
                                     const char *language, GError **error);

/* Reads the text of the statement with an id as it was, by the name of a version
 * (adref_session_find_files()) or by the version itself. */
AdrefText *adref_text_open_version(AdrefSession *session, const char *statement,
                                   const char *version, const char *language, GError **error);
AdrefText *adref_text_open_at(AdrefSession *session, const char *statement,
                              const AdrefVersion *version, const char *language, GError **error);

/* The same text with other words; takes `document`. Nothing else of it is the other one's, but what
 * belongs to the session. The caller frees it. */
AdrefText *adref_text_with_document(const AdrefText *other, AdrefNode *document);

/* Reads the document of a text that was loaded. It is shared with all who read the same bytes in
 * the session, so nobody changes it or its problems; the functions above give a text that is the
 * caller's to change. */
gboolean adref_text_read_shared(AdrefText *text, GError **error);

/* The line of the file for a line of the source, and the first line of the source for one of the
 * file. */
guint adref_text_file_line(const AdrefText *text, guint line);
guint adref_text_source_line(const AdrefText *text, guint line);

/* Adds problems that were found while the source was read, with the lines of the file. Consumes
 * them. */
void adref_text_take_problems(AdrefText *text, GPtrArray *found);

/* Text of a statement, loaded and read so. */
AdrefText *adref_text_share_statement(AdrefSession *session, const AdrefStatement *statement,
                                      const char *language, GError **error);
AdrefText *adref_text_share(AdrefSession *session, const char *argument, const char *language,
                            GError **error);
AdrefText *adref_text_share_at(AdrefSession *session, const char *statement,
                               const AdrefVersion *version, const char *language, GError **error);

/* The same, but only the source is read: there is no `document`. For two texts that are compared,
 * which are then parsed at the same time (work/join/comparison.h). */
AdrefText *adref_text_load(AdrefSession *session, const char *argument, const char *language,
                           GError **error);
AdrefText *adref_text_load_version(AdrefSession *session, const char *statement,
                                   const char *version, const char *language, GError **error);

/* The same for a version in which the statement's facts do not read, or are missing: the text in
 * the language and the house style of another version. Where the facts do read, or there is no such
 * text, `cause` is the error: what adref_text_load_version() said. Consumes it. */
AdrefText *adref_text_load_like(const AdrefText *other, const char *version, GError *cause,
                                GError **error);

/* The same for a file, whatever its name looks like ("-" is the door's input, "/dev/null" an empty
 * text); one of plain text, and tables that are pasted into one outside of a statement, become
 * Markdown (work/file_markdown.h). With `content`, the bytes are read from that file: git gives
 * those of a version in a file of its own. The parties are those of the workspace around `path`. */
AdrefText *adref_text_load_file(AdrefSession *session, const char *path, const char *content,
                                const char *language, GError **error);

/* The same with the bytes as they are: the caller makes Markdown of them. */
AdrefText *adref_text_read_file(AdrefSession *session, const char *path, const char *content,
                                const char *language, GError **error);

/* A file that is not read yet: the caller gives it its language and its source. */
AdrefText *adref_text_new_file(AdrefSession *session, const char *path);

/* The same as adref_text_load_file() for bytes that no version has yet: `path` is that of a text of
 * a statement, relative to the root, and `files` say how it is read (NULL, or facts that do not
 * read: as outside of a workspace). `name` is its name in messages. */
AdrefText *adref_text_load_bytes(AdrefSession *session, AdrefSessionFiles *files, const char *path,
                                 const char *name, GBytes *bytes);

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

/* How each square bracket of the text was read (of AdrefProblem), in the order of the text. */
GPtrArray *adref_text_explain(const AdrefText *text, GError **error);

/* The source without front matter, notes and comments: as it is where it has none, else in
 * canonical form. NULL where it cannot be read. Caller frees. */
GString *adref_text_printed_source(const AdrefText *text, GError **error);

/* An error for the first problem with which a text must not be saved; TRUE when there is none. */
gboolean adref_text_check_serious(const AdrefText *text, const GPtrArray *problems, GError **error);

/* The parties of the workspace, NULL outside of one. */
const AdrefParties *adref_text_parties(const AdrefText *text);

/* adref's own words on pages of the text (draft/library/page_words.h): those of its version or
 * workspace.
 */
gboolean adref_text_page_words(const AdrefText *text, AdrefPageWords **words, GError **error);

/* Party codes to short names in the text's language; NULL outside of a workspace. Caller frees. */
GHashTable *adref_text_party_names(const AdrefText *text);

/* Place and date of the statement in the language of the text, "Tokyo, 17 December 2023"; NULL when
 * it has neither, the text has the line itself (language/occasion_line.h), or is of no statement.
 * Caller frees. */
char *adref_text_occasion(const AdrefText *text);

#endif
