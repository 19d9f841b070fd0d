import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { eigenvaluesOf, flatten, symmetricEigen } from "../../src/numerics/eigen";

const symmetric = (maximum: number) =>
  fc.integer({ min: 1, max: maximum }).chain((p) =>
    fc
      .array(fc.oneof({ weight: 4, arbitrary: fc.double({ min: -3, max: 3, noNaN: true }) }, { weight: 1, arbitrary: fc.constant(0) }), {
        minLength: p * p,
        maxLength: p * p,
      })
      .map((cells) => {
        const A = Matrix.from1DArray(p, p, cells);
        return Matrix.add(A, A.transpose());
      }),
  );

describe("eigenvalues", () => {
  it("rebuild the matrix, from orthonormal vectors, in descending order", () => {
    fc.assert(
      fc.property(symmetric(12), (S) => {
        const { values, vectors } = symmetricEigen(S);
        const rebuilt = vectors.mmul(Matrix.diag(Array.from(values))).mmul(vectors.transpose());
        expect(Matrix.sub(rebuilt, S).norm()).toBeLessThan(1e-11);
        expect(Matrix.sub(vectors.transpose().mmul(vectors), Matrix.eye(S.rows)).norm()).toBeLessThan(1e-12);
        for (let k = 1; k < values.length; k++) expect(values[k]).toBeLessThanOrEqual(values[k - 1]);
        const alone = eigenvaluesOf(flatten(S), S.rows);
        alone.forEach((value, k) => expect(Math.abs(value - values[k])).toBeLessThan(1e-12));
      }),
    );
  });

  it("knows the matrix of ones, the identity and zero", () => {
    const ones = eigenvaluesOf(flatten(Matrix.ones(25, 25)), 25);
    expect(ones[0]).toBeCloseTo(25, 12);
    for (const value of ones.slice(1)) expect(Math.abs(value)).toBeLessThan(1e-13);
    expect(Array.from(eigenvaluesOf(flatten(Matrix.eye(4)), 4))).toEqual([1, 1, 1, 1]);
    expect(Array.from(eigenvaluesOf(new Float64Array(9), 3))).toEqual([0, 0, 0]);
  });

  it("knows the second difference matrix of 300 points", () => {
    const p = 300;
    const a = new Float64Array(p * p);
    for (let i = 0; i < p; i++) {
      a[i * p + i] = 2;
      if (i + 1 < p) a[i * p + i + 1] = a[(i + 1) * p + i] = -1;
    }
    eigenvaluesOf(a, p).forEach((value, k) => expect(value).toBeCloseTo(2 - 2 * Math.cos(((p - k) * Math.PI) / (p + 1)), 12));
  });

  it("refuses what is not a number", () => {
    expect(() => eigenvaluesOf(Float64Array.of(1, NaN, NaN, 1), 2)).toThrow(expect.objectContaining({ code: "matrix-not-finite" }));
  });
});
