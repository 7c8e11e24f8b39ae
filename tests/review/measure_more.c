/* The same as measure.c for languages other than English: words are replaced in each paragraph. */
#include <stdio.h>

#include "review/findings.h"

typedef struct {
  AdrefChangeClass class;
  const char *from, *to;
} Plant;

typedef struct {
  const char *language;
  const char *const *texts;
  const Plant *plants;
  guint least, most; /* for 1,000 changes: found at least, and findings of other classes at most,
                        without SUBSTANCE */
} Field;

/* Japanese: the library */

static const Plant japanese[] = {
    {ADREF_CHANGE_CLASS_STRENGTH, "する。", "するよう努める。"},
    {ADREF_CHANGE_CLASS_STRENGTH, "する。", "しなければならない。"},
    {ADREF_CHANGE_CLASS_STRENGTH, "する。", "すべきである。"},
    {ADREF_CHANGE_CLASS_STRENGTH, "する。", "することができる。"},
    {ADREF_CHANGE_CLASS_STRENGTH, "を歓迎", "に留意"},
    {ADREF_CHANGE_CLASS_STRENGTH, "奨励", "要請"},
    {ADREF_CHANGE_CLASS_STRENGTH, "支持", "評価"},
    {ADREF_CHANGE_CLASS_STRENGTH, "再確認", "強調"},
    {ADREF_CHANGE_CLASS_STRENGTH, "ことができる", "ものとする"},
    {ADREF_CHANGE_CLASS_STRENGTH, "求め", "促し"},
    {ADREF_CHANGE_CLASS_NEGATION, "する。", "しない。"},
    {ADREF_CHANGE_CLASS_NEGATION, "される。", "されない。"},
    {ADREF_CHANGE_CLASS_NEGATION, "行う。", "行わない。"},
    {ADREF_CHANGE_CLASS_NEGATION, "ものではない", "ものである"},
    {ADREF_CHANGE_CLASS_NEGATION, "ある場合", "ない場合"},
    {ADREF_CHANGE_CLASS_NEGATION, "差別", "無差別"},
    {ADREF_CHANGE_CLASS_NEGATION, "公式", "非公式"},
    {ADREF_CHANGE_CLASS_NEGATION, "十分", "不十分"},
    {ADREF_CHANGE_CLASS_NUMBER, "を行う", "を3回行う"},
    {ADREF_CHANGE_CLASS_NUMBER, "専門家", "5,000人の専門家"},
    {ADREF_CHANGE_CLASS_NUMBER, "訓練", "五回の訓練"},
    {ADREF_CHANGE_CLASS_NUMBER, "資金", "10億円の資金"},
    {ADREF_CHANGE_CLASS_NUMBER, "企業", "30パーセントの企業"},
    {ADREF_CHANGE_CLASS_DATE, "我々は、", "我々は、2030年までに、"},
    {ADREF_CHANGE_CLASS_DATE, "我々は、", "我々は、毎年、"},
    {ADREF_CHANGE_CLASS_DATE, "我々は、", "我々は、令和五年十二月に、"},
    {ADREF_CHANGE_CLASS_DATE, "する。", "する。60日以内に報告する。"},
    {ADREF_CHANGE_CLASS_DATE, "12か月", "六か月"},
    {ADREF_CHANGE_CLASS_DATE, "12年", "五年"},
    {ADREF_CHANGE_CLASS_NAME, "日本", "マレーシア"},
    {ADREF_CHANGE_CLASS_NAME, "東南アジア諸国連合", "日本国"},
    {ADREF_CHANGE_CLASS_NAME, "国際連合", "欧州連合"},
    {ADREF_CHANGE_CLASS_NAME, "ASEAN", "日本"},
    {ADREF_CHANGE_CLASS_NAME, "地域", "ジャカルタ"},
    {ADREF_CHANGE_CLASS_CONJUNCTION, "及び", "又は"},
    {ADREF_CHANGE_CLASS_CONJUNCTION, "並びに", "若しくは"},
    {ADREF_CHANGE_CLASS_CONJUNCTION, "又は", "及び／又は"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "協力", "連携"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "強化", "拡大"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "情報", "技術"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "能力", "人材"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "安全", "安定"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "支援", "推進"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "経済", "社会"},
    {ADREF_CHANGE_CLASS_EDITORIAL, "及び", "および"},
    {ADREF_CHANGE_CLASS_EDITORIAL, "又は", "または"},
    {ADREF_CHANGE_CLASS_EDITORIAL, "更な", "さらな"},
    {ADREF_CHANGE_CLASS_EDITORIAL, "全て", "すべて"},
    {ADREF_CHANGE_CLASS_EDITORIAL, "取組", "取り組み"},
    {ADREF_CHANGE_CLASS_EDITORIAL, "共に", "ともに"},
    {ADREF_CHANGE_CLASS_EDITORIAL, "サイバー", "サイバー・"},
    {ADREF_CHANGE_CLASS_EDITORIAL, "12", "１２"},
    {0, NULL, NULL},
};

/* Others: a few sentences of a statement */

static const char *const chinese_texts[] = {
    "各方应当加强合作，并在2025年前提交三份报告。",
    "我们欢迎日本和东盟国家在网络安全领域开展的培训，并鼓励各国参与。",
    "我们决定设立基金，支持5000人的培训和技术交流。",
    "各方将根据国内法，每年交换信息和经验。",
    "各方可以邀请其他国家或国际组织参加会议。",
    "我们重申致力于和平、稳定与繁荣，并支持联合国的作用。",
    NULL,
};

