#include "language/tables/heading_topics.h"

#include <string.h>

#include "language/language_tag.h"
#include "language/word_place.h"

/* In the order of the words of a topic. Malay is like Indonesian in these words. */
static const char *const languages[] = {"en", "ja", "zh", "ko", "th", "vi", "id",
                                        "ar", "fr", "es", "pt", "ru", "de"};

/* A topic, and the words that say it, divided by "|"; "secur*" is the beginning of a word. */
static const struct {
  const char *name, *words[G_N_ELEMENTS(languages)];
} topics[] = {
    {"security",
     {"secur*|defen*|military|peace*|safety|stabil*",
      "安全|安保|防衛|防御|平和|軍事|安定|セキュリティ|国防|衛生",
      "安全|国防|防务|和平|军事|稳定|防衛|軍事|卫生|衛生", "안보|안전|국방|방위|평화|군사|안정",
      "ความมั่นคง|ป้องกันประเทศ|กลาโหม|สันติภาพ|ทหาร|ปลอดภัย|เสถียรภาพ",
      "an ninh|quốc phòng|hòa bình|quân sự|an toàn|ổn định",
      "keamanan|pertahanan|perdamaian|militer|keselamatan|stabilitas|ketenteraan|ketahanan",
      "أمن|دفاع|سلام|سلم|عسكري*|استقرار|سلامة", "sécur*|défens*|paix|militair*|sûreté|stabilité",
      "segur*|defens*|paz|militar*|estabilidad", "segur*|defes*|paz|militar*|estabilidade",
      "безопасност*|оборон*|мир|мира|военн*|стабильност*",
      "sicher*|verteidigung*|frieden*|militär*|stabil*"}},
    {"maritime",
     {"maritime|ocean*|sea|seas|marine", "海|シーレーン",
      "海洋|海上|海事|海域|海运|海军|海警|海底|海岸|沿海|南海|东海|黄海|红海|公海|领海|海峡|海盗|"
      "航海|海产|海陆|蓝海|海權|海運",
      "해양|해상|바다|해역|해군|해운|동해|서해|남해|황해|홍해|공해상|영해", "ทะเล|สมุทร",
      "biển|hàng hải|đại dương", "laut|maritim|kelautan|samudra|bahari", "بحر*|بحار|محيط*",
      "mer|mers|maritim*|océan*|marin*", "mar|mares|marítim*|océan*|marin*",
      "mar|mares|marítim*|ocean*|marinh*", "мор*|океан*", "meer*|maritim*|see|ozean*"}},
    {"trade",
     {"trad*|commerc*|tariff*|export*|import|imports|imported|importing|importer*|importation*|"
      "market*",
      "貿易|通商|関税|商業|輸出|輸入|市場", "贸易|商务|经贸|关税|出口|进口|市场|貿易",
      "무역|통상|교역|관세|수출|수입|시장", "การค้า|พาณิชย์|ศุลกากร|ส่งออก|นำเข้า|ตลาด",
      "thương mại|thuế quan|xuất khẩu|nhập khẩu|thị trường",
      "perdagangan|niaga|tarif|ekspor|impor|pasar|bea",
      "تجار*|تعريف*|جمرك*|تصدير|استيراد|أسواق|صادرات",
      "commerc*|libre-échange|échanges de biens|échanges "
      "commerciaux|tarif*|douan*|export*|import|importation*|importateur*|marché*",
      "comerci*|arancel*|intercambio comercial|intercambios "
      "comerciales|export*|importación|importaciones|importador*|mercado*",
      "comérci*|comercia*|tarif*|export*|importação|importações|importador*|mercado*",
      "торгов*|тариф*|экспорт*|импорт*|рын*", "handel*|zoll|zölle|export*|import*|markt*|märkt*"}},
    {"investment",
     {"invest*", "投資", "投资", "투자", "การลงทุน", "đầu tư", "investasi|penanaman modal|pelaburan",
      "استثمار*", "investi*", "inversi*", "investiment*", "инвестиц*", "investition*"}},
    {"energy",
     {"energ*|electric*|power|nuclear|hydrogen|renewable*|decarbon*",
      "エネルギー|電力|原子力|水素|再生可能|脱炭素|カーボン", "能源|电力|核|氢|可再生|脱碳",
      "에너지|전력|원자력|핵|수소|재생|탄소", "พลังงาน|ไฟฟ้า|นิวเคลียร์|ไฮโดรเจน|คาร์บอน",
      "năng lượng|điện|hạt nhân|hydro|carbon|các-bon", "energi|listrik|nuklir|hidrogen|karbon",
      "طاق*|كهرب*|نووي*|هيدروجين|كربون*", "énerg*|électri*|nucléair*|hydrogène|carbone",
      "energ*|energét*|eléctric*|nuclear*|hidrógeno|renovable*|carbono",
      "energ*|energét*|elétric*|nuclear*|hidrogênio|hidrogénio|carbono",
      "энерг*|электр*|ядерн*|атомн*|водород*", "energie*|strom|nuklear*|wasserstoff|kern*"}},
    {"climate and environment",
     {"climat*|environment*|green|biodivers*|nature|carbon|emission*|sustainab*|pollut*",
      "気候|環境|グリーン|生物多様性|自然|炭素|カーボン|排出|持続可能|汚染",
      "气候|环境|绿色|生物多样性|自然|碳|排放|可持续|环保|污染|生态",
      "기후|환경|녹색|그린|생물다양성|자연|탄소|배출|지속가능|지속 가능|오염|생태",
      "ภูมิอากาศ|สิ่งแวดล้อม|สีเขียว|ความหลากหลายทางชีวภาพ|ธรรมชาติ|คาร์บอน|ยั่งยืน|มลพิษ",
      "khí hậu|môi trường|xanh|đa dạng sinh học|thiên nhiên|carbon|phát thải|bền vững|ô nhiễm|sinh "
      "thái",
      "iklim|lingkungan|hijau|hayati|alam|karbon|emisi|berkelanjutan|polusi|pencemaran|alam "
      "sekitar",
      "مناخ*|بيئ*|أخضر|خضراء|تنوع البيولوجي|طبيع*|كربون*|انبعاث*|مستدام*|تلوث",
      "climat*|environnement*|vert*|biodivers*|nature*|carbone|émission*|durab*|pollu*|écolog*",
      "clima*|climátic*|medio "
      "ambiente|ambient*|medioambient*|verde|biodivers*|natur*|carbono|emision*|sostenib*|"
      "sustentab*|contamina*|ecológ*",
      "clima*|climátic*|ambient*|verde|biodivers*|natur*|carbono|emiss*|sustentáv*|polui*|ecológ*",
      "климат*|окружающ*|зелен*|биоразнообраз*|природ*|углерод*|выброс*|устойчив*|эколог*|загрязн*",
      "klima*|umwelt*|grün*|biodivers*|natur*|emission*|nachhaltig*|artenvielfalt"}},
    {"health",
     {"health*|pandemic*|vaccin*|medic*|disease*",
      "保健|医療|健康|感染症|ワクチン|パンデミック|衛生|疾病|医薬",
      "卫生|健康|医疗|疫苗|大流行病|疾病|医药|疫情|衛生",
      "보건|의료|건강|백신|팬데믹|감염병|질병|의약", "สาธารณสุข|สุขภาพ|วัคซีน|โรค|แพทย์|การแพทย์",
      "y tế|sức khỏe|sức khoẻ|vắc-xin|vắc xin|vaccine|đại dịch|dịch bệnh|bệnh",
      "kesehatan|kesihatan|vaksin|pandemi|penyakit|medis|perubatan",
      "صح*|لقاح*|جائح*|طب*|أمراض|أوبئة", "santé|sanitaire*|vaccin*|pandémi*|médic*|maladi*",
      "salud|sanitari*|vacun*|pandemi*|médic*|enfermedad*",
      "saúde|sanitári*|vacin*|pandemi*|médic*|doença*",
      "здравоохран*|здоровь*|вакцин*|пандеми*|медицин*|болезн*",
      "gesund*|impf*|pandemi*|medizin*|krankheit*"}},
    {"food and agriculture",
     {"agric*|agro*|farm*|food|rural|forest*|fish*|nutrition", "農|食|林|水産|漁|栄養",
      "农|粮|食|林|渔|营养|農|糧", "농|식량|식품|임업|산림|수산|어업|영양",
      "เกษตร|อาหาร|ป่าไม้|ประมง|ชนบท|โภชนาการ",
      "nông|lương thực|thực phẩm|lâm nghiệp|rừng|thủy sản|nghề cá|dinh dưỡng",
      "pertanian|pangan|makanan|kehutanan|hutan|perikanan|pedesaan|gizi",
      "زراع*|غذاء|غذائ*|أغذية|غابات|أسماك|مصايد|سمك*|ريف*|تغذية",
      "agric*|agro*|aliment*|rura*|forêt*|forest*|pêche*|nutrition",
      "agric*|agro*|aliment*|rural*|bosque*|forest*|pesca*|pesquer*|nutrición",
      "agric*|agro*|aliment*|rura*|florest*|pesc*|nutrição",
      "сельск*|аграрн*|продоволь*|лес*|рыб*|питани*",
      "landwirt*|agrar*|ernährung*|nahrung*|ländlich*|wald*|forst*|fischer*|lebensmittel*"}},
    {"education and youth",
     {"educat*|school*|universit*|student*|scholar*|academ*|skill*|training|youth|young|human "
      "resource*|capacity|next generation|future generation*",
      "教育|学校|大学|学生|留学|学術|研修|青少年|青年|若者|若手|人材|人的|能力|次世代|ユース|技能|"
      "奨学",
      "教育|学校|大学|高校|学生|留学|学术|培训|青年|青少年|人才|人力|能力|技能|奖学",
      "교육|학교|대학|학생|유학|학술|훈련|청소년|청년|인재|인력|역량|미래세대|기술|기능|장학",
      "การศึกษา|โรงเรียน|มหาวิทยาลัย|นักเรียน|นักศึกษา|วิชาการ|ฝึกอบรม|เยาวชน|ทรัพยากรมนุษย์|บุคลากร|ทักษะ|ศักยภาพ|"
      "ขีดความสามารถ",
      "giáo dục|trường học|nhà trường|đại học|sinh viên|học sinh|học thuật|đào tạo|thanh "
      "niên|thanh thiếu "
      "niên|thế hệ trẻ|nhân lực|kỹ năng|năng lực",
      "pendidikan|sekolah|universitas|universiti|mahasiswa|pelajar|akademik|pelatihan|latihan|"
      "pemuda|remaja|belia|sumber daya manusia|keterampilan|kapasitas|kemahiran|keupayaan",
      "تعليم|تربية|مدارس|جامع*|طلاب|طلبة|أكاديمي*|تدريب|شباب|موارد البشرية|مهارات|قدرات",
      "éducat*|école*|universit*|étudiant*|scola*|académi*|formation|jeun*|ressources "
      "humaines|compétence*|capacité*|enseignement",
      "educa*|escuel*|universi*|estudiant*|escolar*|académic*|formación|capacitación|joven*|juvent*"
      "|recursos humanos|capacidad*|enseñanza|competencia*",
      "educa*|escol*|universi*|estudant*|acadêmic*|académic*|formação|capacitação|joven*|juventude|"
      "recursos humanos|capacidade*|ensino",
      "образован*|школ*|универс*|студент*|академич*|обучени*|молодеж*|молодёж*|кадр*|потенциал*",
      "bildung*|schul*|universi*|studen*|akadem*|ausbildung*|jugend*|fachkräft*|kapazität*|"
      "hochschul*"}},
    {"culture and tourism",
     {"cultur*|heritage|sport*|arts|tourism*|tourist*|people-to-people|travel",
      "文化|遺産|スポーツ|芸術|観光|人的交流|旅行|人と人|国民|往来",
      "文化|遗产|体育|艺术|旅游|人文|人员|民间|文旅",
      "문화|유산|스포츠|체육|예술|관광|인적|민간|여행", "วัฒนธรรม|มรดก|กีฬา|ศิลป|ท่องเที่ยว|ประชาชน",
      "văn hóa|văn hoá|di sản|thể thao|nghệ thuật|du lịch|nhân dân|giao lưu",
      "budaya|kebudayaan|warisan|olahraga|seni|pariwisata|pelancongan|masyarakat|sukan|wisata",
      "ثقاف*|تراث*|رياض*|فنون|سياح*|شعب*|شعوب|شعبين",
      "cultur*|patrimoine|sport*|art|arts|touris*|peuple*|humain*|voyage*|personnes",
      "cultur*|patrimonio|deport*|arte|artes|turis*|turíst*|pueblo*|viaje*|persona*",
      "cultur*|patrimôni*|patrimóni*|desport*|esport*|arte|artes|turis*|turíst*|povo*|viagen*|"
      "pesso*",
      "культур*|наслед*|спорт*|искусств*|туризм*|турист*|гуманитарн*|народ*|людьми",
      "kultur*|erbe|sport*|kunst|künst*|touris*|mensch*|reise*|völker*"}},
    {"technology",
     {"digital*|cyber*|data|information|ict|internet|telecom*|artificial|ai|online|technolog*|"
      "innovat*|science*|scientif*|research|semiconductor*|space",
      "デジタル|サイバー|オンライン|学術|データ|情報|ict|インターネット|通信|人工知能|ai|技術|"
      "テクノロジー|"
      "イノベーション|科学|研究|半導体|宇宙|革新",
      "数字|网络|在线|线上|网上|学术|数据|信息|互联网|通信|电信|人工智能|技术|科技|创新|科学|研究|"
      "半导体|太空|航天|"
      "數位",
      "디지털|사이버|온라인|학술|데이터|정보|인터넷|통신|인공지능|ai|기술|혁신|과학|연구|반도체|"
      "우주",
      "ดิจิทัล|ไซเบอร์|ออนไลน์|ข้อมูล|สารสนเทศ|อินเทอร์เน็ต|โทรคมนาคม|ปัญญาประดิษฐ์|เทคโนโลยี|นวัตกรรม|วิทยาศาสตร์|"
      "วิจัย|"
      "เซมิคอนดักเตอร์|อวกาศ",
      "kỹ thuật số|chuyển đổi số|kinh tế số|chính phủ số|công nghệ số|trực tuyến|mạng|dữ "
      "liệu|thông tin|internet|viễn thông|trí tuệ nhân tạo|công nghệ|đổi "
      "mới|khoa học|nghiên cứu|bán dẫn|vũ trụ",
      "digital|siber|daring|online|dalam "
      "talian|data|informasi|maklumat|internet|telekomunikasi|kecerdasan|teknologi|inovasi|"
      "sains|ilmu pengetahuan|riset|penelitian|semikonduktor|antariksa|angkasa",
      "رقمي*|سيبراني*|بيانات|معلومات*|إنترنت|اتصالات|ذكاء|تكنولوجي*|تقني*|ابتكار*|علوم|علمي*|بحث|"
      "بحوث|فضاء|شبكات",
      "numéri*|cyber*|donnée*|informati*|internet|télécom*|artificiel*|technolog*|innov*|scien*|"
      "recherche*|semi-conducteur*|spatia*|espace",
      "digital*|ciber*|datos|informa*|internet|telecom*|artificial*|tecnol*|tecnológ*|innova*|"
      "cienc*|cientí*|investigación|semiconductor*|espacia*|espacio",
      "digita*|ciber*|dados|informa*|internet|telecom*|artificia*|tecnol*|tecnológ*|inova*|ciênc*|"
      "cientí*|pesquisa*|investigação|semicondutor*|espacia*|espaço",
      "цифров*|кибер*|данн*|информац*|интернет*|телеком*|связ*|искусственн*|технолог*|инновац*|"
      "наук*|научн*|исследован*|полупровод*|космос*|космич*",
      "digital*|cyber*|daten*|information*|internet|telekom*|künstlich*|technolog*|innov*|"
      "wissenschaft*|forschung*|halbleiter*|weltraum*"}},
    {"infrastructure",
     {"infrastruct*|connectiv*|transport*|road|roads|rail*|port|ports|airport*|aviation|logistic*|"
      "urban|"
      "cities",
      "インフラ|連結性|交通|運輸|道路|鉄道|港|航空|物流|都市|スマートシティ|輸送|接続",
      "基础设施|互联互通|交通|运输|道路|铁路|港|航空|物流|城市",
      "인프라|기반시설|연계성|연결성|교통|운송|도로|철도|항만|항공|물류|도시",
      "โครงสร้างพื้นฐาน|เชื่อมโยง|คมนาคม|ขนส่ง|ถนน|รถไฟ|ท่าเรือ|การบิน|โลจิสติกส์|เมือง",
      "hạ tầng|kết nối|giao thông|vận tải|đường|cảng|hàng không|logistics|đô thị|thành phố",
      "infrastruktur|konektivitas|keterhubungan|transportasi|pengangkutan|jalan|kereta|pelabuhan|"
      "penerbangan|bandara|logistik|perkotaan|kota|kesalinghubungan",
      "بنية التحتية|بنى التحتية|ربط|ترابط|اتصال|نقل|طرق السريعة|طرق البرية|طرق والموانئ|شبكة "
      "الطرق|سكك|موانئ|طيران|لوجستي*|حضري*|مدن|تواصل",
      "infrastruct*|connect*|transport*|route*|ferrovi*|rail*|port|ports|portuair*|aéroport*|"
      "aviation|logisti*|urbain*|ville*",
      "infraestruct*|conect*|transport*|carreter*|ferrocarril*|ferrovi*|puerto*|portuari*|"
      "aeropuerto*|aviación|logístic*|urban*|ciudad*",
      "infraestrut*|conect*|transport*|estrada*|rodovi*|ferrovi*|porto*|portuári*|aeroporto*|"
      "aviação|logístic*|urban*|cidade*",
      "инфраструктур*|взаимосвязанн*|транспорт*|дорог*|железнодорож*|порт*|аэропорт*|авиаци*|"
      "логистик*|город*",
      "infrastruktur*|konnektivität|verkehr*|transport*|straße*|bahn|eisenbahn*|hafen*|häfen|"
      "flughäfen|luftfahrt|logist*|städt*|urban*|vernetz*"}},
    {"law and rights",
     {"justic*|law|legal|rights|court*|judicia*|extradition|democra*|corruption|crime*|criminal|"
      "terroris*|traffick*|governance|police",
      "司法|法|権|裁判|民主|腐敗|犯罪|テロ|密輸|取引|人身|ガバナンス|警察|統治",
      "司法|法|权|民主|腐败|犯罪|反恐|恐怖|贩运|贩卖|治理|警",
      "사법|법|권|민주|부패|범죄|테러|밀매|인신매매|거버넌스|경찰",
      "ยุติธรรม|ยาเสพติด|กฎหมาย|สิทธิ|ศาล|ประชาธิปไตย|ทุจริต|อาชญากรรม|ก่อการร้าย|ค้ามนุษย์|ธรรมาภิบาล|ตำรวจ|นิติ",
      "tư pháp|pháp luật|pháp lý|luật|pháp quyền|quyền|tòa án|dân chủ|tham nhũng|tội phạm|khủng "
      "bố|buôn bán|quản trị|cảnh sát",
      "keadilan|hukum|undang-undang|hak|pengadilan|demokrasi|korupsi|kejahatan|jenayah|pidana|"
      "terorisme|perdagangan orang|tata kelola|polisi",
      "عدل|عدالة|قانون*|حقوق|قضاء|قضائ*|محاكم|ديمقراط*|فساد|جريمة|جرائم|إرهاب|اتجار|حوكمة|حكم|شرطة",
      "justice|droit*|loi*|juridi*|judiciair*|démocrat*|corruption|crim*|terroris*|traite|trafic*|"
      "gouvernance|polic*",
      "justicia|derech*|ley|leyes|jurídic*|judicial*|democra*|corrupción|crim*|delincuen*|delito*|"
      "terroris*|trata|tráfico|gobernanza|polic*",
      "justiça|direito*|lei|leis|jurídic*|judicia*|democra*|corrupção|crim*|terroris*|tráfico|"
      "governança|governação|polic*",
      "правосуд*|юстиц*|право|права|прав|закон*|суд*|демократ*|коррупц*|преступ*|террор*|торговля "
      "людьми|управлен*|полиц*",
      "justiz|recht|rechte|rechts*|gesetz*|demokrat*|korrupt*|krimin*|straf*|terror*|"
      "menschenhandel|polizei*|menschenrecht*"}},
    {"disasters",
     {"disaster*|humanitarian|emergenc*|relief|resilience", "災害|防災|人道|緊急|救援|強靱",
      "灾|人道|紧急|救援|应急|韧性|災", "재난|재해|인도적|인도주의|긴급|구호|회복력|방재",
      "ภัยพิบัติ|มนุษยธรรม|ฉุกเฉิน|บรรเทาทุกข์|ยืดหยุ่น",
      "thiên tai|thảm họa|nhân đạo|khẩn cấp|cứu trợ|tự cường|chống chịu",
      "bencana|kemanusiaan|darurat|bantuan|ketahanan|ketangguhan|kecemasan",
      "كوارث|كارث*|إنساني*|طوارئ|إغاثة|صمود", "catastroph*|humanitair*|urgence*|secours|résilien*",
      "desastre*|catástrof*|humanitari*|emergencia*|socorro|resilien*",
      "desastre*|catástrof*|humanitári*|emergênc*|socorro|resili*",
      "бедств*|гуманитарн*|чрезвычайн*|катастроф*",
      "katastroph*|humanitär*|notfall*|nothilfe|resilien*"}},
    {"women",
     {"women|woman|gender|girls", "女性|ジェンダー|男女", "妇女|性别|女性|女童|婦女",
      "여성|성평등|젠더|양성평등", "สตรี|ผู้หญิง|เพศ", "phụ nữ|bình đẳng giới|giới tính",
      "perempuan|wanita|gender", "مرأة|نساء|جنس*|نوع الاجتماعي", "femme*|genre|sexe*|fille*",
      "mujer*|género|niñas", "mulher*|gênero|género|meninas", "женщин*|гендер*",
      "frauen|geschlecht*|gender*"}},
    {"finance",
     {"financ*|bank*|currenc*|tax*|debt|fiscal*|monetar*|macroeconom*",
      "金融|財政|銀行|通貨|税|債務|資金|マクロ経済|財務",
      "金融|财政|银行|货币|税|债务|资金|财务|宏观经济",
      "금융|재정|은행|통화|세금|조세|과세|세제|세무|관세|채무|자금|재무|거시경제",
      "การเงิน|การคลัง|ธนาคาร|ภาษี|หนี้|เงินทุน|งบประมาณ|เงิน",
      "tài chính|ngân hàng|tiền tệ|thuế|nợ|tài khóa|kinh phí|vốn",
      "keuangan|kewangan|perbankan|bank|mata "
      "uang|pajak|utang|fiskal|moneter|pembiayaan|pendanaan|cukai",
      "مال*|مصرفي*|بنوك|عملات|ضريب*|ضرائب|ديون|نقدي*|تمويل",
      "financ*|banqu*|bancair*|monn*|impôt*|fiscal*|dette*|monétair*|macroéconom*",
      "financ*|banc*|moned*|impuesto*|fiscal*|deuda*|monetari*|tribut*|macroeconóm*",
      "financ*|banc*|moed*|impost*|fiscal*|dívida*|monetári*|tribut*|macroeconôm*",
      "финанс*|банк*|валют*|налог*|долг*|денежн*|бюджет*",
      "finanz*|bank*|währung*|steuer*|schulden*|geld*"}},
    {"water",
     {"water", "水", "水", "물|수자원", "น้ำ", "nước", "air|sumber daya air", "مياه|ماء|مائ*",
      "eau|eaux|hydri*", "agua*|hídric*", "água*|hídric*", "вод|воды|водн*", "wasser"}},
    {"labour and migration",
     {"labour*|labor|employ*|worker*|job*|migra*|mobility",
      "労働|雇用|仕事|移民|移住|移動|往来|人材|人的",
      "劳动|就业|劳工|移民|工人|移徙|劳务|人员|流动|往来|人才|人力",
      "노동|고용|일자리|근로|이주|이민|이동|인력|인재|인적|왕래",
      "แรงงาน|จ้างงาน|โยกย้าย|ย้ายถิ่น|อพยพ|เคลื่อนย้าย",
      "lao động|việc làm|di cư|di trú|nhân công|di chuyển",
      "tenaga kerja|ketenagakerjaan|pekerja|buruh|migrasi|migran|lapangan "
      "kerja|mobilitas|pekerjaan",
      "عمالة|عمال*|قوى العاملة|سوق العمل|توظيف|هجرة|مهاجر*|تشغيل|تنقل",
      "travail*|emploi*|travailleur*|migra*|main-d'œuvre|mobilité|personnes",
      "trabaj*|emple*|labora*|migra*|mobilidad|movilidad|persona*",
      "trabalh*|empreg*|laboral|migra*|mobilidade|pesso*",
      "труд*|занятост*|работник*|миграц*|мобильност*", "arbeit*|beschäftig*|migration*|mobil*"}},
    {"disarmament",
     {"disarm*|nonproliferation|non-proliferation|arms|weapon*", "軍縮|不拡散|武器|兵器",
      "裁军|不扩散|防扩散|武器|军控", "군축|비확산|무기|핵확산", "ลดอาวุธ|ไม่แพร่ขยาย|อาวุธ",
      "giải trừ|không phổ biến|vũ khí", "pelucutan|nonproliferasi|non-proliferasi|senjata",
      "نزع السلاح|عدم الانتشار|أسلحة|سلاح", "désarmement|non-prolif*|arme*",
      "desarme*|no prolif*|arma*", "desarmament*|não prolif*|arma*",
      "разоруж*|нераспростран*|оружи*|вооружен*", "abrüstung*|nichtverbreitung*|waffe*|rüstung*"}},
    {"Ukraine",
     {"ukrain*", "ウクライナ", "乌克兰", "우크라이나", "ยูเครน", "ukraina|u-crai-na|ukraine",
      "ukraina", "أوكراني*", "ukrain*", "ucrani*", "ucrân*|ucrani*", "украин*", "ukrain*"}},
    {"the Middle East",
     {"middle east|gaza|iran|israel|red sea", "中東|ガザ|イラン|イスラエル|紅海",
      "中东|加沙|伊朗|以色列|红海", "중동|가자|이란|이스라엘|홍해",
      "ตะวันออกกลาง|กาซา|อิหร่าน|อิสราเอล|ทะเลแดง",
      "trung đông|gaza|iran|israel|biển đỏ|i-xra-en|i-ran",
      "timur tengah|gaza|iran|israel|laut merah", "شرق الأوسط|غزة|إيران|إسرائيل|بحر الأحمر",
      "moyen-orient|proche-orient|gaza|iran|israël|mer rouge",
      "oriente medio|oriente próximo|gaza|irán|israel|mar rojo",
      "oriente médio|médio oriente|gaza|irã*|israel|mar vermelho", "ближн*|газа|газе|иран*|израил*",
      "nahost*|nahen osten|naher osten|gaza|iran|israel|rotes meer"}},
    {"Korea",
     {"korea*|dprk", "朝鮮|北朝鮮|韓国", "朝鲜|韩国|半岛", "한반도|북한|한국", "เกาหลี",
      "triều tiên|hàn quốc", "korea", "كوري*|الكورية", "corée*|corée|coréenne", "corea*",
      "corei*|coreia*", "коре*", "korea*"}},
    {"Myanmar",
     {"myanmar", "ミャンマー", "缅甸", "미얀마", "เมียนมา", "myanmar|mi-an-ma", "myanmar", "ميانمار",
      "myanmar|birmanie", "myanmar", "mianmar|myanmar", "мьянм*", "myanmar*"}},
    {"Afghanistan",
     {"afghan*", "アフガニスタン", "阿富汗", "아프가니스탄", "อัฟกานิสถาน",
      "afghanistan|áp-ga-ni-xtan", "afghanistan", "أفغان*", "afghan*", "afgan*", "afeg*", "афган*",
      "afghan*"}},
    {"Africa",
     {"africa*|sahel", "アフリカ|サヘル", "非洲|萨赫勒", "아프리카|사헬", "แอฟริกา",
      "châu phi|phi châu|sahel", "afrika|sahel", "أفريق*|إفريق*|ساحل", "afri*|sahel",
      "áfrica|african*|sahel", "áfrica|african*|sahel", "африк*|сахел*", "afrika*|sahel*"}},
};

