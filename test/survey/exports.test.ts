import { describe, expect, it } from "vitest";
import { readSurvey } from "../../src/survey/read";
import { type Column, type Survey } from "../../src/survey/survey";

const read = (text: string): Promise<Survey> => readSurvey(new TextEncoder().encode(text), { name: "export.csv" });
const cells = (column: Column): (number | string | null)[] =>
  column.kind === "text" ? [...column.values] : Array.from(column.values, (value) => (value === column.sentinel || Number.isNaN(value) ? null : value));
const items = (survey: Survey) => survey.columns.filter((column) => column.role === "item");
const roles = (survey: Survey) => Object.fromEntries(survey.columns.map((column) => [column.name, column.role]));
const service = (survey: Survey) => survey.warnings.find((warning) => warning.code === "service-export")?.data?.service;

/** Answers that repeat none of the others' patterns, in words. */
const words = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"];
const answer = (row: number, item: number) => words[(row * 2 + item * 3) % 5];

describe("exports of questionnaire services", () => {
  it("Qualtrics: three header rows", async () => {
    const rows = Array.from(
      { length: 8 },
      (_, r) =>
        `2024-03-0${r + 1} 10:00:00,2024-03-0${r + 1} 10:05:00,IP Address,100,${300 + r * 17},True,R_${r}ab,"${answer(r, 0)}","${answer(r, 1)}",${(r % 2) + 1},"thoughts ${r}"`,
    );
    const survey = await read(
      [
        "StartDate,EndDate,Status,Progress,Duration (in seconds),Finished,ResponseId,Q1_1,Q1_2,Q2,Q3",
        'Start Date,End Date,Response Type,Progress,Duration (in seconds),Finished,Response ID,"How far do you agree?\n- I like maps","How far do you agree?\n- I like, charts",What is your gender?,Anything else?',
        '"{""ImportId"":""startDate"",""timeZone"":""America/Denver""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""progress""}","{""ImportId"":""duration""}","{""ImportId"":""finished""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1_1""}","{""ImportId"":""QID1_2""}","{""ImportId"":""QID2""}","{""ImportId"":""QID3_TEXT""}"',
        ...rows,
      ].join("\n"),
    );
    expect(service(survey)).toBe("Qualtrics");
    expect(survey.rows).toBe(8);
    expect(items(survey).map((column) => [column.name, column.label])).toEqual([
      ["Q1_1", "How far do you agree? - I like maps"],
      ["Q1_2", "How far do you agree? - I like, charts"],
    ]);
    expect(cells(survey.columns[7])).toEqual([1, 3, 5, 2, 4, 1, 3, 5]);
    expect(roles(survey)).toMatchObject({
      StartDate: "date",
      EndDate: "date",
      "Duration (in seconds)": "timing",
      ResponseId: "identifier",
      Q2: "group",
      Q3: "text",
    });
  });

  it("SurveyMonkey: questions, then rows of the grid", async () => {
    const survey = await read(
      [
        "Respondent ID,Collector ID,Date Created,Date Modified,IP Address,Email Address,First Name,Last Name,Custom Data 1,How do you feel about reading?,,,What is your age group?,Comments",
        ",,,,,,,,,I read often,I enjoy it,I lend books,Response,Open-Ended Response",
        ...Array.from(
          { length: 7 },
          (_, r) =>
            `11${r}22,900,03/0${r + 1}/2024 10:00:00 AM,03/0${r + 1}/2024 10:04:00 AM,10.0.0.${r},,,,,${answer(r, 0)},${answer(r, 1)},${r === 2 ? "" : answer(r, 2)},${r % 2 ? "18-24" : "25-34"},comment number ${r}`,
        ),
      ].join("\n"),
    );
    expect(service(survey)).toBe("SurveyMonkey");
    expect(survey.rows).toBe(7);
    expect(items(survey).map((column) => [column.name, column.label])).toEqual([
      ["Q1_1", "How do you feel about reading? – I read often"],
      ["Q1_2", "How do you feel about reading? – I enjoy it"],
      ["Q1_3", "How do you feel about reading? – I lend books"],
    ]);
    expect(cells(items(survey)[2])).toEqual([2, 4, null, 3, 5, 2, 4]);
    expect(roles(survey)).toMatchObject({ "Date Created": "date", "Respondent ID": "identifier", Q2: "group", Q3: "text" });
  });

  it("Google Forms: questions as headers, answers as words", async () => {
    const survey = await read(
      [
        '"Timestamp","Your gender","I understand how the library is organised.","How often do you visit? [On weekdays]","How often do you visit? [At weekends]","On a scale from 1 to 5, how do you rate it?"',
        ...Array.from(
          { length: 6 },
          (_, r) =>
            `"3/${r + 1}/2024 9:1${r}:00","${r % 2 ? "Female" : "Male"}","${answer(r, 0)}","${["Never", "Rarely", "Sometimes", "Often", "Always"][r % 5]}","${["Sometimes", "Often"][r % 2]}",${(r % 5) + 1}`,
        ),
      ].join("\n"),
    );
    expect(service(survey)).toBe("Google Forms");
    expect(items(survey).map((column) => [column.name, column.label])).toEqual([
      ["Q1", "I understand how the library is organised."],
      ["Q2_1", "How often do you visit? [On weekdays]"],
      ["Q2_2", "How often do you visit? [At weekends]"],
      ["Q3", "On a scale from 1 to 5, how do you rate it?"],
    ]);
    expect(cells(items(survey)[2])).toEqual([3, 4, 3, 4, 3, 4]); // coded as the other visits are
    expect(roles(survey)).toMatchObject({ Timestamp: "date", "Your gender": "group" });
  });

  it("Microsoft Forms", async () => {
    const survey = await read(
      [
        "ID;Start time;Completion time;Email;Name;1. The course was well organised and clear;2. I would recommend the course to others",
        ...Array.from({ length: 6 }, (_, r) => `${r + 1};3/1/24 10:0${r}:00;3/1/24 10:1${r}:00;anonymous;;${answer(r, 0)};${answer(r, 2)}`),
      ].join("\n"),
    );
    expect(service(survey)).toBe("Microsoft Forms");
    expect(items(survey).map((column) => column.name)).toEqual(["Q1", "Q2"]);
    expect(roles(survey)).toMatchObject({ ID: "identifier", "Start time": "date" });
  });

  it("LimeSurvey: codes with texts", async () => {
    const survey = await read(
      [
        '"id. Response ID","submitdate. Date submitted","lastpage. Last page","startlanguage. Start language","seed. Seed","G01Q02[SQ001]. Please rate. [Food]","G01Q02[SQ002]. Please rate. [Rooms]","interviewtime. Total time"',
        ...Array.from(
          { length: 6 },
          (_, r) => `"${r + 1}","2024-03-0${r + 1} 10:00:00","4","en","${9000 + r}","${((r * 2) % 5) + 1}","${(r % 5) + 1}","${123.5 + r}"`,
        ),
      ].join("\n"),
    );
    expect(service(survey)).toBe("LimeSurvey");
    expect(items(survey).map((column) => [column.name, column.label])).toEqual([
      ["G01Q02_SQ001", "Please rate. [Food]"],
      ["G01Q02_SQ002", "Please rate. [Rooms]"],
    ]);
    expect(roles(survey)).toMatchObject({ id: "identifier", submitdate: "date", seed: "identifier", interviewtime: "timing" });
  });

  it("REDCap", async () => {
    const survey = await read(
      [
        "record_id,redcap_event_name,redcap_survey_identifier,mood_timestamp,mood1,mood2,sex,mood_complete",
        ...Array.from({ length: 6 }, (_, r) => `${r + 1},baseline_arm_1,,2024-03-0${r + 1} 10:00:00,${(r % 5) + 1},${((r * 3) % 5) + 1},${r % 2},${r % 3}`),
      ].join("\n"),
    );
    expect(service(survey)).toBe("REDCap");
    expect(items(survey).map((column) => column.name)).toEqual(["mood1", "mood2"]);
    expect(roles(survey)).toMatchObject({ record_id: "identifier", mood_timestamp: "date", sex: "group", mood_complete: "identifier" });
  });

  it("问卷星", async () => {
    const scale = ["非常不同意", "不同意", "一般", "同意", "非常同意"];
    const survey = await read(
      [
        "序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、您的性别：,2、请评价以下说法—我喜欢阅读,2、请评价以下说法—我经常去图书馆,3、您对学校的总体满意程度是？,总分",
        ...Array.from(
          { length: 6 },
          (_, r) =>
            `${r + 1},2024/3/${r + 1} 10:00:00,${100 + r * 13}秒,微信,直接访问,1.2.3.${r}(北京-北京),${r % 2 ? "男" : "女"},${scale[r % 5]},${scale[(r * 2) % 5]},${(r % 5) + 1},${r}`,
        ),
      ].join("\n"),
    );
    expect(service(survey)).toBe("问卷星");
    expect(items(survey).map((column) => [column.name, column.label])).toEqual([
      ["Q2_1", "2、请评价以下说法—我喜欢阅读"],
      ["Q2_2", "2、请评价以下说法—我经常去图书馆"],
      ["Q3", "3、您对学校的总体满意程度是？"],
    ]);
    expect(cells(items(survey)[0])).toEqual([1, 2, 3, 4, 5, 1]);
    expect(roles(survey)).toMatchObject({ 序号: "identifier", 提交答卷时间: "date", 所用时间: "timing", Q1: "group" });
  });
});

