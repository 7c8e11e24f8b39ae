/* An Akoma Ntoso 1.0 file (OASIS LegalDocML) of a text: a <statement> in the manner of AKN4UN, with
 * identifiers of level 2 of the naming convention. `adref help akn` says which part of a text
 * becomes which element.
 *
 * An eId comes from the number, "para_12bis", and is the same in every view and language. A wId
 * comes from the id of the clause, "elm_training", stays when the clause gets another number or
 * another place, and stands only in the negotiating view, which alone shows ids. */
#ifndef ADREF_VIEW_AKN_AKN_H
#define ADREF_VIEW_AKN_AKN_H

#include "sign/signing_rule.h"
#include "view/view.h"

/* A party, as the references name it. */
typedef struct {
  char *code, *name;
} AdrefAknParty;

/* Something that happened to the statement. */
typedef struct {
  char *name;            /* of the version, "rev1" */
  char *day;             /* ISO 8601, a day or a time with its zone */
  char *party;           /* a code, or NULL */
  char *act;             /* a word: "signed"; NULL: the version was circulated */
  const char *milestone; /* "adoption", "publication": of the version; NULL: none */
} AdrefAknEvent;

/* What the file says of the statement beside its text. */
typedef struct {
  char *statement;   /* its id */
  char *day;         /* of the work, yyyy-mm-dd */
  gboolean has_date; /* it is the date of statement.yaml; else that of the first version */
  char *place;       /* in the language of the text, or NULL */
  char *date;        /* the day in words of the language of the text, or NULL */
  char *version;     /* label or abbreviated commit; NULL: the words are in no version */
  char *version_day; /* of the version, else of the newest one, else `day` */
  gboolean has_role;
  AdrefLanguageRole role;
  char **languages;   /* of the statement; the first has the rolling text */
  GPtrArray *parties; /* of AdrefAknParty: those of the statement */
  GPtrArray *events;  /* of AdrefAknEvent, oldest first */
} AdrefAknWork;

AdrefAknWork *adref_akn_work_new(void);
void adref_akn_work_free(AdrefAknWork *work);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefAknWork, adref_akn_work_free)

void adref_akn_work_add_party(AdrefAknWork *work, const char *code, const char *name);

/* Adds an event at the end. Takes ownership of `day`. */
void adref_akn_work_add_event(AdrefAknWork *work, const char *name, char *day, const char *party,
                              const char *act);

/* The same for what became of the version `name` as a whole. */
void adref_akn_work_add_milestone(AdrefAknWork *work, const char *name, char *day,
                                  const char *milestone);

/* The same text, options and work give the same bytes. */
GString *adref_akn_write(const AdrefNode *document, const AdrefViewOptions *options,
                         const AdrefAknWork *work);

#endif
