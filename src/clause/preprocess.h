/* What has to be known of a source before cmark reads it.
 *
 * cmark gives "[" and "\[" as the same letter, and swallows link definitions that nothing refers
 * to. So every escaped [ ] / - : is replaced by a sign, a punctuation character that the source
 * does not use, and so is the colon of a swallowed definition, which thereby stays words. */
#ifndef ADREF_CLAUSE_PREPROCESS_H
#define ADREF_CLAUSE_PREPROCESS_H

#include <glib.h>

typedef enum {
  ADREF_SENTINEL_OPEN,       /* \[ */
  ADREF_SENTINEL_CLOSE,      /* \] */
  ADREF_SENTINEL_SLASH,      /* \/ */
  ADREF_SENTINEL_DASH,       /* \- */
  ADREF_SENTINEL_COLON,      /* \: */
  ADREF_SENTINEL_DEFINITION, /* the colon of a definition that is kept as words */
  ADREF_SENTINELS,
} AdrefSentinel;

/* What a byte of words may be. */
typedef enum {
  ADREF_BYTE_CLASS_PLAIN,   /* a letter or part of one */
  ADREF_BYTE_CLASS_SPACE,   /* a letter, unless another space follows; PLAIN where none ever does */
  ADREF_BYTE_CLASS_SPECIAL, /* the end, other white space, a square bracket */
  ADREF_BYTE_CLASS_SENTINEL, /* perhaps the start of a sign */
} AdrefByteClass;

typedef struct {
  const char *text; /* line ends are "\n" */
  gsize length;
  char *owned;                        /* what `text` points to when it is not the source itself */
  char sentinels[ADREF_SENTINELS][3]; /* UTF-8 of each sign, two bytes; "" when it is not used */
  guint8 kinds[256];                  /* of each byte, an AdrefByteClass */
} AdrefPreprocessed;

/* `problems` hears of definitions kept as words. The source must outlive the result. */
void adref_preprocess(AdrefPreprocessed *preprocessed, const char *source, gsize length,
                      GPtrArray *problems);
void adref_preprocessed_clear(AdrefPreprocessed *preprocessed);

/* The sign at p (two bytes are readable), or ADREF_SENTINELS for none. */
AdrefSentinel adref_preprocessed_sentinel(const AdrefPreprocessed *preprocessed, const char *p);

/* A copy of what cmark gave, with each sign as it stood in the source ("\[") or, `plain`, as the
 * letter it means ("["). Caller frees. */
char *adref_preprocessed_restore(const AdrefPreprocessed *preprocessed, const char *text,
                                 gboolean plain);

#endif
