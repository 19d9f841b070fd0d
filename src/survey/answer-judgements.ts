import { symmetric, type WordScale, wordScale } from "./answer-table";

/** From none to much of something: fewer low points than high ones, or as many. */
const graded = [
  [1, 2, 5, 6],
  [0, 1, 4, 6],
  [0, 2, 5, 6],
  [0, 1, 3, 6],
  [0, 2, 3, 6],
  [0, 1, 5, 6],
  [0, 2, 4, 6],
  [0, 1, 3, 5, 6],
  [0, 2, 3, 5, 6],
  [1, 2, 3, 5, 6],
  [0, 1, 3, 4, 6],
  [0, 2, 3, 4, 6],
  [0, 1, 4, 5, 6],
  [0, 1, 2, 3, 4, 5, 6],
];

/** Satisfaction, importance, likelihood and quality in seven points, where `answer-words.ts` does not have them. */
export const judgementScales: readonly WordScale[] = [
  wordScale(
    "satisfaction",
    "fr",
    [[0, 1, 4, 6], ...symmetric],
    `très insatisfait|très insatisfaite|pas du tout satisfait|pas du tout satisfaite|extrêmement insatisfait
     insatisfait|insatisfaite|pas satisfait|pas satisfaite|peu satisfait|peu satisfaite
     plutôt insatisfait|plutôt insatisfaite|un peu insatisfait|plutôt pas satisfait
     neutre|ni satisfait ni insatisfait|ni satisfaite ni insatisfaite|moyennement satisfait|moyennement satisfaite
     plutôt satisfait|plutôt satisfaite|assez satisfait|assez satisfaite|un peu satisfait
     satisfait|satisfaite
     très satisfait|très satisfaite|tout à fait satisfait|tout à fait satisfaite|extrêmement satisfait`,
  ),
  wordScale(
    "satisfaction",
    "pt",
    symmetric,
    `muito insatisfeito|muito insatisfeita|totalmente insatisfeito|totalmente insatisfeita|nada satisfeito|nada satisfeita
     insatisfeito|insatisfeita|pouco satisfeito|pouco satisfeita
     um pouco insatisfeito|um pouco insatisfeita|parcialmente insatisfeito
     neutro|nem satisfeito nem insatisfeito|nem satisfeita nem insatisfeita|indiferente
     um pouco satisfeito|um pouco satisfeita|parcialmente satisfeito|parcialmente satisfeita
     satisfeito|satisfeita
     muito satisfeito|muito satisfeita|totalmente satisfeito|totalmente satisfeita`,
  ),
  wordScale(
    "satisfaction",
    "th",
    symmetric,
    `ไม่พอใจอย่างยิ่ง|ไม่พอใจมาก|ไม่พึงพอใจอย่างยิ่ง|ไม่พึงพอใจมาก|ไม่พอใจมากที่สุด
     ไม่พอใจ|ไม่พึงพอใจ
     ค่อนข้างไม่พอใจ|ค่อนข้างไม่พึงพอใจ|ไม่ค่อยพอใจ
     เฉยๆ|เฉย ๆ|ปานกลาง|เป็นกลาง
     ค่อนข้างพอใจ|ค่อนข้างพึงพอใจ
     พอใจ|พึงพอใจ
     พอใจมาก|พอใจอย่างยิ่ง|พึงพอใจมาก|พึงพอใจอย่างยิ่ง|พอใจมากที่สุด`,
  ),
  wordScale(
    "importance",
    "en",
    graded,
    `not at all important|very unimportant|completely unimportant|extremely unimportant
     unimportant|not important|not very important|moderately unimportant
     slightly important|somewhat unimportant|slightly unimportant|of little importance|a little important
     moderately important|neutral|neither important nor unimportant
     somewhat important|fairly important|quite important
     important
     very important|extremely important|essential`,
  ),
  wordScale(
    "importance",
    "zh",
    symmetric,
    `非常不重要|完全不重要|一点也不重要|一點也不重要|很不重要
     不重要|不太重要|比较不重要
     有点不重要|稍微不重要|有點不重要
     一般|中立|普通|一般重要
     有点重要|稍微重要|有些重要|有點重要
     重要|比较重要|較重要
     非常重要|很重要|极其重要|極重要`,
  ),
  wordScale(
    "importance",
    "es",
    graded,
    `nada importante|muy poco importante|sin importancia|totalmente irrelevante
     poco importante|no importante|no es importante
     algo importante|ligeramente importante|un poco importante
     neutral|moderadamente importante|ni importante ni no importante|medianamente importante|indiferente
     bastante importante
     importante
     muy importante|extremadamente importante|sumamente importante`,
  ),
  wordScale(
    "importance",
    "de",
    graded,
    `überhaupt nicht wichtig|gar nicht wichtig|sehr unwichtig|völlig unwichtig
     unwichtig|nicht wichtig|weniger wichtig|nicht so wichtig
     eher unwichtig|eher nicht wichtig|etwas wichtig|ein wenig wichtig
     teils/teils|teils, teils|neutral|weder noch|mittelmäßig wichtig|mäßig wichtig
     eher wichtig|ziemlich wichtig
     wichtig
     sehr wichtig|äußerst wichtig|extrem wichtig`,
  ),
  wordScale(
    "importance",
    "fr",
    graded,
    `pas du tout important|pas du tout importante|sans importance
     pas important|pas importante|peu important|peu importante
     un peu important|un peu importante|plutôt pas important|légèrement important
     neutre|moyennement important|moyennement importante|modérément important
     assez important|assez importante|plutôt important|plutôt importante
     important|importante
     très important|très importante|extrêmement important|extrêmement importante`,
  ),
  wordScale(
    "importance",
    "pt",
    graded,
    `nada importante|sem importância|totalmente sem importância
     pouco importante|não importante|não é importante
     um pouco importante|ligeiramente importante|levemente importante
     neutro|moderadamente importante|mais ou menos importante|indiferente|razoavelmente importante
     bastante importante
     importante
     muito importante|extremamente importante`,
  ),
  wordScale(
    "importance",
    "id",
    symmetric,
    `sangat tidak penting
     tidak penting
     agak tidak penting|kurang penting
     netral|biasa saja|cukup
     agak penting|cukup penting
     penting
     sangat penting`,
  ),
  wordScale(
    "importance",
    "th",
    symmetric,
    `ไม่สำคัญเลย|ไม่สำคัญอย่างยิ่ง|ไม่สำคัญมาก
     ไม่สำคัญ
     ค่อนข้างไม่สำคัญ|ไม่ค่อยสำคัญ
     ปานกลาง|เฉยๆ|เฉย ๆ|สำคัญปานกลาง
     ค่อนข้างสำคัญ
     สำคัญ
     สำคัญมาก|สำคัญมากที่สุด|สำคัญอย่างยิ่ง`,
  ),
  wordScale(
    "likelihood",
    "zh",
    symmetric,
    `非常不可能|完全不可能|绝对不会|很不可能
     不可能|不太可能|比较不可能|可能不会
     有点不可能|稍微不可能|有點不可能
     一般|中立|不确定|普通|不確定
     有点可能|稍微可能|有些可能|有點可能
     可能|比较可能|可能会
     非常可能|很可能|极有可能|绝对会|非常有可能`,
  ),
  wordScale(
    "likelihood",
    "es",
    symmetric,
    `muy improbable|nada probable|extremadamente improbable|definitivamente no
     improbable|poco probable|probablemente no
     algo improbable|ligeramente improbable
     neutral|ni probable ni improbable|posiblemente|no estoy seguro|no estoy segura
     algo probable|ligeramente probable
     probable|probablemente sí|bastante probable
     muy probable|extremadamente probable|definitivamente sí`,
  ),
  wordScale(
    "likelihood",
    "de",
    symmetric,
    `sehr unwahrscheinlich|äußerst unwahrscheinlich|überhaupt nicht wahrscheinlich|auf keinen fall|gar nicht wahrscheinlich
     unwahrscheinlich|wahrscheinlich nicht
     eher unwahrscheinlich|etwas unwahrscheinlich
     teils/teils|neutral|weder noch|vielleicht|weder wahrscheinlich noch unwahrscheinlich
     eher wahrscheinlich|etwas wahrscheinlich
     wahrscheinlich|ziemlich wahrscheinlich
     sehr wahrscheinlich|äußerst wahrscheinlich|auf jeden fall`,
  ),
  wordScale(
    "likelihood",
    "fr",
    symmetric,
    `très improbable|très peu probable|pas du tout probable|certainement pas|extrêmement improbable
     improbable|peu probable|probablement pas
     plutôt improbable|assez improbable|un peu improbable
     neutre|ni probable ni improbable|peut-être
     plutôt probable|assez probable|un peu probable
     probable|probablement
     très probable|extrêmement probable|certainement`,
  ),
  wordScale(
    "likelihood",
    "pt",
    symmetric,
    `muito improvável|nada provável|extremamente improvável|definitivamente não
     improvável|pouco provável|provavelmente não
     um pouco improvável|ligeiramente improvável
     neutro|nem provável nem improvável|talvez
     um pouco provável|ligeiramente provável
     provável|provavelmente sim
     muito provável|extremamente provável|definitivamente sim`,
  ),
  wordScale(
    "likelihood",
    "id",
    symmetric,
    `sangat tidak mungkin|pasti tidak
     tidak mungkin|mungkin tidak
     agak tidak mungkin|kurang mungkin
     netral|ragu-ragu
     agak mungkin|cukup mungkin
     mungkin|mungkin ya
     sangat mungkin|pasti|pasti ya`,
  ),
  wordScale(
    "likelihood",
    "th",
    symmetric,
    `เป็นไปไม่ได้เลย|ไม่น่าเป็นไปได้อย่างยิ่ง|ไม่แน่นอน|ไม่อย่างแน่นอน
     เป็นไปไม่ได้|ไม่น่าเป็นไปได้
     ค่อนข้างเป็นไปไม่ได้|ไม่ค่อยน่าเป็นไปได้
     ไม่แน่ใจ|เฉยๆ|เฉย ๆ|ปานกลาง
     ค่อนข้างเป็นไปได้
     เป็นไปได้|น่าจะเป็นไปได้
     เป็นไปได้มาก|เป็นไปได้มากที่สุด|เป็นไปได้อย่างยิ่ง|แน่นอน`,
  ),
  wordScale(
    "quality",
    "en",
    [...symmetric, ...graded],
    `very poor|terrible|very bad|extremely poor
     poor|bad
     below average|somewhat poor|slightly poor|somewhat bad
     average|neither good nor poor|neither good nor bad|acceptable|neutral|fair
     above average|somewhat good|slightly good
     good
     very good|excellent|outstanding|extremely good`,
  ),
  wordScale(
    "quality",
    "zh",
    [...symmetric, ...graded],
    `非常差|很差|极差|非常不好|很不好
     差|比较差|不好|较差|較差
     有点差|稍差|不太好|有點差
     一般|普通|中等|尚可
     还可以|有点好|稍好|還可以
     好|比较好|较好|良好|較好
     非常好|很好|极好|优秀|優秀`,
  ),
  wordScale(
    "quality",
    "es",
    [...symmetric, ...graded],
    `muy mala|muy malo|pésima|pésimo|muy mal
     mala|malo|deficiente|mal
     algo mala|algo malo
     regular|aceptable|ni buena ni mala|ni bueno ni malo|neutral
     algo buena|algo bueno
     buena|bueno|bien
     muy buena|muy bueno|excelente|muy bien`,
  ),
  wordScale(
    "quality",
    "de",
    [...symmetric, ...graded],
    `sehr schlecht|ungenügend
     schlecht|mangelhaft
     eher schlecht|ausreichend
     mittelmäßig|durchschnittlich|teils/teils|weder noch|mittel
     eher gut|befriedigend
     gut
     sehr gut|ausgezeichnet|hervorragend`,
  ),
  wordScale(
    "quality",
    "fr",
    [...symmetric, ...graded],
    `très mauvaise|très mauvais|très médiocre
     mauvaise|mauvais|médiocre
     plutôt mauvaise|plutôt mauvais|assez mauvaise|assez mauvais
     moyenne|moyen|correcte|correct|passable|acceptable|ni bonne ni mauvaise
     plutôt bonne|plutôt bon|assez bonne|assez bon
     bonne|bon
     très bonne|très bon|excellente|excellent`,
  ),
  wordScale(
    "quality",
    "pt",
    [...symmetric, ...graded],
    `muito ruim|muito má|muito mau|péssima|péssimo|muito fraca
     ruim|má|mau|fraca|fraco
     um pouco ruim|um pouco má
     regular|razoável|aceitável|nem boa nem má|média
     um pouco boa|um pouco bom
     boa|bom
     muito boa|muito bom|excelente|ótima|ótimo`,
  ),
  wordScale(
    "quality",
    "id",
    [...symmetric, ...graded],
    `sangat buruk|sangat jelek|sangat tidak baik
     buruk|jelek|tidak baik
     agak buruk|kurang baik|kurang
     cukup|sedang|biasa saja|netral
     cukup baik|agak baik
     baik|bagus
     sangat baik|sangat bagus`,
  ),
  wordScale(
    "quality",
    "th",
    [...symmetric, ...graded],
    `แย่มาก|แย่ที่สุด|ไม่ดีเลย|ไม่ดีอย่างยิ่ง|ควรปรับปรุงอย่างมาก
     แย่|ไม่ดี|ควรปรับปรุง
     ค่อนข้างแย่|ค่อนข้างไม่ดี|พอใช้
     ปานกลาง|เฉยๆ|เฉย ๆ
     ค่อนข้างดี
     ดี
     ดีมาก|ดีเยี่ยม|ดีที่สุด|ดีอย่างยิ่ง`,
  ),
];
