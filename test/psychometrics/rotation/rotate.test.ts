import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import type { Convention, RotationMethod } from "../../../src/psychometrics/analysis";
import { orthomax, spssSweeps } from "../../../src/psychometrics/rotation/orthomax";
import { promax } from "../../../src/psychometrics/rotation/promax";
import { rotate } from "../../../src/psychometrics/rotation/rotate";
import { normalized } from "../../../src/psychometrics/rotation/rotated";
import { shared } from "../../shared";
import { matched, matrixOf, referenceJson, referenceSets, worst } from "../reference";

const optima: [RotationMethod, Convention, string, number][] = [
  ["varimax", "psych", "varimax_kaiser", 1e-6],
  ["quartimax", "psych", "quartimax_raw", 2e-6],
  ["oblimin", "psych", "oblimin_raw", 1e-6],
  ["oblimin", "spss", "oblimin_kaiser", 1e-6],
  ["geomin", "psych", "geominQ_raw", 1e-6],
  ["promax", "psych", "promax4_psych_kaiser", 1e-6],
  // SPSS's own stop is up to 1.3e-3 short of the optimum
  ["varimax", "spss", "varimax_kaiser", 1e-3],
  ["quartimax", "spss", "quartimax_kaiser", 1e-3],
  ["promax", "spss", "promax4_rownormalised_target_SPSS", 1e-3],
];

describe.skipIf(!shared)("rotation against R", () => {
  it.each(referenceSets)("$name: every rotation of every extraction", ({ results }) => {
    for (const extraction of ["pca", "minres", "ml"] as const) {
      const { loadings, rotations } = results.efa_converged[extraction];
      for (const [method, convention, key, tolerance] of optima) {
        const reference = rotations[extraction === "pca" && key === "promax4_psych_kaiser" ? "promax4_R_convention" : key];
        const ours = rotate(matrixOf(loadings), method, convention, extraction, 1);
        expect(ours.converged).toBe(true);
        const theirs = matrixOf(reference.pattern);
        const beside = matched(ours.loadings, theirs, ours.phi);
        expect(worst(beside.loadings, theirs), `${extraction} ${key} ${convention}`).toBeLessThan(tolerance);
        if (reference.Phi) expect(worst(beside.phi!, matrixOf(reference.Phi)), `Φ of ${extraction} ${key}`).toBeLessThan(tolerance);
      }
    }
  });
});

describe.skipIf(!shared)("rotation against SPSS 27", () => {
  const sets = Object.entries<ReturnType<typeof referenceJson>>(referenceJson("spss_genuine.json").results);

  it.each(sets)("%s: varimax to the last digits of its own stop rule", (_name, set) => {
    const ours = normalized(matrixOf(set.spss27_paf_loadings), true, (rows) => orthomax(rows, 1, spssSweeps));
    const theirs = matrixOf(set.spss27_varimax);
    expect(worst(matched(ours.loadings, theirs).loadings, theirs)).toBeLessThan(1e-13);
  });

  it.each(sets)("%s: promax, factor correlations, order and signs", (_name, set) => {
    const theirs = matrixOf(set.spss27_promax_pattern);
    const given = promax(matrixOf(set.spss27_varimax), "spss");
    const beside = matched(given.loadings, theirs, given.phi);
    expect(worst(beside.loadings, theirs)).toBeLessThan(1e-13);
    expect(worst(beside.phi!, matrixOf(set.spss27_promax_phi))).toBeLessThan(1e-13);

    const whole = rotate(matrixOf(set.spss27_paf_loadings), "promax", "spss", "paf", 1);
    expect(worst(whole.loadings, theirs)).toBeLessThan(1e-12);
    expect(worst(whole.phi!, matrixOf(set.spss27_promax_phi))).toBeLessThan(1e-12);
  });
});

describe("rotation", () => {
  const loadings = new Matrix([
    [0.7, 0.3, 0.1],
    [0.6, 0.4, -0.2],
    [0.5, -0.5, 0.2],
    [0.6, -0.4, 0.3],
    [0.5, 0.2, 0.5],
    [0.4, 0.1, -0.5],
    [0, 0, 0],
  ]);
  const methods: RotationMethod[] = ["varimax", "quartimax", "equamax", "promax", "oblimin", "geomin"];

  it.each(methods)("%s keeps the communalities, also of an item without any", (method) => {
    for (const convention of ["spss", "psych"] as const) {
      const { loadings: pattern, phi } = rotate(loadings, method, convention, "paf", 1);
      const common = pattern.mmul(phi ?? Matrix.eye(3)).mmul(pattern.transpose());
      expect(worst(common, loadings.mmul(loadings.transpose()))).toBeLessThan(1e-12);
    }
  });

  it("tells equamax from quartimax and varimax", () => {
    const [quartimax, varimax, equamax] = (["quartimax", "varimax", "equamax"] as const).map((method) => rotate(loadings, method, "spss", "paf", 1).loadings);
    expect(worst(equamax, quartimax)).toBeGreaterThan(0.01);
    expect(worst(equamax, varimax)).toBeGreaterThan(0.001);
  });

  it("leaves one factor as it is", () => {
    const one = loadings.subMatrixColumn([0]);
    expect(rotate(one, "oblimin", "psych", "ml", 1)).toMatchObject({ loadings: one, phi: null });
  });
});
