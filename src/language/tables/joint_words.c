#include "language/tables/joint_words.h"

#include <string.h>

#include "language/language_tag.h"
#include "language/word_place.h"

/* The words of a language, divided by "|". */
typedef struct {
  const char *language;
  const char *name_and, *name_or;   /* as a finding says them */
  const char *other;                /* words in which those behind stand, and which mean neither */
  const char *both;                 /* that say both, or make "or" as good as "and" */
  const char *and_words, *or_words; /* that say one of them */
  const char *and_perhaps, *or_perhaps; /* that may say it; NULL: none */
} JointRow;

/* English first. */
static const JointRow rows[] = {
    {"en", "and", "or",
     "or more|or less|or fewer|or so|or even|or rather|or otherwise|or not|two or three|one or two",
     "and/or|any|whether|not|no|nor|neither|without|never|none|nothing|cannot|less|between|unless|"
     "prevent|refrain|prohibit*|avoid|free|regardless|irrespective|unable|state or "
     "government|state and "
     "government|interpretation|coercion|multilateral|amended|distress",
     "and", "or", "with|plus|both|together|also", "either|alternatively|otherwise"},
    {"ja", "及び", "又は",
     "から|かつ|か月|か国|か所|か年|ほか|かかる|かつて|明らか|確か|かんが|わずか|いかなる|うか|"
     "いかに|さかの|向か|"
     "はや|いや|すみやか|速やか|やむ|もちろん|とも|ともに|ところ|こと|とする|として|という|とり|"
     "もの|もっ|"
     "つとめ|などに",
     "及び/又は|及び又は", "及び|および|並びに|ならびに",
     "又は|または|若しくは|もしくは|或いは|あるいは", "と|、|も|や|かつ", "か|や|など|等|いずれ"},
    {"zh", "和", "或",
     "和平|和解|和谐|缓和|饱和|总和|温和|柔和|中和|和睦|共和|涉及|埃及|普及|及时|顾及|触及|波及|"
     "危及|提及|惠及|"
     "参与|与会|赋与|给与|与时|合并|并非|并不|并行|兼并|或许|或者说|時及|緩和|和諧|參與|與會|與時|"
     "及時",
     "和/或|及/或|是否|任何|不|无|未|非", "和|及|并|以及|与|並|與", "或|或者|抑或", "同|跟|、",
     "还是|還是|、|等"},
    {"ko", "및", "또는", "및/또는", "및/또는|않|아니|없|여부|어떠한", "및|그리고", "또는|혹은|내지",
     "와 |과 |하고|고 |며 |,|·", "나 |거나|든지|든 |이나|·"},
    {"th", "และ", "หรือ", "หรือไม่|หรือยัง", "และ/หรือ|ไม่|ใด|มิ|ปราศจาก", "และ", "หรือ",
     "กับ|ทั้ง|รวม|ตลอดจน|พร้อม", NULL},
    {"vi", "và", "hoặc", NULL, "và/hoặc|không|chưa|bất kỳ|bất cứ|liệu có|liệu rằng", "và", "hoặc",
     "cùng|với|cũng như|lẫn", "hay"},
    {"id", "dan", "atau", NULL, "dan/atau|tidak|bukan|tanpa|apakah|setiap|mana pun|belum", "dan",
     "atau", "serta|maupun|bersama|dengan", "maupun|ataupun"},
    {"ms", "dan", "atau", NULL, "dan/atau|tidak|bukan|tanpa|sama ada|mana-mana|belum", "dan",
     "atau", "serta|mahupun|bersama|dengan", "mahupun|ataupun"},
    {"fr", "et", "ou",
     "vingt et|trente et|quarante et|cinquante et|soixante et|et demi*|et quart|ou plus|ou "
     "moins|ou "
     "non",
     "et/"
     "ou|d'état|interprétation|coercition|ni|sans|aucun|aucune|pas|soit|jamais|tout|toute|tous|"
     "toutes|ne|quel|quelle|entre",
     "et", "ou", "ainsi que|avec|tant|comme", "ou bien"},
    {"es", "y", "o",
     "treinta y|cuarenta y|cincuenta y|sesenta y|setenta y|ochenta y|noventa y|o más|o menos|o no",
     "y/o|de "
     "estado|interpretación|coacción|ni|sin|ningún|ninguna|cualquier|cualquiera|no|nunca|todo|toda|"
     "todos|todas|entre",
     "y|e", "o|u", "así como|junto|tanto|con", "bien|sea"},
    {"pt", "e", "ou", "e meia|e meio|trinta e|quarenta e|vinte e|ou mais|ou menos|ou não",
     "e/ou|de "
     "estado|interpretação|coação|coerção|nem|sem|nenhum|nenhuma|qualquer|quaisquer|não|nunca|todo|"
     "toda|todos|todas|entre",
     "e", "ou", "bem como|junto|tanto|com", "quer|seja"},
    {"de", "und", "oder", "oder mehr|oder weniger",
     "und/oder|nicht|kein|keine|keinen|ohne|weder|ob|jede|jeder|jedes|alle|aller|zwischen", "und",
     "oder", "sowie|mit|samt", "beziehungsweise|bzw."},
    {"ar", "و", "أو", NULL, "لا|لم|لن|أي|دون|عدم|غير|ليس", NULL, "أو|أم", "و", "إما"},
};

