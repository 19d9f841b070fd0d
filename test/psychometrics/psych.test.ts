import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { defaultSettings, type ExtractionMethod, type RotationMethod } from "../../src/psychometrics/analysis";
import { extract } from "../../src/psychometrics/extract";
import { scoreWeights } from "../../src/psychometrics/scores";
import { solve } from "../../src/psychometrics/solution";
import { shared } from "../shared";
import { matched, matrixOf, type ReferenceSet, referenceSets, worst } from "./reference";

/** psych stops its optimisers and its varimax early; the tolerances are those of the reference's README. */
const rotations: [RotationMethod, string, number][] = [
  ["none", "none", 2e-4],
  ["varimax", "varimax", 2e-3],
  ["promax", "promax", 2e-3],
  ["oblimin", "oblimin", 4e-4],
  ["quartimax", "quartimax", 2e-3],
  ["geomin", "geominQ", 4e-4],
];
const matrixFrom = (rows: readonly (readonly number[])[]) => new Matrix(rows.map((row) => [...row]));

function solution({ R, items, n, factors }: ReferenceSet, extraction: ExtractionMethod, rotation: RotationMethod) {
  return solve({ R, items, n, factors, factorsFrom: "", settings: { ...defaultSettings, convention: "psych", extraction, rotation } }).solution;
}

describe.skipIf(!shared)("the psych convention against psych", () => {
  it.each(referenceSets)("$name: pattern, structure, Φ, communalities, variance, determinacy", (set) => {
    for (const extraction of ["pca", "minres", "ml"] as const) {
      for (const [rotation, key, tolerance] of rotations) {
        const theirs = set.results.efa_psych[extraction][key];
        const what = `${extraction} ${key}`;
        const ours = solution(set, extraction, rotation);
        const pattern = matrixOf(theirs.pattern);
        const beside = matched(matrixFrom(ours.loadings), pattern, theirs.Phi && matrixFrom(ours.factorCorrelations));
        expect(worst(beside.loadings, pattern), what).toBeLessThan(tolerance);
        if (theirs.Phi) {
          expect(worst(beside.phi!, matrixOf(theirs.Phi)), `Φ, ${what}`).toBeLessThan(tolerance);
          const structure = matrixOf(theirs.structure);
          expect(worst(matched(matrixFrom(ours.structure), structure).loadings, structure), `structure, ${what}`).toBeLessThan(tolerance);
        }
        for (const item of set.items) expect(Math.abs(ours.communalities[item] - theirs.communalities[item]), `h² of ${item}, ${what}`).toBeLessThan(2e-4);

        const [sums, shares] = theirs.variance.values;
        const block = rotation === "none" ? ours.variance.extraction : ours.variance.rotation;
        const descending = (values: number[]) => values.toSorted((a, b) => b - a);
        descending(sums).forEach((sum, k) => expect(Math.abs(descending(block.map((row) => row.sumOfSquares!))[k] - sum), `sums, ${what}`).toBeLessThan(6e-3));
        descending(shares).forEach((share, k) =>
          expect(Math.abs(descending(block.map((row) => row.percent! / 100))[k] - share), `shares, ${what}`).toBeLessThan(1e-3),
        );

        if (!Array.isArray(theirs.R2_scores)) continue;
        const { determinacy } = scoreWeights(set.R, set.items, beside.loadings, beside.phi, "regression");
        theirs.R2_scores.forEach((squared: number, k: number) => expect(Math.abs(determinacy[k] ** 2 - squared), `determinacy, ${what}`).toBeLessThan(1e-3));
      }
    }
  });

  it.each(referenceSets)("$name: principal axes, stopped as psych stops them", ({ R, items, factors, results }) => {
    const paf = { extraction: "paf", convention: "psych", stopRule: "psych" } as const;
    for (const [key, maxIterations] of [
      ["none", 1000],
      ["none_maxiter25", 25],
    ] as const) {
      const theirs = results.efa_psych.pa[key];
      const pattern = matrixOf(theirs.pattern);
      const ours = extract(R, items, factors, { ...paf, maxIterations });
      expect(worst(matched(ours.loadings, pattern).loadings, pattern), key).toBeLessThan(1e-9);
      expect(ours.iterations).toBe(theirs.iterations_comm);
    }
  });

  it.each(referenceSets.filter(({ results }) => results.efa_polychoric?.pattern))("$name: minres and oblimin of the polychoric correlations", (set) => {
    const theirs = set.results.efa_polychoric;
    const { rho } = set.results.correlations[theirs.matrix];
    const ours = solution({ ...set, R: matrixOf(rho) }, "minres", "oblimin");
    const pattern = matrixOf(theirs.pattern);
    const beside = matched(matrixFrom(ours.loadings), pattern, matrixFrom(ours.factorCorrelations));
    expect(worst(beside.loadings, pattern)).toBeLessThan(1e-3);
    expect(worst(beside.phi!, matrixOf(theirs.Phi))).toBeLessThan(1e-3);
  });

  it.each(referenceSets)("$name: factanal's varimax and promax", (set) => {
    for (const rotation of ["varimax", "promax"] as const) {
      const theirs = matrixOf(set.results.factanal[rotation].loadings);
      const { loadings, uniquenesses } = solution(set, "ml", "varimax");
      set.items.forEach((item) => expect(Math.abs(uniquenesses[item] - set.results.factanal[rotation].uniquenesses[item])).toBeLessThan(1e-4));
      if (rotation === "varimax") expect(worst(matched(matrixFrom(loadings), theirs).loadings, theirs)).toBeLessThan(2e-3);
    }
  });
});
