/* What a name in a template means, known before any value is: a parameter, a fact of the
 * statement, a form of a value. The checks and the rendering share it. */
#ifndef ADREF_DRAFT_SYMBOL_TABLE_H
#define ADREF_DRAFT_SYMBOL_TABLE_H

#include <glib.h>

#include "draft/value.h"

typedef enum {
  ADREF_SYMBOL_UNDEFINED,
  ADREF_SYMBOL_STATEMENT, /* the facts: statement */
  ADREF_SYMBOL_VALUE,     /* a value of a type: people, statement.date, an item of a list */
  ADREF_SYMBOL_FORM,      /* a value in a form: date.long */
  ADREF_SYMBOL_CHOICES,   /* mode.is */
  ADREF_SYMBOL_CHOICE,    /* mode.is.virtual: true or false */
} AdrefSymbolKind;

typedef struct {
  AdrefSymbolKind kind;
  AdrefValueType type;     /* of a value or form */
  const AdrefParam *param; /* of a value: its declaration, or NULL */
  const char *form;        /* of a form; lives for ever */
} AdrefSymbol;

/* What a parameter means, and what "statement" does. */
AdrefSymbol adref_symbol_of_param(const AdrefParam *param);
AdrefSymbol adref_symbol_of_statement(void);

/* The meaning of a member: of "long" in a date. */
AdrefSymbol adref_symbol_member(const AdrefSymbol *parent, const char *name);

/* The meaning of each item when a section walks it: a party of parties; else the thing itself. */
AdrefSymbol adref_symbol_item(const AdrefSymbol *parent);

/* The names that hold in a template, while its tags are walked in their order. */
typedef struct AdrefSymbolTable AdrefSymbolTable;

AdrefSymbolTable *adref_symbol_table_new(void);
void adref_symbol_table_free(AdrefSymbolTable *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefSymbolTable, adref_symbol_table_free)

/* Adds parameters (of const AdrefParam); one of a name that is known already changes nothing. */
void adref_symbol_table_add(AdrefSymbolTable *names, const GPtrArray *params);
const AdrefParam *adref_symbol_table_param(const AdrefSymbolTable *names, const char *name);

/* Takes in one tag (see adref_mustache_each_tag): follows sections, and refuses a name that means
 * nothing or that prints nothing where it shall print, saying what is allowed. */
gboolean adref_symbol_table_check_tag(AdrefSymbolTable *names, char kind, const char *name,
                                      AdrefLocation place, GError **error);

#endif
