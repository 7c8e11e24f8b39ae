/* All commands, one file each; main.c holds the table. */
#ifndef ADREF_CMD_COMMANDS_H
#define ADREF_CMD_COMMANDS_H

#include "cmd/command.h"

extern const AdrefCommand adref_command_init;
extern const AdrefCommand adref_command_new;
extern const AdrefCommand adref_command_import;
extern const AdrefCommand adref_command_draft;
extern const AdrefCommand adref_command_edit;
extern const AdrefCommand adref_command_insert;
extern const AdrefCommand adref_command_delete;
extern const AdrefCommand adref_command_move;
extern const AdrefCommand adref_command_undo;
extern const AdrefCommand adref_command_save;
extern const AdrefCommand adref_command_show;
extern const AdrefCommand adref_command_status;
extern const AdrefCommand adref_command_agree;
extern const AdrefCommand adref_command_reserve;
extern const AdrefCommand adref_command_confirm;
extern const AdrefCommand adref_command_reopen;
extern const AdrefCommand adref_command_propose;
extern const AdrefCommand adref_command_support;
extern const AdrefCommand adref_command_oppose;
extern const AdrefCommand adref_command_withdraw;
extern const AdrefCommand adref_command_resolve;
extern const AdrefCommand adref_command_comment;
extern const AdrefCommand adref_command_signers;
extern const AdrefCommand adref_command_sign;
extern const AdrefCommand adref_command_verify;
extern const AdrefCommand adref_command_finalize;
extern const AdrefCommand adref_command_log;
extern const AdrefCommand adref_command_search;
extern const AdrefCommand adref_command_concordance;
extern const AdrefCommand adref_command_precedent;
extern const AdrefCommand adref_command_blame;
extern const AdrefCommand adref_command_stats;
extern const AdrefCommand adref_command_sync;
extern const AdrefCommand adref_command_circulate;
extern const AdrefCommand adref_command_break_silence;
extern const AdrefCommand adref_command_correct;
extern const AdrefCommand adref_command_restore;
extern const AdrefCommand adref_command_rename;
extern const AdrefCommand adref_command_diff;
extern const AdrefCommand adref_command_merge;
extern const AdrefCommand adref_command_merge_driver;
extern const AdrefCommand adref_command_compile;
extern const AdrefCommand adref_command_diff_driver;
extern const AdrefCommand adref_command_check;
extern const AdrefCommand adref_command_format;
extern const AdrefCommand adref_command_export;
extern const AdrefCommand adref_command_templates;
extern const AdrefCommand adref_command_parties;
extern const AdrefCommand adref_command_help;
extern const AdrefCommand adref_command_version;

#endif
