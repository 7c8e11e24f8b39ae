#include "language/tables/letter_words.h"

#include <string.h>

#include "base/pattern.h"

enum {
  MOST = 400 /* bytes at the start of a paragraph that are looked at */
};

/* A greeting stands alone or before a comma, a colon or a letter's first words; what introduces a
 * quoted mail ends in "wrote:". */
static const char opening[] =
    "^(?:"
    "(?:dear|hi|hello|good (?:morning|afternoon|evening)|greetings)\\b[^.;]{0,60}(?:[,:!.]|$)|"
    "(?:your )?excellenc(?:y|ies)\\b[^.;]{0,40}(?:[,:!]|$)|"
    "(?:sehr geehrte|liebe|guten (?:tag|morgen)|cher|chère|chers|chères|bonjour|madame, monsieur|"
    "estimad[oa]s?|querid[oa]s?|buen[oa]s (?:días|tardes)|prezad[oa]s?|car[oa]s|yang terhormat|yth|"
    "kepada yth|kính gửi|kính thưa|geachte|beste|уважаемы[ейхая]{1,2})\\b[^.;]{0,80}(?:[,:!.]|$)|"
    "\\p{Han}{1,20}(?:殿|様|各位|阁下|閣下|先生|女士)(?:[、，,：:]|\\s|$)|各位|皆様|尊敬的|"
    "เรียน\\s?|귀하|안녕하세요|السيد|السادة|"
    "(?:from|to|cc|bcc|subject|sent|reply-to|von|betreff|gesendet|objet|envoyé|asunto|enviado|"
    "dari|kepada|perihal|差出人|宛先|件名|送信日時|发件人|收件人|主题|보낸 사람|제목|จาก|ถึง|"
    "người gửi|chủ đề) ?[:：]|"
    "[-_]{3,} ?(?:original message|forwarded message|ursprüngliche nachricht|message d'origine|"
    "mensaje original|weitergeleitete nachricht)|begin forwarded message|"
    "(?:on|am|le|el|em|pada|vào) .{4,300}(?:wrote|schrieb[^:]{0,80}|a écrit|escribió|escreveu|"
    "menulis|đã viết) ?:$|"
    ".{4,300}(?:写道|寫道|のメール|さんは書きました|님이 작성|님의 메시지|เขียนว่า) ?[:：]$"
    ")";

static const char closing[] =
    "^(?:"
    "(?:(?:with )?(?:my |our )?(?:very )?(?:best|kind|kindest|warm|warmest) (?:regards|wishes)|"
    "(?:with )?regards|yours (?:sincerely|faithfully|truly)|(?:very )?sincerely(?: yours)?|"
    "respectfully(?: yours)?|cordially|(?:many )?thanks|thank you(?: very much)?|all the best|"
    "cheers)\\s?(?:[,.!\\n]|$)|"
    "(?:best|kind|kindest|warm|warmest) regards\\b|yours (?:sincerely|faithfully|truly)\\b|"
    "(?:mit freundlichen grüßen|mit freundlichem gruß|viele grüße|beste grüße|cordialement|"
    "bien à vous|veuillez agréer|atentamente|saludos(?: cordiales)?|cordialmente|"
    "atenciosamente|hormat kami|salam hormat|hormat saya|trân trọng|kính thư|"
    "met vriendelijke groet(?:en)?|с уважением)\\b|"
    "敬具|よろしくお願い|宜しくお願い|以上、よろしく|此致|顺颂|祝好|감사합니다|ขอแสดงความนับถือ|"
    "مع التحية|وتفضلوا|"
    "--(?:\\s|$)|sent from my \\w+|get outlook for|this (?:e-?mail|message) "
    "(?:and any|is confidential|is intended|may contain)"
    ")";

static gboolean fits(const char *words, const char *expression, AdrefPattern **pattern, gsize *once)
{
  if (g_once_init_enter(once)) {
    *pattern = adref_pattern_new(expression, TRUE, NULL);
    g_once_init_leave(once, 1);
  }
  gsize length = strnlen(words, MOST);
  while (words[length] && (words[length] & 0xC0) == 0x80)
    length--;
  return adref_pattern_find(*pattern, words, length, 0, NULL, NULL) == ADREF_PATTERN_MATCH_YES;
}

gboolean adref_letter_is_opening(const char *words)
{
  static AdrefPattern *pattern = NULL;
  static gsize once = 0;
  return fits(words, opening, &pattern, &once);
}

gboolean adref_letter_is_closing(const char *words)
{
  static AdrefPattern *pattern = NULL;
  static gsize once = 0;
  return fits(words, closing, &pattern, &once);
}
