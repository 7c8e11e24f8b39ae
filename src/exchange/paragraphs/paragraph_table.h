/* What a reader decided, as a table that a person can correct: a line per paragraph with its kind,
 * id, line in the file and first words.
 *
 *     # adref import 1
 *     chapeau   opening       9  WE, the Member States of ...
 *     heading3  -            40  Maritime Cooperation
 *
 * Only kinds and ids are read back. Lines that begin with "#" and empty lines are comments. */
#ifndef ADREF_EXCHANGE_PARAGRAPHS_PARAGRAPH_TABLE_H
#define ADREF_EXCHANGE_PARAGRAPHS_PARAGRAPH_TABLE_H

#include "exchange/incoming_text.h"

/* The table, with the columns of words `width` characters wide (0: all words). Caller frees. */
GString *adref_paragraph_table_write(const AdrefIncomingText *incoming, guint width);

/* How many paragraphs there are of each kind: "1 title, 12 op". The caller frees it. */
char *adref_paragraph_table_summary(const AdrefIncomingText *incoming);

/* The table number `nth`, from 0, of a file with several, each of which begins with its first line
 * "# adref import"; empty lines stand for those of the others, so that errors name the right line.
 * NULL: there are not as many. Caller frees. */
char *adref_paragraph_tables_nth(const char *tables, guint nth);

/* Sets kinds and ids from a table of the same paragraphs. Errors have the place in `name`: an
 * unknown kind, a wrong or repeated id, a table of another text. Nothing is changed then. */
gboolean adref_paragraph_table_read(AdrefIncomingText *incoming, const char *table,
                                    const char *name, GError **error);

#endif
