/* One rule of a house style, as its file says it. For review/check/style_rules.h only. */
#ifndef ADREF_REVIEW_CHECK_STYLE_RULE_H
#define ADREF_REVIEW_CHECK_STYLE_RULE_H

#include "base/pattern.h"
#include "draft/data/yaml.h"
#include "review/check/check_rule.h"

/* The shapes that Vale and textlint have. */
typedef enum {
  ADREF_STYLE_EXISTENCE,      /* the pattern stands in a block */
  ADREF_STYLE_SUBSTITUTION,   /* words that should be others (`swap`) */
  ADREF_STYLE_OCCURRENCE,     /* the pattern stands more often in a block than `most` times */
  ADREF_STYLE_REPETITION,     /* two blocks in succession have the same match */
  ADREF_STYLE_CONSISTENCY,    /* a text has matches of both patterns of `either` */
  ADREF_STYLE_CONDITIONAL,    /* the pattern stands in the text, and `with` nowhere */
  ADREF_STYLE_CAPITALIZATION, /* the match is not in the `case` */
} AdrefStyleShape;

/* The paragraphs of the scope in which a rule looks. */
typedef enum {
  ADREF_STYLE_EVERYWHERE,
  ADREF_STYLE_LAST,    /* the last block */
  ADREF_STYLE_NOT_LAST /* all clauses but the last one */
} AdrefStylePosition;

/* Words and their replacement. */
typedef struct {
  AdrefPattern *pattern;
  char *replacement;
} AdrefStyleSwap;

typedef struct {
  AdrefCheckRule rule;
  AdrefStyleShape shape;
  AdrefLocation place;       /* of the rule; file owned by the YAML */
  char *message;             /* "%s" are the words that were found, once; or none */
  AdrefPattern *patterns[2]; /* `pattern` and `with`, or the two of `either`; NULL */
  AdrefPattern *where;       /* the rule is for texts in which it stands; NULL: for all */
  AdrefStylePosition position;
  GPtrArray *swaps; /* of AdrefStyleSwap */
  guint scope;      /* a bit for each AdrefClauseKind, and ADREF_STYLE_CELLS */
  char **languages; /* NULL: English; {"any"}: all */
  guint most;
  char *letters;             /* of `case`: "upper", "lower", "title", "sentence" */
  gboolean no_lists;         /* not in items of lists */
  gboolean others;           /* also in quotations and titles */
  gboolean is_broken;        /* a pattern took too many steps */
  const AdrefYaml *examples; /* owned by the YAML; NULL: none */
} AdrefStyleRule;

enum {
  ADREF_STYLE_CELLS = 1 << 20
};

/* Reads a rule; its strings are copies, but for `place` and `examples`. */
AdrefStyleRule *adref_style_rule_read(const AdrefYaml *yaml, GError **error);
void adref_style_rule_free(AdrefStyleRule *rule);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefStyleRule, adref_style_rule_free)

#endif
