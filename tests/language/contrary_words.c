#include "language/tables/contrary_words.h"

#include <string.h>

#include "language/cases.h"
#include "language/tables/contrary_table.h"

/* A sentence with a translation, with one that contradicts it, and the words that do. */
static const struct {
  const char *language, *english, *right, *wrong, *found;
} sentences[] = {
    {"ja",
     "We will measure the water of each river at least twice a month and publish the results "
     "within 30 days.",
     "我々は、各河川の水を少なくとも月2回測定し、その結果を30日以内に公表する。",
     "我々は、各河川の水を多くとも月2回測定し、その結果を30日以内に公表する。",
     "at least / 多くとも"},
    {"ja", "We will train 1,200 experts by 31 December 2033.",
     "我々は、2033年12月31日までに1200人の専門家を研修する。",
     "我々は、2033年12月31日以後に1200人の専門家を研修する。", "by / 後に"},
    {"ja", "Data of this system will not be transferred to third countries.",
     "このシステムのデータは、第三国に移転されない。",
     "このシステムのデータは、第三国に移転される。", "will not / "},
    {"ja", "Both sides will bear the costs of the interpreters.", "双方が、通訳の費用を負担する。",
     "いずれか一方が、通訳の費用を負担する。", "both sides / いずれか"},
    {"ja", "All Member States will submit annual reports to the secretariat.",
     "全ての加盟国は、事務局に年次報告書を提出する。",
     "一部の加盟国は、事務局に年次報告書を提出する。", "all / 一部の"},
    {"ja", "We will increase the number of scholarships for students from the region.",
     "我々は、地域の学生に対する奨学金の数を増加させる。",
     "我々は、地域の学生に対する奨学金の数を減少させる。", "increase / 減少"},
    {"ja", "The Ministers will meet every two years.", "大臣は、2年ごとに会合する。",
     "大臣は、毎年会合する。", "every two years / 毎年"},
    {"ja", "Each participant will notify the others not later than 60 days before the exercise.",
     "各参加国は、演習の60日前までに他の参加国に通報する。",
     "各参加国は、演習の60日後までに他の参加国に通報する。", "not later than / 日後"},
    {"th", "We will measure the water of each river at least twice a month.",
     "เราจะวัดคุณภาพน้ำของแม่น้ำแต่ละสายอย่างน้อยเดือนละสองครั้ง",
     "เราจะวัดคุณภาพน้ำของแม่น้ำแต่ละสายไม่เกินเดือนละสองครั้ง", "at least / ไม่เกิน"},
    {"th", "We will train 1,200 experts by 31 December 2033.",
     "เราจะฝึกอบรมผู้เชี่ยวชาญ 1,200 คนภายในวันที่ 31 ธันวาคม ค.ศ. 2033",
     "เราจะฝึกอบรมผู้เชี่ยวชาญ 1,200 คนหลังวันที่ 31 ธันวาคม ค.ศ. 2033", "by / หลังวันที่"},
    {"th", "Data of this system will not be transferred to third countries.",
     "ข้อมูลของระบบนี้จะไม่ถูกถ่ายโอนไปยังประเทศที่สาม", "ข้อมูลของระบบนี้จะถูกถ่ายโอนไปยังประเทศที่สาม",
     "will not / "},
    {"th", "Both sides will bear the costs of the interpreters.", "ทั้งสองฝ่ายจะรับผิดชอบค่าใช้จ่ายของล่าม",
     "ฝ่ายใดฝ่ายหนึ่งจะรับผิดชอบค่าใช้จ่ายของล่าม", "both sides / ฝ่ายใดฝ่ายหนึ่ง"},
    {"th", "All Member States will submit annual reports to the secretariat.",
     "รัฐสมาชิกทั้งหมดจะส่งรายงานประจำปีต่อสำนักเลขาธิการ", "รัฐสมาชิกบางส่วนจะส่งรายงานประจำปีต่อสำนักเลขาธิการ",
     "all / บางส่วน"},
    {"th", "The Ministers will meet every two years.", "รัฐมนตรีจะประชุมกันทุกสองปี",
     "รัฐมนตรีจะประชุมกันทุกปี", "every two years / ทุกปี"},
    {"th", "Requests will be made before 1 March 2028.", "คำร้องขอจะต้องยื่นก่อนวันที่ 1 มีนาคม พ.ศ. 2571",
     "คำร้องขอจะต้องยื่นหลังวันที่ 1 มีนาคม พ.ศ. 2571", "before / หลังวันที่"},
    {"th", "We will increase the number of scholarships.", "เราจะเพิ่มจำนวนทุนการศึกษา",
     "เราจะลดจำนวนทุนการศึกษา", "increase / ลด"},
    {"id", "We will train 1,200 experts by 31 December 2033.",
     "Kami akan melatih 1.200 ahli paling lambat pada tanggal 31 Desember 2033.",
     "Kami akan melatih 1.200 ahli setelah tanggal 31 Desember 2033.", "by / setelah"},
    {"id", "The participants will not disclose confidential information.",
     "Para peserta tidak akan mengungkapkan informasi rahasia.",
     "Para peserta akan mengungkapkan informasi rahasia.", "will not / "},
    {"id", "Tariffs will be reduced by 10 per cent every year.",
     "Tarif akan dikurangi sebesar 10 persen setiap tahun.",
     "Tarif akan dinaikkan sebesar 10 persen setiap tahun.", "reduced / dinaikkan"},
    {"id", "Both sides will appoint a coordinator.",
     "Kedua belah pihak akan menunjuk seorang koordinator.",
     "Salah satu pihak akan menunjuk seorang koordinator.", "both sides / salah satu"},
    {"id", "All Member States will submit annual reports.",
     "Semua Negara Anggota akan menyampaikan laporan tahunan.",
     "Beberapa Negara Anggota akan menyampaikan laporan tahunan.", "all / beberapa"},
    {"id", "Each participant will reply within 45 days of receipt of the request.",
     "Setiap peserta akan menjawab dalam waktu 45 hari sejak permintaan diterima.",
     "Setiap peserta akan menjawab setelah 45 hari sejak permintaan diterima.", "within / setelah"},
    {"ar", "We will measure the water of each river at least twice a month.",
     "سنقيس مياه كل نهر مرتين في الشهر على الأقل.", "سنقيس مياه كل نهر مرتين في الشهر على الأكثر.",
     "at least / على الأكثر"},
    {"ar", "We will train 1,200 experts by 31 December 2033.",
     "سندرب 1200 خبير بحلول 31 ديسمبر 2033.", "سندرب 1200 خبير بعد 31 ديسمبر 2033.", "by / بعد"},
    {"ar", "The Ministers will meet every two years.", "يجتمع الوزراء كل سنتين.",
     "يجتمع الوزراء كل سنة.", "every two years / كل سنة"},
    {"ar", "We will not build a dam without the consent of the countries downstream.",
     "لن نبني سدا دون موافقة بلدان المصب.", "سنبني سدا دون موافقة بلدان المصب.", "will not / "},
    {"ar", "Women will hold at least 40 per cent of the seats.",
     "تشغل النساء 40 في المائة على الأقل من المقاعد.",
     "تشغل النساء 40 في المائة على الأكثر من المقاعد.", "at least / على الأكثر"},
    {"ar", "Both sides will appoint a coordinator.", "يعين كل من الجانبين منسقا.",
     "يعين أحد الجانبين منسقا.", "both sides / أحد الجانبين"},
    {"ar", "All participants will have access to the database.",
     "تتاح قاعدة البيانات لجميع المشاركين.", "تتاح قاعدة البيانات لبعض المشاركين.", "all / لبعض"},
    {"ar", "We will increase trade between our countries.", "سنزيد التجارة بين بلداننا.",
     "سنخفض التجارة بين بلداننا.", "increase / سنخفض"},
    {"ar", "The report will be circulated three weeks before the meeting.",
     "يعمم التقرير قبل الاجتماع بثلاثة أسابيع.", "يعمم التقرير بعد الاجتماع بثلاثة أسابيع.",
     "before / بعد"},
    {"vi", "We will train 1,200 experts by 31 December 2033.",
     "Chúng tôi sẽ đào tạo 1.200 chuyên gia trước ngày 31 tháng 12 năm 2033.",
     "Chúng tôi sẽ đào tạo 1.200 chuyên gia sau ngày 31 tháng 12 năm 2033.", "by / sau"},
    {"vi", "Data of this system will not be transferred to third countries.",
     "Dữ liệu của hệ thống này sẽ không được chuyển giao cho nước thứ ba.",
     "Dữ liệu của hệ thống này sẽ được chuyển giao cho nước thứ ba.", "will not / "},
    {"vi", "Both sides will appoint a coordinator.", "Cả hai bên sẽ cử một điều phối viên.",
     "Một trong hai bên sẽ cử một điều phối viên.", "both sides / một trong hai bên"},
    {"vi", "All participants will have access to the database.",
     "Tất cả các bên tham gia sẽ được truy cập cơ sở dữ liệu.",
     "Một số bên tham gia sẽ được truy cập cơ sở dữ liệu.", "all / một số"},
    {"vi", "The working group will meet twice a year.", "Nhóm công tác sẽ họp hai lần một năm.",
     "Nhóm công tác sẽ họp hai lần một tháng.", "twice a year / lần một tháng"},
    {"fr", "The participants will not disclose confidential information.",
     "Les participants ne divulgueront pas d'informations confidentielles.",
     "Les participants divulgueront des informations confidentielles.", "will not / "},
    {"fr", "Both sides will appoint a coordinator.",
     "Les deux parties désigneront un coordonnateur.",
     "L'une des deux parties désignera un coordonnateur.", "both sides / l'une des deux parties"},
    {"fr", "All participants will have access to the database.",
     "Tous les participants auront accès à la base de données.",
     "Certains participants auront accès à la base de données.", "all / certains"},
    {"fr", "Senior officials will meet every two years.",
     "Les hauts fonctionnaires se réuniront tous les deux ans.",
     "Les hauts fonctionnaires se réuniront tous les ans.", "every two years / tous les ans"},
    {"fr", "The report will be circulated three weeks before the meeting.",
     "Le rapport sera distribué trois semaines avant la réunion.",
     "Le rapport sera distribué trois semaines après la réunion.", "before / après"},
    {"fr", "We will increase our support for small enterprises.",
     "Nous augmenterons notre soutien aux petites entreprises.",
     "Nous réduirons notre soutien aux petites entreprises.", "increase / réduirons"},
    {"ko", "We will measure the water of each river at least twice a month.",
     "우리는 각 하천의 수질을 월 2회 이상 측정한다.",
     "우리는 각 하천의 수질을 월 2회 이하로 측정한다.", "at least / 이하"},
    {"ko", "We will train 1,200 experts by 31 December 2033.",
     "우리는 2033년 12월 31일까지 1,200명의 전문가를 양성한다.",
     "우리는 2033년 12월 31일 이후 1,200명의 전문가를 양성한다.", "by / 이후"},
    {"ko", "Data of this system will not be transferred to third countries.",
     "이 시스템의 데이터는 제3국에 이전되지 않는다.", "이 시스템의 데이터는 제3국에 이전된다.",
     "will not / "},
    {"ko", "Both sides will appoint a coordinator.", "양측은 조정관을 지명한다.",
     "어느 한쪽은 조정관을 지명한다.", "both sides / 어느 한쪽"},
    {"ko", "All participants will have access to the database.",
     "모든 참가국은 데이터베이스에 접근할 수 있다.", "일부 참가국은 데이터베이스에 접근할 수 있다.",
     "all / 일부"},
    {"ko", "The Ministers will meet every two years.", "장관들은 2년마다 회의를 개최한다.",
     "장관들은 매년 회의를 개최한다.", "every two years / 매년"},
    {"ko", "Each participant will reply within 45 days of receipt of the request.",
     "각 참가국은 요청을 받은 날부터 45일 이내에 회신한다.",
     "각 참가국은 요청을 받은 날부터 45일 이후에 회신한다.", "within / 이후"},
    {"ko", "We will increase the number of scholarships.", "우리는 장학금의 수를 늘린다.",
     "우리는 장학금의 수를 줄인다.", "increase / 줄인"},
    {"zh", "We will train 1,200 experts by 31 December 2033.",
     "我们将在2033年12月31日前培训1200名专家。", "我们将在2033年12月31日后培训1200名专家。",
     "by / 日后"},
    {"zh", "Data of this system will not be transferred to third countries.",
     "本系统的数据不得转移至第三国。", "本系统的数据将转移至第三国。", "will not / "},
    {"zh", "Both sides will appoint a coordinator.", "双方将任命一名协调员。",
     "其中一方将任命一名协调员。", "both sides / 其中一方"},
    {"zh", "All participants will have access to the database.", "所有参与方均可使用数据库。",
     "部分参与方可使用数据库。", "all / 部分"},
    {"zh", "Projects of more than USD 5 million will need the approval of the Board.",
     "500万美元以上的项目须经理事会批准。", "500万美元以下的项目须经理事会批准。",
     "more than / 以下"},
    {"zh", "The report will be circulated three weeks before the meeting.",
     "报告将在会议前三周分发。", "报告将在会议后三周分发。", "before / 会议后"},
    {"zh", "We will increase our imports of agricultural products.", "我们将增加农产品进口。",
     "我们将减少农产品进口。", "increase / 减少"},
    {"km", "We will measure the water of each river at least twice a month.",
     "យើងនឹងវាស់ទឹកនៃទន្លេនីមួយៗយ៉ាងតិចពីរដងក្នុងមួយខែ។", "យើងនឹងវាស់ទឹកនៃទន្លេនីមួយៗយ៉ាងច្រើនពីរដងក្នុងមួយខែ។",
     "at least / យ៉ាងច្រើន"},
    {"km", "We will train 1,200 experts by 31 December 2033.",
     "យើងនឹងបណ្តុះបណ្តាលអ្នកជំនាញ ១.២០០ នាក់ មុនថ្ងៃទី៣១ ខែធ្នូ ឆ្នាំ២០៣៣។",
     "យើងនឹងបណ្តុះបណ្តាលអ្នកជំនាញ ១.២០០ នាក់ ក្រោយថ្ងៃទី៣១ ខែធ្នូ ឆ្នាំ២០៣៣។", "by / ក្រោយ"},
    {"km", "Data of this system will not be transferred to third countries.",
     "ទិន្នន័យនៃប្រព័ន្ធនេះនឹងមិនត្រូវបានផ្ទេរទៅប្រទេសទីបីទេ។", "ទិន្នន័យនៃប្រព័ន្ធនេះនឹងត្រូវបានផ្ទេរទៅប្រទេសទីបី។",
     "will not / "},
    {"km", "The Ministers will meet every two years.", "រដ្ឋមន្ត្រីនឹងជួបប្រជុំគ្នារៀងរាល់ពីរឆ្នាំម្តង។",
     "រដ្ឋមន្ត្រីនឹងជួបប្រជុំគ្នារៀងរាល់ឆ្នាំ។", "every two years / រៀងរាល់ឆ្នាំ"},
    {"km", "Both sides will appoint a coordinator.", "ភាគីទាំងពីរនឹងតែងតាំងអ្នកសម្របសម្រួលម្នាក់។",
     "ភាគីណាមួយនឹងតែងតាំងអ្នកសម្របសម្រួលម្នាក់។", "both sides / ភាគីណាមួយ"},
    {"km", "All participants will have access to the database.",
     "អ្នកចូលរួមទាំងអស់នឹងអាចប្រើប្រាស់មូលដ្ឋានទិន្នន័យ។", "អ្នកចូលរួមមួយចំនួននឹងអាចប្រើប្រាស់មូលដ្ឋានទិន្នន័យ។", "all / មួយចំនួន"},
    {"km", "At least 30 per cent of the funds will go to rural areas.",
     "យ៉ាងហោចណាស់ ៣០ ភាគរយនៃមូលនិធិនឹងទៅតំបន់ជនបទ។", "យ៉ាងច្រើនបំផុត ៣០ ភាគរយនៃមូលនិធិនឹងទៅតំបន់ជនបទ។",
     "at least / យ៉ាងច្រើន"},
    {"km", "We will increase the number of scholarships.", "យើងនឹងបង្កើនចំនួនអាហារូបករណ៍។",
     "យើងនឹងកាត់បន្ថយចំនួនអាហារូបករណ៍។", "increase / កាត់បន្ថយ"},
    {"es", "We will train 1,200 experts by 31 December 2033.",
     "Formaremos a 1.200 expertos a más tardar el 31 de diciembre de 2033.",
     "Formaremos a 1.200 expertos después del 31 de diciembre de 2033.", "by / después"},
    {"es", "The participants will not disclose confidential information.",
     "Los participantes no divulgarán información confidencial.",
     "Los participantes divulgarán información confidencial.", "will not / "},
    {"es", "Both sides will appoint a coordinator.", "Ambas partes designarán a un coordinador.",
     "Una de las partes designará a un coordinador.", "both sides / una de las partes"},
    {"es", "All participants will have access to the database.",
     "Todos los participantes tendrán acceso a la base de datos.",
     "Algunos participantes tendrán acceso a la base de datos.", "all / algunos"},
    {"es", "The report will be circulated three weeks before the meeting.",
     "El informe se distribuirá tres semanas antes de la reunión.",
     "El informe se distribuirá tres semanas después de la reunión.", "before / después"},
    {"es", "We will reduce subsidies for fossil fuels.",
     "Reduciremos las subvenciones a los combustibles fósiles.",
     "Aumentaremos las subvenciones a los combustibles fósiles.", "reduce / aumentaremos"},
    {"es", "The rules apply to all ships except warships.",
     "Las normas se aplican a todos los buques, excepto los buques de guerra.",
     "Las normas se aplican a todos los buques, incluidos los buques de guerra.",
     "except / incluidos"},
    {"ja", "Emissions fall by 46 per cent.", "排出量を46パーセント削減する。",
     "排出量を46パーセントに削減する。", "by … per cent / …パーセントに"},
    {"ko", "Tariffs fall to 5 per cent.", "관세는 5퍼센트로 인하된다.", "관세는 5퍼센트 인하된다.",
     "to … per cent / …퍼센트 인하"},
    {"zh", "Tariffs fall to 5.5 per cent.", "关税降低至5.5%。", "关税降低5.5%。",
     "to … per cent / 降低…%"},
    {"th", "Tariffs fall by 5%.", "ภาษีจะลดลงร้อยละ ๕", "ภาษีจะลดลงเหลือร้อยละ ๕",
     "by …% / เหลือร้อยละ …"},
    {"vi", "Tariffs fall by 5 per cent.", "Thuế quan giảm 5 phần trăm.",
     "Thuế quan giảm xuống 5 phần trăm.", "by … per cent / xuống … phần trăm"},
    {"id", "Tariffs fall by 5 per cent.", "Tarif turun sebesar 5 persen.",
     "Tarif turun menjadi 5 persen.", "by … per cent / menjadi … persen"},
    {"ar", "Tariffs fall by 5 per cent.", "تنخفض الرسوم بنسبة 5 في المائة.",
     "تنخفض الرسوم إلى 5 في المائة.", "by … per cent / إلى … في المائة"},
    {"fr", "Tariffs fall by 5,5 per cent.", "Les droits baisseront de 5,5 %.",
     "Les droits baisseront à 5,5 %.", "by … per cent / à … %"},
    {"es", "Tariffs fall by 5 per cent.", "Los aranceles bajarán en un 5 por ciento.",
     "Los aranceles bajarán al 5 por ciento.", "by … per cent / al … por ciento"},
};

