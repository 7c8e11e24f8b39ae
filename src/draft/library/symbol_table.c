#include "draft/library/symbol_table.h"

#include <string.h>

#include "base/name.h"
#include "draft/library/params.h"

struct AdrefSymbolTable {
  GHashTable *params; /* name -> const AdrefParam */
  GPtrArray *order;   /* of names */
  GArray *sections;   /* of AdrefSymbol, outermost first */
  const AdrefAbbreviations *abbreviations;
  const AdrefParties *parties; /* or NULL */
};

typedef struct {
  const char *name;
  AdrefValueType type;
} StatementFact;

static const StatementFact facts[] = {
    {"title", ADREF_VALUE_TEXT},      {"id", ADREF_VALUE_TEXT},
    {"place", ADREF_VALUE_TEXT},      {"date", ADREF_VALUE_DATE},
    {"parties", ADREF_VALUE_PARTIES}, {"language", ADREF_VALUE_TEXT},
    {"members", ADREF_VALUE_PARTIES}, {"countries", ADREF_VALUE_PARTIES},
};

AdrefSymbol adref_symbol_of_param(const AdrefParam *param)
{
  return (AdrefSymbol){.kind = ADREF_SYMBOL_VALUE, .type = param->type, .param = param};
}

AdrefSymbol adref_symbol_of_statement(void)
{
  return (AdrefSymbol){.kind = ADREF_SYMBOL_STATEMENT};
}

AdrefSymbol adref_symbol_of_abbreviations(const AdrefAbbreviations *abbreviations)
{
  return (AdrefSymbol){.kind = ADREF_SYMBOL_ABBREVIATIONS, .abbreviations = abbreviations};
}

static AdrefSymbol fact(const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS(facts); i++)
    if (g_str_equal(facts[i].name, name))
      return (AdrefSymbol){.kind = ADREF_SYMBOL_VALUE, .type = facts[i].type};
  return (AdrefSymbol){0};
}

const char *const adref_symbol_plurals[] = {"zero", "one", "two", "few", "many", "other", NULL};

/* The member after which a condition on a value of the type stands; NULL: it has none. */
static const char *condition_of(AdrefValueType type)
{
  if (type == ADREF_VALUE_PARTIES)
    return "has";
  return type == ADREF_VALUE_CHOICE || type == ADREF_VALUE_INTEGER || type == ADREF_VALUE_PARTY
             ? "is"
             : NULL;
}

static gboolean is_condition(const AdrefSymbol *value, const char *name)
{
  if (value->is_item && (g_str_equal(name, "first") || g_str_equal(name, "last")))
    return TRUE;
  return value->type == ADREF_VALUE_INTEGER && g_strv_contains(adref_symbol_plurals, name);
}

static AdrefSymbol field(const AdrefSymbol *record, const char *name)
{
  const GPtrArray *fields = record->param ? record->param->fields : NULL;
  const AdrefParam *param = fields ? adref_params_get(fields, name) : NULL;
  return param ? adref_symbol_of_param(param) : (AdrefSymbol){0};
}

gboolean adref_symbol_is_count(const AdrefSymbol *value, const char *name)
{
  gboolean has_count = value->type == ADREF_VALUE_LIST || value->type == ADREF_VALUE_PARTIES ||
                       value->type == ADREF_VALUE_RECORDS;
  return value->kind == ADREF_SYMBOL_VALUE && has_count && g_str_equal(name, "count");
}

