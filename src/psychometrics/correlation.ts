import type { Matrix } from "ml-matrix";
import { ScreeError, type Warning } from "../errors";
import type { AnalysisSettings } from "./analysis";
import type { Item } from "./chosen-items";
import type { Moments } from "./moments";

/** The correlations that KMO, Bartlett, retention and extraction of a run all use. */
export interface Correlations {
  /** p × p */
  readonly matrix: Matrix;
  readonly warnings: readonly Warning[];
}

/**
 * The correlation matrix of the kind asked for.
 *
 * @param items the p items
 * @param rows the rows that enter (listwise: the complete ones)
 * @param waist the items' moments, which hold the Pearson correlations
 */
export function correlations(_items: readonly Item[], _rows: Int32Array, waist: Moments, settings: AnalysisSettings): Correlations {
  switch (settings.correlation) {
    case "pearson":
      return { matrix: waist.correlation, warnings: [] };
    default:
      throw new ScreeError("unknown-correlation", `There is no correlation called ${settings.correlation}.`, { hint: "Use pearson, spearman or polychoric." });
  }
}