/* What English and another text say against each other, "at least / 多くとも", one a line; without
 * the subjects in `left_out`. Caller frees. */
static char *found_in(const char *english, const char *language, const char *other, guint left_out)
{
  GString *lines = g_string_new(NULL);
  gboolean has_deadline = strstr(english, " by 31 December") != NULL;
  g_autofree char *ours = adref_contrary_words_fold(english),
                  *theirs = adref_contrary_words_fold(other);
  const AdrefContraryText first = {"en", ours, has_deadline}, second = {language, theirs, FALSE};
  g_autoptr(GPtrArray) found = adref_contrary_words_find(&first, &second, left_out);
  for (guint i = 0; i < found->len; i++) {
    const AdrefContrary *contrary = found->pdata[i];
    g_string_append_printf(lines, "%s%s / %s", i > 0 ? "\n" : "",
                           contrary->first ? contrary->first : "",
                           contrary->second ? contrary->second : "");
  }
  return g_string_free(lines, FALSE);
}

START_TEST(contradictions)
{
  const char *language = sentences[_i].language, *english = sentences[_i].english;
  g_autofree char *nothing = found_in(english, language, sentences[_i].right, 0);
  g_autofree char *found = found_in(english, language, sentences[_i].wrong, 0);
  ck_assert_str_eq(nothing, "");
  ck_assert_str_eq(found, sentences[_i].found);
}
END_TEST

