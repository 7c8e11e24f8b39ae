#include "view/language_role.h"

#include <string.h>

#include "print/font_face.h"

enum {
  ROLES = ADREF_LANGUAGE_ROLE_WORKING + 1
};

/* Native speakers are welcome to correct their line. In the order of AdrefLanguageRole: authentic,
 * official translation, provisional translation, working. */
/* clang-format off */
static const struct {
  const char *language;
  const char *words[ROLES];
} rows[] = {
    {"en", {"Authentic text",
            "Official translation",
            "Provisional translation",
            "Working text"}},
    {"ja", {"正文",
            "公定訳",
            "仮訳",
            "作業用文書"}},
    {"zh", {"作准文本",
            "正式译文",
            "临时译文",
            "工作文本"}},
    {"th", {"ตัวบทที่ถูกต้อง",
            "คำแปลอย่างเป็นทางการ",
            "คำแปลชั่วคราว",
            "ฉบับสำหรับการทำงาน"}},
    {"lo", {"ສະບັບທີ່ຖືກຕ້ອງ",
            "ຄຳແປທາງການ",
            "ຄຳແປຊົ່ວຄາວ",
            "ສະບັບສຳລັບເຮັດວຽກ"}},
    {"km", {"អត្ថបទត្រឹមត្រូវ",
            "ការបកប្រែផ្លូវការ",
            "ការបកប្រែបណ្ដោះអាសន្ន",
            "អត្ថបទការងារ"}},
    {"my", {"စစ်မှန်သောမူ",
            "တရားဝင်ဘာသာပြန်",
            "ယာယီဘာသာပြန်",
            "လုပ်ငန်းသုံးမူ"}},
    {"vi", {"Văn bản xác thực",
            "Bản dịch chính thức",
            "Bản dịch tạm thời",
            "Văn bản làm việc"}},
    {"id", {"Naskah autentik",
            "Terjemahan resmi",
            "Terjemahan sementara",
            "Naskah kerja"}},
    {"ms", {"Teks sahih",
            "Terjemahan rasmi",
            "Terjemahan sementara",
            "Teks kerja"}},
    {"fil", {"Awtentikong teksto",
            "Opisyal na salin",
            "Pansamantalang salin",
            "Tekstong pantrabaho"}},
    {"ta", {"மூல உரை",
            "அதிகாரப்பூர்வ மொழிபெயர்ப்பு",
            "தற்காலிக மொழிபெயர்ப்பு",
            "பணி உரை"}},
    {"ar", {"نص ذو حجية",
            "ترجمة رسمية",
            "ترجمة مؤقتة",
            "نص عمل"}},
};
/* clang-format on */

char *adref_language_role_words(AdrefLanguageRole role, const char *language)
{
  const char *english = rows[0].words[role];
  for (gsize i = 1; i < G_N_ELEMENTS(rows); i++)
    if (adref_script_language_is(language, rows[i].language))
      return g_strconcat(rows[i].words[role], " / ", english, NULL);
  return g_strdup(english);
}

/* Native speakers are welcome to correct their line. "%s" is the name of the party; `levels` are
 * the words for each level of agreement. */
static const struct {
  const char *language, *words, *levels[ADREF_ADOPTION_LEVEL_CONFIRMED + 1];
} adopted[] = {
    {"en",
     "Adopted; recorded by %s",
     {"Adopted as agreed; recorded by %s", "Adopted in plenary; recorded by %s",
      "Adopted, confirmed; recorded by %s"}},
    {"fr",
     "Adopté\302\240; enregistré par %s",
     {"Adopté par accord\302\240; enregistré par %s",
      "Adopté en séance plénière\302\240; enregistré par %s",
      "Adopté, confirmé\302\240; enregistré par %s"}},
    {"ja",
     "採択（記録：%s）",
     {"合意により採択（記録：%s）", "全体会合で採択（記録：%s）",
      "採択・本国確認済み（記録：%s）"}},
};

/* The words of a row, with the name. Caller frees. */
static char *adopted_words(gsize row, const char *recorder, const AdrefAdoptionLevel *level)
{
  const char *words = level ? adopted[row].levels[*level] : adopted[row].words;
  g_auto(GStrv) parts = g_strsplit(words, "%s", 2);
  return g_strconcat(parts[0], recorder, parts[1], NULL);
}

/* "role · words"; caller frees. */
static char *join_words(const char *role, const char *words)
{
  return role && *role ? g_strconcat(role, " \302\267 ", words, NULL) : g_strdup(words);
}

char *adref_language_role_adopted(const char *role, const char *recorder,
                                  const AdrefAdoptionLevel *level, const char *language)
{
  gsize row = 0;
  for (gsize i = 1; i < G_N_ELEMENTS(adopted); i++)
    if (adref_script_language_is(language, adopted[i].language))
      row = i;
  const char *slash = role ? strstr(role, " / ") : NULL;
  g_autofree char *own = slash ? g_strndup(role, (gsize)(slash - role)) : NULL;
  g_autofree char *said = adopted_words(row, recorder, level);
  g_autofree char *english = adopted_words(0, recorder, level);
  if (row == 0)
    return join_words(role, english);
  g_autofree char *first = join_words(own ? own : role, said);
  g_autofree char *second = join_words(slash ? slash + strlen(" / ") : NULL, english);
  return g_strconcat(first, " / ", second, NULL);
}
