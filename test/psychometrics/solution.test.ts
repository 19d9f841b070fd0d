import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { type AnalysisSettings, defaultSettings, type ExtractionMethod, type RotationMethod, type Solution } from "../../src/psychometrics/analysis";
import { moments } from "../../src/psychometrics/moments";
import { solve } from "../../src/psychometrics/solution";
import { shared } from "../shared";
import { referenceSets } from "./reference";

const extractions: ExtractionMethod[] = ["pca", "paf", "minres", "ml"];
const rotations: RotationMethod[] = ["none", "varimax", "quartimax", "equamax", "promax", "oblimin", "geomin"];

function solved(R: Matrix, factors: number, settings: Partial<AnalysisSettings>, items = R.to2DArray().map((_, i) => `Q${i + 1}`)) {
  return solve({ R, items, n: 300, factors, factorsFrom: "set by the user", settings: { ...defaultSettings, ...settings } });
}

/** Correlations of a factor model: loadings drawn, uniquenesses what is left. */
const models = fc
  .record({ p: fc.integer({ min: 6, max: 10 }), m: fc.integer({ min: 1, max: 3 }) })
  .chain(({ p, m }) =>
    fc
      .array(fc.double({ min: -0.75, max: 0.75, noNaN: true }), { minLength: p * m, maxLength: p * m })
      .map((cells) => ({ p, m, loadings: Matrix.from1DArray(p, m, cells) })),
  )
  .map(({ p, m, loadings }) => {
    for (let i = 0; i < p; i++) {
      const own = 0.5 + 0.3 * Math.abs(loadings.get(i, 0));
      loadings.set(i, i % m, loadings.get(i, i % m) < 0 ? -own : own);
      const length = Math.sqrt(loadings.getRow(i).reduce((sum, value) => sum + value * value, 0));
      if (length > 0.9) loadings.mulRow(i, 0.9 / length);
    }
    const R = loadings.mmul(loadings.transpose());
    for (let i = 0; i < p; i++) R.set(i, i, 1);
    return { R, m, loadings };
  });

function checkIdentities(solution: Solution, p: number) {
  const pattern = new Matrix(solution.loadings.map((row) => [...row]));
  const phi = new Matrix(solution.factorCorrelations.map((row) => [...row]));
  const structure = pattern.mmul(phi);
  solution.structure.forEach((row, i) => row.forEach((value, k) => expect(value).toBeCloseTo(structure.get(i, k), 12)));
  const common = structure.mmul(pattern.transpose()).diagonal();
  Object.values(solution.communalities).forEach((h2, i) => expect(common[i]).toBeCloseTo(h2, 9));
  expect(solution.variance.initial.reduce((sum, row) => sum + row.eigenvalue!, 0)).toBeCloseTo(p, 9);
  expect(JSON.stringify(solution)).not.toMatch(/NaN|Infinity/);
  for (let k = 0; k < solution.factors; k++) expect(pattern.getColumn(k).reduce((a, b) => a + b, 0)).toBeGreaterThan(-1e-9);
}

