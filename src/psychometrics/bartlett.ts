import type { Matrix } from "ml-matrix";
import { cholesky, logDeterminant } from "../numerics/cholesky";
import { pOfChiSquare } from "../numerics/p-values";

/** Bartlett's test that all correlations are 0, with the determinant it rests on. */
export interface Sphericity {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  readonly logDeterminant: number;
}

/**
 * Bartlett's test of sphericity (Bartlett, 1951): χ² = −(N − 1 − (2p + 5)/6) · ln|R|, df = p(p − 1)/2.
 * Reference: `psych::cortest.bartlett(R, n)`.
 *
 * @param R correlations, p × p
 * @param n rows behind them
 * @returns null for a matrix that is not positive definite, or when n is too small for the factor to be positive
 */
export function bartlettTest(R: Matrix, n: number): Sphericity | null {
  const p = R.rows;
  const L = cholesky(R);
  const factor = n - 1 - (2 * p + 5) / 6;
  if (!L || factor <= 0 || p < 2) return null;
  const ln = logDeterminant(L);
  const chiSquare = Math.max(0, -factor * ln);
  const df = (p * (p - 1)) / 2;
  return { chiSquare, df, p: pOfChiSquare(chiSquare, df), logDeterminant: ln };
}
