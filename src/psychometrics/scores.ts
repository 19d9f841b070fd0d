import { Matrix } from "ml-matrix";
import { eigenSystem, flatten } from "../numerics/eigen";
import { cholesky, inverseFromCholesky } from "../numerics/cholesky";
import { squaredMultipleCorrelations } from "./smc";

export type ScoreMethod = "regression" | "bartlett" | "anderson-rubin" | "ten-berge";

/** How items are weighted into factor scores, and how well that determines the factors. */
export interface ScoreWeights {
  readonly method: ScoreMethod;
  /** weights of the standardized items, p × m */
  readonly weights: Matrix;
  /** correlation of each factor with its scores: for regression √diag(S′R⁻¹S), the most that any weights reach */
  readonly determinacy: readonly number[];
  /** correlations of the scores with each other, m × m: Φ by ten Berge's, the identity by Anderson and Rubin's */
  readonly correlations: Matrix;
}

/**
 * Weights of factor scores. With Λ the pattern, S = ΛΦ the structure and U² the uniquenesses:
 * - regression (Thurstone, 1935): W = R⁻¹S;
 * - Bartlett (1937): W = U⁻²Λ(Λ′U⁻²Λ)⁻¹, unbiased;
 * - Anderson & Rubin (1956): W = U⁻²Λ(Λ′U⁻²RU⁻²Λ)^−½, uncorrelated scores;
 * - ten Berge, Krijnen, Wansbeek & Shapiro (1999): W = R^−½CΦ^½ with L = ΛΦ^½, C = R^−½L(L′R⁻¹L)^−½; the scores correlate as the factors do.
 *
 * Reference: `psych::factor.scores`.
 *
 * @param R correlations, p × p
 * @param pattern p × m
 * @param phi m × m; null when orthogonal
 * @throws ScreeError `singular-correlations`, `indefinite-correlations`
 */
export function scoreWeights(R: Matrix, items: readonly string[], pattern: Matrix, phi: Matrix | null, method: ScoreMethod): ScoreWeights {
  squaredMultipleCorrelations(R, items, "A factor score");
  const correlations = phi ?? Matrix.eye(pattern.columns);
  const structure = pattern.mmul(correlations);
  const weights = weightsBy[method](R, pattern, correlations, structure);
  const covariances = weights.transpose().mmul(R).mmul(weights);
  const deviations = covariances.diagonal().map(Math.sqrt);
  const withFactors = weights.transpose().mmul(structure).diagonal();
  return {
    method,
    weights,
    determinacy: withFactors.map((covariance, k) => Math.min(covariance / deviations[k], 1)),
    correlations: covariances.divColumnVector(deviations).divRowVector(deviations),
  };
}

type Weighting = (R: Matrix, pattern: Matrix, phi: Matrix, structure: Matrix) => Matrix;

const weightsBy: Record<ScoreMethod, Weighting> = {
  regression: (R, _pattern, _phi, structure) => inverseOf(R).mmul(structure),
  bartlett: (_R, pattern, phi) => {
    const weighted = byUniqueness(pattern, phi);
    return weighted.mmul(inverseOf(weighted.transpose().mmul(pattern)));
  },
  "anderson-rubin": (R, pattern, phi) => {
    const weighted = byUniqueness(pattern, phi);
    return weighted.mmul(power(weighted.transpose().mmul(R).mmul(weighted), -0.5));
  },
  "ten-berge": (R, pattern, phi) => {
    const root = power(phi, 0.5);
    const inverseRoot = power(R, -0.5);
    const L = pattern.mmul(root);
    const C = inverseRoot.mmul(L).mmul(power(L.transpose().mmul(inverseOf(R)).mmul(L), -0.5));
    return inverseRoot.mmul(C).mmul(root);
  },
};

/** U⁻²Λ; a uniqueness at or below its bound counts as .005, so that a Heywood case has weights at all. */
function byUniqueness(pattern: Matrix, phi: Matrix): Matrix {
  const h2 = pattern.mmul(phi).mmul(pattern.transpose()).diagonal();
  const weighted = pattern.clone();
  h2.forEach((common, i) => weighted.mulRow(i, 1 / Math.max(1 - common, 0.005)));
  return weighted;
}

function inverseOf(S: Matrix): Matrix {
  return inverseFromCholesky(cholesky(S) ?? Matrix.eye(S.rows));
}

/** Symmetric power of a positive definite matrix. */
function power(S: Matrix, exponent: number): Matrix {
  const p = S.rows;
  const { values, vectors } = eigenSystem(flatten(S), p);
  const V = Matrix.from1DArray(p, p, vectors); // eigenvectors in rows
  const scaled = V.clone();
  values.forEach((value, k) => scaled.mulRow(k, Math.max(value, Number.EPSILON) ** exponent));
  return V.transpose().mmul(scaled);
}

/**
 * Scores of the rows: standardized answers times weights.
 * Source: definition; the weights have their sources at `scoreWeights`.
 *
 * @param answers the p items' columns, NaN where missing
 * @param means p
 * @param deviations standard deviations, p
 * @returns m columns; NaN where an answer of the row is missing
 */
export function factorScores(answers: readonly ArrayLike<number>[], means: ArrayLike<number>, deviations: ArrayLike<number>, weights: Matrix): Float64Array[] {
  const rows = answers[0]?.length ?? 0;
  return Array.from({ length: weights.columns }, (_, k) => {
    const scores = new Float64Array(rows);
    answers.forEach((column, i) => {
      const weight = weights.get(i, k) / deviations[i];
      for (let row = 0; row < rows; row++) scores[row] += weight * (column[row] - means[i]);
    });
    return scores;
  });
}
