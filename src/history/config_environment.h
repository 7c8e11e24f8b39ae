/* What the environment adds to git's configuration, as `git -c` does for the programs it starts:
 * GIT_CONFIG_COUNT with GIT_CONFIG_KEY_n and GIT_CONFIG_VALUE_n, and GIT_CONFIG_PARAMETERS (git
 * config, "ENVIRONMENT"). It counts as the user's own, above all files. */
#ifndef ADREF_HISTORY_CONFIG_ENVIRONMENT_H
#define ADREF_HISTORY_CONFIG_ENVIRONMENT_H

#include <glib.h>

/* The same as the text of a configuration file, "" for none. What git would refuse as a key, and
 * more than 1,000 of them, are left out. Caller frees. */
char *adref_config_environment_text(void);

/* Appends words as a quoted value of a configuration file. */
void adref_config_append_quoted(GString *out, const char *words);

#endif
