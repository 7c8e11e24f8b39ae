#include "draft/render.h"

#include <string.h>

#include "draft/params.h"
#include "draft/symbol_table.h"

/* A thing of the data: the whole, a value, a form of a value, a choice. */
typedef struct {
  gboolean whole;
  AdrefMeaning meaning;
  const char *name;   /* of the parameter or fact it belongs to */
  AdrefValue *value;  /* NULL: a fact that the statement does not have */
  gboolean is_chosen; /* of a choice */
} Item;

typedef struct {
  const AdrefRendering *how;
  AdrefPlace place;
  GPtrArray *items; /* of Item: all that were given to the engine */
  GPtrArray *lists; /* of GPtrArray: owners of the values of items */
  GError *failure;  /* what could not be printed */
} Scope;

static void list_free(gpointer list)
{
  g_ptr_array_unref(list);
}

GHashTable *adref_facts_new(void)
{
  return g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)adref_value_unref);
}

static Item *add_item(Scope *scope, AdrefMeaning meaning, const char *name, AdrefValue *value)
{
  Item *item = g_new0(Item, 1);
  item->meaning = meaning;
  item->name = name;
  item->value = value;
  g_ptr_array_add(scope->items, item);
  return item;
}

static const AdrefBound *find_bound(const AdrefRendering *how, const char *name)
{
  const AdrefBound *bound = how->own ? adref_binding_get(how->own, name) : NULL;
  return !bound && how->shared ? adref_binding_get(how->shared, name) : bound;
}

static gboolean root_member(Scope *scope, const char *name, AdrefItem *out)
{
  const AdrefBound *bound = find_bound(scope->how, name);
  if (bound)
    *out = add_item(scope, adref_meaning_of(bound->param), bound->param->name, bound->value);
  else if (g_str_equal(name, "statement"))
    *out = add_item(scope, adref_meaning_statement(), "statement", NULL);
  else
    return FALSE;
  return TRUE;
}

static Item *fact_item(Scope *scope, AdrefMeaning meaning, const char *name)
{
  gpointer key = NULL, value = NULL;
  if (g_hash_table_lookup_extended(scope->how->facts, name, &key, &value))
    return add_item(scope, meaning, key, value);
  return add_item(scope, meaning, g_intern_string(name), NULL);
}

static gboolean get_member(gpointer data, AdrefItem item, const char *name, AdrefItem *out)
{
  Scope *scope = data;
  const Item *from = item;
  if (from->whole)
    return root_member(scope, name, out);
  AdrefMeaning meaning = adref_meaning_member(&from->meaning, name);
  if (meaning.means == ADREF_MEANS_NOTHING)
    return FALSE;
  if (from->meaning.means == ADREF_MEANS_STATEMENT) {
    *out = fact_item(scope, meaning, name);
    return TRUE;
  }
  Item *member = add_item(scope, meaning, from->name, from->value);
  gboolean known;
  if (meaning.means == ADREF_MEANS_CHOICE)
    member->is_chosen = adref_value_is_choice(from->value, meaning.param, name, &known);
  *out = member;
  return TRUE;
}

static void fail(Scope *scope, const Item *item)
{
  if (scope->failure)
    return;
  if (!item->value)
    adref_error_at(&scope->failure, ADREF_ERROR_INPUT, scope->place,
                   "prints the %s of the statement, which has none; statement.yaml gives it",
                   item->name);
  else
    adref_error_at(&scope->failure, ADREF_ERROR_INPUT, scope->place,
                   "\"%s\" (%s) prints nothing; use it in a section", item->name,
                   adref_value_type_word(item->meaning.type));
}

/* Notes that words of another language are printed. */
static void note_gap(const Scope *scope, const Item *item)
{
  const AdrefRendering *how = scope->how;
  const char *taken = how->gaps ? adref_value_stand_in(item->value, how->language) : NULL;
  if (!taken)
    return;
  const AdrefBound *bound = find_bound(how, item->name);
  g_autoptr(GError) gap = NULL;
  adref_error_at(&gap, ADREF_ERROR_INPUT, bound ? bound->place : how->place_place,
                 "warning: \"%s\" has no words in \"%s\"; those in \"%s\" are taken", item->name,
                 how->language, taken);
  if (!g_ptr_array_find_with_equal_func(how->gaps, gap->message, g_str_equal, NULL))
    g_ptr_array_add(how->gaps, g_strdup(gap->message));
}

