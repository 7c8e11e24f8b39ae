#include "language/tables/occasion_words.h"

#include <glib.h>

#include "language/language_tag.h"

static const struct {
  const char *language, *times;
} tables[] = {
    {"en", "\\b(?:(?:(?:last|this|next|past|previous|coming|current|following) "
           "(?:year|month|week|spring|summer|autumn|winter)|earlier today)(?:['’]s)?|"
           "(?:a|one|two|three|four|five|ten|[0-9]+) (?:years?|months?|weeks?|days) ago|"
           "yesterday|today|tomorrow)\\b"},
    {"fr", "\\b(?:l['’](?:an|année) (?:dernière?|passée?|prochaine?)|cette année|"
           "(?:l['’]année|le mois|la semaine) (?:derni(?:er|ère)|en cours|prochaine?|écoulée?)|"
           "ce mois-ci|cette semaine|il y a (?:un|deux|trois|[0-9]+) (?:ans?|mois)|hier|"
           "aujourd['’]hui|demain)\\b"},
    {"es",
     "\\b(?:(?:el|del|este) (?:pasado|presente|próximo) (?:año|mes)|"
     "(?:el|del) (?:año|mes) (?:pasado|próximo|en curso|que viene)|est[ea] (?:año|mes|semana)|"
     "hace (?:un|dos|tres|[0-9]+) (?:años?|meses)|ayer|hoy)\\b"},
    {"pt", "\\b(?:(?:o|no|do) (?:ano|mês) (?:passado|corrente|próximo|que vem)|"
           "(?:n|d)?este (?:ano|mês)|(?:o|no|do) próximo (?:ano|mês)|"
           "há (?:um|dois|três|[0-9]+) (?:anos?|meses)|ontem|hoje|amanhã)\\b"},
    {"de", "\\b(?:(?:letzt|vorig|vergangen|dies|nächst|kommend|laufend)e[nmrs]? "
           "(?:jahr(?:es)?|monats?|woche)|vorjahr(?:es)?|vor (?:einem|zwei|drei|[0-9]+) "
           "(?:jahr(?:en)?|monat(?:en)?)|gestern|heute|morgen)\\b"},
    {"nl", "\\b(?:(?:vorig|afgelopen|dit|komend|volgend|lopende)e? (?:jaar|maand|week)|"
           "(?:een|twee|drie|[0-9]+) (?:jaar|maanden) geleden|gisteren|vandaag|morgen)\\b"},
    {"ru",
     "\\b(?:(?:в|за) (?:прошл|текущ|нынешн|эт|следующ|будущ|прошедш)(?:ом|ем|ий|ый) "
     "(?:году|год|месяце|месяц)|(?:год|месяц|два года|три года|[0-9]+ лет) назад|вчера|сегодня|"
     "завтра)\\b"},
    {"ja", "昨年|一昨年|去年|前年|本年|今年|来年|再来年|先月|今月|来月|昨日|本日|今日|明日|"
           "昨年度|今年度|本年度|来年度|先般|[0-9０-９一二三四五六七八九十]+(?:年|か月|ヶ月)前"},
    {"zh", "去年|前年|今年|本年(?:度)?|明年|后年|後年|上个?月|上個月|本月|下个?月|下個月|昨天|昨日|"
           "今天|今日|明天|[0-9一二三四五六七八九十]+(?:年|个月|個月)前"},
    {"ko", "작년|지난해|전년|올해|금년|내년|지난달|이번 달|이달|다음 달|어제|오늘|내일|"
           "[0-9]+(?:년|개월) 전"},
    {"th", "ปีที่(?:แล้ว|ผ่านมา)|ปีก่อน|ปีกลาย|ปีนี้|ปีหน้า|เดือนที่(?:แล้ว|ผ่านมา)|เดือนนี้|เดือนหน้า|เมื่อวานนี้|"
           "วันนี้|วันพรุ่งนี้"},
    {"lo", "ປີ(?:ທີ່)?(?:ແລ້ວ|ຜ່ານມາ|ກາຍ)|ປີນີ້|ປີໜ້າ|ເດືອນ(?:ແລ້ວ|ກ່ອນ|ນີ້|ໜ້າ)|ມື້ວານນີ້|ມື້ນີ້|ມື້ອື່ນ"},
    {"km", "ឆ្នាំ(?:មុន|ទៅ|កន្លងទៅ|នេះ|ក្រោយ|បន្ទាប់)|ខែ(?:មុន|នេះ|ក្រោយ)|ម្សិលមិញ|ថ្ងៃនេះ|ថ្ងៃស្អែក"},
    {"my", "(?:မနှစ်က|ယခင်နှစ်|ပြီးခဲ့သည့်နှစ်|ယခုနှစ်|ယခုလ|ယခင်လ|လာမည့်နှစ်|လာမည့်လ|ယနေ့|မနေ့က|မနက်ဖြန်)"},
    {"vi", "\\b(?:năm (?:ngoái|trước|nay|tới|sau)|tháng (?:trước|này|tới|sau)|hôm (?:qua|nay)|"
           "ngày mai|cách đây [0-9]+ (?:năm|tháng))\\b"},
    {"id", "\\b(?:(?:tahun|bulan|minggu|pekan) (?:lalu|yang lalu|ini|depan|mendatang|berjalan|"
           "sebelumnya)|kemarin|hari ini|besok)\\b"},
    {"ms", "\\b(?:(?:tahun|bulan|minggu) (?:lalu|lepas|ini|depan|hadapan|akan datang)|semalam|"
           "kelmarin|hari ini|esok)\\b"},
    {"fil",
     "\\b(?:(?:nakaraang|noong isang|ngayong|susunod na|sa darating na) (?:taon|buwan|linggo)|"
     "kahapon|ngayong araw|bukas)\\b"},
    {"ar",
     "(?:العام|السنة|الشهر|الأسبوع) (?:الماضية?|المنصرمة?|الحالية?|الجارية?|المقبلة?|القادمة?)|"
     "هذا (?:العام|الشهر)|هذه السنة|أمس|اليوم|غدا"},
    {"ta", "கடந்த (?:ஆண்டு|மாதம்|வருடம்)|இந்த (?:ஆண்டு|மாதம்|வருடம்)|அடுத்த (?:ஆண்டு|மாதம்|வருடம்)|நேற்று|இன்று|"
           "நாளை"},
};

