#include "language/common_key.h"

#include <glib.h>

/* The name, and the keys of the tables. */
static const char *const keys[][2] = {
    {"kilometre", "kilometre|km|kilomètre|キロメートル|กิโลเมตร|ki-lô-mét|kilometer"},
    {"metre", "metre|m|mètre|メートル|เมตร|mét|meter"},
    {"centimetre", "centimetre|cm|centimètre|センチメートル|เซนติเมตร|xăng-ti-mét|sentimeter"},
    {"millimetre", "millimetre|mm|millimètre|ミリメートル|milimeter"},
    {"mile", "mile|ไมล์|mil|マイル|dặm"},
    {"acre", "acre|エーカー"},
    {"rai", "rai|ไร่"},
    {"mu", "mu"},
    {"nautical mile", "nautical mile|mille marin|海里|ไมล์ทะเล|hải lý|mil laut"},
    {"tonne", "tonne|ton|gross tonnage|t|トン|ตัน|tấn"},
    {"kilogram", "kilogram|kg|kilogramme|キログラム|กิโลกรัม|ki-lô-gam"},
    {"gram", "gram|g|gramme|グラム|กรัม"},
    {"litre", "litre|リットル|ลิตร|lít|liter"},
    {"hectare", "hectare|ha|ヘクタール|เฮกตาร์|héc-ta|hektare"},
    {"degree", "degree|degrees Celsius|°C|℃|degré|องศาเซลเซียส|องศา|độ|derajat"},
    {"kilowatt", "kilowatt|kW|キロワット|กิโลวัตต์|ki-lô-oát"},
    {"megawatt", "megawatt|MW|mégawatt|メガワット|เมกะวัตต์|mê-ga-oát"},
    {"gigawatt", "gigawatt|GW|ギガワット|กิกะวัตต์|gi-ga-oát"},
    {"barrel", "barrel|baril|บาร์เรล|thùng|barel|バレル"},
    {"square kilometre",
     "square kilometre|km²|kilomètre carré|平方キロメートル|ตารางกิโลเมตร|ki-lô-mét vuông|"
     "kilometer persegi"},
    {"square metre", "square metre|m²|mètre carré|平方メートル|ตารางเมตร|mét vuông|meter persegi"},
    {"cubic metre", "cubic metre|m³|mètre cube|立方メートル|ลูกบาศก์เมตร|mét khối|meter kubik"},
    {"points", "points|ポイント|个百分点|puntos porcentuales|pontos percentuais|процентных пункта|"
               "퍼센트포인트|จุดเปอร์เซ็นต์|điểm phần trăm|poin persentase|mata peratusan|نقاط مئوية|"
               "Prozentpunkte"},
    {"per mille", "mille|パーミル|千分之|‰|phần nghìn|permil|Promille"},
    {"Monday", "Monday|lundi|lunes|Montag|понедельник|月曜日|星期一|월요일|วันจันทร์|Senin|الاثنين"},
    {"Tuesday",
     "Tuesday|mardi|martes|Dienstag|вторник|火曜日|星期二|화요일|วันอังคาร|Selasa|الثلاثاء"},
    {"Wednesday",
     "Wednesday|mercredi|miércoles|Mittwoch|среда|水曜日|星期三|수요일|วันพุธ|Rabu|الأربعاء"},
    {"Thursday",
     "Thursday|jeudi|jueves|Donnerstag|четверг|木曜日|星期四|목요일|วันพฤหัสบดี|Kamis|الخميس"},
    {"Friday", "Friday|vendredi|viernes|Freitag|пятница|金曜日|星期五|금요일|วันศุกร์|Jumat|الجمعة"},
    {"Saturday", "Saturday|samedi|sábado|Samstag|суббота|土曜日|星期六|토요일|วันเสาร์|Sabtu|السبت"},
    {"Sunday", "Sunday|dimanche|domingo|Sonntag|воскресенье|日曜日|星期日|일요일|วันอาทิตย์|الأحد"},
    {"at least",
     "at least|au moins|al menos|no menos de|pelo menos|mindestens|nicht weniger als|не менее|최소|"
     "이상|อย่างน้อย|ít nhất|sekurang-kurangnya|最低|少なくとも|以上|至少|ما لا يقل عن"},
    {"at most", "at most|within|以内|以內|이내|au plus|como máximo|hasta|no máximo|höchstens|bis "
                "zu|не более|최대|이하|"
                "ไม่เกิน|nhiều nhất|paling banyak|最大|以下|最多|ما لا يزيد على"},
    {"more than",
     "more than|over|plus de|más de|mais de|mehr als|более|초과|มากกว่า|hơn|lebih dari|超|أكثر من"},
    {"less than",
     "less than|moins de|menos de|weniger als|менее|미만|น้อยกว่า|dưới|kurang dari|未満|أقل من"},
    {"not after", "by|before|until|no later than|at the latest by|by the end of|d'ici|avant|"
                  "jusqu'au|au plus tard|d'ici la fin de|までに|まで|以前"},
    {"not before",
     "after|since|from|as of|no earlier than|après|depuis|à partir de|以降|から|後に"},
};

static GHashTable *index_new(void)
{
  GHashTable *index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
    g_auto(GStrv) names = g_strsplit(keys[i][1], "|", -1);
    for (char **name = names; *name; name++)
      g_hash_table_insert(index, g_strdup(*name), (char *)(guintptr)keys[i][0]);
  }
  return index;
}

const char *adref_common_key(const char *key)
{
  static GHashTable *index = NULL;
  static gsize once = 0;
  if (g_once_init_enter(&once)) {
    index = index_new();
    g_once_init_leave(&once, 1);
  }
  return g_hash_table_lookup(index, key);
}
