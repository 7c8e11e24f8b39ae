#include "language/word_table.h"

const char *const adref_word_table_th[] = {
    "strength 100: ต้อง = จะต้อง",
    "strength 80: จะ",
    "strength 62: พึง",
    "strength 60: ควร",
    "strength 30: อาจ = อาจจะ | สามารถ",
    "strength 45: พยายาม",
    "strength 90/90: ตัดสินใจ",
    "strength 80/80: ตกลง | เห็นชอบ",
    "strength 0/70: เรียกร้อง",
    "strength 0/66: ขอให้",
    "strength 0/55: กระตุ้น",
    "strength 0/36: ยินดี",
    "strength 0/45: เชิญ",
    "strength 0/15: รับทราบ",
    "strength 0/48: สนับสนุน",
    "strength 82: มุ่งมั่น",
    "strength 95: มีหน้าที่ต้อง = มีหน้าที่ | จำเป็นต้อง",
    "strength 84: ให้คำมั่น = ให้คำมั่นที่จะ",
    "strength 42: มีเจตนาที่จะ = มีเจตนา | ตั้งใจที่จะ = ตั้งใจจะ",
    "strength 35: พร้อมที่จะ",
    "strength 32: มีสิทธิ = มีสิทธิที่จะ",
    "strength 20: ประสงค์ที่จะ = ประสงค์จะ | หวังว่า",
    "strength 0/80: ประณาม | ปฏิเสธ",
    "strength 0/75: คัดค้าน",
    "strength 0/72: ร้องขอ = ร้องขอให้",
    "strength 0/62: รับรอง",
    "strength 0/58: แนะนำ = แนะนำให้",
    "strength 0/45: เชิญชวน = เชิญชวนให้",
    "strength 0/42: ยืนยัน = ยืนยันอีกครั้ง",
    "strength 0/34: เน้นย้ำ = เน้น = ย้ำ",
    "strength 0/32: ชื่นชม | ขอบคุณ",
    "strength 0/28: ตระหนัก = ตระหนักถึง | ยอมรับ",
    "strength 0/18: ระลึกถึง",
    "plain: ภูมิ | ประเมิน | คอมมิว | มิเตอร์ | มิลลิ | นิรมิต | ความตระหนัก | ถูกต้อง | ต้องการ | พึงพอใจ | "
    "สมควร | อาจารย์ | ข้อตกลง | ไม่เพียง | มิตร |"
    "    มิถุนา | มิติ | พันธมิตร | มิตรภาพ | หรือไม่ | ศูนย์กลาง | สองฝ่าย | สามัญ |"
    "    พันธ",
    "negation: ไม่ | มิ | มิได้ | ปราศจาก | ห้าม",
    "qualifier: ตามความเหมาะสม = ตามที่เหมาะสม | ตามความจำเป็น | หากจำเป็น | หากเป็นไปได้ |"
    "    เท่าที่เป็นไปได้ = เท่าที่จะเป็นไปได้ | เท่าที่ทำได้ = เท่าที่จะทำได้ | โดยสมัครใจ |"
    "    ตามกฎหมายภายใน = ตามกฎหมายภายในประเทศ | ภายใต้บังคับของ | โดยไม่กระทบต่อ |"
    "    โดยหลักการ | เท่านั้น | ยกเว้น | ตามคำขอ = เมื่อได้รับการร้องขอ | เมื่อจำเป็น | ในกรณีที่จำเป็น |"
    "    ในกรณีที่เหมาะสม | เมื่อเหมาะสม | ภายใต้ทรัพยากรที่มีอยู่ = ตามทรัพยากรที่มีอยู่ |"
    "    เว้นแต่จะตกลงกันเป็นอย่างอื่น = เว้นแต่จะตกลงเป็นอย่างอื่น | เว้นแต่ |"
    "    ตามกฎหมายระหว่างประเทศ | ตามกฎหมายและระเบียบภายใน = ตามกฎหมายภายในของตน |"
    "    ส่วนใหญ่เป็น | เป็นหลัก | โดยเฉพาะ | บนพื้นฐานความสมัครใจ = บนพื้นฐานของความสมัครใจ |"
    "    ตามสภาวการณ์ของแต่ละประเทศ | ตามขีดความสามารถ",
    "qualifier weak: ทุก | บาง | ทั้งหมด | บางส่วน | ส่วนใหญ่ | หลายประเทศ | สิทธิ | หน้าที่ | อนุญาต",
    "provision: มาตรา | หมวด | ภาคผนวก | บทที่ | ตาราง = ตารางที่",
    "conjunction weak: และ | หรือ",
    "conjunction: และ/หรือ",
    "month 1: มกราคม | กุมภาพันธ์ | มีนาคม | เมษายน | พฤษภาคม | มิถุนายน | กรกฎาคม |"
    "    สิงหาคม | กันยายน | ตุลาคม | พฤศจิกายน | ธันวาคม",
    "numeral 0 counted: ศูนย์ | หนึ่ง | สอง | สาม | สี่ | ห้า | หก | เจ็ด | แปด | เก้า | สิบ",
    "numeral 2 counted: ยี่",
    "numeral 1 counted: เอ็ด",
    "ordinal 1 weak: ครั้งที่หนึ่ง | ครั้งที่สอง | ครั้งที่สาม | ครั้งที่สี่ | ครั้งที่ห้า |"
    "    ครั้งที่หก | ครั้งที่เจ็ด | ครั้งที่แปด | ครั้งที่เก้า | ครั้งที่สิบ",
    "fraction 2 weak: ครึ่งหนึ่ง = ครึ่ง",
    "counter: ฉบับ | ครั้ง | คน | ประเทศ | แห่ง | โครงการ | รายการ | ราย | ชุด | เรื่อง | เท่า |"
    "    องค์กร | หน่วยงาน | สาขา | ด้าน | ฝ่าย | ลำ | หลักสูตร",
    "measure: กิโลเมตร | เมตร | เซนติเมตร | ไมล์ทะเล | ไมล์ | ตัน | กิโลกรัม | กรัม | ลิตร |"
    "    เฮกตาร์ | ไร่ | องศาเซลเซียส | องศา | กิโลวัตต์ | เมกะวัตต์ | กิกะวัตต์ | บาร์เรล |"
    "    ตารางกิโลเมตร | ตารางเมตร | ลูกบาศก์เมตร",
    "scale 2: ร้อย",
    "scale 3: พัน",
    "scale 4: หมื่น",
    "scale 5: แสน",
    "scale 6: ล้าน",
    "scale 12: ล้านล้าน",
    "percent: เปอร์เซ็นต์ | ร้อยละ | จุดเปอร์เซ็นต์ = จุดร้อยละ | ‰",
    "unit: day = วัน | week = สัปดาห์ | month = เดือน | year = ปี | hour = ชั่วโมง",
    "weekday: วันจันทร์ | วันอังคาร | วันพุธ | วันพฤหัสบดี | วันศุกร์ | วันเสาร์ | วันอาทิตย์",
    "currency: IDR = รูเปียห์ | VND = ดอง | KRW = วอน | MYR = ริงกิต | THB = บาท | USD = ดอลลาร์สหรัฐ = "
    "ดอลลาร์ | JPY = เยน | EUR = ยูโร | CNY = หยวน",
    "limit: ภายใน | ภายในปี | ภายในปี พ.ศ. | ปี พ.ศ. | พ.ศ. | ก่อน | หลัง | ตั้งแต่ | ทุก |"
    "    ภายในสิ้นปี | เมื่อวันที่ | วันที่ | ก่อนวันที่ | ในเดือน | จนถึง | ระหว่าง",
    "bound: อย่างน้อย = ไม่น้อยกว่า = ไม่ต่ำกว่า | ไม่เกิน = อย่างมาก = ไม่มากกว่า = สูงสุด | มากกว่า = เกินกว่า | "
    "น้อยกว่า |"
    "    ประมาณ = ราว | เกือบ",
    "name: ญี่ปุ่น | อาเซียน | มาเลเซีย | ประเทศไทย | เวียดนาม | อินโดนีเซีย | ฟิลิปปินส์ |"
    "    สิงคโปร์ | ลาว | กัมพูชา | เมียนมา | บรูไน | ติมอร์-เลสเต | จีน | อินเดีย | เกาหลี |"
    "    สหรัฐอเมริกา | ออสเตรเลีย | สหประชาชาติ | สหภาพยุโรป | โตเกียว | กรุงเทพ | จาการ์ตา |"
    "    กัวลาลัมเปอร์ | มะนิลา | ฮานอย | พนมเปญ | เวียงจันทน์ | ย่างกุ้ง | เนปยีดอ |"
    "    ฝรั่งเศส | เยอรมนี | แคนาดา | นิวซีแลนด์ | สหราชอาณาจักร | รัสเซีย | อิตาลี | สเปน |"
    "    ปากีสถาน | บังกลาเทศ | ศรีลังกา | มองโกเลีย | เจนีวา | นิวยอร์ก | เชียงใหม่ | ปักกิ่ง |"
    "    ปารีส | ลอนดอน | องค์การอนามัยโลก | องค์การการค้าโลก | ธนาคารโลก |"
    "    ธนาคารพัฒนาเอเชีย | กองทุนการเงินระหว่างประเทศ | สำนักเลขาธิการอาเซียน |"
    "    สหภาพแอฟริกา | คณะมนตรีความมั่นคง | ไทย",
    "plain: ภาษาไทย | คนไทย | ชาวไทย | อ่าวไทย",
    "time: ทุกปี = เป็นประจำทุกปี | รายปี | ประจำปี | โดยเร็ว | โดยเร็วที่สุด | ทันที |"
    "    โดยไม่ชักช้า = โดยไม่ล่าช้า | ทุกเดือน | ทุกสัปดาห์ | ทุกวัน | ทุกไตรมาส | ปีละครั้ง |"
    "    ปีละสองครั้ง | ปีละสามครั้ง | ปีละสี่ครั้ง | เป็นระยะ | ในโอกาสแรก | ปีหน้า | ปีนี้ | อย่างสม่ำเสมอ",
    "paragraph: op = ย่อหน้า = ย่อหน้าที่ = วรรค = ข้อ",
    NULL,
};