describe("a solution", () => {
  it("obeys its identities under every extraction, rotation and convention", () => {
    fc.assert(
      fc.property(
        models,
        fc.constantFrom(...extractions),
        fc.constantFrom(...rotations),
        fc.constantFrom("spss" as const, "psych" as const),
        ({ R, m }, extraction, rotation, convention) => {
          checkIdentities(solved(R, m, { extraction, rotation, convention }).solution, R.rows);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("recovers the communalities of an exact factor model", () => {
    fc.assert(
      fc.property(models, fc.constantFrom("minres" as const, "ml" as const), ({ R, m, loadings }, extraction) => {
        const { solution } = solved(R, m, { extraction, rotation: "none" });
        const reproduced = new Matrix(solution.unrotated.map((row) => [...row]));
        const residual = Matrix.sub(reproduced.mmul(reproduced.transpose()), loadings.mmul(loadings.transpose()));
        for (let i = 0; i < R.rows; i++) residual.set(i, i, 0);
        expect(residual.abs().max()).toBeLessThan(1e-5);
      }),
      { numRuns: 60 },
    );
  });

  it("moves with its items: a permutation and a reflection of items change nothing else", () => {
    fc.assert(
      fc.property(
        models,
        fc.constantFrom("paf" as const, "ml" as const),
        fc.constantFrom("varimax" as const, "promax" as const),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        ({ R, m }, extraction, rotation, stream) => {
          const p = R.rows;
          const draws = Array.from({ length: p }, () => stream.next().value as number);
          const order = Array.from(draws.keys()).sort((a, b) => draws[a] - draws[b]);
          const settings = { extraction, rotation, convention: "psych" as const };
          const before = solved(R, m, settings).solution;
          const after = solved(
            new Matrix(order.map((i) => order.map((j) => R.get(i, j)))),
            m,
            settings,
            order.map((i) => `Q${i + 1}`),
          ).solution;
          for (const name of Object.keys(before.communalities)) expect(after.communalities[name]).toBeCloseTo(before.communalities[name], 6);
          before.variance.extraction.forEach((row, k) => expect(after.variance.extraction[k].sumOfSquares).toBeCloseTo(row.sumOfSquares!, 6));
        },
      ),
      { numRuns: 40 },
    );
  });

  const R = new Matrix([
    [1, 0.6, 0.5, 0.1, 0.2, 0.1],
    [0.6, 1, 0.4, 0.2, 0.1, 0.1],
    [0.5, 0.4, 1, 0.1, 0.2, 0.2],
    [0.1, 0.2, 0.1, 1, 0.6, 0.5],
    [0.2, 0.1, 0.2, 0.6, 1, 0.4],
    [0.1, 0.1, 0.2, 0.5, 0.4, 1],
  ]);

  it("gives no percentages after an oblique rotation under SPSS, and sums that add up under psych", () => {
    const spss = solved(R, 2, { rotation: "oblimin" }).solution;
    expect(spss.variance.rotation.map(({ percent, cumulative }) => [percent, cumulative])).toEqual([
      [null, null],
      [null, null],
    ]);
    spss.variance.rotation.forEach((row, k) =>
      expect(row.sumOfSquares).toBeCloseTo(
        spss.structure.reduce((sum, cells) => sum + cells[k] ** 2, 0),
        12,
      ),
    );
    const psych = solved(R, 2, { rotation: "oblimin", convention: "psych" }).solution;
    const total = psych.variance.rotation.reduce((sum, row) => sum + row.sumOfSquares!, 0);
    expect(total).toBeCloseTo(
      Object.values(psych.communalities).reduce((a, b) => a + b, 0),
      9,
    );
  });

  it("says in plain grammar that too few items leave no degrees of freedom", () => {
    const said = (items: number, factors: number) =>
      solved(R.subMatrix(0, items - 1, 0, items - 1), factors, { rotation: "none" })
        .warnings.map(({ message }) => message)
        .join("\n");
    expect(said(2, 1)).toContain("1 factor of 2 items has −1 degree of freedom:");
    expect(said(4, 2)).toContain("2 factors of 4 items have −1 degree of freedom:");
    expect(said(3, 2)).toContain("2 factors of 3 items have −2 degrees of freedom:");
  });

  it("says how it was made", () => {
    expect(solved(R, 2, {}).solution.method).toMatch(
      /^Principal axis factoring of the Pearson correlations of 6 items \(N = 300, listwise deletion\); 2 factors \(set by the user\); varimax rotation with Kaiser normalization; conventions of SPSS; Scree \d/,
    );
    expect(solved(R, 1, { extraction: "pca" }).solution.method).toContain("1 component (set by the user); no rotation");
  });

  it("is the same for the same seed", () => {
    expect(solved(R, 2, { rotation: "geomin", seed: 7 })).toEqual(solved(R, 2, { rotation: "geomin", seed: 7 }));
  });
});

describe("a solution that cannot be had", () => {
  const identity = Matrix.eye(4);
  const duplicated = new Matrix([
    [1, 1, 0.4, 0.3],
    [1, 1, 0.4, 0.3],
    [0.4, 0.4, 1, 0.5],
    [0.3, 0.3, 0.5, 1],
  ]);
  const indefinite = new Matrix([
    [1, 0.9, -0.9, 0.1],
    [0.9, 1, 0.9, 0.1],
    [-0.9, 0.9, 1, 0.1],
    [0.1, 0.1, 0.1, 1],
  ]);
  // one factor with λ₁λ₂λ₃ such that h²₁ = r₁₂r₁₃/r₂₃ = 1.28
  const heywood = new Matrix([
    [1, 0.8, 0.8],
    [0.8, 1, 0.5],
    [0.8, 0.5, 1],
  ]);

  it.each([
    ["too-many-factors", () => solved(identity, 4, {})],
    ["too-few-factors", () => solved(identity, 0, {})],
    ["too-few-factors", () => solved(identity, 1.5, {})],
    ["singular-correlations", () => solved(duplicated, 1, {})],
    ["singular-correlations", () => solved(duplicated, 1, { extraction: "ml" })],
    ["singular-correlations", () => solved(duplicated, 1, { extraction: "minres" })],
    ["indefinite-correlations", () => solved(indefinite, 1, {})],
    ["heywood-case", () => solved(heywood, 1, { extraction: "paf" })],
  ])("refuses with %s", (code, call) => expect(call).toThrow(expect.objectContaining({ code })));

  it("blames the rows, not the items, when there are too few of them", () => {
    const columns = Array.from({ length: 6 }, (_, i) => Float64Array.from([1, 4, 2, 5], (value, row) => (value * (i + 2) + row * row * i) % 7));
    const { correlation } = moments(["a", "b", "c", "d", "e", "f"], columns, "listwise");
    const input = { R: correlation, items: ["a", "b", "c", "d", "e", "f"], n: 4, factors: 1, factorsFrom: "", settings: defaultSettings };
    expect(() => solve(input)).toThrow(expect.objectContaining({ code: "fewer-rows-than-items" }));
    expect(solve({ ...input, settings: { ...defaultSettings, extraction: "pca" } }).solution.factors).toBe(1);
  });

  it("refuses a factor for which no common variance is left", () => {
    const two = { extraction: "paf", convention: "psych", rotation: "promax" } as const;
    expect(() => solved(Matrix.eye(4), 2, two)).toThrow(expect.objectContaining({ code: "factor-without-loadings" }));
  });

  it("solves two items, and says that they do not determine a factor", () => {
    for (const extraction of ["paf", "minres", "ml"] as const) {
      const { solution, warnings } = solved(
        new Matrix([
          [1, 0.49],
          [0.49, 1],
        ]),
        1,
        { extraction },
      );
      const [[first], [second]] = solution.loadings;
      expect(first * second).toBeCloseTo(0.49, extraction === "paf" ? 2 : 6);
      expect(warnings.map(({ code }) => code)).toContain("factors-not-identified");
      expect(JSON.stringify(solution)).not.toMatch(/NaN|Infinity/);
    }
  });

  it("names the items that depend on each other", () => {
    expect(() => solved(duplicated, 1, {})).toThrow(/Q1, Q2 can be computed from the other items/);
  });

  it("extracts components from singular correlations all the same", () => {
    expect(solved(duplicated, 2, { extraction: "pca" }).solution.communalities.Q1).toBeGreaterThan(0.9);
  });

  it.each(["minres", "ml"] as const)("warns of a Heywood case by name: %s", (extraction) => {
    const { solution, warnings } = solved(heywood, 1, { extraction });
    expect(solution.heywood).toEqual(["Q1"]);
    expect(warnings.find(({ code }) => code === "heywood-case")?.message).toContain("Q1");
    expect(JSON.stringify(solution)).not.toMatch(/NaN|Infinity/);
  });

  it("warns when the model has more parameters than correlations, and gives no χ²", () => {
    const { solution, warnings } = solved(heywood.clone().mul(0.5).add(Matrix.eye(3).mul(0.5)), 2, { extraction: "minres" });
    expect(warnings.map(({ code }) => code)).toContain("factors-not-identified");
    expect(solution.fit).toMatchObject({ chiSquare: null, p: null, rmsea: null });
  });
});

describe.skipIf(!shared)("a solution of the reference data", () => {
  it.each(referenceSets)("$name: fit against psych", ({ R, items, n, factors, results }) => {
    for (const extraction of ["minres", "ml"] as const) {
      const { solution } = solve({
        R,
        items,
        n,
        factors,
        factorsFrom: "",
        settings: { ...defaultSettings, extraction, rotation: "none", convention: "psych" },
      });
      const theirs = results.efa_psych[extraction].fit;
      // psych stops its optimiser early, so its χ² is that of a neighbouring point
      const near = (ours: number | null, reference: number, relative = 2e-5) =>
        expect(Math.abs(ours! - reference)).toBeLessThan(relative * (1 + Math.abs(reference)));
      const { fit } = solution;
      expect(fit!.df).toBe(theirs.dof);
      near(fit!.chiSquare, theirs.STATISTIC);
      near(fit!.p, theirs.PVAL, 1e-4);
      near(fit!.tli, theirs.TLI);
      near(fit!.cfi, theirs.CFI_by_formula);
      near(fit!.bic, theirs.BIC);
      near(fit!.rmsr, theirs.rms);
      near(fit!.rmsea, theirs.RMSEA.RMSEA);
      near(fit!.rmseaCi![0], theirs.RMSEA.lower, 1e-4);
      near(fit!.rmseaCi![1], theirs.RMSEA.upper, 1e-4);
    }
    const { solution } = solve({ R, items, n, factors, factorsFrom: "", settings: { ...defaultSettings, extraction: "ml", rotation: "none" } });
    const { STATISTIC, PVAL } = results.factanal.none;
    expect(Math.abs(solution.fit!.chiSquare! / STATISTIC - 1)).toBeLessThan(1e-8);
    expect(Math.abs(solution.fit!.p! / PVAL - 1)).toBeLessThan(1e-6);
  });

  it("reports that SPSS's 25 iterations do not suffice", () => {
    const { R, items, n, factors } = referenceSets.find(({ name }) => name === "attitude.listwise")!;
    const { solution, warnings } = solve({ R, items, n, factors, factorsFrom: "", settings: defaultSettings });
    expect(solution).toMatchObject({ converged: false, iterations: 25 });
    expect(warnings.map(({ code }) => code)).toContain("not-converged");
  });
});