describe("columns headed by questions, of no known service", () => {
  const names = async (...headers: string[]) => {
    const rows = Array.from({ length: 6 }, (_, r) => headers.map((_, c) => ((r * (c + 1)) % 5) + 1).join(","));
    return (await read(`${headers.map((header) => `"${header}"`).join(",")}\n${rows.join("\n")}\n`)).columns.map((column) => [column.name, column.label]);
  };

  it("get short names, and keep the question as label", async () => {
    expect(
      await names("Q1. I feel at home", "Q2. I would recommend this school to my friends", "gender", "PU3: Using it makes my work much easier than before"),
    ).toEqual([
      ["Q1", "Q1. I feel at home"],
      ["Q2", "Q2. I would recommend this school to my friends"],
      ["gender", undefined],
      ["PU3", "PU3: Using it makes my work much easier than before"],
    ]);
  });

  it("may stand in the second row", async () => {
    const rows = Array.from({ length: 5 }, (_, r) => `${r + 1},${(r % 5) + 1},${((r * 2) % 5) + 1},note ${r}`);
    const survey = await read(`id,Q1,Q2,Q3\nRespondent,I like maps,"I like, charts",Remarks\n${rows.join("\n")}\n`);
    expect([survey.rows, survey.columns[1].label, survey.columns[2].label, survey.columns[1].role]).toEqual([5, "I like maps", "I like, charts", "item"]);
    const plain = await read(`id,Q1,Q2,Q3\n1,NA,x,y\n${rows.join("\n")}\n`);
    expect(plain.rows).toBe(6);
  });

  it("keep names that are names, however long", async () => {
    const long = ["perceived_organizational_support_item_1", "perceived_organizational_support_item_2", "Q1.1", "Job satisfaction"];
    expect(await names(...long)).toEqual(long.map((name) => [name, undefined]));
  });
});

