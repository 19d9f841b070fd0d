import type { Matrix } from "ml-matrix";
import { cholesky } from "../numerics/cholesky";
import { eigenvaluesOf, flatten } from "../numerics/eigen";
import { random } from "../numerics/random";
import { ScreeError } from "../errors";
import type { AnalysisSettings, Retention } from "./analysis";
import { impliedCorrelations } from "./discrepancy";
import { extract } from "./extract";
import { degreesOfFreedom } from "./fit";
import { wishartFactor } from "./null-correlations";
import { inSlices } from "./slices";

const LEVEL = 0.05;

/**
 * Next eigenvalue sufficiency test (Achim, 2017): with 0, 1, 2, … factors, correlations of n rows are drawn from the fitted model, and the number is the
 * first for which the next observed eigenvalue is no larger than the 95th percentile of theirs: p = (1 + number of draws that reach it) / (1 + draws) > .05.
 * The models are those of minimum residuals. As in parallel analysis no rows are drawn: the scatter matrix of the model's data is Wishart (Bartlett, 1933).
 *
 * @param R correlations, p × p
 * @param n rows
 * @param upTo largest number of factors looked at
 * @returns null where not even that many suffice, or a model cannot be fitted before one suffices
 * @throws the signal's reason when aborted
 */
export async function nextEigenvalueSufficiency(
  R: Matrix,
  items: readonly string[],
  n: number,
  upTo: number,
  { iterations, seed, convention }: Pick<AnalysisSettings, "iterations" | "seed" | "convention">,
  signal?: AbortSignal,
): Promise<Retention["nest"]> {
  const p = R.rows;
  const observed = eigenvaluesOf(flatten(R), p);
  const stream = random(seed);
  const steps: { factors: number; p: number }[] = [];
  for (let factors = 0; factors <= upTo && (factors === 0 || degreesOfFreedom(p, factors) >= 0); factors++) {
    const model = factors === 0 ? null : modelFactor(R, items, factors, convention);
    if (model === undefined) return null;
    const draw = wishartFactor(p, n, stream);
    const drawn = new Float64Array(p * p);
    let reached = 0;
    await inSlices(iterations, { signal }, () => {
      draw(drawn);
      if (eigenvaluesOf(correlationsOfProduct(model, drawn, p), p)[factors] >= observed[factors]) reached++;
    });
    const probability = (1 + reached) / (1 + iterations);
    steps.push({ factors, p: probability });
    if (probability > LEVEL) return { iterations, seed, steps, factors };
  }
  return null;
}

/** Lower triangle L of the correlations that the model implies, LL′, row by row; undefined where there is no such model. */
function modelFactor(R: Matrix, items: readonly string[], factors: number, convention: AnalysisSettings["convention"]): Float64Array | undefined {
  try {
    const { loadings } = extract(R, items, factors, { extraction: "minres", convention });
    const L = cholesky(impliedCorrelations(loadings));
    return L ? flatten(L) : undefined;
  } catch (error) {
    if (error instanceof ScreeError) return undefined;
    throw error;
  }
}

/** Correlations of the scatter (LA)(LA)′, A lower triangular. */
function correlationsOfProduct(L: Float64Array | null, A: Float64Array, p: number): Float64Array {
  const F = L ? new Float64Array(p * p) : A;
  if (L) {
    for (let i = 0; i < p; i++)
      for (let j = 0; j <= i; j++) {
        const weight = L[i * p + j];
        for (let k = 0; k <= j; k++) F[i * p + k] += weight * A[j * p + k];
      }
  }
  const R = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k <= j; k++) sum += F[i * p + k] * F[j * p + k];
      R[i * p + j] = sum;
    }
  }
  for (let i = 0; i < p; i++) for (let j = 0; j < i; j++) R[i * p + j] = R[j * p + i] = R[i * p + j] / Math.sqrt(R[i * p + i] * R[j * p + j]);
  for (let i = 0; i < p; i++) R[i * p + i] = 1;
  return R;
}
