import { Matrix } from "ml-matrix";
import { ScreeError, type Warning } from "../errors";
import { coded, contingency, type Coded } from "./contingency";
import { polychoric, thresholds } from "./polychoric";
import { smoothed } from "./smoothing";

/** More categories than this are no longer an ordered rating. */
const MOST_CATEGORIES = 20;

/**
 * Polychoric correlations of all pairs of items (tetrachoric where both have two categories).
 *
 * Every item's thresholds come from all its own answers among the rows given. A matrix with a negative eigenvalue, which pairwise estimates can have,
 * is smoothed, and a warning says so. Reference: `lavaan::lavCor`, `psych::polychoric`.
 *
 * @param items the p names
 * @param columns p columns of answers, NaN where missing
 * @param starts Pearson correlations, p × p, where the search begins
 * @throws ScreeError `too-many-categories`
 */
export function polychoricMatrix(items: readonly string[], columns: readonly Float64Array[], starts: Matrix): { matrix: Matrix; warnings: Warning[] } {
  const all = columns.map(coded);
  refuseContinuous(items, all);
  const limits = all.map(thresholds);
  const p = items.length;
  const matrix = Matrix.eye(p);
  const emptyCells: string[] = [];
  const atBound: string[] = [];
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < i; j++) {
      const table = contingency(all[i], all[j]);
      const { rho, atBound: bound } = polychoric(table, limits[i], limits[j], starts.get(i, j));
      matrix.set(i, j, rho);
      matrix.set(j, i, rho);
      if (table.counts.includes(0)) emptyCells.push(`${items[j]}–${items[i]}`);
      if (bound) atBound.push(`${items[j]}–${items[i]}`);
    }
  }
  const smooth = smoothed(matrix);
  const warnings = [...emptyCellWarning(emptyCells, (p * (p - 1)) / 2), ...boundWarning(atBound)];
  if (!smooth) return { matrix, warnings };
  const message = `The polychoric correlations are indefinite (smallest eigenvalue ${smooth.smallest.toPrecision(2)}) and were smoothed to the nearest matrix that data could have.`;
  return { matrix: smooth.matrix, warnings: [...warnings, { code: "smoothed-correlations", message, data: { smallestEigenvalue: smooth.smallest } }] };
}

function refuseContinuous(items: readonly string[], all: readonly Coded[]): void {
  const at = all.findIndex((item) => item.categories.length > MOST_CATEGORIES);
  if (at < 0) return;
  const message = `${items[at]} has ${all[at].categories.length} different answers; polychoric correlations are for ordered categories, at most ${MOST_CATEGORIES}.`;
  throw new ScreeError("too-many-categories", message, { hint: "Use Pearson or Spearman correlations, or leave the item out.", data: { item: items[at] } });
}

function emptyCellWarning(pairs: readonly string[], all: number): Warning[] {
  if (pairs.length === 0) return [];
  const message = `In ${pairs.length} of ${all} cross-tables a combination of answers never occurs, which makes their polychoric correlation less certain: ${some(pairs)}.`;
  return [{ code: "empty-cells", message, data: { pairs } }];
}

function boundWarning(pairs: readonly string[]): Warning[] {
  if (pairs.length === 0) return [];
  return [
    {
      code: "correlation-at-bound",
      message: `The likelihood of the polychoric correlation rises up to ±1; it was held at ±.9999: ${some(pairs)}.`,
      data: { pairs },
    },
  ];
}

const some = (pairs: readonly string[]) => pairs.slice(0, 5).join(", ") + (pairs.length > 5 ? `, and ${pairs.length - 5} more` : "");
