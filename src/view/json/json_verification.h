/* Who has signed, as JSON: for "adref verify --json" and "adref signers --json". */
#ifndef ADREF_VIEW_JSON_JSON_VERIFICATION_H
#define ADREF_VIEW_JSON_JSON_VERIFICATION_H

#include "sign/package.h"
#include "sign/signers.h"
#include "sign/verify.h"
#include "view/json/json_list.h"

/* {"statement": "", "valid": true, "drafts": [DRAFT], "strays": [SIGNATURE],
 * "lost_acts": [""]}: what was taken out of the records (`lost`, of char *).
 *
 * A DRAFT is {"label": "", "version": "", "rule": "" | null, "met": 1, "needed": 2, "complete":
 * true, "changed": "" | null, "texts": [{"language", "role", "sha256", "printed"}], "signatures":
 * [SIGNATURE], "corrects": "" | null, "unknown": "" | null, "withdrawn": the reason | null,
 * "languages": how they contradict each other | null}. A SIGNATURE is {"party": "", "verdict": "",
 * "check", "why", "capacity", "name", "title", "time", "key", "email": "" | null, "new": true};
 * "new": the identity was not checked. */
GString *adref_json_verification_write(const AdrefVerification *verification, const char *statement,
                                       gboolean is_valid, const GPtrArray *lost);

/* A page of a package that was made anew and compared. */
typedef struct {
  const char *file, *language, *format, *state;
} AdrefJsonPage;

/* {"statement": "" | null, "label", "rule", "valid": true, "signatures_hold": true,
 * "pages_confirmed": true, "pages_issued": true, "issued": {"party", "key", "time", "known": true}
 * | null, "corrects", "adopted": {"holds": true, "recorded_by", "silence": "" | null, "acts":
 * [{"party", "act", "time", "version", "clauses": 12}]} | null, "signatures": [{"party", "verdict",
 * "name", "time", "key", "new": true}], "pages": [{"file", "language", "format", "state"}],
 * "problems": [""], "languages": [""]}. "valid": the signatures hold, the pages are confirmed, and
 * there is no problem. "adopted" is null where the text was signed. "new": the identity was not
 * checked. "languages": how they contradict each other. `pages`: of AdrefJsonPage. */
GString *adref_json_package_write(const AdrefPackage *package, const GArray *pages);

/* {"party": "", "email": "" | null, "type": "", "fingerprint": "", "state": ""} */
void adref_json_signer_add(AdrefJsonList *list, const AdrefSigner *signer, const char *state);

#endif