static const Plant chinese[] = {
    {ADREF_CHANGE_CLASS_STRENGTH, "应当", "必须"},
    {ADREF_CHANGE_CLASS_STRENGTH, "可以", "应当"},
    {ADREF_CHANGE_CLASS_STRENGTH, "将根据", "应根据"},
    {ADREF_CHANGE_CLASS_STRENGTH, "鼓励", "敦促"},
    {ADREF_CHANGE_CLASS_STRENGTH, "欢迎", "注意到"},
    {ADREF_CHANGE_CLASS_STRENGTH, "决定", "同意"},
    {ADREF_CHANGE_CLASS_NEGATION, "应当", "不应当"},
    {ADREF_CHANGE_CLASS_NEGATION, "支持", "不支持"},
    {ADREF_CHANGE_CLASS_NUMBER, "三份", "五份"},
    {ADREF_CHANGE_CLASS_NUMBER, "5000人", "3000人"},
    {ADREF_CHANGE_CLASS_DATE, "2025年", "2030年"},
    {ADREF_CHANGE_CLASS_DATE, "每年", "定期"},
    {ADREF_CHANGE_CLASS_DATE, "交换", "在60天内交换"},
    {ADREF_CHANGE_CLASS_NAME, "日本", "马来西亚"},
    {ADREF_CHANGE_CLASS_NAME, "联合国", "欧盟"},
    {ADREF_CHANGE_CLASS_CONJUNCTION, "和东盟", "或东盟"},
    {ADREF_CHANGE_CLASS_CONJUNCTION, "和技术", "或技术"},
    {ADREF_CHANGE_CLASS_CONJUNCTION, "和经验", "或经验"},
    {ADREF_CHANGE_CLASS_CONJUNCTION, "或国际", "和国际"},
    {ADREF_CHANGE_CLASS_EDITORIAL, "5000", "5,000"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "合作", "协调"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "技术", "人员"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "作用", "权威"},
    {0, NULL, NULL},
};

static const char *const thai_texts[] = {
    "ประเทศสมาชิกจะส่งเสริมความร่วมมือและรายงานผลภายใน 30 วัน",
    "เราสนับสนุนการฝึกอบรมบุคลากร 5,000 คนในญี่ปุ่นและประเทศสมาชิกอาเซียน",
    "ประเทศสมาชิกควรแลกเปลี่ยนข้อมูลและประสบการณ์ทุกปี",
    "เรายินดีกับความคืบหน้าและขอให้รัฐมนตรีติดตามผลภายในปี 2030",
    "ประเทศสมาชิกอาจเชิญองค์การระหว่างประเทศหรือภาคเอกชนเข้าร่วมการประชุม",
    "รัฐมนตรีประชุมครั้งที่สองที่เจนีวาโดยเร็วที่สุด ตามมาตรา 5 และเชิญประเทศสมาชิกบางส่วน",
    "สายส่งมีกำลัง 10 เมกะวัตต์ และสตรีคิดเป็นหนึ่งในสามของผู้เข้าร่วม ตามความเหมาะสม",
    NULL,
};

static const Plant thai[] = {
    {ADREF_CHANGE_CLASS_STRENGTH, "จะส่ง", "ต้องส่ง"},
    {ADREF_CHANGE_CLASS_STRENGTH, "ควร", "ต้อง"},
    {ADREF_CHANGE_CLASS_STRENGTH, "อาจ", "จะ"},
    {ADREF_CHANGE_CLASS_STRENGTH, "ยินดี", "รับทราบ"},
    {ADREF_CHANGE_CLASS_NEGATION, "สนับสนุน", "ไม่สนับสนุน"},
    {ADREF_CHANGE_CLASS_NEGATION, "ควร", "ไม่ควร"},
    {ADREF_CHANGE_CLASS_NUMBER, "5,000", "3,000"},
    {ADREF_CHANGE_CLASS_DATE, "30 วัน", "60 วัน"},
    {ADREF_CHANGE_CLASS_DATE, "2030", "2035"},
    {ADREF_CHANGE_CLASS_DATE, "ทุกปี", "ทุกสองปี"},
    {ADREF_CHANGE_CLASS_NAME, "ญี่ปุ่น", "มาเลเซีย"},
    {ADREF_CHANGE_CLASS_NAME, "อาเซียน", "ลาว"},
    {ADREF_CHANGE_CLASS_CONJUNCTION, "และ", "หรือ"},
    {ADREF_CHANGE_CLASS_CONJUNCTION, "หรือ", "และ"},
    {ADREF_CHANGE_CLASS_EDITORIAL, "5,000", "5000"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "ข้อมูล", "เทคโนโลยี"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "ความคืบหน้า", "ผลสำเร็จ"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "ภาคเอกชน", "ภาคประชาสังคม"},
    {ADREF_CHANGE_CLASS_QUALIFIER, "บางส่วน", "ส่วนใหญ่"},
    {ADREF_CHANGE_CLASS_QUALIFIER, " ตามความเหมาะสม", " เว้นแต่จะตกลงกันเป็นอย่างอื่น"},
    {ADREF_CHANGE_CLASS_NUMBER, "เมกะวัตต์", "กิกะวัตต์"},
    {ADREF_CHANGE_CLASS_NUMBER, "หนึ่งในสาม", "สองในสาม"},
    {ADREF_CHANGE_CLASS_NUMBER, "ครั้งที่สอง", "ครั้งที่สาม"},
    {ADREF_CHANGE_CLASS_DATE, "โดยเร็วที่สุด", "โดยไม่ชักช้า"},
    {ADREF_CHANGE_CLASS_REFERENCE, "มาตรา 5", "มาตรา 6"},
    {ADREF_CHANGE_CLASS_NAME, "เจนีวา", "นิวยอร์ก"},
    {0, NULL, NULL},
};

