#include "work/import/returned_comments.h"

#include <string.h>

#include "clause/node_copy.h"
#include "view/redline.h"
#include "work/import/returned_authors.h"

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

/* A copy of the note of the clause that has the words of the comment; NULL: none has. */
static AdrefNode *copy_note(const AdrefNode *clause, const AdrefDocxComment *comment)
{
  for (const AdrefNode *block = clause->first; block; block = block->next) {
    gboolean is_note = block->type == ADREF_NOTE || block->type == ADREF_COMMENT;
    if (is_note && strcmp(block->text, comment->words) == 0)
      return adref_node_copy_tree(block, ADREF_KEPT);
  }
  return NULL;
}

/* The notes of the clauses that are gone, to which a comment of the paragraph belonged, go to the
 * clause in which it stands now. */
static void keep_of_paragraph(AdrefNode *home, const AdrefDocxReadParagraph *paragraph,
                              const AdrefDocxFile *returned, const GPtrArray *gone)
{
  for (guint i = 0; i < paragraph->runs->len; i++) {
    const AdrefDocxComment *comment = comment_of(returned, paragraph->runs->pdata[i]);
    AdrefNode *note = NULL;
    for (guint k = 0; comment && !comment->is_resolved && !note && k < gone->len; k++)
      note = copy_note(gone->pdata[k], comment);
    if (note)
      adref_node_append(home, note);
  }
}

void adref_returned_comments_keep(AdrefNode *document, const AdrefDocxReading *reading,
                                  const AdrefSentWord *sent)
{
  g_autoptr(GHashTable) known = adref_import_clauses_by_id(document);
  g_autoptr(GPtrArray) gone = g_ptr_array_new();
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, sent->clauses);
  while (g_hash_table_iter_next(&iter, NULL, &value)) {
    const AdrefNode *clause = ((const AdrefDocxSent *)value)->clause;
    if (clause->as.clause->id && !g_hash_table_contains(known, clause->as.clause->id))
      g_ptr_array_add(gone, (gpointer)(guintptr)clause);
  }
  for (guint i = 0; gone->len > 0 && i < reading->paragraphs->len; i++) {
    const AdrefDocxReadParagraph *paragraph = reading->paragraphs->pdata[i];
    const AdrefDocxSent *home =
        paragraph->anchor ? g_hash_table_lookup(sent->clauses, paragraph->anchor) : NULL;
    AdrefNode *clause = home && home->clause->as.clause->id
                            ? g_hash_table_lookup(known, home->clause->as.clause->id)
                            : NULL;
    if (clause)
      keep_of_paragraph(clause, paragraph, reading->file, gone);
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
