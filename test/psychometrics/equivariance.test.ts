import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Analysis, type AnalysisSettings, defaultSettings } from "../../src/psychometrics/analysis";
import { analyze } from "../../src/psychometrics/analyze";
import { random } from "../../src/numerics/random";
import { surveyOf } from "./survey";

/** Answers to six five-point items of two factors, 150 rows; another seed, other answers. */
function answers(seed: number): Record<string, number[]> {
  const stream = random(seed);
  const names = ["A1", "A2", "A3", "B1", "B2", "B3"];
  const data: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let row = 0; row < 150; row++) {
    const factors = { A: stream.normal(), B: stream.normal() };
    for (const name of names) data[name].push(Math.max(1, Math.min(5, Math.round(3 + 0.9 * factors[name[0] as "A" | "B"] + 0.6 * stream.normal()))));
  }
  return data;
}

const settings: AnalysisSettings = { ...defaultSettings, iterations: 10, factors: 2, extraction: "minres", rotation: "oblimin", convention: "psych" };
const seeds = fc.integer({ min: 1, max: 1e6 });
const few = { numRuns: 8 };

/** What does not depend on how the columns are called or ordered. */
function shape(analysis: Analysis) {
  const { reliability, factorability, retention, solution } = analysis;
  return {
    alpha: reliability[0].alpha!,
    standardizedAlpha: reliability[0].standardizedAlpha!,
    lambda2: reliability[0].guttman!.lambda2!,
    kmo: factorability!.kmo!,
    chiSquare: factorability!.bartlett.chiSquare!,
    eigenvalues: retention!.eigenvalues,
    map: retention!.map!.values,
    communalities: Object.values(solution!.communalities).sort((a, b) => a - b),
    factorCorrelation: Math.abs(solution!.factorCorrelations[0][1]),
    loadings: solution!.loadings
      .flat()
      .map(Math.abs)
      .sort((a, b) => a - b),
  };
}

function expectSame(actual: ReturnType<typeof shape>, expected: ReturnType<typeof shape>, except: readonly (keyof ReturnType<typeof shape>)[] = []): void {
  for (const key of Object.keys(expected) as (keyof typeof expected)[]) {
    if (except.includes(key)) continue;
    [expected[key]].flat().forEach((value, i) => expect([actual[key]].flat()[i], key).toBeCloseTo(value, 5));
  }
}

const of = async (data: Record<string, number[]>, selection = {}, chosen = settings) => shape(await analyze(surveyOf(data), selection, chosen));
const mapped = (data: Record<string, number[]>, change: (value: number, name: string) => number) =>
  Object.fromEntries(Object.entries(data).map(([name, values]) => [name, values.map((value) => change(value, name))]));

describe("an analysis does not depend on", () => {
  test("the order of the rows", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const data = answers(seed);
        expectSame(await of(Object.fromEntries(Object.entries(data).map(([name, values]) => [name, [...values].reverse()]))), await of(data));
      }),
      few,
    );
  });

  test("the order of the items", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const data = answers(seed);
        expectSame(await of(Object.fromEntries(Object.entries(data).reverse())), await of(data));
      }),
      few,
    );
  });

  test("where the scale of all items begins, and how wide its steps are", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 50 }), async (seed, shift, step) => {
        const data = answers(seed);
        expectSame(await of(mapped(data, (value) => shift + step * value)), await of(data));
      }),
      few,
    );
  });

  test("the units of single items, but for raw α", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const data = answers(seed);
        expectSame(await of(mapped(data, (value, name) => (name === "A1" ? 10 * value - 7 : value))), await of(data), ["alpha"]);
      }),
      few,
    );
  });

  test("the direction of an item that is reversed back", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const data = answers(seed);
        expectSame(
          await of(
            mapped(data, (value, name) => (name === "B2" ? 6 - value : value)),
            { reverse: ["B2"] },
          ),
          await of(data),
        );
      }),
      few,
    );
  });

  test("the spacing of the answers, for Spearman and polychoric correlations", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, fc.constantFrom("spearman" as const, "polychoric" as const), async (seed, correlation) => {
        const data = answers(seed);
        const chosen = { ...settings, correlation };
        expectSame(
          await of(
            mapped(data, (value) => value ** 3),
            {},
            chosen,
          ),
          await of(data, {}, chosen),
          ["alpha", "standardizedAlpha", "lambda2"],
        );
      }),
      few,
    );
  });
});

describe("an analysis is consistent in itself", () => {
  test("eigenvalues add up to the number of items; structure is pattern times Φ; communality and uniqueness are 1; rotation leaves communalities alone", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const analysis = await analyze(surveyOf(answers(seed)), {}, settings);
        expect(analysis.retention!.eigenvalues.reduce((a, b) => a + b, 0)).toBeCloseTo(6, 10);
        const { loadings, structure, factorCorrelations, communalities, uniquenesses } = analysis.solution!;
        loadings.forEach((row, i) =>
          structure[i].forEach((value, k) =>
            expect(value).toBeCloseTo(
              row.reduce((sum, loading, l) => sum + loading * factorCorrelations[l][k], 0),
              12,
            ),
          ),
        );
        for (const [item, h2] of Object.entries(communalities)) expect(h2 + uniquenesses[item]).toBeCloseTo(1, 6);
        const unrotated = await analyze(surveyOf(answers(seed)), {}, { ...settings, rotation: "none" });
        for (const [item, h2] of Object.entries(unrotated.solution!.communalities)) expect(communalities[item]).toBeCloseTo(h2, 10);
      }),
      few,
    );
  });

  test("the two factors that made the answers are found again", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { solution, retention } = await analyze(surveyOf(answers(seed)), {}, { ...settings, factors: "parallel", iterations: 50 });
        expect(retention!.parallel!.factors).toBe(2);
        const own = (item: number) => Math.abs(solution!.loadings[item].reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best)));
        const factorOf = (item: number) => solution!.loadings[item].findIndex((value) => Math.abs(value) === own(item));
        expect(new Set([0, 1, 2].map(factorOf)).size).toBe(1);
        expect(new Set([3, 4, 5].map(factorOf)).size).toBe(1);
        expect(factorOf(0)).not.toBe(factorOf(3));
      }),
      few,
    );
  });
});
