/* Reads a text that comes in from elsewhere: Markdown, plain text, an HTML page, a Word file. */
#ifndef ADREF_EXCHANGE_TEXT_INCOMING_READ_H
#define ADREF_EXCHANGE_TEXT_INCOMING_READ_H

#include "exchange/incoming_text.h"

typedef enum {
  ADREF_INCOMING_MARKDOWN,
  ADREF_INCOMING_PLAIN_TEXT,
  ADREF_INCOMING_HTML,
  ADREF_INCOMING_WORD,
} AdrefIncomingFormat;

typedef struct {
  const char *name; /* of the file, in messages */
  AdrefIncomingFormat format;
  GHashTable *parties;  /* as in AdrefMarkdownReadOptions */
  const char *language; /* of the words; NULL: guessed */
  const char *column;   /* of two columns in two languages that of this one is read; NULL: both */
} AdrefIncomingOptions;

/* Reads a UTF-8 text. Problems of the text are added to `problems` (may be NULL). Errors are those
 * of adref_markdown_read(). The caller frees the result. */
AdrefIncomingText *adref_incoming_read(const char *text, gsize length,
                                       const AdrefIncomingOptions *options, GPtrArray *problems,
                                       GError **error);

/* The same of a document that was read already, from a Word file. Consumes it. */
AdrefIncomingText *adref_incoming_take(AdrefNode *document, const AdrefIncomingOptions *options);

#endif
