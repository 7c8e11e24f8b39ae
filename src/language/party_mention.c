#include "language/party_mention.h"

#include <string.h>

/* The code of a party, and the stems of its name and adjective. Those that begin with a Latin
 * letter count at the beginning of a word only, those of three such letters or fewer as whole words
 * ("us" is not in "use"); one that is a single Chinese character counts where it is short for a
 * country: 中越, 越側, not 越境. */
static const char *const stems[][2] = {
    {"JPN",
     "japan|japon|japón|jepang|nhật|япон|ญี่ปุ่น|日本|日中|日韓|日米|日タイ|日泰|日越|日印|"
     "日尼|日英|日仏|日独|日露|日豪|日加|日伊|日比|日馬|日緬|日星|日asean|日アセアン|日側|日方|"
     "日EU|"
     "中日|韓日|韩日|美日|泰日|越日|対日|對日|对日|駐日|在日|訪日|来日|일본|한일|중일|한중일|미일|"
     "일측|일-|일·|ياباني|يابان"},
    {"CHN",
     "chin|sino|cina|tiongkok|trung quốc|кита|จีน|中国|中國|中華|中华|日中|中韓|中韩|中日|中方|"
     "中側|米中|美中|対中|訪中|중국|한중|미중|중측|صين"},
    {"KOR", "kore|coré|corea|corée|coree|hàn "
            "quốc|rok|коре|เกาหลี|韓|韩|한국|한일|한중|한미|한측|한-|한·|كوري"},
    {"THA", "thai|thaï|thái|tailan|tailâ|taïl|таи|тай|ไทย|タイ|泰|태국|한태|تايل"},
    {"VNM", "viet|việt|viêt|вьет|เวียดนาม|ベトナム|ヴェトナム|越|베트남|فيتنام|فييت"},
    {"IDN", "indon|in-đô|индоне|อินโดนีเซีย|インドネシア|尼|印度尼西亚|인도네시아|인니|إندونيسي|"
            "اندونيسي|أندونيسي"},
    {"MYS", "malays|malais|malas|ma-lai|малайз|มาเลเซีย|マレーシア|马来|馬來|日馬|말레이|ماليزي"},
    {"PHL", "philip|filip|pilip|phi-líp|филип|ฟิลิปปินส์|フィリピン|比|菲|필리핀|فلبين|فيليبين"},
    {"SGP", "singap|xinh-ga|сингап|สิงคโปร์|シンガポール|星|新加坡|新方|싱가포르|سنغافور"},
    {"KHM", "cambo|kambo|khmer|campu|cam-pu|камбо|กัมพูชา|カンボジア|柬|캄보디아|كمبودي"},
    {"LAO", "lao|laos|laot|lào|лаос|ลาว|ラオス|老挝|老撾|寮|라오스|لاو"},
    {"MMR", "myanm|mi-an|birm|burm|мьян|เมียนมา|ミャンマー|缅|緬|미얀마|ميانمار"},
    {"BRN", "brun|bru-nây|брун|บรูไน|ブルネイ|文莱|汶萊|브루나이|برون"},
    {"TLS", "timor|тимор|ติมอร์|ティモール|帝汶|티모르|تيمور"},
    {"ASEAN", "asean|anase|southeast|south-east|sud-est|sudeste|südost|đông nam á|асеан|อาเซียน|"
              "アセアン|東南アジア|东盟|東盟|东南亚|아세안|동남아|آسيان|جنوب شرق"},
    {"IND", "india|indie|indis|índi|inde|indes|indoue|ấn|инди|อินเดีย|インド|印|인도|هند"},
    {"USA", "united states|us|u.s|americ|améric|amerik|états-unis|étatsuni|estados unidos|estadoun|"
            "vereinigt|hoa kỳ|mỹ|сша|америк|สหรัฐ|米|美|アメリカ|미국|한미|미측|미-|미·|أمريك|"
            "الولايات المتحدة"},
    {"AUS", "austral|úc|австрал|ออสเตรเลีย|オーストラリア|豪|澳|호주|أسترالي"},
    {"NZL",
     "new zealand|nouvelle-zél|néo-zél|neuseel|nueva zel|neozel|selandia baru|niu|новой|новая|"
     "นิวซีแลนด์|ニュージーランド|新西兰|뉴질랜드|نيوزيلند"},
    {"EU", "europ|eu|ue|eropa|châu âu|европ|ес|ยุโรป|欧|歐|유럽|أوروب"},
    {"GBR", "brit|united kingdom|uk|royaume|reino unido|vereinigt|inggris|anh|брит|великобрит|"
            "สหราชอาณาจักร|อังกฤษ|英|영국|بريطان|المملكة المتحدة"},
    {"FRA", "france|franca|franç|francé|francê|franci|frankr|frankreich|franse|französ|french|"
            "prancis|pháp|франц|ฝรั่งเศส|フランス|仏|法|프랑스|فرنس"},
    {"DEU",
     "german|allem|alem|duits|deutsch|jerman|đức|герман|немец|เยอรม|ドイツ|独|德|독일|ألماني"},
    {"RUS", "russ|rus|rusi|rús|nga|росси|русск|รัสเซีย|ロシア|露|俄|러시아|روس"},
    {"CAN", "canad|kanad|ca-na|канад|แคนาดา|カナダ|加|캐나다|كند"},
    {"MNG", "mongol|mông cổ|монгол|มองโกล|モンゴル|蒙古|몽골|منغول|ម៉ុងហ្គោល"},
    {"TUR",
     "türk|turk|turqu|turc|thổ nhĩ|турц|турец|ตุรกี|ทูร์เคีย|トルコ|土耳其|튀르키예|터키|ترك|តួកគី"},
    {"BGD", "bangla|băng-la|бангла|บังกลา|バングラ|孟加拉|방글라|بنغلا|បង់ក្លា"},
    {"LKA", "sri lanka|ceil|xri lan|шри|ศรีลังกา|スリランカ|斯里兰卡|스리랑카|سري لانكا|ស្រីលង្កា"},
    {"NPL", "nepal|népal|nê-pan|непал|เนปาล|ネパール|尼泊尔|네팔|نيبال|នេប៉ាល់"},
    {"ITA", "ital|ý|итал|อิตาลี|イタリア|伊|意大利|이탈리아|إيطالي|អ៊ីតាលី"},
    {"ESP", "spain|spanish|espa|spany|tây ban|испан|สเปน|スペイン|西班牙|스페인|إسبان|អេស្ប៉ាញ"},
    {"BRA",
     "brazi|brasi|brési|braz-|bra-xin|bra-zil|бразил|บราซิล|ブラジル|伯|巴西|브라질|برازيل|ប្រេស៊ីល"},
    {"MEX", "mexic|méxic|mejic|meksik|mê-hi|мексик|เม็กซิโก|メキシコ|墨西哥|멕시코|مكسيك|ម៉ិកស៊ិក"},
};

