import { Matrix } from "ml-matrix";
import { bestAssignment } from "../numerics/assignment";

/**
 * Coefficients of congruence Σxy / √(Σx²Σy²) between the columns of two loading matrices (Burt, 1948; Tucker, 1951), m × k.
 *
 * @param one p × m
 * @param other p × k
 */
export function congruences(one: Matrix, other: Matrix): Matrix {
  const products = one.transpose().mmul(other);
  const length = (loadings: Matrix, k: number) => Math.hypot(...loadings.getColumn(k)) || 1;
  for (let a = 0; a < products.rows; a++) for (let b = 0; b < products.columns; b++) products.set(a, b, products.get(a, b) / (length(one, a) * length(other, b)));
  return products;
}

/**
 * Puts the factors of a solution beside those of a reference: the one-to-one matching with the largest sum of |congruence|, each factor reflected
 * to agree. Factor correlations move with the loadings.
 *
 * @param loadings p × m
 * @param phi m × m; null when orthogonal
 * @param reference p × m
 */
export function aligned(loadings: Matrix, phi: Matrix | null, reference: Matrix): { loadings: Matrix; phi: Matrix | null; congruence: number[] } {
  const m = reference.columns;
  const table = congruences(reference, loadings);
  const from = bestAssignment(table.to1DArray().map(Math.abs), m);
  const sign = from.map((k, at) => (table.get(at, k) < 0 ? -1 : 1));
  const moved = new Matrix(loadings.rows, m);
  for (let i = 0; i < loadings.rows; i++) from.forEach((k, at) => moved.set(i, at, sign[at] * loadings.get(i, k)));
  const correlations = phi && new Matrix(from.map((a, i) => from.map((b, j) => (i === j ? 1 : sign[i] * sign[j] * phi.get(a, b)))));
  return { loadings: moved, phi: correlations, congruence: from.map((k, at) => Math.abs(table.get(at, k))) };
}
