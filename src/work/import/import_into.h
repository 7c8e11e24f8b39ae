/* A text that comes back into a running statement, as the change of a party. */
#ifndef ADREF_WORK_IMPORT_IMPORT_INTO_H
#define ADREF_WORK_IMPORT_IMPORT_INTO_H

#include "view/reports/word_report.h"
#include "work/import/import_text.h"
#include "work/text.h"

/* What became of the clauses; ids (char *). */
typedef struct AdrefImportInto AdrefImportInto;
struct AdrefImportInto {
  AdrefImportFile *file;
  char *party;      /* whose change it is, by its code; NULL: nobody's */
  GPtrArray *later; /* of AdrefImportInto, of the same file: what other parties have marked in it,
                       in order, each upon the text of the one before; NULL: nothing */
  gboolean is_later;
  const AdrefNode *final; /* the clauses of the file with all that was marked; NULL: those that are
                             read are these */
  char *base; /* the version that the file came from: "work" or a label; NULL: a new language */
  AdrefText *current;  /* the text of the statement, in the file's language; NULL: there is none */
  AdrefNode *document; /* what will be written */
  GPtrArray *changed, *added, *deleted;
  GPtrArray *both; /* changed in the file and, otherwise, since the version that it came from: the
                      file's words stand beside as alternatives (alt=) */
  GPtrArray *kept; /* deleted in the file and changed since: they stay as they are */
  AdrefWordReport *report; /* of a Word file; else NULL */
  char *facts; /* statement.yaml with the file's language, which is new there; else NULL */
};

/* Reads the files, each in a language of the statement, and compares each with the version of the
 * statement that it came from: the draft, or the text as it is now, with which it shares the most
 * clauses. Clauses are recognised by their markers, else by their content; those of a language that
 * the statement has no text in by number and order; then the kinds and ids of the corrected tables
 * of options->map hold, which have the same paragraphs. Only what differs from that version is
 * changed.
 * A language that options->language names becomes one of the statement. Nothing is written. Refused
 * where another language is none of the statement's, or one stands twice. Returns AdrefImportInto
 * in the order of the files; the caller frees the array. */
GPtrArray *adref_import_into_read(AdrefSession *session, const AdrefStatement *statement,
                                  const AdrefImportOptions *options, GError **error);

/* Which paragraph of the file is which clause of `base`, by its words, and then by the corrected
 * table of options->map, if there is one; the file is the nth. */
gboolean adref_import_into_decide(AdrefImportInto *into, const AdrefText *base, guint nth,
                                  const AdrefImportOptions *options, GError **error);

/* The clauses of a file that came from `base`, read as a text like `text`: those that it has in
 * common with `base` have their ids and attributes. `taken`: ids that no new clause gets.
 * `decided`: what a person has decided about a reading of the same file with more changes; or NULL.
 * The caller frees the tree. */
AdrefNode *adref_import_into_clauses(AdrefImportFile *file, const AdrefText *base,
                                     const AdrefText *text, GHashTable *taken,
                                     const AdrefIncomingText *decided, GError **error);

/* The text of the statement with the clauses of `result` becomes into->document. */
gboolean adref_import_into_take(AdrefImportInto *into, const AdrefNode *result, GError **error);

/* Makes `text`, which was loaded or opened and is not shared, the text of these clauses: headings
 * and clauses that `base` has too get their ids and attributes, and the source is written anew. It
 * is no longer parsed. */
void adref_import_into_text(AdrefText *text, AdrefNode *clauses, const AdrefNode *base);

/* Whether the work folder has a text in a language. */
gboolean adref_import_has_text(AdrefSession *session, const AdrefStatement *statement,
                               const char *language);

/* Writes the texts and saves a version, and one for each party whose changes are in `later`; a
 * failure puts the files back that no version has. */
gboolean adref_import_into_save(AdrefSession *session, const AdrefStatement *statement,
                                const GPtrArray *all, const AdrefImportOptions *options,
                                GError **error);

/* Of a file, which it then owns, as it owns `base`, `current` and all else. */
AdrefImportInto *adref_import_into_new(AdrefImportFile *file);
void adref_import_into_free(AdrefImportInto *into);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefImportInto, adref_import_into_free)

#endif
