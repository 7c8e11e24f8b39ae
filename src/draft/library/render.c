#include "draft/library/render.h"

#include <string.h>

#include "draft/data/locale_amount.h"
#include "draft/data/markdown_escape.h"
#include "draft/library/symbol_table.h"

/* An item of the data: the root, the statement, a value, a form of a value, a choice. */
typedef struct {
  gboolean is_root;
  AdrefSymbol symbol;
  const char *name;           /* of the parameter or fact it belongs to */
  AdrefValue *value;          /* NULL: a fact that the statement does not have */
  gboolean is_chosen;         /* of a choice */
  gboolean is_first, is_last; /* of an item of a list */
} RenderItem;

typedef struct {
  const AdrefRenderContext *context;
  AdrefLocation place;
  GPtrArray *items;  /* of RenderItem: owns the items that the engine uses */
  GPtrArray *lists;  /* of GPtrArray: owns the values of items of lists */
  GPtrArray *counts; /* of AdrefValue: owns the numbers of items */
  GError *failure;   /* the first value that could not be printed */
} RenderState;

static void list_free(gpointer list)
{
  g_ptr_array_unref(list);
}

GHashTable *adref_render_facts_new(void)
{
  return g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)adref_value_unref);
}

static RenderItem *add_item(RenderState *state, AdrefSymbol symbol, const char *name,
                            AdrefValue *value)
{
  RenderItem *item = g_new0(RenderItem, 1);
  item->symbol = symbol;
  item->name = name;
  item->value = value;
  g_ptr_array_add(state->items, item);
  return item;
}

static const AdrefBoundParam *find_bound(const AdrefRenderContext *context, const char *name)
{
  const AdrefBoundParam *bound = context->own ? adref_binding_get(context->own, name) : NULL;
  return !bound && context->shared ? adref_binding_get(context->shared, name) : bound;
}

static gboolean root_member(RenderState *state, const char *name, AdrefMustacheItem *out)
{
  const AdrefBoundParam *bound = find_bound(state->context, name);
  if (bound)
    *out = add_item(state, adref_symbol_of_param(bound->param), bound->param->name, bound->value);
  else if (g_str_equal(name, ADREF_SYMBOL_ABBREVIATION_NAME))
    *out = add_item(state, adref_symbol_of_abbreviations(state->context->abbreviations),
                    ADREF_SYMBOL_ABBREVIATION_NAME, NULL);
  else if (g_str_equal(name, "statement"))
    *out = add_item(state, adref_symbol_of_statement(), "statement", NULL);
  else
    return FALSE;
  return TRUE;
}

static RenderItem *fact_item(RenderState *state, AdrefSymbol symbol, const char *name)
{
  gpointer key = NULL, value = NULL;
  if (g_hash_table_lookup_extended(state->context->facts, name, &key, &value))
    return add_item(state, symbol, key, value);
  return add_item(state, symbol, g_intern_string(name), NULL);
}

static gboolean is_plural(const AdrefValue *value, const char *name, const char *language)
{
  g_autofree char *digits = adref_value_print(value, "plain", "en");
  g_autofree char *category = adref_locale_plural(g_ascii_strtoll(digits, NULL, 10), language);
  return strcmp(category, name) == 0;
}

/* Whether a condition holds: mode.is.virtual, people.is.1, partners.has.JPN, people.one, first. */
static gboolean holds(const RenderState *state, const RenderItem *from, const AdrefSymbol *symbol,
                      const char *name)
{
  gboolean known;
  if (from->symbol.kind == ADREF_SYMBOL_VALUE && from->symbol.is_item &&
      (strcmp(name, "first") == 0 || strcmp(name, "last") == 0))
    return strcmp(name, "first") == 0 ? from->is_first : from->is_last;
  if (!from->value)
    return FALSE;
  if (from->symbol.kind == ADREF_SYMBOL_VALUE)
    return is_plural(from->value, name, state->context->language);
  return symbol->param ? adref_value_is_choice(from->value, symbol->param, name, &known)
                       : adref_value_matches(from->value, name);
}

