/* The texts of "merge" and "compile": files, or versions of a statement. */
#ifndef ADREF_CMD_SHARED_MERGE_ARGUMENTS_H
#define ADREF_CMD_SHARED_MERGE_ARGUMENTS_H

#include "cmd/command.h"
#include "cmd/shared/author_arguments.h"
#include "work/join/merge_texts.h"

typedef struct {
  char *statement; /* NULL: the texts are files */
  char *base_name;
  AdrefText *base;
  GArray *sides;  /* of AdrefMergeText, whose text, party and name belong to this */
  GArray *others; /* the same: of parties that have marked something in the Word files of sides */
  const AdrefAuthorArguments *authors; /* whose such marks are; NULL: those of the side */
} AdrefMergeArguments;

/* Reads the base, a file; with `statement`, a version of it. A struct of zeroes before. */
gboolean adref_merge_arguments_init(AdrefMergeArguments *arguments, const AdrefRun *run,
                                    const char *statement, const char *base, GError **error);
void adref_merge_arguments_clear(AdrefMergeArguments *arguments);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(AdrefMergeArguments, adref_merge_arguments_clear)

/* Adds the text of a side. Of a statement `name` is a version, or the path of a file. The comments
 * of a Word file are notes of `party`; NULL: it is said later, and they are comments. */
gboolean adref_merge_arguments_add(AdrefMergeArguments *arguments, const AdrefRun *run,
                                   const char *name, const char *party, GError **error);

/* Makes sides of `others`, behind all that were added. Refused where a party has a side already. */
gboolean adref_merge_arguments_add_others(AdrefMergeArguments *arguments, GError **error);

/* Says whose a side is; "": unknown. */
gboolean adref_merge_arguments_set_party(AdrefMergeArguments *arguments, guint side,
                                         const char *party, GError **error);

/* The form of a compilation in columns: "text" where no ending or option says another. */
const char *adref_merge_arguments_format(const AdrefRun *run);

/* Merges, says the report and writes the text. */
int adref_merge_arguments_run(AdrefMergeArguments *arguments, AdrefRun *run, gboolean compile,
                              GError **error);

#endif
