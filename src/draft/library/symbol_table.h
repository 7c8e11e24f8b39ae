/* Symbols: what a name in a template means (a parameter, a fact of the statement, a form of a
 * value), known without its value. Used by the checks of a library and by rendering. */
#ifndef ADREF_DRAFT_LIBRARY_SYMBOL_TABLE_H
#define ADREF_DRAFT_LIBRARY_SYMBOL_TABLE_H

#include <glib.h>

#include "draft/data/party.h"
#include "draft/data/value.h"
#include "draft/library/abbreviations.h"

typedef enum {
  ADREF_SYMBOL_UNDEFINED,
  ADREF_SYMBOL_STATEMENT,     /* the facts: statement */
  ADREF_SYMBOL_ABBREVIATIONS, /* the table: abbreviation */
  ADREF_SYMBOL_ABBREVIATION,  /* one of them: abbreviation.UNCLOS; it has forms */
  ADREF_SYMBOL_VALUE,         /* a value of a type: people, statement.date, an item of a list */
  ADREF_SYMBOL_FORM,          /* a value in a form: date.long */
  ADREF_SYMBOL_CHOICES,       /* mode.is, people.is, host.is, partners.has */
  ADREF_SYMBOL_CHOICE, /* mode.is.virtual, people.is.1, people.one, an item's first: true or false
                        */
} AdrefSymbolKind;

typedef struct {
  AdrefSymbolKind kind;
  AdrefValueType type;     /* of a value or form */
  const AdrefParam *param; /* of a value: its declaration, or NULL */
  const char *form;        /* of a form; a static string */
  gboolean is_item;        /* of a value: an item of a list; of a choice: first, last, a plural */
  const AdrefAbbreviations *abbreviations;
  const AdrefAbbreviation *abbreviation; /* of an abbreviation or its form; else NULL */
} AdrefSymbol;

/* The symbol of a parameter, and of the name "statement". */
AdrefSymbol adref_symbol_of_param(const AdrefParam *param);
AdrefSymbol adref_symbol_of_statement(void);

/* The symbol of the name "abbreviation". The table must outlive it. */
#define ADREF_SYMBOL_ABBREVIATION_NAME "abbreviation"
AdrefSymbol adref_symbol_of_abbreviations(const AdrefAbbreviations *abbreviations);

/* The categories of plural rules, as members of an integer (NULL-terminated). */
extern const char *const adref_symbol_plurals[];

/* The symbol of a member: of "long" in a date. ADREF_SYMBOL_UNDEFINED when there is none. */
AdrefSymbol adref_symbol_member(const AdrefSymbol *parent, const char *name);

/* Whether the member is the number of items of a value: an integer, with all forms of one. */
gboolean adref_symbol_is_count(const AdrefSymbol *value, const char *name);

/* The symbol of each item in a section: a party for parties, a text for a list; else `parent`. */
AdrefSymbol adref_symbol_item(const AdrefSymbol *parent);

/* The names known in a template, while its tags are checked in their order. */
typedef struct AdrefSymbolTable AdrefSymbolTable;

/* `abbreviations` may be NULL: none are known. */
AdrefSymbolTable *adref_symbol_table_new(const AdrefAbbreviations *abbreviations);
void adref_symbol_table_free(AdrefSymbolTable *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefSymbolTable, adref_symbol_table_free)

/* Lets conditions name only parties of the registry, which must outlive the table; NULL: any code.
 */
void adref_symbol_table_set_parties(AdrefSymbolTable *names, const AdrefParties *parties);

/* Adds parameters (of const AdrefParam). One whose name is known already is ignored. */
void adref_symbol_table_add(AdrefSymbolTable *names, const GPtrArray *params);
const AdrefParam *adref_symbol_table_param(const AdrefSymbolTable *names, const char *name);

/* Checks the next tag (see adref_mustache_each_tag). Opens and closes sections. Refuses a name that
 * is unknown, and a printing tag whose name has no text; the message says what is allowed. */
gboolean adref_symbol_table_check_tag(AdrefSymbolTable *names, char kind, const char *name,
                                      AdrefLocation place, GError **error);

#endif
