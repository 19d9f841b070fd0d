import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { confirmatoryFactorAnalysis } from "../../src/psychometrics/cfa";
import {
  averageVarianceExtracted,
  compositeReliability,
  fornellLarcker,
  heterotraitMonotrait,
  withoutDiscriminantValidity,
} from "../../src/psychometrics/validity";
import { shared } from "../shared";
import { matrixOf, referenceJson, referenceSets, worst } from "./reference";

/** The correlations that lavaan was given: likert320 with its four reverse-keyed items reflected. */
function given(name: string) {
  const set = referenceSets.find((candidate) => candidate.name === `${name.split("_")[0]}.listwise`)!;
  const R = set.R.clone();
  if (name.includes("reversed")) for (const item of ["Q5", "Q11", "Q16", "Q23"]) R.mulRow(set.items.indexOf(item), -1).mulColumn(set.items.indexOf(item), -1);
  return { ...set, R };
}

describe.skipIf(!shared)("confirmatory factor analysis against lavaan", () => {
  it.each(["hs1939", "likert320_reversed"])("%s: loadings, standard errors, factor correlations, fit and validity", (name) => {
    const { results, n } = referenceJson(`${name}_cfa.json`);
    const { R, items } = given(name);
    const names = [...new Set<string>(results.loadings.factor)];
    const scales = names.map((factor) => ({
      name: factor,
      items: results.loadings.item.filter((_: string, i: number) => results.loadings.factor[i] === factor),
    }));
    const { result, warnings } = confirmatoryFactorAnalysis(R, items, scales, n);
    expect(warnings).toEqual([]);
    expect(result.converged).toBe(true);
    result.loadings.forEach((ours, i) => {
      expect([ours.factor, ours.item]).toEqual([results.loadings.factor[i], results.loadings.item[i]]);
      expect(ours.loading).toBeCloseTo(results.loadings.std[i], 5);
      expect(ours.se).toBeCloseTo(results.loadings.std_se[i], 5);
      expect(ours.ci![0]).toBeCloseTo(results.loadings.std_ci_lower[i], 4);
      expect(ours.ci![1]).toBeCloseTo(results.loadings.std_ci_upper[i], 4);
      expect(result.residualVariances[ours.item]).toBeCloseTo(results.residual_variances_std[ours.item], 5);
    });
    expect(worst(result.factorCorrelations, matrixOf(results.factor_correlations))).toBeLessThan(1e-4);

    const { fit } = results;
    expect(result.fit.chiSquare).toBeCloseTo(fit.chisq, 4);
    expect(result.fit).toMatchObject({ df: fit.df });
    expect(result.fit.p! / fit.pvalue).toBeCloseTo(1, 4);
    expect(result.fit.cfi).toBeCloseTo(fit.cfi, 6);
    expect(result.fit.tli).toBeCloseTo(fit.tli, 6);
    expect(result.fit.rmsea).toBeCloseTo(fit.rmsea, 6);
    expect(result.fit.rmseaCi![0]).toBeCloseTo(fit["rmsea.ci.lower"], 5);
    expect(result.fit.rmseaCi![1]).toBeCloseTo(fit["rmsea.ci.upper"], 5);
    expect(result.fit.srmr).toBeCloseTo(fit.srmr, 6);

    const ofFactor = (factor: string) => result.loadings.filter((row) => row.factor === factor).map((row) => row.loading);
    const ave = names.map((factor) => averageVarianceExtracted(ofFactor(factor))!);
    names.forEach((factor, f) => {
      expect(ave[f]).toBeCloseTo(results.AVE[factor], 5);
      expect(compositeReliability(ofFactor(factor))).toBeCloseTo(results.CR[factor], 5);
    });
    expect(worst(fornellLarcker(ave, result.factorCorrelations), matrixOf(results.fornell_larcker))).toBeLessThan(1e-4);
    const indices = scales.map((scale) => scale.items.map((item: string) => items.indexOf(item)));
    expect(worst(new Matrix(heterotraitMonotrait(R, indices, "htmt") as number[][]), matrixOf(results.HTMT))).toBeLessThan(1e-9);
    expect(worst(new Matrix(heterotraitMonotrait(R, indices, "htmt2") as number[][]), matrixOf(results.HTMT2))).toBeLessThan(1e-9);
  });
});

describe("confirmatory factor analysis", () => {
  const loadings = [0.8, 0.7, 0.6, 0.7, -0.6, 0.5];
  const items = ["a", "b", "c", "d", "e", "f"];
  const R = new Matrix(loadings.map((one, i) => loadings.map((other, j) => (i === j ? 1 : one * other * (i < 3 === j < 3 ? 1 : 0.3)))));
  const scales = [
    { name: "one", items: ["a", "b", "c"] },
    { name: "two", items: ["d", "e", "f"] },
  ];

  it("recovers an exact model, with signs that follow the first item", () => {
    const { result } = confirmatoryFactorAnalysis(R, items, scales, 200);
    result.loadings.forEach((row, i) => expect(row.loading).toBeCloseTo(loadings[i], 6));
    expect(result.factorCorrelations.get(0, 1)).toBeCloseTo(0.3, 6);
    expect(result.fit.chiSquare).toBeLessThan(1e-6);
    expect(result.fit.p).toBeCloseTo(1, 6);
  });

  it.each([
    ["factor-too-small", [{ name: "one", items: ["a"] }]],
    ["factor-too-small", [{ name: "one", items: ["a", "b"] }]],
    ["unknown-item", [{ name: "one", items: ["a", "b", "z"] }]],
    [
      "item-on-two-factors",
      [
        { name: "one", items: ["a", "b", "c"] },
        { name: "two", items: ["c", "d"] },
      ],
    ],
  ])("refuses with %s", (code, factors) => {
    expect(() => confirmatoryFactorAnalysis(R, items, factors, 200)).toThrow(expect.objectContaining({ code }));
  });

  it("names the factors whose discriminant validity is not shown", () => {
    expect(
      withoutDiscriminantValidity(
        new Matrix([
          [0.7, 0.75, 0.2],
          [0.75, 0.8, 0.1],
          [0.2, 0.1, 0.6],
        ]),
      ),
    ).toEqual([[0, 1]]);
    expect(heterotraitMonotrait(Matrix.eye(3), [[0], [1, 2]], "htmt")[0][1]).toBeNull();
  });
});
