import type { Matrix } from "ml-matrix";
import { ScreeError } from "../errors";
import type { AnalysisSettings, ExtractionMethod } from "./analysis";
import { communalitiesOf, type Extraction } from "./extraction";
import { startsFor } from "./lowest-minimum";
import { minimumResiduals } from "./minres";
import { maximumLikelihood } from "./ml";
import { principalAxes, stopRules } from "./paf";
import { principalComponents } from "./pca";
import { columnSumsOfSquares } from "./rotation/rotated";
import { named, squaredMultipleCorrelations } from "./smc";

/** From this communality on an item is a Heywood case: nothing, or less, is left to its own variance. */
export const heywoodCommunality = 0.995;

/**
 * Unrotated loadings by the method of the settings.
 * Sources: at the functions of its parts.
 *
 * @param starts random ones of minres and ml after a Heywood case
 * @throws ScreeError `singular-correlations`, `indefinite-correlations`: a factor method needs R⁻¹; `heywood-case`: SPSS's principal axes past h² = 1;
 *   `factor-without-loadings`: less common variance than factors
 */
export function extract(R: Matrix, items: readonly string[], factors: number, settings: ExtractionSettings, starts = startsFor(R.rows)): Extraction {
  const extraction = extractions[settings.extraction](R, items, factors, settings, starts);
  refuseEmptyFactor(extraction);
  return extraction;
}

type ExtractionSettings = Pick<AnalysisSettings, "extraction" | "convention" | "stopRule" | "tolerance" | "maxIterations">;

type Extract = (R: Matrix, items: readonly string[], factors: number, settings: ExtractionSettings, starts: number) => Extraction;

const extractions: Record<ExtractionMethod, Extract> = {
  pca: (R, _items, factors) => principalComponents(R, factors),
  minres: (R, items, factors, _settings, starts) =>
    minimumResiduals(R, factors, squaredMultipleCorrelations(R, items, "Minimum residual factor analysis"), starts),
  ml: (R, items, factors, _settings, starts) =>
    maximumLikelihood(R, factors, squaredMultipleCorrelations(R, items, "Maximum likelihood factor analysis"), starts),
  paf: (R, items, factors, { convention, ...settings }) => {
    const initial = squaredMultipleCorrelations(R, items, "Principal axis factoring");
    const rule = stopRules[settings.stopRule ?? (convention === "spss" ? "spss" : "limit")];
    const { tolerance = rule.tolerance, maxIterations = rule.maxIterations } = settings;
    const solution = principalAxes(R, factors, initial, { ...rule, tolerance, maxIterations });
    if (rule.abortBeyondOne) refuseBeyondOne(solution, items);
    return solution;
  },
};

/** A column of zeros comes from an eigenvalue at or below zero: no rotation, score or name can make a factor of it. */
function refuseEmptyFactor({ loadings }: Extraction): void {
  const empty = columnSumsOfSquares(loadings).findIndex((sum) => sum < 1e-12);
  if (empty < 0) return;
  throw new ScreeError("factor-without-loadings", `Factor ${empty + 1} has no loadings: the items have common variance for ${empty} only.`, {
    hint: `Extract ${empty || "no"} factors.`,
  });
}

/** SPSS terminates the extraction there, and prints no loadings. */
function refuseBeyondOne(solution: Extraction, items: readonly string[]): void {
  const beyond = items.filter((_, i) => solution.uniquenesses[i] < 0);
  if (beyond.length === 0) return;
  throw new ScreeError(
    "heywood-case",
    `The communality of ${named(beyond)} exceeded 1 at iteration ${solution.iterations}, where SPSS ends a principal axis factoring.`,
    {
      hint: "Extract fewer factors, leave the item out, or use minres or ml, which keep communalities below 1.",
      data: { items: beyond },
    },
  );
}

/**
 * Items whose communality reaches 1, judged on the unrotated loadings; components have no such limit.
 * Source: Heywood (1931); the bound is that of psych and factanal.
 */
export function heywoodItems(solution: Extraction, items: readonly string[], settings: Pick<AnalysisSettings, "extraction">): string[] {
  if (settings.extraction === "pca") return [];
  const h2 = communalitiesOf(solution.loadings);
  return items.filter((_, i) => h2[i] >= heywoodCommunality || 1 - solution.uniquenesses[i] >= heywoodCommunality - 1e-9);
}
