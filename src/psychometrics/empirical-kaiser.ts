import { leading } from "./parallel-analysis";

/**
 * Empirical Kaiser criterion (Braeken & van Assen, 2017, eq. 6): the eigenvalues that exceed, one after the other,
 *
 *     max(1, (1 + √(p/N))² · (p − Σ_{i<j} λᵢ) / (p − j + 1)).
 *
 * @param eigenvalues of R, descending, p
 * @param n rows
 */
export function empiricalKaiser(eigenvalues: readonly number[], n: number): { reference: readonly number[]; factors: number } {
  const p = eigenvalues.length;
  const largest = (1 + Math.sqrt(p / n)) ** 2;
  let left = p;
  const reference = eigenvalues.map((value, j) => {
    const limit = Math.max(1, (largest * left) / (p - j));
    left -= value;
    return limit;
  });
  return { reference, factors: leading(eigenvalues, reference) };
}
