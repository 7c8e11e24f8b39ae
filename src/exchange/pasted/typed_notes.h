/* Notes of plain text whose marks are "1/", as the UN types them, or asterisks: "the report 1/ of"
 * with "1/ Document A/75/100." below, "Ports*" with "* Provisional text." at the end. */
#ifndef ADREF_EXCHANGE_PASTED_TYPED_NOTES_H
#define ADREF_EXCHANGE_PASTED_TYPED_NOTES_H

#include <glib.h>

/* The text with these marks as "^1" (exchange/pasted/plain_text.h); it has as many lines. NULL: the
 * words of notes are not numbered 1, 2, 3, or one is not called before, or of asterisks words that
 * are no note stand behind them. Caller frees. */
char *adref_typed_notes_raise(const char *text, gsize length);

/* The same for Markdown, with "1/" and "[1]" as "[^1]", where it has no note of Markdown. */
char *adref_typed_notes_to_markdown(const char *text, gsize length);

#endif
