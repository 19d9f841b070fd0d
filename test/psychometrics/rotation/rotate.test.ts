import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { cholesky } from "../../../src/numerics/cholesky";
import { symmetricEigen } from "../../../src/numerics/eigen";
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
        const ours = rotate(matrixOf(loadings), { rotation: method, convention, extraction, seed: 1 });
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

    const whole = rotate(matrixOf(set.spss27_paf_loadings), { rotation: "promax", convention: "spss", extraction: "paf", seed: 1 });
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
  const methods: RotationMethod[] = ["varimax", "quartimax", "equamax", "parsimax", "promax", "oblimin", "geomin", "bifactor"];

  it.each(methods)("%s keeps the communalities, also of an item without any", (method) => {
    for (const convention of ["spss", "psych"] as const) {
      const { loadings: pattern, phi } = rotate(loadings, { rotation: method, convention, extraction: "paf", seed: 1 });
      const common = pattern.mmul(phi ?? Matrix.eye(3)).mmul(pattern.transpose());
      expect(worst(common, loadings.mmul(loadings.transpose()))).toBeLessThan(1e-12);
    }
  });

  it("tells equamax from quartimax and varimax", () => {
    const [quartimax, varimax, equamax] = (["quartimax", "varimax", "equamax"] as const).map(
      (method) => rotate(loadings, { rotation: method, convention: "spss", extraction: "paf", seed: 1 }).loadings,
    );
    expect(worst(equamax, quartimax)).toBeGreaterThan(0.01);
    expect(worst(equamax, varimax)).toBeGreaterThan(0.001);
  });

  it("leaves one factor as it is", () => {
    const one = loadings.subMatrixColumn([0]);
    expect(rotate(one, { rotation: "oblimin", convention: "psych", extraction: "ml", seed: 1 })).toMatchObject({ loadings: one, phi: null });
  });

  it("recovers the loadings that a target names, in its order and signs", () => {
    const wanted = [
      [0.8, 0],
      [0.7, 0],
      [-0.6, 0],
      [0, 0.7],
      [0, 0.6],
      [0, 0.5],
    ];
    const pattern = new Matrix(wanted);
    const phi = new Matrix([
      [1, 0.4],
      [0.4, 1],
    ]);
    const turned = pattern.mmul(cholesky(phi)!).mmul(
      new Matrix([
        [0.8, 0.6],
        [-0.6, 0.8],
      ]),
    );
    const target = wanted.map((row) => row.map((value) => (value === 0 ? 0 : null)));
    const settings = { rotation: "target", convention: "psych", extraction: "ml", seed: 1 } as const;
    const specified = rotate(turned, { ...settings, target: wanted });
    expect(worst(specified.loadings, pattern)).toBeLessThan(1e-8);
    expect(worst(specified.phi!, phi)).toBeLessThan(1e-8);
    const partly = rotate(turned, { ...settings, target });
    expect(worst(matched(partly.loadings, pattern).loadings, pattern)).toBeLessThan(1e-8);
  });

  it("finds an exact bifactor structure, general factor first", () => {
    const groups = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2];
    const exact = new Matrix(groups.map((group, i) => [0.5 + 0.02 * i, ...[0, 1, 2].map((k) => (k === group ? 0.3 + 0.05 * (i % 4) : 0))]));
    const { values, vectors } = symmetricEigen(exact.mmul(exact.transpose()));
    const unrotated = new Matrix(groups.map((_, i) => [0, 1, 2, 3].map((k) => vectors.get(i, k) * Math.sqrt(values[k]))));
    const { loadings: found } = rotate(unrotated, { rotation: "bifactor", convention: "psych", extraction: "ml", seed: 1 });
    expect(worst(matched(found, exact).loadings, exact)).toBeLessThan(1e-6);
    found.getColumn(0).forEach((value, i) => expect(value).toBeCloseTo(exact.get(i, 0), 5));
  });

  it("counts the minima of a criterion that has several", () => {
    // Thurstone's box problem is known for geomin's local minima; a structure with two equally simple resolutions has them too
    const box = new Matrix([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [0.7, 0.7, 0],
      [0.7, 0, 0.7],
      [0, 0.7, 0.7],
      [0.58, 0.58, 0.58],
    ]).mul(0.9);
    const { optima } = rotate(box, { rotation: "geomin", convention: "psych", extraction: "ml", seed: 1 });
    expect(optima).toBeGreaterThan(1);
  });

  it("follows the choices that override the convention", () => {
    const base = { rotation: "oblimin", convention: "psych", extraction: "ml", seed: 1 } as const;
    const normalizedRows = rotate(loadings, { ...base, kaiser: true });
    expect(worst(normalizedRows.loadings, rotate(loadings, { ...base, convention: "spss" }).loadings)).toBeLessThan(1e-9);
    const less = rotate(loadings, { ...base, delta: -5 }).phi!;
    const more = rotate(loadings, base).phi!;
    expect(Math.abs(less.get(0, 1))).toBeLessThan(Math.abs(more.get(0, 1)));
  });

  it.each([
    ["delta-too-large", { rotation: "oblimin", delta: 1 } as const],
    ["kappa-too-small", { rotation: "promax", kappa: 1 } as const],
    ["target-shape", { rotation: "target" } as const],
    ["target-shape", { rotation: "target", target: [[1, 0]] } as const],
  ])("refuses with %s", (code, settings) => {
    expect(() => rotate(loadings, { convention: "spss", extraction: "ml", seed: 1, ...settings })).toThrow(expect.objectContaining({ code }));
  });
});
