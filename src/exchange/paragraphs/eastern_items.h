/* The marks of items in Chinese and Japanese texts, which stand before the words without a space or
 * with an ideographic one: "・資源", "①研修", "ア　研修", "（ア）研修", "（1）研修", "1　研修". */
#ifndef ADREF_EXCHANGE_PARAGRAPHS_EASTERN_ITEMS_H
#define ADREF_EXCHANGE_PARAGRAPHS_EASTERN_ITEMS_H

#include <glib.h>

typedef enum {
  ADREF_EASTERN_NONE,
  ADREF_EASTERN_BULLET,   /* ・ ● ■ ◆ */
  ADREF_EASTERN_CIRCLE,   /* ① */
  ADREF_EASTERN_SIGN,     /* ⑴ */
  ADREF_EASTERN_KANA,     /* ア before an ideographic space */
  ADREF_EASTERN_KANA_IN,  /* （ア） */
  ADREF_EASTERN_FIGURE,   /* （1） */
  ADREF_EASTERN_NUMBER,   /* 1 before an ideographic space */
  ADREF_EASTERN_IDEOGRAPH /* 一 likewise */
} AdrefEasternKind;

typedef struct {
  AdrefEasternKind kind;
  guint number; /* of a CIRCLE, SIGN, FIGURE or NUMBER; else 0 */
  gsize length; /* bytes of the mark with the space behind it; 0: none */
} AdrefEasternItem;

/* A letter or sign of Chinese and Japanese, which have no spaces between words. */
gboolean adref_eastern_is_letter(gunichar c);

/* Whether at least a tenth of the letters of a text (UTF-8) are such letters: a few of them are
 * names in words of another language. */
gboolean adref_eastern_is_text(const char *text, gsize length);

/* White space at the start of a line, also no-break and ideographic, in bytes. */
gsize adref_eastern_indent(const char *line);

/* The mark at the start of words. */
AdrefEasternItem adref_eastern_item_read(const char *words);

/* By line: the AdrefEasternKind of the item that begins there. A mark that stands there because an
 * editor broke the line begins none: it is no first one of a series, and none stands before it.
 * `lines` ends with NULL; the caller frees. */
guint8 *adref_eastern_items_find(char **lines);

/* Whether the line goes on with the words of the line before it, so that no space belongs between
 * them. `before` ends at `end`. */
gboolean adref_eastern_line_goes_on(const char *before, const char *end, const char *line);

#endif