G_STATIC_ASSERT(G_N_ELEMENTS(topics) <= 32);

/* The column of a language; -1: there is none. */
static gint column_of(const char *language)
{
  const char *like = adref_language_tag_matches(language, "ms") ? "id" : language;
  for (gsize i = 0; i < G_N_ELEMENTS(languages); i++)
    if (adref_language_tag_matches(like, languages[i]))
      return (gint)i;
  return -1;
}

/* A bit for each topic of a heading. */
static guint32 topics_of(gint column, const char *folded)
{
  guint32 found = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(topics); i++)
    if (adref_word_place_has(folded, topics[i].words[column]))
      found |= 1U << i;
  return found;
}

static char *join_names(guint32 set)
{
  GString *out = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(topics); i++)
    if (set & 1U << i)
      g_string_append_printf(out, "%s%s", out->len > 0 ? ", " : "", topics[i].name);
  return g_string_free(out, FALSE);
}

gboolean adref_heading_topics_contradict(const char *language, const char *folded,
                                         const char *other_language, const char *other_folded,
                                         char **first, char **second)
{
  gint column = column_of(language), other_column = column_of(other_language);
  if (column < 0 || other_column < 0)
    return FALSE;
  guint32 ours = topics_of(column, folded), theirs = topics_of(other_column, other_folded);
  if (!(ours & ~theirs) || !(theirs & ~ours))
    return FALSE;
  *first = join_names(ours & ~theirs);
  *second = join_names(theirs & ~ours);
  return TRUE;
}
