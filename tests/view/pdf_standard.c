#include "pdf_standard.h"

#include <glib/gstdio.h>
#include <jansson.h>
#include <string.h>

#include "boxes.h"
#include "suite.h"

typedef struct {
  const char *name; /* of the file, for messages */
  json_t *objects;  /* "obj:12 0 R" -> object */
  GHashTable *ids;  /* of notes */
  guint heading;    /* level of the last heading, 0: none */
} Check;

#define rule(check, holds, ...)                                                                    \
  do {                                                                                             \
    g_autofree char *words_ = g_strdup_printf(__VA_ARGS__);                                        \
    ck_assert_msg(holds, "%s: %s", (check)->name, words_);                                         \
  } while (0)

/* --- objects --- */

/* Follows a reference: the value, or the dictionary of the stream. Other values are returned
 * unchanged. */
static json_t *follow(const Check *check, json_t *value)
{
  const char *text = json_string_value(value);
  if (!text || !g_str_has_suffix(text, " R"))
    return value;
  g_autofree char *key = g_strconcat("obj:", text, NULL);
  json_t *object = json_object_get(check->objects, key);
  json_t *stream = json_object_get(object, "stream");
  return stream ? json_object_get(stream, "dict") : json_object_get(object, "value");
}

static json_t *get(const Check *check, json_t *dictionary, const char *key)
{
  return follow(check, json_object_get(dictionary, key));
}

static gboolean is(json_t *value, const char *word)
{
  return g_strcmp0(json_string_value(value), word) == 0;
}

static gboolean is_type(const Check *check, json_t *dictionary, const char *type)
{
  return json_is_object(dictionary) && is(get(check, dictionary, "/Type"), type);
}

/* A string without the prefix for its encoding. */
static const char *words_of(json_t *value)
{
  const char *text = json_string_value(value);
  return text && (g_str_has_prefix(text, "u:") || g_str_has_prefix(text, "b:")) ? text + 2 : text;
}

/* The bytes of a stream, by its reference. */
static GBytes *stream_of(const Check *check, json_t *reference)
{
  g_autofree char *key = g_strconcat("obj:", json_string_value(reference), NULL);
  json_t *stream = json_object_get(json_object_get(check->objects, key), "stream");
  gsize length;
  guchar *bytes = g_base64_decode(json_string_value(json_object_get(stream, "data")), &length);
  return g_bytes_new_take(bytes, length);
}

/* --- the file --- */

static void check_bytes(const Check *check, const GString *pdf)
{
  rule(check, g_str_has_prefix(pdf->str, "%PDF-1.7\n%"), "the first line is not that of PDF 1.7");
  for (gsize i = 10; i < 14; i++)
    rule(check, (guchar)pdf->str[i] > 127, "the second line does not say that the file is binary");
  rule(check, g_str_has_suffix(pdf->str + pdf->len - 7, "%%EOF\n"), "something follows the end");
}

static void check_metadata(const Check *check, json_t *catalog, json_t *info)
{
  static const char *const claims[] = {
      "<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>U</pdfaid:conformance>",
      "<pdfuaid:part>1</pdfuaid:part>", "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"};
  static const char *const facts[][2] = {
      {"/Title", "x-default\">"}, {"/Creator", "CreatorTool>"}, {"/Producer", "Producer>"}};
  rule(check, !json_object_get(get(check, catalog, "/Metadata"), "/Filter"), "XMP is packed");
  g_autoptr(GBytes) bytes = stream_of(check, json_object_get(catalog, "/Metadata"));
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  g_autofree char *xmp = g_strndup(data, length);
  for (gsize i = 0; i < G_N_ELEMENTS(claims); i++)
    rule(check, strstr(xmp, claims[i]), "XMP has no %s", claims[i]);
  for (gsize i = 0; i < G_N_ELEMENTS(facts); i++) {
    g_autofree char *plain = g_markup_escape_text(words_of(get(check, info, facts[i][0])), -1);
    g_autofree char *expected = g_strconcat(facts[i][1], plain, "</", NULL);
    rule(check, strstr(xmp, expected), "XMP has another %s", facts[i][0]);
  }
}

