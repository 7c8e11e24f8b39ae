#include "exchange/paragraphs/opening_words.h"

#include <string.h>

#include "base/pattern.h"
#include "clause/labels/item_label.h"
#include "clause/labels/numbering.h"
#include "exchange/paragraphs/eastern_items.h"

#define YEAR  "(?<![0-9])(?:1[89]|20|21|25)[0-9]{2}(?![0-9])"
#define DAY   "(?<![0-9])(?:[0-2]?[0-9]|3[01])(?![0-9])"
#define DAYS  "(?:" DAY " ?[-–—] ?)?" DAY
#define MONTH "(?:\\p{L}\\p{M}*){3,12}"

/* Patterns as wide as they can be without taking ordinary sentences; read after the typed number.
 */
static const char *const patterns[ADREF_OPENINGS] = {
    [ADREF_OPENING_PARTICIPLE] =
        "^(?:(?i:also|further|deeply|fully|gravely|strongly|firmly|having|ainsi|en outre|"
        "également|profondément) ){0,3}(?:"
        "\\p{Lu}\\p{L}*(?i:ing|ant|ants|ando|endo|iendo|end|ende)\\b|"
        "(?i:convinced|conscious|mindful|aware|determined|guided|inspired|encouraged|concerned|"
        "alarmed|desirous|cognizant|committed|resolved|grateful|having|"
        "conscients?|convaincus?|préoccupés?|résolus?|désireux|soucieux|déterminés?|vu|"
        "conscientes?|convencidos?|preocupados?|decididos?|resueltos?|"
        "eingedenk|gestützt auf|geleitet|überzeugt|bestrebt|entschlossen|in anerkennung|"
        "in bekräftigung|auf grund|nach anhörung|"
        "gelet|gehoord|gezien|geleid|overtuigd|indachtig|"
        "mengingat|menyadari|menegaskan|mengakui|memperhatikan|menimbang|mencatat|menyambut|"
        "meyakini|ghi nhận|nhắc lại|tái khẳng định|khẳng định|nhận thức|hoan nghênh|"
        "ghi nhớ|xét)\\b|"
        "(?:วะ)?(?:ระลึก|รำลึก|ตระหนัก|ย้ำ|ยืนยัน|รับทราบ|ยินดี|คำนึง|เชื่อมั่น|เน้นย้ำ|ชื่นชม)|"
        "و?إذ\\s|"
        "و?(?:اقتناع|إدراك|إيمان|اعتراف|التزام|تأكيد|حرص|استرشاد|انطلاق|استذكار|تصميم|عزم|رغبة)"
        "ً?اً? (?:من|ب|في|على)|回顾|重申|认识到|考虑到|注意到|铭记|忆及|深信|回顧)",
    [ADREF_OPENING_ADOPTED] =
        "^(?i:(?:this (?:statement|declaration) (?:was|is|has been) )?"
        "(?:adopted|done|signed|issued|concluded|agreed) (?:in|at|on|by|this|today|virtually)\\b|"
        "in witness whereof\\b|(?:fait|adoptée?|signée?) (?:à|en|le|par)\\b|en foi de quoi\\b|"
        "(?:hecho|firmad[oa]|adoptad[oa]|feito|adotad[oa]) (?:en|em|na|no|el)\\b|"
        "(?:geschehen|unterzeichnet|verabschiedet) (?:zu|in|am)\\b|"
        "(?:gedaan|vastgesteld) (?:te|op)\\b|"
        "(?:ditandatangani|diadopsi|disahkan|dibuat|diterima) (?:di|pada)\\b|"
        "(?:làm|được thông qua|thông qua|ký) (?:tại|ngày)\\b)|"
        "^(?:ทำขึ้น|ทำ ณ|รับรอง ณ|รับรองเมื่อ|ลงนาม ณ|ออก ณ)|"
        "^(?:حُرر|حرر|اعتُمد|اعتمد|صدر|وُقّع|وقع) (?:في|ب)|"
        "において(?:採択|発出|署名|作成)|^.{0,30}(?:採択された|作成した)。?$|"
        "^(?:本(?:声明|聲明|宣言))?(?:于|於).{0,40}(?:通过|签署|發表|发表|通過|簽署)|"
        "^.{0,30}에서 "
        ".{0,60}(?:채택|서명|작성|발표)(?:되었다|하였다|되었습니다|하였습니다|되다|함)\\.?$",
    [ADREF_OPENING_ANNEX] =
        "^(?i:annex(?:es)?|appendix|attachment|enclosure|annexe|appendice|anexo|apéndice|apêndice|"
        "anhang|anlage|bijlage|allegato|lampiran|phụ lục|приложение)\\b.{0,140}$|"
        "^(?:附属書|別添|別紙|附件|附錄|附录|부속서|별첨|ภาคผนวก|เอกสารแนบ|ملحق|الملحق|مرفق|المرفق)"
        ".{0,140}$",
    [ADREF_OPENING_WE] =
        "^(?:WE|We|Nous|NOUS|Nosotros|NOSOTROS|Nós|NÓS|Wir|WIR|Wij|WIJ|Kami|KAMI|Chúng tôi|"
        "CHÚNG TÔI)\\b|^(?:我ら|我々|われわれ|我们|我們|เรา|نحن|우리)|"
        "^(?i:the (?:heads|leaders|ministers|governments?|general assembly|security council)\\b)",
    [ADREF_OPENING_DATE] =
        "(?<![\\p{L}0-9.-])" DAYS
        "(?:st|nd|rd|th|er|º|ª|\\.)?,? (?:day of |of |de |d[’']){0,2}" MONTH
        "\\.?,? (?:de |del )?" YEAR "|\\b" MONTH "\\.? " DAYS "(?:st|nd|rd|th)?,? " YEAR "|" DAY
        " tháng .*" YEAR "|" YEAR ",? " MONTH " " DAY "|" DAY " ?[./-] ?" DAY " ?[./-] ?" YEAR
        "|" YEAR " ?[./-] ?" DAY " ?[./-] ?" DAY "|" DAY "[^\\p{Latin}0-9]{2,30}" YEAR "|"
        "(?:令和|平成|昭和).+月|[๐-๙].*[๒][๐-๙]{3}|[٠-٩].*[٠-٩]{4}|[0-9０-９]{4}\\s*[年년]|"
        "[〇一二三四五六七八九]{4}年",
    [ADREF_OPENING_IN_FORCE] =
        "\\b(?i:into force|into effect|in kraft|en vigueur|en vigor|em vigor|"
        "in werking|uitgewerkt|berlaku|hiệu lực)\\b|有効|施行|生效",
    [ADREF_OPENING_OPEN_END] =
        "[,;、，；،؛][0-9]{0,2}(?: (?i:and|or|et|ou|y|e|o|u|und|oder|en|of|dan|atau|"
        "và|hoặc))?\\s*$",
    [ADREF_OPENING_LABEL] = "^[^:.,;]{1,40}[ \\x{a0}]:[ \\x{a0}]+(?=.{0,160}[0-9]).{1,160}$",
    [ADREF_OPENING_BULLET] = "^[•▪◦‣⁃●○·][ \\t\\x{a0}]*\\S",
    [ADREF_OPENING_NOTE] = "^\\[[0-9]{1,3}\\][\\s\\x{a0}]*\\p{L}",
    [ADREF_OPENING_PAGE_FOOTER] = "^(?:Version |.{0,80} · )?.{0,120}Content [0-9a-f]{64}$",
    [ADREF_OPENING_ENACTING] =
        "^(?:以下|次)(?:を|の(?:とおり|通り|ように|事項を)).{0,24}(?:した|する|しました|します)。$",
    [ADREF_OPENING_SYMBOL] = "^(?=.*[0-9])[A-Z][A-Za-z0-9.]*(?:/[A-Za-z0-9.()-]+)+$",
    [ADREF_OPENING_PREAMBULAR] =
        "(?:し|て|み|き|り|つつ|鑑み|踏まえ|んで)[、,，]$|"
        "(?:하며|하면서|하고|하여|되어|으며|이며|두고|따라|비추어)[,，;]$|"
        "^โดย(?:ระลึก|รำลึก|ตระหนัก|ย้ำ|ยืนยัน|รับทราบ|ยินดี|คำนึง|เชื่อมั่น|เน้นย้ำ|ชื่นชม|อ้างถึง|"
        "พิจารณา|ปรารถนา|มุ่งมั่น|ที่)",
};