const char *const adref_word_table_vi[] = {
    "strength 100: phải",
    "strength 95: cần phải",
    "strength 65: cần",
    "strength 60: nên",
    "strength 80: sẽ",
    "strength 30: có thể",
    "strength 32: được phép",
    "strength 45: cố gắng | nỗ lực",
    "strength 88/85: cam kết",
    "strength 90/90: quyết định",
    "strength 80/80: nhất trí | đồng ý",
    "strength 0/78: yêu cầu | thúc giục",
    "strength 100: bắt buộc phải = buộc phải",
    "strength 95: có nghĩa vụ",
    "strength 90: có trách nhiệm",
    "strength 82: quyết tâm",
    "strength 45: phấn đấu",
    "strength 42: dự định = có ý định | dự kiến",
    "strength 40: hướng tới",
    "strength 35: sẵn sàng",
    "strength 32: có quyền",
    "strength 25/20: xem xét",
    "strength 20/20: mong muốn | hy vọng = hi vọng",
    "strength 0/80: lên án | bác bỏ",
    "strength 0/75: phản đối",
    "strength 0/66: đề nghị",
    "strength 0/62: tán thành",
    "strength 0/58: khuyến nghị",
    "strength 0/48: ủng hộ",
    "strength 0/40: khẳng định",
    "strength 0/38: chúc mừng",
    "strength 0/34: nhấn mạnh",
    "strength 0/32: đánh giá cao | cảm ơn",
    "strength 0/30: bày tỏ",
    "strength 0/28: thừa nhận | công nhận | nhận thức",
    "strength 0/18: nhắc lại",
    "strength 0/15: lưu ý",
    "strength 0/70: kêu gọi",
    "strength 0/50: khuyến khích",
    "strength 0/45: mời",
    "strength 0/36: hoan nghênh",
    "strength 0/15: ghi nhận",
    "strength 0/42: tái khẳng định",
    "negation: không | chưa | chẳng | đừng",
    "plain: không gian | hàng không | không chỉ | không những | không khí | trở nên",
    "qualifier: khi thích hợp | nếu thích hợp | khi phù hợp | khi cần thiết | nếu cần thiết |"
    "    nếu có thể | khi có thể | trong phạm vi có thể | trong khả năng có thể |"
    "    phù hợp với luật pháp quốc gia = phù hợp với pháp luật quốc gia | tùy thuộc vào |"
    "    không phương hại đến = không ảnh hưởng đến | trên cơ sở tự nguyện | tự nguyện |"
    "    về nguyên tắc | chỉ | trừ = ngoại trừ | theo yêu cầu | chủ yếu | nếu được yêu cầu ="
    "    khi được yêu cầu | trừ khi có thỏa thuận khác = trừ khi có thoả thuận khác |"
    "    trừ trường hợp có thỏa thuận khác | trừ khi | trong khả năng của mình |"
    "    trong khả năng nguồn lực sẵn có = trong phạm vi nguồn lực sẵn có |"
    "    tùy theo điều kiện quốc gia = tùy theo hoàn cảnh quốc gia |"
    "    phù hợp với luật pháp quốc tế = phù hợp với luật quốc tế | trong trường hợp cần thiết |"
    "    trong chừng mực có thể | ở mức tối đa có thể | với điều kiện | khi cần | nếu cần |"
    "    theo các điều kiện cùng thỏa thuận | tự quyết định",
    "qualifier weak: tất cả | mọi | toàn bộ | phần lớn | hầu hết | đa số | nhiều | một số | quyền "
    "| nghĩa vụ | cấm = bị cấm | cho phép",
    "provision: Điều | Chương | Phụ lục | Mục | Bảng",
    "provision whole: đoạn trước | đoạn trên | đoạn sau | điều trước | điều sau",
    "conjunction weak: và | hoặc | hay",
    "conjunction: và/hoặc",
    "numeral 1 weak: một | hai | ba | bốn",
    "numeral 6 weak: sáu | bảy | tám | chín | mười | mười một | mười hai | mười ba | mười bốn |"
    "    mười lăm | mười sáu | mười bảy | mười tám | mười chín | hai mươi",
    "numeral 30 weak: ba mươi",
    "numeral 40 weak: bốn mươi",
    "numeral 50 weak: năm mươi",
    "numeral 60 weak: sáu mươi",
    "numeral 70 weak: bảy mươi",
    "numeral 80 weak: tám mươi",
    "numeral 90 weak: chín mươi",
    "numeral 1 weak: mốt",
    "numeral 4 weak: tư | lăm",
    "numeral 500 weak: năm trăm",
    "numeral 5000 weak: năm nghìn = năm ngàn",
    "numeral 5000000 weak: năm triệu",
    "ordinal 1 weak: thứ nhất | thứ hai | thứ ba | thứ tư | thứ năm | thứ sáu | thứ bảy |"
    "    thứ tám | thứ chín | thứ mười",
    "fraction 2 weak: một nửa = nửa",
    "measure: ki-lô-mét = kilômét = cây số | mét | xăng-ti-mét | hải lý | tấn | ki-lô-gam | lít |"
    "    héc-ta = hecta | độ = độ C | mê-ga-oát | gi-ga-oát | ki-lô-oát | thùng |"
    "    ki-lô-mét vuông | mét vuông | mét khối | dặm = dặm Anh",
    "bound: ít nhất = tối thiểu = không dưới = không ít hơn | nhiều nhất = tối đa = không quá = "
    "không hơn = không vượt quá |"
    "    hơn = trên | dưới | khoảng | gần | mỗi",
    "scale 2: trăm",
    "scale 3: nghìn | ngàn",
    "scale 6: triệu",
    "scale 9: tỷ | tỉ",
    "percent: phần trăm | điểm phần trăm | phần nghìn = ‰",
    "month 1: tháng 1 | tháng 2 | tháng 3 | tháng 4 | tháng 5 | tháng 6 | tháng 7 |"
    "    tháng 8 | tháng 9 | tháng 10 | tháng 11 | tháng 12",
    "unit: day = ngày | week = tuần | month = tháng | year = năm | hour = giờ",
    "currency: VND = đồng | USD = đô la Mỹ = đô la | JPY = yên = yen | EUR = euro = ơ-rô |"
    "    CNY = nhân dân tệ | THB = baht = bạt | IDR = rupiah | KRW = won | MYR = ringgit",
    "limit: trong | trong vòng | trước | sau | từ | đến | vào | chậm nhất = chậm nhất vào = chậm "
    "nhất là = muộn nhất |"
    "    vào cuối = cuối | vào đầu = đầu | vào giữa = giữa | trước cuối | kể từ",
    "time: hàng năm = hằng năm = mỗi năm | hàng tháng = hằng tháng = mỗi tháng |"
    "    hàng quý = hằng quý = mỗi quý | ngay lập tức | hai năm một lần | một năm hai lần |"
    "    mỗi năm hai lần | càng sớm càng tốt = sớm nhất có thể | kịp thời | không chậm trễ |"
    "    thường xuyên | định kỳ",
    "paragraph: op = đoạn = khoản",
    "small: các | của | những | là | cho | với | được",
    "name: Tổ chức Y tế Thế giới | Tổ chức Thương mại Thế giới | Liên hợp quốc = Liên hiệp quốc |"
    "    Quỹ Tiền tệ Quốc tế | Ngân hàng Thế giới | Ngân hàng Phát triển Châu Á |"
    "    Liên minh châu Âu | Liên minh châu Phi | Ban Thư ký ASEAN",
    "name: Nhật Bản | Thái Lan | Việt Nam | Lào | Cam-pu-chia = Campuchia | Pháp | Hàn Quốc |"
    "    Trung Quốc | Ấn Độ | Hoa Kỳ | Mỹ | Đức | Nga | Úc | Ma-lai-xi-a | In-đô-nê-xi-a |"
    "    Phi-líp-pin | Xinh-ga-po | Mi-an-ma | Bru-nây | Ca-na-đa | ASEAN",
    NULL,
};

