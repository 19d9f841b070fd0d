import { describe, expect, it } from "vitest";
import { type Evaluation, minimiseWithin, solvePositive } from "../../src/numerics/optimise";

/** Rosenbrock's (1960) banana, which has a minimum of 0 at (1, 1). */
const banana = ([x, y]: Float64Array): Evaluation => ({
  value: 100 * (y - x * x) ** 2 + (1 - x) ** 2,
  gradient: Float64Array.of(-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)),
  hessian: () => Float64Array.of(1200 * x * x - 400 * y + 2, -400 * x, -400 * x, 200),
  curvature: () => Float64Array.of(800 * x * x + 2, -400 * x, -400 * x, 200),
});

describe("minimum within bounds", () => {
  it("finds the bottom of a bent valley", () => {
    const { x, converged, iterations } = minimiseWithin(Float64Array.of(-1.2, 1), { lower: -5, upper: 5, tolerance: 1e-12, maxIterations: 200 }, banana);
    expect(converged).toBe(true);
    expect(iterations).toBeLessThan(60);
    expect(x[0]).toBeCloseTo(1, 10);
    expect(x[1]).toBeCloseTo(1, 10);
  });

  it("stops at a bound that the minimum lies beyond", () => {
    const { x, converged } = minimiseWithin(Float64Array.of(-0.5, 0.2), { lower: -5, upper: 0.5, tolerance: 1e-10, maxIterations: 200 }, banana);
    expect(converged).toBe(true);
    expect(x[0]).toBeCloseTo(0.5, 6);
    expect(x[1]).toBeCloseTo(0.25, 6);
  });

  it("says when the iterations did not suffice", () => {
    expect(minimiseWithin(Float64Array.of(-1.2, 1), { lower: -5, upper: 5, tolerance: 1e-12, maxIterations: 2 }, banana)).toMatchObject({
      converged: false,
      iterations: 2,
    });
  });
});

describe("positive definite equations", () => {
  it("are solved, and refused where they are not", () => {
    solvePositive(Float64Array.of(4, 2, 2, 3), Float64Array.of(8, 8))!.forEach((value, at) => expect(value).toBeCloseTo([1, 2][at], 14));
    expect(solvePositive(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1))).toBeNull();
  });
});
