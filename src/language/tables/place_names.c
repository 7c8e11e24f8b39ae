#include "language/tables/place_names.h"

#include <string.h>

#include "language/language_tag.h"
#include "language/party_mention.h"

/* The English name, and all names. Written with capitals as in a text; all in capitals counts, too.
 */
static const char *const places[][2] = {
    {"Abu Dhabi",
     "Abu Dhabi|Abou Dhabi|Abou Dabi|アブダビ|阿布扎比|아부다비|อาบูดาบี|أبو ظبي|أبوظبي|Абу-Даби"},
    {"Abuja", "Abuja|アブジャ|阿布贾|아부자|อาบูจา|أبوجا"},
    {"Addis Ababa",
     "Addis Ababa|アジスアベバ|亚的斯亚贝巴|阿迪斯阿貝巴|아디스아바바|แอดดิสอาบาบา|أديس "
     "أبابا|Addis-Abeba|Adís Abeba|អាឌីសអាបេបា|Addis Abeba|Adis Abeba|Аддис-Абеба"},
    {"Amman", "Amman|アンマン|安曼|암만|อัมมาน|عمّان|Ammán|អាម៉ាន់|Amã|Амман"},
    {"Amsterdam", "Amsterdam|アムステルダム|阿姆斯特丹|암스테르담|อัมสเตอดัม|أمستردام|Ámsterdam|"
                  "អាំស្ទែដាំ|Amsterdã|Амстердам"},
    {"Ankara", "Ankara|アンカラ|安卡拉|앙카라|อังการา|أنقرة|Анкар"},
    {"Apia", "Apia|アピア|阿皮亚|아피아|อาปีอา|آبيا"},
    {"Astana", "Astana|アスタナ|阿斯塔纳|아스타나|อัสตานา|أستانا|Астан"},
    {"Athens", "Athens|アテネ|雅典|아테네|เอเธนส์|Athena|أثينا|Athènes|Atenas|អាថែន|Athen|Афины"},
    {"Auckland", "Auckland|オークランド|奥克兰|奧克蘭|오클랜드|โอคแลนด์|أوكلاند|អកឡែន|Окленд"},
    {"Baghdad",
     "Baghdad|バグダッド|巴格达|巴格達|바그다드|แบกแดด|بغداد|Bagdad|បាកដាដ|Bagdá|Багдад"},
    {"Bandar Seri Begawan",
     "Bandar Seri Begawan|バンダルスリブガワン|斯里巴加湾|반다르스리브가완|บันดาร์เสรีเบกาวัน|بندر سري "
     "بكاوان|បង់ដាសេរីបេហ្គាវ៉ាន់"},
    {"Bandung", "Bandung|バンドン|万隆|萬隆|반둥|บันดุง|باندونغ|Băng-đung|បាន់ឌុង"},
    {"Bangkok", "Bangkok|バンコク|曼谷|방콕|กรุงเทพ|بانكوك|បាងកក|Бангкок|Băng Cốc|Băng-cốc"},
    {"Beijing", "Beijing|Peking|Pékin|Pekín|Bắc "
                "Kinh|北京|베이징|북경|ปักกิ่ง|بكين|بيجين|បេកាំង|ប៉េកាំង|Pequim|Пекин"},
    {"Beirut", "Beirut|ベイルート|贝鲁特|貝魯特|베이루트|เบรุต|بيروت|Beyrouth|បេរូត|Beirute|Бейрут"},
    {"Berlin", "Berlin|ベルリン|柏林|베를린|เบอร์ลิน|برلين|Berlín|បែរឡាំង|Berlim|Берлин|Béc-lin"},
    {"Bishkek", "Bishkek|Bichkek|ビシュケク|比什凯克|비슈케크|บิชเคก|بيشكيك|Бишкек"},
    {"Boao", "Boao|博鳌|博鰲|ボアオ|보아오|โป๋อ๋าว"},
    {"Bogota", "Bogota|ボゴタ|波哥大|보고타|โบโกตา|بوغوتا|Bogotá|បូហ្គោតា|Богота"},
    {"Bonn", "Bonn|ボン|波恩|본에서|บอนน์|بون|Бонн"},
    {"Brasilia", "Brasilia|Brasília|ブラジリア|巴西利亚|브라질리아|บราซิเลีย|برازيليا"},
    {"Brussels", "Brussels|ブリュッセル|布鲁塞尔|布魯塞爾|브뤼셀|บรัสเซลส์|بروكسل|Bruxelles|Bruselas|"
                 "ព្រុចសែល|Brüssel|Bruxelas|Брюссель|Brúc-xen|브루셀"},
    {"Budapest",
     "Budapest|ブダペスト|布达佩斯|布達佩斯|부다페스트|บูดาเปส|بودابست|ប៊ុយដាប៉ែស|Budapeste|Будапешт"},
    {"Buenos Aires",
     "Buenos Aires|ブエノスアイレス|布宜诺斯艾利斯|부에노스아이레스|บัวโนสไอเรส|بوينس آيرس"},
    {"Busan", "Busan|Pusan|釜山|부산에|부산의|부산과|부산시|부산,|부산·|부산-|부산을|부산 "
              "|ปูซาน|بوسان|Пусан"},
    {"Cairo",
     "Cairo|カイロ|开罗|開羅|카이로|ไคโร|Kairo|القاهرة|Le Caire|El Cairo|Каир|Cai-rô|Caire"},
    {"Canberra", "Canberra|Can-bê-ra|キャンベラ|堪培拉|캔버라|แคนเบอร์รา|كانبيرا|កង់បេរ៉ា|Канберр"},
    {"Cape Town", "Cape Town|Ciudad del Cabo|ケープタウン|开普敦|케이프타운|เคปทาวน์|كيب تاون"},
    {"Casablanca", "Casablanca|カサブランカ|卡萨布兰卡|卡薩布蘭卡|카사블랑카|คาสซาบลางก้า|الدار "
                   "البيضاء|កាសាប្លាំងកា|Касабланка"},
    {"Cebu", "Cebu|セブ市|セブ島|宿务|세부에서|เซบู|سيبو"},
    {"Chiang Mai", "Chiang Mai|Chiềng Mai|チェンマイ|清迈|清邁|치앙마이|เชียงใหม่|شيانغ ماي|ឈៀងម៉ៃ"},
    {"Copenhagen", "Copenhagen|コペンハーゲン|哥本哈根|코펜하겐|โคเปนเฮเกน|Kopenhagen|كوبنهاغن|"
                   "Copenhague|កូប៉ិនហាក|Копенгаген|Kopenhague"},
    {"Da Nang", "Da Nang|Danang|Đà Nẵng|ダナン|岘港|다낭|ดานัง|دا نانغ"},
    {"Dakar", "Dakar|ダカール|达喀尔|다카르|ดาการ์|داكار"},
    {"Damascus", "Damascus|ダマスカス|大马士革|大馬士革|다마스쿠스|ดามัสกัส|Damaskus|دمشق|Damas|"
                 "Damasco|ដាម៉ាស|Дамаск"},
    {"Dili", "Dili|ディリ|帝力|딜리|ดิลี|ديلي|Дили"},
    {"Doha", "Doha|ドーハ|多哈|도하에서|도하 |โดฮา|الدوحة|Доха|Дохе"},
    {"Dubai", "Dubai|ドバイ|迪拜|杜拜|두바이|ดูไบ|دبي|Dubaï|Dubái|ឌុយបៃ|Дубай"},
    {"Dublin", "Dublin|ダブリン|都柏林|더블린|ดับบลิน|دبلن|Dublín|ឌុយប្លាំង|Дублин"},
    {"Fukuoka", "Fukuoka|福岡|福冈|후쿠오카|ฟุกุโอกะ|فوكوكا|Фукуок"},
    {"Geneva", "Geneva|Genève|Ginebra|Genf|Jenewa|Giơ-ne-vơ|Geneve|ジュネーブ|ジュネーヴ|日内瓦|"
               "日內瓦|제네바|เจนีวา|جنيف|ហ្សឺណែវ|Genebra|Женев"},
    {"Hanoi", "Hanoi|Ha Noi|Hà Nội|Hanói|Hanoï|ハノイ|河内|하노이|ฮานอย|هانوي|ហាណូយ|Ханой"},
    {"Havana",
     "Havana|ハバナ|哈瓦那|하바나|ฮาวานา|هافانا|La Havane|La Habana|ឡាហាវ៉ាន|Havanna|Гавана"},
    {"Helsinki",
     "Helsinki|ヘルシンキ|赫尔辛基|赫爾辛基|헬싱키|เฮลซิงกิ|هلسنكي|ហែលស៊ិនគី|Helsinque|Хельсинки"},
    {"Hiroshima", "Hiroshima|Hi-rô-si-ma|広島|广岛|廣島|히로시마|ฮิโรชิมา|هيروشيما|ហ៊ីរ៉ូស៊ីម៉ា|Хиросим"},
    {"Ho Chi Minh City",
     "Ho Chi Minh City|ホーチミン|胡志明市|사이공|นครโฮจิมินห์|TP Hồ Chí Minh|Ho Chi Minh|مدينة هو "
     "تشي منة|Hô-Chi-Minh-Ville|Ciudad Ho Chi Minh|ហូជីមីញ|Ho-Chi-Minh-Stadt|Cidade de Ho Chi "
     "Minh|Хошимин|Hồ Chí Minh|호치민|호찌민|هو تشي منه|โฮจิมินห์"},
    {"Honiara", "Honiara|ホニアラ|霍尼亚拉|호니아라|โฮนีอารา|هونيارا"},
    {"Honolulu", "Honolulu|ホノルル|火奴鲁鲁|檀香山|호놀룰루|โฮโนลูลู|هونولولو"},
    {"Islamabad", "Islamabad|イスラマバード|伊斯兰堡|이슬라마바드|อิสลามาบัด|إسلام آباد|Исламабад"},
    {"Istanbul", "Istanbul|イスタンブール|伊斯坦布尔|伊斯坦堡|이스탄불|อิสตันบูล|إسطنبول|Estambul|"
                 "អ៊ីស្តង់ប៊ុល|Istambul|Стамбул"},
    {"Jakarta", "Jakarta|ジャカルタ|雅加达|雅加達|자카르타|จาการ์ตา|جاكرتا|Yakarta|ហ្សាការតា|Jacarta|"
                "Джакарта|Gia-các-ta|Djakarta|جاكارتا"},
    {"Jeju", "Jeju|済州|济州|제주|เชจู|جيجو|Чеджу"},
    {"Johannesburg", "Johannesburg|ヨハネスブルグ|约翰内斯堡|約翰尼斯堡|요하네스버그|โจฮันเนสเบอร์ก|"
                     "جوهانسبرغ|Johannesburgo|ជូហានណេប៊ឺហ្គ|Joanesburgo|Йоханнесбург"},
    {"Kabul", "Kabul|カブール|喀布尔|喀布爾|카불|คาบูล|كابول|Kaboul|កាប៊ុល|Cabul|Кабул"},
    {"Karachi", "Karachi|カラチ|卡拉奇|喀拉蚩|카라치|การาจี|كراتشي|ការ៉ាជី|Karatschi|Карачи"},
    {"Kathmandu", "Kathmandu|カトマンズ|加德满都|加德滿都|카트만두|กาตมันดุ|كاتماندو|Katmandou|"
                  "Katmandú|កាត់ម៉ាន់ឌូ|Katmandu|Катманду"},
    {"Kigali", "Kigali|キガリ|基加利|키갈리|คิกาลี|كيغالي"},
    {"Kolkata", "Kolkata|コルカタ|加尔各答|加爾各答|콜카타|โกลกาตา|كالكتا|Calcutta|Calcuta|កុលកាតា|"
                "Kalkutta|Calcutá|Калькутта"},
    {"Kuala Lumpur", "Kuala Lumpur|クアラルンプール|吉隆坡|쿠알라룸푸르|กัวลาลัมเปอร์|كوالا "
                     "لامبور|កូឡាឡាំពួរ|Куала-Лумпур|Cu-a-la Lăm-pơ|كوالالمبور"},
    {"Kunming", "Kunming|Côn Minh|昆明|쿤밍|คุนหมิง|كونمينغ"},
    {"Kyoto", "Kyoto|Kioto|京都|교토|เกียวโต|كيوتو|ក្យូតូ|Киото"},
    {"Lisbon",
     "Lisbon|リスボン|里斯本|리스본|ลิสบอน|لشبونة|Lisbonne|Lisboa|លីសបោន|Lissabon|Лиссабон"},
    {"London", "London|ロンドン|伦敦|倫敦|런던|ลอนดอน|لندن|Londres|ឡុងដ៍|Лондон|Luân Đôn"},
    {"Los Angeles", "Los Angeles|ロサンゼルス|洛杉矶|洛杉磯|로스앤젤레스|ลอสแองเจลิส|لوس انجلوس|Los "
                    "Ángeles|ឡូអង់ហ្គិឡេស|Лос-Анджелес"},
    {"Luang Prabang", "Luang Prabang|Luông "
                      "Pha-băng|ルアンパバーン|ルアンプラバン|琅勃拉邦|루앙프라방|หลวงพระบาง|لوانغ "
                      "برابانغ|លួងប្រាបាង"},
    {"Madrid", "Madrid|マドリード|马德里|馬德里|마드리드|มาดริด|مدريد|ម៉ាឌ្រីដ|Madri|Мадрид|Ma-đrít"},
    {"Manila",
     "Manila|マニラ|马尼拉|馬尼拉|마닐라|มะนิลา|مانيلا|Manille|ម៉ានីល|Манила|Ma-ni-la|Maynila"},
    {"Marrakesh", "Marrakesh|Marrakech|マラケシュ|马拉喀什|마라케시|مراكش"},
    {"Melbourne", "Melbourne|メルボルン|墨尔本|墨爾本|멜버른|เมลเบิร์น|ميلبورن|ម៉េលប៊ន|Мельбурн"},
    {"Mexico City",
     "Mexico City|メキシコシティ|墨西哥城|멕시코시티|เม็กซิโกซิตี|مكسيكو سيتي|Ciudad de México"},
    {"Milan", "Milan|Milano|Milán|Mailand|ミラノ|米兰|米蘭|밀라노|มิลาน|ميلانو"},
    {"Moscow", "Moscow|モスクワ|莫斯科|모스크바|มอสโก|Mát-xcơ-va|Moskwa|موسكو|Moscou|Moscú|មូស្គូ|"
               "Moskau|Москва|Moskow|Matxcơva"},
    {"Munich", "Munich|München|Múnich|ミュンヘン|慕尼黑|뮌헨|มิวนิก|ميونخ|Мюнхен"},
    {"Muscat", "Muscat|Mascate|マスカット|马斯喀特|무스카트|มัสกัต|مسقط"},
    {"Nagoya", "Nagoya|名古屋|나고야|นาโกยา|ناغويا|Нагоя"},
    {"Nairobi",
     "Nairobi|ナイロビ|内罗毕|奈洛比|나이로비|ไนโรเบีย|نيروبي|ណៃរ៉ូប៊ី|Nairóbi|Найроби|ไนโรบี"},
    {"Nanning", "Nanning|Nam Ninh|南宁|南寧|난닝|หนานหนิง"},
    {"Naypyidaw",
     "Naypyidaw|Nay Pyi Taw|Naypyitaw|ネーピードー|内比都|네피도|เนปยีดอ|نايبيداو|ណៃពិដោ|Нейпьидо"},
    {"New Delhi", "New Delhi|Neu-Delhi|Nueva Delhi|Nova Délhi|Niu "
                  "Đê-li|ニューデリー|新德里|뉴델리|นิวเดลี|نيودلهي|ញូវដេលី|Нью-Дели"},
    {"New York", "New York|ニューヨーク|纽约|紐約|뉴욕|นิวยอร์ก|نيويورك|Nueva York|ញូវយ៉ក|Nova "
                 "York|Нью-Йорк|Niu Oóc|New-York"},
    {"Osaka", "Osaka|Ô-xa-ca|大阪|오사카|โอซากา|أوساكا|អូសាកា|Осака|Осаке"},
    {"Oslo", "Oslo|オスロ|奥斯陆|奧斯陸|오슬로|ออสโล|أوسلو|អូស្លូ|Осло"},
    {"Ottawa", "Ottawa|Ốt-ta-oa|オタワ|渥太华|渥太華|오타와|ออตตาวา|أوتاوا|អូតាវ៉ា|Оттав"},
    {"Paris", "Paris|パリ|巴黎|파리|ปารีส|باريس|París|ប៉ារីស|Париж|Pa-ri"},
    {"Phnom Penh", "Phnom Penh|プノンペン|金边|金邊|프놈펜|พนมเปญ|بنوم بنه|ភ្នំពេញ|Пномпень|Phnôm "
                   "Pênh|Nông Pênh|بنوم بن"},
    {"Phuket", "Phuket|プーケット|普吉|푸켓|푸껫|ภูเก็ต|بوكيت"},
    {"Port Moresby", "Port Moresby|ポートモレスビー|莫尔兹比港|莫士比港|포트모르즈비|พอร์ตมอร์สบี|بور "
                     "مورسبي|ព័រម៉ូរេសប៊ី|Порт-Морсби"},
    {"Port Vila", "Port Vila|ポートビラ|维拉港|포트빌라|พอร์ตวิลา|بورت فيلا"},
    {"Pretoria", "Pretoria|プレトリア|比勒陀利亚|프리토리아|พริทอเรีย|بريتوريا"},
    {"Pyongyang",
     "Pyongyang|平壌|平壤|평양|เปียงยาง|Bình Nhưỡng|بيونغ يانغ|ព្យុងយ៉ាង|Pjöngjang|Пхеньян"},
    {"Rabat", "Rabat|ラバト|拉巴特|라바트|ราบัต|الرباط"},
    {"Rio de Janeiro", "Rio de Janeiro|Río de "
                       "Janeiro|リオデジャネイロ|リオ・デ・ジャネイロ|里约热内卢|리우데자네이루|"
                       "รีโอเดจาเนโร|ريو دي جانيرو"},
    {"Riyadh", "Riyadh|リヤド|利雅得|利雅德|리야드|ริยาร์ด|الرياض|Riyad|Riad|រីយ៉ាដ|Riade|Эр-Рияд"},
    {"Rome", "Rome|ローマ|罗马|羅馬|로마|กรุงโรม|Roma|روما|Рим"},
    {"Samarkand",
     "Samarkand|Samarcande|Samarcanda|サマルカンド|撒马尔罕|사마르칸트|ซามาร์คันด์|سمرقند|Самарканд"},
    {"San Francisco",
     "San Francisco|サンフランシスコ|旧金山|舊金山|샌프란시스코|ซานฟรานซิสโก|سان فرانسيسكو"},
    {"Sao Paulo",
     "Sao Paulo|サンパウロ|圣保罗|聖保羅|상파울루|เซาเปาลู|ساو باولو|São Paulo|សៅប៉ូឡូ|Сан-Паулу"},
    {"Sapporo", "Sapporo|札幌|삿포로|ซัปโปโร|سابورو|Саппоро"},
    {"Sendai", "Sendai|仙台|센다이|เซนได|سنداي|Сендай"},
    {"Seoul", "Seoul|ソウル|首尔|首爾|서울|กรุงโซล|سول|Séoul|Seúl|សេអ៊ូល|Seul|Сеул|سيول|Xơ-un|Xê-un"},
    {"Shanghai", "Shanghai|上海|상하이|เซี่ยงไฮ้|Thượng Hải|شنغهاي|Shanghái|សៀងហៃ|Xangai|Шанхай"},
    {"Sharm el-Sheikh",
     "Sharm el-Sheikh|Charm el-Cheikh|シャルム・エル・シェイク|沙姆沙伊赫|샤름엘셰이크|شرم الشيخ"},
    {"Siem Reap",
     "Siem Reap|Xiêm Riệp|シェムリアップ|暹粒|시엠레아프|씨엠립|เสียมราฐ|เสียมเรียบ|سيام رياب|សៀមរាប"},
    {"Stockholm", "Stockholm|ストックホルム|斯德哥尔摩|斯德哥爾摩|스톡홀름|สตอกโฮล์ม|ستوكهولم|"
                  "Estocolmo|ស្តុកខុល|Стокгольм"},
    {"Strasbourg", "Strasbourg|Estrasburgo|Straßburg|ストラスブール|斯特拉斯堡|스트라스부르|"
                   "สทราซบูร์|ستراسبورغ|Страсбург"},
    {"Surabaya", "Surabaya|スラバヤ|泗水|수라바야|สุราบายา|سورابايا"},
    {"Suva", "Suva|スバ|苏瓦|수바에서|ซูวา|سوفا"},
    {"Sydney", "Sydney|シドニー|悉尼|雪梨|시드니|ซิดนีย์|سيدني|Sídney|ស៊ីដនី|Сидней|Xít-ni"},
    {"Tashkent",
     "Tashkent|タシケント|塔什干|타슈켄트|ทาชเคนต์|طشقند|Tachkent|Taskent|តាស្កិន|Taschkent|Ташкент"},
    {"Tehran", "Tehran|テヘラン|德黑兰|德黑蘭|테헤란|เตหะราน|Teheran|طهران|Téhéran|Teherán|តេហេរ៉ង់|"
               "Teerã|Тегеран"},
    {"The Hague", "The Hague|La Haye|La Haya|Den Haag|Haia|ハーグ|海牙|헤이그|กรุงเฮก|لاهاي|ឡាអេ|La "
                  "Hay|Гаага|Гааге"},
    {"Tokyo", "Tokyo|東京|东京|도쿄|โตเกียว|طوكيو|Tokio|តូក្យូ|Tóquio|Токио|Tô-ky-ô|กรุงโตเกียว"},
    {"Toronto", "Toronto|トロント|多伦多|多倫多|토론토|โทรอนโต|تورونتو|តូរ៉ុនតូ|Торонто"},
    {"Ulaanbaatar", "Ulaanbaatar|ウランバートル|乌兰巴托|烏蘭巴托|울란바토르|อูลานบาตอร์|آلانباتار|"
                    "Oulan-Bator|Ulán Bator|អ៊ូឡង់បាទ័រ|Ulan Bator|Улан-Батор|أولان "
                    "باتور|أولانباتار|U-lan Ba-to|Ulaan Baatar|អ៊ូឡានបាទ័រ"},
    {"Vancouver", "Vancouver|バンクーバー|温哥华|溫哥華|벤쿠버|แวนคูเวอร์|فانكوفر|វ៉ាន់កូវើ|Ванкувер"},
    {"Vienna", "Vienna|ウィーン|维也纳|維也納|비엔나|เวียนนา|Wina|فيينا|Vienne|Viena|វីយែន|Wien|Вена|"
               "ウイーン|빈에서"},
    {"Vientiane", "Vientiane|ビエンチャン|万象|永珍|비엔티안|เวียงจันทน์|Viêng "
                  "Chăn|فيانتيان|Vientián|វៀងចន្ទន៍|Вьентьян|Viên Chăn|ヴィエンチャン|فينتيان"},
    {"Warsaw", "Warsaw|ワルシャワ|华沙|華沙|바르샤바|วอร์ซอ|Warsawa|وارسو|Varsovie|Varsovia|វ៉ាសូវី|"
               "Warschau|Varsóvia|Варшава"},
    {"Washington",
     "Washington|Oa-sinh-tơn|ワシントン|华盛顿|華盛頓|워싱턴|วอชิงตัน|واشنطن|វ៉ាស៊ីនតោន|Вашингтон"},
    {"Wellington", "Wellington|Oen-linh-tơn|ウェリントン|惠灵顿|惠靈頓|웰링턴|เวลลิงตัน|ويلينغتون|"
                   "វែលលីងតុន|Веллингтон"},
    {"Yangon", "Yangon|ヤンゴン|仰光|랑군|ย่างกุ้ง|Rangoon|رانغون|Rangoun|Yangón|រ៉ង់ហ្គូន|Rangun|Rangum|"
               "Янгон|양곤|يانغون|យ៉ាំងហ្គូន|Y-an-gun"},
    {"Yogyakarta", "Yogyakarta|ジョグジャカルタ|日惹|욕야카르타|ยอกยาการ์ตา|يوجياكارتا"},
    {"Yokohama", "Yokohama|横浜|横滨|橫濱|요코하마|โยโกฮามา|يوكوهاما|Йокогам"},
    {"Zurich",
     "Zurich|チューリッヒ|苏黎世|蘇黎世|취리히|ซูริค|زيورخ|Zúrich|ហ៊្សូរីច|Zürich|Zurique|Цюрих"},
};

