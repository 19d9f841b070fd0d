/**
 * Kaiser's criterion (Guttman, 1954; Kaiser, 1960): the number of eigenvalues of the correlation matrix above 1.
 *
 * @param eigenvalues descending
 */
export function kaiserCount(eigenvalues: ArrayLike<number>): number {
  let count = 0;
  // An eigenvalue of uncorrelated items is 1 up to rounding: it does not count.
  while (count < eigenvalues.length && eigenvalues[count] > 1 + 1e-12) count++;
  return count;
}
