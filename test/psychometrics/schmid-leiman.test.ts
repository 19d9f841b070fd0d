import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { schmidLeiman } from "../../src/psychometrics/schmid-leiman";
import { extract } from "../../src/psychometrics/extract";
import { rotate } from "../../src/psychometrics/rotation/rotate";
import { shared } from "../shared";
import { referenceSets, worst } from "./reference";

describe.skipIf(!shared)("Schmid–Leiman against psych", () => {
  it.each(referenceSets.filter(({ name }) => !name.startsWith("attitude")))("$name", ({ R, items, factors, results }) => {
    const { schmid_sl: theirs, keys_flipped: keys, omega_h, g_loadings_of_factors: gamma } = results.omega;
    // psych::omega first reflects items towards the general factor
    const reflected = R.clone();
    keys.forEach((key: number, i: number) => reflected.mulRow(i, key).mulColumn(i, key));
    const { loadings } = extract(reflected, items, factors, { extraction: "minres", convention: "psych" });
    const { loadings: pattern, phi } = rotate(loadings, { rotation: "oblimin", convention: "psych", extraction: "minres", seed: 1 });
    const ours = schmidLeiman(pattern, phi!);

    const flipped = ours.general.reduce((a, b) => a + b, 0) < 0 ? -1 : 1;
    const sum = ours.general.reduce((a, b) => a + b, 0) ** 2 / reflected.sum();
    expect(Math.abs(sum - omega_h)).toBeLessThan(1e-3);
    theirs.values.forEach((row: number[], i: number) => expect(Math.abs(flipped * ours.general[i] - row[0]), items[i]).toBeLessThan(2e-3));
    const sizes = (values: readonly number[]) => values.map(Math.abs).sort((a, b) => a - b);
    sizes(gamma).forEach((value, k) => expect(Math.abs(sizes(ours.generalOfFactors)[k] - value)).toBeLessThan(2e-3));
  });
});

describe("Schmid–Leiman", () => {
  it("reproduces the correlations that the oblique model implies, where the factors have one factor", () => {
    const pattern = new Matrix([
      [0.7, 0, 0],
      [0.6, 0, 0.1],
      [0, 0.8, 0],
      [0, 0.5, 0],
      [0, 0, 0.6],
      [0.1, 0, 0.7],
    ]);
    const gamma = [0.8, 0.6, 0.5];
    const phi = new Matrix(gamma.map((a, i) => gamma.map((b, j) => (i === j ? 1 : a * b))));
    const { general, groups, generalOfFactors } = schmidLeiman(pattern, phi);
    generalOfFactors.forEach((value, k) => expect(value).toBeCloseTo(gamma[k], 9));
    const g = Matrix.columnVector([...general]);
    const implied = g.mmul(g.transpose()).add(groups.mmul(groups.transpose()));
    expect(worst(implied, pattern.mmul(phi).mmul(pattern.transpose()))).toBeLessThan(1e-9);
  });

  it("shares the correlation of two factors equally, and refuses one", () => {
    const { generalOfFactors } = schmidLeiman(
      Matrix.eye(2),
      new Matrix([
        [1, -0.36],
        [-0.36, 1],
      ]),
    );
    expect(generalOfFactors).toEqual([0.6, -0.6]);
    expect(() => schmidLeiman(Matrix.ones(3, 1), Matrix.eye(1))).toThrow(expect.objectContaining({ code: "too-few-factors" }));
  });
});
