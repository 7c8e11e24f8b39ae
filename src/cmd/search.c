#include "work/search/search.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cmd/commands.h"
#include "cmd/shared/shared_options.h"

static gboolean put_hits(AdrefRun *run, const GPtrArray *hits, GError **error)
{
  AdrefSearchHitOptions how = {adref_width(), adref_in_color(run)};
  gboolean wanted = TRUE;
  for (guint i = 0; i < hits->len && wanted; i++) {
    adref_search_hit_write(run->out, hits->pdata[i], i > 0 ? hits->pdata[i - 1] : NULL, &how);
    if (!adref_run_flush(run, &wanted, error))
      return FALSE;
  }
  return TRUE;
}

/* A line for each text: what stands in it, and what did. */
static void put_counts(AdrefRun *run, const GPtrArray *hits)
{
  for (guint i = 0, from = 0; i < hits->len; i++) {
    const AdrefSearchHit *hit = hits->pdata[i],
                         *next = i + 1 < hits->len ? hits->pdata[i + 1] : NULL;
    if (next && strcmp(next->path, hit->path) == 0)
      continue;
    guint now = 0;
    for (guint j = from; j <= i; j++)
      now += ((const AdrefSearchHit *)hits->pdata[j])->now ? 1 : 0;
    g_autofree char *name = adref_search_hit_text_name(hit);
    g_string_append_printf(run->out, "%6u  %s", now, name);
    if (i + 1 - from > now)
      g_string_append_printf(run->out, " (and %u in versions)", i + 1 - from - now);
    g_string_append_c(run->out, '\n');
    from = i + 1;
  }
}

/* Nothing in the first second. */
static void show_progress(gpointer data, guint versions)
{
  const gint64 *start = data;
  if (isatty(STDERR_FILENO) && g_get_monotonic_time() - *start > G_USEC_PER_SEC)
    fprintf(stderr, "\r\033[K%u versions read\r", versions);
}

static void clear_progress(gint64 start)
{
  if (isatty(STDERR_FILENO) && g_get_monotonic_time() - start > G_USEC_PER_SEC)
    fputs("\r\033[K", stderr);
}

static gboolean check(const AdrefRun *run, GError **error)
{
  gint64 since;
  gboolean is_now = adref_run_flag(run, "now");
  if (is_now && adref_run_value(run, "since")) {
    adref_error(error, ADREF_ERROR_USAGE,
                "--since needs the versions that --now leaves out; choose one");
    return FALSE;
  }
  if (adref_run_flag(run, "templates") && run->arguments->len > 1) {
    adref_error(error, ADREF_ERROR_USAGE, "--templates searches no statement; leave out \"%s\"",
                adref_run_argument(run, 1));
    return FALSE;
  }
  return adref_run_since(run, &since, error);
}

static int run(AdrefRun *run, GError **error)
{
  gint64 start = g_get_monotonic_time();
  g_autoptr(GPtrArray) statements = g_ptr_array_new();
  for (guint i = 1; i < run->arguments->len; i++)
    g_ptr_array_add(statements, run->arguments->pdata[i]);
  g_ptr_array_add(statements, NULL);
  AdrefSearchOptions search = {.pattern = adref_run_argument(run, 0),
                               .caseless = adref_run_flag(run, "ignore-case"),
                               .words = adref_run_flag(run, "words"),
                               .statements = (const char *const *)statements->pdata,
                               .language = adref_run_value(run, "lang"),
                               .only_now = adref_run_flag(run, "now"),
                               .only_templates = adref_run_flag(run, "templates"),
                               .progress = show_progress,
                               .data = &start};
  if (!adref_run_since(run, &search.since, error))
    return ADREF_FAILURE;
  g_autoptr(GPtrArray) hits = adref_search(run->session, &search, error);
  clear_progress(start);
  if (!hits)
    return ADREF_FAILURE;
  run->use_pager = TRUE;
  if (hits->len == 0 && !run->json)
    adref_say("nothing found for \"%s\"", search.pattern);
  if (run->json)
    adref_put(run, adref_search_hits_json(hits));
  else if (adref_run_flag(run, "count"))
    put_counts(run, hits);
  else if (!put_hits(run, hits, error))
    return ADREF_FAILURE;
  return hits->len > 0 ? ADREF_YES : ADREF_NO;
}

static const AdrefOption options[] = {
    {"words", 'w', NULL, NULL, FALSE, "ignore wrapping, case, width, accents and bracket marks"},
    {"ignore-case", 'i', NULL, NULL, FALSE, "upper and lower case are the same"},
    {"now", 0, NULL, NULL, FALSE, "only the texts and templates as they are, no versions"},
    {"templates", 0, NULL, NULL, FALSE, "only the clause templates"},
    {"lang", 'l', "LANG", NULL, FALSE, "only texts in this language"},
    {"since", 0, "DATE", NULL, FALSE, "only words that came in then or later"},
    {"count", 'c', NULL, NULL, FALSE, "only count, a line for each text"},
    ADREF_OPTION_END,
};

const AdrefCommand adref_command_search = {
    .name = "search",
    .arguments = "PATTERN [STATEMENT[@VERSION]...]",
    .summary = "Find where words stand, and stood",
    .details =
        "Searches all statements in all languages, as they are and in all versions (of HEAD, of "
        "every branch, also of other delegations, and of every draft), and the clause templates. "
        "With STATEMENT only its texts; with STATEMENT@VERSION only that version. --now leaves "
        "the versions out.\n\n"
        "PATTERN is a regular expression as in Perl (PCRE2), which is tried on each line; "
        "in a text that adref wrote a paragraph is a line. Each hit is shown with the number and "
        "the id of its clause, the first version that has these words, its date and who wrote it "
        "(the party, else the author), and the circulated drafts that have them. What "
        "stands in the text as it is comes first, in its order; then what only versions have, the "
        "newest first. The same words of a clause are listed once.\n\n"
        "With --words a paragraph is searched as it is read: line breaks, case, wide and narrow "
        "letters, accents and the marks of brackets do not count. \"shall act\" and \"should act\" "
        "are "
        "both found in [shall - JPN / should - ASEAN] act.\n\n"
        "The exit status is 1 when nothing is found. It works in a bare repository, too, on its "
        "HEAD. The passages of a long history are kept in .git/adref/cache, so that the next "
        "search takes a moment; the folder may be removed at any time.",
    .options = options,
    .fewest = 1,
    .most = 1000,
    .check = check,
    .run = run,
};
