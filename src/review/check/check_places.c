#include "review/check/check_places.h"

#include <string.h>

#include "base/error.h"
#include "clause/brackets/suspected_position.h"
#include "clause/labels/numbering.h"
#include "clause/markdown/canonical.h"
#include "print/source_text.h"
#include "review/hidden_places.h"

static void check_problems(AdrefCheckText *text)
{
  const GPtrArray *problems = text->source.problems;
  for (guint i = 0; problems && i < problems->len; i++) {
    const AdrefProblem *problem = problems->pdata[i];
    g_autofree char *rule =
        g_strconcat("integrity/", problem->rule ? problem->rule : "marker", NULL);
    AdrefCheckFinding *finding = adref_check_add_at(text, rule, NULL, problem->line,
                                                    problem->column, "%s", problem->message);
    if (problem->serious)
      finding->severity = ADREF_CHECK_ERROR;
  }
}

static const char *hidden_rule(const AdrefHiddenPlace *place)
{
  if (place->is_title)
    return "integrity/hidden-title";
  switch (place->kind) {
  case ADREF_HIDDEN_INVISIBLE:
  case ADREF_HIDDEN_SOFT_HYPHEN:
  case ADREF_HIDDEN_TAG:
  case ADREF_HIDDEN_CONTROL: return "integrity/invisible-character";
  case ADREF_HIDDEN_DIRECTION: return "integrity/direction-control";
  case ADREF_HIDDEN_PRIVATE: return "integrity/private-character";
  case ADREF_HIDDEN_LOOK_ALIKE: return "integrity/look-alike";
  case ADREF_HIDDEN_MARKS: return "integrity/stacked-marks";
  }
  g_return_val_if_reached("integrity/invisible-character");
}

static void check_hidden(AdrefCheckText *text)
{
  enum {
    MAX_EXACT = 200 /* to find an exact column takes a search of the source */
  };
  g_autoptr(GPtrArray) places = adref_hidden_places_new();
  AdrefSourceText source = {text->source.name, text->source.source, text->source.length};
  adref_hidden_places_add_document(places, text->source.document, text->source.language);
  for (guint i = 0; i < places->len; i++) {
    const AdrefHiddenPlace *place = places->pdata[i];
    guint line = place->line, column = place->column;
    if (place->character > 0 && i < MAX_EXACT)
      adref_source_text_find(&source, place->character, &line, &column);
    adref_check_add_at(text, hidden_rule(place), NULL, line, column, "%s", place->what);
  }
}

gboolean adref_check_places_names_party(const AdrefCheckText *text, guint line)
{
  const GPtrArray *problems = text->source.problems;
  for (guint i = 0; problems && i < problems->len; i++) {
    const AdrefProblem *problem = problems->pdata[i];
    if (problem->line == line && g_strcmp0(problem->rule, "unknown-party") == 0)
      return TRUE;
  }
  return FALSE;
}

static void check_suspected(AdrefCheckText *text)
{
  const AdrefCheckSource *source = &text->source;
  g_autoptr(GPtrArray) found = adref_suspected_positions_find(source->document, source->source,
                                                              source->length, source->parties);
  for (guint i = 0; i < found->len; i++) {
    const AdrefSuspectedPosition *position = found->pdata[i];
    gboolean misspelt = position->kind == ADREF_SUSPECTED_MISSPELT;
    if (!misspelt || !adref_check_places_names_party(text, position->line))
      adref_check_add_at(
          text, misspelt ? "integrity/unknown-party" : "integrity/suspected-position",
          position->clause, position->line, position->column, "\"%s\" %s looks like a position",
          position->words, adref_suspected_kind_words(position->kind));
  }
}

/* A reference whose number is another one in the source: the tree has the right one. */
static void check_stale(AdrefCheckText *text, const AdrefNode *clause, const AdrefNode *link)
{
  const char *source = text->source.source;
  if (!source || link->line == 0)
    return;
  gsize from = adref_check_text_offset(text, link->line, link->column), start, end, first, last;
  g_autofree char *words = adref_node_words(link);
  const char *close = memchr(source + from, ']', text->source.length - from);
  gsize length = close ? (gsize)(close - source) - from : 0;
  if (length == 0 || !adref_numbering_find(source + from, length, &start, &end) ||
      !adref_numbering_find(words, strlen(words), &first, &last) ||
      (end - start == last - first &&
       memcmp(source + from + start, words + first, end - start) == 0))
    return;
  adref_check_add_at(text, "integrity/stale-reference", clause, link->line, link->column,
                     "the reference to %s says %.*s, and its clause is %.*s", link->as.link.url,
                     (int)(end - start), source + from + start, (int)(last - first), words + first);
}

static void check_links(AdrefCheckText *text)
{
  for (const AdrefNode *clause = text->source.document->first; clause; clause = clause->next) {
    AdrefWalk walk = adref_walk(clause);
    while (adref_walk_next(&walk))
      if (walk.entering && adref_node_is_cross_reference(walk.node))
        check_stale(text, clause, walk.node);
  }
}

static void check_canonical(AdrefCheckText *text)
{
  if (!text->source.source)
    return;
  g_autoptr(GString) canonical = adref_canonical(text->source.document);
  gsize same = 0, most = MIN(canonical->len, text->source.length);
  while (same < most && canonical->str[same] == text->source.source[same])
    same++;
  if (same == canonical->len && same == text->source.length)
    return;
  guint line = 1;
  for (gsize i = 0; i < same; i++)
    line += canonical->str[i] == '\n' ? 1 : 0;
  adref_check_add_at(text, "integrity/not-canonical", NULL, line, 1,
                     "from this line on the text is not in its canonical form");
}

void adref_check_places(AdrefCheckText *text, gboolean suspected)
{
  check_problems(text);
  check_hidden(text);
  if (suspected)
    check_suspected(text);
  check_links(text);
  check_canonical(text);
}