/* Width, case and composition do not count. Caller frees. */
static char *fold(const char *text)
{
  g_autofree char *composed = g_utf8_normalize(text, -1, G_NORMALIZE_ALL_COMPOSE);
  return composed ? g_utf8_casefold(composed, -1) : g_strdup("");
}

static gboolean is_latin(gunichar c)
{
  return (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)) && g_unichar_isalpha(c);
}

/* Whether a character beside that of a country shows that it is one: another country, "side", "to",
 * "visit". */
static gboolean is_beside_country(const char *text, const char *at, gunichar before,
                                  gunichar behind)
{
  static const char countries[] =
      "日中韓韩米美英仏法独德露俄豪澳加伊意印越泰尼比菲星馬马缅緬老柬新欧歐蒙";
  static const char behinds[] = "国國側侧方政首軍军外両两";
  static const char befores[] = "対对對在訪访駐驻来來赴両两", thai[] = "タイ";
  gsize length = strlen(thai);
  if ((gsize)(at - text) >= length && memcmp(at - length, thai, length) == 0)
    return TRUE; /* 日タイ越 */
  return (before && (g_utf8_strchr(countries, -1, before) || g_utf8_strchr(befores, -1, before))) ||
         (behind && (g_utf8_strchr(countries, -1, behind) || g_utf8_strchr(behinds, -1, behind)));
}

/* Whether words that were found at a place stand there as the name of a party. */
static gboolean is_mention(const char *text, const char *at, const char *words)
{
  enum {
    SHORT = 3 /* letters */
  };
  gunichar first = g_utf8_get_char(words);
  const char *end = at + strlen(words), *previous = at > text ? g_utf8_prev_char(at) : NULL;
  gunichar before = previous ? g_utf8_get_char(previous) : 0, behind = g_utf8_get_char(end);
  glong length = g_utf8_strlen(words, -1);
  if (length == 1 && g_unichar_get_script(first) == G_UNICODE_SCRIPT_HAN)
    return is_beside_country(text, at, before, behind);
  if (!is_latin(first))
    return TRUE;
  return !is_latin(before) && (length > SHORT || !is_latin(behind));
}