static const char *const vietnamese_texts[] = {
    "Các bên sẽ tăng cường hợp tác và báo cáo kết quả trong vòng 30 ngày.",
    "Chúng tôi ủng hộ việc đào tạo 5.000 chuyên gia tại Nhật Bản và các nước ASEAN.",
    "Các bên cần trao đổi thông tin và kinh nghiệm hàng năm.",
    "Chúng tôi hoan nghênh tiến bộ đã đạt được và kêu gọi các bộ trưởng rà soát trước năm 2030.",
    "Các bên có thể mời các tổ chức quốc tế hoặc khu vực tư nhân tham dự.",
    "Phần lớn thành viên giảm hai phần ba lượng phát thải vào ngày 1/5/2026, khi thích hợp.",
    "Tổ chức Y tế Thế giới đánh giá cao mười hai báo cáo theo Điều 5 trong phạm vi 12 hải lý.",
    NULL,
};

static const Plant vietnamese[] = {
    {ADREF_CHANGE_CLASS_STRENGTH, " sẽ ", " phải "},
    {ADREF_CHANGE_CLASS_STRENGTH, " cần ", " nên "},
    {ADREF_CHANGE_CLASS_STRENGTH, " có thể ", " sẽ "},
    {ADREF_CHANGE_CLASS_STRENGTH, "hoan nghênh", "ghi nhận"},
    {ADREF_CHANGE_CLASS_STRENGTH, "kêu gọi", "yêu cầu"},
    {ADREF_CHANGE_CLASS_NEGATION, " sẽ ", " sẽ không "},
    {ADREF_CHANGE_CLASS_NEGATION, "ủng hộ", "không ủng hộ"},
    {ADREF_CHANGE_CLASS_NUMBER, "5.000", "3.000"},
    {ADREF_CHANGE_CLASS_DATE, "30 ngày", "60 ngày"},
    {ADREF_CHANGE_CLASS_DATE, "2030", "2035"},
    {ADREF_CHANGE_CLASS_DATE, "hàng năm", "hàng tháng"},
    {ADREF_CHANGE_CLASS_NAME, "Nhật Bản", "Malaysia"},
    {ADREF_CHANGE_CLASS_CONJUNCTION, " và ", " hoặc "},
    {ADREF_CHANGE_CLASS_CONJUNCTION, " hoặc ", " và/hoặc "},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "thông tin", "công nghệ"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "tiến bộ", "kết quả"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "chuyên gia", "sinh viên"},
    {ADREF_CHANGE_CLASS_QUALIFIER, "Phần lớn", "Một số"},
    {ADREF_CHANGE_CLASS_QUALIFIER, "khi thích hợp", "theo yêu cầu"},
    {ADREF_CHANGE_CLASS_NUMBER, "hai phần ba", "một nửa"},
    {ADREF_CHANGE_CLASS_NUMBER, "mười hai", "hai mươi lăm"},
    {ADREF_CHANGE_CLASS_NUMBER, "12 hải lý", "12 km"},
    {ADREF_CHANGE_CLASS_DATE, "ngày 1/5/2026", "ngày 2/5/2026"},
    {ADREF_CHANGE_CLASS_DATE, "vào ngày 1/5/2026", "càng sớm càng tốt"},
    {ADREF_CHANGE_CLASS_REFERENCE, "Điều 5", "Điều 6"},
    {ADREF_CHANGE_CLASS_NAME, "Y tế", "Thương mại"},
    {ADREF_CHANGE_CLASS_STRENGTH, "đánh giá cao", "lên án"},
    {0, NULL, NULL},
};

static const char *const indonesian_texts[] = {
    "Para pihak akan memperkuat kerja sama dan melaporkan hasilnya dalam 30 hari.",
    "Kami mendukung pelatihan 5.000 orang di Jepang dan negara anggota ASEAN.",
    "Para pihak hendaknya bertukar informasi dan pengalaman setiap tahun.",
    "Kami menyambut baik kemajuan dan meminta para menteri meninjaunya sebelum tahun 2030.",
    "Para pihak dapat mengundang organisasi internasional atau sektor swasta untuk hadir.",
    "Sebagian besar anggota sepakat untuk mengurangi sepertiga emisi dalam jarak 12 mil laut.",
    "Pertemuan ketiga menyoroti Pasal 5 secara sukarela dan Filipina bertekad untuk hadir sesegera "
    "mungkin.",
    NULL,
};

