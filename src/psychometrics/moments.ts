import { Matrix } from "ml-matrix";
import { ScreeError } from "../errors";

/**
 * What an analysis needs of the rows: after this the rows are not looked at again.
 * Listwise, every figure comes from the rows complete in all items; pairwise, each from the rows where its one or two items are answered.
 */
export interface Moments {
  readonly items: readonly string[];
  /** rows complete in all items (listwise), or rows with an answer to at least one item (pairwise) */
  readonly n: number;
  /** p × p rows behind each pair of items (the diagonal: behind each item); null when listwise, where all are n */
  readonly pairs: Matrix | null;
  /** p */
  readonly means: Float64Array;
  /** p, with divisor n − 1 */
  readonly sds: Float64Array;
  /** p × p, with divisor n − 1 of the pair */
  readonly covariance: Matrix;
  /** p × p; pairwise, with the standard deviations over the rows of the pair (R: `cor(use = "pairwise")`) */
  readonly correlation: Matrix;
}

/**
 * Means, covariances and Pearson correlations of the items, in one pass over the rows.
 * Sums are taken about a row of answers, not about zero, so that a large mean costs no digits (Chan, Golub & LeVeque, 1983).
 *
 * @param columns p columns of answers, NaN where missing
 * @throws ScreeError `too-few-rows`: fewer than 3 rows to compute from
 * @throws ScreeError `no-common-rows`: two items with fewer than 3 rows in common (pairwise)
 */
export function moments(items: readonly string[], columns: readonly Float64Array[], missing: "listwise" | "pairwise"): Moments {
  return missing === "listwise" ? listwise(items, columns) : pairwise(items, columns);
}

/** The rows in which every column has an answer, in order. Source: definition. */
export function completeRows(columns: readonly Float64Array[]): Int32Array {
  const rows = columns[0]?.length ?? 0;
  const complete = new Int32Array(rows);
  let n = 0;
  for (let row = 0; row < rows; row++) if (columns.every((column) => !Number.isNaN(column[row]))) complete[n++] = row;
  return complete.slice(0, n);
}

const tooFew = (n: number, rows: number) =>
  new ScreeError("too-few-rows", `Only ${n} of ${rows} rows ${n === 1 ? "is" : "are"} complete; at least 3 are needed.`, {
    hint: n < rows ? "Use pairwise deletion, or leave out the items with most missing answers." : "Collect more answers.",
    data: { complete: n, rows },
  });

function listwise(items: readonly string[], columns: readonly Float64Array[]): Moments {
  const p = columns.length;
  const rows = completeRows(columns);
  const n = rows.length;
  if (n < 3) throw tooFew(n, columns[0]?.length ?? 0);

  const shift = columns.map((column) => column[rows[0]]);
  const sums = new Float64Array(p);
  const products = new Float64Array(p * p); // upper triangle of Σ (x − shift)(x − shift)′
  const x = new Float64Array(p);
  for (const row of rows) {
    for (let i = 0; i < p; i++) {
      x[i] = columns[i][row] - shift[i];
      sums[i] += x[i];
    }
    for (let i = 0; i < p; i++) {
      const xi = x[i];
      if (xi === 0) continue;
      for (let j = i, at = i * p + i; j < p; j++, at++) products[at] += xi * x[j];
    }
  }

  const covariance = new Matrix(p, p);
  for (let i = 0; i < p; i++) {
    for (let j = i; j < p; j++) {
      const value = (products[i * p + j] - (sums[i] * sums[j]) / n) / (n - 1);
      covariance.set(i, j, value);
      covariance.set(j, i, value);
    }
  }
  return fromCovariance(
    items,
    n,
    Float64Array.from(sums, (sum, i) => shift[i] + sum / n),
    covariance,
  );
}

