/* A file of the starter library that is a register, such as that of the parties, with the entries
 * that only the workspace has: they are the workspace's own, and stay when the rest is taken over.
 */
#ifndef ADREF_WORK_LIBRARY_ENTRIES_H
#define ADREF_WORK_LIBRARY_ENTRIES_H

#include <glib.h>

/* Whether the file is such a register: "templates/parties.yaml", "templates/abbreviations.yaml". */
gboolean adref_library_entries_has(const char *path);

/* `starter` with each entry of `ours` that it lacks (of its section, such as "parties:", and of no
 * other), line for line, at the end of the section. `kept` gets their keys (owned). NULL: one of
 * the texts is no YAML, or an entry does not stand on lines of its own, so that nothing can be
 * joined; `kept` has those keys all the same. Caller unrefs. */
GBytes *adref_library_entries_join(GBytes *ours, GBytes *starter, GPtrArray *kept);

#endif
