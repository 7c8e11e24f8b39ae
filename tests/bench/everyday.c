/* The everyday text and its history as a stream for git fast-import, always the same one:
 * everyday PARAGRAPHS BRACKETS VERSIONS DRAFTS.
 *
 * statements/big has a text in four languages, one of them without spaces, the records of 30
 * parties, and drafts rev1, rev2, ... Each version changes a word of one paragraph of the rolling
 * text; the other languages follow with each draft, so that all are in step at the end. Every fifth
 * paragraph has no bracket, and every party has agreed to it; the brackets stand in the others.
 * Without brackets, every party has agreed to all. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clause/markdown/canonical.h"
#include "clause/markdown/markdown_read.h"
#include "sign/party_record.h"

enum {
  LANGUAGES = 4,
  PARTIES = 30,
  WORDS = 40,         /* of a paragraph, and those around them */
  AGREED = 5,         /* each such paragraph */
  START = 1672531200, /* 1 January 2023 */
  STEP = 3600
};

typedef struct {
  const char *code, *title, *section, *open, *shall, *should, *percent, *before, *reference, *after,
      *stop, *space;
  const char *words[16];
} Language;

static const Language languages[LANGUAGES] = {
    {"en",
     "Joint Statement",
     "Section",
     "The Leaders welcomed",
     "shall",
     "should",
     " per cent",
     "as set out in ",
     "paragraph ",
     "",
     ".",
     " ",
     {"cooperation", "maritime", "safety", "commitment", "people", "training", "trust", "digital",
      "transition", "supply", "growth", "exchange", "expertise", "ports", "energy", "partnership"}},
    {"fr",
     "Déclaration commune",
     "Partie",
     "Les dirigeants ont salué",
     "doit",
     "devrait",
     " pour cent",
     "comme prévu au ",
     "paragraphe ",
     "",
     ".",
     " ",
     {"coopération", "maritime", "sécurité", "engagement", "peuples", "formation", "confiance",
      "numérique", "transition", "approvisionnement", "croissance", "échange", "compétences",
      "ports", "énergie", "partenariat"}},
    {"ja",
     "共同声明",
     "第",
     "首脳は、次を歓迎した。",
     "するものとする",
     "すべきである",
     "パーセント",
     "",
     "パラグラフ",
     "のとおり",
     "。",
     "",
     {"協力", "海上", "安全の", "約束", "人々", "研修及び", "信頼", "デジタル", "移行を", "供給",
      "成長", "交流と", "専門知識", "港湾", "エネルギー", "連携の"}},
    {"id",
     "Pernyataan Bersama",
     "Bagian",
     "Para Pemimpin menyambut",
     "wajib",
     "sebaiknya",
     " persen",
     "sebagaimana dalam ",
     "paragraf ",
     "",
     ".",
     " ",
     {"kerja", "maritim", "keselamatan", "komitmen", "rakyat", "pelatihan", "kepercayaan",
      "digital", "transisi", "pasokan", "pertumbuhan", "pertukaran", "keahlian", "pelabuhan",
      "energi", "kemitraan"}}};

typedef struct {
  guint32 seed;
  guint paragraphs, brackets;
  guint8 (*texts)[WORDS]; /* the words of each paragraph */
  GString *text;
} Talks;

/* The generator of Numerical Recipes: the same numbers everywhere. */
static guint pick(Talks *talks, guint n)
{
  talks->seed = talks->seed * 1664525u + 1013904223u;
  return (talks->seed >> 8) % n;
}

static void make_words(Talks *talks)
{
  talks->texts = g_malloc0_n(talks->paragraphs, sizeof *talks->texts);
  for (guint i = 0; i < talks->paragraphs; i++)
    for (guint j = 0; j < WORDS; j++)
      talks->texts[i][j] = (guint8)pick(talks, G_N_ELEMENTS(languages[0].words));
}

/* Without brackets, all is agreed. */
static gboolean is_agreed(const Talks *talks, guint paragraph)
{
  return talks->brackets == 0 || paragraph % AGREED == 0;
}

static gboolean is_agreed_clause(const Talks *talks, const char *id)
{
  return g_str_has_prefix(id, "clause-") ? is_agreed(talks, (guint)atoi(id + 7) - 1)
                                         : talks->brackets == 0;
}

