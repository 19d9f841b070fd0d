import { describe, expect, it } from "vitest";
import { readSurvey } from "../../src/survey/read";
import { cells } from "./cells";

/** Scales as questionnaires print them, the lowest first; / divides the points. */
const scales: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  English: {
    agreement: [
      "Strongly disagree/Disagree/Agree/Strongly agree",
      "Strongly disagree/Disagree/Neutral/Agree/Strongly agree",
      "Strongly disagree/Disagree/Somewhat disagree/Neither agree nor disagree/Somewhat agree/Agree/Strongly agree",
    ],
    frequency: ["Never/Sometimes/Often/Always", "Never/Rarely/Sometimes/Often/Always", "Never/Almost never/Rarely/Sometimes/Often/Very often/Always"],
    satisfaction: [
      "Very dissatisfied/Dissatisfied/Satisfied/Very satisfied",
      "Very dissatisfied/Dissatisfied/Neutral/Satisfied/Very satisfied",
      "Very dissatisfied/Dissatisfied/Somewhat dissatisfied/Neither satisfied nor dissatisfied/Somewhat satisfied/Satisfied/Very satisfied",
    ],
    importance: [
      "Not important/Slightly important/Important/Very important",
      "Not at all important/Slightly important/Moderately important/Very important/Extremely important",
      "Very unimportant/Unimportant/Somewhat unimportant/Neutral/Somewhat important/Important/Very important",
    ],
    likelihood: [
      "Very unlikely/Unlikely/Likely/Very likely",
      "Very unlikely/Unlikely/Neutral/Likely/Very likely",
      "Very unlikely/Unlikely/Somewhat unlikely/Neutral/Somewhat likely/Likely/Very likely",
    ],
    quality: [
      "Poor/Fair/Good/Excellent",
      "Very poor/Poor/Average/Good/Excellent",
      "Very poor/Poor/Somewhat poor/Neither good nor poor/Somewhat good/Good/Very good",
    ],
  },
  Chinese: {
    agreement: ["非常不同意/不同意/同意/非常同意", "完全不同意/不太同意/一般/比较同意/完全同意", "非常不同意/不同意/有点不同意/中立/有点同意/同意/非常同意"],
    frequency: ["从不/偶尔/经常/总是", "从不/偶尔/有时/经常/总是", "从不/几乎从不/很少/有时/经常/几乎总是/总是"],
    satisfaction: ["非常不满意/不满意/满意/非常满意", "非常不满意/不太满意/一般/比较满意/非常满意", "非常不满意/不满意/有点不满意/一般/有点满意/满意/非常满意"],
    importance: ["非常不重要/不重要/重要/非常重要", "非常不重要/不太重要/一般/比较重要/非常重要", "非常不重要/不重要/有点不重要/一般/有点重要/重要/非常重要"],
    likelihood: [
      "非常不可能/不太可能/比较可能/非常可能",
      "非常不可能/不太可能/一般/比较可能/非常可能",
      "非常不可能/不可能/有点不可能/不确定/有点可能/可能/非常可能",
    ],
    quality: ["很差/较差/较好/很好", "非常差/比较差/一般/比较好/非常好", "非常差/差/有点差/一般/还可以/好/非常好"],
  },
  Spanish: {
    agreement: [
      "Totalmente en desacuerdo/En desacuerdo/De acuerdo/Totalmente de acuerdo",
      "Muy en desacuerdo/En desacuerdo/Ni de acuerdo ni en desacuerdo/De acuerdo/Muy de acuerdo",
      "Totalmente en desacuerdo/En desacuerdo/Algo en desacuerdo/Neutral/Algo de acuerdo/De acuerdo/Totalmente de acuerdo",
    ],
    frequency: [
      "Nunca/A veces/A menudo/Siempre",
      "Nunca/Casi nunca/A veces/Casi siempre/Siempre",
      "Nunca/Casi nunca/Rara vez/A veces/A menudo/Casi siempre/Siempre",
    ],
    satisfaction: [
      "Muy insatisfecho/Insatisfecho/Satisfecho/Muy satisfecho",
      "Muy insatisfecha/Insatisfecha/Ni satisfecha ni insatisfecha/Satisfecha/Muy satisfecha",
      "Muy insatisfecho/Insatisfecho/Algo insatisfecho/Neutral/Algo satisfecho/Satisfecho/Muy satisfecho",
    ],
    importance: [
      "Nada importante/Poco importante/Importante/Muy importante",
      "Nada importante/Poco importante/Neutral/Importante/Muy importante",
      "Nada importante/Poco importante/Algo importante/Moderadamente importante/Bastante importante/Importante/Muy importante",
    ],
    likelihood: [
      "Muy improbable/Improbable/Probable/Muy probable",
      "Muy improbable/Poco probable/Neutral/Probable/Muy probable",
      "Muy improbable/Improbable/Algo improbable/Neutral/Algo probable/Probable/Muy probable",
    ],
    quality: ["Muy mala/Mala/Buena/Muy buena", "Muy mala/Mala/Regular/Buena/Excelente", "Muy mala/Mala/Algo mala/Ni buena ni mala/Algo buena/Buena/Muy buena"],
  },
  German: {
    agreement: [
      "Stimme überhaupt nicht zu/Stimme eher nicht zu/Stimme eher zu/Stimme voll und ganz zu",
      "Trifft gar nicht zu/Trifft eher nicht zu/Teils/teils/Trifft eher zu/Trifft voll und ganz zu",
      "Stimme überhaupt nicht zu/Stimme eher nicht zu/Stimme teilweise nicht zu/Weder noch/Stimme teilweise zu/Stimme eher zu/Stimme voll zu",
    ],
    frequency: ["Nie/Selten/Manchmal/Oft", "Nie/Selten/Manchmal/Oft/Immer", "Nie/Fast nie/Selten/Manchmal/Oft/Sehr oft/Immer"],
    satisfaction: [
      "Sehr unzufrieden/Eher unzufrieden/Eher zufrieden/Sehr zufrieden",
      "Sehr unzufrieden/Unzufrieden/Weder noch/Zufrieden/Sehr zufrieden",
      "Sehr unzufrieden/Unzufrieden/Eher unzufrieden/Neutral/Eher zufrieden/Zufrieden/Sehr zufrieden",
    ],
    importance: [
      "Unwichtig/Eher unwichtig/Eher wichtig/Sehr wichtig",
      "Überhaupt nicht wichtig/Eher unwichtig/Mäßig wichtig/Eher wichtig/Sehr wichtig",
      "Sehr unwichtig/Unwichtig/Eher unwichtig/Neutral/Eher wichtig/Wichtig/Sehr wichtig",
    ],
    likelihood: [
      "Sehr unwahrscheinlich/Eher unwahrscheinlich/Eher wahrscheinlich/Sehr wahrscheinlich",
      "Sehr unwahrscheinlich/Unwahrscheinlich/Neutral/Wahrscheinlich/Sehr wahrscheinlich",
      "Sehr unwahrscheinlich/Unwahrscheinlich/Eher unwahrscheinlich/Vielleicht/Eher wahrscheinlich/Wahrscheinlich/Sehr wahrscheinlich",
    ],
    quality: [
      "Sehr schlecht/Schlecht/Gut/Sehr gut",
      "Sehr schlecht/Schlecht/Mittelmäßig/Gut/Sehr gut",
      "Sehr schlecht/Schlecht/Eher schlecht/Durchschnittlich/Eher gut/Gut/Sehr gut",
    ],
  },
  French: {
    agreement: [
      "Pas du tout d'accord/Plutôt pas d'accord/Plutôt d'accord/Tout à fait d'accord",
      "Pas du tout d’accord/Pas d’accord/Neutre/D’accord/Tout à fait d’accord",
      "Pas du tout d'accord/Pas d'accord/Un peu en désaccord/Ni d'accord ni pas d'accord/Un peu d'accord/D'accord/Tout à fait d'accord",
    ],
    frequency: [
      "Jamais/Parfois/Souvent/Toujours",
      "Jamais/Rarement/Parfois/Souvent/Toujours",
      "Jamais/Presque jamais/Rarement/Parfois/Souvent/Très souvent/Toujours",
    ],
    satisfaction: [
      "Pas du tout satisfait/Peu satisfait/Assez satisfait/Très satisfait",
      "Très insatisfait/Insatisfait/Neutre/Satisfait/Très satisfait",
      "Très insatisfaite/Insatisfaite/Plutôt insatisfaite/Neutre/Plutôt satisfaite/Satisfaite/Très satisfaite",
    ],
    importance: [
      "Pas du tout important/Peu important/Assez important/Très important",
      "Pas du tout important/Peu important/Neutre/Important/Très important",
      "Pas du tout important/Pas important/Un peu important/Neutre/Assez important/Important/Très important",
    ],
    likelihood: [
      "Très improbable/Peu probable/Probable/Très probable",
      "Très improbable/Improbable/Neutre/Probable/Très probable",
      "Très improbable/Improbable/Plutôt improbable/Neutre/Plutôt probable/Probable/Très probable",
    ],
    quality: [
      "Très mauvaise/Mauvaise/Bonne/Très bonne",
      "Très mauvaise/Mauvaise/Moyenne/Bonne/Excellente",
      "Très mauvais/Mauvais/Plutôt mauvais/Moyen/Plutôt bon/Bon/Très bon",
    ],
  },
  Portuguese: {
    agreement: [
      "Discordo totalmente/Discordo/Concordo/Concordo totalmente",
      "Discordo totalmente/Discordo/Nem concordo nem discordo/Concordo/Concordo totalmente",
      "Discordo totalmente/Discordo/Discordo parcialmente/Neutro/Concordo parcialmente/Concordo/Concordo totalmente",
    ],
    frequency: [
      "Nunca/Às vezes/Frequentemente/Sempre",
      "Nunca/Raramente/Às vezes/Frequentemente/Sempre",
      "Nunca/Quase nunca/Raramente/Às vezes/Frequentemente/Quase sempre/Sempre",
    ],
    satisfaction: [
      "Muito insatisfeito/Insatisfeito/Satisfeito/Muito satisfeito",
      "Muito insatisfeita/Insatisfeita/Neutro/Satisfeita/Muito satisfeita",
      "Muito insatisfeito/Insatisfeito/Um pouco insatisfeito/Neutro/Um pouco satisfeito/Satisfeito/Muito satisfeito",
    ],
    importance: [
      "Nada importante/Pouco importante/Importante/Muito importante",
      "Sem importância/Pouco importante/Neutro/Importante/Muito importante",
      "Nada importante/Pouco importante/Um pouco importante/Neutro/Bastante importante/Importante/Muito importante",
    ],
    likelihood: [
      "Muito improvável/Improvável/Provável/Muito provável",
      "Muito improvável/Pouco provável/Talvez/Provável/Muito provável",
      "Muito improvável/Improvável/Um pouco improvável/Neutro/Um pouco provável/Provável/Muito provável",
    ],
    quality: ["Péssimo/Ruim/Bom/Ótimo", "Péssima/Ruim/Regular/Boa/Ótima", "Muito ruim/Ruim/Um pouco ruim/Regular/Um pouco boa/Boa/Muito boa"],
  },
  Indonesian: {
    agreement: [
      "Sangat tidak setuju/Tidak setuju/Setuju/Sangat setuju",
      "Sangat tidak setuju/Tidak setuju/Netral/Setuju/Sangat setuju",
      "Sangat tidak setuju/Tidak setuju/Agak tidak setuju/Netral/Agak setuju/Setuju/Sangat setuju",
    ],
    frequency: [
      "Tidak pernah/Kadang-kadang/Sering/Selalu",
      "Tidak pernah/Jarang/Kadang-kadang/Sering/Selalu",
      "Tidak pernah/Hampir tidak pernah/Jarang/Kadang-kadang/Sering/Sangat sering/Selalu",
    ],
    satisfaction: [
      "Sangat tidak puas/Tidak puas/Puas/Sangat puas",
      "Sangat tidak puas/Tidak puas/Netral/Puas/Sangat puas",
      "Sangat tidak puas/Tidak puas/Agak tidak puas/Netral/Agak puas/Puas/Sangat puas",
    ],
    importance: [
      "Sangat tidak penting/Tidak penting/Penting/Sangat penting",
      "Sangat tidak penting/Tidak penting/Netral/Penting/Sangat penting",
      "Sangat tidak penting/Tidak penting/Agak tidak penting/Netral/Agak penting/Penting/Sangat penting",
    ],
    likelihood: [
      "Sangat tidak mungkin/Tidak mungkin/Mungkin/Sangat mungkin",
      "Sangat tidak mungkin/Tidak mungkin/Netral/Mungkin/Sangat mungkin",
      "Sangat tidak mungkin/Tidak mungkin/Agak tidak mungkin/Netral/Agak mungkin/Mungkin/Sangat mungkin",
    ],
    quality: [
      "Sangat buruk/Buruk/Baik/Sangat baik",
      "Sangat buruk/Buruk/Cukup/Baik/Sangat baik",
      "Sangat buruk/Buruk/Kurang baik/Sedang/Cukup baik/Baik/Sangat baik",
    ],
  },
  Thai: {
    agreement: [
      "ไม่เห็นด้วยอย่างยิ่ง/ไม่เห็นด้วย/เห็นด้วย/เห็นด้วยอย่างยิ่ง",
      "ไม่เห็นด้วยอย่างยิ่ง/ไม่เห็นด้วย/ไม่แน่ใจ/เห็นด้วย/เห็นด้วยอย่างยิ่ง",
      "ไม่เห็นด้วยอย่างยิ่ง/ไม่เห็นด้วย/ค่อนข้างไม่เห็นด้วย/เฉยๆ/ค่อนข้างเห็นด้วย/เห็นด้วย/เห็นด้วยอย่างยิ่ง",
    ],
    frequency: ["ไม่เคย/บางครั้ง/บ่อยครั้ง/เสมอ", "ไม่เคย/นานๆ ครั้ง/บางครั้ง/บ่อยครั้ง/เป็นประจำ", "ไม่เคย/แทบไม่เคย/นานๆ ครั้ง/บางครั้ง/บ่อย/บ่อยมาก/เสมอ"],
    satisfaction: [
      "ไม่พอใจมาก/ไม่พอใจ/พอใจ/พอใจมาก",
      "ไม่พึงพอใจอย่างยิ่ง/ไม่พึงพอใจ/ปานกลาง/พึงพอใจ/พึงพอใจมาก",
      "ไม่พอใจมาก/ไม่พอใจ/ค่อนข้างไม่พอใจ/เฉยๆ/ค่อนข้างพอใจ/พอใจ/พอใจมาก",
    ],
    importance: ["ไม่สำคัญเลย/ไม่สำคัญ/สำคัญ/สำคัญมาก", "ไม่สำคัญเลย/ไม่สำคัญ/ปานกลาง/สำคัญ/สำคัญมาก", "ไม่สำคัญเลย/ไม่สำคัญ/ค่อนข้างไม่สำคัญ/ปานกลาง/ค่อนข้างสำคัญ/สำคัญ/สำคัญมากที่สุด"],
    likelihood: [
      "เป็นไปไม่ได้เลย/เป็นไปไม่ได้/เป็นไปได้/เป็นไปได้มาก",
      "เป็นไปไม่ได้เลย/ไม่น่าเป็นไปได้/ไม่แน่ใจ/เป็นไปได้/เป็นไปได้มาก",
      "เป็นไปไม่ได้เลย/เป็นไปไม่ได้/ค่อนข้างเป็นไปไม่ได้/ไม่แน่ใจ/ค่อนข้างเป็นไปได้/เป็นไปได้/เป็นไปได้มากที่สุด",
    ],
    quality: ["แย่มาก/แย่/ดี/ดีมาก", "แย่มาก/แย่/ปานกลาง/ดี/ดีมาก", "แย่มาก/แย่/ค่อนข้างแย่/ปานกลาง/ค่อนข้างดี/ดี/ดีมาก"],
  },
};

