import { ScreeError, type Warning } from "../errors";
import type { AnalysisSettings, Retention } from "./analysis";

/** How many factors to extract, and who says so. */
export interface FactorDecision {
  readonly factors: number;
  /** as it stands in the method sentence */
  readonly from: string;
  readonly warnings: readonly Warning[];
}

/**
 * Applies the setting: a number, or a criterion of `retention`.
 * Sources: at the functions of its parts.
 *
 * @param p items
 * @throws ScreeError `too-many-factors`, `too-few-factors`: a number that no model of p items has
 */
export function numberOfFactors(wanted: AnalysisSettings["factors"], retention: Retention, p: number): FactorDecision {
  if (typeof wanted === "number") return { factors: checked(wanted, p), from: "set by the user", warnings: [] };
  if (wanted === "kaiser") return { factors: retention.kaiser, from: "Kaiser's criterion", warnings: [] };
  if (wanted === "map" && retention.map) return { factors: retention.map.factors, from: "MAP test", warnings: [] };
  if (wanted === "parallel" && retention.parallel) return { factors: retention.parallel.factors, from: "parallel analysis", warnings: [] };
  const why = wanted === "parallel" ? "Parallel analysis was left out (0 iterations)" : `The MAP test does not exist for ${p} items`;
  return {
    factors: retention.kaiser,
    from: "Kaiser's criterion",
    warnings: [{ code: "factors-from-kaiser", message: `${why}, so the number of factors is Kaiser's, ${retention.kaiser}.` }],
  };
}

function checked(factors: number, p: number): number {
  if (!Number.isInteger(factors) || factors < 1) {
    throw new ScreeError("too-few-factors", `The number of factors is ${factors}; it must be a whole number from 1 on.`, {
      hint: "Name a number, or kaiser, parallel or map.",
    });
  }
  if (factors < p) return factors;
  throw new ScreeError("too-many-factors", `${factors} factors were asked of ${p} items; there must be fewer factors than items.`, {
    hint: "Ask for fewer factors, or let parallel analysis say how many.",
    data: { factors, items: p },
  });
}
