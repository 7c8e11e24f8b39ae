/* adref: the library behind the program, in the order of the data. */
#ifndef ADREF_H
#define ADREF_H

/* In the order of reading. */
/* clang-format off */
#include "base/error.h"   /* what can go wrong, and where */
#include "base/name.h"    /* which names are accepted */
#include "base/file.h"    /* files read with a bound and replaced whole */
#include "base/dynamic_library.h"    /* libraries loaded when they are needed first */
#include "base/pattern.h" /* regular expressions that always end */
#include "base/byte_scan.h"    /* runs of ordinary bytes */
#include "base/digest.h"  /* SHA-256 */

#include "clause/node.h"      /* the statement tree */
#include "clause/change.h"      /* two texts in one tree */
#include "clause/markdown/markdown_read.h"      /* Markdown in, tree out */
#include "clause/markdown/reading.h"            /* texts that were read, each once */
#include "clause/markdown/canonical.h" /* the one byte sequence of a tree, and its hashes */
#include "clause/labels/numbering.h"    /* numbers of paragraphs and in cross references */
#include "clause/labels/freeze.h"    /* numbers that stay while talks go on */
#include "clause/proposals/alternat.h"  /* the copy in which one party is named first */
#include "clause/words.h"     /* words in every language */
#include "clause/text/hidden.h"    /* what a reader cannot see */
#include "clause/brackets/suspected_position.h" /* what looks like a position and is read as words */
#include "clause/text/unprinted.h" /* notes and comments, which no final text has */
#include "clause/text/address.h"   /* the part of a text that "12 (b)" means */
#include "clause/text/text_language.h" /* in which language a text is */

#include "draft/data/file_source.h"    /* where its files are read from */
#include "draft/library/library.h"   /* parties, styles, outlines and clause templates */
#include "draft/statement/assemble.h"  /* outline, templates and values in, text out */
#include "draft/statement/house_style.h"     /* what a house style numbers, and how its pages look */
#include "draft/statement/statement.h" /* the facts of a statement */
#include "draft/statement/workspace.h" /* the folder with templates/ and statements/ */

#include "exchange/incoming_text.h" /* a text from elsewhere, as paragraphs */
#include "exchange/text/clause_tree.h"   /* the same as a statement tree */

#include "history/deadline.h" /* an hour in a time zone */
#include "history/label.h"   /* the drafts that were circulated */
#include "history/log.h"     /* in which versions a statement changed */
#include "history/repo.h"    /* the git repository around a workspace */
#include "history/save.h"    /* files kept as a version */
#include "history/tag.h"     /* tags as bytes */
#include "history/time_range.h"    /* days and moments as a person writes them */
#include "history/version.h" /* a version found by its name */
#include "history/version_source.h"  /* the workspace as it was in a version */

#include "merge/compare/align_tokens.h" /* which word is which */
#include "merge/compare/clause_matching.h" /* which clause is which */
#include "merge/compare/diff.h"  /* two texts in, one redline out */
#include "review/change/change_class.h" /* what matters in a redline */
#include "review/edit_slips.h" /* markers that an edit broke */
#include "review/fact_changes.h" /* which facts differ in two versions */
#include "review/hidden_places.h" /* where a reader cannot see what stands there */
#include "review/languages/language_differences.h" /* how two languages differ */