/* --- the index --- */

enum {
  BEGIN = 4,                               /* bytes, no more than the shortest name has */
  FILTER = 1 << 14,                        /* bits */
  WORDS = (G_N_ELEMENTS(places) + 63) / 64 /* of a set of places */
};

typedef struct {
  char *name;
  guint place;
} PlaceName;

/* The names by their first bytes: the longest first. */
typedef struct {
  GHashTable *names; /* the bytes -> GArray of PlaceName */
  guint8 filter[FILTER / 8];
} PlaceIndex;

/* A bit for each place. */
typedef struct {
  guint64 words[WORDS];
} PlaceSet;

static guint32 beginning(const char *name)
{
  guint32 bytes;
  memcpy(&bytes, name, BEGIN);
  return bytes;
}

static guint bit_of(guint32 bytes)
{
  return (bytes * 2654435761U) >> 18;
}

static void add_name(PlaceIndex *index, const char *name, guint place)
{
  guint32 bytes = beginning(name);
  guint bit = bit_of(bytes);
  GArray *list = g_hash_table_lookup(index->names, GUINT_TO_POINTER(bytes));
  if (!list) {
    list = g_array_new(FALSE, FALSE, sizeof(PlaceName));
    g_hash_table_insert(index->names, GUINT_TO_POINTER(bytes), list);
  }
  PlaceName entry = {g_strdup(name), place};
  guint at = 0;
  while (at < list->len && strlen(g_array_index(list, PlaceName, at).name) >= strlen(name))
    at++;
  g_array_insert_val(list, at, entry);
  index->filter[bit / 8] |= (guint8)(1U << bit % 8);
}