const char *const adref_word_table_id[] = {
    "strength 100: harus | wajib",
    "strength 80: akan",
    "strength 60: hendaknya | seharusnya | sebaiknya",
    "strength 30: dapat | bisa | boleh",
    "strength 45: berupaya | berusaha",
    "strength 88/85: berkomitmen",
    "strength 90/90: memutuskan",
    "strength 80/80: menyepakati | sepakat | menyetujui",
    "strength 95: berkewajiban untuk = berkewajiban | diwajibkan untuk",
    "strength 82: bertekad untuk = bertekad",
    "strength 84: berjanji untuk = berjanji",
    "strength 75: diminta untuk",
    "strength 70: perlu",
    "strength 50: didorong untuk",
    "strength 45: diundang untuk",
    "strength 42: bermaksud untuk = bermaksud | berniat untuk | berencana untuk",
    "strength 35: siap untuk",
    "strength 32: berhak untuk = berhak",
    "strength 25: mungkin",
    "strength 25/20: mempertimbangkan",
    "strength 20/20: berharap",
    "strength 0/80: mengutuk | mengecam | menolak",
    "strength 0/62: mengesahkan",
    "strength 0/58: merekomendasikan = merekomendasikan agar",
    "strength 0/55: mengimbau = menghimbau",
    "strength 0/48: mendukung",
    "strength 0/40: menegaskan | menyesalkan",
    "strength 0/34: menekankan",
    "strength 0/33: menggarisbawahi",
    "strength 0/32: menghargai | mengapresiasi",
    "strength 0/28: mengakui | menyadari",
    "strength 0/18: mengingat",
    "strength 0/72: meminta",
    "strength 0/78: mendesak",
    "strength 0/68: menyerukan",
    "strength 0/50: mendorong",
    "strength 0/45: mengundang",
    "strength 0/36: menyambut baik",
    "strength 0/15: mencatat",
    "strength 0/42: menegaskan kembali",
    "percent: persen | poin persentase = poin persen = persen poin | permil = ‰",
    "scale 2: ratus",
    "scale 3: ribu",
    "scale 6: juta",
    "scale 9: miliar",
    "scale 12: triliun",
    "paragraph: op = paragraf = ayat = butir",
    "time: setiap tahun | tahunan | segera | sesegera mungkin = secepat mungkin | setiap bulan |"
    "    setiap triwulan | setiap minggu | dua kali setahun | sekali setahun | tanpa penundaan |"
    "    secara berkala | secara teratur | tahun depan | tahun ini",
    "negation: tidak | bukan | tanpa | belum | jangan",
    "plain: tidak hanya | bukan hanya | bukan sahaja",
    "qualifier: sebagaimana mestinya | apabila diperlukan | jika diperlukan |"
    "    bila diperlukan | sebagaimana diperlukan | apabila memungkinkan | jika memungkinkan |"
    "    bila memungkinkan | jika sesuai = apabila sesuai | sesuai kebutuhan | jika ada |"
    "    sesuai dengan sumber daya yang tersedia | terutama | kecuali disepakati lain |"
    "    sesuai dengan peraturan perundang-undangan nasional ="
    "    sesuai dengan peraturan perundang-undangan | sesuai dengan hukum internasional |"
    "    sesuai dengan kemampuan masing-masing | sesuai dengan kondisi nasional |"
    "    atas dasar sukarela | dengan syarat yang disepakati bersama | dengan ketentuan bahwa | "
    "sejauh mungkin | sejauh memungkinkan |"
    "    sejauh dimungkinkan | sesuai dengan hukum nasional | secara "
    "sukarela | sukarela |"
    "    tanpa mengesampingkan | tanpa mengurangi | dengan tunduk pada | pada prinsipnya |"
    "    hanya | kecuali | atas permintaan",
    "qualifier weak: semua | seluruh | setiap | sebagian besar | kebanyakan | banyak | beberapa |"
    "    sebagian | hak | kewajiban | dilarang |"
    "    diizinkan = diperbolehkan",
    "provision: Pasal | Bab | Lampiran | Bagian | Tabel",
    "provision whole: paragraf sebelumnya | paragraf berikutnya | pasal sebelumnya | pasal "
    "berikutnya",
    "conjunction weak: dan | atau | serta",
    "conjunction: dan/atau",
    "month 1: Januari | Februari | Maret | April | Mei | Juni | Juli | Agustus |"
    "    September | Oktober | November | Desember",
    "numeral 0 weak: nol | satu | dua | tiga | empat | lima | enam | tujuh | delapan |"
    "    sembilan | sepuluh | sebelas | dua belas | tiga belas | empat belas | lima belas |"
    "    enam belas | tujuh belas | delapan belas | sembilan belas | dua puluh",
    "numeral 30 weak: tiga puluh",
    "numeral 40 weak: empat puluh",
    "numeral 50 weak: lima puluh",
    "numeral 60 weak: enam puluh",
    "numeral 70 weak: tujuh puluh",
    "numeral 80 weak: delapan puluh",
    "numeral 90 weak: sembilan puluh",
    "numeral 100 weak: seratus",
    "numeral 1000 weak: seribu",
    "ordinal 1 weak: pertama | kedua | ketiga | keempat | kelima | keenam | ketujuh | kedelapan |"
    "    kesembilan | kesepuluh | kesebelas | kedua belas | ketiga belas | keempat belas |"
    "    kelima belas",
    "fraction 2 weak: setengah = separuh | sepertiga = pertiga | seperempat = perempat |"
    "    seperlima = perlima",
    "measure: kilometer | meter | sentimeter | milimeter | mil laut | mil | ton | kilogram | gram |"
    "    liter | hektare = hektar | derajat = derajat Celsius | kilowatt | megawatt | gigawatt |"
    "    barel | kilometer persegi | meter persegi | meter kubik",
    "bound: sekurang-kurangnya = paling sedikit = setidaknya = minimal = sedikitnya ="
    "    tidak kurang dari | paling banyak = maksimal = tidak lebih dari = tidak melebihi = hingga "
    "| lebih dari | kurang dari | sekitar = kira-kira | hampir |"
    "    setiap",
    "unit: day = hari | week = minggu | month = bulan | year = tahun | hour = jam",
    "currency: IDR = rupiah | MYR = ringgit | USD = dolar AS = dolar Amerika Serikat = dolar |"
    "    JPY = yen | EUR = euro | CNY = yuan | THB = baht | VND = dong | PHP = peso | KRW = won",
    "weekday: Senin | Selasa | Rabu | Kamis | Jumat = Jum'at | Sabtu",
    "limit: dalam | sebelum | sesudah | setelah | selepas | sejak | hingga | pada |"
    "    pada tahun | paling lambat | paling lambat tahun | pada bulan | pada tanggal |"
    "    dalam waktu | pada akhir | pada akhir tahun | pada awal | pada awal tahun | antara",
    "small: yang | di | ke | dari | daripada | untuk | oleh | dengan | para | ini | itu",
    "name: Organisasi Kesehatan Dunia | Organisasi Perdagangan Dunia | Bank Dunia |"
    "    Perserikatan Bangsa-Bangsa | Dana Moneter Internasional | Bank Pembangunan Asia |"
    "    Uni Eropa | Uni Afrika | Sekretariat ASEAN",
    "name: Jepang | Thailand | Viet Nam | Malaysia | Indonesia | Filipina | Singapura | Kamboja |"
    "    Laos | Myanmar | Brunei Darussalam | Tiongkok | India | Korea | Australia | Prancis |"
    "    Jerman | Inggris | Kanada | Rusia | Amerika Serikat | Selandia Baru | Timor-Leste | ASEAN",
    NULL,
};