static void check_catalog(const Check *check, json_t *catalog)
{
  json_t *view = get(check, catalog, "/ViewerPreferences");
  json_t *intents = get(check, catalog, "/OutputIntents");
  json_t *intent = follow(check, json_array_get(intents, 0));
  rule(check, words_of(get(check, catalog, "/Lang")), "no language");
  rule(check, json_is_true(get(check, get(check, catalog, "/MarkInfo"), "/Marked")), "not tagged");
  rule(check, json_is_true(get(check, view, "/DisplayDocTitle")), "the title is not shown");
  rule(check, !json_object_get(catalog, "/OpenAction") && !json_object_get(catalog, "/AA"),
       "something is done when it is opened");
  rule(check, is(get(check, intent, "/S"), "/GTS_PDFA1"), "no output intent");
  rule(check, json_integer_value(get(check, get(check, intent, "/DestOutputProfile"), "/N")) == 3,
       "no profile of three colours");
}

/* --- objects of one type, anywhere in the file --- */

static void check_annotation(const Check *check, json_t *annotation)
{
  const char *contents = words_of(get(check, annotation, "/Contents"));
  rule(check, is(get(check, annotation, "/Subtype"), "/Link"), "an annotation is no link");
  rule(check, json_integer_value(get(check, annotation, "/F")) == 4, "a link is not printed");
  rule(check, contents && *contents && strcmp(contents, "Link") != 0, "a link says nothing");
  rule(check, json_is_integer(get(check, annotation, "/StructParent")), "a link is not tagged");
}

static void check_page(const Check *check, json_t *page)
{
  rule(check, is(get(check, page, "/Tabs"), "/S"), "the order of tabs is not that of the tags");
  rule(check, json_is_integer(get(check, page, "/StructParents")) || !get(check, page, "/Annots"),
       "a page is not tagged");
}

static void check_font(const Check *check, json_t *font)
{
  const char *type = json_string_value(get(check, font, "/Subtype"));
  gboolean is_part = g_str_has_prefix(type, "/CIDFont");
  json_t *descriptor = get(check, font, "/FontDescriptor");
  rule(check, is_part || get(check, font, "/ToUnicode"), "a font does not say its characters");
  if (strcmp(type, "/Type0") == 0 || strcmp(type, "/Type3") == 0)
    return;
  rule(check,
       get(check, descriptor, "/FontFile") || get(check, descriptor, "/FontFile2") ||
           get(check, descriptor, "/FontFile3"),
       "a font is not in the file");
  rule(check,
       strcmp(type, "/CIDFontType2") != 0 || is(get(check, font, "/CIDToGIDMap"), "/Identity"),
       "a font does not say which glyphs its numbers are");
}

static void check_objects(const Check *check)
{
  static const char *const forbidden[] = {"/JavaScript", "/Launch", "/DeviceCMYK", "/LZWDecode",
                                          "/Crypt",      "/Movie",  "/Sound"};
  const char *key;
  json_t *object;
  json_object_foreach(check->objects, key, object)
  {
    json_t *stream = json_object_get(object, "stream");
    json_t *value = stream ? json_object_get(stream, "dict") : json_object_get(object, "value");
    g_autofree char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT);
    for (gsize i = 0; i < G_N_ELEMENTS(forbidden); i++)
      rule(check, !strstr(text, forbidden[i]), "%s has %s", key, forbidden[i]);
    if (is_type(check, value, "/Annot"))
      check_annotation(check, value);
    if (is_type(check, value, "/Page"))
      check_page(check, value);
    if (is_type(check, value, "/Font"))
      check_font(check, value);
  }
}

/* --- page contents --- */

/* Skips a string of a content stream: (words \) words) or <1F>. */
static const char *skip_string(const char *at, const char *end)
{
  guint depth = 0;
  if (*at == '<') {
    while (at < end && *at != '>')
      at++;
    return MIN(at + 1, end);
  }
  for (; at < end; at++) {
    if (*at == '\\')
      at++;
    else if (*at == '(')
      depth++;
    else if (*at == ')' && --depth == 0)
      return at + 1;
  }
  return end;
}

static gboolean draws(const char *operator)
{
  static const char *const all[] = {"Tj", "TJ", "f", "f*", "S", "s", "B", "b", "Do", "sh", NULL};
  return g_strv_contains(all, operator);
}

