import { Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { hierarchicalOmega } from "../../src/psychometrics/hierarchical-omega";
import { shared } from "../shared";
import { figures } from "./figures";

describe.skipIf(!shared)("ω hierarchical against psych", () => {
  // attitude is left out: psych goes beyond a loading of 1 there, which Scree does not
  test.each([
    ["bfi25", "listwise"],
    ["bfi25", "pairwise"],
    ["hs1939", "listwise"],
    ["ability16", "listwise"],
    ["ability16", "pairwise"],
    ["likert320", "listwise"],
    ["likert320", "pairwise"],
  ] as const)("%s, %s", (set, missing) => {
    const { correlations, omega } = figures(set, missing);
    const signs: number[] = omega.keys_flipped;
    const R = new Matrix(correlations.pearson.values.map((row: number[], i: number) => row.map((r, j) => r * signs[i] * signs[j])));
    const actual = hierarchicalOmega(R, correlations.pearson.rows, omega.nfactors)!;
    expect(Math.abs(actual.hierarchical - omega.omega_h)).toBeLessThan(1e-3);
    expect(Math.abs(actual.total - omega.omega_tot)).toBeLessThan(1e-3);
  });
});

describe("ω hierarchical", () => {
  test("of a bifactor structure is the share of its general factor", () => {
    const group = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2];
    const R = new Matrix(group.map((a, i) => group.map((b, j) => (i === j ? 1 : 0.36 + (a === b ? 0.25 : 0)))));
    const actual = hierarchicalOmega(R, group.map(String), 3)!;
    expect(actual.hierarchical).toBeCloseTo((12 * 0.6) ** 2 / R.sum(), 6);
    expect(actual.total).toBeCloseTo(1 - (12 * 0.39) / R.sum(), 6);
  });

  test("does not exist with fewer than three group factors", () => {
    expect(hierarchicalOmega(Matrix.eye(6).add(0.3), ["a", "b", "c", "d", "e", "f"], 2)).toBeNull();
  });
});