static AdrefPattern *pattern_of(AdrefOpening opening)
{
  static AdrefPattern *compiled[ADREF_OPENINGS];
  static gsize once = 0;
  if (g_once_init_enter(&once)) {
    for (gsize i = 0; i < ADREF_OPENINGS; i++)
      compiled[i] = adref_pattern_new(patterns[i], FALSE, NULL);
    g_once_init_leave(&once, 1);
  }
  return compiled[opening];
}

gboolean adref_opening_is(AdrefOpening opening, const char *words)
{
  return adref_pattern_find(pattern_of(opening), words, strlen(words), 0, NULL, NULL) ==
         ADREF_PATTERN_MATCH_YES;
}

/* Figures that are not those of ASCII: Thai, Lao, Khmer, Burmese, Arabic, Persian, of India. */
#define FIGURES "[๐-๙໐-໙០-៩၀-၉٠-٩۰-۹०-९]{1,3}"

/* A number of such figures with what stands behind it, "๑. ", "١- ", "၁။ ", "１．", and one with
 * the word for a paragraph, "ข้อ ๕ ". */
#define OTHER_NUMBER                                                                               \
  "(?:" FIGURES "(?:[.)၊။:_]| ?[-–])[ \\x{a0}]+|[０-９]{1,3}(?:[．.）)、][ 　]*|　)|" \
  "(?:ข้อ|ข้อที่|ຂໍ້|ប្រការ) ?(?:" FIGURES "|[0-9]{1,3})\\.?[ \\x{a0}]+)(?=\\S)"

/* "12 bis.", "12bis)"; "von 5 bis 10" has none of the signs behind it. */
#define SUFFIXED_NUMBER "[0-9]{1,3}[. \\x{a0}]?" ADREF_NUMBERING_SUFFIX_PATTERN "[.)]"

