/* Notes on clauses: those of a party, which stand in the text and are shown to all who negotiate,
 * and private comments, which stay in this clone. */
#ifndef ADREF_WORK_EDIT_COMMENT_H
#define ADREF_WORK_EDIT_COMMENT_H

#include "work/text.h"

typedef struct {
  const char *clause; /* id or number */
  const char *text;   /* line breaks become spaces; "-->" is refused, and more than 10,000 bytes */
  const char *party;  /* whose note it is */
  const char *language; /* of the text that gets the note; NULL: the rolling text */
} AdrefCommentOptions;

/* Writes a note of a party behind the words of a clause, and saves that as a version. Refused while
 * files of the statement hold changes that are not saved. */
gboolean adref_comment_add_note(AdrefSession *session, const AdrefStatement *statement,
                                const AdrefCommentOptions *options, GError **error);

/* A private comment. */
typedef struct {
  char *clause; /* id */
  char *time;   /* "2023-12-01T09:00:00+09:00" */
  char *text;
} AdrefPrivateComment;

/* Keeps a private comment on a clause that has an id, in the private folder of the repository
 * (history/repo.h): it is in no version, and git pushes it nowhere. At most 1 MiB for a statement.
 */
gboolean adref_comment_add_private(AdrefSession *session, const AdrefStatement *statement,
                                   const AdrefCommentOptions *options, GError **error);

/* The private comments on a statement, in the order in which they were made (of
 * AdrefPrivateComment). Caller frees. */
GPtrArray *adref_comment_read_private(AdrefSession *session, const char *statement, GError **error);

/* Removes the comment with a number, from 1, of that list. */
gboolean adref_comment_remove_private(AdrefSession *session, const char *statement, guint number,
                                      GError **error);

/* Lets the private comments follow a statement that was renamed. */
void adref_comment_move_private(AdrefSession *session, const char *from, const char *to);

/* Puts the private comments on the text's statement into its tree, as notes whose party is
 * "private", for an output on this computer only. Nothing for a file, and where the comments cannot
 * be read. */
void adref_comment_show_private(AdrefText *text);

#endif