/** Moments whose correlations are those of their covariance matrix: listwise data, a part of the items, a published matrix. Source: definition. */
export function fromCovariance(items: readonly string[], n: number, means: Float64Array, covariance: Matrix): Moments {
  const p = items.length;
  const sds = Float64Array.from({ length: p }, (_, i) => Math.sqrt(Math.max(covariance.get(i, i), 0)));
  const correlation = new Matrix(p, p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) correlation.set(i, j, i === j ? 1 : clampedRatio(covariance.get(i, j), sds[i] * sds[j]));
  }
  return { items, n, pairs: null, means, sds, covariance, correlation };
}

/** r must not leave [−1, 1] by a rounding error, which would make a duplicated item look indefinite instead of singular. */
const clampedRatio = (covariance: number, scale: number) => Math.max(-1, Math.min(1, covariance / scale));

function pairwise(items: readonly string[], columns: readonly Float64Array[]): Moments {
  const p = columns.length;
  const rows = columns[0]?.length ?? 0;
  let n = 0;
  for (let row = 0; row < rows; row++) if (columns.some((column) => !Number.isNaN(column[row]))) n++;
  if (n < 3) throw tooFew(n, rows);

  const shift = columns.map((column) => column.find((value) => !Number.isNaN(value)) ?? 0);
  const pairs = new Matrix(p, p);
  const covariance = new Matrix(p, p);
  const correlation = new Matrix(p, p);
  const means = new Float64Array(p);
  for (let i = 0; i < p; i++) {
    for (let j = i; j < p; j++) {
      const pair = momentsOfPair(columns[i], columns[j], shift[i], shift[j]);
      if (pair.n < 3) {
        const what =
          i === j
            ? `${items[i]} has fewer than 3 answers.`
            : `${items[i]} and ${items[j]} were answered together in ${pair.n === 0 ? "no row" : pair.n === 1 ? "only one row" : `only ${pair.n} rows`}.`;
        throw new ScreeError("no-common-rows", what, { hint: "Leave one of them out.", data: { items: [items[i], items[j]] } });
      }
      for (const [a, b] of [
        [i, j],
        [j, i],
      ]) {
        pairs.set(a, b, pair.n);
        covariance.set(a, b, pair.covariance);
        correlation.set(a, b, a === b ? 1 : clampedRatio(pair.covariance, Math.sqrt(pair.varianceX * pair.varianceY)));
      }
      if (i === j) means[i] = pair.meanX;
    }
  }
  const sds = Float64Array.from({ length: p }, (_, i) => Math.sqrt(covariance.get(i, i)));
  return { items, n, pairs, means, sds, covariance, correlation };
}

function momentsOfPair(x: Float64Array, y: Float64Array, shiftX: number, shiftY: number) {
  let n = 0;
  let sumX = 0;
  let sumY = 0;
  let sumXX = 0;
  let sumYY = 0;
  let sumXY = 0;
  for (let row = 0; row < x.length; row++) {
    const a = x[row] - shiftX;
    const b = y[row] - shiftY;
    const product = a * b;
    if (Number.isNaN(product)) continue;
    n++;
    sumX += a;
    sumY += b;
    sumXX += a * a;
    sumYY += b * b;
    sumXY += product;
  }
  const over = (products: number, a: number, b: number) => Math.max(0, (products - (a * b) / n) / (n - 1));
  return {
    n,
    meanX: shiftX + sumX / n,
    covariance: (sumXY - (sumX * sumY) / n) / (n - 1),
    varianceX: over(sumXX, sumX, sumX),
    varianceY: over(sumYY, sumY, sumY),
  };
}

/**
 * The moments of some of the items, in the order named.
 *
 * @internal
 */
export function momentsOf(all: Moments, items: readonly string[]): Moments {
  const at = items.map((item) => all.items.indexOf(item));
  return {
    items,
    n: all.n,
    pairs: all.pairs?.selection(at, at) ?? null,
    means: Float64Array.from(at, (i) => all.means[i]),
    sds: Float64Array.from(at, (i) => all.sds[i]),
    covariance: all.covariance.selection(at, at),
    correlation: all.correlation.selection(at, at),
  };
}
