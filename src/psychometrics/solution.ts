import { Matrix } from "ml-matrix";
import { ScreeError, type Warning } from "../errors";
import type { AnalysisSettings, Solution } from "./analysis";
import { conventionOf } from "./convention";
import { extract, heywoodItems } from "./extract";
import { communalitiesOf, type Extraction, sumOfSquares } from "./extraction";
import { componentFit, degreesOfFreedom, factorFit } from "./fit";
import { methodSentence } from "./method-sentence";
import { residualsOf } from "./residuals";
import { rotate } from "./rotation/rotate";
import type { Rotated } from "./rotation/rotated";
import { schmidLeiman } from "./schmid-leiman";
import { named } from "./smc";
import { varianceExplained } from "./variance";

export interface SolutionInput {
  /** correlations, p × p */
  readonly R: Matrix;
  /** the p names */
  readonly items: readonly string[];
  /** rows, of the tests of fit */
  readonly n: number;
  readonly factors: number;
  /** who chose the number, as the method sentence says it */
  readonly factorsFrom: string;
  readonly settings: AnalysisSettings;
}

/**
 * The factor (or component) solution: extraction, rotation, communalities, variance explained and fit.
 * Sources: at the functions of its parts.
 *
 * @throws ScreeError `too-few-factors`, `too-many-factors`, `fewer-rows-than-items`, and those of `extract` and `rotate`
 */
export function solve(input: SolutionInput): { solution: Solution; warnings: Warning[] } {
  const { R, items, n, factors, factorsFrom, settings } = input;
  checkFactors(factors, items.length);
  const extraction = extractFrom(input);
  const rotated = rotate(extraction.loadings, settings);
  const phi = rotated.phi ?? Matrix.eye(factors);
  const heywood = heywoodItems(extraction, items, settings);
  const unturned = settings.rotation === "none" || factors < 2;
  const byItem = (values: readonly number[]) => Object.fromEntries(items.map((name, i) => [name, values[i]]));

  const solution: Solution = {
    factors,
    factorsFrom,
    names: settings.factorNames?.length === factors ? settings.factorNames : Array.from({ length: factors }, (_, k) => `F${k + 1}`),
    loadings: rotated.loadings.to2DArray(),
    unrotated: extraction.loadings.to2DArray(),
    structure: (rotated.phi ? rotated.loadings.mmul(phi) : rotated.loadings).to2DArray(),
    factorCorrelations: phi.to2DArray(),
    communalities: byItem(communalitiesOf(extraction.loadings)),
    initialCommunalities: byItem(extraction.initialCommunalities),
    uniquenesses: byItem(extraction.uniquenesses),
    variance: varianceExplained(R, extraction.loadings, unturned ? null : rotated, conventionOf(settings, "variance")),
    fit: settings.extraction === "pca" ? componentFit(R, extraction.loadings) : factorFit(R, extraction.loadings, n, conventionOf(settings, "fit")),
    iterations: extraction.iterations,
    converged: extraction.converged,
    heywood,
    residuals: residualsOf(R, items, extraction.loadings),
    ...hierarchical(rotated),
    ...(rotated.optima === undefined ? {} : { optima: rotated.optima }),
    method: methodSentence(settings, { items: items.length, n, factors, factorsFrom }),
  };
  return { solution, warnings: [...extractionWarnings(extraction, heywood, input), ...rotationWarnings(rotated, settings), ...unusedNames(input)] };
}

/** The solution as one general factor and group factors; without it where the factors do not correlate or depend on each other. */
function hierarchical({ loadings, phi }: Rotated): Pick<Solution, "schmidLeiman"> {
  if (!phi || phi.rows < 3) return {};
  try {
    const { general, groups } = schmidLeiman(loadings, phi);
    const ofGeneral = sumOfSquares(general);
    const common = ofGeneral + groups.norm() ** 2;
    return common > 0 ? { schmidLeiman: { general, groups: groups.to2DArray(), explainedCommonVariance: ofGeneral / common } } : {};
  } catch (error) {
    if (error instanceof ScreeError) return {};
    throw error;
  }
}

