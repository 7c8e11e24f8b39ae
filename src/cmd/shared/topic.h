/* The topics of the user's manual. Their sources are src/cmd/manual/NAME.md, in Markdown; the
 * Makefile puts them into the program, in the order of its variable TOPICS.
 *
 * A source begins with "# Title"; the title is the topic's line in lists. Square brackets stand in
 * code only, so that no paragraph is read as negotiated text; a link to another source or to a file
 * of the repository is shown as its words. A comment is shown nowhere: the commands with which the
 * tests prepare an example stand in one. */
#ifndef ADREF_CMD_SHARED_TOPIC_H
#define ADREF_CMD_SHARED_TOPIC_H

#include <glib.h>

#include "clause/node.h"

typedef struct {
  const char *name; /* "first-steps" */
  const char *text; /* Markdown */
} AdrefTopic;

extern const AdrefTopic adref_topics[]; /* ended by one without a name */

/* NULL: there is no such topic. */
const AdrefTopic *adref_topic_find(const char *name);

/* "The first statement, step by step". Caller frees. */
char *adref_topic_title(const AdrefTopic *topic);

/* The tree of the source, with words in the place of links that lead to files. NULL with the error
 * set: the source is no text. Caller frees. */
AdrefNode *adref_topic_read(const AdrefTopic *topic, GError **error);

/* Appends the topic for a terminal of `width` columns. Without colour inline code keeps its
 * backquotes; with it, code is bold. */
gboolean adref_topic_write(GString *out, const AdrefTopic *topic, guint width, gboolean color,
                           GError **error);

#endif