/* Words that only look like a contrary. */
static const struct {
  const char *language, *english, *other;
} faithful[] = {
    {"fr", "Not less than 5 per cent will be spent.", "Il ne sera pas dépensé moins de 5 %."},
    {"fr", "Costs may not exceed 5 per cent.", "Les coûts ne dépasseront pas plus de 5 %."},
    {"fr", "We act as follows after the meeting.",
     "Nous agissons comme ci-après, après la réunion."},
    {"ja", "The following rules apply.", "以下の通り規則を適用する。"},
    {"ja", "We must do it.", "それを行わなければならない。"},
    {"ja", "We will not only train but equip them.", "我々は、訓練のみならず装備も行う。"},
    {"ja", "We use it to the greatest extent.", "最大限に活用する。"},
    {"th", "The prisoners will be released.", "ผู้ต้องขังจะได้รับการปลดปล่อย"},
    {"ar", "The rules are adopted by the Board before May.", "يعتمد المجلس القواعد قبل مايو."},
    {"ar", "They were drafted by the Board.", "صيغت من قبل المجلس."},
    {"ar", "A budget of no more than 5 million.", "ميزانية لا تزيد على 5 ملايين."},
    {"vi", "We will strengthen trade as follows.", "Chúng tôi sẽ tăng cường thương mại như sau."},
    {"zh", "It is an important component of trade.", "它是贸易的重要组成部分。"},
    {"es", "They will act no later than May.", "Actuarán a más tardar en mayo."},
    {"ja", "The share rises to 30 per cent.", "割合は30%に上昇する。"},
    {"fr", "We cut losses from 30 per cent by 12 per cent.",
     "Nous réduisons les pertes de 30 pour cent de 12 pour cent."},
    {"sw", "We will not do it.", "Tutafanya."}, /* of a language without words */
};

START_TEST(no_contradictions)
{
  g_autofree char *found =
      found_in(faithful[_i].english, faithful[_i].language, faithful[_i].other, 0);
  ck_assert_str_eq(found, "");
}
END_TEST

START_TEST(what_is_left_out)
{
  g_autofree char *found = found_in("At least 5.", "fr", "Au plus 5.", 1U << ADREF_CONTRARY_BOUND);
  ck_assert_str_eq(found, "");
}
END_TEST

TCase *tcase_contrary_words(void)
{
  TCase *tcase = tcase_create("contrary_words");
  tcase_add_loop_test(tcase, contradictions, 0, G_N_ELEMENTS(sentences));
  tcase_add_loop_test(tcase, no_contradictions, 0, G_N_ELEMENTS(faithful));
  tcase_add_test(tcase, what_is_left_out);
  return tcase;
}
