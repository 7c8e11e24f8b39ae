/* Options that several commands have, with the same words: rows of AdrefCommand.options. */
#ifndef ADREF_CMD_SHARED_SHARED_OPTIONS_H
#define ADREF_CMD_SHARED_SHARED_OPTIONS_H

#include "cmd/command.h"

/* clang-format off */
#define ADREF_OPTION_LANGUAGE \
  {"lang", 'l', "LANG", NULL, FALSE, "the text in this language"}
#define ADREF_OPTION_OUTPUT \
  {"output", 'o', "FILE", NULL, FALSE, "write to FILE; its ending says the form"}
#define ADREF_OPTION_AS \
  {"as", 0, "PARTY", NULL, FALSE, "whose change it is (git config adref.party)"}
#define ADREF_OPTION_MESSAGE \
  {"message", 'm', "TEXT", NULL, FALSE, "what this version is about"}
#define ADREF_OPTION_KEY \
  {"key", 0, "KEY", NULL, FALSE, "file of an ssh key, or gpg:NAME"}
#define ADREF_OPTION_PAPER \
  {"paper", 0, "PAPER", "a4|letter", FALSE, "the paper of a page (a4)"}
#define ADREF_OPTION_LINE_NUMBERS \
  {"line-numbers", 0, "WHERE", "page|paragraph", FALSE, "number the lines anew in each"}
#define ADREF_OPTION_LARGE \
  {"large", 0, NULL, NULL, FALSE, "large print"}
#define ADREF_OPTION_MARKING \
  {"marking", 0, "WORDS", NULL, FALSE, "words in the header of each page, such as RESTRICTED"}

/* The last row of every table. */
#define ADREF_OPTION_END {NULL, 0, NULL, NULL, FALSE, NULL}
/* clang-format on */

#endif
