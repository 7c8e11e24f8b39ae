/* The cases of this suite, and the examples that they run. */
#ifndef ADREF_TESTS_SPEC_CASES_H
#define ADREF_TESTS_SPEC_CASES_H

#include <check.h>
#include <glib.h>

/* One fenced block of tests/spec.md whose info string is "example", "tree" or "template", with
 * " rewritten" behind it where reading does not keep every letter as it stands, or " outside" where
 * the text is no statement's. */
typedef struct {
  char *kind;
  char *section;  /* the last heading before it */
  guint number;   /* from 1 through the file */
  guint line;     /* of its fence */
  char *parts[3]; /* between lines that hold "." alone; NULL where there are fewer */
  gboolean rewritten;
  gboolean outside; /* a file that belongs to no statement */
} Example;

/* All examples, read once; of Example. Stops the program when the file cannot be read. */
const GPtrArray *spec_examples(void);

TCase *tcase_spec(void);

#endif