static PlaceIndex *index_new(void)
{
  PlaceIndex *index = g_new0(PlaceIndex, 1);
  index->names = g_hash_table_new(NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS(places); i++) {
    g_auto(GStrv) names = g_strsplit(places[i][1], "|", -1);
    for (char **name = names; *name; name++) {
      g_autofree char *capitals = g_utf8_strup(*name, -1);
      add_name(index, *name, i);
      if (strcmp(capitals, *name) != 0)
        add_name(index, capitals, i);
    }
  }
  return index;
}

static const PlaceIndex *index_of_places(void)
{
  static PlaceIndex *index = NULL;
  static gsize once = 0;
  if (g_once_init_enter(&once)) {
    index = index_new();
    g_once_init_leave(&once, 1);
  }
  return index;
}

/* --- names in a text --- */

/* Letters of scripts in which a name does not begin or end within a word. */
static gboolean is_latin(gunichar c)
{
  return (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)) && g_unichar_isalpha(c);
}

/* "・" divides words. */
static gboolean is_katakana(gunichar c)
{
  return c >= 0x30A1 && c <= 0x30FC && c != 0x30FB;
}

/* Whether two letters are of one word; ワシントンD.C. are two. */
static gboolean are_one_word(gunichar one, gunichar other)
{
  return (is_latin(one) && is_latin(other)) || (is_katakana(one) && is_katakana(other));
}

