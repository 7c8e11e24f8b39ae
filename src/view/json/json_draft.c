#include "view/json/json_draft.h"

#include <jansson.h>

#include "view/json/json.h"

GString *adref_json_draft_write(const AdrefJsonDraft *draft)
{
  json_t *numbers = json_array();
  for (guint i = 0; i < draft->numbers->len; i++) {
    const AdrefJsonNumber *number = &g_array_index(draft->numbers, AdrefJsonNumber, i);
    json_array_append_new(numbers, json_pack("{s:s, s:s, s:s?}", "clause", number->clause, "old",
                                             number->old, "new", number->now));
  }
  return adref_json_text(json_pack("{s:s, s:s, s:s, s:s?, s:i, s:i, s:o}", "statement",
                                   draft->statement, "label", draft->label, "version",
                                   draft->version, "silence", draft->silence, "frozen",
                                   draft->frozen, "deleted", draft->deleted, "numbers", numbers));
}

GString *adref_json_correction_write(const AdrefJsonCorrection *correction)
{
  return adref_json_text(json_pack("{s:s, s:s, s:s, s:s, s:s, s:s}", "statement",
                                   correction->statement, "label", correction->label, "version",
                                   correction->version, "corrects", correction->corrects, "reason",
                                   correction->reason, "file", correction->file));
}

GString *adref_json_withdrawal_write(const char *statement, const char *label, const char *reason)
{
  return adref_json_text(
      json_pack("{s:s, s:s, s:s}", "statement", statement, "withdrawn", label, "reason", reason));
}
