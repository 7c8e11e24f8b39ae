#include "draft/library/mustache.h"

#include <string.h>

#include "draft/library/mustache_token.h"

/* A template that is being rendered: the outermost one, or a partial. */
typedef struct {
  const AdrefMustache *template;
  guint at;     /* index of the next tag */
  char *indent; /* written before each line */
} PartialCall;

/* A section that is being rendered; its item is the innermost context. */
typedef struct {
  guint open;       /* index of its tag */
  GPtrArray *items; /* of the list that it repeats for; NULL: not a list */
  guint next;       /* index of the next item */
} OpenSection;

typedef struct {
  const AdrefMustacheCallbacks *callbacks;
  GString *out;
  GPtrArray *contexts; /* of AdrefMustacheItem, innermost last */
  GArray *calls;       /* of PartialCall, innermost last */
  GArray *sections;    /* of OpenSection, innermost last */
  guint steps;
} MustacheRenderer;

static PartialCall *current(MustacheRenderer *renderer)
{
  return &g_array_index(renderer->calls, PartialCall, renderer->calls->len - 1);
}

static AdrefLocation place_of(MustacheRenderer *renderer, const AdrefMustacheToken *tag)
{
  return (AdrefLocation){current(renderer)->template->name, tag->line, tag->column};
}

static void push_context(MustacheRenderer *renderer, AdrefMustacheItem item)
{
  g_ptr_array_add(renderer->contexts, (gpointer)(guintptr)item);
}

static gboolean get_member(MustacheRenderer *renderer, AdrefMustacheItem item, const char *name,
                           AdrefMustacheItem *out)
{
  renderer->steps++;
  return renderer->callbacks->member(renderer->callbacks->data, item, name, out);
}

/* Looks up the first step of a name in the contexts, from the innermost outwards, and each further
 * step in the item of the step before it. */
static gboolean find(MustacheRenderer *renderer, const AdrefMustacheToken *tag,
                     AdrefMustacheItem *out)
{
  guint depth = renderer->contexts->len;
  AdrefMustacheItem item = renderer->contexts->pdata[depth - 1];
  char **step = tag->steps;
  gboolean found = !*step;
  for (guint i = depth; *step && !found && i > 0; i--)
    found = get_member(renderer, renderer->contexts->pdata[i - 1], *step, &item);
  if (*step)
    step++;
  for (; found && *step; step++)
    found = get_member(renderer, item, *step, &item);
  if (found)
    *out = item;
  return found;
}

/* Finds the item that a tag names; FALSE with an error when the callback `missing` stops. */
static gboolean look_up(MustacheRenderer *renderer, const AdrefMustacheToken *tag,
                        AdrefMustacheItem *item, gboolean *found, GError **error)
{
  *found = find(renderer, tag, item);
  return *found || renderer->callbacks->missing(renderer->callbacks->data, tag->name,
                                                place_of(renderer, tag), error);
}

static gboolean print(MustacheRenderer *renderer, const AdrefMustacheToken *tag, GError **error)
{
  const AdrefMustacheCallbacks *callbacks = renderer->callbacks;
  AdrefMustacheItem item = NULL;
  gboolean found;
  if (!look_up(renderer, tag, &item, &found, error))
    return FALSE;
  g_autofree char *text = found ? callbacks->print(callbacks->data, item) : NULL;
  if (!text)
    return TRUE;
  g_autofree char *escaped = tag->type == ADREF_MUSTACHE_TOKEN_VALUE
                                 ? callbacks->escape(callbacks->data, item, text)
                                 : NULL;
  g_string_append(renderer->out, escaped ? escaped : text);
  return TRUE;
}

/* Whether the section of an item is rendered; *items is set when the item is a list. */
static gboolean is_shown(MustacheRenderer *renderer, AdrefMustacheItem item, GPtrArray **items)
{
  const AdrefMustacheCallbacks *callbacks = renderer->callbacks;
  if (!callbacks->is_true(callbacks->data, item))
    return FALSE;
  *items = callbacks->items(callbacks->data, item);
  if (!*items)
    return TRUE;
  renderer->steps += (*items)->len;
  if ((*items)->len > 0)
    return TRUE;
  g_clear_pointer(items, g_ptr_array_unref);
  return FALSE;
}

