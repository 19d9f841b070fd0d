import { type Matrix } from "ml-matrix";
import { eigenSystem, flatten } from "../numerics/eigen";
import { communalitiesOf, type Extraction, principalLoadings } from "./extraction";

/**
 * Principal components (Hotelling, 1933): eigenvectors of R scaled by √λ. Works on singular correlations too.
 *
 * @param R correlations, p × p
 * @param m number of components, 1 … p
 */
export function principalComponents(R: Matrix, m: number): Extraction {
  const p = R.rows;
  const { values, vectors } = eigenSystem(flatten(R), p);
  const loadings = principalLoadings(values, vectors, p, m);
  return {
    loadings,
    initialCommunalities: new Array(p).fill(1),
    uniquenesses: communalitiesOf(loadings).map((h2) => 1 - h2),
    iterations: 0,
    converged: true,
  };
}
