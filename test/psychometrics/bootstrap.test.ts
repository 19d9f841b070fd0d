import { Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { random } from "../../src/numerics/random";
import { aligned } from "../../src/psychometrics/alignment";
import { type AnalysisSettings, defaultSettings } from "../../src/psychometrics/analysis";
import { analyze } from "../../src/psychometrics/analyze";
import { surveyOf, twoFactorData } from "./survey";

const settings: AnalysisSettings = { ...defaultSettings, iterations: 20, extraction: "minres", rotation: "oblimin", bootstrap: 200 };

describe("bootstrap", () => {
  test("intervals hold the estimates; the number of factors is a distribution; the seed decides", async () => {
    const data = twoFactorData(200);
    const { reliability, solution, uncertainty } = await analyze(surveyOf(data), {}, settings);
    const { alpha, loadings, factorCorrelations, factors, used, solved } = uncertainty!;
    expect([used, solved]).toEqual([200, 200]);
    expect(alpha[0].ci![0]).toBeLessThan(reliability[0].alpha!);
    expect(alpha[0].ci![1]).toBeGreaterThan(reliability[0].alpha!);
    solution!.loadings.forEach((row, i) =>
      row.forEach((loading, k) => {
        expect(loadings!.low[i][k]).toBeLessThan(loading);
        expect(loadings!.high[i][k]).toBeGreaterThan(loading);
        expect(loadings!.high[i][k] - loadings!.low[i][k]).toBeLessThan(0.5);
      }),
    );
    expect(factorCorrelations!.low[0][1]).toBeLessThan(solution!.factorCorrelations[0][1]);
    expect(factors["2"]).toBeGreaterThan(0.9);
    expect(Object.values(factors).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);

    const again = await analyze(surveyOf(data), {}, settings);
    expect(again.uncertainty).toEqual(uncertainty);
    const other = await analyze(surveyOf(data), {}, { ...settings, seed: 2 });
    expect(other.uncertainty).not.toEqual(uncertainty);
  });

  test("the interval of α is near Feldt's where the answers are normal", async () => {
    const stream = random(8);
    const names = ["a", "b", "c", "d", "e"];
    const data: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
    for (let row = 0; row < 400; row++) {
      const factor = stream.normal();
      for (const name of names) data[name].push(factor + stream.normal());
    }
    const { reliability, uncertainty } = await analyze(surveyOf(data), {}, { ...settings, factors: 1, bootstrap: 500 });
    const [low, high] = uncertainty!.alpha[0].ci!;
    expect(low).toBeCloseTo(reliability[0].alphaCi![0], 1);
    expect(Math.abs(low - reliability[0].alphaCi![0])).toBeLessThan(0.015);
    expect(Math.abs(high - reliability[0].alphaCi![1])).toBeLessThan(0.015);
  });

  test("it stops when asked to, and its progress rises to 1", async () => {
    const stop = new AbortController();
    const work = analyze(
      surveyOf(twoFactorData(200)),
      {},
      { ...settings, bootstrap: 100_000 },
      { signal: stop.signal, progress: (_, stage) => stage === "bootstrap" && stop.abort() },
    );
    await expect(work).rejects.toThrow(/abort/i);
    const seen: number[] = [];
    await analyze(surveyOf(twoFactorData()), {}, { ...settings, bootstrap: 100 }, { progress: (fraction) => seen.push(fraction) });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  test("items that hardly vary: samples without variation are counted, not hidden", async () => {
    const data = { ...twoFactorData(30), rare: Array.from({ length: 30 }, (_, row) => (row === 4 ? 2 : 1)) };
    const { uncertainty } = await analyze(surveyOf(data), {}, { ...settings, factors: 2, bootstrap: 100 });
    expect(uncertainty!.used).toBeLessThan(100);
    expect(uncertainty!.used).toBeGreaterThan(30);
  });
});

test("factors in another order and direction are recognised, and Φ moves with them", () => {
  const target = new Matrix([
    [0.8, 0.1],
    [0.7, 0],
    [0.1, 0.9],
    [0, 0.6],
  ]);
  const phi = new Matrix([
    [1, 0.3],
    [0.3, 1],
  ]);
  const swapped = new Matrix(target.to2DArray().map(([a, b]) => [-b, a]));
  const swappedPhi = new Matrix([
    [1, -0.3],
    [-0.3, 1],
  ]);
  const back = aligned(swapped, swappedPhi, target);
  expect(Matrix.sub(back.loadings, target).norm()).toBe(0);
  expect(Matrix.sub(back.phi, phi).norm()).toBe(0);
});
