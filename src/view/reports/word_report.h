/* What a Word file that came back has changed, for people and as JSON: first the words that differ
 * from what went out without a mark, then the marks.
 *
 * The words come from a stranger: control characters are visible. */
#ifndef ADREF_VIEW_REPORTS_WORD_REPORT_H
#define ADREF_VIEW_REPORTS_WORD_REPORT_H

#include <glib.h>

/* A change, or a mark. */
typedef struct {
  char *place;         /* "2 #training", "paragraph 7": the clause, else the paragraph */
  char *what;          /* "number", "added", "deleted by Lee" */
  char *old, *new;     /* words, "" for none */
  char *author, *date; /* of a mark; NULL: none is known */
  char *party; /* whose change a mark is, where a file has those of several; NULL: not known */
} AdrefWordChange;

typedef struct {
  char *file, *base;   /* the name of the file; the version that it came from */
  GPtrArray *unmarked; /* of AdrefWordChange: against what went out, without a mark */
  GPtrArray *marked;   /* of AdrefWordChange */
  GPtrArray *comments; /* of AdrefWordChange: comments that become notes */
  GPtrArray *strange;  /* of AdrefWordChange: deletions of words that did not go out */
  guint formatting;    /* tracked changes of formatting alone */
  guint struck;        /* passages that are struck by hand, and read as words */
  guint set_off;       /* the same, underlined or in bold */
  GPtrArray *left_out; /* of char * */
} AdrefWordReport;

AdrefWordReport *adref_word_report_new(const char *file, const char *base);
void adref_word_report_free(AdrefWordReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefWordReport, adref_word_report_free)

/* Adds a change to one of the lists; the words are copied, and cut where they are long. Returns it;
 * the caller may give it a party. */
AdrefWordChange *adref_word_report_add(GPtrArray *list, const char *place, const char *what,
                                       const char *old, const char *new, const char *author,
                                       const char *date);

/* Adds to what is not read as Word shows it; the words of the file that are left out, or NULL. */
void adref_word_report_leave_out(AdrefWordReport *report, const char *what, const char *words);

/* For people, a line for each. Caller frees. */
GString *adref_word_report_write(const AdrefWordReport *report);

/* For this folder: {"base", "unmarked": [{"place", "what", "old", "new"}], "marked": [the same with
 * "author", "date", "party"], "comments", "strange", "formatting", "struck", "set_off",
 * "left_out"}; the caller's. */
struct json_t;
struct json_t *adref_word_report_json(const AdrefWordReport *report);

#endif