describe("answers in words", () => {
  const column = (answers: readonly string[]) => read(`x,y\n${answers.map((text, r) => `"${text}",${r}`).join("\n")}\n`);

  it.each<[string, string[]]>([
    ["English, five points", ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]],
    ["English, four points", ["Strongly Disagree", "Disagree", "Agree", "Strongly Agree"]],
    [
      "English, seven points",
      ["Strongly disagree", "Disagree", "Somewhat disagree", "Neither agree nor disagree", "Somewhat agree", "Agree", "Strongly agree"],
    ],
    ["English, Qualtrics' five points", ["Strongly disagree", "Somewhat disagree", "Neither agree nor disagree", "Somewhat agree", "Strongly agree"]],
    ["English, frequency", ["Never", "Rarely", "Sometimes", "Often", "Always"]],
    ["English, perceived stress", ["Never", "Almost never", "Sometimes", "Fairly often", "Very often"]],
    ["English, satisfaction", ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"]],
    ["English, quality", ["Poor", "Fair", "Good", "Very good", "Excellent"]],
    ["Chinese", ["非常不同意", "不同意", "一般", "同意", "非常同意"]],
    ["Chinese, traditional", ["非常不同意", "不同意", "普通", "同意", "非常同意"]],
    ["Spanish", ["Totalmente en desacuerdo", "En desacuerdo", "Ni de acuerdo ni en desacuerdo", "De acuerdo", "Totalmente de acuerdo"]],
    ["German", ["trifft gar nicht zu", "trifft eher nicht zu", "teils/teils", "trifft eher zu", "trifft voll und ganz zu"]],
    ["French", ["Pas du tout d’accord", "Plutôt pas d’accord", "Ni d’accord ni pas d’accord", "Plutôt d’accord", "Tout à fait d’accord"]],
    ["Portuguese", ["Discordo totalmente", "Discordo parcialmente", "Não concordo nem discordo", "Concordo parcialmente", "Concordo totalmente"]],
    ["Indonesian", ["Sangat Tidak Setuju", "Tidak Setuju", "Netral", "Setuju", "Sangat Setuju"]],
    ["Thai", ["ไม่เห็นด้วยอย่างยิ่ง", "ไม่เห็นด้วย", "ไม่แน่ใจ", "เห็นด้วย", "เห็นด้วยอย่างยิ่ง"]],
    ["Thai, amounts", ["น้อยที่สุด", "น้อย", "ปานกลาง", "มาก", "มากที่สุด"]],
    ["Japanese", ["まったくそう思わない", "そう思わない", "どちらともいえない", "そう思う", "とてもそう思う"]],
    ["Korean", ["전혀 그렇지 않다", "그렇지 않다", "보통이다", "그렇다", "매우 그렇다"]],
    ["numbers and words", ["1 - Not at all", "2 - Hardly", "3 - Somewhat", "4 - Rather", "5 - Entirely"]],
    ["words with their numbers", ["No, never (1)", "Now and then (2)", "Yes, all day (3)"]],
  ])("%s", async (_, scale) => {
    const order = scale.map((_, k) => (k * 2 + 1) % scale.length).concat(scale.map((_, k) => k));
    const survey = await column(order.map((k) => scale[k]));
    const [x] = survey.columns;
    expect([x.role, cells(x)]).toEqual(["item", order.map((k) => k + 1)]);
    expect(x.kind === "numeric" && [...x.valueLabels!.keys()]).toEqual(scale.map((_, k) => k + 1));
    expect(survey.warnings.map((warning) => warning.code)).toContain("answer-words");
  });

  it("keeps the full scale where an item misses a point that the others have", async () => {
    const survey = await read("a,b\nStrongly disagree,Agree\nNeutral,Agree\nDisagree,Strongly agree\nAgree,Agree\nStrongly agree,Neutral\n");
    expect(cells(survey.columns[1])).toEqual([4, 4, 5, 4, 3]);
  });

  it("reads refusals among answers as missing, and says so", async () => {
    const survey = await column(["Agree", "Prefer not to say", "Disagree", "Strongly agree", "Neutral", "Strongly disagree"]);
    expect(cells(survey.columns[0])).toEqual([4, null, 2, 5, 3, 1]);
    expect(survey.warnings.find((warning) => warning.code === "refusal-words")?.message).toBe('"Prefer not to say" is read as missing in x.');
    expect(cells((await column(["1", "2", "Don't know", "5", "3"])).columns[0])).toEqual([1, 2, null, 5, 3]);
  });

  it("reads LimeSurvey's answer codes, where there are several such columns", async () => {
    const rows = [1, 2, 3, 4, 5, 3].map((k) => `A${k},AO0${6 - k},A${(k % 3) + 1},A${(k % 2) + 1}x`);
    const survey = await read(`a,b,c,d\n${rows.join("\n")}\n`);
    expect(survey.columns.map(cells)).toEqual([
      [1, 2, 3, 4, 5, 3],
      [5, 4, 3, 2, 1, 3],
      [2, 3, 1, 2, 3, 1],
      ["A2x", "A1x", "A2x", "A1x", "A2x", "A2x"],
    ]);
    expect((await column(["A1", "A2", "A3", "A1", "A2"])).columns[0].role).toBe("group");
  });

  it("leaves words that are no scale as they are", async () => {
    for (const words of [
      ["Male", "Female"],
      ["Yes", "No", "Maybe"],
      ["18-24", "25-34", "35-44"],
      ["Red", "Agree", "Disagree"],
      ["2 children", "3 children", "1 child"],
    ]) {
      const survey = await column([...words, ...words, ...words]);
      expect([words, survey.columns[0].kind, survey.columns[0].role]).toEqual([words, "text", "group"]);
    }
  });
});

