import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logPOfChiSquare, logPOfF, pOfChiSquare, pOfF, pOfR, pOfT, pOfZ } from "../../src/numerics/p-values";
import grid from "../fixtures/distributions.json";

/** Relative error of p, given two values of ln p; never stricter than what a double of ln p can hold. */
const closeLogs = (actual: number, expected: number) => Math.abs(actual - expected) / Math.max(1, Math.abs(expected));

describe("p values", () => {
  test("F over a grid of statistics and degrees of freedom, far tails included", () => {
    for (const [x, df1, df2, logP] of grid["f [x, df1, df2, ln p]"]) {
      expect(closeLogs(logPOfF(x, df1, df2), logP), `F(${df1}, ${df2}) = ${x}`).toBeLessThan(1e-13);
      if (logP > -700) expect(pOfF(x, df1, df2) / Math.exp(logP), `F(${df1}, ${df2}) = ${x}`).toBeCloseTo(1, 11);
    }
  });

  test("χ² over a grid, up to a million degrees of freedom", () => {
    for (const [x, df, logP] of grid["chiSquare [x, df, ln p]"]) {
      expect(closeLogs(logPOfChiSquare(x, df), logP), `χ²(${df}) = ${x}`).toBeLessThan(1e-13);
      if (logP > -700) expect(pOfChiSquare(x, df) / Math.exp(logP), `χ²(${df}) = ${x}`).toBeCloseTo(1, 11);
    }
  });

  test("z", () => {
    for (const [z, p] of grid["z [z, p]"]) expect(pOfZ(z) / p).toBeCloseTo(1, 11);
    expect(pOfZ(-1.96)).toBe(pOfZ(1.96));
    expect(pOfZ(1.96, 1)).toBe(pOfZ(1.96) / 2);
  });

  test("t through known quantiles: with 1 and 2 degrees of freedom the tail has a closed form", () => {
    for (const t of [0.1, 1, 3, 12.706, 500, 1e6]) {
      expect(pOfT(t, 1) / (1 - (2 / Math.PI) * Math.atan(t)), `t(1) = ${t}`).toBeCloseTo(1, t > 1000 ? 5 : 11);
      const tail = 2 / (t * t + 2 + t * Math.sqrt(t * t + 2)); // 1 − t/√(2 + t²), without its cancellation
      expect(pOfT(t, 2) / tail, `t(2) = ${t}`).toBeCloseTo(1, 11);
    }
  });

  test("r is t in other clothes", () => {
    const t = 0.3 * Math.sqrt(48 / (1 - 0.09));
    expect(pOfR(0.3, 48) / pOfT(t, 48)).toBeCloseTo(1, 12);
    expect(pOfR(-1, 10)).toBe(0);
    expect(pOfR(1.2, 10)).toBeNaN();
  });

  test("a statistic that cannot exist has no p", () => {
    for (const p of [pOfF(-1, 2, 3), pOfF(1, 0, 3), pOfChiSquare(-0.1, 4), pOfChiSquare(3, 0), pOfT(2, -1)]) expect(p).toBeNaN();
    expect(pOfF(Infinity, 2, 3)).toBe(0);
    expect(pOfChiSquare(0, 3)).toBe(1);
    expect(pOfT(0, 3)).toBe(1);
  });

  test("a larger statistic never has a larger p", () => {
    const df = fc.double({ min: 0.5, max: 1e5, noNaN: true });
    const x = fc.double({ min: 0, max: 1000, noNaN: true });
    const step = fc.double({ min: 1e-6, max: 2, noNaN: true });
    fc.assert(
      fc.property(x, step, df, df, (x, step, df1, df2) => {
        const above = x * (1 + step);
        const falls = (p: (x: number) => number) => p(above) <= p(x) * (1 + 1e-13) && p(x) >= 0 && p(x) <= 1 + 1e-15;
        return falls((x) => pOfF(x, df1, df2)) && falls((x) => pOfChiSquare(x, df1)) && falls((x) => pOfT(x, df1)) && falls((x) => pOfZ(x));
      }),
    );
  });
});