static gboolean is_arabic(gunichar c)
{
  return c >= 0x620 && c < 0x670;
}

/* Whether the letter before a place is a particle by itself: "and", "for", "in". */
static gboolean is_particle_before(const char *text, const char *at)
{
  const char *letter = g_utf8_prev_char(at);
  gunichar before = letter > text ? g_utf8_get_char(g_utf8_prev_char(letter)) : ' ';
  return !is_arabic(before) && g_utf8_strchr("وفلبك", -1, g_utf8_get_char(letter));
}

static gboolean stands_alone(const char *text, const char *at, gsize length)
{
  gunichar before = at > text ? g_utf8_get_char(g_utf8_prev_char(at)) : ' ';
  gunichar first = g_utf8_get_char(at), last = g_utf8_get_char(g_utf8_prev_char(at + length));
  gunichar behind = g_utf8_get_char(at + length);
  if (is_arabic(last) && is_arabic(behind))
    return FALSE;
  if (is_arabic(first) && is_arabic(before))
    return is_particle_before(text, at);
  return !are_one_word(before, first) && !are_one_word(last, behind);
}

/* The name that begins at a place of a text; NULL: none. */
static const PlaceName *name_at(const PlaceIndex *index, const char *text, const char *at)
{
  guint32 bytes = beginning(at);
  guint bit = bit_of(bytes);
  const GArray *list = index->filter[bit / 8] & (1U << bit % 8)
                           ? g_hash_table_lookup(index->names, GUINT_TO_POINTER(bytes))
                           : NULL;
  for (guint i = 0; list && i < list->len; i++) {
    const PlaceName *name = &g_array_index(list, PlaceName, i);
    if (g_str_has_prefix(at, name->name) && stands_alone(text, at, strlen(name->name)))
      return name;
  }
  return NULL;
}