static AdrefSymbol form(const AdrefSymbol *value, const char *name)
{
  if (g_strcmp0(condition_of(value->type), name) == 0)
    return (AdrefSymbol){.kind = ADREF_SYMBOL_CHOICES, .type = value->type, .param = value->param};
  if (value->type == ADREF_VALUE_RECORD && field(value, name).kind != ADREF_SYMBOL_UNDEFINED)
    return field(value, name);
  if (is_condition(value, name))
    return (AdrefSymbol){.kind = ADREF_SYMBOL_CHOICE, .type = value->type, .is_item = TRUE};
  if (adref_symbol_is_count(value, name))
    return (AdrefSymbol){.kind = ADREF_SYMBOL_VALUE, .type = ADREF_VALUE_INTEGER};
  for (const char *const *f = adref_value_forms(value->type); f && *f; f++)
    if (**f && g_str_equal(*f, name))
      return (AdrefSymbol){.kind = ADREF_SYMBOL_FORM, .type = value->type, .form = *f};
  return (AdrefSymbol){0};
}

/* A number, or a party's code, after "is" or "has". */
static AdrefSymbol comparison(AdrefValueType type, const char *name)
{
  gboolean good = type == ADREF_VALUE_INTEGER ? *name && name[strspn(name, "0123456789")] == '\0'
                                              : adref_name_is(ADREF_NAME_PARTY, name);
  return good ? (AdrefSymbol){.kind = ADREF_SYMBOL_CHOICE, .type = type} : (AdrefSymbol){0};
}

static AdrefSymbol choice(const AdrefParam *param, const char *name)
{
  for (guint i = 0; param && param->choices && i < param->choices->len; i++) {
    g_autofree char *known = adref_value_choice_name(param->choices->pdata[i]);
    if (g_str_equal(known, name))
      return (AdrefSymbol){.kind = ADREF_SYMBOL_CHOICE, .param = param};
  }
  return (AdrefSymbol){0};
}

static const char *const abbreviation_forms[] = {"long", "short", NULL};

static AdrefSymbol abbreviation(const AdrefAbbreviations *abbreviations, const char *key)
{
  const AdrefAbbreviation *found =
      abbreviations ? adref_abbreviations_get(abbreviations, key) : NULL;
  return found ? (AdrefSymbol){.kind = ADREF_SYMBOL_ABBREVIATION, .abbreviation = found}
               : (AdrefSymbol){0};
}

static AdrefSymbol abbreviation_form(const AdrefSymbol *parent, const char *name)
{
  for (const char *const *form = abbreviation_forms; *form; form++)
    if (g_str_equal(*form, name))
      return (AdrefSymbol){
          .kind = ADREF_SYMBOL_FORM, .form = *form, .abbreviation = parent->abbreviation};
  return (AdrefSymbol){0};
}

AdrefSymbol adref_symbol_member(const AdrefSymbol *parent, const char *name)
{
  switch (parent->kind) {
  case ADREF_SYMBOL_STATEMENT: return fact(name);
  case ADREF_SYMBOL_ABBREVIATIONS: return abbreviation(parent->abbreviations, name);
  case ADREF_SYMBOL_ABBREVIATION: return abbreviation_form(parent, name);
  case ADREF_SYMBOL_VALUE: return form(parent, name);
  case ADREF_SYMBOL_CHOICES:
    return parent->type == ADREF_VALUE_CHOICE ? choice(parent->param, name)
                                              : comparison(parent->type, name);
  case ADREF_SYMBOL_UNDEFINED:
  case ADREF_SYMBOL_FORM:
  case ADREF_SYMBOL_CHOICE: break;
  }
  return (AdrefSymbol){0};
}

AdrefSymbol adref_symbol_item(const AdrefSymbol *parent)
{
  AdrefSymbol item = *parent;
  if (parent->kind != ADREF_SYMBOL_VALUE)
    return item;
  if (parent->type == ADREF_VALUE_PARTIES)
    item.type = ADREF_VALUE_PARTY;
  else if (parent->type == ADREF_VALUE_LIST)
    item.type = ADREF_VALUE_TEXT;
  else if (parent->type == ADREF_VALUE_RECORDS)
    item.type = ADREF_VALUE_RECORD;
  item.is_item = item.type != parent->type;
  return item;
}