static gboolean open_section(MustacheRenderer *renderer, const AdrefMustacheToken *tag,
                             GError **error)
{
  AdrefMustacheItem item = NULL;
  gboolean found;
  if (!look_up(renderer, tag, &item, &found, error))
    return FALSE;
  PartialCall *call = current(renderer);
  GPtrArray *items = NULL;
  gboolean shows = found && is_shown(renderer, item, &items);
  if (tag->type == ADREF_MUSTACHE_TOKEN_INVERTED)
    g_clear_pointer(&items, g_ptr_array_unref);
  if (shows != (tag->type == ADREF_MUSTACHE_TOKEN_SECTION)) {
    call->at = tag->partner + 1;
  } else if (shows) {
    OpenSection section = {call->at - 1, items, 1};
    g_array_append_val(renderer->sections, section);
    push_context(renderer, items ? items->pdata[0] : item);
  }
  return TRUE;
}

static void close_section(MustacheRenderer *renderer, const AdrefMustacheToken *tag)
{
  PartialCall *call = current(renderer);
  const AdrefMustacheToken *open =
      &g_array_index(call->template->tags, AdrefMustacheToken, tag->partner);
  if (open->type == ADREF_MUSTACHE_TOKEN_INVERTED)
    return;
  g_ptr_array_set_size(renderer->contexts, (gint)renderer->contexts->len - 1);
  OpenSection *section =
      &g_array_index(renderer->sections, OpenSection, renderer->sections->len - 1);
  if (section->items && section->next < section->items->len) {
    push_context(renderer, section->items->pdata[section->next++]);
    call->at = section->open + 1;
  } else {
    g_array_set_size(renderer->sections, renderer->sections->len - 1);
  }
}

static gboolean call_partial(MustacheRenderer *renderer, const AdrefMustacheToken *tag,
                             GError **error)
{
  GError *wrong = NULL;
  if (renderer->calls->len > ADREF_MUSTACHE_MAX_PARTIALS) {
    adref_error_at(error, ADREF_ERROR_INPUT, place_of(renderer, tag),
                   "partial \"%s\" is nested too deep; perhaps it includes itself; allowed are %d "
                   "levels",
                   tag->name, ADREF_MUSTACHE_MAX_PARTIALS);
    return FALSE;
  }
  PartialCall call = {
      .template = renderer->callbacks->partial(renderer->callbacks->data, tag->name, &wrong)};
  if (wrong) {
    g_propagate_error(error, wrong);
    return FALSE;
  }
  if (!call.template)
    return TRUE;
  g_autofree char *own = g_strndup(tag->text ? tag->text : "", tag->length);
  call.indent = g_strconcat(tag->text ? current(renderer)->indent : "", own, NULL);
  g_array_append_val(renderer->calls, call);
  return TRUE;
}

static gboolean check_length(MustacheRenderer *renderer, const AdrefMustacheToken *tag,
                             GError **error)
{
  if (renderer->out->len <= ADREF_MUSTACHE_MAX_OUTPUT)
    return TRUE;
  adref_error_at(error, ADREF_ERROR_INPUT, place_of(renderer, tag),
                 "the text becomes too long here; allowed are %d bytes", ADREF_MUSTACHE_MAX_OUTPUT);
  return FALSE;
}

/* An empty line gets no indentation. */
static gboolean is_empty_line(const char *p, const char *end)
{
  return p < end && (*p == '\n' || (*p == '\r' && p + 1 < end && p[1] == '\n'));
}