/* All content is marked: tagged, or as an artifact. */
static void check_content(const Check *check, const char *at, const char *end)
{
  guint depth = 0;
  while (at < end) {
    if (*at == '(' || (*at == '<' && at + 1 < end && at[1] != '<')) {
      at = skip_string(at, end);
      continue;
    }
    gsize length = 0;
    while (at + length < end && (g_ascii_isalnum(at[length]) || strchr("*'/.-", at[length])))
      length++;
    g_autofree char *word = g_strndup(at, length);
    if (strcmp(word, "BDC") == 0 || strcmp(word, "BMC") == 0)
      depth++;
    else if (strcmp(word, "EMC") == 0)
      depth--;
    rule(check, depth > 0 || !draws(word), "%s stands outside of what is marked", word);
    at += MAX(length, 1);
  }
  rule(check, depth == 0, "what is marked does not end with the page");
}

static void check_contents(const Check *check)
{
  const char *key;
  json_t *object;
  json_object_foreach(check->objects, key, object)
  {
    json_t *page = json_object_get(object, "value");
    if (!is_type(check, page, "/Page"))
      continue;
    g_autoptr(GBytes) bytes = stream_of(check, json_object_get(page, "/Contents"));
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);
    check_content(check, data, data + length);
  }
}

/* --- structure --- */

static void check_heading(Check *check, const char *tag)
{
  if (tag[1] != 'H' || !g_ascii_isdigit(tag[2]))
    return;
  guint level = (guint)g_ascii_digit_value(tag[2]);
  rule(check, level <= check->heading + 1, "%s follows H%u", tag, check->heading);
  check->heading = level;
}

/* The allowed parents of elements. */
static void check_parent(const Check *check, const char *tag, const char *parent)
{
  static const char *const pairs[][2] = {{"/TR", "/Table"}, {"/TH", "/TR"},  {"/TD", "/TR"},
                                         {"/LI", "/L"},     {"/Lbl", "/LI"}, {"/LBody", "/LI"}};
  for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
    rule(check, strcmp(tag, pairs[i][0]) != 0 || g_strcmp0(parent, pairs[i][1]) == 0, "%s in %s",
         tag, parent);
    gboolean is_closed = i < 4;
    rule(check,
         !is_closed || i == 1 || i == 2 || g_strcmp0(parent, pairs[i][1]) != 0 ||
             strcmp(tag, pairs[i][0]) == 0,
         "%s in %s", tag, parent);
  }
}

static void check_attributes(const Check *check, json_t *element, const char *tag)
{
  json_t *attributes = get(check, element, "/A");
  rule(check, strcmp(tag, "/TH") != 0 || is(get(check, attributes, "/Scope"), "/Column"),
       "a head of a table has no scope");
  rule(check, strcmp(tag, "/L") != 0 || get(check, attributes, "/ListNumbering"),
       "a list does not say how it is numbered");
  if (strcmp(tag, "/Note") == 0) {
    const char *id = words_of(get(check, element, "/ID"));
    rule(check, id && g_hash_table_add(check->ids, (gpointer)(guintptr)id), "a note has no id");
  }
}

/* The number of cells in a row. */
static gsize cells_of(const Check *check, json_t *row)
{
  json_t *kids = get(check, row, "/K");
  return json_is_array(kids) ? json_array_size(kids) : 1;
}

static void check_rows(const Check *check, json_t *table)
{
  json_t *kids = get(check, table, "/K");
  for (gsize i = 1; json_is_array(kids) && i < json_array_size(kids); i++)
    rule(check,
         cells_of(check, follow(check, json_array_get(kids, i))) ==
             cells_of(check, follow(check, json_array_get(kids, 0))),
         "a row has more cells than another");
}

static gboolean has_object(const Check *check, json_t *kids)
{
  if (json_is_array(kids)) {
    for (gsize i = 0; i < json_array_size(kids); i++)
      if (has_object(check, follow(check, json_array_get(kids, i))))
        return TRUE;
    return FALSE;
  }
  return is_type(check, kids, "/OBJR");
}