const char *const adref_word_table_ms[] = {
    "strength 100: mesti | wajib",
    "strength 95: hendaklah",
    "strength 80: akan",
    "strength 60: patut | seharusnya",
    "strength 30: boleh | dapat",
    "strength 45: berusaha | berikhtiar",
    "strength 88/85: komited",
    "strength 90/90: memutuskan",
    "strength 80/80: bersetuju",
    "strength 0/72: meminta",
    "strength 0/78: menggesa",
    "strength 0/68: menyeru",
    "strength 0/50: menggalakkan",
    "strength 0/45: menjemput",
    "strength 0/36: mengalu-alukan",
    "strength 0/15: mengambil maklum",
    "percent: peratus | mata peratusan = titik peratusan | ‰",
    "scale 2: ratus",
    "scale 3: ribu",
    "scale 6: juta",
    "scale 9: bilion",
    "scale 12: trilion",
    "paragraph: op = perenggan",
    "time: setiap tahun | tahunan | segera",
    "negation: tidak | bukan | tanpa | belum | jangan",
    "plain: tidak hanya | bukan hanya | bukan sahaja",
    "qualifier: sebagaimana yang sesuai | jika perlu = sekiranya perlu | jika boleh |"
    "    sejauh yang mungkin | mengikut undang-undang negara | secara sukarela | sukarela |"
    "    tertakluk kepada | tanpa menjejaskan | pada prinsipnya | hanya | kecuali",
    "qualifier weak: semua = seluruh | beberapa | sebahagian | hak | kewajipan | dilarang |"
    "    dibenarkan",
    "provision: Perkara | Bab | Lampiran | Bahagian | Jadual",
    "conjunction weak: dan | atau | serta",
    "conjunction: dan/atau",
    "month 1: Januari | Februari | Mac | April | Mei | Jun | Julai | Ogos | September |"
    "    Oktober | November | Disember",
    "numeral 0 weak: sifar | satu | dua | tiga | empat | lima | enam | tujuh | lapan |"
    "    sembilan | sepuluh | sebelas | dua belas | tiga belas | empat belas | lima belas |"
    "    enam belas | tujuh belas | lapan belas | sembilan belas | dua puluh",
    "numeral 30 weak: tiga puluh",
    "numeral 40 weak: empat puluh",
    "numeral 50 weak: lima puluh",
    "numeral 60 weak: enam puluh",
    "numeral 70 weak: tujuh puluh",
    "numeral 80 weak: lapan puluh",
    "numeral 90 weak: sembilan puluh",
    "numeral 100 weak: seratus",
    "numeral 1000 weak: seribu",
    "unit: day = hari | week = minggu | month = bulan | year = tahun | hour = jam",
    "currency: IDR = rupiah | MYR = ringgit | USD = dolar AS = dolar Amerika Syarikat |"
    "    EUR = euro | JPY = yen",
    "limit: dalam | sebelum | sesudah | setelah | selepas | sejak | hingga | pada |"
    "    pada tahun | paling lambat | sekurang-kurangnya",
    "small: yang | di | ke | dari | daripada | untuk | oleh | dengan | para | ini | itu",
    NULL,
};