describe("suspect values", () => {
  const items = (value: (row: number, item: number) => number | string) =>
    read(`Q1,Q2,Q3,Q4,Q5\n${Array.from({ length: 60 }, (_, r) => [0, 1, 2, 3, 4].map((i) => value(r, i)).join(",")).join("\n")}\n`);
  const likert = (row: number, item: number) => ((row * (item + 1)) % 5) + 1;

  it("names codes that look missing and are counted", async () => {
    for (const code of [9, 99, -9, 999, -99]) {
      const survey = await items((row, item) => (row === 17 && item < 2 ? code : likert(row + item, item % 3)));
      expect([code, survey.warnings.map((warning) => [warning.code, warning.data?.columns])]).toEqual([code, [["suspect-missing-code", ["Q1", "Q2"]]]]);
    }
  });

  it("names a slip and its row", async () => {
    const survey = await items((row, item) => (row === 17 && item === 2 ? 7 : likert(row + item, item % 3)));
    expect(survey.warnings.map((warning) => warning.message)).toEqual(["Q3 has 7 in row 19 of the file; the other items have 1 to 5."]);
  });

  it("does not call a single 8 a code: it may be a number of siblings", async () => {
    const survey = await read(`siblings,Q2\n${Array.from({ length: 30 }, (_, r) => `${r === 5 ? 8 : r % 4},${(r % 5) + 1}`).join("\n")}\n`);
    expect(survey.warnings.map((warning) => warning.code)).toEqual([]);
  });

  it("is silent about an eleven-point scale, a right-or-wrong item and a scale with 9 points", async () => {
    for (const value of [
      (r: number, i: number) => (r * (i + 3)) % 11,
      (r: number, i: number) => (r + i) % 2,
      (r: number, i: number) => ((r * (i + 4)) % 9) + 1,
    ]) {
      expect((await items(value)).warnings.map((warning) => warning.message)).toEqual([]);
    }
  });
});
