/* Generated texts and edits, always the same ones for a seed. */
#ifndef ADREF_TESTS_GENERATE_H
#define ADREF_TESTS_GENERATE_H

#include <glib.h>

typedef struct {
  guint32 seed;
} Generator;

/* A number below n. */
guint generate_number(Generator *generator, guint n);

/* Blocks of Markdown with everything that the statement language has, each a string; a GPtrArray
 * that frees them. */
GPtrArray *generate_blocks(Generator *generator);

/* A table of a few columns, at times in an item or a quote, at times malformed. */
char *generate_table(Generator *generator);

/* Front matter for one text in eight, else "". */
char *generate_front_matter(Generator *generator);

/* Another version of blocks: some edited, dropped, added, moved, divided, joined. */
GPtrArray *generate_version(Generator *generator, const GPtrArray *blocks);

/* A paragraph of about so many words of prose, plain. */
char *generate_prose(Generator *generator, guint words);

/* Prose with one word in `one_in` changed. */
char *generate_edit(Generator *generator, const char *prose, guint one_in);

/* Blocks as one text, with a blank line between. */
char *join_blocks(const GPtrArray *blocks);

#endif
