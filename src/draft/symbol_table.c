#include "draft/symbol_table.h"

#include <string.h>

#include "base/name.h"

struct AdrefNames {
  GHashTable *params; /* name -> const AdrefParam */
  GPtrArray *order;   /* of names */
  GArray *sections;   /* of AdrefMeaning, outermost first */
};

typedef struct {
  const char *name;
  AdrefValueType type;
} Fact;

static const Fact facts[] = {
    {"title", ADREF_VALUE_TEXT}, {"id", ADREF_VALUE_TEXT},         {"place", ADREF_VALUE_TEXT},
    {"date", ADREF_VALUE_DATE},  {"parties", ADREF_VALUE_PARTIES}, {"language", ADREF_VALUE_TEXT},
};

AdrefMeaning adref_meaning_of(const AdrefParam *param)
{
  return (AdrefMeaning){.means = ADREF_MEANS_VALUE, .type = param->type, .param = param};
}

AdrefMeaning adref_meaning_statement(void)
{
  return (AdrefMeaning){.means = ADREF_MEANS_STATEMENT};
}

static AdrefMeaning fact(const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS(facts); i++)
    if (g_str_equal(facts[i].name, name))
      return (AdrefMeaning){.means = ADREF_MEANS_VALUE, .type = facts[i].type};
  return (AdrefMeaning){0};
}

static AdrefMeaning form(const AdrefMeaning *value, const char *name)
{
  if (value->type == ADREF_VALUE_CHOICE && g_str_equal(name, "is"))
    return (AdrefMeaning){.means = ADREF_MEANS_CHOICES, .param = value->param};
  for (const char *const *f = adref_value_forms(value->type); f && *f; f++)
    if (**f && g_str_equal(*f, name))
      return (AdrefMeaning){.means = ADREF_MEANS_FORM, .type = value->type, .form = *f};
  return (AdrefMeaning){0};
}

/* A choice as it is written behind "is.": caller frees. */
static char *choice_name(AdrefValue *choice)
{
  char *name = adref_value_print(choice, "", "en");
  return name ? g_strdelimit(name, " -", '_') : g_strdup("");
}

static AdrefMeaning choice(const AdrefParam *param, const char *name)
{
  for (guint i = 0; param && param->choices && i < param->choices->len; i++) {
    g_autofree char *known = choice_name(param->choices->pdata[i]);
    if (g_str_equal(known, name))
      return (AdrefMeaning){.means = ADREF_MEANS_CHOICE, .param = param};
  }
  return (AdrefMeaning){0};
}

AdrefMeaning adref_meaning_member(const AdrefMeaning *whole, const char *name)
{
  switch (whole->means) {
  case ADREF_MEANS_STATEMENT: return fact(name);
  case ADREF_MEANS_VALUE: return form(whole, name);
  case ADREF_MEANS_CHOICES: return choice(whole->param, name);
  case ADREF_MEANS_NOTHING:
  case ADREF_MEANS_FORM:
  case ADREF_MEANS_CHOICE: break;
  }
  return (AdrefMeaning){0};
}

AdrefMeaning adref_meaning_item(const AdrefMeaning *whole)
{
  AdrefMeaning item = *whole;
  if (whole->means != ADREF_MEANS_VALUE)
    return item;
  if (whole->type == ADREF_VALUE_PARTIES)
    item.type = ADREF_VALUE_PARTY;
  else if (whole->type == ADREF_VALUE_LIST)
    item.type = ADREF_VALUE_TEXT;
  return item;
}

AdrefNames *adref_names_new(void)
{
  AdrefNames *names = g_new0(AdrefNames, 1);
  names->params = g_hash_table_new(g_str_hash, g_str_equal);
  names->order = g_ptr_array_new();
  names->sections = g_array_new(FALSE, FALSE, sizeof(AdrefMeaning));
  return names;
}

void adref_names_free(AdrefNames *names)
{
  if (!names)
    return;
  g_hash_table_unref(names->params);
  g_ptr_array_unref(names->order);
  g_array_unref(names->sections);
  g_free(names);
}

void adref_names_add(AdrefNames *names, const GPtrArray *params)
{
  for (guint i = 0; i < params->len; i++) {
    AdrefParam *param = params->pdata[i];
    if (g_hash_table_contains(names->params, param->name))
      continue;
    g_hash_table_insert(names->params, param->name, param);
    g_ptr_array_add(names->order, param->name);
  }
}

const AdrefParam *adref_names_param(const AdrefNames *names, const char *name)
{
  return g_hash_table_lookup(names->params, name);
}

/* The first step of a name: a member of what the sections around it walk, else a parameter. */
static AdrefMeaning look_up(const AdrefNames *names, const char *name)
{
  for (guint i = names->sections->len; i > 0; i--) {
    const AdrefMeaning *section = &g_array_index(names->sections, AdrefMeaning, i - 1);
    AdrefMeaning found = adref_meaning_member(section, name);
    if (found.means != ADREF_MEANS_NOTHING)
      return found;
  }
  const AdrefParam *param = adref_names_param(names, name);
  if (param)
    return adref_meaning_of(param);
  return g_str_equal(name, "statement") ? adref_meaning_statement() : (AdrefMeaning){0};
}

static void add_forms(GPtrArray *known, const AdrefMeaning *value)
{
  for (const char *const *f = adref_value_forms(value->type); f && *f; f++)
    if (**f)
      g_ptr_array_add(known, g_strdup(*f));
  if (value->type == ADREF_VALUE_CHOICE)
    g_ptr_array_add(known, g_strdup("is"));
}

