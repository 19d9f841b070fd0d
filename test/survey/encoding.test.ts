import { describe, expect, it } from "vitest";
import { ScreeError } from "../../src/errors";
import { guessEncoding } from "../../src/survey/encoding-guess";
import { readSurvey } from "../../src/survey/read";

/** What `TextDecoder` decodes, the other way round. */
function encoder(encoding: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, number[]>();
  const add = (...bytes: number[]) => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
    } catch {
      // not a character
    }
  };
  for (let a = 0; a < 256; a++) add(a);
  if (!encoding.startsWith("windows")) for (let a = 0x81; a < 0xff; a++) for (let b = 0x40; b < 0xff; b++) add(a, b);
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((character) => {
        const bytes = table.get(character);
        if (!bytes) throw new Error(`${character} is not in ${encoding}`);
        return bytes;
      }),
    );
}

/** Sentences as questionnaires have them, written for this test. */
const languages: Record<string, { encoding: string; text: string }> = {
  "simplified Chinese": {
    encoding: "gb18030",
    text: "您的性别,我对目前的学习感到满意,老师经常鼓励我提出问题,非常同意,比较同意,一般,不太同意,完全不同意,每周使用手机的时间,我能够按时完成作业",
  },
  "traditional Chinese": {
    encoding: "big5",
    text: "您的性別,我對目前的學習感到滿意,老師經常鼓勵我提出問題,非常同意,同意,普通,不同意,非常不同意,每週使用手機的時間,我能夠按時完成作業",
  },
  "Japanese (Shift_JIS)": {
    encoding: "shift_jis",
    text: "性別,授業の内容に満足している,先生はよく質問に答えてくれる,とてもそう思う,そう思う,どちらともいえない,そう思わない,毎日の勉強時間",
  },
  "Japanese (EUC)": {
    encoding: "euc-jp",
    text: "性別,授業の内容に満足している,先生はよく質問に答えてくれる,とてもそう思う,そう思う,どちらともいえない,そう思わない,毎日の勉強時間",
  },
  Korean: {
    encoding: "euc-kr",
    text: "성별,나는 수업에 만족한다,선생님은 질문에 잘 대답해 주신다,매우 그렇다,그렇다,보통이다,그렇지 않다,전혀 그렇지 않다,하루 공부 시간",
  },
  Thai: { encoding: "windows-874", text: "เพศ,ฉันพอใจกับการเรียน,ครูตอบคำถามของฉันเสมอ,เห็นด้วยอย่างยิ่ง,เห็นด้วย,ไม่แน่ใจ,ไม่เห็นด้วย,ไม่เห็นด้วยอย่างยิ่ง,เวลาที่ใช้ต่อวัน" },
  Russian: {
    encoding: "windows-1251",
    text: "Пол,Я доволен своей учёбой,Учитель часто отвечает на вопросы,Полностью согласен,Согласен,Трудно сказать,Не согласен,Сколько времени вы учитесь",
  },
  Greek: {
    encoding: "windows-1253",
    text: "Φύλο,Είμαι ικανοποιημένος από τις σπουδές μου,Ο δάσκαλος απαντά στις ερωτήσεις,Συμφωνώ απόλυτα,Συμφωνώ,Διαφωνώ,Πόσο χρόνο μελετάτε",
  },
  Hebrew: { encoding: "windows-1255", text: "מין,אני מרוצה מהלימודים שלי,המורה עונה על השאלות שלי,מסכים מאוד,מסכים,לא מסכים,כמה זמן אתה לומד ביום" },
  Arabic: { encoding: "windows-1256", text: "الجنس,أنا راض عن دراستي,المعلم يجيب على أسئلتي,أوافق بشدة,أوافق,محايد,لا أوافق,كم من الوقت تدرس في اليوم" },
  German: {
    encoding: "windows-1252",
    text: "Geschlecht,Ich fühle mich häufig müde,Größe der Schule,trifft völlig zu,trifft überhaupt nicht zu,Wie schätzen Sie Ihre Kenntnisse ein,männlich",
  },
  French: {
    encoding: "windows-1252",
    text: "Âge,Je me sens fatigué après l'école,Tout à fait d'accord,Plutôt en désaccord,Niveau d'études déjà terminé,très élevé,être à l'aise",
  },
  Spanish: {
    encoding: "windows-1252",
    text: "Género,¿Cuántos años tiene?,Me siento cansado después de la clase,Según mi opinión,Muy de acuerdo,Educación,niños y niñas",
  },
  Portuguese: { encoding: "windows-1252", text: "Gênero,Sinto-me cansado após a aula,Não concordo,Opinião,Situação de educação,Você está satisfeito,às vezes" },
  Polish: {
    encoding: "windows-1250",
    text: "Płeć,Czuję się zmęczony po zajęciach,zdecydowanie się zgadzam,Wykształcenie średnie,Jak często się uczysz,Źródło wiedzy,mężczyzna",
  },
  Turkish: {
    encoding: "windows-1254",
    text: "Cinsiyet,Öğretmen sorularıma yanıt verir,Kesinlikle katılıyorum,Katılmıyorum,Eğitim düzeyi,Kaç yaşındasınız,Ders çalışıyorum",
  },
};

