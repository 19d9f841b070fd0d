import { Matrix } from "ml-matrix";
import { flatten } from "../numerics/eigen";
import type { Random } from "../numerics/random";
import type { CorrelationKind } from "./analysis";
import { moments } from "./moments";
import { polychoricMatrix } from "./polychoric-matrix";
import { ranks } from "./spearman";

/** Writes the correlations of one data set without common factors into a p × p row-major array. */
export type NullCorrelations = (into: Float64Array) => void;

/**
 * The Cholesky factor of the scatter matrix of n rows of p independent normal variables, without drawing the rows: the scatter matrix is Wishart with n − 1
 * degrees of freedom, and its factor consists of χ² and normal variates (Bartlett, 1933). A draw costs O(p²) whatever n is. With n ≤ p the factor is trapezoidal.
 *
 * @returns writes a new factor into the lower triangle of a p × p row-major array
 */
export function wishartFactor(p: number, n: number, stream: Random): (into: Float64Array) => void {
  const rank = Math.floor(Math.min(p, n - 1)); // n may be a mean, under pairwise deletion
  return (into) => {
    for (let i = 0; i < p; i++)
      for (let k = 0; k <= Math.min(i, rank - 1); k++) into[i * p + k] = k === i ? Math.sqrt(stream.chiSquare(n - 1 - i)) : stream.normal();
  };
}

/**
 * Correlations of n rows of p independent normal variables, from the Cholesky factor of their scatter matrix (Bartlett, 1933). A draw costs O(p³). With n ≤ p
 * they are singular, as those of such data are.
 */
export function normalNull(p: number, n: number, stream: Random): NullCorrelations {
  const factor = new Float64Array(p * p);
  const draw = wishartFactor(p, n, stream);
  const rank = Math.floor(Math.min(p, n - 1));
  return (into) => {
    draw(factor);
    for (let i = 0; i < p; i++) {
      const last = Math.min(i, rank - 1);
      let square = 0;
      for (let k = 0; k <= last; k++) square += factor[i * p + k] ** 2;
      const length = Math.sqrt(square);
      for (let k = 0; k <= last; k++) factor[i * p + k] /= length;
      for (let j = 0; j < i; j++) {
        let r = 0;
        for (let k = 0; k <= Math.min(j, rank - 1); k++) r += factor[i * p + k] * factor[j * p + k];
        into[i * p + j] = into[j * p + i] = r;
      }
      into[i * p + i] = 1;
    }
  };
}

/**
 * Correlations after shuffling each item's answers over the rows (Buja & Eyuboglu, 1992): the margins stay, the associations go. The correlations are of
 * the kind that is analysed, which for ordinal items is what makes the comparison fair.
 *
 * @param columns p columns of answers, NaN where missing
 */
export function permutedNull(columns: readonly Float64Array[], kind: CorrelationKind, stream: Random): NullCorrelations {
  const p = columns.length;
  if (kind === "polychoric") return permutedPolychoric(columns, stream);
  const items = columns.map((_, i) => String(i));
  const shuffled = columns.map((values) => (kind === "spearman" ? ranks(values) : values.slice()));
  const missing = columns.some((values) => values.some(Number.isNaN)) ? "pairwise" : "listwise";
  return (into) => {
    for (const values of shuffled) shuffle(values, stream);
    const { correlation } = moments(items, shuffled, missing);
    for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) into[i * p + j] = correlation.get(i, j);
  };
}

function permutedPolychoric(columns: readonly Float64Array[], stream: Random): NullCorrelations {
  const p = columns.length;
  const items = columns.map((_, i) => String(i));
  const shuffled = columns.map((values) => values.slice());
  const uncorrelated = Matrix.eye(p);
  return (into) => {
    for (const values of shuffled) shuffle(values, stream);
    into.set(flatten(polychoricMatrix(items, shuffled, uncorrelated).matrix));
  };
}

/** Fisher & Yates (1938), in Durstenfeld's (1964) form. */
function shuffle(values: Float64Array, stream: Random): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = stream.index(last + 1);
    const kept = values[last];
    values[last] = values[other];
    values[other] = kept;
  }
}
