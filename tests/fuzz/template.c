/* Templates. The first byte chooses what the others are:
 *   v: a value that is printed by {{v}}: whatever it is, it is read as words and as nothing else;
 *   m: Mustache text, rendered over data that has every name;
 *   otherwise: a template file, rendered with the defaults of its parameters. */
#include <string.h>

#include "base/file.h"
#include "clause/markdown/markdown_read.h"
#include "draft/data/markdown_escape.h"
#include "draft/library/mustache.h"
#include "draft/statement/assemble.h"

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size);

static void fail(const char *what, const char *value, const char *text)
{
  g_printerr("--- %s\n--- value\n%s\n--- text\n%s\n---\n", what, value, text);
  abort();
}

/* Data in which an item is a string: "list" is one of two, "false" is false; all have all members
 * but those that begin with "-". */
static gboolean member(gpointer data, AdrefMustacheItem item, const char *name,
                       AdrefMustacheItem *out)
{
  (void)item;
  switch (*name) {
  case 'v': *out = data; break;
  case 'l': *out = "list"; break;
  case 'f': *out = "false"; break;
  default: *out = "other"; break;
  }
  return *name != '-';
}

static char *print(gpointer data, AdrefMustacheItem item)
{
  (void)data;
  return g_strdup(item);
}

static gboolean is_true(gpointer data, AdrefMustacheItem item)
{
  (void)data;
  return *(const char *)item != 'f';
}

static GPtrArray *items(gpointer data, AdrefMustacheItem item)
{
  (void)data;
  if (*(const char *)item != 'l')
    return NULL;
  static char words[][4] = {"one", "two"};
  GPtrArray *list = g_ptr_array_new();
  g_ptr_array_add(list, words[0]);
  g_ptr_array_add(list, words[1]);
  return list;
}

static char *escape(gpointer data, AdrefMustacheItem item, const char *text)
{
  (void)data;
  (void)item;
  return adref_markdown_escape(text);
}

static const AdrefMustache *partial(gpointer data, const char *name, GError **error)
{
  (void)data, (void)error;
  static AdrefMustache *template;
  const char *text = "a {{v}}\n  {{> again}}\n{{#l}}{{.}}{{/l}}\n";
  if (!template)
    template = adref_mustache_parse(text, strlen(text), "partial", 1, NULL);
  return *name == 'n' ? NULL : template;
}

static gboolean missing(gpointer data, const char *name, AdrefLocation place, GError **error)
{
  (void)data;
  if (name[0] != '-' || name[1] != '-')
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, place, "there is no \"%s\"", name);
  return FALSE;
}

static GString *render(const AdrefMustache *template, char *value, GError **error)
{
  AdrefMustacheCallbacks scope = {
      .data = value,
      .member = member,
      .print = print,
      .is_true = is_true,
      .items = items,
      .escape = escape,
      .partial = partial,
      .missing = missing,
  };
  return adref_mustache_render(template, "root", &scope, error);
}

static void try_mustache(const char *text, gsize length)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefMustache) template = adref_mustache_parse(text, length, "fuzz", 1, &error);
  if (!template) {
    g_assert_nonnull(error);
    return;
  }
  g_autofree char *value = g_strdup("value");
  g_autoptr(GString) out = render(template, value, &error);
  g_assert_true(out || error);
}

/* White space as the reader of Markdown sees it, NFC. */
static char *plain_words(const char *text)
{
  g_autofree char *normal = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
  GString *words = g_string_new(NULL);
  for (const char *p = normal; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    gboolean blank = c == ' ' || c == 0x2028 || c == 0x2029 || g_unichar_iscntrl(c);
    if (!blank)
      g_string_append_unichar(words, c);
    else if (words->len > 0 && words->str[words->len - 1] != ' ')
      g_string_append_c(words, ' ');
  }
  return g_strchomp(g_string_free(words, FALSE));
}

static char *filled(const char *template, char *value)
{
  g_autoptr(AdrefMustache) parsed =
      adref_mustache_parse(template, strlen(template), "fuzz", 1, NULL);
  return g_string_free(render(parsed, value, NULL), FALSE);
}

static AdrefNode *read_filled(const char *text)
{
  g_autoptr(GError) error = NULL;
  AdrefNode *document = adref_markdown_read(text, strlen(text), NULL, NULL, &error);
  g_assert_no_error(error);
  return document;
}