describe("an encoding that a file does not name", () => {
  it.each(Object.entries(languages))("%s is recognised, with its confidence", (_, { encoding, text }) => {
    const guess = guessEncoding(encoder(encoding)(`id,Q1\n1,"${text}"\n`));
    expect(guess).toMatchObject({ encoding });
    expect(guess.confidence).toBeGreaterThan(0.5);
  });

  /** Cells of five, one and two of the texts: headers and answers are often all there is. */
  it("is recognised in short texts, nearly always", () => {
    const missed: string[] = [];
    let tries = 0;
    for (const [language, { encoding, text }] of Object.entries(languages)) {
      const encode = encoder(encoding);
      const parts = text.split(",").filter((part) => [...part].some((character) => character.charCodeAt(0) > 127));
      for (let from = 0; from + 3 <= parts.length; from++) {
        tries++;
        const guess = guessEncoding(encode(`a,b\n${parts.slice(from, from + 3).join("\n")}\n`));
        if (guess.encoding !== encoding) missed.push(`${language}: ${guess.encoding}`);
      }
    }
    expect(tries).toBeGreaterThan(80);
    expect(missed.length / tries, missed.join("; ")).toBeLessThan(0.05);
  });

  it("is said, and can be overridden", async () => {
    const bytes = encoder("gb18030")("性别,Q1,Q2\n女,1,2\n男,5,4\n女,3,3\n男,2,2\n");
    const survey = await readSurvey(bytes, { name: "s.csv" });
    expect(survey.columns[0]).toMatchObject({ name: "性别", role: "group" });
    expect(survey.warnings[0].message).toMatch(
      /^s\.csv is not UTF-8; its text is read as gb18030 \(Chinese, simplified; confidence \d\d%.{0,60}\)\. .*--encoding [a-z0-9-]+, or encoding: [a-z0-9-]+ in the study file\.$/,
    );
    const big5 = await readSurvey(encoder("big5")("性別,Q1\n女,1\n男,5\n"), { name: "s.csv", encoding: "big5" });
    expect([big5.columns[0].name, big5.warnings.some((warning) => warning.code === "encoding-guessed")]).toEqual(["性別", false]);
  });

  it("is not guessed where a UTF-8 file has one wrong byte", async () => {
    const bytes = new TextEncoder().encode("a,b\n1,Zoë\n2,Åsa\n3,Émile\n4,Jürgen\n5,Øyvind\n6,xx\n");
    bytes[bytes.length - 2] = 0xff;
    const error = await readSurvey(bytes, { name: "s.csv" }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ScreeError);
    expect(error).toMatchObject({ code: "not-utf-8", data: { byte: bytes.length - 1 } });
  });
});
