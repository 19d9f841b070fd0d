import { judgementScales } from "./answer-judgements";
import { normalised, symmetric, type WordScale, wordScale as scale } from "./answer-table";

export { normalised, type WordScale } from "./answer-table";

const frequencies = [
  [0, 3, 4, 6],
  [0, 2, 3, 4],
  [0, 3, 4, 5],
  [0, 2, 4, 6],
  [0, 2, 3, 4, 6],
  [0, 2, 3, 4, 5],
  [0, 1, 3, 4, 5],
  [0, 1, 3, 5, 6],
  [0, 2, 3, 5, 6],
  [0, 1, 2, 3, 4, 5, 6],
];
const five = [
  [0, 1, 2, 3],
  [0, 1, 2, 3, 4],
];

export const wordScales: readonly WordScale[] = [
  scale(
    "agreement",
    "en",
    symmetric,
    `strongly disagree|completely disagree|totally disagree|disagree strongly|fully disagree|disagree completely|very strongly disagree
     disagree|mostly disagree|moderately disagree
     somewhat disagree|slightly disagree|disagree somewhat|disagree slightly|disagree a little|tend to disagree|rather disagree|partly disagree
     neutral|neither agree nor disagree|neither disagree nor agree|neither|undecided|not sure|unsure|uncertain|no opinion|neither agree or disagree|neutral/undecided|neutral (neither agree nor disagree)
     somewhat agree|slightly agree|agree somewhat|agree slightly|agree a little|tend to agree|rather agree|partly agree
     agree|mostly agree|moderately agree
     strongly agree|completely agree|totally agree|agree strongly|fully agree|agree completely|very strongly agree`,
  ),
  scale(
    "agreement",
    "zh",
    symmetric,
    `非常不同意|完全不同意|强烈不同意|非常不赞同|十分不同意|極不同意|强烈反对|非常不符合|完全不符合
     不同意|比较不同意|不太同意|較不同意|不赞同|比较不符合|不符合|不太符合
     有点不同意|稍微不同意|有些不同意|略不同意|有點不同意|有点不符合
     一般|中立|不确定|说不清|普通|無意見|沒意見|不確定|既不同意也不反对|一般符合
     有点同意|稍微同意|有些同意|略同意|有點同意|有点符合
     同意|比较同意|較同意|赞同|比较符合|符合
     非常同意|完全同意|强烈同意|非常赞同|十分同意|極同意|非常符合|完全符合`,
  ),
  scale(
    "agreement",
    "es",
    symmetric,
    `totalmente en desacuerdo|muy en desacuerdo|completamente en desacuerdo|en total desacuerdo
     en desacuerdo|desacuerdo|bastante en desacuerdo
     algo en desacuerdo|ligeramente en desacuerdo|parcialmente en desacuerdo|un poco en desacuerdo
     ni de acuerdo ni en desacuerdo|neutral|neutro|indiferente|indeciso|ni en desacuerdo ni de acuerdo
     algo de acuerdo|ligeramente de acuerdo|parcialmente de acuerdo|un poco de acuerdo
     de acuerdo|bastante de acuerdo
     totalmente de acuerdo|muy de acuerdo|completamente de acuerdo`,
  ),
  scale(
    "agreement",
    "de",
    symmetric,
    `stimme überhaupt nicht zu|stimme gar nicht zu|stimme nicht zu|trifft überhaupt nicht zu|trifft gar nicht zu|trifft nicht zu|lehne völlig ab|stimme ganz und gar nicht zu|stimme absolut nicht zu
     stimme eher nicht zu|trifft eher nicht zu|lehne eher ab|stimme weniger zu|trifft wenig zu
     stimme teilweise nicht zu
     teils/teils|teils-teils|teils teils|teils, teils|weder noch|neutral|unentschieden|weder zustimmung noch ablehnung|teilweise
     stimme teilweise zu|trifft teilweise zu
     stimme eher zu|trifft eher zu|trifft ziemlich zu
     stimme voll und ganz zu|stimme völlig zu|stimme voll zu|stimme zu|trifft voll und ganz zu|trifft völlig zu|trifft voll zu|trifft zu|trifft genau zu|stimme vollkommen zu`,
  ),
  scale(
    "agreement",
    "fr",
    symmetric,
    `pas du tout d'accord|tout à fait en désaccord|fortement en désaccord|totalement en désaccord
     pas d'accord|plutôt pas d'accord|en désaccord|plutôt en désaccord
     un peu en désaccord|légèrement en désaccord
     ni d'accord ni pas d'accord|ni en accord ni en désaccord|neutre|sans opinion|ni d'accord, ni pas d'accord|ni d'accord ni en désaccord
     un peu d'accord|légèrement d'accord
     d'accord|plutôt d'accord|en accord
     tout à fait d'accord|fortement d'accord|totalement d'accord|fortement en accord`,
  ),
  scale(
    "agreement",
    "pt",
    symmetric,
    `discordo totalmente|discordo completamente|discordo fortemente|discordo plenamente
     discordo|discordo em grande parte
     discordo parcialmente|discordo um pouco|discordo em parte
     nem concordo nem discordo|não concordo nem discordo|neutro|indiferente|indeciso|nem discordo nem concordo
     concordo parcialmente|concordo um pouco|concordo em parte
     concordo|concordo em grande parte
     concordo totalmente|concordo completamente|concordo fortemente|concordo plenamente`,
  ),
  scale(
    "agreement",
    "id",
    symmetric,
    `sangat tidak setuju|sts
     tidak setuju|ts
     agak tidak setuju|kurang setuju|ks
     netral|ragu-ragu|biasa saja|n|rr
     agak setuju|cukup setuju|cs
     setuju|s
     sangat setuju|ss`,
  ),
  scale(
    "agreement",
    "th",
    symmetric,
    `ไม่เห็นด้วยอย่างยิ่ง|น้อยที่สุด
     ไม่เห็นด้วย|น้อย
     ค่อนข้างไม่เห็นด้วย|ไม่ค่อยเห็นด้วย
     เฉยๆ|เฉย ๆ|ไม่แน่ใจ|ปานกลาง|เป็นกลาง
     ค่อนข้างเห็นด้วย
     เห็นด้วย|มาก
     เห็นด้วยอย่างยิ่ง|มากที่สุด`,
  ),
  scale(
    "agreement",
    "ja",
    symmetric,
    `まったく同意しない|全く同意しない|全くそう思わない|まったくそう思わない|全く当てはまらない|まったくあてはまらない|強く反対
     同意しない|そう思わない|当てはまらない|あてはまらない|反対
     あまり同意しない|あまりそう思わない|あまり当てはまらない|あまりあてはまらない|やや反対
     どちらともいえない|どちらとも言えない|どちらでもない
     やや同意する|ややそう思う|やや当てはまる|ややあてはまる|やや賛成
     同意する|そう思う|当てはまる|あてはまる|賛成
     強く同意する|とてもそう思う|強くそう思う|非常に当てはまる|とてもあてはまる|強く賛成`,
  ),
  scale(
    "agreement",
    "ko",
    symmetric,
    `전혀 동의하지 않는다|전혀 그렇지 않다|매우 동의하지 않음|전혀 아니다|매우 그렇지 않다
     동의하지 않는다|그렇지 않다|동의하지 않음|아니다
     약간 동의하지 않는다|약간 그렇지 않다
     보통이다|보통|중립|그저 그렇다
     약간 동의한다|약간 그렇다
     동의한다|그렇다|동의함
     매우 동의한다|매우 그렇다|매우 동의함`,
  ),
  scale(
    "frequency",
    "en",
    frequencies,
    `never
     almost never|very rarely|hardly ever|very seldom
     rarely|seldom|infrequently
     sometimes|occasionally|about half the time|now and then
     often|frequently|usually|fairly often|most of the time|quite often|regularly
     very often|almost always|very frequently|nearly always
     always|all of the time|all the time|constantly`,
  ),
  scale(
    "frequency",
    "zh",
    frequencies,
    `从不|从来没有|从未|從不|從未|没有
     几乎从不|極少|极少|几乎没有
     很少|偶尔|很少有|偶爾|偶尔有
     有时|有时候|有時|有時候
     经常|時常|常常|通常|經常
     很经常|几乎总是|非常频繁|幾乎總是
     总是|一直|總是|始终`,
  ),
  scale(
    "frequency",
    "es",
    frequencies,
    `nunca
     casi nunca
     rara vez|raramente|pocas veces
     a veces|algunas veces|ocasionalmente|de vez en cuando
     a menudo|frecuentemente|muchas veces|con frecuencia
     casi siempre|muy a menudo|muy frecuentemente
     siempre`,
  ),
  scale(
    "frequency",
    "de",
    frequencies,
    `nie|niemals
     fast nie|sehr selten
     selten
     manchmal|gelegentlich|ab und zu
     oft|häufig|meistens
     sehr oft|fast immer|sehr häufig
     immer`,
  ),
  scale(
    "frequency",
    "fr",
    frequencies,
    `jamais
     presque jamais|très rarement
     rarement
     parfois|quelquefois|de temps en temps|occasionnellement
     souvent|fréquemment|régulièrement
     très souvent|presque toujours
     toujours`,
  ),
  scale(
    "frequency",
    "pt",
    frequencies,
    `nunca
     quase nunca|muito raramente
     raramente|poucas vezes
     às vezes|as vezes|algumas vezes|ocasionalmente|por vezes
     frequentemente|muitas vezes|com frequência
     quase sempre|muito frequentemente
     sempre`,
  ),
  scale(
    "frequency",
    "id",
    frequencies,
    `tidak pernah
     hampir tidak pernah|sangat jarang
     jarang
     kadang-kadang|kadang|kadang kadang
     sering
     sangat sering|hampir selalu
     selalu`,
  ),
  scale(
    "frequency",
    "th",
    frequencies,
    `ไม่เคย|ไม่เคยเลย
     แทบไม่เคย
     นานๆ ครั้ง|นาน ๆ ครั้ง|นานๆครั้ง
     บางครั้ง
     บ่อย|บ่อยครั้ง
     บ่อยมาก|เกือบทุกครั้ง
     เสมอ|ทุกครั้ง|เป็นประจำ`,
  ),
  scale(
    "satisfaction",
    "en",
    symmetric,
    `very dissatisfied|extremely dissatisfied|completely dissatisfied|very unsatisfied|extremely unsatisfied
     dissatisfied|unsatisfied|moderately dissatisfied|mostly dissatisfied
     somewhat dissatisfied|slightly dissatisfied
     neutral|neither satisfied nor dissatisfied|neither
     somewhat satisfied|slightly satisfied
     satisfied|moderately satisfied|mostly satisfied
     very satisfied|extremely satisfied|completely satisfied`,
  ),
  scale(
    "satisfaction",
    "zh",
    symmetric,
    `非常不满意|很不满意|非常不滿意|極不滿意
     不满意|比较不满意|不太满意|不滿意
     有点不满意|稍微不满意
     一般|中立|普通
     有点满意|稍微满意
     满意|比较满意|滿意
     非常满意|很满意|非常滿意`,
  ),
  scale(
    "satisfaction",
    "es",
    symmetric,
    `muy insatisfecho|muy insatisfecha|totalmente insatisfecho
     insatisfecho|insatisfecha
     algo insatisfecho|algo insatisfecha
     neutral|ni satisfecho ni insatisfecho|indiferente|ni satisfecha ni insatisfecha
     algo satisfecho|algo satisfecha
     satisfecho|satisfecha
     muy satisfecho|muy satisfecha|totalmente satisfecho`,
  ),
  scale(
    "satisfaction",
    "de",
    symmetric,
    `sehr unzufrieden
     unzufrieden
     eher unzufrieden
     teils/teils|weder noch|neutral|weder zufrieden noch unzufrieden
     eher zufrieden
     zufrieden
     sehr zufrieden`,
  ),
  scale(
    "satisfaction",
    "id",
    symmetric,
    `sangat tidak puas
     tidak puas
     agak tidak puas|kurang puas
     netral|biasa saja|cukup
     agak puas|cukup puas
     puas
     sangat puas`,
  ),
  scale(
    "importance",
    "en",
    five,
    `not at all important|not important|unimportant|very unimportant
     slightly important|of little importance|a little important|somewhat unimportant
     moderately important|somewhat important|neutral|neither important nor unimportant
     important|very important|quite important
     extremely important|essential|absolutely essential|crucial`,
  ),
  scale(
    "likelihood",
    "en",
    symmetric,
    `very unlikely|extremely unlikely|definitely not|not at all likely
     unlikely|probably not|moderately unlikely
     somewhat unlikely|slightly unlikely
     neutral|neither likely nor unlikely|possibly|might or might not|not sure
     somewhat likely|slightly likely
     likely|probably|moderately likely
     very likely|extremely likely|definitely`,
  ),
  scale(
    "accuracy",
    "en",
    symmetric,
    `very inaccurate|extremely inaccurate|very untrue of me|completely false
     inaccurate|moderately inaccurate|untrue of me|mostly false
     slightly inaccurate|somewhat inaccurate|somewhat untrue of me
     neither accurate nor inaccurate|neither inaccurate nor accurate|neutral
     slightly accurate|somewhat accurate|somewhat true of me
     accurate|moderately accurate|true of me|mostly true
     very accurate|extremely accurate|very true of me|completely true`,
  ),
  scale(
    "quality",
    "en",
    [
      [1, 2, 3, 5],
      [0, 2, 3, 4],
      [0, 1, 2, 3, 4],
      [1, 2, 3, 4, 5],
      [0, 1, 2, 3, 4, 5],
    ],
    `very poor|terrible|very bad
     poor|bad
     fair|average|acceptable|ok|okay
     good
     very good
     excellent|outstanding`,
  ),
  scale(
    "extent",
    "en",
    five,
    `not at all|none|not at all true
     slightly|a little|a little bit|very little|to a small extent|hardly true
     somewhat|moderately|to some extent|to a moderate extent|a moderate amount
     very|quite a bit|a lot|considerably|to a great extent|quite|mostly|moderately true
     extremely|very much|completely|a great deal|to a very great extent|exactly true`,
  ),
  ...judgementScales,
];