/* The next name of a text from a place on; NULL: there is none. `*at` is where it begins. */
static const PlaceName *next_name(const char *text, const char **at)
{
  const PlaceIndex *index = index_of_places();
  const char *end = *at + strlen(*at);
  while (*at + BEGIN <= end) {
    if (g_ascii_islower(**at) || **at == ' ') { /* no name begins so */
      (*at)++;
      continue;
    }
    const PlaceName *name = name_at(index, text, *at);
    if (name)
      return name;
    *at = g_utf8_next_char(*at);
  }
  return NULL;
}

static void find_places(const char *text, PlaceSet *set)
{
  memset(set, 0, sizeof *set);
  const PlaceName *name;
  for (const char *at = text; (name = next_name(text, &at)); at += strlen(name->name))
    set->words[name->place / 64] |= (guint64)1 << name->place % 64;
}

/* Caller frees; NULL: there are none. */
static char *names_without(const PlaceSet *set, const PlaceSet *other)
{
  guint64 rest = 0;
  for (guint i = 0; i < WORDS; i++)
    rest |= set->words[i] & ~other->words[i];
  if (!rest)
    return NULL;
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < G_N_ELEMENTS(places); i++)
    if ((set->words[i / 64] & ~other->words[i / 64]) >> i % 64 & 1)
      g_string_append_printf(out, "%s%s", out->len > 0 ? ", " : "", places[i][0]);
  return g_string_free(out, FALSE);
}