const char *const adref_word_table_fil[] = {
    "strength 75: dapat",
    "strength 80: kailangan",
    "strength 30: maaari | maaaring | puwede",
    "strength 45: magsisikap | sisikapin",
    "strength 0/50: hinihikayat",
    "strength 0/68: nananawagan",
    "negation: hindi | wala | walang | huwag",
    "plain: hindi lamang",
    "conjunction weak: at | o",
    "conjunction: at/o",
    "month 1: Enero | Pebrero | Marso | Abril | Mayo | Hunyo | Hulyo | Agosto |"
    "    Setyembre | Oktubre | Nobyembre | Disyembre",
    "unit: day = araw | week = linggo | month = buwan | year = taon = taong",
    "paragraph: op = talata",
    "percent: porsiyento",
    "limit: bago | pagkatapos | sa loob ng | mula",
    "time: taun-taon",
    "small: ang | ng | sa | mga | na | ay",
    NULL,
};

const char *const adref_word_table_lo[] = {
    "strength 100: ຕ້ອງ = ຈະຕ້ອງ",
    "strength 80: ຈະ",
    "strength 60: ຄວນ",
    "strength 30: ອາດ = ອາດຈະ | ສາມາດ",
    "strength 45: ພະຍາຍາມ",
    "strength 90/90: ຕັດສິນໃຈ | ຕົກລົງ",
    "strength 80/80: ເຫັນດີ = ຕົກລົງເຫັນດີ",
    "strength 82: ມຸ່ງໝັ້ນ",
    "strength 0/70: ຮຽກຮ້ອງ",
    "strength 0/66: ຂໍໃຫ້",
    "strength 0/50: ຊຸກຍູ້",
    "strength 0/45: ເຊີນ",
    "strength 0/36: ຍິນດີຕ້ອນຮັບ",
    "strength 0/48: ສະໜັບສະໜູນ",
    "strength 0/15: ຮັບຊາບ",
    "plain: ຖືກຕ້ອງ | ຕ້ອງການ | ສົມຄວນ | ສອງຝ່າຍ | ສາມັນ | ພັນທະ | ພັນທະມິດ | ສຳພັນ |"
    "    ຂໍ້ຕົກລົງ | ບໍ່ພຽງ | ຮຽບຮ້ອຍ",
    "negation: ບໍ່ | ປາສະຈາກ",
    "conjunction weak: ແລະ | ຫຼື",
    "conjunction: ແລະ/ຫຼື",
    "month 1: ມັງກອນ | ກຸມພາ | ມີນາ | ເມສາ | ພຶດສະພາ | ມິຖຸນາ | ກໍລະກົດ | ສິງຫາ | ກັນຍາ |"
    "    ຕຸລາ | ພະຈິກ | ທັນວາ",
    "numeral 1 counted: ໜຶ່ງ | ສອງ | ສາມ | ສີ່ | ຫ້າ | ຫົກ | ເຈັດ | ແປດ | ເກົ້າ | ສິບ",
    "scale 2: ຮ້ອຍ",
    "scale 3: ພັນ",
    "scale 4: ໝື່ນ",
    "scale 5: ແສນ",
    "scale 6: ລ້ານ",
    "percent: ເປີເຊັນ | ສ່ວນຮ້ອຍ",
    "unit: day = ວັນ = ມື້ | week = ອາທິດ | month = ເດືອນ | year = ປີ | hour = ຊົ່ວໂມງ",
    "currency: LAK = ກີບ | USD = ໂດລາສະຫະລັດ | JPY = ເຢນ | THB = ບາດ |"
    "    EUR = ເອີໂຣ = ຢູໂຣ | CNY = ຢວນ",
    "limit: ພາຍໃນ | ພາຍໃນປີ | ກ່ອນ | ຫຼັງ | ນັບແຕ່ | ຢ່າງໜ້ອຍ",
    "name: ຍີ່ປຸ່ນ | ອາຊຽນ | ສປປ ລາວ | ຫວຽດນາມ | ກຳປູເຈຍ | ມຽນມາ | ມາເລເຊຍ | ອິນໂດເນເຊຍ |"
    "    ຟີລິບປິນ | ສິງກະໂປ | ບຣູໄນ | ຈີນ | ອິນເດຍ | ສະຫະປະຊາຊາດ | ໂຕກຽວ | ວຽງຈັນ",
    "time: ທຸກປີ | ປະຈຳປີ | ທັນທີ",
    "paragraph: op = ຂໍ້ = ວັກ",
    NULL,
};

const char *const adref_word_table_km[] = {
    "strength 100: ត្រូវតែ",
    "strength 95: ត្រូវ",
    "strength 80: នឹង",
    "strength 60: គួរ = គួរតែ",
    "strength 30: អាច",
    "strength 45: ខិតខំ | ប្រឹងប្រែង",
    "strength 90/90: សម្រេច",
    "strength 80/80: យល់ព្រម | ឯកភាព",
    "strength 82/84: ប្តេជ្ញា = ប្ដេជ្ញា",
    "strength 0/70: អំពាវនាវ",
    "strength 0/66: ស្នើ",
    "strength 0/55: ជំរុញ",
    "strength 0/50: លើកទឹកចិត្ត",
    "strength 0/45: អញ្ជើញ",
    "strength 0/36: ស្វាគមន៍",
    "strength 0/48: គាំទ្រ",
    "strength 0/15: កត់សម្គាល់",
    "plain: ត្រឹមត្រូវ | ត្រូវបាន | ត្រូវការ | មិនត្រឹមតែ | ដើម្បី | សម្រេចបាន | រយៈ",
    "negation: មិន | ពុំ | គ្មាន",
    "conjunction weak: និង | ឬ",
    "conjunction: និង/ឬ",
    "month 1: មករា | កុម្ភៈ | មីនា | មេសា | ឧសភា | មិថុនា |"
    "    កក្កដា | សីហា | កញ្ញា |"
    "    តុលា | វិច្ឆិកា | ធ្នូ",
    "numeral 1 counted: មួយ | ពីរ | បី | បួន | ប្រាំ | ប្រាំមួយ | ប្រាំពីរ | ប្រាំបី | ប្រាំបួន | ដប់",
    "scale 2: រយ",
    "scale 3: ពាន់",
    "scale 4: ម៉ឺន",
    "scale 5: សែន",
    "scale 6: លាន",
    "percent: ភាគរយ",
    "unit: day = ថ្ងៃ | week = សប្តាហ៍ = សប្ដាហ៍ | month = ខែ | year = ឆ្នាំ | hour = ម៉ោង",
    "measure: kilometre = គីឡូម៉ែត្រ | metre = ម៉ែត្រ | tonne = តោន | kilogram = គីឡូក្រាម |"
    "    hectare = ហិកតា | litre = លីត្រ | square kilometre = គីឡូម៉ែត្រការ៉េ",
    "currency: KHR = រៀល | USD = ដុល្លារ | JPY = យ៉េន | EUR = អឺរ៉ូ | CNY = យ័ន",
    "limit: ក្នុងរយៈពេល | មុន | ក្រោយ | ចាប់ពី | យ៉ាងហោចណាស់",
    "name: ជប៉ុន | អាស៊ាន | កម្ពុជា | ថៃ | វៀតណាម | ឡាវ | មីយ៉ាន់ម៉ា | ម៉ាឡេស៊ី |"
    "    ឥណ្ឌូណេស៊ី | ហ្វីលីពីន | សិង្ហបុរី | ប្រ៊ុយណេ | ចិន | ឥណ្ឌា | សហប្រជាជាតិ | តូក្យូ | ភ្នំពេញ",
    "time: ប្រចាំឆ្នាំ | រៀងរាល់ឆ្នាំ | ភ្លាមៗ",
    "paragraph: op = កថាខណ្ឌ = ប្រការ",
    NULL,
};

