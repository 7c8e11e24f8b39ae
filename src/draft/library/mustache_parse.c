#include <string.h>

#include "base/file.h"
#include "draft/library/mustache_token.h"

typedef struct {
  AdrefMustache *template;
  const char *start, *end; /* of the source */
  const char *at;          /* end of the text read so far */
  AdrefTextCursor spot;
  char *open, *close; /* the delimiters */
  GArray *sections;   /* of guint: indexes of the sections that are open */
  gboolean first;     /* the line has no token yet */
} MustacheParser;

/* A tag in the source. */
typedef struct {
  const char *start, *end;
  const char *from, *to; /* the text that the tag replaces: itself, or its whole line */
  gboolean standalone;   /* prints nothing itself and is alone on its line */
  char sigil;            /* 0 for a plain name */
  char *content;
  AdrefLocation place;
} ScannedTag;

static void tag_clear(gpointer data)
{
  AdrefMustacheToken *tag = data;
  g_free(tag->name);
  g_strfreev(tag->steps);
}

void adref_mustache_free(AdrefMustache *template)
{
  if (!template)
    return;
  g_array_unref(template->tags);
  g_free(template->source);
  g_free(template->name);
  g_free(template);
}

static AdrefLocation place_at(MustacheParser *parser, const char *to)
{
  adref_text_cursor_advance(&parser->spot, to);
  return (AdrefLocation){parser->template->name, parser->spot.line, parser->spot.column};
}

static gboolean fail(GError **error, AdrefLocation place, const char *message)
{
  adref_error_at(error, ADREF_ERROR_INPUT, place, "%s", message);
  return FALSE;
}

static const char *find(const char *from, const char *end, const char *what)
{
  return memmem(from, (gsize)(end - from), what, strlen(what));
}

static void add_text(MustacheParser *parser, const char *from, const char *to)
{
  if (from == to)
    return;
  AdrefMustacheToken tag = {.text = from, .length = (gsize)(to - from), .first = parser->first};
  g_array_append_val(parser->template->tags, tag);
  parser->first = to[-1] == '\n';
}

/* A tag that prints nothing itself and is alone on its line replaces the whole line. */
static void extend_to_line(const MustacheParser *parser, ScannedTag *found)
{
  const char *from = found->start, *to = found->end;
  while (from > parser->start && (from[-1] == ' ' || from[-1] == '\t'))
    from--;
  while (to < parser->end && (*to == ' ' || *to == '\t'))
    to++;
  if (from > parser->start && from[-1] != '\n')
    return;
  if (to < parser->end && *to == '\r' && to + 1 < parser->end && to[1] == '\n')
    to++;
  if (to < parser->end && *to != '\n')
    return;
  found->standalone = TRUE;
  found->from = from;
  found->to = to < parser->end ? to + 1 : to;
}

/* Finds the next tag; FALSE without an error when there is none. */
static gboolean find_tag(MustacheParser *parser, ScannedTag *found, GError **error)
{
  *found = (ScannedTag){.start = find(parser->at, parser->end, parser->open)};
  if (!found->start)
    return FALSE;
  found->place = place_at(parser, found->start);
  const char *content = found->start + strlen(parser->open);
  while (content < parser->end && g_ascii_isspace(*content))
    content++;
  if (content < parser->end && strchr("#^/>!=&{", *content))
    found->sigil = *content++;
  g_autofree char *close = g_strconcat(found->sigil == '{'   ? "}"
                                       : found->sigil == '=' ? "="
                                                             : "",
                                       parser->close, NULL);
  const char *stop = find(content, parser->end, close);
  if (!stop) {
    adref_error_at(error, ADREF_ERROR_INPUT, found->place,
                   "a tag begins here and does not end; allowed is \"%s\" at its end", close);
    return FALSE;
  }
  found->content = g_strstrip(g_strndup(content, (gsize)(stop - content)));
  found->end = stop + strlen(close);
  found->from = found->start;
  found->to = found->end;
  if (found->sigil && strchr("#^/>!=", found->sigil))
    extend_to_line(parser, found);
  return TRUE;
}

static gboolean set_delimiters(MustacheParser *parser, const ScannedTag *found, GError **error)
{
  g_auto(GStrv) parts = g_strsplit_set(found->content, " \t\r\n", -1);
  const char *marks[2] = {NULL, NULL};
  guint count = 0;
  for (char **part = parts; *part; part++) {
    if (!**part)
      continue;
    if (count < G_N_ELEMENTS(marks))
      marks[count] = *part;
    count++;
  }
  if (count != 2 || strchr(found->content, '='))
    return fail(
        error, found->place,
        "delimiters are changed as in {{=<% %>=}}: two delimiters, each without spaces and \"=\"");
  g_free(parser->open);
  g_free(parser->close);
  parser->open = g_strdup(marks[0]);
  parser->close = g_strdup(marks[1]);
  return TRUE;
}

static gboolean check_name(const ScannedTag *found, GError **error)
{
  if (!*found->content)
    return fail(error, found->place, "a tag without a name; allowed is a name such as {{date}}");
  const char *name = found->content;
  gboolean spaced = strpbrk(name, " \t\r\n") != NULL;
  gboolean dotted = found->sigil != '>' && strcmp(name, ".") != 0 &&
                    (name[0] == '.' || g_str_has_suffix(name, ".") || strstr(name, ".."));
  if (!spaced && !dotted)
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, found->place,
                 "\"%s\" is not a name; allowed are names without spaces, joined by single dots",
                 name);
  return FALSE;
}

