import type { Matrix } from "ml-matrix";
import { ScreeError, type Warning } from "../errors";
import type { Survey } from "../survey/survey";
import { excludedIn } from "../survey/without-rows";
import type { Analysis, AnalysisSettings, Reliability, Selection, Uncertainty } from "./analysis";
import { bootstrap } from "./bootstrap";
import { chooseItems, type Item } from "./chosen-items";
import { conventionOf } from "./convention";
import { correlations } from "./correlation";
import { isBetterCounted } from "./counted/is-better-counted";
import { descriptives } from "./descriptives";
import { emptyCategories } from "./empty-category";
import { factorStructure } from "./factor-structure";
import { hierarchicalOmega } from "./hierarchical-omega";
import { missingPatterns } from "./missing-patterns";
import { completeRows, type Moments } from "./moments";
import { scaleReliability } from "./scale-reliability";
import { itemsThatVary } from "./varying-items";

export interface AnalyzeOptions {
  readonly signal?: AbortSignal;
  readonly progress?: (fraction: number, stage: string) => void;
}

/**
 * The whole analysis of a survey: items → moments → reliability, factorability, number of factors, solution.
 * What cannot be computed is null, and `warnings` says why.
 * Sources: at the functions of its parts.
 *
 * @throws ScreeError where the data or the selection cannot be analysed at all; the signal's reason when aborted
 */
export async function analyze(survey: Survey, selection: Selection, settings: AnalysisSettings, options: AnalyzeOptions = {}): Promise<Analysis> {
  options.progress?.(0, "reading items");
  if (isBetterCounted(survey, settings)) {
    const { analyzeColumns } = await import("./counted/analyze-columns");
    const counted = await analyzeColumns(survey, selection, settings, options);
    if (counted) return counted;
  }
  const chosen = chooseItems(survey, selection);
  const { items, waist, warnings: constants } = itemsThatVary(chosen.items, settings);
  const rows = settings.missing === "listwise" ? completeRows(items.map((item) => item.values)) : Int32Array.from({ length: survey.rows }, (_, row) => row);

  options.progress?.(0.05, "correlations");
  const R = correlations(items, rows, waist, settings);
  const analysed = { items, rows, waist, correlation: R.matrix };
  const reliabilities = chosen.scales.map((scale) => scaleReliability(scale, analysed, chosen, settings));
  const n = rowsOfTests(waist, settings);
  const data = { columns: () => items.map((item) => valuesIn(item, rows)), correlation: settings.correlation, missing: settings.missing };
  const factored = await factorStructure({ R: R.matrix, items: waist.items, n: n.n, data }, settings, span(options, 0.05, settings.bootstrap ? 0.5 : 1));

  const reliable = reliabilities.map((result) => withGeneralFactor(result.reliability, R.matrix, waist.items, factored.results.solution?.factors ?? 0));
  const estimated = { items, rows, reliability: reliable, retention: factored.results.retention, solution: factored.results.solution };
  const later = span(options, 0.5, 1);
  const bootstrapOptions = { signal: later.signal, progress: (fraction: number) => later.progress?.(fraction, "bootstrap") };
  const uncertainty = settings.bootstrap ? await bootstrap(estimated, settings, settings.bootstrap, bootstrapOptions) : undefined;
  options.progress?.(1, "done");

  return {
    settings,
    sample: {
      file: survey.source,
      rows: survey.rows,
      used: waist.n,
      items: waist.items,
      reversed: items.filter((item) => item.reversed).map(({ name }) => name),
      ...excludedIn(survey),
      missing: missingPatterns(items),
    },
    items: items.map((item) => descriptives(item.name, item.label, valuesIn(item, rows), item.missing, conventionOf(settings, "skewness"))),
    correlation: R.matrix.to2DArray(),
    reliability: reliable,
    ...factored.results,
    ...(uncertainty && { uncertainty }),
    warnings: [
      ...chosen.warnings,
      ...constants,
      ...emptyCategories(items, rows, settings.correlation === "polychoric"),
      ...withoutKurtosis(waist.n, settings),
      ...n.warnings,
      ...R.warnings,
      ...reliabilities.flatMap((result) => result.warnings),
      ...factored.warnings,
      ...(uncertainty ? bootstrapWarnings(uncertainty, factored.results.solution !== null) : []),
    ],
  };
}

/** Samples that could not be analysed. */
function bootstrapWarnings({ replications, used, solved }: Uncertainty, hasSolution: boolean): Warning[] {
  const out: Warning[] = [];
  const data = { replications, used, solved };
  if (used < replications) {
    const message = `In ${replications - used} of ${replications} bootstrap samples an item did not vary or too few rows were left; they have no part in the intervals.`;
    out.push({ code: "bootstrap-samples", message, data });
  }
  if (hasSolution && solved < used) {
    const message = `${used - solved} of ${used} bootstrap samples had no solution with so many factors${solved < 2 ? ", so the loadings have no intervals" : "; the intervals of loadings rest on the others"}.`;
    out.push({ code: "bootstrap-solutions", message, data });
  }
  return out;
}

/**
 * SPSS's kurtosis divides by n − 3.
 *
 * @internal
 */
export function withoutKurtosis(n: number, settings: AnalysisSettings): Warning[] {
  return n < 4 && conventionOf(settings, "skewness") === "spss" ? [{ code: "no-kurtosis", message: `Kurtosis does not exist for ${n} rows; it takes 4.` }] : [];
}

/**
 * A part of the work, as a part of the progress.
 *
 * @internal
 */
export function span({ signal, progress }: AnalyzeOptions, from: number, to: number): AnalyzeOptions {
  return { signal, progress: progress && ((fraction, stage) => progress(from + (to - from) * fraction, stage)) };
}

/**
 * ω hierarchical is a statement about all items analysed and the factors they have; a scale within them has one-factor ω.
 *
 * @internal
 */
export function withGeneralFactor(of: Reliability, R: Matrix, items: readonly string[], factors: number): Reliability {
  if (of.items.length !== items.length || factors < 3) return of;
  try {
    return { ...of, omegaHierarchical: hierarchicalOmega(R, items, factors) };
  } catch (error) {
    if (error instanceof ScreeError) return { ...of, omegaHierarchical: null }; // a singular R, which has its own warning
    throw error;
  }
}

/**
 * The N of the χ² tests. Under pairwise deletion there is no such number: psych takes all rows, PSPP (for SPSS) the mean of the items' valid n.
 *
 * @internal
 */
export function rowsOfTests(waist: Moments, settings: AnalysisSettings): { n: number; warnings: Warning[] } {
  if (!waist.pairs) return { n: waist.n, warnings: [] };
  const perItem = waist.pairs.diagonal();
  const convention = conventionOf(settings, "pairwise-n");
  const n = convention === "psych" ? waist.n : perItem.reduce((a, b) => a + b, 0) / perItem.length;
  const least = waist.pairs.min();
  const text = convention === "psych" ? "the number of rows" : "the mean number of answers to an item";
  const message = `Pairwise deletion: correlations rest on ${least} to ${waist.pairs.max()} rows; tests use N = ${Number(n.toFixed(2))}, ${text}.`;
  return { n, warnings: [{ code: "pairwise-n", message, data: { n, least } }] };
}

function valuesIn(item: Item, rows: Int32Array): Float64Array {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = item.values[rows[i]];
  return values;
}

export { analyzeMatrix } from "./published-matrix";
