/* Reading a Word file: its paragraphs, with what its authors tracked.
 *
 * Marks are not believed: a file has two readings (exchange/docx/docx_reading.h), what it says when
 * all tracked changes are accepted, and what it claims that the text was before. Both are compared
 * with the text that went out. Text boxes, content controls and fields are read once, by what they
 * show; hidden words are read and said; what is not read is named in `left_out`. */
#ifndef ADREF_EXCHANGE_DOCX_DOCX_READ_H
#define ADREF_EXCHANGE_DOCX_DOCX_READ_H

#include "exchange/docx/docx_list_labels.h"
#include "exchange/docx/docx_parts.h"
#include "exchange/docx/docx_style_sheet.h"

/* What the names of bookmarks begin with in which a clause stands: in a text, and in the second of
 * two texts side by side. */
#define ADREF_DOCX_BOOKMARKS        "_adref_"
#define ADREF_DOCX_BOOKMARKS_BESIDE "_pair_"

/* A mark by hand, where it is none of Word's (exchange/docx/docx_hand_marks.h). */
typedef enum {
  ADREF_DOCX_HAND_NONE,
  ADREF_DOCX_HAND_STRUCK,
  ADREF_DOCX_HAND_UNDERLINED,
  ADREF_DOCX_HAND_BOLD,
} AdrefDocxHand;

/* A tracked change: who marked it, when. The strings belong to the file. */
typedef struct {
  const char *author; /* "" for none */
  const char *date;   /* ISO 8601; NULL: none */
  gboolean is_move;
  AdrefDocxHand hand;
  gboolean is_strange; /* what it deletes did not go out: no reading has it (set by the caller) */
  gboolean is_pending; /* it is read as if it were not made yet (set by the caller) */
} AdrefDocxTrack;

typedef struct {
  char *text;    /* a tab is '\t', a line break '\n'; "" of a note or comment */
  guint letters; /* AdrefDocxLetters */
  AdrefDocxRole role;
  const char *link;                         /* an address, "#" and a bookmark, or NULL */
  const AdrefDocxTrack *inserted, *deleted; /* NULL: it is not; both: it was inserted first */
  const char *formatter, *formatted; /* who changed its letters, and when, where it is tracked */
  guint note;    /* a footnote or endnote is called here: its place in `notes`, from 1; 0: none */
  guint comment; /* the same in `comments` */
} AdrefDocxRun;

typedef struct {
  GArray *runs; /* of AdrefDocxRun */
  const AdrefDocxStyle *style;
  guint outline;          /* of a heading, from 0; ADREF_DOCX_NO_LEVEL */
  gboolean is_close;      /* no space to the next paragraph of its style */
  guint list, list_level; /* numId; 0: no list */
  int left;               /* its indent, in twentieths of a point; 0 if only its style has one */
  char alignment;   /* of its own: 'l', 'c' or 'r'; '-': only its style has one, or none of these */
  AdrefDocxInk ink; /* of its letters */
  const char *anchor; /* the bookmark of adref in which it begins, "_adref_training", or NULL */
  guint number;       /* in the text, from 1 */
  const AdrefDocxTrack *inserted, *deleted;         /* of the mark at its end */
  guint table;                                      /* from 1; 0: it stands in none */
  guint row, column, span;                          /* its cell, from 0 */
  gboolean is_continued;                            /* the cell goes on with the cell above */
  gboolean is_head;                                 /* the row is the head of its table */
  const AdrefDocxTrack *row_inserted, *row_deleted; /* of its row, or of its cell */
  guint column_beside, row_beside; /* of two texts side by side: its column and row in the table of
                                      both, from 1; 0: it stands in neither */
} AdrefDocxParagraph;

typedef struct {
  const char *author, *date;
  char *words;
  gboolean is_resolved;          /* or its thread is */
  guint first_reply, next_reply; /* places, from 1; 0: none. Only a first comment has replies */
  gboolean is_reply, is_called;  /* called: a run of the text has it */
} AdrefDocxComment;

typedef struct {
  AdrefDocxParts *parts;
  AdrefDocxStyleSheet *styles;
  AdrefDocxLists *lists;
  GPtrArray *paragraphs; /* of AdrefDocxParagraph */
  GPtrArray *beside;     /* the same: those of the column that is not read */
  GPtrArray *notes;      /* of GPtrArray of AdrefDocxParagraph: in the order of their references */
  GPtrArray *lost;       /* of AdrefDocxComment: on words that the last reading does not have */
  GArray *comments;      /* of AdrefDocxComment: in the order of comments.xml */
  GPtrArray *margins;    /* of char *: the lines of its headers and footers, each once */
  GPtrArray *left_out;  /* of char *: what was not read, or was read otherwise than Word shows it */
  GPtrArray *tracks;    /* of AdrefDocxTrack */
  guint format_changes; /* tracked changes of formatting alone */
  GStringChunk *strings; /* private */
} AdrefDocxFile;

/* `name` is that of the file, in messages. Errors: those of exchange/docx/docx_parts.h. */
AdrefDocxFile *adref_docx_read(GBytes *bytes, const char *name, GError **error);
void adref_docx_file_free(AdrefDocxFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefDocxFile, adref_docx_file_free)

/* Of two texts side by side, in the property "adref.beside" of which the second language stands,
 * only the paragraphs of a column (1 or 2) stay, and what stands in none; the others are moved to
 * `beside`. The bookmarks of the clauses are then those of one text. */
void adref_docx_file_choose_column(AdrefDocxFile *file, guint column);

/* For arrays of AdrefDocxRun, which own their runs, and of AdrefDocxParagraph *. */
void adref_docx_run_clear(gpointer run);
void adref_docx_paragraph_free(gpointer paragraph);

/* "Hanako Yamada: In Kyoto?" Caller frees. */
char *adref_docx_comment_words(const AdrefDocxComment *comment);

/* A custom property of the file, "adref.version", or NULL. */
const char *adref_docx_file_property(const AdrefDocxFile *file, const char *name);

#endif