static gboolean open_section(MustacheParser *parser, AdrefLocation place, GError **error)
{
  guint index = parser->template->tags->len;
  if (parser->sections->len >= ADREF_MUSTACHE_MAX_SECTIONS) {
    adref_error_at(error, ADREF_ERROR_INPUT, place,
                   "sections are nested too deep; allowed are %d levels",
                   ADREF_MUSTACHE_MAX_SECTIONS);
    return FALSE;
  }
  g_array_append_val(parser->sections, index);
  return TRUE;
}

static gboolean close_section(MustacheParser *parser, const ScannedTag *found,
                              AdrefMustacheToken *tag, GError **error)
{
  GArray *tags = parser->template->tags;
  if (parser->sections->len == 0) {
    adref_error_at(error, ADREF_ERROR_INPUT, found->place, "{{/%s}} closes no section",
                   found->content);
    return FALSE;
  }
  guint index = g_array_index(parser->sections, guint, parser->sections->len - 1);
  AdrefMustacheToken *open = &g_array_index(tags, AdrefMustacheToken, index);
  if (strcmp(open->name, found->content) != 0) {
    adref_error_at(error, ADREF_ERROR_INPUT, found->place,
                   "{{/%s}} stands here; allowed is {{/%s}}, which closes the section of line %u",
                   found->content, open->name, open->line);
    return FALSE;
  }
  open->partner = tags->len;
  tag->partner = index;
  g_array_set_size(parser->sections, parser->sections->len - 1);
  return TRUE;
}

static AdrefMustacheTokenType type_of(char sigil)
{
  switch (sigil) {
  case '#': return ADREF_MUSTACHE_TOKEN_SECTION;
  case '^': return ADREF_MUSTACHE_TOKEN_INVERTED;
  case '/': return ADREF_MUSTACHE_TOKEN_CLOSE;
  case '>': return ADREF_MUSTACHE_TOKEN_PARTIAL;
  case '&':
  case '{': return ADREF_MUSTACHE_TOKEN_RAW;
  default: return ADREF_MUSTACHE_TOKEN_VALUE;
  }
}

static gboolean add_tag(MustacheParser *parser, const ScannedTag *found, GError **error)
{
  AdrefMustacheToken tag = {.type = type_of(found->sigil),
                            .line = found->place.line,
                            .column = found->place.column,
                            .first = parser->first && !found->standalone};
  gboolean opens =
      tag.type == ADREF_MUSTACHE_TOKEN_SECTION || tag.type == ADREF_MUSTACHE_TOKEN_INVERTED;
  if (!check_name(found, error) || (opens && !open_section(parser, found->place, error)) ||
      (tag.type == ADREF_MUSTACHE_TOKEN_CLOSE && !close_section(parser, found, &tag, error)))
    return FALSE;
  if (tag.type == ADREF_MUSTACHE_TOKEN_PARTIAL && found->standalone) {
    tag.text = found->from;
    tag.length = (gsize)(found->start - found->from);
  }
  tag.name = g_strdup(found->content);
  tag.steps = g_strsplit(strcmp(tag.name, ".") == 0 ? "" : tag.name, ".", -1);
  g_array_append_val(parser->template->tags, tag);
  parser->first = found->standalone;
  return TRUE;
}

static gboolean handle_tag(MustacheParser *parser, const ScannedTag *found, GError **error)
{
  add_text(parser, parser->at, found->from);
  parser->at = found->to;
  if (found->sigil == '!')
    return TRUE;
  if (found->sigil == '=')
    return set_delimiters(parser, found, error);
  return add_tag(parser, found, error);
}

static gboolean check_closed(const MustacheParser *parser, GError **error)
{
  if (parser->sections->len == 0)
    return TRUE;
  guint index = g_array_index(parser->sections, guint, parser->sections->len - 1);
  const AdrefMustacheToken *open =
      &g_array_index(parser->template->tags, AdrefMustacheToken, index);
  AdrefLocation place = {parser->template->name, open->line, open->column};
  adref_error_at(error, ADREF_ERROR_INPUT, place,
                 "section \"%s\" is not closed; allowed is {{/%s}} at its end", open->name,
                 open->name);
  return FALSE;
}

static gboolean parse(MustacheParser *parser, GError **error)
{
  ScannedTag found;
  GError *wrong = NULL;
  while (!wrong && find_tag(parser, &found, &wrong)) {
    handle_tag(parser, &found, &wrong);
    g_free(found.content);
  }
  if (wrong) {
    g_propagate_error(error, wrong);
    return FALSE;
  }
  add_text(parser, parser->at, parser->end);
  return check_closed(parser, error);
}

AdrefMustache *adref_mustache_parse(const char *text, gsize length, const char *name,
                                    guint first_line, GError **error)
{
  g_autoptr(AdrefMustache) template = g_new0(AdrefMustache, 1);
  template->source = g_strndup(text, length);
  template->name = g_strdup(name);
  template->tags = g_array_new(FALSE, FALSE, sizeof(AdrefMustacheToken));
  g_array_set_clear_func(template->tags, tag_clear);
  const char *start = template->source;
  MustacheParser parser = {.template = template,
                           .start = start,
                           .end = start + length,
                           .at = start,
                           .spot = {start, first_line, 1},
                           .open = g_strdup("{{"),
                           .close = g_strdup("}}"),
                           .sections = g_array_new(FALSE, FALSE, sizeof(guint)),
                           .first = TRUE};
  gboolean parsed = parse(&parser, error);
  g_free(parser.open);
  g_free(parser.close);
  g_array_unref(parser.sections);
  return parsed ? g_steal_pointer(&template) : NULL;
}