AdrefSymbolTable *adref_symbol_table_new(const AdrefAbbreviations *abbreviations)
{
  AdrefSymbolTable *names = g_new0(AdrefSymbolTable, 1);
  names->abbreviations = abbreviations;
  names->params = g_hash_table_new(g_str_hash, g_str_equal);
  names->order = g_ptr_array_new();
  names->sections = g_array_new(FALSE, FALSE, sizeof(AdrefSymbol));
  return names;
}

void adref_symbol_table_free(AdrefSymbolTable *names)
{
  if (!names)
    return;
  g_hash_table_unref(names->params);
  g_ptr_array_unref(names->order);
  g_array_unref(names->sections);
  g_free(names);
}

void adref_symbol_table_set_parties(AdrefSymbolTable *names, const AdrefParties *parties)
{
  names->parties = parties;
}

void adref_symbol_table_add(AdrefSymbolTable *names, const GPtrArray *params)
{
  for (guint i = 0; i < params->len; i++) {
    AdrefParam *param = params->pdata[i];
    if (g_hash_table_contains(names->params, param->name))
      continue;
    g_hash_table_insert(names->params, param->name, param);
    g_ptr_array_add(names->order, param->name);
  }
}

const AdrefParam *adref_symbol_table_param(const AdrefSymbolTable *names, const char *name)
{
  return g_hash_table_lookup(names->params, name);
}

/* The first step of a name: a member of an open section, the innermost first, else a parameter. */
static AdrefSymbol look_up(const AdrefSymbolTable *names, const char *name)
{
  for (guint i = names->sections->len; i > 0; i--) {
    const AdrefSymbol *section = &g_array_index(names->sections, AdrefSymbol, i - 1);
    AdrefSymbol found = adref_symbol_member(section, name);
    if (found.kind != ADREF_SYMBOL_UNDEFINED)
      return found;
  }
  const AdrefParam *param = adref_symbol_table_param(names, name);
  if (param)
    return adref_symbol_of_param(param);
  if (g_str_equal(name, ADREF_SYMBOL_ABBREVIATION_NAME))
    return adref_symbol_of_abbreviations(names->abbreviations);
  return g_str_equal(name, "statement") ? adref_symbol_of_statement() : (AdrefSymbol){0};
}

/* A name never leads to the item of a section itself, so its fields, "first" and "last" are not
 * asked for. */
static void add_forms(GPtrArray *known, const AdrefSymbol *value)
{
  for (const char *const *f = adref_value_forms(value->type); f && *f; f++)
    if (**f)
      g_ptr_array_add(known, g_strdup(*f));
  if (condition_of(value->type))
    g_ptr_array_add(known, g_strdup(condition_of(value->type)));
  for (guint i = 0; value->type == ADREF_VALUE_INTEGER && adref_symbol_plurals[i]; i++)
    g_ptr_array_add(known, g_strdup(adref_symbol_plurals[i]));
}

static void add_choices(GPtrArray *known, const AdrefParam *param)
{
  for (guint i = 0; param && param->choices && i < param->choices->len; i++)
    g_ptr_array_add(known, adref_value_choice_name(param->choices->pdata[i]));
}

static void add_keys(GPtrArray *known, const AdrefAbbreviations *abbreviations)
{
  const GPtrArray *keys = abbreviations ? adref_abbreviations_keys(abbreviations) : NULL;
  for (guint i = 0; keys && i < keys->len; i++)
    g_ptr_array_add(known, g_strdup(keys->pdata[i]));
}

/* The members of a symbol, for messages (of char *, owned). */
static GPtrArray *members(const AdrefSymbol *parent)
{
  GPtrArray *known = g_ptr_array_new_with_free_func(g_free);
  switch (parent->kind) {
  case ADREF_SYMBOL_STATEMENT:
    for (gsize i = 0; i < G_N_ELEMENTS(facts); i++)
      g_ptr_array_add(known, g_strdup(facts[i].name));
    break;
  case ADREF_SYMBOL_ABBREVIATIONS: add_keys(known, parent->abbreviations); break;
  case ADREF_SYMBOL_ABBREVIATION:
    for (const char *const *form = abbreviation_forms; *form; form++)
      g_ptr_array_add(known, g_strdup(*form));
    break;
  case ADREF_SYMBOL_VALUE: add_forms(known, parent); break;
  case ADREF_SYMBOL_CHOICES: add_choices(known, parent->param); break;
  case ADREF_SYMBOL_UNDEFINED:
  case ADREF_SYMBOL_FORM:
  case ADREF_SYMBOL_CHOICE: break;
  }
  return known;
}

