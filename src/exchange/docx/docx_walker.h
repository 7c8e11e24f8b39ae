/* The state of the reader of Word files. Only for docx_read.c and the files named below, each of
 * which reads one kind of element. */
#ifndef ADREF_EXCHANGE_DOCX_DOCX_WALKER_H
#define ADREF_EXCHANGE_DOCX_DOCX_WALKER_H

#include "exchange/docx/docx_read.h"

/* What is left out, or read otherwise than Word shows it; in the order of the report. */
typedef enum {
  ADREF_DOCX_NOTICE_HIDDEN,
  ADREF_DOCX_NOTICE_PALE,
  ADREF_DOCX_NOTICE_TINY,
  ADREF_DOCX_NOTICE_SOFT_HYPHEN,
  ADREF_DOCX_NOTICE_SYMBOL,
  ADREF_DOCX_NOTICE_FORMULA,
  ADREF_DOCX_NOTICE_CONTENTS,
  ADREF_DOCX_NOTICE_CELL,
  ADREF_DOCX_NOTICE_REPEATED,
  ADREF_DOCX_NOTICE_RESOLVED,
  ADREF_DOCX_NOTICE_UNCALLED,
  ADREF_DOCX_NOTICE_DELETED_COMMENT,
  ADREF_DOCX_NOTICE_FORM,
  ADREF_DOCX_NOTICE_PLACEHOLDER,
  ADREF_DOCX_NOTICE_BOUND,
  ADREF_DOCX_NOTICE_DATA,
  ADREF_DOCX_NOTICE_FIELD,
  ADREF_DOCX_NOTICE_EMPTY_FIELD,
  ADREF_DOCX_NOTICE_OPEN_FIELD,
  ADREF_DOCX_NOTICE_TURNED,
  ADREF_DOCX_NOTICE_DRAWN,
  ADREF_DOCX_NOTICE_IMPORTED,
} AdrefDocxNotice;

enum {
  ADREF_DOCX_NOTICES = ADREF_DOCX_NOTICE_IMPORTED + 1
};

/* Bytes of all words that were read. */
typedef struct {
  gsize from, to;
} AdrefDocxSpan;

typedef struct {
  gboolean is_instruction; /* its result has not begun */
  gboolean is_simple;      /* one element */
  gboolean is_contents;    /* a table of contents, whose result has begun */
  GString *instruction;
  AdrefDocxSpan result;
} AdrefDocxField;

/* The elements are walked without recursion: a stranger decides how deep they are. */
typedef struct {
  AdrefDocxFile *file;
  AdrefDocxPartKind part;
  GPtrArray *paragraphs;         /* that are being read: the text's, or those of a note */
  AdrefDocxParagraph *open;      /* NULL: none is */
  GPtrArray *hosts;              /* of AdrefDocxParagraph: open around text boxes */
  GPtrArray *inserted, *deleted; /* of AdrefDocxTrack: open, innermost last */
  GPtrArray *links;              /* of char *: open, "" for no address */
  GPtrArray *fields;             /* of AdrefDocxField */
  guint instructions;            /* of them, those whose result has not begun */
  guint contents;                /* of them, tables of contents whose result has begun */
  GPtrArray *results;            /* of AdrefDocxField: that have ended */
  GString *plain;                /* all words that were read */
  GHashTable *bookmarks;         /* name -> AdrefDocxSpan */
  GHashTable *open_bookmarks;    /* id -> AdrefDocxSpan */
  GPtrArray *chosen;  /* of AdrefXmlNode: of open forms of one content, the one that is read */
  const char *anchor; /* the last bookmark of a clause that began; NULL: none has */
  GHashTable *notes[ADREF_DOCX_PART_KINDS]; /* id -> AdrefXmlNode; NULL: not needed yet */
  GHashTable *note_places;                  /* part and id of a note -> its place, from 1 */
  GPtrArray *note_elements;                 /* of AdrefXmlNode: by place; NULL: it is missing */
  GPtrArray *note_parts;                    /* of AdrefDocxPartKind */
  GHashTable *comment_places;               /* id -> place, from 1 */
  GStringChunk *strings;
  AdrefDocxRun run; /* what the run that is open has in common */
  AdrefDocxInk ink; /* of its letters */
  AdrefDocxInk table_ink;
  gboolean skips_mark; /* the words behind a note are its own mark */
  guint tables, table_depth;
  gboolean is_beside, is_in_beside; /* two texts side by side; their table is open */
  guint column_beside, row_beside;  /* in it, from 1; 0: none */
  AdrefDocxParagraph cell;          /* the place of a paragraph in a table */
  const AdrefDocxTrack *row_inserted, *row_deleted; /* of the row that is open */
  guint repeated;                                   /* calls of a note that was called before */
  guint notices[ADREF_DOCX_NOTICES];
  GString *notice_words[ADREF_DOCX_NOTICES]; /* NULL: none */
  char *tail;                                /* the words that were written last */
  gsize tail_length, tail_room;
} AdrefDocxWalker;

/* docx_walker.c: the elements below a root, in the order of the file; the root itself is not
 * entered. */
void adref_docx_walker_walk(AdrefDocxWalker *self, const AdrefXmlNode *root);
gpointer adref_docx_walker_last(const GPtrArray *list); /* NULL: it is empty */
void adref_docx_walker_drop_last(GPtrArray *list);
/* The words below an element, with a space between paragraphs. Caller frees. */
char *adref_docx_words_below(const AdrefXmlNode *root);

