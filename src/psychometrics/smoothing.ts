import { Matrix } from "ml-matrix";
import { symmetricEigen } from "../numerics/eigen";

/** The smallest eigenvalue that a smoothed matrix is given. */
const FLOOR = 1e-8;

/**
 * The nearest thing to an indefinite correlation matrix that data could have: negative eigenvalues are raised to a small positive number
 * and the diagonal is scaled back to 1 (Knol & ten Berge, 1989, describe the least-squares solution; this is the one in common use).
 *
 * @param R correlations, p × p
 * @returns null where R needs none
 */
export function smoothed(R: Matrix): { matrix: Matrix; smallest: number } | null {
  const { values, vectors } = symmetricEigen(R);
  const smallest = values[values.length - 1];
  if (smallest >= 0) return null;
  const scaled = vectors.clone();
  for (let k = 0; k < values.length; k++) scaled.mulColumn(k, Math.sqrt(Math.max(values[k], FLOOR)));
  const raised = scaled.mmul(scaled.transpose());
  const lengths = raised.diagonal().map(Math.sqrt);
  const matrix = new Matrix(R.rows, R.rows);
  for (let i = 0; i < R.rows; i++) for (let j = 0; j < R.rows; j++) matrix.set(i, j, i === j ? 1 : raised.get(i, j) / (lengths[i] * lengths[j]));
  return { matrix, smallest };
}
