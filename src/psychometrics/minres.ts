import { type Matrix } from "ml-matrix";
import { eigenSystem, flatten } from "../numerics/eigen";
import { minimiseWithin } from "../numerics/optimise";
import { type Extraction, principalLoadings } from "./extraction";
import { lowestMinimum } from "./lowest-minimum";

/** psych and factanal keep uniquenesses at or above .005; at the bound the item is a Heywood case. */
export const uniquenessBound = 0.005;

/**
 * Minimum residuals, which is unweighted least squares (Harman & Jones, 1966; Jöreskog, 1977):
 *
 *     F(ψ) = ½ Σ_{k>m} γₖ²,  γ the eigenvalues of R − Ψ
 *
 * in the uniquenesses ψ. With v the eigenvectors, ∂F/∂ψᵢ = −Σ_{k>m} γₖ vᵢₖ², and
 *
 *     ∂²F/∂ψᵢ∂ψⱼ = (Σ_{k>m} vᵢₖvⱼₖ)² + 2 Σ_{k>m} Σ_{l≤m} γₖ/(γₖ − γₗ) vᵢₖvⱼₖvᵢₗvⱼₗ,
 *
 * whose first term, positive semidefinite, is Jöreskog's approximation.
 *
 * @param R correlations, p × p
 * @param initial communalities, p: squared multiple correlations
 * @param starts random ones after a Heywood case
 */
export function minimumResiduals(R: Matrix, m: number, initial: readonly number[], starts = 0): Extraction {
  const p = R.rows;
  const correlations = flatten(R);

  const evaluate = (psi: Float64Array) => {
    const reduced = correlations.slice();
    for (let i = 0; i < p; i++) reduced[i * p + i] -= psi[i];
    const { values, vectors } = eigenSystem(reduced, p);
    let value = 0;
    const gradient = new Float64Array(p);
    for (let k = m; k < p; k++) {
      value += values[k] ** 2 / 2;
      for (let i = 0; i < p; i++) gradient[i] -= values[k] * vectors[k * p + i] ** 2;
    }
    const curvature = () => weightedProjection(vectors, p, m, () => 1).map((element) => element * element);
    const hessian = () => {
      const H = curvature();
      for (let l = 0; l < m; l++) {
        const W = weightedProjection(vectors, p, m, (k) => (2 * values[k]) / (values[k] - values[l]));
        addBetween(H, W, vectors, p, l);
      }
      return H;
    };
    return { value, gradient, values, vectors, hessian, curvature };
  };

  // F can have two minima (ability16 with 3 factors has): Jöreskog's (1967) start and psych's do not always lead to the same one.
  const { minimum, minima } = lowestMinimum(
    [1 - m / (2 * p), 1].map((scale) => Float64Array.from(initial, (h2) => (1 - h2) * scale)),
    starts,
    (start) => minimiseWithin(start, { lower: uniquenessBound, upper: 1, tolerance: 1e-12, maxIterations: 200 }, evaluate),
    ({ x }) => x.some((psi) => psi <= uniquenessBound),
  );
  return {
    loadings: principalLoadings(minimum.at.values, minimum.at.vectors, p, m),
    initialCommunalities: initial,
    uniquenesses: Array.from(minimum.x),
    iterations: minimum.iterations,
    converged: minimum.converged,
    objective: minimum.at.value,
    minima,
  };
}

/**
 * Σ_{k≥m} wₖ vₖvₖ′, p × p: with w = 1 the projection on the space that the factors leave.
 *
 * @internal
 */
export function weightedProjection(vectors: Float64Array, p: number, m: number, weight: (k: number) => number): Float64Array {
  const W = new Float64Array(p * p);
  for (let k = m; k < p; k++) {
    const w = weight(k);
    for (let i = 0; i < p; i++) {
      const wi = w * vectors[k * p + i];
      for (let j = 0; j <= i; j++) W[i * p + j] += wi * vectors[k * p + j];
    }
  }
  for (let i = 0; i < p; i++) for (let j = i + 1; j < p; j++) W[i * p + j] = W[j * p + i];
  return W;
}

/**
 * H += W ∘ vₗvₗ′.
 *
 * @internal
 */
export function addBetween(H: Float64Array, W: Float64Array, vectors: Float64Array, p: number, l: number): void {
  for (let i = 0; i < p; i++) {
    const vi = vectors[l * p + i];
    for (let j = 0; j < p; j++) H[i * p + j] += W[i * p + j] * vi * vectors[l * p + j];
  }
}
