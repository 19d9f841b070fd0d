import type { Matrix } from "ml-matrix";
import { cholesky, inverseFromCholesky } from "../numerics/cholesky";
import { cronbachAlpha } from "./alpha";

/** Guttman's lower bounds of the reliability of a sum score; λ₄ is the split-half of `split-half.ts`. */
export interface GuttmanBounds {
  readonly lambda1: number | null;
  readonly lambda2: number | null;
  /** Cronbach's α */
  readonly lambda3: number | null;
  readonly lambda5: number | null;
  /** null where an item can be computed from the others */
  readonly lambda6: number | null;
}

/**
 * λ₁, λ₂, λ₃, λ₅ and λ₆ (Guttman, 1945, eqs. 21, 27, 29, 40, 46). SPSS computes them from covariances, R's psych from correlations.
 * Reference: `psych::guttman(R)`.
 *
 * @param C covariances or correlations of the k items, k × k
 */
export function guttmanBounds(C: Matrix): GuttmanBounds {
  const k = C.rows;
  const total = C.sum();
  if (k < 2 || !(total > 0)) return { lambda1: null, lambda2: null, lambda3: null, lambda5: null, lambda6: null };
  const lambda1 = 1 - C.trace() / total;
  let squares = 0; // Σ c²ᵢⱼ over i ≠ j
  let largest = 0; // max over j of Σᵢ c²ᵢⱼ, i ≠ j
  for (let j = 0; j < k; j++) {
    let column = 0;
    for (let i = 0; i < k; i++) if (i !== j) column += C.get(i, j) ** 2;
    squares += column;
    largest = Math.max(largest, column);
  }
  const errors = errorVariances(C);
  return {
    lambda1,
    lambda2: lambda1 + Math.sqrt((k / (k - 1)) * squares) / total,
    lambda3: cronbachAlpha(C),
    lambda5: lambda1 + (2 * Math.sqrt(largest)) / total,
    lambda6: errors && 1 - errors.reduce((a, b) => a + b, 0) / total,
  };
}

/** Variance of each item that the others do not predict, 1 / diag(C⁻¹); null when C is singular. Source: Guttman (1940); Guttman (1945), eq. 46. */
export function errorVariances(C: Matrix): number[] | null {
  const L = cholesky(C);
  return (
    L &&
    inverseFromCholesky(L)
      .diagonal()
      .map((value) => 1 / value)
  );
}
