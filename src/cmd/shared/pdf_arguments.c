#include "cmd/shared/pdf_arguments.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The forms of a command that have pages. */
static gboolean has_word_files(const AdrefRun *run)
{
  for (const AdrefOption *option = run->command->options; option->name; option++)
    if (strcmp(option->name, "format") == 0)
      return option->choices && strstr(option->choices, "docx");
  return FALSE;
}

static gboolean check_paper(const AdrefRun *run, const char *format, GError **error)
{
  static const char *const paper[] = {"paper", "large", "marking", "line-numbers", "attach"};
  const char *command = run->command->name, *lines = adref_run_value(run, "line-numbers");
  gboolean is_word = strcmp(format, "docx") == 0;
  for (gsize i = 0; i < G_N_ELEMENTS(paper); i++) {
    gboolean is_for_pdf = strcmp(paper[i], "attach") == 0;
    if (!adref_run_flag(run, paper[i]) || (is_word && !is_for_pdf))
      continue;
    adref_error(error, ADREF_ERROR_USAGE, "%s: --%s goes with --format pdf%s", command, paper[i],
                !is_for_pdf && has_word_files(run) ? " or docx" : "");
    return FALSE;
  }
  if (g_strcmp0(lines, "paragraph") != 0)
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE,
              "%s: Word numbers the lines of a page, not of a paragraph; --line-numbers page, or "
              "--format pdf",
              command);
  return FALSE;
}

gboolean adref_pdf_arguments_check(const AdrefRun *run, const char *format, GError **error)
{
  gboolean is_pdf = strcmp(format, "pdf") == 0, is_word = strcmp(format, "docx") == 0;
  if (!is_pdf && !check_paper(run, format, error))
    return FALSE;
  const char *output = adref_run_value(run, "output");
  if ((!is_pdf && !is_word) || (output && strcmp(output, "-") != 0) || !adref_on_terminal())
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE,
              "%s: a %s is not for a terminal; -o FILE writes it to a file", run->command->name,
              is_pdf ? "PDF" : "Word file");
  return FALSE;
}

/* Ctrl-C clears the line with the page number; nothing was written to the file yet. */
static void clear_progress_line(int number)
{
  static const char line[] = "\r\033[K";
  ssize_t written = write(STDERR_FILENO, line, sizeof line - 1);
  (void)written;
  signal(number, SIG_DFL);
  raise(number);
}

static void show_page_number(guint page, guint pages)
{
  signal(SIGINT, clear_progress_line);
  if (pages == 0)
    fprintf(stderr, "\r\033[Ksetting page %u", page);
  else
    fprintf(stderr, "\r\033[Kpage %u of %u", page, pages);
}

static void show_progress(gpointer data, guint page, guint pages)
{
  enum {
    STEP = 20
  };
  const gint64 *start = data;
  if (!isatty(STDERR_FILENO) || g_get_monotonic_time() - *start < G_USEC_PER_SEC)
    return;
  if (page == pages) {
    fprintf(stderr, "\r\033[K");
    signal(SIGINT, SIG_DFL);
  } else if (page % STEP == 0) {
    show_page_number(page, pages);
  }
}

AdrefPdfOptions adref_pdf_arguments_read(const AdrefRun *run, gint64 *start)
{
  const char *paper = adref_run_value(run, "paper"), *lines = adref_run_value(run, "line-numbers");
  *start = g_get_monotonic_time();
  return (AdrefPdfOptions){.paper = !paper                         ? ADREF_PAPER_SIZE_HOUSE_STYLE
                                    : strcmp(paper, "letter") == 0 ? ADREF_PAPER_SIZE_LETTER
                                                                   : ADREF_PAPER_SIZE_A4,
                           .line_numbering = !lines ? ADREF_LINE_NUMBERING_NONE
                                             : strcmp(lines, "paragraph") == 0
                                                 ? ADREF_LINE_NUMBERING_PARAGRAPH
                                                 : ADREF_LINE_NUMBERING_PAGE,
                           .is_large = adref_run_flag(run, "large"),
                           .marking = adref_run_value(run, "marking"),
                           .progress = show_progress,
                           .data = start};
}
