/* Prepares a source for cmark.
 *
 * cmark reports "[" and "\[" as the same character, and drops link definitions to which nothing
 * refers. It knows no footnotes: "[^1]: words" at the start of a line becomes an item of a list,
 * "+   " and a sentinel in place of "[^", so that indented blocks below belong to it.
 *
 * So every escaped [ ] / - : ~ ( is replaced by a sentinel: a punctuation character that the
 * source does not use. The colon of a definition that cmark would drop is replaced too, so the
 * definition becomes words. A "1)" that only closes a parenthesis (clause/wrapped_parenthesis.h)
 * gets an escape, which begins no list. */
#ifndef ADREF_CLAUSE_PREPROCESS_H
#define ADREF_CLAUSE_PREPROCESS_H

#include <glib.h>

typedef enum {
  ADREF_SENTINEL_OPEN,        /* \[ */
  ADREF_SENTINEL_CLOSE,       /* \] */
  ADREF_SENTINEL_SLASH,       /* \/ */
  ADREF_SENTINEL_DASH,        /* \- */
  ADREF_SENTINEL_COLON,       /* \: */
  ADREF_SENTINEL_TILDE,       /* \~ */
  ADREF_SENTINEL_PARENTHESIS, /* \( */
  ADREF_SENTINEL_DEFINITION,  /* the colon of a link definition that is kept as words */
  ADREF_SENTINEL_FOOTNOTE,    /* the text of a footnote begins: "[^", see below */
  ADREF_SENTINELS,
} AdrefSentinel;

/* The possible meaning of a byte among words. */
typedef enum {
  ADREF_BYTE_CLASS_PLAIN,   /* a part of a word */
  ADREF_BYTE_CLASS_SPACE,   /* a space; it is PLAIN if the source has no two spaces in succession */
  ADREF_BYTE_CLASS_SPECIAL, /* NUL, other white space, a square bracket */
  ADREF_BYTE_CLASS_SENTINEL, /* the first byte of a sentinel, or of a character like it */
} AdrefByteClass;

typedef struct {
  const char *text; /* line ends are "\n" */
  gsize length;
  char *owned;                        /* `text`, if it is a changed copy of the source; else NULL */
  char bullet;                        /* of the items that stand for footnotes */
  char sentinels[ADREF_SENTINELS][3]; /* each sentinel in UTF-8, two bytes; "": not in use */
  guint8 kinds[256];                  /* the AdrefByteClass of each byte */
} AdrefPreprocessed;

/* Link definitions that are kept as words, and a "1)" that begins no list, are added to `problems`
 * (may be NULL). The source must
 * outlive the result. */
void adref_preprocess(AdrefPreprocessed *preprocessed, const char *source, gsize length,
                      GPtrArray *problems);
void adref_preprocessed_clear(AdrefPreprocessed *preprocessed);

/* The sentinel at p (two bytes must be readable), or ADREF_SENTINELS for none. */
AdrefSentinel adref_preprocessed_sentinel(const AdrefPreprocessed *preprocessed, const char *p);

/* How many bytes stand before the sentinel of a footnote in place of nothing: "+   ". */
enum {
  ADREF_FOOTNOTE_BULLET = 4
};

/* The length of the label of a footnote at the start of a text: letters, digits, and - _ . between
 * them; 0: there is none. */
gsize adref_footnote_label_length(const char *text);

/* A copy of a string from cmark in which each sentinel is replaced by what the source has ("\[")
 * or, if `plain`, by the character that it means ("["). The caller frees it. */
char *adref_preprocessed_restore(const AdrefPreprocessed *preprocessed, const char *text,
                                 gboolean plain);

#endif
