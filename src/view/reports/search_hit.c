#include "view/reports/search_hit.h"

#include <jansson.h>
#include <string.h>

#include "base/error.h"
#include "base/string_list.h"
#include "view/json/json.h"
#include "view/json/json_list.h"
#include "view/terminal_wrap.h"

enum {
  INDENT = 6,
  MAX_WORDS = 240, /* characters of the words around the first match that are shown */
  BEFORE = 80,     /* of them before it */
  MAX_DRAFTS = 3   /* that are named of a hit */
};

void adref_search_hit_free(AdrefSearchHit *hit)
{
  if (!hit)
    return;
  g_free(hit->statement);
  g_free(hit->path);
  g_free(hit->name);
  g_free(hit->language);
  g_free(hit->clause);
  g_free(hit->number);
  g_free(hit->words);
  g_clear_pointer(&hit->matches, g_array_unref);
  g_free(hit->version);
  g_free(hit->day);
  g_free(hit->party);
  g_free(hit->author);
  g_clear_pointer(&hit->drafts, g_ptr_array_unref);
  g_free(hit);
}

/* --- text --- */

typedef struct {
  GString *out;
  const AdrefSearchHitOptions *options;
  const AdrefSearchHit *last; /* that was put, or NULL */
} Writer;

static gboolean is_same_text(const AdrefSearchHit *a, const AdrefSearchHit *b)
{
  return a && strcmp(a->path, b->path) == 0;
}

/* Whether a text that belongs to no statement is a precedent; else it is a template. */
static gboolean is_precedent(const AdrefSearchHit *hit)
{
  return g_str_has_prefix(hit->path, "precedents/");
}

char *adref_search_hit_text_name(const AdrefSearchHit *hit)
{
  const char *what = hit->statement ? "" : is_precedent(hit) ? "precedent " : "template ";
  g_autofree char *name =
      g_strdup_printf("%s%s, %s", what, hit->statement ? hit->statement : hit->name, hit->language);
  return adref_escape_controls(name, -1, FALSE);
}

static void put_headings(Writer *self, const AdrefSearchHit *hit)
{
  GString *out = self->out;
  const char *on = self->options->color ? "\033[1m" : "",
             *off = self->options->color ? "\033[0m" : "";
  gboolean same = is_same_text(self->last, hit);
  if (!same) {
    g_autofree char *name = adref_search_hit_text_name(hit);
    g_string_append_printf(out, "%s%s%s%s\n", self->last ? "\n" : "", on, name, off);
  }
  if (!hit->now && (!same || self->last->now))
    g_string_append(out, "  not in the text as it is, but in older versions or other branches:\n");
}

/* "zero, rev1, rev2 and 3 more". */
static char *draft_names(const AdrefSearchHit *hit)
{
  return adref_string_list_join(hit->drafts, MAX_DRAFTS);
}

/* "  12 #private-sector  since 1a2b3c4d, 2023-12-01, JPN, Aiko Tanaka; in zero, rev1". */
static void put_place(AdrefTerminalWrap *fill, const AdrefSearchHit *hit)
{
  g_autoptr(GString) line = g_string_new(NULL);
  g_autofree char *drafts = draft_names(hit);
  if (hit->number)
    g_string_append_printf(line, "%s ", hit->number);
  if (hit->clause)
    g_string_append_printf(line, "#%s ", hit->clause);
  if (hit->line > 0 && !hit->number && !hit->clause)
    g_string_append_printf(line, "line %u ", hit->line);
  adref_terminal_wrap_begin(fill, 4, 2, NULL);
  adref_terminal_wrap_string(fill, line->str, ADREF_TERMINAL_STYLE_BOLD);
  g_string_truncate(line, 0);
  if (hit->version)
    g_string_append_printf(line, " since %.8s, %s", hit->version, hit->day ? hit->day : "?");
  if (hit->party || hit->author)
    g_string_append_printf(line, ", %s", hit->party ? hit->party : hit->author);
  if (hit->drafts->len > 0)
    g_string_append_printf(line, "; in %s", drafts);
  if (hit->unsaved)
    g_string_append(line, " not saved yet");
  adref_terminal_wrap_string(fill, line->str, ADREF_TERMINAL_STYLE_DIM);
  adref_terminal_wrap_end(fill);
}

/* The byte that is so many characters before, or behind, a byte; a border of words where one is
 * near. */
static gsize step_back(const char *words, gsize from, guint characters)
{
  const char *at = words + from;
  while (at > words && characters-- > 0)
    at = g_utf8_prev_char(at);
  const char *space = at > words ? memchr(at, ' ', (gsize)(words + from - at)) : NULL;
  return (gsize)((space && space - at < INDENT * 3 ? space + 1 : at) - words);
}

