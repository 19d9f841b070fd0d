import { Matrix } from "ml-matrix";
import { ScreeError, type Warning } from "../errors";
import { eigenvaluesOf, flatten } from "../numerics/eigen";
import { percentile } from "../numerics/percentile";
import { random } from "../numerics/random";
import type { AnalysisSettings, Interval, Solution } from "./analysis";
import { aligned } from "./congruence";
import { extract } from "./extract";
import { rotate } from "./rotation/rotate";

export interface BootstrapInput {
  /** the solution whose uncertainty is asked for */
  readonly solution: Solution;
  readonly items: readonly string[];
  readonly settings: AnalysisSettings;
  /** rows of the data, each of which can be drawn */
  readonly rows: number;
  /** correlations of the rows drawn (with repetitions), p × p */
  readonly correlate: (rows: Int32Array) => Matrix;
  readonly replications: number;
  readonly seed: number;
  /** of the intervals; .95 unless told */
  readonly confidence?: number;
  /** eigenvalues to exceed, those of parallel analysis; absent: 1 (Kaiser) */
  readonly thresholds?: readonly number[];
  readonly signal?: AbortSignal;
  readonly progress?: (fraction: number) => void;
}

export interface Bootstrap {
  readonly replications: number;
  /** replications that gave a solution */
  readonly used: number;
  readonly seed: number;
  readonly confidence: number;
  /** percentile intervals of the loadings, p × m */
  readonly loadings: readonly (readonly Interval[])[];
  /** standard errors of the loadings, p × m */
  readonly standardErrors: readonly (readonly number[])[];
  /** of the factor correlations, m × m; null when orthogonal */
  readonly factorCorrelations: readonly (readonly Interval[])[] | null;
  /** mean congruence of each factor with that of the solution; low where a factor comes and goes */
  readonly congruence: readonly number[];
  /** how many replications have which number of eigenvalues above the thresholds, and the limits of that number */
  readonly factors: { readonly counts: Readonly<Record<string, number>>; readonly ci: Interval };
}

/** Time between two pauses, in which the host can act and cancel. */
const SLICE_MS = 40;

/**
 * Percentile bootstrap (Efron, 1979) of the loadings and of the number of factors: rows are drawn with replacement, analysed as the data
 * were, and each replication's factors are matched and reflected to those of the solution by congruence before anything is summarised
 * (Lorenzo-Seva & Ferrando, 2003): otherwise the intervals would measure how factors swap places. The same seed gives the same intervals.
 *
 * @throws ScreeError `bootstrap-failed` when fewer than half of the replications have a solution; the signal's reason when it is aborted
 */
export async function bootstrapSolution(input: BootstrapInput): Promise<{ result: Bootstrap; warnings: Warning[] }> {
  const { solution, replications, seed, confidence = 0.95, signal, progress } = input;
  const generator = random(seed);
  const replicas: Replica[] = [];
  const counts: number[] = [];
  let pausedAt = Date.now();
  for (let replication = 0; replication < replications; replication++) {
    if (Date.now() - pausedAt > SLICE_MS) {
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
      progress?.(replication / replications);
      pausedAt = Date.now();
    }
    const drawn = Int32Array.from({ length: input.rows }, () => generator.index(input.rows));
    const replica = replicate(drawn, input);
    counts.push(replica.factors);
    if (replica.loadings) replicas.push(replica as Replica);
  }
  signal?.throwIfAborted();
  progress?.(1);
  if (replicas.length < Math.max(2, replications / 2)) {
    throw new ScreeError("bootstrap-failed", `Only ${replicas.length} of ${replications} bootstrap replications have a solution of ${solution.factors} factors.`, {
      hint: "Extract fewer factors, or collect more answers.",
    });
  }

  const cells = (size: number, columns: number, value: (replica: Replica, i: number, k: number) => number) =>
    Array.from({ length: size }, (_, i) => Array.from({ length: columns }, (_, k) => Float64Array.from(replicas, (replica) => value(replica, i, k)).sort()));
  const p = input.items.length;
  const m = solution.factors;
  const loadings = cells(p, m, (replica, i, k) => replica.loadings.get(i, k));
  const limits = (sorted: ArrayLike<number>): Interval => [percentile(sorted, (1 - confidence) / 2), percentile(sorted, (1 + confidence) / 2)];
  const lost = replications - replicas.length;
  return {
    result: {
      replications,
      used: replicas.length,
      seed,
      confidence,
      loadings: loadings.map((row) => row.map(limits)),
      standardErrors: loadings.map((row) => row.map(standardDeviation)),
      factorCorrelations: replicas[0].phi && cells(m, m, (replica, a, b) => replica.phi!.get(a, b)).map((row) => row.map(limits)),
      congruence: Array.from({ length: m }, (_, k) => replicas.reduce((sum, replica) => sum + replica.congruence[k], 0) / replicas.length),
      factors: { counts: tally(counts), ci: limits(counts.sort((a, b) => a - b)) },
    },
    warnings: lost === 0 ? [] : [{ code: "bootstrap-replications-lost", message: `${lost} of ${replications} bootstrap replications have no solution and were left out.`, data: { lost } }],
  };
}

interface Replica {
  readonly loadings: Matrix;
  readonly phi: Matrix | null;
  readonly congruence: readonly number[];
  /** eigenvalues above the thresholds */
  readonly factors: number;
}

/** One replication; without loadings where its rows give none, such as an item without variance among them. */
function replicate(rows: Int32Array, { solution, items, settings, correlate, thresholds, seed }: BootstrapInput): Replica | (Omit<Replica, "loadings"> & { loadings: null }) {
  const none = { loadings: null, phi: null, congruence: [] };
  let factors = 0;
  try {
    const R = correlate(rows);
    const eigenvalues = eigenvaluesOf(flatten(R), items.length);
    while (factors < eigenvalues.length && eigenvalues[factors] > (thresholds?.[factors] ?? 1)) factors++;
    const extraction = extract(R, items, solution.factors, settings);
    const rotated = rotate(extraction.loadings, { ...settings, seed });
    return { ...aligned(rotated.loadings, rotated.phi, new Matrix(solution.loadings.map((row) => [...row]))), factors };
  } catch (error) {
    if (!(error instanceof ScreeError)) throw error;
    return { ...none, factors };
  }
}

function standardDeviation(values: Float64Array): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

function tally(counts: readonly number[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const count of counts) found[count] = (found[count] ?? 0) + 1;
  return found;
}
