import { Matrix } from "ml-matrix";

/**
 * Cholesky factor of a symmetric matrix, S = LL′, or null where S is not positive definite.
 * Source: Golub & Van Loan (2013), algorithm 4.2.1.
 *
 * @param S p × p, symmetric
 * @param tolerance a pivot at or below this share of its diagonal element counts as zero
 * @returns L, p × p, lower triangular
 */
export function cholesky(S: Matrix, tolerance = 1e-12): Matrix | null {
  const p = S.rows;
  const L = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = S.get(i, j);
      for (let k = 0; k < j; k++) sum -= L[i * p + k] * L[j * p + k];
      if (i > j) L[i * p + j] = sum / L[j * p + j];
      else if (sum > tolerance * S.get(i, i)) L[i * p + i] = Math.sqrt(sum);
      else return null;
    }
  }
  return Matrix.from1DArray(p, p, L);
}

/** ln|S| from its Cholesky factor: the determinant itself underflows from some hundred items on. Source: Golub & Van Loan (2013), sect. 4.2. */
export function logDeterminant(L: Matrix): number {
  let sum = 0;
  for (let i = 0; i < L.rows; i++) sum += 2 * Math.log(L.get(i, i));
  return sum;
}

/** S⁻¹ from the Cholesky factor of S, p × p. Source: Golub & Van Loan (2013), sect. 4.2. */
export function inverseFromCholesky(L: Matrix): Matrix {
  const p = L.rows;
  const K = new Float64Array(p * p); // L⁻¹
  for (let j = 0; j < p; j++) {
    K[j * p + j] = 1 / L.get(j, j);
    for (let i = j + 1; i < p; i++) {
      let sum = 0;
      for (let k = j; k < i; k++) sum -= L.get(i, k) * K[k * p + j];
      K[i * p + j] = sum / L.get(i, i);
    }
  }
  const inverse = new Matrix(p, p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < p; k++) sum += K[k * p + i] * K[k * p + j];
      inverse.set(i, j, sum);
      inverse.set(j, i, sum);
    }
  }
  return inverse;
}
