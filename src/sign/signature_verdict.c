#include "sign/signature_verdict.h"

static const struct {
  const char *word, *label;
} verdicts[] = {
    [ADREF_SIGNATURE_VERDICT_INVALID] = {"invalid", "invalid"},
    [ADREF_SIGNATURE_VERDICT_VALID] = {"valid", "valid"},
    [ADREF_SIGNATURE_VERDICT_MISSING] = {"missing", "missing"},
    [ADREF_SIGNATURE_VERDICT_DELETED] = {"deleted", "deleted"},
    [ADREF_SIGNATURE_VERDICT_MISNAMED] = {"misnamed", "misnamed"},
    [ADREF_SIGNATURE_VERDICT_UNSIGNED] = {"unsigned", "unsigned"},
    [ADREF_SIGNATURE_VERDICT_MALFORMED] = {"malformed", "malformed"},
    [ADREF_SIGNATURE_VERDICT_COPIED] = {"copied", "copied"},
    [ADREF_SIGNATURE_VERDICT_MOVED] = {"moved", "moved"},
    [ADREF_SIGNATURE_VERDICT_DRAFT_MOVED] = {"draft moved", "draft moved"},
    [ADREF_SIGNATURE_VERDICT_REPLACED] = {"replaced", "replaced"},
    [ADREF_SIGNATURE_VERDICT_UNREADABLE] = {"unreadable", "unreadable"},
    [ADREF_SIGNATURE_VERDICT_NO_PARTY] = {"no party", "not a party"},
    [ADREF_SIGNATURE_VERDICT_OTHER_TEXT] = {"other text", "text differs"},
    [ADREF_SIGNATURE_VERDICT_OTHER_RULE] = {"other rule", "rule differs"},
    [ADREF_SIGNATURE_VERDICT_OTHER_FACTS] = {"other facts", "facts differ"},
    [ADREF_SIGNATURE_VERDICT_FALSE_LIST] = {"false list", "list differs"},
    [ADREF_SIGNATURE_VERDICT_NOT_CHECKED] = {"not checked", "not checked"},
    [ADREF_SIGNATURE_VERDICT_FORGED] = {"forged", "forged"},
    [ADREF_SIGNATURE_VERDICT_WRONG_USE] = {"wrong use", "wrong use"},
    [ADREF_SIGNATURE_VERDICT_NOT_TRUSTED] = {"not trusted", "not trusted"},
    [ADREF_SIGNATURE_VERDICT_KEY_CHANGED] = {"KEY CHANGED", "KEY CHANGED"},
    [ADREF_SIGNATURE_VERDICT_REVOKED] = {"revoked", "revoked"},
    [ADREF_SIGNATURE_VERDICT_EXPIRED] = {"expired", "expired"},
    [ADREF_SIGNATURE_VERDICT_FUTURE] = {"future", "in future"},
    [ADREF_SIGNATURE_VERDICT_REPLAYED] = {"put back", "replayed"},
};

const char *adref_signature_verdict_word(AdrefSignatureVerdict verdict)
{
  return verdicts[verdict].word;
}

const char *adref_signature_verdict_label(AdrefSignatureVerdict verdict)
{
  return verdicts[verdict].label;
}
