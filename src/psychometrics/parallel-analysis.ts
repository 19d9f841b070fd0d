import { eigenvaluesOf } from "../numerics/eigen";
import { percentile } from "../numerics/percentile";
import { random, type Random } from "../numerics/random";

/** Eigenvalues of uncorrelated normal data of the same size, and how many observed ones exceed them. */
export interface ParallelAnalysis {
  readonly iterations: number;
  readonly seed: number;
  /** p, Horn's (1965) criterion */
  readonly mean: readonly number[];
  /** p, Glorfeld's (1995) criterion */
  readonly percentile95: readonly number[];
  /** leading eigenvalues above the 95th percentile; 0 is an answer */
  readonly factors: number;
}

/** How long work goes on before other work of the host gets its turn, in milliseconds. */
const SLICE = 20;

/**
 * Parallel analysis of principal components with normal deviates (Horn, 1965), judged by the 95th percentile (Glorfeld, 1995).
 *
 * No data are drawn: the scatter matrix of n rows of p independent normal variables is Wishart with n − 1 degrees of freedom, and
 * Bartlett's decomposition (Bartlett, 1933) draws its Cholesky factor from χ² and normal variates, so that a replication costs O(p³) whatever n is.
 * Reference: `psych::fa.parallel(x, fa = "pc")$pc.sim`.
 *
 * @param eigenvalues of the observed correlation matrix, descending, p
 * @param n rows
 * @param options.iterations replications, at least 1
 * @param options.progress called with the share done
 * @throws the signal's reason when it is aborted
 */
export async function parallelAnalysis(
  eigenvalues: ArrayLike<number>,
  n: number,
  options: { iterations: number; seed: number; signal?: AbortSignal; progress?: (fraction: number) => void },
): Promise<ParallelAnalysis> {
  const { iterations, seed, signal, progress } = options;
  const p = eigenvalues.length;
  const stream = random(seed);
  const draws = Array.from({ length: p }, () => new Float64Array(iterations));
  const factor = new Float64Array(p * p);
  const R = new Float64Array(p * p);
  let sliceEnd = performance.now() + SLICE;
  for (let replication = 0; replication < iterations; replication++) {
    if (performance.now() > sliceEnd) {
      progress?.(replication / iterations);
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
      sliceEnd = performance.now() + SLICE;
    }
    drawNullCorrelations(R, factor, p, n, stream);
    eigenvaluesOf(R, p).forEach((value, k) => (draws[k][replication] = value));
  }
  signal?.throwIfAborted();
  progress?.(1);

  const mean = draws.map((values) => values.reduce((a, b) => a + b, 0) / iterations);
  const percentile95 = draws.map((values) => percentile(values.sort(), 0.95));
  let factors = 0;
  while (factors < p && eigenvalues[factors] > percentile95[factors]) factors++;
  return { iterations, seed, mean, percentile95, factors };
}

/** Correlations of n rows of p independent normal variables into R (row-major). With n ≤ p the factor is trapezoidal and R singular, as it would be. */
function drawNullCorrelations(R: Float64Array, factor: Float64Array, p: number, n: number, stream: Random): void {
  const rank = Math.floor(Math.min(p, n - 1)); // n may be a mean, under pairwise deletion
  for (let i = 0; i < p; i++) {
    const last = Math.min(i, rank - 1);
    let square = 0;
    for (let k = 0; k <= last; k++) {
      const value = k === i ? Math.sqrt(stream.chiSquare(n - 1 - i)) : stream.normal();
      factor[i * p + k] = value;
      square += value * value;
    }
    const length = Math.sqrt(square);
    for (let k = 0; k <= last; k++) factor[i * p + k] /= length;
    for (let j = 0; j < i; j++) {
      let r = 0;
      for (let k = 0; k <= Math.min(j, rank - 1); k++) r += factor[i * p + k] * factor[j * p + k];
      R[i * p + j] = R[j * p + i] = r;
    }
    R[i * p + i] = 1;
  }
}