/** With no more rows than items every item can be computed from the others: that, and not the items, is then what is wrong. */
function extractFrom({ R, items, n, factors, settings }: SolutionInput): Extraction {
  try {
    return extract(R, items, factors, settings);
  } catch (error) {
    if (!(error instanceof ScreeError && error.code === "singular-correlations" && n <= items.length)) throw error;
    throw new ScreeError(
      "fewer-rows-than-items",
      `${Math.floor(n)} rows do not determine the correlations of ${items.length} items, so no factor model can be fitted to them.`,
      {
        hint: "Collect more answers, leave out items, or extract principal components.",
        data: { rows: n, items: items.length },
        cause: error,
      },
    );
  }
}

function checkFactors(factors: number, p: number): void {
  if (!Number.isInteger(factors) || factors < 1) {
    throw new ScreeError("too-few-factors", `The number of factors is ${factors}; it must be a whole number from 1 on.`, {
      hint: "Name a number, or kaiser, parallel or map.",
    });
  }
  if (factors < p) return;
  throw new ScreeError("too-many-factors", `${factors} factors were asked of ${p} items; there must be fewer factors than items.`, {
    hint: "Ask for fewer factors, or let parallel analysis say how many.",
    data: { factors, items: p },
  });
}

function extractionWarnings(extraction: Extraction, heywood: readonly string[], { items, factors, settings }: SolutionInput): Warning[] {
  const warnings: Warning[] = [];
  if (!extraction.converged) {
    const spss = settings.extraction === "paf" && (settings.stopRule ?? settings.convention) === "spss";
    const message = spss
      ? `More than ${extraction.iterations} iterations are required (convergence ${settings.tolerance ?? ".001"}): principal axis factoring has not converged, and SPSS prints no loadings here.`
      : `The extraction has not converged after ${extraction.iterations} iterations: the loadings are not the final ones.`;
    warnings.push({ code: "not-converged", message, data: { iterations: extraction.iterations } });
  }
  if (heywood.length > 0) {
    const message = `Heywood case: the communality of ${named(heywood)} reaches 1, which leaves no unique variance; the solution should not be interpreted as it is.`;
    warnings.push({ code: "heywood-case", message, data: { items: heywood } });
  }
  if (extraction.minima !== undefined && extraction.minima > 1) {
    const message = `The discrepancy of ${settings.extraction} has ${extraction.minima} local minima among its starts; the lowest is reported, and another program may end in another.`;
    warnings.push({ code: "local-minima", message, data: { minima: extraction.minima } });
  }
  if (settings.extraction === "pca") {
    warnings.push({ code: "components-have-no-fit", message: "Components are no model of the correlations, so there are no χ², RMSEA, TLI, CFI and BIC." });
  }
  const df = degreesOfFreedom(items.length, factors);
  if (settings.extraction !== "pca" && df < 0) {
    const message = `${factors} ${factors === 1 ? "factor" : "factors"} of ${items.length} items ${factors === 1 ? "has" : "have"} ${df === -1 ? "−1 degree" : `−${-df} degrees`} of freedom: more parameters than correlations, so the loadings are not determined.`;
    warnings.push({ code: "factors-not-identified", message, data: { df } });
  }
  return warnings;
}

function unusedNames({ factors, settings: { factorNames } }: SolutionInput): Warning[] {
  if (!factorNames || factorNames.length === factors) return [];
  const message = `${factorNames.length} ${factorNames.length === 1 ? "name was" : "names were"} given for ${factors} ${factors === 1 ? "factor" : "factors"}, so the names are F1${factors > 1 ? `–F${factors}` : ""}.`;
  return [{ code: "factor-names", message, data: { names: factorNames.length, factors } }];
}

function rotationWarnings(rotated: Rotated, settings: AnalysisSettings): Warning[] {
  const warnings: Warning[] = [];
  if (!rotated.converged) {
    warnings.push({
      code: "rotation-not-converged",
      message: `The ${settings.rotation} rotation has not converged after ${rotated.iterations} iterations.`,
      data: { iterations: rotated.iterations },
    });
  }
  if (rotated.optima !== undefined && rotated.optima > 1) {
    const message = `The ${settings.rotation} rotation has ${rotated.optima} local minima among its starts; the lowest is reported, and another program may report another.`;
    warnings.push({ code: "local-optima", message, data: { optima: rotated.optima } });
  }
  return warnings;
}
