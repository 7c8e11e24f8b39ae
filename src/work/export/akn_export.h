/* What an Akoma Ntoso file says of a statement beside its text: from its facts, its versions and
 * the sign-offs that hold. */
#ifndef ADREF_WORK_EXPORT_AKN_EXPORT_H
#define ADREF_WORK_EXPORT_AKN_EXPORT_H

#include "view/akn/akn.h"
#include "work/text.h"

/* `is_saved`: the text is exactly its newest version. The drafts are those from which the text was
 * made; sign-offs are verified, and only those that are valid are among the events; the public view
 * has none. The file of no statement is ADREF_ERROR_USAGE, and so is a statement without any date
 * that no version has. Caller frees. */
AdrefAknWork *adref_akn_export_work(const AdrefText *text, AdrefView view, gboolean is_saved,
                                    GError **error);

#endif
