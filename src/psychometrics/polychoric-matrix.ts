import { Matrix } from "ml-matrix";
import type { Warning } from "../errors";
import { coded, contingency } from "./contingency";
import { LARGEST, polychoric, thresholds } from "./polychoric";
import { polyserial } from "./polyserial";
import { smoothed } from "./smoothing";

/** An item with more categories than this is measured, not rated in ordered steps. */
export const MOST_CATEGORIES = 20;

/**
 * Latent correlations of all pairs of items: polychoric (tetrachoric where both have two categories), polyserial where one of them has more than 20 different
 * answers and so counts as measured, Pearson's where both have.
 *
 * Every item's thresholds come from all its own answers among the rows given. A matrix with a negative eigenvalue, which pairwise estimates can have,
 * is smoothed, and a warning says so. Reference: `lavaan::lavCor`, `psych::polychoric`.
 * Sources: Olsson (1979); Olsson, Drasgow & Dorans (1982) for polyserial; Knol & ten Berge (1989) for smoothing.
 *
 * @param items the p names
 * @param columns p columns of answers, NaN where missing
 * @param starts Pearson correlations, p × p, where the search begins
 */
export function polychoricMatrix(items: readonly string[], columns: readonly Float64Array[], starts: Matrix): { matrix: Matrix; warnings: Warning[] } {
  const all = columns.map(coded);
  const measured = all.map((item) => item.categories.length > MOST_CATEGORIES);
  const limits = all.map((item, i) => (measured[i] ? new Float64Array(0) : thresholds(item)));
  const latent = (i: number, j: number): { rho: number; empty?: boolean } => {
    if (measured[i] && measured[j]) return { rho: starts.get(i, j) };
    if (measured[i] || measured[j]) {
      const [continuous, ordered] = measured[i] ? [i, j] : [j, i];
      return { rho: polyserial(columns[continuous], all[ordered].codes, limits[ordered]) };
    }
    const table = contingency(all[i], all[j]);
    return { rho: polychoric(table, limits[i], limits[j], starts.get(i, j)).rho, empty: table.counts.includes(0) };
  };
  return latentMatrix(items, measured, latent);
}

/**
 * The matrix of the latent correlations of all pairs, smoothed where it is indefinite, with its warnings.
 * Sources: as `polychoricMatrix`.
 *
 * @param measured which items count as measured
 * @param latent the correlation of two items, and whether a cell of their cross-table is empty
 */
export function latentMatrix(
  items: readonly string[],
  measured: readonly boolean[],
  latent: (i: number, j: number) => { readonly rho: number; readonly empty?: boolean },
): { matrix: Matrix; warnings: Warning[] } {
  const p = items.length;
  const matrix = Matrix.eye(p);
  const emptyCells: string[] = [];
  const atBound: string[] = [];
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < i; j++) {
      const { rho, empty } = latent(i, j);
      matrix.set(i, j, rho);
      matrix.set(j, i, rho);
      if (empty) emptyCells.push(`${items[j]}–${items[i]}`);
      if (Math.abs(rho) === LARGEST) atBound.push(`${items[j]}–${items[i]}`);
    }
  }
  const smooth = smoothed(matrix);
  const warnings = [...measuredWarning(items.filter((_, i) => measured[i])), ...emptyCellWarning(emptyCells, (p * (p - 1)) / 2), ...boundWarning(atBound)];
  if (!smooth) return { matrix, warnings };
  const message = `The polychoric correlations are indefinite (smallest eigenvalue ${smooth.smallest.toPrecision(2)}) and were smoothed to the nearest matrix that data could have.`;
  return { matrix: smooth.matrix, warnings: [...warnings, { code: "smoothed-correlations", message, data: { smallestEigenvalue: smooth.smallest } }] };
}

function measuredWarning(items: readonly string[]): Warning[] {
  if (items.length === 0) return [];
  const message = `${some(items)} ${items.length === 1 ? "has" : "have"} more than ${MOST_CATEGORIES} different answers and ${items.length === 1 ? "counts" : "count"} as measured: correlations with rated items are polyserial.`;
  return [{ code: "polyserial", message, data: { items } }];
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
