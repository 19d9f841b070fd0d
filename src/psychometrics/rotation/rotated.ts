import { Matrix } from "ml-matrix";

/** Loadings after a rotation, and how they came about. */
export interface Rotated {
  /** p × m; the pattern matrix when oblique */
  readonly loadings: Matrix;
  /** correlations of the factors, m × m; null when orthogonal */
  readonly phi: Matrix | null;
  readonly iterations: number;
  readonly converged: boolean;
  /** different minima that the starts ended in, where several starts were made */
  readonly optima?: number;
}

/** Length of each row, √h²; 1 where an item has no common variance, so that it can be divided by. Source: definition. */
export function rowLengths(loadings: Matrix): number[] {
  return loadings.to2DArray().map((row) => Math.sqrt(row.reduce((sum, value) => sum + value * value, 0)) || 1);
}

/**
 * Each row multiplied by its own factor.
 *
 * @internal
 */
export function scaleRows(loadings: Matrix, factors: readonly number[]): Matrix {
  const scaled = loadings.clone();
  factors.forEach((factor, i) => scaled.mulRow(i, factor));
  return scaled;
}

/**
 * Kaiser normalization (Kaiser, 1958): rotates rows of length 1, so that items weigh the same, and restores the lengths.
 */
export function normalized(loadings: Matrix, kaiser: boolean, rotate: (rows: Matrix) => Rotated): Rotated {
  if (!kaiser) return rotate(loadings);
  const lengths = rowLengths(loadings);
  const rotated = rotate(
    scaleRows(
      loadings,
      lengths.map((length) => 1 / length),
    ),
  );
  return { ...rotated, loadings: scaleRows(rotated.loadings, lengths) };
}

/**
 * Reflects factors so that no column sums to less than zero and puts them in descending order of `size`;
 * loadings and factor correlations go together.
 * Source: definition; SPSS and psych order and reflect so.
 */
export function ordered(rotated: Rotated, size: (loadings: Matrix, phi: Matrix | null) => readonly number[] = explainedOf): Rotated {
  const { loadings, phi } = rotated;
  const sizes = size(loadings, phi);
  const order = Array.from(sizes.keys()).sort((a, b) => sizes[b] - sizes[a]);
  const sign = order.map((k) => (loadings.getColumn(k).reduce((sum, value) => sum + value, 0) < 0 ? -1 : 1));
  const m = order.length;
  const moved = new Matrix(loadings.rows, m);
  for (let i = 0; i < loadings.rows; i++) order.forEach((k, to) => moved.set(i, to, sign[to] * loadings.get(i, k)));
  if (!phi) return { ...rotated, loadings: moved };
  const correlations = new Matrix(m, m);
  for (let a = 0; a < m; a++) for (let b = 0; b < m; b++) correlations.set(a, b, a === b ? 1 : sign[a] * sign[b] * phi.get(order[a], order[b]));
  return { ...rotated, loadings: moved, phi: correlations };
}

/** Sums of squares of the columns. Source: definition. */
export function columnSumsOfSquares(loadings: Matrix): number[] {
  return Array.from({ length: loadings.columns }, (_, k) => loadings.getColumn(k).reduce((sum, value) => sum + value * value, 0));
}

/**
 * Variance of the items that each factor accounts for, diag(ΦΛ′Λ): sums of squared loadings when orthogonal. They add up to Σh².
 * Source: definition; psych prints it for oblique factors.
 */
export function explainedOf(loadings: Matrix, phi: Matrix | null): number[] {
  return phi ? phi.mmul(loadings.transpose().mmul(loadings)).diagonal() : columnSumsOfSquares(loadings);
}