static const char *describe_symbol(const AdrefSymbol *parent)
{
  switch (parent->kind) {
  case ADREF_SYMBOL_STATEMENT: return "fact";
  case ADREF_SYMBOL_ABBREVIATIONS: return "entry in " ADREF_ABBREVIATIONS_PATH ":";
  case ADREF_SYMBOL_ABBREVIATION:
  case ADREF_SYMBOL_VALUE: return "form";
  case ADREF_SYMBOL_CHOICES: return "choice";
  case ADREF_SYMBOL_UNDEFINED:
  case ADREF_SYMBOL_FORM:
  case ADREF_SYMBOL_CHOICE: break;
  }
  return "member";
}

static gboolean fail_member(const AdrefSymbol *parent, const char *before, const char *name,
                            AdrefLocation place, GError **error)
{
  g_autoptr(GPtrArray) known = members(parent);
  g_autofree char *hint = adref_name_suggest(name, known);
  g_autofree char *type =
      parent->kind == ADREF_SYMBOL_VALUE
          ? g_strdup_printf(" (of type %s)", adref_value_type_word(parent->type))
          : g_strdup("");
  adref_error_at(error, ADREF_ERROR_INPUT, place, "\"%s\"%s has no %s \"%s\"%s", before, type,
                 describe_symbol(parent), name, hint);
  return FALSE;
}

static gboolean fail_unknown(const AdrefSymbolTable *names, const char *name, AdrefLocation place,
                             GError **error)
{
  g_autoptr(GPtrArray) known = g_ptr_array_copy(names->order, NULL, NULL);
  g_ptr_array_add(known, (char *)(guintptr) "statement");
  g_autofree char *hint = adref_name_suggest(name, known);
  adref_error_at(error, ADREF_ERROR_INPUT, place,
                 "\"%s\" is neither a parameter nor a fact of the statement%s", name, hint);
  return FALSE;
}

/* A condition on a party names one of the registry: another code is never true. */
static gboolean check_party(const AdrefSymbolTable *names, const AdrefSymbol *condition,
                            const char *code, AdrefLocation place, GError **error)
{
  gboolean is_code =
      condition->kind == ADREF_SYMBOL_CHOICE && !condition->is_item &&
      (condition->type == ADREF_VALUE_PARTY || condition->type == ADREF_VALUE_PARTIES);
  if (!is_code || !names->parties || adref_parties_get(names->parties, code))
    return TRUE;
  g_autoptr(GPtrArray) known = g_ptr_array_new();
  for (const char *const *one = adref_parties_codes(names->parties); *one; one++)
    g_ptr_array_add(known, (gpointer)(guintptr)*one);
  g_autofree char *hint = adref_name_suggest(code, known);
  adref_error_at(error, ADREF_ERROR_INPUT, place, "\"%s\" is no party or group%s", code, hint);
  return FALSE;
}

