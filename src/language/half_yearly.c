#include "language/half_yearly.h"

#include "base/pattern.h"

#define SIX "[6６٦๖៦]"
#define TWO "[2２٢๒២]"

/* Each six months | two times a year, by language. */
static const char words[] =
    "(?:every|each) (?:six|" SIX ")[ -]months?|(?:twice|(?:two|" TWO ") times) (?:a|per|each|"
    "every|in a) year|"
    "(?:" SIX "|六) ?(?:か|ヶ|カ|ケ|箇|ヵ|个|個)月(?:ごと|毎|に1回|に一回|に1度)|年に?(?:" TWO
    "|二)(?:回|度)|"
    "每(?:隔)?(?:" SIX "|六)个?月|(?:每|一)年(?:" TWO "|两|二)次|"
    "(?:" SIX "|육|여섯) ?(?:개월|달)(?:마다|에)|(?:연|매년|1년에|일 년에) ?(?:" TWO
    "|두|이) ?(?:회|번|차례)|"
    "ทุก(?: ?ๆ)? ?(?:" SIX "|หก) ?เดือน|ปีละ ?(?:" TWO "|สอง) ?ครั้ง|"
    "(?:setiap|tiap|per) (?:enam|" SIX ") bulan|(?:dua|" TWO ") kali (?:setahun|setiap tahun|dalam "
    "setahun|per tahun)|"
    "(?:" SIX "|sáu) tháng một lần|mỗi (?:" SIX "|sáu) tháng|(?:" TWO
    "|hai) lần (?:mỗi|một|trong một|trong) năm|mỗi năm (?:" TWO "|hai) lần|"
    "tous les (?:six|" SIX ") mois|(?:deux|" TWO ") fois (?:par an|l['’]an|l['’]année)|"
    "cada (?:seis|" SIX ") meses|(?:dos|" TWO ") veces (?:al|por) año|"
    "alle (?:sechs|" SIX ") Monate|(?:zweimal|(?:zwei|" TWO ") ?mal) (?:im|pro) Jahr|"
    "كل (?:ستة|" SIX ") (?:أشهر|شهور)|مرتين (?:في السنة|في العام|سنويا|سنوياً|كل سنة|كل عام)|"
    "каждые (?:шесть|" SIX ") месяцев|(?:два|" TWO ") раза в год|"
    "(?:duas|" TWO ") vezes (?:por|ao) ano";

gboolean adref_half_yearly_find(const char *text, gsize length, gsize from, gsize *start,
                                gsize *end)
{
  static AdrefPattern *pattern = NULL;
  static gsize once = 0;
  if (g_once_init_enter(&once)) {
    pattern = adref_pattern_new(words, TRUE, NULL);
    g_once_init_leave(&once, 1);
  }
  return adref_pattern_find(pattern, text, length, from, start, end) == ADREF_PATTERN_MATCH_YES;
}
