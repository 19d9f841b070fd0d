import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { kaiserCount } from "../../src/psychometrics/kaiser";
import { minimumAveragePartial } from "../../src/psychometrics/map";
import { moments } from "../../src/psychometrics/moments";
import { numberOfFactors } from "../../src/psychometrics/number-of-factors";
import { parallelAnalysis } from "../../src/psychometrics/parallel-analysis";
import { retention } from "../../src/psychometrics/retention";
import { shared } from "../shared";
import { answersOf, cases, figures } from "./figures";

describe.skipIf(!shared)("number of factors against R", () => {
  test.each(cases)("eigenvalues, Kaiser, MAP: %s, %s", async (set, missing) => {
    const { items, columns } = answersOf(set);
    const expected = figures(set, missing).number_of_factors;
    const { correlation } = moments(items, columns, missing);
    const actual = await retention(correlation, 100, { iterations: 0, seed: 1 });
    actual.eigenvalues.forEach((value, k) => expect(value).toBeCloseTo(expected.eigenvalues[k], 10));
    expect(actual.kaiser).toBe(expected.kaiser_count);
    expect(actual.parallel).toBeNull();
    expect(actual.map!.factors).toBe(expected.velicer_map.n_map2);
    actual.map!.values.forEach((value, m) => expect(value).toBeCloseTo(expected.velicer_map.map2[m], 10));
    const fourth = minimumAveragePartial(correlation, 4);
    expect(fourth.factors).toBe(expected.velicer_map.n_map4);
    fourth.values.forEach((value, m) => expect(value).toBeCloseTo(expected.velicer_map.map4[m], 10));
  });

  test.each(cases)("parallel analysis, within 4 standard errors: %s, %s", async (set, missing) => {
    const expected = figures(set, missing).number_of_factors;
    const horn = expected.horn_normal_1000;
    const iterations = 1000;
    const actual = await parallelAnalysis(expected.eigenvalues, horn.n, { iterations, seed: 20240502 });
    actual.mean.forEach((value, k) =>
      expect(Math.abs(value - horn.pc_mean[k])).toBeLessThan(4 * horn.pc_sd[k] * Math.sqrt(1 / iterations + 1 / horn.replicates)),
    );
    actual.percentile95.forEach((value, k) =>
      expect(Math.abs(value - horn.pc_q95[k])).toBeLessThan(4 * 2.1 * horn.pc_sd[k] * Math.sqrt(1 / iterations + 1 / horn.replicates)),
    );
    expect(actual.factors).toBe(horn.n_components_q95);
  });
});

describe("parallel analysis", () => {
  const eigenvalues = [2.5, 1.2, 0.8, 0.6, 0.5, 0.4];

  test("the same seed gives the same figures, another seed others", async () => {
    const first = await parallelAnalysis(eigenvalues, 200, { iterations: 50, seed: 7 });
    expect(await parallelAnalysis(eigenvalues, 200, { iterations: 50, seed: 7 })).toEqual(first);
    expect((await parallelAnalysis(eigenvalues, 200, { iterations: 50, seed: 8 })).mean).not.toEqual(first.mean);
  });

  test("each replication's eigenvalues add up to the number of items, with more rows and with fewer", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 3, max: 30 }), async (p, n) => {
        const { mean } = await parallelAnalysis(new Float64Array(p), n, { iterations: 3, seed: 1 });
        expect(mean.reduce((a, b) => a + b, 0)).toBeCloseTo(p, 9);
        mean.slice(n - 1).forEach((value) => expect(value).toBeCloseTo(0, 9));
      }),
      { numRuns: 30 },
    );
  });

  test("no factor in uncorrelated items is an answer", async () => {
    expect((await parallelAnalysis([1, 1, 1, 1], 100, { iterations: 50, seed: 1 })).factors).toBe(0);
  });

  test("it stops when asked to", async () => {
    const stop = new AbortController();
    const work = parallelAnalysis(new Float64Array(80), 500, { iterations: 100_000, seed: 1, signal: stop.signal, progress: () => stop.abort() });
    await expect(work).rejects.toThrow(/abort/i);
  });
});

describe("number of factors", () => {
  const criteria = { eigenvalues: [], kaiser: 3, parallel: null, map: { values: [0.1], factors: 0 } };

  test("a criterion, or the number that the user set", () => {
    expect(numberOfFactors(2, criteria, 6)).toMatchObject({ factors: 2, from: "set by the user" });
    expect(numberOfFactors("kaiser", criteria, 6).factors).toBe(3);
    expect(numberOfFactors("map", criteria, 6).factors).toBe(0);
    expect(numberOfFactors("parallel", criteria, 6)).toMatchObject({ factors: 3, warnings: [{ code: "factors-from-kaiser" }] });
  });

  test("a number that no model has is refused", () => {
    expect(() => numberOfFactors(6, criteria, 6)).toThrow("6 factors were asked of 6 items; there must be fewer factors than items.");
    for (const bad of [0, -1, 2.5, NaN]) expect(() => numberOfFactors(bad, criteria, 6)).toThrow("must be a whole number from 1 on");
  });

  test("uncorrelated items have no eigenvalue above 1", () => {
    expect(kaiserCount([1 + 1e-15, 1, 1])).toBe(0);
    expect(minimumAveragePartial(Matrix.eye(3)).factors).toBe(0);
  });
});
