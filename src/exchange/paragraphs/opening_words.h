/* How paragraphs of statements begin and end, in the languages in which they are written: words of
 * the field (src/FIELD.md section 3), which tell a preambular paragraph from an operative one. */
#ifndef ADREF_EXCHANGE_PARAGRAPHS_OPENING_WORDS_H
#define ADREF_EXCHANGE_PARAGRAPHS_OPENING_WORDS_H

#include <glib.h>

typedef enum {
  ADREF_OPENING_PARTICIPLE, /* "RECALLING", "Rappelant", "Gelet op": opens a preambular paragraph */
  ADREF_OPENING_ADOPTED,    /* "ADOPTED in", "Fait à": opens the closing */
  ADREF_OPENING_ANNEX,      /* "Annex", "Bijlage", 附属書 */
  ADREF_OPENING_WE,         /* "WE,", "The Heads of State": opens the chapeau */
  ADREF_OPENING_DATE,       /* has a day, a month and a year */
  ADREF_OPENING_IN_FORCE,   /* says when something enters into force */
  ADREF_OPENING_OPEN_END,   /* ends with a comma or semicolon, "; and" too: the sentence goes on */
  ADREF_OPENING_LABEL, /* "Date : 3 May 2030": a field of a record, with a space before its colon */
  ADREF_OPENING_BULLET,      /* "• ...": an item whose mark was typed */
  ADREF_OPENING_NOTE,        /* "[1] ...": a note whose number was typed */
  ADREF_OPENING_PREAMBULAR,  /* a preambular paragraph of Japanese, Korean or Thai */
  ADREF_OPENING_ENACTING,    /* "以下のとおり合意した。": ends a preamble of Japanese */
  ADREF_OPENING_SYMBOL,      /* "A/RES/79/1": the symbol of a document, above its title */
  ADREF_OPENING_PAGE_FOOTER, /* what adref writes at the end of a page: "Content 9b21..." */
  ADREF_OPENINGS
} AdrefOpening;

/* Whether words have this form. */
gboolean adref_opening_is(AdrefOpening opening, const char *words);

/* The length in bytes of a typed number of a paragraph with the space behind it: "12. ", "(a) ",
 * "1.2 ", "Article 5 ", "第三条 ", "§ 2 "; 0: none. */
gsize adref_opening_number_length(const char *line);

/* The typed number of an operative paragraph, "12" for "12. We", "12) We" and "12 WE", "1.2" for
 * "1.2 We", "5" for "๕. ", "ข้อ ๕ ", "٥- " and "５．"; NULL: none. *length is that of the number in
 * the words with its space. Caller frees. */
char *adref_opening_number(const char *words, gsize *length);

/* Whether the typed number with which words begin is not in figures of ASCII: no page would print
 * it as it was typed, so it stays in the words. */
gboolean adref_opening_number_stays(const char *words);

/* Whether words begin with the number of a sub-paragraph: "(a) ", "iv) ", "(أ) ", "(ก) ". */
gboolean adref_opening_is_sub_number(const char *words);

#endif
