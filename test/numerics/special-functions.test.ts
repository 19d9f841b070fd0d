import { expect, test } from "vitest";
import { logUpperTailOfF } from "../../src/numerics/f-distribution";
import { logUpperGamma, lowerGamma } from "../../src/numerics/gamma-distribution";
import { noncentralChiSquare } from "../../src/numerics/noncentral-chi-square";
import { normalQuantile } from "../../src/numerics/normal-quantile";
import { logPOfChiSquare, logPOfF, pOfF, pOfT, pOfZ } from "../../src/numerics/p-values";
import { upperQuantileOfChiSquare, upperQuantileOfF } from "../../src/numerics/quantiles";
import grid from "../fixtures/special-functions.json";

/**
 * Against R 4.2.2's own functions (test/fixtures/special-functions.R). Where a logarithm of a tail is compared, the difference of logarithms is the relative
 * error of the tail; what R itself is worth is in the tolerances: 1e-12 near the middle, 1e-11 of the logarithm far out, 1e-9 of its noncentral χ².
 */
const close = (actual: number, expected: number, tolerance: number, what: string) =>
  expect(Math.abs(actual - expected) / Math.max(1, Math.abs(expected)), `${what}: ${actual} instead of ${expected}`).toBeLessThanOrEqual(tolerance);
const sameShare = (actual: number, expected: number, tolerance: number, what: string) => close(actual / expected, 1, tolerance, what);

test("normal: two-sided p to z = 37, quantiles from 1e-300 on", () => {
  for (const [z, p] of grid["normal [z, two-sided p]"]) sameShare(pOfZ(z), p, 1e-12, `z = ${z}`);
  for (const [p, z] of grid["normalQuantile [p, z]"]) close(normalQuantile(p), z, 1e-12, `quantile of ${p}`);
  expect([0, 0.5, 1, -1].map(normalQuantile)).toEqual([-Infinity, 0, Infinity, NaN]);
});

test("t: fractional degrees of freedom and far tails", () => {
  for (const [t, df, logP] of grid["t [t, df, ln of the upper tail]"]) {
    if (logP > -700) sameShare(pOfT(t, df, 1), Math.exp(logP), 1e-11 * Math.max(1, -logP), `t(${df}) = ${t}`);
    // t² is F(1, df), whose upper tail is both tails of t
    close(logPOfF(t * t, 1, df), logP + Math.LN2, 1e-12, `ln, t(${df}) = ${t}`);
  }
});

test("χ²: both tails and their logarithms, to a million degrees of freedom", () => {
  for (const [x, df, upper, lower] of grid["chiSquare [x, df, ln of the upper tail, ln of the lower tail]"]) {
    close(logPOfChiSquare(x, df), upper, 1e-12, `upper, χ²(${df}) = ${x}`);
    if (lower > -700) sameShare(lowerGamma(df / 2, x / 2), Math.exp(lower), 1e-11 * Math.max(1, -lower), `lower, χ²(${df}) = ${x}`);
  }
});

test("incomplete gamma function: small and fractional parameters", () => {
  for (const [x, a, upper] of grid["gamma [x, a, ln of the upper tail]"]) close(logUpperGamma(a, x), upper, 1e-12, `Q(${a}, ${x})`);
});

test("F and the incomplete beta function", () => {
  for (const [x, df1, df2, logP] of grid["f [x, df1, df2, ln of the upper tail]"]) close(logUpperTailOfF(x, df1, df2), logP, 1e-11, `F(${df1}, ${df2}) = ${x}`);
  // I_x(a, b) is the upper tail of F(2b, 2a) at a(1 − x) / (bx)
  for (const [x, a, b, logP] of grid["beta [x, a, b, ln of the lower tail]"])
    close(logUpperTailOfF((a * (1 - x)) / (b * x), 2 * b, 2 * a), logP, 1e-11, `I(${x}; ${a}, ${b})`);
});

test("quantiles of χ² and F", () => {
  for (const [p, df, x] of grid["chiSquareQuantile [upper tail, df, x]"]) sameShare(upperQuantileOfChiSquare(p, df), x, 1e-10, `${p} of χ²(${df})`);
  for (const [p, df1, df2, x] of grid["fQuantile [upper tail, df1, df2, x]"]) {
    const ours = upperQuantileOfF(p, df1, df2);
    // R's qf is off by up to 3e-6 for small quantiles with many denominator degrees of freedom (mpmath, 40 digits); its pf is not
    sameShare(ours, x, p > 0.9 ? 1e-5 : 1e-9, `${p} of F(${df1}, ${df2})`);
    sameShare(pOfF(ours, df1, df2), p, 1e-12 * Math.max(1, -Math.log(p)), `tail of the quantile ${p} of F(${df1}, ${df2})`);
  }
});

test("noncentral χ², of which the limits of RMSEA are made", () => {
  for (const [x, df, ncp, P] of grid["noncentral [x, df, ncp, lower tail]"]) close(noncentralChiSquare(x, df, ncp), P, 1e-9, `χ²(${df}, ${ncp}) = ${x}`);
});
