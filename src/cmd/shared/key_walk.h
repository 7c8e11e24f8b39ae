/* A walk through places of a text with a person: on a terminal one key for each answer, else, and
 * for a screen reader, lines of answers. `adref resolve` walks through open brackets, `adref diff
 * --pick` and `adref merge --pick` through changes.
 *
 * The keys s, p, u, g, q and ? mean the same in every walk (ADREF_WALK_KEYS): go on, back, undo, go
 * to, quit, help. Ctrl-C and the end of input quit, too. */
#ifndef ADREF_CMD_SHARED_KEY_WALK_H
#define ADREF_CMD_SHARED_KEY_WALK_H

#include <glib.h>

#include "clause/node.h"

/* A key, its word for plain answers, and what it does. */
typedef struct {
  char key;
  const char *word, *help;
} AdrefWalkKey;

/* clang-format off */
#define ADREF_WALK_KEYS \
  {'s', "skip", "leave it open, and go on"}, \
  {'p', "back", "go back to the one before"}, \
  {'u', "undo", "take the last step back"}, \
  {'g', "go", "go to another one"}, \
  {'q', "quit", "end; what was done is kept"}, \
  {'?', "help", "explain these keys"}
/* clang-format on */

typedef struct AdrefKeyWalk AdrefKeyWalk;

/* What is walked through. `self` is that of the walk. */
typedef struct {
  const AdrefWalkKey *keys; /* in the order in which they are shown */
  gsize key_count;
  guint (*count)(gpointer self);
  guint (*steps)(gpointer self); /* done, and not taken back */
  /* Whether a key of its own, one that is not in ADREF_WALK_KEYS, can be used at the place now. */
  gboolean (*applies)(const AdrefKeyWalk *walk, char key);
  void (*show)(const AdrefKeyWalk *walk);
  /* Numbers from 1 that are answers, too, and what they do: "take"; 0: none. */
  guint (*numbers)(const AdrefKeyWalk *walk, const char **what, const char **help);
  void (*take_number)(AdrefKeyWalk *walk, guint number);
  void (*follow)(AdrefKeyWalk *walk, char key); /* a key of its own */
  void (*undo)(AdrefKeyWalk *walk);
  void (*go_to)(AdrefKeyWalk *walk);
} AdrefKeyWalkTable;

struct AdrefKeyWalk {
  const AdrefKeyWalkTable *table;
  gpointer self;
  gboolean plain; /* sentences, each answer a line */
  guint at;       /* the place now */
  gboolean ends;  /* set: the person has quit */
};

/* Walks until the person quits, or does not want to begin anew behind the last place. */
void adref_key_walk(AdrefKeyWalk *walk);

/* Whether Ctrl-C was pressed in the walk: a loop over many places ends then. */
gboolean adref_key_walk_is_interrupted(void);

/* A text wrapped to 79 columns, on standard error. */
void adref_key_walk_say(const char *text, guint indent);

/* Adds what a node says when it is entered or left: words, and the signs of brackets. */
void adref_key_walk_put_words(GString *out, const AdrefNode *node, gboolean entering);

/* The words of a block before and behind some nodes of it, each shortened. Caller frees. */
char *adref_key_walk_context(const AdrefNode *first, const AdrefNode *last);

/* A number of a place that was typed: 0 where it is none, else the walk goes there, or says how
 * many there are ("brackets"). */
gboolean adref_key_walk_go_to_number(AdrefKeyWalk *walk, const char *answer, const char *what);

#endif