/* docx_tracks.c: tracked changes. */
const AdrefDocxTrack *adref_docx_walker_new_track(AdrefDocxWalker *self,
                                                  const AdrefXmlNode *element, gboolean is_move);
/* The date of a change or comment. NULL: none; LibreOffice writes "0-00-00T00:00:00Z" then. */
const char *adref_docx_walker_date(const AdrefXmlNode *element);
/* The tracked insertion or deletion that the properties of a paragraph's mark or of a row tell. */
const AdrefDocxTrack *adref_docx_walker_mark(AdrefDocxWalker *self, const AdrefXmlNode *properties,
                                             gboolean is_insertion);

/* docx_paragraphs.c: paragraphs, tables, text boxes. */
void adref_docx_walker_open_paragraph(AdrefDocxWalker *self, const AdrefXmlNode *element);
void adref_docx_walker_close_paragraph(AdrefDocxWalker *self);
/* The clause of the open paragraph is the one whose bookmark began last before its first words. */
void adref_docx_walker_set_anchor(AdrefDocxWalker *self);
/* The table of two texts side by side is none of the texts. TRUE: the element is one of it. */
gboolean adref_docx_walker_enter_beside(AdrefDocxWalker *self, const AdrefXmlNode *element);
gboolean adref_docx_walker_leave_beside(AdrefDocxWalker *self, const AdrefXmlNode *element);
void adref_docx_walker_open_table(AdrefDocxWalker *self, const AdrefXmlNode *element);
void adref_docx_walker_open_row(AdrefDocxWalker *self, const AdrefXmlNode *element);
void adref_docx_walker_open_cell(AdrefDocxWalker *self, const AdrefXmlNode *element);
void adref_docx_walker_open_text_box(AdrefDocxWalker *self);

/* docx_runs.c: runs, their words and single signs. */
void adref_docx_walker_open_run(AdrefDocxWalker *self, const AdrefXmlNode *element);
void adref_docx_walker_fill_run(AdrefDocxWalker *self, AdrefDocxRun *run);
void adref_docx_walker_put_string(AdrefDocxWalker *self, const char *text);
void adref_docx_walker_put_text(AdrefDocxWalker *self, const AdrefXmlNode *element);
void adref_docx_walker_put_break(AdrefDocxWalker *self, const AdrefXmlNode *element);
void adref_docx_walker_put_symbol(AdrefDocxWalker *self, const AdrefXmlNode *element);
void adref_docx_walker_put_ruby(AdrefDocxWalker *self, const AdrefXmlNode *element);

/* docx_links.c: links and bookmarks. */
void adref_docx_walker_push_link(AdrefDocxWalker *self, const char *link);
void adref_docx_walker_open_link(AdrefDocxWalker *self, const AdrefXmlNode *element);
void adref_docx_walker_open_bookmark(AdrefDocxWalker *self, const AdrefXmlNode *element);
void adref_docx_walker_close_bookmark(AdrefDocxWalker *self, const AdrefXmlNode *element);

/* docx_fields.c: fields, of which the result is read. */
void adref_docx_field_free(gpointer field);
gboolean adref_docx_walker_is_in_instruction(const AdrefDocxWalker *self);
void adref_docx_walker_close_field(AdrefDocxWalker *self);
void adref_docx_walker_open_field(AdrefDocxWalker *self, const AdrefXmlNode *element);
void adref_docx_walker_put_field_sign(AdrefDocxWalker *self, const AdrefXmlNode *element);
void adref_docx_walker_put_instruction(AdrefDocxWalker *self, const AdrefXmlNode *element);
/* Fields that are open where a part ends have no end. */
void adref_docx_walker_end_fields(AdrefDocxWalker *self);
/* Names the fields whose result may be other words than Word would make of them. */
void adref_docx_walker_judge_fields(AdrefDocxWalker *self);

/* docx_notes.c: footnotes and endnotes. */
void adref_docx_walker_put_note(AdrefDocxWalker *self, const AdrefXmlNode *element,
                                AdrefDocxPartKind part);
void adref_docx_walker_read_notes(AdrefDocxWalker *self);

/* docx_comments.c: comments and their threads. */
void adref_docx_walker_read_comments(AdrefDocxWalker *self);
void adref_docx_walker_put_comment(AdrefDocxWalker *self, const AdrefXmlNode *element);
/* Names the comments that no text calls. */
void adref_docx_walker_end_comments(AdrefDocxWalker *self);

/* docx_forms.c: content that a file has in several forms, and content controls. */
void adref_docx_walker_open_alternatives(AdrefDocxWalker *self, const AdrefXmlNode *element);
/* Whether what is in a control for words is read: its placeholder is not. */
gboolean adref_docx_walker_open_control(AdrefDocxWalker *self, const AdrefXmlNode *element);

/* docx_left_out.c: what was counted becomes the lines of `left_out`. */
/* Counts one more; its words, of which the first are said, or NULL. */
void adref_docx_walker_notice(AdrefDocxWalker *self, AdrefDocxNotice notice, const char *words);
void adref_docx_walker_list_left_out(AdrefDocxWalker *self);

#endif