/* The number of items, owned by the state; NULL of a fact that the statement does not have. */
static AdrefValue *count_of(RenderState *state, const AdrefValue *value)
{
  g_autoptr(GPtrArray) items = value ? adref_value_items(value, state->context->language) : NULL;
  AdrefValue *count = items ? adref_value_new_integer(items->len) : NULL;
  if (count)
    g_ptr_array_add(state->counts, count);
  return count;
}

static gboolean get_member(gpointer data, AdrefMustacheItem item, const char *name,
                           AdrefMustacheItem *out)
{
  RenderState *state = data;
  const RenderItem *from = item;
  if (from->is_root)
    return root_member(state, name, out);
  AdrefSymbol symbol = adref_symbol_member(&from->symbol, name);
  if (symbol.kind == ADREF_SYMBOL_UNDEFINED)
    return FALSE;
  if (from->symbol.kind == ADREF_SYMBOL_STATEMENT) {
    *out = fact_item(state, symbol, name);
    return TRUE;
  }
  gboolean is_field = from->symbol.kind == ADREF_SYMBOL_VALUE &&
                      from->symbol.type == ADREF_VALUE_RECORD && symbol.param &&
                      symbol.kind == ADREF_SYMBOL_VALUE;
  AdrefValue *value = is_field ? adref_value_field(from->value, name)
                      : adref_symbol_is_count(&from->symbol, name) ? count_of(state, from->value)
                                                                   : from->value;
  RenderItem *member = add_item(state, symbol, from->name, value);
  if (symbol.kind == ADREF_SYMBOL_CHOICE)
    member->is_chosen = holds(state, from, &symbol, name);
  *out = member;
  return TRUE;
}

static void fail(RenderState *state, const RenderItem *item)
{
  if (state->failure)
    return;
  gboolean is_of_groups = strcmp(item->name, "members") == 0;
  if (!item->value && is_of_groups)
    adref_error_at(
        &state->failure, ADREF_ERROR_INPUT, state->place,
        "prints the members of the groups among the parties, of which none is a group; "
        "allowed is {{statement.parties.list}}, or a group in parties of statement.yaml");
  else if (!item->value)
    adref_error_at(&state->failure, ADREF_ERROR_INPUT, state->place,
                   "prints the %s of the statement, which has none; set it in statement.yaml",
                   item->name);
  else
    adref_error_at(&state->failure, ADREF_ERROR_INPUT, state->place,
                   "\"%s\" (%s) prints nothing; use it in a section", item->name,
                   adref_value_type_word(item->symbol.type));
}

/* The language whose words are printed instead of those of the text; NULL: the text's own. A value
 * of statement.yaml without a language has words of the rolling text. */
static const char *language_taken(const AdrefRenderContext *context, const RenderItem *item,
                                  const AdrefBoundParam *bound)
{
  gboolean is_given = bound ? !bound->is_default : strcmp(item->name, "place") == 0;
  return is_given && context->rolling
             ? adref_value_given_fallback(item->value, context->language, context->rolling)
             : adref_value_template_fallback(item->value, context->language);
}

static void add_warning(GPtrArray *warnings, const char *warning)
{
  if (!g_ptr_array_find_with_equal_func(warnings, warning, g_str_equal, NULL))
    g_ptr_array_add(warnings, g_strdup(warning));
}

/* Adds a warning when the words of another language are printed. */
static void note_untranslated(const RenderState *state, const RenderItem *item)
{
  const AdrefRenderContext *context = state->context;
  const AdrefBoundParam *bound = find_bound(context, item->name);
  const char *taken = context->untranslated ? language_taken(context, item, bound) : NULL;
  if (!taken)
    return;
  g_autoptr(GError) warning = NULL;
  adref_error_at(&warning, ADREF_ERROR_INPUT, bound ? bound->place : context->place_location,
                 "warning: \"%s\" has no words in \"%s\"; the words in \"%s\" are printed",
                 item->name, context->language, taken);
  add_warning(context->untranslated, warning->message);
}

