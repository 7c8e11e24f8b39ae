#include "work/returned_comments.h"

#include "view/redline.h"
#include "work/returned_authors.h"

static const AdrefDocxComment *comment_of(const AdrefDocxFile *file, const AdrefDocxRun *run)
{
  return run->comment ? &g_array_index(file->comments, AdrefDocxComment, run->comment - 1) : NULL;
}

/* Whether it becomes a note. */
static gboolean is_read(const AdrefDocxComment *comment, const AdrefDocxFile *returned,
                        const AdrefSentWord *sent)
{
  return *comment->words && !comment->is_resolved &&
         !g_hash_table_contains(sent->notes, comment->words) &&
         !g_ptr_array_find(returned->lost, comment, NULL);
}

static void list(AdrefWordReport *report, const AdrefDocxComment *comment, const char *place,
                 const AdrefImportOptions *options)
{
  const char *party = adref_returned_authors_party(options, comment->author);
  g_autofree char *what = party ? g_strconcat("note of ", party, NULL) : g_strdup("comment");
  adref_word_report_add(report->comments, place, what, "", comment->words, comment->author,
                        comment->date);
}

static void list_new(AdrefWordReport *report, const AdrefDocxFile *returned,
                     const AdrefSentWord *sent, const AdrefImportOptions *options)
{
  for (guint i = 0; i < returned->paragraphs->len; i++) {
    const AdrefDocxParagraph *paragraph = returned->paragraphs->pdata[i];
    const AdrefDocxSent *home =
        paragraph->anchor ? g_hash_table_lookup(sent->clauses, paragraph->anchor) : NULL;
    g_autofree char *place = home ? adref_redline_name(home->clause, NULL)
                                  : g_strdup_printf("paragraph %u", paragraph->number);
    for (guint k = 0; k < paragraph->runs->len; k++) {
      const AdrefDocxComment *comment =
          comment_of(returned, &g_array_index(paragraph->runs, AdrefDocxRun, k));
      if (comment && is_read(comment, returned, sent))
        list(report, comment, place, options);
    }
  }
}

static void list_gone(AdrefWordReport *report, const AdrefDocxFile *returned,
                      const AdrefSentWord *sent)
{
  g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < returned->comments->len; i++)
    g_hash_table_add(known, g_array_index(returned->comments, AdrefDocxComment, i).words);
  const GArray *comments = sent->file->comments;
  for (guint i = 0; i < comments->len; i++) {
    const AdrefDocxComment *comment = &g_array_index(comments, AdrefDocxComment, i);
    g_autofree char *words = adref_docx_comment_words(comment);
    g_autofree char *line =
        g_strdup_printf("comment that is gone from the file: the note stays: %s", words);
    if (!g_hash_table_contains(known, comment->words))
      adref_word_report_leave_out(report, line, NULL);
  }
}

void adref_returned_comments_list(AdrefWordReport *report, const AdrefDocxFile *returned,
                                  const AdrefSentWord *sent, const AdrefImportOptions *options)
{
  list_new(report, returned, sent, options);
  list_gone(report, returned, sent);
}
