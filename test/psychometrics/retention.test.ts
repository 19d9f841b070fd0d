import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { accelerationFactor } from "../../src/psychometrics/acceleration";
import { empiricalKaiser } from "../../src/psychometrics/empirical-kaiser";
import { kaiserCount } from "../../src/psychometrics/kaiser";
import { minimumAveragePartial } from "../../src/psychometrics/map";
import { completeRows, moments } from "../../src/psychometrics/moments";
import { permutedNull } from "../../src/psychometrics/null-correlations";
import { numberOfFactors } from "../../src/psychometrics/number-of-factors";
import { parallelAnalysis } from "../../src/psychometrics/parallel-analysis";
import { retention, variantInWords } from "../../src/psychometrics/retention";
import { spectrum } from "../../src/psychometrics/spectrum";
import { flatten } from "../../src/numerics/eigen";
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

  test.each(cases)("parallel analysis of reduced matrices, within 4 standard errors: %s, %s", async (set, missing) => {
    const { items, columns } = answersOf(set);
    const { correlation } = moments(items, columns, missing);
    const expected = figures(set, missing).number_of_factors;
    const iterations = 400;
    const smc = spectrum("smc", flatten(correlation), items.length)!;
    expected.horn_normal_1000.smc_observed.forEach((value: number, k: number) => expect(smc[k]).toBeCloseTo(value, 9));
    const bySmc = await parallelAnalysis(smc, expected.horn_normal_1000.n, { iterations, seed: 3, spectrum: "smc" });
    // the figures hold no standard deviation of these: the range of the means over ranks is its scale
    bySmc.mean.forEach((value, k) =>
      expect(Math.abs(value - expected.horn_normal_1000.smc_mean[k])).toBeLessThan(
        4 * expected.horn_normal_1000.pc_sd[k] * 2 * Math.sqrt(1 / iterations + 1 / 1000),
      ),
    );

    const sim = expected.fa_parallel;
    const oneFactor = spectrum("minres", flatten(correlation), items.length)!;
    sim.fa_values.forEach((value: number, k: number) => expect(Math.abs(oneFactor[k] - value)).toBeLessThan(5e-3));
    const byFactor = await parallelAnalysis(oneFactor, expected.horn_normal_1000.n, { iterations, seed: 3, spectrum: "minres" });
    // now and then the one factor is a single item (a Heywood case), which gives the first eigenvalue a long tail: .25 is its standard deviation
    const spread = (k: number) => Math.max(sim.fa_sim_sd[k], k === 0 ? 0.25 : 0);
    byFactor.mean.forEach((value, k) =>
      expect(Math.abs(value - sim.fa_sim_mean[k])).toBeLessThan(4 * spread(k) * Math.sqrt(1 / iterations + 1 / sim.iterations)),
    );
    expect(byFactor.factors).toBe(sim.nfact);
  });

  test("the empirical Kaiser criterion finds 6 in bfi25", () => {
    expect(empiricalKaiser(figures("bfi25", "listwise").number_of_factors.eigenvalues, 2436).factors).toBe(6);
  });

  test.each(["pearson", "spearman", "polychoric"] as const)("permuted answers of likert320, %s: about what normal data give", async (correlation) => {
    const { columns } = answersOf("likert320");
    const rows = completeRows(columns);
    const complete = columns.map((values) => Float64Array.from(rows, (row) => values[row]));
    const expected = figures("likert320", "listwise").number_of_factors;
    const iterations = correlation === "polychoric" ? 20 : 100;
    const actual = await parallelAnalysis(expected.eigenvalues, 308, { iterations, seed: 5, draws: (stream) => permutedNull(complete, correlation, stream) });
    const { pc_simr_mean: mean, pc_sim_sd: sd } = expected.fa_parallel;
    // latent correlations of a few categories scatter more than those of the answers, so their first eigenvalues are larger
    if (correlation === "polychoric") expect(actual.mean[0]).toBeGreaterThan(mean[0]);
    else actual.mean.forEach((value, k) => expect(Math.abs(value - mean[k])).toBeLessThan(4.5 * sd[k] * Math.sqrt(1 / iterations + 1 / 200)));
    expect(actual.factors).toBe(4);
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

  test("each criterion names its variant", async () => {
    const R = new Matrix([
      [1, 0.5, 0.4, 0.3],
      [0.5, 1, 0.45, 0.35],
      [0.4, 0.45, 1, 0.3],
      [0.3, 0.35, 0.3, 1],
    ]);
    const settings = { iterations: 20, seed: 1, parallel: { eigenvalues: "smc", data: "permuted", threshold: "mean" } } as const;
    const { parallel, criteria } = await retention(R, 200, settings);
    expect(parallel!.variant).toEqual({ eigenvalues: "smc", data: "normal", threshold: "mean" }); // without data there is nothing to permute
    expect(criteria![0].criterion).toBe("Parallel analysis (squared multiple correlations on the diagonal, normal data, mean)");
    expect(variantInWords(undefined)).toBe("components, normal data, 95th percentile");
  });

  test("the scree bends where the second difference is largest", () => {
    expect(accelerationFactor([4, 3.9, 0.5, 0.4, 0.3])).toBe(2);
    expect(accelerationFactor([1, 0.5])).toBeNull();
  });

  test("the empirical Kaiser criterion never asks less than 1", () => {
    const { reference, factors } = empiricalKaiser([3, 0.9, 0.6, 0.5], 200);
    expect(reference[0]).toBeCloseTo((1 + Math.sqrt(4 / 200)) ** 2, 12);
    expect(reference.slice(1)).toEqual([1, 1, 1]);
    expect(factors).toBe(1);
  });

  test("uncorrelated items have no eigenvalue above 1", () => {
    expect(kaiserCount([1 + 1e-15, 1, 1])).toBe(0);
    expect(minimumAveragePartial(Matrix.eye(3)).factors).toBe(0);
  });
});
