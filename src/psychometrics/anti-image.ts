import { Matrix } from "ml-matrix";

/**
 * Anti-image covariances and correlations (Guttman, 1953): of what is left of each item after the others have predicted it,
 * Qᵢⱼ / (Qᵢᵢ Qⱼⱼ) and Qᵢⱼ / √(Qᵢᵢ Qⱼⱼ) with Q = R⁻¹; off its diagonal the second is the partial correlation with its sign changed.
 * Reference: `psych::KMO(R)$ImCov` and `$Image`.
 *
 * @param Q inverse of the correlations, p × p
 */
export function antiImage(Q: Matrix): { covariance: Matrix; correlation: Matrix } {
  const p = Q.rows;
  const covariance = new Matrix(p, p);
  const correlation = new Matrix(p, p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) {
      const scale = Q.get(i, i) * Q.get(j, j);
      covariance.set(i, j, Q.get(i, j) / scale);
      correlation.set(i, j, Q.get(i, j) / Math.sqrt(scale));
    }
  }
  return { covariance, correlation };
}
