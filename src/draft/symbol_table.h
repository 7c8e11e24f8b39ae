/* What a name in a template means, known before any value is: a parameter, a fact of the
 * statement, a form of a value. The checks and the rendering share it. */
#ifndef ADREF_DRAFT_SYMBOL_TABLE_H
#define ADREF_DRAFT_SYMBOL_TABLE_H

#include <glib.h>

#include "draft/value.h"

typedef enum {
  ADREF_MEANS_NOTHING,
  ADREF_MEANS_STATEMENT, /* the facts: statement */
  ADREF_MEANS_VALUE,     /* a value of a type: people, statement.date, an item of a list */
  ADREF_MEANS_FORM,      /* a value in a form: date.long */
  ADREF_MEANS_CHOICES,   /* mode.is */
  ADREF_MEANS_CHOICE,    /* mode.is.virtual: true or false */
} AdrefMeans;

typedef struct {
  AdrefMeans means;
  AdrefValueType type;     /* of a value or form */
  const AdrefParam *param; /* of a value: its declaration, or NULL */
  const char *form;        /* of a form; lives for ever */
} AdrefMeaning;

/* What a parameter means, and what "statement" does. */
AdrefMeaning adref_meaning_of(const AdrefParam *param);
AdrefMeaning adref_meaning_statement(void);

/* The meaning of a member: of "long" in a date. */
AdrefMeaning adref_meaning_member(const AdrefMeaning *whole, const char *name);

/* The meaning of each item when a section walks it: a party of parties; else the thing itself. */
AdrefMeaning adref_meaning_item(const AdrefMeaning *whole);

/* The names that hold in a template, while its tags are walked in their order. */
typedef struct AdrefNames AdrefNames;

AdrefNames *adref_names_new(void);
void adref_names_free(AdrefNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefNames, adref_names_free)

/* Adds parameters (of const AdrefParam); one of a name that is known already changes nothing. */
void adref_names_add(AdrefNames *names, const GPtrArray *params);
const AdrefParam *adref_names_param(const AdrefNames *names, const char *name);

/* Takes in one tag (see adref_mustache_each_tag): follows sections, and refuses a name that means
 * nothing or that prints nothing where it shall print, saying what is allowed. */
gboolean adref_names_tag(AdrefNames *names, char kind, const char *name, AdrefPlace place,
                         GError **error);

#endif
