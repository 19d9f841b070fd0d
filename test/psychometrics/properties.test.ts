import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { cholesky } from "../../src/numerics/cholesky";
import { symmetricEigen } from "../../src/numerics/eigen";
import { random } from "../../src/numerics/random";
import { type Analysis, type AnalysisSettings, defaultSettings, type ExtractionMethod, type RotationMethod } from "../../src/psychometrics/analysis";
import { analyze } from "../../src/psychometrics/analyze";
import { rotate } from "../../src/psychometrics/rotation/rotate";
import { matched } from "./reference";
import { surveyOf } from "./survey";

const extractions: ExtractionMethod[] = ["pca", "paf", "minres", "ml"];
const rotations: RotationMethod[] = ["none", "varimax", "quartimax", "equamax", "parsimax", "promax", "oblimin", "geomin", "bifactor"];
const conventions = ["spss", "psych"] as const;
const methods = fc.record({
  extraction: fc.constantFrom(...extractions),
  rotation: fc.constantFrom(...rotations),
  convention: fc.constantFrom(...conventions),
});
const seeds = fc.integer({ min: 1, max: 1e6 });

interface Model {
  readonly factors: number;
  readonly perFactor: number;
  readonly rows: number;
  readonly phi: number;
  readonly seed: number;
}

/** Answers of a factor model with simple structure, loadings .6 to .8, factors that all correlate φ. Seven steps, or the scores themselves. */
function simulated({ factors, perFactor, rows, phi, seed }: Model, rounded = true) {
  const stream = random(seed);
  const p = factors * perFactor;
  const pattern = new Matrix(
    Array.from({ length: p }, (_, i) =>
      Array.from({ length: factors }, (_, k) => (Math.floor(i / perFactor) === k ? 0.6 + (0.2 * (i % perFactor)) / (perFactor - 1) : 0)),
    ),
  );
  const L = cholesky(new Matrix(Array.from({ length: factors }, (_, a) => Array.from({ length: factors }, (_, b) => (a === b ? 1 : phi)))))!;
  const names = Array.from({ length: p }, (_, i) => `V${i + 1}`);
  const data: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let row = 0; row < rows; row++) {
    const scores = L.mmul(Matrix.columnVector(Array.from({ length: factors }, () => stream.normal()))).getColumn(0);
    names.forEach((name, i) => {
      const own = Math.floor(i / perFactor);
      const loading = pattern.get(i, own);
      const score = loading * scores[own] + Math.sqrt(1 - loading ** 2) * stream.normal();
      data[name].push(rounded ? Math.max(1, Math.min(7, Math.round(4 + 1.4 * score))) : score);
    });
  }
  return { data, pattern, names };
}

const small = (seed: number) => simulated({ factors: 2, perFactor: 4, rows: 150, phi: 0.3, seed }).data;
const settingsOf = (chosen: Partial<AnalysisSettings>): AnalysisSettings => ({ ...defaultSettings, iterations: 10, factors: 2, compareUpTo: 2, ...chosen });

function close(actual: unknown, expected: unknown, path: string, digits: number): void {
  if (typeof expected === "number") {
    expect(typeof actual, path).toBe("number");
    expect(Math.abs((actual as number) - expected), `${path}: ${String(actual)} instead of ${expected}`).toBeLessThan(
      10 ** -digits * Math.max(1, Math.abs(expected)),
    );
  } else if (expected && typeof expected === "object")
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual as object)]))
      close((actual as Record<string, unknown>)[key], (expected as Record<string, unknown>)[key], `${path}/${key}`, digits);
  else expect(actual, path).toEqual(expected);
}

/** Everything that an analysis says, item by item under its name, and without what the order of the items decides: the halves of a scale. */
function byName(analysis: Analysis) {
  const { items } = analysis.sample;
  const rows = <T>(values: readonly T[]) => Object.fromEntries(items.map((item, i) => [item, values[i]]));
  const square = (matrix: readonly (readonly number[])[]) => rows(matrix.map(rows));
  const pair = (names: readonly string[]) => [...names].sort().join("–");
  const { solution, retention, factorability } = analysis;
  return {
    items: Object.fromEntries(analysis.items.map((item) => [item.name, item])),
    correlation: square(analysis.correlation),
    reliability: analysis.reliability.map(({ perItem, items: _items, splitHalf: _split, halves, ...scale }) => ({
      ...scale,
      all: halves?.all,
      perItem: Object.fromEntries(perItem.map((item) => [item.item, item])),
    })),
    factorability: { ...factorability, antiImageCorrelation: square(factorability!.antiImageCorrelation!) },
    // the draws of a simulation from a fitted model go in the order of the items
    retention: { ...retention, nest: retention!.nest?.factors },
    solution: solution && {
      ...solution,
      loadings: rows(solution.loadings),
      unrotated: rows(solution.unrotated),
      structure: rows(solution.structure),
      residuals: {
        matrix: square(solution.residuals!.matrix),
        largest: Object.fromEntries(solution.residuals!.largest.map((one) => [pair(one.items), one.residual])),
      },
      schmidLeiman: undefined,
      heywood: [...solution.heywood].sort(),
    },
    warnings: analysis.warnings.map(({ code }) => code).sort(),
  };
}

