#include "language/tables/bound_words.h"

#include <string.h>

#include "language/language_tag.h"

/* The language, and its words or stems; case does not count. A stem may stand within a word, but in
 * English "over" is no part of "government". */
static const char *const words[][2] = {
    {"en",
     "at least|at most|up to|upto|more than|less than|fewer than|over|under|below|above|exceed|"
     "exceeds|exceeding|exceeded|within|minimum|maximum|or more|or less|or fewer|ceiling|limit|"
     "limited|limits|cap|capped|as many as|as much as|as few as|as little as|no more|not more|"
     "no fewer|no less|not less|not "
     "fewer|beyond|older|younger|longer|shorter|larger|greater|higher|"
     "smaller|lower|bigger|surpass|surpasses|surpassing|plus|onwards|upwards|downwards|reach|"
     "reaches|reaching|threshold|floor|no later|not later|the most|the least|most|least"},
    {"ja", "以上|以下|以内|まで|迄|少なくとも|すくなくとも|多くとも|最低|最大|最小|最高|最多|最長|"
           "最短|超|越え|こえ|未満|上限|下限|限度|限り|上回|下回|満たない|満たず|余り|あまり|余の|"
           "範囲|達する|達し|及ぶ|及び得|にのぼ|に上る|に上り|せいぜい|長くとも|遅くとも|内に|強の|"
           "弱の"},
    {"zh", "至少|少于|少於|低于|低於|最少|最多|至多|超过|超過|以上|以下|以内|以內|之内|之內|多于|"
           "多於|大于|大於|小于|小於|高于|高於|余|餘|上限|下限|限|不足|未满|未滿|多名|多个|达|達"},
    {"ko",
     "최소|최대|최저|최고|적어도|이상|이하|미만|초과|이내|까지|넘|못 미치|상회|하회|한도|한해|"
     "여 명|여명|이르는"},
    {"fr", "moins|plus|jusqu|minim|maxim|supérieur|inférieur|dépass|excéd|delà|dessous|dessus|"
           "plafond|limit|davantage|plancher|deçà|atteindre|atteint|seuil|dans les limites|"
           "à concurrence de"},
    {"de", "mindest|wenigst|zumind|höchst|maximal|minimal|mehr|weniger|über|unter|bis|nicht|ab |"
           "innerhalb|oberhalb|grenze|erreich"},
    {"es", "menos|más|máxim|mínim|hasta|superior|inferior|exced|super|límite|limit|tope|encima|"
           "debajo|mayor|menor|sobrepas|alcanz|umbral"},
    {"pt", "menos|mais|máxim|mínim|até|superior|inferior|exced|ultrapass|limite|acima|abaixo|maior|"
           "menor|alcanç|atingir|limiar"},
    {"ru", "менее|более|меньш|больш|свыше|до |превыш|максим|миним|не ниже|не выше|по крайней|"
           "пределах|предел|выше|ниже|достига"},
    {"id", "paling|sedikit|minim|maksim|setidak|kurang|lebih|hingga|sampai|batas|di atas|"
           "di bawah|ke atas|mencapai|sebanyak-banyak|sebesar-besar|melampaui"},
    {"ms", "paling|sedikit|minim|maksim|setidak|kurang|lebih|hingga|sampai|had |di atas|di bawah|"
           "ke atas|mencapai|melampaui"},
    {"vi", "ít nhất|tối thiểu|không dưới|không ít|nhiều nhất|tối đa|không quá|quá|vượt|hơn|trên|"
           "dưới|trở lên|trở xuống|lên tới|lên đến|giới hạn|chưa đến|chưa tới|trong vòng|đạt|"
           "ít ra|cao nhất|thấp nhất"},
    {"th", "อย่างน้อย|น้อยกว่า|ต่ำกว่า|ไม่เกิน|เกิน|อย่างมาก|มากกว่า|สูงสุด|ต่ำสุด|สูงกว่า|ขึ้นไป|"
           "ลงมา|จนถึง|สูงถึง|มากถึง|ได้ถึง|ภายใน|จำกัด|ขั้นต่ำ|กว่า|มากที่สุด|น้อยที่สุด"},
    {"ar", "قل|أقل|أكثر|يزيد|تزيد|زيادة|يتجاوز|تتجاوز|أقصى|أدنى|حتى|يصل|تصل|فوق|دون|حدود|يبلغ|"
           "تفوق|يفوق|أعلى"},
};

/* Whether an English word stands whole in a text. */
static gboolean stands_whole(const char *text, const char *word)
{
  gsize length = strlen(word);
  for (const char *at = strcasestr(text, word); at; at = strcasestr(at + 1, word))
    if ((at == text || !g_ascii_isalpha(at[-1])) && !g_ascii_isalpha(at[length]))
      return TRUE;
  return FALSE;
}

gboolean adref_bound_words_may_stand(const char *language, const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
    if (!adref_language_tag_matches(language, words[i][0]))
      continue;
    g_autofree char *folded = g_utf8_strdown(text, -1);
    g_auto(GStrv) list = g_strsplit(words[i][1], "|", -1);
    for (char **word = list; *word; word++)
      if (i == 0 ? stands_whole(folded, *word) : strstr(folded, *word) != NULL)
        return TRUE;
    return FALSE;
  }
  return TRUE;
}
