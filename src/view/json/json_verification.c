#include "view/json/json_verification.h"

#include <jansson.h>

#include "view/json/json.h"

static json_t *signature_json(const AdrefSignatureResult *signature)
{
  return json_pack("{s:s, s:s, s:s?, s:s?, s:s?, s:s?, s:s?, s:s?, s:s?, s:s?, s:s?, s:b}", "party",
                   signature->party, "verdict", adref_signature_verdict_word(signature->verdict),
                   "check", signature->check, "why", signature->why, "capacity",
                   signature->has_message ? adref_capacity_word(signature->capacity) : NULL, "name",
                   signature->name, "title", signature->title, "place", signature->place, "time",
                   signature->time, "key", signature->fingerprint, "email", signature->email, "new",
                   signature->is_new);
}

static json_t *signatures_json(const GPtrArray *signatures)
{
  json_t *list = json_array();
  for (guint i = 0; i < signatures->len; i++)
    json_array_append_new(list, signature_json(signatures->pdata[i]));
  return list;
}

static json_t *draft_json(const AdrefDraftResult *draft)
{
  json_t *texts = json_array();
  for (guint i = 0; draft->texts && i < draft->texts->len; i++) {
    const AdrefSignedText *text = draft->texts->pdata[i];
    json_array_append_new(texts, json_pack("{s:s, s:s, s:s, s:s}", "language", text->language,
                                           "role", adref_language_role_word(text->role), "sha256",
                                           text->hash, "printed", text->printed));
  }
  return json_pack(
      "{s:s, s:s, s:s?, s:i, s:i, s:b, s:s?, s:o, s:o, s:s?, s:s?, s:s?, s:s?}", "label",
      draft->label, "version", draft->commit, "rule", draft->rule, "met", draft->met, "needed",
      draft->needed, "complete", adref_draft_result_is_complete(draft), "changed", draft->changed,
      "texts", texts, "signatures", signatures_json(draft->signatures), "corrects", draft->corrects,
      "unknown", draft->unknown, "withdrawn", draft->withdrawn, "languages", draft->languages);
}

GString *adref_json_verification_write(const AdrefVerification *verification, const char *statement,
                                       gboolean is_valid, const GPtrArray *lost)
{
  json_t *drafts = json_array();
  for (guint i = 0; i < verification->drafts->len; i++)
    json_array_append_new(drafts, draft_json(verification->drafts->pdata[i]));
  return adref_json_text(json_pack("{s:s, s:b, s:o, s:o, s:o}", "statement", statement, "valid",
                                   is_valid, "drafts", drafts, "strays",
                                   signatures_json(verification->malformed_tags), "lost_acts",
                                   adref_json_strings(lost)));
}

/* What is wrong with signatures, files and pages. */
static json_t *package_problems(const AdrefPackage *package)
{
  json_t *all = adref_json_strings(package->problems), *pages;
  pages = adref_json_strings(package->page_problems);
  json_array_extend(all, pages);
  json_decref(pages);
  return all;
}

/* Who issued the pages; null: there is no list of them that holds. */
static json_t *issue_json(const AdrefPageIssue *issue)
{
  return issue ? json_pack("{s:s, s:s, s:s, s:b}", "party", issue->party, "key", issue->fingerprint,
                           "time", issue->time, "known", issue->is_known)
               : json_null();
}

/* The acts that an adoption lists; null: the text was signed. */
static json_t *adoption_json(const AdrefPackage *package)
{
  const AdrefAdoption *adoption = package->adoption;
  json_t *acts = json_array();
  for (guint i = 0; adoption && i < adoption->acts->len; i++) {
    const AdrefAdoptionAct *act = adoption->acts->pdata[i];
    json_array_append_new(acts, json_pack("{s:s, s:s, s:s, s:s, s:i}", "party", act->party, "act",
                                          act->act, "time", act->time, "version", act->commit,
                                          "clauses", (int)act->clauses));
  }
  json_t *breaks = json_array();
  for (guint i = 0; adoption && i < adoption->breaks->len; i++) {
    const AdrefAdoptionBreak *broken = adoption->breaks->pdata[i];
    json_t *clauses = json_array();
    for (char **id = broken->clauses; *id; id++)
      json_array_append_new(clauses, json_string(*id));
    json_array_append_new(breaks, json_pack("{s:s, s:s, s:o}", "party", broken->party, "time",
                                            broken->time, "clauses", clauses));
  }
  if (adoption)
    return json_pack("{s:b, s:s?, s:s?, s:s?, s:o, s:o}", "holds", package->adoption_holds,
                     "recorded_by", adoption->message->party, "level",
                     adoption->says_level ? adref_adoption_level_word(adoption->level) : NULL,
                     "silence", adoption->silence, "breaks", breaks, "acts", acts);
  json_decref(breaks);
  json_decref(acts);
  return json_null();
}

GString *adref_json_package_write(const AdrefPackage *package, const GArray *pages)
{
  json_t *signatures = json_array(), *list = json_array();
  for (guint i = 0; i < package->signatures->len; i++) {
    const AdrefSignatureResult *signature = package->signatures->pdata[i];
    json_array_append_new(
        signatures,
        json_pack("{s:s, s:s, s:s?, s:s?, s:s?, s:s?, s:s?, s:b}", "party", signature->party,
                  "verdict", adref_signature_verdict_word(signature->verdict), "name",
                  signature->name, "title", signature->title, "place", signature->place, "time",
                  signature->time, "key", signature->fingerprint, "new", signature->is_new));
  }
  for (guint i = 0; i < pages->len; i++) {
    const AdrefJsonPage *page = &g_array_index(pages, AdrefJsonPage, i);
    json_array_append_new(list,
                          json_pack("{s:s, s:s, s:s, s:s}", "file", page->file, "language",
                                    page->language, "format", page->format, "state", page->state));
  }
  const AdrefSignoffMessage *message = package->message;
  const GPtrArray *languages = package->languages;
  return adref_json_text(json_pack(
      "{s:s?, s:s?, s:s?, s:b, s:b, s:b, s:b, s:o, s:s?, s:o, s:o, s:o, s:o, s:o}", "statement",
      message ? message->statement : NULL, "label", message ? message->label : NULL, "rule",
      message ? message->rule : NULL, "valid", adref_package_is_good(package), "signatures_hold",
      package->signatures_hold, "pages_confirmed", package->pages_confirmed, "pages_issued",
      package->pages_issued, "issued", issue_json(package->issue), "corrects",
      package->former_label, "adopted", adoption_json(package), "signatures", signatures, "pages",
      list, "problems", package_problems(package), "languages",
      languages ? adref_json_strings(languages) : json_array()));
}

void adref_json_signer_add(AdrefJsonList *list, const AdrefSigner *signer, const char *state)
{
  adref_json_list_add(list, json_pack("{s:s, s:s?, s:s, s:s, s:s}", "party", signer->party, "email",
                                      signer->email, "type", signer->type, "fingerprint",
                                      signer->fingerprint, "state", state));
}