static char *print(gpointer data, AdrefItem item)
{
  Scope *scope = data;
  const Item *from = item;
  if (from->whole || from->meaning.means == ADREF_MEANS_STATEMENT)
    return NULL;
  const char *form = from->meaning.means == ADREF_MEANS_FORM ? from->meaning.form : "";
  char *text = from->value ? adref_value_print(from->value, form, scope->how->language) : NULL;
  if (!text)
    fail(scope, from);
  else if (strcmp(form, "count") != 0)
    note_gap(scope, from);
  return text;
}

static gboolean is_true(gpointer data, AdrefItem item)
{
  (void)data;
  const Item *from = item;
  if (from->meaning.means == ADREF_MEANS_CHOICE)
    return from->is_chosen;
  if (from->whole || from->meaning.means == ADREF_MEANS_STATEMENT)
    return TRUE;
  return from->value && adref_value_is_true(from->value);
}

static GPtrArray *get_items(gpointer data, AdrefItem item)
{
  Scope *scope = data;
  const Item *from = item;
  if (from->meaning.means != ADREF_MEANS_VALUE || !from->value)
    return NULL;
  GPtrArray *values = adref_value_items(from->value, scope->how->language);
  if (!values)
    return NULL;
  g_ptr_array_add(scope->lists, values);
  GPtrArray *items = g_ptr_array_sized_new(values->len);
  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add(
        items, add_item(scope, adref_meaning_item(&from->meaning), from->name, values->pdata[i]));
  return items;
}

static char *escape(gpointer data, AdrefItem item, const char *text)
{
  (void)data;
  const Item *from = item;
  if (from->meaning.means == ADREF_MEANS_FORM && from->value &&
      adref_value_is_markdown(from->value, from->meaning.form))
    return g_strdup(text);
  return adref_markdown_escape(text);
}

static const AdrefMustache *get_partial(gpointer data, const char *name, GError **error)
{
  const Scope *scope = data;
  const AdrefTemplate *template =
      adref_library_template(scope->how->library, name, scope->how->language, error);
  return template ? template->body : NULL;
}

static void add_names(AdrefNames *names, const AdrefBinding *binding)
{
  g_autoptr(GPtrArray) params = g_ptr_array_new();
  for (guint i = 0; binding && i < binding->all->len; i++) {
    const AdrefBound *bound = binding->all->pdata[i];
    g_ptr_array_add(params, (gpointer)(guintptr)bound->param);
  }
  adref_names_add(names, params);
}

static gboolean fail_name(gpointer data, const char *name, AdrefPlace place, GError **error)
{
  const Scope *scope = data;
  g_autoptr(AdrefNames) names = adref_names_new();
  add_names(names, scope->how->own);
  add_names(names, scope->how->shared);
  if (adref_names_tag(names, '&', name, place, error))
    adref_error_at(error, ADREF_ERROR_INPUT, place, "\"%s\" means nothing here", name);
  return FALSE;
}

GString *adref_render(const AdrefMustache *text, AdrefPlace place, const AdrefRendering *how,
                      GError **error)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) lists = g_ptr_array_new_with_free_func(list_free);
  Scope scope = {.how = how, .place = place, .items = items, .lists = lists};
  const AdrefScope engine = {.data = &scope,
                             .member = get_member,
                             .print = print,
                             .is_true = is_true,
                             .items = get_items,
                             .escape = escape,
                             .partial = get_partial,
                             .missing = fail_name};
  Item whole = {.whole = TRUE};
  GString *result = adref_mustache_render(text, &whole, &engine, error);
  if (result && scope.failure) {
    g_string_free(result, TRUE);
    result = NULL;
    g_propagate_error(error, g_steal_pointer(&scope.failure));
  }
  g_clear_error(&scope.failure);
  return result;
}