const char *const adref_word_table_my[] = {
    "strength 95: ရမည်",
    "strength 80: မည်ဖြစ်သည် | သွားမည်",
    "strength 60: သင့်သည်",
    "strength 30: နိုင်သည်",
    "strength 45: ကြိုးပမ်း",
    "strength 90/90: ဆုံးဖြတ်",
    "strength 80/80: သဘောတူ",
    "strength 88/85: ကတိပြု",
    "strength 0/72: တောင်းဆို",
    "strength 0/68: တိုက်တွန်း",
    "strength 0/50: အားပေး",
    "strength 0/45: ဖိတ်ခေါ်",
    "strength 0/36: ကြိုဆို",
    "strength 0/48: ထောက်ခံ",
    "strength 0/15: မှတ်သား",
    "plain: သဘောတူညီချက် | ထူထောင် | တည်ထောင်",
    "negation: မဟုတ် | မရှိ | မပြု",
    "conjunction weak: နှင့် | သို့မဟုတ်",
    "conjunction: နှင့်/သို့မဟုတ်",
    "month 1: ဇန်နဝါရီ | ဖေဖော်ဝါရီ | မတ်",
    "month 4: ဧပြီ",
    "month 6: ဇွန် | ဇူလိုင် | ဩဂုတ် | စက်တင်ဘာ | အောက်တိုဘာ | နိုဝင်ဘာ | ဒီဇင်ဘာ",
    "scale 3: ထောင်",
    "scale 4: သောင်း",
    "scale 5: သိန်း",
    "scale 6: သန်း",
    "percent: ရာခိုင်နှုန်း",
    "unit: day = ရက် | week = သီတင်းပတ် | year = နှစ် | hour = နာရီ",
    "currency: MMK = ကျပ် | USD = အမေရိကန်ဒေါ်လာ | JPY = ယန်း |"
    "    EUR = ယူရို | CNY = ယွမ်",
    "limit: အတွင်း | မတိုင်မီ | ပြီးနောက် | အနည်းဆုံး",
    "name: ဂျပန် | အာဆီယံ | မြန်မာ | ထိုင်း | ဗီယက်နမ် | လာအို | ကမ္ဘောဒီးယား | မလေးရှား |"
    "    အင်ဒိုနီးရှား | ဖိလစ်ပိုင် | စင်ကာပူ | ဘရူနိုင်း | တရုတ် | အိန္ဒိယ | ကုလသမဂ္ဂ | တိုကျို | နေပြည်တော်",
    "time: နှစ်စဉ် | ချက်ချင်း",
    "paragraph: op = အပိုဒ်",
    NULL,
};