/* " [shall - P01 / should - P02, P03]" */
static void write_bracket(Talks *talks, const Language *language, guint at)
{
  g_string_append_printf(talks->text, "%s[%s - P%02u / %s - P%02u, P%02u]", language->space,
                         language->shall, at % PARTIES + 1, language->should,
                         (at + 7) % PARTIES + 1, (at + 11) % PARTIES + 1);
}

/* The brackets of the paragraph stand at equal distances among its words. */
static void write_words(Talks *talks, const Language *language, guint paragraph)
{
  guint bracketed = talks->paragraphs - talks->paragraphs / AGREED;
  guint count = is_agreed(talks, paragraph) ? 0 : talks->brackets / bracketed, done = 0;
  g_string_append(talks->text, language->open);
  for (guint i = 0; i < WORDS; i++) {
    g_string_append(talks->text, language->space);
    g_string_append(talks->text, language->words[talks->texts[paragraph][i]]);
    if (done < count && i == (done + 1) * WORDS / (count + 1))
      write_bracket(talks, language, paragraph + 5 * done++);
  }
}

static void write_paragraph(Talks *talks, const Language *language, guint paragraph)
{
  guint number = paragraph + 1, other = paragraph / 2 + 1;
  g_string_append_printf(talks->text, "\n<!-- op clause-%u no=%u -->\n", number, number);
  write_words(talks, language, paragraph);
  if (paragraph % 3 == 0)
    g_string_append_printf(talks->text, "%s%u%s", language->space, 10 + paragraph % 80,
                           language->percent);
  else if (paragraph % 10 == 1)
    g_string_append_printf(talks->text, "%s%s[%s%u](#clause-%u)%s", language->space,
                           language->before, language->reference, other, other, language->after);
  g_string_append(talks->text, language->stop);
  g_string_append_c(talks->text, '\n');
}

static void write_text(Talks *talks, const Language *language)
{
  g_string_printf(talks->text, "<!-- heading title -->\n# %s\n", language->title);
  for (guint i = 0; i < talks->paragraphs; i++) {
    if (i % 20 == 0)
      g_string_append_printf(talks->text, "\n<!-- heading section-%u -->\n## %s %u\n", i / 20 + 1,
                             language->section, i / 20 + 1);
    write_paragraph(talks, language, i);
  }
}

static void put_file(const char *path, const GString *text)
{
  printf("M 100644 inline %s\ndata %" G_GSIZE_FORMAT "\n", path, text->len);
  fwrite(text->str, 1, text->len, stdout);
  putchar('\n');
}

static void put_text(Talks *talks, const Language *language)
{
  g_autofree char *path = g_strdup_printf("statements/big/%s.md", language->code);
  write_text(talks, language);
  put_file(path, talks->text);
}

static void put_library(void)
{
  g_autoptr(GString) parties = g_string_new("parties:\n");
  g_autoptr(GString) facts = g_string_new("title: {en: Joint Statement, fr: Déclaration commune, "
                                          "ja: 共同声明, id: Pernyataan Bersama}\n"
                                          "languages: [en, fr, ja, id]\n"
                                          "signing: {who: [P01, P02, P03]}\nparties: [");
  for (guint i = 1; i <= PARTIES; i++) {
    g_string_append_printf(parties, "  P%02u: {short: Land P%02u, long: the Republic of P%02u}\n",
                           i, i, i);
    g_string_append_printf(facts, "%sP%02u", i > 1 ? ", " : "", i);
  }
  g_string_append(facts, "]\n");
  put_file("templates/parties.yaml", parties);
  put_file("statements/big/statement.yaml", facts);
}

static void put_commit(guint version, const char *subject, const char *trailers)
{
  guint time = START + version * STEP;
  g_autofree char *message = g_strdup_printf("big: %s\n\nStatement: big\n%s", subject, trailers);
  printf("commit refs/heads/main\nmark :%u\n", version);
  printf("author Clerk <clerk@example.org> %u +0900\n", time);
  printf("committer Clerk <clerk@example.org> %u +0900\n", time);
  printf("data %" G_GSIZE_FORMAT "\n%s\n", strlen(message), message);
}

