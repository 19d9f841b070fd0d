import { describe, expect, test } from "vitest";
import analyze from "../../src/cli/commands/analyze";
import { csvText } from "../../src/survey/csv-write";
import { smallStudy, smallSurvey } from "../study/memory";
import { run } from "./run";

/** The small survey with an identifier, one row of which looks like a formula, and a missing answer in row 3. */
const identified = () =>
  smallSurvey()
    .split("\n")
    .map((line, at) => (at === 0 ? `id,${line}` : `${at === 2 ? "=1+1" : `P-${at}`},${at === 3 ? line.replace(/^\d/, "") : line}`))
    .join("\n");
const options = ["--items", "A1-B3", "--factors", "2", "--iterations", "0", "--rotation", "promax"];
const files = () => ({ "survey.csv": identified() });

describe("scree analyze --scores", () => {
  test.each(["regression", "bartlett", "anderson-rubin", "ten-berge"])("%s: a file of its own, a row a respondent", async (method) => {
    const result = await run(analyze, ["survey.csv", ...options, "--scores", method, "--scores-out", "scores.csv", "--format", "json"], files());
    expect(result.status).toBe(0);
    expect(result.err).toBe("scree: scores of 59 of 60 rows were written to scores.csv.\n");
    expect(result.files.get("survey.csv")).toBe(identified());
    const { scores, solution, tables } = JSON.parse(result.out);
    expect(scores).toMatchObject({ method, scored: 59, file: "scores.csv" });
    expect(Object.keys(scores.determinacy)).toEqual(solution.names);
    expect(tables["factor-scores"]).toMatch(/Determinacy/);

    const lines = result.files.get("scores.csv")!.trimEnd().split("\r\n");
    expect(lines).toHaveLength(61);
    expect(lines[0]).toBe("row,id,F1,F2");
    expect(lines[2]).toMatch(/^2,'=1\+1,-?\d/);
    expect(lines[3]).toBe("3,P-3,,");
    // the scores have the correlations that the weights give them, mean 0 over the rows analysed
    const [f1, f2] = [2, 3].map((c) =>
      lines
        .slice(1)
        .map((line) => line.split(",")[c])
        .filter(Boolean)
        .map(Number),
    );
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const sd = (values: number[]) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));
    expect(mean(f1)).toBeCloseTo(0, 12);
    expect(mean(f1.map((value, i) => value * f2[i])) / sd(f1) / sd(f2)).toBeCloseTo(scores.correlations[0][1], 9);
    if (method === "ten-berge") expect(scores.correlations[0][1]).toBeCloseTo(solution.factorCorrelations[0][1], 9);
    if (method === "anderson-rubin") expect(scores.correlations[0][1]).toBeCloseTo(0, 9);
  });

  test("without a file: determinacy alone; a file alone: regression", async () => {
    const first = await run(analyze, ["survey.csv", ...options, "--scores", "bartlett", "--format", "json"], files());
    expect(JSON.parse(first.out).scores.file).toBeUndefined();
    expect([first.err, first.files.size]).toEqual(["", 1]);
    const second = await run(analyze, ["survey.csv", ...options, "--scores-out", "s.csv", "--format", "json"], files());
    expect(JSON.parse(second.out).scores.method).toBe("regression");
  });

  test("replaces a file only with --force, and the data never", async () => {
    const there = { ...files(), "old.csv": "mine" };
    const kept = await run(analyze, ["survey.csv", ...options, "--scores-out", "old.csv"], there);
    expect([kept.status, kept.err, kept.files.get("old.csv")]).toEqual([2, expect.stringMatching(/old\.csv exists already.*--force/), "mine"]);
    const replaced = await run(analyze, ["survey.csv", ...options, "--scores-out", "old.csv", "--force"], there);
    expect(replaced.files.get("old.csv")).toMatch(/^row,id,F1,F2\r\n/);
    for (const force of [[], ["--force"]]) {
      const data = await run(analyze, ["survey.csv", ...options, "--scores-out", "./survey.csv", ...force], files());
      expect([data.status, data.err, data.files.get("survey.csv")]).toEqual([2, expect.stringMatching(/never written into it/), identified()]);
    }
    const study = { "scree.yaml": smallStudy, "survey.csv": smallSurvey() };
    expect((await run(analyze, ["--study", "scree.yaml", "--scores-out", "survey.csv", "--force"], study)).err).toMatch(/never written/);
    expect((await run(analyze, ["--study", "scree.yaml", "--scores-out", "scree.yaml", "--force"], study)).err).toMatch(/never written/);
  });

  test.each([
    [["--scores", "regresion"], /Did you mean regression/],
    [["--extraction", "pca", "--scores", "bartlett"], /one kind of score/],
    [["--scores-out"], /needs a value/],
  ])("refuses %j", async (words, sentence) => {
    const { status, out, err } = await run(analyze, ["survey.csv", ...options, ...words], files());
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(sentence);
  });

  test("a correlation matrix has no answers to score", async () => {
    const matrix = ",A,B,C\nA,1,.5,.4\nB,.5,1,.6\nC,.4,.6,1\n";
    const { status, err } = await run(analyze, ["--matrix", "r.csv", "--n", "100", "--factors", "1", "--scores", "regression"], { "r.csv": matrix });
    expect([status, err]).toEqual([2, expect.stringMatching(/no answers to score/)]);
  });
});

test("cells that a spreadsheet would run are made text; quotes and breaks survive", () => {
  expect(
    csvText([
      ["=cmd", "+1", "-2", "@x", "\tx"],
      [-2, null, NaN, 'a "b"', "c,d\ne"],
    ]),
  ).toBe(`'=cmd,'+1,'-2,'@x,'\tx\r\n-2,,,"a ""b""","c,d\ne"\r\n`);
});
