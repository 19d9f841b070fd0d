import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { defaultSettings } from "../../../src/psychometrics/analysis";
import { analyze } from "../../../src/psychometrics/analyze";
import { findCareless, withComparison, withoutCareless } from "../../../src/psychometrics/careless/careless-survey";
import { secondsOf } from "../../../src/psychometrics/careless/response-time";
import { readSurvey } from "../../../src/survey/read";
import { type Column } from "../../../src/survey/survey";
import { shared } from "../../shared";
import { surveyOf } from "../survey";
import { type Answers, duplicateOf, evenOdd, longest, mahalanobis, sd } from "./second-implementation";

const bytes = (text: string) => new TextEncoder().encode(text);
const items = (p: number) => Array.from({ length: p }, (_, j) => `Q${j + 1}`);
const asSurvey = (rows: readonly Answers[]) => surveyOf(Object.fromEntries(items(rows[0].length).map((name, j) => [name, rows.map((row) => row[j] ?? NaN)])));

/** Answers of people who all differ, a few of them missing, with straight-liners and copies put in. */
const answers = fc
  .tuple(fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 12, maxLength: 12 }), { minLength: 40, maxLength: 60 }), fc.nat(11), fc.nat(11))
  .map(([rows, a, b]) => {
    const out = rows.map((row) => row.map((answer) => (answer === 0 ? null : answer)));
    out.push([...out[a]], new Array<number>(12).fill(3), [...out[b]]);
    return out;
  });

describe("against a second implementation", () => {
  const scales = [0, 1, 2].map((k) => ({ name: `S${k}`, items: items(12).slice(k * 4, k * 4 + 4) }));
  it("every index of every row", () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const full = rows.map((row) => row.map((answer) => answer ?? 3)); // some complete data for the distances
        const found = findCareless(asSurvey(rows), { scales }, { thresholds: { longstring: 2, evenOdd: 1, mahalanobisP: 0.999999 }, leastReasons: 1 });
        const of = new Map(found.flagged.map((row) => [row.index, row]));
        const places = scales.map(({ items: names }) => names.map((name) => Number(name.slice(1)) - 1));
        rows.forEach((row, at) => {
          const flagged = of.get(at);
          if (!flagged) return;
          expect(flagged.longstring).toBe(longest(row));
          close(flagged.variability, sd(row));
          close(flagged.evenOdd, evenOdd(row, places));
          expect(flagged.duplicateOf).toBe(duplicateOf(rows)[at] === null ? null : duplicateOf(rows)[at]! + 1);
          expect(flagged.reasons.includes("longstring")).toBe(longest(row) >= 2);
          expect(flagged.row).toBe(at + 1);
        });
        expect(found.flagged.length).toBeGreaterThanOrEqual(rows.filter((row) => longest(row) >= 2).length);
        const distances = mahalanobis(full);
        findCareless(asSurvey(full), {}, { thresholds: { longstring: 2, mahalanobisP: 0.999999 } }).flagged.forEach(
          ({ index, mahalanobis: own }) => own && expect(own.squared / distances[index]!).toBeCloseTo(1, 6),
        );
      }),
      { numRuns: 30 },
    );
  });
});

function close(a: number | null, b: number | null): void {
  if (a === null || b === null) expect([a, b]).toEqual([null, null]);
  else expect(a).toBeCloseTo(b, 9);
}

describe("by hand", () => {
  // eight items: row 3 of the file is a straight-liner, row 5 repeats row 2, row 6 took 10 s, row 7 failed the check
  const csv = [
    "id,Q1,Q2,Q3,Q4,Q5,Q6,Q7,Q8,check,duration",
    "a,1,2,3,4,5,4,3,2,4,100",
    "b,3,3,3,3,3,3,3,3,4,100",
    "c,2,1,4,3,5,5,1,2,4,100",
    "d,1,2,3,4,5,4,3,2,4,100",
    "e,5,4,1,2,2,3,4,4,4,10",
    "f,4,4,2,1,3,2,5,4,2,100",
    "g,2,3,3,5,4,4,2,1,,100",
    "h,1,1,4,4,5,5,2,2,4,100",
    "i,3,2,5,4,4,5,1,1,4,100",
    "j,4,5,2,2,1,3,4,5,4,100",
  ].join("\n");
  const tenRows = { thresholds: { duplicateChance: 0.1 } }; // so few make two alike by chance
  const read = (text = csv) => readSurvey(bytes(text), { name: "c.csv", instructed: [{ column: "check", answer: "4" }] });

  it("rows are numbered as a spreadsheet numbers them, with identifier and reason", async () => {
    const { flagged, sample, indices } = findCareless(await read(), {}, tenRows);
    expect(sample).toMatchObject({ identifier: "id", timing: "duration", instructed: [{ item: "check", answer: 4 }], items: items(8) });
    expect(flagged.map(({ row, identifier, why }) => [row, identifier, why])).toEqual([
      [3, "b", ["the same answer to 8 of 8 items in a row"]],
      [5, "d", ["all answers as in row 2"]],
      [6, "e", ["1.3 seconds an item"]],
      [7, "f", ["another answer than instructed to check"]],
    ]);
    expect(indices.map(({ index, rows }) => [index, rows])).toEqual([
      ["longstring", 1],
      ["variability", null],
      ["even-odd", null],
      ["mahalanobis", 0],
      ["duplicate", 1],
      ["time", 1],
      ["instructed", 1],
    ]);
  });

  it("the check is no item, and says what it is for", async () => {
    const survey = await read();
    expect(survey.columns.find(({ name }) => name === "check")).toMatchObject({
      role: "instructed",
      roleReason: "its answer shows attention: 4 was asked for",
    });
    expect(survey.warnings.map(({ message }) => message)).toContain("check was left out: an item that only checks attention.");
  });

  it("an answer that does not exist is refused", async () => {
    const survey = await readSurvey(bytes(csv), { name: "c.csv", instructed: [{ column: "check", answer: "agree" }] });
    expect(() => findCareless(survey, {})).toThrow(/check has no answer "agree"/);
  });

  it("a word that was asked for, by its label", async () => {
    const words = csv.replaceAll(/,4,(10+)$/gm, ",Agree,$1").replace("2,5,4,2,100", "2,5,4,Neutral,100");
    const survey = await readSurvey(bytes(words), { name: "c.csv", instructed: [{ column: "check", answer: "agree" }] });
    expect(
      findCareless(survey, {})
        .flagged.filter(({ failedInstructions }) => failedInstructions.length > 0)
        .map(({ row }) => row),
    ).toEqual([7]);
  });

  it("what is left out is counted, named and remembered, and the rest is analysed as a file without those rows", async () => {
    const survey = await read();
    const left = withoutCareless(survey, findCareless(survey, {}, tenRows));
    expect(left.excluded).toMatchObject({ rows: [3, 5, 6, 7], reason: "as careless (longstring, duplicated answers, response time, instructed items)" });
    expect(left.warnings.at(-1)!.message).toBe(
      "4 rows were left out as careless (longstring, duplicated answers, response time, instructed items): 3, 5, 6 and 7 of the file.",
    );
    const settings = { ...defaultSettings, iterations: 0, factors: 1 };
    const ours = await analyze(left, {}, settings);
    const lines = csv.split("\n").filter((_, at) => ![3, 5, 6, 7].includes(at + 1));
    const theirs = await analyze(await read(lines.join("\n")), {}, settings);
    expect(ours.sample).toMatchObject({ rows: 6, excluded: { rows: [3, 5, 6, 7] } });
    expect([ours.correlation, ours.reliability, ours.items]).toEqual([theirs.correlation, theirs.reliability, theirs.items]);
  });
});

