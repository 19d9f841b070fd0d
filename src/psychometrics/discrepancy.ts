import { Matrix } from "ml-matrix";
import { cholesky, inverseFromCholesky, logDeterminant } from "../numerics/cholesky";

/**
 * Maximum likelihood discrepancy of a model from the observed correlations (Jöreskog, 1967, eq. 9):
 * F = ln|Σ| − ln|R| + tr(RΣ⁻¹) − p, with Σ = ΛΛ′ and a diagonal of 1.
 *
 * @param R correlations, p × p
 * @param loadings unrotated (or orthogonal), p × m; with no columns, the model of uncorrelated items
 * @returns null where R or Σ is not positive definite
 */
export function likelihoodDiscrepancy(R: Matrix, loadings: Matrix | null): number | null {
  const observed = cholesky(R);
  if (!observed) return null;
  if (!loadings) return -logDeterminant(observed);
  const implied = impliedCorrelations(loadings);
  const factor = cholesky(implied);
  if (!factor) return null;
  const inverse = inverseFromCholesky(factor);
  let trace = 0;
  for (let i = 0; i < R.rows; i++) for (let j = 0; j < R.rows; j++) trace += R.get(i, j) * inverse.get(i, j);
  return Math.max(logDeterminant(factor) - logDeterminant(observed) + trace - R.rows, 0);
}

/** ΛΛ′ with 1 on the diagonal, p × p. Source: the factor model (Lawley & Maxwell, 1971, chap. 2). */
export function impliedCorrelations(loadings: Matrix): Matrix {
  const implied = loadings.mmul(loadings.transpose());
  for (let i = 0; i < implied.rows; i++) implied.set(i, i, 1);
  return implied;
}

/** R minus the model's correlations, 0 on the diagonal, p × p. Source: the factor model (Lawley & Maxwell, 1971, chap. 2). */
export function residualCorrelations(R: Matrix, loadings: Matrix): Matrix {
  const residuals = Matrix.sub(R, impliedCorrelations(loadings));
  for (let i = 0; i < R.rows; i++) residuals.set(i, i, 0);
  return residuals;
}