static const Plant indonesian[] = {
    {ADREF_CHANGE_CLASS_STRENGTH, " akan ", " wajib "},
    {ADREF_CHANGE_CLASS_STRENGTH, "hendaknya", "harus"},
    {ADREF_CHANGE_CLASS_STRENGTH, " dapat ", " akan "},
    {ADREF_CHANGE_CLASS_STRENGTH, "menyambut baik", "mencatat"},
    {ADREF_CHANGE_CLASS_STRENGTH, "meminta", "mendorong"},
    {ADREF_CHANGE_CLASS_NEGATION, " akan ", " tidak akan "},
    {ADREF_CHANGE_CLASS_NEGATION, "mendukung", "tidak mendukung"},
    {ADREF_CHANGE_CLASS_NUMBER, "5.000", "3.000"},
    {ADREF_CHANGE_CLASS_DATE, "30 hari", "60 hari"},
    {ADREF_CHANGE_CLASS_DATE, "2030", "2035"},
    {ADREF_CHANGE_CLASS_DATE, "setiap tahun", "setiap bulan"},
    {ADREF_CHANGE_CLASS_NAME, "Jepang", "Malaysia"},
    {ADREF_CHANGE_CLASS_CONJUNCTION, " dan ", " atau "},
    {ADREF_CHANGE_CLASS_CONJUNCTION, " atau ", " dan/atau "},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "informasi", "teknologi"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "kemajuan", "hasil"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "pelatihan", "pendidikan"},
    {ADREF_CHANGE_CLASS_QUALIFIER, "Sebagian besar", "Seluruh"},
    {ADREF_CHANGE_CLASS_QUALIFIER, "secara sukarela", "jika diperlukan"},
    {ADREF_CHANGE_CLASS_NUMBER, "sepertiga", "dua pertiga"},
    {ADREF_CHANGE_CLASS_NUMBER, "mil laut", "kilometer"},
    {ADREF_CHANGE_CLASS_NUMBER, "ketiga", "kedua"},
    {ADREF_CHANGE_CLASS_DATE, "sesegera mungkin", "setiap bulan"},
    {ADREF_CHANGE_CLASS_REFERENCE, "Pasal 5", "Pasal 6"},
    {ADREF_CHANGE_CLASS_NAME, "Filipina", "Kamboja"},
    {ADREF_CHANGE_CLASS_STRENGTH, "bertekad untuk", "bermaksud untuk"},
    {0, NULL, NULL},
};

static const char *const lao_texts[] = {
    "ສະມາຊິກຈະເສີມຂະຫຍາຍການຮ່ວມມື ແລະ ລາຍງານພາຍໃນ 30 ວັນ",
    "ຍີ່ປຸ່ນຄວນຝຶກອົບຮົມ 5.000 ຄົນ ກ່ອນປີ 2030",
    "ພວກເຮົາຍິນດີຕ້ອນຮັບຄວາມຄືບໜ້າ ຫຼື ສະໜັບສະໜູນການທົບທວນທຸກປີ",
    NULL,
};

static const Plant lao[] = {
    {ADREF_CHANGE_CLASS_STRENGTH, "ຈະ", "ຕ້ອງ"},
    {ADREF_CHANGE_CLASS_STRENGTH, "ຄວນ", "ຈະ"},
    {ADREF_CHANGE_CLASS_STRENGTH, "ຍິນດີຕ້ອນຮັບ", "ຮັບຊາບ"},
    {ADREF_CHANGE_CLASS_NEGATION, "ຈະ", "ຈະບໍ່"},
    {ADREF_CHANGE_CLASS_NEGATION, "ຄວນ", "ບໍ່ຄວນ"},
    {ADREF_CHANGE_CLASS_NUMBER, "5.000", "3.000"},
    {ADREF_CHANGE_CLASS_DATE, "30 ວັນ", "60 ວັນ"},
    {ADREF_CHANGE_CLASS_DATE, "2030", "2035"},
    {ADREF_CHANGE_CLASS_NAME, "ຍີ່ປຸ່ນ", "ຈີນ"},
    {ADREF_CHANGE_CLASS_CONJUNCTION, " ແລະ ", " ຫຼື "},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "ຄວາມຄືບໜ້າ", "ຜົນໄດ້ຮັບ"},
    {0, NULL, NULL},
};

static const char *const khmer_texts[] = {
    "រដ្ឋសមាជិកនឹងពង្រឹងកិច្ចសហប្រតិបត្តិការ និង រាយការណ៍ក្នុងរយៈពេល 30 ថ្ងៃ",
    "ជប៉ុនគួរបណ្តុះបណ្តាល 5.000 នាក់ មុនឆ្នាំ 2030",
    "យើងស្វាគមន៍វឌ្ឍនភាព ឬ គាំទ្រការពិនិត្យឡើងវិញប្រចាំឆ្នាំ",
    NULL,
};

static const Plant khmer[] = {
    {ADREF_CHANGE_CLASS_STRENGTH, "នឹង", "ត្រូវ"},
    {ADREF_CHANGE_CLASS_STRENGTH, "គួរ", "អាច"},
    {ADREF_CHANGE_CLASS_STRENGTH, "ស្វាគមន៍", "កត់សម្គាល់"},
    {ADREF_CHANGE_CLASS_NEGATION, "នឹង", "នឹងមិន"},
    {ADREF_CHANGE_CLASS_NEGATION, "គួរ", "មិនគួរ"},
    {ADREF_CHANGE_CLASS_NUMBER, "5.000", "3.000"},
    {ADREF_CHANGE_CLASS_DATE, "30 ថ្ងៃ", "60 ថ្ងៃ"},
    {ADREF_CHANGE_CLASS_DATE, "2030", "2035"},
    {ADREF_CHANGE_CLASS_NAME, "ជប៉ុន", "ចិន"},
    {ADREF_CHANGE_CLASS_CONJUNCTION, " និង ", " ឬ "},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "វឌ្ឍនភាព", "លទ្ធផល"},
    {0, NULL, NULL},
};

static const char *const burmese_texts[] = {
    "အဖွဲ့ဝင်နိုင်ငံများသည် ပူးပေါင်းဆောင်ရွက်ရမည်။",
    "ဂျပန်နိုင်ငံသည် ၃၀ ရက်အတွင်း အစီရင်ခံသင့်သည်။",
    "ကျွန်ုပ်တို့သည် တိုးတက်မှုကို ကြိုဆိုသည် နှင့် ၂၀၃၀ နှစ်တွင် တွေ့ဆုံနိုင်သည်။",
    NULL,
};