test("response times as services write them", () => {
  const text = (...values: string[]) => secondsOf({ kind: "text", name: "用时", role: "timing", roleReason: "", missing: 0, values } as Column);
  expect([...text("95秒", "1:35", "01:01:35", "2分5秒", "95 s", "95", "", "soon")]).toEqual([95, 95, 3695, 125, 95, 95, NaN, NaN]);
  const numeric = (name: string) => secondsOf({ ...surveyOf({ [name]: [2, 3] }).columns[0], name });
  expect([...numeric("duration_min")]).toEqual([120, 180]);
  expect([...numeric("time (ms)")]).toEqual([0.002, 0.003]);
  expect([...numeric("Duration (in seconds)")]).toEqual([2, 3]);
});

describe.skipIf(!shared)("the straight-liners of likert320", () => {
  it("are flagged, and the results without them stand beside those with them", async () => {
    const survey = await readSurvey(new Uint8Array(readFileSync(`${shared}/reference/likert320.csv`)), { name: "likert320.csv" });
    const selection = { reverse: ["Q5", "Q11", "Q16", "Q23"] };
    const settings = { ...defaultSettings, iterations: 20 };
    const report = await withComparison(findCareless(survey, selection), survey, selection, settings);
    expect(report.flagged.map(({ row }) => row)).toEqual([19, 32, 58, 204]);
    const { all, without, loadings } = report.comparison!;
    const whole = await analyze(survey, selection, settings);
    const part = await analyze(withoutCareless(survey, report), selection, settings);
    expect([all.kmo, without.kmo]).toEqual([whole.factorability!.kmo, part.factorability!.kmo]);
    expect([all.alpha[0].alpha, without.alpha[0].alpha]).toEqual([whole.reliability[0].alpha, part.reliability[0].alpha]);
    expect([all.used, without.used]).toEqual([whole.sample.used, part.sample.used]);
    expect(loadings!.congruence.every((value) => value > 0.97 && value <= 1)).toBe(true);
    expect(loadings!.all[0]).toEqual(whole.solution!.loadings[0]);
  });
});

const hasPsych = spawnSync("Rscript", ["-e", "library(psych)"], { timeout: 60_000 }).status === 0;
describe.skipIf(!shared || !hasPsych)("Mahalanobis distances", () => {
  it("are those of psych::outlier", async () => {
    const names = Array.from({ length: 24 }, (_, j) => `"Q${j + 1}"`).join(",");
    const script = `suppressMessages(library(psych)); d <- read.csv("${shared}/reference/likert320.csv")[, c(${names})]; d <- d[complete.cases(d), ]; cat(format(outlier(d, plot = FALSE), digits = 15), sep = "\\n")`;
    const theirs = execFileSync("Rscript", ["-e", script], { encoding: "utf8", timeout: 60_000 }).trim().split(/\s+/).map(Number);
    const survey = await readSurvey(new Uint8Array(readFileSync(`${shared}/reference/likert320.csv`)), { name: "likert320.csv" });
    const report = findCareless(survey, {}, { thresholds: { mahalanobisP: 0.9999999, longstring: 1 } });
    const ours = report.flagged.filter((row) => row.mahalanobis).map((row) => row.mahalanobis!.squared);
    expect(ours).toHaveLength(theirs.length);
    ours.forEach((value, at) => expect(value).toBeCloseTo(theirs[at], 9));
  }, 120_000);
});