static gboolean append_text(MustacheRenderer *renderer, const AdrefMustacheToken *tag,
                            GError **error)
{
  const char *indent = current(renderer)->indent, *p = tag->text, *end = tag->text + tag->length;
  if (!*indent) {
    g_string_append_len(renderer->out, p, (gssize)tag->length);
    return TRUE;
  }
  for (gboolean first = tag->first; p < end; first = TRUE) {
    const char *newline = memchr(p, '\n', (gsize)(end - p));
    const char *next = newline ? newline + 1 : end;
    if (first && !is_empty_line(p, end))
      g_string_append(renderer->out, indent);
    g_string_append_len(renderer->out, p, next - p);
    p = next;
    if (!check_length(renderer, tag, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean render_tag(MustacheRenderer *renderer, const AdrefMustacheToken *tag,
                           GError **error)
{
  if (tag->type == ADREF_MUSTACHE_TOKEN_TEXT)
    return append_text(renderer, tag, error);
  if (tag->first)
    g_string_append(renderer->out, current(renderer)->indent);
  switch (tag->type) {
  case ADREF_MUSTACHE_TOKEN_VALUE:
  case ADREF_MUSTACHE_TOKEN_RAW: return print(renderer, tag, error);
  case ADREF_MUSTACHE_TOKEN_SECTION:
  case ADREF_MUSTACHE_TOKEN_INVERTED: return open_section(renderer, tag, error);
  case ADREF_MUSTACHE_TOKEN_PARTIAL: return call_partial(renderer, tag, error);
  case ADREF_MUSTACHE_TOKEN_CLOSE: close_section(renderer, tag);
  case ADREF_MUSTACHE_TOKEN_TEXT: break;
  }
  return TRUE;
}

static gboolean check_limits(MustacheRenderer *renderer, const AdrefMustacheToken *tag,
                             GError **error)
{
  if (!check_length(renderer, tag, error))
    return FALSE;
  if (++renderer->steps > ADREF_MUSTACHE_MAX_STEPS) {
    adref_error_at(error, ADREF_ERROR_INPUT, place_of(renderer, tag),
                   "sections and partials are repeated too often; allowed are %d steps",
                   ADREF_MUSTACHE_MAX_STEPS);
    return FALSE;
  }
  return TRUE;
}

static gboolean render(MustacheRenderer *renderer, GError **error)
{
  while (renderer->calls->len > 0) {
    PartialCall *call = current(renderer);
    if (call->at == call->template->tags->len) {
      g_array_set_size(renderer->calls, renderer->calls->len - 1);
      continue;
    }
    const AdrefMustacheToken *tag =
        &g_array_index(call->template->tags, AdrefMustacheToken, call->at++);
    if (!check_limits(renderer, tag, error) || !render_tag(renderer, tag, error))
      return FALSE;
  }
  return TRUE;
}

static void call_clear(gpointer call)
{
  g_free(((PartialCall *)call)->indent);
}

static void section_clear(gpointer section)
{
  g_clear_pointer(&((OpenSection *)section)->items, g_ptr_array_unref);
}

GString *adref_mustache_render(const AdrefMustache *template, AdrefMustacheItem root,
                               const AdrefMustacheCallbacks *callbacks, GError **error)
{
  g_autoptr(GPtrArray) contexts = g_ptr_array_new();
  g_autoptr(GArray) calls = g_array_new(FALSE, FALSE, sizeof(PartialCall));
  g_autoptr(GArray) sections = g_array_new(FALSE, FALSE, sizeof(OpenSection));
  g_array_set_clear_func(calls, call_clear);
  g_array_set_clear_func(sections, section_clear);
  MustacheRenderer renderer = {callbacks, g_string_new(NULL), contexts, calls, sections, 0};
  PartialCall call = {template, 0, g_strdup("")};
  g_array_append_val(calls, call);
  push_context(&renderer, root);
  if (render(&renderer, error))
    return renderer.out;
  g_string_free(renderer.out, TRUE);
  return NULL;
}

void adref_mustache_each_tag(const AdrefMustache *template, AdrefMustacheTagFunc func,
                             gpointer data)
{
  static const char kinds[] = {
      [ADREF_MUSTACHE_TOKEN_RAW] = '&',      [ADREF_MUSTACHE_TOKEN_SECTION] = '#',
      [ADREF_MUSTACHE_TOKEN_INVERTED] = '^', [ADREF_MUSTACHE_TOKEN_CLOSE] = '/',
      [ADREF_MUSTACHE_TOKEN_PARTIAL] = '>',
  };
  for (guint i = 0; i < template->tags->len; i++) {
    const AdrefMustacheToken *tag = &g_array_index(template->tags, AdrefMustacheToken, i);
    if (tag->type != ADREF_MUSTACHE_TOKEN_TEXT)
      func(kinds[tag->type], tag->name, (AdrefLocation){template->name, tag->line, tag->column},
           data);
  }
}
