import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { ScreeError } from "../errors";
import { eigenvaluesOf, flatten } from "../numerics/eigen";
import { percentile } from "../numerics/percentile";
import { random, type Random } from "../numerics/random";
import { aligned } from "./alignment";
import { cronbachAlpha } from "./alpha";
import type { AnalysisSettings, Interval, Reliability, Retention, Solution, Uncertainty } from "./analysis";
import type { Item } from "./chosen-items";
import { correlations } from "./correlation";
import { extract } from "./extract";
import { kaiserCount } from "./kaiser";
import { minimumAveragePartial } from "./map";
import { moments, momentsOf } from "./moments";
import { leading } from "./parallel-analysis";
import { rotate } from "./rotation/rotate";
import { inSlices } from "./slices";

/** The analysis whose figures are given intervals. */
export interface Estimated {
  readonly items: readonly Item[];
  /** the rows analysed, from which is drawn */
  readonly rows: Int32Array;
  readonly reliability: readonly Reliability[];
  readonly retention: Retention;
  readonly solution: Solution | null;
}

/**
 * Percentile bootstrap (Efron & Tibshirani, 1993, chap. 13) of α, of the loadings and factor correlations, and of the number of factors: rows are drawn with
 * replacement, the analysis is repeated with the same number of factors, and its factors are aligned with the original ones by congruence before anything is
 * summarised. Samples in which an item does not vary, or which have no solution, are drawn again no more often than they come, and counted.
 *
 * @param replications at least 100 for limits worth printing
 * @throws the signal's reason when aborted
 */
export async function bootstrap(
  of: Estimated,
  settings: AnalysisSettings,
  replications: number,
  options: { signal?: AbortSignal; progress?: (fraction: number) => void } = {},
): Promise<Uncertainty> {
  const stream = random(settings.seed);
  const target = of.solution && new Matrix(of.solution.loadings as number[][]);
  const alphas = of.reliability.map((): number[] => []);
  const loadings: Matrix[] = [];
  const phis: Matrix[] = [];
  const factors = new Map<number, number>();
  let used = 0;
  await inSlices(replications, options, () => {
    const sample = resampled(of, settings, stream);
    if (!sample) return;
    used++;
    of.reliability.forEach((scale, s) => {
      const alpha = scale.items.every((item) => sample.waist.items.includes(item)) ? cronbachAlpha(momentsOf(sample.waist, scale.items).covariance) : null;
      if (alpha !== null) alphas[s].push(alpha);
    });
    const count = countFactors(sample.R, of.retention, settings);
    if (count !== null) factors.set(count, (factors.get(count) ?? 0) + 1);
    const solution = target && solutionOf(sample.R, sample.waist.items, target, settings);
    if (!solution) return;
    loadings.push(solution.loadings);
    phis.push(solution.phi);
  });

  return {
    replications,
    used,
    solved: loadings.length,
    seed: settings.seed,
    level: 0.95,
    alpha: alphas.map((values, s) => ({ scale: of.reliability[s].scale, ci: interval(values) })),
    loadings: limits(loadings),
    factorCorrelations: limits(phis),
    factors: Object.fromEntries([...factors].sort(([a], [b]) => a - b).map(([count, times]) => [String(count), times / used])),
  };
}

/** Moments and correlations of a sample of rows drawn with replacement; null when it has none. */
function resampled({ items, rows }: Estimated, settings: AnalysisSettings, stream: Random) {
  const drawn = Int32Array.from(rows, () => rows[stream.index(rows.length)]);
  const columns = items.map(({ values }) => Float64Array.from(drawn, (row) => values[row]));
  const names = items.map(({ name }) => name);
  try {
    const waist = moments(names, columns, settings.missing);
    if (waist.sds.some((sd) => !(sd > 0))) return null;
    const sample = items.map((item, i) => ({ ...item, values: columns[i] }));
    const R = settings.correlation === "pearson" ? waist.correlation : correlations(sample, Int32Array.from(drawn.keys()), waist, settings).matrix;
    return { waist, R };
  } catch (error) {
    if (error instanceof ScreeError) return null;
    throw error;
  }
}

/** By the criterion of the run; parallel analysis keeps its simulated limits, which depend on the size of the data alone. */
function countFactors(R: Matrix, retention: Retention, { factors }: AnalysisSettings): number | null {
  if (factors === "map") return minimumAveragePartial(R).factors;
  const eigenvalues = eigenvaluesOf(flatten(R), R.rows);
  if (factors === "parallel" && retention.parallel && !retention.parallel.observed) return leading(eigenvalues, retention.parallel.percentile95);
  return factors === "kaiser" ? kaiserCount(eigenvalues) : null;
}

function solutionOf(R: Matrix, items: readonly string[], target: Matrix, settings: AnalysisSettings): { loadings: Matrix; phi: Matrix } | null {
  try {
    const unrotated = extract(R, items, target.columns, settings, 0).loadings;
    // From axes near the original ones the descent ends in the minimum that corresponds to it, and soon.
    const { loadings, phi } = rotate(settings.rotation === "none" ? unrotated : turnedTowards(unrotated, target), settings, 0);
    return aligned(loadings, phi ?? Matrix.eye(target.columns), target);
  } catch (error) {
    if (error instanceof ScreeError) return null;
    throw error;
  }
}

/** Orthogonal Procrustes rotation (Schönemann, 1966): the axes on which the loadings come nearest to a target. */
function turnedTowards(loadings: Matrix, target: Matrix): Matrix {
  const { leftSingularVectors, rightSingularVectors } = new SingularValueDecomposition(loadings.transpose().mmul(target));
  return loadings.mmul(leftSingularVectors.mmul(rightSingularVectors.transpose()));
}

function interval(values: readonly number[]): Interval | null {
  if (values.length < 2) return null;
  const sorted = Float64Array.from(values).sort();
  return [percentile(sorted, 0.025), percentile(sorted, 0.975)];
}

/** Limits of each cell over the samples. */
function limits(samples: readonly Matrix[]): Uncertainty["loadings"] {
  if (samples.length < 2) return null;
  const { rows, columns } = samples[0];
  const cells = Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, k) => interval(samples.map((matrix) => matrix.get(i, k)))!));
  return { low: cells.map((row) => row.map(([low]) => low)), high: cells.map((row) => row.map(([, high]) => high)) };
}