static const JointRow *row_of(const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
    if (adref_language_tag_matches(language, rows[i].language))
      return &rows[i];
  return NULL;
}

typedef struct {
  guint and_words, or_words, and_all, or_all;
  gboolean tells; /* no word of it says both */
} JointCount;

/* "and" is a letter before the article in Arabic: والوساطة. */
static guint count_arabic_and(const char *text)
{
  static const char and_the[] = "وال";
  guint count = 0;
  for (const char *at = text; (at = strstr(at, and_the)); at += strlen(and_the))
    count += at == text || !g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(at))) ? 1 : 0;
  return count;
}

/* Whether "or" stands before "may": "ships or aircraft may enter" lets both. */
static gboolean lets_both(const JointRow *row, const char *folded)
{
  const char *either = row == rows ? strstr(folded, " or ") : NULL;
  return either && (strstr(either, " may ") || strstr(either, " can "));
}

static guint count_plain(const char *text, const char *word)
{
  guint count = 0;
  for (const char *at = text; (at = strstr(at, word)); at += strlen(word))
    count++;
  return count;
}

/* Whether a text in English has one such word at all: most have none, or more. */
static gboolean may_tell(const JointRow *row, const char *folded)
{
  return row != rows || count_plain(folded, " and ") + count_plain(folded, " or ") == 1;
}

static JointCount count_of(const JointRow *row, const char *folded)
{
  JointCount count = {.tells = !lets_both(row, folded) && !adref_word_place_has(folded, row->both)};
  if (!count.tells)
    return count;
  g_autofree char *text = g_strdup(folded);
  adref_word_place_take(text, row->other);
  count.and_words =
      row->and_words ? adref_word_place_take(text, row->and_words) : count_arabic_and(text);
  count.or_words = adref_word_place_take(text, row->or_words);
  count.and_all = count.and_words + adref_word_place_take(text, row->and_perhaps);
  count.or_all = count.or_words + adref_word_place_take(text, row->or_perhaps);
  return count;
}

/* Whether one text has one "or" where the other has one "and". */
static gboolean is_or_beside_and(const JointCount *one, const JointCount *other)
{
  return one->or_words == 1 && one->and_all == 0 && other->and_words == 1 && other->or_all == 0;
}

gboolean adref_joint_words_contradict(const char *language, const char *folded,
                                      const char *other_language, const char *other_folded,
                                      const char **first, const char **second)
{
  const JointRow *row = row_of(language), *other_row = row_of(other_language);
  if (!row || !other_row || !may_tell(row, folded) || !may_tell(other_row, other_folded))
    return FALSE;
  JointCount one = count_of(row, folded);
  if (!one.tells || one.and_words + one.or_words != 1)
    return FALSE;
  JointCount other = count_of(other_row, other_folded);
  if (!other.tells)
    return FALSE;
  gboolean is_or = is_or_beside_and(&one, &other), is_and = is_or_beside_and(&other, &one);
  *first = is_or ? row->name_or : row->name_and;
  *second = is_or ? other_row->name_and : other_row->name_or;
  return is_or || is_and;
}
