/* What has to be known of a source before cmark reads it.
 *
 * cmark gives "[" and "\[" as the same letter, and swallows link definitions that nothing refers
 * to. So every escaped [ ] / - : is replaced by a sign, a punctuation character that the source
 * does not use, and so is the colon of a swallowed definition, which thereby stays words. */
#ifndef ADREF_CLAUSE_PREPROCESS_H
#define ADREF_CLAUSE_PREPROCESS_H

#include <glib.h>

typedef enum {
  ADREF_SIGN_OPEN,  /* \[ */
  ADREF_SIGN_CLOSE, /* \] */
  ADREF_SIGN_SLASH, /* \/ */
  ADREF_SIGN_DASH,  /* \- */
  ADREF_SIGN_COLON, /* \: */
  ADREF_SIGN_WORDS, /* the colon of a definition that is kept as words */
  ADREF_SIGNS,
} AdrefSign;

/* What a byte of words may be. */
typedef enum {
  ADREF_BYTE_PLAIN,   /* a letter or part of one */
  ADREF_BYTE_SPACE,   /* a letter, unless another space follows; PLAIN where none ever does */
  ADREF_BYTE_SPECIAL, /* the end, other white space, a square bracket */
  ADREF_BYTE_SIGN,    /* perhaps the start of a sign */
} AdrefByte;

typedef struct {
  const char *text; /* line ends are "\n" */
  gsize length;
  char *owned;                /* what `text` points to when it is not the source itself */
  char signs[ADREF_SIGNS][3]; /* UTF-8 of each sign, two bytes; "" when it is not used */
  guint8 kinds[256];          /* of each byte, an AdrefByte */
} AdrefPrepared;

/* `problems` hears of definitions kept as words. The source must outlive the result. */
void adref_prepare(AdrefPrepared *prepared, const char *source, gsize length, GPtrArray *problems);
void adref_prepared_clear(AdrefPrepared *prepared);

/* The sign at p (two bytes are readable), or ADREF_SIGNS for none. */
AdrefSign adref_prepared_sign(const AdrefPrepared *prepared, const char *p);

/* A copy of what cmark gave, with each sign as it stood in the source ("\[") or, `plain`, as the
 * letter it means ("["). Caller frees. */
char *adref_prepared_restore(const AdrefPrepared *prepared, const char *text, gboolean plain);

#endif
