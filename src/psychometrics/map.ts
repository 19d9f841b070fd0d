import type { Matrix } from "ml-matrix";
import { symmetricEigen } from "../numerics/eigen";

/** Average partial correlation after removing 0, 1, … p − 2 components, and the number at which it is smallest. */
export interface MinimumAveragePartial {
  /** p − 1 values, the first with nothing removed; null from where an item has no variance left */
  readonly values: readonly (number | null)[];
  readonly factors: number;
}

/**
 * Minimum average partial test: the mean of the squared partial correlations (Velicer, 1976, eq. 1), or of their fourth powers
 * (Velicer, Eaton & Fava, 2000), after removing the first m principal components.
 * Reference for m ≥ 1: `psych::vss(R)$map`.
 *
 * @param R correlations, p × p
 */
export function minimumAveragePartial(R: Matrix, power: 2 | 4 = 2): MinimumAveragePartial {
  const p = R.rows;
  const { values, vectors } = symmetricEigen(R);
  const C = Float64Array.from({ length: p * p }, (_, at) => R.get(Math.floor(at / p), at % p)); // partial covariances
  const average: (number | null)[] = [];
  for (let m = 0; m <= p - 2; m++) {
    if (m > 0) removeComponent(C, p, values[m - 1], vectors.getColumn(m - 1));
    average.push(meanPower(C, p, power));
  }
  let factors = 0;
  average.forEach((value, m) => {
    const least = average[factors];
    if (value !== null && (least === null || value < least)) factors = m;
  });
  return { values: average, factors };
}

function removeComponent(C: Float64Array, p: number, eigenvalue: number, vector: readonly number[]): void {
  for (let i = 0; i < p; i++) {
    const scaled = eigenvalue * vector[i];
    for (let j = 0; j < p; j++) C[i * p + j] -= scaled * vector[j];
  }
}

function meanPower(C: Float64Array, p: number, power: 2 | 4): number | null {
  let sum = 0;
  for (let i = 0; i < p; i++) {
    if (C[i * p + i] <= 1e-12) return null;
    for (let j = 0; j < i; j++) sum += (C[i * p + j] ** 2 / (C[i * p + i] * C[j * p + j])) ** (power / 2);
  }
  return (2 * sum) / (p * (p - 1));
}
