import Phi from "@stdlib/stats-base-dists-normal-cdf";
import { describe, expect, test } from "vitest";
import { bivariateNormal, remoteRectangle } from "../../src/numerics/bivariate-normal";
import { gaussLegendre } from "../../src/numerics/gauss-legendre";
import grid from "../fixtures/bivariate-normal.json";

describe("bivariate normal", () => {
  test("over a grid of limits and correlations, to ±.9999", () => {
    for (const [h, k, rho, P] of grid["[h, k, rho, P]"]) expect(Math.abs(bivariateNormal(h, k, rho) - P), `Φ₂(${h}, ${k}; ${rho})`).toBeLessThan(1e-14);
  });
  test("rectangles far from the line keep their digits, down to 1e-80", () => {
    for (const [a0, a1, b0, b1, rho, P] of grid["[a0, a1, b0, b1, rho, P], null: unbounded"]) {
      expect(remoteRectangle(a0 ?? -Infinity, a1 ?? Infinity, b0 ?? -Infinity, b1 ?? Infinity, rho!) / P!).toBeCloseTo(1, 9);
    }
  });
  test("at its ends", () => {
    expect(bivariateNormal(0.3, 1.2, 1)).toBe(Phi(0.3, 0, 1));
    expect(bivariateNormal(1.2, 0.3, -1)).toBeCloseTo(Phi(1.2, 0, 1) - Phi(-0.3, 0, 1), 15);
    expect(bivariateNormal(-1, -1, -1)).toBe(0);
    expect(bivariateNormal(Infinity, 0.5, 0.3)).toBe(Phi(0.5, 0, 1));
    expect(bivariateNormal(-Infinity, 0.5, 0.3)).toBe(0);
  });
});

test("an n-point Gauss–Legendre rule integrates polynomials of degree 2n − 1 exactly", () => {
  for (const n of [2, 8, 20]) {
    const { nodes, weights } = gaussLegendre(n);
    const integral = (power: number) => nodes.reduce((sum, x, i) => sum + weights[i] * x ** power, 0);
    expect(integral(0)).toBeCloseTo(2, 14);
    expect(integral(2 * n - 2)).toBeCloseTo(2 / (2 * n - 1), 13);
    expect(integral(2 * n - 1)).toBeCloseTo(0, 14);
  }
});