/* Adds a warning for each party whose name is printed in another language. */
static void note_unnamed(const RenderState *state, const RenderItem *item, const char *form)
{
  const AdrefRenderContext *context = state->context;
  g_autoptr(GPtrArray) parties =
      context->untranslated ? adref_value_unnamed(item->value, form, context->language) : NULL;
  for (guint i = 0; parties && i < parties->len; i++) {
    const AdrefParty *party = parties->pdata[i];
    g_autofree char *name = strcmp(form, "short") == 0 || strcmp(form, "hyphenated") == 0
                                ? adref_party_page_short(party, context->language)
                                : adref_party_page_long(party, context->language);
    g_autofree char *warning = g_strdup_printf(
        "templates/parties.yaml: warning: %s has no name in \"%s\"; \"%s\" is printed", party->code,
        context->language, name);
    add_warning(context->untranslated, warning);
  }
}

/* Adds a warning when the full name of an abbreviation has the words of another language. */
static void note_long(const AdrefRenderContext *context, const AdrefAbbreviation *abbreviation)
{
  const char *taken;
  adref_abbreviation_long(abbreviation, context->language, &taken);
  if (!taken || !context->untranslated)
    return;
  g_autoptr(GError) warning = NULL;
  adref_error_at(&warning, ADREF_ERROR_INPUT, abbreviation->place,
                 "warning: \"%s\" has no words in \"%s\"; the words in \"%s\" are printed",
                 abbreviation->key, context->language, taken);
  add_warning(context->untranslated, warning->message);
}

/* The full name with the abbreviation where it stands first in the text, then the abbreviation. */
static char *abbreviation_words(const AdrefRenderContext *context,
                                const AdrefAbbreviation *abbreviation, const char *form)
{
  gboolean is_known =
      context->introduced && g_hash_table_contains(context->introduced, abbreviation->key);
  if (g_str_equal(form, "short") || (!*form && is_known))
    return g_strdup(adref_abbreviation_short(abbreviation, context->language));
  note_long(context, abbreviation);
  if (*form || !context->introduced)
    return g_strdup(adref_abbreviation_long(abbreviation, context->language, NULL));
  g_hash_table_add(context->introduced, abbreviation->key);
  return adref_abbreviation_introduce(abbreviation, context->language);
}

/* Words of Thai, Lao and Khmer follow each other without a space, but Latin letters stand apart:
 * ตาม UNCLOS, and in full ตามอนุสัญญาสหประชาชาติ. So a template has no space before the abbreviation.
 */
static char *print_abbreviation(const AdrefRenderContext *context,
                                const AdrefAbbreviation *abbreviation, const char *form)
{
  static const char *const spaceless[] = {"th", "lo", "km", NULL};
  char *words = abbreviation_words(context, abbreviation, form);
  if (!g_ascii_isalnum(*words) || !g_strv_contains(spaceless, context->language))
    return words;
  char *apart = g_strconcat(" ", words, NULL);
  g_free(words);
  return apart;
}

static char *print(gpointer data, AdrefMustacheItem item)
{
  RenderState *state = data;
  const RenderItem *from = item;
  if (from->is_root || from->symbol.kind == ADREF_SYMBOL_STATEMENT ||
      from->symbol.kind == ADREF_SYMBOL_ABBREVIATIONS)
    return NULL;
  const char *form = from->symbol.kind == ADREF_SYMBOL_FORM ? from->symbol.form : "";
  if (from->symbol.abbreviation)
    return print_abbreviation(state->context, from->symbol.abbreviation, form);
  gboolean is_condition =
      from->symbol.kind == ADREF_SYMBOL_CHOICES || from->symbol.kind == ADREF_SYMBOL_CHOICE;
  char *text = from->value && !is_condition
                   ? adref_value_print(from->value, form, state->context->language)
                   : NULL;
  if (!text)
    fail(state, from);
  if (text) {
    note_untranslated(state, from);
    note_unnamed(state, from, form);
  }
  return text;
}

