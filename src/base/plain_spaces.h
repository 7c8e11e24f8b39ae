/* No-break spaces, which pages and word processors set beside figures, read as spaces. */
#ifndef ADREF_BASE_PLAIN_SPACES_H
#define ADREF_BASE_PLAIN_SPACES_H

/* The words with a space for each no-break space, U+00A0 or U+202F. Caller frees. */
char *adref_plain_spaces(const char *words);

#endif
