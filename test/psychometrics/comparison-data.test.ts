import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { random } from "../../src/numerics/random";
import { rankSumLess } from "../../src/numerics/rank-sum";
import { analyze, analyzeMatrix } from "../../src/psychometrics/analyze";
import { defaultSettings } from "../../src/psychometrics/analysis";
import { comparisonData } from "../../src/psychometrics/comparison-data";
import { comparisonPopulation, POPULATION } from "../../src/psychometrics/comparison-population";
import { completeRows, moments } from "../../src/psychometrics/moments";
import { makeTable } from "../../src/tables/catalogue";
import { shared } from "../shared";
import { answersOf } from "./figures";
import { surveyOf, twoFactorData } from "./survey";
import { Matrix } from "ml-matrix";

/** Made by test/fixtures/comparison-data.R, an R program of its own. */
const reference = JSON.parse(readFileSync("test/fixtures/comparison-data.json", "utf8"));

/** Answers 1 to 5, four items a factor. */
function likert(rows: number, factors: number, seed: number, loading = 0.75): Float64Array[] {
  const stream = random(seed);
  const columns = Array.from({ length: 4 * factors }, () => new Float64Array(rows));
  for (let row = 0; row < rows; row++) {
    const scores = Array.from({ length: factors }, () => stream.normal());
    columns.forEach((values, i) => {
      const score = loading * scores[i >> 2] + Math.sqrt(1 - loading ** 2) * stream.normal();
      values[row] = Math.max(1, Math.min(5, Math.round(3.4 + 1.1 * score)));
    });
  }
  return columns;
}

describe("comparison data", () => {
  test.each([1, 2, 3, 4])("finds the %i factors of simulated answers", async (factors) => {
    const found = await comparisonData(likert(400, factors, 11 + factors), "listwise", 400, { samples: 100, seed: 1 });
    expect(found.factors).toBe(factors);
  });

  test("is the same for the same seed, and another for another", async () => {
    const columns = likert(150, 2, 5);
    const [first, second, third] = await Promise.all([1, 1, 2].map((seed) => comparisonData(columns, "listwise", 150, { samples: 30, seed })));
    expect(second).toEqual(first);
    expect(third.steps).not.toEqual(first.steps);
    expect(first).toMatchObject({ samples: 30, population: 10_000, seed: 1, level: 0.3 });
  });

  test("the population has the items' distributions and, with enough factors, their correlations", async () => {
    const columns = likert(300, 2, 8);
    const { correlation } = moments(["1", "2", "3", "4", "5", "6", "7", "8"], columns, "listwise");
    const rows = await comparisonPopulation(correlation, columns, 2, random(4), async () => undefined);
    const items = columns.map((_, i) => Float64Array.from({ length: POPULATION }, (_, row) => rows[row * 8 + i]));
    items.forEach((values, i) => expect(new Set(values).size).toBe(new Set(columns[i]).size));
    expect(
      Matrix.sub(moments(columns.map(String), items, "listwise").correlation, correlation)
        .abs()
        .max(),
    ).toBeLessThan(0.06);
  });

  test("stops when asked to", async () => {
    const stop = new AbortController();
    const work = comparisonData(likert(200, 3, 2), "listwise", 200, { samples: 5000, seed: 1, signal: stop.signal });
    setTimeout(() => stop.abort(), 20);
    await expect(work).rejects.toThrow(/abort/i);
  });

  test("stands in the summary of the criteria", async () => {
    const settings = { ...defaultSettings, iterations: 10, compareUpTo: 2, comparisonData: 40 };
    const analysis = await analyze(surveyOf(twoFactorData(200)), {}, settings);
    expect(analysis.retention!.comparisonData).toMatchObject({ samples: 40, factors: 2 });
    expect(analysis.retention!.nest).toMatchObject({ factors: 2 });
    expect(analysis.retention!.criteria!.map(({ id }) => id)).toEqual(expect.arrayContaining(["comparison-data", "nest", "rmsea", "bic"]));
    const row = makeTable("retention", analysis, { basis: true }).rows.find(({ key }) => key === "comparison-data")!;
    expect(row.cells.map(({ text }) => text)).toEqual([
      "Comparison data (Ruscio & Roche, 2012; Pearson correlations)",
      "2",
      "eigenvalues of artificial data distributed as the answers",
    ]);
    const published = await analyzeMatrix(
      { R: new Matrix(analysis.correlation as number[][]), items: analysis.sample.items, n: 200, source: "m.csv" },
      settings,
    );
    expect(published.retention!.comparisonData).toBeUndefined();
    expect(published.warnings.find(({ code }) => code === "no-comparison-data")!.message).toContain("there are no rows to take these from");
  });
});

describe.skipIf(!shared)("comparison data against the program in R", () => {
  test.each(["hs1939", "likert320"])("%s: the distances, and the number of factors", async (set) => {
    const { columns } = answersOf(set);
    const rows = completeRows(columns);
    const complete = columns.map((values) => Float64Array.from(rows, (row) => values[row]));
    const { steps, factors } = reference[set];
    const found = await comparisonData(complete, "listwise", rows.length, { samples: 200, seed: 3 });
    expect(found.factors).toBe(factors);
    // a population of 10,000 is itself a draw: beside the error of the mean there is its own, about a quarter of a sample's spread
    found.steps.forEach(({ rmsr }, k) => expect(Math.abs(rmsr - steps[k].mean), `${k + 1} factors`).toBeLessThan(0.75 * steps[k].sd));
  });
});

describe("rank-sum test", () => {
  test("as R's wilcox.test", () => {
    const { x, y, less, more } = reference.rankSum;
    expect(rankSumLess(x, y)).toBeCloseTo(less, 9);
    expect(rankSumLess(y, x)).toBeCloseTo(more, 9);
    expect(rankSumLess([1, 1], [1, 1])).toBe(1);
  });

  test("is about .5 for equal samples, and the two sides exceed 1 by the continuity correction alone", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 30 }),
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5 }),
        (x, y) => {
          const both = rankSumLess(x, y) + rankSumLess(y, x);
          expect(both).toBeGreaterThanOrEqual(1 - 1e-12);
          expect(both).toBeLessThanOrEqual(2);
        },
      ),
    );
  });
});
