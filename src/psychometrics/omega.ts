import type { Matrix } from "ml-matrix";
import { symmetricEigen } from "../numerics/eigen";
import { errorVariances } from "./guttman";
import { maximumLikelihood } from "./ml";

/** Largest communality of an item: uniquenesses stay at or above .005, as in the extraction of factors. */
const LARGEST_LOADING = Math.sqrt(0.995);

/**
 * ω total of a scale taken as one-dimensional (McDonald, 1999, eq. 6.20b), (Σλ)² / ((Σλ)² + Σ(1 − λ²)), of standardized items,
 * with the loadings of the least-squares one-factor model. The denominator is the variance that the model implies.
 *
 * @param R correlations of the k items, k × k
 * @returns null with fewer than 3 items, where the loadings are not determined
 */
export function oneFactorOmega(R: Matrix): number | null {
  if (R.rows < 3) return null;
  const loadings = oneFactorLoadings(R);
  const sum = loadings.reduce((total, loading) => total + loading, 0);
  const uniqueness = loadings.reduce((total, loading) => total + 1 - loading * loading, 0);
  return sum ** 2 / (sum ** 2 + uniqueness);
}

/**
 * ω total of the raw items of a scale taken as one-dimensional, (Σ λᵢsᵢ)² / ((Σ λᵢsᵢ)² + Σ ψᵢsᵢ²), with the standardized loadings λ and uniquenesses ψ of the
 * maximum likelihood one-factor model, which are those of the covariances too (Jöreskog, 1967); McDonald (1999), eq. 6.20b. What lavaan, JASP and semTools give.
 *
 * @param R correlations of the k items, k × k
 * @param sds their standard deviations
 * @returns null with fewer than 3 items, and where R has no inverse
 */
export function unstandardizedOmega(R: Matrix, sds: ArrayLike<number>): number | null {
  if (R.rows < 3) return null;
  const errors = errorVariances(R);
  if (!errors) return null;
  const { loadings, uniquenesses } = maximumLikelihood(
    R,
    1,
    errors.map((error) => 1 - error),
  );
  const sum = loadings.getColumn(0).reduce((total, loading, i) => total + loading * sds[i], 0);
  const error = uniquenesses.reduce((total, psi, i) => total + psi * sds[i] ** 2, 0);
  return sum ** 2 / (sum ** 2 + error);
}

/**
 * Loadings of one common factor by least squares on the off-diagonal correlations: each loading in turn takes its best value given the others,
 * λᵢ = Σⱼ rᵢⱼ λⱼ / Σⱼ λⱼ² over j ≠ i (Harman & Jones, 1966).
 *
 * @param tolerance largest change of a loading at which to stop
 */
export function oneFactorLoadings(R: Matrix, tolerance = 1e-13): Float64Array {
  const k = R.rows;
  const { values, vectors } = symmetricEigen(R);
  const loadings = Float64Array.from({ length: k }, (_, i) => Math.sqrt(Math.max(values[0], 0)) * vectors.get(i, 0));
  let squares = loadings.reduce((sum, loading) => sum + loading * loading, 0);
  for (let sweep = 0, change = 1; sweep < 20_000 && change > tolerance; sweep++) {
    change = 0;
    for (let i = 0; i < k; i++) {
      const others = squares - loadings[i] ** 2;
      if (!(others > 1e-12)) continue;
      let product = 0;
      for (let j = 0; j < k; j++) if (j !== i) product += R.get(i, j) * loadings[j];
      const best = Math.max(-LARGEST_LOADING, Math.min(LARGEST_LOADING, product / others));
      change = Math.max(change, Math.abs(best - loadings[i]));
      squares = others + best * best;
      loadings[i] = best;
    }
  }
  return loadings;
}
