/* Typed values, and their text in a language (ICU). templates/README.md has the table of types,
 * bounds and forms. Values are immutable and reference-counted. */
#ifndef ADREF_DRAFT_DATA_VALUE_H
#define ADREF_DRAFT_DATA_VALUE_H

#include <glib.h>

#include "draft/data/party.h"
#include "draft/data/yaml.h"

typedef enum {
  ADREF_VALUE_TEXT,
  ADREF_VALUE_INTEGER,
  ADREF_VALUE_DATE,
  ADREF_VALUE_PARTY,
  ADREF_VALUE_PARTIES,
  ADREF_VALUE_LIST,
  ADREF_VALUE_BOOLEAN,
  ADREF_VALUE_CHOICE,
  ADREF_VALUE_DECIMAL, /* 2.50 */
  ADREF_VALUE_MONEY,   /* USD 5000000 */
  ADREF_VALUE_RANGE,   /* 5-10 */
  ADREF_VALUE_RECORDS, /* a list of maps with the fields of the parameter */
  ADREF_VALUE_RECORD,  /* an item of records; no parameter has this type */
} AdrefValueType;

/* "text", "integer", ...; and back, FALSE for an unknown word. */
const char *adref_value_type_word(AdrefValueType type);
gboolean adref_value_type_parse(const char *word, AdrefValueType *type);

typedef struct AdrefValue AdrefValue;

/* The declaration of a parameter: its type, bounds, question and default. */
typedef struct {
  char *name;
  AdrefLocation place; /* of its declaration; file owned by the parameter */
  AdrefValueType type;
  char *question; /* NULL: none */
  gboolean has_min, has_max;
  gint64 min, max;    /* integers; lengths of texts and lists; days since 1970-01-01 for dates */
  GPtrArray *choices; /* of AdrefValue (text) for a choice, else NULL */
  GPtrArray *fields;  /* of records: of AdrefParam, the fields of each record; else NULL */
  AdrefValue *default_value; /* the default; NULL: none */
  char *when;                /* asked for and bound only where this boolean is true; NULL: always */
  gboolean unless;           /* where it is false: written "!NAME" */
  char *years_since; /* of an integer: the name of the parameter, a year or a date, from which
                        to the date of the statement its years are counted; NULL: none */
} AdrefParam;

void adref_param_free(AdrefParam *param);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefParam, adref_param_free)

/* Reads one entry of `params:`; the key of the node is the name. Errors have a position. */
AdrefParam *adref_param_read(const AdrefYaml *node, const AdrefParties *parties, GError **error);

/* Days since 1970-01-01 of a date yyyy-mm-dd in the years 1583 to 9999; FALSE for any other text.
 */
gboolean adref_date_parse(const char *text, gint64 *days);
char *adref_date_text(gint64 days);

/* Reads a value for a parameter from YAML and checks its type and bounds. */
AdrefValue *adref_value_read(const AdrefYaml *node, const AdrefParam *param,
                             const AdrefParties *parties, GError **error);

/* Reads a value from one line of text (`--set K=V`, an answer). The items of lists and parties are
 * separated by commas. Words by language, {en: Hanoi, ja: ...}, and a list in brackets, [a, b], are
 * read as in YAML. `name` is the file in messages. */
AdrefValue *adref_value_parse(const char *text, const AdrefParam *param,
                              const AdrefParties *parties, const char *name, GError **error);

/* Values made by the program. A text is the same in all languages, or a localized text
 * (draft/data/localized_text.h), to which the value holds a reference; so it does to the items of a
 * list (of AdrefValue, texts) and to a choice (a text). The registry of parties must outlive the
 * value.
 */
AdrefValue *adref_value_new_text(const char *text);
AdrefValue *adref_value_new_localized_text(GHashTable *by_language);
AdrefValue *adref_value_new_integer(gint64 integer);
AdrefValue *adref_value_new_date(int year, int month, int day);
AdrefValue *adref_value_new_party(const char *code, const AdrefParties *parties);
AdrefValue *adref_value_new_parties(const char *const *codes, const AdrefParties *parties);
AdrefValue *adref_value_new_list(GPtrArray *items);
AdrefValue *adref_value_new_boolean(gboolean boolean);
AdrefValue *adref_value_new_choice(AdrefValue *chosen);

