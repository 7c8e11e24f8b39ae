#include "language/common_key.h"

#include <glib.h>

/* The name, and the keys of the tables. */
static const char *const keys[][2] = {
    {"kilometre", "kilometre|km|kilomètre|キロメートル|กิโลเมตร|ki-lô-mét|kilometer"},
    {"metre", "metre|m|mètre|メートル|เมตร|mét|meter"},
    {"centimetre", "centimetre|cm|centimètre|センチメートル|เซนติเมตร|xăng-ti-mét|sentimeter"},
    {"millimetre", "millimetre|mm|millimètre|ミリメートル|milimeter"},
    {"mile", "mile|ไมล์|mil"},
    {"nautical mile", "nautical mile|mille marin|海里|ไมล์ทะเล|hải lý|mil laut"},
    {"tonne", "tonne|ton|t|トン|ตัน|tấn"},
    {"kilogram", "kilogram|kg|kilogramme|キログラム|กิโลกรัม|ki-lô-gam"},
    {"gram", "gram|g|gramme|グラム|กรัม"},
    {"litre", "litre|リットル|ลิตร|lít|liter"},
    {"hectare", "hectare|ha|ヘクタール|เฮกตาร์|héc-ta|hektare"},
    {"degree", "degree|degrees Celsius|°C|℃|degré|องศาเซลเซียส|องศา|độ|derajat"},
    {"kilowatt", "kilowatt|kW|キロワット|กิโลวัตต์|ki-lô-oát"},
    {"megawatt", "megawatt|MW|mégawatt|メガワット|เมกะวัตต์|mê-ga-oát"},
    {"gigawatt", "gigawatt|GW|ギガワット|กิกะวัตต์|gi-ga-oát"},
    {"barrel", "barrel|baril|บาร์เรล|thùng|barel"},
    {"square kilometre",
     "square kilometre|km²|kilomètre carré|平方キロメートル|ตารางกิโลเมตร|ki-lô-mét vuông|"
     "kilometer persegi"},
    {"square metre", "square metre|m²|mètre carré|平方メートル|ตารางเมตร|mét vuông|meter persegi"},
    {"cubic metre", "cubic metre|m³|mètre cube|立方メートル|ลูกบาศก์เมตร|mét khối|meter kubik"},
    {"at least",
     "at least|more than|over|au moins|plus de|al menos|más de|pelo menos|mais de|mindestens|"
     "mehr als|не менее|более|최소|이상|초과|อย่างน้อย|มากกว่า|ít nhất|hơn|sekurang-kurangnya|"
     "lebih dari|最低|少なくとも|以上|超|至少"},
    {"at most",
     "at most|less than|au plus|moins de|como máximo|menos de|no máximo|höchstens|weniger als|"
     "не более|менее|최대|이하|미만|ไม่เกิน|น้อยกว่า|nhiều nhất|dưới|paling banyak|maksimal|"
     "kurang dari|最大|以下|未満|最多"},
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
