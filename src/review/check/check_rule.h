/* The rules of "adref check": what is looked for, how serious it is, and why.
 *
 * A rule is named GROUP/NAME: "integrity/abbreviation". The rules of the groups integrity,
 * negotiation and language are built in; those of the group style come from files
 * (review/check/style_rules.h). */
#ifndef ADREF_REVIEW_CHECK_CHECK_RULE_H
#define ADREF_REVIEW_CHECK_CHECK_RULE_H

#include <glib.h>

typedef enum {
  ADREF_CHECK_NOTE,    /* worth a look; it fails no check */
  ADREF_CHECK_WARNING, /* probably a mistake */
  ADREF_CHECK_ERROR,   /* the text must not go out so */
} AdrefCheckSeverity;

/* "note", "warning", "error". */
const char *adref_check_severity_word(AdrefCheckSeverity severity);
gboolean adref_check_severity_read(const char *word, AdrefCheckSeverity *severity);

typedef struct {
  const char *id; /* "integrity/abbreviation" */
  AdrefCheckSeverity severity;
  const char *summary; /* what it finds, a line without a full stop */
  const char *why;     /* why it matters, and what to do: sentences */
  gboolean fixes;      /* --fix can mend what it finds */
} AdrefCheckRule;

/* The rules that are built in, in the order of their groups. */
const AdrefCheckRule *adref_check_rules(guint *count);

/* The built-in rule of that id; NULL: there is none. */
const AdrefCheckRule *adref_check_rule_find(const char *id);

#endif
