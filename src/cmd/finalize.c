#include "work/publish/finalize.h"
#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"

static gboolean check(const AdrefRun *run, GError **error)
{
  gboolean adopted = adref_run_flag(run, "adopted");
  if (adref_run_value(run, "as") || (!adopted && !adref_run_value(run, "key")))
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE,
              adopted ? "finalize: --adopted goes with --as PARTY, which records the adoption and "
                        "signs it with its key"
                      : "finalize: --key goes with --as PARTY, which issues the pages");
  return FALSE;
}

static int run(AdrefRun *run, GError **error)
{
  const char *output = adref_run_value(run, "output");
  g_autofree char *folder = g_canonicalize_filename(output ? output : ".", run->folder);
  if (!adref_session_require(run->session, ADREF_NEEDS_ID, run->statement, NULL, error))
    return ADREF_FAILURE;
  AdrefFinalizeOptions finalize_options = {.draft = run->label,
                                           .folder = folder,
                                           .party = adref_run_value(run, "as"),
                                           .key = adref_run_value(run, "key"),
                                           .adopted = adref_run_flag(run, "adopted")};
  g_autoptr(AdrefFinalPackage) package =
      adref_finalize(run->session, run->session->statement_id, &finalize_options, error);
  if (!package)
    return ADREF_FAILURE;
  g_autofree char *path = g_build_filename(output ? output : ".", package->name, NULL);
  g_string_append_printf(run->out, "%s.tar\nsha256 %s\n", path, package->hash);
  return ADREF_YES;
}

static const AdrefOption options[] = {
    {"as", 0, "PARTY", NULL, FALSE, "who issues the pages, and signs the list of them"},
    {"adopted", 0, NULL, NULL, FALSE, "a text that was adopted, not signed; --as PARTY records it"},
    ADREF_OPTION_KEY,
    {"output", 'o', "DIR", NULL, FALSE, "where the package is written (the current folder)"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_finalize = {
    .name = "finalize",
    .arguments = "[STATEMENT[@LABEL]]",
    .summary = "Publish a text that all have signed or adopted, as one package",
    .details =
        "Only when all have signed who must, and nothing about it is wrong: writes the folder "
        "STATEMENT-LABEL and the archive STATEMENT-LABEL.tar, and sets the tag "
        "final/STATEMENT/LABEL. The package has the signed texts to the byte, their pages as HTML, "
        "PDF and Word files in every language, what each party signed with its signature, the "
        "public keys, "
        "SHA-256 sums (MANIFEST) and the stock commands that check all of it (VERIFY.txt). The "
        "pages follow the house style, which is in it too (style.yaml). The same signatures give "
        "the same bytes.\n\n"
        "With --as, a party issues the pages, such as the secretariat: it signs the list of their "
        "SHA-256 sums, PAGES, with its key (PAGES.sig; keys/issuer.pub). Then `adref verify` "
        "accepts pages that another version of adref, or other fonts, would make otherwise. The "
        "time of that signature is that of the run, so that only PAGES, its signature and "
        "VERIFY.txt differ between two runs.\n\n"
        "With --adopted, the package is that of a text to which every party has agreed on record, "
        "clause by clause and in every authentic language, or over which silence held. The one "
        "signature is that of --as PARTY, such as the secretariat: its list ADOPTED has the act of "
        "each party, with time and version, and the sums of texts, facts, records and pages. "
        "Pages, "
        "package and `adref verify` say \"adopted; recorded by PARTY\", never \"signed by all\". "
        "It "
        "is refused, with all reasons, while a clause, title or heading is open, reserved or "
        "changed since it was agreed, a break of silence is unanswered, languages differ, or notes "
        "or hidden characters remain. A disassociation does not stand against it, and is "
        "printed.\n\n"
        "Each party's alternat is in it where statement.yaml "
        "says so (signing: {alternats: true}); of a correction also the proc\303\250s-verbal, the "
        "former texts and the redline.\n\n"
        "`adref verify PACKAGE` checks such an archive or folder without the repository.",
    .options = options,
    .most = 1,
    .first = ADREF_FIRST_STATEMENT_LABEL,
    .needs = ADREF_NEEDS_WORKSPACE | ADREF_NEEDS_REPOSITORY | ADREF_NEEDS_SIGNERS,
    .check = check,
    .run = run,
};