static const Plant burmese[] = {
    {ADREF_CHANGE_CLASS_STRENGTH, "ရမည်", "သင့်သည်"},
    {ADREF_CHANGE_CLASS_STRENGTH, "သင့်သည်", "နိုင်သည်"},
    {ADREF_CHANGE_CLASS_STRENGTH, "ကြိုဆို", "မှတ်သား"},
    {ADREF_CHANGE_CLASS_NAME, "ဂျပန်", "တရုတ်"},
    {ADREF_CHANGE_CLASS_DATE, "၃၀ ရက်", "၆၀ ရက်"},
    {ADREF_CHANGE_CLASS_CONJUNCTION, " နှင့် ", " သို့မဟုတ် "},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "တိုးတက်မှု", "ရလဒ်"},
    {0, NULL, NULL},
};

static const char *const arabic_texts[] = {
    "ينبغي للأطراف تعزيز التعاون أو تقديم تقرير خلال 30 يوما.",
    "نرحب بالتقدم المحرز ونطلب تدريب 5000 شخص في اليابان بحلول عام 2030.",
    "يجوز للدول الأعضاء دعوة المنظمات الدولية أو القطاع الخاص سنويا.",
    NULL,
};

static const Plant arabic[] = {
    {ADREF_CHANGE_CLASS_STRENGTH, "ينبغي", "يجب"},
    {ADREF_CHANGE_CLASS_STRENGTH, "نرحب", "نحيط علما"},
    {ADREF_CHANGE_CLASS_STRENGTH, "يجوز", "ينبغي"},
    {ADREF_CHANGE_CLASS_NEGATION, "ينبغي", "لا ينبغي"},
    {ADREF_CHANGE_CLASS_NEGATION, "يجوز", "لا يجوز"},
    {ADREF_CHANGE_CLASS_NUMBER, "5000", "3000"},
    {ADREF_CHANGE_CLASS_DATE, "30 يوما", "60 يوما"},
    {ADREF_CHANGE_CLASS_DATE, "2030", "2035"},
    {ADREF_CHANGE_CLASS_DATE, "سنويا", "فورا"},
    {ADREF_CHANGE_CLASS_NAME, "اليابان", "الصين"},
    {ADREF_CHANGE_CLASS_CONJUNCTION, " أو ", " و/أو "},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "التعاون", "الحوار"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "تدريب", "تعليم"},
    {0, NULL, NULL},
};

static const char *const french_texts[] = {
    "Les Parties doivent présenter douze rapports à l'UNESCO d'ici à 2030.",
    "Nous rappelons la deuxième réunion avec l'Indonésie, sous réserve des fonds disponibles.",
    "La plupart des membres entendent réduire leurs émissions d'un tiers, le cas échéant.",
    "Le Groupe des 77 se réunit le 1er mai 2026 en vertu de l'alinéa b) de l'article 5.",
    "Les navires restent à 12 milles marins de la côte et le Secrétariat est tenu de publier.",
    NULL,
};

static const Plant french[] = {
    {ADREF_CHANGE_CLASS_STRENGTH, "doivent", "devraient"},
    {ADREF_CHANGE_CLASS_STRENGTH, "doivent", "s'efforcent de"},
    {ADREF_CHANGE_CLASS_STRENGTH, "rappelons", "saluons"},
    {ADREF_CHANGE_CLASS_STRENGTH, "entendent", "s'engagent à"},
    {ADREF_CHANGE_CLASS_STRENGTH, "est tenu de", "est invité à"},
    {ADREF_CHANGE_CLASS_NEGATION, "doivent", "ne doivent pas"},
    {ADREF_CHANGE_CLASS_NEGATION, "est tenu de", "n'est pas tenu de"},
    {ADREF_CHANGE_CLASS_QUALIFIER, "La plupart des", "Tous les"},
    {ADREF_CHANGE_CLASS_QUALIFIER, "le cas échéant", "si nécessaire"},
    {ADREF_CHANGE_CLASS_QUALIFIER, ", le cas échéant.", "."},
    {ADREF_CHANGE_CLASS_QUALIFIER, "sous réserve des fonds", "sous réserve des moyens"},
    {ADREF_CHANGE_CLASS_NUMBER, "douze", "vingt et un"},
    {ADREF_CHANGE_CLASS_NUMBER, "deuxième", "vingt et unième"},
    {ADREF_CHANGE_CLASS_NUMBER, "d'un tiers", "d'un quart"},
    {ADREF_CHANGE_CLASS_NUMBER, "milles marins", "kilomètres"},
    {ADREF_CHANGE_CLASS_DATE, "d'ici à 2030", "d'ici à 2035"},
    {ADREF_CHANGE_CLASS_DATE, "d'ici à 2030", "chaque année"},
    {ADREF_CHANGE_CLASS_DATE, "le 1er mai", "le 2 mai"},
    {ADREF_CHANGE_CLASS_DATE, "le 1er mai 2026", "sans délai"},
    {ADREF_CHANGE_CLASS_REFERENCE, "alinéa b)", "alinéa c)"},
    {ADREF_CHANGE_CLASS_REFERENCE, "article 5", "article 6"},
    {ADREF_CHANGE_CLASS_NAME, "l'UNESCO", "l'OCDE"},
    {ADREF_CHANGE_CLASS_NAME, "l'Indonésie", "la Malaisie"},
    {ADREF_CHANGE_CLASS_NAME, "Le Groupe des 77", "L'Union africaine"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "rapports", "projets"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "navires", "bateaux"},
    {0, NULL, NULL},
};