static gboolean is_true(gpointer data, AdrefMustacheItem item)
{
  (void)data;
  const RenderItem *from = item;
  if (from->symbol.kind == ADREF_SYMBOL_CHOICE)
    return from->is_chosen;
  if (from->is_root || from->symbol.kind == ADREF_SYMBOL_STATEMENT || from->symbol.abbreviation ||
      from->symbol.kind == ADREF_SYMBOL_ABBREVIATIONS)
    return TRUE;
  return from->value && adref_value_is_true(from->value);
}

static GPtrArray *get_items(gpointer data, AdrefMustacheItem item)
{
  RenderState *state = data;
  const RenderItem *from = item;
  if (from->symbol.kind != ADREF_SYMBOL_VALUE || !from->value)
    return NULL;
  GPtrArray *values = adref_value_items(from->value, state->context->language);
  if (!values)
    return NULL;
  g_ptr_array_add(state->lists, values);
  GPtrArray *items = g_ptr_array_sized_new(values->len);
  for (guint i = 0; i < values->len; i++) {
    RenderItem *one =
        add_item(state, adref_symbol_item(&from->symbol), from->name, values->pdata[i]);
    one->is_first = i == 0;
    one->is_last = i + 1 == values->len;
    g_ptr_array_add(items, one);
  }
  return items;
}

static char *escape(gpointer data, AdrefMustacheItem item, const char *text)
{
  (void)data;
  const RenderItem *from = item;
  if (from->symbol.kind == ADREF_SYMBOL_FORM && from->value &&
      adref_value_is_markdown(from->value, from->symbol.form))
    return g_strdup(text);
  return adref_markdown_escape(text);
}

static const AdrefMustache *get_partial(gpointer data, const char *name, GError **error)
{
  const RenderState *state = data;
  const AdrefTemplate *template =
      adref_library_template(state->context->library, name, state->context->language, error);
  return template ? template->body : NULL;
}

static void add_names(AdrefSymbolTable *names, const AdrefBinding *binding)
{
  g_autoptr(GPtrArray) params = g_ptr_array_new();
  for (guint i = 0; binding && i < binding->all->len; i++) {
    const AdrefBoundParam *bound = binding->all->pdata[i];
    g_ptr_array_add(params, (gpointer)(guintptr)bound->param);
  }
  adref_symbol_table_add(names, params);
}

static gboolean fail_name(gpointer data, const char *name, AdrefLocation place, GError **error)
{
  const RenderState *state = data;
  g_autoptr(AdrefSymbolTable) names = adref_symbol_table_new(state->context->abbreviations);
  add_names(names, state->context->own);
  add_names(names, state->context->shared);
  if (adref_symbol_table_check_tag(names, '&', name, place, error))
    adref_error_at(error, ADREF_ERROR_INPUT, place, "\"%s\" is not defined here", name);
  return FALSE;
}

GString *adref_render(const AdrefMustache *text, AdrefLocation place,
                      const AdrefRenderContext *context, GError **error)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) lists = g_ptr_array_new_with_free_func(list_free);
  g_autoptr(GPtrArray) counts = g_ptr_array_new_with_free_func((GDestroyNotify)adref_value_unref);
  RenderState state = {
      .context = context, .place = place, .items = items, .lists = lists, .counts = counts};
  const AdrefMustacheCallbacks engine = {.data = &state,
                                         .member = get_member,
                                         .print = print,
                                         .is_true = is_true,
                                         .items = get_items,
                                         .escape = escape,
                                         .partial = get_partial,
                                         .missing = fail_name};
  RenderItem is_root = {.is_root = TRUE};
  GString *result = adref_mustache_render(text, &is_root, &engine, error);
  if (result && state.failure) {
    g_string_free(result, TRUE);
    result = NULL;
    g_propagate_error(error, g_steal_pointer(&state.failure));
  }
  g_clear_error(&state.failure);
  return result;
}