static void check_element(Check *check, json_t *element, const char *parent)
{
  static const char *const known[] = {
      "/Document", "/Table", "/TR",         "/TH",  "/TD",   "/P",         "/H1",
      "/H2",       "/H3",    "/H4",         "/H5",  "/H6",   "/L",         "/LI",
      "/Lbl",      "/LBody", "/BlockQuote", "/Div", "/Span", "/Link",      "/Note",
      "/Ruby",     "/RB",    "/RT",         "/RP",  "/Sect", "/Reference", NULL};
  const char *tag = json_string_value(get(check, element, "/S"));
  rule(check, tag && g_strv_contains(known, tag), "the tag %s is not of the standard", tag);
  json_t *kids = get(check, element, "/K");
  rule(check, kids, "%s is empty", tag);
  check_heading(check, tag);
  check_parent(check, tag, parent);
  check_attributes(check, element, tag);
  if (strcmp(tag, "/Table") == 0)
    check_rows(check, element);
  rule(check, strcmp(tag, "/Link") != 0 || has_object(check, kids), "a link has no annotation");
  gsize count = json_is_array(kids) ? json_array_size(kids) : 1;
  for (gsize i = 0; i < count; i++) {
    json_t *kid = json_is_array(kids) ? follow(check, json_array_get(kids, i)) : kids;
    if (is_type(check, kid, "/StructElem"))
      check_element(check, kid, tag);
  }
}

static void check_structure(Check *check, json_t *catalog)
{
  json_t *root = get(check, catalog, "/StructTreeRoot");
  json_t *kids = get(check, root, "/K");
  rule(check, get(check, root, "/ParentTree"), "what is drawn does not know its tags");
  check_element(check, json_is_array(kids) ? follow(check, json_array_get(kids, 0)) : kids, NULL);
}

/* qpdf cannot read a pipe. */
static json_t *objects_of(const GString *pdf)
{
  GError *error = NULL;
  g_autofree char *path = NULL;
  int file = g_file_open_tmp("adref-XXXXXX.pdf", &path, &error);
  ck_assert_no_error(error);
  g_close(file, NULL);
  g_file_set_contents(path, pdf->str, (gssize)pdf->len, &error);
  ck_assert_no_error(error);
  const char *const command[] = {
      "qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path, NULL};
  g_autoptr(GString) nothing = g_string_new(NULL);
  g_autofree char *text = witness(nothing, command);
  g_remove(path);
  return json_loads(text, 0, NULL);
}

void check_standard(const GString *pdf, const char *name)
{
  json_t *all = objects_of(pdf);
  ck_assert_ptr_nonnull(all);
  Check check = {.name = name,
                 .objects = json_array_get(json_object_get(all, "qpdf"), 1),
                 .ids = g_hash_table_new(g_str_hash, g_str_equal)};
  json_t *trailer = json_object_get(json_object_get(check.objects, "trailer"), "value");
  json_t *catalog = get(&check, trailer, "/Root");
  check_bytes(&check, pdf);
  rule(&check, get(&check, trailer, "/ID") && !get(&check, trailer, "/Encrypt"), "no id");
  check_catalog(&check, catalog);
  check_metadata(&check, catalog, get(&check, trailer, "/Info"));
  check_objects(&check);
  check_contents(&check);
  check_structure(&check, catalog);
  g_hash_table_unref(check.ids);
  json_decref(all);
}

static void add_languages(const Check *check, json_t *element, GString *languages)
{
  const char *tag = json_string_value(get(check, element, "/S"));
  const char *language = words_of(get(check, element, "/Lang"));
  json_t *kids = get(check, element, "/K");
  if (language)
    g_string_append_printf(languages, "%s%s %s", languages->len > 0 ? ", " : "", tag + 1, language);
  gsize count = json_is_array(kids) ? json_array_size(kids) : 1;
  for (gsize i = 0; i < count; i++) {
    json_t *kid = json_is_array(kids) ? follow(check, json_array_get(kids, i)) : kids;
    if (is_type(check, kid, "/StructElem"))
      add_languages(check, kid, languages);
  }
}

char *languages_of(const GString *pdf)
{
  json_t *all = objects_of(pdf);
  Check check = {.name = "", .objects = json_array_get(json_object_get(all, "qpdf"), 1)};
  json_t *trailer = json_object_get(json_object_get(check.objects, "trailer"), "value");
  json_t *root = get(&check, get(&check, trailer, "/Root"), "/StructTreeRoot");
  json_t *kids = get(&check, root, "/K");
  GString *languages = g_string_new(NULL);
  add_languages(&check, json_is_array(kids) ? follow(&check, json_array_get(kids, 0)) : kids,
                languages);
  json_decref(all);
  return g_string_free(languages, FALSE);
}