static const char *const spanish_texts[] = {
    "Las partes deberán reforzar la cooperación e informar de los resultados en un plazo de 30 "
    "días.",
    "Apoyamos la formación de 5.000 expertos en México y en los países de la región.",
    "Las partes deberían intercambiar información y experiencias cada año.",
    "Acogemos con beneplácito los progresos y pedimos a los ministros que los examinen antes de "
    "2030.",
    "Las partes podrán invitar a organizaciones internacionales o al sector privado a asistir.",
    NULL,
};

static const Plant spanish[] = {
    {ADREF_CHANGE_CLASS_STRENGTH, "deberán", "podrán"},
    {ADREF_CHANGE_CLASS_STRENGTH, "deberían", "deberán"},
    {ADREF_CHANGE_CLASS_STRENGTH, "podrán", "procurarán"},
    {ADREF_CHANGE_CLASS_STRENGTH, "Acogemos con beneplácito", "Tomamos nota de"},
    {ADREF_CHANGE_CLASS_STRENGTH, "pedimos", "invitamos"},
    {ADREF_CHANGE_CLASS_NEGATION, " deberán ", " no deberán "},
    {ADREF_CHANGE_CLASS_NEGATION, "Apoyamos", "No apoyamos"},
    {ADREF_CHANGE_CLASS_QUALIFIER, "información", "información, según proceda,"},
    {ADREF_CHANGE_CLASS_QUALIFIER, "cooperación", "cooperación, en la medida de lo posible,"},
    {ADREF_CHANGE_CLASS_NUMBER, "5.000", "3.000"},
    {ADREF_CHANGE_CLASS_DATE, "30 días", "60 días"},
    {ADREF_CHANGE_CLASS_DATE, "2030", "2035"},
    {ADREF_CHANGE_CLASS_DATE, "cada año", "cada mes"},
    {ADREF_CHANGE_CLASS_NAME, "México", "Chile"},
    {ADREF_CHANGE_CLASS_CONJUNCTION, " y en los ", " o en los "},
    {ADREF_CHANGE_CLASS_CONJUNCTION, " o al ", " y al "},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "cooperación", "coordinación"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "progresos", "resultados"},
    {0, NULL, NULL},
};

static const char *const portuguese_texts[] = {
    "As partes deverão reforçar a cooperação e informar os resultados no prazo de 30 dias.",
    "Apoiamos a formação de 5.000 especialistas no Brasil e nos países da região.",
    "As partes deveriam trocar informações e experiências cada ano.",
    "Tomamos nota dos progressos e pedimos aos ministros que os examinem antes de 2030.",
    "As partes poderão convidar organizações internacionais ou o setor privado a participar.",
    NULL,
};

static const Plant portuguese[] = {
    {ADREF_CHANGE_CLASS_STRENGTH, "deverão", "poderão"},
    {ADREF_CHANGE_CLASS_STRENGTH, "deveriam", "deverão"},
    {ADREF_CHANGE_CLASS_STRENGTH, "poderão", "procurarão"},
    {ADREF_CHANGE_CLASS_STRENGTH, "pedimos", "convidamos"},
    {ADREF_CHANGE_CLASS_NEGATION, " deverão ", " não deverão "},
    {ADREF_CHANGE_CLASS_NEGATION, "Apoiamos", "Não apoiamos"},
    {ADREF_CHANGE_CLASS_QUALIFIER, "informações", "informações, conforme apropriado,"},
    {ADREF_CHANGE_CLASS_QUALIFIER, "cooperação", "cooperação, na medida do possível,"},
    {ADREF_CHANGE_CLASS_NUMBER, "5.000", "3.000"},
    {ADREF_CHANGE_CLASS_DATE, "30 dias", "60 dias"},
    {ADREF_CHANGE_CLASS_DATE, "2030", "2035"},
    {ADREF_CHANGE_CLASS_DATE, "cada ano", "cada mês"},
    {ADREF_CHANGE_CLASS_NAME, "Brasil", "Chile"},
    {ADREF_CHANGE_CLASS_CONJUNCTION, " e nos ", " ou nos "},
    {ADREF_CHANGE_CLASS_CONJUNCTION, " ou o ", " e o "},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "cooperação", "coordenação"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "progressos", "resultados"},
    {0, NULL, NULL},
};

static const char *const russian_texts[] = {
    "Стороны должны укреплять сотрудничество и сообщать о результатах в течение 30 дней.",
    "Мы поддерживаем обучение 5 000 экспертов в Казахстане и в странах региона.",
    "Сторонам следует обмениваться информацией и опытом ежегодно.",
    "Мы приветствуем успехи и просим министров рассмотреть их до 2030 года.",
    "Стороны могут приглашать международные организации или частный сектор.",
    NULL,
};