const char *const adref_word_table_ar[] = {
    "strength 100: يجب = ويجب = يتعين = ويتعين",
    "strength 95: نلتزم | يلتزم | تلتزم",
    "strength 84: نتعهد | يتعهد | تتعهد",
    "strength 80: سوف = وسوف",
    "strength 60: ينبغي = وينبغي",
    "strength 45: نسعى | يسعى | تسعى",
    "strength 32: يجوز = ويجوز",
    "strength 30: يمكن = ويمكن",
    "strength 90/90: نقرر | يقرر | تقرر",
    "strength 80/80: نتفق | يتفق | تتفق",
    "strength 0/80: ندين | يدين | تدين",
    "strength 0/78: نحث | يحث | تحث",
    "strength 0/72: نطلب | يطلب | تطلب",
    "strength 0/68: ندعو | يدعو | تدعو",
    "strength 0/50: نشجع | يشجع | تشجع",
    "strength 0/48: نؤيد | يؤيد | تؤيد",
    "strength 0/42: نؤكد من جديد | يؤكد من جديد | تؤكد من جديد",
    "strength 0/40: نؤكد | يؤكد | تؤكد",
    "strength 0/36: نرحب | يرحب | ترحب",
    "strength 0/15: نلاحظ | يلاحظ | تلاحظ | نحيط علما | يحيط علما | تحيط علما",
    "negation: لا = ولا | لم = ولم | لن = ولن | ليس | ليست | غير | عدم | دون | بدون | بلا",
    "plain: لا سيما | ولا سيما",
    "qualifier: حسب الاقتضاء = عند الاقتضاء | عند الضرورة | قدر الإمكان = بقدر الإمكان |"
    "    إن أمكن | وفقا للقانون الوطني = وفقا للقوانين الوطنية | رهنا ب | دون الإخلال |"
    "    دون المساس | طوعي = طوعية = طوعا | من حيث المبدأ | فقط | باستثناء | بناء على الطلب",
    "qualifier weak: جميع = كل | بعض | حق | واجب | محظور = محظورة | مسموح = مسموحة",
    "provision: المادة = مادة = للمادة = بالمادة = والمادة | الفصل = فصل | المرفق = مرفق | القسم",
    "provision whole: الفقرة السابقة | الفقرة التالية | المادة السابقة | المادة التالية",
    "conjunction weak: و | أو",
    "conjunction: و/أو",
    "month 101: محرم | صفر | ربيع الأول | ربيع الآخر = ربيع الثاني | جمادى الأولى |"
    "    جمادى الآخرة = جمادى الثانية | رجب | شعبان | رمضان | شوال | ذو القعدة = ذي القعدة |"
    "    ذو الحجة = ذي الحجة",
    "month 1: يناير | فبراير | مارس | أبريل | مايو | يونيو = يونيه | يوليو = يوليه | أغسطس | "
    "سبتمبر | أكتوبر |"
    "    نوفمبر | ديسمبر",
    "month 1: كانون الثاني | شباط | آذار | نيسان | أيار | حزيران | تموز | آب | أيلول |"
    "    تشرين الأول | تشرين الثاني | كانون الأول",
    "numeral 1 weak: واحد = واحدة = واحدا | اثنان = اثنين = اثنتان = اثنتين | ثلاثة = ثلاث = ثلاثا "
    "|"
    "    أربعة = أربع = أربعا | خمسة = خمس = خمسا | ستة = ست = ستا | سبعة = سبع = سبعا |"
    "    ثمانية = ثماني = ثمان = ثمانيا | تسعة = تسع = تسعا | عشرة = عشر",
    "numeral 2 weak: واثنان = واثنين = واثنتان = واثنتين | وثلاثة = وثلاث = وثلاثا |"
    "    وأربعة = وأربع = وأربعا | وخمسة = وخمس = وخمسا | وستة = وست = وستا |"
    "    وسبعة = وسبع = وسبعا | وثمانية = وثماني = وثمان = وثمانيا | وتسعة = وتسع = وتسعا |"
    "    وعشرة = وعشر",
    "numeral 11 weak: وأحد عشر = وإحدى عشرة | واثنا عشر = واثني عشر = واثنتا عشرة = واثنتي عشرة |"
    "    وثلاثة عشر = وثلاث عشرة | وأربعة عشر = وأربع عشرة | وخمسة عشر = وخمس عشرة |"
    "    وستة عشر = وست عشرة | وسبعة عشر = وسبع عشرة | وثمانية عشر = وثماني عشرة |"
    "    وتسعة عشر = وتسع عشرة",
    "numeral 2: دولتان = دولتين = بلدين = سنتان = سنتين = عامان = عامين = شهران = شهرين = يومان ="
    "    يومين = أسبوعان = أسبوعين = ساعتان = ساعتين = سفينتان = سفينتين = مركزان = مركزين ="
    "    اجتماعان = اجتماعين = مشروعان = مشروعين = عضوان = عضوين",
    "numeral 11 weak: أحد عشر = إحدى عشرة | اثنا عشر = اثني عشر = اثنتا عشرة = اثنتي عشرة | ثلاثة "
    "عشر = ثلاث عشرة |"
    "    أربعة عشر = أربع عشرة | خمسة عشر = خمس عشرة | ستة عشر = ست عشرة |"
    "    سبعة عشر = سبع عشرة | ثمانية عشر = ثماني عشرة | تسعة عشر = تسع عشرة",
    "numeral 20 weak: عشرون = عشرين = وعشرون = وعشرين",
    "numeral 30 weak: ثلاثون = ثلاثين = وثلاثون = وثلاثين",
    "numeral 40 weak: أربعون = أربعين = وأربعون = وأربعين",
    "numeral 50 weak: خمسون = خمسين = وخمسون = وخمسين",
    "numeral 60 weak: ستون = ستين = وستون = وستين",
    "numeral 70 weak: سبعون = سبعين = وسبعون = وسبعين",
    "numeral 80 weak: ثمانون = ثمانين = وثمانون = وثمانين",
    "numeral 90 weak: تسعون = تسعين = وتسعون = وتسعين",
    "numeral 200 weak: مائتان = مائتين = مئتان = مئتين = ومائتان = ومائتين = ومئتان = ومئتين",
    "numeral 300 weak: ثلاثمائة = ثلاثمئة = وثلاثمائة = وثلاثمئة",
    "numeral 400 weak: أربعمائة = أربعمئة = وأربعمائة = وأربعمئة",
    "numeral 500 weak: خمسمائة = خمسمئة = وخمسمائة = وخمسمئة",
    "numeral 600 weak: ستمائة = ستمئة = وستمائة = وستمئة",
    "numeral 700 weak: سبعمائة = سبعمئة = وسبعمائة = وسبعمئة",
    "numeral 800 weak: ثمانيمائة = ثمانيمئة = وثمانيمائة = وثمانيمئة",
    "numeral 900 weak: تسعمائة = تسعمئة = وتسعمائة = وتسعمئة",
    "numeral 2000: ألفان = ألفين = ألفي",
    "fraction 2 weak: نصف | ثلث = ثلثي = ثلثا | ربع",
    "numeral 2000000: مليونان = مليونين = مليوني",
    "ordinal 1 weak: الأول = الأولى | الثاني = الثانية | الثالث = الثالثة | الرابع = الرابعة |"
    "    الخامس = الخامسة | السادس = السادسة | السابع = السابعة | الثامن = الثامنة |"
    "    التاسع = التاسعة | العاشر = العاشرة",
    "ordinal 11 weak: الحادي عشر = الحادية عشرة | الثاني عشر = الثانية عشرة | الثالث عشر = الثالثة "
    "عشرة |"
    "    الرابع عشر = الرابعة عشرة | الخامس عشر = الخامسة عشرة | السادس عشر = السادسة عشرة |"
    "    السابع عشر = السابعة عشرة | الثامن عشر = الثامنة عشرة | التاسع عشر = التاسعة عشرة",
    "ordinal 20 weak: العشرون = العشرين",
    "scale 2: مائة = مئة",
    "scale 3: ألف = آلاف",
    "scale 6: مليون = ملايين",
    "scale 9: مليار = مليارات = بليون = بلايين",
    "scale 12: تريليون = تريليونات",
    "percent: ٪ = بالمائة = في المائة | نقاط مئوية = نقطة مئوية | ‰ = في الألف",
    "unit: day = يوم = يوما = أيام | week = أسبوع = أسابيع | month = شهر = شهرا = أشهر |"
    "    year = سنة = سنوات = عام = أعوام | hour = ساعة = ساعات",
    "bound: ما لا يقل عن = لا يقل عن = لا تقل عن | ما لا يزيد على = لا يزيد على = لا تزيد على ="
    "    ما لا يتجاوز = لا يتجاوز = لا تتجاوز = ما يصل إلى | أكثر من | أقل من",
    "measure: kilometre = كيلومتر = كيلومترا = كيلومترات | metre = متر = مترا = أمتار |"
    "    mile = ميل = ميلا = أميال | nautical mile = ميل بحري = ميلا بحريا | tonne = طن = طنا = "
    "أطنان |"
    "    kilogram = كيلوغرام = كيلوغراما | litre = لتر = لترا | hectare = هكتار = هكتارا = هكتارات "
    "|"
    "    megawatt = ميغاواط | gigawatt = غيغاواط |"
    "    square kilometre = كيلومتر مربع = كيلومترا مربعا = كيلومترات مربعة |"
    "    square metre = متر مربع = مترا مربعا | cubic metre = متر مكعب = مترا مكعبا = أمتار مكعبة "
    "| barrel = برميل = برميلا = براميل",
    "weekday: الاثنين = الإثنين | الثلاثاء | الأربعاء | الخميس | الجمعة | السبت | الأحد",
    "currency: USD = دولار = دولارا = دولارات = دولار من دولارات الولايات المتحدة |"
    "    THB = بات = باتا | IDR = روبية إندونيسية | KRW = وون | VND = دونغ | EUR = يورو | JPY = ين "
    "= ينا | CNY = يوان = يوانا |"
    "    GBP = جنيه إسترليني = جنيها إسترلينيا",
    "limit: خلال | في غضون | قبل | بعد | منذ | حتى | بحلول | على الأقل",
    "name: اليابان | آسيان | الآسيان | الصين | الهند | إندونيسيا | ماليزيا | تايلند | الفلبين |"
    "    سنغافورة | كمبوديا | لاوس | ميانمار | بروني | فييت نام | فيتنام | الأمم المتحدة | طوكيو |"
    "    تيمور-ليشتي | كوريا | أستراليا | نيوزيلندا | الولايات المتحدة | كندا | روسيا |"
    "    الاتحاد الروسي | الاتحاد الأوروبي | الاتحاد الأفريقي | فرنسا | ألمانيا | إيطاليا |"
    "    إسبانيا | المملكة المتحدة | باكستان | بنغلاديش | سري لانكا | منغوليا | مصر |"
    "    جاكرتا | بانكوك | هانوي | مانيلا | جنيف | نيويورك",
    "time: سنويا | فورا | دون إبطاء | دون تأخير",
    "paragraph: op = فقرة = الفقرة = للفقرة = بالفقرة = والفقرة",
    "small: في | من | إلى | على | عن | مع | هذا | هذه | التي | الذي | أن | إن",
    NULL,
};

