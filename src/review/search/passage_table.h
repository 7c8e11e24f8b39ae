/* The distinct passages of many texts, which are most often versions of one text: each passage is
 * kept once, with the texts that have it.
 *
 * A passage is a run of lines that are not empty. Where it begins with a marker, the clause's id
 * stands for the marker, so that a frozen number makes no other passage. A text that is added is
 * compared with the one before, and only what differs is read; adding versions of a text in their
 * order costs little more than looking for the first and the last byte that differ. */
#ifndef ADREF_REVIEW_SEARCH_PASSAGE_TABLE_H
#define ADREF_REVIEW_SEARCH_PASSAGE_TABLE_H

#include <glib.h>

enum {
  ADREF_PASSAGE_TABLE_MAX_BYTES = 1 << 30, /* of all passages */
};

typedef struct AdrefPassageTable AdrefPassageTable;

typedef struct {
  const char *clause; /* the id in its marker, of `clause_length` bytes; none: 0 */
  gsize clause_length;
  const char *text; /* without the marker, without a newline at its end */
  gsize length;
} AdrefPassage;

AdrefPassageTable *adref_passage_table_new(void);
void adref_passage_table_free(AdrefPassageTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefPassageTable, adref_passage_table_free)

/* Adds a text by its name of at most 40 bytes, such as git's id. FALSE: the table is full. */
gboolean adref_passage_table_add(AdrefPassageTable *table, const char *name, GBytes *text);

/* The texts in the order in which they were added. The name is valid until the next call. */
guint adref_passage_table_texts(const AdrefPassageTable *table);
const char *adref_passage_table_name(AdrefPassageTable *table, guint text);

/* The passages. What a passage points to is valid until a text is added. */
guint adref_passage_table_passages(const AdrefPassageTable *table);
AdrefPassage adref_passage_table_passage(const AdrefPassageTable *table, guint passage);

/* The texts that have a passage, as ranges of their numbers: TRUE while there is an n-th one. */
gboolean adref_passage_table_range(AdrefPassageTable *table, guint passage, guint n, guint *first,
                                   guint *last);

/* The table as a value of this type, to be kept. NULL: the value is no table. */
#define ADREF_PASSAGE_TABLE_TYPE "(ssauau)"
GVariant *adref_passage_table_pack(AdrefPassageTable *table);
AdrefPassageTable *adref_passage_table_unpack(GVariant *value);

/* The next passage of a text from *at on; FALSE: there is none. *at moves behind it; *start is its
 * first byte, the marker included. */
gboolean adref_passage_next(const char *text, gsize length, gsize *at, gsize *start,
                            AdrefPassage *passage);

/* Hash and equality of AdrefPassage, for a GHashTable. */
guint adref_passage_hash(gconstpointer passage);
gboolean adref_passage_equal(gconstpointer a, gconstpointer b);

/* Whether a line is the marker of a clause; then *id is its id, of *id_length bytes. */
gboolean adref_passage_is_marker(const char *line, gsize length, const char **id, gsize *id_length);

#endif
