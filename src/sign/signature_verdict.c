#include "sign/signature_verdict.h"

static const char *const verdict_words[] = {
    [ADREF_SIGNATURE_VERDICT_INVALID] = "invalid",
    [ADREF_SIGNATURE_VERDICT_VALID] = "valid",
    [ADREF_SIGNATURE_VERDICT_MISSING] = "missing",
    [ADREF_SIGNATURE_VERDICT_DELETED] = "deleted",
    [ADREF_SIGNATURE_VERDICT_MISNAMED] = "misnamed",
    [ADREF_SIGNATURE_VERDICT_UNSIGNED] = "unsigned",
    [ADREF_SIGNATURE_VERDICT_MALFORMED] = "malformed",
    [ADREF_SIGNATURE_VERDICT_COPIED] = "copied",
    [ADREF_SIGNATURE_VERDICT_MOVED] = "moved",
    [ADREF_SIGNATURE_VERDICT_DRAFT_MOVED] = "draft moved",
    [ADREF_SIGNATURE_VERDICT_REPLACED] = "replaced",
    [ADREF_SIGNATURE_VERDICT_UNREADABLE] = "unreadable",
    [ADREF_SIGNATURE_VERDICT_NO_PARTY] = "no party",
    [ADREF_SIGNATURE_VERDICT_OTHER_TEXT] = "other text",
    [ADREF_SIGNATURE_VERDICT_OTHER_RULE] = "other rule",
    [ADREF_SIGNATURE_VERDICT_FALSE_LIST] = "false list",
    [ADREF_SIGNATURE_VERDICT_NOT_CHECKED] = "not checked",
    [ADREF_SIGNATURE_VERDICT_FORGED] = "forged",
    [ADREF_SIGNATURE_VERDICT_WRONG_USE] = "wrong use",
    [ADREF_SIGNATURE_VERDICT_NOT_TRUSTED] = "not trusted",
    [ADREF_SIGNATURE_VERDICT_KEY_CHANGED] = "KEY CHANGED",
    [ADREF_SIGNATURE_VERDICT_REVOKED] = "revoked",
    [ADREF_SIGNATURE_VERDICT_EXPIRED] = "expired",
    [ADREF_SIGNATURE_VERDICT_REPLAYED] = "put back",
};

const char *adref_signature_verdict_word(AdrefSignatureVerdict verdict)
{
  return verdict_words[verdict];
}
