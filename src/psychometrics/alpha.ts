import type { Matrix } from "ml-matrix";
import { upperQuantileOfF } from "../numerics/quantiles";
import type { Interval } from "./analysis";

/**
 * Cronbach's α (Cronbach, 1951, eq. 2), α = k/(k−1) · (1 − Σ cᵢᵢ / Σ cᵢⱼ).
 * Reference: `psych::alpha(x)$total$raw_alpha`; of the correlations it is the standardized α.
 *
 * @param C covariances of the k items, k × k
 * @returns null where it does not exist: fewer than 2 items, or a sum score without variance
 */
export function cronbachAlpha(C: Matrix): number | null {
  const k = C.rows;
  const total = C.sum();
  return k < 2 || !(total > 0) ? null : (k / (k - 1)) * (1 - C.trace() / total);
}

/**
 * Confidence interval of α (Feldt, 1965; Feldt, Woodruff & Salih, 1987, eq. 6): 1 − (1−α)·F at the quantiles of F with
 * N − 1 and (N − 1)(k − 1) degrees of freedom. Reference: `psych::alpha.ci`.
 *
 * @param n rows
 * @param k items
 * @param level confidence level
 */
export function feldtInterval(alpha: number, n: number, k: number, level = 0.95): Interval | null {
  if (n < 2 || k < 2) return null;
  const df1 = n - 1;
  const df2 = (n - 1) * (k - 1);
  const tail = (1 - level) / 2;
  return [1 - (1 - alpha) * upperQuantileOfF(tail, df1, df2), 1 - (1 - alpha) * upperQuantileOfF(1 - tail, df1, df2)];
}

/** α of the other items, item by item; null entries where fewer than 2 others are left. Source: Cronbach (1951), eq. 2, over the other items. */
export function alphaIfDeleted(C: Matrix): (number | null)[] {
  const k = C.rows;
  const all = C.sum();
  const trace = C.trace();
  const rowSums = C.sum("row");
  return rowSums.map((rowSum, i) => {
    const others = all - 2 * rowSum + C.get(i, i);
    return k < 3 || !(others > 0) ? null : ((k - 1) / (k - 2)) * (1 - (trace - C.get(i, i)) / others);
  });
}

/**
 * Corrected item–total correlation: of each item with the sum of the others.
 * Reference: `psych::alpha(x)$item.stats$r.drop` on complete data, SPSS RELIABILITY's "Corrected Item-Total Correlation".
 * Source: Nunnally & Bernstein (1994), Psychometric theory, chap. 8.
 */
export function itemRestCorrelations(C: Matrix): (number | null)[] {
  const all = C.sum();
  return C.sum("row").map((rowSum, i) => {
    const variance = C.get(i, i);
    const rest = all - 2 * rowSum + variance;
    return C.rows < 2 || !(rest > 0) || !(variance > 0) ? null : (rowSum - variance) / Math.sqrt(variance * rest);
  });
}

/** Mean of the correlations between different items; null for a single item. Source: definition. */
export function averageInterItem(R: Matrix): number | null {
  const k = R.rows;
  return k < 2 ? null : (R.sum() - R.trace()) / (k * (k - 1));
}
