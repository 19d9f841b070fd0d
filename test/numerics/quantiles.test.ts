import { describe, expect, test } from "vitest";
import { noncentralChiSquare, noncentralityAt } from "../../src/numerics/noncentral-chi-square";
import { upperQuantileOfChiSquare, upperQuantileOfF } from "../../src/numerics/quantiles";
import grid from "../fixtures/quantiles.json";

describe("quantiles", () => {
  test("F", () => {
    for (const [p, df1, df2, x] of grid["f [p, df1, df2, x]"]) expect(upperQuantileOfF(p, df1, df2) / x, `${p} of F(${df1}, ${df2})`).toBeCloseTo(1, 11);
  });
  test("χ²", () => {
    for (const [p, df, x] of grid["chiSquare [p, df, x]"]) expect(upperQuantileOfChiSquare(p, df) / x, `${p} of χ²(${df})`).toBeCloseTo(1, 11);
  });
  test("none for a probability of 0 or 1", () => {
    for (const p of [0, 1, -0.1, NaN]) expect(upperQuantileOfF(p, 3, 4)).toBeNaN();
  });
});

describe("noncentral χ²", () => {
  test("over a grid", () => {
    for (const [x, df, lambda, P] of grid["noncentral [x, df, lambda, P]"]) {
      expect(noncentralChiSquare(x, df, lambda), `P(χ²(${df}, ${lambda}) ≤ ${x})`).toBeCloseTo(P, 12);
      expect(noncentralChiSquare(x, df, lambda, true), `P(χ²(${df}, ${lambda}) > ${x})`).toBeCloseTo(1 - P, 12);
    }
  });
  test("the noncentrality that puts a statistic at a probability", () => {
    for (const probability of [0.95, 0.5, 0.05]) {
      expect(noncentralChiSquare(250, 185, noncentralityAt(probability, 250, 185))).toBeCloseTo(probability, 10);
    }
    expect(noncentralityAt(0.95, 150, 185)).toBe(0);
  });
});
