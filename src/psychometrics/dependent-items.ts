import type { Matrix } from "ml-matrix";
import { symmetricEigen } from "../numerics/eigen";

/** Eigenvalues this small are rounding errors of 0. */
const ZERO = 1e-10;

/**
 * The items that can be computed from the others: those that take part in a linear combination without variance
 * (an eigenvector of R whose eigenvalue is 0). A duplicated item and its copy are both named. Empty for a regular R.
 * Source: definition of linear dependence; eigenvectors of eigenvalues that are zero (Belsley, Kuh & Welsch, 1980, chap. 3).
 *
 * @param R correlations, p × p
 */
export function dependentItems(R: Matrix, items: readonly string[]): string[] {
  const { values, vectors } = symmetricEigen(R);
  const taking = new Set<number>();
  values.forEach((value, k) => {
    if (Math.abs(value) > ZERO * R.rows) return;
    for (let i = 0; i < R.rows; i++) if (Math.abs(vectors.get(i, k)) > 1e-6) taking.add(i);
  });
  return items.filter((_, i) => taking.has(i));
}
