/* Where each clause of a text stands in an Akoma Ntoso file, and its eId. Only for the akn files.
 */
#ifndef ADREF_VIEW_AKN_AKN_PLAN_H
#define ADREF_VIEW_AKN_AKN_PLAN_H

#include <glib.h>

#include "clause/node.h"

/* The parts of a document, in their order. The preamble goes to the last introductory words or
 * preambular paragraph before the first operative one; the conclusions begin at the first closing
 * behind the last operative paragraph. */
typedef enum {
  ADREF_AKN_PREFACE,
  ADREF_AKN_PREAMBLE,
  ADREF_AKN_BODY,
  ADREF_AKN_CONCLUSIONS,
} AdrefAknZone;

typedef enum {
  ADREF_AKN_TITLE,      /* the title of the text, in the preface */
  ADREF_AKN_ATTACHMENT, /* an annex begins: its attachment and preface */
  ADREF_AKN_RECITAL,
  ADREF_AKN_PARAGRAPH,
  ADREF_AKN_SECTION,
  ADREF_AKN_HCONTAINER, /* any other clause of a body */
  ADREF_AKN_CONTAINER,  /* any other clause of another part */
} AdrefAknElement;

typedef struct {
  const AdrefNode *clause;
  AdrefAknZone zone;
  AdrefAknElement element;
  guint attachment; /* in which it stands, from 1; 0: none */
  guint depth;      /* of a SECTION, from 1 */
  char *id;         /* eId */
} AdrefAknPlace;

typedef struct {
  GPtrArray *places;   /* of AdrefAknPlace, in the order of the text */
  GHashTable *by_node; /* CLAUSE -> AdrefAknPlace */
  GHashTable *counts;  /* private: eId or its beginning -> how many were given */
} AdrefAknPlan;

/* `title`: the CLAUSE that is the title of the text, or NULL. The document must outlive the plan.
 */
AdrefAknPlan *adref_akn_plan_new(const AdrefNode *document, const AdrefNode *title);
void adref_akn_plan_free(AdrefAknPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefAknPlan, adref_akn_plan_free)

/* The place of a clause of the text. */
const AdrefAknPlace *adref_akn_plan_place(const AdrefAknPlan *plan, const AdrefNode *clause);

/* An eId that no other element has: "PREFIX__NAME_1", by counting; NULL or "" is no prefix. Caller
 * frees. */
char *adref_akn_plan_count(AdrefAknPlan *plan, const char *prefix, const char *name);

/* The same with a number of the text, "(a)" or "12 bis", of which letters and digits remain; of
 * equal ones the second has "_2" behind it. Without any, it is counted. Caller frees. */
char *adref_akn_plan_number(AdrefAknPlan *plan, const char *prefix, const char *name,
                            const char *number);

#endif