const cases = Object.entries(scales).flatMap(([language, families]) =>
  Object.entries(families).flatMap(([family, variants]) =>
    variants.map((written): [string, string[]] => {
      const points = written
        .replace("Teils/teils", "Teils|teils")
        .split("/")
        .map((point) => point.replace("|", "/"));
      return [`${language}, ${family}, ${points.length} points`, points];
    }),
  ),
);
const quoted = (text: string): string => `"${text}"`;

describe("answer words in eight languages and six families", () => {
  it("are here with four, five and seven points each", () => {
    expect(cases.length).toBe(8 * 6 * 3);
    expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length);
  });

  it.each(cases)("%s", async (_, points) => {
    const rows = Array.from({ length: points.length * 3 }, (_, r) => [
      (r * 3 + 1) % points.length,
      (r * 2 + Math.floor(r / points.length)) % points.length,
      r % (points.length - 1),
    ]);
    const text = `a,b,c\n${rows.map((row) => row.map((point) => quoted(points[point])).join(",")).join("\n")}\n`;
    const survey = await readSurvey(new TextEncoder().encode(text), { name: "s.csv" });
    expect(survey.columns.map((column) => [column.role, cells(column)])).toEqual([0, 1, 2].map((c) => ["item", rows.map((row) => row[c] + 1)]));
    expect(survey.warnings.map(({ code }) => code)).toEqual(["answer-words"]);
  });
});

it("words that differ are different points, in every item in the same words", async () => {
  const words = ["Not at all important", "Slightly important", "Important", "Very important"];
  const rows = Array.from({ length: 12 }, (_, r) => [r % 4, r % 2 === 0 ? 3 : 1]);
  const text = `a,b\n${rows.map((row) => row.map((point) => words[point]).join(",")).join("\n")}\n`;
  const survey = await readSurvey(new TextEncoder().encode(text), { name: "s.csv" });
  expect(survey.columns.map(cells)).toEqual([rows.map(([a]) => a + 1), rows.map(([, b]) => b + 1)]);
});