static gsize step_on(const char *words, gsize from, guint characters)
{
  const char *at = words + from;
  while (*at && characters-- > 0)
    at = g_utf8_next_char(at);
  const char *space = at;
  while (*at && space > words + from && *space != ' ' && at - space < INDENT * 3)
    space = g_utf8_prev_char(space);
  return (gsize)((*at && *space == ' ' && space > words + from ? space : at) - words);
}

static void put_match(const Writer *self, AdrefTerminalWrap *fill, const char *words, gsize length)
{
  guint style = ADREF_TERMINAL_STYLE_BOLD | ADREF_TERMINAL_STYLE_COLOR * 3;
  if (!self->options->color)
    adref_terminal_wrap_symbol(fill, "{==", 0);
  adref_terminal_wrap_text(fill, words, length, self->options->color ? style : 0);
  if (!self->options->color)
    adref_terminal_wrap_symbol(fill, "==}", 0);
}

static void put_words(const Writer *self, AdrefTerminalWrap *fill, const AdrefSearchHit *hit)
{
  const char *words = hit->words;
  gsize length = strlen(words), at = 0;
  if (hit->matches->len > 0)
    at = step_back(words, g_array_index(hit->matches, AdrefTextMatch, 0).start, BEFORE);
  gsize end = MIN(length, step_on(words, at, MAX_WORDS));
  adref_terminal_wrap_begin(fill, INDENT, 0, NULL);
  if (at > 0)
    adref_terminal_wrap_string(fill, "… ", 0);
  for (guint i = 0; i < hit->matches->len; i++) {
    AdrefTextMatch match = g_array_index(hit->matches, AdrefTextMatch, i);
    if (match.start >= end)
      break;
    adref_terminal_wrap_text(fill, words + at, match.start - at, 0);
    at = MIN(match.end, MAX(end, match.start + MAX_WORDS));
    put_match(self, fill, words + match.start, at - match.start);
  }
  if (at < end)
    adref_terminal_wrap_text(fill, words + at, end - at, 0);
  if (MAX(at, end) < length)
    adref_terminal_wrap_string(fill, " …", 0);
  adref_terminal_wrap_end(fill);
}

void adref_search_hit_write(GString *out, const AdrefSearchHit *hit, const AdrefSearchHit *before,
                            const AdrefSearchHitOptions *options)
{
  Writer writer = {out, options, before};
  g_autoptr(AdrefTerminalWrap) fill =
      adref_terminal_wrap_new(out, options->width, options->color, hit->language);
  put_headings(&writer, hit);
  put_place(fill, hit);
  put_words(&writer, fill, hit);
}

/* --- JSON --- */

static json_t *matches_json(const char *words, const GArray *matches)
{
  json_t *list = json_array();
  for (guint i = 0; i < matches->len; i++) {
    const AdrefTextMatch *match = &g_array_index(matches, AdrefTextMatch, i);
    int start = (int)g_utf8_strlen(words, (gssize)match->start);
    int length = (int)g_utf8_strlen(words + match->start, (gssize)(match->end - match->start));
    json_array_append_new(list, json_pack("{s:i, s:i, s:s%}", "start", start, "end", start + length,
                                          "words", words + match->start,
                                          (size_t)(match->end - match->start)));
  }
  return list;
}

static json_t *hit_json(const AdrefSearchHit *hit)
{
  return json_pack(
      "{s:s?, s:s?, s:s?, s:s, s:s, s:s?, s:s?, s:o, s:b, s:s, s:o, s:s?, s:s?, s:s?, s:s?, "
      "s:o}",
      "statement", hit->statement, "template", is_precedent(hit) ? NULL : hit->name, "precedent",
      is_precedent(hit) ? hit->name : NULL, "path", hit->path, "language", hit->language, "clause",
      hit->clause, "number", hit->number, "line",
      hit->line > 0 ? json_integer(hit->line) : json_null(), "now", hit->now, "words", hit->words,
      "matches", matches_json(hit->words, hit->matches), "version", hit->version, "date", hit->day,
      "party", hit->party, "author", hit->author, "drafts", adref_json_strings(hit->drafts));
}

GString *adref_search_hits_json(const GPtrArray *hits)
{
  g_autoptr(AdrefJsonList) list = adref_json_list_new();
  for (guint i = 0; i < hits->len; i++)
    adref_json_list_add(list, hit_json(hits->pdata[i]));
  return adref_json_list_write(list);
}
