/* A list that is made member by member, as JSON in the form of all outputs. */
#ifndef ADREF_VIEW_JSON_JSON_LIST_H
#define ADREF_VIEW_JSON_JSON_LIST_H

#include <glib.h>

typedef struct AdrefJsonList AdrefJsonList;

AdrefJsonList *adref_json_list_new(void);
void adref_json_list_free(AdrefJsonList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AdrefJsonList, adref_json_list_free)

/* Adds a member (jansson's json_t *, consumed). */
struct json_t;
void adref_json_list_add(AdrefJsonList *list, struct json_t *member);

/* Adds the member {"statement": id, "error": message}: of a statement that cannot be read. */
void adref_json_list_add_error(AdrefJsonList *list, const char *statement, const char *message);

/* The list, ended by a newline. */
GString *adref_json_list_write(const AdrefJsonList *list);

/* The strings (of char *) as a list of its own. */
GString *adref_json_strings_write(const GPtrArray *strings);

/* For files of view/ only: the strings as a json_t *; the caller's. */
struct json_t *adref_json_strings(const GPtrArray *strings);

/* Likewise the facts that changed (of AdrefFactChange), each {"key", "words", "old", "new"}. */
struct json_t *adref_json_facts(const GPtrArray *facts);

#endif