#include "sign/adoption.h"   /* what all agreed, as one party records it */
#include "sign/archive.h"    /* files as one archive, always the same bytes */
#include "sign/bytes.h"     /* the content of a file as text and as a hash */
#include "sign/correction.h" /* what is corrected in a text that was signed */
#include "sign/correction_check.h"  /* what a draft corrects */
#include "sign/language_versions.h" /* a statement in all its languages */
#include "sign/objection.h" /* a break of silence */
#include "sign/package.h"    /* a final text with all that is needed to check it */
#include "sign/page_list.h" /* the pages that a party issues */
#include "sign/party_record.h"     /* what a party has agreed, reserved and reopened */
#include "sign/party_status.h"     /* what each party says of a clause */
#include "sign/printed_facts.h" /* the facts that a signature binds */
#include "sign/progress.h"   /* how far a text is */
#include "sign/progress_words.h" /* in words */
#include "sign/seen_signatures.h" /* pinned keys, and what was valid before */
#include "sign/settled_words.h" /* what parties have called words */
#include "sign/signature_check.h"      /* everything that can be wrong with a sign-off */
#include "sign/signature_verdict.h"    /* the verdict on one signature, and its words */
#include "sign/signed_field.h"      /* what may stand in a line that a party signs */
#include "sign/signers.h"    /* whose keys sign for which party */
#include "sign/signing_rule.h"       /* who must sign, and as what */
#include "sign/signoff.h"    /* the tag that a party signs */
#include "sign/signoff_message.h"    /* what a party signs, in a fixed form */
#include "sign/silence.h"   /* whether a draft is adopted by silence */
#include "sign/stated_position.h"    /* disassociations and explanations of position */
#include "sign/statement_snapshot.h"   /* what a version really says */
#include "sign/suspected_places.h" /* what looks like a position in a statement */
#include "sign/verify.h"     /* who has signed, and whether that holds */

#include "view/criticmarkup/criticmarkup.h"   /* a redline as CriticMarkup */
#include "view/footnote.h" /* which notes a text calls */
#include "view/html/html.h"     /* a page */
#include "view/json/json.h"     /* the tree for other programs */
#include "view/pdf/pdf.h"      /* pages on paper */
#include "view/reports/json_status.h"     /* the same for other programs */
#include "view/reports/status_table.h"    /* the dashboard of a negotiation */
#include "view/review.h"   /* a redline for its readers, with the summary above */
#include "view/ruby.h"     /* how a word is read, above it */
#include "view/terminal/terminal.h" /* text for a terminal or a plain file */
#include "view/three_way.h"    /* a base and what two sides made of it */

#include "work/check/language_check.h" /* languages that contradict each other */
#include "work/check/public_text.h"    /* a text for readers who must not see positions */
#include "work/edit/change_clauses.h" /* clauses are inserted, deleted, moved */
#include "work/edit/comment.h"        /* notes of parties, and private comments */
#include "work/edit/edit_text.h"      /* one person edits while others do */
#include "work/edit/rename_statement.h" /* a statement gets another name */
#include "work/edit/restore.h"        /* a text or a clause as it was */
#include "work/edit/save_statement.h" /* the files of a statement saved as a version */
#include "work/export/excerpt.h"        /* a part of a text, for readers */
#include "work/export/noted_text.h"     /* a text with the positions that its pages print */
#include "work/import/import_into.h"    /* or comes back as a party's change */
#include "work/import/import_text.h"    /* a text from elsewhere becomes a statement */
#include "work/join/assemble_text.h"  /* a text assembled from templates, and saved */
#include "work/join/comparison.h"     /* two texts compared and written as a redline */
#include "work/join/undo.h"           /* the change of the last version is taken back */
#include "work/needs.h"          /* what an action needs, opened and checked */
#include "work/negotiate/edit_stale.h"     /* what is behind in a translation is edited */
#include "work/negotiate/propose.h"        /* a party proposes other words */
#include "work/negotiate/read_progress.h"  /* how it opened and closed */
#include "work/negotiate/record_act.h"     /* a party agrees, reserves, reopens */
#include "work/negotiate/resolve.h"        /* open brackets are settled */
#include "work/negotiate/statement_status.h" /* what is open in a statement */
#include "work/negotiate/take_position.h"  /* a party supports, opposes or gives up words */
#include "work/publish/break_silence.h"  /* a party objects to it */
#include "work/publish/circulate.h"      /* a draft is circulated */
#include "work/publish/correct.h"        /* what all signed is corrected */
#include "work/publish/finalize.h"       /* what all signed is published */
#include "work/publish/sign_draft.h"     /* a party signs it */
#include "work/publish/verify_package.h" /* a published package is checked */
#include "work/publish/withdraw.h"       /* a draft that was circulated is withdrawn */
#include "work/session.h"        /* a workspace, each thing in it opened once */
#include "work/text.h"           /* the text of a statement, or a file */
/* clang-format on */

#endif
