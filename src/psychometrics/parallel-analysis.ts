import { percentile } from "../numerics/percentile";
import { random } from "../numerics/random";
import { normalNull, type NullCorrelations } from "./null-correlations";
import { inSlices } from "./slices";
import { spectrum, type SpectrumKind } from "./spectrum";

/** Eigenvalues of data of the same size without common factors, and how many observed ones exceed them. */
export interface ParallelAnalysis {
  readonly iterations: number;
  readonly seed: number;
  /** p, Horn's (1965) criterion */
  readonly mean: readonly number[];
  /** p, Glorfeld's (1995) criterion */
  readonly percentile95: readonly number[];
  /** leading eigenvalues above the 95th percentile; 0 is an answer */
  readonly factors: number;
  /** leading eigenvalues above the mean */
  readonly factorsByMean: number;
}

export interface ParallelOptions {
  /** replications, at least 1 */
  readonly iterations: number;
  readonly seed: number;
  /** absent: of principal components */
  readonly spectrum?: SpectrumKind;
  /** where the null correlations come from; absent: normal deviates */
  readonly draws?: (stream: ReturnType<typeof random>) => NullCorrelations;
  readonly signal?: AbortSignal;
  /** called with the share done */
  readonly progress?: (fraction: number) => void;
}

/**
 * Parallel analysis (Horn, 1965), judged by the 95th percentile (Glorfeld, 1995).
 * Reference: `psych::fa.parallel(x)`: its `pc.sim` is the default here, its `fa.sim` the spectrum "minres".
 *
 * @param eigenvalues observed, of the same spectrum, descending, p
 * @param n rows
 * @throws the signal's reason when it is aborted
 */
export async function parallelAnalysis(eigenvalues: ArrayLike<number>, n: number, options: ParallelOptions): Promise<ParallelAnalysis> {
  const { iterations, seed, signal, progress } = options;
  const p = eigenvalues.length;
  const stream = random(seed);
  const draw = options.draws?.(stream) ?? normalNull(p, n, stream);
  const R = new Float64Array(p * p);
  const simulated: Float64Array[] = [];
  await inSlices(iterations, { signal, progress }, () => {
    draw(R);
    const values = spectrum(options.spectrum ?? "pca", R, p);
    if (values) simulated.push(values);
  });

  const byRank = Array.from({ length: p }, (_, k) => Float64Array.from(simulated, (values) => values[k]).sort());
  const mean = byRank.map((values) => values.reduce((a, b) => a + b, 0) / values.length);
  const percentile95 = byRank.map((values) => percentile(values, 0.95));
  return { iterations, seed, mean, percentile95, factors: leading(eigenvalues, percentile95), factorsByMean: leading(eigenvalues, mean) };
}

/**
 * How many observed values exceed their limit before the first that does not.
 * Source: Horn (1965), by whose rule counting stops at the first that does not.
 */
export function leading(observed: ArrayLike<number>, limits: ArrayLike<number>): number {
  let count = 0;
  while (count < observed.length && observed[count] > limits[count]) count++;
  return count;
}
