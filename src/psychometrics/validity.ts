import type { Matrix } from "ml-matrix";

/**
 * Convergent and discriminant validity of scales, from standardized loadings and from correlations.
 */

/** Average variance extracted: the mean of λ² over a factor's items, λ completely standardized (Fornell & Larcker, 1981, eq. 9 standardized). */
export function averageVarianceExtracted(loadings: readonly number[]): number | null {
  return loadings.length === 0 ? null : loadings.reduce((sum, loading) => sum + loading * loading, 0) / loadings.length;
}

/** Composite reliability (Σλ)² / ((Σλ)² + Σ(1 − λ²)), λ completely standardized (Fornell & Larcker, 1981, eq. 8; Raykov, 1997). */
export function compositeReliability(loadings: readonly number[]): number | null {
  if (loadings.length === 0) return null;
  const common = loadings.reduce((sum, loading) => sum + loading, 0) ** 2;
  const error = loadings.reduce((sum, loading) => sum + 1 - loading * loading, 0);
  return common + error > 0 ? common / (common + error) : null;
}

/** Fornell & Larcker's (1981) table, m × m: √AVE on the diagonal, factor correlations elsewhere. */
export function fornellLarcker(ave: readonly number[], factorCorrelations: Matrix): Matrix {
  const table = factorCorrelations.clone();
  ave.forEach((value, f) => table.set(f, f, Math.sqrt(Math.max(value, 0))));
  return table;
}

/** Pairs of factors that correlate above the √AVE of either: discriminant validity is then not shown. Source: Fornell & Larcker (1981). */
export function withoutDiscriminantValidity(table: Matrix): [number, number][] {
  const pairs: [number, number][] = [];
  for (let a = 0; a < table.rows; a++) {
    for (let b = 0; b < a; b++) if (Math.abs(table.get(a, b)) > Math.min(table.get(a, a), table.get(b, b))) pairs.push([b, a]);
  }
  return pairs;
}

/**
 * Heterotrait–monotrait ratio of correlations, m × m with 1 on the diagonal: the mean |r| between two scales over the root of the product of
 * the means within. `htmt` takes arithmetic means (Henseler, Ringle & Sarstedt, 2015), `htmt2` geometric ones (Roemer, Schuberth & Henseler, 2021).
 * Reference: `semTools::htmt`, whose default is HTMT2.
 *
 * @param R correlations, p × p
 * @param scales indices of each scale's items; two or more each
 * @returns null in a cell where a scale has a single item, or no correlation within
 */
export function heterotraitMonotrait(R: Matrix, scales: readonly (readonly number[])[], kind: "htmt" | "htmt2"): (number | null)[][] {
  const mean = kind === "htmt" ? arithmeticMean : geometricMean;
  const within = scales.map((own) => mean(own.flatMap((i, k) => own.slice(0, k).map((j) => Math.abs(R.get(i, j))))));
  return scales.map((one, a) =>
    scales.map((other, b) => {
      if (a === b) return 1;
      const between = mean(one.flatMap((i) => other.map((j) => Math.abs(R.get(i, j)))));
      const ratio = between / Math.sqrt(within[a] * within[b]);
      return Number.isFinite(ratio) ? ratio : null;
    }),
  );
}

const arithmeticMean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const geometricMean = (values: readonly number[]) => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
