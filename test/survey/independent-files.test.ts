import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSurvey } from "../../src/survey/read";
import { type DeclaredMissing, type NumericColumn } from "../../src/survey/survey";
import { tableOf } from "./cells";

const read = (name: string, options: object = {}) => readSurvey(new Uint8Array(readFileSync(`test/fixtures/survey/${name}`)), { name, ...options });
const numeric = (survey: Awaited<ReturnType<typeof read>>, name: string) => survey.columns.find((column) => column.name === name) as NumericColumn;
const reasons = (missing: readonly DeclaredMissing[] | undefined) => missing?.map(({ code, label, rows }) => [code, label, [...rows]]);

const piece = "กขฃคฅฆงจฉชซฌญ";

/** `haven.R` beside the fixtures says what haven (ReadStat) was told to write. */
describe.each([113, 114, 115, 117, 118, 119])("a Stata file of release %i written by haven", (release) => {
  it("has its values, labels, dates and long texts", async () => {
    const survey = await read(`haven-${release}.dta`);
    const essay = { 117: ["x".repeat(1200), "z"], 118: ["ก".repeat(400), `z${piece.repeat(11)}`], 119: ["ก".repeat(400), `z${piece.repeat(11)}`] }[release];
    expect(tableOf(survey)).toEqual({
      id: [1, 2, 3, 4, 5, 6],
      q1: [1, 5, null, null, null, 3],
      q2: [2, 4, null, 1, 5, 3],
      half: [0.5, null, -2.25, 1e10, null, null],
      day: ["2024-03-01", "1999-12-31", "", "2000-02-29", "1960-01-01", "1959-12-31"],
      word: ["Zoe", "", "a", "b", "c", "d"],
      ...(essay ? { essay: [essay[0], "y", "", essay[1], "y", "last"] } : {}),
    });
    expect(numeric(survey, "q1").label).toBe(release >= 118 ? "ฉันใช้ AI ช่วยเขียนงาน" : "First statement");
    expect([...numeric(survey, "q1").valueLabels!]).toEqual([
      [1, "Strongly disagree"],
      [5, "Strongly agree"],
    ]);
  });

  it("keeps which letter stood where, with its label, and says so", async () => {
    const survey = await read(`haven-${release}.dta`);
    expect(reasons(numeric(survey, "q1").declaredMissing)).toEqual([
      [".a", "Refused", [2]],
      [".b", "Don't know", [3]],
    ]);
    expect(reasons(numeric(survey, "half").declaredMissing)).toEqual([
      [".a", undefined, [4]],
      [".z", undefined, [1]],
    ]);
    expect(numeric(survey, "q2").declaredMissing).toBeUndefined(); // system-missing only
    expect(survey.warnings.find(({ code }) => code === "missing-letters")?.message).toContain(".a (Refused) in q1, 1 cell");
  });
});

/** `foreign.R`: R's older writer, which gives dates as days since 1960 without a format. */
it.each([113, 114, 115])("a Stata file of release %i written by R's foreign", async (release) => {
  const survey = await read(`foreign-${release}.dta`);
  expect(tableOf(survey)).toEqual({
    id: [1, 2, 3, 4],
    Q1: [1, 3, null, 2],
    half: [0.5, null, -2.25, 1e10],
    word: ["Zoe", "x", "a", "b"],
    yes: [1, 0, null, 1],
    day: [23436, null, 14609, 0],
  });
  expect([...numeric(survey, "Q1").valueLabels!.values()]).toEqual(["low", "mid", "high"]);
  expect(numeric(survey, "Q1").label).toBe("First statement");
});

describe.each(["none", "byte", "zsav"])("an SPSS file written by haven, compression %s", (compression) => {
  it("has values, labels, user-missing values and ranges, long texts and dates", async () => {
    const survey = await read(`haven-${compression}.sav`);
    const thai = piece.repeat(11);
    expect(tableOf(survey)).toEqual({
      id: [1, 2, 3, 4, 5, 6],
      q1: [1, 5, null, null, null, 3],
      q2: [1, null, null, null, null, -1],
      q3: [1, null, null, null, null, 4],
      code: ["a", "", "b", "", "", "c"],
      long: ["", "a", "ab", "abc", "abcd", "abcde"].map((start) => start + thai),
      verylong: ["x", "", "xx", "xxx", "y", "z"].map((start) => (start + thai).repeat(3)),
      day: ["2024-03-01", "1999-12-31", "", "2000-02-29", "1960-01-01", "1582-10-15"],
      moment: ["2024-03-01 10:15:30", "1999-12-31 23:59:59", "", "2000-02-29 00:00:00", "1960-01-01 12:00:00", "1970-01-01 00:00:01"],
      level: [1, 2, 3, 1, null, 2],
    });
    expect(numeric(survey, "q1")).toMatchObject({ label: "ฉันใช้ AI ช่วยเขียนงาน", measure: "scale", userMissing: [8, 9] });
    expect(numeric(survey, "level").measure).toBe("ordinal");
    expect(reasons(numeric(survey, "q1").declaredMissing)).toEqual([
      [8, "Don't know", [3]],
      [9, "No answer", [2]],
    ]);
    expect(reasons(numeric(survey, "q2").declaredMissing)).toEqual([
      [97, undefined, [1]],
      [98.5, undefined, [2]],
      [99, "Refused", [3]],
    ]);
    expect(reasons(numeric(survey, "q3").declaredMissing)?.map(([code]) => code)).toEqual([-9, -7, 98]);
  });
});

/** `pages.py`: PSPP in a locale of each code page. */
describe.each<[string, string, string[], string]>([
  ["windows-874", "เพศของคุณ", ["ชาย", "หญิง"], "ฉันพอใจกับการเรียน"],
  ["gbk", "您的性别", ["男", "女"], "我对目前的学习感到满意"],
  ["big5", "您的性別", ["男", "女"], "我對目前的學習感到滿意"],
  ["windows-1251", "Ваш пол", ["муж", "жен"], "Я доволен своей учёбой"],
  ["windows-1252", "Größe", ["männlich", "weiblich"], "Ich fühle mich häufig müde"],
  ["shift_jis", "性別", ["男性", "女性"], "授業の内容に満足している"],
  ["euc-kr", "성별", ["남자", "여자"], "나는 수업에 만족한다"],
])("an SPSS file in the code page %s", (page, label, [first, second], text) => {
  it("is read in it", async () => {
    const survey = await read(`page-${page}.sav`);
    expect(tableOf(survey)).toEqual({ q1: [1, 2, 1], word: [first, second, text] });
    expect(numeric(survey, "q1").label).toBe(label);
    expect([...numeric(survey, "q1").valueLabels!.values()]).toEqual([first, second]);
  });
});

it("an SPSS file's encoding can be overridden where it names a wrong one", async () => {
  const bytes = new Uint8Array(readFileSync("test/fixtures/survey/page-gbk.sav"));
  const name = new TextDecoder("latin1").decode(bytes).indexOf("GBK");
  bytes.set([66, 73, 71], name); // "BIG": no encoding has this name
  const wrong = await readSurvey(bytes, { name: "s.sav" });
  expect(wrong.columns[0].label).not.toBe("您的性别");
  expect(wrong.warnings.map(({ code }) => code)).toContain("encoding-guessed");
  const right = await readSurvey(bytes, { name: "s.sav", encoding: "gb18030" });
  expect(right.columns[0].label).toBe("您的性别");
});
