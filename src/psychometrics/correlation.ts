import { Matrix } from "ml-matrix";
import { ScreeError, type Warning } from "../errors";
import type { AnalysisSettings } from "./analysis";
import type { Item } from "./chosen-items";
import { moments, type Moments } from "./moments";
import { polychoricMatrix } from "./polychoric-matrix";
import { ranks } from "./spearman";

/** The correlations that KMO, Bartlett, retention and extraction of a run all use. */
export interface Correlations {
  /** p × p */
  readonly matrix: Matrix;
  readonly warnings: readonly Warning[];
}

/**
 * The correlation matrix of the kind asked for.
 * Sources: at the functions of its parts.
 *
 * @param items the p items
 * @param rows the rows that enter (listwise: the complete ones)
 * @param waist the items' moments, which hold the Pearson correlations
 * @throws ScreeError `unknown-correlation`
 */
export function correlations(
  items: readonly Item[],
  rows: Int32Array,
  waist: Moments,
  settings: Pick<AnalysisSettings, "correlation" | "missing">,
): Correlations {
  if (settings.correlation === "pearson") return { matrix: waist.correlation, warnings: [] };
  const columns = items.map((item) => Float64Array.from(rows, (row) => item.values[row]));
  switch (settings.correlation) {
    case "spearman":
      return {
        matrix: settings.missing === "listwise" ? moments(waist.items, columns.map(ranks), "listwise").correlation : pairwiseSpearman(columns),
        warnings: [],
      };
    case "polychoric":
      return polychoricMatrix(waist.items, columns, waist.correlation);
    default:
      throw new ScreeError("unknown-correlation", `There is no correlation called ${settings.correlation}.`, { hint: "Use pearson, spearman or polychoric." });
  }
}

/** Each pair is ranked anew among the rows that answer both. Reference: `cor(x, method = "spearman", use = "pairwise")`. */
function pairwiseSpearman(columns: readonly Float64Array[]): Matrix {
  const matrix = Matrix.eye(columns.length);
  for (let i = 0; i < columns.length; i++) {
    for (let j = 0; j < i; j++) {
      const both = Array.from(columns[i].keys()).filter((row) => !Number.isNaN(columns[i][row] + columns[j][row]));
      const pair = [i, j].map((k) => ranks(Float64Array.from(both, (row) => columns[k][row])));
      const rho = moments(["x", "y"], pair, "listwise").correlation.get(0, 1);
      matrix.set(i, j, rho);
      matrix.set(j, i, rho);
    }
  }
  return matrix;
}
