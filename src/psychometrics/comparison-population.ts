import { Matrix } from "ml-matrix";
import { flatten } from "../numerics/eigen";
import type { Random } from "../numerics/random";
import { principalAxes } from "./paf";

/** Rows of a population. */
export const POPULATION = 10_000;

/** Trials without a better reproduction of the correlations after which the search ends. */
const MOST_TRIALS = 5;

/**
 * A finite population whose items are distributed as the answers are, and correlate as far as m common factors can make them (Ruscio & Kaczetow, 2008):
 * normal data of an m-factor model have each item's values replaced, rank by rank, by answers drawn from the item; what that takes from the correlations is
 * added to those that the model is fitted to, and all is repeated as long as the reproduction improves.
 *
 * @param target correlations of the answers, p × p
 * @param columns answers of the p items, without missing ones
 * @param pause called between trials, each of which takes O(p² · 10,000)
 * @returns 10,000 × p, row by row, each item centred
 */
export async function comparisonPopulation(
  target: Matrix,
  columns: readonly Float64Array[],
  m: number,
  stream: Random,
  pause: () => Promise<void>,
): Promise<Float64Array> {
  const p = columns.length;
  const margins = columns.map((values) => marginOf(values, stream));
  const normal = (count: number) => Array.from({ length: count }, () => Float64Array.from({ length: POPULATION }, () => stream.normal()));
  const [shared, unique] = [normal(m), normal(p)];
  const wanted = flatten(target);

  const make = (fitted: Float64Array) => {
    const loadings = boundedLoadings(Matrix.from1DArray(p, p, fitted), m);
    const items = margins.map((margin, i) => withMargin(modelled(loadings.getRow(i), shared, unique[i]), margin));
    const reproduced = crossProducts(items);
    const residual = wanted.map((r, at) => r - reproduced[at]);
    return { items, fitted, residual, rmsr: Math.hypot(...residual) };
  };

  let best = make(wanted);
  let step = 1;
  for (let trials = 0; trials < MOST_TRIALS;) {
    await pause();
    const next = make(best.fitted.map((r, at) => r + step * best.residual[at]));
    const improved = next.rmsr < best.rmsr;
    trials = improved ? 0 : trials + 1;
    step = 0.5 ** trials;
    if (improved) best = next;
  }
  return interleaved(best.items);
}

/** An item's distribution: its values in the population, ascending, and the rank from which each is taken. */
interface Margin {
  readonly values: Float64Array;
  readonly from: Uint32Array;
}

/** Answers drawn with replacement, centred and of length 1 over the population. */
function marginOf(answers: Float64Array, stream: Random): Margin {
  const drawn = Float64Array.from({ length: POPULATION }, () => answers[stream.index(answers.length)]).sort();
  const mean = drawn.reduce((sum, value) => sum + value, 0) / POPULATION;
  const length = Math.sqrt(drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0)) || 1;
  const from = Uint32Array.from(drawn.keys()).filter((rank) => rank === 0 || drawn[rank] !== drawn[rank - 1]);
  return { values: Float64Array.from(from, (rank) => (drawn[rank] - mean) / length), from };
}

/** Loadings of m principal axes, started from communalities of 1; the intermediate correlations may be no correlation matrix. */
function boundedLoadings(R: Matrix, m: number): Matrix {
  const rule = { change: "largest", tolerance: 1e-3, maxIterations: 50, abortBeyondOne: false } as const;
  const { loadings } = principalAxes(R, m, new Array<number>(R.rows).fill(1), rule);
  return loadings.apply(function (this: Matrix, i, k) {
    this.set(i, k, Math.max(-1, Math.min(1, this.get(i, k))));
  });
}

/** Normal scores of an item of the model. */
function modelled(loadings: readonly number[], shared: readonly Float64Array[], unique: Float64Array): Float64Array {
  const rest = Math.sqrt(Math.max(1 - loadings.reduce((sum, loading) => sum + loading * loading, 0), 0));
  const scores = unique.map((value) => rest * value);
  shared.forEach((factor, k) => {
    const loading = loadings[k];
    for (let row = 0; row < POPULATION; row++) scores[row] += loading * factor[row];
  });
  return scores;
}

/** Each score becomes the value that has its rank: what lies between the scores at two limits of ranks is one answer. */
function withMargin(scores: Float64Array, { values, from }: Margin): Float64Array {
  const sorted = scores.slice().sort();
  const limits = Float64Array.from(from, (rank) => sorted[rank]);
  return scores.map((score) => {
    let low = 0;
    let high = limits.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (score >= limits[middle]) low = middle;
      else high = middle;
    }
    return values[low];
  });
}

/** Correlations of items that are centred and of length 1, p × p. */
function crossProducts(items: readonly Float64Array[]): Float64Array {
  const p = items.length;
  const R = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    R[i * p + i] = 1;
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let row = 0; row < POPULATION; row++) sum += items[i][row] * items[j][row];
      R[i * p + j] = R[j * p + i] = sum;
    }
  }
  return R;
}

/** Columns as one row-major array: a sample of rows then reads memory in order. */
function interleaved(columns: readonly Float64Array[]): Float64Array {
  const p = columns.length;
  const rows = new Float64Array(POPULATION * p);
  columns.forEach((values, i) => values.forEach((value, row) => (rows[row * p + i] = value)));
  return rows;
}
