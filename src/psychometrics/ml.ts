import { type Matrix } from "ml-matrix";
import { eigenSystem, flatten } from "../numerics/eigen";
import { minimiseWithin } from "../numerics/optimise";
import { type Extraction, principalLoadings } from "./extraction";
import { lowestMinimum } from "./lowest-minimum";
import { addBetween, uniquenessBound, weightedProjection } from "./minres";

/**
 * Maximum likelihood factor analysis (Jöreskog, 1967; Lawley & Maxwell, 1971): minimises
 *
 *     F(ψ) = Σ_{k>m} (θₖ − ln θₖ − 1),  θ the eigenvalues of Ψ^−½ R Ψ^−½,   Λ = Ψ^½ V √(θ − 1)₊.
 *
 * The optimiser works in x = ln ψ, where ∂F/∂xᵢ = Σ_{k>m} (1 − θₖ) vᵢₖ² and
 *
 *     ∂²F/∂xᵢ∂xⱼ = PᵢⱼQᵢⱼ − Σ_{k>m} Σ_{l≤m} (1 − θₖ)(θₖ + θₗ)/(θₖ − θₗ) vᵢₖvⱼₖvᵢₗvⱼₗ,   P = Σ_{k>m} θₖvₖvₖ′,  Q = Σ_{k>m} vₖvₖ′.
 *
 * The first term, positive semidefinite, is the approximation of Jöreskog (1977).
 *
 * @param R correlations, p × p, positive definite
 * @param initial communalities, p: squared multiple correlations
 * @param starts random ones after a Heywood case
 */
export function maximumLikelihood(R: Matrix, m: number, initial: readonly number[], starts = 0): Extraction {
  const p = R.rows;
  const correlations = flatten(R);

  const evaluate = (x: Float64Array) => {
    const scale = x.map((value) => Math.exp(-value / 2));
    const scaled = new Float64Array(p * p);
    for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) scaled[i * p + j] = correlations[i * p + j] * scale[i] * scale[j];
    const { values, vectors } = eigenSystem(scaled, p);
    let value = 0;
    const gradient = new Float64Array(p);
    for (let k = m; k < p; k++) {
      value += values[k] - Math.log(values[k]) - 1;
      for (let i = 0; i < p; i++) gradient[i] += (1 - values[k]) * vectors[k * p + i] ** 2;
    }
    if (Number.isNaN(value)) value = Infinity;
    const curvature = () => {
      const P = weightedProjection(vectors, p, m, (k) => values[k]);
      const Q = weightedProjection(vectors, p, m, () => 1);
      return P.map((element, at) => element * Q[at]);
    };
    const hessian = () => {
      const H = curvature();
      for (let l = 0; l < m; l++) {
        const W = weightedProjection(vectors, p, m, (k) => ((values[k] - 1) * (values[k] + values[l])) / (values[k] - values[l]));
        addBetween(H, W, vectors, p, l);
      }
      return H;
    };
    return { value, gradient, values, vectors, hessian, curvature };
  };

  const bounds = { lower: Math.log(uniquenessBound), upper: 0, tolerance: 1e-12, maxIterations: 200 };
  const { minimum, minima } = lowestMinimum(
    [Float64Array.from(initial, (h2) => (1 - m / (2 * p)) * (1 - h2))],
    starts,
    (start) => minimiseWithin(start.map(Math.log), bounds, evaluate),
    ({ x }) => x.some((logPsi) => logPsi <= bounds.lower),
  );
  const uniquenesses = Array.from(minimum.x, Math.exp);
  return {
    loadings: principalLoadings(
      minimum.at.values.map((theta) => theta - 1),
      minimum.at.vectors,
      p,
      m,
      uniquenesses.map(Math.sqrt),
    ),
    initialCommunalities: initial,
    uniquenesses,
    iterations: minimum.iterations,
    converged: minimum.converged,
    objective: minimum.at.value,
    minima,
  };
}