void adref_place_names_compare(const char *first, const char *second, char **first_only,
                               char **second_only)
{
  PlaceSet ours, theirs;
  find_places(first, &ours);
  find_places(second, &theirs);
  *first_only = names_without(&ours, &theirs);
  *second_only = names_without(&theirs, &ours);
}

/* Whether two places stand side by side, "in Nairobi and in Lima". */
static gboolean is_joint(const char *text, const char *from, const char *to)
{
  static const char *const prepositions[] = {" à ",  " en ",  " in ", " at ",
                                             " di ", " tại ", " ở ",  " a "};
  g_autofree char *gap = g_strndup(from, (gsize)(to - from));
  for (gsize i = 0; i < G_N_ELEMENTS(prepositions); i++)
    if (g_str_has_suffix(gap, prepositions[i]))
      to -= strlen(prepositions[i]);
  return to > from && adref_party_mention_is_joint(text, (gsize)(from - text), (gsize)(to - text));
}

gboolean adref_place_names_shorten_list(const char *first, const char *second)
{
  PlaceSet theirs;
  find_places(second, &theirs);
  const PlaceName *name, *before = NULL;
  const char *end = first;
  for (const char *at = first; (name = next_name(first, &at)); end = at, before = name) {
    gboolean has = theirs.words[name->place / 64] >> name->place % 64 & 1;
    gboolean had = before && theirs.words[before->place / 64] >> before->place % 64 & 1;
    if (before && before->place != name->place && has != had && is_joint(first, end, at))
      return TRUE;
    at += strlen(name->name);
  }
  return FALSE;
}

gboolean adref_place_names_are_known(const char *language)
{
  static const char *const languages[] = {"en", "ja", "zh", "ko", "th", "id", "fr", "es"};
  for (gsize i = 0; i < G_N_ELEMENTS(languages); i++)
    if (adref_language_tag_matches(language, languages[i]))
      return TRUE;
  return FALSE;
}
