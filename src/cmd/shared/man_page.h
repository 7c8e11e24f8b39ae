/* Manual pages in man(7) macros: adref(1), made from the table of commands, and adref-TOPIC(7),
 * made from the topics of the manual. */
#ifndef ADREF_CMD_SHARED_MAN_PAGE_H
#define ADREF_CMD_SHARED_MAN_PAGE_H

#include "cmd/command.h"
#include "cmd/shared/topic.h"

void adref_man_page_commands(GString *out, const AdrefCommand *const *commands);
gboolean adref_man_page_topic(GString *out, const AdrefTopic *topic, GError **error);

#endif
