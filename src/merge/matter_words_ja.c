#include "merge/matter_words.h"

const char *const adref_matter_words_ja[] = {
    "strength 100: なければならない = なければなりません = ねばならない ="
    "    なくてはならない = なければならず = なければならないものとする",
    "strength 95: 義務を負う | 義務を有する | ものとする = ものとし",
    "strength 85: こととする = こととし",
    "strength 70: 必要がある",
    "strength 60: べきである = べきもの = べきであり = べき",
    "strength 45: 努める = よう努める = ように努める = 努め = 努力する = 努力し ="
    "    努めるものとする = よう努めるものとする = 努力を行う |"
    "    意図する | 意図し | 意図を有する | 予定である | 予定している",
    "strength 50: 最大限の努力を払う | 最善の努力を払う | 最大限努力する | 最善を尽くす |"
    "    あらゆる努力を払う",
    "strength 30: ことができる = ことができ = することができる = することができ |"
    "    てもよい | しても差し支えない | て差し支えない",
    "strength 28: し得る = され得る = し得るものとする = しうる = されうる",
    "strength 40: 目指す = 目指し = 目指して = めざす",
    "strength 25/20: 検討する = 検討し",
    "strength 90/90 stem: 決定",
    "strength 82/84 stem: 決意",
    "strength 80/80 stem: 合意 | 同意",
    "strength 84/80 stem: 約束",
    "strength 82/80 stem: 誓約",
    "strength 88/85 stem: コミット",
    "strength 0/92 stem: 要求",
    "strength 0/75 stem: 要請 | 指示",
    "strength 0/58 stem: 勧告",
    "strength 0/50 stem: 奨励",
    "strength 0/45 stem: 招請",
    "strength 0/62 stem: 承認",
    "strength 0/48 stem: 支持",
    "strength 0/42 stem: 再確認",
    "strength 0/40 stem: 確認",
    "strength 0/34 stem: 強調",
    "strength 0/36 stem: 歓迎",
    "strength 0/30 stem: 評価 | 期待",
    "strength 0/28 stem: 認識",
    "strength 0/15 stem: 留意 | テークノート",
    "strength 20/30 stem: 希望",
    "strength 0/18 stem: 想起",
    "strength 0/80 stem: 非難",
    "strength 0/55 stem: 推奨",
    "strength 82/84: 決意 = 決意である",
    "strength 0/70: 求める = 求め",
    "strength 0/55: 促す = 促し",
    "strength 0/66: 呼び掛ける = 呼びかける = 呼びかけ = 呼び掛け",
    "negation: ない | なく | なし | なかった | ません | せず | されず | られず | わず |"
    "    かず | たず | らず | 得ず |"
    "    おらず | ことなく | ではない | ではなく | でない | しない | されない |"
    "    てはならない | ことはできない | ことができない | なしに",
    "plain: 少ない | 少なく | 少なくとも | 間もなく | まもなく | 限りなく | ないし |"
    "    問わず | かかわらず | 関わらず | のみならず |"
    "    だけでなく | わずか | 必ず | のほか | 遠くない | みならず | つながり |"
    "    しかない | なくす | なくな | いくつか | まず |"
    "    はず | ずつ | つなぐ | つなげ | いかつ",
    "conjunction weak: 及び = および | 並びに = ならびに | かつ = 且つ | 又は = または |"
    "    若しくは = もしくは | あるいは",
    "conjunction: 及び/又は = 及び／又は",
    "numeral 0 counted: 〇 | 一 | 二 | 三 | 四 | 五 | 六 | 七 | 八 | 九 | 十",
    "scale 2: 百",
    "scale 3: 千",
    "scale 4: 万",
    "scale 8: 億",
    "scale 12: 兆",
    "counter: 人 | 名 | 回 | 件 | 箇国 | か国 | カ国 | ヵ国 | 国 | 社 | 項 | 条 | 号 |"
    "    箇所 | か所 | 歳 | 倍 |"
    "    割 | 円 | ドル | つの",
    "percent: パーセント",
    "currency: JPY = 円 | USD = ドル = 米ドル | EUR = ユーロ",
    "unit: year = 年 = 年間 | month = か月 = か月間 = 箇月 = カ月 = ヶ月 = ヵ月 |"
    "    monthnumber = 月 |"
    "    week = 週 = 週間 | day = 日 = 日間 | working day = 営業日 | hour = 時間",
    "limit: 以内 | 以内に | までに | まで | 以降 | 以前 | 後に | から | ごと | ごとに |"
    "    毎 | 以上 | 以下 | 未満 | 超",
    "time: 毎年 | 毎月 | 毎週 | 毎日 | 年次 | 隔年 | 遅滞なく | 直ちに | 速やかに |"
    "    可及的速やかに | 定期的に | 来年 | 本年 |"
    "    早期に",
    "paragraph: op = 項 = パラグラフ",
    "era 218: 令和",
    "era 188: 平成",
    "era 125: 昭和",
    "small: す | は | が | を | に | の | と | で | も | へ | や | する | し | した | して |"
    "    な | た | て | である |"
    "    れる | さ | れ",
    NULL,
};