static void put_version(Talks *talks, guint version, gboolean is_draft)
{
  guint paragraph = pick(talks, talks->paragraphs);
  talks->texts[paragraph][pick(talks, WORDS)] = (guint8)pick(talks, 16);
  g_autofree char *subject = g_strdup_printf("op clause-%u", paragraph + 1);
  g_autofree char *trailers = g_strdup_printf("Party: P%02u\nAction: save\nClause: clause-%u\n",
                                              pick(talks, PARTIES) + 1, paragraph + 1);
  put_commit(version, subject, trailers);
  if (version == 1)
    put_library();
  for (guint i = 0; i < (is_draft || version == 1 ? LANGUAGES : 1); i++)
    put_text(talks, &languages[i]);
}

static void put_draft(guint draft, guint version)
{
  printf("tag big/rev%u\nfrom :%u\ntagger Clerk <clerk@example.org> %u +0900\ndata 6\nDraft\n\n",
         draft, version, START + version * STEP);
}

/* Of the words of now. */
static AdrefNode *read_text(Talks *talks, const Language *language)
{
  write_text(talks, language);
  AdrefNode *document = adref_markdown_read(talks->text->str, talks->text->len, NULL, NULL, NULL);
  g_assert(document);
  return document;
}

static void add_hashes(const Talks *talks, GPtrArray *ids, GHashTable *hashes,
                       const AdrefNode *document, const char *language)
{
  for (const AdrefNode *clause = document->first; clause; clause = clause->next) {
    const char *id = clause->as.clause->id;
    if (!id || !is_agreed_clause(talks, id))
      continue;
    g_autofree char *hash = adref_clause_hash(clause);
    const char *before = g_hash_table_lookup(hashes, id);
    if (!before)
      g_ptr_array_add(ids, g_strdup(id));
    g_hash_table_insert(hashes, g_strdup(id),
                        before ? g_strdup_printf("%s %s %s", before, language, hash)
                               : g_strdup_printf("%s %s", language, hash));
  }
}

/* A party has agreed to the clauses in acts of 20. */
static void put_record(const GPtrArray *ids, GHashTable *hashes, const char *party)
{
  g_autoptr(AdrefPartyRecord) record = adref_party_record_new(party);
  adref_party_record_set_statement(record, "big");
  AdrefPartyAct *act = NULL;
  for (guint i = 0; i < ids->len; i++) {
    if (i % 20 == 0)
      act = adref_party_record_add_act(record, ADREF_PARTY_ACT_AGREE, NULL,
                                       "2023-12-01T09:00:00+09:00", "Clerk");
    adref_party_act_add_item(record, act, ids->pdata[i],
                             g_strdup(g_hash_table_lookup(hashes, ids->pdata[i])));
  }
  g_autoptr(GString) text = adref_party_record_write(record);
  g_autofree char *path = adref_party_record_path("statements/big", party);
  put_file(path, text);
}

static void put_records(Talks *talks, guint version)
{
  g_autoptr(GHashTable) hashes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0; i < LANGUAGES; i++) {
    g_autoptr(AdrefNode) document = read_text(talks, &languages[i]);
    add_hashes(talks, ids, hashes, document, languages[i].code);
  }
  put_commit(version, "agreed by all", "Action: agree\n");
  for (guint i = 1; i <= PARTIES; i++) {
    g_autofree char *party = g_strdup_printf("P%02u", i);
    put_record(ids, hashes, party);
  }
}

/* The records are of the version before the last draft, whose words the draft has; the last draft
 * is the last version, so that it can be signed. */
int main(int argc, char **argv)
{
  if (argc != 5) {
    fputs("usage: everyday PARAGRAPHS BRACKETS VERSIONS DRAFTS\n", stderr);
    return 2;
  }
  Talks talks = {.paragraphs = (guint)atoi(argv[1]),
                 .brackets = (guint)atoi(argv[2]),
                 .text = g_string_new(NULL)};
  guint versions = (guint)atoi(argv[3]), drafts = (guint)atoi(argv[4]), draft = 0;
  make_words(&talks);
  for (guint version = 1; version < versions; version++) {
    gboolean is_draft = (version + 1) * drafts / versions > draft;
    put_version(&talks, version, is_draft);
    if (is_draft && draft + 1 < drafts)
      put_draft(++draft, version);
  }
  put_records(&talks, versions);
  put_draft(drafts, versions);
  return ferror(stdout) ? 1 : 0;
}
