import { beforeEach, describe, expect, it } from "vitest";
import { ScreeError } from "../../src/errors";
import { resolveUri } from "../../src/extension/remote/remote-files";
import { studyCache } from "../../src/extension/studies/opened";
import { corrections } from "../../src/extension/work/corrections";
import { surveyInfo } from "../../src/extension/work/survey-info";
import { surveys } from "../../src/extension/work/surveys";
import { defaultSettings } from "../../src/psychometrics/analysis";
import { type ReadingChange } from "../../src/study/edit-reading";
import { type Choices } from "../../src/webview/protocol";

const data = "file:///p/survey.csv";
const study = "file:///p/scree.yaml";
const choices: Choices = { items: null, reverse: [], scales: [], missingCodes: [99], settings: defaultSettings };

let disk: Map<string, string>;
const files = {
  read: async (uri: string) => {
    const text = disk.get(uri);
    if (text === undefined) throw new ScreeError("file-not-found", `${uri} does not exist.`);
    return new TextEncoder().encode(text);
  },
  write: async () => undefined,
  exists: async (uri: string) => disk.has(uri),
  stamp: async (uri: string) => disk.get(uri) ?? null,
  resolve: resolveUri,
};
const make = () => {
  const studies = studyCache(() => files);
  const read = surveys(files, studies);
  return { read, correct: corrections(files, studies, read) };
};
const source = { uri: data, name: "survey.csv" };
const correct = async (...changes: ReadingChange[]) => make().correct({ ...source, choices, changes });
const read = async () => surveyInfo(await make().read.of(source, choices.missingCodes));

const moods = ["low", "high", "middling"];
const answers = [1, 2, 3, 4, 5, 1, 2, 3, 99, 5];
beforeEach(() => {
  const rows = answers.map((answer, i) =>
    [`P${i}`, moods[i % 3], answer, i === 4 ? 99 : 6 - Math.min(answer, 5), (i % 5) + 1, i === 2 ? 7 : (i % 5) + 1].join(","),
  );
  disk = new Map([[data, `code,mood,Q1,Q2,Q3,Q4\n${rows.join("\n")}\n`]]);
});

describe("a correction", () => {
  it("makes the study beside the survey, with the codes that were typed before", async () => {
    const { uri, before, after } = await correct({ kind: "role", column: "Q4", role: "group" });
    expect([uri, before]).toEqual([study, null]);
    expect(after).toMatch(/^data: survey\.csv$/m);
    expect(after).toMatch(/^missing-codes:/m);
    disk.set(uri, after);
    const { columns } = await read();
    expect(columns.find(({ name }) => name === "Q4")).toMatchObject({ role: "group", roleReason: expect.stringMatching(/^as you said/) });
  });

  it("keeps the comments of the study that there is, and turns words into a scale in their order", async () => {
    disk.set(study, "# mine\ndata: survey.csv # the data\nmissing-codes: [99]\n");
    const scale = ["low", "middling", "high"].map((word, i) => ({ word, value: i + 1 }));
    const { before, after } = await correct({ kind: "answers", column: "mood", scale });
    expect(before).toContain("# mine");
    expect(after).toContain("# mine\ndata: survey.csv # the data\n");
    disk.set(study, after);
    const mood = (await read()).columns.find(({ name }) => name === "mood")!;
    expect(mood).toMatchObject({ role: "item", numeric: true });
    expect(mood.answers!.map(({ value, label }) => `${value} ${label}`)).toEqual(["1 low", "2 middling", "3 high"]);
  });

  it("can mend a study that cannot be read because of what it says", async () => {
    disk.set(study, "data: survey.csv\nencoding: no-such\nmissing-codes: [99]\n");
    const { after } = await correct({ kind: "encoding", encoding: undefined });
    expect(after).toBe("data: survey.csv\nmissing-codes: [99]\n");
  });

  it("leaves a study about other data alone", async () => {
    disk.set(study, "data: other.csv\n");
    disk.set("file:///p/other.csv", "Q1,Q2\n1,2\n");
    await expect(correct({ kind: "sheet", sheet: "Two" })).rejects.toMatchObject({ code: "other-study" });
  });

  it("that a study above is not about makes one beside the survey", async () => {
    disk.set("file:///scree.yaml", "data: other.csv\n");
    disk.set("file:///other.csv", "Q1,Q2\n1,2\n");
    expect((await correct({ kind: "role", column: "Q4", role: "group" })).uri).toBe(study);
  });
});

describe("what the panel is told of a survey", () => {
  it("codes for no answer and slips, with the rows where they stand", async () => {
    const plain = surveyInfo(await make().read.of(source, []));
    expect(plain.suspects.filter(({ kind }) => kind === "code").map(({ column, values, cells, rows }) => [column, values, cells, rows])).toEqual([
      ["Q1", [99], 1, [10]], // a spreadsheet counts the header
      ["Q2", [99], 1, [6]],
    ]);
    const { columns } = await read();
    expect(columns.find(({ name }) => name === "Q1")!.answers!.map(({ value, count }) => [value, count])).toEqual([
      [1, 2],
      [2, 2],
      [3, 2],
      [4, 1],
      [5, 2],
    ]);
    expect(columns.find(({ name }) => name === "mood")!.words).toEqual([
      { word: "low", count: 4 },
      { word: "high", count: 3 },
      { word: "middling", count: 3 },
    ]);
  });
});
