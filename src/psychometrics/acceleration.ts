/**
 * The elbow of the scree as a number (Raîche, Walls, Magis, Riopel & Blais, 2013): the factors before the eigenvalue where the curve bends most,
 * at the largest second difference λⱼ₊₁ − 2λⱼ + λⱼ₋₁.
 *
 * @param eigenvalues descending
 * @returns null with fewer than 3 eigenvalues
 */
export function accelerationFactor(eigenvalues: readonly number[]): number | null {
  if (eigenvalues.length < 3) return null;
  let factors = 1;
  let steepest = -Infinity;
  for (let j = 1; j < eigenvalues.length - 1; j++) {
    const bend = eigenvalues[j + 1] - 2 * eigenvalues[j] + eigenvalues[j - 1];
    if (bend > steepest) {
      steepest = bend;
      factors = j;
    }
  }
  return factors;
}