gsize adref_opening_number_length(const char *line)
{
  static AdrefPattern *pattern = NULL;
  static gsize once = 0;
  if (g_once_init_enter(&once)) {
    pattern = adref_pattern_new(
        "^" OTHER_NUMBER "|"
        "^(?:" SUFFIXED_NUMBER "|[0-9]{1,3}(?:\\.[0-9]{1,3})*(?:[.)]|\\.?bis|\\.?ter)?|"
        "\\([0-9]{1,3}\\)|"
        "\\(?[a-zA-Z]\\)|\\(?[ivxl]{1,6}\\)|\\([ก-ฮа-яα-ωأ-ي가-힣]\\)|"
        "(?i:article|artikel|artículo|artigo|art\\.|section|điều|pasal|ข้อ|المادة)\\s?"
        "[0-9๐-๙٠-٩IVXL]+(?:\\s?\\([0-9a-z]+\\))*[.:]?|§+ ?[0-9]+[a-z]?|"
        "第[0-9０-９一二三四五六七八九十百]+[条項章節款])(?:[ \\t\\x{a0}]+|　)(?=\\S)",
        FALSE, NULL);
    g_once_init_leave(&once, 1);
  }
  gsize start, end;
  return adref_pattern_find(pattern, line, strlen(line), 0, &start, &end) == ADREF_PATTERN_MATCH_YES
             ? end
             : 0;
}

/* The number that the figures at the start of a part of a text denote, in figures of ASCII. */
static char *in_ascii(const char *words, gsize length)
{
  GString *number = g_string_new(NULL);
  for (const char *p = words; p < words + length; p = g_utf8_next_char(p)) {
    gint digit = g_unichar_digit_value(g_utf8_get_char(p));
    if (digit >= 0)
      g_string_append_c(number, (char)('0' + digit));
  }
  return g_string_free(number, FALSE);
}

static char *other_number(const char *words, gsize *length)
{
  static AdrefPattern *pattern = NULL;
  static gsize once = 0;
  if (g_once_init_enter(&once)) {
    pattern = adref_pattern_new("^" OTHER_NUMBER, FALSE, NULL);
    g_once_init_leave(&once, 1);
  }
  gsize start, end;
  if ((guchar)*words < 0x80 ||
      adref_pattern_find(pattern, words, strlen(words), 0, &start, &end) != ADREF_PATTERN_MATCH_YES)
    return NULL;
  *length = end;
  return in_ascii(words, end);
}

/* "１　" is "1　" in Japanese texts, which write one figure wide and two narrow. */
gboolean adref_opening_number_stays(const char *words)
{
  return !g_ascii_isdigit(*words) && adref_eastern_item_read(words).kind != ADREF_EASTERN_NUMBER;
}

/* "12" of "12. ", "1.2" of "1.2 ", "12 bis" of "12bis) " and "12.bis ". */
static char *number_in(const char *words, gsize length)
{
  gsize digits = strspn(words, "0123456789.");
  gsize suffix = strspn(words, "0123456789. \xC2\xA0"), letters = 0;
  while (suffix + letters < length && g_ascii_islower(words[suffix + letters]))
    letters++;
  while (digits > 0 && words[digits - 1] == '.')
    digits--;
  return letters == 0
             ? g_strndup(words, digits)
             : g_strdup_printf("%.*s %.*s", (int)digits, words, (int)letters, words + suffix);
}

char *adref_opening_number(const char *words, gsize *length)
{
  static AdrefPattern *pattern = NULL;
  static gsize once = 0;
  if (g_once_init_enter(&once)) {
    pattern = adref_pattern_new("^(?:" SUFFIXED_NUMBER
                                "|[0-9]{1,3}(?:(?:\\.[0-9]{1,3})+\\.?|\\.(?:bis|ter|quater)|[.)]))"
                                "(?:[ \\x{a0}]+|　)(?=\\S)|"
                                "^[0-9]{1,3}(?:[ \\x{a0}]+(?=\\p{Lu}{2})|　(?=\\S))",
                                FALSE, NULL);
    g_once_init_leave(&once, 1);
  }
  gsize start, end;
  if (adref_pattern_find(pattern, words, strlen(words), 0, &start, &end) != ADREF_PATTERN_MATCH_YES)
    return other_number(words, length);
  *length = end;
  return number_in(words, end);
}

gboolean adref_opening_is_sub_number(const char *words)
{
  gsize open = words[0] == '(' ? 1 : 0;
  gsize letters = strspn(words + open, "ivxl");
  letters = letters > 0 ? letters : g_ascii_isalpha(words[open]) ? 1 : 0;
  if (letters > 0 && letters < 6 && words[open + letters] == ')' &&
      words[open + letters + 1] == ' ')
    return TRUE;
  AdrefItemLabel label = adref_item_label_read(words, strlen(words));
  return label.length > 0 && (label.end == ')' || label.end == 0xFF09) &&
         (label.kind == ADREF_ITEM_LABEL_LETTER || label.kind == ADREF_ITEM_LABEL_ROMAN);
}
