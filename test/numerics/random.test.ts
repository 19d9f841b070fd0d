import { describe, expect, test } from "vitest";
import { percentile } from "../../src/numerics/percentile";
import { random } from "../../src/numerics/random";

const moments = (draw: () => number, n: number) => {
  const x = Float64Array.from({ length: n }, draw);
  const mean = x.reduce((a, b) => a + b, 0) / n;
  const central = (k: number) => x.reduce((a, b) => a + (b - mean) ** k, 0) / n;
  return { mean, variance: central(2), skewness: central(3) / central(2) ** 1.5, kurtosis: central(4) / central(2) ** 2 - 3 };
};

describe("random", () => {
  test("the first figures of seed 1 are these on every machine", () => {
    const stream = random(1);
    expect([stream.uniform(), stream.normal(), stream.chiSquare(7), stream.index(10)]).toMatchInlineSnapshot(`
      [
        0.9999999832216382,
        1.1080655507467194,
        8.34085185081259,
        2,
      ]
    `);
  });

  test("normal deviates have the moments of the normal distribution, within 5 standard errors", () => {
    const n = 200_000;
    const { mean, variance, skewness, kurtosis } = moments(random(11).normal, n);
    expect(Math.abs(mean)).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(variance - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
    expect(Math.abs(skewness)).toBeLessThan(5 * Math.sqrt(6 / n));
    expect(Math.abs(kurtosis)).toBeLessThan(5 * Math.sqrt(24 / n));
  });

  test.each([0.5, 1, 3, 24, 2799])("χ² deviates with %d degrees of freedom have mean df and variance 2 df", (df) => {
    const n = 100_000;
    const stream = random(5);
    const { mean, variance } = moments(() => stream.chiSquare(df), n);
    expect(Math.abs(mean - df)).toBeLessThan(5 * Math.sqrt((2 * df) / n));
    expect(Math.abs(variance / (2 * df) - 1)).toBeLessThan(5 * Math.sqrt((2 + 12 / df) / n));
  });
});

test("percentiles interpolate between order statistics", () => {
  expect(percentile([1, 2, 3, 4], 0.95)).toBeCloseTo(3.85, 12);
  expect(percentile([1, 2, 3, 4], 0)).toBe(1);
  expect(percentile([7], 0.5)).toBe(7);
});
