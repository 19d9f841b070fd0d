import { Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { cholesky, inverseFromCholesky, logDeterminant } from "../../src/numerics/cholesky";

const S = new Matrix([
  [4, 2, 0.6],
  [2, 5, 1],
  [0.6, 1, 3],
]);

test("LL′ gives the matrix back, L⁻ᵀL⁻¹ its inverse, and its diagonal the determinant", () => {
  const L = cholesky(S)!;
  expect(Matrix.sub(L.mmul(L.transpose()), S).norm()).toBeLessThan(1e-14);
  expect(Matrix.sub(S.mmul(inverseFromCholesky(L)), Matrix.eye(3)).norm()).toBeLessThan(1e-14);
  expect(Math.exp(logDeterminant(L))).toBeCloseTo(4 * 14 - 2 * 5.4 + 0.6 * -1, 12);
});

test("a singular and an indefinite matrix have none", () => {
  expect(
    cholesky(
      new Matrix([
        [1, 1],
        [1, 1],
      ]),
    ),
  ).toBeNull();
  expect(
    cholesky(
      new Matrix([
        [1, 2],
        [2, 1],
      ]),
    ),
  ).toBeNull();
});
