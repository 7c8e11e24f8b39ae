#include "print/phrase_break.h"

#include <string.h>

/* Words that begin a phrase: conjunctions, prepositions, and prefixes that make nouns of verbs. */
static const char *const openers[] = {
    "ว่าด้วย", "เกี่ยวกับ", "และ", "หรือ",  "ของ",  "ใน",     "ด้าน",  "เพื่อ",   "ระหว่าง", "กับ",
    "แห่ง",   "โดย",    "ต่อ",  "สู่",    "ที่",    "การ",    "ความ", "ວ່າດ້ວຍ", "ກ່ຽວກັບ",  "ແລະ",
    "ຫຼື",     "ຂອງ",    "ໃນ",  "ດ້ານ",  "ເພື່ອ",  "ລະຫວ່າງ", "ກັບ",   "ແຫ່ງ",   "ໂດຍ",    "ຕໍ່",
    "ສູ່",     "ທີ່",      "ການ", "ຄວາມ", "ស្តីពី",  "និង",     "ឬ",    "របស់",   "ក្នុង",    "ដើម្បី",
    "រវាង",  "ជាមួយ",   "នៃ",  "ដោយ",  "ចំពោះ", "លើ",     "ការ",  "សេចក្តី", "កិច្ច",
};

/* Burmese has its particles behind a phrase. */
static const char *const closers[] = {
    "နှင့်", "၏", "တွင်", "အတွက်", "ဆိုင်ရာ", "ဖြင့်", "သို့", "များ", "မှ",
};

static gboolean is_ours(gunichar c)
{
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
         (c >= 0x1780 && c <= 0x17FF);
}

static gboolean begins_with_opener(const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS(openers); i++)
    if (g_str_has_prefix(text, openers[i]))
      return TRUE;
  return FALSE;
}

static gboolean is_opener(const char *word, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS(openers); i++)
    if (strlen(openers[i]) == length && memcmp(word, openers[i], length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean ends_with_closer(const char *text, gsize start, gsize at)
{
  for (gsize i = 0; i < G_N_ELEMENTS(closers); i++) {
    gsize length = strlen(closers[i]);
    if (at - start >= length && memcmp(text + at - length, closers[i], length) == 0)
      return TRUE;
  }
  return FALSE;
}

gboolean adref_phrase_break_is_one(const char *text, gsize start, gsize at)
{
  if (at == 0 || !text[at] || text[at - 1] == ' ')
    return TRUE;
  if (!is_ours(g_utf8_get_char(text + at)) ||
      !is_ours(g_utf8_get_char(g_utf8_prev_char(text + at))))
    return TRUE;
  if (ends_with_closer(text, start, at))
    return TRUE;
  return begins_with_opener(text + at) && !is_opener(text + start, at - start);
}
