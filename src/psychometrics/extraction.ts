import { Matrix } from "ml-matrix";

/** Unrotated loadings and how they came about. */
export interface Extraction {
  /** p × m, columns in descending order of their sums of squares, column sums not negative */
  readonly loadings: Matrix;
  /** what the iteration started from; 1 for components */
  readonly initialCommunalities: readonly number[];
  /** 1 − h² as estimated; at a bound it can differ from 1 − Σλ² */
  readonly uniquenesses: readonly number[];
  readonly iterations: number;
  readonly converged: boolean;
  /** value of the discrepancy function, where one is minimised */
  readonly objective?: number;
  /** different minima of that function among the starts */
  readonly minima?: number;
}

/** h² of each item: row sums of squared loadings. Source: Thurstone (1947), Multiple-factor analysis. */
export function communalitiesOf(loadings: Matrix): number[] {
  return Array.from({ length: loadings.rows }, (_, i) => sumOfSquares(loadings.getRow(i)));
}

/** @internal */
export function sumOfSquares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

/**
 * Loadings √(γₖ)·vₖ of the m largest eigenvalues, each column reflected so that it sums to no less than zero.
 * Source: Hotelling (1933); Harman (1976), chap. 8.
 *
 * @param values eigenvalues, descending; negative ones give loadings of zero
 * @param vectors vector k from `k * p`
 * @param scale of the rows, where the eigenvectors are those of a rescaled matrix
 */
export function principalLoadings(values: ArrayLike<number>, vectors: Float64Array, p: number, m: number, scale?: ArrayLike<number>): Matrix {
  const loadings = new Matrix(p, m);
  for (let k = 0; k < m; k++) {
    const length = Math.sqrt(Math.max(values[k], 0));
    let sum = 0;
    for (let i = 0; i < p; i++) sum += vectors[k * p + i] * (scale ? scale[i] : 1);
    const signed = sum < 0 ? -length : length;
    for (let i = 0; i < p; i++) loadings.set(i, k, signed * vectors[k * p + i] * (scale ? scale[i] : 1));
  }
  return loadings;
}
