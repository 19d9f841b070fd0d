import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { readSurvey } from "../../src/survey/read";
import { type Survey } from "../../src/survey/survey";
import { cells } from "./cells";

/** `services.py` beside the fixtures fills in the layouts that the services document, for twelve respondents. */
const file = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/fixtures/survey/services/${name}`));
const read = (name: string) => readSurvey(file(name), { name });

const respondents = 12;
const code = (r: number, i: number) => ((r * 2 + i * 3 + ((r * r) % 7)) % 5) + 1;
const coded = (i: number) => Array.from({ length: respondents }, (_, r) => code(r, i));
const agree = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"];
const often = ["Never", "Rarely", "Sometimes", "Often", "Always"];

const named = (survey: Survey, name: string) => survey.columns.find((column) => column.name === name)!;
const withRole = (survey: Survey, role: string) => survey.columns.filter((column) => column.role === role).map((column) => column.name);
const scaleOf = (survey: Survey, name: string) => {
  const column = named(survey, name);
  return column.kind === "numeric" && column.valueLabels ? [...column.valueLabels].map(([value, label]) => `${value} ${label}`) : undefined;
};
const scale = (words: readonly string[], present: readonly number[]) => words.map((word, k) => `${k + 1} ${word}`).filter((_, k) => present.includes(k + 1));

/** What the survey must become, whoever exported it. */
interface Wanted {
  readonly service: string;
  readonly items: Readonly<Record<string, readonly (number | null)[]>>;
  /** of some items */
  readonly labels: Readonly<Record<string, string>>;
  readonly words?: readonly string[];
  readonly identifier?: readonly string[];
  readonly group: readonly string[];
  readonly date: readonly string[];
  readonly timing?: readonly string[];
  readonly text?: readonly string[];
}

const three = (...names: string[]) => Object.fromEntries(names.map((name, i) => [name, coded(i)]));
const qualtrics: Omit<Wanted, "words" | "group"> = {
  service: "Qualtrics",
  items: three("Q2_1", "Q2_2", "Q2_3"),
  labels: { Q2_2: "To what extent do you agree with these statements? - The examples, which were many, helped" },
  identifier: ["IPAddress", "ResponseId", "LocationLatitude", "LocationLongitude", "SC0"],
  date: ["StartDate", "EndDate", "RecordedDate"],
  timing: ["Duration (in seconds)", "Q3_First Click", "Q3_Last Click", "Q3_Page Submit", "Q3_Click Count"],
  text: ["Q6"],
};
const google: Wanted = {
  service: "Google Forms",
  items: { Q2: coded(0), Q3_1: coded(1), Q3_2: coded(2), Q3_3: coded(3), Q5: coded(4) },
  labels: { Q2: "I feel that I belong to this school.", Q3_1: "How often do you … [Visit the library]" },
  words: often,
  identifier: ["Email Address"],
  group: ["Q1", "Q4"],
  date: ["Timestamp"],
  text: ["Tell us more"],
};
const microsoft: Wanted = {
  service: "Microsoft Forms",
  items: { Q2: coded(0), Q3: coded(1), Q4: coded(2), Q6: coded(3) },
  labels: { Q2: "The course was well organised.", Q6: "How would you rate the lecturer?" },
  words: agree,
  identifier: ["ID"],
  group: ["Q1", "Q5"],
  date: ["Start time", "Completion time"],
};
const limeItems = three("G02Q03_SQ001", "G02Q03_SQ002", "G02Q03_SQ003");
const lime = { service: "LimeSurvey", identifier: ["id", "seed", "ipaddr"], date: ["submitdate", "startdate", "datestamp"], text: ["G03Q05"] };
const limeTimes = ["interviewtime", "groupTime12", "G01Q01Time"];
const star: Omit<Wanted, "words"> = {
  service: "问卷星",
  items: { ...three("Q3_1", "Q3_2", "Q3_3"), Q5: Array.from({ length: respondents }, (_, r) => (r % 10) + 1) },
  labels: { Q3_1: "3、请根据实际情况选择—老师能够听取我们的意见", Q5: "5、您对学校的总体评价(1-10分)" },
  group: ["Q1", "Q2", "Q4"],
  date: ["提交答卷时间"],
  timing: ["所用时间"],
  text: ["Q6"],
};

const wanted: Readonly<Record<string, Wanted>> = {
  "qualtrics-text.csv": { ...qualtrics, words: agree, group: ["Q5"] },
  "qualtrics-numeric.csv": { ...qualtrics, group: ["Q5"] },
  "survey-monkey.csv": {
    service: "SurveyMonkey",
    items: {
      Q1_1: coded(0),
      Q1_2: coded(1).map((value, r) => (r === 3 ? null : value)),
      Q1_3: coded(2),
      Q4: Array.from({ length: respondents }, (_, r) => r % 11),
    },
    labels: { Q1_2: "How far do you agree with the following? – The rooms are clean", Q4: "How likely is it that you would recommend us to a friend?" },
    words: agree,
    identifier: ["Respondent ID", "IP Address"],
    group: ["Q3"],
    date: ["Date Created", "Date Modified"],
    text: ["Q5"],
  },
  "google-forms.csv": google,
  "microsoft-forms.csv": microsoft,
  "lime-survey-codes.csv": {
    ...lime,
    items: { G01Q01: Array.from({ length: respondents }, (_, r) => 20 + r * 3), ...limeItems },
    labels: {},
    group: ["G01Q02"],
    timing: limeTimes,
  },
  "lime-survey-codes-texts.csv": {
    ...lime,
    items: limeItems,
    labels: { G02Q03_SQ002: "Please rate the following. [The rooms]" },
    words: agree,
    group: ["G01Q01", "G01Q02", "G02Q04_SQ001", "G02Q04_SQ002"],
    timing: limeTimes,
  },
  "lime-survey-texts.csv": {
    service: "LimeSurvey",
    items: three("Q4_1", "Q4_2", "Q4_3"),
    labels: { Q4_2: "Please rate the following. [The rooms]" },
    words: agree,
    identifier: ["Response ID", "Seed", "IP address"],
    group: ["Q1", "Q2", "Q5_1", "Q5_2"],
    date: ["Date submitted", "Date started", "Date last action"],
    timing: ["Total time", "Group time: About you", "Question time: G01Q01"],
    text: ["Q6"],
  },
  "redcap-raw.csv": {
    service: "REDCap",
    items: three("wb1", "wb2", "wb3"),
    labels: {},
    identifier: ["record_id", "wellbeing_complete"],
    group: ["sex", "symptoms___1", "symptoms___2", "symptoms___3"],
    date: ["wellbeing_timestamp"],
    text: ["remarks"],
  },
  "redcap-labels.csv": {
    service: "REDCap",
    items: three("Q1", "Q2", "Q3"),
    labels: { Q2: "I have felt calm and relaxed" },
    words: often,
    identifier: ["Record ID", "Complete?"],
    group: ["Sex", "Q4", "Q5", "Q6"],
    date: ["Survey Timestamp"],
    text: ["Remarks"],
  },
  "wenjuanxing-text.csv": { ...star, words: ["非常不同意", "不同意", "一般", "同意", "非常同意"] },
  "wenjuanxing-numeric.csv": star,
};

function expectSurvey(survey: Survey, { service, items, labels, words, ...roles }: Wanted): void {
  expect(survey.rows).toBe(respondents);
  expect(survey.warnings.find((warning) => warning.code === "service-export")?.data?.service).toBe(service);
  expect(withRole(survey, "item")).toEqual(Object.keys(items));
  for (const [name, values] of Object.entries(items)) expect([name, cells(named(survey, name))]).toEqual([name, values]);
  for (const [name, label] of Object.entries(labels)) expect(named(survey, name).label).toBe(label);
  for (const role of ["group", "date", "timing", "text"] as const) expect([role, withRole(survey, role)]).toEqual([role, roles[role] ?? []]);
  if (roles.identifier) expect(withRole(survey, "identifier")).toEqual(roles.identifier);
  expect(withRole(survey, "continuous")).toEqual([]);
  if (!words) return;
  const [first] = Object.keys(items).filter((name) => scaleOf(survey, name)?.[0]?.endsWith(words[0]));
  expect(scaleOf(survey, first)).toEqual(scale(words, cells(named(survey, first)) as number[]));
}

describe("an export of twelve respondents", () => {
  it.each(Object.entries(wanted))("%s", async (name, survey) => {
    expectSurvey(await read(name), survey);
  });

  it.each<[string, Wanted, string]>([
    ["google-forms.csv", google, ","],
    ["microsoft-forms.csv", microsoft, ";"],
  ])("%s as a workbook, numbers and dates in cells of their kind", async (name, survey, delimiter) => {
    const { data } = Papa.parse<string[]>(new TextDecoder().decode(file(name)), { delimiter, skipEmptyLines: true });
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("Form Responses 1");
    const cellOf = (text: string) =>
      /^\d{1,3}$/.test(text) ? Number(text) : /^\d{4}\/|^3\/\d+\/24/.test(text) ? new Date(Date.UTC(2024, 2, 1, 10, 30, 15)) : text || null;
    data.forEach((row, r) =>
      sheet.addRow(r === 0 ? row : row.map((text, c) => (cellOf(text) instanceof Date ? new Date(Date.UTC(2024, 2, r, 10 + c, 30, 15)) : cellOf(text)))),
    );
    expectSurvey(await readSurvey(new Uint8Array(await workbook.xlsx.writeBuffer()), { name: "forms.xlsx" }), survey);
  });
});
