/* The verdict on one signature of one party, and its words. Code compares the enum, never a word.
 */
#ifndef ADREF_SIGN_SIGNATURE_VERDICT_H
#define ADREF_SIGN_SIGNATURE_VERDICT_H

/* Memory that was only zeroed is INVALID: no path that forgets to set a verdict gives VALID. */
typedef enum {
  ADREF_SIGNATURE_VERDICT_INVALID, /* a package has it, and it does not hold */
  ADREF_SIGNATURE_VERDICT_VALID,
  ADREF_SIGNATURE_VERDICT_MISSING,     /* the rule needs it, and it is not here */
  ADREF_SIGNATURE_VERDICT_DELETED,     /* it was valid here before, and its tag is gone */
  ADREF_SIGNATURE_VERDICT_MISNAMED,    /* the tag's name is not signoff/STATEMENT/LABEL/PARTY */
  ADREF_SIGNATURE_VERDICT_UNSIGNED,    /* the tag has no object that could be signed */
  ADREF_SIGNATURE_VERDICT_MALFORMED,   /* tag object, message or signature in another form */
  ADREF_SIGNATURE_VERDICT_COPIED,      /* made for another tag, statement, label or party */
  ADREF_SIGNATURE_VERDICT_MOVED,       /* the tag leads to another version than was signed */
  ADREF_SIGNATURE_VERDICT_DRAFT_MOVED, /* the draft's label is on another version now */
  ADREF_SIGNATURE_VERDICT_REPLACED,    /* git replace shows another object */
  ADREF_SIGNATURE_VERDICT_UNREADABLE,  /* the version cannot be read */
  ADREF_SIGNATURE_VERDICT_NO_PARTY,    /* not a party of the statement */
  ADREF_SIGNATURE_VERDICT_OTHER_TEXT,  /* the version has other texts than were signed */
  ADREF_SIGNATURE_VERDICT_OTHER_RULE,  /* the version has another rule than was signed */
  ADREF_SIGNATURE_VERDICT_OTHER_FACTS, /* the version prints other facts than were signed */
  ADREF_SIGNATURE_VERDICT_FALSE_LIST,  /* the procès-verbal lists other corrections than made */
  ADREF_SIGNATURE_VERDICT_NOT_CHECKED, /* the program or the key that checks it is not here */
  ADREF_SIGNATURE_VERDICT_FORGED,      /* the signature is not that of the key over the bytes */
  ADREF_SIGNATURE_VERDICT_WRONG_USE,   /* signed for another purpose than git */
  ADREF_SIGNATURE_VERDICT_NOT_TRUSTED, /* the key is not one that signs for the party */
  ADREF_SIGNATURE_VERDICT_KEY_CHANGED, /* another key than the one that is pinned here */
  ADREF_SIGNATURE_VERDICT_REVOKED,     /* the key was revoked */
  ADREF_SIGNATURE_VERDICT_EXPIRED,     /* outside of the time in which the key is valid */
  ADREF_SIGNATURE_VERDICT_FUTURE,      /* its time is later than this computer's clock */
  ADREF_SIGNATURE_VERDICT_REPLAYED,    /* older than one that was valid here before */
} AdrefSignatureVerdict;

/* The word in JSON, which is stable: "valid", "put back". */
const char *adref_signature_verdict_word(AdrefSignatureVerdict verdict);

/* The words for people: "valid", "replayed"; at most 12 letters. */
const char *adref_signature_verdict_label(AdrefSignatureVerdict verdict);

#endif