/** Answers that are none. */
const refusals = new Set(
  `prefer not to say|prefer not to answer|i prefer not to say|rather not say|no answer|not applicable|don't know|dont know|do not know|i don't know|can't say|refused|declined|missing|skipped|not answered|no response|does not apply|choose not to answer
   不知道|拒绝回答|不适用|不愿透露|跳过|(跳过)|(空)|不清楚|不便回答|未作答|无法回答|不想回答
   keine angabe|k. a.|k.a.|weiß nicht|weiss nicht|keine antwort|nicht zutreffend
   no sabe|no contesta|no sabe/no contesta|ns/nc|prefiero no responder|prefiero no decirlo|no aplica
   ne sait pas|je ne sais pas|sans réponse|non applicable|préfère ne pas répondre|nsp
   não sei|não se aplica|prefiro não responder|prefiro não dizer|sem resposta
   tidak tahu|tidak menjawab|tidak berlaku|ไม่ทราบ|ไม่ตอบ|ไม่ประสงค์จะตอบ|ไม่ระบุ|答えたくない|わからない|無回答|모름|무응답|응답하지 않음`
    .split(/[|\n]/)
    .map(normalised),
);

export const isRefusal = (answer: string): boolean => refusals.has(normalised(answer));

const allPoints = new Set(wordScales.flatMap(({ points }) => points.flat()));

/** Whether an answer, already normalised, is a point of any known scale. */
export const isScalePoint = (answer: string): boolean => allPoints.has(answer);
