#include <jansson.h>
#include <string.h>

#include "view/blame_output.h"
#include "view/json/json.h"

json_t *adref_json_origin(const AdrefOrigin *origin)
{
  json_t *object = json_object();
  adref_json_set_string(object, "version", origin->version);
  adref_json_set_string(object, "time", origin->time);
  adref_json_set_string(object, "author", origin->author);
  adref_json_set_string(object, "email", origin->email);
  adref_json_set_string(object, "subject", origin->subject);
  adref_json_set_string(object, "party", origin->party);
  adref_json_set_string(object, "draft", origin->label);
  return object;
}

static json_t *clause_json(const AdrefNode *clause, const AdrefViewOptions *options)
{
  const AdrefClause *facts = clause->as.clause;
  gboolean negotiating = options->view == ADREF_VIEW_NEGOTIATING;
  json_t *object = json_object();
  adref_json_set_string(object, "kind", adref_clause_kind_word(facts->kind));
  adref_json_set_string(object, "id", negotiating ? facts->id : NULL);
  adref_json_set_string(object, "number", facts->number);
  json_object_set_new(object, "blocks", json_array());
  return object;
}

static json_t *part_json(const AdrefOriginWords *part)
{
  json_t *object = json_object();
  adref_json_set_string(object, "text", part->text);
  if (part->origin != ADREF_NO_ORIGIN)
    json_object_set_new(object, "version", json_integer(part->origin));
  return object;
}

static json_t *clauses_json(const GPtrArray *parts, const AdrefViewOptions *options)
{
  json_t *clauses = json_array(), *blocks = NULL, *block = NULL;
  const AdrefOriginWords *last = NULL;
  for (guint i = 0; i < parts->len; i++) {
    const AdrefOriginWords *part = parts->pdata[i];
    if (!part->clause)
      continue;
    if (!last || part->clause != last->clause) {
      json_array_append_new(clauses, clause_json(part->clause, options));
      blocks = json_object_get(json_array_get(clauses, json_array_size(clauses) - 1), "blocks");
    }
    if (!last || part->block != last->block || part->clause != last->clause) {
      block = json_array();
      json_array_append_new(blocks, block);
    }
    json_array_append_new(block, part_json(part));
    last = part;
  }
  return clauses;
}

GString *adref_json_blame_write(const AdrefNode *root, const AdrefOrigins *origins,
                                const AdrefViewOptions *options)
{
  g_autoptr(GPtrArray) parts = adref_origin_words(root, origins, options);
  json_t *object = json_object(), *versions = json_array();
  adref_json_set_string(object, "language", options->language);
  for (guint i = 0; i < origins->all->len; i++)
    json_array_append_new(versions, adref_json_origin(origins->all->pdata[i]));
  json_object_set_new(object, "versions", versions);
  json_object_set_new(object, "clauses", clauses_json(parts, options));
  return adref_json_text(object);
}
