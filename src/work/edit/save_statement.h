/* Saving the files of a statement as a version: what all actions that write a text share. */
#ifndef ADREF_WORK_EDIT_SAVE_STATEMENT_H
#define ADREF_WORK_EDIT_SAVE_STATEMENT_H

#include "work/session.h"

/* The message of the version. */
typedef struct {
  const char *subject;      /* NULL: made from what changed, "facts: place; op private-sector" */
  const char *party;        /* whose change it is, or NULL */
  const char *action;       /* "draft", "edit", "save" */
  const char *author;       /* "Name <email>", or NULL: git's */
  const GPtrArray *clauses; /* of char *: ids of clauses that the version is about although their
                               words have not changed; or NULL */
  gboolean follow_items;    /* references to items follow (work/follow_items.h) */
  gboolean follow_renames;  /* what names a renamed clause follows (work/edit/rename_clauses.h) */
  gboolean name_records;    /* says which records of parties were changed by hand */
  gboolean refuse_slips;    /* markers that changed by a slip are refused (review/edit_slips.h) */
  gboolean heading_ids;     /* headings without an id get one (work/edit/give_heading_ids.h) */
  gboolean compare_clauses; /* a language without a text, or without some clauses, is said */
} AdrefSaveStatementOptions;

/* Saves the statement's files and the library files that it needs (work/library_files.h), and says
 * so. Before, every text is read: one with a serious problem
 * is not saved. TRUE also when no file has changed (which is said). */
gboolean adref_save_statement(AdrefSession *session, const AdrefStatement *statement,
                              const AdrefSaveStatementOptions *options, GError **error);

#endif