static gboolean stands_in(const char *text, const char *words)
{
  for (const char *at = text; *words && (at = strstr(at, words)); at = g_utf8_next_char(at))
    if (is_mention(text, at, words))
      return TRUE;
  return FALSE;
}

static gboolean has_stem(const char *text, const char *alternatives)
{
  g_auto(GStrv) words = g_strsplit(alternatives, "|", -1);
  for (char **word = words; *word; word++) {
    g_autofree char *folded = fold(*word);
    if (stands_in(text, folded))
      return TRUE;
  }
  return FALSE;
}

gboolean adref_party_mention_is_possible(const char *text, GHashTable *parties, const char *code)
{
  g_autofree char *folded = fold(text);
  for (gsize i = 0; i < G_N_ELEMENTS(stems); i++)
    if (strcmp(stems[i][0], code) == 0 && has_stem(folded, stems[i][1]))
      return TRUE;
  GHashTableIter names;
  gpointer name, party;
  g_hash_table_iter_init(&names, parties);
  while (g_hash_table_iter_next(&names, &name, &party))
    if (strcmp(party, code) == 0 && has_stem(folded, name))
      return TRUE;
  return FALSE;
}

static gboolean has_words_outside_parentheses(const char *text, gsize length)
{
  gboolean inside = FALSE;
  for (const char *p = text; p < text + length; p = g_utf8_next_char(p)) {
    inside = *p == '(' ? TRUE : *p == ')' ? FALSE : inside;
    if (!inside && g_unichar_isalnum(g_utf8_get_char(p)))
      return TRUE;
  }
  return FALSE;
}

gboolean adref_party_mention_is_all(const char *text, GHashTable *parties, const char *code)
{
  g_autofree char *folded = fold(text);
  GHashTableIter names;
  gpointer name, party;
  g_hash_table_iter_init(&names, parties);
  while (g_hash_table_iter_next(&names, &name, &party)) {
    g_autofree char *words = strcmp(party, code) == 0 ? fold(name) : NULL;
    const char *at = words && *words ? strstr(folded, words) : NULL;
    const char *end = at ? at + strlen(words) : NULL;
    if (at && !has_words_outside_parentheses(folded, (gsize)(at - folded)) &&
        !has_words_outside_parentheses(end, strlen(end)))
      return TRUE;
  }
  return FALSE;
}

enum {
  MIN_NAME = 4 /* bytes: shorter names stand within other words */
};

const char *adref_party_mention_first(const char *text, GHashTable *parties)
{
  g_autofree char *folded = fold(text);
  const char *first = NULL;
  GHashTableIter names;
  gpointer name, party;
  g_hash_table_iter_init(&names, parties);
  while (g_hash_table_iter_next(&names, &name, &party))
    if (strlen(name) >= MIN_NAME && stands_in(folded, name) && (!first || strcmp(party, first) < 0))
      first = party;
  return first;
}

gboolean adref_party_mention_is_known(const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS(stems); i++)
    if (strcmp(stems[i][0], code) == 0)
      return TRUE;
  return FALSE;
}

enum {
  WIDEST_GAP = 24 /* bytes between two parties of a list */
};

gboolean adref_party_mention_is_joint(const char *words, gsize from, gsize to)
{
  static const char *const joints[] = {
      "and", "the", "dan",  "và",    "et",   "y",   "e",   "la",     "le",  "les",   "l’",
      "l'",  "el",  "及び", "と",    "และ",  "和",  "及",  "並びに", "ແລະ", "និង",    "و",
      "at",  "ang", "und",  "serta", "cùng", "với", "de",  "du",     "des", "d’",    "d'",
      "del", "da",  "do",   "dos",   "das",  "au",  "aux", "der",    "den", "그리고"};
  if (to < from || to - from > WIDEST_GAP)
    return FALSE;
  g_autofree char *gap = g_strndup(words + from, to - from);
  g_auto(GStrv) parts = g_strsplit_set(gap, " ,", -1);
  for (char **part = parts; *part; part++) {
    gboolean joins = !**part || strcmp(*part, "、") == 0;
    for (guint i = 0; i < G_N_ELEMENTS(joints) && !joins; i++)
      joins = strcmp(*part, joints[i]) == 0;
    if (!joins)
      return FALSE;
  }
  return TRUE;
}