const char *adref_occasion_words_times(const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS(tables); i++)
    if (adref_language_tag_matches(language, tables[i].language))
      return tables[i].times;
  return NULL;
}

const char *adref_occasion_words_counted(void)
{
  return "summit|meeting|session|anniversar|round|conference|dialogue|edition|jubilee|"
         "\\byears?\\b|\\btime\\b|réunion|sommet|conférence|anniversaire|année|édition|"
         "reuni[oó]n|reuniã|cumbre|cimeira|cúpula|conferencia|conferência|aniversari|aniversário|"
         "sesi[oó]n|sessão|edici[oó]n|tagung|sitzung|treffen|gipfel|konferenz|jahrestag|runde|"
         "vergadering|zitting|conferentie|verjaardag|саммит|совещани|встреч|сесси|конференци|"
         "годовщин|заседани|会合|会議|首脳|周年|会议|會議|峰会|峰會|届|회의|정상|주년|"
         "ประชุม|ครบรอบ|ປະຊຸມ|ຄົບຮອບ|ប្រជុំ|ខួប|အစည်းအဝေး|နှစ်ပတ်လည်|"
         "hội nghị|phiên họp|cuộc họp|kỷ niệm|khóa|pertemuan|konferensi|sidang|peringatan|"
         "\\bktt\\b|mesyuarat|persidangan|ulang tahun|pulong|anibersaryo|"
         "اجتماع|قمة|دورة|مؤتمر|ذكرى|கூட்ட|மாநாடு|ஆண்டு";
}
