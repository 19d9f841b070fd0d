import { describe, expect, test } from "vitest";
import { ScreeError } from "../../src/errors";
import { openStudy } from "../../src/study/open-study";
import { insertTable } from "../../src/study/insert";
import { applyEdits } from "../../src/study/edit";
import { refreshEdits, statusOf } from "../../src/study/refresh";
import { memoryFiles } from "./memory";

function survey(): string {
  let state = 11;
  const random = () => ((state = (state * 48271) % 2147483647), state / 2147483647);
  const rows = Array.from({ length: 60 }, () => {
    const factors = [random(), random(), random()];
    return Array.from({ length: 12 }, (_, j) => 1 + Math.min(4, Math.floor(5 * (0.45 * factors[j % 3] + 0.55 * random()))));
  });
  rows[10].fill(4);
  const header = ["id", ...rows[0].map((_, j) => `Q${j + 1}`), "check", "mood"].join(",");
  return [header, ...rows.map((row, at) => [`p${at + 1}`, ...row, at === 28 ? 1 : 4, ["grim", "so-so", "sunny"][at % 3]].join(","))].join("\n");
}
const main = "analyses: { main: { factors: 3, iterations: 0 } }\n";
const open = (study: string) => openStudy(memoryFiles({ "scree.yaml": `data: s.csv\n${study}\n${main}`, "s.csv": survey() }), "scree.yaml");

describe("a study corrects what is read", () => {
  test("columns, answers and instructed items, ranges among them", async () => {
    const { survey } = await open("columns: { Q1-Q3: group, Q4: item }\nanswers: { mood: [grim, so-so, sunny] }\ninstructed: { check: 4 }");
    const role = (name: string) => survey.columns.find((column) => column.name === name)!;
    expect(["Q1", "Q2", "Q3", "Q4", "mood", "check"].map((name) => role(name).role)).toEqual(["group", "group", "group", "item", "item", "instructed"]);
    expect([...(role("mood") as { valueLabels?: Map<number, string> }).valueLabels!]).toEqual([
      [1, "grim"],
      [2, "so-so"],
      [3, "sunny"],
    ]);
  });

  test("words for no answer", async () => {
    const { survey } = await open("missing-codes: [5, so-so]\nanswers: { mood: [grim, sunny] }");
    expect(survey.columns.find(({ name }) => name === "mood")).toMatchObject({ kind: "numeric", missing: 20 });
    expect(survey.warnings.filter(({ code }) => code === "unlisted-answers")).toEqual([]);
  });

  test.each([
    ["columns: { Q99: item }", "unknown-item", 2, "Did you mean Q9?"],
    ["columns:\n  Q1: itm", "unknown-value", 3, 'Did you mean "item"?'],
    ["answers: { mod: [grim, sunny] }", "unknown-item", 2, "Did you mean mood?"],
    ["answers:\n  mood: [grim]", "wrong-type", 3, "lowest to the highest"],
    ["answers: { mood: [grim, Grim] }", "unknown-value", 2, "once"],
    ["instructed: { chek: 4 }", "unknown-item", 2, "Did you mean check?"],
    ["exclude: [x]", "wrong-type", 2, "row numbers"],
    ["exclude: { carelss: on }", "unknown-key", 2, 'Did you mean "careless"?'],
    ["careless: { longstrng: 10 }", "unknown-key", 2, 'Did you mean "longstring"?'],
    ["careless: { even-odd: 7 }", "unknown-value", 2, "correlation"],
    ["careless: { reasons: 9 }", "unknown-value", 2, "from 1 to 7"],
    ["careless: maybe", "wrong-type", 2, "careless: on"],
    ["colums: { Q1: item }", "unknown-key", 2, 'Did you mean "columns"?'],
  ])("%j is wrong at its line, with the nearest name", async (study, code, line, hint) => {
    const error = (await open(study).catch((failure: unknown) => failure)) as ScreeError;
    expect(error).toBeInstanceOf(ScreeError);
    expect([error.code, error.data.line]).toEqual([code, line]);
    expect(error.message).toContain(`line ${line}`);
    expect(error.hint).toContain(hint);
  });

  test("a row that the file has not", async () => {
    await expect(open("exclude: [1]")).rejects.toMatchObject({
      code: "unknown-row",
      message: "scree.yaml: s.csv has no row 1 with answers; they are rows 2 to 61.",
    });
  });
});

describe("rows that a study leaves out", () => {
  test("are the same for all its analyses, and stand in the note of a table", async () => {
    const study = await open("instructed: { check: 4 }\nexclude: { careless: on, rows: [5] }");
    const analysis = await study.analysis();
    expect(analysis.sample).toMatchObject({ rows: 57, excluded: { rows: [5, 12, 30] } });
    expect(analysis.careless!.flagged.map(({ row }) => row)).toEqual([12, 30]);
    expect(analysis.careless!.sample.rows).toBe(60);
  });

  test("make a live table stale when they change, and a table of careless rows is kept up to date", async () => {
    const before = await open("instructed: { check: 4 }\ncareless: on");
    const text = (id: string) => ({ id, analysis: undefined as never, madeFrom: before.madeFrom() });
    const analysis = await before.analysis();
    let manuscript = "# Paper\n";
    for (const id of ["careless-comparison", "careless", "reliability"])
      manuscript = applyEdits(manuscript, [insertTable(manuscript, manuscript.length, { ...text(id), analysis }, "gfm")]);
    expect((await statusOf(manuscript, before)).blocks.map(({ state }) => state)).toEqual(["fresh", "fresh", "fresh"]);
    const after = await open("instructed: { check: 4 }\ncareless: { longstring: 13 }\nexclude: [20]");
    const status = await statusOf(manuscript, after);
    expect(status.blocks.map(({ state }) => state)).toEqual(["stale", expect.stringMatching(/stale|malformed/), "stale"]);
    const refreshed = applyEdits(manuscript, refreshEdits(status));
    expect((await statusOf(refreshed, after)).blocks[2].state).toBe("fresh");
  });

  test("a study that does not look for careless rows has no table of them", async () => {
    const { blocks } = await statusOf("<!-- scree:begin careless -->\n<!-- scree:end -->\n", await open("reverse: [Q2]"));
    expect(blocks[0]).toMatchObject({ state: "orphan", message: expect.stringContaining("careless: on in scree.yaml") });
  });
});
