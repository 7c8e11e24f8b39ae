/* Labels that an author typed, or bullets that were pasted, at the start of an item: "(a)", "(iv)",
 * "a)", "1.2", "Article 5", "Art. 5 (2)", "第三条", "一　", "Điều 5", "ข้อ ๕". A label is read by
 * its form alone; whether lines are items is decided by their sequence
 * (clause/labels/label_lines.h). */
#ifndef ADREF_CLAUSE_LABELS_ITEM_LABEL_H
#define ADREF_CLAUSE_LABELS_ITEM_LABEL_H

#include <glib.h>

enum {
  ADREF_ITEM_LABEL_NUMBERS = 6, /* the most numbers of a label, as in "1.2.3" */
  ADREF_ITEM_LABEL_LIMIT = 60,  /* bytes of a label */
};

/* What a label counts with. */
typedef enum {
  ADREF_ITEM_LABEL_FIGURE,  /* (1), (๑), （一） */
  ADREF_ITEM_LABEL_LETTER,  /* (a), (ก) */
  ADREF_ITEM_LABEL_CAPITAL, /* (A) */
  ADREF_ITEM_LABEL_ROMAN,   /* (i) */
  ADREF_ITEM_LABEL_ROMAN_CAPITAL,
  ADREF_ITEM_LABEL_DECIMAL, /* 1.2 */
  ADREF_ITEM_LABEL_WORD,    /* Article 5, 第三条 */
  ADREF_ITEM_LABEL_BULLET,  /* •, –, "o"; read only by adref_item_mark_read() */
} AdrefItemLabelKind;

typedef struct {
  gsize length; /* bytes of the label; 0: none */
  AdrefItemLabelKind kind;
  guint roman;  /* of a LETTER or CAPITAL: its value as a Roman numeral, 0 if it is none */
  gunichar end; /* of letters and figures: the sign behind them, ")" or "."; of a BULLET: itself */
  guint word;   /* of a WORD: which one */
  guint numbers[ADREF_ITEM_LABEL_NUMBERS]; /* "1.2": 1, 2; "X": 0 */
  guint count;                             /* of numbers */
  guint suffix;                            /* 2 for bis, 3 for ter ...; else 0 */
} AdrefItemLabel;

/* Reads the label at the start of a line, which must stand before a space or the end of the line. A
 * label of digits or with a word ("Article 5") must not stand before a small letter: "Article 5 of
 * the Charter" is none. */
AdrefItemLabel adref_item_label_read(const char *line, gsize length);

/* The same, or a bullet that CommonMark does not know, as people paste them: "•", "▪", "・" and the
 * like before words, "–", "—" and "·" before a space, and "o" before a tab or two spaces. */
AdrefItemLabel adref_item_mark_read(const char *line, gsize length);

/* Whether a label is such a bullet, which counts nothing. */
gboolean adref_item_label_is_bullet(const char *label);

/* Whether a BULLET may be a dash or a word of prose: all that need a space behind them. */
gboolean adref_item_label_may_be_dash(const AdrefItemLabel *label);

/* What stands between a label and the words behind it: a space, two behind "o", none in 「（一）」
 * and "一、" and between a bullet and a wide letter; a wide or no-break space before the words is
 * one of them. */
const char *adref_item_label_space(const char *label, const char *behind);

#endif