describe("equivariance of every result", () => {
  test("under a permutation of the items", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, methods, fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }), async (seed, method, order) => {
        const data = small(seed);
        const names = Object.keys(data);
        const before = await analyze(surveyOf(data), {}, settingsOf(method));
        const after = await analyze(surveyOf(Object.fromEntries(order.map((i) => [names[i], data[names[i]]]))), {}, settingsOf(method));
        // a rotation is iterated to 1e-10 of its criterion, which leaves the loadings some 1e-5; SPSS's sweeps of pairs go in the order of the columns
        close(byName(after), byName(before), "", method.rotation === "none" ? 7 : 4);
      }),
      { numRuns: 40 },
    );
  });

  test("under a permutation of the rows", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, methods, fc.constantFrom("pearson" as const, "spearman" as const, "polychoric" as const), async (seed, method, correlation) => {
        const data = small(seed);
        const stream = random(seed + 1);
        const keys = data.V1.map(() => stream.uniform());
        const order = [...keys.keys()].sort((a, b) => keys[a] - keys[b]);
        const shuffled = Object.fromEntries(Object.entries(data).map(([name, values]) => [name, order.map((row) => values[row])]));
        const settings = settingsOf({ ...method, correlation, parallel: { eigenvalues: "pca", data: "normal", threshold: "mean" } });
        close(byName(await analyze(surveyOf(shuffled), {}, settings)), byName(await analyze(surveyOf(data), {}, settings)), "", 6);
      }),
      { numRuns: 30 },
    );
  });

  test("of α and the loadings under shift, scale and reflection", async () => {
    await fc.assert(
      fc.asyncProperty(
        seeds,
        methods,
        fc.record({ shift: fc.integer({ min: -1000, max: 1000 }), scale: fc.integer({ min: 1, max: 90 }), item: fc.integer({ min: 1, max: 8 }) }),
        async (seed, method, { shift, scale, item }) => {
          const data = small(seed);
          const settings = settingsOf(method);
          const before = await analyze(surveyOf(data), {}, settings);
          const moved = await analyze(
            surveyOf(Object.fromEntries(Object.entries(data).map(([name, values]) => [name, values.map((x) => shift + scale * x)]))),
            {},
            settings,
          );
          close(moved.reliability[0].alpha, before.reliability[0].alpha, "α", 9);
          close(moved.reliability[0].standardizedAlpha, before.reliability[0].standardizedAlpha, "standardized α", 9);
          close(moved.solution!.loadings, before.solution!.loadings, "loadings", 5);

          const name = `V${item}`;
          const turned = { ...data, [name]: data[name].map((x) => 8 - x) };
          const back = await analyze(surveyOf(turned), { reverse: [name] }, settings);
          close(back.reliability[0].alpha, before.reliability[0].alpha, "α, reversed back", 9);
          close(back.solution!.loadings, before.solution!.loadings, "loadings, reversed back", 5);

          // one item in other units: its own loadings and all others stay, standardized α too
          const wide = await analyze(surveyOf({ ...data, [name]: data[name].map((x) => 10 * x + 3) }), {}, settings);
          close(wide.reliability[0].standardizedAlpha, before.reliability[0].standardizedAlpha, "standardized α, one item wide", 9);
          close(wide.solution!.loadings, before.solution!.loadings, "loadings, one item wide", 5);

          // reflected and not turned back: communalities and the sizes of unrotated loadings stay
          const reflected = await analyze(surveyOf(turned), {}, { ...settings, rotation: "none" });
          const unrotated = await analyze(surveyOf(data), {}, { ...settings, rotation: "none" });
          close(reflected.solution!.communalities, unrotated.solution!.communalities, "communalities, reflected", 6);
          const sizes = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map(Math.abs));
          close(sizes(reflected.solution!.loadings), sizes(unrotated.solution!.loadings), "unrotated loadings, reflected", 5);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe("identities", () => {
  const matrices = fc
    .record({ p: fc.integer({ min: 5, max: 12 }), m: fc.integer({ min: 2, max: 4 }) })
    .chain(({ p, m }) =>
      fc.array(fc.double({ min: -0.9, max: 0.9, noNaN: true }), { minLength: p * m, maxLength: p * m }).map((cells) => Matrix.from1DArray(p, m, cells)),
    );

  test("communalities stay under every rotation, and the structure is the pattern times Φ", () => {
    fc.assert(
      fc.property(
        matrices,
        fc.constantFrom(...rotations),
        fc.constantFrom(...conventions),
        fc.constantFrom(...extractions),
        (loadings, rotation, convention, extraction) => {
          const sizes = symmetricEigen(loadings.transpose().mmul(loadings)).values;
          fc.pre(Math.min(...sizes) > 0.01); // an extraction has columns of its own
          const { loadings: pattern, phi } = rotate(loadings, { rotation, convention, extraction, seed: 1 }, 2);
          const common = pattern.mmul(phi ?? Matrix.eye(loadings.columns)).mmul(pattern.transpose());
          expect(Matrix.sub(common, loadings.mmul(loadings.transpose())).abs().max()).toBeLessThan(1e-8);
          if (phi) for (let k = 0; k < phi.rows; k++) expect(phi.get(k, k)).toBeCloseTo(1, 9);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("eigenvalues add up to the number of items, whatever the correlations and the missing answers", async () => {
    await fc.assert(
      fc.asyncProperty(
        seeds,
        fc.constantFrom("pearson" as const, "spearman" as const, "polychoric" as const),
        fc.constantFrom("listwise" as const, "pairwise" as const),
        async (seed, correlation, missing) => {
          const data = small(seed);
          const stream = random(seed + 2);
          for (const values of Object.values(data)) values.forEach((_, row) => stream.uniform() < 0.03 && (values[row] = NaN));
          const {
            retention,
            solution,
            correlation: R,
          } = await analyze(surveyOf(data), {}, settingsOf({ correlation, missing, extraction: "pca", rotation: "oblimin" }));
          expect(retention!.eigenvalues.reduce((a, b) => a + b, 0)).toBeCloseTo(8, 8);
          R.forEach((row, i) => expect(row[i]).toBe(1));
          const [pattern, phi, structure] = [solution!.loadings, solution!.factorCorrelations, solution!.structure].map(
            (rows) => new Matrix(rows as number[][]),
          );
          expect(Matrix.sub(pattern.mmul(phi), structure).abs().max()).toBeLessThan(1e-12);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe("a simulated factor model is found again", () => {
  const models = fc.record({
    factors: fc.integer({ min: 1, max: 5 }),
    perFactor: fc.integer({ min: 4, max: 6 }),
    rows: fc.constantFrom(500, 1000),
    phi: fc.constantFrom(0, 0.2, 0.4),
    seed: seeds,
  });

  test("number of factors, loadings, factor correlations", async () => {
    await fc.assert(
      fc.asyncProperty(models, fc.constantFrom("minres" as const, "ml" as const, "paf" as const), async (model, extraction) => {
        const { data, pattern } = simulated(model, false);
        const settings = { ...defaultSettings, convention: "psych", extraction, rotation: "oblimin", factors: "parallel", iterations: 50 } as const;
        const { retention, solution } = await analyze(surveyOf(data), { items: Object.keys(data) }, settings);
        expect(retention!.parallel!.factors).toBe(model.factors);
        const ours = matched(new Matrix(solution!.loadings as number[][]), pattern, new Matrix(solution!.factorCorrelations as number[][]));
        const error = 6 / Math.sqrt(model.rows); // loadings have standard errors of about 1/√N
        expect(Matrix.sub(ours.loadings, pattern).abs().max()).toBeLessThan(error);
        for (let a = 0; a < model.factors; a++) for (let b = 0; b < a; b++) expect(Math.abs(ours.phi!.get(a, b) - model.phi)).toBeLessThan(error);
      }),
      { numRuns: 25 },
    );
  });

  test("of answers in seven steps, the number of factors by every criterion that should find it", async () => {
    await fc.assert(
      fc.asyncProperty(models, async (model) => {
        const { data } = simulated({ ...model, phi: Math.min(model.phi, 0.2), rows: 1000 });
        const { retention } = await analyze(
          surveyOf(data),
          {},
          { ...settingsOf({}), factors: "parallel", iterations: 50, compareUpTo: model.factors + 2, extraction: "ml" },
        );
        const said = Object.fromEntries(retention!.criteria!.map(({ id, factors }) => [id, factors]));
        for (const id of ["parallel", "ekc", "bic"] as const) expect(said[id], id).toBe(model.factors);
        if (model.factors > 1) expect(said.map).toBe(model.factors);
      }),
      { numRuns: 12 },
    );
  });
});
