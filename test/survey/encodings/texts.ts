/** Questions and answers as questionnaires have them, written for these tests; none of them stands in `src/survey`. */
export const texts: Readonly<Record<string, { readonly encodings: readonly string[]; readonly lines: string }>> = {
  "Chinese, simplified": {
    encodings: ["gb18030"],
    lines: `您的性别是什么
您目前就读的年级是哪一个
我对学校食堂的饭菜感到满意
老师上课的时候经常和我们互动
完成作业以后我会主动复习当天的内容
非常不满意 比较不满意 一般 比较满意 非常满意
遇到困难的时候，我愿意向同学请教
您每天使用手机的时间大约是多少小时
我觉得自己的身体状况很好
最近一个月里，您有没有失眠的情况？
公司的薪酬制度比较公平
领导能够听取员工的意见和建议
我打算在未来两年内换一份工作
这个软件的界面清楚，操作简单
如果价格合适，我会推荐朋友购买这款产品
从来没有 偶尔 有时 经常 总是
请问您家里一共有几口人
父母的文化程度：小学、初中、高中、大专、本科及以上
网上购物让我的生活更加方便
我担心个人信息在网络上被泄露
社区组织的活动内容丰富，形式多样
医生耐心地解释了我的病情和治疗方案
考试之前我常常感到紧张不安
完全同意 同意 不确定 不同意 完全不同意
请简单说明您选择这个答案的理由`,
  },
  "Chinese, traditional": {
    encodings: ["big5"],
    lines: `請問您的性別與年齡
您目前居住在哪一個縣市
我對這家醫院的服務態度感到滿意
老師會鼓勵我們在課堂上發表意見
完成作業之後，我會主動複習當天的內容
非常不同意 不同意 普通 同意 非常同意
遇到困難的時候，我願意請教同學
您每天使用手機的時間大約是幾個小時
我覺得自己的身體狀況良好
最近一個月，您是否有睡不著的情形？
公司的薪資制度相當公平
主管能夠聽取員工的建議
我打算在未來兩年內換工作
這個網站的畫面清楚，操作簡單
如果價格合理，我會推薦朋友購買這項產品
從未 偶爾 有時 經常 總是
請問您的家庭每月平均收入
父母親的教育程度：國小、國中、高中職、大學、研究所
網路購物讓我的生活更方便
我擔心個人資料在網路上外洩
社區舉辦的活動內容豐富
醫師耐心地說明我的病情與治療方式
考試之前我常常覺得緊張
請簡單說明您選擇這個答案的理由
本問卷採不記名方式，敬請安心填答`,
  },
  "Japanese, Shift_JIS": {
    encodings: ["shift_jis"],
    lines: `あなたの性別を教えてください
現在の学年を選んでください
授業の内容はわかりやすかった
先生は質問に丁寧に答えてくれる
宿題が終わったあと、その日の内容を復習する
とてもそう思う そう思う どちらともいえない そう思わない まったくそう思わない
困ったときに友だちに相談することができる
一日にスマートフォンを使う時間はどのくらいですか
自分の健康状態は良いと感じている
この一か月の間に、眠れないことがありましたか
会社の給与制度は公平だと思う
上司は部下の意見をよく聞いている
今後二年以内に転職するつもりだ
このアプリは画面が見やすく、操作が簡単である
値段が手ごろなら、友人にこの商品をすすめたい
まったくない たまにある ときどきある よくある いつもある
同居している家族の人数を書いてください
インターネットでの買い物は生活を便利にした
個人情報が漏れることを心配している
地域の行事に参加したことがありますか
医師は病気と治療について説明してくれた
試験の前になると緊張して落ち着かない
その答えを選んだ理由を簡単に書いてください
満足している やや満足 どちらでもない やや不満 不満`,
  },
  "Japanese, EUC": { encodings: ["euc-jp"], lines: "" },
  Korean: {
    encodings: ["euc-kr"],
    lines: `귀하의 성별은 무엇입니까
현재 다니는 학교의 학년을 선택해 주십시오
수업 내용은 이해하기 쉬웠다
선생님은 질문에 친절하게 대답해 주신다
숙제를 마친 뒤에 그날 배운 내용을 복습한다
매우 그렇다 그렇다 보통이다 그렇지 않다 전혀 그렇지 않다
어려운 일이 있을 때 친구에게 도움을 청한다
하루에 휴대전화를 몇 시간 사용하십니까
나는 건강 상태가 좋다고 느낀다
지난 한 달 동안 잠을 이루지 못한 적이 있습니까
회사의 급여 제도는 공정하다
상사는 직원들의 의견을 잘 들어 준다
앞으로 이 년 안에 직장을 옮길 생각이다
이 프로그램은 화면이 보기 쉽고 사용이 간단하다
가격이 알맞으면 친구에게 이 제품을 추천하겠다
전혀 없다 가끔 있다 자주 있다 항상 있다
함께 사는 가족은 모두 몇 명입니까
인터넷 쇼핑은 생활을 편리하게 해 준다
개인 정보가 새어 나갈까 걱정된다
지역에서 열리는 행사에 참여한 적이 있다
의사는 병과 치료 방법을 자세히 설명해 주었다
시험을 보기 전에는 긴장되고 불안하다
그 답을 고른 이유를 간단히 적어 주십시오
만족한다 조금 만족한다 불만이다`,
  },
  Thai: {
    encodings: ["windows-874"],
    lines: `เพศของผู้ตอบแบบสอบถาม
ปัจจุบันท่านกำลังศึกษาอยู่ชั้นปีใด
ข้าพเจ้าพึงพอใจกับอาหารในโรงอาหารของมหาวิทยาลัย
อาจารย์เปิดโอกาสให้นักศึกษาซักถาม
หลังทำการบ้านเสร็จ ฉันจะทบทวนบทเรียน
มากที่สุด มาก ปานกลาง น้อย น้อยที่สุด
เมื่อมีปัญหา ฉันสามารถปรึกษาเพื่อนได้
ท่านใช้โทรศัพท์มือถือวันละกี่ชั่วโมง
ฉันรู้สึกว่าสุขภาพของตนเองดี
ในช่วงหนึ่งเดือนที่ผ่านมา ท่านนอนไม่หลับหรือไม่
ระบบค่าตอบแทนของบริษัทมีความยุติธรรม
หัวหน้ารับฟังความคิดเห็นของพนักงาน
ข้าพเจ้าคิดจะเปลี่ยนงานภายในสองปี
แอปพลิเคชันนี้ใช้งานง่ายและสวยงาม
ถ้าราคาเหมาะสม ฉันจะแนะนำสินค้านี้ให้เพื่อน
ไม่เคย นานๆ ครั้ง บางครั้ง บ่อยครั้ง เป็นประจำ
จำนวนสมาชิกในครอบครัวของท่าน
การซื้อของออนไลน์ทำให้ชีวิตสะดวกขึ้น
ฉันกังวลว่าข้อมูลส่วนตัวจะรั่วไหล
แพทย์อธิบายอาการและวิธีรักษาอย่างชัดเจน
ก่อนสอบฉันมักจะรู้สึกเครียด
โปรดระบุเหตุผลที่ท่านเลือกคำตอบนี้`,
  },
  Russian: {
    encodings: ["windows-1251"],
    lines: `Укажите, пожалуйста, ваш пол и возраст
На каком курсе вы сейчас учитесь
Меня устраивает питание в школьной столовой
Преподаватель охотно отвечает на вопросы студентов
После занятий я повторяю пройденный материал
Совершенно не согласен, скорее не согласен, скорее согласен, полностью согласен
Если возникают трудности, я обращаюсь за помощью к друзьям
Сколько часов в день вы пользуетесь телефоном?
Я доволен состоянием своего здоровья
За последний месяц мне было трудно заснуть
Система оплаты труда в организации справедлива
Руководитель прислушивается к мнению сотрудников
В ближайшие два года я собираюсь сменить работу
Этим приложением легко и удобно пользоваться
Я бы посоветовал этот товар своим знакомым
Никогда, редко, иногда, часто, всегда
Из скольких человек состоит ваша семья
Покупки через интернет делают жизнь удобнее
Меня беспокоит сохранность личных данных
Врач подробно объяснил, как проходит лечение
Перед экзаменом я чувствую сильное волнение
Объясните коротко, почему вы выбрали этот ответ`,
  },
  Ukrainian: {
    encodings: ["windows-1251"],
    lines: `Вкажіть, будь ласка, вашу стать і вік
На якому курсі ви зараз навчаєтеся
Мене влаштовує харчування у шкільній їдальні
Викладач охоче відповідає на запитання студентів
Повністю згоден, скоріше згоден, важко відповісти, не згоден
Скільки годин на день ви користуєтеся телефоном
Керівник дослухається до думки працівників
Цим застосунком легко й зручно користуватися
Я б порадив цей товар своїм знайомим
Ніколи, рідко, іноді, часто, завжди
Лікар докладно пояснив, як відбувається лікування
Перед іспитом я відчуваю сильне хвилювання`,
  },
  Greek: {
    encodings: ["windows-1253"],
    lines: `Παρακαλούμε σημειώστε το φύλο και την ηλικία σας
Σε ποιο έτος σπουδών βρίσκεστε
Είμαι ευχαριστημένος από το φαγητό της σχολής
Ο καθηγητής απαντά πρόθυμα στις ερωτήσεις μας
Μετά το μάθημα επαναλαμβάνω όσα διδάχθηκα
Διαφωνώ απόλυτα, διαφωνώ, ούτε συμφωνώ ούτε διαφωνώ, συμφωνώ, συμφωνώ απόλυτα
Όταν δυσκολεύομαι, ζητώ βοήθεια από φίλους
Πόσες ώρες την ημέρα χρησιμοποιείτε το κινητό σας;
Θεωρώ ότι η υγεία μου είναι καλή
Τον τελευταίο μήνα είχα δυσκολία να κοιμηθώ
Το σύστημα αμοιβών της εταιρείας είναι δίκαιο
Ο προϊστάμενος ακούει τη γνώμη των εργαζομένων
Σκοπεύω να αλλάξω δουλειά μέσα στα επόμενα χρόνια
Η εφαρμογή είναι εύκολη στη χρήση
Θα πρότεινα το προϊόν στους γνωστούς μου
Ποτέ, σπάνια, μερικές φορές, συχνά, πάντα
Πόσα άτομα ζουν στο σπίτι σας
Ανησυχώ για τα προσωπικά μου δεδομένα
Ο γιατρός εξήγησε αναλυτικά τη θεραπεία
Πριν από τις εξετάσεις νιώθω άγχος`,
  },
  Turkish: {
    encodings: ["windows-1254"],
    lines: `Lütfen cinsiyetinizi ve yaşınızı belirtiniz
Şu anda kaçıncı sınıfta okuyorsunuz
Okul yemekhanesindeki yemeklerden memnunum
Öğretmenimiz soruları istekle yanıtlar
Dersten sonra öğrendiklerimi tekrar ederim
Kesinlikle katılmıyorum, katılmıyorum, kararsızım, katılıyorum, kesinlikle katılıyorum
Zorlandığımda arkadaşlarımdan yardım isterim
Günde kaç saat cep telefonu kullanıyorsunuz
Sağlığımın iyi olduğunu düşünüyorum
Geçen ay uyumakta güçlük çektiniz mi
Şirketin ücret sistemi adildir
Yöneticim çalışanların görüşlerini dinler
Önümüzdeki iki yıl içinde iş değiştirmeyi düşünüyorum
Bu uygulamanın kullanımı kolaydır
Bu ürünü tanıdıklarıma öneririm
Hiçbir zaman, nadiren, bazen, sık sık, her zaman
Evinizde kaç kişi yaşıyor
Kişisel bilgilerimin çalınmasından endişe ediyorum
Doktor tedaviyi ayrıntılı olarak açıkladı
Sınavdan önce kendimi gergin hissederim`,
  },
  Hebrew: {
    encodings: ["windows-1255"],
    lines: `נא לציין את המין ואת הגיל שלך
באיזו שנת לימודים את או אתה
אני מרוצה מהאוכל בקפיטריה של בית הספר
המורה משיב ברצון על שאלות התלמידים
אחרי השיעור אני חוזר על החומר שנלמד
מאוד לא מסכים, לא מסכים, אין לי דעה, מסכים, מסכים מאוד
כשקשה לי אני מבקש עזרה מחברים
כמה שעות ביום את משתמשת בטלפון
מצב הבריאות שלי טוב
בחודש האחרון התקשיתי להירדם
שיטת השכר בחברה הוגנת
המנהל מקשיב לדעת העובדים
אני מתכוון להחליף מקום עבודה בשנתיים הקרובות
קל להשתמש באפליקציה הזאת
הייתי ממליץ על המוצר למכרים שלי
אף פעם, לעתים רחוקות, לפעמים, לעתים קרובות, תמיד
כמה נפשות יש במשפחה שלך
אני חושש לפרטיות המידע שלי
הרופא הסביר היטב את הטיפול
לפני בחינה אני מרגיש מתח`,
  },
  Arabic: {
    encodings: ["windows-1256"],
    lines: `يرجى تحديد الجنس والعمر
في أي سنة دراسية أنت الآن
أنا راض عن الطعام في مقصف المدرسة
يجيب المدرس عن أسئلة الطلاب برحابة صدر
أراجع الدروس بعد انتهاء الحصة
لا أوافق بشدة، لا أوافق، محايد، أوافق، أوافق بشدة
عندما أواجه صعوبة أطلب المساعدة من الأصدقاء
كم ساعة تستخدم الهاتف المحمول يوميا؟
أشعر أن حالتي الصحية جيدة
واجهت صعوبة في النوم خلال الشهر الماضي
نظام الأجور في الشركة عادل
يستمع المدير إلى آراء الموظفين
أنوي تغيير عملي خلال السنتين القادمتين
هذا التطبيق سهل الاستخدام
سأنصح أصدقائي بشراء هذا المنتج
أبدا، نادرا، أحيانا، غالبا، دائما
كم عدد أفراد الأسرة
أخشى على خصوصية بياناتي
شرح الطبيب طريقة العلاج بالتفصيل
أشعر بالقلق قبل الامتحان`,
  },
  Polish: {
    encodings: ["windows-1250"],
    lines: `Proszę podać płeć i wiek
Na którym roku studiów Pan lub Pani jest
Jestem zadowolona z posiłków w stołówce
Nauczyciel chętnie odpowiada na pytania uczniów
Po zajęciach powtarzam przerobiony materiał
Zdecydowanie się nie zgadzam, raczej się nie zgadzam, trudno powiedzieć, zgadzam się
Gdy mam kłopoty, proszę o pomoc przyjaciół
Ile godzin dziennie używa Pan telefonu
Uważam, że mój stan zdrowia jest dobry
W ostatnim miesiącu miałem trudności z zaśnięciem
System wynagrodzeń w firmie jest sprawiedliwy
Przełożony słucha opinii pracowników
Zamierzam zmienić pracę w ciągu dwóch lat
Ta aplikacja jest łatwa w obsłudze
Poleciłbym ten produkt znajomym
Nigdy, rzadko, czasami, często, zawsze
Ile osób mieszka w Pani gospodarstwie
Obawiam się o bezpieczeństwo danych
Lekarz dokładnie wyjaśnił przebieg leczenia
Przed egzaminem odczuwam duże napięcie`,
  },
  Czech: {
    encodings: ["windows-1250"],
    lines: `Uveďte prosím své pohlaví a věk
V jakém ročníku právě studujete
S jídlem ve školní jídelně jsem spokojený
Učitel ochotně odpovídá na otázky žáků
Po vyučování si opakuji probranou látku
Rozhodně nesouhlasím, spíše nesouhlasím, nevím, spíše souhlasím, rozhodně souhlasím
Když mám potíže, požádám o pomoc přátele
Kolik hodin denně používáte mobilní telefon
Svůj zdravotní stav považuji za dobrý
V posledním měsíci jsem měl potíže s usínáním
Systém odměňování ve firmě je spravedlivý
Nadřízený naslouchá názorům zaměstnanců
Během dvou let chci změnit zaměstnání
Tato aplikace se snadno používá
Výrobek bych doporučila svým známým
Nikdy, zřídka, někdy, často, vždy
Kolik osob žije ve vaší domácnosti
Bojím se o bezpečnost osobních údajů
Lékař podrobně vysvětlil průběh léčby
Před zkouškou cítím velké napětí`,
  },
  Hungarian: {
    encodings: ["windows-1250"],
    lines: `Kérjük, adja meg a nemét és az életkorát
Hányadik évfolyamra jár jelenleg
Elégedett vagyok az iskolai étkezéssel
A tanár szívesen válaszol a diákok kérdéseire
Óra után átismétlem a tanultakat
Egyáltalán nem értek egyet, inkább egyetértek, teljesen egyetértek
Ha nehézségem van, a barátaimtól kérek segítséget
Naponta hány órát használja a mobiltelefonját
Úgy érzem, jó az egészségi állapotom
Az elmúlt hónapban nehezen tudtam elaludni
A főnököm meghallgatja a dolgozók véleményét
Két éven belül szeretnék munkahelyet változtatni
Soha, ritkán, néha, gyakran, mindig
Az orvos részletesen elmagyarázta a kezelést
Vizsga előtt feszültnek érzem magam`,
  },
  Romanian: {
    encodings: ["windows-1250"],
    lines: `Vă rugăm să indicaţi sexul şi vârsta
În ce an de studii sunteţi acum
Sunt mulţumit de mâncarea de la cantină
Profesorul răspunde cu plăcere la întrebările elevilor
Dezacord total, dezacord parţial, neutru, acord parţial, acord total
Câte ore pe zi folosiţi telefonul mobil
Consider că starea mea de sănătate este bună
Şeful ascultă părerea angajaţilor
Niciodată, rareori, câteodată, adesea, întotdeauna
Medicul a explicat pe înţelesul meu tratamentul`,
  },
  French: {
    encodings: ["windows-1252"],
    lines: `Veuillez indiquer votre sexe et votre âge
En quelle année d'études êtes-vous ?
Je suis satisfait des repas servis à la cantine
Le professeur répond volontiers aux questions des élèves
Après le cours, je révise ce que j'ai appris
Pas du tout d'accord, plutôt pas d'accord, plutôt d'accord, tout à fait d'accord
Lorsque j'ai des difficultés, je demande de l'aide à mes amis
Combien d'heures par jour utilisez-vous votre téléphone ?
Je considère que ma santé est bonne
Le mois dernier, j'ai eu du mal à m'endormir
La rémunération dans l'entreprise est équitable
Mon supérieur écoute l'avis des employés
J'ai l'intention de changer de métier d'ici à deux ans
Cette application est très simple à utiliser
Jamais, rarement, parfois, souvent, toujours, très fréquemment
Combien de personnes vivent dans votre foyer
Je m'inquiète pour la sécurité de mes données
Le médecin a expliqué le traitement en détail
Avant un examen, je me sens stressée et fatiguée
Être à l'heure, c'est une façon de respecter les collègues`,
  },
  German: {
    encodings: ["windows-1252"],
    lines: `Bitte geben Sie Ihr Geschlecht und Ihr Alter an: männlich, weiblich
In welchem Studienjahr befinden Sie sich zurzeit
Mit dem Essen in der Schulküche bin ich zufrieden
Die Lehrkräfte beantworten Fragen gern und ausführlich
Nach dem Unterricht wiederhole ich das Gelernte regelmäßig
Stimme überhaupt nicht zu, stimme eher nicht zu, stimme völlig zu
Wenn ich Schwierigkeiten habe, hätte ich gern Hilfe von Freunden
Wie viele Stunden täglich nutzen Sie das Mobiltelefon
Ich schätze meinen Gesundheitszustand als gut ein
Im letzten Monat konnte ich häufig schlecht einschlafen, ich war müde
Die Löhne im Betrieb sind gerecht verteilt
Vorgesetzte hören auf die Meinung der Beschäftigten
Ich möchte in den nächsten zwei Jahren die Stelle wechseln
Für mich ist die Bedienung der Anwendung mühelos
Nie, selten, gelegentlich, häufig, immer
Größe des Haushalts, in dem Sie leben
Ich befürchte, dass persönliche Daten missbraucht werden
Die Ärztin hat die Behandlung verständlich erklärt
Vor Prüfungen fühle ich mich unter Druck gesetzt`,
  },
  Spanish: {
    encodings: ["windows-1252"],
    lines: `Indique, por favor, su género y su edad en años
¿En qué año de estudios se encuentra?
Estoy satisfecha con la comida que se sirve en el comedor, también con el café
El profesor responde con gusto; explica cada lección según las dudas
Después de la clase repaso lo que aprendí
Totalmente en desacuerdo, algo en desacuerdo, según el caso, de acuerdo
Cuando tengo dificultades pido ayuda a mis compañeros
¿Cuántas horas al día utiliza el teléfono móvil?
Considero que mi salud está bien
Durante el último mes me costó dormir
El sistema de retribución de la compañía es justo
Mi jefe escucha la opinión de los demás
Pienso cambiar de empleo en los próximos años
Esta aplicación es fácil de utilizar
Nunca, rara vez, a veces, casi siempre, todos los días
¿Cuántas personas viven en su hogar?
Me preocupa la protección de mi información
El médico explicó el tratamiento con atención
Antes de un examen me siento con más tensión
Los niños y las niñas participan por igual`,
  },
  Portuguese: {
    encodings: ["windows-1252"],
    lines: `Indique, por favor, o seu gênero e a sua idade
Em que ano de formação você está
Estou satisfeito com as refeições da cantina
O professor responde às questões com atenção
Depois da aula faço a revisão da matéria
Discordo totalmente, não concordo nem discordo, concordo em parte
Quando tenho dificuldades, peço ajuda aos irmãos
Quantas horas por dia você usa o telefone, em média
Considero que a minha saúde é boa
No último mês não consegui dormir bem
A remuneração na organização é justa
A direção ouve a opinião dos funcionários
Tenho a intenção de mudar de emprego
Esta aplicação é fácil de usar
Nunca, às vezes, com frequência, sempre
O médico deu explicações sobre a medicação
Antes da avaliação sinto ansiedade e tensão`,
  },
  Swedish: {
    encodings: ["windows-1252"],
    lines: `Ange ditt kön och din ålder
Vilken årskurs går du i just nu
Jag är nöjd med maten i skolmatsalen
Läraren svarar gärna på elevernas frågor
Instämmer inte alls, instämmer delvis, instämmer helt, vet ej, har ingen åsikt
När jag har det svårt frågar jag mina vänner
Hur många timmar per dag använder du mobilen
Jag tycker att min hälsa är bra
Den senaste månaden har jag haft svårt att sova
Chefen lyssnar på vad de anställda tycker på arbetsplatsen, både höga och låga
Aldrig, sällan, ibland, ofta, alltid, så gott som alltid
Läkaren förklarade behandlingen för mig
Före prov känner jag mig spänd`,
  },
  Lithuanian: {
    encodings: ["windows-1257"],
    lines: `Prašome nurodyti savo lytį ir amžių
Kuriame kurse šiuo metu mokotės
Esu patenkintas maistu mokyklos valgykloje
Mokytojas noriai atsako į mokinių klausimus
Visiškai nesutinku, iš dalies sutinku, visiškai sutinku
Kiek valandų per dieną naudojatės telefonu
Manau, kad mano sveikata gera
Praėjusį mėnesį man buvo sunku užmigti
Vadovas išklauso darbuotojų nuomonę
Niekada, retai, kartais, dažnai, visada
Gydytoja aiškiai paaiškino gydymo eigą
Prieš egzaminą jaučiu įtampą`,
  },
  Latvian: {
    encodings: ["windows-1257"],
    lines: `Lūdzu, norādiet savu dzimumu un vecumu
Kurā kursā jūs pašlaik mācāties
Esmu apmierināts ar ēdienu skolas ēdnīcā
Skolotājs labprāt atbild uz skolēnu jautājumiem
Pilnīgi nepiekrītu, drīzāk piekrītu, pilnīgi piekrītu
Cik stundas dienā jūs lietojat tālruni
Uzskatu, ka mana veselība ir laba
Pagājušajā mēnesī man bija grūti aizmigt
Vadītājs uzklausa darbinieku viedokli
Nekad, reti, dažreiz, bieži, vienmēr
Ārsts sīki izskaidroja ārstēšanu
Pirms eksāmena jūtos satraukts`,
  },
  Vietnamese: {
    encodings: ["windows-1258"],
    lines: `Xin cho biết giới tính và độ tuổi của bạn
Hiện nay bạn đang học năm thứ mấy
Tôi hài lòng với bữa ăn ở nhà trường
Giảng viên sẵn sàng trả lời câu hỏi của sinh viên
Sau giờ học tôi thường ôn lại bài
Hoàn toàn không đồng ý, không đồng ý, bình thường, đồng ý, hoàn toàn đồng ý
Khi gặp khó khăn tôi nhờ bạn bè giúp đỡ
Mỗi ngày bạn dùng điện thoại bao nhiêu giờ
Tôi cảm thấy sức khỏe của mình tốt
Trong tháng vừa qua tôi bị mất ngủ
Chế độ lương của công ty là công bằng
Cấp trên lắng nghe ý kiến của nhân viên
Tôi dự định đổi việc trong hai năm tới
Ứng dụng này rất dễ sử dụng
Không bao giờ, hiếm khi, thỉnh thoảng, thường xuyên, luôn luôn
Gia đình bạn có mấy người
Tôi lo lắng về thông tin cá nhân
Bác sĩ giải thích rõ cách điều trị
Trước kỳ thi tôi cảm thấy căng thẳng`,
  },
};
(texts["Japanese, EUC"] as { lines: string }).lines = texts["Japanese, Shift_JIS"].lines;
