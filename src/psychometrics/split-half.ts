import type { Matrix } from "ml-matrix";
import { cronbachAlpha } from "./alpha";

/** One division of the items into two halves. */
export interface SplitHalf {
  /** positions of the first half's items; the others are the second half */
  readonly first: readonly number[];
  /** correlation of the two half scores */
  readonly betweenForms: number | null;
  /** as if both halves were k/2 items long (Spearman, 1910; Brown, 1910): 2r / (1 + r) */
  readonly spearmanBrown: number | null;
  /** for halves of the lengths they have (Horst, 1951); equal to `spearmanBrown` for an even number of items */
  readonly unequalLength: number | null;
  /** Guttman (1945), λ₄: 4 cov(A, B) / var(A + B), which does not ask for equal variances of the halves */
  readonly guttman: number | null;
  readonly alphas: readonly [number | null, number | null];
}

/** First (k+1)/2 items against the rest, as SPSS's MODEL=SPLIT. */
export const firstHalf = (k: number): number[] => Array.from({ length: Math.ceil(k / 2) }, (_, i) => i);

/** Items 1, 3, 5, … against 2, 4, 6, …. */
export const oddHalf = (k: number): number[] => Array.from({ length: Math.ceil(k / 2) }, (_, i) => 2 * i);

/**
 * Split-half reliability of a division.
 * Sources: Spearman (1910), Brown (1910), Horst (1951), Guttman (1945), at its coefficients.
 *
 * @param C covariances of the k items, k × k
 * @param first positions of the first half's items
 */
export function splitHalf(C: Matrix, first: readonly number[]): SplitHalf {
  const k = C.rows;
  const inFirst = new Set(first);
  const second = Array.from({ length: k }, (_, i) => i).filter((i) => !inFirst.has(i));
  const A = C.selection([...first], [...first]);
  const B = C.selection(second, second);
  const varianceA = A.sum();
  const varianceB = B.sum();
  const total = C.sum();
  const covariance = (total - varianceA - varianceB) / 2;

  const r = varianceA > 0 && varianceB > 0 ? covariance / Math.sqrt(varianceA * varianceB) : null;
  return {
    first,
    betweenForms: r,
    spearmanBrown: r === null || r <= -1 ? null : (2 * r) / (1 + r),
    unequalLength: r === null ? null : horst(r, first.length / k, second.length / k),
    guttman: total > 0 ? (4 * covariance) / total : null,
    alphas: [cronbachAlpha(A), cronbachAlpha(B)],
  };
}

/** The reliability of the whole that gives halves of shares a and b the correlation r (Horst, 1951, eq. 20). */
function horst(r: number, a: number, b: number): number | null {
  const ab = a * b;
  const r2 = r * r;
  const value = (Math.sqrt(r2 * r2 + 4 * r2 * (1 - r2) * ab) - r2) / (2 * (1 - r2) * ab);
  return Number.isFinite(value) ? value : null;
}
