import { type Matrix } from "ml-matrix";
import { cholesky } from "../../numerics/cholesky";
import { pOfChiSquare } from "../../numerics/p-values";
import { completeRows, moments } from "../moments";

export interface MahalanobisDistance {
  /** D², squared */
  readonly squared: number;
  /** upper tail of χ² with p degrees of freedom */
  readonly p: number;
}

/**
 * Squared Mahalanobis distance of each row from the mean: D² = (x − x̄)′ S⁻¹ (x − x̄) (Mahalanobis, 1936); large for patterns of answers that nobody else has.
 * Reference: `stats::mahalanobis(x, colMeans(x), cov(x))` over the complete rows.
 *
 * @param columns p columns of answers, NaN where missing
 * @returns null for incomplete rows; null for all where the covariances are singular or there are not more complete rows than items
 */
export function mahalanobisDistances(items: readonly string[], columns: readonly Float64Array[]): (MahalanobisDistance | null)[] {
  const p = columns.length;
  const rows = columns[0]?.length ?? 0;
  const out = new Array<MahalanobisDistance | null>(rows).fill(null);
  const complete = completeRows(columns);
  if (complete.length < Math.max(3, p + 1)) return out;
  const { means, covariance } = moments(items, columns, "listwise");
  const L = cholesky(covariance);
  if (!L) return out;
  for (const row of complete) {
    const squared = squaredLength(
      L,
      columns.map((column, j) => column[row] - means[j]),
    );
    out[row] = { squared, p: pOfChiSquare(squared, p) };
  }
  return out;
}

/** |L⁻¹ d|² by forward substitution: no inverse is formed. */
function squaredLength(L: Matrix, d: readonly number[]): number {
  const z: number[] = [];
  let sum = 0;
  for (let i = 0; i < d.length; i++) {
    let rest = d[i];
    for (let j = 0; j < i; j++) rest -= L.get(i, j) * z[j];
    z.push(rest / L.get(i, i));
    sum += z[i] ** 2;
  }
  return sum;
}
