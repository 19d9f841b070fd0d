import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { beforeAll, describe, expect, it } from "vitest";
import { bestAssignment } from "../../src/numerics/assignment";
import { random } from "../../src/numerics/random";
import { defaultSettings, type Solution } from "../../src/psychometrics/analysis";
import { type BootstrapInput, bootstrapSolution } from "../../src/psychometrics/bootstrap";
import { aligned } from "../../src/psychometrics/congruence";
import { moments } from "../../src/psychometrics/moments";
import { solve } from "../../src/psychometrics/solution";

describe("assignment", () => {
  it("is the best of all", () => {
    const permutations = (n: number): number[][] => (n === 0 ? [[]] : permutations(n - 1).flatMap((shorter) => Array.from({ length: n }, (_, at) => [...shorter.slice(0, at), n - 1, ...shorter.slice(at)])));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((n) => fc.tuple(fc.constant(n), fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: n * n, maxLength: n * n }))),
        ([n, gain]) => {
          const total = (columns: number[]) => columns.reduce((sum, column, row) => sum + gain[row * n + column], 0);
          const found = bestAssignment(gain, n);
          expect(found.toSorted()).toEqual(Array.from({ length: n }, (_, i) => i));
          expect(total(found)).toBeCloseTo(Math.max(...permutations(n).map(total)), 12);
        },
      ),
    );
  });
});

describe("alignment", () => {
  it("undoes swaps and reflections, of the factor correlations too", () => {
    const loadings = new Matrix([[0.8, 0.1, 0], [0.7, 0, 0.2], [0, 0.6, 0.1], [0.1, 0.7, 0], [0, 0, 0.9], [0.2, 0, 0.5]]);
    const phi = new Matrix([[1, 0.2, 0.3], [0.2, 1, -0.4], [0.3, -0.4, 1]]);
    const order = [2, 0, 1];
    const sign = [-1, 1, -1];
    const moved = new Matrix(loadings.to2DArray().map((row) => order.map((k, at) => sign[at] * row[k])));
    const turned = new Matrix(order.map((a, i) => order.map((b, j) => sign[i] * sign[j] * phi.get(a, b))));
    const back = aligned(moved, turned, loadings);
    expect(back.loadings.to2DArray()).toEqual(loadings.to2DArray());
    expect(back.phi!.to2DArray()).toEqual(phi.to2DArray());
    for (const value of back.congruence) expect(value).toBeCloseTo(1, 12);
  });
});

describe("bootstrap of a solution", () => {
  const items = Array.from({ length: 8 }, (_, i) => `Q${i + 1}`);
  const n = 300;
  const generator = random(11);
  const factors = Array.from({ length: 2 }, () => Float64Array.from({ length: n }, () => generator.normal()));
  const columns = items.map((_, i) => Float64Array.from({ length: n }, (_, row) => 0.7 * factors[i % 2][row] + Math.sqrt(1 - 0.49) * generator.normal()));
  const correlate = (rows: Int32Array) =>
    moments(
      items,
      columns.map((column) => Float64Array.from(rows, (row) => column[row])),
      "listwise",
    ).correlation;
  const settings = { ...defaultSettings, extraction: "minres", rotation: "oblimin" } as const;
  let solution: Solution;
  let input: BootstrapInput;
  beforeAll(() => {
    const R = correlate(Int32Array.from({ length: n }, (_, row) => row));
    ({ solution } = solve({ R, items, n, factors: 2, factorsFrom: "set by the user", settings }));
    input = { solution, items, settings, rows: n, correlate, replications: 200, seed: 5 };
  });

  it("surrounds the loadings, by about their standard error", async () => {
    const { result, warnings } = await bootstrapSolution(input);
    expect(warnings).toEqual([]);
    expect(result.used).toBe(200);
    solution.loadings.forEach((row, i) =>
      row.forEach((loading, k) => {
        const [low, high] = result.loadings[i][k];
        expect(low).toBeLessThan(loading);
        expect(high).toBeGreaterThan(loading);
        // a loading of 300 persons is known to a few hundredths; swapped factors would give .3 and more
        expect(result.standardErrors[i][k]).toBeGreaterThan(0.015);
        expect(result.standardErrors[i][k]).toBeLessThan(0.09);
      }),
    );
    for (const value of result.congruence) expect(value).toBeGreaterThan(0.97);
    expect(result.factors.counts["2"]).toBeGreaterThan(190);
    expect(result.factors.ci).toEqual([2, 2]);
  });

  it("is the same for the same seed and another for another", async () => {
    const few = { ...input, replications: 20 };
    expect(await bootstrapSolution(few)).toEqual(await bootstrapSolution(few));
    expect((await bootstrapSolution({ ...few, seed: 6 })).result.loadings).not.toEqual((await bootstrapSolution(few)).result.loadings);
  });

  it("stops when cancelled", async () => {
    const controller = new AbortController();
    const running = bootstrapSolution({ ...input, replications: 1_000_000, signal: controller.signal, progress: () => controller.abort() });
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
  });

  it("says how many replications were lost, and refuses when most were", async () => {
    let call = 0;
    const singular = Matrix.ones(8, 8);
    const sometimes = (rows: Int32Array) => (call++ % 4 === 0 ? singular : correlate(rows));
    const { result, warnings } = await bootstrapSolution({ ...input, correlate: sometimes, replications: 40 });
    expect(result.used).toBe(30);
    expect(warnings[0]).toMatchObject({ code: "bootstrap-replications-lost", data: { lost: 10 } });
    await expect(bootstrapSolution({ ...input, correlate: () => singular, replications: 10 })).rejects.toMatchObject({ code: "bootstrap-failed" });
  });
});