const char *const adref_matter_words_zh[] = {
    "strength 100: 必须 = 必須",
    "strength 90: 应当 | 應當 | 须 | 須",
    "strength 60: 应该 = 應該",
    "strength 30 weak: 可以 = 可",
    "strength 30: 能够 | 能夠",
    "strength 45: 努力 | 力求",
    "strength 90/90: 决定 = 決定",
    "strength 80/80: 同意",
    "strength 85/82: 承诺 = 承諾",
    "strength 0/78: 敦促",
    "strength 0/85: 要求",
    "strength 0/68: 呼吁 = 呼籲",
    "strength 0/50: 鼓励 = 鼓勵",
    "strength 0/45: 邀请 = 邀請",
    "strength 0/36: 欢迎 = 歡迎",
    "strength 0/15: 注意到",
    "strength 0/38: 重申",
    "strength 0/34: 强调 = 強調",
    "strength 0/58: 建议 = 建議",
    "strength 0/48: 支持",
    "negation: 不得 | 不应 | 不應 | 不会 | 不會 | 不能 | 没有 | 沒有 | 无须 | 無須 | 不 |"
    "    未 | 无",
    "plain: 不断 | 不斷 | 不同 | 不仅 | 不僅 | 不久 | 不但 | 未来 | 未來 | 无论 | 無論 |"
    "    不丹 | 可能 | 许可 | 認可 |"
    "    认可 | 可持续 | 可持續 | 可靠 | 和平 | 和谐 | 和諧 | 参与 | 參與 | 与会 | 温和 |"
    "    和解 | 共和",
    "conjunction weak: 和 | 与 | 與 | 以及 | 或 | 或者",
    "conjunction: 和/或",
    "numeral 0 counted: 〇 | 一 | 二 = 两 | 三 | 四 | 五 | 六 | 七 | 八 | 九 | 十",
    "scale 2: 百",
    "scale 3: 千",
    "scale 4: 万 | 萬",
    "scale 8: 亿 | 億",
    "counter: 人 | 名 | 次 | 个 | 個 | 国 | 國 | 项 | 項 | 条 | 條 | 倍 | 段",
    "unit: year = 年 | month = 个月 = 個月 | monthnumber = 月 | day = 日 = 天 | week = 周",
    "currency: CNY = 元 = 人民币 | USD = 美元 | JPY = 日元",
    "limit: 以内 | 以內 | 之前 | 以前 | 之后 | 以后 | 起",
    "paragraph: op = 段",
    "time: 每年 | 每月 | 立即 | 尽快 | 儘快 | 定期",
    "small: 的 | 了 | 在 | 是 | 将 | 對 | 对",
    NULL,
};