static gboolean resolve(const AdrefSymbolTable *names, const char *name, AdrefLocation place,
                        AdrefSymbol *out, GError **error)
{
  if (g_str_equal(name, ".")) {
    guint depth = names->sections->len;
    *out = depth ? g_array_index(names->sections, AdrefSymbol, depth - 1) : (AdrefSymbol){0};
    if (depth)
      return TRUE;
    adref_error_at(error, ADREF_ERROR_INPUT, place,
                   "{{.}} is allowed only inside a section of a list");
    return FALSE;
  }
  g_auto(GStrv) steps = g_strsplit(name, ".", -1);
  AdrefSymbol parent = look_up(names, steps[0]);
  if (parent.kind == ADREF_SYMBOL_UNDEFINED)
    return fail_unknown(names, steps[0], place, error);
  gsize length = strlen(steps[0]);
  for (char **step = steps + 1; *step; step++) {
    AdrefSymbol member = adref_symbol_member(&parent, *step);
    g_autofree char *before = g_strndup(name, length);
    if (member.kind == ADREF_SYMBOL_UNDEFINED)
      return fail_member(&parent, before, *step, place, error);
    parent = member;
    length += 1 + strlen(*step);
  }
  *out = parent;
  return check_party(names, &parent, steps[g_strv_length(steps) - 1], place, error);
}

static gboolean check_prints(const AdrefSymbol *symbol, const char *name, AdrefLocation place,
                             GError **error)
{
  gboolean is_value = symbol->kind == ADREF_SYMBOL_VALUE && symbol->type != ADREF_VALUE_BOOLEAN &&
                      symbol->type != ADREF_VALUE_RECORDS && symbol->type != ADREF_VALUE_RECORD;
  if (is_value || symbol->kind == ADREF_SYMBOL_FORM || symbol->kind == ADREF_SYMBOL_ABBREVIATION)
    return TRUE;
  gboolean is_comparison =
      symbol->kind == ADREF_SYMBOL_CHOICES && symbol->type != ADREF_VALUE_CHOICE;
  if (is_comparison) {
    adref_error_at(error, ADREF_ERROR_INPUT, place,
                   "\"%s\" prints nothing by itself; after it stands %s, in a section", name,
                   symbol->type == ADREF_VALUE_INTEGER ? "a number" : "the code of a party");
  } else if (symbol->type == ADREF_VALUE_RECORDS || symbol->type == ADREF_VALUE_RECORD) {
    adref_error_at(error, ADREF_ERROR_INPUT, place,
                   "\"%s\" is of type %s and prints nothing by itself; {{#%s}} walks it, with the "
                   "names of its fields",
                   name, adref_value_type_word(symbol->type), name);
  } else if (symbol->kind == ADREF_SYMBOL_STATEMENT || symbol->kind == ADREF_SYMBOL_CHOICES ||
             symbol->kind == ADREF_SYMBOL_ABBREVIATIONS) {
    g_autoptr(GPtrArray) known = members(symbol);
    g_ptr_array_add(known, NULL);
    g_autofree char *list = g_strjoinv(", ", (char **)known->pdata);
    adref_error_at(error, ADREF_ERROR_INPUT, place,
                   "\"%s\" prints nothing by itself; allowed after it are %s", name, list);
  } else {
    adref_error_at(error, ADREF_ERROR_INPUT, place,
                   "\"%s\" is true or false and prints nothing; use it as {{#%s}} ... {{/%s}}",
                   name, name, name);
  }
  return FALSE;
}

static gboolean open_section(AdrefSymbolTable *names, char kind, const char *name,
                             AdrefLocation place, GError **error)
{
  AdrefSymbol symbol = {0};
  gboolean ok = resolve(names, name, place, &symbol, error);
  AdrefSymbol inside = kind == '#' ? adref_symbol_item(&symbol) : (AdrefSymbol){0};
  g_array_append_val(names->sections, inside);
  return ok;
}

gboolean adref_symbol_table_check_tag(AdrefSymbolTable *names, char kind, const char *name,
                                      AdrefLocation place, GError **error)
{
  if (kind == '#' || kind == '^')
    return open_section(names, kind, name, place, error);
  if (kind == '/') {
    if (names->sections->len > 0)
      g_array_set_size(names->sections, names->sections->len - 1);
    return TRUE;
  }
  if (kind == '>')
    return TRUE;
  AdrefSymbol symbol = {0};
  return resolve(names, name, place, &symbol, error) && check_prints(&symbol, name, place, error);
}