/* One paragraph of one text, and that is the value between what stands around it. */
static void check_words(const char *before, const char *after, char *value)
{
  g_autofree char *template = g_strconcat(before, "{{v}}", after, "\n", NULL);
  g_autofree char *text = filled(template, value);
  g_autofree char *all = g_strconcat(before, value, after, NULL);
  g_autofree char *expected = plain_words(all);
  g_autoptr(AdrefNode) document = read_filled(text);
  const AdrefNode *clause = document->first;
  if (!*expected && !clause)
    return;
  if (!clause || clause->next || clause->as.clause->kind != ADREF_PLAIN || !clause->first ||
      clause->first->next || clause->first->type != ADREF_PARAGRAPH)
    fail("a value is more than one paragraph", value, text);
  const AdrefNode *words = clause->first->first;
  if (!words || words->next || words->type != ADREF_TEXT)
    fail("a value is more than words", value, text);
  if (strcmp(words->text, expected) != 0)
    fail("a value has other words", expected, words->text);
}

/* In a bracket a value stays inside its alternative and names no party. */
static void check_bracket(char *value)
{
  g_autofree char *text = filled("x [a {{v}} b / c {{v}} - JPN] y\n", value);
  g_autoptr(AdrefNode) document = read_filled(text);
  const AdrefNode *paragraph = document->first->first;
  const AdrefNode *bracket = paragraph->first->next;
  if (document->first->next || paragraph->next || !bracket || bracket->type != ADREF_BRACKET ||
      bracket->next != paragraph->last || bracket->first->next != bracket->last)
    fail("a value breaks its bracket", value, text);
  g_autofree char *positions = adref_positions_text(bracket->last->as.positions.groups);
  if (bracket->first->as.positions.groups || strcmp(positions, "JPN") != 0 ||
      bracket->first->first != bracket->first->last || bracket->last->first != bracket->last->last)
    fail("a value speaks for a party", value, text);
}

/* A byte order mark at the very start of a text is dropped by its reader: not a value's fault. */
static void try_value(char *value)
{
  if (g_str_has_prefix(value, "\xef\xbb\xbf"))
    return;
  g_autofree char *nothing = plain_words(value);
  check_words("", "", value);
  check_words("", " b", value);
  check_words("a ", " b", value);
  check_words("a ", "", value);
  check_words("a ", ", and", value);
  if (*nothing)
    check_bracket(value);
}

/* A library of one partial and two parties. */
static GBytes *read_file(AdrefFileSource *self, const char *path, gsize limit, GError **error)
{
  (void)self, (void)limit;
  const char *text = NULL;
  if (strcmp(path, "templates/parties.yaml") == 0)
    text = "parties:\n  JPN: {short: Japan, long: Japan}\n  THA: {short: Thailand, long: the "
           "Kingdom of Thailand}\ngroups:\n  ASEAN: {short: ASEAN, long: ASEAN, members: [THA]}\n";
  else if (strcmp(path, "templates/clauses/a/b.md") == 0)
    text = "---\nsummary: x\nkind: op\nparams: {end: {type: text, default: now}}\n---\n{{end}}.\n";
  if (text)
    return g_bytes_new_static(text, strlen(text));
  adref_error(error, ADREF_ERROR_NOT_FOUND, "%s: there is no such file", path);
  return NULL;
}

static char **list_files(AdrefFileSource *self, const char *folder, GError **error)
{
  (void)self, (void)folder, (void)error;
  return g_strsplit("templates/clauses/a/b.md", ",", -1);
}

static void free_nothing(AdrefFileSource *self)
{
  (void)self;
}

static void try_template(const char *text, gsize length)
{
  AdrefFileSource source = {read_file, list_files, free_nothing};
  g_autoptr(GError) error = NULL;
  g_autoptr(AdrefLibrary) library = adref_library_open(&source, &error);
  g_assert_no_error(error);
  g_autoptr(AdrefTemplate) template = adref_template_parse(
      text, length, "templates/clauses/fuzz/fuzz.md", NULL, adref_library_parties(library), &error);
  if (!template) {
    g_assert_nonnull(error);
    return;
  }
  g_autoptr(GString) out = adref_render_template(library, template, NULL, &error);
  g_assert_true(out || error);
}

int LLVMFuzzerTestOneInput(const guint8 *data, size_t size)
{
  if (!adref_utf8_check((const char *)data, size, "fuzz", NULL))
    return 0;
  g_autofree char *text = g_strndup((const char *)data, size);
  if (*text == 'v')
    try_value(text + 1);
  else if (*text == 'm')
    try_mustache(text + 1, size - 1);
  else
    try_template(text, size);
  return 0;
}
