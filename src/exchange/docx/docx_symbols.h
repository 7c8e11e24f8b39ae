/* Signs that Word writes by the number of a glyph in a font of its own. */
#ifndef ADREF_EXCHANGE_DOCX_DOCX_SYMBOLS_H
#define ADREF_EXCHANGE_DOCX_DOCX_SYMBOLS_H

/* The letter of <w:sym w:font="Symbol" w:char="F0B7">, or NULL where there is none. Caller frees.
 */
char *adref_docx_symbol(const char *font, const char *code);

#endif
