/* The words around a text that came by mail: what stands before it, and what ends the mail. */
#ifndef ADREF_LANGUAGE_TABLES_LETTER_WORDS_H
#define ADREF_LANGUAGE_TABLES_LETTER_WORDS_H

#include <glib.h>

/* Whether a paragraph begins a mail: "Dear colleagues,", the lines "From: ..." of its head, "On
 * Friday ... wrote:" before what is quoted, "-----Original Message-----". */
gboolean adref_letter_is_opening(const char *words);

/* Whether a paragraph ends a mail, with all that stands behind it: "Kind regards, ...", "-- "
 * before a signature, "Sent from my ...". */
gboolean adref_letter_is_closing(const char *words);

#endif
