import { Matrix } from "ml-matrix";
import { ScreeError } from "../../errors";
import { fromCovariance, type Moments } from "../moments";
import { type RowSet } from "./row-set";

/** A cross-table with the values of its rows and columns. */
type Table = ReturnType<RowSet["contingency"]>;

/**
 * Moments from cross-tables, as `moments` has them from the rows: sums over categories instead of over rows, and of whole numbers as long as the answers are.
 * Source: definition.
 *
 * @param table of each pair of items
 * @param n rows complete in all items (listwise), or with an answer to any (pairwise)
 * @throws ScreeError `too-few-rows`, `no-common-rows`
 */
export function momentsOfCounts(
  items: readonly string[],
  table: (i: number, j: number) => Table,
  n: number,
  rows: number,
  missing: "listwise" | "pairwise",
): Moments {
  if (n < 3)
    throw new ScreeError("too-few-rows", `Only ${n} of ${rows} rows ${n === 1 ? "is" : "are"} complete; at least 3 are needed.`, {
      hint: n < rows ? "Use pairwise deletion, or leave out the items with most missing answers." : "Collect more answers.",
      data: { complete: n, rows },
    });
  const p = items.length;
  const pairs = new Matrix(p, p);
  const covariance = new Matrix(p, p);
  const correlation = Matrix.eye(p);
  const means = new Float64Array(p);
  for (let i = 0; i < p; i++) {
    for (let j = i; j < p; j++) {
      const pair = momentsOfTable(table(i, j));
      if (pair.n < 3) throw noCommonRows(items, i, j, pair.n);
      const r = Math.max(-1, Math.min(1, pair.covariance / Math.sqrt(pair.varianceX * pair.varianceY)));
      for (const [a, b] of [
        [i, j],
        [j, i],
      ]) {
        pairs.set(a, b, pair.n);
        covariance.set(a, b, pair.covariance);
        if (i !== j) correlation.set(a, b, r);
      }
      if (i === j) means[i] = pair.meanX;
    }
  }
  if (missing === "listwise") return fromCovariance(items, n, means, covariance);
  const sds = Float64Array.from({ length: p }, (_, i) => Math.sqrt(covariance.get(i, i)));
  return { items, n, pairs, means, sds, covariance, correlation };
}

function noCommonRows(items: readonly string[], i: number, j: number, n: number): ScreeError {
  const together = n === 0 ? "no row" : n === 1 ? "only one row" : `only ${n} rows`;
  const what = i === j ? `${items[i]} has fewer than 3 answers.` : `${items[i]} and ${items[j]} were answered together in ${together}.`;
  return new ScreeError("no-common-rows", what, { hint: "Leave one of them out.", data: { items: [items[i], items[j]] } });
}

/** n, mean of the row item, variances and covariance (divisor n − 1) of a cross-table. Sums are taken about the first categories. Source: definition. */
export function momentsOfTable({ x, y, counts }: Table) {
  const [originX, originY] = [x[0] ?? 0, y[0] ?? 0];
  let n = 0;
  let sumX = 0;
  let sumY = 0;
  let sumXX = 0;
  let sumYY = 0;
  let sumXY = 0;
  for (let r = 0, cell = 0; r < x.length; r++) {
    const a = x[r] - originX;
    for (let c = 0; c < y.length; c++, cell++) {
      const count = counts[cell];
      const b = y[c] - originY;
      n += count;
      sumX += count * a;
      sumY += count * b;
      sumXX += count * a * a;
      sumYY += count * b * b;
      sumXY += count * a * b;
    }
  }
  const over = (products: number, a: number, b: number) => (products - (a * b) / n) / (n - 1);
  return {
    n,
    meanX: originX + sumX / n,
    covariance: over(sumXY, sumX, sumY),
    varianceX: Math.max(0, over(sumXX, sumX, sumX)),
    varianceY: Math.max(0, over(sumYY, sumY, sumY)),
  };
}

/** The same table with ranks for values, ties at their mean: its Pearson correlation is Spearman's ρ of the rows counted. Source: Spearman (1904). */
export function ranked(table: Table): Table {
  const [rowCounts, columnCounts] = [new Float64Array(table.rows), new Float64Array(table.columns)];
  table.counts.forEach((count, cell) => {
    rowCounts[Math.floor(cell / table.columns)] += count;
    columnCounts[cell % table.columns] += count;
  });
  return { ...table, x: midRanks(rowCounts), y: midRanks(columnCounts) };
}

function midRanks(counts: Float64Array): Float64Array {
  let below = 0;
  return counts.map((count) => {
    const rank = below + (count + 1) / 2;
    below += count;
    return rank;
  });
}
