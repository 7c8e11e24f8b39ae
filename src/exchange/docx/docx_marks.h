/* The tracked changes of a Word file as a list: who marked what, and where. */
#ifndef ADREF_EXCHANGE_DOCX_DOCX_MARKS_H
#define ADREF_EXCHANGE_DOCX_DOCX_MARKS_H

#include "exchange/docx/docx_read.h"

typedef enum {
  ADREF_DOCX_MARK_INSERTED,
  ADREF_DOCX_MARK_DELETED,
  ADREF_DOCX_MARK_MOVED_HERE,
  ADREF_DOCX_MARK_MOVED_AWAY,
  ADREF_DOCX_MARK_SPLIT,  /* a paragraph of which both parts stay */
  ADREF_DOCX_MARK_JOINED, /* with the next paragraph */
  ADREF_DOCX_MARK_STRUCK, /* the others by hand (exchange/docx/docx_hand_marks.h) */
  ADREF_DOCX_MARK_UNDERLINED,
  ADREF_DOCX_MARK_BOLD,
} AdrefDocxMarkKind;

typedef struct {
  AdrefDocxMarkKind kind;
  const char *author, *date; /* the file's; date NULL: none */
  char *words;               /* "" of SPLIT and JOINED; of a note that came or went, its words */
  gboolean is_of_insertion;  /* it deletes what somebody else has inserted: that did not go out */
  gboolean is_in_note;       /* its words stand in a footnote that is called in the paragraph */
  const char *anchor;        /* the bookmark of the clause, or NULL */
  guint paragraph;           /* from 1 */
  GPtrArray *tracks;         /* of AdrefDocxTrack: the file's, which the marks in the file are */
} AdrefDocxMark;

/* All marks (of AdrefDocxMark) in the order of the text; those of one kind and author that follow
 * each other in a paragraph are one. What one person inserted and deleted again is none. The words
 * of a row that came or went are marked cell by cell, those of a footnote where it is called first.
 * The file must outlive them. Caller unrefs. */
GPtrArray *adref_docx_marks_new(const AdrefDocxFile *file);

/* "inserted", "deleted", "moved here", "moved away", "split the paragraph", "joined with the next
 * paragraph", "struck by hand", "underlined by hand", "set in bold by hand". */
const char *adref_docx_mark_word(AdrefDocxMarkKind kind);

/* Whether its words are those of the older text: deleted, moved away, struck. */
gboolean adref_docx_mark_is_old(AdrefDocxMarkKind kind);

#endif