/* Of the type DECIMAL, MONEY or RANGE: the text in its one spelling, "2.50", "USD 5000000", "5-10".
 */
AdrefValue *adref_value_new_amount(AdrefValueType type, const char *text);

/* Records (of AdrefValue), and one of them: a table from the names of its fields to AdrefValue. */
AdrefValue *adref_value_new_records(GPtrArray *records);
AdrefValue *adref_value_new_record(GHashTable *fields);

AdrefValue *adref_value_ref(AdrefValue *value);
void adref_value_unref(AdrefValue *value);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefValue, adref_value_unref)

AdrefValueType adref_value_type(const AdrefValue *value);

/* The text of the value in a language and a form ("" is the usual form; "long", "words", ...). NULL
 * when the type has no such form. A text that has no words in the language is printed in English;
 * without English, in the first of its languages in alphabetical order. Caller frees. */
char *adref_value_print(const AdrefValue *value, const char *form, const char *language);

/* Whether the text of the form is Markdown already (marks of parties), so that it is not escaped.
 */
gboolean adref_value_is_markdown(const AdrefValue *value, const char *form);

/* The language whose words are printed when a text, a list or a choice has none in `language`; NULL
 * when it has them. */
const char *adref_value_fallback_language(const AdrefValue *value, const char *language);

/* The same for a value that a person gave in a statement with the rolling text `rolling`: words
 * without a language are those of the rolling text, unless they are the same in every language, for
 * they have no letter but A to Z ("70/237", "AOIP"). */
const char *adref_value_given_fallback(const AdrefValue *value, const char *language,
                                       const char *rolling);

#define ADREF_VALUE_TEMPLATE_LANGUAGE "en"

/* The same for a default or a choice, which stand in the English file of a template: words without
 * a language are English. */
const char *adref_value_template_fallback(const AdrefValue *value, const char *language);

/* The parties (of const AdrefParty *) whose names, as adref_value_print() prints them in that form,
 * are of another language. NULL: none. Caller unrefs. */
GPtrArray *adref_value_unnamed(const AdrefValue *value, const char *form, const char *language);

/* The day of a date, since 1970-01-01; FALSE for other values. */
gboolean adref_value_day(const AdrefValue *value, gint64 *day);

/* The year of a date, or an integer that is a year (1 to 9999); FALSE for other values. */
gboolean adref_value_year(const AdrefValue *value, gint64 *year);

/* The forms of a type (NULL-terminated), for messages and checks. "" is not in the list; all types
 * but booleans have it. */
const char *const *adref_value_forms(AdrefValueType type);

/* Whether a section of the value is rendered: FALSE for false, an empty text and an empty list. */
gboolean adref_value_is_true(const AdrefValue *value);

/* The items of a list in its order, or of parties in the order of the language (of AdrefValue; the
 * caller frees the array); NULL for other types. */
GPtrArray *adref_value_items(const AdrefValue *value, const char *language);

/* The name of a choice (a text) in templates: its English words with "_" for spaces and hyphens, so
 * "in person" is in_person. Caller frees. */
char *adref_value_choice_name(const AdrefValue *choice);

/* For `x.is.CHOICE`: whether the value is the choice with this name (adref_value_choice_name).
 * *known is whether the parameter has such a choice. */
gboolean adref_value_is_choice(const AdrefValue *value, const AdrefParam *param, const char *choice,
                               gboolean *known);

/* The value of a field of a record; NULL: it has none. */
AdrefValue *adref_value_field(const AdrefValue *record, const char *name);

/* Whether a condition on a value holds: "is" with the digits of an integer or the code of a party,
 * "has" with the code of one of some parties. */
gboolean adref_value_matches(const AdrefValue *value, const char *wanted);

/* Writes the value as YAML, in the form that adref_value_read() reads. */
void adref_value_write(const AdrefValue *value, AdrefYamlWriter *writer);
/* The same behind its key; nothing for NULL. */
void adref_value_write_entry(const AdrefValue *value, const char *key, AdrefYamlWriter *writer);

#endif