static const Plant russian[] = {
    {ADREF_CHANGE_CLASS_STRENGTH, "должны", "могут"},
    {ADREF_CHANGE_CLASS_STRENGTH, "могут", "стремятся"},
    {ADREF_CHANGE_CLASS_STRENGTH, "приветствуем", "принимаем к сведению"},
    {ADREF_CHANGE_CLASS_STRENGTH, "просим", "предлагаем"},
    {ADREF_CHANGE_CLASS_NEGATION, " должны ", " не должны "},
    {ADREF_CHANGE_CLASS_NEGATION, "поддерживаем", "не поддерживаем"},
    {ADREF_CHANGE_CLASS_QUALIFIER, "сотрудничество", "сотрудничество, по мере возможности,"},
    {ADREF_CHANGE_CLASS_QUALIFIER, "информацией", "информацией на добровольной основе"},
    {ADREF_CHANGE_CLASS_NUMBER, "5 000", "3 000"},
    {ADREF_CHANGE_CLASS_DATE, "30 дней", "60 дней"},
    {ADREF_CHANGE_CLASS_DATE, "2030", "2035"},
    {ADREF_CHANGE_CLASS_DATE, "ежегодно", "ежемесячно"},
    {ADREF_CHANGE_CLASS_NAME, "Казахстане", "Японии"},
    {ADREF_CHANGE_CLASS_CONJUNCTION, " и в ", " или в "},
    {ADREF_CHANGE_CLASS_CONJUNCTION, " или ", " и "},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "сотрудничество", "партнерство"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "успехи", "итоги"},
    {0, NULL, NULL},
};

static const char *const korean_texts[] = {
    "당사국은 협력을 강화하여야 한다.",
    "당사국은 매년 정보를 교환하도록 노력한다.",
    "우리는 전문가 5,000명의 훈련을 환영한다.",
    "당사국은 30일 이내에 보고서를 제출하여야 한다.",
    "당사국은 국제기구 또는 민간 부문을 초청할 수 있다.",
    NULL,
};

static const Plant korean[] = {
    {ADREF_CHANGE_CLASS_STRENGTH, "강화하여야 한다", "강화할 수 있다"},
    {ADREF_CHANGE_CLASS_STRENGTH, "환영한다", "주목한다"},
    {ADREF_CHANGE_CLASS_QUALIFIER, "협력을", "가능한 한 협력을"},
    {ADREF_CHANGE_CLASS_QUALIFIER, "정보를", "필요한 경우 정보를"},
    {ADREF_CHANGE_CLASS_NUMBER, "5,000", "3,000"},
    {ADREF_CHANGE_CLASS_DATE, "30일", "60일"},
    {ADREF_CHANGE_CLASS_DATE, "매년", "매월"},
    {ADREF_CHANGE_CLASS_CONJUNCTION, "또는", "및"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "협력을", "연대를"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "보고서를", "계획을"},
    {0, NULL, NULL},
};

static const char *const german_texts[] = {
    "Die Parteien müssen die Zusammenarbeit stärken und binnen 30 Tagen berichten.",
    "Wir unterstützen die Ausbildung von 5.000 Fachleuten und von Lehrern der Region.",
    "Die Parteien sollten jährlich Informationen und Erfahrungen austauschen.",
    "Wir begrüßen die Fortschritte und ersuchen die Minister, sie vor 2030 zu prüfen.",
    "Die Parteien können internationale Organisationen oder den Privatsektor beteiligen.",
    NULL,
};

static const Plant german[] = {
    {ADREF_CHANGE_CLASS_STRENGTH, "müssen", "können"},
    {ADREF_CHANGE_CLASS_STRENGTH, "sollten", "müssen"},
    {ADREF_CHANGE_CLASS_STRENGTH, "begrüßen", "empfehlen"},
    {ADREF_CHANGE_CLASS_STRENGTH, "ersuchen", "ermutigen"},
    {ADREF_CHANGE_CLASS_NEGATION, " müssen ", " müssen nicht "},
    {ADREF_CHANGE_CLASS_NEGATION, "unterstützen", "unterstützen nicht"},
    {ADREF_CHANGE_CLASS_QUALIFIER, "Zusammenarbeit", "Zusammenarbeit, soweit möglich,"},
    {ADREF_CHANGE_CLASS_QUALIFIER, "Informationen", "gegebenenfalls Informationen"},
    {ADREF_CHANGE_CLASS_NUMBER, "5.000", "3.000"},
    {ADREF_CHANGE_CLASS_DATE, "30 Tagen", "60 Tagen"},
    {ADREF_CHANGE_CLASS_DATE, "2030", "2035"},
    {ADREF_CHANGE_CLASS_DATE, "jährlich", "monatlich"},
    {ADREF_CHANGE_CLASS_CONJUNCTION, " und ", " oder "},
    {ADREF_CHANGE_CLASS_CONJUNCTION, " oder ", " und "},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "Zusammenarbeit", "Partnerschaft"},
    {ADREF_CHANGE_CLASS_SUBSTANCE, "Fortschritte", "Ergebnisse"},
    {0, NULL, NULL},
};

static const Field fields[] = {
    {"ja", NULL, japanese, 995, 5},
    {"zh", chinese_texts, chinese, 1000, 20},
    {"th", thai_texts, thai, 1000, 20},
    {"vi", vietnamese_texts, vietnamese, 1000, 20},
    {"id", indonesian_texts, indonesian, 1000, 20},
    {"lo", lao_texts, lao, 1000, 20},
    {"km", khmer_texts, khmer, 1000, 20},
    {"my", burmese_texts, burmese, 1000, 20},
    {"ar", arabic_texts, arabic, 1000, 20},
    {"es", spanish_texts, spanish, 1000, 20},
    {"pt", portuguese_texts, portuguese, 1000, 20},
    {"ru", russian_texts, russian, 1000, 20},
    {"ko", korean_texts, korean, 1000, 20},
    {"de", german_texts, german, 1000, 20},
    {"fr", french_texts, french, 1000, 20},
};

/* Measuring */

