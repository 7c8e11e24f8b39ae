/* A tag object of a stranger: its head, its message, its signature's armour. */
#include <stdlib.h>
#include <string.h>

#include "history/deadline.h"
#include "sign/correction.h"
#include "sign/objection.h"
#include "sign/signature_check.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

/* A break of silence is read only when it is word for word what would be written. */
static void read_objection(const AdrefSignoff *signoff)
{
  g_autoptr(AdrefObjection) objection =
      adref_objection_read(signoff->message->str, signoff->message->len);
  g_autoptr(GString) again = objection ? adref_objection_write(objection) : NULL;
  if (again && !g_string_equal(again, signoff->message))
    abort();
  g_autoptr(AdrefDeadline) deadline = objection ? adref_deadline_parse(objection->deadline) : NULL;
  if (objection && (!deadline || strcmp(deadline->text, objection->deadline) != 0))
    abort();
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
  const char *bytes = (const char *)data;
  AdrefSignatureCheck *one = g_new0(AdrefSignatureCheck, 1);
  one->name = "demo/rev1/JPN";
  one->bytes = g_bytes_new(bytes, size);
  one->commit = one->label_commit = "";
  adref_signature_check_parse(one);
  adref_signoff_problem(one->signoff, bytes, size);
  if (one->message) {
    /* What is read and written again is read as the same. */
    g_autoptr(GString) text = adref_signoff_message_write(one->message);
    g_autoptr(AdrefSignoffMessage) again = adref_signoff_message_read(text->str, text->len, NULL);
    g_autoptr(GString) twice = again ? adref_signoff_message_write(again) : NULL;
    gint64 seconds;
    int offset;
    if (!twice || !g_string_equal(text, twice))
      abort();
    adref_signoff_message_seconds(one->message, &seconds, &offset);
    adref_signing_rule_free(adref_signing_rule_parse(one->message->rule));
  }
  read_objection(one->signoff);
  adref_correction_free(adref_correction_read(one->bytes));
  if (one->signoff->payload->len + strlen(one->signoff->signature) > size)
    abort();
  adref_signature_check_free(one);
  return 0;
}
