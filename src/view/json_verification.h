/* Who has signed, as JSON: for "adref verify --json" and "adref signers --json". */
#ifndef ADREF_VIEW_JSON_VERIFICATION_H
#define ADREF_VIEW_JSON_VERIFICATION_H

#include "sign/package.h"
#include "sign/signers.h"
#include "sign/verify.h"
#include "view/json_list.h"

/* {"statement": "", "valid": true, "drafts": [DRAFT], "strays": [SIGNATURE]} */
GString *adref_json_verification_write(const AdrefVerification *verification, const char *statement,
                                       gboolean is_valid);

/* A page of a package that was made anew and compared. */
typedef struct {
  const char *file, *language, *format, *state;
} AdrefJsonPage;

/* {"statement": "" | null, "label", "rule", "valid": true, "signatures_hold": true,
 * "pages_confirmed": true, "corrects", "signatures": [{"party", "verdict", "name", "time", "key",
 * "new": true}], "pages": [{"file", "language", "format", "state"}], "problems": [""]}. "valid":
 * the signatures hold, the pages are confirmed, and there is no problem. "new": the identity was
 * not checked. `pages`: of AdrefJsonPage. */
GString *adref_json_package_write(const AdrefPackage *package, const GArray *pages);

/* {"party": "", "email": "" | null, "type": "", "fingerprint": "", "state": ""} */
void adref_json_signer_add(AdrefJsonList *list, const AdrefSigner *signer, const char *state);

#endif