const char *const adref_word_table_de[] = {
    "strength 100: ist verpflichtet = sind verpflichtet | hat zu = haben zu",
    "strength 95: muss = müssen | muß",
    "strength 70: wird = werden",
    "strength 60: sollte = sollten | soll = sollen",
    "strength 45: bemüht sich = bemühen sich = bemühen uns | ist bestrebt = sind bestrebt",
    "strength 30: kann = können | darf = dürfen",
    "strength 25: könnte = könnten | dürfte = dürften",
    "strength 90/90: beschließt = beschließen",
    "strength 88/85: verpflichtet sich = verpflichten sich = verpflichten uns",
    "strength 80/80: vereinbart = vereinbaren | kommt überein = kommen überein",
    "strength 0/78: fordert = fordern",
    "strength 0/75: ersucht = ersuchen | bittet = bitten",
    "strength 0/58: empfiehlt = empfehlen",
    "strength 0/50: ermutigt = ermutigen",
    "strength 0/45: lädt = laden",
    "strength 0/20: begrüßt = begrüßen",
    "strength 0/15: nimmt zur Kenntnis = nehmen zur Kenntnis",
    "negation: nicht | kein = keine = keinen = keiner = keinem = keines | ohne | nie = niemals |"
    "    weder",
    "qualifier: gegebenenfalls | soweit angemessen = sofern angemessen | wenn nötig = falls nötig ="
    "    soweit erforderlich = falls erforderlich = bei Bedarf | soweit möglich = wenn möglich ="
    "    nach Möglichkeit = sofern möglich | freiwillig = freiwillige = freiwilligen |"
    "    grundsätzlich = im Grundsatz | nur = lediglich | ausschließlich | außer = ausgenommen |"
    "    auf Antrag = auf Ersuchen | soweit nichts anderes vereinbart ist",
    "qualifier governs: vorbehaltlich = unter dem Vorbehalt | unbeschadet |"
    "    im Einklang mit = nach Maßgabe = gemäß | unter der Bedingung",
    "qualifier weak: alle = allen = aller | einige = einigen = einiger | Recht = Rechte = Rechten |"
    "    Pflicht = Pflichten | Verpflichtung = Verpflichtungen | verboten = untersagt |"
    "    erlaubt = gestattet = zulässig | obligatorisch | fakultativ | einschließlich",
    "provision: Artikel = Artikels = Artikeln | Kapitel = Kapitels | Abschnitt = Abschnitts |"
    "    Anhang = Anhangs = Anlage | Tabelle = Tabellen | Abbildung = Abbildungen",
    "provision whole: der vorstehende Absatz = vorstehenden Absatz = vorstehende Absatz |"
    "    der vorhergehende Artikel = vorhergehenden Artikel",
    "conjunction weak: und | oder",
    "conjunction: und/oder",
    "numeral 0 weak: null | ein = eins = eine | zwei | drei | vier | fünf | sechs | sieben | acht |"
    "    neun | zehn | elf | zwölf",
    "ordinal 1 weak: erste = ersten = erster = erstes = erstem |"
    "    zweite = zweiten = zweiter = zweites = zweitem |"
    "    dritte = dritten = dritter = drittes = drittem |"
    "    vierte = vierten = vierter = viertes = viertem |"
    "    fünfte = fünften = fünfter = fünftes = fünftem |"
    "    sechste = sechsten = sechster = sechstes = sechstem |"
    "    siebte = siebten = siebter = siebtes = siebtem = siebente = siebenten |"
    "    achte = achten = achter = achtes = achtem | neunte = neunten = neunter = neuntes |"
    "    zehnte = zehnten = zehnter = zehntes | elfte = elften = elfter |"
    "    zwölfte = zwölften = zwölfter",
    "fraction 2 weak: Hälfte | Drittel = Dritteln | Viertel = Vierteln | Fünftel = Fünfteln |"
    "    Sechstel",
    "numeral 20 weak: zwanzig",
    "numeral 30 weak: dreißig",
    "numeral 40 weak: vierzig",
    "numeral 50 weak: fünfzig",
    "numeral 60 weak: sechzig",
    "numeral 70 weak: siebzig",
    "numeral 80 weak: achtzig",
    "numeral 90 weak: neunzig",
    "measure: kilometre = Kilometer = Kilometern | metre = Meter = Metern | mile = Meile = Meilen |"
    "    nautical mile = Seemeile = Seemeilen | tonne = Tonne = Tonnen |"
    "    kilogram = Kilogramm | litre = Liter = Litern | hectare = Hektar | degree = Grad ="
    "    Grad Celsius | megawatt = Megawatt | gigawatt = Gigawatt | barrel = Barrel",
    "weekday: Montag | Dienstag | Mittwoch | Donnerstag | Freitag | Samstag = Sonnabend | Sonntag",
    "bound: mindestens = wenigstens = zumindest = nicht weniger als | höchstens = maximal ="
    "    nicht mehr als = bis zu | mehr als = über | weniger als = unter",
    "time: unverzüglich | sofort | jährlich = jedes Jahr | monatlich = jeden Monat",
    "paragraph: op = Absatz = Absatzes = Absätze | pp = Ziffer = Ziffern",
    "month 1: Januar = Jänner | Februar | März | April | Mai | Juni | Juli | August | September |"
    "    Oktober | November | Dezember",
    "scale 3: Tausend = tausend",
    "scale 6: Million = Millionen = Mio. = Mio",
    "scale 9: Milliarde = Milliarden = Mrd. = Mrd",
    "scale 12: Billion = Billionen",
    "percent: Prozent | v. H. | Prozentpunkte = Prozentpunkten = Prozentpunkt | Promille = ‰",
    "currency: USD = Dollar = US-Dollar | EUR = Euro | JPY = Yen | CHF = Franken | THB = Baht |"
    "    IDR = Rupiah | VND = Dong | KRW = Won | CNY = Yuan | MYR = Ringgit",
    "unit: hour = Stunden = Stunde | day = Tage = Tagen = Tag | week = Wochen = Woche |"
    "    month = Monate = Monaten = Monat | year = Jahre = Jahren = Jahr",
    "limit: binnen | innerhalb von | vor | nach | seit | bis = bis zum",
    "small: der | die | das | den | dem | des | von | zu | zum | zur | ein | eine",
    NULL,
};

const char *const adref_word_table_nl[] = {
    "strength 100: is verplicht = zijn verplicht",
    "strength 95: moet = moeten | dient = dienen",
    "strength 80: zal = zullen",
    "strength 60: zou moeten = zouden moeten",
    "strength 45: streeft ernaar = streven ernaar",
    "strength 30: kan = kunnen | mag = mogen",
    "strength 80/80: komt overeen = komen overeen",
    "negation: niet | geen | zonder | nooit | noch",
    "conjunction weak: en | of",
    "conjunction: en/of",
    "month 1: januari | februari | maart | april | mei | juni | juli | augustus | september |"
    "    oktober | november | december",
    "weekday: maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag | zondag",
    "bound: ten minste = tenminste = minstens | ten hoogste = hoogstens | meer dan | minder dan",
    "time: jaarlijks = elk jaar = ieder jaar | maandelijks = elke maand | onverwijld | "
    "onmiddellijk",
    "paragraph: op = lid = leden | pp = overweging = overwegingen",
    "scale 6: miljoen = miljoenen",
    "scale 9: miljard = miljarden",
    "percent: procent",
    "currency: EUR = euro | USD = dollar = Amerikaanse dollar | JPY = yen",
    "unit: hour = uur = uren | day = dag = dagen | week = weken | month = maand = maanden |"
    "    year = jaar = jaren",
    "limit: voor = vóór | na | binnen | tot | vanaf | uiterlijk",
    "small: de | het | een | van | en | in | op | te | voor | met | dat | die | aan | is | zijn",
    NULL,
};