typedef struct {
  guint planted, found, others;
  GString *odd;
} Figures;

static void count(const AdrefNode *redline, AdrefChangeClass class, Figures *figures)
{
  gboolean found = FALSE;
  guint others = 0;
  for (const AdrefNode *clause = redline->first; clause; clause = clause->next) {
    const AdrefChange *change = clause->as.clause->change;
    for (guint i = 0; change && change->findings && i < change->findings->len; i++) {
      const AdrefFinding *finding = change->findings->pdata[i];
      found |= finding->class == class;
      others += finding->class != class && finding->class < ADREF_CHANGE_CLASS_SUBSTANCE ? 1 : 0;
    }
  }
  figures->planted++;
  figures->found += found ? 1 : 0;
  figures->others += others;
  if (found && !others)
    return;
  g_autoptr(GString) list = list_findings(redline);
  g_string_append_printf(figures->odd, "%s %s: %s", found ? "OTHER" : "MISSED",
                         adref_change_class_word(class), *list->str ? list->str : "nothing\n");
}

static char *replace_at(const char *text, const char *at, const Plant *plant)
{
  return g_strdup_printf("%.*s%s%s\n", (int)(at - text), text, plant->to, at + strlen(plant->from));
}

static void plant_in(const char *text, const Field *field, const Plant *plant, Figures *figures)
{
  g_autofree char *old = g_strconcat(text, "\n", NULL);
  for (const char *at = text; (at = strstr(at, plant->from)); at += strlen(plant->from)) {
    g_autofree char *new = replace_at(text, at, plant);
    g_autoptr(AdrefNode) redline = redline_with_findings(field->language, "asean", old, new);
    count(redline, plant->class, figures);
  }
}

static void plant_all(const char *text, const Field *field, AdrefChangeClass class,
                      Figures *figures)
{
  for (const Plant *plant = field->plants; plant->from; plant++)
    if (plant->class == class)
      plant_in(text, field, plant, figures);
}

/* Paragraphs of the library in one language; placeholders are 12. */

static void take_paragraphs(GPtrArray *texts, const char *path)
{
  g_autofree char *file = NULL;
  if (!g_file_get_contents(path, &file, NULL, NULL))
    return;
  const char *body = strstr(file, "\n---\n");
  g_autoptr(GRegex) sections = g_regex_new("\\{\\{[#/^!][^}]*\\}\\}|\n", 0, 0, NULL);
  g_autoptr(GRegex) values = g_regex_new("\\{\\{+[^}]*\\}+", 0, 0, NULL);
  g_auto(GStrv) blocks = g_strsplit(body ? body + 5 : file, "\n\n", -1);
  for (guint i = 0; blocks[i]; i++) {
    g_autofree char *bare = g_regex_replace_literal(sections, blocks[i], -1, 0, "", 0, NULL);
    char *filled = g_regex_replace_literal(values, bare, -1, 0, "12", 0, NULL);
    if (strlen(filled) > 60 && !strpbrk(filled, "[]<>#|*"))
      g_ptr_array_add(texts, filled);
    else
      g_free(filled);
  }
}

static GPtrArray *library_texts(const char *ending)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GDir) topics = g_dir_open("templates/clauses", 0, NULL);
  for (const char *topic; topics && (topic = g_dir_read_name(topics));) {
    g_autofree char *path = g_build_filename("templates/clauses", topic, NULL);
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    for (const char *name; folder && (name = g_dir_read_name(folder));) {
      g_autofree char *file = g_build_filename(path, name, NULL);
      if (g_str_has_suffix(name, ending))
        take_paragraphs(texts, file);
    }
  }
  return texts;
}

static void measure(const Field *field, AdrefChangeClass class, Figures *figures)
{
  for (guint i = 0; field->texts && field->texts[i]; i++)
    plant_all(field->texts[i], field, class, figures);
  if (field->texts)
    return;
  g_autoptr(GPtrArray) texts = library_texts(".ja.md");
  ck_assert_uint_gt(texts->len, 50);
  for (guint i = 0; i < texts->len; i++)
    plant_all(texts->pdata[i], field, class, figures);
}

START_TEST(finds_planted_changes)
{
  const Field *field = &fields[_i];
  for (AdrefChangeClass class = 0; class <= ADREF_CHANGE_CLASS_EDITORIAL; class ++) {
    Figures figures = {.odd = g_string_new(NULL)};
    measure(field, class, &figures);
    if (figures.planted > 0 && g_getenv("ADREF_MEASURE"))
      printf("%s %-11s planted %u, found %u (%.1f %%), findings of other classes %u\n%s",
             field->language, adref_change_class_word(class), figures.planted, figures.found,
             100.0 * figures.found / figures.planted, figures.others, figures.odd->str);
    ck_assert_msg(figures.found * 1000 >= field->least * figures.planted,
                  "%s %s: %u of %u found\n%s", field->language, adref_change_class_word(class),
                  figures.found, figures.planted, figures.odd->str);
    ck_assert_msg(figures.others * 1000 <= field->most * figures.planted,
                  "%s %s: %u findings of other classes in %u\n%s", field->language,
                  adref_change_class_word(class), figures.others, figures.planted,
                  figures.odd->str);
    g_string_free(figures.odd, TRUE);
  }
}
END_TEST

TCase *tcase_measure_more(void)
{
  TCase *tcase = tcase_create("measure_more");
  tcase_set_timeout(tcase, 60);
  tcase_add_loop_test(tcase, finds_planted_changes, 0, G_N_ELEMENTS(fields));
  return tcase;
}