static void add_choices(GPtrArray *known, const AdrefParam *param)
{
  for (guint i = 0; param && param->choices && i < param->choices->len; i++)
    g_ptr_array_add(known, choice_name(param->choices->pdata[i]));
}

/* What could stand behind a name of this meaning (of char *, owned). */
static GPtrArray *members(const AdrefMeaning *whole)
{
  GPtrArray *known = g_ptr_array_new_with_free_func(g_free);
  switch (whole->means) {
  case ADREF_MEANS_STATEMENT:
    for (gsize i = 0; i < G_N_ELEMENTS(facts); i++)
      g_ptr_array_add(known, g_strdup(facts[i].name));
    break;
  case ADREF_MEANS_VALUE: add_forms(known, whole); break;
  case ADREF_MEANS_CHOICES: add_choices(known, whole->param); break;
  case ADREF_MEANS_NOTHING:
  case ADREF_MEANS_FORM:
  case ADREF_MEANS_CHOICE: break;
  }
  return known;
}

static const char *what_it_is(const AdrefMeaning *whole)
{
  switch (whole->means) {
  case ADREF_MEANS_STATEMENT: return "fact";
  case ADREF_MEANS_VALUE: return "form";
  case ADREF_MEANS_CHOICES: return "choice";
  case ADREF_MEANS_NOTHING:
  case ADREF_MEANS_FORM:
  case ADREF_MEANS_CHOICE: break;
  }
  return "member";
}

static gboolean fail_member(const AdrefMeaning *whole, const char *before, const char *name,
                            AdrefPlace place, GError **error)
{
  g_autoptr(GPtrArray) known = members(whole);
  g_autofree char *hint = adref_name_suggest(name, known);
  g_autofree char *type = whole->means == ADREF_MEANS_VALUE
                              ? g_strdup_printf(" (of type %s)", adref_value_type_word(whole->type))
                              : g_strdup("");
  adref_error_at(error, ADREF_ERROR_INPUT, place, "\"%s\"%s has no %s \"%s\"%s", before, type,
                 what_it_is(whole), name, hint);
  return FALSE;
}

static gboolean fail_unknown(const AdrefNames *names, const char *name, AdrefPlace place,
                             GError **error)
{
  g_autoptr(GPtrArray) known = g_ptr_array_copy(names->order, NULL, NULL);
  g_ptr_array_add(known, (char *)(guintptr) "statement");
  g_autofree char *hint = adref_name_suggest(name, known);
  adref_error_at(error, ADREF_ERROR_INPUT, place,
                 "\"%s\" is neither a parameter nor a fact of the statement%s", name, hint);
  return FALSE;
}

static gboolean resolve(const AdrefNames *names, const char *name, AdrefPlace place,
                        AdrefMeaning *out, GError **error)
{
  if (g_str_equal(name, ".")) {
    guint depth = names->sections->len;
    *out = depth ? g_array_index(names->sections, AdrefMeaning, depth - 1) : (AdrefMeaning){0};
    if (depth)
      return TRUE;
    adref_error_at(error, ADREF_ERROR_INPUT, place, "{{.}} needs a section that walks a list");
    return FALSE;
  }
  g_auto(GStrv) steps = g_strsplit(name, ".", -1);
  AdrefMeaning whole = look_up(names, steps[0]);
  if (whole.means == ADREF_MEANS_NOTHING)
    return fail_unknown(names, steps[0], place, error);
  gsize length = strlen(steps[0]);
  for (char **step = steps + 1; *step; step++) {
    AdrefMeaning member = adref_meaning_member(&whole, *step);
    g_autofree char *before = g_strndup(name, length);
    if (member.means == ADREF_MEANS_NOTHING)
      return fail_member(&whole, before, *step, place, error);
    whole = member;
    length += 1 + strlen(*step);
  }
  *out = whole;
  return TRUE;
}

static gboolean check_prints(const AdrefMeaning *meaning, const char *name, AdrefPlace place,
                             GError **error)
{
  gboolean is_value = meaning->means == ADREF_MEANS_VALUE && meaning->type != ADREF_VALUE_BOOLEAN;
  if (is_value || meaning->means == ADREF_MEANS_FORM)
    return TRUE;
  if (meaning->means == ADREF_MEANS_STATEMENT || meaning->means == ADREF_MEANS_CHOICES) {
    g_autoptr(GPtrArray) known = members(meaning);
    g_ptr_array_add(known, NULL);
    g_autofree char *list = g_strjoinv(", ", (char **)known->pdata);
    adref_error_at(error, ADREF_ERROR_INPUT, place,
                   "\"%s\" prints nothing by itself; allowed behind it are %s", name, list);
  } else {
    adref_error_at(error, ADREF_ERROR_INPUT, place,
                   "\"%s\" is true or false and prints nothing; use it as {{#%s}} ... {{/%s}}",
                   name, name, name);
  }
  return FALSE;
}

static gboolean open_section(AdrefNames *names, char kind, const char *name, AdrefPlace place,
                             GError **error)
{
  AdrefMeaning meaning = {0};
  gboolean ok = resolve(names, name, place, &meaning, error);
  AdrefMeaning inside = kind == '#' ? adref_meaning_item(&meaning) : (AdrefMeaning){0};
  g_array_append_val(names->sections, inside);
  return ok;
}

gboolean adref_names_tag(AdrefNames *names, char kind, const char *name, AdrefPlace place,
                         GError **error)
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
  AdrefMeaning meaning = {0};
  return resolve(names, name, place, &meaning, error) && check_prints(&meaning, name, place, error);
}
